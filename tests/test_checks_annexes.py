"""Annexes cited and not listed, listed and not cited."""

from __future__ import annotations

from dataclasses import replace

import pytest

from minutes.checks.annexes import annex_missing, annex_uncited
from minutes.checks.order import number_repeated
from minutes.records import Annex, AnnexReference, Document, Item
from tests.paper import claims, findings, paper, place


def annexed(text: str, listed: list[tuple], cited: list[tuple]) -> Document:
    """Lists as (quote, number, item), references as (quote, numbers, item)."""
    return paper(text, annex_list=bool(listed), annexes=tuple(Annex(n, q, place(text, q), i) for q, n, i in listed),
                 annex_references=tuple(AnnexReference(tuple(n), place(text, q), i) for q, n, i in cited))


LIST = "\nBilag 1: Regnskab\nBilag 2: Budget\nBilag 3: Tidsplan"
ENTRIES = [("Bilag 1: Regnskab", "1", None), ("Bilag 2: Budget", "2", None), ("Bilag 3: Tidsplan", "3", None)]

MISSING = [
    # text                                         reference         numbers       lacking
    ("Budgettet er beskrevet i bilag 4.", "bilag 4", ["4"], ["4"]),
    ("Se bilag 2-5 om økonomien.", "bilag 2-5", ["2", "3", "4", "5"], ["4", "5"]),
    ("Det fremgår af bilag 1, 3 og 7.", "bilag 1, 3 og 7", ["1", "3", "7"], ["7"]),
    ("Som bilag 9 til sagen er vedlagt et notat.", "bilag 9", ["9"], ["9"]),
]
FOUND_OR_ELSEWHERE = [
    ("Se bilag 1-3.", "bilag 1-3", ["1", "2", "3"]),
    ("Se bilag 02.", "bilag 02", ["02"]),
    ("Stoffet står i bilag 4 til bekendtgørelsen.", "bilag 4", ["4"]),
    ("Arterne er på bilag 4 i habitatdirektivet.", "bilag 4", ["4"]),
    ("Det følger af bekendtgørelsens bilag 6.", "bilag 6", ["6"]),
    ("Det følger af lokalplanens bilag 8.", "bilag 8", ["8"]),
    ("Prisen står i bilag 4 (lukket).", "bilag 4", ["4"]),
    ("Bilag 5 omdeles på mødet.", "Bilag 5", ["5"]),
    ("Se bilag 7 til kontrakten med leverandøren.", "bilag 7", ["7"]),
]


@pytest.mark.parametrize(("text", "quote", "numbers", "lacking"), MISSING)
def test_an_annex_that_is_not_on_the_list(text: str, quote: str, numbers: list, lacking: list) -> None:
    found = findings(annex_missing, annexed(text + LIST, ENTRIES, [(quote, numbers, None)]))
    assert [(f.stated, f.severity) for f in found] == [(n, "warning") for n in lacking]


def test_the_list_is_told_in_the_order_of_its_numbers() -> None:
    listed = [(f"Bilag {n}: Notat", str(n), None) for n in (1, 10, 11, 2)]
    text = "Se bilag 4.\n" + "\n".join(quote for quote, *_ in listed)
    (found,) = findings(annex_missing, annexed(text, listed, [("bilag 4", ["4"], None)]))
    assert found.calculation == "bilagslisten: 1, 2, 10, 11"


@pytest.mark.parametrize(("text", "quote", "numbers"), FOUND_OR_ELSEWHERE)
def test_an_annex_that_is_listed_or_belongs_elsewhere(text: str, quote: str, numbers: list) -> None:
    assert findings(annex_missing, annexed(text + LIST, ENTRIES, [(quote, numbers, None)])) == []


def test_without_a_list_nothing_can_be_verified() -> None:
    document = annexed("Se bilag 4.", [], [("bilag 4", ["4"], None)])
    assert findings(annex_missing, document) == []
    assert [(c.verdict, c.reason) for c in claims(annex_missing, document)] == [("unverifiable", "Dokumentet har ingen bilagsliste.")]


def test_a_list_without_numbers_says_nothing() -> None:
    assert findings(annex_missing, annexed("Se bilag 4.\nNotat om støj", [("Notat om støj", None, None)], [("bilag 4", ["4"], None)])) == []


def test_an_items_own_list_comes_first() -> None:
    text = "Se bilag 2. Se også bilag 3.\nBilag 1: Kort\nBilag 2: Købsaftale\nBilag 3: Plan"
    listed = [("Bilag 1: Kort", "1", "4"), ("Bilag 2: Købsaftale", "2", "4"), ("Bilag 3: Plan", "3", "5")]
    found = findings(annex_missing, annexed(text, listed, [("bilag 2", ["2"], "4"), ("bilag 3", ["3"], "4")]))
    assert [f.stated for f in found] == ["3"]


