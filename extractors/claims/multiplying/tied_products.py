"""A price for each, a number and what they come to that stand side by side: "40 sager à 9.500 kr., 380.000 kr.".

Words tell that the price is for each, or tie it to its number, and that the last of the three follows from the others. Where they do not
fit, one slip of a digit has to explain it: two digits exchanged, or one changed, in any of the three. How often such a slip would make
figures fit by chance is reckoned from the digits that it may stand in and those of the total.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from extractors.claims.fit import exact, multiplies, slip_mends
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.multiplying.linked_amounts import ADDED
from extractors.claims.multiplying.near_products import MONTHS, is_each
from extractors.claims.nearby import Passage, given
from extractors.claims.rates import YEAR, counts, rate_of
from extractors.claims.sentence import COUNTING, pattern

CHANCE, CHANCE_FOR_EACH = 0.05, 0.1
"""How many of the totals of so many digits a slip may reach, of a price that its number is told with and of one said to be for each …"""
ROUNDED = 0.1
""" … and how much less where a price that is drawn from the two others may be rounded."""
LEAST = 2
"""Digits of a total that a slip is told by; a price drawn from it may be rounded where it has more."""
SPAN, APART = 6, 4
"""Figures among which the three stand, and how much less likely chance may be where another stands between two of them."""
BACK = 5
"""Sentences before it whose counts may be those that a price is for."""
FARTHEST = 10
"""A product this many times off is no slip."""
_UNITS = frozenset(("kr", "number", "hours", "years"))
_OF_TIME = ("år", "måned", "uge", "kvartal", "dag", "time")
_TIMES = pattern(
    r"(?:<at>|\b(?:til|med|for|på|ved|af|hver|hvert|kostede|koster|betaler|betalte|få[rt]?|fik))(?: [a-zæøå0-9²³]+){0,4} $|^ $"
)
"""What stands between a number and the price for each, or the other way round: "22.400 styk til", "60 kr., der ved"."""
_AT, _SHARED = pattern(r"<at> $|\btil $"), pattern(
    r"\b(?:for|fra|til|på|af|dækker|nemlig|ved)(?: (?:de|alle|hele|sine|i alt))* $|[,:(] ?$"
)
""" "14,2 mio. kr. fra 71 pladser à 200.000 kr."."""
_COMES_TO = pattern(
    r"<equals>|<so>|<total>|<comes>|<is>|\b(?:kost|giv|gav|betal|af med|værd)[a-zæøå]*|^[^;:,(]{0,30}[,:(] ?$|^ ?[–] ?$"
    r"|\b(?:for|ved|på|til|over|med|i gennemsnit|gennemsnitligt|snit)(?: (?:de|alle|samtlige|hele))* $"
)
"""What stands before the last of the three, where it follows from the two others."""
_PRICE = re.compile(r"(?:pris|takst|honorar|gebyr|kontingent|sats|provision|vederlag|billet)[a-zæøå]*\b[^;]{0,25}$")
_EACH_BEFORE = re.compile(
    r"\b(?:snit|gennemsnit\w*|(?:års|måneds|time|enheds)(?!r\b)\w+) (?:\w+ ){0,2}?$|\b(?:[eé][nt]|hvert?) [a-zæøå]{3,} til $"
)
_EACH_AFTER = re.compile(
    r"(?: [a-zæøå0-9²³]+){0,2}? (?:pr\.?|per|(?:(?:i|til|på|for) )?hvert?|om (?:dagen|ugen|måneden)|i (?:klassen|timen)|stykket)\b"
)
_PAID_OTHERWISE = re.compile(r"\b(?:tilskud|støtte|bevilling|ramme|budget)[a-zæøå]* (?:er|var|på|bliver|blev) $")
"""What is given to it, whatever it costs: "og tilskuddet er 148.400 kr."."""
_AVERAGED = re.compile(r"snit|\bca\b|omtrent|omkring|knap|godt")
_BESIDE = ("for", "ved", "på", "til", "over", "med")
_Way = tuple[Mention, Mention, Mention]
"""A total, a number and a price or a number for each."""


def find(ledger: Ledger) -> None:
    """Every such product that no other family has read."""
    sure = [(c.kind, c.stated.source.at) for c in ledger.claims if c.extra["if_not"] != "unverifiable" and c.stated and c.stated.source]
    known, products = {at for _, at in sure}, {at for kind, at in sure if kind == "product"}
    for s, earlier in ledger.in_turn(1, COUNTING):
        if s.kind != "heading" and len(s.mentions) > 1:
            _sentence(ledger, Passage([t for t in s.under_one_item(earlier) if t.mentions and t.kind == s.kind]), known, products)


def _sentence(ledger: Ledger, passage: Passage, known: set[int], products: set[int]) -> None:
    ways = [(w, chance) for w, chance in _ways(passage) if w[0].number not in products]
    slips = [w for w, chance in ways if _slipped(passage, w, chance)]
    fitting = [w for w, _ in ways if multiplies(*w) and w not in slips]
    bound = {m.start for w in fitting for m in w}
    off = [w for w in slips if not bound & {m.start for m in w} and not _otherwise(ledger, passage, w)]
    for total, number, each in [*(w for w in fitting if w[0].number not in known), *(off if len(off) == 1 else [])]:
        if each.start > total.start and not (off and _rounded(total, number, each)):
            ledger.say(passage.at[each.start], "product", "quotient", each, [total, number], if_not="warning", alone=True)
        else:
            ledger.say(passage.at[total.start], "product", "product", total, [number, exact(each)], if_not="warning", alone=True)


def _slipped(passage: Passage, way: _Way, chance: float) -> bool:
    """Does one slip of a digit keep the three from fitting to the last digit? A price drawn from the two others may be rounded, too."""
    total, number, each = way
    if each.start > total.start and _rounded(*way):
        if multiplies(*way):
            return False
        chance = 0 if _AVERAGED.search(passage.lead(each)) else chance * ROUNDED
    elif multiplies(*way):
        return False
    drawn = total.start < each.start > number.start and each.digits > LEAST and not _rounded(*way)
    return total.digits >= LEAST and slip_mends(chance, total, exact(number), each if drawn else exact(each))


def _rounded(total: Mention, number: Mention, each: Mention) -> bool:
    """Do the three fit but for the rounding of the price, noughts at its end included, and not to the last digit?"""
    step = _last(each) / 2
    loose = replace(each, low=min(each.low, each.value - step), high=max(each.high, each.value + step))
    return multiplies(total, number, loose) and not multiplies(total, number, exact(each))


def _last(m: Mention) -> Decimal:
    """One of what its last digit but noughts counts; a figure that allows more is a range of two."""
    return Decimal(10) ** (m.value.adjusted() + 1 - m.digits)


def _otherwise(ledger: Ledger, passage: Passage, way: _Way) -> bool:
    """Do words or other figures say what the total is, or does the item tell what the two make, too, or is it of more than that?"""
    total, number, each = way
    if passage.reasoned(total) or given(total, [m for m in passage.at[total.start].mentions if m.unit == total.unit and m is not total]):
        return True
    made, item = number.value * each.value, passage.last.item
    counts_near = (m for t in ledger.right_before(passage.last, BACK) for m in t.mentions if m.unit == "number")
    if each.start > total.start and any(multiplies(total, m, each) for m in counts_near):
        return True  # "528.000 kr., dvs. 3.000 kr. pr. deltager": of those who were counted farther off
    if number.noun.startswith("måned") and total.value * number.value == MONTHS * each.value:
        return True  # "186.000 kr. på årsbasis … fire måneder, dvs. 62.000 kr."
    between = [m for m in passage.figures if m.unit in _UNITS and min(w.start for w in way) < m.start < max(w.start for w in way)]
    if total.value > made and len(between) > 1 or number.unit == "years" and ADDED.search(passage.at[total.start].skeleton):
        return True
    return any(m.value == made for t in ledger.sentences if t.item == item for m in t.mentions)


def _ways(passage: Passage) -> Iterator[tuple[_Way, float]]:
    """Each total, number and price or number for each, two of them side by side and the third near, with how likely chance may be."""
    told = [m for m in passage.figures if m.unit in _UNITS and not m.bounded and m.value > 0 and m.high - m.low <= _last(m)]
    new = next((i for i, m in enumerate(told) if m.start >= passage.last.start), len(told))
    for i in range(max(new - 1, 0), len(told)):
        for j, k in combinations(range(max(i + 1, new), min(i + SPAN, len(told))), 2):
            beside = k - i == 2
            if beside or j - i == 1 or k - j == 1:
                way = _as_product(told[i], told[j], told[k])
                if way and (chance := _tied(passage, *way)):
                    yield way, chance if beside else chance / APART


def _as_product(*three: Mention) -> _Way | None:
    """The larger of two amounts as a total, or of two counts of one thing, when the product is of that size."""
    money = [m for m in three if m.unit == "kr"]
    number = next((m for m in three if m.unit != "kr"), None) if len(money) == 2 else None
    if not money and all(m.unit == "number" for m in three):
        a, b, c = three
        number = next((z for x, y, z in ((a, b, c), (a, c, b), (b, c, a)) if x.noun and x.noun == y.noun != z.noun), None)
    if number is None or number.value <= 1:
        return None
    each, total = sorted((m for m in three if m is not number), key=lambda m: m.value)
    if each.value == total.value or not money and total.value <= number.value:
        return None
    return (total, number, each) if total.value < FARTHEST * each.value * number.value < FARTHEST**2 * total.value else None


def _tied(passage: Passage, total: Mention, number: Mention, each: Mention) -> float:
    """How likely chance may be, by the words: is the price called one for each or told with its number, and what they come to as well?"""
    s, row = passage.last, sorted((total, number, each), key=lambda m: m.start)
    rate = rate_of(passage.at[each.start], each) if each.unit == "kr" else None
    over = rate_of(passage.at[total.start], total) if total.unit == "kr" else None
    if over and (over.unit != YEAR or rate and rate.unit == YEAR) or not over and _told_for_each(passage, total):
        return 0
    if any(m.unit == "percent" and row[0].start < m.start < row[2].start for m in passage.figures):
        return 0
    a, b = sorted((number, each), key=lambda m: m.start)
    between = s.skeleton[s.position(a) + 1 : s.position(b)] if a.start >= s.start else ""
    shared_out = row == [total, number, each] and _AT.search(between) and _SHARED.search(passage.lead(number))
    comes = None if _PAID_OTHERWISE.search(passage.lead(total)) else _COMES_TO.search(passage.lead(row[-1]))
    if not shared_out and (not comes or row[-1] is total and comes[0].startswith(_BESIDE)):
        return 0
    if row[0].start < s.start and row[0] is not number:
        return 0
    if rate and (counts(rate, number) or rate.unit == YEAR and number.unit == "years" and row[0].start >= s.start):
        return CHANCE_FOR_EACH
    if number.unit == "years" or rate and rate.unit in _OF_TIME or row[0].start < s.start and not rate:
        return 0
    if rate or _told_for_each(passage, each):
        return CHANCE_FOR_EACH
    told = shared_out or row[-1] is total and _TIMES.search(between) or _PRICE.search(passage.lead(each))
    return CHANCE if each.unit == "kr" and told else 0


def _told_for_each(passage: Passage, m: Mention) -> bool:
    """Is it said to be for each?"""
    s = passage.at[m.start]
    return is_each(passage, m) or bool(_EACH_BEFORE.search(passage.lead(m)) or _EACH_AFTER.match(s.skeleton, s.position(m) + 1))
