"""The places of a finding in a report: told once where they stand together, whole words around them, all of the text kept."""

from __future__ import annotations

import pytest

from minutes.records import Cell, Evidence, Table
from minutes.report.places import CONTEXT_CHARS, Passage, passages
from tests.made import source

FAR = " ord" * CONTEXT_CHARS
TEXT = "Udgiften er 850.000 kr. til bro og sti." + FAR + " Den samlede udgift bliver 900.000 kr. i alt."


def told(*quotes: str, text: str = TEXT) -> list[Passage]:
    return passages([Evidence("a.pdf", source(text, q)) for q in quotes], lambda _place: text)


def depths(passage: Passage) -> list[tuple[int, str]]:
    return [(s.depth, s.text) for s in passage.stretches if s.depth]


TOGETHER = [
    # places, the marked text of each passage
    (("Udgiften er 850.000 kr.", "850.000 kr."), [[(1, "Udgiften er "), (2, "850.000 kr.")]]),
    (("sti.", "bro"), [[(1, "bro"), (1, "sti.")]]),
    (("900.000 kr.", "850.000 kr."), [[(1, "900.000 kr.")], [(1, "850.000 kr.")]]),
    (("bro", "bro"), [[(1, "bro")]]),
]


@pytest.mark.parametrize(("quotes", "marked"), TOGETHER)
def test_places_that_stand_together_are_one_passage(quotes, marked):
    assert [depths(p) for p in told(*quotes)] == marked


def test_around_a_place_stand_whole_words_and_dots_where_text_is_left_out():
    (passage,) = told("900.000 kr.")
    said = "".join(s.text for s in passage.stretches)
    assert said.startswith("… ord ord") and said.endswith("bliver 900.000 kr. i alt.")


def test_a_page_that_is_not_at_hand_still_gives_the_quote():
    (passage,) = passages([Evidence("b.pdf", source(TEXT, "bro og sti"))], lambda _place: "")
    assert depths(passage) == [(1, "bro og sti")]


def test_a_personal_number_beside_a_place_is_masked():
    (passage,) = told("tilskud", text="Ida Krogh, 150336-4006, får tilskud i maj.")
    assert "4006" not in "".join(s.text for s in passage.stretches)


PRINTED = "Forslag 2026 2027\nVikarkorps 1.200 3.600\nSvømmehal 900 2.900\nTryk 40 70\nI alt 2.140 6.500\n"


def _table() -> Table:
    rows = []
    for line in PRINTED.splitlines():
        rows.append(tuple(Cell(text, source(PRINTED, text)) for text in line.rsplit(" ", 2)))
    return Table(0, tuple(rows), 1, "", source(PRINTED, PRINTED))


GRIDS = [
    # places, heads, rows with the marked cells in stars
    (("6.500", "3.600", "2.900"), ("Forslag", "2027"), ["Vikarkorps *3.600*", "Svømmehal *2.900*", "I alt *6.500*"]),
    (("I alt 2.140 6.500", "6.500"), ("Forslag", "2027"), ["*I alt* *6.500*"]),
    (("Tryk 40 70",), ("Forslag", "2026", "2027"), ["*Tryk* *40* *70*"]),
]


@pytest.mark.parametrize(("quotes", "heads", "rows"), GRIDS)
def test_cells_are_told_in_their_rows_and_columns(quotes, heads, rows):
    evidence = [Evidence("a.pdf", source(PRINTED, quote)) for quote in quotes]
    (passage,) = passages(evidence, lambda _place: PRINTED, lambda _place: [_table()])
    assert passage.grid.heads == heads
    assert [" ".join(f"*{s.text}*" if s.depth else s.text for s in row) for row in passage.grid.rows] == rows


def test_prose_beside_a_table_stays_prose():
    text = PRINTED + "Der er 6.600 i alt."
    evidence = [Evidence("a.pdf", source(text, "6.600"))]
    (passage,) = passages(evidence, lambda _place: text, lambda _place: [_table()])
    assert passage.grid is None and (1, "6.600") in depths(passage)
