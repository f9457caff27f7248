"""What a yearly amount comes to over a term that was named before: "en prøvetid på tre år … A om året. I hele prøvetiden bliver det T"."""

from __future__ import annotations

import re

from extractors.claims.mentions import Mention
from extractors.claims.multiplying.products import ADDED
from extractors.claims.rates import durations, rate_of
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.needs import needs

_ALL_OF_IT = re.compile(r"\b(?:i|over|for|gennem) hele (?P<term>[a-zæøå]*(?:tid|periode|fase))(?:e?n|s)?\b")
_KIND = re.compile(r"(?:s|e)?(?:tid|periode|fase)$")
_YEARLY = pattern(r"[^\ue000-\ue007;]{0,50}\b(?:årligt|om året|hvert år|pr\.? år)\W*$")
_TOLD = needs(_ALL_OF_IT)
REMEMBERED = 6
"""Sentences before the total in which the term may be named with its years."""


def find(ledger: Ledger) -> None:
    """Every such total, right after the yearly amount."""
    for s, before in ledger.in_turn(REMEMBERED, _TOLD):
        match = _ALL_OF_IT.search(s.skeleton)
        if match and before and not durations(s):
            _over(ledger, s, s.under_one_item(before)[:-1], match["term"])


def _over(ledger: Ledger, s: Sentence, before: list[Sentence], term: str) -> None:
    totals, yearly = ([m for m in t.mentions if m.unit == "kr" and not m.bounded] for t in (s, before[-1])) if before else ([], [])
    if len(totals) != 1 or rate_of(s, totals[0]) or not yearly:
        return
    told = [(t, m) for t in before for m in durations(t)]
    years = [m for t, m in told if (at := t.skeleton.find(term)) >= 0 and t.offset(at) < m.start or _does_it_for(t, m, term)]
    years = years or ([m for t, m in told if t is before[-1]] if not _KIND.sub("", term) else [])
    each = _YEARLY.match(before[-1].skeleton, before[-1].position(yearly[-1]) + 1)
    if each and len({y.value for y in years}) == 1 and years[0].value > 1 and not any(ADDED.search(t.skeleton) for t in (before[-1], s)):
        ledger.say(s, "product", "product", totals[0], [yearly[-1], years[0]], if_not="warning")


def _does_it_for(t: Sentence, years: Mention, term: str) -> bool:
    """ "prøves i fire år" tells how long "prøveperioden" is."""
    verb = _KIND.sub("", term)
    return len(verb) > 3 and re.search(rf"\b{verb[:5]}\w*(?: \w+){{0,2}} (?:i|over|gennem|for) $", t.lead(years)) is not None
