"""One file to one Document with all its records: the way that docs/design.md tells."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from minutes.kept import kept

with kept("extractors"):
    from extractors import EXTRACTOR_VERSION, annexes, claims, dates, decisions, figures, structure
    from extractors.decisions import people, remarks
    from extractors.layout import flow
    from extractors.limits import LIMITS, Limits
    from extractors.reading import Reading, read
    from extractors.rules import statements
    from minutes import retold
    from minutes.records import Claim, Document, Page, Table, Unread
    from minutes.terminal import shown


def read_document(path: Path, password: str | None = None, limits: Limits = LIMITS) -> Document:
    """Read one file with all its records. Raises `CannotRead` with one line for the user."""
    reading = read(path, password, limits)
    return extract(reading, shown(path.name), hashlib.sha256(path.read_bytes()).hexdigest())


def extract(reading: Reading, file: str, sha256: str) -> Document:
    """All records of a reading."""
    text = flow(reading)
    parts = structure.parse(text, reading)
    measured = figures.measure(text, parts)
    decided = decisions.decide(text, parts)
    listed = annexes.find(text, parts)
    dated = dates.find(text, parts)
    claimed = claims.find(text, parts, measured) + statements.find(text, parts, measured)
    return Document(
        file=file,
        sha256=sha256,
        kind=parts.kind,
        pages=tuple(Page(p.number, p.text, p.width_pt, p.height_pt) for p in reading.pages),
        title=parts.title,
        municipality=parts.municipality,
        body=parts.body,
        meeting_date=parts.meeting_date,
        meeting_time=parts.meeting_time,
        place=parts.place,
        case_numbers=tuple(parts.case_numbers),
        attendance=people.attendance(text, parts),
        items=tuple(parts.items),
        recommendations=tuple(decisions.recommendations(text, parts)),
        decisions=tuple(decided.decisions),
        ballots=tuple(decided.ballots),
        remarks=tuple(remarks.remarks(text, parts)),
        amounts=tuple(measured.shown),
        figures=tuple(measured.figures),
        thresholds=tuple(measured.thresholds),
        annexes=tuple(listed.annexes),
        annex_references=tuple(listed.references),
        annex_list=listed.has_list,
        dates=tuple(dated),
        list_numbers=tuple(structure.list_numbers(text, parts)),
        tables=tuple(text.tables),
        claims=tuple(claimed),
        text=text.text,
        unread=(*text.unread, *_reckoned(measured.unread, text.tables, claimed)),
        extractor_version=EXTRACTOR_VERSION,
    )


def _reckoned(unread: Iterable[Unread], tables: Iterable[Table], claimed: Iterable[Claim]) -> Iterator[Unread]:
    """The tables without a printed unit; of those that state sums of their own it is told that these were verified."""
    sums = [c.stated.source.at for c in claimed if c.kind == "sum" and c.stated and c.stated.source]
    ends = {(t.source.page, t.source.start): max(c.source.at for row in t.rows for c in row if c.source) for t in tables}
    begins = {(t.source.page, t.source.start): t.source.at for t in tables}
    for place in unread:
        key = place.page or 0, place.start or 0
        if key in begins and any(begins[key] <= at <= ends[key] for at in sums):
            place = replace(place, why=retold.RECKONED.format(count=place.why.partition(" ")[0]))
        yield place
