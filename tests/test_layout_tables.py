"""Tables without lines, in print and in plain text: found where numbers stand in columns, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.document import read_document
from extractors.layout import Flow, flow
from extractors.layout.pieces import piece
from extractors.layout.tabling import header_rows, is_caption
from extractors.reading import PageReading, Reading, read
from minutes.checks import judge
from tests.printed_pdf import grid, paragraph, text, write

AFTER = "Herefter drøftede udvalget de øvrige sager på dagsordenen, som alle blev taget til efterretning."


def typed(lines: str) -> Flow:
    return flow(Reading([PageReading(1, lines + "\n\n" + AFTER + "\n" + AFTER)]))


def rows(laid: Flow) -> list[list[str]]:
    return [[cell.text for cell in row] for table in laid.tables for row in table.rows]


def printed(*lines: tuple[tuple[float, str], ...], top: float = 100, step: float = 16) -> bytes:
    """Lines of words, each with its x; a number is set flush right at its x, as tables have it."""
    return b"".join(
        text(x - (5.5 * len(word) if word[-1].isdigit() else 0), top + i * step, word, 10)
        for i, line in enumerate(lines)
        for x, word in line
    )


TYPED = [
    # a text                                                                                 its rows
    (
        "For området er tallene\n\nKriterium Skovhøj (pr. 1.12.17)\nOver 40% uden arbejde 36,5%\n"
        "Over 50% ikke-vestlige 51,1% (Nord: 53,8%)\n"
        "Dømte 1,9%\n"
        "Indkomst mindre end 55% af\ngennemsnittet\n\n58,9%",
        [
            ["Kriterium", "Skovhøj (pr. 1.12.17)"],
            ["Over 40% uden arbejde", "36,5%"],
            ["Over 50% ikke-vestlige", "51,1% (Nord: 53,8%)"],
            ["Dømte", "1,9%"],
            ["Indkomst mindre end 55% af gennemsnittet", "58,9%"],
        ],
    ),
    (
        "Tabel 1 (1.000 kr.)\nUdvalg 2024 2025\nSkole -1.200 1.300\nÆldre 40 1.050\nI alt -1.160 2.350",
        [["Udvalg", "2024", "2025"], ["Skole", "-1.200", "1.300"], ["Ældre", "40", "1.050"], ["I alt", "-1.160", "2.350"]],
    ),
    (
        "Projekt 2025 2026 I alt\nVeje 24,8 25,3 50,1\nSalg af jord -15,0 -12,5 -27,5",
        [["Projekt", "2025", "2026", "I alt"], ["Veje", "24,8", "25,3", "50,1"], ["Salg af jord", "-15,0", "-12,5", "-27,5"]],
    ),
    (
        "Tabel 2 (1.000 kr.)\nUdvalg Budget 2025 Andel i pct.\nSkole 742.600 41,2\nI alt 1.802.500 100,0",
        [["Udvalg", "Budget 2025", "Andel i pct."], ["Skole", "742.600", "41,2"], ["I alt", "1.802.500", "100,0"]],
    ),
    (
        "Tabel 2. Finansiering (hele kr.)\nKilde 2022\nPulje 4.000.000\nKassen 2.700.000\nI alt 6.700.000",
        [["Kilde", "2022"], ["Pulje", "4.000.000"], ["Kassen", "2.700.000"], ["I alt", "6.700.000"]],
    ),
    (
        "Pladser pr. år\nArt 2015 2016\nDagpleje 1.210 3.315*\nVuggestuer 1.390 1.240\nI alt 2.600 4.555",
        [["Art", "2015", "2016"], ["Dagpleje", "1.210", "3.315*"], ["Vuggestuer", "1.390", "1.240"], ["I alt", "2.600", "4.555"]],
    ),
    (
        "Sådan ser det ud:\nVeje 24,8 25,3\nSalg af jord -15,0 -12,5",
        [["Veje", "24,8", "25,3"], ["Salg af jord", "-15,0", "-12,5"]],
    ),
    (
        "Tallene er sådan\nKriterium 2014 2015 Opfyldt\nUden arbejde 42,6 41,1 ja\nDømte 2,22 2,04 nej\nGrundskole 54,0 55,2 ja",
        [
            ["Kriterium", "2014", "2015", "Opfyldt"],
            ["Uden arbejde", "42,6", "41,1", "ja"],
            ["Dømte", "2,22", "2,04", "nej"],
            ["Grundskole", "54,0", "55,2", "ja"],
        ],
    ),
    (
        "Udgiften er fordelt således:\nHåndværkere kr. 4.980.000,-\nInventar kr. 815.000,-\nI alt kr. 5.795.000,-",
        [["Håndværkere", "kr. 4.980.000,-"], ["Inventar", "kr. 815.000,-"], ["I alt", "kr. 5.795.000,-"]],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), TYPED)
def test_tables_in_plain_text(lines, expected):
    assert rows(typed(lines)) == expected


NOT_TYPED = [
    "Mødedato: 27-08-2025\nMødet slut: Kl. 18.30\nSag nr. 112",
    "Telefon 43 68 68 68\nTelefax 43 68 68 69\nCVR 12 34 56 78",
    "1 Godkendelse af dagsorden 2\n2 Regnskab for 2024 3\n3 Meddelelser 12",
    "- andelen er over 40%\n- andelen af dømte er 2,7%\n- andelen uden skole er 50%",
    "Storgade 12\n2600 Glostrup\nMatrikel 14",
    "Byrådet tog beretningen til efterretning ved mødet i foråret, hvor udgiften var 1.200\n"
    "og indtægten efter det oplyste kun ville blive på i alt omkring det halve, nemlig 600\n"
    "hvilket var noget mindre end året før, da indtægten efter det oplyste var på hele 900",
    "Budget 2024\nBudget 2025\nBudget 2026",
    "1. Job: 2,5\n2. Børn: 3,5\n3. Tryghed",
]


@pytest.mark.parametrize("lines", NOT_TYPED)
def test_no_tables_in_plain_text(lines):
    assert rows(typed(lines)) == []


def laid_out(tmp_path, *lines, **settings) -> Flow:
    return flow(read(write(tmp_path / "a.pdf", printed(*lines, **settings) + text(60, 500, AFTER, 10))))


PRINTED = [
    (
        (
            ((250, "2024"), (330, "2025")),
            ((60, "Indtægter"),),
            ((60, "Skat"), (250, "-900"), (330, "-950")),
            ((60, "Udgifter"),),
            ((60, "Drift"), (250, "700"), (330, "720")),
        ),
        [["", "2024", "2025"], ["Indtægter", "", ""], ["Skat", "-900", "-950"], ["Udgifter", "", ""], ["Drift", "700", "720"]],
    ),
    (
        (((250, "2024"), (330, "2025")), ((60, "Skatter"), (250, "1.200"), (330, "300")), ((60, "Tilskud"), (250, "-40"), (330, "1.060"))),
        [["", "2024", "2025"], ["Skatter", "1.200", "300"], ["Tilskud", "-40", "1.060"]],
    ),
    (
        (
            ((60, "Område"), (230, "Beboere")),
            ((60, "Skovhøj"), (250, "1.240")),
            ((60, "Engen"), (250, "980")),
            ((60, "I alt"), (250, "2.220")),
        ),
        [["Område", "Beboere"], ["Skovhøj", "1.240"], ["Engen", "980"], ["I alt", "2.220"]],
    ),
    (
        (
            ((60, "Andel uden arbejde eller"),),
            ((60, "uddannelse"), (250, "42,1"), (330, "22,7")),
            ((60, "Dømte"), (250, "2,1"), (330, "1,6")),
        ),
        [["Andel uden arbejde eller uddannelse", "42,1", "22,7"], ["Dømte", "2,1", "1,6"]],
    ),
    (
        (((250, "2024"), (330, "2025")), ((60, "Drift"), (250, "1.200"), (330, "1.300")), ((60, "Anlæg"), (330, "400"))),
        [["", "2024", "2025"], ["Drift", "1.200", "1.300"], ["Anlæg", "", "400"]],
    ),
    (  # a verdict behind the numbers, and its heading over the space beside them
        (
            ((60, "Tallene er:"),),
            ((270, "2024"), (330, "2025")),
            ((385, "Opfyldt"),),
            ((60, "Uden arbejde"), (270, "42,1"), (330, "41,7"), (460, "ja")),
            ((60, "Dømte"), (270, "2,1"), (330, "1,6"), (450, "nej")),
        ),
        [
            ["", "2024", "2025", ""],
            ["", "", "", "Opfyldt"],
            ["Uden arbejde", "42,1", "41,7", "ja"],
            ["Dømte", "2,1", "1,6", "nej"],
        ],
    ),
    (  # a label that touches its number
        (
            ((60, "Udgifter efter licitationen m.m."), (250, "12.640.000")),
            ((60, "Honorar"), (250, "1.390.000")),
            ((60, "I alt"), (250, "14.030.000")),
        ),
        [["Udgifter efter licitationen m.m.", "12.640.000"], ["Honorar", "1.390.000"], ["I alt", "14.030.000"]],
    ),
    (  # a sentence above a table whose heading is the year alone
        (
            ((60, "Gælden steg med 12 mio. kr."),),
            ((60, "Den udviklede sig sådan (mio. kr.):"),),
            ((250, "2024"),),
            ((60, "Gæld"), (250, "402,6")),
            ((60, "Nye lån"), (250, "18,0")),
            ((60, "I alt"), (250, "420,6")),
        ),
        [["", "2024"], ["Gæld", "402,6"], ["Nye lån", "18,0"], ["I alt", "420,6"]],
    ),
]


@pytest.mark.parametrize(("lines", "expected"), PRINTED)
def test_tables_in_print(tmp_path, lines, expected):
    assert rows(laid_out(tmp_path, *lines)) == expected


def test_headings_that_the_text_layer_has_one_by_one_with_the_lines_they_are_wrapped_to(tmp_path):
    """Without them a table of budgets has no unit, and none of its amounts is read."""
    heads = [(200, ("Korrigeret", "budget")), (290, ("Forbrug", "30/9")), (380, ("Forventet", "regnskab"))]
    drawn = text(60, 80, "Tabel 2. Service pr. udvalg (1.000 kr.)", 10) + text(60, 106, "Udvalg", 10)
    drawn += b"".join(text(x, 100 + 12 * i, word, 10) for x, words in heads for i, word in enumerate(words))
    drawn += printed(((60, "Børne- og"),), top=130)
    drawn += printed(((60, "Undervisningsudvalget"), (245, "918.300"), (335, "684.100"), (425, "922.900")), top=142)
    drawn += printed(((60, "I alt"), (245, "918.300"), (335, "684.100"), (425, "922.900")), top=160)
    laid = flow(read(write(tmp_path / "a.pdf", drawn + text(60, 500, AFTER, 10))))
    assert rows(laid) == [
        ["Udvalg", "Korrigeret budget", "Forbrug 30/9", "Forventet regnskab"],
        ["Børne- og Undervisningsudvalget", "918.300", "684.100", "922.900"],
        ["I alt", "918.300", "684.100", "922.900"],
    ]
    assert laid.tables[0].scale == 1000


def test_numbers_beside_the_middle_of_a_label_of_two_lines(tmp_path):
    """A cell that is centred from top to bottom, as word processors make them."""
    drawn = printed(((250, "2024"), (330, "2025")), top=100)
    drawn += text(60, 118, "Boligselskabet", 10) + text(60, 130, "Kystlandet", 10) + printed(((250, "225"), (330, "450")), top=124)
    drawn += printed(((60, "I alt"), (250, "225"), (330, "450")), top=146)
    laid = flow(read(write(tmp_path / "a.pdf", drawn + paragraph(60, 500, [AFTER] * 4, 10))))
    assert rows(laid) == [["", "2024", "2025"], ["Boligselskabet Kystlandet", "225", "450"], ["I alt", "225", "450"]]


def test_numbers_that_nearly_touch_are_parted_where_those_above_them_end(tmp_path):
    """A narrow column leaves hardly a space between two numbers."""
    drawn = printed(((60, "1. Vand"), (218, "4100"), (248.6, "4350")), ((60, "2. Spild"), (218, "5100"), (248.6, "5350")), top=116)
    drawn += text(60, 148, "3. Kloak, regn", 10) + text(190.2, 148, "17600 18900", 10)
    laid = flow(read(write(tmp_path / "a.pdf", drawn + paragraph(60, 500, [AFTER] * 4, 10))))
    assert rows(laid)[2:] == [["3. Kloak, regn", "17600", "18900"]]


def test_labels_that_nearly_touch_left_aligned_numbers_are_parted_where_the_numbers_below_begin(tmp_path):
    """Without its first row a table's total is told to be wrong."""
    told = ("Foreningen for svømning", "120.000"), ("Tennisklubben på Engen", "85.000"), ("Garden", "95.000"), ("I alt", "300.000")
    drawn = b"".join(text(60, 100 + 16 * i, label, 10) + text(175, 100 + 16 * i, number, 10) for i, (label, number) in enumerate(told))
    laid = flow(read(write(tmp_path / "a.pdf", drawn + paragraph(60, 500, [AFTER] * 4, 10))))
    assert [row[1:] for row in rows(laid)] == [["120.000"], ["85.000"], ["95.000"], ["300.000"]]


