"""The list of annexes, and the references to it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from operator import attrgetter

from extractors.layout import Flow
from extractors.layout.marks import follows
from extractors.structure import Section, Structure
from minutes.records import Annex, AnnexReference

_MARKED = r"\d{1,3}(?:\.\d{1,2}(?!\d|\.\d)|[a-h])?"
_SEVERAL = r"\d{1,2}[-–]\d{1,2}(?=[.:])"
_RANGE = re.compile("[-–]")
_ENTRY = re.compile(
    r"(?:(?:(?:Dagsordenspunkt|Punkt|Pkt\.?|Sag|Ad)\s(?:nr\.?\s)?)?(?P<item>\d{1,4})\s?[-–:.,]?\s+(?=Bilag\s))?"
    rf"(?:Bilag\s(?:nr\.?\s?)?(?P<number>{_SEVERAL}|{_MARKED}|[A-ZÆØÅ](?![a-zæøå\w]))\s*(?:[:.)–-]|\s"
    r"|,(?=\s(?!der\b|som\b|hvor|og\b|jf\b|s\.|\d|samt\b|afsnit)))\s*"
    rf"|\(?(?P<bare>{_SEVERAL}|\d{{1,3}}|(?-i:[A-H])(?=[.)]\s))(?:\s*[-–:.)]\s+|\s+(?=(?-i:[A-ZÆØÅ]))))(?P<title>\S.*)$", re.S | re.I)
_OF_ITEM = re.compile(
    r"(?:(?:Bilag\s)?(?:til|vedr\.?|vedrørende)\s)?(?:Dagsordenspunkt|Punkt|Pkt\.?|Sag)\s(?:nr\.?\s)?(?P<item>\d{1,4})(?![\w/,-])"
    r"(?!.*\bBilag\s\d)", re.I | re.S)
"""A line in a list for all items that says whose annexes follow: "Punkt 59", "Bilag til punkt 59: Ny vej"."""
_OF_ALL_ITEMS = re.compile(r"\btil (?:mødet|referatet|protokollen|dagsordenen)\b", re.I)
""" "Bilagsoversigt til mødet": a list of all that the meeting had before it, though it stands after the last item."""
_STOP = re.compile(r"[.;,]\s+(?=Bilag\s|\d|\(\d{1,2}\)\s|[B-H][.)]\s)"
                   r"|(?:[.;,]|,?\s(?:og|samt))\s+(?=bilag\s\d{1,3}[a-h]?(?:\s?[:–-]\s|\s[A-ZÆØÅ]))"
                   r"|(?<=[a-zæøå\d])(?=Bilag\s\d{1,3}:\s)|(?<=[\wæøå)])\s+(?=\d{1,2}\)\s)")
"""Where an entry of a list in one block may end; the next may be glued to it: "SituationsplanBilag 2: Kort"."""
_DOCUMENT = re.compile(r"\s*\((?:dok\.?\s?(?:nr\.?)?:?\s*)?(?:\d{1,6}/\d{2,6}|\d{2,4}-\d{5,6}|\d{5,8})\)$", re.I)
_STANDING = re.compile(r"Bilag\s(?:nr\.?\s)?(?P<number>\d{1,2})\s?[:–-]\s(?P<title>[A-ZÆØÅ][^\n]{2,140}[^\s.,;:])$")
_NONE = re.compile(r"\s*(?:[-–]|ingen(?: bilag)?|intet|der er ingen bilag|(?:tilbage )?til toppen|se (?:alle )?bilag)\s*\.?\s*", re.I)
_NUMBER = rf"(?:{_MARKED}|(?-i:[A-H])(?![\w)]))"
_REFERENCE = re.compile(
    rf"[bB](?<![\w-].)(?i:ilag(?:ene\s\(|(?:ene|et)?\s)(?:nr\.?\s|nummer\s)?(?P<numbers>{_NUMBER}"
    rf"(?:(?:,[ \u00a0]?|\s?[-–+&]\s?|\s(?:og|samt|til(?: og med)?|t\.o\.m\.)\s)(?:bilag\s)?(?:nr\.?\s)"
    rf"?{_NUMBER}(?![\w%]|[.,]\d|\s?(?:pct|kr|mio|stk)|\.\s+at\b))*)"
    r"(?![\w]|,\d|\stil (?:lokalplan|kommuneplan|tillæg|lov|bekendtgørelse)))")
_SENTENCE = re.compile(r"[a-zæøå]{3}(?<!medd)(?<!Medd)(?<!pkt)(?<!vedr)(?<!evt)(?<!inkl)(?<!ekskl)\. [A-ZÆØÅ]")
_STEP = re.compile(rf"(?P<join>,|og|samt|[-–]|til(?: og med)?|t\.o\.m\.)?\s?(?:bilag\s)?(?:nr\.?\s)?(?P<number>{_NUMBER})", re.I)


@dataclass(slots=True)
class Listed:
    """`has_list` tells whether the document prints a list of annexes at all."""

    annexes: list[Annex] = field(default_factory=list)
    references: list[AnnexReference] = field(default_factory=list)
    has_list: bool = False


def find(flow: Flow, structure: Structure) -> Listed:
    """The annexes and the references in reading order. An entry of the list is no reference to itself."""
    out = Listed()
    own: list[tuple[int, int]] = []
    sections = [s for s in structure.sections if s.role == "annex"]
    lines = flow.line_starts() if sections else []
    for section in sections:
        own.append((section.start, section.content))
        for_all = section is sections[-1] and _OF_ALL_ITEMS.search(flow.text, section.start, section.content) is not None
        _entries(flow, structure, _pieces(flow, structure, section, lines), out, own, for_all)
    standing = _standing(flow, structure)
    for match in _REFERENCE.finditer(flow.text):
        if not any(a < match.end() and match.start() < b for a, b in (*own, *(s.span() for s in standing))):
            numbers = expand(match["numbers"])
            out.references.append(AnnexReference(numbers, flow.source(match.start(), match.end()), structure.item_at(match.start())))
    _add_standing(flow, structure, standing, out)
    out.has_list = any(a.number for a in out.annexes)
    return out


def _entries(
    flow: Flow, structure: Structure, spans: list[tuple[int, int]], out: Listed, own: list[tuple[int, int]], for_all: bool
) -> None:
    """The entries under one heading, until a piece that is none; all in the form of the first ("1 - ", "Bilag 1: "), or the next number."""
    form, last, of = "", "", None
    home = None if for_all or not spans else structure.item_at(spans[0][0])
    lettered = {"A", "B"} <= {m["bare"] for a, b in spans if (m := _ENTRY.match(flow.text, a, b))}
    for a, b in spans:
        text = flow.text[a:b]
        match = _ENTRY.match(text)
        match = match if match and (lettered or not (match["bare"] or "").isalpha()) else None
        number = (match["number"] or match["bare"]) if match else ""
        if _NONE.fullmatch(text):
            own.append((a, b))
        elif whose := _whose(text, structure):
            of, form, last = whose, "", ""
            own.append((a, b))
        elif match and not _SENTENCE.search(match["title"]) and (form in ("", _form(match)) or follows(last, number)):
            item, numbers = structure.numbered(match["item"]) or of or home, expand(number) if _RANGE.search(number) else (number,)
            form, last = form or _form(match), numbers[-1]
            out.annexes += [Annex(one, _title(match["title"]), flow.source(a, b), item) for one in numbers]
            own.append((a, a + match.start("title")))
        elif match or (form and text[:1].islower()):
            continue
        elif form or len(text) > 160 or _REFERENCE.search(text) or text.endswith(":"):
            if form != "bilag":
                break
        else:
            out.annexes.append(Annex(None, _title(text), flow.source(a, b), of or home))
            own.append((a, b))


def _whose(text: str, structure: Structure) -> str | None:
    """The item whose annexes follow, by its number and word ("Punkt 59") or its number and title."""
    named, entry = _OF_ITEM.match(text), _ENTRY.match(text)
    if named and (number := structure.numbered(named["item"])):
        return number
    number = structure.numbered(entry["bare"]) if entry else None
    titled = entry and any(item.number == number and item.title == _title(entry["title"]) for item in structure.items)
    return number if titled else None


def _standing(flow: Flow, structure: Structure) -> list[re.Match[str]]:
    """Entries inside an item without the heading of a list: "Bilag 1: Notat" in a line of its own, from 1 upwards."""
    found: dict[str | None, list[re.Match[str]]] = {}
    for block in structure.pieces:
        match = _STANDING.match(flow.text, block.start, block.end) if block.prose else None
        section = structure.section_at(block.start) if match else None
        if match and section and section.role != "annex" and section.item >= 0 and not _SENTENCE.search(match["title"]):
            found.setdefault(structure.item_at(block.start), []).append(match)
    return [m for run in found.values() if [int(m["number"]) for m in run] == [*range(1, len(run) + 1)] for m in run]


def _add_standing(flow: Flow, structure: Structure, standing: list[re.Match[str]], out: Listed) -> None:
    """Entries without a heading are a list where there is no other, and where it has all that the item cites.

    Where one item has such a list and cites it, several entries are a list in the others too, whatever they cite.
    """
    listed = {annex.item for annex in out.annexes}
    own: dict[str | None, set[str]] = {}
    for match in standing:
        own.setdefault(structure.item_at(match.start()), set()).add(match["number"])
    cited = {item: {n for r in out.references if r.item == item for n in r.numbers} for item in own}
    custom = any(cited[item] and cited[item] <= own[item] for item in own)
    for match in standing:
        item = structure.item_at(match.start())
        if not {item, None} & listed and (cited[item] <= own[item] or custom and len(own[item]) > 1):
            out.annexes.append(Annex(match["number"], _title(match["title"]), flow.source(*match.span()), item))


def _form(entry: re.Match[str]) -> str:
    """How an entry's number is set off: "bilag", or the mark after a bare number."""
    return "bilag" if entry["number"] else entry.string[entry.end("bare") : entry.start("title")].strip() or " "


