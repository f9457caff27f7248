"""Danish and English: a finding that one reader gets, the other gets too."""

from __future__ import annotations

import re
import string

import pytest
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from minutes.language import LOCALES, message, translator
from tests.made import finding
from tests.messages import marked, templates

FOLDER = LOCALES / "en" / "LC_MESSAGES"


@pytest.fixture(scope="module")
def english() -> dict[str, str]:
    with open(FOLDER / "minutes.po", "rb") as file:
        return {m.id: m.string for m in read_po(file) if m.id}


def names(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_every_sentence_that_a_check_can_say_is_translated(english):
    assert templates() - english.keys() == set()


def test_every_word_of_a_report_is_translated(english):
    spoken = {text for text in marked() if not re.fullmatch(r"[a-z]+", text) or text in english}
    assert spoken - english.keys() == set()


def test_a_translation_has_the_same_names_to_fill_in(english):
    assert {k: v for k, v in english.items() if names(k) != names(v)} == {}


def test_the_compiled_catalogue_is_that_of_the_text(english):
    with open(FOLDER / "minutes.mo", "rb") as file:
        assert {m.id: m.string for m in read_mo(file) if m.id} == english


def test_a_finding_in_english_and_danish():
    found = finding("udgør 455.000 kr.", "455.000 kr.")
    assert message(found) == "Delene giver 465.000 kr., men der står 455.000 kr."
    assert message(found, "en") == message(found), "what has no translation stays Danish"
    assert translator("en")("Nummer {number} er brugt to gange.") == "Number {number} is used twice."