def test_a_label_that_says_ja_or_a_line_without_words_ends_no_reading(tmp_path):
    """A damaged file holds such things; its other pages are to be read."""
    drawn = printed(((250, "2024"), (330, "2025")), top=100) + text(60, 118, "ja", 10) + text(60, 130, "nej", 10)
    drawn += printed(((250, "225"), (330, "450")), top=124) + printed(((60, "I alt"), (250, "225"), (330, "450")), top=146)
    assert "225" in flow(read(write(tmp_path / "a.pdf", drawn + paragraph(60, 500, [AFTER] * 4, 10)))).text
    page = read(write(tmp_path / "b.pdf", drawn + paragraph(60, 500, [AFTER] * 4, 10))).pages[0]
    assert flow(Reading([replace(page, words=[])])).text


def test_headings_over_wide_columns_stand_each_over_its_own(tmp_path):
    """Left-aligned headings, right-aligned numbers: what is nearest is the number of the column before."""
    heads = [(60, ("Afdeling",)), (150, ("Boliger",)), (200, ("Anvisning", "(pct.)")), (320, ("Fleksibel", "(pct.)"))]
    drawn = b"".join(text(x, 100 + 12 * i, word, 10) for x, words in heads for i, word in enumerate(words))
    numbers = ((60, "Engen"), (185, "184"), (310, "25"), (430, "50")), ((60, "Solen"), (185, "148"), (310, "10"), (430, "60"))
    drawn += printed(*numbers, top=128)
    laid = flow(read(write(tmp_path / "a.pdf", drawn + text(60, 500, AFTER, 10))))
    assert rows(laid)[0] == ["Afdeling", "Boliger", "Anvisning (pct.)", "Fleksibel (pct.)"]


