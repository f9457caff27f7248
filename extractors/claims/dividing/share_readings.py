"""What a percentage may be of, whatever the words: a figure beside it and another near by, or the change from one figure to another.

What the percentage is told of stands right beside it ("84 er kommet i job (35 %)"), or the sentence points back ("Det er 35 pct."); the
other figure is any one near by.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.claims.adding.near_sums import counts_part
from extractors.claims.comparing.another_change import between_its_own_years
from extractors.claims.dividing.beside_shares import shares_of
from extractors.claims.dividing.share_ways import Way
from extractors.claims.fit import together
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, YEAR, Passage, counts_some, same
from extractors.claims.sentence import Sentence, pattern

BACK = 2
"""Sentences before this one that may hold the other figure."""
TIMES = 5
"""Two figures farther apart are hardly one thing before and after."""
FEW = 10
"""Changes of so small counts are no exact share of anything."""
SAID_AFTER = pattern(
    r"^[^\ue000-\ue007;]{0,60}?(?:\(|<equals>|<so>|\b(?:og|hvilket|der|som|det|et|en) (?:\w+ )?(?:er|var|udgør|udgjorde|giver|på))"
    r"[^\ue000-\ue007;,]{0,20}$|^(?: \w+){0,3}, $"
    r"|^[^\ue000-\ue007;]{0,60}?(?:hvilket\b|<portion>)[^\ue000-\ue007;,]{0,40}$"
)
_SAID_BEFORE = pattern(r"^[^\ue000-\ue007;]{0,45}?(?:(?:,| \(|:)(?! (?:her|hvor|der)af\b)|<equals>|<so>|<is>)[^\ue000-\ue007;,]{0,12}$")
AGE = "\ue004"
"""The sign of years, which between a figure and its percentage tell an age or a time: "4.615 under 14 år (34 %)"."""
_TIME = re.compile(rf"{AGE}|\bmellem \ue005 og \ue005|\ue005(?= (?:timer|dage|uger|måneder|gange)\b)")
""" "84 har været syge i mere end to uger, svarende til …"."""
_ASIDE = re.compile(r", (?:der|som) [^\ue000-\ue007,;]{0,120},")
""" "Tabet på 50.000 m³, der omfatter såvel brud som brandvand, svarer til …": what is told of the figure in between."""
_BREAK = re.compile(r"\bm(?:ed)?ens\b|\bmen\b|\bmod\b|;|\bsamt\b|\bplus\b|, og $|\bog (?!det |dermed )(?=[a-zæøå]+ (?!er |var |udgør ))")
_AIM = re.compile(r"\bmål(?:et|tallet)?\b")
""" "Procenten er 95, hvor målet er 96": another percentage, whatever its sign."""
_POINTS_BACK = pattern(
    r"^(?:<so> )?(?:(?:det|dette|hvilket|der) (?:\w+ )?<is>|<equals>|<portion> <is>)[^\ue000-\ue007;,]{0,15}$"
    r"|^(?:ud )?af [^;,]{0,60} (?:<is>|svarer)(?: det| de| dette)(?: til)?(?: \w+)? $"
)
"""What stands between a figure and the percentage that it is, between a percentage and the figure that it is, and before one that the
sentence before is told of."""
LEVEL = re.compile(r"\b(?:fra|til|mod|herefter|fremover) (?:\w+ )?$")
_THUS = pattern(r"<thus>")
_OF_BEFORE = pattern(r"<outof><the> $")
FIRST = 12
"""Characters of a sentence before a percentage that it begins with."""
_COMPARED = re.compile(r"\b(?:mod|end|fra|(?<!sat )(?<!svarer )(?<!svarende )til|over|under|mål\w*(?: er| på)*) (?:\w+ )?$")
GROWN_TO = pattern(r"<portion>[^\ue000-\ue007,;]{0,40}(?:<rises>|<falls>)<slack> til<slack> $")
""" "Dermed er andelen vokset til 18 pct.": a share as it is now, and no change."""
_IN_A_YEAR = re.compile(r"\b(?:19|20)\d\d: $")
_OF_THE_REST = re.compile(r" af (?:resten|restbeløbet|stigningen|faldet|det overskydende)\b")
_OF_SUCH = re.compile(r" af (?:de|den|det) [a-zæøå]+,? (?:der|som)\b")
_REGULATED = re.compile(r"\b(?:fremskriv|reguler|indekser|opregn|pl-)\w*")
"""Of another year ("2010: 71 pct."), of what is left of another, of some that words after it tell, and what prices are put up by."""
_ELSEWHERE = re.compile(r"\b(?:landsplan|landet|regionen|landsgennemsnit\w*|sidste år|året før|tidligere)\b")
OF = re.compile(
    r" af (?:(?:de|den|det|dem|disse|alle|samtlige|samlede?|antal|hele|totale|årets|i alt|[a-zæøå]+s) )*(?P<what>[a-zæøå]{4,})"
)
_OF_NUMBER = pattern(r" <outof><the> (?P<n><KN>)")
_LONG_AGO = re.compile(r"\W*for [^,;]{1,15} siden\b")
_ITSELF = re.compile(r"samlede|udgift|beløb|summen|prisen|budget|total|hele|rammen")
_DURATIONS = frozenset(("måneder", "måned", "uger", "dage"))
_LISTED = re.compile(r": [\ue000\ue005](?:, [\ue000\ue005])* og [\ue000\ue005]")
"""Figures after a percentage that are no one of them what it is of: "fremskrives med 2,4 pct.: 344, 365 og 399 kr."."""
TAKES_UP = re.compile(
    r"\W*(?:i alt |samlet |dermed |altså |således )?(?:det|dette|den|de|hermed|dermed|altså|en|et|mer\w+|mindre\w+"
    r"|\w*(?:stigning|fald|vækst|nedgang|forøgelse|ændring|forskel|besparelse|reduktion|tilbagegang|fremgang|afvigelse))(?:e[nt])?\b"
)
"""How a sentence begins that tells the change of figures told before it."""
_OF_ANOTHER = re.compile(r", (?:og|men|mens|så) [a-zæøå]+(?:en|et|ne)\b")
""" "Prisen er steget med 12 pct., og gebyret hæves fra A til B"."""
_UP = pattern(r"<rises>|<rise>|<excess>|<more>|\b(?:voksede|vokse|vokser)\b")


def of_another(passage: Passage, p: Mention) -> bool:
    """Do the words beside it make it a share of something else?"""
    s, lead = passage.last, passage.lead(p)
    if any(of.match(s.skeleton, s.position(p) + 1) for of in (_OF_THE_REST, _OF_SUCH)) or _REGULATED.search(s.beside(p)[0]):
        return True
    if between_its_own_years(s, p, passage.sentences[:-1]):
        return True
    if _ELSEWHERE.search(lead) and not CHANGE.search(s.beside(p)[0]):
        return True
    compared = _COMPARED.search(lead) and not GROWN_TO.search(lead)
    return bool(compared or _IN_A_YEAR.search(lead) or _ELSEWHERE.match(s.skeleton, s.position(p) + 2))


def readings_of(passage: Passage, p: Mention) -> tuple[Mention | None, list[Way]]:
    """What stands beside the percentage, if it is told of that, and its readings."""
    s, figures = passage.last, [m for m in figures_in(passage) if not m.bounded and m.start != p.start]
    if not _moves(passage, p):
        figures = [m for m in figures if not _long_ago(passage, m)]
    of = told_of(passage, p, figures)
    if _moves(passage, p):
        if of and _is_amount(passage, p, of):
            levels = [b for b in figures if b.start >= s.start or b.unit == "kr" or b.noun and b.noun == of.noun]
            return of, [Way("share", of, b) for b in levels if _may_be_whole(passage, p, of, b)]
        return None, list(_changes(passage, p, figures))
    if of is not None:
        return of, [Way("share", of, b) for b in figures if _may_be_whole(passage, p, of, b)]
    if not _points_back(passage, p):
        return None, []
    before = {m.start for t in passage.sentences[-2:-1] for m in t.mentions}
    pairs = (sorted(two, key=lambda m: m.value) for two in combinations(figures, 2) if any(m.start in before for m in two))
    return None, [Way("share", a, b) for a, b in pairs if (b.unit == "kr" or b.value > 2 * FEW) and _may_be_whole(passage, p, a, b)]


def _long_ago(passage: Passage, m: Mention) -> bool:
    """Does its sentence go back in time, "For 100 år siden var der 6.000"? Then it is neither part nor whole of what is now."""
    return any(t.start <= m.start < t.end and _LONG_AGO.match(t.skeleton) for t in passage.sentences[:-1])


def _points_back(passage: Passage, p: Mention) -> bool:
    """Does the sentence say of what stands before it that it is the percentage: "Det er", "36 pct. af uheldene var altså"?"""
    s, at = passage.last, passage.last.position(p)
    if _POINTS_BACK.match(s.skeleton[:at]):
        return True
    return bool(_THUS.search(s.skeleton) and at < FIRST and OF.match(s.skeleton, at + 1))


def figures_in(passage: Passage) -> list[Mention]:
    """The amounts and counts of a passage."""
    return [m for m in passage.figures if m.unit in ("kr", "number") and m.low > 0]


def _ranges(s: Sentence) -> list[Mention]:
    """The ends of each range: "716 mellem 30 og 44 (31 %)" tells the share of the 716."""
    ends = ((a, b) for a, b in pairwise(s.mentions) if a.qualifier == "lower" and b.qualifier == "upper" and s.lead(b) == " og ")
    return [m for two in ends for m in two]


def told_of(passage: Passage, p: Mention, figures: list[Mention]) -> Mention | None:
    """The figure that the percentage is another word for."""
    s, at = passage.last, passage.last.position(p)
    ages = _ranges(s)
    here = [m for m in s.mentions if m.unit != "years" and m not in ages and (m.unit != "number" or m.value > FEW or m.start == p.start)]
    i = next(i for i, m in enumerate(here) if m.start == p.start)
    for j, said in ((i - 1, SAID_AFTER), (i + 1, _SAID_BEFORE)):
        if 0 <= j < len(here) and here[j] in figures:
            low, high = sorted((s.position(here[j]), at))
            gap = _ASIDE.sub("", s.skeleton[low + 1 : high])
            if (
                said.match(_TIME.sub("", gap))
                and not (here[j].noun in _DURATIONS and not any(_days_of(here[j], m) for m in figures))
                and not (j > i and _LISTED.match(s.skeleton, low + 1))
                and not _AIM.search(gap)
                and not _BREAK.search(gap)
            ):
                part_of = j == i - 1 and j and _OF_BEFORE.search(passage.lead(here[j])) and here[j - 1] in figures
                return here[j - 1] if part_of else here[j]
    return None


def _days_of(m: Mention, whole: Mention) -> bool:
    """Does it count no time but days that are themselves counted: "23.100 fraværsdage … 11.900 dage"?"""
    return whole.noun != m.noun and whole.noun.endswith(m.noun)


def _may_be_whole(passage: Passage, p: Mention, part: Mention, whole: Mention) -> bool:
    """Is it larger, of no other year, and called so if the share says of what it is?"""
    if part.unit != whole.unit or whole.value <= part.value or part.per not in (None, whole.per) or _has_its_own(passage, whole):
        return False
    s, t, at = passage.last, passage.at[whole.start], passage.last.position(p)
    if t is not s and part.start >= s.start and [m.unit for m in t.mentions] == [m.unit for m in s.mentions]:
        return False  # each line of a list has its own figures
    if number := _OF_NUMBER.match(s.skeleton, at + 1):
        return s.of(number.start("n")).start == whole.start
    of = OF.match(s.skeleton, at + 1)
    if t is not s and not of and part.noun and whole.noun and not counts_part(part, whole):
        return False
    if of and not _ITSELF.search(of["what"]) and of["what"][:5] not in f"{t.skeleton[:at] if t is s else t.skeleton} {whole.noun}":
        return False
    years, theirs = set(YEAR.findall(s.skeleton)), set(YEAR.findall(t.skeleton))
    return not years or not theirs or bool(years & theirs)


def _has_its_own(passage: Passage, m: Mention) -> bool:
    """Is another sentence's figure told with a percentage of its own, as this one is: "Syd: 3.377 stemmer, 74,8 pct."?"""
    t = passage.at[m.start]
    after = next((q for q in t.mentions if q.start > m.start), None)
    if t is passage.last or after is None or after.unit != "percent":
        return False
    return bool(SAID_AFTER.match(t.skeleton[t.position(m) + 1 : t.position(after)]))


