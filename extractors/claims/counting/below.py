"""The points below a sentence: how many there are, and whether it is clear where their list begins and ends."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.claims.counting.counted import MOST_ENTRIES, SLIP, say_count
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence
from extractors.layout import Block
from minutes.content import like

ORDINARY = frozenset(("point",))
_ASIDE = re.compile(r"\W*(?:Hvis|Såfremt|Derudover|Desuden|Endvidere|Herudover|Hertil|Dog|Bemærk|NB)\b")
_IN_ALL = re.compile(r"\W*(?:I alt|Tilsammen|Sammenlagt|Samlet|Total|Sum)\b")
"""What stands below the entries of a list as their sum."""
_SO_MANY = re.compile(r"[-–•*]?\s*\d{1,3} [a-zæøå]")
"""An entry that is several of what is counted: "8 valgt af elevrådene"."""
_NUMBERED = re.compile(r"\W*(?P<noun>[^\W\d]{4,}) (?P<n>\d{1,2})[:.]? ")
COLUMN = 60
"""Points that a list is indented by at most; what stands further right is another column."""
LONGEST_LINE = 110
"""Characters of an entry that is a line without a mark."""


def count_points(ledger: Ledger, s: Sentence, n: Mention, severity: str = "error") -> None:
    """The points after the block in which the count stands."""
    entries, sure = points(ledger, s, int(n.value))
    if not entries:
        entries = _numbered(ledger, s.block, n.noun)
        entries, sure = (entries, True) if entries else (_lines(ledger, s.block, int(n.value)), False)
        severity = "warning"  # where a list without marks ends, print does not show
    if sure and severity == "warning" and abs(len(entries) - n.value) > SLIP:
        sure = False
    if entries and all(_SO_MANY.match(ledger.flow.text, b.start) for b in entries):
        return
    if len(entries) > 1:
        say_count(ledger, s, n, len(entries), severity if sure else "unverifiable")


def points(ledger: Ledger, s: Sentence, wanted: int) -> tuple[list[Block], bool]:
    """The points of one level that follow a sentence's block, and whether it is clear where the list of so many begins and ends."""
    blocks, text = ledger.flow.blocks, ledger.flow.text
    run = _run(blocks[s.block + 1 : s.block + 1 + 3 * MOST_ENTRIES], text)
    if not run:
        return [], False
    first = run[0]
    level = _level(run, text)
    if first.number is not None:
        level = _first_run(level)
    total = next((i for i, b in enumerate(level) if i and _IN_ALL.match(text, b.start)), None)
    if total:
        return level[:total], total == wanted
    sure = len(level) == len(run) or all(b.x0 > first.x0 + 2 for b in run if b not in level)
    return level, sure and not _goes_on(ledger, level) and not _speaks_of(ledger, level, wanted)


def _run(following: list[Block], text: str) -> list[Block]:
    """The points that these blocks begin with."""
    found: list[Block] = []
    for block in following:
        if block.kind == "note":
            continue
        if found and block.page > found[-1].page and (text[block.start] == "(" or text[block.start].islower()):
            continue  # the end of a point that a page break cuts
        if block.kind not in ORDINARY:
            break
        found.append(block)
    return found


def _goes_on(ledger: Ledger, entries: list[Block]) -> bool:
    """Does the number that would come next stand in the text after a numbered list? Text layers move numbers to the ends of lines."""
    last = entries[-1].number or ""
    if not last.isdigit():
        return False
    wanted = str(int(last) + 1)
    headings = (b.start for b in ledger.flow.blocks if b.kind == "heading" and b.start > entries[-1].start)
    text = ledger.flow.text[entries[-1].start : min(entries[-1].end + 500, next(headings, len(ledger.flow.text)))]
    return bool(re.search(rf"(?<![\d.]){wanted}\.(?!\d)", text))


def _speaks_of(ledger: Ledger, entries: list[Block], wanted: int) -> bool:
    """Do the points after the announced ones speak of the list ("Hvis et område er på listen i fem år, …"), as its first does not?"""
    aside = [bool(_ASIDE.match(ledger.flow.text, b.start)) for b in entries]
    return len(entries) > wanted > 0 and all(aside[wanted:]) and not aside[0]


def _numbered(ledger: Ledger, at: int, noun: str) -> list[Block]:
    """Paragraphs that are numbered by what is counted: "tre scenarier:" above "Scenarie 1: …", "Scenarie 2: …"."""
    found: list[Block] = []
    for block in ledger.flow.blocks[at + 1 : at + 1 + MOST_ENTRIES]:
        entry = _NUMBERED.match(ledger.flow.text, block.start, block.end)
        if not entry or not like(entry["noun"].lower(), noun) or int(entry["n"]) != len(found) + 1:
            break
        found.append(block)
    return found


def _lines(ledger: Ledger, at: int, wanted: int) -> list[Block]:
    """Short lines without marks after the announcement: a list only when their number is right."""
    blocks = ledger.flow.blocks[at + 1 : at + 2 + wanted]
    lines = [b for b in blocks[:wanted] if b.kind == "paragraph" and b.end - b.start < LONGEST_LINE]
    ends = len(blocks) <= wanted or blocks[-1].kind != "paragraph" or blocks[-1].end - blocks[-1].start >= LONGEST_LINE
    return lines if len(lines) == wanted and ends else []


def _level(run: list[Block], text: str) -> list[Block]:
    """The points of the level of the first; where the list goes on in the next column, the first there sets the margin."""
    level = run[:1]
    for block in run[1:]:
        over = block.x0 > level[-1].x0 + COLUMN and block.gap == 0
        if _same_level(replace(level[-1], x0=block.x0) if over else level[-1], block, text):
            level.append(block)
    return level


def _same_level(first: Block, block: Block, text: str) -> bool:
    """The same kind of mark, and the same margin where the print tells."""
    if (first.number is None) != (block.number is None):
        return False
    if first.number is not None and block.number is not None:
        return first.number.isdigit() == block.number.isdigit() and first.number.count(".") == block.number.count(".")
    return (
        abs(first.x0 - block.x0) <= 3
        and text[first.start] == text[block.start]
        or text[first.start].isalnum()
        and abs(first.x0 - block.x0) <= 3
    )


def _first_run(level: list[Block]) -> list[Block]:
    """Numbers that begin anew begin another list."""
    for i, block in enumerate(level[1:], 1):
        if block.number == level[0].number:
            return level[:i]
    return level