def test_years_are_the_labels_of_their_rows(tmp_path):
    head = (60, "År"), (200, "Børn"), (320, "Pris (kr.)")
    lines = [((82, str(year)), (230, f"6{year % 7},2"), (360, f"8{year % 9}2.000")) for year in range(2018, 2023)]
    laid = flow(read(write(tmp_path / "a.pdf", printed(head, *lines))))
    assert [row[0] for row in rows(laid)] == ["År", "2018", "2019", "2020", "2021", "2022"]


@pytest.mark.parametrize("gap", [16, 34])
def test_a_table_with_a_caption_of_its_own_is_another_than_that_on_the_page_before(tmp_path, gap):
    head = (250, "2024"), (330, "2025")
    body = ((60, "Veje"), (250, "200"), (330, "300")), ((60, "Stier"), (250, "25"), (330, "45"))
    first = text(60, 700, "Tabel 1. Resultat (mio. kr.)", 10) + printed(head, *body, top=700 + gap)
    again = text(60, 60, "Tabel 2. Besparelser (1.000 kr.)", 10) + printed(head, *body, top=60 + gap)
    laid = flow(read(write(tmp_path / "a.pdf", text(60, 100, AFTER, 10) + first, again + text(60, 200, AFTER, 10))))
    assert [table.scale for table in laid.tables] == [1_000_000, 1000]


