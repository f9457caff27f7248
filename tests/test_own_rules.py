"""Rule sets of one's own: what judged the documents of a database is kept in it, and everything that is said of them agrees."""

from __future__ import annotations

import json
import shutil

import pytest

from minutes import store
from minutes.criteria import texts
from minutes.database import open_database
from minutes.own_rules import keep
from tests.program import ROOT, minutes
from tests.store_cases import document, packed

TEXT = """Granby Kommune
Byrådet den 20. maj 2024

1. Boligområder
Sagsfremstilling
Kriterierne for et udsat boligområde er pr. 1. december 2023, at andelen uden tilknytning til arbejde eller uddannelse er over 35 pct.
Beslutning
Godkendt.
"""
BY_LAW, BY_OWN = "har ikke været gældende", "byrådets beslutning 20. marts 2024, punkt 7"


@pytest.fixture(scope="module")
def ingested(tmp_path_factory):
    """A folder with a paper, rules of one's own, and the paper in two databases: judged by the law and by those rules."""
    where = tmp_path_factory.mktemp("regler")
    (where / "papers").mkdir()
    (where / "papers" / "notat.txt").write_text(TEXT, encoding="utf-8")
    own = ROOT / "minutes" / "criteria" / "specimen" / "egne_regler.toml"
    (where / "regler").mkdir()
    (where / "regler" / "egne.toml").write_text(own.read_text(encoding="utf-8"), encoding="utf-8")
    assert minutes("ingest", "papers", cwd=where).returncode == 0
    assert minutes("ingest", "papers", "--db", "egne.db", "--criteria", "regler", cwd=where).returncode == 0
    return where


@pytest.fixture
def folder(ingested, tmp_path):
    """A copy of that folder."""
    return shutil.copytree(ingested, tmp_path / "mappe")


def said(folder, *command: str) -> str:
    done = minutes(*command, "--json", cwd=folder)
    (found,) = [f for line in done.stdout.splitlines() for f in json.loads(line).get("findings", [json.loads(line)]) if "message" in f]
    return found["message"]


def test_all_commands_agree_on_the_rules_that_an_ingest_was_given(folder):
    assert BY_OWN in said(folder, "findings", "--db", "egne.db") and BY_OWN in said(folder, "check", "--db", "egne.db")
    assert BY_OWN in minutes("report", "--db", "egne.db", cwd=folder).stdout
    (folder / "regler" / "egne.toml").unlink()
    assert BY_OWN in said(folder, "check", "--db", "egne.db"), "the database keeps the rules themselves, not where they stood"


def test_other_rules_judge_what_is_stored_again(folder):
    assert BY_LAW in said(folder, "findings")
    again = minutes("ingest", "papers", "--criteria", "regler", cwd=folder)
    assert "1 dokument er efterprøvet igen" in again.stderr
    assert BY_OWN in said(folder, "findings")
    assert "efterprøvet igen" not in minutes("ingest", "papers", cwd=folder).stderr, "rules stay until others are given"


def test_what_a_stopped_run_left_is_judged_by_the_next(tmp_path, monkeypatch):
    db = open_database(tmp_path / "m.db")
    for letter in "ab":
        store.put(db, packed(document(letter * 64)), f"/{letter}.pdf")
    own = texts(ROOT / "minutes" / "criteria" / "specimen")
    judged, put = [], store.put_judged

    def stopped(db, number, report):
        if judged:
            raise KeyboardInterrupt
        judged.append(number)
        put(db, number, report)

    monkeypatch.setattr(store, "put_judged", stopped)
    with pytest.raises(KeyboardInterrupt):
        keep(db, own)
    monkeypatch.undo()
    assert (keep(db, own), keep(db, own)) == (1, 0), "the other one, and then none"


def test_the_settings_of_the_folder_give_the_rules_too(folder):
    (folder / "minutes.toml").write_text('criteria = "regler"', encoding="utf-8")
    minutes("ingest", "papers", cwd=folder)
    assert BY_OWN in said(folder, "findings")


def test_rules_that_cannot_be_used_are_told_before_anything_is_read(folder):
    (folder / "regler" / "egne.toml").write_text("[[rule_set]]\nid = 3\n", encoding="utf-8")
    done = minutes("ingest", "papers", "--db", "ny.db", "--criteria", "regler", cwd=folder)
    assert done.returncode == 2 and "egne.toml: rule_set" in done.stderr
    assert not (folder / "ny.db").exists()


def test_a_merge_judges_all_by_the_rules_of_the_one_that_takes(folder):
    minutes("merge", "egne.db", "--into", "ny.db", cwd=folder)
    assert BY_LAW in said(folder, "findings", "--db", "ny.db")
