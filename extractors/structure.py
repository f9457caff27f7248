"""Blocks to header, agenda items and sections, by the words of the headings."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date

from extractors import header, items, sections
from extractors.days import DAY, day
from extractors.layout import Block, Flow
from extractors.lists import list_numbers
from extractors.pieces import pieces
from extractors.names import bodies, level
from extractors.reading import Reading
from minutes.records import Item

__all__ = ["Section", "Structure", "list_numbers", "parse"]


@dataclass(slots=True)
class Section:
    """A stretch of the running text under one heading. `role`: header, contents, summary, facts, economy, impact, law, hearing, route,
    timetable, recommendation, decision, annex, remark, attendance, endorsement, signature or "". `item` is an index in
    `Structure.items`, or -1. `body` and `date` are set when the heading names them ("Beslutning i Økonomiudvalget den 14. juni 2022").
    `content` is where the text after the heading begins; `earlier` tells that the heading quotes another meeting.
    """

    role: str
    item: int
    start: int
    end: int
    heading: str = ""
    body: str | None = None
    date: date | None = None
    content: int = -1
    earlier: bool = False


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

    def section_at(self, at: int) -> Section | None:
        """The section that holds the character at `at` of the running text."""
        i = bisect_right(self.sections, at, key=lambda s: s.start) - 1
        return self.sections[i] if i >= 0 else None

    def item_at(self, at: int) -> str | None:
        """The number of the agenda item that holds the character at `at`."""
        section = self.section_at(at)
        return self.items[section.item].number if section and section.item >= 0 else None


_TAKEN_DOWN = sections.Heading("decision", len("Referat"))
"""Inside an item the heading "Referat" opens what the meeting decided."""
_LOG = re.compile(rf"Udvalg:\s*(?P<body>[^\n:]{{3,80}}?)\s+Dato:\s*(?:den\s)?(?P<day>{DAY.pattern})(?:\s+Punkt(?:nummer)?:?\s*\d+)?", re.I)
"""A row of the log "Sagsforløb"."""


def parse(flow: Flow, reading: Reading, file: str) -> Structure:
    """The structure of a document."""
    if not flow.blocks:
        return Structure()
    blocks = pieces(flow)
    found = items.find(flow, blocks)
    head = header.zone(flow, blocks, found[0].start if found else None)
    out = Structure(sections=_sections(flow, blocks, found), pieces=blocks)
    decided = [s for s in out.sections if s.role == "decision"]
    out.kind = header.kind(head, flow, bool(found), bool(decided), bool(found) and _decisive(decided, flow))
    if out.kind not in ("minutes", "agenda") and found and not _is_case_paper(flow, found):
        found, head = [], header.zone(flow, blocks, None)
        out.sections = _sections(flow, blocks, found)
        out.kind = header.kind(head, flow, False, bool(decided), False)
    out.items = [Item(f.number, f.title, flow.source(f.start, f.end), tuple(f.cases), f.closed) for f in found]
    out.title = _title(flow, reading, out)
    _meeting(out, flow, head, decided)
    out.municipality = header.municipality(flow, head, out.kind in ("minutes", "agenda", "proposal"))
    own = [case for f in found for case in f.cases]
    out.case_numbers = list(dict.fromkeys([*header.case_numbers(flow, blocks), *own]))
    return out


def _is_case_paper(flow: Flow, found: list[items.Found]) -> bool:
    """A proposal with its agenda number: one marked or well supported item. A report's numbered headings are none."""
    return len(found) == 1 and (bool(found[0].cases) or bool(found[0].mark) or (found[0].score >= 5 and found[0].first < 8))


def _decisive(decided: list[Section], flow: Flow) -> bool:
    """Does the paper end with a decision that is no mere recommendation to the next body?"""
    if not decided:
        return False
    last = decided[-1]
    return not (last.body and last.date and re.search(r"\banbefal", flow.text[last.content : last.end][:200], re.I) and len(decided) > 1)


def _sections(flow: Flow, blocks: list[Block], found: list[items.Found]) -> list[Section]:
    """The whole text as consecutive sections: at every item, heading and log row a new one."""
    starts = [Section("header", -1, 0, 0, content=0)]
    logs = [m for m in _LOG.finditer(flow.text)]
    logged = [(m.start(), m.end()) for m in logs]
    item, n = -1, 0
    texts = [flow.text[b.start : b.end] for b in blocks]
    firsts = [items.lead(f, texts) for f in found]
    for i, block in enumerate(blocks):
        if item + 1 < len(found) and i == firsts[item + 1]:
            item += 1
            starts.append(Section("", item, block.start, 0, found[item].title, content=found[item].content))
            n = found[item].last
        if i < n or block.kind in ("row", "note") or any(a < block.start < b for a, b in logged):
            continue
        if item < 0 and found:
            continue
        text = texts[i]
        head = sections.heading(text) or (_TAKEN_DOWN if item >= 0 and sections.plain(text) == "referat" else None)
        if head and not (head.role == "attendance" and item >= 0) and not (head.earlier and starts[-1].role in ("", "header") and item < 0):
            starts.append(Section(head.role, item, block.start, 0, text[: head.length], head.body, head.date, block.start + head.length, head.earlier))
    for m in logs:
        at = DAY.search(m["day"])
        who = bodies(m["body"])
        starts.append(Section("decision", -2, m.start(), 0, m[0], who[0] if who else m["body"].strip(), day(at) if at else None, m.end(), True))
    return _closed(starts, len(flow.text))


def _closed(starts: list[Section], end: int) -> list[Section]:
    starts.sort(key=lambda s: s.start)
    for i, section in enumerate(starts):
        section.end = starts[i + 1].start if i + 1 < len(starts) else end
        if section.item == -2:
            section.item = starts[i - 1].item
    return starts


def _meeting(out: Structure, flow: Flow, head: header.Zone, decided: list[Section]) -> None:
    """Body and day: the head's; failing that those of the decisions, where they leave no doubt."""
    said = header.meeting(head, out.kind in ("minutes", "agenda", "slides"))
    out.body, out.meeting_date, out.meeting_time, out.place = said.body, said.day, said.time, said.place
    own = [s for s in decided if s.body and s.date]
    if own and not out.meeting_date and not out.body and (out.kind == "minutes" or len(own) == 1):
        out.body, out.meeting_date = own[0].body, own[0].date
    if own and not out.meeting_date and out.body:
        same = [s for s in own if s.body == out.body]
        out.meeting_date = same[-1].date if same and len({s.date for s in same}) == 1 else None
    if not out.body and out.kind in ("minutes", "agenda", "statement"):
        named = [s.body for s in decided if s.body and not s.earlier]
        out.body = max(named, key=level) if named else header.acting_body(flow.text) if out.kind == "minutes" else None
    if not out.meeting_date and out.kind == "statement":
        out.meeting_date = header.own_meeting_day(flow.text)


def _title(flow: Flow, reading: Reading, out: Structure) -> str | None:
    for block in out.pieces[:8]:
        text = flow.text[block.start : block.end]
        if 3 < len(text) < 200 and block.kind != "row":
            return sections.plain(text).upper() if sections.plain(text).replace(" ", "").isalpha() and text.isupper() else text
    return reading.title
