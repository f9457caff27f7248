"""Word files, web pages and scans: the same running text as in print, and nothing that is not part of the text."""

from __future__ import annotations

import contextlib
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.decisions import recommendations
from extractors.layout import flow
from extractors.limits import Limits
from extractors.reading import CannotRead, PageReading, ocr, read
from extractors.structure import parse
from tests.printed_pdf import paragraph, text, write

SAID = [
    ("heading", "Referat af møde i Fjordby Byråd"),
    ("paragraph", "Mødedato: Onsdag den 22. juni 2022"),
    ("paragraph", "Sted: Byrådssalen"),
    ("heading", "84. Helhedsplan"),
    ("paragraph", "Forvaltningen indstiller,"),
    ("point", "1. at planen godkendes,"),
    ("point", "2. at der gives 3,9 mio. kr."),
    ("row", "Udvalg\t2022\t2023"),
    ("row", "Skole\t1.200\t1.300"),
    ("point", "• Bilag om skolen"),
]


def said(path) -> list[tuple[str, str]]:
    laid = flow(read(path))
    for block in laid.blocks:
        source = laid.source(block.start, block.end)
        assert laid.pages[source.page - 1].text[source.start : source.end] == source.quote
    return [(b.kind, laid.text[b.start : b.end]) for b in laid.blocks]


def word_file(path):
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Sidehoved"
    document.add_heading(SAID[0][1], 0)
    document.add_paragraph("Mødedato: Onsdag den 22. juni 2022\nSted: Byrådssalen")
    document.add_heading(SAID[3][1], 1)
    document.add_paragraph(SAID[4][1])
    for _, point in SAID[5:7]:
        document.add_paragraph(point[3:], style="List Number")
    table = document.add_table(rows=2, cols=3)
    for row, (_, words) in zip(table.rows, SAID[7:9], strict=True):
        for cell, word in zip(row.cells, words.split("\t"), strict=True):
            cell.text = word
    document.add_paragraph("Bilag om skolen", style="List Bullet")
    document.save(path)
    return path


def test_what_word_hides_is_not_read_as_if_it_were_seen_and_that_is_said(tmp_path):
    """Hidden text is not on the paper that goes out; a sum in the page head is, and nobody has verified it."""
    import docx

    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Fortroligt udkast, 3,5 mio. kr."
    document.add_paragraph("Skjult: ").add_run("50 + 50 = 110 kr.").font.hidden = True
    document.save(tmp_path / "a.docx")
    reading = read(tmp_path / "a.docx")
    assert reading.pages[0].text.strip() == "Skjult:"
    assert [u.what for u in reading.unread] == ["skjult tekst", "sidehoved og sidefod"]
    assert read(word_file(tmp_path / "b.docx")).unread == [], "a page head without a sum is no matter"


WEB = """<!doctype html><html><head><title>Fjordby</title><script>var x = "nej"</script></head><body>
<nav>Forside</nav><div class="cookie-banner">Vi bruger cookies</div>
<h1>Referat af møde i Fjordby Byråd</h1><p>Mødedato: Onsdag den
22. juni 2022<br>Sted: Byrådssalen</p><h2>84. Helhedsplan</h2><p>Forvaltningen indstiller,</p>
<ol><li>at planen godkendes,</li><li><p>at der gives 3,9&nbsp;mio. kr.</p></li></ol>
<table><tr><th>Udvalg<th>2022<th>2023<tr><td>Skole<td>1.200<td>1.300</table>
<ul><li>Bilag om skolen</ul><p style="display:none">skjult</p><footer>Kontakt</footer></body></html>"""


def test_a_word_file_reads_as_print_does(tmp_path):
    assert said(word_file(tmp_path / "a.docx")) == SAID


