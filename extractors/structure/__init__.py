"""Blocks to header, agenda items and sections, by the words of the headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter

from extractors.layout import Block, Flow
from extractors.reading import Reading
from extractors.structure import header, issuer, items, municipality, sections, title
from extractors.structure.cases import case_numbers
from extractors.structure.cutting import Section, cut
from extractors.structure.days import before
from extractors.structure.kinds import Contents, kind, names_statement
from extractors.structure.lists import list_numbers
from extractors.structure.names import level
from extractors.structure.recut import pieces
from extractors.structure.roles import ROLES
from extractors.structure.sheet import unfilled
from minutes.records import Item

__all__ = ["Section", "Structure", "list_numbers", "parse"]


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
    pieces: list[Block] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list, init=False, repr=False)
    """Where the sections begin, worked out when they are first asked for; by then they are all there."""

    def section_at(self, at: int) -> Section | None:
        """The section that holds the character at `at` of the running text."""
        if len(self._starts) != len(self.sections):
            self._starts = [section.start for section in self.sections]
        i = bisect_right(self._starts, at) - 1
        return self.sections[i] if i >= 0 else None

    def pieces_in(self, start: int, end: int) -> list[Block]:
        """The pieces that begin between two offsets of the running text."""
        begins = attrgetter("start")
        return self.pieces[bisect_left(self.pieces, start, key=begins) : bisect_left(self.pieces, end, key=begins)]

    @property
    def decided(self) -> list[Section]:
        """The sections that hold decisions."""
        return [s for s in self.sections if s.role == "decision"]

    def item_at(self, at: int) -> str | None:
        """The number of the agenda item that holds the character at `at`."""
        section = self.section_at(at)
        return self.items[section.item].number if section and section.item >= 0 else None

    def numbered(self, said: str | None) -> str | None:
        """The number, as printed, of the item that a text names by a number: "punkt 1" may be item 01."""
        return next((i.number for i in self.items if said and i.number and unfilled(i.number) == unfilled(said)), None)


def parse(flow: Flow, reading: Reading) -> Structure:
    """The structure of a document."""
    if not flow.blocks:
        return Structure()
    blocks = pieces(flow)
    found = items.find(flow, blocks)
    head = header.zone(flow, blocks, found[0].start if found else None)
    chapters = _are_chapters(found) or _is_letter(flow.text) or names_statement(head) and not any(f.cases for f in found)
    out = Structure(sections=cut(flow, blocks, found, issuer.body(head)), pieces=blocks)
    out.kind = kind(head, flow, _contents(out, flow, len(found)))
    if chapters or out.kind not in ("minutes", "agenda") and found and not _is_case_paper(found):
        found, head = [], header.zone(flow, blocks, None)
        found = items.numbered_by_head(flow, blocks, head.blocks)
        out.sections = cut(flow, blocks, found)
        out.kind = kind(head, flow, _contents(out, flow, 0))
    out.items = [Item(f.zeros + f.number or None, f.title, flow.source(f.start, f.end), tuple(f.cases), f.closed) for f in found]
    out.title = title.find(flow, blocks, out.kind) or reading.title
    _meeting(out, flow, head)
    out.municipality = municipality.find(flow, head, out.kind in ("minutes", "agenda", "proposal"), reading.title, out.body)
    out.case_numbers = list(dict.fromkeys([*case_numbers(flow, blocks), *(case for f in found for case in f.cases)]))
    return out


def _are_chapters(found: list[items.Found]) -> bool:
    """Are the numbered headings those of one case: "2. Indstilling", "3. Baggrund"? No agenda has two such items."""
    roles = {ROLES.get(sections.plain(f.title)) for f in found if f.number}
    return "recommendation" in roles and len(roles - {None, "recommendation"}) > 0


_SALUTES = re.compile(r"^(?:Kære |Til (?:Byrådet|Kommunalbestyrelsen|Borgerrepræsentationen|Magistraten|\w+udvalget|borgmester)\b)", re.M)
_SIGNS = re.compile(r"^(?:Med )?(?:venlig|de bedste|bedste|mange) hilsen(?:er)?\b", re.M | re.I)
_EDGE = 900
"""Characters at the head of a letter with its salutation, and at its end with its greeting."""


def _is_letter(text: str) -> bool:
    """Does the text begin as a letter and end as one? The numbered headings of a letter are no agenda."""
    return bool(_SALUTES.search(text[:_EDGE]) and _SIGNS.search(text[-_EDGE:]))


def _contents(out: Structure, flow: Flow, has_items: int) -> Contents:
    roles = {s.role for s in out.sections}
    return Contents(has_items, "decision" in roles, "recommendation" in roles, bool(has_items) and _settled(out.decided, flow))


def _settled(decided: list[Section], flow: Flow) -> bool:
    """Does the paper end with a decision that is no mere recommendation to the next body, as one that calls itself so has it alone?"""
    if not decided:
        return False
    last = decided[-1]
    recommends = last.body and last.date and re.search(r"\b(?:anbefal|indstilles\b)", flow.text[last.content : last.end][:200], re.I)
    return not (recommends and (len(decided) > 1 or _PUT.search(flow.text, 0, _TOP)))


_PUT, _TOP = re.compile(r"\b[Ii]ndstilling til (?:[A-ZÆØÅ]|byrådet|kommunalbestyrelsen)"), 200
"""What a paper says within so many characters that is put to the next body."""


def _is_case_paper(found: list[items.Found]) -> bool:
    """A proposal with its agenda number: one marked or well supported item. A report's numbered headings are none."""
    only = found[0]
    return len(found) == 1 and (bool(only.cases) or bool(only.mark) or (only.score >= 5 and only.first < 8))


