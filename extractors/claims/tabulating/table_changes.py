"""A change that the prose states of a table's row: "Andelen uden job er faldet med 2,4 procentpoint" beside "Uden job 46,2 44,8"."""

from __future__ import annotations

import re

from extractors.claims.grid import Grid, Number, Row
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, pattern
from minutes.content import stems
from minutes.records import Claim, Source

_CHANGED = pattern(
    r"^(?P<of>[^\ue000-\ue007,;:]{4,90}) (?:er|blev) (?:faldet|steget|vokset|øget|reduceret|sænket|hævet|sat (?:op|ned)|gået (?:op|ned))"
    r" med (?P<c><Q>)"
    r"(?!~60\b(?:fra|til|mod)\b)"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_SHARE_WORDS = frozenset(("andel", "antal", "niveau", "udgift", "takst", "pris"))
MOST_BETWEEN = 12
"""Blocks between a table and a sentence that speaks of its row."""


def find(ledger: Ledger) -> None:
    """Every change of a row of the table right before, when its two columns are of two years."""
    grids = [g for g in ledger.grids if len(g.columns) == 2 and all(_of_a_year(g.heading(j)) for j in g.columns)]
    last = {b.table: i for i, b in enumerate(ledger.flow.blocks) if b.kind == "row"} if grids else {}
    for s in ledger.sentences if grids else ():
        match = _CHANGED.match(s.skeleton)
        if not match or s.of(match.start("c")).bounded or len(s.between(0, len(s.skeleton))) > 2:
            continue
        near = [g for g in grids if 0 < s.block - last.get(g.table.index, s.block) <= MOST_BETWEEN]
        rows = [(g, r) for g in near for r in _rows(g, stems(match["of"]) - _SHARE_WORDS)]
        if len(rows) == 1:
            _say(ledger, *rows[0], s.of(match.start("c")), ledger.around(s, s.of(match.start("c"))))


def _of_a_year(heading: str) -> bool:
    """Is the column one year's, or the rest of a table whose headings a page break left behind?"""
    return not heading or heading[0].isdigit() and not heading.isdigit() or bool(_YEAR.search(heading))


def _rows(grid: Grid, said: frozenset[str]) -> list[Row]:
    """The rows whose words and those of the sentence hold each other."""
    labelled = [(r, stems(re.sub(r"^\W*\w[.)] ", "", r.label)) - _SHARE_WORDS) for r in grid.rows]
    return [r for r, label in labelled if label and said and (label <= said or said <= label)]


def _say(ledger: Ledger, grid: Grid, row: Row, c: Mention, source: Source) -> None:
    cells = [row.numbers[j] for j in grid.columns if j in row.numbers]
    if len(cells) == 2 and _comparable(cells, grid, c):
        relation = "percent_change" if c.unit == "percent" and not cells[0].percent else "difference"
        if relation == "difference" or cells[0].value:
            ledger.claims.append(
                Claim(
                    kind="share" if c.unit == "percent" else "difference",
                    relation=relation,
                    source=source,
                    check="share-differs" if c.unit == "percent" else "difference-differs",
                    stated=c.quantity(ledger.flow),
                    operands=tuple(grid.quantity(cell, row.label) for cell in cells),
                    item=ledger.structure.item_at(c.start),
                    extra={"if_not": "warning"},
                )
            )


def _comparable(cells: list[Number], grid: Grid, c: Mention) -> bool:
    """Points of percent are of percentages, percent of counts and amounts, numbers of counts."""
    percent = all(cell.percent for cell in cells) or "pct" in grid.table.caption or "%" in grid.table.caption
    if c.unit == "percentage_points":
        return percent
    return not percent and (c.unit == "percent" or c.unit == "number" and grid.table.scale is None)
