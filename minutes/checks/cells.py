"""A sentence beside the cells of the table that it speaks of."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from itertools import product

from minutes.bearings import MONEY_HEADS
from minutes.checks.ledger import at
from minutes.checks.printed import plain, shown
from minutes.clause import clause
from minutes.closeness import FAIR, STRONG, WEAK, closeness, keys, one_digit, swapped
from minutes.content import stem, stems
from minutes.likeness import meets
from minutes.names import printed
from minutes.needs import led
from minutes.records import Amount, Document, Figure, Finding, Table
from minutes.rows import BUDGET_OF, Row, Rows, cell, grand_totals, heading_year, named_deviation
from minutes.subject import Subject, ends

_NEAR = 2500
"""How far from a table, in characters of running text, a sentence may speak of its total."""
_TOTAL = led(r"(?i)\b(?:i alt|samlede?t?|total\w*|tilsammen|netto|tabel \d)\b")
_GRANTED = led(r"(?i)(?:bevilling|rådighedsbeløb)(?:en|et)? på #|\b(?:bevilges|frigives|afsættes) (?:der )?#")
"""A sum that the body grants, which is the whole of what the case costs."""
_UNITS = tuple(Decimal(10) ** n for n in (0, 3, 6, -3, -6))
_SHARE_OF = led(r"(?:pct\.?|procent|%)(?: \w+){0,2} af \w+")
"""What is a percentage of a cell is not that cell: "10 pct. af håndværkerudgiften eller kr. 818.900"."""
_SHARE_OF_THESE = led(r"(?:pct\.?|procent|%)(?: \w+){0,2} af [^#.;]* og [^#.;]*, i alt #")
_PLAIN = "kr/"
"""The unit of a sum that is of no year or piece."""
_MOST_CELLS = 5
"""Numbers of a row of which any other may be reckoned; of more some come to it by chance."""
_SIBLINGS = 2
"""So many other rows at least must a list have right."""
_MOST_DIGITS = 5
_ROUNDED = 1000
"""Numbers that are nearer each other than this part of them may be one, rounded."""
_TO_COMMA, _RESULT = re.compile("[,(]"), re.compile(r"(?i)\b(?:samlet|samlede|årets) (?:over|under)skud\b|\bårets resultat\b")
_PROPOSED = led(r"(?i)\b(?:indstil|anbefal|foreslå)\w*")
_ELSEWHERE = frozenset({"old", "other", "part"})


def beside_tables(document: Document, said: list[Subject], rows: Rows) -> Iterator[Finding]:
    """A sentence and the cells it speaks of; when other figures of the sentence fit other cells of the row, any other value is a slip."""
    spoken: dict[tuple[int, int, int], list[tuple[Subject, Row, Amount | Figure]]] = defaultdict(list)
    for subject in said if rows.all else ():
        row, found = spoken_of(rows, subject)
        if row and found and not _SHARE_OF.search(subject.near) and not _SHARE_OF_THESE.search(subject.clause):
            spoken[subject.sentence, row.table.index, row.row].append((subject, row, found))
    for group in spoken.values():
        fitting = [fits(subject, found) for subject, _, found in group]
        told = [found for (_, _, found), fit in zip(group, fitting, strict=True) if fit]
        for (subject, row, found), fit in zip(group, fitting, strict=True):
            near = closeness(subject.value, as_told(subject, found))
            slip = near >= FAIR or subject.unit != "percent" and swapped(abs(subject.value), abs(ends(found)[2]))
            unlike = not fit and not _reckoned(subject, row)
            if unlike and (slip or told and found not in told and (subject.unit != "percent" or near >= WEAK)):
                yield _unlike_cell(document, subject, row, found)


def as_told(subject: Subject, found: Amount | Figure) -> Decimal:
    """A cell in so many digits as the text prints, if they are not few: 315.120.000 beside "345,1 mio. kr."."""
    step, value = subject.high - subject.low, ends(found)[2]
    return (value / step).quantize(Decimal(1)) * step if 0 < step * _ROUNDED <= abs(value) else value


def _reckoned(subject: Subject, row: Row) -> bool:
    """Is it what some cells of the row less or more the others come to: the budget, what was added to it and the account?"""
    values = [ends(c)[2] for c in row.cells.values()][:_MOST_CELLS]
    ways = product((0, 1, -1), repeat=len(values))
    made = {abs(sum((v * w for v, w in zip(values, way, strict=True)), Decimal(0))) for way in ways if sum(map(abs, way)) > 1}
    return any(abs(subject.value) == m * scale for m in made for scale in (_UNITS if subject.unit.startswith("kr") else (1,)))


def beside_listed(document: Document, said: list[Subject], rows: Rows) -> Iterator[Finding]:
    """ "Svømmehallen renoveres for 25,0 mio. kr." in a list whose other amounts are in the table's total column, which has 20,0 here."""
    if not any(s.unit == _PLAIN for s in said) or all(_total_column(t) is None for t in document.tables):
        return
    told: dict[int, list[tuple[Subject, Row, Amount | Figure]]] = defaultdict(list)
    for subject in said:
        row = rows.spoken_of(subject) if subject.unit == _PLAIN and not subject.years | subject.marks else None
        total = row.cells.get(_total_column(row.table) or -1) if row else None
        if row and isinstance(total, Amount):
            told[row.table.index].append((subject, row, total))
    for group in told.values():
        others = [t for t in group if not fits(t[0], t[2])]
        if len(others) == 1 and len({row.row for _, row, _ in group}) > _SIBLINGS:
            subject, row, total = others[0]
            if closeness(subject.value, ends(total)[2]) >= WEAK and not any(fits(subject, c) for c in row.cells.values()):
                yield _unlike_cell(document, subject, row, total)


