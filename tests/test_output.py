"""What is written is whole or not there, and never stands in place of what is read."""

import os
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from extractors.ingest.sought import find
from minutes import output
from tests.test_store_commands import TEXT


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "referat.txt").write_text(TEXT, encoding="utf-8")
    sqlite3.connect(tmp_path / "minutes.db").execute("CREATE TABLE t (a)")
    (tmp_path / "link.html").symlink_to("referat.txt")
    monkeypatch.chdir(tmp_path)
    return tmp_path


SPARED = [
    # arguments of report that would destroy something
    ("referat.txt", "-o", "referat.txt"),
    (".", "-o", "referat.txt"),
    ("referat.txt", "-o", "link.html"),
    ("referat.txt", "-o", "minutes.db"),
    ("referat.txt", "-o", "minutes.db", "--format", "xlsx"),
]


@pytest.mark.parametrize("arguments", SPARED)
def test_a_report_destroys_nothing(folder, arguments):
    before = {path: path.read_bytes() for path in folder.iterdir()}
    said = CliRunner().invoke(cli.main, ["report", *arguments])
    assert said.exit_code == 2 and "vælg et andet navn" in said.output and len(said.output.splitlines()) == 1
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_an_old_report_makes_way_for_a_new_one(folder):
    (folder / "rapport.html").write_text("gammel")
    (folder / "rapport.html").chmod(0o640)
    said = CliRunner().invoke(cli.main, ["report", "referat.txt", "-o", "rapport.html"])
    assert said.exit_code == 0, said.output
    assert "referat.txt" in (folder / "rapport.html").read_text(encoding="utf-8")
    assert (folder / "rapport.html").stat().st_mode & 0o777 == 0o640


def test_a_report_in_the_folder_that_it_is_about_is_no_document(folder):
    for said in [CliRunner().invoke(cli.main, ["report", ".", "-o", "rapport.html"]) for _ in range(2)]:
        assert said.exit_code == 0, said.output
    page = CliRunner().invoke(cli.main, ["extract", "--html", "referat.txt"]).output
    (folder / "vist.htm").write_text(page, encoding="utf-8")
    (folder / "side.html").write_text("<title>Referat</title><p>1. Skoler</p>", encoding="utf-8")
    assert [path.name for path in find([Path(".")])[0]] == ["link.html", "referat.txt", "side.html"]
    assert find([Path("rapport.html")])[0] == [Path("rapport.html")]


def test_a_disk_that_fills_up_leaves_the_old_file_and_no_half_one(folder, monkeypatch):
    (folder / "rapport.html").write_text("gammel")

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(OSError):
        output.write_whole(folder / "rapport.html", b"ny")
    assert (folder / "rapport.html").read_text() == "gammel"
    assert sorted(path.name for path in folder.iterdir()) == ["link.html", "minutes.db", "rapport.html", "referat.txt"]


def test_a_folder_that_is_not_there_is_what_is_said(folder):
    said = CliRunner().invoke(cli.main, ["report", "referat.txt", "-o", "ingen/rapport.html"])
    assert (said.exit_code, said.output) == (2, "ingen/rapport.html: mappen findes ikke\n")


def test_a_device_stays_a_device():
    output.write_whole(Path(os.devnull), b"ny")
    assert Path(os.devnull).is_char_device()
