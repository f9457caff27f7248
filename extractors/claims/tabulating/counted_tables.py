"""Counts and totals told before a table: "syv anlægsprojekter:" over six rows, "24 forslag" over a column "Antal forslag" of 26."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractors.claims.counting.counted import MOST_ENTRIES, SLIP, UNITS, say_count, whole_number
from extractors.claims.counting.counts import names_things
from extractors.claims.fit import exact
from extractors.claims.grid import PART_OF, TOTAL, TOTAL_COLUMN, Grid, Row
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence
from minutes.closeness import one_digit, swapped
from minutes.content import like
from minutes.records import Claim, Quantity
from minutes.scan import lower

_CAPTION_NUMBER = re.compile(r"^\W*tabel \d+[.:]?\s*")
_WORD = re.compile(r"[a-zæøå-]{3,}")
_LONG_WORD = 8
_DISTRIBUTED = re.compile(
    r"fordel|følgende|således|opdel|består af|sammensat|anvendes til|bruges til|går til|dækker|sådan|finansier|betales|(?:gennem|ved"
    r"|via|med) [\ue005] \w+:"
)
_IN_ALL = re.compile(r"\b(?:samle[dt]\w*|i alt|tilsammen)\b")
_COUNTS = re.compile(r"\bantal\b", re.I)
_MONEY = re.compile(r"\bkr\b|kroner|\bmio\b|beløb|tilskud|udgift|\bpris\b", re.I)
_SOME = re.compile(
    r"\b(?:heraf|hvoraf|(?:hvor)?til kommer|foruden|kun|dog|alene|(?<!\ue005 )(?:største|vigtigste)|blandt|udvalgte|bl\.a\.|eksempler|ud af"
    r"|(?<!hver )(?<!hvert )af de|udsnit|flere af|mindst|fx)\b"
)

_OF_THEM = re.compile(r" (?:af dem|af disse) [^\ue000-\ue007.,;]{3,60}")
_ALL_BELOW = re.compile(
    r"(?:(?:de|disse|\w{5,}erne) (?:er|fremgår|står|ses|findes)|alle|samtlige)\b[^.]{0,30}"
    r"\b(?:oversigten|tabellen|skemaet|listen) (?:ned|her)\w+"
)
"""What says that a table further on has all of those just counted."""
_SCOPE = re.compile(r"\b(?:gælder|omfatter|rummer|vedrører|består af|er der|i alt|alle|de) (?:i alt )?$")
_STEM = 6
"""Letters by which a word of the text and one of a heading are the same."""
NEAR = Decimal("0.12")
"""How far from a column's sum a total below it may be, as a part of it."""
_LARGEST = re.compile(r"\b(?:største|vigtigste)\b")
"""Of so many of the largest nobody knows where a table ends that has no total: it may go on in the next column."""
_ORDINAL = re.compile(r"(?i)(?:nr|nummer|pkt|#|løbenr)?\.?")
_OTHERS = re.compile(r"\W*(?:de |det )?(?:øvrige|andre|andet|resten?)\b|(?:to|tre|fire|fem|seks|[2-9]) [a-zæøå]{4,}", re.I)
"""A row that is no single entry of those that are counted: "Øvrige anlæg" under "de fem største projekter", "To universiteter"."""


_NO_ENTRY = re.compile(rf"{TOTAL.pattern}|{PART_OF.pattern}|{_OTHERS.pattern}", re.I)


def find(ledger: Ledger) -> None:
    """Every table with the block of text before it."""
    blocks, first, last = ledger.flow.blocks, dict[int, int](), dict[int, int]()
    for i, block in enumerate(blocks):
        if block.table >= 0:
            first.setdefault(block.table, i)
            last[block.table] = i
    told: dict[int, list[Sentence]] = {}
    for s in ledger.sentences:
        told.setdefault(s.block, []).append(s)
    for grid in ledger.grids:
        before = told.get(first.get(grid.table.index, 0) - 1, [])
        if before:
            _rows(ledger, before, grid)
            _columns(ledger, before[-1], grid)
            _whole_of_column(ledger, before, grid)
        if after := told.get(last.get(grid.table.index, len(blocks)) + 1):
            _sum_below(ledger, after[0], grid)
    captioned = [(_CAPTION_NUMBER.sub("", g.table.caption.lower()), sum(not r.total and not r.part for r in g.rows)) for g in ledger.grids]
    for s in ledger.sentences if captioned else ():
        _by_caption(ledger, s, captioned)
    if ledger.grids:
        _pointed_at(ledger, first)


