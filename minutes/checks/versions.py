"""What two versions of the same minutes say of the same item: what was decided, and how many voted for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from minutes.clause import span
from minutes.link import Link, Unit
from minutes.records import Decision, Document, Evidence, Finding, Source

_LONGEST = 220


def place(document: Document, source: Source) -> Evidence:
    """A place in one of several documents."""
    return Evidence(document.file, source, document.sha256)


def sides(one: Document, other: Document) -> dict[str, str]:
    """The two documents as a finding names them."""
    return {"one": one.file, "other": other.file, "one_sha256": one.sha256, "other_sha256": other.sha256}


def decisions(found: Link) -> Iterator[Finding]:
    """Decisions of two versions of the same minutes on the same item."""
    one, other = (_by_body(unit) for unit in (found.one, found.other))
    for body in (b for b in one if b in other):
        a, b = one[body], other[body]
        if a.outcome != b.outcome and "unknown" not in (a.outcome, b.outcome):
            yield _unlike(found, a, b, 'De to udgaver har hver sin beslutning: "{first}" og "{last}".')
        elif a.votes and b.votes and a.votes != b.votes:
            yield _unlike(found, a, b, 'De to udgaver har hver sine stemmetal: "{first}" og "{last}".')


def _by_body(unit: Unit) -> dict[tuple, Decision]:
    """The decisions of a unit by body and date, where each has one."""
    found: dict[tuple, list[Decision]] = defaultdict(list)
    for decision in unit.document.decisions:
        if decision.item == unit.item:
            found[(decision.body or "").casefold(), decision.date].append(decision)
    return {key: own[0] for key, own in found.items() if len(own) == 1}


def _unlike(found: Link, one: Decision, other: Decision, template: str) -> Finding:
    documents = found.one.document, found.other.document
    sources = [_short(d, decision.source) for d, decision in zip(documents, (one, other), strict=True)]
    first, last = (source.flat for source in sources)
    return Finding("across-differs", "warning", template, tuple(place(d, p) for d, p in zip(documents, sources, strict=True)),
                   values={"first": first, "last": last}, stated=one.outcome, computed=other.outcome)


def _short(document: Document, source: Source) -> Source:
    """The beginning of a long decision."""
    return source if source.end - source.start <= _LONGEST else span(document, source, source.start, source.start + _LONGEST)
