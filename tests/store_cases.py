"""Documents of our own for the tests of the store: small, but with a record of every kind."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from minutes import records as r
from minutes.checks import Report
from minutes.packing import Packed, pack

TEXT = (
    "Granby Kommune\nByrådet den 14. juni 2022\n3. Udvidelse af Skovvejens Skole\nFolkeskolens rammer er for små, og TV-over-\nvågning "
    "af gården koster 250.000 kr. om året.\nØkonomiudvalget indstiller, at bevillingen på 7,8 mio. kr. gives.\nVedtaget med 14 stemmer for "
    "og 5 imod.\nAndelen uden job er 36,5 %. Boligsociale helhedsplaner i Aarhus omtales i bilag 2.\n"
)


def place(quote: str, text: str = TEXT, page: int = 1) -> r.Source:
    """Where a quote stands on the page."""
    start = text.index(quote)
    return r.Source(page, start, start + len(quote), quote, ((50.0, 61.2, 210.5, 73.0),), at=start)


def document(sha256: str = "a" * 64, version: str = "1", file: str = "referat.pdf", **changed) -> r.Document:
    """A page with one of each record."""
    q = r.Quantity(Decimal("7.8"), Decimal("7.75"), Decimal("7.85"), "kr", place("7,8 mio. kr."), "bevilling")
    said = {
        "kind": "minutes",
        "pages": (r.Page(1, TEXT, 595.3, 841.9),),
        "title": "Udvidelse af Skovvejens Skole",
        "municipality": "Granby Kommune",
        "body": "Byrådet",
        "meeting_date": date(2022, 6, 14),
        "case_numbers": ("17.01.00-P20-3-22",),
        "attendance": r.Attendance(present=("Ea Lind",), present_count=19),
        "items": (r.Item("3", "Udvidelse af Skovvejens Skole", place("3. Udvidelse af Skovvejens Skole"), ("22/1234",), closed=False),),
        "recommendations": (r.Recommendation("3", "Økonomiudvalget", None, (r.Point(None, "at bevillingen gives"),), place("indstiller")),),
        "decisions": (decision(),),
        "ballots": (r.Ballot("3", r.Votes(14, 5), (), "adopted", place("Vedtaget")),),
        "remarks": (r.Remark("3", "Ea Lind", None, "protocol_remark", place("Folkeskolens rammer er for små")),),
        "amounts": (
            r.Amount(place("250.000 kr."), 25_000_000, 24_950_000, 25_050_000, per="year", item="3"),
            r.Amount(place("7,8 mio. kr."), 780_000_000, 775_000_000, 785_000_000, period=(2022, 2025), one_off=False),
        ),
        "figures": (r.Figure(place("36,5 %"), Decimal("36.5"), Decimal("36.45"), Decimal("36.55"), "percent", as_of=2021),),
        "thresholds": (r.Threshold(place("36,5 %"), ">", Decimal("40.0"), "percent"),),
        "annexes": (r.Annex("2", "Helhedsplan", place("bilag 2")),),
        "annex_references": (r.AnnexReference(("2", "3"), place("bilag 2")),),
        "dates": (r.DateMention(place("14. juni 2022"), date(2022, 6, 14), role="meeting"),),
        "list_numbers": (r.ListNumber(3, 0, place("3.")),),
        "tables": (r.Table(0, ((r.Cell("I alt", place("og")), r.Cell("", None)),), 1, "Udgifter", place("og"), 1000),),
        "claims": (r.Claim("sum", "sum", place("7,8 mio. kr."), "sum-differs", q, (q, q), extra={"years": (2022, Decimal("1.50"))}),),
        "text": TEXT,
        "unread": (r.Unread("side", "ingen tekst", 1),),
    }
    return r.Document(file, sha256, extractor_version=version, **(said | changed))


def decision() -> r.Decision:
    """A decision with votes that have no printed abstentions."""
    lists = (r.VoteList("for", ("A (9)", "B"), 14, None, place("for")),)
    return r.Decision(
        item="3", body="Byrådet", date=date(2022, 6, 14), outcome="adopted", source=place("Vedtaget med 14 stemmer"), flags=("has_vote",),
        votes=r.Votes(14, 5), for_parties=("A", "B"), against_parties=("V",), lists=lists, raw="Vedtaget med 14 stemmer for og 5 imod.",
    )


def finding(quote: str = "7,8 mio. kr.", file: str = "referat.pdf") -> r.Finding:
    """A sum that does not add up."""
    evidence = (r.Evidence(file, place(quote)),)
    return r.Finding("sum-differs", "error", "{n} delbeløb giver {sum}", evidence, {"n": "2", "sum": "8,0 mio. kr."}, "7,8", "8,0")


def packed(said: r.Document | None = None, findings: tuple[r.Finding, ...] = (), claims: tuple[r.Claim, ...] = ()) -> Packed:
    """The document as a reader hands it to the store."""
    return pack(Report(said or document(), list(claims), list(findings)), size=1234)
