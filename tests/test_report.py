"""Reports: what a reader sees must be whole, escaped, and free of personal numbers, in every format."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser
from io import StringIO

import pytest

from minutes import language, retold
from minutes.checks import Report
from minutes.heads import of_cell
from minutes.records import Figure, Page, Source, Unread
from minutes.report import coverage, html, ledger, marked, rows, sarif, text, write
from minutes.report.places import line_of
from tests.made import document, report, source

HOSTILE = 'Før <script>alert("x")</script> & cpr-nr. 150336-4006 \x1b[31mrødt\x07 de samlede midler udgør 455.000 kr. efter'
QUOTE = "de samlede midler udgør 455.000 kr."


@pytest.fixture
def made():
    return report(HOSTILE, QUOTE)


class Tags(HTMLParser):
    """Which tags a page really has, and the text between them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags, self.text = [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data):
        self.text.append(data)


def test_a_line_has_path_page_check_and_message(made):
    lines = list(text.lines([made], paths={("0" * 64, "referat.pdf"): "udkast/referat.pdf"}))
    assert lines[0] == "udkast/referat.pdf:1: sum-differs: Delene giver 465.000 kr., men der står 455.000 kr."
    assert f'    "{QUOTE}"' == lines[1][: len(QUOTE) + 6] and "465.000" in lines[2]


def test_a_finding_of_an_unknown_severity_takes_no_other_along(made):
    """As a database of a later version may hold it."""
    made.findings.insert(0, replace(made.findings[0], severity="grave"))
    said = "\n".join(text.lines([made]))
    assert said.count("sum-differs: ") == 2
    assert html.report([made]) and rows.findings([made])[2][0][7] == "grave"


def test_what_could_not_be_verified_is_always_said(made):
    made.findings.clear()
    unread, line = text.lines([made])
    assert unread == "referat.pdf:2: ulæst: side 2: siden har intet tekstlag"
    assert "2 af 3 udsagn efterprøvet: 1 holder, 1 afviger; 1 kan ikke afgøres" in line and "1 sted kunne ikke læses" in line


SAME, OTHER = "siden har intet tekstlag; kør igen med --ocr", "3 tal uden trykt enhed"
OCR = retold.OCR_READ.format(language="dan", sure=96)
UNREAD = [
    # what, why and page of each place; the lines
    ([("side 4", SAME, 4)], [f"a.pdf:4: ulæst: side 4: {SAME}"]),
    ([(f"side {n}", SAME, n) for n in (1, 2, 3, 7)], [f"a.pdf:1: ulæst: side 1-3, 7: {SAME}"]),
    ([("side 1", SAME, 1), ("tabel", OTHER, 2)], [f"a.pdf:1: ulæst: side 1: {SAME}", f"a.pdf:2: ulæst: tabel: {OTHER}"]),
    ([("side 1", OCR, 1)], [f"a.pdf:1: læst usikkert: side 1: {OCR}"]),
    ([("filen", SAME, None)], [f"a.pdf: ulæst: filen: {SAME}"]),
]


@pytest.mark.parametrize(("places", "lines"), UNREAD)
def test_every_reason_why_something_was_not_read_is_a_line(places, lines):
    printed = replace(document("", unread=tuple(Unread(*place) for place in places)), pages=(Page(1, "", 595.0, 842.0),))
    report = Report(printed, [], [])
    assert list(text.unread(report, "a.pdf")) == lines
    assert coverage(report).unread == sum(place[1] != OCR for place in places)


def test_what_was_not_read_of_a_file_without_printed_pages_is_told_by_its_lines():
    """One number in front of the message, one meaning: what an editor jumps to."""
    text_file = replace(
        document("", "a.txt", unread=(Unread("side 2", SAME, 2), Unread("tabel", OTHER, 2))),
        pages=(Page(1, "en\nto\n"), Page(2, "tre\nfire\nfem\n")),
    )
    assert list(text.unread(Report(text_file, [], []), "a.txt")) == [
        f"a.txt:3: ulæst: linje 3-5: {SAME}",
        f"a.txt:3: ulæst: tabel: {OTHER}",
    ]


