"""Shares of those just counted, whatever stands between: "De tre huse har 168 børn. 42 af dem er hentet før kl. 15, dvs. hver femte"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractors.claims.dividing.share_readings import AGE, SAID_AFTER
from extractors.claims.dividing.shares import is_share, shares_of
from extractors.claims.mentions import Mention
from extractors.claims.nearby import CHANGE, Passage
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.needs import needs

BACK = 3
"""Sentences before this one whose figures may explain a share; the one right before may hold what it is of."""
_PART = pattern(r"(?P<a><N>)(?: [a-zæøå]+)? <ofthem>(?!,? (?:der|som)\b)|(?:<ofthem>|<ofit>)(?!,? (?:der|som)\b)~50(?P<a2><N>)")
_OF_WHOM = re.compile(r" af (?:dem|de [a-zæøå]+),? (?:der|som) (?P<did>[a-zæøå]+(?: [a-zæøå]+)?)")
_OTHERWISE = re.compile(r" af (?!dem\b|disse\b|alle\b)|\blandsplan|\båret før|\bsidste år|\bmod ")
AROUND = Decimal(3)
"""Percentage points: a share in words is said of what is near it."""
_SOME_OF_THEM = needs(_PART)


def find(ledger: Ledger) -> None:
    """Every such share that no other family has read."""
    read = {c.stated.source.at for c in ledger.claims if c.kind == "share" and c.stated and c.stated.source}
    for s, before in ledger.in_turn(BACK, _SOME_OF_THEM):
        for match in _PART.finditer(s.skeleton) if s.kind != "heading" else ():
            a = s.of(match.start("a") if match["a"] else match.start("a2"))
            p = next((q for q in shares_of(s) if q.start > a.start), None)
            if p and p.number not in read and not p.bounded and not a.bounded and _said_of(s, a, p):
                _of_them(ledger, Passage(s.under_one_item(before)), a, p, s.offset(match.start() + 1) if match["a2"] else a.start)


def _said_of(s: Sentence, a: Mention, p: Mention) -> bool:
    """Is the share another word for the part, and of no others than those just counted?"""
    low, at = s.position(a), s.position(p)
    if not SAID_AFTER.match(s.skeleton[low + 1 : at].replace(AGE, "")) or CHANGE.search(s.skeleton, low, at):
        return False
    return bool(_OF_WHOM.match(s.skeleton, at + 1)) or not _OTHERWISE.match(s.skeleton, at + 1)


def _of_them(ledger: Ledger, passage: Passage, a: Mention, p: Mention, start: int) -> None:
    s = passage.last
    told = [m for m in passage.figures if m.unit == "number" and m.start < start and not m.bounded and m.value >= a.value]
    near = [m for m in told if m.start >= s.start] or [m for m in told if passage.apart(m, a) == 1]
    if not near:
        return
    around = replace(p, low=p.value - AROUND, high=p.value + AROUND) if p.unit == "fraction" else p
    whom = _OF_WHOM.match(s.skeleton, s.position(p) + 1)
    named = [m for m in near if whom and passage.at[m.start].skeleton.startswith(f" {whom['did']}", passage.at[m.start].position(m) + 1)]
    fitting = [m for m in near if is_share(a, m, around)]
    wholes = named if len(named) == 1 else fitting or near
    alike = [(x, y) for x, y in pairwise(told) if passage.at[x.start].kind == passage.at[y.start].kind]
    further = any(is_share(a, m, around) for m in (*told, *(_both(x, y) for x, y in alike)))
    sure = bool(named) or not further and (len(near) == 1 or len({m.noun for m in near}) == len(near))
    ledger.say(s, "share", "share", around, [a, wholes[-1]], if_not="warning" if sure else "unverifiable")


def _both(x: Mention, y: Mention) -> Mention:
    return replace(x, value=x.value + y.value, low=x.low + y.low, high=x.high + y.high)