def _pieces(flow: Flow, structure: Structure, section: Section, lines: list[int]) -> list[tuple[int, int]]:
    """The pieces of a section's text as offsets; what follows the heading in its own block comes first. A block is cut where the next
    number of its list stands at a printed line or after a stop, and no block begins with that number. Small print at the foot of a page
    is the list where nothing else is.
    """
    spans = []
    first = bisect_right(structure.pieces, section.content, key=attrgetter("end"))
    blocks = structure.pieces[first : bisect_left(structure.pieces, section.end, key=attrgetter("start"))]
    for block in [b for b in blocks if b.kind != "note"] or blocks:
        a = max(block.start, section.content)
        while a < block.end and flow.text[a] in " :\n\t•·▪◦●‣":
            a += 1
        spans.append((a, block.end))
    spans = [(a, b) for a, b in spans if a < b]
    entries = [_ENTRY.match(flow.text[a:b]) for a, b in spans]
    held = {m["number"] or m["bare"] for m in entries if m}
    return [piece for (a, b), m in zip(spans, entries, strict=True) for piece in _cut(flow.text, a, b, m, held, lines)]


def _cut(text: str, a: int, b: int, entry: re.Match[str] | None, held: set[str], lines: list[int]) -> Iterator[tuple[int, int]]:
    """The entries that one block holds: "1. Hvidbog. 2. Kort"; a sentence behind the last one is a piece of its own."""
    first = a
    if entry:
        starts = sorted({*lines[bisect_right(lines, a) : bisect_left(lines, b)], *(m.end() for m in _STOP.finditer(text, a, b))})
        for start in starts:
            following = _ENTRY.match(text[start:b])
            number = (following["number"] or following["bare"]) if following else ""
            if following and number not in held and _form(following) == _form(entry) and follows(entry["number"] or entry["bare"], number):
                yield a, start - (len(text[a:start]) - len(text[a:start].rstrip()))
                a, entry = start, following
    if after := _SENTENCE.search(text, a, b) if a > first else None:
        yield a, after.start() + 4
        a = after.start() + 5
    yield a, b


