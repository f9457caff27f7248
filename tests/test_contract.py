"""The output's names are fixed: a spreadsheet or script that somebody built on them must not break."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from minutes import contract
from minutes.checks import Report
from minutes.records import (
    Amount,
    Annex,
    AnnexReference,
    Claim,
    Decision,
    Document,
    Evidence,
    Figure,
    Finding,
    Item,
    Page,
    Point,
    Quantity,
    Recommendation,
    Remark,
    Source,
    Threshold,
    Unread,
    Votes,
)

PAGE = Path(__file__).parent.parent / "docs" / "contract.md"
TEXT = "Rådet giver 7,8 mio. kr."
S = Source(1, 12, 24, "7,8 mio. kr.", ((1.0, 2.0, 3.0, 4.0),))


@pytest.fixture
def said() -> dict:
    """One record of each kind, printed and read back."""
    document = Document(
        file="a.pdf",
        sha256="0" * 64,
        kind="minutes",
        pages=(Page(1, TEXT),),
        meeting_date=date(2024, 5, 1),
        items=(Item("1", "Tilskud", S),),
        recommendations=(Recommendation("1", "Direktionen", "Byrådet", (Point("1", "at"),), S),),
        decisions=(Decision("1", "Byrådet", date(2024, 5, 1), "adopted", S, votes=Votes(9, 2)),),
        remarks=(Remark("1", "Ida Krogh", "A", "protocol_remark", S),),
        amounts=(Amount(S, 780_000_000, 775_000_000, 785_000_000),),
        figures=(Figure(S, Decimal("36.50"), Decimal("36.45"), Decimal("36.55"), "percent", as_of=date(2024, 1, 1)),),
        thresholds=(Threshold(S, ">", Decimal(40), "percent", "uden_arbejde"),),
        annexes=(Annex("1", "Notat", S),),
        annex_references=(AnnexReference(("1", "2"), S),),
        unread=(Unread("side 2", "intet tekstlag", 2),),
    )
    quantity = Quantity(Decimal("7800000"), Decimal("7750000"), Decimal("7850000"), "kr")
    aside = Finding("product-differs", "error", "Det giver {a}.", (Evidence("a.pdf", S),), {"a": "7,7"})
    report = Report(
        document,
        [Claim("sum", "sum", S, "sum-differs", stated=quantity, verdict="differs", evidence=(Evidence("a.pdf", S),))],
        [Finding("sum-differs", "error", "Delene giver {a}.", (Evidence("a.pdf", S),), {"a": "7,9"}), aside],
    )
    return json.loads(contract.line(report, with_text=True, waivers={aside.key: {"why": "aftalt", "by": "ea", "when": "2024-05-02"}}))


def documented() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `(\w+)` \|[^|]*\|(.*)\|$", PAGE.read_text(encoding="utf-8"), re.M)
    return {key: set(re.findall(r"`(\w+)`", fields)) for key, fields in rows}


def test_every_key_is_documented_and_every_documented_key_is_there(said):
    assert set(said) == set(documented())


def test_every_field_is_documented(said):
    place = {"page", "start", "end", "quote", "box", "boxes"}
    for key, rows in said.items():
        record = rows if isinstance(rows, dict) else rows[0]
        assert set(record) - place <= documented()[key], key


def test_numbers_are_strings_and_dates_are_iso(said):
    assert said["amounts"][0]["kr"] == "7800000" and said["figures"][0]["value"] == "36.5"
    assert said["decisions"][0]["date"] == "2024-05-01" and said["figures"][0]["as_of"] == "2024-01-01"
    assert said["decisions"][0]["votes"] == {"for": 9, "against": 2, "abstained": None}


def test_a_quote_is_the_page_text_at_its_place(said):
    amount, page = said["amounts"][0], said["pages"][0]
    assert page["text"][amount["start"] : amount["end"]] == amount["quote"]


DECIMALS = [("7.80", "7.8"), ("100", "100"), ("0.00", "0"), ("-3.50", "-3.5"), ("1E+3", "1000"), ("0", "0")]


@pytest.mark.parametrize(("value", "text"), DECIMALS)
def test_decimals_print_plainly(value, text):
    assert contract.decimal(Decimal(value)) == text
