"""Tables of how many areas the published lists had: lists as rows and years as columns, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from extractors.rules.list_words import LIST, LOCAL, Listed, kind_of
from extractors.rules.regimes import Regimes
from extractors.rules.rule_words import clause
from minutes.records import Cell, Table

_YEAR = re.compile(r"(?:1\. ?(?:december|dec\.?|12\.) ?)?(20[0-3]\d)\*?")
_COUNT = re.compile(r"\d{1,2}")
_LEAD_CHARS = 300


def find(regimes: Regimes, tables: Sequence[Table]) -> Iterator[Listed]:
    """The number of every list and year in tables on the country's lists."""
    for table in tables:
        lead = regimes.flow.text[max(table.source.at - _LEAD_CHARS, 0) : table.source.at] + table.caption
        if table.rows and LIST.search(lead) and not LOCAL.search(table.caption):
            yield from _of_table(regimes, table)


def _of_table(regimes: Regimes, table: Table) -> Iterator[Listed]:
    heads = [cell.text for cell in table.rows[0]]
    for row in table.rows[1:]:
        for head, cell in zip(heads[1:], row[1:], strict=False):
            kind, year = _read(row[0].text, head) or _read(head, row[0].text) or (None, 0)
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
    regime = replace(regimes.at(at), first=date(year, 1, 1), last=date(year, 12, 31), dated="sentence", mood="stated", since=False)
    return Listed("list_count", *clause(sentence, 0, len(sentence.text)), regime, sentence, kind, count=int(cell.text.strip()))
