"""The running text cut into sections: at every item, at every heading, at every row of the log of a case."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from extractors.layout import Block, Flow
from extractors.structure import items, sections
from extractors.structure.days import DAY, day
from extractors.structure.doors import OVER
from extractors.structure.names import ABBREVIATIONS, BODY, bodies, is_body
from extractors.structure.taken_up import MARK
from minutes.needs import led


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


_LOG = led(rf"Udvalg:\s*(?P<body>[^\n:]{{3,80}}?)\s+Dato:\s*(?:den\s)?(?P<day>{DAY.pattern})(?:\s+Punkt(?:nummer)?:?\s*\d+)?", re.I)
"""A row of the log "Sagsforløb"."""


def cut(flow: Flow, blocks: list[Block], found: list[items.Found], own: str | None = None) -> list[Section]:
    """The whole text as consecutive sections: at every item, heading and log row a new one. `own` is the body that met."""
    out = [Section("header", -1, 0, 0, content=0)]
    logs = list(_LOG.finditer(flow.text))
    logged_at = {at for log in logs for at in range(log.start() + 1, log.end())}
    texts = [flow.text[b.start : b.end] for b in blocks]
    begins = {items.lead(f, texts): n for n, f in enumerate(found)}
    columns, by_name = sections.beside(texts), _by_name(texts, found, own)
    stated = {sum(f.first <= i for f in found) - 1 for i, text in enumerate(texts)
              if (head := sections.heading(text)) and head.role == "recommendation"}
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
        named = by_name.get(i) or _own_turn(texts[i], out[-1], own) or (_by_letters(texts[i], own) if item >= 0 else 0)
        head = head or (sections.Heading("decision", named, own) if named else None)
        head = head or _others_turn(texts, i, item)
        head = head or _of_column(block) or _taken_down(texts[i], item) or _recommends(texts, i, out[-1], item in stated)
        head = head and _in_its_place(head, texts[i], " ".join(texts[i + 1 : i + 2]), item, own)
        if head and not _inside(head, item, out[-1]) and not (i == 0 and head.role == "decision"):
            content = block.start + head.length
            out.append(Section(head.role, item, block.start, 0, texts[i][: head.length], head.body, head.date, content, head.earlier))
        elif item not in stated and out[-1].role in ("", "summary") and item >= 0 and (led := _LED_INSIDE.search(texts[i])):
            out.append(Section("recommendation", item, block.start + led.start(), 0, content=block.start + led.start()))
        elif OVER.fullmatch(texts[i]) or _ended(flow.text, out[-1], block.start, texts[i]):
            out.append(Section("", item, block.start, 0, content=block.start))
        elif out[-1].role == "decision" and (not out[-1].heading or item >= 0 and not found[item].number) and _ANNEX.match(texts[i]):
            out.append(Section("annex", item, block.start, 0, content=block.start))
    told = {s.item for s in out if s.role == "decision" and s.heading}
    out = [s for s in out if s.role != "decision" or s.heading or s.earlier or s.item not in told]
    out = _closed([*out, *map(_logged, logs)], flow.text)
    for s in out:
        said = sections.plain(flow.text[s.content : s.end]) if s.role == "decision" and s.item >= 0 and s.end - s.content < _TITLE else ""
        if said and _AGAIN.sub("", said) == sections.plain(found[s.item].title):
            s.role = ""
    return out


_TITLE = 250
_AGAIN = re.compile(r"^(?:dagsordens)?punkt \d{1,3}: ")
"""Before the title of the item, which some papers print again between "Beslutning" and whose it was."""


def _by_name(texts: list[str], found: list[items.Found], own: str | None) -> dict[int, int]:
    """The pieces that begin with the name of the body that met, alone or before a colon, above what it decided on most of the items, and
    how long the name is; not who is to decide."""
    named: dict[int, int] = {}
    for i, text in enumerate(texts[1:], 1):
        name = _name(text)
        last = len(name) == len(text) and (i + 1 == len(texts) or texts[i - 1].endswith(":"))
        if name and not last and (sections.plain(_bare(name)) in _SAID or _is_own(name, own)):
            named[i] = len(name)
    named = {i: n for i, n in named.items() if not ((above := sections.heading(texts[i - 1])) and above.role == "route")}
    decides = {sum(f.first < i for f in found) for i in named} - {0}
    lone = len(found) == 1 and all(n < len(texts[i]) and _of_kind(texts[i][:n], own) for i, n in named.items())
    return named if (len(decides) > 1 or lone) and 2 * len(decides) > len(found) else {}


def _of_kind(name: str, own: str | None) -> bool:
    """Is it the word for what the body is, or its name: "Udvalget:" in the minutes of a committee?"""
    plain = sections.plain(name)
    return own is not None and (_is_own(name, own) or len(plain) > _KIND and own.lower().endswith(plain))


_KIND = 4


def _by_letters(text: str, own: str | None) -> int:
    """How long the letters of the body that met are, before what it decided: "KB: Afslag.", "SSU: Indstilles."."""
    letters = _LETTERS.match(text)
    if not letters or not own or ABBREVIATIONS.get(letters[1], own) != own or _ROUTED.match(text, letters.end()):
        return 0
    parts = _PART.findall(own)
    return letters.end() if letters[1] == "".join(part[0] for part in parts).upper() or ABBREVIATIONS.get(letters[1]) == own else 0


_LETTERS = re.compile(r"([A-ZÆØÅ]{2,5}): ?(?=[A-ZÆØÅ\d])")
_PART = re.compile(r"(?!og\b|for\b|i\b)\b[^\W\d]|(?<=[a-zæøå])(?:udvalg|råd|nævn|kommission|bestyrelse|repræsentation)")
"""What the letters of a body stand for: its words, and what it is."""
_ROUTED = re.compile(r"\W*(?:Beslut(?:ter|ning)|Behandler|Indstiller|Godkender|Orienteres|Til \w+)\W*$|\d")


def _name(text: str) -> str:
    """What a piece has that may be a body's name: all of it, or what stands before its colon."""
    name = text if len(text) < _NAME else text[: text.find(":", 0, _NAME) + 1]
    return name[: name.find(":") + 1] or name


