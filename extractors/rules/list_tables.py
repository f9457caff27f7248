"""Tables of the published lists: how many areas they had, with lists and years as rows and columns, and which areas, or what each was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.rules.list_kinds import KIND
from extractors.rules.list_words import LIST, LOCAL, Listed, kind_of, published
from extractors.rules.regime import in_year, on_days
from extractors.rules.regimes import Regimes
from extractors.rules.rule import clause
from extractors.rules.spans_said import span
from minutes.criteria import Criteria
from minutes.records import Cell, Table

_YEAR = re.compile(r"(?:1\. ?(?:december|dec\.?|12\.) ?)?(20[0-3]\d)\*?")
_A_YEAR = re.compile(r"(?<![\d.])20[0-3]\d(?!\d)")
_COUNT = re.compile(r"\d{1,2}")
_LEAD_CHARS = 300
_ON = re.compile(r"ja|x|✓|på(?: listen)?", re.I)
_OFF = re.compile(r"\b(?:ikke|nej|ude|udgået|ingen)\b|^[-–]$", re.I)


def find(regimes: Regimes, tables: Sequence[Table], criteria: Criteria) -> Iterator[Listed]:
    """The number of every list and year in tables on the country's lists, and the areas in columns of a list of a year."""
    for table in tables:
        yield from _areas(regimes, table, criteria)
        lead = regimes.flow.text[max(table.source.at - _LEAD_CHARS, 0) : table.source.at] + table.caption
        heads = " ".join(cell.text for cell in table.rows[0]) if table.rows else ""
        if table.rows and not LOCAL.search(table.caption + " " + heads):
            found = list(_of_table(regimes, table, lead + " " + heads))
            if LIST.search(lead + " " + heads) or sum(map(published, found)) > max(1, len(found) // 2):
                yield from found


def _areas(regimes: Regimes, table: Table, criteria: Criteria) -> Iterator[Listed]:
    """The areas in a column "Områder på listen 1. december 2017", and what a row's area is in a column "Liste 2020"."""
    heads = [cell.text for cell in table.rows[0]] if table.rows else []
    for j, head in enumerate(heads):
        found = span(head, regimes.today) if LIST.search(head) and not LOCAL.search(head) else None
        for row in table.rows[1:] if found and j else ():
            cell = row[j] if j < len(row) else None
            sentence = regimes.sentence(cell.source.at) if cell and cell.source else None
            if not cell or not sentence or not found:
                continue
            kind = KIND.search(cell.text)
            label = row[0].text if kind or _OFF.search(cell.text) or _ON.fullmatch(cell.text.strip()) else cell.text
            regime = replace(on_days(regimes.at(sentence.start), *found[:2]), mood="stated")
            for hit, match in criteria.names_in(label):
                on, whole = not _OFF.search(cell.text), clause(sentence, 0, len(sentence.text))
                named = kind.lastgroup if kind else None
                yield Listed("list_member", *whole, regime, sentence, named, match=match, name=hit.group(), on=on)


def _of_table(regimes: Regimes, table: Table, above: str) -> Iterator[Listed]:
    heads = [cell.text for cell in table.rows[0]]
    if _YEAR.fullmatch(heads[0].strip()) and not heads[-1].strip():
        heads = ["", *heads[:-1]]  # the empty first cell is not printed
    years = set(_A_YEAR.findall(" ".join(heads)) or _A_YEAR.findall(above))
    alone = int(years.pop()) if len(years) == 1 and len(heads) == 2 else 0
    for row in table.rows[1:]:
        for head, cell in zip(heads[1:], row[1:], strict=False):
            kind, year = _read(row[0].text, head) or _read(head, row[0].text) or (kind_of(row[0].text) if alone else None, alone)
            if kind and cell.source and _COUNT.fullmatch(cell.text.strip()):
                yield _listed(regimes, cell, kind, year)


def _read(name: str, when: str) -> tuple[str, int] | None:
    """The list and the year of a cell, when its two headings are those."""
    kind, year = kind_of(name), _YEAR.fullmatch(when.strip())
    return (kind, int(year[1])) if kind and year else None


def _listed(regimes: Regimes, cell: Cell, kind: str, year: int) -> Listed:
    assert cell.source
    at = cell.source.at
    sentence = regimes.sentence(at)
    assert sentence
    regime = replace(in_year(regimes.at(at), year), mood="stated")
    return Listed("list_count", *clause(sentence, 0, len(sentence.text)), regime, sentence, kind, count=int(cell.text.strip()))
