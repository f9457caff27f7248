"""Where a program has to work without being at home: folders that cannot be written, two at once, a machine without a language."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import sysconfig
import tempfile
from contextlib import suppress
from pathlib import Path

import pytest

from tests.program import COMMAND, MADE, ROOT, environment, minutes

FILES = ["vesteraa_lejeaftale_2018.pdf", "soeholm_byraad_2025.pdf"]
NOBODY = 65534
ASCII = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
STEMS = ["søholm årsmøde æ.pdf", "vesterå.pdf"]


@pytest.fixture(scope="module")
def locked():
    """A folder with documents and their database, in which a user who is not root cannot write."""
    folder = Path(tempfile.mkdtemp())
    for name in FILES:
        shutil.copy(MADE / name, folder)
    assert minutes("ingest", ".", cwd=folder).returncode == 0
    for path in (folder, *folder.iterdir()):
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


def as_nobody(folder: Path, python: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run the program with a Python as a user without rights: nobody when we are root, else ourselves."""
    drop = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if os.geteuid() == 0 else {}
    env = environment(HOME=str(folder), PYTHONPATH=os.pathsep.join([str(ROOT), sysconfig.get_path("purelib")]))
    command = [python, *COMMAND[1:], *map(str, arguments)]
    return subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, timeout=120, **drop)


@pytest.fixture(scope="module")
def python(locked):
    """A Python that nobody may run: ours, or one of the system's own."""
    system = shutil.which(f"python3.{sys.version_info.minor}", path="/usr/local/bin:/usr/bin")
    for python in filter(None, (sys.executable, system)):
        with suppress(OSError):
            if as_nobody(locked, python, "search", "lejeaftale").returncode == 0:
                return python
    pytest.skip("another user may run neither our Python nor one of the system's")


@pytest.fixture(scope="module")
def plain(locked, python):
    """A call of `minutes` in the locked folder, as nobody."""
    return lambda *arguments: as_nobody(locked, python, *arguments)


@pytest.fixture
def shut(python):
    """A call of `minutes` as nobody in a folder where only root may enter kun/ and read c.txt and regler/."""
    folder = Path(tempfile.mkdtemp())
    for name in ("kun", "regler"):
        (folder / name).mkdir()
    for name in ("a.txt", "c.txt", "kun/x.txt"):
        (folder / name).write_text("Der gives 3 x 100 kr., i alt 400 kr.\n", encoding="utf-8")
    for path, mode in ((folder, 0o777), (folder / "c.txt", 0o000), (folder / "kun", 0o700), (folder / "regler", 0o300)):
        path.chmod(mode)
    yield lambda *arguments: as_nobody(folder, python, *arguments)
    (folder / "kun").chmod(0o700)
    (folder / "regler").chmod(0o700)
    shutil.rmtree(folder)


READS = [
    # command, exit code, words in the output
    (["search", "lejeaftale"], 0, "vesteraa_lejeaftale_2018.pdf"),
    (["findings"], 0, "product-differs"),
    (["ledger", "--verdict", "differs"], 0, "afviger"),
    (["check"], 1, "product-differs"),
    (["check", FILES[0]], 1, "product-differs"),
    (["report", "--format", "csv"], 0, "product-differs"),
    (["doctor"], 0, ""),
]
WRITES = [
    ["ingest", "."],
    ["waive", "a", "--why", "x", "--by", "y"],
    ["report", "-o", "r.html"],
    ["report", "-o", "r.xlsx"],
    ["backup", "b.db"],
]


@pytest.mark.parametrize(("command", "code", "words"), READS, ids=lambda value: value[0] if isinstance(value, list) else None)
def test_what_is_read_can_be_read_where_nothing_can_be_written(plain, command, code, words):
    done = plain(*command)
    assert (done.returncode, done.stderr) == (code, "") and words in done.stdout


@pytest.mark.parametrize("command", WRITES, ids=lambda command: " ".join(command[:3]))
def test_what_has_to_write_says_in_one_line_that_it_cannot(plain, command):
    done = plain(*command)
    assert done.returncode == 2 and len(done.stderr.splitlines()) == 1, done.stderr


