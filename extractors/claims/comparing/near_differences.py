"""Differences that nearly make a figure which words call a change, a rest or a conclusion, whatever else they say.

Either of two levels that are told together, or of the two figures of its kind right before it. These need no words of their own where the
digits of one figure alone keep them from fitting: with three digits, or where the sentences have no other figure of the kind.
"""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.claims.comparing.another_change import is_another
from extractors.claims.comparing.changed import FAR_APART, SUPPOSED, say_change
from extractors.claims.comparing.compared import THAN
from extractors.claims.comparing.earlier_pairs import CONCLUDES
from extractors.claims.comparing.pairs import NEW_SUBJECT
from extractors.claims.comparing.remainders import REFUSED
from extractors.claims.comparing.rests import after_an_untold_part
from extractors.claims.fit import differ_by, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ADDS_TO, CHANGE, Passage, comes_near, given, same
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import misprinted, printed
from minutes.needs import needs

NEAR = Decimal("0.2")
"""How far from the stated figure the computed one may be, as a part of it: what a mistake leaves."""
TIMES = 5
"""Two figures farther apart are hardly one thing before and after."""
TELLING, FEW = 3, 2
"""Digits of a figure of which a wrong one tells among others, and where there are no others."""
_TAKES_UP = re.compile(
    r"\W*(?:de\b|den|det|dette|disse|altså|dermed|således|herved|stigning|fald|forøgelse|reduktion|udvidelse|forskel|vækst|nedgang|rest)"
)
"""How a sentence begins that speaks again of the figures before it."""
_LEVEL = re.compile(r"\b(?:fra|til|end|mod|herefter) (?:\w+ )?$")
_FROM_END_TO_END = pattern(
    r"\b(?:fra|mellem) (?:de[nt] )?(?:\w+ )?(?P<one>billigste|laveste|mindste|korteste|yngste|dyreste|højeste|største|længste|ældste)\b"
    r"[^\ue000-\ue007,;]{0,25}\b(?:til|og) (?:de[nt] )?(?:\w+ )?"
    r"(?P<other>billigste|laveste|mindste|korteste|yngste|dyreste|højeste|største|længste|ældste)\b[^\ue000-\ue007,;]{0,35}$"
)
_OTHER_END = re.compile(r"\b(?:næst|nest)")
_LEFT = pattern(r"<left>|<rest>|\bmangler|\bnetto")
_BESIDE = pattern(r"[^,;]{0,25}\b(?:under|over)\b")
_SO = pattern(r"<so>|\bså\b")
"""What is left or wanting; what lies beside another figure; what follows from the figures before it, as their difference or otherwise."""
_OWN_PART = re.compile(r"\b(?:her|hvor|der)af\b|\balene\b|\bblandt\b|\bville\b|\buden\b")
_ASIDE = re.compile(r"\b(?:herunder|heriblandt|inklusive|inkl\.)")
_AT = re.compile(r"(?:\bà|\bhver|\ba|@|×) $")
_OUT_OF = re.compile(r"\bud af (?:de |i alt )?$")
""" "131 ud af 187" is a part of a whole, and no change."""
_STANDS = re.compile(r"\b(?:mer|mindre)(?:forbrug|udgift|indtægt)\w* på $|\b(?:over|under)skud\w* på $")
"""What is told of one time and then of another, and may change as any level does."""
_MEANWHILE = re.compile(r"\bm(?:ed)?ens\b|\bmen\b|\bsamtidig|\bhvorimod\b")
_EXPECTED = re.compile(
    r"\W*der (?:forventes|ventes|kan|skal|regnes med|(?:er|blev|bliver|var)(?: \w+)? (?:afsat|givet|bevilget|lagt|søgt|tilført))\b"
)
_BY_YEARS = re.compile(r" i (?:19|20)\d\d(?:,| og)(?: med)? $")
"""What is to come is another change; and what is told for one year and the next is no whole and its part."""
_MOVED = pattern(r"\b(?:bragt|sat|gået|kommet|lagt|føjet)(?: \w+)? $")
_THAT_WAY = re.compile(r"(?: [a-zæøå]+)? (?:ned|op|til|oven ?i)\b\W*$")
""" "Gælden er bragt 11,0 mio. kr. ned", "er der kommet 15 til"."""
_REASONS = re.compile(r"\b(?:da|idet|for|fordi|eftersom|når|nemlig|hvor|fra)\b|[:;(]")
_COUNTED_OFF = re.compile(r" (?:færre|flere|overskydende|manglende)\b")
_THOSE = pattern(r"(?:^|[;,] (?:og |men |så )?)(?:de|disse) <KN>")
""" "De 26.200 kr. betales tilbage": what is spoken of as known, and is not told before."""
_NAMED = re.compile(r"\b[a-zæøå]{3,}(?:en|et) (?:af|til|på|for) (?P<what>[a-zæøå]{5,})")
_OF_IT = re.compile(r"[^,;.]{0,20} af (?:stigning|fald|vækst|mer|mindre|udgift|beløb)")
DRAWN, _CHANGED, _SOME = needs(CHANGE, _LEFT, _BESIDE, _SO, _MOVED, _THOSE, _FROM_END_TO_END), needs(CHANGE), needs(_ASIDE)
POINTED = needs(pattern("<B>"))