def _plain_rows(grid: Grid) -> int:
    """How many entries a table has; 0 where it is not clear which rows are entries."""
    if not grid.rows:
        labels = [row[0].text.strip() for row in grid.table.rows[_top(grid) :] if row]
        return len(labels) if all(labels) and len({*labels}) == len(labels) > 1 and not any(map(_NO_ENTRY.search, labels)) else 0
    rows = [r for r in grid.rows if not r.total]
    if any(r.total for r in grid.rows[: len(rows)]) or any(r.after_gap for r in rows[1:]) or any(r.part or not r.label for r in rows):
        return 0
    rows = rows[:-1] if len(rows) == len(grid.rows) and _is_whole(grid, rows) else rows
    return len(rows) if len({r.label for r in rows}) == len(rows) > 1 else 0


def _is_whole(grid: Grid, rows: list[Row]) -> bool:
    """Is the last row of a table without a total, whatever it is called, what those above come to: "Hele planen"?"""
    columns = ([r.numbers[j].value for r in rows] for j in grid.columns if len(rows) > 2 and all(j in r.numbers for r in rows))
    return any(sum(values[:-1]) == values[-1] > 0 for values in columns)


def _top(grid: Grid) -> int:
    """The first row below the headings; those of a table of words only are its first."""
    heads = grid.table.header_rows
    return grid.first if grid.rows else heads if 0 < heads < len(grid.table.rows) else 1


def _heading(grid: Grid) -> str:
    """What the entries are called: over the first column, or over the second where the first numbers them."""
    heads = [" ".join(row[j].text.strip() for row in grid.table.rows[: _top(grid)] if j < len(row)).strip() for j in (0, 1)]
    return heads[1] if _ORDINAL.fullmatch(heads[0]) else heads[0]


def _rows(ledger: Ledger, before: list[Sentence], grid: Grid) -> None:
    """The count that the text before a table announces, or that counts what the first column is called."""
    rows, last = 0 if any(_OTHERS.match(r.label) for r in grid.rows) else _plain_rows(grid), before[-1]
    numbers = [(s, m) for s in before for m in s.mentions if m.unit == "number" and m.noun not in UNITS]
    closed = any(r.total for r in grid.rows)
    some = max((s.start for s in before if _SOME.search(s.skeleton) or not closed and _LARGEST.search(s.skeleton)), default=-1)
    parts = sum(not TOTAL_COLUMN.search(grid.heading(j)) for j in grid.columns)
    parts -= parts == len(grid.columns) and _one_is_of_the_others(grid)
    if not rows or any(m.value == rows or m.noun and m.value in (len(grid.columns), parts) for _, m in numbers):
        return
    numbers = [(s, m) for s, m in numbers if s.start > some]
    fitting = [(s, m) for s, m in numbers if not m.qualifier and 1 < m.value <= MOST_ENTRIES and abs(m.value - rows) <= SLIP]
    called = [(s, m) for s, m in fitting if abs(m.value - rows) == 1 or s is last and _told_as(ledger, s, m, rows)]
    called = [(s, m) for s, m in called if _called(m, _heading(grid)) and not _chosen(before, m)]
    if not called and last.skeleton.rstrip().endswith(":"):
        called = [(s, m) for s, m in fitting if s is last and names_things(m, last.skeleton[last.position(m) + 1 :].rstrip(" :"))]
    if not called and closed:
        heads = {w[:_STEM] for row in grid.table.rows[: grid.first] for cell in row for w in _WORD.findall(cell.text.lower())}
        chosen = [(m, of[0]) for m in last.mentions if m.unit == "number" and (of := _OF_THEM.match(last.skeleton, last.position(m) + 1))]
        called = [(last, m) for m, tail in chosen if abs(m.value - rows) == 1 and heads & {w[:_STEM] for w in _WORD.findall(tail)}]
    if len(called) == 1 and not _of_so_many(grid, *called[0]):
        say_count(ledger, *called[0], rows, "warning" if last.skeleton.rstrip().endswith(":") else "note")


