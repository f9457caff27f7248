"""What is kept of patterns is what Python would compile, and no file that could be another's or damaged is believed."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from minutes import kept as keeping
from minutes.kept import kept
from minutes.needs import led, pieces

WRITTEN = [
    (r"\bi alt (?:på )?(\d+)", 0),
    (r"(?P<kroner>\d+) kr\.(?: (?P<oere>\d\d) øre)?|(x)(?P=kroner)", re.I),
    (r"(?i)\bheraf\b  # a word", re.X),
    (r"[^a-zæøå\u2010-\u2015]{3,}+$", re.M),
    (r"(?s:.)*?\U0001f600", re.A),
    ("", 0),
]
ROOT = Path(__file__).parent.parent


@pytest.fixture
def file(tmp_path, monkeypatch):
    """The file in which the patterns of these tests are kept; as on a user's machine, bytecode is written."""
    monkeypatch.setattr(keeping, "_file", lambda name: tmp_path / "cache" / name)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path / "cache" / "some"


def compiled():
    """The patterns as they are compiled by whoever imports them, and the pieces that they need."""
    re.purge()
    patterns = [make(*written) for make in (re.compile, led) for written in WRITTEN]
    return patterns, [pieces(pattern) for pattern in patterns[:3]]


def once_more():
    with kept("some"):
        return compiled()


def test_what_is_kept_is_what_python_compiles(file):
    patterns, needed = compiled()
    assert once_more() == once_more() == (patterns, needed)  # patterns are equal that have the same code
    assert [(p.groupindex, p.groups) for p in once_more()[0]] == [(p.groupindex, p.groups) for p in patterns]
    assert once_more()[0][1].search("5 KR. 50 øre").lastgroup == "oere"


def test_what_is_kept_is_not_compiled_again(file, monkeypatch):
    first = once_more()
    monkeypatch.setattr(keeping, "_made", None)
    monkeypatch.setattr("minutes.needs._rarest", None)
    assert once_more() == first
    with pytest.raises(TypeError):
        compiled_anew = re.compile("not kept")
        with kept("some"):
            re.compile("not kept either")
    assert compiled_anew.search("not kept")
    assert re.compile("not kept either"), "outside Python compiles for itself, also after a fault"


def test_a_changed_pattern_is_added_and_those_of_yesterday_are_forgotten(file):
    once_more()
    with kept("some"):
        re.compile("today")
    assert [pattern for _, pattern, _ in keeping._read(file)] == ["today"]
    once_more()
    with kept("some"):
        compiled()
        re.compile("tomorrow")
    assert {"today", "tomorrow"} < {pattern for _, pattern, _ in keeping._read(file)}


DAMAGED = {
    "empty": lambda said: b"",
    "cut short": lambda said: said[:-100],
    "one bit another": lambda said: said[:500] + bytes([said[500] ^ 1]) + said[501:],
    "something else": lambda said: b"SQLite format 3\0" * 100,
    "signed by nobody": lambda said: bytes(32) + said[32:],
}


@pytest.mark.parametrize("damage", DAMAGED)
def test_a_damaged_file_counts_as_none_and_is_written_anew(damage, file):
    once_more()
    whole = keeping._read(file)
    file.write_bytes(DAMAGED[damage](file.read_bytes()))
    assert keeping._read(file) == {}
    assert once_more() == compiled()
    assert keeping._read(file) == whole


@pytest.mark.parametrize("attribute", ["_PROGRAM", "sys.version", "_sre.MAGIC"])
def test_what_another_program_or_python_has_written_counts_as_none(attribute, file, monkeypatch, tmp_path):
    once_more()
    changed = tmp_path / "needs.py"
    changed.write_text("changed", encoding="utf-8")
    monkeypatch.setattr(f"minutes.kept.{attribute}", {"_PROGRAM": (changed,), "sys.version": "3.99", "_sre.MAGIC": 1}[attribute])
    assert keeping._read(file) == {}


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="no owners here")
def test_what_somebody_else_may_have_written_is_not_believed(file, monkeypatch):
    before = os.umask(0)
    try:
        once_more()
    finally:
        os.umask(before)
    assert keeping._read(file), "written by ourselves nobody else may write it, whatever else is usual here"
    for mode in (0o664, 0o646):
        file.chmod(mode)
        assert keeping._read(file) == {}
    file.chmod(0o644)
    here, real = os.stat(file).st_uid, os.stat
    monkeypatch.setattr(os, "getuid", lambda: here + 1)
    assert keeping._read(file), "the program is his too who owns the file"
    monkeypatch.setattr(os, "stat", lambda path, **how: os.stat_result([*real(path, **how)[:4], here + 1, *real(path, **how)[5:10]]))
    assert keeping._read(file) == {}


def test_where_nothing_can_be_kept_all_goes_as_without(file, monkeypatch, tmp_path):
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    assert once_more() == compiled()
    (tmp_path / "cache").unlink()
    file.mkdir(parents=True)
    assert once_more() == compiled()
    assert os.listdir(file.parent) == ["some"], "nothing half done is left"
    file.rmdir()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert once_more() == compiled()
    assert not file.exists()


def test_a_second_start_finds_all_that_the_first_has_kept(tmp_path):
    """Also where sets come in another order: a pattern made of one would be compiled at every start."""
    code = """if True:
    import pathlib, sys, minutes.kept as keeping
    keeping._file = lambda name: pathlib.Path(sys.argv[1], name)
    sys.dont_write_bytecode = False
    import extractors.document, minutes.checks
    minutes.checks.checks()
    """
    starts = []
    for seed in "12":
        subprocess.run([sys.executable, "-c", code, tmp_path], cwd=ROOT, env={**os.environ, "PYTHONHASHSEED": seed}, check=True)
        starts.append({path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()})
    assert starts[0] == starts[1] and starts[0].keys() == {"extractors", "checks"}