def test_justified_lines_that_begin_and_end_with_numbers_are_text(tmp_path):
    words = ["2005, det vil sige med 28 børn eller ca. 21 pct. Hallen koster",
             "6,9 mill. kr. om året. Ved at flytte 7. hold spares netto 0,4"]
    drawn_apart = b"7 Tw " + paragraph(60, 100, words, 10) + b"0 Tw "
    laid = flow(read(write(tmp_path / "a.pdf", drawn_apart + text(60, 200, AFTER))))
    assert not rows(laid)
    assert "om året. Ved at flytte 7. hold" in laid.text


def test_the_last_row_of_a_table_alone_on_the_next_page(tmp_path):
    """The total that does not fit on the page belongs to the table, with its unit."""
    table = text(60, 700, "Udgifter (1.000 kr.)", 10)
    body = ((60, "Veje"), (250, "200"), (330, "300")), ((60, "Stier"), (250, "25"), (330, "45"))
    table += printed(((250, "2024"), (330, "2025")), *body, top=716)
    after = printed(((60, "I alt"), (250, "225"), (330, "345")), top=60) + text(60, 100, AFTER, 10)
    laid = flow(read(write(tmp_path / "a.pdf", text(60, 100, AFTER, 10) + table, after)))
    assert rows(laid)[-1] == ["I alt", "225", "345"] and len(laid.tables) == 1