def _is_own(name: str, own: str | None) -> bool:
    """Is it the name of the body that met, in small letters too where the print has small capitals?"""
    bare = _bare(name) if own else ""
    return bool(bare) and is_body(bare[:1].upper() + bare[1:]) and bodies(name) == [own]


def _bare(name: str) -> str:
    """Without what it did, and without its colon."""
    return _ACTED.sub("", name.rstrip(" :"))


def _own_turn(text: str, before: Section, own: str | None) -> int:
    """How long the name of the body that met is where it stands below what another said of the case: "BYRÅDET: Vedtaget."."""
    name = _name(text)
    return len(name) if before.role == "decision" and before.earlier and _is_own(name, own) else 0


def _others_turn(texts: list[str], i: int, item: int) -> sections.Heading | None:
    """The name of another body on a line of its own above what it decided: "Økonomiudvalget:" and below it "Indstilles godkendt."."""
    below = texts[i + 1] if item >= 0 and i + 1 < len(texts) and texts[i].endswith(":") and is_body(texts[i].rstrip(" :")) else ""
    head = sections.heading(f"{texts[i]} {below}") if below else None
    return replace(head, length=len(texts[i])) if head and head.role == "decision" and head.body else None


_ACTED = re.compile(r" (?:besluttede|vedtog|traf følgende beslutning)(?: følgende)?$")
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


def _recommends(texts: list[str], i: int, before: Section, stated: bool) -> sections.Heading | None:
    """Words that lead to points where no heading does: "Direktionen indstiller," between the summary and the facts of an item, or right
    before the decision where the item has no heading for them (`stated`)."""
    if before.item < 0 or before.role in ("recommendation", "decision", "annex") or not sections.LEADS.match(texts[i]):
        return None
    below = next((t for t in texts[i + 1 :] if not _POINT.match(t)), "")
    last = not stated and (head := sections.heading(below)) and head.role == "decision"
    return sections.Heading("recommendation", 0) if last or before.role in ("", "summary") else None


_POINT = re.compile(r"at\b|\d{1,2}[.)]|[-–•]")
_LED_INSIDE = re.compile(r"(?<=[a-zæøå\d)]\. )[A-ZÆØÅ][\w ,&-]{2,80}? indstiller(?: (?:til|over for) [^,:.]{3,90})?(?:, at |[,:]$)")
"""The last sentences of a summary: "Der er indkommet to svar. Teknisk Forvaltning indstiller, at planen vedtages." """


def _in_its_place(head: sections.Heading, text: str, below: str, item: int, own: str | None) -> sections.Heading:
    """The heading with another role where its words alone mislead: `below` is the piece after it, `own` the body that met."""
    if head.earlier and not head.date and head.body == own:
        return replace(head, earlier=False)
    if item >= 0 and sections.plain(text) in _TREATED and not _LOGGED.search(below):
        return replace(head, role="decision")
    if item < 0 and sections.plain(sections.CHAPTER.sub("", text[: head.length])).endswith("konklusion"):
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