NO_ACCESS = "kan ikke åbnes: du har ikke adgang til den"
SHUT = [
    # command, what is said first, whether a.txt is read though it stands beside
    (["check", "c.txt", "a.txt"], f"c.txt: {NO_ACCESS}", True),
    (["check", "a.txt", "kun/x.txt"], f"kun/x.txt: {NO_ACCESS}", True),
    (["check", "kun", "a.txt"], f"kun: {NO_ACCESS}", True),
    (["extract", "c.txt", "a.txt"], f"c.txt: {NO_ACCESS}", True),
    (["ledger", "kun/x.txt", "a.txt"], f"kun/x.txt: {NO_ACCESS}", True),
    (["report", "c.txt", "a.txt", "--format", "csv"], f"c.txt: {NO_ACCESS}", True),
    (["search", "x", "--db", "kun/x.db"], f"kun/x.db: {NO_ACCESS}", False),
    (["findings", "--db", "kun/x.db"], f"kun/x.db: {NO_ACCESS}", False),
    (["ingest", "a.txt", "--db", "kun/x.db"], f"kun/x.db: {NO_ACCESS}", False),
    (["merge", "kun/x.db", "--into", "b.db"], f"kun/x.db: {NO_ACCESS}", False),
    (["backup", "b.db", "--db", "kun/x.db"], f"kun/x.db: {NO_ACCESS}", False),
    (["ingest", "a.txt", "--password-file", "c.txt"], "c.txt: adgangskoderne kan ikke læses", False),
    (["criteria", "--verify", "kun/regler"], f"kun/regler: {NO_ACCESS}", False),
    (["criteria", "--verify", "regler"], f"regler: kan ikke læses ({NO_ACCESS})", False),
    (["check", "a" * 300 + ".txt", "a.txt"], "a" * 300 + ".txt: har et for langt navn", True),
]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can shut another out")
@pytest.mark.parametrize(("command", "said", "read"), SHUT, ids=lambda value: " ".join(value)[:30] if isinstance(value, list) else None)
def test_where_one_may_not_go_is_one_line_and_the_rest_is_read(shut, command, said, read):
    done = shut(*command)
    assert done.returncode == 2 and done.stderr.splitlines() == [done.stderr.strip()], done.stderr
    assert done.stderr.startswith(said) and ("a.txt" in done.stdout) is read


def test_two_ingests_at_once_read_every_document_once(tmp_path):
    for name in FILES:
        for copy in range(3):
            shutil.copy(MADE / name, tmp_path / f"{copy}_{name}")
    start = [*COMMAND, "ingest", ".", "--workers", "1"]
    runs = [subprocess.Popen(start, cwd=tmp_path, env=environment(), stdout=-1, stderr=-1, text=True) for _ in range(2)]
    said = [run.communicate(timeout=120) for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    with sqlite3.connect(tmp_path / "minutes.db") as db:
        assert db.execute("SELECT count(*), count(DISTINCT sha256) FROM documents").fetchone() == (len(FILES), len(FILES))


@pytest.fixture
def danish(tmp_path):
    """Documents whose names have Danish letters."""
    for name, stem in zip(FILES, STEMS, strict=True):
        shutil.copy(MADE / name, tmp_path / stem)
    return tmp_path


WITHOUT_LANGUAGE = [
    (["check", "."], 1, "1.650.000 kr."),
    (["--lang", "en", "check", "."], 1, "1,650,000 kr."),
    (["extract", STEMS[1]], 0, '"findings"'),
    (["criteria", "--on", "2018-04-01"], 0, "ghetto-2014"),
]


@pytest.mark.parametrize(("command", "code", "words"), WITHOUT_LANGUAGE)
def test_danish_on_a_machine_that_speaks_only_ascii(danish, command, code, words):
    done = minutes(*command, cwd=danish, **ASCII)
    assert done.returncode == code and words in done.stdout and "Traceback" not in done.stderr, done.stderr


def test_a_database_of_files_with_danish_names_where_only_ascii_is_spoken(danish):
    assert minutes("ingest", ".", cwd=danish, **ASCII).returncode == 0
    found = minutes("search", "lejeaftale", "--json", cwd=danish)
    assert STEMS[0] in found.stdout or STEMS[1] in found.stdout
