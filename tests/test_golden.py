"""Whole documents against what the program said when it was last reviewed; `make golden` writes it anew."""

from __future__ import annotations

from difflib import unified_diff

import pytest

from corpus.golden import DOCUMENTS, EXPECTED, expected, lines, say


@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_program_says_what_was_reviewed(name):
    reviewed = expected(name).read_text(encoding="utf-8").splitlines()
    diff = list(unified_diff(reviewed, say(name), "reviewed", "now", lineterm="", n=0))
    assert not diff, f"{name}: read the difference, then `make golden` if it is right:\n" + "\n".join(diff)


def test_no_file_is_left_over():
    assert {path.name for path in EXPECTED.iterdir()} == {expected(name).name for name in DOCUMENTS}


STEADY = [
    ({"number": "3", "title": "Budget", "start": 5, "end": 9, "box": [1, 2, 3, 4]}, '{"items": {"number": "3", "title": "Budget"}}'),
    ({"evidence": [{"document": "a.pdf", "page": 2, "start": 5}]}, '{"items": {"evidence": [{"page": 2}]}}'),
    ({"approximate": False, "votes": None, "flags": [], "for": 0}, '{"items": {"approximate": false, "for": 0}}'),
]


@pytest.mark.parametrize(("record", "line"), STEADY)
def test_a_line_leaves_out_what_is_unsteady_or_empty(record, line):
    assert lines({"document": {"kind": "minutes", "sha256": "0"}, "items": [record]}) == ['{"document": {"kind": "minutes"}}', line]
