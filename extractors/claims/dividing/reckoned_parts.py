"""Which part and whole a share near them may be told of, and what speaks for each two."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from extractors.claims.dividing.beside_shares import is_share, shares_of
from extractors.claims.dividing.concluded_shares import WANTED, WHOSE, concluded
from extractors.claims.dividing.share_readings import figures_in, told_of
from extractors.claims.fit import adds_up
from extractors.claims.mention import Mention
from extractors.claims.nearby import YEAR, Passage, counts_some
from extractors.claims.sentence import Sentence, pattern
from minutes.content import shared, stems

_BREAK = re.compile(r";|\bm(?:ed)?ens\b|\bmen\b|\bmod\b|\bhvorimod\b|\bsamt\b|\bplus\b|\bend\b")
_ALL = re.compile(
    r" (?:ud )?af (?:dem|disse|(?:samtlige|alle)\b(?! [a-zæøå])|det (?:hele|samlede)|helheden|hele\b|dette"
    r"|de i alt|tilfældene|beløbet|arealet|summen)"
)
_EVERYONE = re.compile(r" (?:ud )?af (?:samtlige|alle|dem alle|det hele|helheden|de i alt)\b(?! [a-zæøå])")
_ATTRIBUTE = re.compile(r"(?:den|det|de) (?P<own>[a-zæøå]+(?:de|te)) [a-zæøå]+\W*$")
OF = re.compile(r"(?P<of> (?:ud )?af (?P<what>[^\ue000-\ue007;,.()]{2,45}))")
_PART_FIRST = pattern(r"(?: [a-zæøå-]+){0,4} <outof>(?: [a-zæøå]+)?<the> $")
_WHOLE_FIRST = pattern(r"(?:<outof>|\b[Bb]landt)(?: [a-zæøå]+)? $|(?:<outof>|\b[Bb]landt)<the> $")
_PORTION_OF = re.compile(r"\bandele?n?(?P<of> af (?P<what>[^\ue000-\ue007;,.]{2,45}?)) (?:er|var|blev|bliver|udgør\w*)\b")
_SOME = pattern(r"<ofit>|<ofthem>|\bog her\b")
SAME, SO, _THUS = pattern(r"<same>|med andre ord"), pattern(r"<so>"), pattern(r"~20(?:<so>)")
GOES_ON = pattern(r"(?:[,;:(–]|\bog) (?:(?:det|hvilket|der|som) (?:\w+ )?<is>|<equals>|<so>|<all>)[^\ue000-\ue007;]{0,20}$")
BEGINS = pattern(r"^(?:at|(?:<so>|<same>|med andre ord)(?: \w+){0,2}) (?:hele |kun )?$")
FIRST = 12
"""Characters of a sentence before a share that it begins with."""
_LIMIT = re.compile(r"\b(?:under|over) $")
_OF_WHOM = re.compile(r"(?:^| )(?:ud )?af (?:dem|alle),? (?:der|som) (?P<did>[a-zæøå]+(?: [a-zæøå]+)?)")
_HAS = r"e?[nt]? (?:omfatter|består af|rummer|har|tæller|indeholder|er på) (?:i alt )?$"
LONG = 5
"""Letters of a word by which a whole is known again."""
ONLY = "only"
"""The ground that by the words it can be no other whole."""
LEAST, FEW = 2, 10
"""Grounds that leave no doubt; a whole of no more is no number to reckon with."""
_MEASURES = frozenset(["minutter", "timer", "dage", "uger", "måneder", "år"])
"""What measures time: of so many days, people are no part."""
Readings = dict[tuple[Mention, Mention], set[str]]
"""Each part with its whole, or level with the next, and what speaks for it."""


def told_with(near: Passage, p: Mention) -> Mention | None:
    """The figure that the share is told of: in brackets right after it, else as elsewhere."""
    s, figures = near.last, [m for m in figures_in(near) if not m.bounded and m.start != p.start]
    after = next((m for m in s.mentions if m.start > p.start), None)
    bracketed = after in figures and s.skeleton.startswith(" (", s.position(p) + 1) and s.lead(after) == " (" if after else False
    return after if bracketed else told_of(near, p, figures)


def part_readings(near: Passage, p: Mention) -> Readings:
    """The figure that the share is told of, or each that is tied to a whole right before, with every whole that something speaks for."""
    s, figures = near.last, [m for m in figures_in(near) if not m.bounded and m.start != p.start]
    shares = [q for t in near.sentences for q in shares_of(t)]
    tied = {(a.start, b.start) for a, b in tied_figures(near) if not any(q.start > a.start and is_share(a, b, q) for q in shares)}
    again = _named_part(near, p, figures)
    own = told_with(near, p) or again
    if own and own.start > p.start and WANTED.search(s.skeleton, s.position(p), s.position(own)):
        return {}
    if own is None and not concluded(s, p) and not (s.position(p) < FIRST and _THUS.match(s.skeleton, s.position(p) + 1)):
        return {}
    readings: Readings = defaultdict(set)
    most, whom = 0, _OF_WHOM.match(s.skeleton, s.position(p) + 1) or own and _OF_WHOM.search(s.lead(own))
    of = OF.match(s.skeleton, s.position(p) + 1) or _PORTION_OF.search(s.lead(p))
    for a in [own] if own else [m for m in figures if m.start >= near.sentences[-2:][0].start]:
        larger = [b for b in figures if may_hold(near, a, b)]
        wholes = _wholes(near, p, figures) if own and larger else Counter()
        largest, most = max((b.value for b in larger), default=None), max(wholes.values(), default=most)
        for b in larger:
            grounds = {
                "tied": (a.start, b.start) in tied,
                "told again": a is again,
                "of the same": b.value in wholes,
                "alone": own is not None and max(a.start, b.start) < p.start and len({m.value for m in larger}) == 1,
                "near": own is not None and [m for t in near.sentences[-2:] for m in t.mentions if m.unit == a.unit] == [b, a],
                "named": of is not None and (_named(near, of["what"], b) or b.value == largest and _ALL.match(of['of']) is not None),
                ONLY: of is not None and not any(x == a.start and y != b.start for x, y in tied) and _only(near, of, a, b, larger),
            }
            grounds["near"] &= not grounds["alone"]
            if own or grounds["tied"]:
                readings[a, b] |= {name for name, speaks in grounds.items() if speaks}
    if whom and (own or len(readings) > 1):
        return {two: {"tied", "named"} for two in readings if _did(near, two[1], whom["did"])}
    if any(ONLY in grounds for grounds in readings.values()):
        return {two: grounds for two, grounds in readings.items() if ONLY in grounds}
    unknown = of and not _ALL.match(of['of']) and not (own and most > 1) and not any("named" in g for g in readings.values())
    return {} if unknown else {two: grounds for two, grounds in readings.items() if grounds - {"told again"}}


def far_readings(near: Passage, p: Mention, sentences: Iterable[Sentence]) -> Readings:
    """The figure that the share is told of with what it is said to be of, wherever that is counted: "Etapen omfatter 24 grunde"."""
    own, of = told_with(near, p), OF.match(near.last.skeleton, near.last.position(p) + 1)
    what = of["what"].split()[0] if of else ""
    if own is None or own.unit != "number" or own.start > p.start or len(what) < LONG:
        return {}
    holds = re.compile(rf"\b{what[:-2]}{_HAS}")
    larger = [(t, m) for t in sentences for m in t.mentions if m.unit == "number" and m.value > own.value]
    wholes = [m for t, m in larger if holds.search(t.skeleton, 0, t.position(m))]
    return {(own, wholes[0]): {"named", "far"}} if len({m.value for m in wholes}) == 1 else {}


def _only(near: Passage, of: re.Match[str], a: Mention, b: Mention, larger: list[Mention]) -> bool:
    """Do the words leave no other whole: "af den udpumpede mængde" of the only amount that was pumped; "af samtlige" of those that the
    part is of, too?"""
    if _EVERYONE.match(of["of"]):
        return b.value == max(m.value for m in larger) and bool(shared(stems(b.noun), stems(near.at[a.start].beside(a)[1])))
    others = (m for m in near.figures if m.unit == b.unit and m.value != b.value)
    called = _ATTRIBUTE.match(of["what"])
    own = stems(called["own"]) if called else frozenset()
    return bool(own) and shared(own, _words(near, b)) == own and not any(shared(own, _words(near, m)) for m in others)


def _words(near: Passage, m: Mention) -> frozenset[str]:
    return stems(f"{m.noun} {' '.join(near.at[m.start].beside(m))}")


def lone_readings(near: Passage, p: Mention) -> Readings:
    """The only part told before the share with the only whole, where the sentence goes on or begins with it: "416 havde ingen huller. At 56
    pct. er …"."""
    s, figures = near.last, [m for m in told_before(near, p) if m.qualifier is None]
    here, of = [m for m in figures if m.start >= s.start], OF.match(s.skeleton, s.position(p) + 1)
    follows = GOES_ON.search(s.lead(p)) if here else len(shares_of(s)) == 1 and (BEGINS.match(s.lead(p)) or concluded(s, p))
    parts = here or [m for m in figures if near.at[m.start] is near.sentences[-2:][0]]
    parts = [m for m in parts if not _SOME.search(near.lead(m)) and (m.noun or m.unit == "kr" or m.value > FEW)] or parts
    wholes = [m for m in figures if not near.lead(m).endswith(" mod ")]
    named = [b for b in wholes if of and (_ALL.match(of["of"]) or _named(near, of["what"], b))]
    pairs = [(a, b) for a in parts for b in (named if of else wholes) if may_hold(near, a, b, bool(named))] if follows else []
    tied = {*tied_figures(near)} if pairs else {}
    pairs = [two for two in pairs if two in tied] or pairs
    return {pairs[0]: {"lone", "named"} if named else {"lone"}} if len({(a.value, b.value) for a, b in pairs}) == 1 else {}