WRAPPED = [(200, ("Korrigeret", "budget")), (290, ("Forbrug", "30/9")), (380, ("Forventet", "regnskab"))]
BODY = [
    ((60, "Veje"), (245, "18.300"), (335, "14.100"), (425, "19.900")),
    ((60, "Stier"), (245, "2.500"), (335, "1.200"), (425, "2.400")),
    ((60, "I alt"), (245, "20.800"), (335, "15.300"), (425, "22.300")),
]


def wrapped_heads(top):
    drawn = text(60, top + 6, "Udvalg", 10)
    return drawn + b"".join(text(x, top + 12 * i, word, 10) for x, words in WRAPPED for i, word in enumerate(words))


@pytest.mark.parametrize("first", [1, 2])
def test_a_row_that_a_page_break_leaves_alone_with_its_wrapped_headings_is_of_the_table(tmp_path, first):
    """A total is held against the row that ends the page before, or begins the next, with the headings once more above it."""
    before = text(60, 100, AFTER, 10) + text(60, 690, "Tabel 2. Service pr. udvalg (1.000 kr.)", 10) + wrapped_heads(710)
    before += printed(*BODY[:first], top=740)
    after = wrapped_heads(50) + printed(*BODY[first:], top=80) + text(60, 300, AFTER, 10)
    laid = flow(read(write(tmp_path / "a.pdf", before, after)))
    assert [row[1:] for row in rows(laid)[1:]] == [[cell for _, cell in row[1:]] for row in BODY] and len(laid.tables) == 1


