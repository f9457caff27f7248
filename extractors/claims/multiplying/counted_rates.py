"""What a price for each comes to, told some sentences after it and after their number: "Tilskuddet øges til 8 kr. pr. portion. …
Der ventes solgt 75.000 portioner. Tilskuddet bliver så 600.000 kr."; and what several prices come to in turn, each with its number."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.claims.fit import exact, multiplies, slipped
from extractors.claims.mentions import Mention
from extractors.claims.nearby import comes_near
from extractors.claims.rates import IN_A_YEAR, MONTH, YEAR, Rate, counts, rate_of, times
from extractors.claims.sentences import COUNTING, Ledger, Sentence, pattern
from minutes.needs import needs

_RESULT = pattern(r"<is>[^\ue000-\ue007]{0,25}$|<total>[^\ue000-\ue007]{0,25}$")
_COMES_TO = needs(pattern(r"(?:<is>|<total>)[^\ue000]{0,25}<K>"))
_SQUARE_METRES = ("m2", "m²", "kvm")
_AREA = needs(pattern(r"<N> (?:m2|m²|kvm)\b~80<K>"))
_WORD = re.compile(r"[a-zæøå]{7,}")
_SET = re.compile(r"\btil (?:kr\. )?$")
"""A price is set to so much, and not rounded."""
STEM = 7
"""Letters by which the words that lead up to a price and to its total are the same: "tilskuddet", "tilskud"."""
KRONE = Decimal(1)
FEWEST = 2
"""Prices that are told in turn."""
BACK = 7
"""Sentences before the total in which the price and the number may stand."""
NEAR = Decimal("0.12")
"""How far from the total the product may be, as a part of it: what a mistake leaves."""
LEAST = 1000
"""Kroner: smaller totals are prices themselves."""


def find(ledger: Ledger) -> None:
    """Every such total that one price and one number nearly give, and none give."""
    for s, before in ledger.in_turn(1, COUNTING):
        if before and len(s.mentions) >= 2 * FEWEST and before[-1].item == s.item:
            _in_turn(ledger, s, before[-1])
    for s, before in ledger.in_turn(BACK, _AREA):
        _rent(ledger, s, s.under_one_item(before))
    for s, before in ledger.in_turn(BACK, _COMES_TO):
        money = [m for m in s.mentions if m.unit == "kr"]
        if len(money) == 1 and money[0].value >= LEAST and not money[0].bounded and _RESULT.search(s.lead(money[0])):
            near = [t for t in s.under_one_item(before) if t.mentions]
            if any(" pr. " in t.skeleton for t in near):
                _total(ledger, s, near, money[0])


def _in_turn(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "A kr. for hver i arbejde, B for hver i uddannelse. Der ventes 24 i arbejde, som giver C, og 14 i uddannelse, som giver D": as many
    totals as prices, each right after its number; where all but one are what their prices make, that one should be so too."""
    prices = [m for m in before.mentions if m.unit == "kr" and not m.bounded]
    told = [m for m in s.mentions if m.unit in ("kr", "number")]
    numbers, totals = told[::2], told[1::2]
    if not FEWEST <= len(prices) == len(totals) == len(numbers) or any(rate_of(before, m) is None for m in prices):
        return
    if {m.unit for m in numbers} != {"number"} or {m.unit for m in totals} != {"kr"} or any(m.bounded for m in told):
        return
    wrong = [way for way in zip(totals, numbers, prices, strict=True) if not multiplies(*way)]
    if len(wrong) == 1 and not any(multiplies(*wrong[0][:2], p) for p in prices):
        total, n, price = wrong[0]
        ledger.say(s, "product", "product", total, [n, price], if_not="warning", alone=True)


def _rent(ledger: Ledger, s: Sentence, near: list[Sentence]) -> None:
    """ "Lejen stiger fra 612 kr. til 689 kr. pr. m2. For en lejlighed på 78 m2 bliver den 4.479 kr. pr. måned": a twelfth of the year's."""
    sizes = [m for m in s.mentions if m.unit == "number" and m.noun in _SQUARE_METRES and not m.qualifier]
    monthly = [m for m in s.mentions if m.unit == "kr" and not m.qualifier and (r := rate_of(s, m)) and r.unit == MONTH]
    if len(sizes) != 1 or len(monthly) != 1 or monthly[0].start < sizes[0].start:
        return
    n, rent = sizes[0], monthly[0].rounded()
    told = [m for t in near for m in t.mentions if m.unit == "kr" and not m.bounded and m.start < rent.start]
    prices = [m for t in near for m in told if t.start <= m.start < t.end and (r := rate_of(t, m)) and r.unit in _SQUARE_METRES]
    due = {m.value: m.value * n.value / 12 for m in (told if prices else ())}
    if prices and not any(abs(x - rent.value) <= 1 for x in due.values()) and slipped(due[prices[-1].value].quantize(KRONE), exact(rent)):
        whole = n.value * prices[-1].value
        a_year = replace(prices[-1], value=whole, low=whole, high=whole)
        ledger.say(s, "product", "quotient", rent, [a_year, times(rent, IN_A_YEAR[MONTH])], if_not="warning", alone=True)


def _total(ledger: Ledger, s: Sentence, near: list[Sentence], total: Mention) -> None:
    tried = [(n, r, t) for t in near for r, of in _prices(t) if r is not total for u in near for n in u.mentions if counts(of, n)]
    if any(multiplies(total, n, r) or n.start > total.start for n, r, _ in tried):
        return
    words = {w[:STEM] for w in _WORD.findall(s.lead(total))}
    called = [(n, r) for n, r, t in tried if any(w[:STEM] in words for w in _WORD.findall(t.lead(r)))]
    close = [(n, r) for n, r in called if slipped(n.value * r.value, total) or comes_near(n.value * r.value, total, NEAR)]
    if len({n.value * r.value for n, r in close}) == 1:
        ledger.say(s, "product", "product", total, [*close[0]], if_not="warning")


def _prices(s: Sentence) -> list[tuple[Mention, Rate]]:
    """The amounts of a sentence with what its price is for each of; a rise of the price is for each, too."""
    rated = [rate for m in s.mentions if m.unit == "kr" and (rate := rate_of(s, m)) and rate.unit not in ("", YEAR)]
    alike = len({r.unit for r in rated}) == 1
    return [(exact(m) if _SET.search(s.lead(m)) else m, rated[0]) for m in s.mentions if alike and m.unit == "kr" and not m.bounded]