def test_many_documents_end_with_how_many_findings_there_are(made):
    assert list(text.lines([made, made]))[-1].startswith(f"I alt 2 dokumenter, {2 * len(made.findings)} fund: ")


def test_a_line_of_the_ledger_names_the_kind_of_claim_not_a_fault(made):
    holds, *_ = ledger.lines([made], "holds", as_json=False)
    assert holds.startswith('referat.pdf:1: holder: sum: "')


def test_a_line_of_the_ledger_tells_why_something_cannot_be_decided_beside_its_calculation(made):
    (doubted,) = (c for c in made.claims if c.verdict == "unverifiable")
    made.claims[:] = [replace(doubted, calculation="15 + 9 = 24", reason="Der er ingen lister.")]
    line, *_ = ledger.lines([made], None, as_json=False)
    assert line.endswith("  = 15 + 9 = 24  (Der er ingen lister)")


def test_coverage_counts_verdicts(made):
    c = coverage(made)
    assert (c.claims, c.holds, c.differs, c.unverifiable, c.unread, c.amounts) == (3, 1, 1, 1, 1, 1)


@pytest.mark.parametrize("page", [lambda r: html.report([r]), marked.page], ids=["report", "marked"])
def test_pages_escape_the_document_and_mask_personal_numbers(made, page):
    said = page(made)
    assert "4006" not in said
    assert "script" not in [tag for tag, _ in Tags(said).tags]
    assert "<script>" in "".join(Tags(said).text), "the text itself must still be shown"


@pytest.mark.parametrize("page", [lambda r: html.report([r]), marked.page], ids=["report", "marked"])
def test_pages_have_language_title_main_and_skip_link(made, page):
    tags = Tags(page(made)).tags
    names = [tag for tag, _ in tags]
    assert dict(tags)["html"]["lang"] == "da" and {"title", "main", "h1", "h2"} <= set(names)
    assert ("a", {"class": "skip", "href": "#main"}) in tags


def test_a_waived_finding_moves_to_its_own_table(made):
    waiver = {made.findings[0].key: {"why": "aftalt med revisor", "by": "økonomi", "when": "2024-05-02"}}
    assert "aftalt med revisor" in html.report([made], waivers=waiver) and "f-" + made.findings[0].key not in html.report(
        [made], waivers=waiver
    )


def test_the_page_has_its_days_in_words(made):
    made.document = replace(made.document, meeting_date=date(2024, 5, 1))
    waiver = {made.findings[0].key: {"why": "aftalt", "by": "økonomi", "when": "2024-05-02T10:00:00+00:00"}}
    page = html.report([made], waiver)
    assert "1. maj 2024" in page and "<td>2. maj 2024</td>" in page and "2024-05" not in page
    assert "1. maj 2024" in marked.page(made)


def test_the_legend_counts_a_finding_once_however_many_places_it_has(made):
    (found,) = made.findings
    made.findings[0] = replace(found, evidence=found.evidence * 3)
    assert '<mark class="findings">Fund</mark> 1' in marked.page(made)


def test_marks_overlap_without_losing_text():
    pieces = marked.pieces("abcdef", [(0, 4, "items", "x"), (2, 6, "amounts", "y"), (2, 3, "figures", "z"), (5, 99, "annexes", "out")])
    assert "".join(p.text for p in pieces) == "abcdef"
    assert [p.names for p in pieces] == [("items",), ("items", "amounts", "figures"), ("items", "amounts"), ("amounts",)]


@pytest.mark.parametrize("sheet", rows.SHEETS.values())
def test_csv_has_a_header_and_as_many_cells_in_every_row(made, sheet):
    head, *body = csv.reader(StringIO(rows.to_csv(sheet([made]))), delimiter=";")
    assert body and all(len(row) == len(head) for row in body)
    assert "4006" not in str(body) and "\x1b" not in str(body)