def _moves(passage: Passage, p: Mention) -> bool:
    """Is it called a change?"""
    return any(map(CHANGE.search, passage.last.beside(p)))


def _changes(passage: Passage, p: Mention, figures: list[Mention]) -> Iterator[Way]:
    """From one figure to another of the same thing, told in one sentence or in two that follow each other."""
    s, at, grows = passage.last, passage.last.position(p), any(map(_UP.search, passage.last.beside(p)))
    levels = [m for m in figures if (m.unit == "kr" or m.value > FEW) and not _is_change(passage, m)]
    levels = [m for m in levels if not counts_some(passage.at[m.start], m)]
    others = [s.position(m) for m in shares_of(s) if m.start != p.start and m in s.mentions]
    for a, b in combinations(levels, 2):
        if a.unit != b.unit or not (same(a, b) or _set_against(s, at, b)) or a.value == b.value or passage.apart(a, b) >= BACK:
            continue
        if max(a.value, b.value) > TIMES * min(a.value, b.value):
            continue
        here = [s.position(m) for m in (a, b) if m.start >= s.start]
        if here and min(here) > at and _OF_ANOTHER.search(s.skeleton, at, min(here)):
            continue
        named = any(m.noun and m.noun[:5] in s.skeleton for m in (a, b))
        if not here and not named and not TAKES_UP.match(s.skeleton):
            continue
        if not any(min(x, at) < o < max(x, at) for x in here for o in others):
            yield Way("percent_change", *sorted((a, b), key=lambda m: m.value, reverse=not grows))


