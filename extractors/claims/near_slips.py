"""Figures of which one would be the sum of others but for one digit of one, or two that have changed places, whatever the words.

Every run of figures that stand beside each other is tried as the parts of every other figure near by. So many tries hit by chance now and
then: how often is reckoned from how many there are, how many slips of a digit would do, and how finely the figures are printed. Only
where chance is out of the question does a hit count; where words call one of the figures a change, a rest or a total, chance may be
likelier. No words say what is reckoned, so a hit is a note: in opened and fresh papers every other one was right.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, combinations
from operator import ne

from extractors.claims.adding.near_sums import SHARED, counts_part, taken_up
from extractors.claims.fit import changes_by
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE, TOTALLED, Passage
from extractors.claims.sentence import LONGEST_LEAD, QUANTIFIED, pattern
from minutes.needs import needs
from minutes.records import Claim, Quantity

BACK = 6
"""Sentences before this one that belong to the passage."""
FIGURES, PARTS, FEW = 14, 9, 6
"""Figures of one unit in a passage, and parts of a sum; a whole and two parts that are not side by side lie within so many figures."""
SMALL, LAST_DIGIT = 99, 9
"""An exchange of digits may make any sum of this size fit; and a sum of a single digit holds by chance."""
CHANCE, CHANCE_WITH_WORDS, CHANCE_DRAWN = 0.004, 0.04, 0.1
"""How many hits among the tries of a passage chance may be expected to make: without a word for the relation, with one, and where one of
three figures is said to be drawn from the others."""
LEAST = 3
"""Digits of a figure that two numbers of a table do not come to by chance."""
TURNED = 0.2
"""A try with a part larger than the whole counts so much: only its first digits can be the wrong ones."""
CHANGES = 30
"""So much likelier is a hit by chance where one digit is another: a figure has ten such slips for one exchange, and other reasons."""
UNLIKE = 10
"""Figures of several things are so much less likely to be a sum than those of one."""
_OF_ONE_DIGIT = frozenset(d * 10**n for d in range(1, 10) for n in range(16))
"""By so much is a sum off when one digit of a figure is another; when two have changed places, nines can be cast out of it."""
_UNITS = {"kr", "number", "percent"}
_DRAWN = pattern(
    r"<left>|<rest>|<so>|\bså\b|\bmangler|\bfor (?:meget|lidt|mange|få|høj\w*|lav\w*)\b|\bnetto|\bunder\b|\bover\b"
    r"|\bnede? på|\boppe? på|\bnærmere be"
)
_IS_LEVEL = re.compile(r"\b(?:fra|til) $")
_EXAMPLES = pattern(r"<some>|\balene (?:har|fik|står|stod|tegner|tegnede)\b")
_EXEMPLIFIED = needs(_EXAMPLES)
_TO_ITS_OWN = pattern(r" til <Q>")
"""A change that leads to a figure of its own: "stiger med 105 kr. til 3.635 kr."."""
_GAPS = frozenset(way * 9 * apart * 10**place for way in (1, -1) for apart in range(1, 10) for place in range(30))
"""What a number gains or loses when two digits beside each other change places."""
_COMPARED_WITH = re.compile(r"\b(?:i forhold til|sammenlignet med|målt mod) [^;]{0,40}$")
""" "Stigningen i forhold til budget 1998, 1.560.000 kr.": what is compared with is no sum of others."""


@dataclass(frozen=True, slots=True)
class _Hit:
    """A whole and parts that are its sum when two digits of one of them, `wrong`, change places or one is another; by place among the
    figures. `ways`: how much likelier than an exchange such a slip is by chance."""

    whole: int
    parts: tuple[int, ...]
    wrong: tuple[int, ...]
    ways: int
    chance: float
    told: bool = False
    """Does the item tell elsewhere what the wrong one would have to be?"""

    def due(self, i: int, values: list[int]) -> int:
        """What the figure would have to be."""
        gap = values[self.whole] - sum(values[k] for k in self.parts)
        return values[i] + (gap if i != self.whole else -gap)

    def borne_out(self, figures: list[Mention], values: list[int], told: Counter[Decimal]) -> _Hit:
        """The same, far less likely by chance where the item tells elsewhere what one of the wrong figures would have to be, and does not
        tell that figure again: `told` says how often it tells each value."""
        due = {i: figures[i].value * self.due(i, values) / values[i] for i in self.wrong}
        again = tuple(i for i in self.wrong if told[figures[i].value] == 1 and told[due[i]])
        if not again:
            return self
        alike = sum(v.adjusted() == due[again[0]].adjusted() for v in told)
        return replace(self, wrong=again, told=True, chance=self.chance * min(1, alike / 10 ** (figures[again[0]].digits - 1)))


def find(ledger: Ledger) -> None:
    """Every such sum or difference, when only one mending makes it fit; each wrong figure once, and none that is a share or product."""
    reckoned = [c for c in ledger.claims if c.kind in ("share", "product")]
    told_of = {q.source.at for c in reckoned for q in (c.stated, *_outcome(c)) if q and q.source}
    for s, earlier in ledger.in_turn(BACK, QUANTIFIED):
        units = {m.unit for m in s.mentions} & _UNITS
        if s.kind == "heading" or not units or s.holds & _EXEMPLIFIED and _EXAMPLES.search(s.skeleton):
            continue
        passage = Passage([t for t in s.under_one_heading(earlier) if t.mentions and t.kind == s.kind])
        for unit in sorted(units) if len(passage.figures) > 2 else ():
            figures = [m for m in passage.of(unit) if m.value > 0 and not m.bounded][-FIGURES:]
            if len(figures) > 2 and passage.new(figures[-1]) and (hits := _hits(passage, figures, values := _whole_numbers(figures))):
                _slips(ledger, passage, figures, values, hits, told_of)


def _outcome(claim: Claim) -> tuple[Quantity, ...]:
    """What a change in percent leads to: "reguleres med 2,5 pct. til 4.100 kr."."""
    return claim.operands[1:] if claim.relation == "percent_change" else ()


def _slips(
    ledger: Ledger, passage: Passage, figures: list[Mention], values: list[int], hits: list[_Hit], told_of: set[int]
) -> None:
    bound, wholes = _bound(values)
    told = ledger.told()[passage.last.item, figures[0].unit]
    hits = [h for h in hits if h.whole not in wholes and any(i not in bound and values.count(values[i]) == 1 for i in h.wrong)]
    hits = [h.borne_out(figures, values, told) for h in hits]
    hits = [h for h in hits if h.chance < _most_likely(passage, figures, h) or _tied_side_by_side(passage, figures, values, h)]
    mended = [{(i, h.due(i, values)) for i in h.wrong} for h in hits]
    wrong = {figures[i].number for i, _ in set.intersection(*mended)} if hits else set()
    named = [m for m in figures if m.number in wrong]
    if wrong and not wrong & told_of and not _by_percent(passage, named) and not _between_cells(ledger, passage, named):
        told_of |= wrong
        _say(ledger, passage, figures, min(hits, key=lambda h: h.chance))


def _by_percent(passage: Passage, wrong: list[Mention]) -> bool:
    """Does a percentage of its sentence lead to one of them from another figure: "reguleres med 2,5 pct. til 4.100 kr."?"""
    told = [(m, p) for m in wrong for p in passage.at[m.start].mentions if p.unit == "percent"]
    return any(changes_by(a, m, p) for m, p in told for a in passage.of(m.unit) if a is not m and not a.bounded)


def _between_cells(ledger: Ledger, passage: Passage, wrong: list[Mention]) -> bool:
    """Is one of the figures what lies between two numbers of a row of a table near by: how much it rose or fell?"""
    values = {m.value for m in wrong if m.digits >= LEAST}
    rows = [r for grid in ledger.grids_near(passage.last) for r in grid.rows] if values else []
    return any(abs(a.value - b.value) in values for r in rows for a, b in combinations(r.numbers.values(), 2))


def _whole_numbers(figures: list[Mention]) -> list[int]:
    """The figures in the finest unit that one of them is printed in."""
    finest = min(0, *(int(m.value.as_tuple().exponent) for m in figures))
    return [int(m.value.scaleb(-finest)) for m in figures]


def _steps(figures: list[Mention], values: list[int]) -> list[int]:
    """What each is printed in: "1,9 mio." can be no 1,09 mio., and 67 among decimals no 60,7."""
    finest = min(0, *(int(m.value.as_tuple().exponent) for m in figures))
    last = [10 ** (min(0, int(m.value.as_tuple().exponent)) - finest) for m in figures]
    return [max(int((m.high - m.low) * v / m.value), step) for m, v, step in zip(figures, values, last, strict=True)]


def _hits(passage: Passage, figures: list[Mention], values: list[int]) -> list[_Hit]:
    """Every whole and its parts that an exchange of digits mends, with the chance of any such among all that are tried."""
    new = next(i for i, m in enumerate(figures) if m.start >= passage.last.start)
    wholes = [i for i, value in enumerate(values) if value > SMALL]
    ways = [way for whole in wholes for way in _ways(figures, values, whole, new)]
    near = [way for way in ways if way[2] in _GAPS or abs(way[2]) in _OF_ONE_DIGIT]
    if not near:
        return []
    steps, found = _steps(figures, values), []
    for whole, parts, gap in near:
        rounded = 2 * abs(gap) <= (len(parts) + 1) * max(steps[i] for i in (whole, *parts))
        likely = ((_swapped, 1, gap in _GAPS), (_changed, CHANGES, not rounded and abs(gap) in _OF_ONE_DIGIT))
        for slips, times in [(slips, times) for slips, times, may_be in likely if may_be]:
            wrong = [i for i in parts if not gap % steps[i] and slips(values[i], values[i] + gap)]
            wrong += [whole] * (not gap % steps[whole] and slips(values[whole], values[whole] - gap))
            if wrong:
                found.append((whole, parts, tuple(wrong), times))
                break
    told = {i for i in wholes if not _COMPARED_WITH.search(passage.lead(figures[i]))} if found else set()
    tries = [(whole, parts) for whole, parts, _ in ways if whole in told]
    if figures[0].unit == "number" and len(set(steps)) > 1:  # "de 12 km kan være de 12,3 km": the one tells the other
        tries = [(whole, parts) for whole, parts in tries if all(steps[i] == steps[whole] for i in parts)]
    found = [hit for hit in found if hit[:2] in tries]
    tried = sum(1 if max(values[i] for i in parts) < values[whole] else TURNED for whole, parts in tries if found)
    return [_Hit(*hit, tried * hit[3] * _chance([values[i] for i in (hit[0], *hit[1])]) * _oddity(figures, *hit[:2])) for hit in found]


def _ways(figures: list[Mention], values: list[int], whole: int, new: int) -> list[tuple[int, tuple[int, ...], int]]:
    """A whole with any two figures near it, and with each run of more of its kind on one side of it, one that is new among them all; and
    what it is more than they come to. A slip may leave a part larger than the whole, but no longer.
    """
    m, longest, value = figures[whole], 10 ** len(str(values[whole])), values[whole]
    less = [i for i, v in enumerate(values) if v < longest and i != whole]
    less = [i for i in less if figures[i].per in (None, m.per)] if m.per else less
    close = [i for i in less if whole - FEW < i < whole + FEW]
    pairs: Iterable[tuple[int, ...]] = combinations(close, 2) if close and max(close[-1], whole) >= new else ()
    found = [(whole, two, value - values[two[0]] - values[two[1]]) for two in pairs if two[1] - two[0] < FEW and max(two[1], whole) >= new]
    for near in ([i for i in less if i < whole], [i for i in less if i > whole]) if len(less) > 2 else ():
        told = len(near) > 2 and (near[-1] >= new or whole >= new)
        side = [i for i in near if m.unit != "number" or counts_part(figures[i], m)] if told else []
        sums = [0, *accumulate([values[i] for i in side])]
        for j in range(3, len(side) + 1):
            if side[j - 1] >= new or whole >= new:
                found += [(whole, tuple(side[i:j]), value - sums[j] + sums[i]) for i in range(max(0, j - PARTS), j - 2)]
    return found


def _chance(values: list[int]) -> float:
    """How likely it is that an exchange of neighbouring digits happens to make a sum of figures fit."""
    step = 10 ** min(len(str(v)) - len(str(v).rstrip("0")) for v in values)
    return sum(len(str(v // step)) - 1 for v in values) * step / values[0]


def _oddity(figures: list[Mention], whole: int, parts: tuple[int, ...]) -> int:
    """How much less likely figures of several things are to be a sum."""
    return 1 if all(counts_part(figures[i], figures[whole]) for i in parts) else UNLIKE


def _swapped(one: int, other: int) -> bool:
    """Are they the same but for two digits beside each other that have changed places?"""
    a, b = str(one), str(other)
    apart = [i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y] if len(a) == len(b) and other > 0 else []
    return len(apart) == 2 and apart[1] == apart[0] + 1 and a[apart[0]] == b[apart[1]] and a[apart[1]] == b[apart[0]]


def _changed(one: int, other: int) -> bool:
    """Are they the same but for one digit?"""
    a, b = str(one), str(other)
    return len(a) == len(b) and len(a.rstrip("0")) >= LEAST and other > 0 and sum(map(ne, a, b)) == 1


def _bound(values: list[int]) -> tuple[set[int], set[int]]:
    """The figures that are sums or parts of sums that hold, of two figures or of a run of more; and the sums alone."""
    n, sums, bound, wholes = len(values), [0, *accumulate(values)], set[int](), set[int]()
    for whole, value in enumerate(values):
        if value <= LAST_DIGIT:
            continue
        pairs = [{i, j} for i, j in combinations(range(n), 2) if whole not in (i, j) and values[i] + values[j] == value]
        runs = [{*range(i, j)} for i, j in combinations(range(n + 1), 2)
                if j - i > 2 and sums[j] - sums[i] == (2 if i <= whole < j else 1) * value]
        for parts in (*pairs, *runs):
            bound |= {whole, *parts}
            wholes.add(whole)
    return bound, wholes


def _most_likely(passage: Passage, figures: list[Mention], hit: _Hit) -> float:
    """How likely chance may be: words call one of the figures a total, a rest or a change, or what is shared out."""
    those = [figures[i] for i in (hit.whole, *hit.parts)]
    if len(hit.parts) == 2 and any(_is_drawn(passage, m, _DRAWN) for m in those):
        return CHANCE_DRAWN
    if _tied(passage, *those[:2]) or TOTALLED.search(passage.lead(those[0])) or any(_is_drawn(passage, m, CHANGE) for m in those):
        return CHANCE_WITH_WORDS
    return CHANCE


def _tied(passage: Passage, whole: Mention, first: Mention) -> bool:
    """Is the whole called a total of what was told before it, or shared out by the words between it and the `first` after it?"""
    if first.start < whole.start:
        return bool(TOTALLED.search(passage.lead(whole)) or taken_up(passage, whole))
    s, at = passage.at[first.start], passage.at[whole.start]
    return bool(SHARED.search(s.skeleton, s.position(whole) if at is s else 0, s.position(first)))


def _tied_side_by_side(passage: Passage, figures: list[Mention], values: list[int], hit: _Hit) -> bool:
    """Is it a tied whole with the parts that stand right beside it, unlikely by chance among all such wholes and parts?"""
    tried, found = 0, False
    for whole, m in enumerate(figures):
        kind = [i for i, p in enumerate(figures) if i != whole and counts_part(p, m)]
        for side in ([i for i in kind if i < whole][::-1], [i for i in kind if i > whole]):
            if len(side) > 1 and _tied(passage, m, figures[side[0]]):
                tried += len(side) - 1
                found |= whole == hit.whole and set(hit.parts) == set(side[: len(hit.parts)])
    return found and tried * hit.ways * _chance([values[i] for i in (hit.whole, *hit.parts)]) < CHANCE_DRAWN


def _is_drawn(passage: Passage, m: Mention, words: re.Pattern[str]) -> bool:
    """Do such words stand right before it or right after it, as its own?"""
    s, at = passage.at[m.start], passage.at[m.start].position(m) + 1
    after = s.skeleton[at : at + LONGEST_LEAD] if m is s.mentions[-1] else s.beside(m)[1]
    return not (_TO_ITS_OWN.match(s.skeleton, at) or _IS_LEVEL.search(passage.lead(m))) and any(words.search(text) for text in (passage.lead(m), after))


def _say(ledger: Ledger, passage: Passage, figures: list[Mention], hit: _Hit) -> None:
    """A difference where one of two parts is called a change or a rest and the whole no total, else a sum."""
    whole, parts = figures[hit.whole], [figures[i] for i in hit.parts]
    wrong = [figures[i] for i in hit.wrong if hit.told and i != hit.whole]
    drawn = wrong or [m for m in parts if any(_is_drawn(passage, m, words) for words in (_DRAWN, CHANGE))]
    if len(parts) == 2 and drawn and not (hit.whole > hit.parts[-1] and TOTALLED.search(passage.lead(whole))):
        other = next(m for m in parts if m is not drawn[-1])
        ledger.say(passage.at[drawn[-1].start], "difference", "difference", drawn[-1], [whole, other], if_not="note")
    else:
        ledger.say(passage.at[whole.start], "sum", "sum", whole, parts, if_not="note")
