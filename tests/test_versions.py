"""Documents that change, come and go under a database: the newest text of a file is the one that counts."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli

SUM = """Granby Kommune
Byrådet den 14. juni 2022

1. Udvidelse af Skovvejens Skole (sag 22/1234)
Sagsfremstilling
Udgiften er {total} kr., fordelt på 200.000 kr. til inventar og 100.000 kr. til maling.
Beslutning
Godkendt.
"""
CASE = """Granby Kommune
{body} den {day}

1. Udvidelse af Skovvejens Skole
Sagsnr. 22/1234
Kommunen bidrager med {kr} mio. kr. til udvidelsen af Skovvejens Skole.
Godkendt.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0) -> list[str]:
    said = CliRunner().invoke(cli.main, arguments)
    assert said.exit_code == code, said.output
    return said.output.splitlines()


def findings() -> list[tuple[str, str]]:
    return [(row["standing"], row["check"]) for row in map(json.loads, run("findings", "--json"))]


def write(name: str, text: str) -> None:
    Path(name).write_text(text, encoding="utf-8")


def test_a_corrected_file_replaces_the_wrong_one(folder):
    write("referat.txt", SUM.format(total="400.000"))
    run("ingest", "referat.txt")
    assert findings() == [("open", "sum-differs")]
    key = json.loads(run("findings", "--json")[0])["key"]
    run("waive", key, "--why", "kendt", "--by", "ea")
    write("referat.txt", SUM.format(total="300.000"))
    run("ingest", "referat.txt")
    assert findings() == [("gone", "sum-differs")]
    assert len(run("search", "inventar", "--json")) == 1
    assert not any("ikke knyttet til nogen fil" in line for line in run("doctor"))
    write("referat.txt", SUM.format(total="400.000"))
    run("ingest", "referat.txt")
    assert findings() == [("waived", "sum-differs")], "a waiver holds again when the text does"


def test_what_stands_in_another_file_too_stays(folder):
    write("a.txt", SUM.format(total="400.000"))
    write("b.txt", SUM.format(total="400.000"))
    run("ingest", ".")
    write("a.txt", SUM.format(total="300.000"))
    run("ingest", ".")
    assert ("open", "sum-differs") in findings()
    assert len(run("search", "inventar", "--kind", "page", "--json")) == 2


def two_of_one_case(first: str = "3,6", second: str = "3,9") -> None:
    write("a.txt", CASE.format(body="Økonomiudvalget", day="7. juni 2022", kr=first))
    write("b.txt", CASE.format(body="Byrådet", day="14. juni 2022", kr=second))


def test_an_ingest_compares_documents_of_one_case(folder):
    two_of_one_case()
    summary = json.loads(run("ingest", ".", "--json")[-1])["summary"]
    assert findings() == [("open", "across-differs")] * 2
    assert summary["findings"] == {"warning": 2}
    before = findings()
    run("check", code=1)
    assert findings() == before


def test_what_differs_across_documents_is_waived_once(folder):
    """The auditor who has answered for it in the one document is not asked again in the other."""
    two_of_one_case()
    run("ingest", ".")
    keys = {json.loads(line)["key"] for line in run("findings", "--json")}
    assert len(keys) == 1
    run("waive", keys.pop(), "--why", "vedtaget på mødet", "--by", "ea")
    assert findings() == [("waived", "across-differs")] * 2


def test_a_document_that_comes_later_is_compared_with_the_first(folder):
    two_of_one_case()
    run("ingest", "a.txt")
    assert findings() == []
    run("ingest", "b.txt")
    assert findings() == [("open", "across-differs")] * 2


def test_a_corrected_document_no_longer_differs_from_the_other(folder):
    two_of_one_case()
    run("ingest", ".")
    two_of_one_case(second="3,6")
    run("ingest", ".")
    assert findings() == []


def test_databases_joined_are_compared(folder):
    two_of_one_case()
    run("ingest", "a.txt", "--db", "a.db")
    run("ingest", "b.txt", "--db", "b.db")
    run("merge", "a.db", "b.db", "--into", "minutes.db")
    assert findings() == [("open", "across-differs")] * 2


def test_what_is_forgotten_leaves_nothing_but_its_waivers(folder):
    two_of_one_case()
    run("ingest", ".")
    assert run("forget", "b.txt") == ["1 dokument fjernet fra databasen"]
    assert findings() == []
    assert len(run("search", "kommunen", "--kind", "page", "--json")) == 1
    assert Path("b.txt").exists()
    assert run("forget", "b.txt", code=2) == ["b.txt er ikke i databasen"]


@pytest.mark.parametrize("named", ["mappe", "1", "mappe/a.txt"])
def test_a_folder_or_a_number_is_forgotten_too(folder, named):
    Path("mappe").mkdir()
    write("mappe/a.txt", SUM.format(total="300.000"))
    run("ingest", ".")
    run("forget", named)
    assert run("search", "inventar", code=1) == ["Intet fundet."]