def _told_as(ledger: Ledger, s: Sentence, m: Mention, rows: int) -> bool:
    """Does the item count as many of the same elsewhere as the table has rows: "når alle syv grunde er solgt"?"""
    alike = (x for t in ledger.sentences if t.item == s.item for x in t.mentions if x.noun and x.value == rows)
    return any(like(m.noun, x.noun) for x in alike)


def _one_is_of_the_others(grid: Grid) -> bool:
    """Is a column without the name of a total what the others come to in every row: "Pladser" beside those of two groups?"""
    rows = [[r.numbers[j].value for j in grid.columns] for r in grid.rows if all(j in r.numbers for j in grid.columns)]
    return len(grid.columns) > 2 and any(all(2 * row[i] == sum(row) for row in rows) for i in range(len(grid.columns))) and len(rows) > 1


def _of_so_many(grid: Grid, s: Sentence, m: Mention) -> bool:
    """ "310 ejendomme i fire områder", and what the first four rows have is 310: the others are beside them."""
    first = [r for r in grid.rows if not r.total][: int(m.value)]
    sums = {sum(r.numbers[j].value for r in first) for j in grid.columns if all(j in r.numbers for r in first)}
    return any(x.value in sums for x in s.mentions if x is not m)


def _pointed_at(ledger: Ledger, first: dict[int, int]) -> None:
    """ "Der er modtaget syv ansøgninger. De er alle med i oversigten nedenfor", and the first table after that."""
    for lead, s in pairwise(ledger.sentences):
        told = [m for m in lead.mentions if m.unit == "number" and m.noun and m.noun not in UNITS and whole_number(m)]
        if len(told) != 1 or not _ALL_BELOW.match(s.skeleton):
            continue
        grid = next((g for g in ledger.grids if first.get(g.table.index, -1) > s.block), None)
        rows = _plain_rows(grid) if grid else 0
        if grid and rows and ledger.structure.item_at(grid.table.source.at) == s.item and abs(rows - told[0].value) <= SLIP:
            say_count(ledger, lead, told[0], rows, "warning")


def _chosen(before: list[Sentence], m: Mention) -> bool:
    """Does the text say that only some of them follow: "de plejehjem, der har venteliste"?"""
    which = re.compile(rf"(?<!\ue005 )\b{re.escape(m.noun)}\w*,? (?:der|som|hvor|med|uden)\b")
    return any(which.search(s.skeleton) for s in before)


def _called(m: Mention, heading: str) -> bool:
    """Is the counted thing what a column's heading names: "otte fagentrepriser" and "Entreprise"?"""
    words = _WORD.findall(heading.lower())
    return bool(m.noun) and 1 <= len(words) <= 2 and any(like(m.noun, w) for w in words)


def _columns(ledger: Ledger, lead: Sentence, grid: Grid) -> None:
    """A whole stated before a colon, and the column of a table without a total that holds its parts."""
    if not lead.skeleton.rstrip().endswith(":") or len(grid.rows) < 2 or any(r.total or r.part for r in grid.rows):
        return
    for m in lead.mentions:
        columns = [j for j in grid.columns if not grid.is_share(j) and _holds_parts(lead, m, grid, j)]
        if not m.bounded and len(columns) == 1:
            _add_up(ledger, lead, m, grid, columns[0])


def _sum_below(ledger: Ledger, s: Sentence, grid: Grid) -> None:
    """ "De fire skoler har altså tilsammen 1.216 elever", right below a table of one column without a total that nearly comes to it."""
    if len(grid.columns) != 1 or len(grid.rows) < 2 or any(r.total or r.part for r in grid.rows) or grid.is_share(grid.columns[0]):
        return
    unit = "kr" if grid.table.scale else "number"
    told = [m for m in s.mentions if m.unit == unit and not m.bounded and _IN_ALL.search(s.beside(m)[0])]
    added = sum((r.numbers[grid.columns[0]].value for r in grid.rows if grid.columns[0] in r.numbers), Decimal(0)) * (grid.table.scale or 1)
    if len(told) == 1 and abs(told[0].value - added) <= NEAR * added:
        _add_up(ledger, s, told[0], grid, grid.columns[0])


