"""Files of one name are told apart by so much of their paths as it takes, wherever they are shown; others by their names alone."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest

from minutes.called import apart, is_meant
from tests.program import minutes

APART = [
    (["a/x.txt", "b/x.txt"], ["a/x.txt", "b/x.txt"]),
    (["/k/2020/a/x.txt", "/k/2021/a/x.txt", "/k/2021/b/x.txt"], ["2020/a/x.txt", "2021/a/x.txt", "b/x.txt"]),
    (["x.txt", "a/x.txt"], ["x.txt", "a/x.txt"]),
    (["x.txt", "/x.txt"], ["x.txt", "/x.txt"]),
    (["C:\\a\\x.txt", "C:\\b\\x.txt"], ["a/x.txt", "b/x.txt"]),
    (["a/x.txt", "a/y.txt"], []),
    (["a/x.txt"], []),
    ([], []),
]


@pytest.mark.parametrize(("paths", "called"), APART)
def test_only_files_of_one_name_need_more_than_it(paths, called):
    files = {path: (path.replace("\\", "/").rpartition("/")[2], path) for path in paths}
    assert [apart(files)[path] for path in paths if path in apart(files)] == called


MEANT = [
    ("x", "x.txt", "a/x.txt", True),
    ("", "x.txt", "a/x.txt", True),
    ("A/X", "x.txt", "a/x.txt", True),
    ("a\\x", "x.txt", "a\\x.txt", True),
    ("b/x", "x.txt", "a/x.txt", False),
    ("a", "x.txt", "a/x.txt", False),
    ("home", "x.txt", "/home/fjord/x.txt", False),
]


@pytest.mark.parametrize(("asked", "file", "path", "meant"), MEANT)
def test_a_path_is_asked_for_with_its_stroke(asked, file, path, meant):
    assert is_meant(asked, file, path) == meant


HEAD = "Granby Kommune\nByrådet den 14. juni 2022\nPunkt 3: Helhedsplan for Engparken\nSagsnr. 03.25.00-P20-3-22\n"
TEXTS = {
    "a": HEAD + "Driften af den nye institution koster 9,2 mio. kr. årligt.\n",
    "b": HEAD + "Driften af den nye institution koster 9,6 mio. kr. årligt.\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("to")
    for name, said in TEXTS.items():
        (folder / name).mkdir()
        (folder / name / "x.txt").write_text(said, encoding="utf-8")
    minutes("ingest", ".", cwd=folder)
    minutes("check", cwd=folder)
    return folder


def said(folder, *typed: str) -> str:
    return minutes(*typed, cwd=folder).stdout


SHOWN = [
    (("check",), "a/x.txt siger 9,2 mio. kr., men b/x.txt siger 9,6 mio. kr."),
    (("check", "."), "a/x.txt siger 9,2 mio. kr., men b/x.txt siger 9,6 mio. kr."),
    (("findings",), " b/x.txt:5: across-differs: "),
    (("findings", "--document", "b/x"), " b/x.txt:5: across-differs: "),
    (("ledger", "--document", "a/x"), "a/x.txt:5: afviger: "),
    (("ledger", "."), "b/x.txt:5: afviger: "),
    (("report", "--format", "csv"), "b/x.txt"),
    (("report", "--format", "html"), "b/x.txt</a>"),
    (("search", "institution"), " a/x.txt linje "),
    (("show", "finding-1.1"), "a/x.txt siger 9,2 mio. kr., men b/x.txt siger 9,6 mio. kr."),
]


@pytest.mark.parametrize(("typed", "shown"), SHOWN)
def test_each_is_told_with_its_folder(folder, typed, shown):
    assert shown in said(folder, *typed)


def test_programs_read_the_same_file_with_what_tells_it_apart(folder):
    lines = [json.loads(line)["document"] for line in said(folder, "extract", ".").splitlines()]
    assert [(d["file"], d["name"]) for d in lines] == [("x.txt", "a/x.txt"), ("x.txt", "b/x.txt")]


def test_a_name_does_not_change_the_key_by_which_a_finding_is_waived(folder):
    alone = {json.loads(line)["key"] for line in said(folder, "findings", "--json").splitlines()}
    row = next(csv.DictReader(StringIO(said(folder, "report", "--format", "csv").lstrip("\ufeff")), delimiter=";"))
    assert alone == {row["nøgle"]}


def test_what_is_typed_has_one_name_in_every_output(tmp_path):
    wrong = "Tilskuddet fordeles med 250.000 kr. i 2025 og 150.000 kr. i 2026, i alt 500.000 kr.\n"

    def told(*typed: str) -> str:
        return minutes(*typed, cwd=tmp_path, typed=wrong).stdout

    assert told("check", "-").startswith("-:1: ") and told("ledger", "-").startswith("-:1: ")
    assert json.loads(told("extract", "-"))["document"]["file"] == "-"
    assert told("report", "-", "--format", "csv").splitlines()[1].startswith("-;")
