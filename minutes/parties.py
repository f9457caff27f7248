"""Parties and voters as lists print them: "A (8)", "Socialdemokratiet", "Ida Krogh (B)"."""

from __future__ import annotations

import re
from functools import lru_cache

from minutes.needs import led

_COUNT = re.compile(
    r"\(\s*(\d{1,3})\s*(?:medlemmer|stemmer|af \d{1,3})?\s*\)|^\s*(\d{1,3})\s+\w"
    r"|^(?:[A-ZÆØÅ]{1,3}|[A-ZÆØÅ][\wæøå. ]+?):? (\d{1,2})$")
_BRACKET = re.compile(r"\s*\(.*$|:? \d{1,2}$")
_GROUP = re.compile(r"(?i)^\s*(?:liste|gruppe|partiet|gruppen)\s+(?=\S)")
_UNNAMED = led(r"(?i)\b(?:medlem(?:mer)?|stemmer?|øvrige|resten|andre|ingen|alle|flertal\w*|mindretal\w*)\b")
PARTIES = {
    "Socialdemokratiet": "A", "Socialdemokraterne": "A", "Socialdemokrater": "A", "Radikale Venstre": "B", "Det Radikale Venstre": "B",
    "De Radikale": "B", "Radikale": "B", "Det Konservative Folkeparti": "C", "Konservative Folkeparti": "C", "De Konservative": "C",
    "Konservative": "C", "Nye Borgerlige": "D", "Centrum-Demokraterne": "D", "Centrum Demokraterne": "D", "Socialistisk Folkeparti": "F",
    "SF": "F", "Liberal Alliance": "I", "Kristendemokraterne": "K", "Moderaterne": "M", "Dansk Folkeparti": "O", "DF": "O",
    "Kristeligt Folkeparti": "Q", "Slesvigsk Parti": "S", "Venstre": "V", "Fremskridtspartiet": "Z", "Danmarksdemokraterne": "Æ",
    "Enhedslisten": "Ø", "Alternativet": "Å", "Frie Grønne": "Q",
}
"""A party as it is printed → its letter on the ballot; some letters have been another party's before."""
LONGEST_FIRST = sorted(PARTIES, key=len, reverse=True)
A_PARTY = "|".join(LONGEST_FIRST)
"""One of them, in a pattern."""
_LETTERS = {name.casefold(): letter for name, letter in PARTIES.items()}


@lru_cache(maxsize=1000)
def party(voter: str) -> str:
    """What a voter on a list is called: a party's letter where its name is known, else the name as printed, without number or brackets."""
    bare = _GROUP.sub("", _BRACKET.sub("", voter)).strip(" .,:;")
    return _LETTERS.get(bare.casefold(), bare)


_PERSON = re.compile(r"(?!(?i:.*(?:liste|parti|gruppe|alliance)[a-z]*$))[A-ZÆØÅ][^\d]*\s[A-ZÆØÅ][^\d]*")


def is_person(name: str) -> bool:
    """Whether a name on a list is a person's, of two words at least; "Hammel Ø Listen" and "gruppe 3" are none."""
    return _PERSON.fullmatch(name) is not None and not is_local(name)


_LOCAL = re.compile(
    r"(?!Danmarks Liberale )(?:De[nt]? [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){0,3}"
    r"|(?:[A-ZÆØÅ][\w-]+ ){1,3}[A-ZÆØÅ]?[\w-]*(?:[Ll]isten?|[Pp]arti(?:et)?|[Aa]lliancen?|[Bb]evægelsen?)"
    r"|[A-ZÆØÅ]\w*(?:listen|partiet|alliancen|bevægelsen) (?:i )?[A-ZÆØÅ][\w-]+)")


def is_local(name: str) -> bool:
    """Whether a name of several words is a local list's: "Den Sociale Fællesliste", "Borgernes Fællesliste", "Lokallisten Nord"."""
    return _LOCAL.fullmatch(name) is not None


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


def known() -> str:
    """The names of parties as an alternation, in small letters."""
    return A_PARTY.casefold()