def told_before(near: Passage, p: Mention) -> list[Mention]:
    """The figures before the share that are no limits, as an age is: "268 under 30"."""
    return [m for m in figures_in(near) if m.start < p.start and not m.bounded and not _LIMIT.search(near.lead(m))]


def _named_part(near: Passage, p: Mention, figures: list[Mention]) -> Mention | None:
    """The one count that the words before the share name again: "93 er utilfredse. De utilfredse udgør dermed 15 pct."."""
    s = near.last
    subject = stems(s.lead(p)) if concluded(s, p) else frozenset()
    named = [m for m in figures if m.start < s.start and subject & stems(f"{m.noun} {near.at[m.start].beside(m)[1]}")]
    named = [m for m in named if any(may_hold(near, m, b) for b in figures)]
    return named[0] if len(named) == 1 else None


def _did(near: Passage, m: Mention, words: str) -> bool:
    """Are these the words right after the figure: "64 mødte op", of a share "af dem, der mødte op"?"""
    return near.at[m.start].skeleton.startswith(f" {words}", near.at[m.start].position(m) + 1)


def may_hold(near: Passage, a: Mention, b: Mention, any_year: bool = False) -> bool:
    """Is B larger, at the same rate, of no other year and of no other line of a list than A?"""
    if b.unit != a.unit or b.value <= a.value or b.per != a.per or b.value <= FEW or b.noun in _MEASURES and a.noun != b.noun:
        return False
    s, t = near.at[a.start], near.at[b.start]
    if t is not s is near.last and [m.unit for m in t.mentions] == [m.unit for m in s.mentions]:
        return False
    years, theirs = set(YEAR.findall(s.skeleton)), set(YEAR.findall(t.skeleton))
    return any_year or not years or not theirs or bool(years & theirs)


