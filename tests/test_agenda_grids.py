"""Minutes set as a grid, with and without lines: rows become items, tables of data stay tables."""

from __future__ import annotations

import pytest

from extractors.decisions import decide
from extractors.layout import flow
from extractors.reading import read
from extractors.structure import parse
from tests.printed_pdf import grid, line, text, write

HEAD = text(60, 40, "Nordby Skolebestyrelse", 16, True) + text(60, 70, "Referat af møde onsdag den 4. maj 2022", 10)
SCHOOL = [
    ["Punkt", "Referat"],
    ["1. Godkendelse af dagsorden", "Dagsordenen blev godkendt."],
    ["2. Skolens budget", "Skolelederen fremlagde budgettet. Det er på 31 mio. kr.|Taget til efterretning."],
    ["3. Lejrskoler i de ældste|klasser", "Forslaget har været i høring.|Vedtaget med 6 stemmer mod 2."],
    ["4. Eventuelt", "Ida fortalte om festen."],
]
COLUMNS = [
    ["Nr.", "Emne", "Drøftelse", "Beslutning", "Ansvarlig"],
    ["1", "Sommerfest", "Festen er i juni.", "Godkendt.", "Bo"],
    ["2", "Ny gynge", "Der er tre tilbud.", "Udsat.", "Ida"],
    ["3", "Lågen", "Den binder.", "Til efterretning.", "Bo"],
]
DASHED = [["Mødepunkt", "Referat"], *([row[0].replace(". ", " - "), row[1]] for row in SCHOOL[1:])]
UNHEADED = [row for row in SCHOOL if row[0] != "Punkt"]
PRICES = [["Nr.", "Projekt", "Kr."], ["1", "Rampe", "185.000"], ["2", "Teleslynge", "140.000"], ["3", "Ledelinjer", "65.000"]]
ANSWERS = [["Nr.", "Forslag", "Svar"], ["1", "Flere bænke i byen", "Ja"], ["2", "Lys på stien", "Nej"], ["3", "En sø", "Nej"]]


def printed(rows: list[list[str]], widths: list[float], ruled: bool) -> bytes:
    """A grid whose cells have their lines parted by "|"."""
    xs, tops = [60.0], [100.0]
    for width in widths:
        xs.append(xs[-1] + width)
    words = b""
    for row in rows:
        lines = [cell.split("|") for cell in row]
        for x, cell in zip(xs, lines, strict=False):
            words += b"".join(text(x + 3, tops[-1] + 3 + 13 * i, line, 10) for i, line in enumerate(cell))
        tops.append(tops[-1] + 8 + 13 * max(map(len, lines)))
    return words + (grid(xs, tops) if ruled else b"") + text(60, tops[-1] + 40, "Næste møde er onsdag den 1. juni 2022 på skolen.", 10)


def said(tmp_path, rows: list[list[str]], widths: list[float], ruled: bool):
    paper = read(write(tmp_path / "referat.pdf", HEAD + printed(rows, widths, ruled)))
    laid = flow(paper)
    return laid, parse(laid, paper)


@pytest.mark.parametrize(("rows", "ruled"), [(SCHOOL, True), (SCHOOL, False), (UNHEADED, True), (DASHED, True)],
                         ids=["ruled", "unruled", "no head", "dashes"])
def test_rows_are_items(tmp_path, rows, ruled):
    laid, structure = said(tmp_path, rows, [150, 320], ruled)
    titles = [("1", "Godkendelse af dagsorden"), ("2", "Skolens budget"), ("3", "Lejrskoler i de ældste klasser"), ("4", "Eventuelt")]
    assert [(i.number, i.title) for i in structure.items] == titles and not laid.tables
    decided = {d.item: (d.outcome, d.votes and d.votes.in_favour) for d in decide(laid, structure).decisions}
    assert decided == {"1": ("adopted", None), "2": ("noted", None), "3": ("adopted", 6)}


