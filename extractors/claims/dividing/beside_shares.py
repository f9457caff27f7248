"""What is a share, of what it may be, and which of two figures is the part."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from extractors.claims.fit import meets
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.content import like
from minutes.needs import needs

OF = pattern(r"^(?! i) ?(?:(?!fradrag|tillæg|afdrag)\w+ ){0,2}?(?:ud )?af [^\ue000-\ue007;,]{0,45}(?:, (?:der|som) <is> )?$")
_OF_BEFORE = pattern(r"(?:<outof>|\bfra(?= (?:de|alle|samtlige|i alt|vores) ))(?: [^\ue000-\ue007,.:]{0,40})? ?$")
_OF_SMALL = pattern(r"(?:<outof>|\bfra\b)<the>(?: [a-zæøå]+ på)? ?$")
_OF_THEM_BEFORE = pattern(r"<ofit>[^;]{0,50}$")
_DID = pattern(r" <did>")
_OF_THEM_AFTER = pattern(r" <ofthem>")
OF_OTHERS = re.compile(
    r"(?! (?:\w+ )?(?:be|ejet|lejet|drevet|dækket|valgt|betalt|ansat|brugt|givet)\w* af)[^\ue000-\ue007;,]{0,12} af (?!de|alle)(?:\w+s )?"
    r"(?P<what>[a-zæøå]*)"
)
_OF_OTHERS_AGAIN = re.compile(r";|\b(?:af|blandt|hos|heraf|hvoraf|mod)\b")
_OWNED, _OWNERSHIP = ("aktie", "anpart"), ("stemme", "aktie", "anpart", "kapital", "ejer", "selskab")
MOVES = pattern(r"<rises>|<falls>|<rise>|<fall>|fremskriv|nedsæt|rabat|lavere|højere|dyrere|billigere|flere|færre")
_MOVING = needs(MOVES)


def moves(s: Sentence) -> bool:
    """Does the sentence tell of a change?"""
    return bool(s.holds & _MOVING and MOVES.search(s.skeleton))


def shares_of(s: Sentence) -> list[Mention]:
    """The percentages and fractions of a sentence."""
    return [m for m in s.mentions if m.unit in ("percent", "fraction")]


def _each_its_own(s: Sentence, parts: list[Mention]) -> bool:
    """ "Af de 310 er 62 unge (20 pct.) og 93 ældre (30 pct.)": does a share follow each part, and is the last one of no others?"""
    told = [any(m.unit == "percent" for m in s.between(s.position(a), s.position(b))) for a, b in pairwise(parts)]
    return all(told) and not (told and _OF_OTHERS_AGAIN.search(s.lead(parts[-1])))


def of_them(what: str, noun: str) -> bool:
    """Does a share of what is called so have the whole that is counted: "af boligerne" after boliger, "af stemmerne" after aktier?"""
    return noun.startswith(_OWNED) and what.startswith(_OWNERSHIP) or bool(noun) and like(what, noun)


def part_of(s: Sentence, b: Mention, earlier: list[Mention]) -> Mention | None:
    """The figure that words call a part of B: the one right before "af B", the last after "af B …" or "B, heraf …"."""
    i, at = next(i for i, m in enumerate(earlier) if m is b), s.position(b)
    lead = s.skeleton[max(at - 45, 0) : at]
    if i and _OF_BEFORE.search(lead) and s.position(earlier[i - 1]) >= at - 45:
        return earlier[i - 1]
    if i + 1 < len(earlier):
        a = earlier[i + 1]
        gap = s.skeleton[at + 1 : s.position(a)]
        of = (_OF_SMALL if b.unit == "number" else _OF_BEFORE).search(lead)
        if of and len(gap) < 75 and not re.search(r";|\bm(?:ed)?ens\b|\bmod\b", gap):
            return earlier[-1] if _each_its_own(s, earlier[i + 1 :]) else None
        if _OF_THEM_BEFORE.search(gap) or _OF_THEM_AFTER.match(s.skeleton, s.position(a) + 1):
            return a
        if (
            len(earlier) == 2
            and i == 0
            and (not a.noun or a.noun == b.noun)
            and b.noun
            and a.value < b.value
            and _DID.match(s.skeleton, s.position(a) + 1)
            and re.search(r", (?:og|hvor) |,? heraf", gap)
        ):
            return a
    return None


def rest_of(p: Mention) -> Mention:
    """What is left of a hundred, stated by the same words."""
    return replace(p, value=100 - p.value, low=100 - p.high, high=100 - p.low)


def is_share(a: Mention, b: Mention, p: Mention) -> bool:
    """Is A that percentage of B?"""
    return bool(b.low > 0) and meets(100 * a.low / b.high, 100 * a.high / b.low, p)