def _total_column(table: Table) -> int | None:
    """The last column, when it is called the total of the others."""
    heads = [row[-1].text.strip() for row in table.rows[: table.header_rows] if len(row) > _SIBLINGS]
    return len(table.rows[0]) - 1 if heads and _TOTAL.match(heads[-1]) else None


def beside_exchanged(document: Document, said: list[Subject], rows: Rows) -> Iterator[Finding]:
    """ "På anlæg ventes et mindreforbrug på 24,8 mio. kr." beside the one cell of 28.400 thousand, in a row of which the passage speaks.

    A figure that the text ties to others is judged by those.
    """
    claims = (c for c in document.claims if c.extra.get("if_not") != "unverifiable")
    tied = {q.source.at for c in claims for q in (c.stated, *c.operands) if q and q.source}
    cells = [(abs(ends(c)[2]), row, c) for row in rows.all for c in row.cells.values() if isinstance(c, Amount)]
    printed = {value for value, _, _ in cells}
    by_digits: dict[str, list[tuple[Decimal, Row, Amount]]] = defaultdict(list)
    for c in cells:
        for key in keys(c[0]):
            by_digits[key].append(c)
    values = {abs(s.value) for s in said} | printed
    for subject in (s for s in said if cells and s.unit.startswith("kr") and s.source.at not in tied):
        value = abs(subject.value)
        near = [c for key in keys(value) for c in by_digits.get(key, ()) if _misprinted(value, c[0]) and abs(value - c[0]) not in values]
        alike = [c for c in near if not _other_years(subject, c[1], c[2]) and not _reckoned(subject, c[1])]
        if alike and not subject.marks & _ELSEWHERE and not _printed(subject, printed):
            about = [c for c in alike if _speaks_of(subject.told, c[1])]
            words = subject.near if any(_speaks_of(subject.near, row) for _, row, _ in about) else subject.clause
            others = any(_speaks_of(words, row) and not row.stems & c[1].stems for _, row, _ in cells for c in about)
            if len({value for value, _, _ in about}) == 1 and not others:
                yield _unlike_cell(document, subject, about[0][1], about[0][2])


def _printed(subject: Subject, values: set[Decimal]) -> bool:
    """Is the figure one of these, whatever the unit of the table?"""
    way = 1 if subject.value > 0 else -1
    return any(subject.low <= value * scale * way <= subject.high for value in values for scale in _UNITS)


def _speaks_of(text: str, row: Row) -> bool:
    """Do all the words of the row's label stand there, but for what it calls a sum of money? Where the text proposes it, those up to the
    label's comma do, and a deficit is a result."""
    proposed = _PROPOSED.search(text)
    words = stems(_TO_COMMA.split(row.label, maxsplit=1)[0]) if proposed else row.stems
    label = {_of_what(word) for word in words - MONEY_HEADS - {"resultat"}}
    if label:
        return label <= {_of_what(word) for word in stems(text)}
    return row.stems == {"resultat"} and bool(proposed and _RESULT.search(text))


@lru_cache(maxsize=4096)
def _of_what(word: str) -> str:
    """What a sum of money is of: "serviceudgift" and "service" are one."""
    money = BUDGET_OF.fullmatch(word)
    return money and stem(money[1]) or word


def beside_totals(document: Document, said: list[Subject]) -> Iterator[Finding]:
    """ "I alt 12.150.000 kr. som vist i tabel 2" beside a table near by whose total is 12.050.000: the digits must show a slip."""
    cells = _by_table(document)
    values = {abs(ends(r)[2]) for r in document.amounts if r.table >= 0}
    for table in document.tables:
        totals = [t for t in grand_totals(table, cells[table.index]) if t.oere]
        low, high = (bisect_left(said, table.source.at + way, key=lambda s: s.source.at) for way in (-_NEAR, _NEAR))
        for subject in (s for s in said[low:high] if totals and s.unit.startswith("kr")):
            if abs(subject.value) in values or subject.marks & _ELSEWHERE:
                continue
            deviation = named_deviation(table, totals, subject)
            if deviation:
                yield from _unlike_total(document, subject, [deviation], FAIR)
            elif _TOTAL.search(subject.near):
                yield from _unlike_total(document, subject, totals, STRONG)
            elif slip := granted_otherwise(subject, [t for t in totals if t.item == subject.item], said):
                parts = sum(a.oere for a in cells[table.index].values() if a.column == slip.column and a is not slip)
                if Decimal(parts) / 100 != subject.value:  # else it is the total that is wrong
                    yield from _unlike_total(document, subject, [slip], STRONG)


