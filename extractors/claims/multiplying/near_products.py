"""Averages and products that nearly come to a stated figure, whatever the words: a price for each, how many there are, and their total."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.fit import meets
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import Passage, comes_near
from minutes.needs import led, needs

NEAR_AVERAGE = Decimal("0.12")
"""How far from the stated average the computed one may be, as a part of it: what a mistake leaves."""
_EACH_BEFORE = led(
    r"(?:\b(?:hver|hvert|à|á|a|månedlig\w*|ugentlig\w*)|[@×]) (?:\w+ ){0,2}?$"
    r"|\bgennemsnit(?:ligt)? (?:på|er|var) $|\bi snit (?:på )?$"
    r"|(?:rater|afdrag|ydelser|terminer|portioner|betalinger) (?:på|à|á|a) (?:hver )?$"
    r"|\b(?:et?|[eé]n|[eé]t|hvert?) [a-zæøå]{4,} (?:er (?:sat|beregnet|anslået|opgjort) til|koster|giver|udløser) (?:ca\. )?$"
)
_AVERAGE = re.compile(r"(?:\bgennemsnit\w*|kvotient(?:en)?)\b[^\ue000-\ue007]{0,40}$")
_OF_THEM_ALL = re.compile(r"(?: [a-zæøå]+)?(?: (?:pr\.?|per|i hver) [a-zæøå]+)?(?:[.,;]|$)")
"""What follows an average of all that is counted; "i indskolingens klasser" makes it one of some."""
AVERAGED = needs(_AVERAGE)
MONTHS = Decimal(12)
_MEASURED = {"timer", "dage", "uger", "år", "minutter", "point"}


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


def is_each(passage: Passage, m: Mention) -> bool:
    """Is it said to be for each?"""
    return passage.at[m.start].is_rate(m) or bool(_EACH_BEFORE.search(passage.lead(m)))
