"""What a price or a number for each comes to, by its place: the last figure, after a price and the numbers that it may be for.

No form of words is looked for. Every number of the passage, twelve months, and its years are tried as factors of the price, and every price
with the number before it as a part of one sum. If one of these gives the figure, it is right; else one of them has to miss it by a single
slip of a digit, a comma or a nought, so that chance is out of the question among so many tries. Where words say that it comes to that, and
all figures there are nearly do, that is a note.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise
from math import prod
from operator import ne

from extractors.claims.fit import exact, multiplies
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.multiplying.linked_amounts import ADDED
from extractors.claims.multiplying.near_products import MONTHS, is_each
from extractors.claims.near_misses import left_open
from extractors.claims.nearby import CHANGE, FRACTION, Passage, comes_near
from extractors.claims.rates import MONTH, YEAR, durations, rate_of
from extractors.claims.sentence import COUNTING, Sentence
from minutes.closeness import exchanged

BACK = 3
"""Sentences before the total that may tell its factors."""
MOST, DEEP, MANY = 7, 3, 24
"""Numbers of a passage that may be factors, and how many of them make one total; figures that are a list of many things."""
CHANCE = 0.03
"""How many of the ways that are tried may hit a total by chance."""
NEAR, ROUNDED = Decimal("0.35"), Decimal("0.01")
"""How far from the stated figure the computed one may be, as a part of it: what a mistake leaves, and what rounding does."""
LEAST = 10
"""A smaller total fits or fails by chance."""
LONGEST = 15
"""Years that are multiplied with; more are somebody's age."""
_OF_ONE = re.compile(
    r"(?:^|[,;.] |\b(?:og|da|men) )(?:(?:[eé]n?|[eé]t?|hvert?) )?[a-zæøå]{3,} (?:koster|kostede|står i|giver) (?:os |i dag |nu )?$"
)
_EACH_AFTER = re.compile(r"(?: [a-zæøå0-9²³]+)?(?:/| pr\.? | per | i hver| (?:om|i) (?:dagen|døgnet|ugen|måneden|timen))")
""" "Timen koster 165 kr.", "2.240 m3/døgn"."""
_TIMES = ("år", "måned", "uge", "dag", "døgn", "time", "kvartal")
_COMES_TO = re.compile(
    r"\b(?:i alt|ialt|tilsammen|sammenlagt|samle\w+|total\w*|giver|svarer til|svarende til|dermed|således|altså|derfor"
    r"|hvilket|bliver|beløber|løber|medfører|udgør|så|\w*(?:udgift|indtægt|besparelse)(?:en|er)?)\b"
)
_REASON = re.compile(r"\b(?:da|fordi|idet|eftersom|når|halv(?!år)\w*|gratis|nedsat|nogle|dog|men)\b")
"""Words that tell why a total is another than the product."""
_Way = tuple[tuple[Mention, ...], ...]
"""Products that are added."""


def find(ledger: Ledger) -> None:
    """Every such total that no other family is sure to have read."""
    known = {q.source.at for c in ledger.claims if not left_open(c) and (q := c.stated) and q.source}
    for s, earlier in ledger.in_turn(BACK, COUNTING):
        totals = [m for m in s.mentions if m.number not in known and _may_be_total(s, m)] if s.kind != "heading" else []
        if totals:
            passage = Passage([t for t in s.under_one_item(earlier) if t.mentions and t.kind == s.kind])
            for total in totals:
                _total(ledger, passage, total)


def _may_be_total(s: Sentence, total: Mention) -> bool:
    """Is it no price but one for a year, and no change?"""
    if total.bounded or total.value < LEAST or not (total.unit == "kr" or total.unit == "number" and total.noun):
        return False
    rate = rate_of(s, total) if total.unit == "kr" else None
    return (rate is None or rate.unit == YEAR) and not CHANGE.search(s.beside(total)[1])


def _total(ledger: Ledger, passage: Passage, total: Mention) -> None:
    """Say so where one way misses it by a slip, and none gives it."""
    told = bisect_left(passage.figures, total.start, key=lambda m: m.start)
    if told > MANY:
        return
    before = [exact(_plain(m)) for m in passage.figures[:told]]
    prices = [m for m in before if _is_price(passage, m, total)]
    counts = [m for m in before if m.unit in ("number", "hours") and not m.bounded and m.value > 1]
    years = [d for s in passage.sentences for d in durations(s) if 1 < d.value < LONGEST and d.start < total.start and d.unit == "years"]
    counts = sorted([*counts, *years], key=lambda m: m.start)
    if not prices or not 0 < len(counts) <= MOST:
        return
    ways = [*_ways(passage, prices, counts, total)]
    if any(_makes(total, way) for way in ways) or passage.bound(total) or passage.reasoned(total):
        return
    hits = {_due(way): way for way in ways if _slip(passage, way, total, len(ways))}
    if len(hits) == 1:
        ((due, way),) = hits.items()
        known = ledger.told()[passage.last.item, total.unit]
        if known[due] or known[abs(due - total.value)]:
            return  # "Til 415 meter er bevilget 107.500 kr., og så er der 400 kr. til blomster."
        _say(ledger, passage.last, total, way, "warning")
    elif not hits and (only := _all_there_are(passage, prices, counts, total)):
        _say(ledger, passage.last, total, (only,), "note")


def _say(ledger: Ledger, s: Sentence, total: Mention, way: _Way, if_not: str) -> None:
    if len(way) == 1:
        ledger.say(s, "product", "product", total, [*way[0]], if_not=if_not, sure=True)
    else:
        ledger.say(s, "product", "sum", total, [p for p, _ in way], weights=[n.value for _, n in way], if_not=if_not, sure=True)