def _holds_parts(lead: Sentence, m: Mention, grid: Grid, j: int) -> bool:
    heading, alone = grid.heading(j), sum(x.unit == m.unit for x in lead.mentions) == 1
    if m.unit == "number":
        words = _COUNTS.sub("", heading).strip()
        named = _called(m, words) and (words != heading or " " not in words)
        return bool(named or alone and len(grid.columns) == 1 and _DISTRIBUTED.search(lead.skeleton) and m.value > len(grid.rows))
    if m.unit != "kr" or not alone:
        return False
    whole = _IN_ALL.search(lead.skeleton, 0, lead.position(m)) and _MONEY.search(heading)
    return bool(whole or len(grid.columns) == 1 and _DISTRIBUTED.search(lead.skeleton))


def _whole_of_column(ledger: Ledger, before: list[Sentence], grid: Grid) -> None:
    """ "Aftalen gælder 660 almene boliger", right before a table whose column "Boliger" comes to 650."""
    if not grid.rows or any(r.total for r in grid.rows[:-1]) or any(r.part for r in grid.rows):
        return
    for s in before:
        for m in (m for m in s.mentions if m.unit == "number" and m.value > MOST_ENTRIES and not m.bounded and not m.qualifier):
            named = [j for j in grid.columns if not grid.is_share(j) and _called(m, grid.heading(j))]
            if len(named) != 1 or not _SCOPE.search(s.lead(m)) or _SOME.search(s.skeleton):
                continue
            cells = [grid.money(r.numbers[named[0]]) for r in grid.rows if named[0] in r.numbers]
            cells = [exact(replace(c, unit="number", noun=m.noun)) for c in (cells[-1:] if grid.rows[-1].total else cells)]
            added, kind = sum((c.value for c in cells), Decimal(0)), "restated" if len(cells) == 1 else "sum"
            if added == m.value or one_digit(m.value, added) or swapped(m.value, added):
                ledger.say(s, kind, "sum", m, cells, if_not="warning")


def _add_up(ledger: Ledger, lead: Sentence, stated: Mention, grid: Grid, column: int) -> None:
    cells = [r.numbers[column] for r in grid.rows if column in r.numbers]
    scale = (stated.unit == "kr" and grid.table.scale) or 1
    unit = "kr" if stated.unit == "kr" else stated.noun or "count"
    operands = tuple(
        Quantity(c.value, c.value, c.value, unit, c.source)
        if stated.unit == "number"
        else Quantity(c.value * scale, c.low * scale, c.high * scale, unit, c.source)
        for c in cells
    )
    ledger.claims.append(
        Claim(
            kind="sum",
            relation="sum",
            source=ledger.around(lead, stated),
            check="sum-differs",
            stated=stated.quantity(ledger.flow),
            operands=operands,
            item=ledger.structure.item_at(stated.start),
            extra={"if_not": "warning" if len(cells) == len(grid.rows) else "unverifiable"},
        )
    )


def _by_caption(ledger: Ledger, s: Sentence, captioned: list[tuple[str, int]]) -> None:
    """ "Der blev arbejdet på fem større anlægsprojekter" and a table "Større anlægsprojekter" with four rows: captions and their rows."""
    for n in (m for m in s.mentions if m.unit == "number" and len(m.noun) >= _LONG_WORD and whole_number(m) and m.noun not in UNITS):
        lead, found, _ = lower(ledger.flow.text)[n.end : n.end + 60].partition(n.noun)
        phrase = " ".join((lead + found).split()) if found and lead.strip() else ""
        for caption, rows in captioned if phrase else ():
            if caption.startswith(phrase) and rows > 1 and abs(rows - n.value) <= SLIP:
                say_count(ledger, s, n, rows, "warning")
