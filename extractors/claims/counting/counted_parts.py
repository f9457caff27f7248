"""Counts whose parts are counts: "syv medlemmer; tre udpeges af …", "7 af de 10 områder. De tre øvrige"."""

from __future__ import annotations

import re

from extractors.claims.comparing.comparable import same_noun
from extractors.claims.counting.counted import SLIP, say_count, whole_number
from extractors.claims.ledger import Ledger
from extractors.claims.nearby import VOTES
from extractors.claims.sentence import NUMBERED, Sentence, pattern

_OF_THOSE = pattern(
    r"(?P<a><N>) (?:ud )?af (?:de|disse|i alt|vores|\w+s) (?P<b><N>)|^af (?:de|vores|\w+s) (?P<b2><N>)~40 <free>(?P<a2><N>)"
)
_OTHERS = pattern(
    r"\b(?:de|den|det) (?P<r><N>) (?:øvrige|andre|resterende|sidste|tilbageværende|manglende)\b(?! \w+ (?:i|på|ved|fra|uden)\b)"
)
_FEWER = pattern(
    r"\b(?:nedl[æa]g|luk|fjern|s[æo]lg|ophør|stop|tr[æa]k|opsig|udgå|nedriv|nedrevet|bortfald)[^;.]*, så (?:der|vi|de|kommunen|byen)"
    r"(?: [a-zæøå]+)? (?:er|har|bliver)(?: der)?(?: [a-zæøå]+)? (?P<r><N>)(?! af\b)"
)
"""Some of them are gone: "… nedlægger fire af de 22 legepladser, så der fremover er 18"."""
_OF_THEM = pattern(r"^(?P<a><N>) <ofthem>")
_EACH = pattern(r"<N> <ofthem>(?: [a-zæøå]+){1,4}(?:, <N>(?: [a-zæøå]+){1,4})+,? (?:og|mens) <N>(?: [a-zæøå]+){1,4}\.?\s*")
""" "Ni af dem støtter forslaget, tre er imod, og fire tager ikke stilling."."""
_OF_THOSE_HERE = pattern(r"<N> (?:ud )?af (?:de|disse) <N>")
""" "Fem siger, at de venter; tre af de fem bor på Solgården": some of them once more."""
_TIMES = frozenset(("år", "dage", "timer", "uger", "måneder"))
_LAST_ONE = re.compile(r"\b(?:den sidste|det sidste|den femte|den tredje|den fjerde|den sjette|den ene|den anden|ét|én|et|en)\b")
_PARTED = re.compile(r";|, hvoraf |: ")
_ELECTED = re.compile(r"\b(?:vælges|udpeges|udnævnes|valgt|udpeget)\b")


def find(ledger: Ledger) -> None:
    """Every count of a sentence with its parts there or in the sentences after it."""
    for i, (s, before) in enumerate(ledger.in_turn(3)):
        if s.holds & NUMBERED:
            _parts_of_count(ledger, s)
            _of_them(ledger, s, before)
            _others(ledger, s, ledger.sentences[i + 1 : i + 4])


def _parts_of_count(ledger: Ledger, s: Sentence) -> None:
    """ "En bestyrelse på syv medlemmer …; tre udpeges af A, tre af B og ét af C"."""
    for mark in _PARTED.finditer(s.skeleton):
        head = [m for m in s.between(0, mark.start()) if m.unit == "number" and not m.qualifier]
        tail = s.skeleton[mark.end() :]
        parts = [m for m in s.between(mark.end(), len(s.skeleton)) if m.unit == "number"]
        if (
            len(head) != 1
            or len(parts) < 2
            or not re.match(r"\s*\ue005", tail)
            or any(p.noun and p.noun[:4] != head[0].noun[:4] for p in parts)
            or head[0].noun in _TIMES
            or _OF_THOSE_HERE.search(tail)
            or VOTES.search(tail)
        ):
            continue
        one = re.search(r"(?:og|samt) (?:én|ét|en|et|den sidste|det sidste|den (?:anden|tredje|fjerde|femte|sjette))\b", tail)
        total = sum(p.value for p in parts) + (1 if one else 0)
        closed = mark.group() != ", hvoraf " or len(parts) + bool(one) > 2 and _ELECTED.search(tail)
        if re.search(r"\b(?:resten|øvrige|en række|en del|nogle|enkelte|flere|hver)\b", tail) or not closed:
            continue
        sure = whole_number(head[0]) and (total <= head[0].value or mark.group() == ";")
        say_count(ledger, s, head[0], int(total), "note" if sure else "unverifiable")


def _of_them(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "fem ændringer. To af dem giver …, to giver …, og den sidste er …"."""
    match = _OF_THEM.match(s.skeleton)
    if not match or not before:
        return
    whole = [m for m in before[-1].mentions if m.unit == "number" and whole_number(m)]
    parts = [m for m in s.mentions if m.unit == "number"]
    last = _LAST_ONE.search(s.skeleton, s.skeleton.rfind(" og ")) if " og " in s.skeleton else None
    if len(whole) == 1 and last and last.group().startswith(("den ", "det ")) and all(not p.noun or p is parts[0] for p in parts):
        say_count(ledger, before[-1], whole[0], int(sum(p.value for p in parts)) + 1, "note")
    elif len(whole) == 1 and len(parts) > 2 and _EACH.fullmatch(s.skeleton):
        total = int(sum(p.value for p in parts))
        say_count(ledger, before[-1], whole[0], total, "note" if abs(total - whole[0].value) <= SLIP else "unverifiable")


def _others(ledger: Ledger, s: Sentence, following: list[Sentence]) -> None:
    """ "7 af de 10 områder. De tre øvrige …"."""
    match = _OF_THOSE.search(s.skeleton)
    if not match:
        return
    a, b = (s.of(match.start(g if match["a"] else f"{g}2")) for g in "ab")
    for t in [s, *following]:
        text = t.skeleton if t is not s else t.skeleton[match.end() :]
        fewer = _FEWER.search(s.skeleton) if t is s else None
        rest = fewer or _OTHERS.search(text)
        if rest:
            r = t.of(rest.start("r") + (match.end() if t is s and not fewer else 0))
            # "Andelen X er steget. De fire øvrige …": all but the one told last
            other = t not in (s, *following[:1]) and r.value == b.value - 1
            far = abs(b.value - a.value - r.value) > SLIP or fewer and r.noun and not same_noun(r, b)
            if a.value < b.value and r is not b and not other and not far:
                ledger.say(t, "count", "difference", r, [a, b], if_not="note")
            return
