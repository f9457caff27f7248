"""Tables drawn with lines: the same cells as pdfplumber finds, whatever the lines are drawn with."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import read_document
from extractors.layout import flow
from extractors.reading import read
from extractors.reading.ruled import merge
from minutes.checks import Report
from minutes.report import coverage
from minutes.report.text import unread
from tests.printed_pdf import HEIGHT, grid, line, text, write

CELLS = [["Udvalg", "2024", "2025"], ["Skole", "1.200", "1.300"], ["Ældre på Årø", "-40", "1 450"]]
XS, TOPS = [60, 200, 300, 400], [200, 220, 240, 260]


def words(cells=CELLS, down: float = 0) -> bytes:
    return b"".join(text(XS[c] + 3, TOPS[r] + 4 + down, cell, 10) for r, row in enumerate(cells) for c, cell in enumerate(row) if cell)


def rectangles() -> bytes:
    return b"".join(
        b"%g %g %g %g re S\n" % (XS[c], HEIGHT - TOPS[r + 1], XS[c + 1] - XS[c], TOPS[r + 1] - TOPS[r]) for r in range(3) for c in range(3)
    )


def filled_bars() -> bytes:
    across = b"".join(b"60 %g 340 0.8 re f\n" % (HEIGHT - top) for top in TOPS)
    return across + b"".join(b"%g %g 0.8 60 re f\n" % (x, HEIGHT - TOPS[-1]) for x in XS)


def one_path() -> bytes:
    parts = [b"%g %g m %g %g l" % (XS[0], HEIGHT - top, XS[-1], HEIGHT - top) for top in TOPS]
    parts += [b"%g %g m %g %g l" % (x, HEIGHT - TOPS[0], x, HEIGHT - TOPS[-1]) for x in XS]
    return b"0.5 w " + b" ".join(parts) + b" S\n"


DRAWN = [grid(XS, TOPS), rectangles(), filled_bars(), one_path(), b"q 2 0 0 2 0 0 cm 0.5 0 0 0.5 0 0 cm " + grid(XS, TOPS) + b"Q\n"]


@pytest.mark.parametrize("lines", DRAWN, ids=["lines", "rectangles", "bars", "one path", "scaled"])
def test_the_cells_are_those_of_pdfplumber(tmp_path, lines):
    import pdfplumber

    path = write(tmp_path / "a.pdf", lines + words())
    [table] = flow(read(path)).tables
    assert [[cell.text for cell in row] for row in table.rows] == CELLS
    with pdfplumber.open(path) as pdf:
        assert [[cell or "" for cell in row] for row in pdf.pages[0].extract_table()] == CELLS


def test_every_filled_cell_has_its_place(tmp_path):
    laid = flow(read(write(tmp_path / "a.pdf", DRAWN[0] + words([["Udvalg", "2024", ""], ["Skole", "1.200", "5"], ["I alt", "", "9"]]))))
    for row in laid.tables[0].rows:
        for cell in row:
            assert (cell.source is None) == (cell.text == "")
            assert cell.source is None or laid.pages[0].text[cell.source.start : cell.source.end] == cell.text == cell.source.quote


def printed_rows(cells: list[list[str]], left: int = 62) -> bytes:
    return b"".join(text(left + 120 * c, 204 + 16 * i, word, 10) for i, row in enumerate(cells) for c, word in enumerate(row))


ACCOUNT = [["Post", "Budget 2024", "Regnskab"], ["Skat", "690,0", "688,2"], ["Drift", "-638,4", "-651,3"], ["Resultat", "51,6", "36,9"],
           ["Havn", "2,0", "1,7"], ["I alt", "53,6", "38,6"]]


def test_a_table_with_lines_between_its_columns_and_below_its_sums_alone(tmp_path):
    """Its last column is lost, and its first rows run into one, where only what four lines enclose is a cell."""
    across = b"".join(line(60, top, 420, top) for top in (267, 299))
    down = b"".join(line(x, 200, x, 299) for x in (60, 176, 296))
    [table] = flow(read(write(tmp_path / "a.pdf", across + down + printed_rows(ACCOUNT)))).tables
    assert [[cell.text for cell in row] for row in table.rows] == ACCOUNT


def test_a_page_in_two_columns_is_no_table(tmp_path):
    """A line between the columns that reaches those of the head and the foot."""
    drawn = line(60, 198, 420, 198) + line(60, 299, 420, 299) + line(240, 198, 240, 299)
    said = [["Byrådet drøftede", "planen, som skal"], ["sagen og bad om", "sendes i høring"], ["at få en ny plan", "inden sommeren"]]
    assert flow(read(write(tmp_path / "a.pdf", drawn + printed_rows(said)))).tables == []


NO_TABLES = [
    ("an underlined heading", line(60, 80, 300, 80) + text(60, 60, "Beslutning")),
    ("a box round a text", grid([60, 400], [60, 200]) + text(70, 80, "Godkendt.")),
    ("a box without text", grid(XS, TOPS)),
    ("lines across only", b"".join(line(60, top, 400, top) for top in TOPS) + text(62, 204, "Referat") + text(62, 224, "Godkendt")),
    ("short ticks", b"".join(line(60 + i, 60, 60 + i, 62) for i in range(0, 300, 10))),
]


@pytest.mark.parametrize(("what", "content"), NO_TABLES, ids=[what for what, _ in NO_TABLES])
def test_no_table(tmp_path, what, content):
    assert flow(read(write(tmp_path / "a.pdf", content + text(60, 300, "Byrådet tog sagen til efterretning.")))).tables == []


MERGED = [
    # lines                                           joined
    ([(10, 0, 50), (10.5, 49, 100)], [(10.25, 0, 100)]),
    ([(10, 0, 50), (10, 60, 100)], [(10.0, 0, 50), (10.0, 60, 100)]),
    ([(10, 0, 50), (20, 0, 50)], [(10.0, 0, 50), (20.0, 0, 50)]),
    ([], []),
]


@pytest.mark.parametrize(("lines", "joined"), MERGED)
def test_lines_that_touch_are_one(lines, joined):
    assert merge(lines) == joined


STACKED = [
    # cells of one drawn row, lines under each other                    the rows that are printed there
    ((["Skole", "Ældre"], ["1.200", "40"], ["1.300", "50"]), [["Skole", "1.200", "1.300"], ["Ældre", "40", "50"]]),
    ((["Skole", "Ældre"], ["1.200", "40"], ["", "50"]), [["Skole", "1.200", ""], ["Ældre", "40", "50"]]),
    ((["Skole og", "fritid"], ["1.200"], ["1.300"]), [["Skole og fritid", "1.200", "1.300"]]),
    (
        (["Post", "Skole", "Vej"], ["Nu", "1,2", "4"], ["Før", "1,3", "5"]),
        [["Post", "Nu", "Før"], ["Skole", "1,2", "1,3"], ["Vej", "4", "5"]],
    ),
    ((["Sal", "1. sal", "2. sal"], ["Mål", "12", "14"], ["", "", "Vest"]), [["Sal 1. sal 2. sal", "Mål 12 14", "Vest"]]),
    ((["Skole", "Ældre"], ["ja", "nej"], ["nej", "ja"]), [["Skole Ældre", "ja nej", "nej ja"]]),
]


@pytest.mark.parametrize(("cells", "expected"), STACKED)
def test_rows_that_no_line_parts(tmp_path, cells, expected):
    head = b"".join(text(XS[c] + 3, 204, word, 10) for c, word in enumerate(CELLS[0]))
    stacks = b"".join(text(XS[c] + 3, 224 + 14 * i, word, 10) for c, words in enumerate(cells) for i, word in enumerate(words) if word)
    [table] = flow(read(write(tmp_path / "a.pdf", grid(XS, [200, 220, 260]) + head + stacks))).tables
    assert [[cell.text for cell in row] for row in table.rows[1:]] == expected


def stripes(*, below: str) -> bytes:
    """A shaded head and every second of six rows shaded, with words in all of them and `below` in the first column under the last."""
    shaded = b"".join(grid(XS, [200 + 40 * i, 220 + 40 * i]) for i in range(3))
    rows = [["Drift", "2024", "2025"], *([name, f"{i},5", f"{i},7"] for i, name in enumerate(("Skole", "Vej", "Sport", "Bad"), 1))]
    words = b"".join(text(XS[c] + 3, 204 + 20 * i, word, 10) for i, row in enumerate(rows) for c, word in enumerate(row))
    return shaded + words + below.encode("latin-1")


def last_row(*cells: str) -> str:
    return b"".join(text(XS[c] + 3, 304, word, 10) for c, word in enumerate(cells)).decode("latin-1")


STRIPES = [
    (last_row("I alt", "10,0", "10,8"), ["I alt", "10,0", "10,8"]),
    ("", ["Bad", "4,5", "4,7"]),
    (last_row("En note om det hele, der staar under tabellen"), ["Bad", "4,5", "4,7"]),
]


@pytest.mark.parametrize(("below", "last"), STRIPES)
def test_the_rows_between_stripes_and_below_the_last_are_of_the_table(tmp_path, below, last):
    [table] = flow(read(write(tmp_path / "a.pdf", stripes(below=below)))).tables
    rows = [[cell.text for cell in row] for row in table.rows]
    assert [row[0] for row in rows[:5]] == ["Drift", "Skole", "Vej", "Sport", "Bad"]
    assert rows[-1] == last


MADE = sorted((Path(__file__).parent.parent / "corpus" / "made").glob("*.pdf"))


def drawn_tables(page) -> list[list[list[str]]]:
    """Our tables with two rows or more, as pdfplumber would give them: only the cells with text."""
    out = []
    for table in page.tables:
        rows: list[list[str]] = [[] for _ in range(table.rows)]
        for cell in table.cells:
            rows[cell.row].append(" ".join(" ".join(page.text[a:b] for a, b in cell.spans).split()))
        out.append([row for row in rows if row])
    return [rows for rows in out if len(rows) > 1]


def test_the_tables_of_the_corpus_are_those_of_pdfplumber_but_for_stripes(monkeypatch):
    """pdfplumber gives every stripe of a table as a table of its own."""
    import pdfplumber

    monkeypatch.setattr("extractors.reading.striped.filled", lambda groups, words: groups)
    compared = 0
    for path in MADE:
        with pdfplumber.open(path) as pdf:
            for page, plumbed in zip(read(path).pages, pdf.pages, strict=True):
                found = [[[" ".join(c.split()) for c in row if c] for row in table] for table in plumbed.extract_tables()]
                expected = [[row for row in rows if row] for rows in found if len(rows) > 1 and max(map(len, rows)) > 1]
                assert drawn_tables(page) == expected, f"{path.name} page {page.number}"
                compared += len(expected)
                plumbed.close()
    assert compared > 10


UNITLESS = [
    # rows below the heads, what is said of the numbers without a unit
    ((("Drift", "120", "130"), ("Leje", "40", "50"), ("I alt", "160", "180")), "6 tal uden trykt enhed; summerne er regnet efter"),
    ((("Drift", "120", "130"), ("Leje", "40", "50"), ("I alt", "160", "190")), "6 tal uden trykt enhed; summerne er regnet efter"),
    ((("Drift", "120", "130"), ("Leje", "40", "50")), "4 tal uden trykt enhed"),
]


@pytest.mark.parametrize(("rows", "why"), UNITLESS)
def test_a_table_whose_sums_were_reckoned_is_told_with_its_line_and_not_as_unread(tmp_path, rows, why):
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (("Udgift", "2025", "2026"), *rows))
    page = f"<html><body><h2>3. Budget</h2><p>Udgifterne fremgår af tabellen.</p><table>{cells}</table></body></html>"
    (tmp_path / "a.html").write_text(page, encoding="utf-8")
    document = read_document(tmp_path / "a.html")
    (place,) = document.unread
    assert place.why == why and place.start == document.tables[0].source.start
    report = Report(document, [], [])
    said = "læst usikkert" if "efter" in why else "ulæst"
    assert list(unread(report, "a.html")) == [f"a.html:3: {said}: tabel: {why}"]
    assert coverage(report).unread == (said == "ulæst")
