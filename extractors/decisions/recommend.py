"""Recommendations (indstillinger): who recommends what to whom, point by point."""

from __future__ import annotations

import re

from extractors.layout import Flow
from extractors.structure import Section, Structure
from extractors.structure.names import BODY, LOWER, body_name
from minutes.records import Point, Recommendation

_INTRO = re.compile(r"(?P<by>[A-ZÆØÅ][^.:;\n]{2,160}?)\s(?:indstiller|anbefaler|foreslår|indstilles)\b(?P<rest>[^\n]*)")
_FROM = re.compile(r"(?:indstilling|forslag)\sfra\s(?P<by>.{3,80})|^(?P<who>\w+)\s(?:indstiller|anbefaler|foreslår)", re.I)
_POINT = re.compile(r"(?:(?<=^)|(?<=\n)|(?<=[,;.:]\s))(?:At\s)?(?P<number>\d{1,2}|[a-h])(?:[.)]|(?=\s+at\b))\)?\s+(?P<text>\S)|(?:(?<=^)|"
                    r"(?<=\n)|(?<=,\s))(?:[-–•]\s*)?(?P<at>[Aa]t\)?\s(?:\|\s)?)")
_BRACKETS = re.compile(r"^\((?P<to>[A-ZÆØÅ][^()\n]{4,120})\)\s*$", re.M)


def recommendations(flow: Flow, structure: Structure) -> list[Recommendation]:
    """Every recommendation under a heading of its own, in reading order."""
    return [r for s in structure.sections if s.role == "recommendation" and (r := _of_section(flow, structure, s))]


def _of_section(flow: Flow, structure: Structure, section: Section) -> Recommendation | None:
    text = flow.text[section.content : section.end]
    if not text.strip():
        return None
    intro = _INTRO.search(text[:600])
    by = " ".join(intro["by"].split()) if intro and not intro["by"].lower().startswith(("det", "der")) else None
    origin = _FROM.search(section.heading)
    by = by or ((origin["by"] or origin["who"]).strip(" :").title() if origin else None)
    points = _points(text)
    item = structure.items[section.item].number if section.item >= 0 else None
    return Recommendation(item, by, _addressee(text, intro), points, flow.source(section.content, section.end))


def _addressee(text: str, intro: re.Match[str] | None) -> str | None:
    """The body that is to decide: named after the verb, or in brackets below the points ("(Økonomiudvalget)")."""
    bracket = _BRACKETS.search(text)
    where = intro["rest"] if intro else bracket["to"] if bracket else ""
    for pattern in (BODY, LOWER):
        if match := pattern.search(where):
            return body_name(match[0])
    return bracket["to"] if bracket else None


def _points(text: str) -> tuple[Point, ...]:
    """The points with their printed numbers; a recommendation in one sentence is one point."""
    cuts = list(_POINT.finditer(text))
    numbered = [c for c in cuts if c["number"]]
    cuts = numbered if len(numbered) > 1 or (numbered and len(cuts) == 1) else cuts
    if not cuts:
        at = re.search(r"[,:]\s+(?=at\s)", text)
        return (Point(None, " ".join(text[at.end() if at else 0 :].split())),)
    ends = [c.start() for c in cuts[1:]] + [len(text)]
    begins = [c.start("text") if c["number"] else c.start("at") for c in cuts]
    said = [(c["number"], " ".join(text[a:b].split()).rstrip(" ,;:")) for c, a, b in zip(cuts, begins, ends, strict=True)]
    return tuple(Point(number, words) for number, words in said if words.lower() != "at")
