"""Merge, backup, doctor: databases joined and copied while in use, and what is wrong with one said plainly."""

import shutil
import sqlite3
import subprocess
import sys
import threading
import time
from contextlib import closing

import pytest

from minutes import records, store, upkeep, waivers
from minutes.database import CannotStore, open_database
from minutes.doctor import BAD, GOOD, WORTH_KNOWING, examine
from tests.program import environment
from tests.store_cases import document, finding, packed


def database(path, *documents: records.Document, **findings):
    db = open_database(path)
    for said in documents:
        store.put(db, packed(said, **findings), f"/{path.stem}/{said.file}")
    return db


A, B, C = (document(letter * 64, file=f"{letter}.pdf") for letter in "abc")


def words(db) -> int:
    return db.execute("SELECT count(*) FROM search WHERE search MATCH 'folkeskol'").fetchone()[0]


def test_merge_takes_each_document_once_with_all_its_records(tmp_path):
    first = database(tmp_path / "1.db", A, B)
    second = database(tmp_path / "2.db", B, C, findings=(finding(),))
    store.fail(second, "/bad.pdf", "beskadiget", None, "1", None)
    waivers.waive(second, finding().key, "bilaget er rettet", "ea")
    second.close()
    said = upkeep.merge(tmp_path / "1.db", [tmp_path / "2.db"])
    assert (said.taken, said.known) == (1, 1)
    assert [d for _, d in store.documents(first)] == [A, B, C]
    assert store.report(first, 3).findings == [finding()]
    assert store.linked(first, A) == [2, 3]
    assert (first["files"].count, first["failures"].count) == (4, 1)
    assert first.execute("SELECT count(*) FROM passages").fetchone() == first.execute("SELECT count(*) FROM search").fetchone()
    assert [w.why for w in waivers.waivers(first).values()] == ["bilaget er rettet"]
    again = upkeep.merge(tmp_path / "1.db", [tmp_path / "2.db"])
    assert (again.taken, again.known) == (0, 2)


VERSIONS = [("1", "2", "2", 1), ("2", "1", "2", 0)]


@pytest.mark.parametrize(("here", "there", "then", "taken"), VERSIONS)
def test_merge_keeps_the_newest_reading(tmp_path, here, there, then, taken):
    first = database(tmp_path / "1.db", document(version=here))
    database(tmp_path / "2.db", document(version=there)).close()
    assert upkeep.merge(tmp_path / "1.db", [tmp_path / "2.db"]).taken == taken
    assert [(n, d.extractor_version) for n, d in store.documents(first)] == [(1, then)]
    assert words(first) == words(database(tmp_path / "3.db", A))


