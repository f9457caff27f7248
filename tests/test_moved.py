"""Files that got another name or place after they were read, and files that nobody should think were read."""

from __future__ import annotations

import json
import shutil

from tests.program import minutes

TEXT = "Referat\nByrådet\nPunkt 1: Tilskud\nBeslutning\nGodkendt tilskud på 25.000 kr. til krybbespil. 2 og 3 er i alt 6.\n"


def test_a_moved_file_is_known_by_the_name_that_it_has(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    minutes("ingest", ".", cwd=tmp_path)
    (tmp_path / "under").mkdir()
    shutil.move(tmp_path / "a.txt", tmp_path / "under" / "b c.txt")
    again = minutes("ingest", ".", cwd=tmp_path)
    assert "b c.txt hed a.txt, da den blev læst ind" in again.stderr
    (hit,) = map(json.loads, minutes("search", "krybbespil", "--kind", "decision", "--json", cwd=tmp_path).stdout.splitlines())
    assert hit["file"] == "b c.txt" and hit["document"] == 1
    shown = minutes("show", "1", cwd=tmp_path).stdout
    assert "under/b c.txt" in shown and "a.txt" not in shown
    assert "\n  1 side, 1 punkt, 1 beslutning, 1 beløb, " in shown, "a document says what it holds"
    assert "1 kendt i forvejen" in minutes("ingest", ".", cwd=tmp_path).stdout


def test_a_copy_leaves_the_first_name(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    minutes("ingest", ".", cwd=tmp_path)
    shutil.copy(tmp_path / "a.txt", tmp_path / "b.txt")
    again = minutes("ingest", ".", cwd=tmp_path)
    assert "hed a.txt" not in again.stderr and "2 kendt i forvejen" in again.stdout


def test_files_of_other_kinds_in_a_folder_are_told_in_one_line(tmp_path):
    for name in ("a.txt", "b.odt", "c.XLSX", ".skjult.odt", "~$lås.docx", "minutes.toml"):
        (tmp_path / name).write_text(TEXT if name == "a.txt" else "", encoding="utf-8")
    told = "2 filer af andre typer er ikke læst (.odt, .xlsx)"
    ingested, checked = minutes("ingest", ".", cwd=tmp_path), minutes("check", ".", cwd=tmp_path)
    assert ingested.stderr.splitlines().count(told) == checked.stderr.splitlines().count(told) == 1
    assert checked.returncode < 2 and "andre typer" not in minutes("check", "a.txt", cwd=tmp_path).stderr


def test_a_hit_in_a_file_without_pages_has_its_line(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    minutes("ingest", ".", cwd=tmp_path)
    assert "a.txt linje 5" in minutes("search", "krybbespil", "--kind", "decision", cwd=tmp_path).stdout


def test_the_page_of_a_check_is_had_as_json(tmp_path):
    said = json.loads(minutes("check", "--json", "--explain", "sum-differs", cwd=tmp_path).stdout)
    assert said["check"] == "sum-differs" and len(said["text"]) > 200


def test_one_of_a_thing_is_one_in_english(tmp_path):
    (tmp_path / "a.txt").write_text("Byrådet har 2 mænd og 3 kvinder, i alt 6 medlemmer.\n", encoding="utf-8")
    said = minutes("--lang", "en", "check", "a.txt", cwd=tmp_path).stdout
    assert "1 of 1 claim verified: 0 hold, 1 differs" in said


def test_findings_left_out_by_the_settings_are_told(tmp_path):
    (tmp_path / "a.txt").write_text("Byrådet har 2 mænd og 3 kvinder, i alt 6 medlemmer.\n", encoding="utf-8")
    minutes("ingest", "a.txt", cwd=tmp_path)
    (tmp_path / "minutes.toml").write_text('ignore = ["sum-differs"]\n', encoding="utf-8")
    told = minutes("findings", cwd=tmp_path)
    assert told.stdout == "" and told.stderr == "Ingen fund.\n1 fund er valgt fra.\n"