ENCODINGS = ["utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_web_page_reads_as_print_does(tmp_path, encoding):
    (tmp_path / "a.html").write_bytes(WEB.encode(encoding))
    assert said(tmp_path / "a.html") == SAID


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_text_file_reads_in_every_common_encoding(tmp_path, encoding):
    (tmp_path / "a.txt").write_bytes("Byrådet gav 3,9 mio. kr. til Ærøskøbing – på én gang.".encode(encoding))
    reading = read(tmp_path / "a.txt")
    assert reading.pages[0].text == "Byrådet gav 3,9 mio. kr. til Ærøskøbing – på én gang." and not reading.unread


DECLARED = [
    # what the page says, how it is written
    ('<meta charset="iso-8859-15">', "iso-8859-15"),
    ("<meta http-equiv='Content-Type' content='text/html; charset=mac_roman'>", "mac-roman"),
    ("<META CHARSET=ISO-8859-1>", "cp1252"),
    ("<meta charset=utf-8>", "cp1252"),
    ("<meta charset=zlib>", "cp1252"),
    ("<meta charset=nonsense>", "cp1252"),
    ("", "cp1252"),
]


@pytest.mark.parametrize(("head", "encoding"), DECLARED)
def test_a_web_page_may_say_how_it_is_written(tmp_path, head, encoding):
    (tmp_path / "a.html").write_bytes(f"<html><head>{head}</head><body><p>Rådhuset på Ærø, pris 5 €</p></body></html>".encode(encoding))
    assert read(tmp_path / "a.html").pages[0].text == "Rådhuset på Ærø, pris 5 €"


@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_letters_that_are_none_are_no_text_in_silence(tmp_path, name):
    (tmp_path / name).write_bytes(b"<p>" * (name == "a.html") + "R\ufffddet p\ufffd \ufffdr\ufffd ".encode() * 9)
    assert [u.why for u in read(tmp_path / name).unread] == ["teksten er ulæselig; gem filen som UTF-8"]


def test_the_main_part_of_a_web_page_is_enough(tmp_path):
    (tmp_path / "a.htm").write_text(
        f"<body><p>Forside</p><main><p>{'Byrådet drøftede sagen. ' * 20}</p></main><p>Kontakt</p></body>", encoding="utf-8"
    )
    assert "Forside" not in flow(read(tmp_path / "a.htm")).text


LISTS = [
    (
        "<p>Det indstilles,<br>at det sker<br>og straks,<br>at alt er godt</p>",
        ["Det indstilles,", "at det sker og straks,", "at alt er godt"],
    ),
    ('<ol type="a"><li>x<li>y</ol>', ["a. x", "b. y"]),
    ('<ol start="4"><li>x</ol>', ["4. x"]),
    ("<ul><li>x<ul><li>y</ul></ul>", ["• x", "• y"]),
]


@pytest.mark.parametrize(("page", "expected"), LISTS)
def test_lists_on_web_pages(tmp_path, page, expected):
    (tmp_path / "a.html").write_text(page)
    assert [words for _, words in said(tmp_path / "a.html")] == expected


def test_a_table_that_lays_out_a_web_page_is_text(tmp_path):
    (tmp_path / "a.html").write_text(f"<table><tr><td>Menu<td><p>{'Godkendt. ' * 60}</p></table>")
    assert {kind for kind, _ in said(tmp_path / "a.html")} <= {"paragraph", "heading"}


def test_a_word_page_ends_at_its_page_break(tmp_path):
    import docx

    document = docx.Document()
    document.add_paragraph("Første side.")
    document.add_page_break()
    document.add_paragraph("Anden side.")
    document.save(tmp_path / "a.docx")
    assert [page.text for page in read(tmp_path / "a.docx").pages] == ["Første side.", "Anden side."]


def text_of_pages(path, pages):
    path.write_text("\f".join(pages), encoding="utf-8")


def word_of_pages(path, pages):
    import docx

    document = docx.Document()
    for number, page in enumerate(pages):
        if number:
            document.add_page_break()
        document.add_paragraph(page)
    document.save(path)


@pytest.mark.parametrize(("name", "make"), [("a.txt", text_of_pages), ("a.docx", word_of_pages)])
def test_pages_beyond_the_limit_are_unread(tmp_path, name, make):
    make(tmp_path / name, ["første side", "anden side", "tredje side"])
    cut, whole = read(tmp_path / name, limits=Limits(pages=2)), read(tmp_path / name, limits=Limits(pages=3))
    assert [page.text.strip() for page in cut.pages] == ["første side", "anden side"]
    assert [(u.what, u.page) for u in cut.unread] == [("side 3-3", 3)] and "grænsen på 2" in cut.unread[0].why
    assert len(whole.pages) == 3 and not whole.unread


def test_deleted_text_is_gone_and_inserted_text_is_there(tmp_path):
    kept = "<w:p><w:r><w:t>Byrådet </w:t></w:r><w:del><w:r><w:delText>afviste</w:delText></w:r></w:del>"
    body = kept + "<w:ins><w:r><w:t>godkendte</w:t></w:r></w:ins></w:p>"
    with zipfile.ZipFile(tmp_path / "a.docx", "w") as archive:
        ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        archive.writestr("word/document.xml", f"<w:document {ns}><w:body>{body}</w:body></w:document>")
    assert read(tmp_path / "a.docx").pages[0].text == "Byrådet godkendte"


REFUSED = [
    ("a.docx", b"PK\x03\x04 ikke en zip", "beskadiget"),
    ("a.docx", b"\xd0\xcf\x11\xe0gammel", "gamle Word-format"),
    ("a.docx", b"hej", "beskadiget"),
    ("a.html", b"\0\0 \n", "tom"),
]


@pytest.mark.parametrize(("name", "content", "reason"), REFUSED)
def test_what_is_refused(tmp_path, name, content, reason):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(CannotRead, match=reason):
        read(tmp_path / name)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(alphabet="<>/=\"' abtrdhliupon1&;#é\x00", max_size=300))
def test_any_page_reads_without_an_exception(tmp_path, page):
    (tmp_path / "a.html").write_text("x" + page, encoding="utf-8")
    with contextlib.suppress(CannotRead):
        said(tmp_path / "a.html")


