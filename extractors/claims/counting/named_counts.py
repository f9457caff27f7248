"""Counts that refer back to what was named one by one: "forslagene 4, 9, 11 og 20. De fire forslag …"."""

from __future__ import annotations

import re

from extractors.claims.counting.counted import say_count, whole_number
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.content import akin, stem
from minutes.needs import needs

_NUMBER = r"\d{1,4}[a-z]?(?:\s?[-–]\s?\d{1,4})?"
_NAME = r"[A-ZÆØÅ][\w.-]*(?: [A-ZÆØÅ][\w.-]*){0,2}(?: \([^()]{1,30}\))?"
_LISTED = re.compile(
    rf"\b(?P<noun>[A-ZÆØÅ]?[a-zæøå]{{3,}})\.? (?:nr\.? |numrene )?(?:(?P<numbers>{_NUMBER}(?:, {_NUMBER})*,? (?:og|samt) {_NUMBER})"
    rf"|(?P<names>{_NAME}(?:, {_NAME})*,? (?:og|samt) {_NAME}))(?![\w%])"
    r"(?!,? (?:og|samt) [\dA-ZÆØÅ]|, [\dA-ZÆØÅ]| (?:pct|procent|kr|mio|mia|år)\b)"
)
_RANGE = re.compile(r"(\d+)\s?[-–]\s?(\d+)")
_BRACKETS = re.compile(r" ?\([^)]*\)")
_ENTRY = re.compile(r", | og | samt ")
_BACK = pattern(
    r"\b(?:de|disse|alle|samtlige) (?P<n><N>) (?:(?P<which>[a-zæøå]+[nt]e|[a-zæøå]+ede|pågældende) )?(?P<noun>[a-zæøå]+)(?P<more>,? \w+)?"
)
_SAME = frozenset(("nævnte", "anførte", "omtalte", "pågældende"))
_ROOT = 6
"""Letters of a participle that were said before: "er bortfaldet. De tre bortfaldne forslag"."""
_NAMES = rf"(?P<names>{_NAME}(?:, {_NAME})*,? (?:og|samt) {_NAME})"
_APPOSITION = re.compile(rf" ?[a-zæøå]+, {_NAMES}(?=[,.;:])")
_THE_NAMED = re.compile(rf" ?[a-zæøå]+(?: | [a-zæøå ]{{2,60}} [-–] |: ){_NAMES}(?= [a-zæøå]| [-–] |[,.;:])")
""" "De tre skoler A, B og C får …", "de seks skoler i den nordlige del af kommunen - A, B, … - samles"."""
_DEFINITE = re.compile(r"\b(?:de|disse|vores|følgende) $", re.I)
_REFERS = needs(_BACK)
_WHICH = re.compile(r",? (?:i|på|ved|fra|med|der|som|af|til|om|over|under|mellem|uden|hvor|nye|største|mindste|første|sidste)$")
"""Words after the noun that choose some of several: "de to planer ved havnen"."""


def find(ledger: Ledger) -> None:
    """Every such count with the nearest enumeration before it, in its sentence or the two before."""
    for s, before in ledger.in_turn(2):
        for match in _BACK.finditer(s.skeleton) if s.holds & _REFERS else ():
            _refers(ledger, before, s, match)
        for n in (m for m in s.mentions if m.unit == "number" and m.noun and whole_number(m)):
            named = _APPOSITION.match(ledger.flow.text, n.end, s.end)
            if not named and _DEFINITE.search(ledger.flow.text, max(n.start - 9, s.start), n.start):
                named = _THE_NAMED.match(ledger.flow.text, n.end, s.end)
            if named and n.value > 1:
                say_count(ledger, s, n, len(_ENTRY.split(_BRACKETS.sub("", named["names"]))), "note", [named.start()], "named")


def _refers(ledger: Ledger, before: list[Sentence], s: Sentence, match: re.Match[str]) -> None:
    n, noun = s.of(match.start("n")), match["noun"]
    if not whole_number(n) or n.value < 2 or _WHICH.fullmatch(match["more"] or ""):
        return
    start = before[0].start if before else s.start
    said = ledger.flow.text[start : n.start].lower()
    if match["which"] and match["which"] not in _SAME and (stem(match["which"]) or "?")[:_ROOT] not in said:
        return
    listed = [m for m in _LISTED.finditer(ledger.flow.text, start, n.start) if _same(m["noun"], noun)]
    others = [m for t in (*before, s) for m in t.mentions if m is not n and start <= m.start < n.start and m.noun and _same(m.noun, noun)]
    if len(listed) == 1 and not others:
        say_count(ledger, s, n, _how_many(listed[0]), "note", [listed[0].start()], "named")


def _same(one: str, other: str) -> bool:
    """Are two words forms of one noun?"""
    a, b = (stem(word.lower()) or word.lower() for word in (one, other))
    short, long = sorted((a, b), key=len)
    return len(short) >= _ROOT - 2 and long.startswith(short) or one.islower() and akin(a, b)


def _how_many(listed: re.Match[str]) -> int:
    written = listed["numbers"] or listed["names"]
    spans = [int(last) - int(first) for first, last in _RANGE.findall(written)]
    return len(_ENTRY.split(_BRACKETS.sub("", written))) + sum(spans)
