"""Averages and products that nearly come to a stated figure, whatever the words: a price for each, how many there are, and their total."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from math import prod

from extractors.claims.fit import meets, multiplies, slipped
from extractors.claims.mentions import Mention
from extractors.claims.multiplying.products import ADDED
from extractors.claims.nearby import CHANGE, FRACTION, TOTALLED, Passage, comes_near
from extractors.claims.rates import durations, rate_of
from extractors.claims.sentences import Ledger, Sentence
from minutes.needs import led, needs

NEAR_AVERAGE, NEAR_PRODUCT, ROUNDED = Decimal("0.12"), Decimal("0.35"), Decimal("0.01")
"""How far from the stated figure the computed one may be, as a part of it: what a mistake leaves, and what rounding does."""
_EACH_BEFORE = led(
    r"(?:\b(?:hver|hvert|à|á|a|månedlig\w*|ugentlig\w*)|[@×]) (?:\w+ ){0,2}?$"
    r"|\bgennemsnit(?:ligt)? (?:på|er|var) $|\bi snit (?:på )?$"
    r"|(?:rater|afdrag|ydelser|terminer|portioner|betalinger) (?:på|à|á|a) (?:hver )?$"
    r"|\b(?:et?|[eé]n|[eé]t|hvert?) [a-zæøå]{4,} (?:er (?:sat|beregnet|anslået|opgjort) til|koster|giver|udløser) (?:ca\. )?$"
)
_AVERAGE = re.compile(r"(?:\bgennemsnit\w*|kvotient(?:en)?)\b[^\ue000-\ue007]{0,40}$")
_OF_THEM_ALL = re.compile(r"(?: [a-zæøå]+)?(?: (?:pr\.?|per|i hver) [a-zæøå]+)?(?:[.,;]|$)")
"""What follows an average of all that is counted; "i indskolingens klasser" makes it one of some."""
_REASON = re.compile(r"\b(?:da|fordi|idet|eftersom|når|halv(?!år)\w*|gratis|nedsat|nogle|dog|men)\b")
"""Words that tell why a total is another than the product."""
_COMES_TO = re.compile(
    r"\b(?:i alt|ialt|tilsammen|sammenlagt|samle\w+|total\w*|giver|svarer til|svarende til|dermed|således|altså|derfor"
    r"|hvilket|bliver|beløber|løber|medfører|udgør|så|\w*(?:udgift|indtægt|besparelse)(?:en|er)?)\b"
)
COMING_TO, AVERAGED = needs(_COMES_TO), needs(_AVERAGE)
MONTHS = Decimal(12)
LONGEST = 15
"""Years that are multiplied with; more are somebody's age."""
_MEASURED = {"timer", "dage", "uger", "år", "minutter", "point"}
_TOLD = {"kr", "number"}


def averages(ledger: Ledger, passage: Passage) -> None:
    """ "462 elever i 22 klasser. Den gennemsnitlige klassekvotient er 22,5": two counts, and how many of the one each other has."""
    counts = [m for m in passage.of("number") if not m.bounded]
    for average in [m for m in counts if _AVERAGE.search(passage.lead(m))] if len(counts) == 3 else []:
        few, many = sorted((m for m in counts if m is not average), key=lambda m: m.value)
        if few.value <= 1 or not passage.new(average) or not few.noun or not many.noun or average.noun in _MEASURED:
            continue
        if not _OF_THEM_ALL.match(passage.at[average.start].skeleton, passage.at[average.start].position(average) + 1):
            continue
        low, high = many.low / few.high, many.high / few.low
        if not meets(low, high, average.rounded()) and comes_near(many.value / few.value, average, NEAR_AVERAGE):
            ledger.say(passage.at[average.start], "product", "quotient", average, [many, few], if_not="note")


def products(ledger: Ledger, passage: Passage) -> None:
    """A price for each or a number for each, how many there are, and what that comes to."""
    figures = [m for m in passage.figures if m.unit in _TOLD]
    if not 0 < len(figures) < 6 or not 2 < len(figures) + len(years := _years(passage)) < 6 or any(m.bounded for m in figures):
        return
    totals = _totals(passage, figures)
    if not totals:
        return
    if any(FRACTION.search(s.skeleton) or _REASON.search(s.skeleton) or _some_only(s) for s in passage.sentences):
        return
    added = any(ADDED.search(s.skeleton) for s in passage.sentences)
    for total in totals:
        factors = [m for m in figures if m is not total]
        if not _may_make(passage, factors, total):
            continue
        terms = _months(passage, total, factors) or years
        ways = [[*factors, *w] for n in (0, 1) for w in combinations(terms, n) if len(factors) + n > 1 and (n or terms is years)]
        made = [(w, prod((f.value for f in w), start=Decimal(1))) for w in ways if passage.new(total, *w)]
        near = [w for w, computed in made if _nearly(computed, total) and (not added or slipped(computed, total))]
        if len(near) == 1 and not any(multiplies(total, *w) for w in ways) and not passage.bound(total):
            ledger.say(passage.at[total.start], "product", "product", total, near[0], if_not="note")


def _totals(passage: Passage, figures: list[Mention]) -> list[Mention]:
    """What words call a result: one of two amounts of money, or a count where there is no money."""
    money = [m for m in figures if m.unit == "kr"]
    told = (money if len(money) == 2 else figures if not money else []) if len(figures) < 6 else []
    return [m for m in told if m.per in (None, "year") and _COMES_TO.search(passage.lead(m))]


def _may_make(passage: Passage, factors: list[Mention], total: Mention) -> bool:
    """Is one of them for each, none a change, and do they stand before their total, unless a word for all of it says which it is?"""
    if not any(is_each(passage, m) for m in factors) or any(CHANGE.search(passage.lead(m)) for m in factors):
        return False
    return total.start > factors[-1].start or bool(TOTALLED.search(passage.lead(total)))


def _nearly(computed: Decimal, total: Mention) -> bool:
    """Is the product close to the total, farther than rounding goes, or is the total that of one month instead of twelve?"""
    rounded = comes_near(computed, total, ROUNDED)
    return not rounded and comes_near(computed, total, NEAR_PRODUCT) or computed == MONTHS * total.value


def _months(passage: Passage, total: Mention, factors: list[Mention]) -> list[Mention]:
    """Twelve, when the price is one for a month and the total is said to be that of a year."""
    monthly = next((m for m in factors if m.per == "month"), None)
    yearly = total.per == "year" or "årlig" in passage.lead(total)
    return [replace(monthly, value=MONTHS, low=MONTHS, high=MONTHS, unit="number", per=None, noun="måneder")] if monthly and yearly else []


def _some_only(s: Sentence) -> bool:
    """Is a price for some of those that are counted: "pr. aktivt medlem", and not "pr. løbende meter"?"""
    return any((rate := rate_of(s, m)) and rate.kind not in ("", "løbende") for m in s.mentions if m.unit == "kr")


def is_each(passage: Passage, m: Mention) -> bool:
    """Is it said to be for each?"""
    return passage.at[m.start].is_rate(m) or bool(_EACH_BEFORE.search(passage.lead(m)))


def _years(passage: Passage) -> list[Mention]:
    return [d for s in passage.sentences for d in durations(s) if d.value < LONGEST]
