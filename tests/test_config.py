"""Settings: a misspelt key must be told, or a secretary believes that a check is off when it is on."""

from __future__ import annotations

import pytest

from minutes.config import BadConfig, Config, load

READ = [
    ("minutes.toml", 'ignore = ["annex-uncited"]\nlang = "en"', Config(ignore=("annex-uncited",), lang="en")),
    ("minutes.toml", 'fail-on = "error"', Config(fail_on="error")),
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
    ('fail-on = "fejl"', "note, warning eller error"),
]


@pytest.mark.parametrize(("name", "text", "expected"), READ)
def test_settings_are_read(tmp_path, name, text, expected):
    (tmp_path / name).write_text(text, encoding="utf-8")
    assert load(tmp_path) == expected


def test_settings_of_the_nearest_folder_above_hold(tmp_path):
    (tmp_path / "minutes.toml").write_text('lang = "en"', encoding="utf-8")
    (tmp_path / "udkast").mkdir()
    assert load(tmp_path / "udkast").lang == "en"


@pytest.mark.parametrize(("text", "says"), REFUSED)
def test_wrong_settings_are_told_with_file_and_key(tmp_path, text, says):
    (tmp_path / "minutes.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BadConfig, match="minutes.toml") as error:
        load(tmp_path)
    assert says in str(error.value)
