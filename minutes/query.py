"""What a user types in the search field, understood: words, "phrases", beginnings*, amounts and percentages."""

from __future__ import annotations

import re
import sqlite3
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from minutes.compounds import alike, compounds
from minutes.danish import SCALES, numeral
from minutes.days import A_MONTH, A_SHORT_MONTH, MONTHS
from minutes.words import WORD, stem, stems

MOST = 2**63 - 1
"""The largest whole number of SQLite."""
MEASURE = re.compile(
    r"(?<![\w.,])(?P<kr>kr\.? ?)?(?P<number>\d[\d.,]*\d|\d)(?:,-)? ?(?:(?P<percent>%|pct\b\.?|procent\b)|"
    rf"(?:(?P<scale>{'|'.join(SCALES)})\b\.? ?)?(?P<unit>kr\b\.?|kroner\b)?)",
    re.IGNORECASE,
)
DAY = re.compile(
    rf"(?<![\w.,/-])(?:(?:den |d\. ?)?(?P<day>\d\d?)(?:[./-] ?(?P<month>\d\d?)[./ -] ?|\.? ?(?P<name>{A_MONTH}|{A_SHORT_MONTH})\.? )"
    r"(?P<year>(?:19|20)\d\d)|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))(?![\w/-]|[.,]\d)",
    re.IGNORECASE,
)
PHRASE = re.compile(r'"([^"]*)"')
BARE = 1000, range(1900, 2100)
"""A number without a unit that may be kroner: from how many on, and what is rather a year."""


@dataclass(slots=True)
class Group:
    """Stems of which one must stand there; a phrase is one entry of several stems. `beginning`: the stem may go on."""

    stems: list[str]
    beginning: bool = False


@dataclass(slots=True)
class Query:
    """`oere` and `percent` are the intervals that the digits of a typed figure allow."""

    groups: list[Group] = field(default_factory=list)
    oere: tuple[int, int] | None = None
    percent: tuple[Decimal, Decimal] | None = None

    def match(self, every: bool = True) -> str:
        """The expression for FTS5; nothing that the user types reaches it but letters and digits."""
        said = ["(" + " OR ".join(f'"{s}"' + ("*" if g.beginning else "") for s in g.stems) + ")" for g in self.groups]
        return (" AND " if every else " OR ").join(said)

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where the words and phrases that were searched for stand in a text."""
        words = [(stem(m[0]), *m.span()) for m in WORD.finditer(text)]
        beginnings = tuple(s for g in self.groups for s in g.stems if g.beginning)
        wanted: dict[str, list[list[str]]] = {}
        for phrase in (s.split() for g in self.groups for s in g.stems if not g.beginning):
            wanted.setdefault(phrase[0], []).append(phrase)
        spans: list[tuple[int, int]] = []
        for n, (said, start, end) in enumerate(words):
            lengths = [len(p) for p in wanted.get(said, ()) if [word for word, *_ in words[n : n + len(p)]] == p]
            if lengths or said.startswith(beginnings):
                end = words[n + max(lengths, default=1) - 1][2]
                if spans and start < spans[-1][1]:
                    start, end = spans[-1][0], max(spans.pop()[1], end)
                spans.append((start, end))
        return spans


def understand(typed: str, connection: sqlite3.Connection) -> Query:
    """A query with its words widened to their other forms and their compounds in the database ("skole": "folkeskole", "skoleråd")."""
    query = Query()
    rest = PHRASE.sub(lambda m: _phrase(query, m[1]), typed)
    rest = DAY.sub(lambda m: _day(query, m), rest)
    rest = MEASURE.sub(lambda m: _measure(query, m, connection), rest)
    for token in rest.split():
        for word in WORD.findall(token):
            if token.endswith("*"):
                query.groups.append(Group([stem(word)], beginning=True))
            else:
                query.groups.append(Group([*alike(word), *compounds(word, connection)]))
    return query


def _phrase(query: Query, said: str) -> str:
    if words := stems(said):
        query.groups.append(Group([" ".join(words)]))
    return " "


def _day(query: Query, m: re.Match[str]) -> str:
    """A day in each of the ways that papers print it."""
    try:
        if m["iso"]:
            day = date.fromisoformat(m["iso"])
        else:
            month = int(m["month"] or [name[:3] for name in MONTHS].index(m["name"].lower()[:3]) + 1)
            day = date(int(m["year"]), month, int(m["day"]))
    except ValueError:
        return m[0]
    name = MONTHS[day.month - 1]
    ways = [f"{n} {month} {day.year}" for n in (day.day, f"{day:%d}") for month in (name, name[:3], day.month, f"{day:%m}")]
    query.groups.append(Group(list(dict.fromkeys(" ".join(stems(way)) for way in (*ways, f"{day:%Y %m %d}")))))
    return " "


def _measure(query: Query, m: re.Match[str], connection: sqlite3.Connection) -> str:
    number = numeral(m["number"])
    if number is None:
        return m[0]
    value, step = number
    if m["percent"]:
        query.percent = (value - step / 2, value + step / 2)
        return " "
    scale = SCALES.get((m["scale"] or "").lower(), 1)
    kroner = (oere((value - step / 2) * scale), oere((value + step / 2) * scale))
    if m["kr"] or m["unit"] or m["scale"] or _alone(m, value) and _stated(kroner, connection):
        query.oere = kroner
        return " "
    return m[0]


def _alone(m: re.Match[str], value: Decimal) -> bool:
    """Whether a number without a unit may be kroner: no part of a case number, no year."""
    before, after = m.string[: m.start()][-1:], m.string[m.end() :][:1]
    return value >= BARE[0] and value not in BARE[1] and not before.strip() and not after.strip()


def _stated(kroner: tuple[int, int], connection: sqlite3.Connection) -> bool:
    return connection.execute("SELECT 1 FROM amounts WHERE oere BETWEEN ? AND ? LIMIT 1", kroner).fetchone() is not None


def oere(kroner: Decimal) -> int:
    """Kroner as whole øre, at most what a column of the database can hold."""
    return min(int(kroner * 100), MOST)


def money(written: str) -> Decimal | None:
    """Kroner as they are typed: "250.000", "1,5 mio. kr."; None for anything else."""
    m = MEASURE.fullmatch(written.strip())
    if not m or m["percent"]:
        return None
    number = numeral(m["number"])
    return number[0] * SCALES.get((m["scale"] or "").lower(), 1) if number else None
