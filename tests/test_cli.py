"""The command line as its users call it: a subprocess, its exit code, what stands on stdout and what on stderr."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import time
from collections import Counter

import pytest

from cli import NAMES
from tests.program import COMMAND, MADE, environment, minutes

WRONG = MADE / "vesteraa_lejeaftale_2018.pdf"
CLEAN = MADE / "soeholm_byraad_2025.pdf"
SCAN = MADE / "engsted_byraad_1998.pdf"


EXIT_CODES = [
    ("a clean document", ["check", CLEAN], 0),
    ("a document with findings", ["check", WRONG], 1),
    ("a scan of which nothing can be read", ["check", SCAN], 2),
    ("a scan among others", ["check", CLEAN, SCAN], 2),
    ("only checks that find nothing here", ["check", WRONG, "--select", "votes-differ"], 0),
    ("what was found is ignored", ["check", WRONG, "--ignore", "difference-differs,product-differs,date-impossible,personal-number"], 0),
    ("a file that is not there", ["check", "findes_ikke.pdf"], 2),
    ("a database that is not there", ["check"], 2),
    ("a check that is not there", ["check", WRONG, "--select", "sum-difers"], 2),
    ("a check explained", ["check", "--explain", "sum-differs"], 0),
    ("an unknown check explained", ["check", "--explain", "nope"], 2),
    ("a broken file among good ones", ["extract", CLEAN, "broken.pdf"], 2),
    ("a folder as one page of HTML", ["extract", "--html", MADE], 2),
    ("rows chosen of what is no CSV", ["report", CLEAN, "-o", "r.html", "--what", "amounts"], 2),
    ("a spreadsheet onto the screen", ["report", CLEAN, "--format", "xlsx"], 2),
    ("a report of a kind that there is not", ["report", CLEAN, "-o", "r.pdf"], 2),
    ("a file whose name looks like an option", ["check", "-udkast.txt"], 2),
    ("a report where nobody may write", ["report", CLEAN, "-o", "/proc/nope/r.html"], 2),
    ("a waiver of nothing", ["waive", "abc", "--why", "x", "--by", "y"], 2),
]


@pytest.mark.parametrize(("case", "arguments", "code"), EXIT_CODES, ids=[c[0] for c in EXIT_CODES])
def test_exit_codes(case, arguments, code, tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing here")
    (tmp_path / "-udkast.txt").write_text("Byrådet den 14. juni 2022", encoding="utf-8")
    said = minutes(*arguments, cwd=tmp_path)
    assert said.returncode == code, said.stdout + said.stderr
    assert "Traceback" not in said.stderr
    assert not (tmp_path / "r.pdf").exists()
    assert code < 2 or SCAN in arguments or len(said.stderr.strip().splitlines()) == 1, said.stderr


def test_a_scan_says_which_pages_why_and_what_to_do(tmp_path):
    first, _coverage = minutes("check", SCAN, cwd=tmp_path).stdout.splitlines()
    assert first.startswith(f"{SCAN}:1: ulæst: side 1: siden har intet tekstlag") and "--ocr" in first


def test_findings_are_lines_that_an_editor_can_follow(tmp_path):
    said = minutes("check", WRONG, cwd=tmp_path)
    assert re.search(rf"^{re.escape(str(WRONG))}:1: product-differs: .+1\.650\.000 kr\.", said.stdout, re.M)
    assert re.search(r"(\d+) af \d+ udsagn efterprøvet: \d+ holder, \d+ afviger; \d+ kan ikke afgøres", said.stdout)
    assert "4006" not in said.stdout, "a personal number must never be printed"


def test_every_quote_is_the_page_text_at_its_place(tmp_path):
    said = minutes("extract", "--with-text", WRONG, CLEAN, cwd=tmp_path)
    for line in said.stdout.splitlines():
        document = json.loads(line)
        pages = {p["page"]: p["text"] for p in document["pages"]}
        records = [r for rows in document.values() if isinstance(rows, list) for r in rows if "quote" in r]
        places = records + [e for rows in (document["findings"], document["claims"]) for f in rows for e in f["evidence"]]
        assert len(places) > 40
        for place in places:
            assert pages[place["page"]][place["start"] : place["end"]] == place["quote"]


def test_an_ingest_counts_what_a_check_counts_also_across_documents(tmp_path):
    two = [MADE / f"fjordby_{name}_2022.pdf" for name in ("byraad", "helhedsplan_forslag")]
    summary = json.loads(minutes("ingest", *two, "--json", cwd=tmp_path).stdout.splitlines()[-1])["summary"]
    documents = [json.loads(line) for line in minutes("check", "--json", cwd=tmp_path).stdout.splitlines()]
    assert any(finding["check"] == "across-differs" for d in documents for finding in d["findings"])
    assert summary["verdicts"] == Counter(claim["verdict"] for d in documents for claim in d["claims"])
    assert summary["findings"] == Counter(finding["severity"] for d in documents for finding in d["findings"])


def test_the_rest_of_the_batch_goes_on(tmp_path):
    (tmp_path / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing here")
    said = minutes("extract", "broken.pdf", CLEAN, cwd=tmp_path)
    assert json.loads(said.stdout)["document"]["file"] == CLEAN.name and "broken.pdf" in said.stderr


def test_a_finding_put_aside_stays_in_the_report_and_leaves_the_check(tmp_path):
    minutes("ingest", WRONG, cwd=tmp_path)
    found = [json.loads(line) for line in minutes("findings", "--json", cwd=tmp_path).stdout.splitlines()]
    (key,) = (finding["key"] for finding in found if finding["check"] == "product-differs")
    assert minutes("waive", key, "--why", "aftalt", "--by", "økonomi", cwd=tmp_path).returncode == 0
    assert minutes("check", "--select", "product-differs", cwd=tmp_path).returncode == 0
    assert "aftalt" in minutes("report", cwd=tmp_path).stdout
    again = [json.loads(line) for line in minutes("findings", "--json", cwd=tmp_path).stdout.splitlines()]
    assert {finding["key"] for finding in again if finding["standing"] == "waived"} == {key} and len(again) == len(found)
    other = next(finding["key"] for finding in found if finding["key"] != key)
    assert "er ikke lagt til side" in minutes("waive", other, "--undo", cwd=tmp_path).stderr


def test_settings_of_the_folder_hold(tmp_path):
    (tmp_path / "minutes.toml").write_text('select = ["votes-differ"]', encoding="utf-8")
    done = minutes("check", WRONG, cwd=tmp_path)
    assert done.returncode == 0 and " fund er valgt fra." in done.stdout, "no finding is not taken for none"
    assert " fund er valgt fra." in minutes("report", WRONG, cwd=tmp_path).stdout


AT_ONCE = [
    # arguments, what is said
    (["check", "tom.pdf"], "tom.pdf: filen er tom"),
    (["check", "a.xyz"], "a.xyz: filtypen .xyz læses ikke"),
    (["check", CLEAN, "--db", "nope.db"], "nope.db findes ikke"),
    (["check", CLEAN, "--db", "."], ". er en mappe, ikke en fil"),
    (["check", "--db", "."], ". er en mappe, ikke en fil"),
    (["report", CLEAN, "--format", "xlsx"], "xlsx kan ikke skrives til skærmen"),
    (["report", CLEAN, "-o", "nodir/r.html"], "nodir/r.html: mappen findes ikke"),
    (["report", "udkast.txt", "-o", "udkast.txt", "--format", "html"], "udkast.txt er selv en af de filer, der læses"),
    (["criteria", "--area", "Gellerup", "--plot", "nodir/x.svg"], "nodir/x.svg: mappen findes ikke"),
]


@pytest.mark.parametrize(("arguments", "said"), AT_ONCE)
def test_what_is_wrong_at_first_sight_is_said_before_anything_is_read(arguments, said, tmp_path):
    """No reader is begun, which takes seconds; so little time is given that one would say so."""
    (tmp_path / "tom.pdf").touch()
    (tmp_path / "a.xyz").write_text("x")
    (tmp_path / "udkast.txt").write_text("Byrådet", encoding="utf-8")
    reads = arguments[0] in ("check", "report")
    done = minutes(*arguments, *(["--timeout", "0.1"] if reads else []), cwd=tmp_path)
    assert done.returncode == 2 and done.stderr.startswith(said) and done.stdout == ""


def test_a_draft_that_is_still_empty_does_not_become_a_database(tmp_path):
    (tmp_path / "udkast.txt").touch()
    done = minutes("ingest", CLEAN, "--db", "udkast.txt", cwd=tmp_path)
    assert done.returncode == 2 and "er ikke en database" in done.stderr and (tmp_path / "udkast.txt").stat().st_size == 0


def test_a_part_of_a_name_that_no_document_has_is_said(tmp_path):
    done = minutes("ledger", CLEAN, "--document", "nope", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (2, "intet dokument har nope i sit navn\n")


def test_the_ledger_is_in_the_order_of_the_document_that_an_auditor_ticks_it_off_by(tmp_path):
    pages = [int(line.split(":")[1]) for line in minutes("ledger", WRONG, cwd=tmp_path).stdout.splitlines()[:-1]]
    assert len(set(pages)) > 1 and pages == sorted(pages)
    claims = minutes("report", WRONG, "--format", "csv", "--what", "claims", cwd=tmp_path).stdout.lstrip("\ufeff").splitlines()
    assert [int(row["side"]) for row in csv.DictReader(claims, delimiter=";")] == pages


def test_english_on_request(tmp_path):
    said = minutes("check", WRONG, "--lang", "en", cwd=tmp_path)
    assert "claims verified" in said.stdout and "udsagn" not in said.stdout


def test_the_page_of_a_check_fits_the_terminal(tmp_path):
    said = minutes("check", "--explain", "sum-differs", cwd=tmp_path, COLUMNS="60").stdout.splitlines()
    assert "" in said and max(map(len, said)) <= 60


def test_help_names_every_command(tmp_path):
    said = minutes("--help", cwd=tmp_path).stdout
    assert [c for c in NAMES if not re.search(rf"^  {c} ", said, re.M)] == []


@pytest.mark.parametrize("arguments", [["check", WRONG], ["report", WRONG], ["--help"], ["check", "--help"], ["extract", WRONG]])
def test_where_there_is_no_room_for_the_output_one_line_says_so(arguments, tmp_path):
    with open("/dev/full", "w") as full:
        done = subprocess.run([*COMMAND, *map(str, arguments)], cwd=tmp_path, env=environment(), stdout=full, stderr=-1, text=True)
    assert (done.returncode, done.stderr) == (2, "der er ikke plads til det, der skrives ud\n")


@pytest.mark.parametrize("arguments", [["check", WRONG], ["report", WRONG], ["--help"]])
def test_a_reader_that_goes_away_is_no_finding(arguments, tmp_path):
    end, out = os.pipe()
    os.close(end)
    done = subprocess.run([*COMMAND, *map(str, arguments)], cwd=tmp_path, env=environment(), stdout=out, stderr=-1, text=True)
    assert (done.returncode, done.stderr) == (141, "")


def test_a_page_of_html_is_not_poured_over_the_terminal(tmp_path):
    ours, theirs = os.openpty()
    done = subprocess.run([*COMMAND, "report", str(WRONG)], cwd=tmp_path, env=environment(), stdout=theirs, stderr=-1, text=True)
    os.close(theirs)
    os.close(ours)
    assert done.returncode == 2 and "--output" in done.stderr and len(done.stderr.splitlines()) == 1


def test_ctrl_c_while_the_program_itself_loads_shows_no_traceback(tmp_path):
    program = "import os, signal; os.kill(os.getpid(), signal.SIGINT)\nraise SystemExit(99)"
    (tmp_path / "click.py").write_text(program, encoding="utf-8")  # the first heavy thing that is loaded
    run = subprocess.run(COMMAND, env=environment() | {"PYTHONPATH": f"{tmp_path}"}, cwd=tmp_path, capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (130, "", "")


def test_ctrl_c_while_the_readers_are_loading_ends_the_ingest_in_peace(tmp_path):
    command, database = [*COMMAND, "ingest", str(MADE), "--workers", "1"], tmp_path / "minutes.db"
    run = subprocess.Popen(command, cwd=tmp_path, env=environment(), stdout=-1, stderr=-1, text=True, start_new_session=True)
    while run.poll() is None and not database.exists():
        time.sleep(0.01)
    time.sleep(0.4)
    os.killpg(run.pid, signal.SIGINT)
    err = run.communicate(timeout=200)[1]
    assert run.returncode == 130 and "Traceback" not in err and "fejl i programmet" not in err, err