@pytest.mark.parametrize("number", ["{}", "{}.", "{})", "{}:"])
def test_number_and_title_may_stand_apart_and_a_column_holds_the_decisions(tmp_path, number):
    rows = [COLUMNS[0], *([number.format(row[0]), *row[1:]] for row in COLUMNS[1:])]
    laid, structure = said(tmp_path, rows, [30, 100, 130, 120, 70], True)
    assert [(i.number, i.title) for i in structure.items] == [("1", "Sommerfest"), ("2", "Ny gynge"), ("3", "Lågen")]
    assert [(d.item, d.outcome) for d in decide(laid, structure).decisions] == [("1", "adopted"), ("2", "postponed"), ("3", "noted")]


@pytest.mark.parametrize("said_of", ["Hvad blev aftalt", "Hvad besluttede vi?", "Det blev der besluttet", "Vedtaget", "Referat"])
@pytest.mark.parametrize("number", ["{}", "{}.", "{})"])
def test_rows_may_have_letters(tmp_path, said_of, number):
    rows = [["Punkt", "Emne", said_of], *([number.format("ABC"[i]), *row[1:2], row[3]] for i, row in enumerate(COLUMNS[1:]))]
    laid, structure = said(tmp_path, rows, [50, 100, 200], True)
    assert [(i.number, i.title) for i in structure.items] == [("A", "Sommerfest"), ("B", "Ny gynge"), ("C", "Lågen")]
    assert [(d.item, d.outcome) for d in decide(laid, structure).decisions] == [("A", "adopted"), ("B", "postponed"), ("C", "noted")]


RUN_ON = [
    # the numbers of the rows     are they items
    (("301", "302", "303"), True),
    (("17", "18", "19"), True),
    (("2", "3", "4"), True),
    (("301", "305", "312"), False),
    (("17", "19", "21"), False),
    (("40", "30", "20"), False),
]


@pytest.mark.parametrize(("numbers", "items"), RUN_ON)
def test_rows_without_a_head_may_go_on_with_the_numbers_of_the_year(tmp_path, numbers, items):
    told = ["Ny gynge|Sag: 2009-6021|Godkendt. Den sættes op i maj.", "Lågen|Sag: 2009-6022|Udsat. Den binder.",
            "Sommerfest|Sag: 2009-6023|Afslået."]
    _, structure = said(tmp_path, [[n, t] for n, t in zip(numbers, told, strict=True)], [40, 430], True)
    found = [(i.number, i.title) for i in structure.items]
    assert (found == [*zip(numbers, ("Ny gynge", "Lågen", "Sommerfest"), strict=True)]) == items


def test_a_list_in_a_cell_keeps_its_marks(tmp_path):
    rows = [["Nr.", "Emne", "Referat"], ["1.", "Sti|ved søen", "Udsat."], ["2.", "Hegn", "Rådet ønsker:|1. Et hegn|2. En låge"],
            ["3.", "Evt.", "Intet."]]
    laid, structure = said(tmp_path, rows, [30, 100, 200], True)
    assert [(i.number, i.title) for i in structure.items] == [("1", "Sti ved søen"), ("2", "Hegn"), ("3", "Evt.")]
    assert "1. Et hegn" in laid.text and "2. En låge" in laid.text


def test_a_sentence_below_a_title_in_its_cell_is_no_part_of_it(tmp_path):
    rows = [["Nr.", "Sag", "Afgørelse"], ["1", "Kroen, bevilling|Ejeren har drevet kroen.", "Godkendt."],
            ["2", "Hotellet, lukketid|Ni naboer klager.", "Udsat."], ["3", "Caféen", "Godkendt."]]
    _, structure = said(tmp_path, rows, [30, 120, 200], True)
    assert [(i.number, i.title) for i in structure.items] == [("1", "Kroen, bevilling"), ("2", "Hotellet, lukketid"), ("3", "Caféen")]


