"""A statement about a rule, and which sentences may make one."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractors.rules.met_words import CRITERIA, MET_WORDS
from extractors.rules.regimes import Regime, Regimes, Sentence
from minutes.needs import led, needs

_ANCHOR = led(
    rf"{CRITERIA}|{MET_WORDS}|opfyld|\bår\b|års\w*gennemsnit|\baf (?:de )?(?:to|tre|fire|fem|seks|\d)\b"
    r"|\bpå hinanden|i træk|i streg",
    re.I,
)
"""Without one of these words a sentence says nothing of a rule."""
_OTHER_CRITERIA = re.compile(
    r"\b(?:pulje\w*|ansøg\w*|tilskud\w*|støtte\w*|udbud\w*|tildeling\w*|udvælgelse\w*|visitation\w*|udlejningskriteri\w*|venteliste\w*"
    r"|fleksib\w+|boligsøgende|\w*projekt\w*|kvalitetskriteri\w*|bæredygtighed\w*|dgnb|succeskriteri\w*|fordelingskriteri\w*)\b",
    re.I,
)
"""Criteria of something else: of a fund, a tender, a waiting list."""
_ANCHORED, _OTHERS = needs(_ANCHOR), needs(_OTHER_CRITERIA)


@dataclass(frozen=True, slots=True)
class Rule:
    """A statement about a rule. `relation`: least (n of m), criteria (m), changed (from n to m), years, average, indicator.

    `start` to `end` is its clause.
    """

    relation: str
    start: int
    end: int
    regime: Regime
    sentence: Sentence
    least: int | None = None
    of: int | None = None
    extra: dict = field(default_factory=dict)


_ITS_LAW = re.compile(r"§ ?61 ?a\b")
"""The paragraph of the lists, whatever support is spoken of before it."""


def may_tell(regimes: Regimes, sentence: Sentence) -> bool:
    """May a sentence tell the rule of the lists, and no fund's or tender's, which the sentence before may speak of?"""
    if not sentence.context.topic or not (sentence.holds & _ANCHORED and _ANCHOR.search(sentence.text)) or _of_others(sentence):
        return False
    above = None if sentence.kinds or _ITS_LAW.search(sentence.text) else regimes.above(sentence)
    return not (above and not above.kinds and _of_others(above))


def _of_others(sentence: Sentence) -> bool:
    return bool(sentence.holds & _OTHERS and _OTHER_CRITERIA.search(sentence.text))


def make(
    relation: str,
    regimes: Regimes,
    sentence: Sentence,
    start: int,
    end: int,
    *,
    least: int | None = None,
    of: int | None = None,
    kind: str | None = None,
    extra: dict | None = None,
) -> Rule:
    """A statement at `start` to `end` of a sentence; `kind` names the list where the words do not."""
    regime = regimes.at(sentence.start + start)
    if kind:
        regime = replace(regime, kind=kind, bound="sentence")
    return Rule(relation, *clause(sentence, start, end), regime, sentence, least, of, extra or {})


def clause(sentence: Sentence, start: int, end: int, longest: int = 280) -> tuple[int, int]:
    """The sentence around a statement, cut to `longest` characters about it; offsets in the running text."""
    low, high = len(sentence.text) - len(sentence.text.lstrip("-–•*· \t")), len(sentence.text.rstrip())
    if high - low > longest:
        low, high = max(start - longest // 2, 0), min(end + longest // 2, high)
        low = sentence.text.find(" ", low) + 1 if low else 0
    return sentence.start + low, sentence.start + high
