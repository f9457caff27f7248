"""Blocks to header, agenda items and sections, by the words of the headings."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from datetime import date
from operator import attrgetter

from extractors.layout import Block, Flow
from extractors.reading import Reading
from extractors.structure import header, issuer, items, municipality, sections, title
from extractors.structure.cases import case_numbers
from extractors.structure.days import DAY, day
from extractors.structure.kinds import Contents, kind, names_statement
from extractors.structure.lists import list_numbers
from extractors.structure.names import BODY, SHOUTED, bodies, level
from extractors.structure.recut import pieces
from extractors.structure.roles import ROLES
from extractors.structure.taken_up import MARK
from minutes.needs import led
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


_LOG = led(rf"Udvalg:\s*(?P<body>[^\n:]{{3,80}}?)\s+Dato:\s*(?:den\s)?(?P<day>{DAY.pattern})(?:\s+Punkt(?:nummer)?:?\s*\d+)?", re.I)
"""A row of the log "Sagsforløb"."""


def parse(flow: Flow, reading: Reading) -> Structure:
    """The structure of a document."""
    if not flow.blocks:
        return Structure()
    blocks = pieces(flow)
    found = items.find(flow, blocks)
    head = header.zone(flow, blocks, found[0].start if found else None)
    chapters = _are_chapters(found) or _is_letter(flow.text) or names_statement(head) and not any(f.cases for f in found)
    out = Structure(sections=_sections(flow, blocks, found, issuer.body(head)), pieces=blocks)
    out.kind = kind(head, flow, _contents(out, flow, len(found)))
    if chapters or out.kind not in ("minutes", "agenda") and found and not _is_case_paper(found):
        found, head = [], header.zone(flow, blocks, None)
        found = items.numbered_by_head(flow, blocks, head.blocks)
        out.sections = _sections(flow, blocks, found)
        out.kind = kind(head, flow, _contents(out, flow, 0))
    out.items = [Item(f.number or None, f.title, flow.source(f.start, f.end), tuple(f.cases), f.closed) for f in found]
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


def _sections(flow: Flow, blocks: list[Block], found: list[items.Found], own: str | None = None) -> list[Section]:
    """The whole text as consecutive sections: at every item, heading and log row a new one. `own` is the body that met."""
    out = [Section("header", -1, 0, 0, content=0)]
    logs = list(_LOG.finditer(flow.text))
    logged_at = {at for log in logs for at in range(log.start() + 1, log.end())}
    texts = [flow.text[b.start : b.end] for b in blocks]
    begins = {items.lead(f, texts): n for n, f in enumerate(found)}
    columns, by_name = sections.beside(texts), _by_name(texts, found, own)
    item, free, chapters = -1, 0, len(found) < 2
    log: tuple[int, int, int] | None = None
    for i, block in enumerate(blocks):
        if i in begins:
            item = begins[i]
            out.append(Section("", item, block.start, 0, found[item].title, content=found[item].content))
            free = found[item].last
            if found[item].mark == MARK:
                out.append(Section("decision", item, found[item].content, 0, content=found[item].content))
        if block.kind == "row":
            log = sections.log_columns(texts[i]) or log
            if logged := (sections.logged(texts[i], log) if log else None) or sections.in_row(texts[i]):
                out.append(Section("decision", item, block.start, 0, "", logged.body, logged.date, block.start + logged.length, True))
        elif log:
            log = None
            out.append(Section("", item, block.start, 0, content=block.start))
        if i < free or not block.prose or (item < 0 and found) or block.start in logged_at:
            continue
        head = sections.heading(texts[i], columns) or (_chapter(block, texts[i], out) if chapters else None)
        head = head or (sections.Heading("decision", by_name[i], own) if i in by_name else None)
        head = head or _of_column(block) or _taken_down(texts[i], item) or _recommends(texts[i], out[-1])
        head = head and _in_its_place(head, texts[i], " ".join(texts[i + 1 : i + 2]), item)
        if head and not _inside(head, item, out[-1]) and not (i == 0 and head.role == "decision"):
            content = block.start + head.length
            out.append(Section(head.role, item, block.start, 0, texts[i][: head.length], head.body, head.date, content, head.earlier))
        elif _ended(flow.text, out[-1], block.start, texts[i]):
            out.append(Section("", item, block.start, 0, content=block.start))
        elif out[-1].role == "decision" and (not out[-1].heading or item >= 0 and not found[item].number) and _ANNEX.match(texts[i]):
            out.append(Section("annex", item, block.start, 0, content=block.start))
    told = {s.item for s in out if s.role == "decision" and s.heading}
    out = [s for s in out if s.role != "decision" or s.heading or s.earlier or s.item not in told]
    return _closed([*out, *map(_logged, logs)], flow.text)


def _by_name(texts: list[str], found: list[items.Found], own: str | None) -> dict[int, int]:
    """The pieces that begin with the name of the body that met, alone or before a colon, above what it decided on most of the items, and
    how long the name is; not who is to decide."""
    named: dict[int, int] = {}
    for i, text in enumerate(texts[1:], 1):
        name = text if len(text) < _NAME else text[: text.find(":", 0, _NAME) + 1]
        name = name[: name.find(":") + 1] or name
        last = len(name) == len(text) and (i + 1 == len(texts) or texts[i - 1].endswith(":"))
        if name and not last and (sections.plain(name) in _SAID or own and _is_name(name.strip(" :")) and bodies(name) == [own]):
            named[i] = len(name)
    named = {i: n for i, n in named.items() if not ((above := sections.heading(texts[i - 1])) and above.role == "route")}
    decides = {sum(f.first < i for f in found) for i in named} - {0}
    return named if len(decides) > 1 and 2 * len(decides) > len(found) else {}


def _is_name(text: str) -> bool:
    return bool(BODY.fullmatch(text) or SHOUTED.fullmatch(text))


_NAME = 60
"""Characters of a line that is a body's name."""
_SAID = ("resultat", "udvalget", "rådet", "bestyrelsen", "nævnet", "kommissionen")
"""What heads the decisions of some papers, where it does so item by item; "Resultat" alone heads the year's accounts too."""


