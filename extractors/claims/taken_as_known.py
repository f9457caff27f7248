"""Figures that the text takes as known, "af de 298", "de 18,0 mio. kr.", and has told nowhere, beside the one that it has told.

Where the text has the figure anywhere else, or others near by make it up, it is known; and only a slip of the digits says which is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.nearby import NOUN, comes_near, given
from extractors.claims.sentences import COUNTING, Ledger, Sentence
from minutes.closeness import exchanged, one_digit
from minutes.content import akin

BACK = 30
"""Sentences before this one in which the figure may have been told."""
CLOSE = 5
"""Sentences with figures before this one in which it may have been told as a number of something else: "186 adresser", "de 186"."""
NEAR = 4
"""Sentences to each side whose figures may make it up."""
NEAR_VALUE = Decimal("0.45")
"""How far a changed digit may put it, as a part of it."""
LONG = 3
"""Digits of a figure that hardly comes near another by chance."""
_KNOWN = re.compile(r"(?<!\w)(?:de|disse|samtlige|alle)(?: i alt| ialt)?\s$", re.I)
_WHICH = re.compile(r"(?: [\w-]+){0,2},? (?:der|som|hvor|med|uden|i|på|fra|til|pr\.|ved|efter|under)(?!\w)")
""" "De 420 boliger, der blev bygget": told there and then."""
_PRINTED = re.compile(r"\d[\d.,]*\d|\d")


def find(ledger: Ledger) -> None:
    """Every such figure."""
    printed = Counter(_PRINTED.findall(ledger.flow.text))
    for s, earlier in ledger.in_turn(BACK, COUNTING):
        told = [t for t in earlier if t.item == s.item and t.mentions and t.kind != "heading"]
        for m in s.mentions if told else ():
            if m.unit not in ("kr", "number") or m.qualifier or m.digits < 2 or not taken(ledger, m):
                continue
            number = _PRINTED.match(ledger.flow.text, m.number)
            if number and printed[number[0]] == 1:
                _beside(ledger, s, m, told)


def taken(ledger: Ledger, m: Mention) -> bool:
    """Does an article take the figure as known, and is it not told there and then?"""
    text = ledger.flow.text
    return _KNOWN.search(text, max(m.start - 14, 0), m.start) is not None and not _WHICH.match(text, m.end)


def _beside(ledger: Ledger, s: Sentence, m: Mention, told: list[Sentence]) -> None:
    before = [x for t in told for x in t.mentions if x.unit == m.unit and not x.bounded]
    if any(x.low <= m.value <= x.high for x in before):
        return
    close = told[-CLOSE].start if len(told) > CLOSE else 0
    near = [x for x in before if _slipped(x, m) and (x.start >= close or not m.noun or _counts_the_same(x, m) or m.digits > LONG)]
    beside = {o.value for o in s.mentions}
    if len({x.value for x in near}) == 1 and near[-1].value not in beside and not _made_up(ledger, s, m):
        ledger.say(s, "restated", "sum", m, [near[-1]], if_not="warning", alone=True, tried=True)


def _slipped(x: Mention, m: Mention) -> bool:
    """Do two digits, changed places, or one digit tell the two apart, where they may be of one thing?"""
    if x.per != m.per or m.noun and x.noun and not akin(x.noun, m.noun):
        return False
    if exchanged(x.value, m.value):
        return m.digits >= LONG or _counts_the_same(x, m)
    alike = not m.noun or _counts_the_same(x, m)
    return alike and one_digit(x.value, m.value) and x.digits == m.digits >= LONG and comes_near(x.value, m, NEAR_VALUE)


def _counts_the_same(x: Mention, m: Mention) -> bool:
    return m.unit != "number" or bool(m.noun) and x.noun[:NOUN] == m.noun[:NOUN]


def _made_up(ledger: Ledger, s: Sentence, m: Mention) -> bool:
    """Do others near by make up the figure: are its parts told, or is it what is left?"""
    at = next(i for i, t in enumerate(ledger.sentences) if t.start == s.start)
    others = [x for t in ledger.sentences[max(at - NEAR, 0) : at + 2] for x in t.mentions if x.unit == m.unit and x is not m]
    return given(m, others)
