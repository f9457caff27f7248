"""Limits that a name tells, and no operator: "den maksimale husleje er", "støjgrænsen er", "60 pct., som er mindstekravet"."""

from __future__ import annotations

import re

from minutes.danish import SMALL_NUMBERS
from minutes.needs import led

_LEAST = r"\bminimale\b|\bnedre grænse\w*|\b(?:mindste|bund)(?:krav|grænse)\w*|\bminimums(?!norm)\w+"
_MOST = (
    r"\bmaximale?\b|\bmaksimale?\b|\btilla(?:dt|delig)e?\b|\bøvre grænse\w*|\bmaksimums(?!beløb)\w+|\w*loft(?:et)?\b(?! i )"
    r"|\b(?!(?:alders|bygge|by|distrikts|ejendoms|kommune|lande|skel|sogne|vej)grænse)[a-zæøå]{3,}grænse(?:n|rne)?\b|\w*grænseværdi(?:en)?\b"
)
_NAMED = led(
    rf"(?:(?P<least>{_LEAST})|(?P<most>{_MOST}))(?:(?! (?:{SMALL_NUMBERS}) )[^.,;:\d\n]|\bpr\.){{0,60}}?"
    r" (?:er|på|til|om|udgør|være)"
    r"(?: i \w+| nu| kun| ca\.)?[ \u00a0]$",
    re.I,
)
"""The name of a limit, and what leads from it to its number, the first there is: "en tidsgrænse på to timer på 60 pladser". "Var" tells
what was."""
_BEHIND = re.compile(
    r"(?:,? (?:som|der) [^.;\d\n]{0,60}| (?:er|som|udgør)(?: det| den)?) ?"
    r"\b(?:(?P<least>minimum\w*|mindstekrav\w*|nedre grænse|undergrænse\w*)|(?P<most>maksimum\w*|loftet?|øvre grænse|overgrænse\w*))\b",
    re.I,
)
"""What a number is called after it: "de 60 pct., som værket har sat som mindstekrav"."""
_OR_MORE = re.compile(
    r"(?P<noun>(?: [a-zæøå]+){0,4}?),? (?:eller|og) (?:(?P<least>mere|derover|flere|opefter)|(?P<most>mindre|derunder|færre))\b"
    r"(?! end\b)",
    re.I,
)
_LEADING = (" er", " på", " til", " om", " udgør", " være")
_AFTER = led(r"minimum|mindstekrav|maksimum|loft|grænse|\b(?:eller|og) (?:mere|derover|flere|opefter|mindre|derunder|færre)\b", re.I)
OPERATORS = {"least": ">=", "most": "<="}


def named(text: str, begin: int, start: int) -> tuple[str, int] | None:
    """The operator of a limit named before a number at `start`, and where its name begins; `begin`: where its sentence does."""
    near = text[max(start - 24, 0) : start]
    if not any(word in near for word in _LEADING):
        return None
    match = _NAMED.search(text, max(begin, start - 110), start)
    return (OPERATORS["least" if match["least"] else "most"], match.start()) if match else None


def told_after(text: str, end: int) -> bool:
    """May the words after a number that ends at `end` make it a limit?"""
    return _AFTER.search(text, end, end + 110) is not None


def named_behind(text: str, end: int) -> str | None:
    """The operator of a limit that is named after its number: "60 pct. er minimum"."""
    match = _BEHIND.match(text, end)
    return OPERATORS["least" if match["least"] else "most"] if match else None


def or_more(text: str, end: int) -> tuple[str, int] | None:
    """The operator of "50.000 kr. eller derover" and "25 tilmeldte eller flere", and where it ends."""
    match = _OR_MORE.match(text, end)
    return (OPERATORS["least" if match["least"] else "most"], match.end()) if match else None
