"""What was typed into the fields of a PDF form is read where it stands."""

from __future__ import annotations

import pytest

from extractors.layout import flow
from extractors.reading import read

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /%b /Encoding /WinAnsiEncoding >>"
TICK = b"/Type /XObject /Subtype /Form /BBox [0 0 12 12] /Resources << /Font << /F2 6 0 R >> >>"


def stream(content: bytes, head: bytes = b"") -> bytes:
    return b"<< %b /Length %d >>\nstream\n%b\nendstream" % (head, len(content), content)


def form(fields: list[tuple[str, int]], labels: list[tuple[str, int]], ticked: bool = False) -> bytes:
    """A one-page form: labels at the left, text fields beside them, both with their height on the page; perhaps a ticked box."""
    text = b" ".join(b"BT /F1 12 Tf 50 %d Td (%b) Tj ET" % (y, label.encode("cp1252")) for label, y in labels)
    objects = [
        b"",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"",
        stream(text),
        FONT % b"Helvetica",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /ZapfDingbats >>",
        stream(b"BT /F2 12 Tf 1 1 Td (4) Tj ET", TICK),
    ]
    common = b"<< /Type /Annot /Subtype /Widget /P 3 0 R /F 4 /DA (/F1 12 Tf 0 g) "
    for i, (value, y) in enumerate(fields):
        written = b"/V (%b)" % value.encode("cp1252") if value else b""
        objects.append(common + b"/FT /Tx /T (f%d) %b /Rect [150 %d 350 %d] >>" % (i, written, y - 4, y + 14))
    if ticked:
        objects.append(common + b"/FT /Btn /T (b) /V /Ja /AS /Ja /AP << /N << /Ja 7 0 R >> >> /Rect [150 100 162 112] >>")
    kids = b" ".join(b"%d 0 R" % n for n in range(8, len(objects) + 1))
    objects[0] = b"<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [%b] /DR << /Font << /F1 5 0 R >> >> >> >>" % kids
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> /Annots [%b] >>"
    objects[2] = page % kids
    body = b"".join(b"%d 0 obj\n%b\nendobj\n" % (n, o) for n, o in enumerate(objects, 1))
    return b"%PDF-1.5\n" + body + b"trailer << /Size %d /Root 1 0 R >>\n%%%%EOF" % (len(objects) + 1)


LABELS = [("Ansøgning om tilskud", 780), ("Beløb:", 740), ("Formål:", 710), ("Underskrift:", 680)]
FORMS = [
    # the fields with their heights                           the lines that are read
    ([("125.000 kr.", 740), ("Legeplads", 710)], ["Ansøgning om tilskud", "Beløb: 125.000 kr.", "Formål: Legeplads", "Underskrift:"]),
    ([("Legeplads", 710), ("125.000 kr.", 740)], ["Ansøgning om tilskud", "Beløb: 125.000 kr.", "Formål: Legeplads", "Underskrift:"]),
    ([("", 740), ("Legeplads", 710)], ["Ansøgning om tilskud", "Beløb:", "Formål: Legeplads", "Underskrift:"]),
    ([("Til forvaltningen", 810)], ["Til forvaltningen", "Ansøgning om tilskud", "Beløb:", "Formål:", "Underskrift:"]),
]


@pytest.mark.parametrize(("fields", "lines"), FORMS)
def test_a_field_is_read_beside_its_label(tmp_path, fields, lines):
    path = tmp_path / "x.pdf"
    path.write_bytes(form(fields, LABELS))
    reading = read(path)
    assert reading.pages[0].text.split() == " ".join(lines).split()
    page = reading.pages[0]
    assert all(page.text[w.start : w.end].split() == [page.text[w.start : w.end]] for w in page.words)
    assert [page.text[x.start : x.end] for x in page.lines] == page.text.split("\n")


def test_a_tick_is_a_tick_and_no_figure(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(form([("125.000 kr.", 740)], LABELS, ticked=True))
    said = flow(read(path)).text
    assert "✔" in said and "4" not in said
