"""Whether two figures speak of the same thing, by their words, and whether their numbers can be the same."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from minutes.bearings import MONEY_HEADS, ONE_SIDED
from minutes.closeness import exchanged
from minutes.content import WORD, shared, stem, stems
from minutes.needs import led
from minutes.records import Amount, Figure
from minutes.subject import Subject

_LEAST_WORDS, _LEAST_CLAUSE = 3, 18
_SHORT = 5
"""Letters of a stem that may mean anything."""
_CHANGED_TO = led(r"(?i)\b(?:stig\w*|steg|fald\w*|hæv\w*|sænk\w*|forhøj\w*|nedsæt\w*|øg\w*)\b[^#]*\btil #")
_THEN = re.compile(r"(?i)\bi (?:19|20)\d\d (?:var|kostede|lå|havde|fik|betalte)\b")
_LABEL = re.compile(r"\W*([A-ZÆØÅ][^.:;#\d]{2,40}): [A-ZÆØÅ]")
_OPPOSITES = (
    (r"højeste|største|fleste|flest|dyreste|højere", r"laveste|mindste|færreste|færrest|billigste|lavere"),
    (r"merforbrug\w*|merudgift\w*", r"mindreforbrug\w*|mindreudgift\w*"),
    (r"stig(?:er|et|ning\w*|e)|steg", r"fald(?:et|er|e)?|faldt"),
    (r"kvinder\w*|piger\w*", r"mænd\w*|drenge\w*"),
    (r"inkl\.?|inklusive", r"ekskl\.?|eksklusive"),
    (r"primo", r"ultimo"),
    (r"fuldtids?\w*|heldags?\w*", r"deltids?\w*|halvdags?\w*"),
    (r"første", r"anden|andet|sidste"),
    (r"indtægt\w*", r"udgift\w*"),
    (r"drift\w*", r"anlæg\w*"),
    (r"kommunen\w*|byen|lokalt|hos os", r"på landsplan|hele landet|landsgennemsnit\w*|regionen"),
    (r"i dag|nu", r"for \w+ (?:år|måneder|uger) siden|året før|sidste år|dengang"),
    (r"gav|var|blev|udgjorde|kostede|havde|modtog", r"bliver|vil (?:blive|give|udgøre|koste|have)|forventes|ventes"),
)
_CONTRAST = led(
    "|".join(rf"(?P<{way}{i}>(?<!\w)(?:{words})(?!\w))" for i, two in enumerate(_OPPOSITES) for way, words in zip("ab", two, strict=True))
)
_PAIRS = tuple(frozenset((f"a{i}", f"b{i}")) for i in range(len(_OPPOSITES)))
_NAMED = re.compile(r"(?<!\w)([^\W\d_]{7,}(?:en|et|ne)) (?:på|udgør|er|var|bliver|blev|udgjorde)(?: i alt)? #")

_SO_MUCH = re.compile(r"([^\W\d_]{5,}) på(?: i alt)? #")
_FOR_EACH = re.compile(r"\bpr\. (?:påbegyndt |ny )?([^\W\d_]{3,})(?=[^.;]*#)")
_WHICH = re.compile(r"(?i)\b(?:de|den|det|dem)(?: (?:#|\d+))?(?: [^\W\d_]+){0,2},? (?:der|som|hvor) ([^,#]+)")
"""Which of them are meant: "de 43 kommuner, der afholdt valget digitalt"."""


def agree(one: Subject, other: Subject) -> bool:
    """Whether one number can be both; signs are left aside, for a surplus is printed with and without one."""
    return meets((one.low, one.high), (other.low, other.high))


def meets(one: tuple[Decimal, Decimal], other: tuple[Decimal, Decimal]) -> bool:
    """Whether two intervals, without their signs, have more than an end in common: 11 and 12 mio. are two, though 11,5 rounds to both."""
    (a, b), (c, d) = sorted(map(abs, one)), sorted(map(abs, other))
    return a <= d and c <= b if a == b or c == d else a < d and c < b


def apart(one: Subject, other: Subject, lenient: bool = False, amended: bool = False) -> bool:
    """Whether something sets the two apart: years, price level, net and gross, part and whole, old and new, purpose or name.

    `lenient`: a word like "netto" or "stiger" beside one of the two alone does not. `amended`: nor does an amendment that says so.
    """
    marks = (one.marks ^ other.marks) - (frozenset({"amended"}) if amended else frozenset())
    if marks - (ONE_SIDED if lenient else frozenset()) or {"net", "gross"} <= marks:
        return True
    if one.years and other.years and one.years != other.years:
        return True
    if not lenient and _of_another_time_or_line(one, other):
        return True
    if {one.against, other.against} == {1, 2} or _other_answers(one, other):
        return True
    if contrasted(one.clause, other.clause) or _of_others(one.clause, other.clause):
        return True
    if _unlike(_head(one), _head(other)) or _unlike(_each(one), _each(other)):
        return True
    return _records_apart(one.record, other.record) or _unlike(one.purpose, other.purpose) or _unlike(one.names, other.names)


def _each(subject: Subject) -> frozenset[str]:
    """What a price is for each of, by the words before it: "pr. sæk #", "pr. påbegyndt time #"."""
    return frozenset(stem(match[1]) or match[1] for match in _FOR_EACH.finditer(subject.near))


def _head(subject: Subject) -> frozenset[str]:
    """What is so much, in the word right before it that is no word for money: "ved låneoptagelse på #"."""
    named = _SO_MUCH.search(subject.near)
    return stems(named[1]) - MONEY_HEADS if named else frozenset()


def _other_answers(one: Subject, other: Subject) -> bool:
    """Are they percentages of what different things are said: "88 % mener, at det er let" and "78 % oplever støtten som god"?

    Two digits that have changed places are a slip, whatever the words beside them.
    """
    if one.unit != "percent" or other.unit != "percent" or exchanged(one.value, other.value):
        return False
    said, told = (stems(s.said) - s.words for s in (one, other))
    return bool(said - told and told - said) and not shared(said, told)


def _of_another_time_or_line(one: Subject, other: Subject) -> bool:
    then = _then(one) != _then(other) and not (one.years and other.years)
    return then or _changed_to(one.clause) != _changed_to(other.clause) or _label(one.clause) != _label(other.clause)


def _then(subject: Subject) -> bool:
    """Is it how much it was in a year that is gone: "I 2005 var prisen #"? Of two such the years tell."""
    return bool(subject.years) and _THEN.search(subject.clause) is not None


def _changed_to(clause: str) -> bool:
    """Is the figure what another rises or falls to?"""
    return _CHANGED_TO.search(clause) is not None


def _label(clause: str) -> str:
    """The name before a colon, of which a line tells: "Social og Sundhed: Merforbruget på #"."""
    named = _LABEL.match(clause)
    return named[1].casefold() if named else ""


def contrasted(one: str, other: str) -> bool:
    """Whether the one clause has a word, and the other only its opposite: the highest and the lowest, women and men."""
    a, b = _opposites(one), _opposites(other)
    return any(a & pair != b & pair and len(a & pair) == len(b & pair) == 1 for pair in _PAIRS)


@lru_cache(maxsize=1000)
def _opposites(clause: str) -> frozenset[str | None]:
    """The words of a clause that have an opposite, as the groups of the pattern."""
    return frozenset(m.lastgroup for m in _CONTRAST.finditer(clause.lower()))


def _of_others(one: str, other: str) -> bool:
    """Whether each clause says which of them it means, and both have a word for it that the other lacks."""
    a, b = _WHICH.search(one), _WHICH.search(other)
    which, that = (stems(m[1]) for m in (a, b)) if a and b else (frozenset(), frozenset())
    return bool(which - that and that - which)


def _records_apart(one: Amount | Figure, other: Amount | Figure) -> bool:
    if isinstance(one, Amount) and isinstance(other, Amount):
        return one.bound != other.bound or bool(one.price_level and other.price_level and one.price_level != other.price_level)
    if isinstance(one, Figure) and isinstance(other, Figure):
        known = ((one.area, other.area), (one.indicator, other.indicator), (one.as_of, other.as_of))
        return any(a and b and a != b for a, b in known)
    return True


def _unlike(one: frozenset[str], other: frozenset[str]) -> bool:
    return bool(one and other) and not shared(one, other)


def common(one: Subject, other: Subject) -> tuple[frozenset[str], bool]:
    """The content words that two subjects share, and whether all words of the shorter stand in the longer."""
    both = shared(one.words, other.words)
    least = min(len(one.words - MONEY_HEADS | both), len(other.words - MONEY_HEADS | both))
    return both, bool(both) and len(both) >= least


def same_head(one: Subject, other: Subject) -> bool:
    """Whether both are called by a word for a sum of money, whichever."""
    return bool(one.words & MONEY_HEADS and other.words & MONEY_HEADS)


def same_thing_named(one: Subject, other: Subject) -> bool:
    """Whether one long definite noun leads up to both: "Kommunegarantien udgør #" and "Kommunegarantien på #"."""
    a, b = (_NAMED.search(s.near) for s in (one, other))
    return a is not None and b is not None and a[1].casefold() == b[1].casefold() and one.words == other.words


_SAY_LITTLE = MONEY_HEADS | {"tilskud", "bidrag", "pulje", "stigning", "overskud", "underskud"}


def same_last_word(one: Subject, other: Subject) -> bool:
    """Whether one content word, of a thing and no sum, stands last before both: "mindre rengøring på #" and "mindre rengøring (#"."""
    a, b = (next(filter(None, map(stem, reversed(WORD.findall(s.near.partition("#")[0])))), "") for s in (one, other))
    return a == b and len(a) > _SHORT and a not in _SAY_LITTLE


def same_words(one: Subject, other: Subject) -> bool:
    """Whether the two stand in a clause of exactly the same words, which is not too short to mean anything."""
    long = len(one.near) + len(one.noun or "") >= _LEAST_CLAUSE
    return long and bool(one.words) and one.near.casefold() == other.near.casefold()


def same_clause(one: Subject, other: Subject) -> bool:
    """Whether the two stand in the same words, their numbers aside."""
    a, b = stems(one.clause), stems(other.clause)
    return len(a) >= _LEAST_WORDS and a == b
