"""PDF pages: text with places, fonts, turned pages, damage, passwords, limits."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extractors.document import read_document
from extractors.layout import flow
from extractors.limits import Limits
from extractors.reading import CannotRead, NeedsPassword, quality, read
from minutes import retold
from tests.printed_pdf import grid, paragraph, pdf_bytes, text, write
from tests.program import minutes

PAGE = text(60, 60, "1. Ny hal", 14, bold=True) + paragraph(60, 100, ["Byrådet gav 4,5 mio. kr. til en", "ny hal ved skolen på Ærøvej."])
PICTURE = b"q 500 0 0 700 40 60 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n"
SHIFTED = text(60, 100, "".join(chr(ord(c) + 12) if c.isalpha() else c for c in "bcdfghjklm npqrst vwxz " * 12))


def words(page) -> list[str]:
    return [page.text[w.start : w.end] for w in page.words]


def test_text_lines_and_words_have_their_places(tmp_path):
    page = read(write(tmp_path / "a.pdf", PAGE)).pages[0]
    assert page.text == "1. Ny hal\nByrådet gav 4,5 mio. kr. til en\nny hal ved skolen på Ærøvej."
    assert words(page)[:4] == ["1.", "Ny", "hal", "Byrådet"]
    heading, first, _ = page.lines
    assert (heading.size, heading.bold, first.size, first.bold) == (14.0, True, 11.0, False)
    assert page.words[3].box[0] == pytest.approx(60, abs=1.5) and 95 < page.words[3].box[1] < 105


@pytest.mark.parametrize("turn", [0, 90, 180, 270])
def test_a_turned_page_is_read_upright(tmp_path, turn):
    page = read(write(tmp_path / "a.pdf", PAGE, rotate=turn)).pages[0]
    assert (page.width_pt, page.height_pt) == (595, 842)
    places = {page.text[w.start : w.end]: w.box for w in page.words}
    assert places["1."][:2] == pytest.approx((60, 60), abs=2)
    assert places["Ærøvej."][1] == pytest.approx(114, abs=2)


def test_the_page_box_moves_the_origin(tmp_path):
    page = read(write(tmp_path / "a.pdf", PAGE, box=(-50, -50, 545, 792))).pages[0]
    assert page.words[0].box[:2] == pytest.approx((110, 10), abs=2)


def test_a_raised_digit_refers_to_a_note(tmp_path):
    content = text(60, 100, "refusion", 12) + text(102.8, 98, "1", 7) + text(60, 130, "18.400 m", 12)
    page = read(write(tmp_path / "a.pdf", content)).pages[0]
    assert [page.text[a:b] for a, b in page.raised] == ["1"]


UNREADABLE = [
    # page                       part of the reason
    (b"", "blank"),
    (PICTURE, "skannet"),
    (PICTURE + text(60, 60, "Side 1"), "mest et billede"),
    (b"10 10 100 100 re f\n", "ingen tekst"),
    (SHIFTED, "skrifttyperne"),
]


@pytest.mark.parametrize(("content", "reason"), UNREADABLE)
def test_a_page_that_gives_no_text_says_so(tmp_path, content, reason):
    reading = read(write(tmp_path / "a.pdf", PAGE, content))
    assert [(u.what, u.page) for u in reading.unread] == [("side 2", 2)]
    assert reason in reading.unread[0].why
    assert len(reading.pages) == 2


def test_a_page_that_gives_text_says_nothing(tmp_path):
    assert read(write(tmp_path / "a.pdf", PAGE)).unread == []


GARBAGE = ["\ue001\ue002 \ue003\ue004\ue005\ue006\ue007", "(cid:12)(cid:13)(cid:44) (cid:9)", "bcdfg hjklm npqrs " * 20]
TEXT = [
    "Godkendt.",
    "1.200 1.300 1.400",
    "SUS GmbH 23 222 von Krsk " * 20,
    "Strč prst skrz krk",
    "Økonomiudvalget godkendte sagen og det videre forløb. " * 9,
    "•\uf0b7 a",
]


@pytest.mark.parametrize("written", GARBAGE)
def test_garbage_is_no_text(written):
    assert quality.complaint(written) == retold.GARBAGE


@pytest.mark.parametrize("written", TEXT)
def test_text_is_no_garbage(written):
    assert quality.complaint(written) is None


def refusal(path: Path, **settings) -> str:
    with pytest.raises(CannotRead) as raised:
        read(path, **settings)
    message = str(raised.value)
    assert "\n" not in message and path.name not in message
    return message


def test_what_cannot_be_read_is_one_clear_line(tmp_path):
    assert "findes ikke" in refusal(tmp_path / "nej.pdf")
    (tmp_path / "tom.pdf").write_bytes(b"")
    assert "filen er tom" in refusal(tmp_path / "tom.pdf")
    (tmp_path / "brev.pdf").write_text("Kære byråd")
    assert "beskadiget eller er ikke en PDF" in refusal(tmp_path / "brev.pdf")
    (tmp_path / "x.pages").write_bytes(b"x")
    assert "filtypen .pages" in refusal(tmp_path / "x.pages")
    (tmp_path / "mappe.pdf").mkdir()
    assert "mappe" in refusal(tmp_path / "mappe.pdf")
    assert "ingen sider" in refusal(write(tmp_path / "ingen.pdf"))


def test_limits(tmp_path):
    path = write(tmp_path / "a.pdf", PAGE, PAGE, PAGE)
    reading = read(path, limits=Limits(pages=2))
    assert len(reading.pages) == 2
    assert [(u.what, u.page) for u in reading.unread] == [("side 3-3", 3)]
    cut = read(path, limits=Limits(chars_per_page=20))
    assert len(cut.pages[0].text) <= 20 and "flere tegn" in cut.unread[0].why
    (tmp_path / "stor.pdf").write_bytes(b"%" * 1_100_000)
    assert "grænsen er 1 MB" in refusal(tmp_path / "stor.pdf", limits=Limits(size_mb=1))


def encrypted(content: bytes, password: bytes) -> bytes:
    """A PDF under the oldest standard encryption (RC4, 40 bits), by the rules of the PDF reference, 3.5."""
    from hashlib import md5

    padding = bytes.fromhex("28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A")
    padded = (password + padding)[:32]
    owner = _rc4(md5(padded).digest()[:5], padded)
    identity = b"0123456789abcdef"
    key = md5(padded + owner + (-4 & 0xFFFFFFFF).to_bytes(4, "little") + identity).digest()[:5]
    body = pdf_bytes([content]).replace(content, _rc4(md5(key + (5).to_bytes(3, "little") + b"\0\0").digest()[:10], content))
    rules = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<%s> <%s>]" % (
        owner.hex().encode(),
        _rc4(key, padding).hex().encode(),
        identity.hex().encode(),
        identity.hex().encode(),
    )
    return body.replace(b"/Root 1 0 R >>", b"/Root 1 0 R " + rules + b" >>")


def _rc4(key: bytes, data: bytes) -> bytes:
    box, j, out = list(range(256)), 0, bytearray()
    for i in range(256):
        j = (j + box[i] + key[i % len(key)]) % 256
        box[i], box[j] = box[j], box[i]
    i = j = 0
    for byte in data:
        i = (i + 1) % 256
        j = (j + box[i]) % 256
        box[i], box[j] = box[j], box[i]
        out.append(byte ^ box[(box[i] + box[j]) % 256])
    return bytes(out)


@pytest.mark.parametrize("password", ["hemmelig", "æøå"])
def test_a_password_opens_an_encrypted_file(tmp_path, password):
    path = tmp_path / "a.pdf"
    path.write_bytes(encrypted(text(60, 60, "Lukket punkt"), password.encode("latin-1")))
    with pytest.raises(NeedsPassword, match="--password"):
        read(path)
    with pytest.raises(NeedsPassword, match="passer ikke"):
        read(path, "forkert")
    assert read(path, password).pages[0].text == "Lukket punkt"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("command", ["check", "extract", "ledger", "report", "ingest"])
def test_passwords_come_from_a_file_too(tmp_path, command, encoding):
    (tmp_path / "a.pdf").write_bytes(encrypted(text(60, 60, "Lukket punkt"), b"banan"))
    (tmp_path / "koder").write_text("æble\nbanan\n", encoding=encoding)
    given = ["a.pdf", *(["--format", "csv"] if command == "report" else [])]
    assert minutes(command, *given, "--password", "pære", cwd=tmp_path).returncode == 2
    assert minutes(command, *given, "--password", "pære", "--password-file", "koder", cwd=tmp_path).returncode == 0
    said = minutes(command, *given, "--password-file", "nej", cwd=tmp_path).stderr
    assert said == "nej: adgangskoderne kan ikke læses (findes ikke)\n"


def test_an_encrypted_file_whose_pages_are_hidden_is_not_called_damaged(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(encrypted(b"", b"").replace(b"/Kids [4 0 R]", b"/Kids [      ]").replace(b"/Count 1", b"/Count 0"))
    assert "krypteret" in refusal(path)


WHOLE = pdf_bytes([PAGE + grid([60, 200, 300], [200, 220, 240]), PAGE, b""])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_broken_file_is_refused_or_read_but_never_raises(tmp_path, data):
    broken = bytearray(WHOLE)
    for _ in range(data.draw(st.integers(0, 12))):
        broken[data.draw(st.integers(0, len(broken) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "brudt.pdf"
    path.write_bytes(bytes(broken[: data.draw(st.integers(1, len(broken)))]))
    try:
        reading = read(path)
    except CannotRead:
        return
    for block in flow(reading).blocks:
        assert block.end >= block.start
    silent = [page.number for page in reading.pages if not page.text.strip()]
    assert set(silent) <= {entry.page for entry in reading.unread}


def test_bullets_drawn_last_on_the_page_are_no_part_of_what_is_quoted(tmp_path):
    """A decision's quote would else run from its first word to the last bullet of the page, over the items between."""
    words = [
        "Referat",
        "Byrådet",
        "Mødedato: 4. maj 2022",
        "1. Skolerne",
        "Beslutning",
        "Godkendt.",
        "2. Hallen",
        "Beslutning",
        "Udsat.",
        "Bilag",
    ]
    page = b"".join(text(90, 60 + 30 * i, line, bold=line in ("1. Skolerne", "2. Hallen", "Beslutning")) for i, line in enumerate(words))
    bullets = b"".join(text(76, 60 + 30 * i, "\u2022 ") for i, line in enumerate(words) if line in ("Godkendt.", "Udsat."))
    read_back = read_document(write(tmp_path / "punkter.pdf", page + bullets))
    assert [(d.item, d.source.quote) for d in read_back.decisions] == [("1", "Godkendt."), ("2", "Udsat.")]


def test_a_title_that_is_no_text_is_none(tmp_path):
    """Found by damaging files: half a character in the file's own title."""
    file = write(tmp_path / "titel.pdf", text(90, 60, "Referat"))
    damaged = file.read_bytes().replace(b"/Root 1 0 R >>", b"/Root 1 0 R /Info 99 0 R >>").replace(b"startxref", b"")
    file.write_bytes(damaged.replace(b"\nxref\n", b"\n99 0 obj\n<< /Title <FEFFD8000041> >>\nendobj\n"))
    assert read(file).title is None
