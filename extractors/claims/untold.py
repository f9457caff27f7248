"""What a text tells of beside the parts of a sum and does not reckon in: a rest ("Resten søges hos fonde"), and one or two of whom more is
said ("Én er talt med begge steder")."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.sentence import Sentence, pattern
from minutes.danish import SMALL_NUMBERS, whole

_OF_MONEY = (
    r"(?:rest(?:en|beløbet|finansiering\w*|udgift\w*|midler\w*)\b(?! af\b)|manko\w*"
    r"|(?:det|den|de) (?:resterende|tilbageværende|øvrige|sidste)(?: (?:beløb|del(?! af\b)|penge|midler|kroner|finansiering|udgift\w*"
    r"|bevilling)\b|(?= <K>| (?:er|skal|vil|kan|bliver|[a-zæøå]{3,}es)\b|\W*$)))"
)
_REST = pattern(rf"\b(?:{_OF_MONEY}|(?:det|den|de) (?:resterende|tilbageværende|øvrige)\b)|\b(?:mangler|udestår)\b(?! (?:at|ikke)\b)")
"""In the sentence of the parts, behind the last of them."""
_REST_AFTER = pattern(
    rf"^\W*(?:[a-zæøå]+ ){{0,2}}{_OF_MONEY}|\b(?:det|den|de) (?:resterende|øvrige|sidste)\W*$"
    r"|^\W*(?:her|der)til kommer (?:[a-zæøå]+ ){0,2}(?:mindre|diverse|andre|øvrige|en række|nogle)\b"
    r"|\bmangler (?:altså|dermed|stadig|fortsat|endnu)\b|\b(?:stadig|fortsat|endnu) mangler\b|\budestår\b(?! (?:at|ikke)\b)"
)
"""In the sentence after it, which may speak of another thing."""
_OTHERS_AFTER = re.compile(
    r"\W*(?:det|den|de) (?:resterende|øvrige|sidste|andre)\b"
    rf"(?! (?:\ue005|(?:{SMALL_NUMBERS})\b|(?:\w+ )?(?:år|måneder|uger|dage)\b))"
)
_BEGINS = re.compile(rf"\W*(?:(?:der|her) (?:er|var) |(?:her|der)til(?: kommer)? |yderligere )?(?:\ue005|(?P<n>{SMALL_NUMBERS})\b)")
_APART = re.compile(rf"(?:,? (?:mens|men|og|idet|hvor|da|fordi) |[,;(] ?)(?P<n>{SMALL_NUMBERS})\b")


def beside(gap: Decimal, counted: bool, tail: str, after: Sentence | None) -> bool:
    """Do the words behind the last part, to the end of its sentence, or the sentence `after` it tell what lies between a whole and its
    parts?

    `gap`: the whole less its parts; `counted`: whether they are counted, and no money.
    """
    next_ = after.skeleton if after else ""
    if gap > 0 and (_REST.search(tail) or _REST_AFTER.search(next_)):
        return True
    if not counted:
        return False
    if gap > 0 and _OTHERS_AFTER.match(next_):
        return True
    told = [whole(match["n"]) for match in _APART.finditer(tail)]
    if after and (begins := _BEGINS.match(next_)):
        told.append(whole(begins["n"]) if begins["n"] else int(after.mentions[0].value))
    return abs(gap) in told
