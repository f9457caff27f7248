"""Files that are read and not stored: whatever a file does to its reader, the user gets one line about it, and the others are read."""

from __future__ import annotations

import signal
import subprocess
import time
from functools import partial
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from extractors.ingest.drafts import WORTH_A_READER, read_all
from extractors.limits import Limits
from extractors.reading import kind_of
from tests.program import COMMAND, MADE, environment, minutes

TEXT = "Byrådet den 14. juni 2022\n1. Skole\nDer gives 250.000 kr.\n"


def bomb(levels: int = 9) -> bytes:
    """A PDF whose page draws a form that draws ten forms that draw ten forms ...: no limit but time and memory ends it."""
    objects = ["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>"]
    objects.append("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</F 5 0 R>>>>>>")
    objects.append(stream("/F Do"))
    for level in range(levels):
        form = f"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</F {6 + level} 0 R>>>>"
        objects.append(stream("/F Do " * 10, form))
    objects.append(stream("0 0 m 9 9 l S " * 10, "/Type/XObject/Subtype/Form/BBox[0 0 595 842]"))
    out, places = b"%PDF-1.7\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer<</Size {len(objects) + 1}/Root 1 0 R>>\n"
    return out + f"{end}startxref\n{len(out)}\n%%EOF\n".encode()


def stream(content: str, entries: str = "") -> str:
    return f"<<{entries}/Length {len(content)}>>\nstream\n{content}\nendstream"


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "godt.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "ondt.pdf").write_bytes(bomb())
    return tmp_path


def test_a_hostile_pdf_is_one_line_and_the_code_2(folder):
    done = minutes("check", "ondt.pdf", "--timeout", "3", cwd=folder)
    (line,) = done.stderr.splitlines()
    assert (done.returncode, done.stdout) == (2, "")
    assert line.startswith("ondt.pdf: ") and any(why in line for why in ("3 sekunder", "hukommelse", "stoppede uventet"))


def test_the_others_are_read(folder):
    drafts = read_all([folder / "ondt.pdf", folder / "godt.txt"], limits=Limits(timeout_s=8))
    assert [d.file for d in drafts.documents] == ["godt.txt"] and len(drafts.failures) == 1


def test_a_folder_is_all_that_can_be_read_in_it(folder):
    (folder / "ondt.pdf").unlink()
    (folder / "nyt").mkdir()
    (folder / "nyt" / "b.txt").write_text(TEXT, encoding="utf-8")
    (folder / "noter.xyz").write_text("x")
    drafts = read_all([folder, folder / "godt.txt"])
    assert sorted(drafts.paths.values()) == [str(folder / "godt.txt"), str(folder / "nyt" / "b.txt")] and drafts.failures == []


NAMES = [
    # what it is, the name it has got
    ("fjordby_byraad_2022.pdf", "referat.docx"),
    ("fjordby_byraad_2022.pdf", "referat"),
    ("kildeskov_oekonomiudvalg_2019.docx", "referat.pdf"),
    ("graabjerg_byraad_2023.html", "vis.aspx"),
]


PAGES = [
    # how it begins, whether that is a web page
    ("<!DOCTYPE html>\n<html lang='da'><body>", True),
    ("\ufeff\n<!-- a -->\n<!-- b -->\n<HTML>", True),
    ('<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><body>', True),
    ("<meta charset='utf-8'>", True),
    ('<div class="sag">', True),
    ("<p>Byrådet</p>", True),
    ("<h1>Byrådet</h1>", True),
    ("<PDF-bilag>\n", False),
    ("<Pia Krogh> skriver:\n", False),
    ("<p. 4>\n", False),
    ("Byrådet <b>skal</b>\n", False),
    ("<?xml version='1.0'?><sag>", False),
    ("< 5 pct.\n", False),
]


@pytest.mark.parametrize("name", ["udkast.txt", "udkast.html.txt", "vis.pdf"])
@pytest.mark.parametrize(("begins", "web"), PAGES)
def test_a_web_page_is_known_by_how_it_begins_whatever_its_name(begins, web, name, tmp_path):
    (tmp_path / name).write_text(f"{begins}Byrådet", encoding="utf-8")
    assert (kind_of(tmp_path / name) == "html") is web


def test_a_web_page_on_standard_input_is_read_without_its_tags(tmp_path):
    content = "<!DOCTYPE html><html><body><ol><li>Der gives 3 x 100 kr., i alt 400 kr.</li></ol></body></html>"
    assert '"1. Der gives 3 x 100 kr., i alt 400 kr."' in minutes("check", "-", cwd=tmp_path, typed=content).stdout


@pytest.mark.parametrize(("file", "name"), NAMES)
def test_a_file_with_a_wrong_name_is_read_as_what_it_is(file, name, tmp_path):
    (tmp_path / name).write_bytes((MADE / file).read_bytes())
    drafts = read_all([tmp_path / name])
    assert drafts.failures == [] and drafts.documents[0].items


