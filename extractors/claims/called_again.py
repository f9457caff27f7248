"""Numbers taken up again by the word they were told with: "de budgetlagte 56", where the item had "mod budgetlagt 58" and no 56."""

from __future__ import annotations

import re

from extractors.claims.fit import exact
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import YEAR, given
from extractors.claims.sentence import COUNTING, Sentence, pattern
from extractors.claims.told_twice import DIGITS, LEAST, table_values
from minutes.closeness import one_digit, swapped

_AGAIN = pattern(r"\b(?:de|det|den) (?P<word>[a-zæøå]{4,}?)(?:t?ede|te|ne) (?P<m><N>)")
_OTHER_TIME = re.compile(r"\b(?:oprindelig\w*|tidligere|første|nye|først|dengang|ændret|hidtil|senere|derefter)\b")
FAR = 200
"""Sentences before it in which it may have been told first."""
BACK = 8
"""Figures before it that may make it up."""


def find(ledger: Ledger) -> None:
    """Every such number."""
    for s, _ in ledger.in_turn(0, COUNTING):
        for match in _AGAIN.finditer(s.skeleton) if s.kind != "heading" else ():
            m = s.of(match.start("m"))
            if m.value >= LEAST and m.digits >= DIGITS and not m.bounded and not m.noun:
                _beside(ledger, s, m, match["word"])


def _beside(ledger: Ledger, s: Sentence, m: Mention, word: str) -> None:
    """The one figure of the item that this word stood right before, if the two differ by a slip and nothing else makes this one."""
    before = [t for t in ledger.right_before(s, FAR) if t.mentions]
    told = [x for t in before for x in t.mentions if x.unit == m.unit]
    first = re.compile(rf"\b{word}[a-zæøå]{{0,4}}(?: (?:til|på|med|i alt))? $")
    named = [(t, x) for t in before for x in t.mentions if x.unit == m.unit and first.search(t.skeleton, 0, t.position(x))]
    if len({x.value for _, x in named}) != 1 or any(x.value == m.value for x in [*told, *s.mentions] if x is not m):
        return
    t, o = named[-1]
    beside = [exact(x) for x in (*told[-BACK:], *s.mentions) if x.unit == m.unit and x is not m and x.value >= LEAST]
    slip = swapped(o.value, m.value) or one_digit(o.value, m.value)
    years = set(YEAR.findall(s.skeleton)), set(YEAR.findall(t.skeleton))
    apart = all(years) and not years[0] & years[1] or _OTHER_TIME.search(s.skeleton) or _OTHER_TIME.search(t.skeleton)
    cells = {str(value) for value in table_values(ledger, s.item, m.unit)}
    if slip and not apart and not given(exact(m), beside) and str(m.value) not in cells:
        ledger.say(s, "restated", "sum", m, [o], if_not="warning", alone=True)
