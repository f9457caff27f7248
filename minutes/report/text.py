"""Findings as lines for a terminal or a pipe: `path:page: check: message`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby

from minutes.checks import Report
from minutes.cpr import masked
from minutes.danish import runs
from minutes.language import _, count, grouped, message, worded
from minutes.names import in_paragraphs, line_said
from minutes.records import Document, Evidence, Finding, Source, Unread
from minutes.report import coverage, coverage_line, total
from minutes.report.places import first_place, in_reading_order, line_of, lines_of_page
from minutes.retold import PAGES, retold, though_read

Paint = Callable[..., str]
COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}
LABELS = {"warning": "advarsel", "note": "note"}
"""What is said beside the colour, for those who do not see it; an error is not labelled."""


def plain(text: str, **_style: object) -> str:
    """No colour at all."""
    return text


def visible(text: str) -> str:
    """Text from a document, safe for a terminal: one line, no control characters, no personal number."""
    return "".join(c for c in " ".join(masked(text).split()) if c.isprintable())


def lines(reports: Iterable[Report], paint: Paint = plain, paths: dict[tuple[str, str], str] | None = None) -> Iterator[str]:
    """Every finding with its quotes and calculation, what could not be read, the coverage of each document, and that of all.

    `paths`: sha256 and name of a document → where it lies.
    """
    seen, found, aside, unasked, paths = [], 0, 0, 0, paths or {}
    for report in reports:
        document = report.document
        name = paths.get((document.sha256, document.file), document.file)
        for finding in sorted(report.findings, key=lambda f: in_reading_order(f, document)):
            yield from _finding(finding, name, document, paint, paths)
        yield from unread(report, name)
        yield f"{visible(name)}: {coverage_line(coverage(report))}{left_out(report.aside, report.unasked)}"
        seen.append(coverage(report))
        found += len(report.findings)
        aside, unasked = aside + report.aside, unasked + report.unasked
    if len(seen) > 1:
        said = _("I alt {n} dokumenter, {found}: ", n=grouped(len(seen)), found=count(found, "fund", "fund"))
        yield said + coverage_line(total(seen)) + left_out(aside, unasked)


def left_out(aside: int, unasked: int) -> str:
    """How many findings are not told: a person has put them aside, or their checks were not asked for."""
    said = " " + _("{n} er lagt til side.", n=count(aside, "fund", "fund")) if aside else ""
    return said + (" " + _("{n} er valgt fra.", n=count(unasked, "fund", "fund")) if unasked else "")


def unread(report: Report, name: str) -> Iterator[str]:
    """What could not be read and why: a line a reason, with all its pages."""
    places: dict[str, list[Unread]] = {}
    for place in report.document.unread:
        places.setdefault(place.why, []).append(place)
    for why, alike in places.items():
        pages = [place.page for place in alike if place.page]
        what, at = retold(alike[0].what), f":{pages[0]}" if pages else ""
        whole = len(alike) > 1 or pages and alike[0].what == PAGES.format(pages=pages[0])
        if lines := [line for place in alike for line in _lines(report.document, place)]:
            what, at = line_said(report.document.file, runs(lines)) if whole else what, f":{lines[0]}"
        elif whole:
            what = _(PAGES, pages=runs(pages))
        yield f"{visible(name)}{at}: {_('læst usikkert') if though_read(why) else _('ulæst')}: {visible(what)}: {visible(retold(why))}"


def _lines(document: Document, place: Unread) -> Iterable[int]:
    """The line where a part of a page begins, or those of the whole page; none in a file that has printed pages."""
    if place.page is None or place.start is None:
        return lines_of_page(document, place.page or 0)
    line = line_of(document, Source(place.page, place.start, place.start, ""))
    return [line] if line else []


def _finding(finding: Finding, name: str, judged: Document, paint: Paint, paths: dict[tuple[str, str], str]) -> Iterator[str]:
    first = first_place(finding, judged)
    check = paint(finding.check, fg=COLOURS.get(finding.severity), bold=finding.severity == "error")
    label = f" [{_(LABELS[finding.severity])}]" if finding.severity in LABELS else ""
    yield f"{visible(name)}:{line_of(judged, first.source) or first.source.page}: {check}: {visible(message(finding))}{label}"
    for (sha256, document, called, page), group in groupby(finding.evidence, lambda e: (e.sha256, e.document, e.name, e.source.page)):
        where = "" if document == judged.file and not sha256 else called
        if where == judged.file:
            where = paths.get((sha256, document), document)
        places = list(group)
        line = None if sha256 else line_of(judged, places[0].source)
        at = f"{_('s.')} {page}" if line is None else line_said(judged.file, line) if in_paragraphs(judged.file) else ""
        yield "    " + _quotes(where, at, places)
    if finding.calculation:
        yield "    = " + visible(worded(finding.calculation))
    if finding.suggestion:
        yield "    ? " + visible(retold(finding.suggestion))


def _quotes(where: str, at: str, places: Iterable[Evidence]) -> str:
    quotes = " · ".join(f'"{visible(place.source.quote)}"' for place in places)
    return " ".join(part for part in (visible(where), at, quotes) if part)