def granted_otherwise(subject: Subject, totals: list[Amount], said: list[Subject]) -> Amount | None:
    """The one total of the tables from which a sum that is granted, or of more digits than chance makes alike, differs by a misprint
    alone; none where one of the figures `said` is what lies between them."""
    long = len(subject.value.normalize().as_tuple().digits) > _MOST_DIGITS
    if not (long or _GRANTED.search(subject.near)) or subject.unit != _PLAIN:
        return None
    sums = {abs(ends(t)[2]): t for t in totals}
    near = [n for n in sums if _misprinted(abs(subject.value), n)]
    alone = len(near) == 1 and all(abs(s.value) != abs(near[0] - subject.value) for s in said)
    return sums[near[0]] if alone and not _other_year(subject, sums[near[0]]) else None


def _misprinted(said: Decimal, meant: Decimal) -> bool:
    """Have two digits of a long number changed places, or is one another, so that it is no rounding?"""
    changed = swapped(said, meant) or one_digit(said, meant) and abs(said - meant) * _ROUNDED > meant
    return changed and closeness(said, meant) == STRONG


def all_totals(document: Document) -> list[Amount]:
    """The amounts in the total rows that end the document's tables."""
    cells = _by_table(document)
    return [t for table in document.tables for t in grand_totals(table, cells[table.index]) if t.oere]


def _by_table(document: Document) -> dict[int, dict[tuple[int, int], Amount]]:
    """The amounts of each table by row and column."""
    cells: dict[int, dict[tuple[int, int], Amount]] = defaultdict(dict)
    for found in document.amounts:
        cells[found.table][found.row, found.column] = found
    return cells


def fits(subject: Subject, found: Amount | Figure) -> bool:
    """Whether a figure can be its cell's; the unit of a table may be misread, so that thousands and millions fit, too."""
    low, high, _ = ends(found)
    scales = _UNITS if isinstance(found, Amount) else (Decimal(1),)
    return any(meets((subject.low, subject.high), (low * scale, high * scale)) for scale in scales)


def spoken_of(rows: Rows, subject: Subject) -> tuple[Row | None, Amount | Figure | None]:
    """The row and the cell that a figure speaks of."""
    row = rows.spoken_of(subject) or rows.spoken_of_before(subject)
    row = None if row and subject.marks & _ELSEWHERE else row
    return row, cell(row, subject) if row else None


def _unlike_total(document: Document, subject: Subject, totals: list[Amount], least: int) -> Iterator[Finding]:
    if any(fits(subject, t) for t in totals):
        return
    slips = [t for t in totals if closeness(subject.value, abs(ends(t)[2])) >= least and not _other_year(subject, t)]
    if len({t.oere for t in slips}) == 1:
        total = printed_cell(slips[0])
        yield Finding("restated-differs", "error", "Teksten siger {said}, men tabellens total er {cell}.",
                      at(document, clause(document, subject.source), slips[0].source), stated=plain(subject), computed=slips[0].source.flat,
                      values={"said": shown(subject), "cell": total}, calculation=f"{shown(subject)} ≠ {total}")


def _other_year(subject: Subject, total: Amount) -> bool:
    """Whether a sentence speaks of one year and the amount is another year's."""
    return len(subject.years) == 1 and total.period is not None and total.period[0] == total.period[1] not in subject.years


def _other_years(subject: Subject, row: Row, amount: Amount) -> bool:
    """Whether the cell's column is of another year than the sentence names."""
    return _other_year(subject, amount) or bool(subject.years) and heading_year(row, amount.column) not in (None, *subject.years)


def _unlike_cell(document: Document, subject: Subject, row: Row, found: Amount | Figure) -> Finding:
    label, told = " ".join(row.label.split()), printed_cell(found)
    return Finding("restated-differs", "error", 'Teksten siger {said}, men tabellen har {cell} ud for "{row}".',
                   at(document, clause(document, subject.source), found.source), stated=plain(subject), computed=found.source.flat,
                   values={"said": shown(subject), "cell": told, "row": label}, calculation=f"{shown(subject)} ≠ {told} ({label})")


def printed_cell(found: Amount | Figure) -> str:
    """A cell as it is printed, and the unit that its table prints elsewhere: "8.200 (1.000 kr.)"."""
    return printed(found.source.quote, Decimal(found.oere) / 100 if isinstance(found, Amount) else None)
