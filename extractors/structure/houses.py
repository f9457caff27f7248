"""Bodies that no law names: the board of a house, a council with its own kind of name, a group; by the first lines of their paper."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.structure.names import BODY, SHOUTED, body_name

_FIRST = 4
"""Blocks at the beginning of a paper that say whose it is."""
_LONGEST = 250
_KIND = r"(?:udvalg|råd|nævn|bestyrelse|kommission|repræsentantskab|forsamling)"
_ORGAN = re.compile(
    r"(?<![\w-])(Bestyrelsen|Kommissionen|Generalforsamlingen|[Rr]epræsentantskabet|Kuratoriet|[A-ZÆØÅ][a-zæøå]+t Råd(?=\s*\Z)"
    r"|KKR(?: [A-ZÆØÅ][a-zæøå]+)?)s?(?!\w)")
"""The organ of a house that has but one: "Bestyrelsens møde", "møde i Repræsentantskabet"."""
_OWNED = re.compile(rf"[A-ZÆØÅ][^:;\d]{{1,60}}?(?:['’]?s |, | [-–] )(?P<kind>[a-zæøå-]*{_KIND})(?:en|et|n)?(?=[,.:]|\s*\Z| for | den | i )")
"""The organ behind its house: "Nordby Ungdomsskoles bestyrelse", "Nordby Vandværk, bestyrelsen"."""
_CALLED = re.compile(rf"(?:Det|Den|De) (?:\w+ ){{1,2}}?\w*{_KIND}(?!\w)")
"""A body by what it is called, as printed: "Det lokale beskæftigelsesråd"."""
_OPENS = re.compile(
    rf"(?P<body>{BODY.pattern}|(?:Udvalget|Rådet|Nævnet|\w+gruppen|\w+forsamlingen)(?: (?:for|om|vedrørende) [^,.:;\d(–]{{3,60}}?)?)"
    r"(?= (?:for|i|ved|om|på|mellem|vedrørende) | [A-ZÆØÅ\d(]|[,.:]| [·|–-]|\s*\Z)")
"""A body whose name begins the paper."""


def body(blocks: Sequence[str], heads: Sequence[str]) -> str | None:
    """The body by the first lines of its paper and its running heads; one candidate, or none."""
    short = [text for text in (*blocks[:_FIRST], *heads) if len(text) < _LONGEST]
    named = {m[1][0].upper() + m[1][1:] for text in short for m in _ORGAN.finditer(text)}
    if len(named) == 1:
        return named.pop()
    return None if named else next((name for text in blocks[:2] if (name := _of_line(text))), None)


def opens_with_body(text: str) -> bool:
    """Does a line begin with the name of a body?"""
    return _of_line(text) is not None or SHOUTED.match(text) is not None or _ORGAN.match(text) is not None


def _of_line(text: str) -> str | None:
    """The body that a line begins with, or names behind its house."""
    if owned := _OWNED.match(text):
        return body_name(owned["kind"].capitalize())
    if called := _CALLED.match(text):
        return called[0]
    opens = _OPENS.match(text)
    return body_name(opens["body"]) if opens else None