def _chapter(block: Block, text: str, before: list[Section]) -> sections.Heading | None:
    """A numbered heading, where numbers are neither items nor annexes; one of other words ends the part before it."""
    if before[-1].role == "annex":
        return None
    plain = block.kind == "heading" and len(before) > 1 and sections.CHAPTER.match(before[-1].heading) and sections.CHAPTER.match(text)
    return sections.chapter(text) or (sections.Heading("", len(text)) if plain else None)


def _of_column(block: Block) -> sections.Heading | None:
    """A cell under "Beslutning" or "Referat" is a decision without a heading of its own, if none follows in it."""
    return sections.Heading("decision", 0) if block.decided else None


def _taken_down(text: str, item: int) -> sections.Heading | None:
    """Inside an item the heading "Referat" or "Protokol" opens what the meeting decided."""
    return sections.Heading("decision", len(text)) if item >= 0 and sections.plain(text) in ("referat", "protokol") else None


def _recommends(text: str, before: Section) -> sections.Heading | None:
    """Words that lead to points where no heading does: "Direktionen indstiller," between the summary and the facts of an item."""
    told = before.item >= 0 and before.role in ("", "summary") and sections.LEADS.match(text)
    return sections.Heading("recommendation", 0) if told else None


def _in_its_place(head: sections.Heading, text: str, below: str, item: int) -> sections.Heading:
    """The heading with another role where its words alone mislead: `below` is the piece after it."""
    if item >= 0 and sections.plain(text) in _TREATED and not _LOGGED.search(below):
        return replace(head, role="decision")
    if item < 0 and sections.plain(sections.CHAPTER.sub("", text[: head.length])) == "konklusion":
        return replace(head, role="")  # what a report comes to, not what a meeting decided
    return head


