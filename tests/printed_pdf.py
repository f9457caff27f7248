"""Small PDFs written by hand for tests: text at a place, in a size, plain or bold, and ruling lines."""

from __future__ import annotations

from pathlib import Path

WIDTH, HEIGHT = 595, 842
FONTS = (
    b"<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> /F2 << /Type /Font /Subtype /Type1 "
    b"/BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>"
)


def text(x: float, top: float, words: str, size: float = 11, bold: bool = False) -> bytes:
    """Words whose baseline lies a size below `top`, counted from the top of the page."""
    escaped = words.encode("cp1252", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return b"BT /F%d %g Tf 1 0 0 1 %g %g Tm (" % (2 if bold else 1, size, x, HEIGHT - top - size) + escaped + b") Tj ET\n"


def line(x0: float, top0: float, x1: float, top1: float) -> bytes:
    """A thin ruling line."""
    return b"0.5 w %g %g m %g %g l S\n" % (x0, HEIGHT - top0, x1, HEIGHT - top1)


def grid(xs: list[float], tops: list[float]) -> bytes:
    """The ruling lines of a whole table."""
    down = [line(x, tops[0], x, tops[-1]) for x in xs]
    return b"".join([line(xs[0], top, xs[-1], top) for top in tops] + down)


def paragraph(x: float, top: float, lines: list[str], size: float = 11, step: float = 14, bold: bool = False) -> bytes:
    """Lines under each other."""
    return b"".join(text(x, top + i * step, words, size, bold) for i, words in enumerate(lines))


def pdf_bytes(
    pages: list[bytes], rotate: int = 0, box: tuple[float, float, float, float] = (0, 0, WIDTH, HEIGHT), fonts: bytes = FONTS
) -> bytes:
    """A PDF with one content stream a page."""
    kids = b" ".join(b"%d 0 R" % (4 + 2 * i) for i in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + kids + b"] /Count %d >>" % len(pages),
        b"<< /Font " + fonts + b" >>",
    ]
    for i, content in enumerate(pages):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%g %g %g %g] /Rotate %d /Resources 3 0 R /Contents %d 0 R >>"
            % (*box, rotate, 5 + 2 * i)
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream")
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)


def write(path: Path, *pages: bytes, **settings) -> Path:
    """Write a PDF of these pages and give its path back."""
    path.write_bytes(pdf_bytes(list(pages), **settings))
    return path