def _without_put(out: Structure, flow: Flow) -> str:
    """The text without what is recommended, in which others than the meeting act: "Forretningsudvalget indstiller"."""
    return "\n".join(flow.text[s.start : s.end] for s in out.sections if s.role != "recommendation")


def _meeting(out: Structure, flow: Flow, head: header.Zone) -> None:
    """Body, day, time and place: the head's; failing that body and day of the decisions, where they leave no doubt."""
    out.body, out.place = issuer.body(head), header.place(head)
    out.meeting_date = header.meeting_day(head, out.kind in ("minutes", "agenda", "slides"), out.body)
    out.meeting_time = header.meeting_time(head, out.meeting_date)
    for section in out.decided:
        section.date = before(section.date, out.meeting_date)
    own = [s for s in out.decided if s.body and s.date]
    own = [s for s in own if not s.earlier] or (own if len({(s.body, s.date) for s in own}) == 1 else [])
    if own and not out.meeting_date and not out.body and (out.kind == "minutes" or len(own) == 1):
        out.body, out.meeting_date = own[0].body, own[0].date
    if own and not out.meeting_date and out.body:
        days = {s.date for s in own if s.body == out.body}
        out.meeting_date = days.pop() if len(days) == 1 else None
    if not out.body and out.kind in ("minutes", "agenda"):
        named = [s.body for s in out.decided if s.body and not s.earlier]
        out.body = max(named, key=level) if named else issuer.acting_body(_without_put(out, flow)) if out.kind == "minutes" else None
    if not out.body and out.meeting_date and out.kind in ("minutes", "agenda"):
        out.body = issuer.body_of_day(flow.text, out.meeting_date)
    if out.kind == "other":
        out.meeting_date = out.meeting_date or header.own_meeting_day("\n".join(head.blocks), out.body)
    if out.kind == "statement":
        out.body = issuer.signatory(head) or issuer.states(head, flow.text) or out.body
        out.meeting_date = out.meeting_date or header.adopted_day(head) or header.own_meeting_day(flow.text, out.body)