def _plain(m: Mention) -> Mention:
    """ "over 365 døgn" is no bound."""
    return replace(m, qualifier=None) if m.noun.startswith(_TIMES) or m.unit == "hours" else m


def _is_price(passage: Passage, m: Mention, total: Mention) -> bool:
    """Is it less than the total, of its kind, and for each of something?"""
    if m.unit != total.unit or m.value >= total.value or m.bounded or m.unit == "number" and m.noun not in ("", total.noun):
        return False
    s = passage.at[m.start]
    rated = rate_of(s, m) is not None if m.unit == "kr" else _EACH_AFTER.match(s.skeleton, s.position(m) + 1)
    return bool(rated or is_each(passage, m) or _OF_ONE.search(passage.lead(m)))


def _ways(passage: Passage, prices: list[Mention], counts: list[Mention], total: Mention) -> Iterator[_Way]:
    """The price, or that which the others make, times some of the numbers; and all prices that stand with their numbers."""
    made = {price.value * number.value for price in prices for number in counts}
    apart = [price for price in prices if price.value in made] or prices
    for price in apart if len({m.value for m in apart}) == 1 else ():
        others = [m for m in counts if m.start != price.start and (total.unit == "kr" or m.noun != total.noun)]
        twelve = _twelve(passage, price)
        always = twelve if _is_yearly(passage, total) else []
        others += [] if always else twelve
        for n in range(not always, DEEP + 1 - len(always)):
            yield from (((price, *some, *always),) for some in combinations(others, n) if len({m.value for m in some}) == n)
    told = pairwise(sorted([*counts, *prices], key=lambda m: m.start))
    pairs = [(price, number) for number, price in told if price in prices and number in counts and number.start != price.start]
    yield from (tuple(pairs[i:]) for i in range(len(pairs) - 1))


def _twelve(passage: Passage, price: Mention) -> list[Mention]:
    """The months of a year, where the price is for one."""
    rate = rate_of(passage.at[price.start], price) if price.unit == "kr" else None
    monthly = price.per == "month" or rate is not None and MONTH in (rate.unit, rate.over)
    return [replace(price, value=MONTHS, low=MONTHS, high=MONTHS, unit="number", per=None, noun="måneder")] if monthly else []


def _is_yearly(passage: Passage, total: Mention) -> bool:
    return total.per == "year" or "årlig" in passage.lead(total)


def _due(way: _Way) -> Decimal:
    return sum((prod((m.value for m in factors), start=Decimal(1)) for factors in way), Decimal(0))


def _makes(total: Mention, way: _Way) -> bool:
    due = _due(way)
    return total.low <= due <= total.high or due == total.value


def _slip(passage: Passage, way: _Way, total: Mention, tries: int) -> bool:
    """Is the total what they come to but for a slip, and not by chance among so many tries? One told with its price beside it may be ten
    times too large or small."""
    due = _due(way)
    one, other = _digits(total.value), _digits(due)
    digits = max(len(one), len(other))
    room = 9 * 10 ** (digits - 1) * CHANCE / tries
    if exchanged(total.value, due):
        return digits * (digits - 1) / 2 < room
    if due.adjusted() == total.value.adjusted():
        wrong = sum(map(ne, one.ljust(digits, "0"), other.ljust(digits, "0"))) == 1
        return wrong and 9 * digits < room or one in _less_a_nought(other) and digits < room
    last = max(m.start for m in passage.figures if m.start < total.start)
    beside = len(way) == 1 and len(way[0]) == 2 and all(m.start >= passage.last.start for m in way[0]) and last in {m.start for m in way[0]}
    return beside and one == other and abs(due.adjusted() - total.value.adjusted()) == 1 and room > 2


def _less_a_nought(digits: str) -> set[str]:
    return {digits[:i] + digits[i + 1 :] for i, d in enumerate(digits) if d == "0"}


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.normalize().as_tuple().digits))


def _all_there_are(passage: Passage, prices: list[Mention], counts: list[Mention], total: Mention) -> tuple[Mention, ...]:
    """The price and all numbers of the sentence and the one before, where they nearly come to the total, or do in twelve months."""
    near = Passage(passage.sentences[-2:])
    told = [m for m in near.figures if m.unit == "number" or m.unit == "kr"]
    factors = [m for m in (*prices, *(c for c in counts if c not in prices)) if m.start >= near.sentences[0].start]
    others = [m for m in told if m is not total]
    plain = len(prices) == 1 < len(factors) and {m.start for m in factors} >= {m.start for m in others}
    if not plain or not _COMES_TO.search(passage.lead(total)) or any(m.bounded or CHANGE.search(near.lead(m)) for m in others):
        return ()
    if any(FRACTION.search(s.skeleton) or _REASON.search(s.skeleton) or ADDED.search(s.skeleton) for s in near.sentences):
        return ()
    if any((rate := rate_of(s, m)) and rate.kind not in ("", "løbende") for s in near.sentences for m in s.mentions if m.unit == "kr"):
        return ()  # "pr. aktivt medlem"
    factors += _twelve(passage, prices[0]) if _is_yearly(passage, total) else []
    due = _due((tuple(factors),))
    off = comes_near(due, total, NEAR) and not comes_near(due, total, ROUNDED) or due == MONTHS * total.value
    return tuple(factors) if off and not multiplies(total, *factors) else ()