LISTS = [["Liste", "Navn", "Mandater"], ["A", "Socialdemokratiet", "9"], ["B", "Radikale Venstre", "1"], ["C", "Konservative", "3"]]
GRADES = [["Nr.", "Hvad kostede det", "Kr."], ["A", "Gynge. Den er ny.", "185"], ["B", "Hegn. Det er rødt.", "140"], ["C", "Låge", "65"]]
TALLY = [["A", "Socialdemokratiet stemte for. Ni i alt."], ["B", "Radikale stemte imod. En i alt."], ["C", "Stemte for. Tre i alt."]]


@pytest.mark.parametrize("rows", [PRICES, ANSWERS, LISTS, GRADES, TALLY], ids=["prices", "answers", "parties", "letters", "no head"])
def test_a_table_of_data_stays_one(tmp_path, rows):
    laid, _ = said(tmp_path, rows, [40, 200, 100], True)
    assert [[cell.text for cell in row] for row in laid.tables[0].rows] == rows


def test_no_word_is_lost_and_every_word_has_its_place(tmp_path):
    laid, structure = said(tmp_path, SCHOOL, [150, 320], False)
    for cell in (cell for row in SCHOOL for cell in row):
        assert " ".join(cell.split("|")) in laid.text.replace("\n", " ")
    for item in structure.items:
        assert laid.pages[0].text[item.source.start : item.source.end] == item.source.quote


LONG = "|".join(["Poul fortalte om tilbuddene på stien og om alt det,"] * 5)


@pytest.mark.parametrize("ruled", [True, False])
def test_titles_may_have_no_numbers(tmp_path, ruled):
    rows = [["Emne", "Referat"], ["Siden sidst", LONG + "|Taget til efterretning."], ["Stien ved|søen", "Udsat."], ["Evt.", "Intet."]]
    laid, structure = said(tmp_path, rows, [150, 320], ruled)
    assert [(i.number, i.title) for i in structure.items] == [(None, "Siden sidst"), (None, "Stien ved søen"), (None, "Evt.")]
    assert [d.outcome for d in decide(laid, structure).decisions] == ["noted", "postponed", "procedural"]


@pytest.mark.parametrize("numbers", [True, False])
def test_a_row_may_be_parted_by_the_page(tmp_path, numbers):
    titles = [f"{n}. {t}" if numbers else t for n, t in enumerate(["Siden sidst", "Stien", "Gadekæret", "Evt."], 1)]
    xs, tops = [60.0, 210.0, 530.0], [100.0, 120.0, 140.0, 160.0]
    said_of = ["Til efterretning.", "Udsat.", "Der er to tilbud på rensningen, og det ene er"]
    cells = [("Emne", "Referat"), *zip(titles, said_of, strict=False)]
    first = b"".join(text(63, 103 + 20 * i, a, 10) + text(213, 103 + 20 * i, b, 10) for i, (a, b) in enumerate(cells))
    open_foot = b"".join(line(x, 160, x, 200) for x in xs)
    second = text(63, 43, "Emne", 10) + text(213, 43, "Referat", 10) + text(213, 63, "det billigste. Vi besluttede at rense kæret.", 10)
    second += text(63, 83, titles[3], 10) + text(213, 83, "Intet.", 10) + grid(xs, [40.0, 60.0, 80.0, 100.0])
    paper = read(write(tmp_path / "referat.pdf", HEAD + first + grid(xs, tops) + open_foot, second))
    laid = flow(paper)
    structure = parse(laid, paper)
    assert [i.title for i in structure.items] == ["Siden sidst", "Stien", "Gadekæret", "Evt."]
    assert [d.outcome for d in decide(laid, structure).decisions] == ["noted", "postponed", "adopted", "procedural"]


def test_a_table_of_answers_stays_one(tmp_path):
    rows = [["Emne", "Svar"], ["Siden sidst", "Ja"], ["Stien", "Nej"], ["Evt.", "Nej"]]
    laid, structure = said(tmp_path, rows, [150, 320], True)
    assert len(laid.tables) == 1 and not structure.items
