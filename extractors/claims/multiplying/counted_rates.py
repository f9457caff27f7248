"""What a price for each comes to, told some sentences after it and after their number: "Tilskuddet øges til 8 kr. pr. portion. …
Der ventes solgt 75.000 portioner. Tilskuddet bliver så 600.000 kr."."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.fit import exact, multiplies, slipped
from extractors.claims.mentions import Mention
from extractors.claims.nearby import comes_near
from extractors.claims.rates import YEAR, Rate, counts, rate_of
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.needs import needs

_RESULT = pattern(r"<is>[^\ue000-\ue007]{0,25}$|<total>[^\ue000-\ue007]{0,25}$")
_COMES_TO = needs(pattern(r"(?:<is>|<total>)[^\ue000]{0,25}<K>"))
_WORD = re.compile(r"[a-zæøå]{7,}")
_SET = re.compile(r"\btil (?:kr\. )?$")
"""A price is set to so much, and not rounded."""
STEM = 7
"""Letters by which the words that lead up to a price and to its total are the same: "tilskuddet", "tilskud"."""
BACK = 7
"""Sentences before the total in which the price and the number may stand."""
NEAR = Decimal("0.12")
"""How far from the total the product may be, as a part of it: what a mistake leaves."""
LEAST = 1000
"""Kroner: smaller totals are prices themselves."""


def find(ledger: Ledger) -> None:
    """Every such total that one price and one number nearly give, and none give."""
    for s, before in ledger.in_turn(BACK, _COMES_TO):
        money = [m for m in s.mentions if m.unit == "kr"]
        if len(money) == 1 and money[0].value >= LEAST and not money[0].bounded and _RESULT.search(s.lead(money[0])):
            near = [t for t in s.under_one_item(before) if t.mentions]
            if any(" pr. " in t.skeleton for t in near):
                _total(ledger, s, near, money[0])


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
