"""The two figures that a change is between: "fra … til …", "… mod …", "mere end …", or the only two there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from extractors.claims.comparing.comparable import Told, comparable
from extractors.claims.comparing.compared import FROM, THAN, changed_from, compared_with, told_against
from extractors.claims.comparing.earlier_pairs import (
    CONCLUDES,
    FEW,
    IT_IS,
    THAN_WORDS,
    TWO_TIMES_SAID,
    in_sentences_before,
    is_change,
    one_in_each,
    two_before,
    two_counts,
)
from extractors.claims.comparing.named_pairs import named_pair, pair_meant
from extractors.claims.mention import Mention
from extractors.claims.nearby import ADDS_TO
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import misprinted

_RESTATED = pattern(r"<same>|<thus>|med andre ord")
_APART = re.compile("[,;]")
NEW_SUBJECT = re.compile(
    r"\bm(?:ed)?ens\b|\bmen\b|;(?! (?:en|et|det|dvs|altså)\b)|\bsamtidig|, og (?!\w*(?:stigning|fald)|det )|\bhvorimod\b"
    r"| og (?:at )?\w{3,}(?:en|et|erne|ene) "
)
_TO_END = pattern(r"[^\ue000-\ue007,;.]{0,25}\btil (?:~20 )?(?P<b><Q>)")
_PLANNED = re.compile(r"budgetteret|forventet|ventet|planlagt|forudsat|regnet med|afsat|bevilget")
_OF_ALL_TOLD = pattern(r"<all> $")
""" "… 1.318 og 1.012, i alt 149 flere end i dag": the change of both together."""
_A_PART = pattern(r"(?:<ofit>(?: er| var)?|\b[Aa]f (?:dem|disse|de <Q>[^\ue000-\ue007,;.]{0,30}) (?:er|var)) $")
_AN_AGE = re.compile(r" (?:over|under) ")
""" "188 ansatte, heraf 61 over 60", "heraf 8,0 mio. kr. under reglerne": a part that is as old as that, or comes under that."""
_LETTERED = re.compile(r"\b[a-zæøå]{4,} [a-zæøå]\b(?!\.)")
""" "Model A" is another than "model B"."""


def others(s: Sentence, before: list[Sentence], c: Mention) -> Iterator[tuple[Mention, Mention]]:
    """Other figures that the change might be between; when it is that of two of these, it is right."""
    near = [m for t in (*before, s) for m in t.mentions if m is not c and comparable(m, c)]
    return combinations([m for m in near[:12] if m.start < c.start or not _CONCEDED.search(s.skeleton[s.position(c) : s.position(m)])], 2)


_CONCEDED = re.compile(r"\b(?:om end|selv om|men)\b")
""" "… 14 dage længere end for et år siden, om end fortsat under garantiens 60 dage"."""


def figures_of(s: Sentence, before: list[Sentence], c: Mention, way: int) -> Told | None:
    """The two figures of a change: named by words, or the only two there are."""
    at = s.position(c)
    if _A_PART.search(s.skeleton, 0, at) and _AN_AGE.match(s.skeleton, at + 1):
        return None
    if than := compared_with(s, c) or changed_from(s, c):
        if (
            c.unit in ("percent", "fraction")
            and FROM.match(s.skeleton, at + 1)
            and (d := next((m for m in s.mentions if m.unit == than.unit and is_change(s, m, c)), None))
        ):
            return (d, than), "part", False
        return told_against(s, before, c, than, way)
    if pair := named_pair(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error", True
    if _OF_ALL_TOLD.search(s.skeleton, 0, at):
        return None
    concluded = bool(CONCLUDES.search(s.skeleton, 0, at)) or bool(_APART.search(s.skeleton, max(at - 45, 0), at)) or not s.between(0, at)
    if not concluded and not IT_IS.match(s.skeleton):
        return None
    if pair := two_before(s, c):
        return pair, "unverifiable" if _another_matter(s, pair[1], c) else "error" if way else "warning", False
    last = next((t for t in before[:-3:-1] if any(m.unit != "number" or m.value > FEW for m in t.mentions)), None)
    if last and (pair := one_in_each(s, last, c)):
        return pair, "warning", False
    if before and not s.between(0, at) and not ADDS_TO.match(s.skeleton):
        pair = pair_meant(before[-1], c) if _RESTATED.search(s.skeleton, 0, at) else None
        if pair := pair or named_pair(before[-1], c):
            return pair, "warning", False
    if way and c.unit == "percent" and IT_IS.match(s.skeleton) and (pair := two_counts(before)):
        return pair, "warning", False
    found = in_sentences_before(s, before, c, way) if before else None
    if found and found[1] == "unverifiable" and not THAN.match(s.skeleton, at + 1):
        (a, b), _, ordered = found
        only = sum(comparable(m, c) for t in before[-2:] for m in t.mentions) == 2
        return ((a, b), "warning", ordered) if only and _slips(c, abs(a.value - b.value)) else found
    return found


def _slips(c: Mention, apart: Decimal) -> bool:
    """Is it as much as two figures are apart but for a digit of two or more?"""
    return c.value > 0 and c.digits > 1 and misprinted(c.value, apart, c.high - c.low)


def ends_at(s: Sentence, c: Mention) -> Mention | None:
    """The figure that the change leads to by its own words: "steget C til B" is no change between two others."""
    match = _TO_END.match(s.skeleton, s.position(c) + 1)
    end = s.of(match.start("b")) if match else None
    return end if end is not None and comparable(end, c) and end.unit != "number" else None


def _another_matter(s: Sentence, last: Mention, c: Mention) -> bool:
    """Does a clause with its own subject begin between the figures and the change ("…, mens ventelisten er vokset med 12")?"""
    if c.start < last.start:
        return False
    between = s.skeleton[s.position(last) + 1 : s.position(c)]
    return _against_unsaid(s, c) or bool(NEW_SUBJECT.search(between)) and not CONCLUDES.search(between)


def _against_unsaid(s: Sentence, c: Mention) -> bool:
    """ "…, hvilket er C mere end budgetteret": is it compared with a figure that neither of the two before is called?"""
    against = THAN_WORDS.match(s.skeleton, s.position(c) + 1)
    if not against or TWO_TIMES_SAID.search(against["what"]):
        return False
    told = s.skeleton[: s.position(c)]
    if (one := _LETTERED.search(against["what"])) and one[0] not in told:
        return True
    if _PLANNED.search(against["what"]) and _PLANNED.search(told):
        return False
    words = [w[:7] for w in re.findall(r"[a-zæøå]{5,}", against["what"])]
    return bool(words) and not any(w in told for w in words)