_TREATED = ("politisk behandling", "politisk handling")
"""A heading of the log of a case in some papers, of its decision in others."""
_LOGGED = re.compile(rf"{DAY.pattern}|^\w+:|\t")
"""How a row of the log begins, or what it holds."""


def _ended(text: str, before: Section, at: int, below: str) -> bool:
    """Is what stands below no more of the points under no heading, or of who decides?"""
    if before.role == "recommendation":
        return not before.heading and bool(_ELSE.match(below))
    return before.role == "route" and bool(_ROUTE.fullmatch(text, before.content, at))


_ELSE = re.compile(r"(?!At\b)[A-ZÆØÅ\"”]")
"""How a piece begins that is no more of the points which stand under no heading."""
_ROUTE = re.compile(rf"\s*(?:{BODY.pattern})(?:(?:, | og |\s?[-–/]\s?)(?:{BODY.pattern}))*\.?\s*")
"""All that stands below a heading such as "Kompetence": who decides. What follows is no more of it."""
_ANNEX = re.compile(r"Bilag (?:\d{1,2}|[A-H])\s?[:–-]\s[A-ZÆØÅ]")
"""An annex below the last cell of a grid of items, which it is no part of."""


def _inside(head: sections.Heading, item: int, before: Section) -> bool:
    """Does a heading belong to the section before it: who was absent at a decision, an earlier meeting named in the document's head?"""
    if head.role == "attendance":
        return item >= 0 or before.role == "decision"
    return head.earlier and item < 0 and before.role in ("", "header")


def _logged(row: re.Match[str]) -> Section:
    """A row of the log "Sagsforløb" as the heading of an earlier decision; its item is that of the section before it."""
    at, who = DAY.search(row["day"]), bodies(row["body"])
    name = who[0] if who else row["body"].strip()
    return Section("decision", _AS_ABOVE, row.start(), 0, row[0], name, day(at) if at else None, row.end(), True)


_AS_ABOVE = -2
_BULLET = re.compile(r"\s*[•·▪◦]\s*\Z")


def _closed(out: list[Section], text: str) -> list[Section]:
    """The sections in order, each ending where the next begins, before its bullet."""
    out.sort(key=lambda s: s.start)
    for i, section in enumerate(out):
        section.end = out[i + 1].start if i + 1 < len(out) else len(text)
        bullet = _BULLET.search(text, max(section.content, section.end - 8), section.end)
        section.end = bullet.start() if bullet else section.end
        if section.item == _AS_ABOVE:
            section.item = out[i - 1].item
    return out


def _meeting(out: Structure, flow: Flow, head: header.Zone) -> None:
    """Body, day, time and place: the head's; failing that body and day of the decisions, where they leave no doubt."""
    out.body, out.meeting_time, out.place = issuer.body(head), header.meeting_time(head), header.place(head)
    out.meeting_date = header.meeting_day(head, out.kind in ("minutes", "agenda", "slides"), out.body)
    own = [s for s in out.decided if s.body and s.date]
    own = [s for s in own if not s.earlier] or (own if len({(s.body, s.date) for s in own}) == 1 else [])
    if own and not out.meeting_date and not out.body and (out.kind == "minutes" or len(own) == 1):
        out.body, out.meeting_date = own[0].body, own[0].date
    if own and not out.meeting_date and out.body:
        days = {s.date for s in own if s.body == out.body}
        out.meeting_date = days.pop() if len(days) == 1 else None
    if not out.body and out.kind in ("minutes", "agenda"):
        named = [s.body for s in out.decided if s.body and not s.earlier]
        out.body = max(named, key=level) if named else issuer.acting_body(flow.text) if out.kind == "minutes" else None
    if not out.body and out.meeting_date and out.kind in ("minutes", "agenda"):
        out.body = issuer.body_of_day(flow.text, out.meeting_date)
    if out.kind == "statement":
        out.body = issuer.signatory(head) or issuer.states(head, flow.text) or out.body
        out.meeting_date = out.meeting_date or header.adopted_day(head) or header.own_meeting_day(flow.text, out.body)
