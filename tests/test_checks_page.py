"""The page of all checks: what it tells is what the checks are."""

from __future__ import annotations

import re

import pytest

from minutes.checks import checks, page_of
from tests.checks_page import PAGE, page

NAMES = {
    "sum-differs", "difference-differs", "product-differs", "share-differs", "count-differs", "restated-differs", "across-differs",
    "votes-differ", "number-repeated", "number-missing", "annex-missing", "annex-uncited", "date-impossible", "threshold-not-in-force",
    "rule-misstated", "status-differs", "list-differs", "personal-number",
}


def test_the_page_is_made_from_the_checks():
    assert PAGE.read_text(encoding="utf-8") == page(), "run make docs"


def test_every_check_of_the_contract_is_there_and_no_other():
    assert set(checks()) == NAMES


@pytest.mark.parametrize("name", sorted(NAMES))
def test_a_check_tells_what_it_finds_why_and_when_it_is_quiet(name):
    text = page_of(name).text
    assert len(page_of(name).summary) < 140 and len(text) > 200
    assert re.search(r"[Qq]uiet", text) and re.search(r"“|\"|: ", text)