def _is_amount(passage: Passage, p: Mention, m: Mention) -> bool:
    """Is it the same change, told in numbers: "22 flere eller 23 pct.", "vokset med 22 eller 23 pct."?"""
    s, at = passage.last, passage.last.position(m)
    if CHANGE.match(s.skeleton, at + 2):
        return True
    return m.start < p.start and not CHANGE.search(s.skeleton, at, s.position(p)) and not LEVEL.search(passage.lead(m))


def _is_change(passage: Passage, m: Mention) -> bool:
    return bool(CHANGE.search(passage.at[m.start].beside(m)[1]))


def _set_against(s: Sentence, at: int, m: Mention) -> bool:
    """ "34 pct. lavere end i 2009, hvor det var B"."""
    return m.start >= s.start and bool(re.search(r"\bend\b", s.skeleton[at : s.position(m)]))


def any_ways(wide: Passage, near: Passage, p: Mention, of: Mention | None, ways: list[Way]) -> Iterator[Way]:
    """Every reading at all: of what it is told of with any figure near and far or with two of them, else of any two near by."""
    if of is None:
        pairs = [(a, b) for a, b in combinations(figures_in(near), 2) if a.unit == b.unit]
    else:
        others = [m for m in figures_in(wide) if m is not of and m.unit == of.unit and (_alike(m, of) or wide.apart(m, of) == 0)]
        beside = [two for two in pairwise(m for m in figures_in(near) if m.unit == of.unit) if of not in two and near.apart(*two) == 0]
        here = [m for m in others if m.start >= near.last.start]
        pairs = [(of, m) for m in [*others, *(x for a, b in beside for x in (together(a, b), _apart(a, b)))]] + [*combinations(here, 2)]
    moved = ways[0].value if ways and ways[0].relation != "share" else 0
    for part, whole in (sorted(two, key=lambda m: m.value) for two in pairs):
        if part.low > 0 and part.value < whole.value:
            yield Way("share", part, whole)
            if moved >= 0:
                yield Way("percent_change", part, whole)
            if moved <= 0:
                yield Way("share", _apart(part, whole), whole)
            if not moved:
                yield from (Way("share", m, together(part, whole)) for m in (part, whole) if of in (None, m))
                if _moves(near, p) or of and any(map(CHANGE.search, near.at[of.start].beside(of))):
                    yield Way("share", part, replace(_apart(part, whole), low=max(whole.low - part.high, part.low)))


def _alike(a: Mention, b: Mention) -> bool:
    """May the one be a part of the other: of one word, of none, of a kind of the other's, or people both?"""
    return same(a, b) or counts_part(a, b) or counts_part(b, a)


def _apart(a: Mention, b: Mention) -> Mention:
    """By how much the larger is more."""
    less, more = sorted((a, b), key=lambda m: m.value)
    return replace(less, value=more.value - less.value, low=max(more.low - less.high, Decimal(0)), high=more.high - less.low)