NO_TEXTS = [
    b"\x89PNG\r\n\x1a\n I alt 6 + 6 = 13",
    b"SQLite format 3\x00" + bytes(4000),
    b"\x7fELF\x02 \xc3\xa5 6 + 6 = 13",
    b"{\\rtf1 6 + 6 = 13}",
    bytes(range(256)) * 20,
    bytes(range(256, 0, -1)[1:]) + bytes(4000) + b"I alt 6 + 6 = 13",
]
"""Files named .txt that would give figures if they were read as letters: picture, databases, program, RTF and noise."""
ZIPPED = BytesIO()
with ZipFile(ZIPPED, "w") as packed:
    packed.writestr("udkast.txt", "I alt 6 + 6 = 13")
REFUSED = [
    # name, content, what is said
    ("tom.pdf", b"", "tom.pdf: filen er tom"),
    ("brev.pdf", b"Kaere byraad", "brev.pdf: filen er beskadiget eller er ikke en PDF"),
    ("gammelt.doc", b"\xd0\xcf\x11\xe0 gammelt", "gammelt.doc: filen er beskyttet med adgangskode eller er i det gamle Word-format"),
    ("ark.xlsx", b"PK\x03\x04 ikke en zip", "ark.xlsx: filen er beskadiget eller er ikke et Word-dokument"),
    ("udkast.pdf", ZIPPED.getvalue(), "udkast.pdf: filen er pakket (zip), men ikke et Word-dokument; pak den ud"),
    ("noter.xyz", b"x", "noter.xyz: filtypen .xyz læses ikke; gem den som .docx eller PDF"),
    ("brev.odt", b"PK\x03\x04 et brev", "brev.odt: filen er beskadiget eller er ikke et Word-dokument"),
    ("brev.rtf", b"{\\rtf1 Kaere byraad}", "brev.rtf: filtypen .rtf læses ikke; gem den som .docx eller PDF"),
    *[(f"a{n}.txt", content, f"a{n}.txt: filen er ikke tekst") for n, content in enumerate(NO_TEXTS)],
    ("side.html", b"\x89PNG\r\n\x1a\n 6 + 6 = 13", "side.html: filen er ikke tekst"),
]


@pytest.mark.parametrize(("name", "content", "said"), REFUSED)
def test_what_cannot_be_read_is_named_as_it_was_typed(name, content, said, tmp_path):
    (tmp_path / "udkast").mkdir()
    (tmp_path / "udkast" / name).write_bytes(content)
    done = minutes("check", f"udkast/{name}", cwd=tmp_path)
    (line,) = done.stderr.splitlines()
    assert done.returncode == 2 and line.startswith(f"udkast/{said}")


TEXTS = [
    TEXT.encode("cp1252"),
    TEXT.encode("cp850"),
    TEXT.encode("utf-16"),
    TEXT.encode("utf-16-be"),
    b"\x1b[31m" + TEXT.encode() + b"\x1b[0m\x1a",
    (TEXT * 20).encode() + b"\x00\x00\x01",
]


@pytest.mark.parametrize("content", TEXTS)
def test_a_text_is_read_however_its_letters_are_written_and_with_a_slip_in_it(content, tmp_path):
    (tmp_path / "a.txt").write_bytes(content)
    drafts = read_all([tmp_path / "a.txt"])
    assert drafts.failures == [] and "250.000" in drafts.documents[0].text


def test_a_draft_may_come_on_standard_input(tmp_path):
    """As from a program that has it in no file: pdftotext, a clipboard."""
    done = minutes("check", "-", cwd=tmp_path, typed="Der gives 3 x 100 kr., i alt 400 kr.")
    assert done.returncode == 1 and done.stdout.startswith("-:1: product-differs: ")
    assert minutes("check", "-", cwd=tmp_path).stderr == "-: filen er tom\n"


def test_ctrl_c_ends_a_check_at_once_with_one_line(tmp_path):
    for n in range(MANY):
        (tmp_path / f"{n}.txt").write_text(TEXT + f"\n{n}.\n", encoding="utf-8")
    heard = partial(signal.signal, signal.SIGINT, signal.default_int_handler)  # also where the tests run in the background, deaf to Ctrl-C
    run = subprocess.Popen([*COMMAND, "check", "."], cwd=tmp_path, env=environment(), stdout=-1, stderr=-1, text=True, preexec_fn=heard)
    time.sleep(2.5)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=200)
    assert (run.returncode, out) == (130, "") and err in ("Afbrudt.\n", ""), err  # nothing is said while it still loads


MANY = 20_000
"""Files that take far longer to read than it takes to press a key."""


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the system does not tell which processes a process has begun")
def test_a_check_that_is_killed_leaves_no_reader_behind(tmp_path):
    """As an editor or a nightly job ends one that takes too long: a reader that stays has 200 MB for good."""
    for n in range(WORTH_A_READER + 1):  # enough for two readers, where there are cores for them
        (tmp_path / f"{n}.txt").write_text(f"{n}. {TEXT}" * 400, encoding="utf-8")
    run = subprocess.Popen([*COMMAND, "check", "."], cwd=tmp_path, env=environment(), stdout=-1, stderr=-1)
    begun = Path(f"/proc/{run.pid}/task/{run.pid}/children")
    while not begun.read_text():
        time.sleep(0.05)
    run.kill()
    run.communicate(timeout=100)  # ends when nobody holds the output any more
