"""Phrases are found as spaCy's matchers find them in what its Danish tokenizer makes of a text."""

from functools import cache
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.decisions.outcome_words import OUTCOMES
from extractors.decisions.phrases import _found, outcomes
from extractors.layout import flow
from extractors.reading import read
from tests.program import MADE

SAID = [
    # text                                                     the phrases in it, with their labels
    ("Indstillingen blev ikke godkendt.", [("rejected", "ikke godkendt")]),
    ("Blev tiltrådt af alle, dog uden enighed om betalingen.", [("adopted", "tiltrådt"), ("adopted", "enighed om")]),
    ("De udsatte boligområder er besøgt.", []),
    ("Forslaget-godkendt, medgodkendt og godkendtes", [("adopted", "godkendtes")]),
    ("Udvalget tiltrådte\nindstillingen", [("adopted", "tiltrådte")]),
    ("enighed\nom", []),
    ("enighed  om", []),
    ("Godkendt.Byrådet", [("adopted", "Godkendt")]),
    ("", []),
]


@pytest.mark.parametrize(("text", "said"), SAID)
def test_the_phrases_of_a_text(text, said):
    assert [(hit.label, text[hit.start : hit.end]) for hit in outcomes(text)] == said


@cache
def theirs():
    """spaCy's tokenizer, and its matcher with every phrase."""
    import spacy
    from spacy.matcher import Matcher

    nlp = spacy.blank("da")
    matcher = Matcher(nlp.vocab)
    for row, (label, phrase) in enumerate(OUTCOMES):
        matcher.add(f"{label}:{row}", [[token(word) for word in phrase.split()]])
    return nlp, matcher


def token(word):
    """One word of a phrase as spaCy has it."""
    if word in ("..", "..."):
        return {"IS_SPACE": False, "OP": "{0,8}" if word == "..." else "{0,3}"}
    said = {"REGEX": "^(?:" + word.rstrip("?").replace("*", r"\w*") + ")$"}
    return {"LOWER": said, **({"OP": "?"} if word.endswith("?") else {})}


def as_spacy(text):
    """What it finds, the longest first, of those as long the first, and at one place the last of the table."""
    nlp, matcher = theirs()
    doc, taken, hits = nlp(text), set(), []
    names = [(*nlp.vocab.strings[key].split(":"), first, last) for key, first, last in matcher(doc)]
    for label, _, first, last in sorted(names, key=lambda hit: (hit[2] - hit[3], hit[2], -int(hit[1]))):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            hits.append((doc[first].idx, doc[last - 1].idx + len(doc[last - 1]), label))
    return sorted(hits)


def as_ours(text):
    return [(hit.start, hit.end, hit.label) for hit in _found(text)]


@pytest.mark.parametrize("path", sorted(MADE.glob("*.pdf"))[::6], ids=lambda path: path.stem)
def test_what_spacy_finds_in_a_document_is_found(path):
    text = flow(read(path)).text
    for piece in (text, *text.split("\n")):
        assert as_ours(piece) == as_spacy(piece)


OF_PHRASES = sorted({way for _, phrase in OUTCOMES for word in phrase.split() for way in word.strip("?").replace("*", "e").split("|")})
SPOKEN = st.sampled_from([*OF_PHRASES, *(a + b for a, b in product(("2.000", "kr.", "12,", "(3)", "f.eks.", "A/S", "3."), (" ", "\n")))])


@settings(max_examples=300, deadline=None)
@given(st.lists(SPOKEN, max_size=12).map(" ".join))
def test_what_spacy_finds_in_any_words_is_found(text):
    assert as_ours(text) == as_spacy(text)
