"""The parties of an agreement, named in one list: how many they are, and the seats that they have."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from extractors.claims.counting.counted import say_count
from extractors.claims.mentions import Mention
from extractors.claims.sentences import NUMBERED, Ledger, Sentence, pattern
from minutes.needs import needs
from minutes.parties import known

_NUMBER = pattern(r"\b(?:de|alle|samtlige|disse) (?P<n><N>) (?:aftale|forligs|budget)?partier\b(?! (?:i|ud)\b)")
_SEATS = pattern(r"^(?:de )?(?:aftale|forligs)?parti\w*~60 (?P<n><N>) (?:ud )?af ~25<N> (?:mandat|plads|medlem)")
_SEAT = re.compile(r"\((\d{1,2})\)")
_ENTRY = re.compile(r",|\s(?:og|samt)\s")
_TOLD = needs(_NUMBER, _SEATS)
BACK = 1500
"""Characters before a sentence in which the parties are named."""


@cache
def _listed() -> re.Pattern[str]:
    name = rf"\b(?:{known()}|[a-zæøå]+listen)\b(?: \(\w{{1,2}}\))?"
    return re.compile(rf"{name}(?:, {name})+,? (?:og|samt) {name}(?!,? (?:og|samt)\b|, [A-ZÆØÅ])".replace(" ", r"\s+"), re.I)


def find(ledger: Ledger) -> None:
    """Every such number after the one list of parties that it can be of."""
    for s in ledger.sentences:
        if s.holds & NUMBERED and s.holds & _TOLD:
            number, seats = _NUMBER.search(s.skeleton), _SEATS.search(s.skeleton)
            lists = [*_listed().finditer(ledger.flow.text, max(s.start - BACK, 0), s.start)] if number or seats else []
            if number and len({_entries(names) for names in lists}) == 1:
                say_count(ledger, s, s.of(number.start("n")), _entries(lists[0]), "warning", [lists[0].start()], "named")
            if seats and len(lists) == 1:
                _seats(ledger, s, s.of(seats.start("n")), lists[0])


def _entries(names: re.Match[str]) -> int:
    return len(_ENTRY.split(names[0]))


def _seats(ledger: Ledger, s: Sentence, stated: Mention, names: re.Match[str]) -> None:
    """ "… mellem A (9), F (2) og B (1). Partierne har 12 af byrådets 25 mandater"."""
    printed = [*_SEAT.finditer(ledger.flow.text, names.start(), names.end())]
    parts = [Mention(m.start(1), m.end(1), m.start(1), *[Decimal(m[1])] * 3, "number") for m in printed]
    if len(parts) == _entries(names):
        ledger.say(s, "sum", "sum", stated, parts, if_not="warning")
