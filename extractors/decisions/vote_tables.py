"""Votes set as a table: a row a side ("For | A (9) og V (7) | 16"), a column a side with a row a party or a member, or "Ida Holm | For".

A table is one of votes when it has a side for and another side, and names who voted or stands where a vote is spoken of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.decisions.tallies import SIDES
from extractors.decisions.voters import voter
from extractors.structure.names import LETTERS, PERSON, is_letter, party

_WORD = r"(?:For|Imod|Mod|Undlod|Undlader|Undladt|Ja|Nej|Blanke?)"
_PLAIN = re.compile(rf"(?P<who>[A-ZÆØÅ][^\n\t:;.]{{3,50}}?) (?P<side>{_WORD})|{_WORD}(?: {_WORD}){{1,3}}|\d{{1,3}}(?: \d{{1,3}}){{1,3}}")
"""A row that lost its columns: "Ida Holm (A) For", "For Imod Undlod", "14 3 2"."""
_ROWS = re.compile(rf"(?:^(?:[^\n]*\t[^\n]*|{_PLAIN.pattern.replace('?P<who>', '?:').replace('?P<side>', '?:')})(?:\n|\Z))+", re.M)
_LOST = re.compile(rf" {_WORD}\s*$", re.M)
_SIDE = re.compile(
    r"(?:stemte |stemmer |antal |der stemte )?(?P<side>for|i?mod|undlod|undlader|undladt|hverken|blanke?|ja|nej|afstod)(?:-?stemmer"
    r"| stemte|"
    r" stemmer| at stemme| for eller imod| forslaget| indstillingen)*\s?:?",
    re.I,
)
_VOTING = re.compile(r"\b(?:af)?stem(?:t|te|me|mer|men|ning|ninger|ningen|meafgivning|metal)\b|\bafstemnings", re.I)
_TOTAL = re.compile(r"(?:i alt|ialt|total|sum|stemmer(?: i alt)?|antal(?: stemmer)?|resultat)\s?:?", re.I)
_MARK = re.compile(r"[xX✓✔☒☑√]|1")
_COUNT = re.compile(r"\d{1,3}")
_BEFORE = 400
"""Characters above a table that may say that it is one of votes."""


@dataclass(slots=True)
class Side:
    """One side of a vote in a table: its number as printed or None, who they are as a list would have it, and the offsets of its rows."""

    side: str
    total: int | None
    entries: str
    start: int
    end: int


def vote_tables(text: str) -> list[tuple[int, int, list[Side]]]:
    """The tables of votes in a text whose rows are lines with tabs: where each stands, and its sides."""
    out = []
    for run in _ROWS.finditer(text) if "\t" in text or _LOST.search(text) else ():
        rows = list(_cells(text, run.start(), run.end()))
        sides = _by_row(rows) or _by_column(rows) or _by_member(rows)
        found = {s.side for s in sides}
        said = any(s.entries not in ("", "0") for s in sides) or _VOTING.search(text, max(run.start() - _BEFORE, 0), run.end())
        if said and "for" in found and 1 < len(found) == len(sides):
            out.append((run.start(), run.end(), sides))
    return out


_Row = tuple[int, int, list[str]]


def _cells(text: str, start: int, end: int) -> Iterator[_Row]:
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            plain = _PLAIN.fullmatch(line.strip()) if "\t" not in line else None
            cells = [plain["who"], plain["side"]] if plain and plain["who"] else line.split() if plain else line.split("\t")
            yield at, at + len(line), [cell.strip() for cell in cells]
        at += len(line) + 1


def _side(cell: str) -> str:
    said = _SIDE.fullmatch(cell)
    return SIDES[said["side"].lower()] if said else ""


def _by_row(rows: list[_Row]) -> list[Side]:
    """ "For | A (9) og V (7) | 16" """
    out = []
    for start, end, cells in rows:
        if side := _side(cells[0]):
            numbers = [cell for cell in cells[1:] if _COUNT.fullmatch(cell)]
            names = [cell for cell in cells[1:] if _names(cell)]
            if not numbers and not names:
                return []
            out.append(Side(side, int(numbers[-1]) if numbers else None, ", ".join(names), start, end))
    return out


def _by_column(rows: list[_Row]) -> list[Side]:
    """ "Parti | For | Imod" above "A | 9 | 0" and a total, above members with a mark, or above one row of numbers or names."""
    _, _, heads = rows[0]
    columns = {i: side for i, cell in enumerate(heads) if (side := _side(cell))}
    below = [row for row in rows[1:] if len(row[2]) == len(heads)]
    if len(columns) < 2 or not below:
        return []
    start, end = rows[0][0], rows[-1][1]
    if len(columns) == len(heads):
        counts = below[-1][2] if len(below) == 2 and all(map(_COUNT.fullmatch, below[-1][2])) else None
        lone = (len(below) == 1 or counts) and _all_votes(below[0][2])
        sides = [_lone(side, below[0][2][i], start, end) for i, side in columns.items()] if lone else []
        return [replace(s, total=int(counts[i])) for s, i in zip(sides, columns, strict=True)] if counts and lone else sides
    totals = next((cells for _, _, cells in below if _TOTAL.fullmatch(cells[0])), None)
    voters = [cells for _, _, cells in below if cells is not totals]
    if not all(_is_voter(cells[0]) for cells in voters):
        carried = [cells for cells in voters if _carried({side: cells[i] for i, side in columns.items()})]
        together = {sum(int(cells[i]) for i in columns) for cells in voters if all(_COUNT.fullmatch(cells[i]) for i in columns)}
        alone = carried[0] if len(carried) == len(together) == 1 and len(columns) == len(heads) - 1 else None
        return [Side(side, int(alone[i]), "", start, end) for i, side in columns.items()] if alone else []
    return [
        _column(side, [(cells[0], cells[i]) for cells in voters], totals[i] if totals else None, start, end) for i, side in columns.items()
    ]


def _carried(cells: dict[str, str]) -> bool:
    """Does a row give the numbers of a proposal, of several on which the same voted, that more were for than against?"""
    return all(map(_COUNT.fullmatch, cells.values())) and int(cells.get("for", 0)) > int(cells.get("against", 0))


def _by_member(rows: list[_Row]) -> list[Side]:
    """ "Ida Holm (A) | For" """
    said = [(cells[0], side) for _, _, cells in rows if len(cells) > 1 and (side := _side(cells[-1])) and _is_voter(cells[0])]
    if len(said) < max(len(rows) - 1, 2):
        return []
    start, end = rows[0][0], rows[-1][1]
    return [
        Side(side, None, ", ".join(who for who, other in said if other == side), start, end) for side in dict.fromkeys(s for _, s in said)
    ]


def _all_votes(cells: list[str]) -> bool:
    return all(not cell or _COUNT.fullmatch(cell) or _names(cell) for cell in cells)


def _lone(side: str, cell: str, start: int, end: int) -> Side:
    """The one cell of a side: a number, or names with or without one."""
    if not cell or _COUNT.fullmatch(cell):
        return Side(side, int(cell or 0), "", start, end)
    together = re.fullmatch(r"(?P<who>[^()]+)\((?P<count>\d{1,2})\)", cell)
    if together and re.search(r",| og |\+", together["who"]):
        return Side(side, int(together["count"]), together["who"].strip(), start, end)
    return Side(side, None, cell, start, end)


def _column(side: str, cells: list[tuple[str, str]], total: str | None, start: int, end: int) -> Side:
    """Those with a number or a mark in a side's column."""
    entries = []
    for who, cell in cells:
        if _COUNT.fullmatch(cell) and int(cell) and not voter(who)[1]:
            entries.append(f"{who} ({int(cell)})")
        elif cell and (_MARK.fullmatch(cell) or cell != "0" and _COUNT.fullmatch(cell)):
            entries.append(who)
    return Side(side, int(total) if total and _COUNT.fullmatch(total) else None, ", ".join(entries) or "0", start, end)


def _is_voter(cell: str) -> bool:
    name = re.sub(r"\s*\([^()]*\)$", "", cell)
    return bool(is_letter(name) or party(name) == name or re.fullmatch(PERSON, name) or _LISTED.fullmatch(name))


_LISTED = re.compile(rf"(?:Liste|Gruppe|Gruppen)?\s?{LETTERS}")


def _names(cell: str) -> bool:
    """Does a cell name parties or persons: "A (13), B (2) og Kenny Aaris (UFP)"?"""
    entries = [e for e in re.split(r",\s*(?![^()]*\))|\s(?:og|samt)\s|\s?\+\s?", cell) if e]
    return bool(entries) and all(_is_voter(entry) for entry in entries)
