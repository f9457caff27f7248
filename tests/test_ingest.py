"""Ingest: nothing is lost, nothing is stored twice or by halves, whatever the documents, the disk or the user do."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pypdfium2
import pytest

from commands import ingest as command
from extractors import EXTRACTOR_VERSION
from extractors.ingest import ingesting, progress, work
from extractors.ingest.run import Ingest
from extractors.ingest.sought import find
from extractors.ingest.workers import Failure, Job, Pool
from extractors.limits import Limits
from minutes import store
from minutes.database import CannotStore, open_database
from minutes.packing import Packed
from tests import ingest_cases

ROOT = Path(__file__).parent.parent
LIMITS = Limits(timeout_s=0.9, memory_mb=300)


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "papers").mkdir()
    return tmp_path / "papers"


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        (folder / f"{name}.txt").write_text(f"{text} {name}")


def ingest(folder: Path, *paths: Path, readers: int = 2, limits: Limits = LIMITS):
    db = open_database(folder.parent / "m.db")
    lines: list[str] = []
    said = Ingest(db, progress.Plain(lines.append)).run(find(paths or [folder]), Pool(limits, readers, ingest_cases.work))
    return said, db, lines


def reasons(said) -> dict[str, str]:
    return {Path(path).name: reason for path, reason in said.failed}


def test_all_is_read_and_a_second_run_reads_nothing(folder):
    write(folder, a="et", b="to", c="tre")
    (folder / "d.txt").write_text("et a")
    said, db, _ = ingest(folder)
    assert (said.files, said.read, said.known, said.failed) == (4, 3, 1, [])
    assert db["files"].count == 4
    again, db, _ = ingest(folder)
    assert (again.read, again.known) == (0, 4)
    assert db["documents"].count == 3
    assert [(row["read"], row["skipped"]) for row in db["runs"].rows] == [(3, 1), (0, 4)]


HARM = [
    # what the document does, tries, what is said of it
    ("die", 2, "stoppede uventet (signal 9)"),
    ("hang", 2, "ikke læst færdig på 0,9 sekunder"),
    ("eat", 2, "300 MB"),
    ("locked", 1, "kræver en adgangskode"),
    ("wrong", 1, "fejl i programmet"),
]


@pytest.mark.parametrize(("harm", "tries", "expected"), HARM)
def test_one_that_harms_is_recorded_and_the_rest_goes_on(folder, harm, tries, expected):
    write(folder, a="et", bad=harm, c="to", d="tre")
    said, db, lines = ingest(folder, readers=1)
    assert said.read == 3
    assert expected in reasons(said)["bad.txt"]
    assert (folder / "bad.txt.tries").stat().st_size == tries
    assert [row["reason"] for row in db["failures"].rows] == [reason for _, reason in said.failed]
    assert any("bad.txt: " in line for line in lines)
    assert db["documents"].count == 3


def test_one_that_takes_its_reader_along_once_is_read_alone(folder):
    write(folder, a="et", b="die-once", c="to")
    said, _, _ = ingest(folder)
    assert (said.read, said.failed) == (3, [])


def test_a_failure_is_forgotten_when_the_file_can_be_read(folder):
    write(folder, a="locked")
    assert ingest(folder)[0].failed
    write(folder, a="et")
    said, db, _ = ingest(folder)
    assert (said.read, db["failures"].count) == (1, 0)


def test_twins_of_one_that_fails_fail_with_it(folder):
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text("locked")
    said, db, _ = ingest(folder)
    assert len(said.failed) == db["failures"].count == 2


def test_what_is_not_there_or_not_of_our_kinds(folder):
    write(folder, a="et", b="to")
    (folder / "c.exe").write_text("x")
    (folder / "unnamed").write_text("tre")
    (folder / ".hidden.txt").write_text("x")
    (folder / "gone.txt").symlink_to(folder / "nowhere")
    said, _, _ = ingest(folder, folder, folder / "a.txt", folder / "none.pdf", folder / "unnamed")
    assert (said.files, said.read) == (5, 3), "a file that is named is tried, whatever it is called"
    assert reasons(said) == {"none.pdf": "findes ikke", "gone.txt": "findes ikke"}


@pytest.mark.parametrize("named", [True, False])
def test_a_pipe_is_not_waited_for(folder, named):
    write(folder, a="et")
    os.mkfifo(folder / "pipe.txt")
    files, failed = find([folder / "a.txt", folder / "pipe.txt"] if named else [folder])
    assert (files, failed) == ([folder / "a.txt"], [(str(folder / "pipe.txt"), "er ikke en almindelig fil")])


def test_folders_are_read_in_order_with_all_below(folder):
    (folder / "x" / "y").mkdir(parents=True)
    for name in ("b.txt", "a.PDF", "x/y/c.html", "x/~$d.docx", "x/e.doc"):
        (folder / name).write_text("x")
    files, failed = find([folder, folder / "x"])
    assert [str(file.relative_to(folder)) for file in files] == ["a.PDF", "b.txt", "x/y/c.html"]
    assert failed == []


def test_names_that_are_no_text(folder):
    path = os.fsencode(folder) + b"/ref\xe6rat.txt"
    with open(path, "w") as file:
        file.write("et")
    said, db, _ = ingest(folder)
    assert said.read == 1
    assert next(db["files"].rows)["path"].endswith("ref\N{REPLACEMENT CHARACTER}rat.txt")
    assert isinstance(work.read_job(Job(os.fsdecode(path)), Limits()), Packed)


def test_a_file_that_changes_meanwhile_is_stored_as_it_was_read(folder):
    write(folder, a="et")

    class Changing(Pool):
        def run(self, jobs):
            def meddled():
                for job in jobs:
                    Path(job.path).write_text("andet")
                    yield job

            return super().run(meddled())

    db = open_database(folder.parent / "m.db")
    Ingest(db, progress.Plain(print)).run(find([folder]), Changing(LIMITS, 1, ingest_cases.work))
    again, db, _ = ingest(folder)
    assert (again.read, again.known, db["documents"].count) == (0, 1, 1)


def test_a_full_disk_ends_it_in_one_line_and_keeps_what_is_stored(folder):
    write(folder, **{f"n{i}": str(i) for i in range(40)})
    db = open_database(folder.parent / "m.db")
    db.execute(f"PRAGMA max_page_count = {db.execute('PRAGMA page_count').fetchone()[0] + 25}")
    with pytest.raises(CannotStore, match="ikke mere plads") as said:
        Ingest(db, progress.Plain(print)).run(find([folder]), Pool(LIMITS, 2, ingest_cases.work))
    assert "\n" not in str(said.value)
    stored = db["documents"].count
    assert 0 < stored < 40
    whole(folder.parent / "m.db")
    said, db, _ = ingest(folder)
    assert (said.read, said.known) == (40 - stored, stored)


def whole(path: Path) -> int:
    """A database that is sound, with every document whole; how many it has."""
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    counts = {table: db.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in ("documents", "decisions", "files", "tables")}
    assert len(set(counts.values())) == 1, counts
    assert db.execute("SELECT count(*) FROM passages").fetchone() == db.execute("SELECT count(*) FROM search").fetchone()
    return counts["documents"]


RUN = """
import sys
from pathlib import Path
from extractors.ingest import progress
from extractors.ingest.run import Ingest
from extractors.ingest.sought import find
from extractors.limits import Limits
from extractors.ingest.workers import Pool
from minutes.database import open_database
from tests.ingest_cases import work
said = Ingest(open_database(sys.argv[1]), progress.Plain(print)).run(find([Path(sys.argv[2])]), Pool(Limits(), 2, work))
print(said.read, said.known, said.interrupted)
"""


def start(folder: Path) -> subprocess.Popen:
    command = [sys.executable, "-c", RUN, str(folder.parent / "m.db"), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def wait_for(path: Path, documents: int) -> None:
    """Until so many documents are stored."""
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            if sqlite3.connect(path).execute("SELECT count(*) FROM documents").fetchone()[0] >= documents:
                return
        except sqlite3.OperationalError:
            pass
        time.sleep(0.02)
    raise AssertionError("nothing was stored")


@pytest.mark.parametrize("at", [1, 7])
def test_killed_at_any_moment_it_holds_whole_documents_and_goes_on(folder, at):
    write(folder, **{f"n{i}": "slow" if i % 5 == 0 else str(i) for i in range(30)})
    run = start(folder)
    wait_for(folder.parent / "m.db", at)
    run.kill()
    run.communicate()
    stored = whole(folder.parent / "m.db")
    assert at <= stored < 30
    said, db, _ = ingest(folder)
    assert (said.read, said.known) == (30 - stored, stored)
    assert whole(folder.parent / "m.db") == 30
    assert next(db["runs"].rows)["finished_at"] is None


def test_ctrl_c_finishes_what_is_in_hand_and_says_how_to_go_on(folder):
    write(folder, **{f"n{i:02}": "slow" for i in range(20)})
    run = start(folder)
    wait_for(folder.parent / "m.db", 2)
    run.send_signal(signal.SIGINT)
    out, err = run.communicate(timeout=20)
    read, known, interrupted = out.splitlines()[-1].split()
    assert (run.returncode, known, interrupted) == (0, "0", "True"), err
    assert whole(folder.parent / "m.db") == int(read) < 20
    tried = sum(path.suffix == ".tries" for path in folder.iterdir())
    assert tried == int(read)


def test_two_at_once_share_the_work_safely(folder):
    write(folder, **{f"n{i}": str(i) for i in range(25)})
    runs = [start(folder), start(folder)]
    said = [run.communicate(timeout=40) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    assert whole(folder.parent / "m.db") == 25


def test_limits_of_size_and_pages(folder):
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(3):
        pdf.new_page(200, 200)
    pdf.save(folder / "a.pdf")
    job = Job(str(folder / "a.pdf"))
    assert "grænsen er 0" in work.read_job(job, Limits(size_mb=0)).reason
    said = work.read_job(job, Limits(pages=2))
    assert said.page_count == 2
    assert [row[:1] for row in said.rows["unread"] if "grænsen" in row[1]] == [["side 3-3"]]
    assert isinstance(work.read_job(Job(str(folder / "none.txt")), Limits()), Failure)


def test_wider_limits_read_a_known_file_again(folder):
    pdf = pypdfium2.PdfDocument.new()
    for _ in range(3):
        pdf.new_page(200, 200)
    pdf.save(folder / "a.pdf")

    def read(limits: Limits) -> tuple[int, int, int]:
        db = open_database(folder.parent / "m.db")
        said = Ingest(db, progress.Plain(print), limits=limits).run(find([folder]), Pool(limits, 1, work.read_job))
        return said.read, said.known, db["pages"].count

    assert read(Limits(pages=1)) == (1, 0, 1)
    assert read(Limits(pages=1)) == (0, 1, 1)
    assert read(Limits(pages=2)) == (1, 0, 2)
    assert read(Limits(pages=5)) == (1, 0, 3)
    assert read(Limits(pages=5)) == (0, 1, 3)
    why = "intet tekstlag; kør igen med --ocr"
    open_database(folder.parent / "m.db").execute("INSERT INTO unread (document, n, what, why, page) VALUES (1, 9, 'side', ?, 1)", [why])
    assert read(Limits(pages=5))[0] == 0
    assert read(Limits(pages=5, ocr=True))[0] == 1


def test_a_file_that_changes_while_it_is_read(folder, monkeypatch):
    (folder / "a.txt").write_text("Referat")
    real = work.read_document

    def meddle(path, *rest):
        document = real(path, *rest)
        path.write_text("Et andet referat")
        return document

    monkeypatch.setattr(work, "read_document", meddle)
    assert "ændret" in work.read_job(Job(str(folder / "a.txt")), Limits()).reason


def test_a_real_document_is_read_judged_and_stored(folder):
    lines = ["Granby Kommune", "Byrådet den 14. juni 2022", "1. Ny skole", "Bevillingen er 250.000 kr. om året.", "Godkendt."]
    (folder / "r.txt").write_text("\n".join(lines), encoding="utf-8")
    said = work.read_job(Job("elsewhere/r.txt", content=(folder / "r.txt").read_bytes()), Limits())
    db = open_database(folder.parent / "m.db")
    document = store.load(db, store.put(db, said, "r.txt"))
    assert (document.file, document.extractor_version) == ("r.txt", EXTRACTOR_VERSION)
    assert [page.text.count("skole") for page in document.pages] == [1]


CODES = [
    # files, exit code
    ({}, 2),
    ({"a": "Referat af mødet"}, 0),
    ({"a": "Referat af mødet", "b.exe": "x"}, 1),
    ({"b.exe": "x"}, 2),
]


@pytest.mark.parametrize(("files", "code"), CODES)
def test_exit_codes(folder, files, code):
    for name, text in files.items():
        (folder / (name if "." in name else f"{name}.txt")).write_text(text)
    paths = (folder, *(folder / name for name in files if "." in name))
    out: list[str] = []
    said = ingesting.run(paths, folder.parent / "m.db", Limits(), out.append, workers=1, as_json=True)
    assert command.code(said) == code
    assert json.loads(out[-1])["summary"]["read"] == sum("." not in name for name in files)


def test_the_file_alone_is_the_whole_database(folder):
    """Who copies or mails minutes.db after an ingest would else leave everything behind, in the log beside it."""
    (folder / "a.txt").write_text("Referat af mødet i Byrådet den 4. maj 2022", encoding="utf-8")
    db = folder.parent / "m.db"
    ingesting.run((folder,), db, Limits(), lambda line: None, workers=1, as_json=True)
    assert not db.with_name("m.db-wal").exists()


def test_the_summary_is_plain_danish(folder):
    write(folder, a="et", bad="locked")
    said, _, _ = ingest(folder)
    lines = list(progress.summary(said))
    assert lines[0].startswith("1 dokument læst (1 side), 0 kendt i forvejen, 1 ikke læst")
    assert any("2 beløb" in line for line in lines)


@pytest.mark.parametrize("teller", [progress.Bar, lambda: progress.Plain(print), lambda: progress.Json(print)])
def test_whoever_tells_says_what_failed_and_cannot_be_steered(teller, capsys):
    told = teller()
    told.begin(2)
    told.file("/a/re\x1b[2Jferat.pdf", "read", pages=3)
    told.file("/a/[bold]b.pdf", "failed", "filen er \x1b[31mbeskadiget")
    told.close()
    out = "".join(capsys.readouterr())
    assert "beskadiget" in out and "[bold]b.pdf" in out
    assert "\x1b[2J" not in out and "\x1b[31mb" not in out
