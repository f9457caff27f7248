"""Numbers that are repeated or skipped: agenda items and lists."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import read_document
from minutes.checks import judge
from minutes.checks.order import number_missing, number_repeated
from minutes.records import Document, Item, ListNumber
from tests.paper import claims, findings, paper, place

WORDS = ("Vejplan", "Skolebus", "Havnen", "Budget", "Valg", "Regnskab", "Støj", "Cykelsti", "Takster", "Orientering")


def agenda(numbers: list[str], *, extra: str = "", titles: tuple[str, ...] = WORDS, closed: tuple[int, ...] = ()) -> Document:
    """Minutes with items of these numbers."""
    lines = [f"{n}. {titles[i % len(titles)]} {'' if i < len(titles) else i}".strip() for i, n in enumerate(numbers)]
    text = "Referat\n" + "\n".join(lines) + "\n" + extra
    starts = [text.index(line, sum(len(x) + 1 for x in lines[:i])) for i, line in enumerate(lines)]
    items = []
    for i, (n, line, at) in enumerate(zip(numbers, lines, starts, strict=True)):
        source = place(text, line)
        items.append(Item(n, line.split(". ", 1)[1], type(source)(1, at, at + len(line), line, at=at), closed=i in closed))
    return paper(text, items=tuple(items))


def points(numbers: list[int], extra: str = "") -> Document:
    """A numbered list."""
    text = "Det indstilles,\n" + "\n".join(f"{n}. at {WORDS[i % 10]} godkendes," for i, n in enumerate(numbers)) + extra
    listed, at = [], 0
    for n in numbers:
        at = text.index(f"\n{n}. at", at) + 1
        listed.append(ListNumber(n, 0, type(place(text, "Det"))(1, at, at + len(str(n)) + 1, f"{n}.", at=at)))
    return paper(text, list_numbers=tuple(listed))


REPEATED = [
    (["1", "2", "3", "4", "4", "5"], ["4"]),
    (["112", "113", "113", "114"], ["113"]),
    (["1", "2", "3", "1x", "3"], ["3"]),
    (["1", "1", "2", "3"], ["1"]),
]
NOT_REPEATED = [
    ["1", "2", "3", "4"],
    ["1", "2", "3", "1", "2"],  # closed items begin again
    ["1", "1", "1", "1"],  # a web list that restarts every time
    ["17", "6", "7", "8"],  # not in order
    ["A", "A", "B"],
    ["1"],
]
MISSING = [
    (["112", "113", "114", "116", "117"], [("115", "warning")]),
    (["1", "2", "4", "5", "6", "7"], [("3", "warning")]),
    (["84", "85", "88", "89", "90", "91"], [("86-87", "warning")]),
    (["1", "5", "9", "13"], [("2-4", "note"), ("6-8", "note"), ("10-12", "note")]),  # looks like an extract
]
NOT_MISSING = [
    ["112", "113", "114", "115"],
    ["1", "2", "6", "7", "3", "4", "5"],  # out of order
    ["01", "02", "03"],
    ["3", "4", "5"],
    ["1", "2", "3", "1", "2"],
    ["7"],
    ["1", "2", "3", "101", "102"],  # closed items from 101 on
]


@pytest.mark.parametrize(("numbers", "repeated"), REPEATED)
def test_an_item_number_used_twice(numbers: list[str], repeated: list[str]) -> None:
    assert [(f.stated, f.severity) for f in findings(number_repeated, agenda(numbers))] == [(n, "warning") for n in repeated]


@pytest.mark.parametrize("numbers", NOT_REPEATED)
def test_item_numbers_that_are_in_order(numbers: list[str]) -> None:
    assert findings(number_repeated, agenda(numbers)) == []


def test_a_title_printed_twice_is_one_item() -> None:
    assert findings(number_repeated, agenda(["7", "7"], titles=("Lejeaftale",))) == []


@pytest.mark.parametrize(("numbers", "missing"), MISSING)
def test_an_item_number_left_out(numbers: list[str], missing: list[tuple[str, str]]) -> None:
    assert [(f.values["number"], f.severity) for f in findings(number_missing, agenda(numbers))] == missing


@pytest.mark.parametrize("numbers", NOT_MISSING)
def test_no_item_number_is_left_out(numbers: list[str]) -> None:
    assert findings(number_missing, agenda(numbers)) == []


def test_closed_items_may_fill_a_gap() -> None:
    assert [f.severity for f in findings(number_missing, agenda(["1", "2", "4"], extra="Lukkede punkter er ikke med."))] == ["note"]
    assert [f.severity for f in findings(number_missing, agenda(["1", "2", "4"], extra="Referat med åbne punkter."))] == ["note"]
    assert [f.severity for f in findings(number_missing, agenda(["1", "2", "4"], extra="Bilag 1: Bud (lukket)"))] == ["warning"]
    assert [f.severity for f in findings(number_missing, agenda(["1", "2", "4"], extra="Lukket: Køb", closed=(2,)))] == ["warning"]


def test_an_item_that_is_spoken_of_is_not_missing() -> None:
    document = agenda(["1", "2", "4"], extra="Punkt 3 udgik af dagsordenen.")
    assert findings(number_missing, document) == []
    assert [c.verdict for c in claims(number_missing, document)] == ["unverifiable"]


def test_an_annex_with_the_number_is_not_the_item() -> None:
    text = "1. Vej\n2. Bro\nBilag 3: Kort\n4. Hus\n5. Have"
    items = tuple(Item(n, t, place(text, f"{n}. {t}")) for n, t in (("1", "Vej"), ("2", "Bro"), ("4", "Hus"), ("5", "Have")))
    assert [f.values["number"] for f in findings(number_missing, paper(text, items=items))] == ["3"]


def test_an_item_whose_heading_was_not_read() -> None:
    text = "1. Vej\n2. Bro\n3 Havn\n4. Hus\n5. Have"
    items = tuple(Item(n, t, place(text, f"{n}. {t}")) for n, t in (("1", "Vej"), ("2", "Bro"), ("4", "Hus"), ("5", "Have")))
    assert findings(number_missing, paper(text, items=items)) == []


def test_an_extract_may_skip_items() -> None:
    text = "Udskrift af protokollen\n1. A\n3. B"
    document = paper(text, items=(Item("1", "A", place(text, "1. A")), Item("3", "B", place(text, "3. B"))))
    assert findings(number_missing, document) == []


def test_a_copy_of_a_whole_protocol_is_no_extract() -> None:
    text = "Udskrift af forhandlingsprotokollen\n11. A\n12. B\n13. C\n15. D"
    items = tuple(Item(line[:2], line[4:], place(text, line)) for line in text.split("\n")[1:])
    assert [f.computed for f in findings(number_missing, paper(text, items=items))] == ["14"]


LISTS = [
    # numbers           repeated   missing
    ([1, 2, 4], [], ["3"]),
    ([1, 2, 3, 4, 4, 5], ["4"], []),
    ([1, 2, 3], [], []),
    ([4, 5, 6], [], []),  # goes on from another page
    ([2, 1, 3], [], []),
    ([1], [], []),
]


@pytest.mark.parametrize(("numbers", "repeated", "missing"), LISTS)
def test_lists(numbers: list[int], repeated: list[str], missing: list[str]) -> None:
    document = points(numbers)
    assert [f.stated for f in findings(number_repeated, document)] == repeated
    assert [f.values["number"] for f in findings(number_missing, document)] == missing


def test_the_evidence_is_the_point_and_not_its_number_alone() -> None:
    found = findings(number_missing, points([1, 2, 4]))
    assert found[0].evidence[0].source.quote.startswith("4. at Havnen godkendes")


def test_a_number_that_the_text_layer_moved_is_not_missing() -> None:
    text = "1. at planen sendes i høring\nat der gives tilskud 2.\n3. at sagen afsluttes"
    numbers = tuple(ListNumber(n, 0, place(text, q)) for n, q in ((1, "1."), (3, "3.")))
    assert findings(number_missing, paper(text, list_numbers=numbers)) == []


def test_two_lists_are_two_runs() -> None:
    text = "1. Vej\n2. Bro\n1. Hus\n2. Have"
    numbers = (ListNumber(1, 0, place(text, "1.")), ListNumber(2, 0, place(text, "2.")), ListNumber(1, 1, place(text, "1.", 2)),
               ListNumber(2, 1, place(text, "2.", 2)))
    assert findings(number_repeated, paper(text, list_numbers=numbers)) == []


@given(st.lists(st.integers(1, 30), max_size=12))
def test_any_numbers(numbers: list[int]) -> None:
    document = agenda([str(n) for n in numbers])
    for found in findings(number_missing, document):
        assert int(found.values["before"]) < int(found.values["after"])
    findings(number_repeated, document)


CAPTIONS = [
    ("Tabel 1. Budget\n1 2\nTabel 2. Regnskab\n3 4\nTabel 2. Takster\n5", "repeated"),
    ("Tabel 1. Budget\n1 2\nTabel 2. Regnskab\n3 4\nTabel 4. Takster\n5", "missing"),
    ("Tabel 1. Budget\n1 2\nTabel 2. Regnskab\n3 4\nTabel 3. Takster\n5", None),
    ("Tabel 1. Budget\n1 2\nTabel 2. Regnskab\nTabel 2. fortsat\n3 4\nTabel 3. Takster\n5", None),
    ("Tabel 1. Budget\n1 2\nFigur 1. Kort\nTabel 2. Regnskab, jf. tabel 4.", None),
]


@pytest.mark.parametrize(("text", "fault"), CAPTIONS)
def test_captions(text: str, fault: str | None) -> None:
    assert len(findings(number_repeated, paper(text))) == (fault == "repeated")
    assert len(findings(number_missing, paper(text))) == (fault == "missing")


HEAD = "Vestermose Kommune\nByrådet\nReferat af møde mandag den 10. juni 2024\n\n"
PRINTED = [
    # what follows the head of a text file, the checks that find something
    ("1. Godkendelse af dagsorden\nBeslutning\nGodkendt.\n\n2. Regnskab 2023\nBeslutning\nGodkendt.\n\n2. Lokalplan for Østergade\n"
     "Beslutning\nGodkendt.\n", ["number-repeated"]),
    ("1. Godkendelse af dagsorden\nBeslutning\nGodkendt.\n\n2. Regnskab 2023\nBeslutning\nGodkendt.\n\n3. Lokalplan for Østergade\n"
     "Beslutning\nGodkendt.\n", []),
    ("Dagsorden:\n1. Godkendelse\n2. Regnskab\n3. Eventuelt\n\nPunkt 1. Godkendelse\nGodkendt.\n\nPunkt 2. Regnskab\nGodkendt.\n\n"
     "Punkt 2. Eventuelt\nIntet.\n", ["number-repeated"]),
    ("Dagsorden:\n1. Godkendelse\n2. Regnskab\n3. Lokalplan\n4. Eventuelt\n\nPunkt 1. Godkendelse\nGodkendt.\n\n"
     "Punkt 2. Regnskab\nGodkendt.\n\nPunkt 4. Eventuelt\nIntet.\n", ["number-missing"]),
    ("Dagsorden:\n1. Godkendelse\n2. Regnskab\n3. Eventuelt\n\nPunkt 1. Godkendelse\nGodkendt.\n\nPunkt 2. Regnskab\nGodkendt.\n\n"
     "Punkt 3. Eventuelt\nIntet.\n", []),
    ("1. Skoler\nBeslutning\nPunkt 1. Godkendt\nPunkt 2. Udsat\n\n2. Veje\nBeslutning\nPunkt 1. Godkendt\nPunkt 3. Udsat\n", []),
    ("1. Regnskab\nDet fremgår af bilag 2.\nBeslutning: Godkendt.\nBilag\n1. Tidsplan\n2. Budget\n\n2. Takster\n"
     "Taksten fremgår af budgettet.\nBeslutning: Godkendt.\n", []),
    ("1. Regnskab\nDet fremgår af bilag 3.\nBeslutning: Godkendt.\nBilag\n1. Tidsplan\n2. Budget\n\n2. Takster\n"
     "Taksten fremgår af budgettet.\nBeslutning: Godkendt.\n", ["annex-missing"]),
]


@pytest.mark.parametrize(("text", "names"), PRINTED)
def test_the_numbers_of_a_text_file(text: str, names: list[str], tmp_path: Path) -> None:
    file = tmp_path / "referat.txt"
    file.write_text(HEAD + text, encoding="utf-8")
    assert [f.check for f in judge([read_document(file)])[0].findings if f.severity != "note"] == names


def test_an_item_that_the_agenda_has_under_the_skipped_number_is_the_slip_itself():
    document = agenda(["1", "2", "4", "5"], extra="Dagsorden\n3. Havnen\n4. Budget")
    (found,) = findings(number_missing, document)
    assert found.message == "Nummer 3 mangler mellem 2 og 4." and found.evidence[-1].source.quote == "3. Havnen"
    assert findings(number_missing, agenda(["1", "2", "4", "5"], extra="3. Takster blev udsat\nJf. punkt 3.")) == []
