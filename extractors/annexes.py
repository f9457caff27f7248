"""The list of annexes, and the references to it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractors.layout import Flow
from extractors.structure import Section, Structure
from minutes.records import Annex, AnnexReference

_ENTRY = re.compile(r"(?:Bilag\s(?:nr\.?\s?)?(?P<number>\d{1,3}|[A-ZÆØÅ](?![a-zæøå\w]))\s*(?:[:.)–-]|\s)\s*|(?P<bare>\d{1,3})(?:\s*[-–:.)"
                    r"]\s+|\s+(?=(?-i:[A-ZÆØÅ]))))(?P<title>\S.*)$", re.S | re.I)
_IN_LINE = re.compile(r"(?<![\w.,])(?P<number>\d{1,2})[.)] (?=[A-ZÆØÅ])")
_NONE = re.compile(r"\s*(?:ingen(?: bilag)?|intet|der er ingen bilag)\s*\.?\s*", re.I)
_NUMBER = r"(?:\d{1,3}|(?-i:[A-H])(?![\w)]))"
_REFERENCE = re.compile(
    rf"[bB](?<![\w-].)(?i:ilag(?:ene|et)?\s(?:nr\.?\s|nummer\s)?(?P<numbers>{_NUMBER}"
    rf"(?:(?:,[ \u00a0]?|\s?[-–]\s?|\s(?:og|samt|til)\s)(?:bilag\s)"
    rf"?{_NUMBER}(?![\w%]|[.,]\d|\s?(?:pct|kr|mio|stk)|\.\s+at\b))*)"
    r"(?![\w]|,\d|\stil (?:lokalplan|kommuneplan|tillæg|lov|bekendtgørelse)))")
_SENTENCE = re.compile(r"[a-zæøå]{3}\. [A-ZÆØÅ]")
_STEP = re.compile(rf"(?P<join>,|og|samt|[-–]|til)?\s?(?:bilag\s)?(?P<number>{_NUMBER})", re.I)


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
    for section in structure.sections:
        if section.role == "annex":
            _entries(flow, structure, section, out, own)
    out.has_list = any(a.number for a in out.annexes)
    for match in _REFERENCE.finditer(flow.text):
        if not any(a <= match.start() < b for a, b in own):
            numbers = expand(match["numbers"])
            out.references.append(AnnexReference(numbers, flow.source(match.start(), match.end()), structure.item_at(match.start())))
    return out


def _entries(flow: Flow, structure: Structure, section: Section, out: Listed, own: list[tuple[int, int]]) -> None:
    """The entries under one heading, block by block, until a block that is none; all in the form of the first ("1 - ", "Bilag 1: ")."""
    form = ""
    own.append((section.start, section.content))
    for a, b in _lines(flow, structure, section):
        text = flow.text[a:b]
        match = _ENTRY.match(text)
        if _NONE.fullmatch(text):
            own.append((a, b))
        elif match and not _SENTENCE.search(match["title"]) and form in ("", _form(match)):
            form = _form(match)
            out.annexes.append(Annex(match["number"] or match["bare"], _title(match["title"]), flow.source(a, b), structure.item_at(a)))
            own.append((a, a + match.start("title")))
        elif match or (form and text[:1].islower()):
            continue
        elif form or len(text) > 160 or _REFERENCE.search(text) or text.endswith(":"):
            break
        else:
            out.annexes.append(Annex(None, _title(text), flow.source(a, b), structure.item_at(a)))
            own.append((a, b))


def _form(entry: re.Match[str]) -> str:
    """How an entry's number is set off: "bilag", or the mark after a bare number."""
    return "bilag" if entry["number"] else entry.string[entry.end("bare") : entry.start("title")].strip() or " "


def _lines(flow: Flow, structure: Structure, section: Section) -> list[tuple[int, int]]:
    """The blocks of a section's text as offsets; what follows the heading in its own block comes first."""
    spans = []
    for block in structure.pieces:
        if block.end > section.content and block.start < section.end and block.kind != "note":
            a = max(block.start, section.content)
            while a < block.end and flow.text[a] in " :\n\t":
                a += 1
            spans.append((a, block.end))
    return [part for a, b in spans if a < b for part in _apart(flow.text, a, b)]


def _apart(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """The entries of a list in one line, as the count from 1 tells: "1. Hvidbog. 2. Ændringsforslag til planen"."""
    steps = list(_IN_LINE.finditer(text, a, b))
    if len(steps) < 2 or steps[0].start() != a or [int(m["number"]) for m in steps] != list(range(1, len(steps) + 1)):
        return [(a, b)]
    starts = [m.start() for m in steps]
    return [(start, len(text[start:end].rstrip()) + start) for start, end in zip(starts, [*starts[1:], b], strict=True)]


def _title(text: str) -> str:
    return " ".join(text.split()).strip(" .-–")


def expand(written: str) -> tuple[str, ...]:
    """ "1 - 3, 7 og 9" → 1, 2, 3, 7, 9. A range that runs backwards, or over more than 200, gives its two ends."""
    numbers: list[str] = []
    for step in _STEP.finditer(written):
        number, join = step["number"].upper(), (step["join"] or "").lower()
        if join in ("-", "–", "til") and _spans(numbers, number):
            numbers += [str(n) for n in range(int(numbers[-1]) + 1, int(number) + 1)]
        else:
            numbers.append(number)
    return tuple(numbers)


def _spans(numbers: list[str], last: str) -> bool:
    """Do the last number read and `last` bound a range?"""
    return bool(numbers) and last.isdigit() and numbers[-1].isdigit() and 0 < int(last) - int(numbers[-1]) <= 200
