"""Hours told by the clock and counted: "åbent kl. 10-17 fem dage om ugen, dvs. 35 timer".

The hours of each stretch are taken as many times as the days told beside it. Days and stretches must stand in turn, so that each stretch
has days of its own; without any day only the hours of one day can be meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.danish import SMALL_NUMBERS, whole

_CLOCK = r"(?P<{0}>[012]?\d)(?:[.:](?P<{0}m>[0-5]\d))?"
_STRETCH = re.compile(
    rf"(?:\bkl\.? ?|(?<=og )|(?<=, ))(?:fra )?{_CLOCK.format('a')} ?(?:-|–|til) ?(?:kl\.? ?)?{_CLOCK.format('b')}"
    r"(?![\d.,]*\d|/| ?(?:pct|kr|år|%))"
)
MIDNIGHT = 24
_DAYS = ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag")
_DAY = rf"(?:{'|'.join(_DAYS)})"
_SO_MANY_DAYS = re.compile(
    rf"\b(?:(?P<n>\d|{SMALL_NUMBERS}) (?:hver)?dage\b|(?P<first>{_DAY})(?:en)?(?: til(?: og med)?|-|–) ?(?P<last>{_DAY})(?:en)?\b"
    rf"|(?P<five>(?:alle |på |ugens )*hverdage(?:ne)?)\b|(?P<seven>(?:hver dag|alle dage|alle ugens dage|dagligt))\b(?! (?:kl|i|på))"
    rf"|(?P<two>weekenden?)\b|(?P<list>{_DAY}(?:en|e)?(?:(?:, | og | samt ){_DAY}(?:en|e)?)*)\b)",
    re.I,
)
_TOTAL = pattern(r"(?P<t><N>)(?: [a-zæøå]+)?(?P<day>,? (?:om dagen|daglig\w*|hver dag|pr\.? dag))?")
_DRAWN = pattern(r"(?:<same>|<so>|<comes>|<all>|\bi alt\b)[^\ue000-\ue007]{0,30}$")
_UNLESS = re.compile(
    r"\b(?:undtagen|undtaget|bortset|lukket|lukker|dog|pause\w*|ferie\w*|ekskl\w*|inkl\w*|desuden|hertil|dertil|mod|nu|hidtil|fremover)\b"
)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Hours by the clock, and on how many days; none where no day is told."""

    hours: Mention
    days: int


def find(ledger: Ledger) -> None:
    """Every such number of hours."""
    text = ledger.flow.text
    for s in ledger.sentences:
        if "kl" not in s.skeleton or s.kind == "heading" or _UNLESS.search(s.skeleton):
            continue
        told = list(_stretches(text, s))
        after = ledger.right_after(s)
        near = [s, after] if after and "kl." not in after.skeleton else [s]
        stated = [(t, m) for t in near for m in t.mentions if told and m.noun == "timer" and m.start > told[-1].hours.end] if told else []
        if len(stated) == 1 and not stated[0][1].qualifier and _DRAWN.search(stated[0][0].lead(stated[0][1])):
            _hours(ledger, *stated[0], told)


def _hours(ledger: Ledger, s: Sentence, m: Mention, told: list[_Stretch]) -> None:
    """The hours of a day, where words say so or no days are told; else those of all the days, but a day's may be meant, if they fit."""
    day = _TOTAL.match(s.skeleton, s.position(m))
    daily = bool(day and day["day"])
    each = sum(x.hours.value for x in told)
    counted = all(x.days for x in told)
    if not daily and (not counted or m.value == each) or daily and len({x.days for x in told}) > 1:
        return
    weights = [1 if daily else x.days for x in told]
    ledger.say(s, "product" if max(weights) > 1 else "sum", "sum", m, [x.hours for x in told], weights=weights, if_not="warning")


def _stretches(text: str, s: Sentence) -> Iterator[_Stretch]:
    """The stretches of a sentence with their days; nothing where it is not clear which days are whose."""
    hours = [(m.start(), x) for m in _STRETCH.finditer(text, s.start, s.end) if (x := _length(m))]
    days = [(m.start(), _count(m)) for m in _SO_MANY_DAYS.finditer(text, s.start, s.end)]
    if not hours:
        return
    groups: list[list[tuple[int, Mention]]] = []
    for at, x in hours:  # "kl. 6-9 og 15-20" are hours of the same days
        between = groups and any(groups[-1][-1][0] < day < at for day, _ in days)
        if groups and not between:
            groups[-1].append((at, x))
        else:
            groups.append([(at, x)])
    turns = "".join(kind for _, kind in sorted([*((g[0][0], "H") for g in groups), *((at, "D") for at, _ in days)]))
    if days and turns not in ("HD" * len(groups), "DH" * len(groups)):
        return
    for i, group in enumerate(groups):
        yield from (_Stretch(x, days[i][1] if days else 0) for _, x in group)


def _length(match: re.Match[str]) -> Mention | None:
    first, last = (Decimal(match[k]) + Decimal(match[f"{k}m"] or 0) / 60 for k in "ab")
    n = last - first
    if n <= 0 or last > MIDNIGHT:
        return None
    return Mention(match.start(), match.end(), match.start("a"), n, n, n, "number", "timer")


def _count(match: re.Match[str]) -> int:
    """How many days of a week they are."""
    if match["n"]:
        return whole(match["n"])
    if match["first"]:
        first, last = (_DAYS.index(match[k].lower()) for k in ("first", "last"))
        return (last - first) % 7 + 1
    named = len(re.findall(_DAY, match["list"] or "", re.I))
    return named or (5 if match["five"] else 2 if match["two"] else 7)

