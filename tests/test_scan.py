"""Looking only near the words that a pattern needs finds what looking everywhere finds."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes.danish import FRACTION, fractions
from minutes.scan import LONGEST_SENTENCE_CHARS, lower, near, parted

TEXTS = [
    "",
    "en tredjedel",
    "To tredjedele af eleverne og hver fjerde af lærerne, dog hver 10. dag",
    "halvdelen" * 3,
    "del " * 50 + "en femtedel",
    "ca. 1/3 af borgerne, 2/3 af dem og 3/4 del; hver anden uge",
    "x" * 500 + " knap en fjerdedel af boligerne " + "y" * 500 + " godt 2/5 ",
]


@pytest.mark.parametrize("text", TEXTS)
def test_near_finds_the_fractions_that_the_whole_text_has(text):
    assert [(n.start, n.end) for n in fractions(text)] == [m.span() for m in FRACTION.finditer(lower(text))]


@given(st.text(alphabet="ab1 "))
def test_near_finds_what_the_pattern_finds(text):
    pattern = re.compile(r"a?b1(?! )")
    assert [m.span() for m in near(pattern, re.compile("b1"), text, 1, 1)] == [m.span() for m in pattern.finditer(text)]


@given(st.text())
def test_lower_case_keeps_every_character_at_its_place(text):
    assert len(lower(text)) == len(text)


def test_lower_case_of_a_letter_that_two_would_stand_for():
    assert lower("I \u0130stanbul BYRÅD") == "i \u0130stanbul byråd"


def test_a_sentence_too_long_for_one_is_parted_at_blanks():
    text = "Kort. " + "og fem boliger " * 400 + "\n" + "x" * 5000
    ends = list(parted(text, [6, 6007]))
    assert {6, 6007} < set(ends)
    assert all(b - a <= LONGEST_SENTENCE_CHARS for a, b in zip([0, *ends], [*ends, len(text)], strict=True))
    assert {text[end] for end in ends if 6 < end < 6007} == {" "}


@pytest.mark.parametrize("ends", [[], [6], [6, 12]])
def test_other_sentences_are_left_whole(ends):
    assert list(parted("Først. Siden.", ends)) == ends
