"""List marks at the start of a printed line, and list numbers that the text layer moved to its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes.days import A_SHORT_MONTH
from minutes.needs import led

_ORDINAL = (
    rf"(?:{A_SHORT_MONTH}|(?:be)?handling|kvartal|halvår|sal\b|viceborgmester|næstformand|stedfortræder|suppleant|klasse|plads|pkt\b"
    r"|punktum|division)"
)
_BULLETS = "•●▪■□○◦‣⁃∙·*»✓➢➤►\uf0b7\uf0a7\uf0d8\uf02d\uf0fc\u0335"
_BULLET = re.compile(rf"[{_BULLETS}](?:\s|(?=\w)|$)|[-–—](?:\s+(?=\S)|(?=[^\W\d_”\"]|[”\"]))|o\s(?=[A-ZÆØÅa-zæøå])")
_NUMBERED = re.compile(
    rf"(?P<pre>(?:At|Ad|at|ad)\s)?(?P<open>\()?(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}|[A-Za-zæøåÆØÅ]|[ivx]{{2,4}})"
    rf"(?P<close>\.?\)|\.)(?P<rest>\s+(?!{_ORDINAL})|(?=[^\W\d_]{{3}}))"
)
_ORDINAL_FIRST = re.compile(_ORDINAL)
_DASHED = re.compile(r"(?P<number>\d{1,3})\s+[-–:]\s+(?=[A-ZÆØÅ])")
_NAMED = re.compile(r"(?:Punkt|Pkt\.?|PUNKT|Sag nr\.|Nr\.|Bilag|[åÅ]bent|[lL]ukket)\s?(?P<number>\d{1,4}(?:\.\d+)?)\b")
_END_NUMBER = re.compile(r"(?:(?<=\s)|(?<=[a-zæøå]))(?P<number>\d{1,2})\.$")
_COUNTED = led(
    r"(?:bilag|bilagene|punkt|pkt\.?|side|s\.|nr\.?|uge|kapitel|stk\.?|tabel|figur|§|fase|trin|kategori|gruppe|niveau|afsnit|mål"
    r"|år|kl\.|den|til|og|-|–|=)\s?$",
    re.IGNORECASE,
)


@dataclass(slots=True, frozen=True)
class Mark:
    """A list mark: `number` as printed without dot or bracket (None for a bullet), `style` tells lists apart."""

    number: str | None
    style: str
    length: int


def mark(text: str) -> Mark | None:
    """The list mark that a line begins with."""
    if not text:
        return None
    first = text[0]
    if first.isalnum() or first == "(":
        return _numbered(text)
    if found := _BULLET.match(text):
        return Mark(None, first, found.end())
    return None


def _numbered(text: str) -> Mark | None:
    if text[0] == "o" and (found := _BULLET.match(text)):
        return Mark(None, "o", found.end())
    word = text[:3].isalpha() and text[0] not in "ivx"  # no mark begins so, but "Punkt" and its like
    if not word and (found := _NUMBERED.match(text)):
        number = found["number"]
        if number.isalpha() and (not found["rest"] or (len(number) == 1 and number.isupper() and found["close"] == ".")):
            return None
        kind = "1" if number[0].isdigit() else "a"
        return Mark(
            number,
            f"{(found['pre'] or '').strip().lower()}{found['open'] or ''}{kind}{'.' * number.count('.')}{found['close']}",
            found.end(),
        )
    if not word and (found := _DASHED.match(text)):
        return Mark(found["number"], "1-", found.end())
    if found := _NAMED.match(text):
        return Mark(found["number"], found.group()[:3], found.end())
    return None


def end_number(text: str) -> re.Match[str] | None:
    """A number with a dot at a line's end that may be the line's own list number, moved there by the text layer."""
    found = _END_NUMBER.search(text, max(len(text) - 4, 0))
    return found if found and not _COUNTED.search(text, 0, found.start()) else None


def ends_ordinal(after: str) -> bool:
    """Does the next line begin with what a number at a line's end counts: "pr. 1." before "januar", "2." before "behandling"?"""
    return _ORDINAL_FIRST.match(after) is not None


def follows(before: str, after: str) -> bool:
    """Whether one list number comes right after another: "9" and "10", "b" and "c"."""
    if before.isdecimal() and after.isdecimal():
        return int(after) == int(before) + 1
    return len(before) == len(after) == 1 and ord(after) == ord(before) + 1
