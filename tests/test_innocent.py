"""Papers written only to be right, dense with figures: whoever is told of a mistake in one of them stops to trust the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import read_document
from minutes.checks import judge

PAPERS = sorted((Path(__file__).parent.parent / "corpus" / "innocent").glob("*.html"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: p.stem)
def test_nothing_is_found_where_all_is_right(paper):
    [report] = judge([read_document(paper)])
    assert [f.check for f in report.findings if f.severity != "note"] == []
    assert len(report.claims) > 2, "a paper in which nothing is read is quiet for nothing"


def test_the_papers_are_many_and_told_of_much():
    assert len(PAPERS) >= 544