def test_a_table_goes_on_over_what_stands_beside_the_page(tmp_path):
    """An address beside the first page comes between the two parts in the text; the second has its heading again, and its unit."""
    head = ((60, "Udvalg"), (250, "2024"), (330, "2025"))
    first = text(60, 100, AFTER, 10) + text(60, 700, "Udgifter, 1.000 kr.", 10)
    first += printed(head, ((60, "Skoler"), (250, "200"), (330, "300")), ((60, "Veje"), (250, "25"), (330, "45")), top=716)
    first += text(480, 60, "Nordby Kommune", 8)
    rest = printed(head, ((60, "Havne"), (250, "75"), (330, "15")), ((60, "I alt"), (250, "300"), (330, "360")), top=60)
    path = write(tmp_path / "a.pdf", first, rest + text(60, 200, AFTER, 10))
    assert [table.scale for table in flow(read(path)).tables] == [1000, 1000]
    assert not [f for f in judge([read_document(path)])[0].findings if f.severity != "note"]


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("Andel dømte blandt beboere på 18 år og derover, pct.", True),
        ("Uden arbejde (procent)", True),
        ("Det er en stigning på 12 pct.", False),
    ],
)
def test_the_unit_behind_what_a_table_measures_is_its_caption(caption, unit):
    assert is_caption(caption) is unit


NOT_PRINTED = [
    ("contents", (((60, "1. Dagsorden"), (500, "2")), ((60, "2. Regnskab"), (500, "3")), ((60, "3. Eventuelt"), (500, "9")))),
    (
        "dotted contents",
        (((60, "Indledning ............"), (500, "2")), ((60, "Mål ............"), (500, "3")), ((60, "Midler ........"), (500, "9"))),
    ),
    ("labels", (((60, "Dato"), (150, "3. maj 2024")), ((60, "Sted"), (150, "Byrådssalen")), ((60, "Kl."), (150, "16.30-18.00")))),
    (
        "sentences that end in numbers",
        (((60, "Udgifter efter licitationen m.m."), (250, "12.640.000")), ((60, "Udvalget har ikke nævnt lån på"), (253, "11.640.000"))),
    ),
    ("answers without numbers", (((60, "Er der hal?"), (250, "ja"), (330, "nej")), ((60, "Er der bane?"), (250, "nej"), (330, "ja")))),
    ("one row", (((60, "I alt"), (250, "1.200")),)),
    ("numbers out of line", (((60, "Skole"), (250, "1.200")), ((60, "Ældre"), (310, "400")), ((60, "Vej"), (390, "70")))),
]


@pytest.mark.parametrize(("what", "lines"), NOT_PRINTED, ids=[what for what, _ in NOT_PRINTED])
def test_no_tables_in_print(tmp_path, what, lines):
    assert rows(laid_out(tmp_path, *lines)) == []


def test_a_row_is_a_block_with_tabs_and_its_table_has_caption_and_scale():
    laid = typed("Tabel 1. Drift (1.000 kr.)\nUdvalg 2024 2025\nSkole 1.200 1.300\nÆldre 40 1.050")
    row = next(b for b in laid.blocks if b.kind == "row" and b.row == 1)
    assert laid.text[row.start : row.end] == "Skole\t1.200\t1.300"
    [table] = laid.tables
    assert (table.caption, table.scale, table.header_rows) == ("Tabel 1. Drift (1.000 kr.)", 1000, 1)
    cell = table.rows[2][1]
    assert laid.text[cell.source.at : cell.source.at + 2] == "40" == cell.source.quote


