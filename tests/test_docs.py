"""The documentation: every example in it is run, so that nobody learns a command that does not work."""

from __future__ import annotations

import re

import pytest

from tests.consoles import PAGES, ROOT, agrees, examples, folder, run

WITH_EXAMPLES = [p for p in PAGES if examples(p.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda p: p.name)
def test_examples_say_what_the_page_shows(page, tmp_path):
    cwd = folder(tmp_path)
    for example in examples(page.read_text(encoding="utf-8")):
        said = run(example.command, cwd)
        assert agrees(said, example.output), f"$ {example.command}\n{said}"


def test_there_are_examples():
    assert {"README.md"} <= {p.name for p in WITH_EXAMPLES}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_links_lead_somewhere(page):
    for link in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / link).exists(), link


SHOWN = [("a\nb", "a\nb", True), ("a x b", "a ... b", True), ("a", "b", False), ("a\nb\nc", "a\n...\nc", True), ("a b", "a", False)]


@pytest.mark.parametrize(("said", "shown", "same"), SHOWN)
def test_dots_stand_for_anything_and_nothing_else_does(said, shown, same):
    assert agrees(said, shown) is same


def test_the_changelog_tells_findings_first():
    headings = re.findall(r"^### (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.M)
    assert headings[0] == "Findings that change"
