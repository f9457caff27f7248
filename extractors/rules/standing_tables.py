"""Standing in tables: how many criteria each area is said to meet, which of them ("Ja", "Nej"), and what it is called for it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from extractors.figures import criteria_tables
from extractors.rules.area_figures import AreaFigures
from extractors.rules.list_kinds import KIND
from extractors.rules.met_words import number
from extractors.rules.regimes import Regimes, Sentence
from extractors.rules.standing_words import Standing, make
from minutes.records import Cell, Table

_MET_COUNT = re.compile(r"opfyldte kriteri|antal kriteri|kriterier opfyldt|opfylder(?: antal)?$", re.I)
_N_MET_CELL = re.compile(r"(?P<n>\d)(?: ?(?:/|af|ud af) ?(?P<m>\d))?")
_MET_HEAD = re.compile(r"\W*(?:er )?(?:kriteri\w+ )?(?:er )?(?:opfyldt|opfylder|overskredet|over grænsen|opfyldelse)\b[^\d]*", re.I)
_YES_NO = re.compile(r"(?P<yes>ja|x|opfyldt)|(?P<no>nej|ikke opfyldt)", re.I)
_KIND_CELL = re.compile(
    r"(?:særligt )?udsat (?:alment )?boligområde|parallelsamfund|(?:hårdt )?ghettoområde|omdannelsesområde|forebyggelsesområde", re.I
)


def find(regimes: Regimes, figures: AreaFigures, tables: Sequence[Table]) -> Iterator[Standing]:
    """What is said of standing in the cells of tables, row by row."""
    for table in tables:
        heads = [cell.text.strip() for cell in table.rows[0]] if table.rows else []
        for i, row in enumerate(table.rows[1:], 1):
            for head, cell in zip(heads, row, strict=False):
                sentence = regimes.sentence(cell.source.at) if cell.source else None
                if sentence and cell is not row[0]:
                    for one in _cell(regimes, figures, table, (i, head), cell, sentence):
                        yield replace(one, start=sentence.block.start, end=sentence.block.end)


def _cell(
    regimes: Regimes, figures: AreaFigures, table: Table, place: tuple[int, str], cell: Cell, sentence: Sentence
) -> Iterator[Standing]:
    (i, head), text = place, cell.text.strip()
    label = table.rows[i][0].text.strip()
    at = cell.source.at - sentence.start if cell.source else 0
    counted = label if _MET_COUNT.search(head) else head if _MET_COUNT.search(label) else ""
    if counted and (m := _N_MET_CELL.fullmatch(text)):
        of = number(m["m"]) if m["m"] else None
        yield from make("met_count", regimes, sentence, figures, at, at + 1, counted, least=number(m["n"]), of=of)
    elif _KIND_CELL.fullmatch(text) and (kind := KIND.match(text)):
        for one in make("status", regimes, sentence, figures, at, at + 1, label) if figures.tables.row(table.index, i) else ():
            yield replace(one, regime=replace(one.regime, kind=kind.lastgroup, bound="sentence", kinds=frozenset()))
    elif _MET_HEAD.fullmatch(head) and (answer := _YES_NO.fullmatch(text)):
        known, name = figures.tables.row(table.index, i), criteria_tables.indicator(label)
        if name and len(known) == 1:
            met = bool(answer["yes"])
            yield from make("met_indicators", regimes, sentence, figures, at, at + 1, None, known=known, indicators=(name,), met=met)
