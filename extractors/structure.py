"""Blocks to header, agenda items and sections, by the words of the headings."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from extractors.layout import Flow
from extractors.reading import Reading
from minutes.records import Item, ListNumber


@dataclass(slots=True)
class Section:
    """A stretch of the running text under one heading. `role`: header, contents, summary, facts, economy, impact, law, hearing, route,
    timetable, recommendation, decision, annex, signature or "". `item` is an index in `Structure.items`, or -1.
    `body` and `date` are set when the heading names them ("Beslutning i Økonomiudvalget den 14. juni 2022").
    """

    role: str
    item: int
    start: int
    end: int
    heading: str = ""
    body: str | None = None
    date: date | None = None


@dataclass(slots=True)
class Structure:
    """The document's header, items and sections."""

    kind: str = "other"
    title: str | None = None
    municipality: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    meeting_time: str | None = None
    place: str | None = None
    case_numbers: list[str] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def section_at(self, at: int) -> Section | None:
        """The section that holds the character at `at` of the running text."""
        i = bisect_right(self.sections, at, key=lambda s: s.start) - 1
        return self.sections[i] if i >= 0 else None

    def item_at(self, at: int) -> str | None:
        """The number of the agenda item that holds the character at `at`."""
        section = self.section_at(at)
        return self.items[section.item].number if section and section.item >= 0 else None


def parse(flow: Flow, reading: Reading, file: str) -> Structure:
    """The structure of a document."""
    return Structure()


def list_numbers(flow: Flow, structure: Structure) -> list[ListNumber]:
    """The printed numbers of numbered lists that are no agenda items."""
    return []
