"""Parties and voters as lists print them: "A (8)", "Socialdemokratiet", "Ida Krogh (B)"."""

from __future__ import annotations

import re
from functools import cache

from minutes.needs import led

_COUNT = re.compile(
    r"\(\s*(\d{1,3})\s*(?:medlemmer|stemmer|af \d{1,3})?\s*\)|^\s*(\d{1,3})\s+\w"
    r"|^(?:[A-ZÆØÅ]{1,3}|[A-ZÆØÅ][\wæøå. ]+?):? (\d{1,2})$")
_BRACKET = re.compile(r"\s*\(.*$|:? \d{1,2}$")
_GROUP = re.compile(r"(?i)^\s*(?:liste|gruppe|partiet|gruppen)\s+(?=\S)")
_UNNAMED = led(r"(?i)\b(?:medlem(?:mer)?|stemmer?|øvrige|resten|andre|ingen|alle|flertal\w*|mindretal\w*)\b")
_NAMES = {
    "socialdemokratiet": "A", "socialdemokraterne": "A", "socialdemokrater": "A", "radikale venstre": "B", "de radikale": "B",
    "konservative": "C", "det konservative folkeparti": "C", "de konservative": "C", "konservative folkeparti": "C",
    "socialistisk folkeparti": "F", "sf": "F", "liberal alliance": "I", "kristendemokraterne": "K", "danmarksdemokraterne": "Æ",
    "moderaterne": "M", "dansk folkeparti": "O", "df": "O", "venstre": "V", "enhedslisten": "Ø", "alternativet": "Å", "nye borgerlige": "D",
}


def party(voter: str) -> str:
    """What a voter on a list is called: a party's letter where its name is known, else the name as printed, without number or brackets."""
    bare = _GROUP.sub("", _BRACKET.sub("", voter)).strip(" .,:;")
    return _NAMES.get(bare.casefold(), bare)


_PERSON = re.compile(r"(?!(?i:.*(?:liste|parti|gruppe|alliance)[a-z]*$))[A-ZÆØÅ][^\d]*\s[A-ZÆØÅ][^\d]*")


def is_person(name: str) -> bool:
    """Whether a name on a list is a person's, of two words at least; "Hammel Ø Listen" and "gruppe 3" are none."""
    return _PERSON.fullmatch(name) is not None


def seats(voter: str) -> int | None:
    """How many votes are printed with a voter: "A (8)" and "A 8" are 8; None where no number stands there."""
    found = _COUNT.search(voter)
    return int(found[1] or found[2] or found[3]) if found else None


def votes(voters: tuple[str, ...]) -> int | None:
    """How many votes a list names when every party on it has its number: "A (6 af 7), V (3) og Ida Krogh" is 10."""
    given = [seats(v) if seats(v) is not None else 1 if is_person(party(v)) else None for v in voters]
    return sum(n for n in given if n is not None) if given and None not in given else None


def named(voter: str) -> bool:
    """Whether a voter is a party or a person; "25 medlemmer" and "de øvrige" are neither."""
    return not _UNNAMED.search(voter)


@cache
def known() -> str:
    """The known names as an alternation, the longest first; in small letters."""
    return "|".join(sorted(_NAMES, key=len, reverse=True))
