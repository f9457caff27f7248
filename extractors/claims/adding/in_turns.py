"""A whole that is shared out in turns ("18 i to omgange med 10 i april og 6 i august"), and what a told share of a cost comes to."""

from __future__ import annotations

import re

from extractors.claims.adding.enumerations import alike, enumerated
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.content import like
from minutes.needs import needs

_TURNS = pattern(
    r"(?P<t><NK>)~90\b(?:i|over|på) (?P<k><N>) (?:\w+ )?<turns>(?:,? (?:med|på|nemlig)|:|,)?(?: henholdsvis)? (?P<parts><NK>.*)$"
)
_BECOMES = pattern(r"\b(?P<what>[a-zæøå]{4,}) <gives> <so>(?: på)? (?P<c><K>)")
_RULE = pattern(r"\b(?P<what>[a-zæøå]{4,}) (?:(?:er )?på|med|udgør|dækker|er|svarer til|svarende til) (?P<p><PF>) af ~40")
_REST = pattern(r"<rest>|øvrige|<ofit>|blandt|bl\.a\.")
_LIMITED = re.compile(r"højst|mindst|maks|loft|dog |fradrag|fratruk|egenbetaling")
_SHARED_OUT, _CONCLUDED = needs(_TURNS), needs(_BECOMES)
REMEMBERED = 3


def find(ledger: Ledger) -> None:
    """Every whole in turns, and every amount drawn from a share that a sentence before gives."""
    for s, before in ledger.in_turn(REMEMBERED, _SHARED_OUT | _CONCLUDED):
        for match in _TURNS.finditer(s.skeleton) if s.holds & _SHARED_OUT else ():
            _in_turns(ledger, s, match)
        for match in _BECOMES.finditer(s.skeleton) if s.holds & _CONCLUDED else ():
            _drawn(ledger, s, before, match)


def _in_turns(ledger: Ledger, s: Sentence, match: re.Match[str]) -> None:
    whole, turns = s.of(match.start("t")), s.of(match.start("k"))
    parts = alike(s, s.between(match.start("parts"), len(s.skeleton), whole.unit), whole)
    if (
        len(parts) == turns.value
        and not _REST.search(match["parts"])
        and enumerated(s, parts)
        and not any(m.bounded or m.qualifier for m in (whole, *parts))
    ):
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning")


def _drawn(ledger: Ledger, s: Sentence, before: list[Sentence], match: re.Match[str]) -> None:
    """ "Der ydes tilskud med to tredjedele af udgiften. … er godkendt med 126.000 kr., og tilskuddet er derfor på 84.000 kr."."""
    rules = [(t, m) for t in before for m in _RULE.finditer(t.skeleton) if like(m["what"], match["what"])]
    cost = [m for m in s.between(0, match.start(), "kr") if not m.bounded]
    if len(rules) == 1 and len(cost) == 1 and not _LIMITED.search(rules[0][0].skeleton + s.skeleton):
        share: Mention = rules[0][0].of(rules[0][1].start("p"))
        ledger.say(s, "share", "percent_of", s.of(match.start("c")), [share, cost[0]], if_not="warning", alone=True)