def test_merge_into_a_new_database_leaves_the_others_alone(tmp_path):
    for name, said in (("1", A), ("2", B)):
        database(tmp_path / f"{name}.db", said).close()
    before = (tmp_path / "1.db").read_bytes()
    upkeep.merge(tmp_path / "c.db", [tmp_path / "1.db", tmp_path / "2.db"])
    assert store.ids(open_database(tmp_path / "c.db")) == [1, 2]
    assert (tmp_path / "1.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix == ".db") == ["1.db", "2.db", "c.db"]


def test_merge_of_what_is_not_there(tmp_path):
    with pytest.raises(CannotStore, match="findes ikke"):
        upkeep.merge(tmp_path / "1.db", [tmp_path / "none.db"])


def test_backup_while_another_writes(tmp_path):
    db = database(tmp_path / "1.db", A)
    stop = threading.Event()

    def write():
        own, n = open_database(tmp_path / "1.db"), 0
        while not stop.is_set():
            n += 1
            store.put(own, packed(document(f"{n:064}")), f"/{n}.pdf")

    writer = threading.Thread(target=write)
    writer.start()
    try:
        while db["documents"].count < 2:
            time.sleep(0.01)
        for _ in range(3):
            upkeep.backup(tmp_path / "1.db", tmp_path / "copy.db")
            copy = open_database(tmp_path / "copy.db")
            assert copy.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            assert copy["documents"].count == copy["decisions"].count >= 1
            copy.close()
    finally:
        stop.set()
        writer.join()
    assert db["documents"].count > 1


def test_a_backup_that_fails_leaves_the_old_copy(tmp_path):
    (tmp_path / "1.db").write_text("ingen database")
    database(tmp_path / "2.db", A).close()
    upkeep.backup(tmp_path / "2.db", tmp_path / "copy.db")
    before = (tmp_path / "copy.db").read_bytes()
    with pytest.raises(CannotStore):
        upkeep.backup(tmp_path / "1.db", tmp_path / "copy.db")
    with pytest.raises(CannotStore):
        upkeep.backup(tmp_path / "1.db", tmp_path / "no" / "copy.db")
    assert (tmp_path / "copy.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["1.db", "2.db", "copy.db"]


def test_a_backup_that_does_not_fit_leaves_nothing(tmp_path):
    database(tmp_path / "2.db", A).close()
    code = (
        "import resource, sys; from pathlib import Path; from minutes import upkeep\n"
        "from minutes.database import CannotStore\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))\n"
        "try: upkeep.backup(Path('2.db'), Path('copy.db'))\n"
        "except CannotStore as error: print(error)"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment(), capture_output=True, text=True, check=True)
    assert said.stdout.startswith("copy.db ")
    assert [path.name for path in tmp_path.iterdir()] == ["2.db"]


def remarks(path, current="1") -> dict[str, list[str]]:
    said: dict[str, list[str]] = {GOOD: [], WORTH_KNOWING: [], BAD: []}
    for remark in examine(path, current):
        said[remark.state].append(remark.text)
    return said


def test_the_doctor_finds_nothing_wrong_with_a_sound_database(tmp_path):
    (tmp_path / "a.pdf").write_text("")
    db = open_database(tmp_path / "1.db")
    store.put(db, packed(document(unread=())), str(tmp_path / "a.pdf"))
    said = remarks(tmp_path / "1.db")
    assert (said[BAD], said[WORTH_KNOWING]) == ([], [])
    assert "filen er hel" in said[GOOD]


ILLS = [
    # what was done to the database, state, what the doctor says
    ("PRAGMA foreign_keys = OFF; DELETE FROM documents", BAD, "hører til dokumenter, der ikke er der"),
    ("DELETE FROM pages", BAD, "mangler sider"),
    ("DELETE FROM search WHERE rowid = 1", BAD, "mangler i søgeindekset"),
    ("UPDATE documents SET extractor_version = '0.9'", WORTH_KNOWING, "ældre udgave"),
    ("UPDATE pages SET text = ' '", WORTH_KNOWING, "uden tekst"),
    ("DELETE FROM files", WORTH_KNOWING, "ikke knyttet til nogen fil"),
    ("INSERT INTO runs (started_at, extractor_version) VALUES ('2024-01-01', '1')", WORTH_KNOWING, "afbrudt"),
    ("INSERT INTO failures VALUES ('/b.pdf', NULL, 'beskadiget', '1', '2024-01-01', NULL)", WORTH_KNOWING, "1: beskadiget"),
    ("INSERT INTO waivers VALUES ('0', 'x', 'y', '2024-01-01', 'c', 'm', 'f')", WORTH_KNOWING, "findes ikke længere"),
]


@pytest.mark.parametrize(("done", "state", "expected"), ILLS)
def test_the_doctor_says_what_is_wrong(tmp_path, done, state, expected):
    database(tmp_path / "1.db", A).close()
    db = sqlite3.connect(tmp_path / "1.db")
    db.executescript(done)
    db.close()
    assert any(expected in text for text in remarks(tmp_path / "1.db")[state])


LISTED = [
    # what was done to the database, what the doctor counts, what is named
    ("UPDATE documents SET municipality = NULL", "hvilken kommune", "/1/a.pdf"),
    ("UPDATE documents SET extractor_version = '0.9'", "ældre udgave", "/1/a.pdf"),
    ("UPDATE pages SET text = ' '", "uden tekst", "/1/a.pdf"),
    ("", "flyttet eller slettet", "/1/a.pdf"),
    ("", "(tabellen unread)", "a.pdf: side: ingen tekst"),
    ("INSERT INTO failures VALUES ('/b.pdf', NULL, 'beskadiget', '1', '2024-01-01', NULL)", "(tabellen failures)", "/b.pdf: beskadiget"),
]


@pytest.mark.parametrize(("done", "counted", "named"), LISTED)
def test_the_doctor_names_what_is_behind_a_count(tmp_path, done, counted, named):
    database(tmp_path / "1.db", A).close()
    with closing(sqlite3.connect(tmp_path / "1.db")) as db:
        db.executescript(done)
    (remark,) = [remark for remark in examine(tmp_path / "1.db", "1") if counted in remark.text]
    assert remark.listed == (named,)


def test_the_doctor_sees_damage(tmp_path):
    database(tmp_path / "1.db", *(document(f"{n:064}") for n in range(20))).conn.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = tmp_path / "1.db"
    held = bytearray(path.read_bytes())
    held[len(held) // 2 : len(held) // 2 + 8192] = b"\xff" * 8192
    path.write_bytes(held)
    assert "beskadiget" in remarks(path)[BAD][0]


def test_a_backup_destroys_nothing(tmp_path):
    database(tmp_path / "1.db", A).close()
    (tmp_path / "referat.pdf").write_text("et referat")
    (tmp_path / "link.db").symlink_to(tmp_path / "1.db")
    for target in ("1.db", "link.db", "referat.pdf"):
        with pytest.raises(CannotStore, match="vælg et andet navn"):
            upkeep.backup(tmp_path / "1.db", tmp_path / target)
    assert (tmp_path / "referat.pdf").read_text() == "et referat"
    upkeep.backup(tmp_path / "1.db", tmp_path / "2.db")
    upkeep.backup(tmp_path / "1.db", tmp_path / "2.db")
    assert store.ids(open_database(tmp_path / "2.db")) == [1]


def test_a_backup_takes_the_place_of_earlier_backups_only(tmp_path):
    db = database(tmp_path / "1.db", A)
    run = store.begin_run(db, "1")
    upkeep.backup(tmp_path / "1.db", tmp_path / "copy.db")
    store.end_run(db, run, 1, 0, 0, 0)
    upkeep.forget(db, ["1"])
    upkeep.backup(tmp_path / "1.db", tmp_path / "copy.db")
    assert store.ids(open_database(tmp_path / "copy.db")) == []
    shutil.copy(tmp_path / "copy.db", tmp_path / "later.db")
    store.begin_run(open_database(tmp_path / "later.db"), "1")
    database(tmp_path / "other.db", B).close()
    with closing(sqlite3.connect(tmp_path / "foreign.db")) as other:
        other.execute("CREATE TABLE loen (navn, kr)")
    (tmp_path / "damaged.db").write_bytes((tmp_path / "other.db").read_bytes()[:100] + b"\xff" * 5000)
    for target in ("later.db", "other.db", "foreign.db", "damaged.db"):
        before = (tmp_path / target).read_bytes()
        with pytest.raises(CannotStore, match=f"{target} er ikke en tidligere kopi af .*1.db og bliver ikke overskrevet"):
            upkeep.backup(tmp_path / "1.db", tmp_path / target)
        assert (tmp_path / target).read_bytes() == before


FOREIGN = [
    "CREATE TABLE t (a)",
    "CREATE TABLE migrations (id INTEGER, applied TEXT)",
    "PRAGMA user_version = 0",
]


@pytest.mark.parametrize("made", FOREIGN)
@pytest.mark.parametrize("reads", [True, False])
def test_a_database_of_another_program_is_left_as_it_is(tmp_path, made, reads):
    path = tmp_path / "mine.db"
    path.touch()
    other = sqlite3.connect(path)
    other.execute(made)
    other.close()
    before = path.read_bytes()
    with pytest.raises(CannotStore, match="mine.db er ikke en database fra minutes"):
        open_database(path, create=False, reads=reads)
    for use in (lambda: upkeep.backup(path, tmp_path / "kopi.db"), lambda: upkeep.merge(tmp_path / "all.db", [path])):
        with pytest.raises(CannotStore, match="mine.db er ikke en database fra minutes"):
            use()
    if made.startswith("CREATE"):
        with pytest.raises(CannotStore):
            open_database(path)
    assert path.read_bytes() == before
    assert not (tmp_path / "kopi.db").exists()