def test_the_rows_of_findings_stand_in_reading_order(made):
    (first, *_), place = made.findings, made.findings[0].evidence[0]
    below = replace(first, check="below", evidence=(replace(place, source=replace(place.source, start=place.source.start + 1)),))
    _name, _heads, body = rows.findings([replace(made, findings=[below, first])])
    assert [row[6] for row in body] == [first.check, "below"]


FORMULAS = ["=1+1", "+45", "@x", "-cmd", "-2+3+cmd|' /C calc'!A0", "-1\n"]
NO_FORMULAS = ["-", "-3,5", "-1.250.000", "455.000 kr.", "a=b", "", None, 7]


@pytest.mark.parametrize("value", FORMULAS)
def test_a_cell_that_a_spreadsheet_would_run_is_made_text(value):
    assert rows.harmless(value) == "'" + value


@pytest.mark.parametrize("value", NO_FORMULAS)
def test_other_cells_stay(value):
    assert rows.harmless(value) == value


def workbook(made, path, waivers=None):
    write.write([made], "xlsx", path, "findings", waivers or {}, print)


@pytest.mark.parametrize(("lang", "printed"), [("da", "kroner;beregning\n62,5;2 + 2.5\n"), ("en", "kroner,calculation\n62.5,2 + 2.5\n")])
def test_numbers_are_printed_as_the_spreadsheets_of_the_language_read_them(lang, printed):
    """A Danish spreadsheet takes 1.5 for the first of May."""
    language.speak(lang)
    try:
        assert rows.to_csv(("Beløb", ["kroner", "beregning"], [["62.5", "2 + 2.5"]])) == printed
    finally:
        language.speak("da")


def test_what_was_put_aside_stands_with_its_reason_in_workbook_and_csv(made, tmp_path):
    from openpyxl import load_workbook

    key = made.findings[0].key
    waivers = {key: {"why": "=aftalt", "by": "økonomi", "when": "2024-05-02T10:11:12+00:00"}}
    workbook(made, tmp_path / "r.xlsx", waivers)
    book = load_workbook(tmp_path / "r.xlsx")
    message = "Delene giver 465.000 kr., men der står 455.000 kr."
    said = [*rows.of_meeting(made.document), 1, 1, "sum-differs", message, "'=aftalt", "økonomi", "2024-05-02", key]
    assert [cell.value for cell in book["Lagt til side"][2]] == said and book["Fund"].max_row == 1
    printed = []
    write.write([made], "csv", None, "waived", waivers, printed.append)
    assert not printed[0].endswith("\n"), "what prints it ends the line"
    assert list(csv.reader(StringIO(printed[0]), delimiter=";"))[1] == ["" if cell is None else str(cell) for cell in said]


def test_the_workbook_opens_with_every_sheet(made, tmp_path):
    from openpyxl import load_workbook

    workbook(made, tmp_path / "r.xlsx")
    book = load_workbook(tmp_path / "r.xlsx")
    assert book.sheetnames == ["Fund", "Udsagn", "Beløb", "Tal", "Dækning", "Lagt til side"]
    assert book["Fund"]["I2"].value == "Delene giver 465.000 kr., men der står 455.000 kr."
    assert book["Beløb"]["O2"].value == "'=1+1" and book["Fund"].freeze_panes == "A2"


def test_a_long_text_of_the_workbook_can_be_read_to_its_end(made, tmp_path):
    """An auditor reads and prints the sheet: what is cut at the edge of its column is not there."""
    from openpyxl import load_workbook

    made.findings[0] = replace(made.findings[0], suggestion="Det ville passe, hvis to cifre er byttet om. " * 4)
    workbook(made, tmp_path / "r.xlsx")
    sheet = load_workbook(tmp_path / "r.xlsx")["Fund"]
    widths = {cell.value: sheet.column_dimensions[cell.column_letter].width for cell in sheet[1]}
    for head, cell in zip(sheet[1], sheet[2], strict=True):
        assert cell.alignment.wrap_text and cell.alignment.vertical == "top", head.value
        assert len(str(cell.value or "")) < 4 * widths[head.value], head.value


