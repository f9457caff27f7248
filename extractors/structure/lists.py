"""The printed numbers of lists that are no agenda items, each list with its own run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from extractors.layout import Block, Flow
from extractors.structure.sections import CHAPTER
from extractors.structure.sheet import unfilled
from minutes.days import A_MONTH
from minutes.records import ListNumber

if TYPE_CHECKING:
    from extractors.structure import Section, Structure

_POINT = re.compile(
    rf"(?P<at>At\s)?(?P<number>\d{{1,2}})(?P<mark>[.)]|\s?:)\s+(?!(?:{A_MONTH})\b|behandling\b|halvår\b|kvartal\b|klasse\b|mio\b|etage\b|"
    rf"division\b|sal\b|Bilag\s\d)(?=(?:\d{{1,2}}\.\s)?\S*[^\W\d_])", re.I)
_GOES_ON = re.compile(r"\S[ (](?:bilag|tabel|figur|punkt|pkt\.|nr\.|side|kapitel|afsnit|stk\.|den|d\.|jf\.)\s$", re.I)
"""What a number at the beginning of a line belongs to when the line above ends so."""
_SEVERAL = re.compile(r"\d{1,2}\.?(?:, \d{1,2}\.?)*(?:,? (?:og|samt|til)|\s?[-–])\s?\d{1,2}\.? [a-zæøå]")
"""How a line tells of several points at once: "1. og 3. anbefales". What stands beside it takes up points too, and is no list."""
_LONGEST_TITLE = 80


@dataclass(slots=True, eq=False)
class _Run:
    """A list that may go on. `style` is how its numbers are set off, `titled` whether its last entry is a heading with text below."""

    number: int
    style: str
    last: int
    titled: bool


def list_numbers(flow: Flow, structure: Structure) -> list[ListNumber]:
    """The printed numbers of numbered lists that are no agenda items, run by run in the order in which the lists begin.

    A list ends with its section, a numbered chapter apart, or where the numbers begin again; numbered headings go on after the points
    that stand under them.
    """
    out: list[ListNumber] = []
    going: list[_Run] = []
    runs, place = 0, None
    for block, match, section in _points(flow, structure):
        number, style = int(match["number"]), match["mark"].strip() + ("at" if match["at"] else "")
        going = going if section is place or section and CHAPTER.match(section.heading) else []
        place = section
        run = _run(going, number, style)
        if not run:
            runs += 1
            run = _Run(runs, style, number, False)
            going = [r for r in going if r.titled or r.style != style] + [run]
        del going[going.index(run) + 1 :]
        text = flow.text[match.end() : block.end]
        run.last, run.titled = number, len(text) < _LONGEST_TITLE and text[-1:] not in ".,;:"
        source = flow.source(block.start, min(block.end, block.start + 120))
        out.append(ListNumber(number, run.number, source, structure.item_at(block.start)))
    return sorted(out, key=lambda n: n.run)


def _points(flow: Flow, structure: Structure) -> Iterator[tuple[Block, re.Match[str], Section | None]]:
    """The blocks that begin with a number, and the section of each."""
    titles = {item.source.at for item in structure.items}
    items = {(unfilled(item.number or ""), item.title) for item in structure.items}
    taken_up = [structure.section_at(b.start) for b in structure.pieces if _SEVERAL.match(flow.text, b.start, b.end)]
    for block in structure.pieces:
        match = _POINT.match(flow.text, block.start, block.end) if block.prose and block.start not in titles else None
        if match and (unfilled(match["number"]), flow.text[match.end() : block.end].strip(" .")) in items:
            continue  # an overview of annexes has the items again
        section = structure.section_at(block.start) if match else None
        if match and section not in taken_up and not _GOES_ON.search(flow.text, max(block.start - 14, 0), block.start):
            yield block, match, section


def _run(going: list[_Run], number: int, style: str) -> _Run | None:
    """The list that a number goes on: the innermost whose next it is, else the only one in its style that has not come so far, else
    the only one in its style. None where a new one begins."""
    if number == 1:
        return None
    alike = [run for run in going if run.style == style]
    following = [run for run in alike if run.last == number - 1]
    ahead = [run for run in alike if run.last < number]
    return following[-1] if following else next((runs[0] for runs in (ahead, alike) if len(runs) == 1), None)
