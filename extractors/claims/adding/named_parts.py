"""Parts told by names that a sentence before has listed beside their whole: "312 borgere i A, B og C … I A er der 121, i B 98 og i C 83".

The list is of all names, so that the figures beside the same names, each once, are all there is of the whole.
"""

from __future__ import annotations

import re
from itertools import groupby

from extractors.claims.mentions import Mention
from extractors.claims.nearby import same
from extractors.claims.sentences import COUNTING, Ledger, Sentence, pattern

BACK = 6
"""Sentences before the parts in which the whole may stand with the names."""
_NAME = r"[A-ZÆØÅ][\w.’'-]+(?: [A-ZÆØÅ][\w.’'-]+){0,2}"
_NAMES = re.compile(rf"\b(?P<names>{_NAME}(?:, {_NAME})*,? (?:og|samt) {_NAME})")
_ENTRY = re.compile(r", | og | samt ")
_OPEN = pattern(r"<some>|<ofit>|\b(?:største|mindste|flere|øvrige|resten|yderligere|ellers|alene|hver)\b")
_LEADS_TO = re.compile(r"(?:(?! og | samt )[^,;:.()\d]){2,70}")
"""What stands between a whole and the names that it is of: "… i distrikterne", "… ud til"."""
NEAR = 7
"""So many times what the parts miss the whole by is less than it; farther off they are of something else."""


def find(ledger: Ledger) -> None:
    """Every such sum."""
    for s, before in ledger.in_turn(BACK, COUNTING):
        for unit in ("kr", "number") if len(s.mentions) > 1 else ():
            parts = [m for m in s.mentions if m.unit == unit]
            if len(parts) > 1 and not any(m.bounded or m.per or s.is_rate(m) for m in parts) and not _OPEN.search(s.skeleton):
                _of_names(ledger, s, parts, s.under_one_item(before)[:-1])


def _of_names(ledger: Ledger, s: Sentence, parts: list[Mention], before: list[Sentence]) -> None:
    for t in reversed(before):
        for listed in _NAMES.finditer(ledger.flow.text, t.start, t.end):
            names = _ENTRY.split(listed["names"].rstrip("."))
            led_to = (m for m in t.mentions if m.unit == parts[0].unit and not m.bounded and m.end < listed.start())
            wholes = [m for m in led_to if _LEADS_TO.fullmatch(ledger.flow.text, m.end, listed.start())]
            if len(names) != len(parts) or not wholes or not _each_beside_one(ledger, s, parts, names):
                continue
            whole, total = wholes[-1], sum(p.value for p in parts)
            counted = whole.unit == "kr" or whole.noun and all(same(p, whole) for p in parts) and any(p.noun for p in parts)
            if counted and max(p.value for p in parts) < whole.value and NEAR * abs(total - whole.value) < whole.value:
                ledger.say(s, "sum", "sum", whole, parts, if_not="warning", way="parts", focus=lambda: ledger.around(s, *parts))
            return


def _each_beside_one(ledger: Ledger, s: Sentence, parts: list[Mention], names: list[str]) -> bool:
    """Do names and figures take turns, each name once?"""
    places = [(m.start(), 0) for name in names for m in re.finditer(rf"\b{re.escape(name)}s?\b", ledger.flow.text[s.start : s.end])]
    turns = [kind for _, kind in sorted([*places, *((p.start - s.start, 1) for p in parts)])]
    return len(places) == len(names) and all(len([*run]) == 1 for _, run in groupby(turns))
