"""Recommendations (indstillinger): who recommends what to whom, point by point."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.layout import Flow
from extractors.structure import Section, Structure
from extractors.structure.days import MONTH
from extractors.structure.names import BODY, LOWER, body_name
from minutes.needs import led
from minutes.records import Point, Recommendation

_INTRO = re.compile(r"(?P<by>(?!At\b)[A-ZÆØÅ][^.:;\n]{1,160}?)\s(?:indstiller|anbefaler|foreslår|indstilles)\b(?P<rest>[^\n]*)")
_NO_ONE = re.compile(r"(?:det|der|på|i|efter|med|ved|ud fra)\b", re.I)
_TURNED = re.compile(r"\s(?:indstiller|anbefaler|foreslår)\s(?P<by>[a-zæøå-]{4,}(?:\s[a-zæøå-]+){0,2}?),?\s"
                     r"(?:(?:endvidere|derfor|desuden),?\s)?at\b")
"""The one who recommends behind the verb: "På den baggrund foreslår kommunaldirektøren, at ..."."""
_FROM = re.compile(r"(?:indstilling|forslag)\sfra\s(?P<by>.{3,80})|^(?P<who>\w+)\s(?:indstiller|anbefaler|foreslår)", re.I)
_POINT = led(r"(?:(?<=^)|(?<=\n)|(?<=[,;.:]\s))(?:At\s)?(?P<number>\d{1,2}|[a-h])(?:[.)]|(?=\s+at\b))\)?"
             rf"(?!\s*\n\s*\d{{1,2}}[.)])\s+(?!{MONTH}\b)(?P<text>\S)|"
             r"(?:(?<=^)|(?<=\n)|(?<=,\s)|(?<=indstiller\s)|(?<=foreslår\s)|(?<=anbefaler\s)|(?<=godkender\s))"
             r"(?:[-–•]\s*|(?:samt|og) (?=at\s))?(?P<at>[Aa]t\)?\s(?:\|\s)?)")
_LEADS_TO = re.compile(r"[Aa]t [^,.;]{0,160}\b(?:godkender|anbefaler|tiltræder|indstiller|beslutter|vedtager)"
                       r"(?: (?:til|over for) [^,.;\n]{3,60})?[,:]?\s*")
"""What stands before the points: "Forvaltningen indstiller, at Børneudvalget over for Byrådet anbefaler,"."""
_HOLDS = re.compile(rf"[Aa]t det (?:(?:herefter|endeligt|samtidig|hermed) )?\w+es(?: til (?:efterretning|orientering))?,\s*"
                    rf"|{_LEADS_TO.pattern}")
"""A point before the "at" that is still in it: "at det godkendes, at der søges om midler"."""
_BRACKETS = re.compile(r"^\((?P<by>[A-ZÆØÅ](?!tillet|agen)[^()\n]{4,120})\)\s*$", re.M)
"""Who recommends, below the points of a protocol: "(Økonomiudvalget)"; not "(Stillet af ...)", "(Sagen udsattes ...)"."""


def recommendations(flow: Flow, structure: Structure) -> list[Recommendation]:
    """Every recommendation under a heading of its own, in reading order."""
    return [r for s in structure.sections if s.role == "recommendation" and (r := _of_section(flow, structure, s))]


def _of_section(flow: Flow, structure: Structure, section: Section) -> Recommendation | None:
    text = flow.text[section.content : section.end]
    if not text.strip():
        return None
    intro = _INTRO.search(text[:600])
    by = " ".join(intro["by"].split()) if intro and not _NO_ONE.match(intro["by"]) else None
    turned = _TURNED.match(text, intro.end("by")) if intro and not by else None
    by = turned["by"].capitalize() if turned else by
    origin = _FROM.search(section.heading)
    bracket = _BRACKETS.search(text)
    by = by or ((origin["by"] or origin["who"]).strip(" :").title() if origin else bracket["by"] if bracket else None)
    points = _points(text, _apart(flow, section))
    item = structure.items[section.item].number if section.item >= 0 else None
    return Recommendation(item, by, _addressee(intro), points, flow.source(section.content, section.end))


def _addressee(intro: re.Match[str] | None) -> str | None:
    """The body that is to decide: named after the verb."""
    rest = _SENTENCE_END.split(intro["rest"], maxsplit=1)[0] if intro else ""
    found = BODY.search(rest) or LOWER.search(rest)
    return body_name(found[0]) if found else None


_SENTENCE_END = re.compile(r"(?<=[a-zæøå)])\.\s+(?=[A-ZÆØÅ])")
_BULLET = re.compile(r"\n\s*[•·▪◦–-]\s+(?!at\b)(?P<at>\S)(?P<number>(?!))?", re.I)
_BEFORE_BULLETS = re.compile(
    r"\s*[^;\n]{3,200}\s(?:indstille[rs]|anbefaler|foreslår)\b(?:[^;\n]{0,200}?\sat(?:\s[\w -]{2,40})?)?\s?[,:]?\s*", re.I)


def _bulleted(text: str) -> list[re.Match[str]]:
    """Points with bullets right below the words that lead to them: "Forvaltningen indstiller, at / • regnskabet godkendes." """
    bullets = list(_BULLET.finditer(text))
    return bullets if bullets and _BEFORE_BULLETS.fullmatch(text, 0, bullets[0].start()) else []


def _own_points(text: str, cuts: list[re.Match[str]]) -> list[re.Match[str]]:
    """Where points begin: numbers and bullets before "at" in the middle of one ("- at det er godt, at .."), no words that lead to them."""
    if bullets := _bulleted(text):
        return bullets
    numbered = [c for c in cuts if c["number"]]
    marked = [c for c in cuts if c["number"] or c[0][0] in "-–•"]
    lines = [c for c in cuts if not c.start() or text[c.start() - 1] == "\n"]
    if len(numbered) > 1 or numbered and lines == numbered:
        return numbered
    if len(marked) > 1:
        return marked
    leads = len(cuts) > 1 and cuts[0] not in lines and _LEADS_TO.fullmatch(text, cuts[0].start("at"), cuts[1].start())
    cuts = cuts[1:] if leads else cuts
    inside = [c for before, c in pairwise(cuts) if c not in lines and _HOLDS.fullmatch(text, before.start("at"), c.start())]
    return [c for c in cuts if c not in inside]


def _apart(flow: Flow, section: Section) -> list[int]:
    """Where paragraphs begin of which the file itself, or an empty line, says that they are no part of the point above."""
    blocks = [b for b in flow.blocks if section.content <= b.start < section.end]
    below = (b for b in blocks if b.kind == "paragraph" and not b.size and not b.broken)
    return [b.start - section.content for b in below if _CAPITAL.match(flow.text, b.start)]


_CAPITAL = re.compile(r"[A-ZÆØÅ(]")


def _points(text: str, apart: Sequence[int] = ()) -> tuple[Point, ...]:
    """The points with their printed numbers; a recommendation in one sentence is one point. `apart`: where paragraphs begin that are no
    points."""
    cuts = _own_points(text, list(_POINT.finditer(text)))
    if not cuts:
        at = re.search(r"[,:]\s+(?=at\s)", text)
        return (Point(None, " ".join(text[at.end() if at else 0 :].split())),)
    ends = [c.start() for c in cuts[1:]] + [len(text)]
    begins = [c.start("text") if c["number"] else c.start("at") for c in cuts]
    over = _OVER.search(text, begins[-1])
    ends[-1] = min([over.start() if over else ends[-1], *(start for start in apart if start > begins[-1])])
    said = [(c["number"], " ".join(text[a:b].split()).rstrip(" ,;:")) for c, a, b in zip(cuts, begins, ends, strict=True)]
    return tuple(Point(number, words) for number, words in said if words.lower() != "at")


_OVER = re.compile(r"(?<=\.)\s*\n\s*(?=[A-ZÆØÅ(])")
"""Where the last point ends: what begins with a capital letter after it speaks of something else."""
