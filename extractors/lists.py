"""The printed numbers of lists that are no agenda items, each list with its own run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from extractors.layout import Flow
from minutes.records import ListNumber

if TYPE_CHECKING:
    from extractors.structure import Structure

_MONTHS = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b"
_POINT = re.compile(
    rf"(?:At\s)?(?P<number>\d{{1,2}})(?:[.)]|\s?:)\s+(?!{_MONTHS}|behandling\b|halvår\b|kvartal\b|klasse\b|mio\b|etage\b|division\b|"
    rf"sal\b)(?=\S*[^\W\d_])", re.I)


def list_numbers(flow: Flow, structure: Structure) -> list[ListNumber]:
    """The printed numbers of numbered lists that are no agenda items. A list ends with its section, or where the numbers begin again."""
    out: list[ListNumber] = []
    titles = {item.source.at for item in structure.items}
    run, last, place = 0, 0, None
    for block in structure.pieces:
        match = _POINT.match(flow.text, block.start, block.end) if block.kind not in ("row", "note") and block.start not in titles else None
        if not match:
            continue
        number = int(match["number"])
        section = structure.section_at(block.start)
        if section is not place or (number == 1 and last != 0):
            run, place = run + 1, section
        last = number
        start = block.start
        out.append(ListNumber(number, run, flow.source(start, min(block.end, start + 120)), structure.item_at(start)))
    return out
