"""Records made by hand, for tests of what comes after the extractors."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minutes.checks import Report
from minutes.records import Amount, Claim, Document, Evidence, Figure, Finding, Page, Quantity, Source, Threshold, Unread


def source(text: str, quote: str, page: int = 1) -> Source:
    """The place of `quote` in a page's text."""
    start = text.index(quote)
    return Source(page, start, start + len(quote), quote, at=start)


def document(text: str, file: str = "referat.pdf", **fields: object) -> Document:
    """A document of one page."""
    return Document(file=file, sha256="0" * 64, kind="minutes", pages=(Page(1, text),), **fields)


def finding(text: str, quote: str, file: str = "referat.pdf", check: str = "sum-differs", severity: str = "error") -> Finding:
    """A finding whose only evidence is `quote`."""
    return Finding(
        check,
        severity,
        "Delene giver {a}, men der står {b}.",
        (Evidence(file, source(text, quote)),),
        {"a": "465.000 kr.", "b": "455.000 kr."},
        stated="455000",
        computed="465000",
        calculation="310.000 + 95.000 + 60.000 = 465.000",
        suggestion="To cifre kan være byttet om.",
    )


def report(text: str, quote: str, file: str = "referat.pdf") -> Report:
    """A report with one finding, and one claim of each verdict."""
    s = source(text, quote)
    stated = Quantity(Decimal(455000), Decimal("454999.5"), Decimal("455000.5"), "kr")
    claims = [
        Claim("sum", "sum", s, "sum-differs", stated, verdict=v, reason="to mulige totaler" if v == "unverifiable" else None)
        for v in ("holds", "differs", "unverifiable")
    ]
    d = document(
        text,
        file,
        municipality="Holmby Kommune",
        body="Byrådet",
        meeting_date=date(2024, 5, 1),
        amounts=(Amount(s, 45_500_000, 45_499_950, 45_500_050, purpose="=1+1"),),
        figures=(Figure(s, Decimal(12), Decimal("11.5"), Decimal("12.5"), "percent"),),
        thresholds=(Threshold(s, ">", Decimal(40), "percent"),),
        unread=(Unread("side 2", "siden har intet tekstlag", 2),),
    )
    return Report(d, claims, [finding(text, quote, file)])
