"""Sentences, points and clauses built alike, of which one breaks what the others keep, whatever the words.

"2016: 24 ansøgninger, 13 fra foreninger og 11 fra skoler. 2017: 31 ansøgninger, 18 fra foreninger og 15 fra skoler": where the figures of
two or more stand in a relation that cannot be chance, those of another told in the same words should do so too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations, permutations
from math import prod

from extractors.claims.fit import adds_up, changes_by, meets, multiplies
from extractors.claims.mentions import Mention
from extractors.claims.nearby import CHANGE
from extractors.claims.sentences import COUNTING, Ledger, Sentence

FEWEST, MOST = 3, 6
"""Figures of a clause."""
CHANCE = 0.01
"""How many of the relations that are tried may be expected to hold by chance in all that keep them."""
ALIKE = 0.6
"""The part of the words between its figures that a clause shares with the others."""
_CLAUSES = re.compile(";")
_WORD = re.compile(r"[a-zæøå]+")
_Relation = tuple[str, int, tuple[int, ...]]
"""What relation it is, the place of the figure that comes out, and those of the others."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A stretch of a sentence with its figures and the words between the first and the last of them."""

    sentence: Sentence
    figures: tuple[Mention, ...]
    words: frozenset[str]

    def holds(self, relation: _Relation) -> bool:
        """Do its figures stand in the relation?"""
        name, result, others = relation
        stated, of = self.figures[result], [self.figures[i] for i in others]
        if name == "sum":
            return adds_up(stated, of)
        if name == "product":
            return multiplies(stated, *of)
        return changes_by(of[0], of[1], stated) if name == "percent_change" else _is_share(stated, *of)

    def chance(self, relation: _Relation) -> float:
        """How likely the relation is to hold for figures of this size and fineness."""
        _, result, others = relation
        stated = self.figures[result]
        room = stated.high - stated.low + sum(self.figures[i].high - self.figures[i].low for i in others if relation[0] == "sum")
        return min(1.0, float((room or 1) / abs(stated.value))) if stated.value else 1.0


def _is_share(stated: Mention, part: Mention, whole: Mention) -> bool:
    return whole.low > 0 and meets(100 * part.low / whole.high, 100 * part.high / whole.low, stated)


def find(ledger: Ledger) -> None:
    """Every clause that breaks what its like keep."""
    alike: dict[tuple, list[_Clause]] = defaultdict(list)
    for s in ledger.sentences:
        if len(s.mentions) >= FEWEST and s.holds & COUNTING and s.kind != "heading":
            for clause in _clauses(s):
                alike[s.item, tuple(m.unit for m in clause.figures)].append(clause)
    for (_, units), clauses in alike.items():
        if len(clauses) >= FEWEST:
            _odd_ones(ledger, units, clauses)


def _clauses(s: Sentence) -> Iterator[_Clause]:
    ends = [0, *(m.end() for m in _CLAUSES.finditer(s.skeleton)), len(s.skeleton)]
    for start, end in zip(ends, ends[1:], strict=False):
        figures = [m for m in s.between(start, end) if m.unit != "years"]
        if FEWEST <= len(figures) <= MOST and all(m.value > 0 and not m.bounded for m in figures):
            words = _WORD.findall(s.skeleton, s.position(figures[0]), s.position(figures[-1]))
            yield _Clause(s, tuple(figures), frozenset(words))


def _relations(units: tuple[str, ...]) -> Iterator[_Relation]:
    """Every relation that figures of these units may stand in."""
    places = range(len(units))
    for n in range(2, len(units)):
        for others in combinations(places, n):
            yield from (("sum", r, others) for r in places if r not in others and len({units[i] for i in (r, *others)}) == 1)
    for a, b, r in permutations(places, 3):
        if units[r] == "percent" and units[a] == units[b] in ("kr", "number"):
            yield from (("share", r, (a, b)), ("percent_change", r, (a, b)))
        elif a < b and "number" in (units[a], units[b]) and units[r] == ("kr" if "kr" in (units[a], units[b]) else "number"):
            yield "product", r, (a, b)


def _odd_ones(ledger: Ledger, units: tuple[str, ...], clauses: list[_Clause]) -> None:
    relations = list(_relations(units))
    for relation in relations:
        keep = [c for c in clauses if c.holds(relation)]
        broken = [c for c in clauses if c not in keep]
        if len(keep) < 2 or len(broken) != 1 or len(relations) * prod(c.chance(relation) for c in keep) > CHANCE:
            continue
        odd = broken[0]
        told = frozenset().union(*(c.words for c in keep))
        if len(odd.words & told) >= ALIKE * len(odd.words) and not any(odd.holds(r) for r in relations if _same_figures(r, relation)):
            _say(ledger, odd, relation)


def _same_figures(one: _Relation, other: _Relation) -> bool:
    return {one[1], *one[2]} == {other[1], *other[2]}


def _say(ledger: Ledger, odd: _Clause, relation: _Relation) -> None:
    """A sum of two whose one part is called a change is a difference."""
    name, result, others = relation
    stated, of = odd.figures[result], [odd.figures[i] for i in others]
    changes = [m for m in of if any(map(CHANGE.search, odd.sentence.beside(m)))]
    if name == "sum" and len(of) == 2 and len(changes) == 1:
        stated, of = changes[0], [stated, next(m for m in of if m is not changes[0])]
        ledger.say(odd.sentence, "difference", "difference", stated, of, if_not="warning", alone=True)
    else:
        kind = {"percent_change": "share"}.get(name, name)
        ledger.say(odd.sentence, kind, name, stated, of, if_not="warning", alone=True)
