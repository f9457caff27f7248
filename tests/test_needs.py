"""A pattern is tried only where it can match: what is skipped would have found nothing."""

import re
import sys
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.document import extract
from extractors.reading import read
from minutes.checks import judge
from minutes.needs import _CASED, EDGE, holds, led, needs, pieces
from tests.program import MADE

NEEDED = [
    # pattern                                     one of these is in every match
    (r"\b(?:heraf|deraf)\b", {"|heraf|", "|deraf|"}),  # where it begins and ends a word: no "lig" in "bolig"
    (r"(?<!\w)(?:en )?lig(?!\w)", {"|lig|"}),
    (r"stig(?:er|ning)? med", {"stig"}),
    (r"i alt (?:på )?\d", {"|alt|"}),  # a piece has no space in it
    (r"bevilling(?:en)?", {"bevillin"}),  # and eight letters at most
    (r"(?i)RESTEN|[Øø]vrige", {"resten", "vrige"}),
    (r"(?:to|tre) (?=gange)", {"gange"}),
    (r"(?<=pct\.) [A-Z]", {"pct|."}),
    (r"(?:x|y)?(?:ab)+", {"ab"}),
    (r"ikke(?! længere)", {"ikke"}),
    (r"[,;] \d", {",", ";"}),
]


@pytest.mark.parametrize(("pattern", "needed"), NEEDED)
def test_what_every_match_holds(pattern, needed):
    assert {piece.replace(EDGE, "|") for piece in pieces(re.compile(pattern))} == needed


@pytest.mark.parametrize("pattern", [r"\d+", r"heraf|\d", r"(?:heraf)?", r"\s", r".", r"(?!heraf)"])
def test_a_pattern_that_needs_no_letter_has_no_bit(pattern):
    with pytest.raises(ValueError, match="without any letter"):
        needs(re.compile(pattern))


PATTERNS = [re.compile(p) for p in (
    r"\bab+c\b|b d", r"(?i)[ab]c(?:d|é)", r"(?<=a)bc?", r"s(?=t)", r"(?i)is|k",
    r"\b(?:ab )?c(?:d|a{2})?\b", r"(?<!\w)(?:a|b ?)+(?!\w)", r"^(?:a| b)c|d$")]
BITS = [needs(pattern) for pattern in PATTERNS]


@given(st.text(alphabet="abcdABCD ésSkK\n\u212a\u017f\u0130\u0131"))
def test_where_a_pattern_matches_the_text_has_its_bit(text):
    for pattern, bit in zip(PATTERNS, BITS, strict=True):
        assert not pattern.search(text) or holds(text) & bit


def test_a_text_without_the_word_lacks_the_bit():
    bit = needs(re.compile(r"\bheraf\b"))
    assert holds("Prisen er 12 mio. kr., heraf 3 i 2024") & bit
    assert holds("HERAF.") & bit
    assert not holds("Prisen er 12 mio. kr. i 2024") & bit


LED = [r"(?<!x)abe|\bkat\b", r"\d+ kr|[a-c]x", r"(?:en|to)? ?gang", r"(?i)\b(?:en|kat)", r"\b(?i:k|[n-o])a?"]
LED += [r".a", r"a?", r"[^a]b", r"(?i)b[^ ]"]


@pytest.mark.parametrize("pattern", LED)
@given(text=st.text(alphabet="abekatx 12gnkroKO\u212a"))
def test_a_led_pattern_finds_the_same(pattern, text):
    assert [m.span() for m in led(pattern).finditer(text)] == [m.span() for m in re.finditer(pattern, text)]


@pytest.mark.parametrize("letter", _CASED)
def test_where_case_is_ignored_every_form_of_a_letter_is_led_to(letter):
    forms = "".join(map(chr, range(sys.maxunicode + 1)))
    assert led(rf"(?!\d){letter}", re.I).findall(forms) == re.findall(letter, forms, re.I)


@pytest.mark.parametrize("path", sorted(MADE.glob("*.pdf"))[::3], ids=lambda path: path.stem)
def test_a_document_says_the_same_when_every_pattern_is_tried(path, monkeypatch):
    reading = read(path)
    gated = judge([extract(reading, path.name, "0")])
    monkeypatch.setattr("minutes.needs._BITS", defaultdict(lambda: -1))
    assert holds("intet") == -1
    assert judge([extract(reading, path.name, "0")]) == gated
