"""A page's text in lines that can be linked to, with one place marked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: `marked` is the part that was asked for; `first` on the line where it begins."""

    number: int
    before: str
    marked: str
    after: str
    first: bool = False


def lines(text: str, asked: tuple[int, int, int] | None = None) -> list[Line]:
    """The lines of a page; `asked` is page, start and end of the place to mark."""
    start, end = asked[1:] if asked else (-1, -1)
    out, at, found = [], 0, False
    for number, line in enumerate(text.split("\n"), start=1):
        low, high = max(start - at, 0), min(end - at, len(line))
        marked = line[low:high] if low < high else ""
        cut = (low, high) if marked else (len(line), len(line))
        out.append(Line(number, line[: cut[0]], marked, line[cut[1] :], bool(marked) and not found))
        found, at = found or bool(marked), at + len(line) + 1
    return out