_A_RESULT = re.compile(r"\b(?:(?:mer|mindre)(?:forbrug|udgift|indtægt)|(?:over|under)skud)\w* på $")
""" "Et merforbrug på A. Skolerne har et merforbrug på B mod et merforbrug på C i 2013": three of a kind, none of which is a difference."""


def differences(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    """A change beside the two figures that it is between, and what is drawn from the two before it."""
    for c in figures:
        s = passage.at[c.start]
        if c.bounded or c.value <= 0 or c.unit == "percent" or not s.holds & DRAWN or _OUT_OF.search(passage.lead(c)):
            continue
        if c.unit == "percentage_points" and given(c, passage.of("number")):
            continue  # "fejlprocenten var 39 mod 50 året før"
        if (ends := _FROM_END_TO_END.search(passage.lead(c))) and (levels := _levels(passage, c, figures)):
            low, high = min(levels, key=lambda m: m.value), max(levels, key=lambda m: m.value)
            told = len(levels) > 1 and not _OTHER_END.search(ends[0])
            sure = len(levels) > len((low, high))
            ledger.say(s, "difference", "difference", c, [low, high], if_not="warning" if told else "unverifiable", sure=sure)
            continue
        if s.holds & _CHANGED and (two := _apart(passage, c, figures)) and _is_change(passage, c):
            if _are_results(passage, c, *two):
                continue
            if not SUPPOSED.search(s.skeleton):
                alone = _alone(passage, min(c, *two, key=lambda m: m.start), max(c, *two, key=lambda m: m.start), figures)
                if alone and _shows(c, *two):
                    say_change(ledger, s, c, *two, "warning")
                else:
                    ledger.say(s, "difference", "difference", c, [*two], if_not="note")
            continue
        if not passage.new(c):
            continue
        rate = s.is_rate(c)
        alike = [m for m in figures if m is c or m.unit != "percentage_points" and passage.at[m.start].is_rate(m) == rate]
        alike = _as_fine(alike, c) or alike
        before = [m for m in alike if m.start < c.start and not (passage.at[m.start].holds & _SOME and _ASIDE.search(passage.lead(m)))][-3:]
        largest = max((m.value for m in before), default=Decimal(0))
        before = [m for m in before if m.value * FAR_APART > largest][-2:]
        drawn = before if len(before) > 1 else _reasons(s, c, alike) if s is passage.last else []
        if not drawn or not (slips := _slips(c, *drawn)) or any(form.search(s.skeleton) for form in (SUPPOSED, REFUSED)):
            continue
        if _are_results(passage, c, *drawn):
            continue
        if _drawn_from(passage, c, drawn[0], drawn[1], alike, slips):
            alone = _alone(passage, drawn[0], c, figures) and _shows(c, *drawn)
            alone = alone and (_is_change(passage, c) or bool(c.noun) and len({m.noun for m in (c, *drawn)} - {""}) == 1)
            say_change(ledger, s, c, drawn[0], drawn[1], "warning" if alone else "note")


def _are_results(passage: Passage, *told: Mention) -> bool:
    return all(_A_RESULT.search(passage.lead(m)) for m in told)


def _as_fine(figures: list[Mention], c: Mention) -> list[Mention]:
    """Those with as many decimals as it has, if there are two more, and any decimals."""
    fine = [m for m in figures if m.value.as_tuple().exponent == c.value.as_tuple().exponent] if c.unit == "number" and c.value % 1 else []
    return fine if len(fine) > 2 else []


def _levels(passage: Passage, c: Mention, figures: list[Mention]) -> list[Mention]:
    """The figures before it of which one is the highest and one the lowest."""
    before = [m for m in figures if m.start < c.start and not m.bounded and same(m, c) and m.per == c.per]
    return [m for m in before if not _is_change(passage, m)]


def _reasons(s: Sentence, c: Mention, alike: list[Mention]) -> list[Mention]:
    """The two figures after it that it is drawn from: "Der mangler C, for tilbuddet er på A, og bevillingen er på B"."""
    here = [m for m in alike if s.start <= m.start < s.end]
    told = len(here) == 3 and here[0] is c and _REASONS.search(s.skeleton, s.position(c), s.position(here[1]))
    return here[1:] if told else []


def _apart(passage: Passage, c: Mention, figures: list[Mention]) -> tuple[Mention, Mention] | None:
    """The two levels beside each other that it nearly lies between, where nothing else near by makes it."""
    others = [m for m in figures if m is not c and m.value > 0 and same(m, c)]
    if not 1 < len(others) < 4 or not any(_nearly(c, a, b, others) for a, b in combinations(others, 2)):
        return None
    s = passage.at[c.start]
    if _OF_IT.match(s.skeleton, s.position(c) + 1) or ADDS_TO.match(s.skeleton):
        return None
    others = others if _TAKES_UP.match(s.skeleton) else [m for m in others if s.start <= m.start < s.end]
    levels = [m for m in others if not _is_change(passage, m)]
    near = [(a, b) for a, b in pairwise(levels) if len(others) > 1 and _lies_between(passage, c, a, b, levels)]
    told = len(near) != 1 or given(c, others) or is_another(s, passage.sentences, c, *near[0], 0)
    return None if told else near[0]


def _lies_between(passage: Passage, change: Mention, a: Mention, b: Mention, levels: list[Mention]) -> bool:
    """Are the two one thing before and after, told together, and about as far apart as the change says?"""
    apart, s = abs(a.value - b.value), passage.at[a.start]
    if not passage.new(a, b, change) or not same(a, b) or a.per != b.per or not apart:
        return False
    if s is not passage.at[b.start] and not slipped(apart, change) or change.unit == "kr" and s.start > change.start:
        return False
    if s is passage.at[change.start] and not any(_LEVEL.search(passage.lead(m)) for m in (a, b)):
        return False
    told = any(differ_by(a, b, m) for m in levels if m not in (a, b))
    return not told and max(a.value, b.value) < TIMES * min(a.value, b.value) and _nearly(change, a, b, levels)


def _nearly(c: Mention, a: Mention, b: Mention, levels: list[Mention]) -> bool:
    """Are they about as far apart as it says, or but for a digit where there are no others?"""
    return comes_near(_gap(a, b), c, NEAR) or len(levels) == len((a, b)) and _slips_to(c, _gap(a, b))


def _is_change(passage: Passage, m: Mention) -> bool:
    """Is it called a change, and not what something changes from or to?"""
    lead, after = passage.at[m.start].beside(m)
    s = passage.at[m.start]
    if _COUNTED_OFF.match(s.skeleton, s.position(m) + 1) or _MOVED.search(lead) and _THAT_WAY.match(after):
        return True
    return bool(CHANGE.search(after) or CHANGE.search(lead) and not _LEVEL.search(passage.lead(m)))


def _slips(c: Mention, a: Mention, b: Mention) -> list[Mention]:
    """Those of which a wrong digit keeps one from being the difference of the two others."""
    gap, way = abs(a.value - b.value) - c.value, 1 if a.value > b.value else -1
    ways = [(c, c.value + gap), (a, b.value + way * c.value), (b, a.value - way * c.value)]
    ways += [(a, b.value - way * c.value), (b, a.value + way * c.value)]
    return [m for m, due in ways if _slips_to(m, due)] if gap and not differ_by(a, b, c) else []


def _drawn_from(passage: Passage, c: Mention, a: Mention, b: Mention, figures: list[Mention], slips: list[Mention]) -> bool:
    """Is it drawn from these two, which would be right but for a digit of one?"""
    s = passage.at[c.start]
    changed = _is_change(passage, c) and not any(map(_LEFT.search, s.beside(c)))
    far = passage.apart(a, c) > 1 and not (changed or _is_known(s, c))
    if far or passage.apart(a, b) > 1 or passage.apart(b, c) > 1 or not _of_one_kind(passage, a, b, c):
        return False
    if _LEFT.search(s.beside(c)[0]) and any(m.start < a.start and m.value > a.value + b.value for m in figures):
        return False  # what is left of a whole told before them, of which they are parts
    sure, alone = _is_drawn(passage, b, c), _alone(passage, a, c, figures)
    beside = not any(b.start < m.start < c.start for m in passage.of(c.unit))
    if sure is None or not sure and (not alone or not beside or _slips_to(c, a.value + b.value)):
        return False
    least = FEW if sure and alone else TELLING
    wrong = any(_digits(m) >= least and not passage.bound(m) for m in slips)
    return wrong and not is_another(s, passage.sentences, c, a, b, 0)


def _slips_to(m: Mention, meant: Decimal) -> bool:
    return misprinted(m.value, meant, m.high - m.low)


def _gap(a: Mention, b: Mention) -> Decimal:
    return abs(a.value - b.value)


def _shows(c: Mention, a: Mention, b: Mention) -> bool:
    """Is it as much as the two are apart but for a digit of two or more?"""
    return _digits(c) >= FEW and _slips_to(c, _gap(a, b))


def _digits(m: Mention) -> int:
    return len(printed(m.value, m.high - m.low))


def _alone(passage: Passage, a: Mention, c: Mention, figures: list[Mention]) -> bool:
    """Do the sentences from the one to the other tell but three of the kind, up to the last of the three?"""
    low = passage.at[a.start].start
    return sum(low <= m.start <= c.start for m in figures) == 3


def _of_one_kind(passage: Passage, *told: Mention) -> bool:
    """Are they counts of one thing or sums of money, each another, at one rate, and the first two no changes themselves?"""
    if any(m.bounded or m.value <= 0 for m in told) or not all(same(m, n) for m, n in combinations(told, 2)):
        return False
    *_, c = told
    decimals = c.unit == "kr" and c.high - c.low > 1
    if len({m.value for m in told}) < len(told) or _digits(c) < FEW and not decimals:
        return False
    leads = [passage.lead(m) for m in told[:-1]]
    if any(_is_change(passage, m) and not _STANDS.search(lead) or _AT.search(lead) for m, lead in zip(told, leads, strict=False)):
        return False
    return len({m.per for m in told} - {None}) < 2 and not any(_BESIDE.match(passage.at[m.start].beside(m)[1]) for m in told[:-1])


def _is_known(s: Sentence, c: Mention) -> bool:
    """Is it spoken of as known: "De 26.200 kr. betales tilbage"?"""
    return _THOSE.search(s.skeleton, max(s.position(c) - 12, 0), s.position(c) + 1) is not None


def _is_drawn(passage: Passage, b: Mention, c: Mention) -> bool | None:
    """Do its words call it a change or a rest; or, less surely, a conclusion? None where they call it something else."""
    s = passage.at[c.start]
    lead = s.skeleton[s.position(b) + 1 if s.start <= b.start else 0 : s.position(c)]
    joined = CONCLUDES.search(lead) or _LEFT.search(lead) and not _MEANWHILE.search(lead)
    another = NEW_SUBJECT.search(lead) and not joined
    after_it = s.position(c) + 1
    clause = s.skeleton[after_it:].partition(",")[0]
    than = b.start < c.start and THAN.match(clause) and not (joined and _BESIDE.match(s.skeleton, after_it))
    if another or than or _OWN_PART.search(lead) or _OF_IT.match(s.skeleton, after_it) or _EXPECTED.match(lead):
        return None
    named, told = _NAMED.search(lead), " ".join(t.skeleton for t in passage.sentences)
    if named and told.count(named["what"]) < 2 or _BY_YEARS.search(passage.lead(b)) or after_an_untold_part(s, c):
        return None
    before, after = s.beside(c)
    if _is_change(passage, c) or _LEFT.search(before) or _LEFT.search(after) or _BESIDE.match(after):
        return True
    if _is_known(s, c):
        return True
    return False if _SO.search(before) else None
