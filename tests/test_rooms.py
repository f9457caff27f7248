"""Imports go one way, cli → commands → {extractors, corpus} → minutes: otherwise the checks could not run where no PDF library is."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {
    "minutes": {"extractors", "corpus", "commands", "cli", "pdfplumber", "pypdfium2", "spacy", "docx"},
    "extractors": {"corpus", "commands", "cli"},
    "corpus": {"commands", "cli"},
    "commands": {"cli"},
}
ONLY_ROOM_FOR = {"spacy": {"extractors/decisions/phrases.py"}}


def imported(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("room", FORBIDDEN)
def test_no_room_imports_what_it_must_not_know(room):
    bad = {str(p.relative_to(ROOT)): imported(p) & FORBIDDEN[room] for p in (ROOT / room).rglob("*.py") if imported(p) & FORBIDDEN[room]}
    assert bad == {}


def test_reading_a_document_knows_nothing_of_reading_many():
    """Otherwise a worker and what it runs would import each other."""
    one = [p for p in (ROOT / "extractors").rglob("*.py") if p.parent.name != "ingest"]
    assert [p.name for p in one if "extractors.ingest" in p.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize(("package", "rooms"), ONLY_ROOM_FOR.items())
def test_one_room_alone_knows_the_language_library(package, rooms):
    users = {
        p.relative_to(ROOT).as_posix() for room in ("minutes", "extractors") for p in (ROOT / room).rglob("*.py") if package in imported(p)
    }
    assert users <= rooms


@pytest.mark.parametrize("module", ["minutes", "minutes.checks", "minutes.store", "minutes.search", "cli"])
def test_what_starts_often_loads_nothing_heavy(module):
    code = (
        f"import sys, {module}; print(*sorted({{'spacy', 'numpy', 'pdfplumber', 'pypdfium2', 'matplotlib', 'docx', 'distributed'}} & "
        f"set(sys.modules)))"
    )
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.strip() == ""


def test_every_package_but_the_corpus_is_shipped():
    """A folder that pyproject.toml forgets works here and fails for whoever installs the wheel. The corpus is for the tests."""
    listed = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"]["packages"]
    there = {p.parent.relative_to(ROOT).as_posix().replace("/", ".") for room in FORBIDDEN for p in (ROOT / room).rglob("__init__.py")}
    assert set(listed) == there - {"corpus"}


def test_the_map_of_the_rooms_is_the_tree():
    """docs/design.md names every package, and no path that is not there."""
    named = set(re.findall(r"`((?:\w+/)+(?:\w+\.\w+)?|\w+\.py)`", (ROOT / "docs" / "design.md").read_text(encoding="utf-8")))
    packages = {f"{p.parent.relative_to(ROOT).as_posix()}/" for room in FORBIDDEN for p in (ROOT / room).rglob("__init__.py")}
    assert packages <= named and all((ROOT / path).exists() for path in named), packages - named