def _title(text: str) -> str:
    text, door = _BEHIND_DOOR.subn("", " ".join(text.split()))
    return _GOES_ON.sub("", (_DOCUMENT_BEHIND if door else _DOCUMENT).sub("", text)).strip(" .-–")


_GOES_ON = re.compile(r"(?:,|,?\s(?:og|samt))$")
"""What leads on to the next annex in the same line: "bilag 1 Kort, bilag 2 Notat og bilag 3 Pris"."""


_BEHIND_DOOR = re.compile(r"^(?:\d{1,6}/\d{2,4} )?(?:Åbent?|Lukket) (?=[A-ZÆØÅ])")
_DOCUMENT_BEHIND = re.compile(rf"{_DOCUMENT.pattern}| \d{{5,6}}/\d{{2}}$", re.I)
"""The number of the document behind the title of an annex that has its door before it: "1 Åben Kort 12345/15"."""


def expand(written: str) -> tuple[str, ...]:
    """ "1 - 3, 7 og 9" → 1, 2, 3, 7, 9. A range that runs backwards, or over more than 200, gives its two ends."""
    numbers: list[str] = []
    for step in _STEP.finditer(written):
        number, join = step["number"], (step["join"] or "").lower()
        number = number.upper() if number.isalpha() else number.lower()
        if join[:1] in ("-", "–", "t") and _spans(numbers, number):
            numbers += [str(n) for n in range(int(numbers[-1]) + 1, int(number) + 1)]
        else:
            numbers.append(number)
    return tuple(numbers)


def _spans(numbers: list[str], last: str) -> bool:
    """Do the last number read and `last` bound a range?"""
    return bool(numbers) and last.isdecimal() and numbers[-1].isdecimal() and 0 < int(last) - int(numbers[-1]) <= 200
