"""Running text: what is joined, what stands apart, what is left out, and that every character keeps its place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.layout import Flow, flow
from extractors.layout.joining import Vocabulary, despace, join
from extractors.layout.marks import mark
from extractors.reading import Line, PageReading, Reading, Word, read
from tests.printed_pdf import paragraph, text, write

FILL = "Forvaltningen har undersøgt sagen sammen med de berørte parter i kommunen,"


def typed(*pages: str) -> Flow:
    """The flow of a text file with these pages."""
    return flow(Reading([PageReading(i, page, lines=[Line(0, len(page))]) for i, page in enumerate(pages, start=1)]))


def blocks(laid: Flow) -> list[str]:
    return [laid.text[b.start : b.end] for b in laid.blocks]


def kinds(laid: Flow) -> list[tuple[str, str | None]]:
    return [(b.kind, b.number) for b in laid.blocks]


JOINED = [
    # first line                      second line           together
    ("Byrådet drøftede lands-", "gennemsnittet.", "Byrådet drøftede landsgennemsnittet."),
    ("Sagen går til Teknik-", "og Miljøudvalget.", "Sagen går til Teknik- og Miljøudvalget."),
    ("Det gælder ikke-", "vestlige lande.", "Det gælder ikke-vestlige lande."),
    ("Der søges om TV-", "overvågning.", "Der søges om TV-overvågning."),
    ("Grunden ejes af Friis-", "Madsen.", "Grunden ejes af Friis-Madsen."),
    ("Målt blandt de 18-64-", "årige.", "Målt blandt de 18-64-årige."),
    ("(sagsnr. 2011-", "40035)", "(sagsnr. 2011-40035)"),
    ("Beløbet er i 2024-p/", "l og netto.", "Beløbet er i 2024-p/l og netto."),
    ("Se https://fjordby.invalid/dagsorden-", "og-referat/12.", "Se https://fjordby.invalid/dagsorden-og-referat/12."),
    ("Udvalget mødes igen –", "efter ferien.", "Udvalget mødes igen – efter ferien."),
    ("Prisen er kr. 500,-", "pr. plads.", "Prisen er kr. 500,- pr. plads."),
]


@pytest.mark.parametrize(("a", "b", "together"), JOINED)
def test_two_lines_become_one_text(a, b, together):
    drop, between = join(a, b, Vocabulary([]))
    assert a[: len(a) - drop] + between + b == together


def test_words_elsewhere_in_the_document_decide_a_hyphen():
    assert join("en e-mail-", "adresse", Vocabulary(["skriv til en mail-adresse"])) == (0, "")
    assert join("en mail-", "adresse", Vocabulary(["skriv til en mailadresse"])) == (1, "")


APART = [
    # what                      lines                                                             how many blocks
    ("labels", "Mødedato: Onsdag den 3. maj\nMødested: Byrådssalen\nDeltagere: Alle", 3),
    ("names", "Asger Tvilling (A)\nLisbet Kjær (F)\nRie Holm (V)", 3),
    ("bullets", f"{FILL}\nog mener:\n- at alt er godt\n- at intet mangler", 3),
    ("entries without a dot", "1 Forslag til ny hal med bilag\n2 Høringssvar fra rådene", 2),
    ("numbers", f"{FILL} at\n1. planen godkendes\n2. pengene gives", 3),
    ("lettered points", f"{FILL}\nfor skolen i Ny Nordby\n(A) Planen godkendes\n(B) Pengene gives", 3),
    ("a heading", f"Økonomi\n\n{FILL} og der\ner penge nok.", 2),
    ("paragraphs", f"{FILL}\nsom det ses.\n\n{FILL}\nigen.", 2),
    (
        "capitals",
        f"{FILL}\nsom er på Kirkemarken og ved havnen, i alt på et areal af to tønder land\nINDSTILLING\nØkonomiudvalget indstiller planen",
        3,
    ),
    ("a label", f"{FILL}\nsom er på Kirkemarken og ved havnen, i alt på et areal af to tønder land\nSagsfremstilling:\nPlanen er ny", 3),
    ("at-points without commas", f"{FILL}\nog indstiller,\nat planen godkendes\nat pengene gives\nat sagen sendes til byrådet", 4),
    ("at-points", "Udvalget indstiller,\n\nat planen godkendes,\n\nat pengene gives.", 3),
]


@pytest.mark.parametrize(("what", "lines", "count"), APART, ids=[what for what, _, _ in APART])
def test_what_stands_apart(what, lines, count):
    found = blocks(typed(f"{lines}\n\n{FILL}\n{FILL}\nog sådan er det."))
    assert len(found) - 1 == count, found


TOGETHER = [
    "Den handler om skolen,\nsom er vokset,\nog om vejene.",
    f"{FILL}\nogså dem, der bor ved havnen.",
    f"{FILL} jf. bilag\n3. Det var alt.",
    f"{FILL} den\n1. januar 2024.",
    f"{FILL} og det koster\n24 mio. kr.",
    f"{FILL} og skiltning (16,0 mio. kr.)\nog kloak (3,0 mio. kr.).",
    f"{FILL} Ida Holm\n(V) og Bo Ravn (A) stemte imod.",
    f"{FILL} imod stemte Ida Holm\n(SF), Bo Ravn (A) og Ib Lund (V).",
    f"{FILL} idet Bo Ravn\n(A) bemærkede, at det var alt.",
    f"{FILL} senest den\n22. juni.",
    f"{FILL}\n\nsom nævnt\n\nfør ferien i byrådet og i udvalget, hvor den blev drøftet grundigt og",
]


@pytest.mark.parametrize("lines", TOGETHER)
def test_what_stays_together(lines):
    assert len(blocks(typed(lines))) == 1


def test_double_spacing_is_no_paragraph():
    lines = [FILL, FILL, "som det ses.", FILL, FILL, "Slut."]
    assert len(blocks(typed("\n\n".join(lines[:3])))) == 1


def test_a_text_file_with_a_paragraph_in_a_line_has_empty_lines_between_paragraphs():
    long = "Kommunen anlægger en sti langs fjorden, så børnene kan cykle til skole. " * 4
    assert len(blocks(typed(f"{long}\n\n{long}\n\nDirektionen indstiller,\n\nat stien anlægges."))) == 4


MARKS = [
    ("1. Godkendelse", "1"),
    ("12) at", "12"),
    ("a) andelen", "a"),
    ("1.2. Mål", "1.2"),
    ("At 1) der", "1"),
    ("Ad 2. Nej", "2"),
    ("3 - Notat", "3"),
    ("Punkt 8: Valg", "8"),
    ("• Børn", None),
    ("- Unge", None),
    ("–andel", None),
    ("-andel", None),
]
NO_MARKS = [
    "1. januar",
    "1. behandling",
    "2. kvartal",
    "1.200 kr.",
    "-3,5 mio. kr.",
    "2024",
    "A. Hansen",
    "3.000",
    "kl. 16",
    "-18",
    "",
    "1.2",
    "(A)",
]


@pytest.mark.parametrize(("line", "number"), MARKS)
def test_list_marks(line, number):
    assert mark(line).number == number


@pytest.mark.parametrize("line", NO_MARKS)
def test_no_list_marks(line):
    assert mark(line) is None


def test_list_numbers_moved_to_line_ends_come_first_again():
    laid = typed(
        "Udvalget vil nå disse mål:\n\nKommunen vil øge andelen af beskæftigede blandt de unge i byen med ti pct. 1.\nfrem til 2030\n"
        "Kommunen vil lukke gabet mellem skolerne i nord og i syd i løbet af de næste 2.\nto år\nForskellene skal udlignes3."
    )
    points = [(b.number, laid.text[b.start : b.end]) for b in laid.blocks if b.kind == "point"]
    assert [number for number, _ in points] == ["1", "2", "3"]
    assert points[2][1] == "3. Forskellene skal udlignes"
    assert points[0][1].endswith("med ti pct. frem til 2030")
    assert laid.source(laid.text.index("Forskellene"), len(laid.text)).quote == "Forskellene skal udlignes"


@pytest.mark.parametrize("end", ["jf. bilag 1.", "se punkt 1.", "i uge 1.", "i klasse 1. Men", "den 1."])
def test_a_sentence_that_ends_in_a_number_keeps_it(end):
    assert "1." in blocks(typed(f"{FILL} {end}\nderefter går sagen videre."))[0]


@pytest.mark.parametrize("end", ["listen pr. 1.\njanuar 2022 gælder", "sagen til 1.\nbehandling", "stuen og 1.\nsal"])
def test_a_number_whose_word_stands_on_the_next_line_is_no_list_number(end):
    laid = typed(f"{FILL} {end} det samme.")
    assert " ".join(end.split()) in blocks(laid)[0] and [b.kind for b in laid.blocks] == ["paragraph"]


SPACED = [
    ("B E S L U T N I N G", "BESLUTNING"),
    ("Kr a g e l e v Ko m m u n e", "Kragelev Kommune"),
    ("Nr 2 3 4 5", "Nr 2 3 4 5"),
    ("R e f e r a t", "Referat"),
    ("til K o m m u n e n i dag", "til Kommunen i dag"),
    ("T e k n i s k U d v a l g", "Teknisk Udvalg"),
    ("B ø r n e - o g U n g e u d v a l g e t", "Børne-og Ungeudvalget"),
    ("kr. 2 0 0.0 0 0", "kr. 200.000"),
    ("kr. 2.6 0 0.0 0 0", "kr. 2.600.000"),
]
NOT_SPACED = [
    "A B C F O V",
    "A a B b C c",
    "V - A - C - O",
    "a - b - c - d",
    "1 450 000 kr.",
    "a b c",
    "1 2 3 4 5",
    "for A, B og C",
    "5 6 7 8 9 10",
    "Godkendt med 4 stemmer",
    "1.200 1.300",
]


def despaced(words: str) -> str:
    gone = {i for a, b in despace(words) for i in range(a, b)}
    return "".join(c for i, c in enumerate(words) if i not in gone)


@pytest.mark.parametrize(("written", "meant"), SPACED)
def test_letter_spaced_text(written, meant):
    assert despaced(written) == meant


@pytest.mark.parametrize("written", NOT_SPACED)
def test_not_letter_spaced(written):
    assert despaced(written) == written


def test_the_wider_spaces_of_a_letter_spaced_line_part_its_words():
    written, ends, at = "N O R D B Y B Y R Å D", [], 0.0
    for _ in written.split():
        at += 9 if len(ends) == 6 else 3
        ends.append(at := at + 8)
    words = [Word(2 * n, 2 * n + 1, (end - 8, 0.0, end, 12.0)) for n, end in enumerate(ends)]
    laid = flow(Reading([PageReading(1, written, lines=[Line(0, len(written))], words=words)]))
    assert laid.text.strip() == "NORDBY BYRÅD"


def test_odd_characters_are_plain_in_the_running_text_only():
    laid = typed("Der er 1\u00a0450\u202f000 kr. til de ﬁre af\u00adde\u00adlinger.")
    assert laid.text == "Der er 1 450 000 kr. til de fire afdelinger."
    at = laid.text.index("afdelinger")
    assert laid.source(at, at + 10).quote == "af\u00adde\u00adlinger"
    assert laid.source(laid.text.index("fire"), laid.text.index("fire") + 4).quote == "ﬁre"


def page_of(*lines: str, foot: str = "", head: str = "") -> bytes:
    edges = (text(60, 30, head, 9) if head else b"") + (text(60, 810, foot, 9) if foot else b"")
    return edges + paragraph(60, 80, list(lines))


FURNITURE = [
    ("Fjordby Byråd 22-06-2022", "Side {n} af 3"),
    ("", "- {n} -"),
    ("Fjordby Kommune", "{n}/3"),
    ("", "Råd for Bolig oktober 2019 {n}"),
    ("Årsberetning {n}", ""),
]


@pytest.mark.parametrize(("head", "foot"), FURNITURE)
def test_running_heads_and_feet_are_no_text(tmp_path, head, foot):
    pages = [page_of(f"Sag {n * 7} om skolen.", "Godkendt.", head=head.format(n=n), foot=foot.format(n=n)) for n in (1, 2, 3)]
    laid = flow(read(write(tmp_path / "a.pdf", *pages)))
    expected = [edge.format(n=n) for n in (1, 2, 3) for edge in (head, foot) if edge]
    assert sorted(source.quote for source in laid.furniture) == sorted(expected)
    assert "Sag 14 om skolen." in laid.text


LOST_PAGES = [
    "Side {n} af 3",
    "- {n} -",
    "{n}/3",
    "Økonomiudvalget den 3. maj 2022 Side {n}",
    "Fjordby Byråd\nSide {n}",
    "Side {n}\nFjordby Byråd 2022",
]


@pytest.mark.parametrize("edge", LOST_PAGES)
def test_running_heads_in_a_text_that_has_lost_its_pages(edge):
    laid = typed(
        "\n\n".join(f"{FILL} i afsnit {n * 5}\nog videre til skolen og\n\n{edge.format(n=n)}\n\n\nvejen ved havnen." for n in (1, 2, 3))
    )
    assert "skolen og vejen ved havnen." in laid.text
    assert len(laid.furniture) == 3 * (1 + edge.count("\n"))


KEPT = ["Skoleår 2018/19\n\nSkoleår 2019/20", "Sag 1\n\nSag 2", "Punkt 1/22\n\nPunkt 5/22", "Side 3"]


@pytest.mark.parametrize("lines", KEPT)
def test_numbered_lines_that_count_no_pages_are_text(lines):
    assert typed(f"{FILL}\n\n{lines}\n\n{FILL}").furniture == []


def test_a_heading_that_comes_again_is_text(tmp_path):
    pages = [page_of("Beslutning", f"Sagen blev {word}.", FILL, "Beslutning") for word in ("udsat", "godkendt", "drøftet")]
    laid = flow(read(write(tmp_path / "a.pdf", *pages)))
    assert laid.furniture == [] and laid.text.count("Beslutning") == 6


def test_a_sentence_goes_on_over_a_page_break(tmp_path):
    laid = flow(
        read(write(tmp_path / "a.pdf", page_of(FILL, FILL, foot="Side 1"), page_of("som bor ved havnen.", "Andet.", foot="Side 2")))
    )
    assert blocks(laid)[0].endswith("parter i kommunen, som bor ved havnen.")
    assert laid.source(*(laid.blocks[0].start, laid.blocks[0].end)).page == 1


def test_print_makes_headings(tmp_path):
    content = (
        text(60, 60, "Referat", 18)
        + text(60, 90, "1. Økonomi", bold=True)
        + paragraph(60, 110, [FILL, "og der er penge nok.", "- Et punkt"])
    )
    laid = flow(read(write(tmp_path / "a.pdf", content)))
    assert kinds(laid) == [("heading", None), ("heading", "1"), ("paragraph", None), ("point", None)]


def test_the_last_point_of_a_list_is_no_heading():
    laid = typed(f"Kravene er:\n\n1. Prisen er under 50 kr.\n\n2. Vejen er kort nok\n\n{FILL} og der er penge nok. Der er tid.")
    assert kinds(laid)[1:3] == [("point", "1"), ("point", "2")]


@pytest.mark.parametrize(("gap", "apart"), [(18, True), (14, False)])
def test_a_list_without_full_stops_ends_where_the_lines_stand_apart(tmp_path, gap, apart):
    points = ["a) mange er uden job, og", "b) indkomsten er mindre end 55 procent af gennemsnittet i hele hovedstaden"]
    content = paragraph(60, 60, [FILL, "som er:", *points]) + text(60, 102 + gap, "Fremskridtspartiet stillede forslag i 2014.")
    laid = flow(read(write(tmp_path / "a.pdf", content)))
    assert any(block.startswith("Fremskridtspartiet") for block in blocks(laid)) == apart


def test_a_note_stands_by_itself_and_its_digit_is_no_part_of_the_word(tmp_path):
    content = (
        paragraph(60, 60, [FILL, "og der er refusion"])
        + text(146.6, 73, "1", 6)
        + text(150.2, 74, ", som ventet.")
        + text(60, 300, "Videre.")
    )
    laid = flow(read(write(tmp_path / "a.pdf", content + text(60, 780, "1. Beløbet er skønnet.", 8))))
    assert "refusion, som ventet." in laid.text
    assert kinds(laid)[-1] == ("note", "1")


def test_columns_are_read_one_by_one(tmp_path):
    left, right = (
        ["Byrådet har besluttet at bygge", "en ny hal ved skolen, som er"] * 4,
        ["vokset meget i de senere år og", "har fået flere elever end ventet"] * 4,
    )
    laid = flow(read(write(tmp_path / "a.pdf", paragraph(60, 100, left) + paragraph(320, 100, right))))
    assert "som er vokset meget" in laid.text


@settings(max_examples=150)
@given(st.lists(st.text(alphabet="abæøÅ 1.2,-–•\n\t%()/\u00a0\u00adﬁkr:;", max_size=120), min_size=1, max_size=3))
def test_any_text_keeps_its_places(pages):
    laid = typed(*pages)
    for block in laid.blocks:
        words = laid.text[block.start : block.end]
        assert words and "\n" not in words
        source = laid.source(block.start, block.end)
        assert laid.pages[source.page - 1].text[source.start : source.end] == source.quote
    for table in laid.tables:
        for cell in (cell for row in table.rows for cell in row if cell.source):
            assert laid.pages[cell.source.page - 1].text[cell.source.start : cell.source.end] == cell.source.quote
    letters = sum(c.isalpha() for c in laid.text)
    assert letters >= sum(c.isalpha() and c != "ﬁ" for page in pages for c in page) - sum(
        c.isalpha() for s in laid.furniture for c in s.quote
    )


def test_a_text_file_and_its_pages(tmp_path):
    path = Path(tmp_path / "a.txt")
    path.write_bytes("Referat\r\nÆrø\fSide to".encode("cp1252"))
    assert [page.text for page in read(path).pages] == ["Referat\nÆrø", "Side to"]


@pytest.mark.parametrize("apart", [1.0, 1.5, 2.0])
def test_wide_set_capitals_keep_their_words_and_no_other_spaces(tmp_path, apart):
    """The text layer has spaces inside such words, "BEST ILLINGEN"; a heading with them is not known for what it is."""
    drawn, x = b"", 60.0
    for letter in "BESLUTNING I BESTILLINGEN":
        drawn += text(x, 100, letter, 9)
        x += HELVETICA[letter] * 9 / 1000 + apart
    body = paragraph(60, 200, ["Godkendt af et enigt byråd, som havde sagen for anden gang i år."] * 3)
    assert flow(read(write(tmp_path / "a.pdf", drawn + body))).text.startswith("BESLUTNING I BESTILLINGEN\n")


HELVETICA = {"B": 667, "E": 667, "S": 667, "L": 556, "U": 722, "T": 611, "N": 722, "I": 278, "G": 778, " ": 278}
"""Widths of letters in thousandths of their size."""


def test_small_print_at_the_foot_of_a_page_is_a_note_also_when_its_digit_was_lost(tmp_path):
    content = paragraph(60, 60, [FILL, "1. Giv arbejdet tid.", "2. Brug pengene klogt og"]) + text(60, 780, "1. Beløbet er skønnet.", 8)
    laid = flow(read(write(tmp_path / "a.pdf", content, paragraph(60, 60, ["med omtanke. " + FILL]))))
    assert kinds(laid)[-1] == ("note", "1")
    assert "klogt og med omtanke." in laid.text


def test_a_point_whose_first_line_is_drawn_in_goes_on_at_the_margin(tmp_path):
    long = "uddannelse end grundskolen og ingen tilknytning til arbejdsmarkedet i to år i træk, og"
    content = text(60, 60, FILL + " som det fremgår:") + text(74, 74, "- over 40 pct. af de 18-64-årige har ingen anden " + long[:42])
    content += text(60, 88, long[43:]) + text(74, 102, "- over 50 pct. er tilflyttere.") + text(60, 116, "Der er tid.")
    laid = flow(read(write(tmp_path / "a.pdf", content)))
    assert [kind for kind, _ in kinds(laid)] == ["paragraph", "point", "point", "paragraph"]


ON_THE_WAY = [
    ("Økonomiudvalget, 11. juni 2024, punkt 97: Anbefales, idet grunden først", True),
    ("Teknik- og Miljøudvalget den 8. maj 2024: Anbefales ikke, og sagen", True),
    ("Økonomiudvalget, som har set sagen to gange, anbefaler den, idet grunden", False),
]


@pytest.mark.parametrize(("second", "apart"), ON_THE_WAY)
def test_each_body_on_the_way_of_a_case_has_its_paragraph(tmp_path, second, apart):
    lines = ["Sundhedsudvalget, 4. juni 2024, punkt 41: Anbefales, da der er penge til det.", second, "overtages den 1. maj 2025."]
    laid = flow(read(write(tmp_path / "a.pdf", paragraph(60, 60, lines))))
    assert len(blocks(laid)) == 1 + apart


def test_headings_that_page_breaks_bring_to_the_edge_are_text(tmp_path):
    head = "Økonomi- og Planudvalget, den 18. marts 2015:"
    pages = [page_of(head, f"{word}.", FILL, FILL, foot=f"Side {n}") for n, word in enumerate(("Anbefales", "Udsat", "Drøftet"), 1)]
    laid = flow(read(write(tmp_path / "a.pdf", *pages)))
    assert laid.text.count(head) == 3


def test_the_years_over_a_table_at_the_top_of_each_page_are_text(tmp_path):
    head = "2010 2011 2012 I alt"
    pages = [page_of(head, "Byrum 100 200 300 600", "Stier 50 60 70 180", FILL, foot=f"Side {n}") for n in (1, 2, 3)]
    laid = flow(read(write(tmp_path / "a.pdf", *pages)))
    assert [source.quote for source in laid.furniture] == ["Side 1", "Side 2", "Side 3"]


def test_a_heading_below_the_running_head_of_its_page_is_text_when_it_stands_further_down_too(tmp_path):
    pages = [page_of("Referat", FILL, head=f"Boligudvalget 13. maj 2022, side {n}") + text(60, 300, "Referat") for n in (1, 2)]
    laid = flow(read(write(tmp_path / "a.pdf", *pages)))
    assert laid.text.count("Referat") == 4


MARGINS = [
    # labels, whether in bold print, and whether they are moved
    (("Forslag", "Beslutning", "Beslutning"), False, True),
    (("Forslag", "Beslutning", "Bilag"), False, False),
    (("Møde", "Politikere", "Fravær"), True, True),
    (("Deltagere:", "Mødested:", "Beslutning:"), False, True),
]


@pytest.mark.parametrize(("labels", "bold", "moved"), MARGINS)
def test_labels_in_the_margin_stand_before_the_text_beside_them(tmp_path, labels, bold, moved):
    """Some programs print the margin first: the labels of all items, then their texts."""
    texts = (FILL, "Godkendt.", "Udsat til næste møde.")
    margin = b"".join(text(60, 100 + 60 * i, label, 10, bold) for i, label in enumerate(labels))
    content = margin + text(60, 80, "1. Ny skole", 10) + b"".join(text(160, 100 + 60 * i, words, 10) for i, words in enumerate(texts))
    laid = flow(read(write(tmp_path / "a.pdf", content)))
    assert (laid.text.index("Godkendt.") > laid.text.index(labels[1]) > laid.text.index(FILL)) == moved


@pytest.mark.parametrize(("second", "apart"), [("Ravn (V), Per Toft (F)", False), ("Der er afbud fra Per Toft (F)", True)])
def test_a_list_of_members_wraps_inside_a_name(tmp_path, second, apart):
    """A name and its party may be kept together, which leaves the line above short."""
    long = text(60, 60, "Mødested: Rådhuset i Nordby, den store mødesal på første sal ved siden af kantinen", 10)
    content = long + text(60, 72, "Medlemmer: Ida Holm (A) - borgmester, Jens Dam (C), Bo", 10) + text(60, 84, second, 10)
    laid = flow(read(write(tmp_path / "a.pdf", content)))
    assert ("Bo " + second in laid.text) != apart


def test_a_title_in_the_margin_stands_apart_from_the_text_beside_it(tmp_path):
    beside = ["Dagsordenen blev godkendt, og referatet fra april blev", "godkendt uden bemærkninger fra nogen.",
              "Stien er smal og våd, så den skal", "rettes op, inden vinteren kommer.", "Der var ikke andet, som nogen ville",
              "tale om på mødet i dag."]
    titles = {0: "1. Dagsorden", 2: "2. Ny sti", 4: "3. Eventuelt"}
    content = b"".join(text(180, 60 + 14 * n, words) for n, words in enumerate(beside))
    content += b"".join(text(60, 60 + 14 * n, words) for n, words in titles.items())
    laid = flow(read(write(tmp_path / "a.pdf", content)))
    assert [piece for piece in blocks(laid) if piece[0].isdigit()] == ["1. Dagsorden", "2. Ny sti", "3. Eventuelt"]


def test_a_running_head_may_be_the_title_in_smaller_print(tmp_path):
    head = text(60, 24, "Nordby Kommune – Økonomiudvalget", 8)
    first = text(60, 60, "Nordby Kommune – Økonomiudvalget", 17) + paragraph(60, 120, [FILL] * 12) + head
    laid = flow(read(write(tmp_path / "a.pdf", first, paragraph(60, 60, ["Beslutning", "Ingen."]) + head)))
    assert laid.text.count("Nordby Kommune") == 1 and laid.text.endswith("Ingen.")


def test_the_foot_of_a_single_page_ends_with_its_number(tmp_path):
    content = paragraph(60, 60, [FILL] * 6) + text(60, 150, "Ingen spørgere.") + text(400, 810, "nordby.dk – referat, 1", 8)
    assert flow(read(write(tmp_path / "a.pdf", content))).text.endswith("Ingen spørgere.")


EDGES = [("10/203", False), ("13/1187", False), ("7/2", False), ("2/2", True), ("2 af 2", True), ("Side 2", True)]


@pytest.mark.parametrize(("number", "gone"), EDGES)
def test_the_number_of_a_case_at_the_top_of_a_page_counts_no_pages(tmp_path, number, gone):
    laid = flow(read(write(tmp_path / "a.pdf", page_of(FILL, FILL), page_of(FILL, FILL, head=number))))
    assert (number in laid.text) is not gone