SCAN = PageReading(1, "", 595, 842)
WORDS = "\n".join(
    ["level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext", "4\t1\t1\t1\t1\t0\t0\t0\t9\t9\t-1\t"]
    + [
        f"5\t1\t1\t1\t{line}\t{n}\t{100 * n}\t{50 * line}\t90\t{height}\t{sure}\t{word}"
        for line, n, height, sure, word in ((1, 1, 30, 96, "Byrådet"), (1, 2, 34, 90, "godkendte"), (2, 1, 28, 84, "planen."))
    ]
)


def test_tesseracts_words_become_a_page():
    page, sure = ocr.page_of(WORDS, SCAN, scale=2.0)
    assert page.text == "Byrådet godkendte\nplanen."
    assert page.words[1].box == (100.0, 25.0, 145.0, 42.0)
    assert [line.size for line in page.lines] == [15.5, 15.5] and sure == 90


def test_a_scan_is_read_when_tesseract_is_there(tmp_path):
    if ocr.language() != "dan":
        pytest.skip("Tesseract with Danish is not installed")
    pypdfium2 = pytest.importorskip("pypdfium2")
    source = write(
        tmp_path / "a.pdf", text(60, 60, "Referat", 20) + paragraph(60, 120, ["Byrådet godkendte planen for", "havnen på Ærø."], 16, 24)
    )
    picture = pypdfium2.PdfDocument(source)[0].render(scale=2.5).to_pil()
    picture.save(tmp_path / "scan.pdf", resolution=180)
    plain, scanned = read(tmp_path / "scan.pdf"), read(tmp_path / "scan.pdf", limits=Limits(ocr=True))
    assert plain.pages[0].text == "" and "apt-get install" in plain.unread[0].why
    assert "godkendte planen" in scanned.pages[0].text and "tesseract (dan)" in scanned.unread[0].why
    assert "ikke færdig" in read(tmp_path / "scan.pdf", limits=Limits(ocr=True, ocr_seconds_per_page=0)).unread[0].why


def test_a_control_character_after_a_line_break_in_a_cell(tmp_path):
    """Found by damaging files: no XML text may hold what a web page may."""
    page = tmp_path / "side.html"
    page.write_bytes(b"<table><tr><td>Post<br>\x02nr.</td><td>12</td></tr><tr><td>Vej</td><td>4</td></tr></table>")
    assert "nr." in read(page).pages[0].text


def _points(path) -> list[str]:
    """The points of the one recommendation of a file."""
    reading = read(path)
    text = flow(reading)
    (found,) = recommendations(text, parse(text, reading))
    return [point.text.rstrip(",") for point in found.points]


BELOW_A_LIST = [
    # what stands below the last point as a paragraph of its own, the last point
    ("Anlægsbevillingen til cykelstien er på 4.800.000 kr.", "at der gives 4.800.000 kr. til cykelstien"),
    ("(Teknisk Udvalg)", "at der gives 4.800.000 kr. til cykelstien"),
    ("langs den nye vej.", "at der gives 4.800.000 kr. til cykelstien langs den nye vej."),
]


@pytest.mark.parametrize(("below", "last"), BELOW_A_LIST)
@pytest.mark.parametrize("kind", ["docx", "html", "txt"])
def test_a_paragraph_below_a_list_is_no_part_of_its_last_point(tmp_path, kind, below, last):
    import docx

    path, points = tmp_path / f"a.{kind}", ["at projektet godkendes, og", "at der gives 4.800.000 kr. til cykelstien"]
    if kind == "docx":
        document = docx.Document()
        document.add_heading("3. Cykelsti langs Engvej", 2)
        document.add_heading("Indstilling", 3)
        document.add_paragraph("Forvaltningen indstiller til Byrådet,")
        for point in points:
            document.add_paragraph(point, style="List Number")
        document.add_paragraph(below)
        document.save(path)
    elif kind == "html":
        listed = "".join(f"<li>{point}</li>" for point in points)
        head = "<h2>3. Cykelsti langs Engvej</h2><h3>Indstilling</h3><p>Forvaltningen indstiller til Byrådet,</p>"
        path.write_text(f"<html><body>{head}<ol>{listed}</ol><p>{below}</p>", encoding="utf-8")
    else:
        listed = "\n".join(f"{n}. {point}" for n, point in enumerate(points, 1))
        head = "3. Cykelsti langs Engvej\n\nIndstilling\n\nForvaltningen indstiller til Byrådet,"
        path.write_text(f"{head}\n{listed}\n\n{below}\n", encoding="utf-8")
    assert _points(path) == [points[0], last]


def test_a_line_break_inside_a_point_does_not_end_it(tmp_path):
    head = "<h2>3. Cykelsti langs Engvej</h2><h3>Indstilling</h3><p>Forvaltningen indstiller til Byrådet,</p>"
    listed = "<ol><li>at projektet godkendes</li><li>at der gives 4.800.000 kr. til<br>Granby Cykelsti</li></ol>"
    (tmp_path / "a.html").write_text(f"<html><body>{head}{listed}", encoding="utf-8")
    assert _points(tmp_path / "a.html")[-1] == "at der gives 4.800.000 kr. til Granby Cykelsti"