BIDS = [
    (("Kappel: kr. 1.184.000", "Kloak: kr. 1.252.800", "Bogø: kr. 1.306.500"), 0),
    (("Nordskolen: 12.000 m2", "Sydskolen: 9.400 m2", "Hallen: 1.800 m2"), 0),
    (("Skole: Regnskab", "Nord: 1.252.800", "Syd: 1.306.500"), 1),
    (("Skole: 2024", "Nord: 1.252.800", "Syd: 1.306.500"), 1),
]


@pytest.mark.parametrize(("rows", "heads"), BIDS, ids=[rows[0] for rows, _ in BIDS])
def test_a_row_of_figures_with_their_unit_is_no_heading(rows, heads):
    assert header_rows([row.split(": ") for row in rows]) == heads


SCALES = [("Tabel 2 (mio. kr.)", 1_000_000), ("Tabel 3 i hele kr.", 1), ("Tabel 4 (t.kr.)", 1000), ("Tabel 5. Antal elever", None),
          ("Sagsnr.: 18/771 Sagsbehandler: MKR", None), ("Initialer: KR", None), ("Beløb i mkr.:", 1_000_000),
          ("Tabel 6 (mia. kr.)", 10**9), ("Tabel 7 (mrd. kr.)", 10**9)]


@pytest.mark.parametrize(("caption", "scale"), SCALES)
def test_the_scale_of_a_table(caption, scale):
    assert typed(f"{caption}\nUdvalg 2024 2025\nSkole 1.200 1.300\nÆldre 40 1.050").tables[0].scale == scale


def test_a_corner_that_says_percent_counts_before_the_caption():
    assert typed("Tabel 1 (mio. kr.)\nPct. 2024 2025\nSkole 41,2 41,3\nÆldre 4,0 1,5").tables[0].scale is None


XS, TOPS = [60, 200, 300], [700, 720, 740, 760]


def ruled(top: float, cells: list[list[str]]) -> bytes:
    tops = [top + 20 * i for i in range(len(cells) + 1)]
    words = b"".join(text(XS[c] + 3, tops[r] + 4, word, 10) for r, row in enumerate(cells) for c, word in enumerate(row))
    return grid([60, 200, 300], tops) + words


@pytest.mark.parametrize("header_again", [True, False])
def test_a_table_over_a_page_break_is_one(tmp_path, header_again):
    header = [["Takst", "Kr."]]
    first = (
        text(60, 60, "Taksterne er:", 10)
        + ruled(700, header + [["Dagpleje", "3.010"], ["Vuggestue", "3.420"]])
        + text(280, 810, "Side 1", 9)
    )
    second = ruled(60, (header if header_again else []) + [["Børnehave", "1.985"]]) + text(280, 810, "Side 2", 9)
    [table] = flow(read(write(tmp_path / "a.pdf", first, second))).tables
    assert [[cell.text for cell in row] for row in table.rows] == header + [
        ["Dagpleje", "3.010"],
        ["Vuggestue", "3.420"],
        ["Børnehave", "1.985"],
    ]
    assert table.rows[3][1].source.page == 2


def test_a_boxed_heading_that_comes_again_over_rows_without_lines_is_no_table_of_its_own(tmp_path):
    """The total on the next page belongs to the rows before it, or nobody is told that it is not their sum."""
    header, xs = [["Takst", "Stk.", "Kr."]], [60, 200, 300, 400]

    def boxed(top: float) -> bytes:
        words = b"".join(text(xs[c] + 3, top + 4, word, 10) for c, word in enumerate(header[0]))
        return grid(xs, [top, top + 18]) + words

    first = text(60, 60, AFTER, 10) + boxed(700)
    first += printed(((63, "Dagpleje"), (290, "310"), (390, "3.010")), ((63, "Vuggestue"), (290, "42"), (390, "3.420")), top=724)
    second = boxed(60) + printed(((63, "I alt"), (290, "352"), (390, "6.340")), top=84) + text(60, 140, AFTER, 10)
    path = write(tmp_path / "a.pdf", first, second)
    [table] = flow(read(path)).tables
    assert [[cell.text for cell in row] for row in table.rows][-1] == ["I alt", "352", "6.340"]
    assert [(f.stated, f.computed) for f in judge([read_document(path)])[0].findings if f.severity != "note"] == [("6340", "6430")]