def test_an_item_without_a_list_beside_items_with_lists() -> None:
    text = "Se bilag 2.\nBilag 1: Kort"
    assert findings(annex_missing, annexed(text, [("Bilag 1: Kort", "1", "4")], [("bilag 2", ["2"], "6")])) == []


@pytest.mark.parametrize(("first", "lacking"), [("bilag 1", ["9"]), ("bilag 7", [])])
def test_the_only_list_below_the_last_item_is_that_of_all_where_they_cite_it(first: str, lacking: list[str]) -> None:
    """Minutes may have their annexes at the end alone; the last item's own list says nothing of the others."""
    text = f"4. Havn\nSe {first}.\n5. Vej\nSe bilag 9.\n6. Eventuelt\nBilag 1: Kort"
    cited = [(first, [first[-1]], "4"), ("bilag 9", ["9"], "5")]
    items = tuple(Item(n, title, place(text, title)) for n, title in (("4", "Havn"), ("5", "Vej"), ("6", "Eventuelt")))
    document = replace(annexed(text, [("Bilag 1: Kort", "1", "6")], cited), items=items)
    assert [f.stated for f in findings(annex_missing, document)] == lacking


def test_an_entry_that_the_list_was_not_read_for() -> None:
    text = "Se bilag 4.\nBilag 1: Kort\nTekst imellem.\nBilag 4: Notat"
    assert findings(annex_missing, annexed(text, [("Bilag 1: Kort", "1", None)], [("bilag 4", ["4"], None)])) == []


def test_the_same_annex_is_reported_once() -> None:
    text = "Se bilag 4. Igen bilag 4." + LIST
    document = paper(text, annexes=tuple(Annex(n, q, place(text, q), i) for q, n, i in ENTRIES),
                     annex_references=(AnnexReference(("4",), place(text, "bilag 4")), AnnexReference(("4",), place(text, "bilag 4", 2))))
    assert len(findings(annex_missing, document)) == 1


UNCITED = [
    # cited                     noted
    ([["1"], ["2"]], ["3"]),
    ([["1"], ["2"], ["3"]], []),
    ([["1"]], ["2", "3"]),
    ([], []),  # citing by number is not the custom here
]


@pytest.mark.parametrize(("cited", "noted"), UNCITED)
def test_an_annex_that_is_never_cited(cited: list, noted: list) -> None:
    text = "Se bilag 1. Se bilag 2. Se bilag 3." + LIST
    document = annexed(text, ENTRIES, [(f"bilag {n[0]}", n, None) for n in cited])
    assert [(f.stated, f.severity) for f in findings(annex_uncited, document)] == [(n, "note") for n in noted]


def test_a_long_list_of_which_few_are_cited_says_nothing() -> None:
    entries = [(f"Bilag {n}: Del {n}", str(n), None) for n in range(1, 8)]
    text = "Se bilag 1.\n" + "\n".join(quote for quote, _, _ in entries)
    assert findings(annex_uncited, annexed(text, entries, [("bilag 1", ["1"], None)])) == []


PARTS = [
    # on the list    cited   missing?
    (["1.1", "1.2"], "1", False),
    (["1.1", "1.2"], "1.2", False),
    (["2a", "2b"], "2", False),
    (["1"], "1.2", False),
    (["1.1", "1.2"], "2", True),
    (["1", "2"], "12", True),
]


@pytest.mark.parametrize(("listed", "cited", "missing"), PARTS)
def test_an_annex_in_parts(listed: list[str], cited: str, missing: bool) -> None:
    entries = [(f"Bilag {n}: Del", n, None) for n in listed]
    text = f"Se bilag {cited}.\n" + "\n".join(quote for quote, _, _ in entries)
    assert bool(findings(annex_missing, annexed(text, entries, [(f"bilag {cited}", [cited], None)]))) is missing


def test_an_annex_number_used_twice() -> None:
    text = "Bilag 1: Kort\nBilag 2: Budget\nBilag 2: Tidsplan"
    listed = [("Bilag 1: Kort", "1", None), ("Bilag 2: Budget", "2", None), ("Bilag 2: Tidsplan", "2", None)]
    assert [f.stated for f in findings(number_repeated, annexed(text, listed, []))] == ["2"]


def test_annexes_numbered_per_item_are_no_repeats() -> None:
    text = "Bilag 1: Kort\nBilag 1: Budget"
    assert findings(number_repeated, annexed(text, [("Bilag 1: Kort", "1", "3"), ("Bilag 1: Budget", "1", "4")], [])) == []