def test_the_workbook_has_numbers_that_can_be_summed(made, tmp_path):
    from openpyxl import load_workbook

    workbook(made, tmp_path / "r.xlsx")
    book = load_workbook(tmp_path / "r.xlsx")
    cells = [book["Beløb"]["H2"], book["Beløb"]["I2"], book["Tal"]["H2"], book["Fund"]["L2"], book["Fund"]["M2"], book["Udsagn"]["J2"]]
    assert [cell.value for cell in cells] == [455_000, 454_999.5, 12, 455_000, 465_000, 455_000]
    made.findings[0] = replace(made.findings[0], stated="19-4", computed="2024-05-01")
    workbook(made, tmp_path / "r.xlsx")
    fund = load_workbook(tmp_path / "r.xlsx")["Fund"]
    assert (fund["L2"].value, fund["M2"].value) == ("19-4", "2024-05-01")


def test_sheets_speak_the_language_of_the_reader(made, monkeypatch):
    made.document = replace(made.document, amounts=tuple(replace(a, per="year", approximate=True) for a in made.document.amounts))
    assert rows.findings([made])[2][0][7] == "fejl" and rows.claims([made])[2][0][6:9:2] == ["sum", "holder"]
    assert rows.amounts([made])[2][0][10:12] == ["ja", "om året"]
    for period, said in (((2022, 2022), "2022"), ((2022, 2025), "2022-2025")):
        made.document = replace(made.document, amounts=tuple(replace(a, period=period) for a in made.document.amounts))
        assert rows.amounts([made])[2][0][12] == said
    monkeypatch.setenv("MINUTES_LANG", "en")
    assert rows.findings([made])[2][0][7] == "error" and rows.claims([made])[2][0][8] == "holds"
    assert rows.amounts([made])[2][0][10:12] == ["yes", "a year"]


MEASURED = [
    # quote, unit, what it counts; the word a reader sees
    ("121 kvinder", "count", "kvinde", "kvinder"),
    ("to faste\nområder", "count", "område", "områder"),
    ("61", "count", "kvinde", "Kvinder"),
    ("61", "count", "mand", "mand"),
    ("25,4 pct.", "percent", None, "pct."),
    ("1,5", "ratio", None, ""),
]


@pytest.mark.parametrize(("quote", "unit", "noun", "word"), MEASURED)
def test_a_figure_is_shown_with_the_word_of_the_text(quote, unit, noun, word):
    page = f"Kvindehuset. Kvinder i alt: {quote}"
    value = Decimal("25.4")
    figure = Figure(source(page, quote), value, value, value, unit, noun=noun)
    made = Report(document(page, figures=(figure,)), [], [])
    assert rows.figures([made])[2][0][8] == word
    assert f'title="Tal: 25,4 {word}'.strip() + '"' in marked.page(made)


def test_a_place_has_its_line_where_the_file_has_lines(made):
    place = made.findings[0].evidence[0].source
    later = replace(made.document, pages=(Page(1, "a\nb\n\n"), Page(2, "c\nd " + QUOTE)))
    assert line_of(later, replace(place, page=2, start=4)) == 5
    assert line_of(replace(later, pages=(Page(1, QUOTE, 595.0, 842.0),)), place) is None
    said = sarif.log([made], paths={("0" * 64, "referat.pdf"): "udkast/møde.pdf"})["runs"][0]
    place = said["results"][0]["locations"][0]["physicalLocation"]
    assert (place["artifactLocation"]["uri"], place["region"]["startLine"]) == ("udkast/m%C3%B8de.pdf", 1)
    assert "Finder" in said["tool"]["driver"]["rules"][0]["fullDescription"]["text"]


