"""The clause around a record, found in the running text and placed on the page."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.clause import between, clause
from minutes.records import Document, Page, Source
from tests.paper import paper, place

CASES = [
    # running text                                                       record      clause
    ("Vejen er lang. Broen koster 4 mio. kr. i alt. Så er der mere.", "4 mio. kr.", "Broen koster 4 mio. kr. i alt."),
    ("Overskrift\nBroen koster 4 kr.\nNæste", "4 kr.", "Broen koster 4 kr."),
    ("Se nr. 4 i bilag 2, jf. loven.", "bilag 2", "Se nr. 4 i bilag 2, jf. loven."),
    ("Prisen er ca. 5 kr. Den steg.", "5 kr.", "Prisen er ca. 5 kr."),
    ("5 kr.", "5 kr.", "5 kr."),
    ("Den 3. Maj er 7 kr. for meget", "7 kr.", "Den 3. Maj er 7 kr. for meget"),
]


@pytest.mark.parametrize(("text", "quote", "wanted"), CASES)
def test_clause(text: str, quote: str, wanted: str) -> None:
    assert clause(paper(text), place(text, quote)).quote == wanted


def test_lines_and_hyphens_of_the_page() -> None:
    page = "SIDEHOVED\n38,4 0 7\nDriften af den nye institu-\ntion koster  9,6 mio. kr. år-\nligt. Den åbner."
    text = "38,4\t0\t7\nDriften af den nye institution koster 9,6 mio. kr. årligt. Den åbner."
    start = page.index("9,6")
    source = Source(1, start, start + 11, page[start : start + 11], at=text.index("9,6"))
    found = clause(Document("a.pdf", "0", "minutes", (Page(1, page),), text=text), source)
    assert found.quote == "Driften af den nye institu-\ntion koster  9,6 mio. kr. år-\nligt."


def test_a_running_head_between_page_and_text_cuts_the_clause() -> None:
    page = "Side 2 Byrådet\nkoster 9 kr. om året."
    text = "Den nye bro koster 9 kr. om året."
    source = Source(1, page.index("9 kr"), page.index("9 kr") + 5, "9 kr.", at=text.index("9 kr"))
    found = clause(Document("a.pdf", "0", "minutes", (Page(1, page),), text=text), source)
    assert found.quote == "koster 9 kr. om året."


def test_a_record_without_a_place_in_the_text_stays() -> None:
    source = Source(1, 0, 2, "7 ")
    assert clause(paper("7 kr."), source) is source


def test_between_joins_what_stands_near() -> None:
    text = "Orientering om havnen\nSag nr. 116"
    assert between(paper(text), place(text, "Orientering om havnen"), place(text, "Sag nr. 116")).quote == text


@given(st.text(max_size=80), st.integers(0, 80), st.integers(1, 20))
def test_any_text(text: str, at: int, size: int) -> None:
    quote = text[at : at + size]
    if quote:
        found = clause(paper(text), Source(1, at, at + len(quote), quote, at=at))
        assert text[found.start : found.end] == found.quote
