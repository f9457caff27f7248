"""Percentages that a sentence draws from what was told right before it, and has no figure of its own for: "Af områdets 2.150 husstande
havde 1.320 skrevet under. Tilslutningen er dermed 71 pct."

What they are of stands where words call one figure a part of another, or in the total row of the table right above. Where any two figures
near by give the percentage, as a share, as what is left or as a change, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise

from extractors.claims.dividing.beside_shares import rest_of, shares_of
from extractors.claims.dividing.near_shares import SHARES
from extractors.claims.dividing.share_readings import any_ways, of_another
from extractors.claims.dividing.share_ways import DOUBT, Way
from extractors.claims.dividing.told_shares import from_or_to
from extractors.claims.fit import exact
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, Passage
from extractors.claims.sentence import Sentence, pattern
from minutes.content import shared, stems
from minutes.needs import needs

BACK = 3
"""Sentences before this one that may hold the part and the whole."""
MOST = 24
"""Figures of a sentence; among more of them some come near by chance."""
FARTHEST, FARTHEST_ALONE = Decimal("1.45"), 2
"""A percentage this many times off is that of other figures, where there are several, and where there is one part alone."""
_THUS = pattern(
    r"(?:<thus>(?! at\b)|med andre ord|(?:på den|sagt på en anden) måde|kort sagt)[^\ue000-\ue007;]{0,90}$"
    r"|^(?:<same>|(?:det|dette) <is>|omregnet|i procent\b)(?:, at\b)?[^\ue000-\ue007,;]{0,30}$"
)
_CALLED = pattern(
    r"^[^\ue000-\ue007,;]{0,40}(?:procent|andel|grad|deltagelse|tilslutning|dækning|belægning|frekvens)(?:e?n)?\b"
    r"(?: [a-zæøå]+){0,5}? (?:<is>|på)(?: [a-zæøå]+){0,3} $"
)
WANTED = re.compile(
    r"\b(?:skal|bør|kan|må|mål\w*|krav\w*|kræve[rst]?|foreslå\w*|indstill\w*|ønske[rst]?|grænse\w*|loft\w*|forudsæt\w*|forudsat|mod|end)\b"
)
_SAID = pattern(
    r"^(?P<who>[^\ue000-\ue007,;:]{4,60}) (?:udgør|udgjorde|svarer til|tegner sig for|står for)<slack> <P> af"
    r" (?P<what>[^\ue000-\ue007,;]{3,40}?)[.]?\s*$"
)
""" "De tosprogede udgør 19 pct. af eleverne", after how many of them there are."""
_CONCLUDED = needs(_THUS, _CALLED, _SAID)
_MOVES = pattern("(?!svindet)(?:<rises>|<falls>)")
AMONG_OTHERS = re.compile(
    r"\b(?:i fjor|sidste år|forrige|året før|tidligere|dengang|hos|blandt(?! dem| disse| de (?:adspurgte|\ue005))"
    r"|m(?:en|ens|edens) (?:det |der |andelen )?(?:på|i|ved|for)"
    r"|(?:bebyggelses|skatte|udskrivnings)procent(?:en)?)\b"
)
"""Of another time or of some alone; what is a percentage of nothing that is counted."""
_OWN_AFTER = re.compile("[^\ue000-\ue007;]{0,40}(?:[\ue000\ue005])")
_COMPARED_AFTER = re.compile(r"[^\ue000-\ue007;]{0,40}\b(?:mod|end|over|under|hvor|mens|men|i)\b[^\ue000-\ue007;]{0,12}[\ue000\ue005]")
_WHOLE_FIRST = pattern(r"(?:\bud )?\baf(?: [a-zæøå]+)? $|\baf<the> $")
_PART_FIRST = pattern(r"(?: [a-zæøå-]+){0,4} <outof>(?: [a-zæøå]+)?<the> $")
_OF_THEM = pattern(r"(?: [a-zæøå]+)? <ofthem>")
_SOME = pattern(r"<ofit>|<ofthem>")
_OF = re.compile(r"[^\ue000-\ue007;,.]{0,12}\baf (?P<what>[^\ue000-\ue007;,.]{2,45})")
WHOSE = re.compile(r"(\w*(?:by|land|region|kommun|distrikt|områd|bydel|kvarter|sogn))(?:e?[nt]|er|e)s\b")
""" "Af byens unge", where members of a club were counted: those of a place that was not told of."""
_PORTION_OF = re.compile(r"\bandele?n? af (?P<what>[^\ue000-\ue007;,.]{2,45}?) (?:er|var|blev|bliver|udgør\w*)\b")
_ITSELF = re.compile(r"\b(?:samlede?|alle|hele|totale?|dem|disse|udgift\w*|beløbet|budget\w*|rammen|summen)\b")
_APART = re.compile(r";|\bm(?:ed)?ens\b|\bmod\b|\bmen\b")


def find(ledger: Ledger) -> None:
    """Every percentage so drawn."""
    for s, before in ledger.in_turn(BACK, SHARES, _CONCLUDED):
        judged = s.kind != "heading" and len(s.mentions) <= MOST
        said = _SAID.match(s.skeleton) if judged and len(s.mentions) == 1 else None
        p = next((p for p in shares_of(s) if said or concluded(s, p)), None) if judged else None
        if p is None:
            continue
        passage = Passage([t for t in s.under_one_item(before) if 0 < len(t.mentions) <= MOST and t.kind == s.kind])
        changes = any(map(CHANGE.search, s.beside(p))) or _MOVES.search(s.lead(p)) is not None
        if not changes and (of_another(passage, p) or AMONG_OTHERS.search(s.lead(p))):
            continue
        told = [] if changes else _nearest(passage, p, not said and _THUS.search(s.skeleton, 0, s.position(p)) is not None)
        told = [w for w in told if not said or _of_whom(passage, w, said)]
        if not told and not any(m.unit in ("kr", "number") for m in s.mentions if m.start < p.start):
            told = list(_totals(ledger, s, changes))
        ways = [w for w in told if _of_what_is_named(ledger, passage, p, w)]
        ways = ways or [w for w in told if len(told) == 1 and not said and (w.gives(p) or w.mended(p, alone=False))]
        q, farthest = from_or_to(p), FARTHEST if len(ways) > 1 else FARTHEST_ALONE
        fitting = [w for w in ways if w.gives(q)]
        close = fitting or [w for w in ways if 1 / farthest < abs(w.value) / p.value < farthest]
        if fitting or len({(w.a.value, w.b.value) for w in close}) == 1 and not _otherwise(ledger, passage, p, close[0]):
            a, b = close[0].a, close[0].b
            room = DOUBT * p.value if any(m.qualifier for m in (p, a, b)) else 0
            around = replace(q, low=q.low - room, high=q.high + room)
            ledger.say(s, "share", close[0].relation, around, [a, b], if_not="warning", alone=True)


def concluded(s: Sentence, p: Mention) -> bool:
    """Is it concluded, and neither wanted nor told of a figure in its own clause?"""
    at = s.position(p)
    if not 0 < p.value <= 100 or WANTED.search(s.lead(p)):
        return False
    if not _THUS.search(s.skeleton, 0, at) and not _CALLED.search(s.skeleton, 0, at):
        return False
    return not _OWN_AFTER.match(s.skeleton, at + 1) or bool(_COMPARED_AFTER.match(s.skeleton, at + 1))


def _nearest(passage: Passage, p: Mention, thus: bool) -> list[Way]:
    """The parts with their wholes of the nearest sentence that tells of any; of the one right before, where no word says "thus"."""
    last = len(passage.sentences) - 1
    for i in range(last, -1 if thus else max(last - 2, -1), -1):
        t = passage.sentences[i]
        told = [m for m in t.mentions if m.unit in ("number", "kr") and m.start < p.start and m.low > 0]
        pairs = list(_parts(t, told, passage.sentences[i - 1] if i else None))
        if pairs or told and t is passage.last:
            return [Way("share", a, b) for a, b in pairs if thus or a.unit == "number"]
    return []


def _parts(t: Sentence, told: list[Mention], before: Sentence | None) -> Iterator[tuple[Mention, Mention]]:
    """Each figure that words call a part, with its whole: in the same sentence, or as the only one of its unit in that before. A count
    without a word counts some of those counted before it."""
    told = [m for m in told if not m.bounded and not t.is_rate(m)]
    for x, y in pairwise(told):
        if x.unit != y.unit:
            continue
        gap = t.skeleton[t.position(x) + 1 : t.position(y)]
        of = _WHOLE_FIRST.search(t.skeleton, 0, t.position(x)) or _SOME.search(gap) or _OF_THEM.match(t.skeleton, t.position(y) + 1)
        if _PART_FIRST.match(gap) and x.value <= y.value:
            yield x, y
        elif (of or told == [x, y] and _of_those(y, x)) and y.value <= x.value and not _APART.search(gap):
            yield y, x
            yield from ((z, x) for z in told if z.start > y.start and z.unit == x.unit and z.value < x.value)
    if told and before and t.block - before.block <= 1:
        x = told[0]
        wholes = [m for m in before.mentions if m.unit == x.unit and not m.bounded and m.value >= x.value]
        of = _SOME.search(t.lead(x)) or _OF_THEM.match(t.skeleton, t.position(x) + 1)
        yield from ((x, m) for m in wholes if len(wholes) == 1 and (of or len(told) == 1 and _of_those(x, m)))


def _of_those(part: Mention, whole: Mention) -> bool:
    """Is it an amount, or a count that names nothing itself, after one that does?"""
    return part.unit == "kr" or bool(whole.noun) and part.noun in ("", whole.noun)


def _of_whom(passage: Passage, way: Way, said: re.Match[str]) -> bool:
    """Is the part that of whom the percentage is told, and the whole what it is of?"""
    t, what = passage.at[way.a.start], stems(said["what"])
    part = stems(" ".join((*t.beside(way.a), way.a.noun)))
    return bool(shared(stems(said["who"]) - what, part)) and shared(what, stems(way.b.noun)) == what


def _totals(ledger: Ledger, s: Sentence, changes: bool) -> Iterator[Way]:
    """The two totals of the table right above."""
    grid = ledger.grid_above(s.block)
    last = grid.rows[-1] if grid and grid.rows else None
    if grid is None or last is None or not last.total or len(last.numbers) != 2 or any(map(grid.is_share, last.numbers)):
        return
    unit = "kr" if grid.table.scale else "number"
    less, more = sorted((replace(grid.money(n), unit=unit) for n in last.numbers.values()), key=lambda m: m.value)
    if less.low > 0:
        yield Way("percent_change" if changes else "share", less, more)


def _of_what_is_named(ledger: Ledger, passage: Passage, p: Mention, way: Way) -> bool:
    """Do the words of the whole hold what the percentage is said to be of, if anything?"""
    s = passage.last
    named = _OF.match(s.skeleton, s.position(p) + 1) or _PORTION_OF.search(s.lead(p))
    t = passage.at.get(way.b.start)
    grid = ledger.grid_above(s.block)
    if named is None or _ITSELF.search(named[0]):
        return True
    headings = [grid.table.caption, *map(grid.heading, range(grid.width))] if grid else []
    told = [t.skeleton[: s.position(p)] if t is s else t.skeleton, way.b.noun] if t else headings
    what, known = stems(named["what"]), stems(" ".join(told))
    if (whose := WHOSE.match(named["what"])) and whose[1] not in " ".join(told):
        return False
    return bool(shared(what, known)) if named.re is _OF else shared(what, known) == what


def _otherwise(ledger: Ledger, passage: Passage, p: Mention, way: Way) -> bool:
    """Do other figures near by or the table right above give the percentage, or is it what is left?"""
    own, grid = {way.a.start, way.b.start}, ledger.grid_above(passage.last.block)
    if way.gives(rest_of(p)) or any(w.gives(p) for w in any_ways(passage, passage, p, None, []) if not {w.a.start, w.b.start} <= own):
        return True
    lines = [[exact(grid.money(n)) for n in row.numbers.values() if n.low > 0] for row in grid.rows] if grid else []
    pairs = (sorted(two, key=lambda m: m.value) for line in lines for two in combinations(line, 2))
    return any(Way(way.relation, *two).gives(p) for two in pairs)
