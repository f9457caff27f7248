"""The commands on the database as a user runs them, one after the other, with their exit codes."""

import json
import re
import shutil
import socket
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner

import cli
from minutes import database, waivers
from tests.program import MADE

TEXT = """Granby Kommune
Byrådet den 14. juni 2022

1. Udvidelse af Skovvejens Skole
Sagsfremstilling
Folkeskolens rammer er for små. Udvidelsen koster 250.000 kr. om året.
Beslutning
Godkendt.
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "referat.txt").write_text(TEXT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, code: int = 0) -> str:
    said = CliRunner().invoke(cli.main, arguments)
    assert said.exit_code == code, said.output
    assert "Traceback" not in said.output
    return said.output


def test_from_a_folder_to_an_answer(folder):
    assert "1 dokument læst (1 side)" in run("ingest", ".")
    assert "0 dokumenter læst (0 sider), 1 kendt" in run("ingest", "referat.txt")
    found = run("search", "folkeskole", "--municipality", "granby")
    assert "Folkeskolens rammer" in found and "referat.txt linje " in found
    hit = json.loads(run("search", "udvidelsen", "--min-kr", "200000", "--json").splitlines()[0])
    assert (hit["id"], hit["kr"]) == ("amount-1.1", "250000")
    said = run("show", hit["id"])
    assert "referat.txt, side 1, linje 6" in said and ">   6  Folkeskolens rammer" in said and "beløb: 250.000 kr." in said
    assert json.loads(run("show", "1", "--json"))["file"] == "referat.txt"
    assert "filen er hel" in run("doctor")
    examined = [json.loads(line) for line in run("doctor", "--json").splitlines()]
    assert examined[0] == {"state": "ok", "text": "filen er hel", "listed": []}
    assert "kopieret" in run("backup", "kopi.db")
    assert "0 dokumenter kom til, 1 var der i forvejen" in run("merge", "kopi.db", "minutes.db")
    assert "1 dokument kom til" in run("merge", "kopi.db", "--into", "ny.db")


WRONG = TEXT.replace("250.000 kr. om året.", "250.000 kr. i 2025 og 150.000 kr. i 2026, i alt 500.000 kr.")


def test_a_waived_line_ends_with_the_reason_set_off_by_a_blank(folder):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", "referat.txt")
    key = run("findings").split()[0]
    run("waive", key, "--why", "aftalt", "--by", "ea")
    assert " (aftalt; ea, " in run("findings")


def test_what_was_put_aside_and_is_no_more_is_told_alike_of_a_changed_and_of_a_forgotten_file(folder):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", "referat.txt")
    run("waive", run("findings").split()[0], "--why", "aftalt", "--by", "ea")
    run("forget", "referat.txt")
    assert " findes ikke længere: referat.txt: sum-differs: " in run("findings")
    assert "1 fund, der var lagt til side, findes ikke længere" in run("doctor")


def test_what_was_put_aside_is_counted_and_says_why(folder):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", "referat.txt")
    key = run("findings").split()[0]
    assert "lagt til side" not in run("check", code=1) + run("show", key) + run("show", "1")
    run("waive", key, "--why", "aftalt", "--by", "ea")
    assert run("check", "referat.txt", "--db", "minutes.db").endswith("kunne ikke læses. 1 fund er lagt til side.\n")
    assert "lagt til side" not in run("check", "--select", "votes-differ")
    assert ", 0 fund, 1 lagt til side\n" in run("show", "1")
    assert "lagt til side: aftalt (ea, " in run("show", key)
    assert json.loads(run("show", key, "--json"))["waived"]["by"] == "ea"


def test_nothing_is_told_of_what_is_not_there(folder):
    run("ingest", "referat.txt")
    assert "intet dokument har nope i sit navn" in run("findings", "--document", "nope", code=2)
    assert run("findings", "--document", "REFERAT") == "Ingen fund.\n"
    said = "intet tjek er tilbage: sum-differs er både valgt til og fra"
    for command in (["findings"], ["check"], ["report", "--format", "csv"]):
        assert said in run(*command, "--select", "sum-differs", "--ignore", "sum-differs", code=2)
    assert "findes ikke" in run("report", "nope.pdf", "-o", "nope.html", code=2)
    (folder / "blank.txt").write_text(" \n\n")
    (folder / "blank.html").write_text("<html><body> </body></html>")
    assert run("check", "blank.txt", "blank.html", code=2).count("filen har ingen tekst") == 2
    assert not (folder / "nope.html").exists()
    run("report", "nope.pdf", "referat.txt", "-o", "begge.html", code=2)
    assert "referat.txt" in (folder / "begge.html").read_text(encoding="utf-8")


def test_a_check_asked_for_now_goes_before_what_is_settled(folder):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    (folder / "minutes.toml").write_text('ignore = ["sum-differs"]', encoding="utf-8")
    assert "sum-differs" not in run("check", "referat.txt")
    assert "sum-differs" in run("check", "referat.txt", "--select", "sum-differs", code=1)
    (folder / "minutes.toml").write_text('ignore = ["sumdiffers"]', encoding="utf-8")
    assert "minutes.toml: der er intet tjek, der hedder sumdiffers; mente du sum-differs?" in run("check", "referat.txt", code=2)
    assert "mente du sum-differs?" in run("check", "--explain", "sum", code=2)


def test_a_finding_is_shown_by_its_key_or_the_beginning_of_it(folder):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", "referat.txt")
    key = run("findings").split()[0]
    for said in (key, key[:5], "finding-1.1"):
        assert "tjek: sum-differs" in run("show", said)
    assert "sådan ser et nummer ikke ud" in run("show", "abcdef0123", code=2)
    with closing(sqlite3.connect("minutes.db")) as db:
        db.execute("UPDATE findings SET key = '1059512345'")
        db.execute("UPDATE documents SET id = 10595 WHERE id = 1")
        db.commit()
    assert "referat.txt" in json.loads(run("show", "10595", "--json"))["file"], "a document's number is its own"


def test_a_finding_is_shown_in_english_to_who_reads_english(folder):
    (folder / "referat.txt").write_text(TEXT.replace("om året", "om året i fire år, i alt 1.100.000 kr"), encoding="utf-8")
    run("ingest", "referat.txt")
    said = run("--lang", "en", "show", "finding-1.1")
    assert "message: 250,000 × 4 years is 1,000,000 kr., but the text says 1,100,000 kr." in said
    assert "a possibility: It would fit if" in said
    assert "besked: 250.000 × 4 år giver 1.000.000 kr." in run("--lang", "da", "show", "finding-1.1")


def test_limits_and_dates_are_shown_in_words(folder):
    said = TEXT.replace("om året.", "om året. Der må højst være 22 børn i en klasse den 1. august 2023.")
    (folder / "referat.txt").write_text(said, encoding="utf-8")
    run("ingest", "referat.txt")
    assert "value: at most 22" in run("--lang", "en", "show", "threshold-1.1")
    assert "værdi: højst 22" in run("--lang", "da", "show", "threshold-1.1")
    assert "værdi: 14. juni 2022" in run("show", "date-1.1")


NARROWED = [
    # what is asked for, how many of the two findings are listed
    ((), 2),
    (("--select", "sum-differs"), 1),
    (("--select", "sum-differs,personal-number"), 2),
    (("--ignore", "sum-differs"), 1),
    (("--severity", "error"), 2),
    (("--severity", "fejl"), 2),
    (("--severity", "Advarsel"), 0),
    (("--severity", "note"), 0),
    (("--document", "REFERAT"), 2),
    (("--select", "personal-number", "--severity", "warning"), 0),
]


def test_findings_are_listed_by_check_document_and_severity(folder):
    (folder / "referat.txt").write_text(WRONG + "Ida Krogh, cpr-nr. 150336-4006\n", encoding="utf-8")
    run("ingest", "referat.txt")
    said = {asked: len(run("findings", *asked).replace("Ingen fund.\n", "").splitlines()) for asked, _ in NARROWED}
    assert said == dict(NARROWED), run("findings")
    assert "der er intet tjek, der hedder nope" in run("findings", "--select", "nope", code=2)
    assert run("findings", "--severity", "note") == "Ingen fund.\n"


SAME = [
    ("check", "--fail-on", "warning", "advarsel"),
    ("ledger", "--verdict", "differs", "afviger"),
    ("ledger", "--verdict", "unverifiable", "kan ikke afgøres"),
    ("search", "--kind", "decision", "beslutning"),
    ("search", "--kind", "amount", "beløb"),
]


@pytest.mark.parametrize(("command", "option", "own", "danish"), SAME)
def test_the_words_that_the_program_says_are_those_that_it_takes(folder, command, option, own, danish):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", "referat.txt")
    said = {CliRunner().invoke(cli.main, [command, option, word]).output for word in (own, danish, danish.upper())}
    assert len(said) == 1 and "kendes ikke" not in said.pop()


def test_the_settings_of_the_folder_hold_for_the_list_of_findings_too(folder):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    (folder / "minutes.toml").write_text('ignore = ["sum-differs"]\n', encoding="utf-8")
    run("ingest", "referat.txt")
    assert run("findings") == "Ingen fund.\n1 fund er valgt fra.\n"
    assert "sum-differs" in run("findings", "--select", "sum-differs", "--ignore", "votes-differ")


def test_findings_of_a_text_are_listed_as_check_tells_them_by_line_from_the_top(folder):
    (folder / "b.txt").write_text("Udvalget\nFristen er den 31. juni 2024.\n\nMødet holdes onsdag den 15. november 2018.", encoding="utf-8")
    run("ingest", "b.txt")
    listed = re.findall(r"åben: (b.txt:\d+: .*)", run("findings"))
    assert [line.split(": ")[0] for line in listed] == ["b.txt:2", "b.txt:4"]
    assert listed == re.findall(r"(?m)^b.txt:\d+: .*", run("check", "b.txt", code=1))


def test_what_is_listed_stands_by_file_whichever_was_read_first(folder):
    for name in ("b.txt", "a.txt"):
        (folder / name).write_text(f"Mødet i {name} holdes onsdag den 15. november 2018.", encoding="utf-8")
        run("ingest", name)
    run("ingest", "referat.txt")
    for command in (("findings",), ("check",), ("ledger",), ("report", "--format", "csv", "--what", "coverage")):
        files = re.findall(r"(?m)^(?:\w{10} åben: |\S*/)?(\w+\.txt)[:;]", run(*command, code=command == ("check",)))
        assert files == sorted(files) and set(files) > {"a.txt"}, command


@pytest.mark.parametrize("said", [("--why", "  ", "--by", "ea"), ("--why", "aftalt", "--by", " "), ("--why", "aftalt")])
def test_a_waiver_needs_a_reason_and_a_name(folder, said):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", "referat.txt")
    assert "--why" in run("waive", run("findings").split()[0], *said, code=2)


@pytest.mark.parametrize("arguments", [("check", "referat.txt"), ("search", "rammer"), ("show", "1")])
def test_a_terminal_is_coloured_unless_no_color_asks_for_none(folder, monkeypatch, arguments):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", "referat.txt")
    monkeypatch.delenv("NO_COLOR", raising=False)
    assert "\x1b[" in CliRunner().invoke(cli.main, arguments, color=True).output
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[" not in CliRunner().invoke(cli.main, arguments, color=True).output


WITHOUT = [
    # arguments, exit code
    (("search", "svømmehal"), 1),
    (("show", "amount-9.9"), 2),
    (("show", "hvad som helst"), 2),
    (("search", "skole", "--db", "none.db"), 2),
    (("show", "1", "--db", "none.db"), 2),
    (("doctor", "--db", "none.db"), 2),
    (("backup", "kopi.db", "--db", "none.db"), 2),
    (("backup", "no/kopi.db"), 2),
    (("merge", "none.db", "none2.db"), 2),
    (("ingest", "none.pdf"), 2),
    (("ingest", ".", "--db", "no/folder/m.db"), 2),
    (("ingest", ".", "--password-file", "none"), 2),
    (("ingest", ".", "--cluster", "hvad"), 2),
]


@pytest.fixture(scope="module")
def ready(tmp_path_factory):
    folder = tmp_path_factory.mktemp("ready")
    (folder / "referat.txt").write_text(TEXT, encoding="utf-8")
    run("ingest", str(folder), "--db", str(folder / "minutes.db"))
    return folder


@pytest.mark.parametrize(("arguments", "code"), WITHOUT)
def test_what_cannot_be_done_is_one_line_and_a_code(ready, monkeypatch, arguments, code):
    monkeypatch.chdir(ready)
    said = run(*arguments, code=code)
    assert len(said.splitlines()) <= (2 if arguments[0] == "ingest" else 1)
    assert not Path("none.db").exists()


def test_a_merge_of_one_that_is_not_there_makes_nothing(ready, monkeypatch):
    monkeypatch.chdir(ready)
    run("merge", "minutes.db", "none.db", code=2)
    run("merge", "none.db", "--into", "new.db", code=2)
    assert "mindst to" in run("merge", "minutes.db", code=2)
    assert not Path("new.db").exists()


def test_a_database_in_use_by_another_program_is_said_in_one_line(ready, monkeypatch, caplog):
    monkeypatch.chdir(ready)
    monkeypatch.setattr(database, "BUSY_TIMEOUT_S", 0)
    monkeypatch.setattr(waivers, "_only", lambda *_: ("k", "c", "m", "f"))
    with closing(sqlite3.connect("minutes.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        said = run("waive", "k", "--why", "a", "--by", "b", code=2)
    assert said.splitlines() == ["databasen er optaget af et andet program; prøv igen om lidt"]
    assert caplog.messages == ["databasen er optaget af et andet program; venter i op til 0 sekunder"]


def test_a_port_that_another_program_has_is_said_in_one_line(ready, monkeypatch):
    monkeypatch.chdir(ready)
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = run("serve", "--port", str(port), code=2)
    assert said.splitlines() == [f"port {port} kan ikke bruges; måske har en anden minutes serve den. Vælg en anden med --port"]


def test_a_database_that_may_not_be_written_is_served_as_it_is(ready, monkeypatch):
    pytest.importorskip("datasette")
    asked = {}

    class Site:
        def __init__(self, **how):
            asked.update(how)

        def app(self):
            return None

    monkeypatch.chdir(ready)
    monkeypatch.setattr(database, "_may_write", lambda _: False)
    monkeypatch.setattr("datasette.app.Datasette", Site)
    monkeypatch.setattr("uvicorn.run", lambda *_, **__: None)
    run("serve", "--port", "8765")
    assert asked["immutables"] == ["minutes.db"]


def test_every_command_counts_what_was_verified_alike(folder):
    for name in ("fjordby_byraad_2022.pdf", "fjordby_helhedsplan_forslag_2022.pdf"):
        shutil.copy(MADE / name, folder)
    said = [line for line in run("ingest", ".").splitlines() if "efterprøvet" in line]
    checked = run("check", code=1)
    doctor = next(line for line in run("doctor").splitlines() if "efterprøvet" in line)
    assert "across-differs" in checked
    assert len({re.search(r"(\d+) af (\d+) udsagn", line).groups() for line in (*said, checked.splitlines()[-1], doctor)}) == 1


REFUSED = [
    (["search", '""'], "skriv, hvad der skal søges efter"),
    (["search", '" "'], "skriv, hvad der skal søges efter"),
    (["search", "x", "--db", "other.db"], "other.db er ikke en database fra minutes"),
    (["search", "x", "--db", "."], "er en mappe, ikke en fil"),
    (["search", "--min-kr", "5", "--max-kr", "1"], "det mindste beløb er større end det største"),
    (["search", "--from", "2024", "--to", "2023"], "den første dag er senere end den sidste"),
    (["check", ""], "navnet er tomt"),
]


@pytest.mark.parametrize(("command", "said"), REFUSED)
def test_what_cannot_be_meant_is_refused_in_words(folder, command, said):
    with closing(sqlite3.connect(folder / "other.db")) as other:
        other.execute("CREATE TABLE t (a)")
    run("ingest", "referat.txt")
    assert said in run(*command, code=2)


def test_the_ledger_of_some_checks_and_documents(folder):
    (folder / "referat.txt").write_text(WRONG, encoding="utf-8")
    run("ingest", ".")
    said = run("ledger", "--select", "sum-differs", "--document", "REFERAT").splitlines()
    assert len(said) == 2 and "afviger: sum" in said[0] and said[0].startswith("referat.txt:6: ")
    assert run("ledger", "--document", "nope", code=2) == "intet dokument har nope i sit navn\n"
    assert len(run("ledger", "--ignore", "sum-differs").splitlines()) == len(run("ledger").splitlines()) - 1


def test_an_amount_of_a_table_is_told_with_its_scale(folder):
    shutil.copy(MADE / "birkelund_budgetforslag_2025.pdf", folder)
    run("ingest", ".")
    found = run("search", "--kind", "amount", "--min-kr", "1000000", "--limit", "200")
    heads = [line for line in found.splitlines() if line.startswith("Beløb")]
    bare = re.compile(r"Beløb -?[\d.,]+(?: {2}|:)")
    assert any("(1.000 kr.)" in head for head in heads) and not list(filter(bare.match, heads))
