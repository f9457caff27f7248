"""`minutes forget`: all that was named or nothing, and what stays is said."""

from __future__ import annotations

import shutil

import pytest

from tests.program import minutes

NAMES = ["a.txt", "b.txt", "c.txt"]


@pytest.fixture
def folder(tmp_path):
    for name in NAMES:
        (tmp_path / name).write_text(f"Byrådet den 14. juni 2022\n1. Sag {name}\nGodkendt.\n", encoding="utf-8")
    (tmp_path / "uge2").mkdir()
    shutil.copy(tmp_path / "a.txt", tmp_path / "uge2" / "kopi.txt")
    (tmp_path / "tom.txt").touch()
    minutes("ingest", ".", "--workers", "1", cwd=tmp_path)
    return tmp_path


def left(folder) -> list[str]:
    """The numbers of the documents that the database still has."""
    return [n for n in "123" if minutes("show", n, cwd=folder).returncode == 0]


NONE = [
    ["3", "9999"],
    ["9999", "3"],
    ["a.txt", "nej.txt"],
    ["uge2", "b.txt", "99999999999999999999"],
    ["nej"],
]
GONE = [
    # what is named, how many documents went, which are left
    (["3"], 1, ["1", "2"]),
    (["b.txt", "3"], 2, ["1"]),
    (["b.txt", "b.txt"], 1, ["1", "3"]),
    (["uge2"], 0, ["1", "2", "3"]),
    (["a.txt", "uge2"], 1, ["2", "3"]),
    (["."], 3, []),
    (["tom.txt"], 0, ["1", "2", "3"]),
]


@pytest.mark.parametrize("named", NONE)
def test_nothing_is_removed_when_something_named_is_not_there(folder, named):
    done = minutes("forget", *named, cwd=folder)
    assert done.returncode == 2 and "er ikke i databasen" in done.stderr and "fejl i programmet" not in done.stderr
    assert done.stdout == "" and left(folder) == ["1", "2", "3"]


@pytest.mark.parametrize(("named", "went", "stay"), GONE)
def test_what_is_named_goes(folder, named, went, stay):
    done = minutes("forget", *named, cwd=folder)
    assert (done.returncode, done.stderr) == (0, "") and done.stdout.startswith(f"{went} dokument")
    assert left(folder) == stay


def test_a_document_that_stays_because_of_another_file_is_told_with_it(folder):
    assert minutes("forget", "uge2/kopi.txt", cwd=folder).stdout.splitlines()[1:] == [f"det samme står stadig i {folder / 'a.txt'}"]
    assert len(minutes("forget", "a.txt", cwd=folder).stdout.splitlines()) == 1
