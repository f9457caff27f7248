"""A document's text with every record marked in it, for people to look at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from minutes.checks import Report
from minutes.cpr import masked
from minutes.criteria.words import number
from minutes.days import written
from minutes.language import _, message, worded
from minutes.names import DOCUMENTS, OUTCOMES, money
from minutes.records import Source
from minutes.report import units
from minutes.report.html import render, unread

KINDS = {
    "items": ("Punkt", "#d9e8fb"),
    "recommendations": ("Indstilling", "#efe9f7"),
    "decisions": ("Beslutning", "#d8f0d8"),
    "remarks": ("Bemærkning", "#f3dff0"),
    "amounts": ("Beløb", "#fff0b3"),
    "figures": ("Tal", "#ffe1cc"),
    "thresholds": ("Grænse", "#ffd0d0"),
    "annexes": ("Bilag", "#e4e4e4"),
    "annex_references": ("Bilagshenvisning", "#cfecee"),
    "findings": ("Fund", "transparent"),
}
"""Kind → its name and colour, the widest first."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of page text under the same marks."""

    text: str
    names: tuple[str, ...] = ()
    title: str = ""
    tag: str = ""


@dataclass(slots=True)
class _Marks:
    spans: dict[int, list[tuple[int, int, str, str]]] = field(default_factory=lambda: defaultdict(list))
    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, kind: str, title: str, *sources: Source) -> None:
        for source in sources:
            self.spans[source.page].append((source.start, source.end, kind, title))
        self.counts[kind] += 1


def page(report: Report) -> str:
    """The document as one HTML page."""
    d, marks = report.document, _collect(report)
    kinds = [
        {"name": k, "label": _(label), "colour": colour, "count": marks.counts[k]}
        for k, (label, colour) in KINDS.items()
        if marks.counts[k]
    ]
    pages = [{"number": p.number, "pieces": pieces(p.text, marks.spans[p.number])} for p in d.pages]
    return render(
        "marked.html",
        file=d.file,
        kind=_(DOCUMENTS[d.kind]),
        municipality=d.municipality,
        body=d.body,
        date=d.meeting_date and worded(written(d.meeting_date)),
        kinds=kinds,
        pages=pages,
        unread=unread(d.unread),
    )


def _collect(report: Report) -> _Marks:
    d, marks = report.document, _Marks()
    texts = {page.number: page.text for page in d.pages}
    for kind in KINDS:
        for record in getattr(d, kind, ()):
            marks.add(kind, _title(kind, record, texts[record.source.page]), record.source)
    for finding in report.findings:
        marks.add("findings", message(finding), *(e.source for e in finding.evidence if e.stands_in(d)))
    return marks


def _title(kind: str, record: Any, text: str) -> str:
    said = _SAID.get(kind, lambda *__: "")(record, text).strip()
    name = _(KINDS[kind][0])
    return f"{name}: {said}" if said else name


_SAID: dict[str, Callable[[Any, str], str]] = {
    "items": lambda r, __: f"{r.number or ''} {r.title}",
    "decisions": lambda r, __: f"{r.body or ''} {_(OUTCOMES[r.outcome])}",
    "amounts": lambda r, __: money(r.oere, r.per),
    "figures": lambda r, text: f"{worded(number(r.value))} {units.of(r, text)}",
    "thresholds": lambda r, __: f"{r.operator} {worded(number(r.value))} {units.named(r.unit)} {r.indicator or ''}",
    "annex_references": lambda r, __: ", ".join(r.numbers),
    "remarks": lambda r, __: " ".join(filter(None, (r.speaker, r.party))),
}


def pieces(text: str, spans: list[tuple[int, int, str, str]]) -> list[Piece]:
    """Cut a page at every begin and end of a mark, in one sweep."""
    text = masked(text)
    spans = [s for s in spans if 0 <= s[0] < s[1] <= len(text)]
    edges = sorted({0, len(text), *(s[0] for s in spans), *(s[1] for s in spans)})
    begins = defaultdict(list)
    for span in spans:
        begins[span[0]].append(span)
    out: list[Piece] = []
    live: list[tuple[int, int, str, str]] = []
    for start, end in zip(edges, edges[1:], strict=False):
        live = [s for s in live if s[1] > start] + begins[start]
        names = tuple(dict.fromkeys(s[2] for s in sorted(live, key=lambda s: list(KINDS).index(s[2]))))
        closing = [s for s in live if s[1] == end]
        tag = _(KINDS[closing[-1][2]][0]) if closing else ""
        out.append(Piece(text[start:end], names, masked(" · ".join(s[3] for s in live)), tag))
    return out
