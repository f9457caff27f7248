"""Tables beside the text: which cell a figure in a sentence speaks of, by the words of its row and the year of its column."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from minutes.content import stem, stems
from minutes.needs import led
from minutes.records import Amount, Document, Figure, Table
from minutes.subject import Subject

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d|\s*[-–]\s*\d)")
_LETTER = re.compile(r"\s*([A-ZÆØÅ]|\d{1,2})[.)]\s")
_SIGN = re.compile(r"(?<!\w)([^\W\d_]+)\s+([A-ZÆØÅ]|\d{1,2})(?!\w)")
_TOTAL_ROW = re.compile(r"(?i)\b(?:i alt|total|samlet|sum)\b|\w+ netto$")
_TOTAL = re.compile(r"(?i)^\s*(?:i alt|total|samlet|hele perioden|ialt|sum)\b")
BUDGET_OF = re.compile(r"(\w{4,}?)s?(?:budget|ramme|udgift|indtægt|forbrug|områd)\w*")
"""A compound whose first word may be a row's label: "anlægsbudgettet" and "Anlæg, netto", "ældreområdet" and "Ældre"."""
_OVER_OR_UNDER = led(r"(?i)\b(?:m(?:er|indre)forbrug|overskrid|afvig)")
_DEVIATION = re.compile(r"(?i)^\W*(?:afvigelse|difference|forskel|rest)\w*(?: i alt)?\W*$")
"""What a column is called that holds overspends and underspends."""
_RIGHT_AFTER = 150
"""Characters from a table's last row to what is said of it."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table with its label's stems, the word and sign that name it ("forslag", "A"), and its cells by column."""

    table: Table
    row: int
    label: str
    stems: frozenset[str]
    sign: tuple[str, str] | None
    cells: dict[int, Amount | Figure]


class Rows:
    """The rows of a document's tables (`all`), found by the words of their labels."""

    def __init__(self, document: Document) -> None:
        self._by_label: dict[frozenset[str], list[Row]] = defaultdict(list)
        self._by_stem: dict[str, set[frozenset[str]]] = defaultdict(set)
        self._by_sign: dict[tuple[str, str], list[Row]] = defaultdict(list)
        tables = {table.index: table for table in document.tables}
        self.all = list(_rows(document, tables))
        for row in self.all:
            self._by_label[row.stems].append(row)
            for word in row.stems:
                self._by_stem[word].add(row.stems)
            if row.sign:
                self._by_sign[row.sign].append(row)

    def spoken_of(self, subject: Subject) -> Row | None:
        """The one row whose whole label stands in the clause of the figure, the longest label first; None when two are as good."""
        signs = {(m[1].casefold(), m[2]) for m in _SIGN.finditer(subject.near)} & self._by_sign.keys() if self._by_sign else ()
        if signs:
            rows = self._by_sign[min(signs)]
            return rows[0] if len(signs) == len(rows) == 1 else None
        return self._best(stems(subject.near)) if self._by_stem else None

    def spoken_of_before(self, subject: Subject) -> Row | None:
        """The row that the sentence before names, when the clause itself names a column of its table."""
        row = self._best(stems(subject.before)) if subject.before and self._by_stem else None
        return row if row and _named(row, row.cells, subject) else None

    def _best(self, said: frozenset[str]) -> Row | None:
        said = said | {of for word in said if (m := BUDGET_OF.fullmatch(word)) and (of := stem(m[1]))}
        labels = {label for word in said for label in self._by_stem.get(word, ()) if label <= said}
        most = max(map(len, labels), default=0)
        best = [row for label in labels if len(label) == most for row in self._by_label[label]]
        if len(best) != 1:
            return None
        whole = [row for label in labels for row in self._by_label[label]]
        return best[0] if len(whole) == len({r.label for r in whole if r.stems <= best[0].stems}) else None


def grand_totals(table: Table, cells: dict[tuple[int, int], Amount]) -> list[Amount]:
    """The amounts in the last row of a table when it is a total, or the only one."""
    last = len(table.rows) - 1
    label = next((c.text for c in table.rows[last] if c.text.strip()), "") if last >= 0 else ""
    return [r for (row, _), r in sorted(cells.items()) if row == last] if _TOTAL_ROW.search(label) or last == table.header_rows else []


def named_deviation(table: Table, totals: Iterable[Amount], subject: Subject) -> Amount | None:
    """The deviation in a total row that an overspend or underspend speaks of, by a word of the table's caption or right after the table."""
    found = [t for t in totals if _DEVIATION.match(_heading(table, t.column))] if _OVER_OR_UNDER.search(subject.near) else []
    if len(found) != 1 or not (stems(table.caption) & stems(subject.near) or 0 < subject.source.at - found[0].source.at < _RIGHT_AFTER):
        return None
    return found[0]


def cell(row: Row, subject: Subject) -> Amount | Figure | None:
    """The cell of a row that a figure speaks of: that of its year, of the column whose heading stands in the sentence, or the only one."""
    unit = "kr" if subject.unit.startswith("kr") else subject.unit.partition(":")[0]
    cells = {c: r for c, r in row.cells.items() if (r.unit if isinstance(r, Figure) else "kr") == unit}
    headings = {c: _heading(row.table, c) for c in cells}
    of_year = [c for c, words in headings.items() if (found := _YEAR.search(words)) and subject.years == {int(found[1])}]
    if len(of_year) == 1:
        return cells[of_year[0]]
    if subject.years:
        return None
    named = _named(row, cells, subject)
    if len(named) == 1:
        return cells[named[0]]
    return next(iter(cells.values())) if len(cells) == 1 else None


def _named(row: Row, columns: Iterable[int], subject: Subject) -> list[int]:
    """The columns whose heading stands in the clause."""
    said, over = stems(subject.near), _OVER_OR_UNDER.search(subject.near)
    headings = {c: _heading(row.table, c) for c in columns}
    return [c for c, text in headings.items() if (words := stems(text)) and words <= said or over and _DEVIATION.match(text)]


def _rows(document: Document, tables: dict[int, Table]) -> Iterator[Row]:
    cells: dict[tuple[int, int], dict[int, Amount | Figure]] = defaultdict(dict)
    records: tuple[Amount | Figure, ...] = (*document.amounts, *document.figures)
    for record in records:
        if record.table in tables:
            cells[record.table, record.row][record.column] = record
    for (index, number), in_row in cells.items():
        table = tables[index]
        if table.header_rows <= number < len(table.rows):
            yield _row(table, number, in_row)


def _row(table: Table, number: int, cells: dict[int, Amount | Figure]) -> Row:
    label = next((c.text for i, c in enumerate(table.rows[number]) if i not in cells and c.text.strip()), "")
    letter = _LETTER.match(label)
    kind = table.rows[0][0].text.strip().split(" ")[0].casefold() if table.rows and table.rows[0] and table.header_rows else ""
    sign = (kind, letter[1]) if letter and kind.isalpha() else None
    bare = label[letter.end() :] if letter else label
    words = frozenset() if _TOTAL.match(bare) else stems(bare)
    return Row(table, number, label, words, sign, cells)


def heading_year(row: Row, column: int) -> int | None:
    """The one year that the heading of a column names."""
    found = _YEAR.search(_heading(row.table, column))
    return int(found[1]) if found else None


def _heading(table: Table, column: int) -> str:
    return " ".join(row[column].text for row in table.rows[: table.header_rows] if column < len(row))
