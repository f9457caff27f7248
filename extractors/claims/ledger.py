"""What every family of relations works on: the text, its sentences and tables, and the maker of claims."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import reduce
from operator import or_
from typing import Any

from extractors.claims.fit import unrounded
from extractors.claims.grid import Grid
from extractors.claims.mention import Mention
from extractors.claims.nearby import ASIDE
from extractors.claims.otherwise import VAT_TOO, counted_in_table, explained, fails, of_both, of_something_else, wanting
from extractors.claims.sentence import SIGN, Sentence
from extractors.claims.sentences import sentence_of
from extractors.claims.untold import beside
from extractors.layout import Block, Flow
from extractors.structure import Structure
from minutes.records import Claim, Source

MOST = 280
"""Characters of a quote: a clause, not a page."""
FULL_LINE = 50
"""Characters: a shorter line without a full stop is a title, and what follows it begins anew."""
NEAR = 3
"""Sentences before one whose figures may explain what a claim on it does not fit."""
TABLES = 3
"""Tables to each side that may."""
_ENDS = '.!?:;)”"»'
_DIVIDES = re.compile(r"\bfordel(?:er|te) sig\b|\b(?:er|var|bliver) fordelt\b|\bbestår af\b|\bsammensat af\b")
_MARKS = " \t-–•▪·*"


def _unsigned(stated: Mention, operands: list[Mention]) -> Mention:
    """ "269 færre elever à 61.000 kr. giver -16,4 mio. kr.": only the result has the sign of what there is less of."""
    if stated.value >= 0 or any(m.value < 0 for m in operands):
        return stated
    return replace(stated, value=-stated.value, low=-stated.high, high=-stated.low)


@dataclass(slots=True)
class Ledger:
    """What every family of relations works on: the text, its sentences, and the maker of claims."""

    flow: Flow
    structure: Structure
    sentences: list[Sentence]
    claims: list[Claim] = field(default_factory=list)
    grids: list[Grid] = field(init=False)
    """The tables of the text, each read once for all families."""

    _above: dict[int, Grid] = field(init=False)
    """The tables by the block that follows each."""
    _row: list[Sentence] = field(default_factory=list)
    """The sentences and, where they count as sentences, the total rows of tables."""
    _places: list[tuple[Sentence, int]] = field(default_factory=list)
    """Each sentence with where it stands among these."""
    _quantified: list[tuple[Sentence, int]] = field(default_factory=list)
    """Those that hold a quantity: no other has bits of minutes.needs."""
    _holds: int = 0
    """The bits of them all."""
    _told: dict[tuple[str | None, str], Counter[Decimal]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.grids = [Grid(self.flow, table) for table in self.flow.tables]
        grids = {grid.table.index: grid for grid in self.grids}
        self._above = {i + 1: grids[b.table] for i, b in enumerate(self.flow.blocks) if b.kind == "row" and b.table in grids}
        for s in self.sentences:
            if self._above and s.start == self.flow.blocks[s.block].start:
                self._row += self._total_row(s.block)
            self._places.append((s, len(self._row)))
            self._row.append(s)
        self._quantified = [(s, at) for s, at in self._places if s.mentions]
        self._holds = reduce(or_, (s.holds for s, _ in self._quantified), 0)
        for s in self._row:
            s.item = self.structure.item_at(s.start)

    def in_turn(self, back: int, *held: int) -> Iterator[tuple[Sentence, list[Sentence]]]:
        """Each sentence (of those that hold one bit of each of these) with as many before it; right after a table of one column its
        total row counts as a sentence."""
        if not all(self._holds & bits for bits in held):
            return
        for s, at in self._quantified if held else self._places:
            for bits in held:
                if not s.holds & bits:
                    break
            else:
                yield s, self._row[at - back if at > back else 0 : at]

    def told(self) -> dict[tuple[str | None, str], Counter[Decimal]]:
        """How often each item tells each value of a unit."""
        if not self._told:
            self._told = defaultdict(Counter)
            for s, _ in self._quantified:
                for m in s.mentions:
                    self._told[s.item, m.unit][m.value] += 1
        return self._told

    def right_before(self, sentence: Sentence, back: int) -> list[Sentence]:
        """So many sentences before this one, of its item."""
        at = bisect_left(self.sentences, sentence.start, key=lambda t: t.start)
        return [t for t in self.sentences[max(at - back, 0) : at] if t.item == sentence.item]

    def right_after(self, sentence: Sentence) -> Sentence | None:
        """The sentence after this one, if it is of the same item."""
        at = bisect_left(self.sentences, sentence.end, key=lambda t: t.start)
        after = self.sentences[at] if at < len(self.sentences) else None
        return after if after and after.item == sentence.item else None

    def grids_before(self, sentence: Sentence, blocks: int) -> Iterator[Grid]:
        """The tables that end within so many blocks before a sentence, the nearest first, each perhaps more than once."""
        return (grid for i in range(blocks) if (grid := self._above.get(sentence.block - i)))

    def grids_near(self, sentence: Sentence) -> list[Grid]:
        """The tables next to a sentence, a few to each side: a whole document's would explain any figure, and take ever longer."""
        at = bisect_left(self.grids, sentence.start, key=lambda g: g.table.source.at)
        return self.grids[max(at - TABLES, 0) : at + TABLES]

    def grid_above(self, block: int) -> Grid | None:
        """The table that ends right before a block."""
        return self._above.get(block)

    def _total_row(self, block: int) -> list[Sentence]:
        """The last row of the table of amounts before a block as a sentence, when it is a total with one number."""
        grid, row = self._above.get(block), self.flow.blocks[block - 1]
        last = grid.rows[-1] if grid and grid.table.scale and grid.rows else None
        if grid is None or last is None or not last.total or len(last.numbers) != 1 or last.index != row.row:
            return []
        told = [grid.money(n) for n in last.numbers.values()]
        return [sentence_of(SIGN.sub(" ", self.flow.text), row.start, row.end, told, block - 1, "row")]

    def _of_something_else(self, s: Sentence, relation: str, stated: Mention, operands: list[Mention]) -> bool:
        if stated not in s.mentions:
            return False
        if relation == "difference" and wanting(s.skeleton, s.position(stated), stated, operands):
            return True
        here = [s.position(m) for m in operands if m in s.mentions]
        with_vat = any(VAT_TOO.match(self.flow.text, m.end) for m in operands)
        return of_something_else(relation, s.skeleton, s.position(stated), here, with_vat)

    def _cut_short(self, sentence: Sentence) -> bool:
        """Does the text run over from the block before or into the one after, so that parts may be missing here?"""
        if sentence.kind not in ("paragraph", "note"):
            return False
        at, blocks = sentence.block, self.flow.blocks
        first, last = sentence.start == blocks[at].start, sentence.end == blocks[at].end
        return (
            last
            and at + 1 < len(blocks)
            and self._runs_on(blocks[at], blocks[at + 1])
            or (first and at > 0 and self._runs_on(blocks[at - 1], blocks[at]))
        )

    def _runs_on(self, one: Block, other: Block) -> bool:
        """Does the first block stop in the middle of a sentence, and the other go on with it? A clause of a motion is whole."""
        text = self.flow.text
        if text.startswith("at ", other.start):
            return False
        end, start = text[one.start : one.end].rstrip()[-1:], text[other.start : other.start + 1]
        if "row" in (one.kind, other.kind) or "heading" in (one.kind, other.kind) or not end or end in _ENDS:
            return False
        return end in ",-(" or start.islower() or one.end - one.start > FULL_LINE and (start.isdigit() or start == "(")

    def _explained(self, s: Sentence, relation: str, stated: Mention, operands: list[Mention], extra: dict[str, Any]) -> bool:
        """Does the claim fail, and do the figures of the sentence, or of those around it and the totals of tables, say what it is?"""
        weights = extra.get("weights") or [1] * len(operands)
        if relation == "count":
            return self._told_of_more(s, stated, operands)
        if not fails(relation, stated, operands, weights):
            return False
        if relation == "sum" and len(operands) > 1 and min(weights) > 0 and self._told_of_more(s, stated, operands):
            return True
        if relation == "sum" and max(m.start for m in operands) < s.start and self._divided_after(s, stated):
            return True
        rows = [(grid, row) for grid in self.grids_near(s) for row in grid.rows]
        if relation == "product" and counted_in_table(stated, operands, (n.value for _, row in rows for n in row.numbers.values())):
            return True
        near = [*self.right_before(s, NEAR), s]
        totals = [grid.money(n) for grid, row in rows if row.total for n in row.numbers.values()]
        return explained(relation, stated, operands, weights, s.mentions, [*(m for t in near for m in t.mentions), *totals], s.skeleton)

    def _told_of_more(self, s: Sentence, stated: Mention, parts: list[Mention]) -> bool:
        """Does what follows the parts of a whole tell what lies between: "De resterende 50.000 kr. holdes i reserve"? A rest behind a sum
        that was drawn from its parts is the rest of something else."""
        gap, counted = stated.value - sum(p.value for p in parts), len(parts) == 1
        last = max(s.mentions if counted else (stated, *parts), key=lambda m: m.start)
        if last is stated or not gap:
            return False
        at = bisect_left(self.sentences, last.end, key=lambda t: t.end)
        t = self.sentences[at] if at < len(self.sentences) and last in self.sentences[at].mentions else s
        after = self.right_after(t)
        tail = "" if counted or last not in t.mentions else t.skeleton[t.position(last) + 1 :]
        told = [(x, m) for x in ((t,) if tail else ()) + ((after,) if after else ()) for m in x.mentions if m.start > last.start]
        if any(m.unit == stated.unit and m.value == gap and not ASIDE.search(x.lead(m)) for x, m in told):
            return True
        return beside(gap, stated.unit == "number", tail, after)

    def _divided_after(self, s: Sentence, stated: Mention) -> bool:
        """Does the next sentence say what the total is made of, so that it is not what stands before: "Det fordeler sig med A på …"?"""
        after = self.right_after(s)
        return after is not None and bool(_DIVIDES.search(after.skeleton)) and sum(m.unit == stated.unit for m in after.mentions) > 1

    def around(self, sentence: Sentence, *focus: Mention) -> Source:
        """The sentence as a quote; a long one is cut to the clauses around what matters."""
        start, end = sentence.start, sentence.end
        while start < end - 1 and self.flow.text[start] in _MARKS:
            start += 1
        if end - start > MOST and focus:
            first, last = min(m.start for m in focus), max(m.end for m in focus)
            spare = max(MOST - (last - first), 0) // 2
            start, end = self._clause(max(start, first - spare), first, min(end, last + spare), last)
        return self.flow.source(start, end)

    def _clause(self, low: int, first: int, high: int, last: int) -> tuple[int, int]:
        """From the first clause mark after `low` to the last one before `high`."""
        text = self.flow.text
        comma = text.rfind(", ", low, first)
        space = text.find(" ", low, first)
        stop = text.find(",", last, high)
        return (comma + 2 if comma >= 0 else space + 1 if space >= 0 else first), (stop if stop >= 0 else last)

    def say(
        self,
        sentence: Sentence,
        kind: str,
        relation: str,
        stated: Mention,
        operands: list[Mention],
        *,
        if_not: str = "error",
        focus: Callable[[], Source] | None = None,
        **extra: Any,
    ) -> None:
        """Keep a claim. `if_not` is the severity when it does not hold: error, warning where the reading is inferred, note, or
        "unverifiable" where it only may be right; `extra` goes to the judge."""
        if relation == "product":
            stated, operands = _unsigned(stated, operands), unrounded(stated, operands)
        limited = relation == "product" and any(m.bounded for m in operands)
        if limited or len(operands) > 1 and self._cut_short(sentence) or self._of_something_else(sentence, relation, stated, operands):
            if_not = "unverifiable"
        told_beside = if_not == "warning" and relation == "share" and "andel" in sentence.skeleton
        if told_beside and of_both(stated, operands, sentence.mentions):
            if_not = "unverifiable"
        if if_not != "unverifiable" and self._explained(sentence, relation, stated, operands, extra):
            if_not = "unverifiable"
        near = [m for m in operands if sentence.start <= m.start < sentence.end]
        source = focus() if focus else self.around(sentence, stated, *near)
        self.claims.append(
            Claim(
                kind=kind,
                relation=relation,
                source=source,
                check=f"{kind}-differs",
                stated=stated.quantity(self.flow),
                operands=tuple(m.quantity(self.flow) for m in operands),
                exhaustive=relation != "at_most",
                item=self.structure.item_at(stated.start),
                extra={"if_not": if_not, "alone": sentence.holds_only(stated, *operands), **extra},
            )
        )
