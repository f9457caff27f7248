"""People told sort by sort with number words, "en leder, to jobvejledere og en halv administrativ stilling, i alt 3,5 årsværk".

One of a sort is told by "en" or by its definite form alone, which no figure is: so the words are read, and every sort must be told so.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import NUMBERED, Ledger, pattern
from minutes.danish import SMALL_NUMBERS, word_value

_STAFF = r"(?:årsværk|stillinger|personer|medarbejdere|ansatte|mand|fuldtidsstillinger|mennesker)"
_TOTAL = pattern(rf",? (?:<total>|tilsammen|i alt|ialt|altså)(?: på| er)? (?P<n><N>)(?: {_STAFF}\b)")
_SORT = re.compile(
    rf"(?:(?P<half>en halv|et halvt|halvanden)|(?P<word>{SMALL_NUMBERS}|en|én|et|ét|\d{{1,2}}(?:,5)?))"
    r"(?: [a-zæøå-]+){1,4}"
)
_THE_ONE = re.compile(r"(?:[a-zæøå]+ )?[a-zæøå]{4,}(?:en|et)")
_PARTED = re.compile(r", (?:og |samt )?| og | samt ")
_GROUP = re.compile(r"(?:par|familie|familier|hold|team|gruppe|grupper|søskende)\b|\bdeltid\w*")
"""Of these one is more than one person, or less than one of full time."""
_HALF = {"en halv": Decimal("0.5"), "et halvt": Decimal("0.5"), "halvanden": Decimal("1.5")}
_WITH = re.compile(r"\b(?:er|med|af|til|omfatter|tæller|på|har|ansættes|:) (?=(?:en|én|et|ét|halvanden|\d|[a-zæøå]+(?:en|et),|\w+ \w))")
FEWEST = 3
"""Sorts of people."""


def find(ledger: Ledger) -> None:
    """Every such total."""
    for s in ledger.sentences:
        for match in _TOTAL.finditer(s.skeleton) if s.holds & NUMBERED else ():
            total = s.of(match.start("n"))
            end = s.offset(match.start())
            sorts = _sorts(ledger.flow.text[s.start : end].lower(), s.start)
            if len(sorts) >= FEWEST and not total.qualifier:
                ledger.say(s, "sum", "sum", total, sorts, if_not="warning", tried=True)


def _sorts(told: str, start: int) -> list[Mention]:
    """The sorts that stand right before, from the word that leads them; none where one of them is told otherwise."""
    for lead in _WITH.finditer(told):
        found, at = [], lead.end()
        for entry in _PARTED.split(told[lead.end() :]):
            place = told.index(entry, at)
            value = _how_many(entry.strip(), first=not found)
            if value is None:
                break
            found.append(Mention(start + place, start + place + len(entry), start + place, value, value, value, "number", ""))
            at = place + len(entry)
        else:
            return found
    return []


def _how_many(entry: str, first: bool) -> Decimal | None:
    if _GROUP.search(entry):
        return None
    if match := _SORT.fullmatch(entry):
        if match["half"]:
            return _HALF[match["half"]]
        word = match["word"]
        if word in ("en", "én", "et", "ét"):
            return Decimal(1)
        return Decimal(word.replace(",", ".")) if word[0].isdigit() else word_value(word)
    return Decimal(1) if first and _THE_ONE.fullmatch(entry) else None