def tied_figures(near: Passage) -> Iterator[tuple[Mention, Mention]]:
    """Each part with the whole that words say it is of."""
    for i, t in enumerate(near.sentences):
        told = [m for m in t.mentions if m.unit in ("number", "kr") and m.low > 0]
        for x, y in pairwise(told):
            gap = t.skeleton[t.position(x) + 1 : t.position(y)]
            if x.unit != y.unit or _BREAK.search(gap):
                continue
            if _PART_FIRST.match(gap) and x.value <= y.value:
                yield x, y
            elif y.value <= x.value and (_WHOLE_FIRST.search(t.lead(x)) or _of_them(t, y)):
                yield y, x
        before = [m for m in near.sentences[i - 1].mentions if m.unit == told[0].unit] if i and told else []
        counted = len(before) == 1 or len(before) > 2 and adds_up(before[0], before[1:])
        if counted and before[0].value > told[0].value and _of_them(t, told[0]):
            yield told[0], before[0]


def _of_them(t: Sentence, m: Mention) -> bool:
    """Does it count some of those just counted?"""
    return _SOME.search(t.lead(m)) is not None or counts_some(t, m)


def _wholes(near: Passage, p: Mention, figures: list[Mention]) -> Counter[Decimal]:
    """What the other shares near by are of, and how many of them."""
    found: Counter[Decimal] = Counter()
    for i, t in enumerate(near.sentences):
        for q in shares_of(t):
            a = told_of(Passage(near.sentences[: i + 1]), q, figures) if q.start != p.start else None
            found.update({b.value for b in figures if a and b.unit == a.unit and b.value > a.value and is_share(a, b, q)})
    return found


def _named(near: Passage, what: str, b: Mention) -> bool:
    """Is what the share is of what the figure counts, wherever it is told?"""
    told = [m for m in near.figures if m.value == b.value and m.unit == b.unit]
    if (whose := WHOSE.match(what)) and not any(whose[1] in t.skeleton.replace(what, "") for t in near.sentences):
        return False
    return any(shared(stems(what), _words(near, m)) for m in told)