def test_two_tables_with_text_between_are_two(tmp_path):
    cells = [["Takst", "Kr."], ["Dagpleje", "3.010"]]
    laid = flow(read(write(tmp_path / "a.pdf", ruled(100, cells) + text(60, 200, AFTER, 10) + ruled(300, cells))))
    assert len(laid.tables) == 2


def test_a_box_with_a_long_text_is_no_table(tmp_path):
    words = (
        b"".join(text(203, 104 + 12 * i, AFTER[:18], 8) for i in range(28))
        + text(63, 104, "Resumé", 8)
        + text(63, 504, "Dato", 8)
        + text(203, 504, "3. maj", 8)
    )
    laid = flow(read(write(tmp_path / "a.pdf", grid([60, 200, 300], [100, 500, 520]) + words)))
    assert laid.tables == [] and laid.text.count(AFTER[:10]) == 28


CELLS = "Børn\n412,3\n415,0\nÆldre\n388,6\n396,1\nI alt\n800,9\n811,1"
ROWS = [["Børn", "412,3", "415,0"], ["Ældre", "388,6", "396,1"], ["I alt", "800,9", "811,1"]]
CELL_BY_CELL = [
    # the lines above the cells                         the row of headings (None: no table, and it is said)
    ("Tallene er, i mio. kr.:\nUdvalg\nBudget\nRegnskab", ["Udvalg", "Budget", "Regnskab"]),
    ("Tallene er, i mio. kr.:\n2021\n2022", ["", "2021", "2022"]),
    ("Udvalg\n2021\n2022", ["Udvalg", "2021", "2022"]),
    ("Tallene er, i mio. kr.:", None),
    ("Der er set på tallene for de to udvalg.\nBudget", None),
]


@pytest.mark.parametrize(("above", "header"), CELL_BY_CELL)
def test_a_table_with_one_cell_a_line(above, header):
    laid = typed(f"Sagen drejer sig om økonomien.\n\n{above}\n{CELLS}")
    assert rows(laid) == ([header, *ROWS] if header else [])
    assert [(u.what, "uden overskrifter" in u.why) for u in laid.unread] == ([] if header else [("tabel", True)])


NO_CELLS = [
    "Udvalg\nBudget\nRegnskab\nBørn\n412,3\n415,0\nÆldre\n388,6\n396,1",
    "Punkt\n1\n2\nSide\n3\n4\nBilag\n5\n6",
    "Løn\n412,3\nLeje\n388,6\nI alt\n800,9",
    "Børn\n412,3\n415,0\nÆldre\n388,6\nTeknik\n10,0\n11,0\n12,0",
]


@pytest.mark.parametrize("lines", NO_CELLS)
def test_lines_that_are_no_cells_of_a_table(lines):
    laid = typed(lines)
    assert rows(laid) == [] and laid.unread == []


VALUES = [
    *("412,3", "-12", "(12)", "1.250,-", "4,5 %", "12 pct.", "12.500 kr.", "12 kr", "4,5 mio.", "3 mio. kr.", "3 år", "85 m2", "7 ‰", "–"),
    *("12,5 (11,9)", "ja", "Nej", "Ikke opfyldt"),
]
NO_VALUES = ["12 elever.", "den 3.", "nr.", "om et år", "efter", "12 mdr.", "tilfredshed", "kommunen.", "jo"]


@pytest.mark.parametrize("written", [*VALUES, *NO_VALUES])
def test_what_a_cell_of_numbers_holds(written):
    box = (0.0, 0.0, 50.0, 10.0)
    assert piece(written, 0, len(written), box, box).value is (written in VALUES)
