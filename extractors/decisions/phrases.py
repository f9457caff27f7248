"""Phrases of words found in a text: how they are written and matched. The only room that knows spaCy.

A phrase is written as it is said. `a|b` are alternatives, `indstil*` begins so, `word?` may be missing, `..` is up to three
words in between and `...` up to eight, none of them "men". Matches are of whole words; where two overlap the longer one counts (of two
as long the later in the table), so that "ikke godkendt" beats "godkendt" and a trap with the label "" ("udsatte boligområder") swallows
what only looks like a decision.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, lru_cache, reduce
from itertools import product
from operator import or_
from types import ModuleType
from typing import Any

from extractors.decisions.outcome_words import OUTCOMES
from extractors.decisions.tallies import tallies
from minutes.kept import kept

MOST_WORDS = 100_000


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found: the label and the characters."""

    label: str
    start: int
    end: int


@lru_cache(4096)
def outcomes(text: str) -> tuple[Hit, ...]:
    """The outcome phrases of a text in order, overlapping ones reduced to the longest; traps left out."""
    return tuple(hit for hit in find(OUTCOMES, text) if hit.label)


def of_all(text: str) -> tuple[Hit, ...]:
    """The same without what some voted: "9 gav deres ja og 6 deres nej til planen, som hermed er vedtaget"."""
    sides = tallies(text) if _YES_OR_NO.search(text) else ()
    if not {"for", "against"} <= {t.side for t in sides}:
        return outcomes(text)
    inside = {at for t in sides for at in range(t.start, t.end)}
    return tuple(h for h in outcomes(text) if h.label not in ("adopted", "rejected") or inside.isdisjoint(range(h.start, h.end)))


_YES_OR_NO = re.compile(r"\d [^.;]*?\b(?:ja|nej|gik)\b")


def find(vocabulary: tuple[tuple[str, str], ...], text: str) -> list[Hit]:
    """The phrases of a vocabulary in a text, in order, the longest where they overlap."""
    nlp, plain, gapped, bits = _matchers(vocabulary)
    doc = nlp.make_doc(text)
    held = reduce(or_, (bits[token.lower_] for token in doc), 0)
    matchers = (plain, *(matcher for needed, matcher in gapped if held & needed == needed))
    hits: list[tuple[int, int, int]] = []
    row = lambda key: int(nlp.vocab.strings[key].split(":")[1])  # noqa: E731
    taken: set[int] = set()
    for key, first, last in sorted((m for matcher in matchers for m in matcher(doc)), key=lambda m: (m[1] - m[2], m[1], -row(m[0]))):
        if taken.isdisjoint(range(first, last)):
            taken.update(range(first, last))
            hits.append((first, last, key))
    return [Hit(nlp.vocab.strings[key].split(":")[0], doc[a].idx, doc[b - 1].idx + len(doc[b - 1])) for a, b, key in sorted(hits)]


class _Words(dict[str, int]):
    """The bits of a word in lower case: which words of the phrases it can stand for, each of which has its bit."""

    def __init__(self) -> None:
        self._bits: dict[str, int] = {}
        self._starred: list[tuple[re.Pattern[str], int]] = []
        self._whole: dict[str, int] = {}

    def add(self, written: str) -> int:
        """The bit of a word of a phrase, as the phrase has it."""
        if written not in self._bits:
            bit = self._bits[written] = 1 << len(self._bits)
            for word in written.split("|"):
                self._whole[word] = self._whole.get(word, 0) | bit
            if "*" in written:
                self._starred.append((re.compile(_spelled(written)), bit))
        return self._bits[written]

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        made = self[word] = reduce(or_, (bit for starred, bit in self._starred if starred.match(word)), self._whole.get(word, 0))
        return made


@cache
def _matchers(vocabulary: tuple[tuple[str, str], ...]) -> tuple[Any, Any, list[tuple[int, Any]], _Words]:
    """The pipeline, a PhraseMatcher for the plain phrases (fast), and a Matcher for each one with gaps and stars (slow): it is tried
    where the text has all words that the phrase needs, whose bits stand before it."""
    nlp = _danish()
    from spacy.matcher import Matcher, PhraseMatcher

    plain, gapped, held = PhraseMatcher(nlp.vocab, attr="LOWER"), [], _Words()
    for i, (label, phrase) in enumerate(vocabulary):
        if set(phrase) & set(".*?"):
            needed = {held.add(word) for word in phrase.split() if not set(word) & set(".?")}
            matcher = Matcher(nlp.vocab)
            matcher.add(f"{label}:{i}", [[_token(word) for word in phrase.split()]])
            gapped.append((sum(needed), matcher))
        else:
            plain.add(f"{label}:{i}", [nlp.make_doc(" ".join(words)) for words in product(*(word.split("|") for word in phrase.split()))])
    return nlp, plain, gapped, held


@cache
def _danish() -> Any:
    with kept("spacy"):
        with _without_command_line():
            import spacy
        nlp: Any = spacy.blank("da")
    getters = nlp.vocab.lex_attr_getters  # of the two dozen that each new word is asked for, the matchers look at two
    nlp.vocab.lex_attr_getters = {key: getters[key] for key in (spacy.attrs.LOWER, spacy.attrs.IS_SPACE)}
    return nlp


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Import spaCy without its commands, which load a web client, templates and a trainer.

    Measured: 1.4 seconds of CPU instead of 2.0 and 370 modules less, for every run that reads a file. What needs the commands later gets
    the real ones.
    """
    names = [name for name in ("spacy.cli", "spacy.cli.info") if "spacy" not in sys.modules]
    for name in names:
        sys.modules[name] = module = ModuleType(name)
        vars(module)["info"] = None
    try:
        yield
    finally:
        for name in names:
            del sys.modules[name]


def _token(word: str) -> dict[str, Any]:
    """One word of a phrase as a Matcher's token."""
    if set(word) <= {".", "?"}:
        return {"IS_SPACE": False, "LOWER": {"NOT_IN": ["men"]}, "OP": "{0,8}" if word.startswith("...") else "{0,3}"}
    extra = {"OP": "?"} if word.endswith("?") else {}
    words = word.rstrip("?").split("|")
    if any("*" in w for w in words):
        return {"LOWER": {"REGEX": _spelled(word.rstrip("?"))}, **extra}
    return {"LOWER": {"IN": words} if len(words) > 1 else words[0], **extra}


def _spelled(word: str) -> str:
    """One word of a phrase as a pattern."""
    return "^(?:" + word.replace("*", r"\w*") + ")$"
