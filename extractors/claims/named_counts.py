"""Counts that refer back to what was named one by one: "forslagene 4, 9, 11 og 20. De fire forslag …"."""

from __future__ import annotations

import re

from extractors.claims.counts import say_count, whole_number
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.content import akin, stem

_NUMBER = r"\d{1,4}[a-z]?(?:\s?[-–]\s?\d{1,4})?"
_NAME = r"[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*){0,2}(?: \([^()]{1,30}\))?"
_LISTED = re.compile(
    rf"\b(?P<noun>[A-ZÆØÅ]?[a-zæøå]{{3,}})\.? (?:nr\.? |numrene )?(?:(?P<numbers>{_NUMBER}(?:, {_NUMBER})*,? (?:og|samt) {_NUMBER})"
    rf"|(?P<names>{_NAME}(?:, {_NAME})*,? (?:og|samt) {_NAME}))(?![\w%])"
    r"(?!,? (?:og|samt) [\dA-ZÆØÅ]|, [\dA-ZÆØÅ]| (?:pct|procent|kr|mio|mia|år)\b)"
)
_RANGE = re.compile(r"(\d+)\s?[-–]\s?(\d+)")
_ENTRY = re.compile(r", | og | samt ")
_BACK = pattern(r"\b(?:de|disse|alle|samtlige) (?P<n><N>) (?:(?:nævnte|anførte|omtalte|pågældende) )?(?P<noun>[a-zæøå]+)(?P<more>,? \w+)?")
_WHICH = re.compile(r",? (?:i|på|ved|fra|med|der|som|af|til|om|over|under|mellem|uden|hvor|nye|største|mindste|første|sidste)$")
"""Words after the noun that choose some of several: "de to planer ved havnen"."""


def find(ledger: Ledger) -> None:
    """Every such count with the nearest enumeration before it, in its sentence or the two before."""
    for s, before in ledger.in_turn(2):
        for match in _BACK.finditer(s.skeleton):
            _refers(ledger, before, s, match)


def _refers(ledger: Ledger, before: list[Sentence], s: Sentence, match: re.Match[str]) -> None:
    n, noun = s.of(match.start("n")), match["noun"]
    if not whole_number(n) or n.value < 2 or _WHICH.fullmatch(match["more"] or ""):
        return
    start = before[0].start if before else s.start
    listed = [m for m in _LISTED.finditer(ledger.flow.text, start, n.start) if _same(m["noun"], noun)]
    others = [m for t in (*before, s) for m in t.mentions if m is not n and start <= m.start < n.start and m.noun and _same(m.noun, noun)]
    if len(listed) == 1 and not others:
        say_count(ledger, s, n, _how_many(listed[0]), "warning", [listed[0].start()], "named")


def _same(one: str, other: str) -> bool:
    """Are two words forms of one noun?"""
    a, b = (stem(word.lower()) or word.lower() for word in (one, other))
    return a == b or one.islower() and akin(a, b)


def _how_many(listed: re.Match[str]) -> int:
    written = listed["numbers"] or listed["names"]
    spans = [int(last) - int(first) for first, last in _RANGE.findall(written)]
    return len(_ENTRY.split(re.sub(r"\([^)]*\)", "", written))) + sum(spans)
