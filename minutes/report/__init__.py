"""Findings and ledger for people and machines: text, HTML, XLSX, CSV, JSON, SARIF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from minutes.checks import Report
from minutes.language import _, count, grouped
from minutes.records import Document
from minutes.retold import though_read


class CannotWrite(Exception):
    """The report cannot be written; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """How much of a document was seen and verified."""

    amounts: int
    figures: int
    limits: int
    claims: int
    holds: int
    differs: int
    unverifiable: int
    unread: int

    @property
    def checked(self) -> int:
        """Claims that could be verified, whether they hold or differ."""
        return self.holds + self.differs

    def __add__(self, other: Coverage) -> Coverage:
        return Coverage(*(getattr(self, f) + getattr(other, f) for f in self.__slots__))


def coverage(report: Report) -> Coverage:
    """Count what was seen, and what was verified."""
    verdicts = Counter(claim.verdict for claim in report.claims)
    d = report.document
    return Coverage(
        len(d.amounts),
        len(d.figures),
        len(d.thresholds),
        len(report.claims),
        verdicts["holds"],
        verdicts["differs"],
        verdicts["unverifiable"],
        sum(not though_read(place.why) for place in d.unread),
    )


def nothing_read(document: Document) -> bool:
    """Whether no page has a text: nothing can be said of it, not even that it is without findings."""
    return bool(document.unread) and not any(page.text.strip() for page in document.pages)


def total(seen: Iterable[Coverage]) -> Coverage:
    """The coverage of several documents together."""
    return sum(seen, Coverage(0, 0, 0, 0, 0, 0, 0, 0))


def coverage_line(c: Coverage) -> str:
    """ "107 af 112 udsagn efterprøvet: 104 holder, 3 afviger; 5 kan ikke afgøres. Set: ..."."""
    return _(
        "{checked} af {claims} efterprøvet: {holds}, {differs}; {unverifiable} kan ikke afgøres. "
        "Set: {amounts}, {figures}, {limits}; {unread} kunne ikke læses.",
        checked=grouped(c.checked),
        claims=count(c.claims, "udsagn", "udsagn"),
        holds=count(c.holds, "holder", "holder"),
        differs=count(c.differs, "afviger", "afviger"),
        unverifiable=grouped(c.unverifiable),
        amounts=count(c.amounts, "beløb", "beløb"),
        figures=count(c.figures, "tal", "tal"),
        limits=count(c.limits, "grænse", "grænser"),
        unread=count(c.unread, "sted", "steder"),
    )
