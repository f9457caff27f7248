"""Settings: a misspelt key must be told, or a secretary believes that a check is off when it is on."""

from __future__ import annotations

import shutil

import pytest

from minutes.config import BadConfig, Config, load
from tests.program import ROOT, minutes

READ = [
    ("minutes.toml", 'ignore = ["annex-uncited"]\nlang = "en"', Config(ignore=("annex-uncited",), lang="en")),
    ("minutes.toml", 'fail-on = "error"', Config(fail_on="error")),
    ("minutes.toml", 'fail-on = "fejl"', Config(fail_on="error")),
    ("pyproject.toml", '[tool.minutes]\ndb = "raad.db"', Config(db="raad.db")),
    ("pyproject.toml", '[project]\nname = "x"', Config()),
    ("noget.toml", 'lang = "xx"', Config()),
]
REFUSED = [
    ('langs = "en"', "langs"),
    ('lang = "de"', "da eller en"),
    ('select = "sum-differs"', "liste"),
    ("db = 3", "tekst"),
    ('lang = "da', "TOML"),
    ('fail-om = "note"', "kendte er criteria, db, fail-on, ignore"),
    ('fail-on = "slem"', "note, warning eller error"),
]


@pytest.mark.parametrize(("name", "text", "expected"), READ)
def test_settings_are_read(tmp_path, name, text, expected):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert load(tmp_path) == expected


def test_settings_of_the_nearest_folder_above_hold(tmp_path):
    (tmp_path / "minutes.toml").write_text('lang = "en"', encoding="utf-8")
    (tmp_path / "udkast").mkdir()
    assert load(tmp_path / "udkast").lang == "en"


def test_the_database_and_the_rules_lie_beside_the_settings_that_name_them(tmp_path):
    """Whoever steps into the folder of the minutes still searches the database of the project, and begins no second one."""
    (tmp_path / "minutes.toml").write_text('db = "raad.db"\ncriteria = "regler"', encoding="utf-8")
    (tmp_path / "referater").mkdir()
    (tmp_path / "referater" / "referat.txt").write_text("Byrådet den 14. juni 2022\nGodkendt.", encoding="utf-8")
    (tmp_path / "regler").mkdir()
    shutil.copy(ROOT / "minutes" / "criteria" / "specimen" / "egne_regler.toml", tmp_path / "regler")
    assert minutes("ingest", ".", cwd=tmp_path / "referater").returncode == 0
    assert (tmp_path / "raad.db").exists() and not (tmp_path / "referater" / "raad.db").exists()
    assert "referat.txt" in minutes("show", "1", cwd=tmp_path).stdout
    (tmp_path / "minutes.toml").write_text(f'db = "{tmp_path / "andre.db"}"', encoding="utf-8")
    assert load(tmp_path / "referater").db == str(tmp_path / "andre.db")


@pytest.mark.parametrize("command", ["check", "ingest"])
def test_rules_that_are_not_where_the_settings_say_are_told_with_the_settings(tmp_path, command):
    (tmp_path / "minutes.toml").write_text('criteria = "findes-ikke"', encoding="utf-8")
    (tmp_path / "a.txt").write_text("Byrådet", encoding="utf-8")
    assert minutes(command, "a.txt", cwd=tmp_path).stderr == f"{tmp_path / 'minutes.toml'}: criteria: findes-ikke findes ikke\n"
    assert minutes(command, "a.txt", "--criteria", "nej", cwd=tmp_path).stderr == "nej findes ikke\n"


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_wrong_settings_are_told_with_file_and_key(tmp_path, text, says):
    (tmp_path / "minutes.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadConfig, match="minutes.toml") as error:
        load(tmp_path)
    assert says in str(error.value)