def test_sarif_is_valid_and_points_at_the_place(made):
    from sarif_pydantic import Sarif

    said = sarif.log([made])
    Sarif.model_validate(json.loads(json.dumps(said)))
    result = said["runs"][0]["results"][0]
    assert result["ruleId"] == said["runs"][0]["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == "sum-differs"
    assert result["locations"][0]["physicalLocation"]["region"]["charOffset"] == HOSTILE.index(QUOTE)


def test_what_was_put_aside_is_told_apart_with_its_reason_also_to_programs(made):
    from sarif_pydantic import Sarif

    key, printed = made.findings[0].key, []
    waivers = {key: {"why": "aftalt", "by": "økonomi", "when": "2024-05-02"}}
    for kind in ("json", "sarif"):
        write.write([made], kind, None, "findings", waivers, printed.append)
    plain, log = map(json.loads, printed)
    assert plain["findings"] == [] and [(f["key"], f["why"], f["by"]) for f in plain["waived"]] == [(key, "aftalt", "økonomi")]
    Sarif.model_validate(log)
    (suppression,) = log["runs"][0]["results"][0]["suppressions"]
    assert (suppression["justification"], suppression["properties"]["by"]) == ("aftalt", "økonomi")
    assert "suppressions" not in sarif.log([made])["runs"][0]["results"][0]


def test_the_report_says_of_what_and_when_it_was_made(made):
    said = html.report([made], of="minutes.db")
    today = date.today()
    assert f"Lavet den {today.day}. " in said and f"{today.year} · minutes.db" in said


def test_a_cell_of_a_table_is_told_with_its_row_and_column():
    texts = [["", "2025", "2026"], ["Projektering", "3.200", "4.100"], ["12", "7", "8"]]
    assert of_cell(texts, 1, 1, 2) == ("Projektering", "2026")
    assert of_cell(texts, 1, 2, 1) == ("", "2025")
    assert of_cell(texts, 0, 1, 2) == ("Projektering", "") and of_cell(texts, 1, -1, -1) == ("", "")


def test_a_row_tells_the_meeting_and_the_line(made):
    """Twelve findings of a draft on "page 1" are found by nobody."""
    d = replace(made.document, municipality="Granby Kommune", body="Byrådet", meeting_date=date(2022, 6, 14), pages=(Page(1, "x\n" * 40),))
    place = replace(made.findings[0].evidence[0], source=Source(1, 8, 9, "x"))
    said = Report(d, made.claims, [replace(made.findings[0], evidence=(place,))])
    assert rows.findings([said])[2][0][:6] == ["referat.pdf", "Granby Kommune", "Byrådet", "2022-06-14", 1, 5]
    printed = replace(said, document=replace(d, pages=(Page(1, "x\n" * 40, 595.0, 842.0),)))
    assert rows.findings([printed])[2][0][4:6] == [1, None]


FILES_WITHOUT_PRINTED_PAGES = [("udkast.txt", "linje", True), ("udkast.docx", "afsnit", False), ("udkast.HTM", "afsnit", False)]


@pytest.mark.parametrize(("file", "word", "jumps"), FILES_WITHOUT_PRINTED_PAGES)
def test_what_is_counted_in_word_and_on_web_pages_is_paragraphs(made, file, word, jumps):
    """An editor that is sent to the line of a paragraph's number opens the wrong place."""
    found = replace(made.findings[0], evidence=tuple(replace(e, document=file) for e in made.findings[0].evidence))
    unread = (Unread("side 1", "siden er blank, eller dens indhold kan ikke læses", 1),)
    d = replace(made.document, file=file, pages=(Page(1, made.document.pages[0].text),), unread=unread)
    said = list(text.lines([Report(d, made.claims, [found])]))
    assert any(f"ulæst: {word} 1" in line for line in said) and said[0].startswith(f"{file}:1: sum-differs")
    assert ('    afsnit 1 "' in "\n".join(said)) != jumps
    place = sarif.log([Report(d, made.claims, [found])])["runs"][0]["results"][0]["locations"][0]
    assert ("region" in place["physicalLocation"]) == jumps == ("message" not in place)
