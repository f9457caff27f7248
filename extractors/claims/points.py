"""Amounts in a list of points or short lines: with a total line, or under a sentence that states the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.claims.grid import Grid
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence
from minutes.records import Claim, Quantity

_TOTAL = re.compile(
    r"^\W*(?:i alt|ialt|samlet|samlede|total\w*|sum\b|tilsammen|hele (?:beløbet|udgiften)|udgifter i alt|(?:\w+ ){1,3}i alt)\b"
)
_DISTRIBUTED = re.compile(
    r"fordel|følgende|således|opdel|består af|sammensat|anvendes til|bruges til|går til|dækker|sådan|finansier|betales|(?:gennem|ved"
    r"|via|med) [\ue005] \w+:"
)
_OPEN = re.compile(r"blandt andet|bl\.a\.|f\.eks\.|fx|eksempel|heraf|hvoraf|herunder|op til|mindst|højst")
_SIDE = re.compile(r"\b(?:heraf|hvoraf|herunder|inkl|ikke bevilget|ikke medregnet|årligt|om året|pr\.)")
LONGEST = 160
"""Characters of a line that is one entry."""


@dataclass(slots=True)
class Entry:
    """A point or short line: its sentence, and the amount it comes to, or None when that is not clear."""

    sentence: Sentence
    amount: Mention | None
    total: bool


def find(ledger: Ledger) -> None:
    """Every list whose amounts have a stated total."""
    run: list[Entry] = []
    lead: Sentence | None = None
    previous: Sentence | None = None
    for s in ledger.sentences:
        if previous is not None and s.block == previous.block + 1:
            _in_one_block(ledger, previous, s)
        entry = _entry(s) if previous is None or s.block != previous.block else None
        if entry and (not run or s.block - run[-1].sentence.block <= 1 and (s.kind == run[-1].sentence.kind or entry.total)):
            lead = previous if not run else lead
            run.append(entry)
        else:
            _judge_list(ledger, lead, run)
            run = [entry] if entry else []
            lead = previous if entry else None
        previous = s
    _judge_list(ledger, lead, run)


def _entry(s: Sentence) -> Entry | None:
    """The sentence as an entry of a list of amounts, when it is a point or a short line with an amount."""
    money = [m for m in s.mentions if m.unit == "kr"]
    if s.end - s.start > LONGEST or s.kind not in ("point", "paragraph"):
        return None
    if not money:
        return Entry(s, None, False) if s.kind == "point" else None
    if s.kind == "paragraph" and re.search(r"[\w)] \w+ \w+ \w+ \w+", s.skeleton[: s.position(money[-1])].split(":")[-1]):
        return None
    return Entry(s, _comes_to(s, money), bool(_TOTAL.search(s.skeleton)))


def _comes_to(s: Sentence, money: list[Mention]) -> Mention | None:
    """The only amount, or the one after the sign of equality; None when several stand there."""
    if len(money) == 1:
        side = _SIDE.search(s.skeleton, s.position(money[0]))
        return (
            None
            if side and side.group() not in ("ikke bevilget",) and not s.skeleton[: s.position(money[0])].rstrip().endswith("=")
            else money[0]
        )
    equal = s.skeleton.rfind("=")
    after = [m for m in money if s.position(m) > equal] if equal >= 0 else []
    return after[0] if len(after) == 1 else None


def _judge_list(ledger: Ledger, lead: Sentence | None, run: list[Entry]) -> None:
    if len(run) < 2:
        return
    totals = [i for i, e in enumerate(run) if e.total]
    parts = run[: totals[0]] if totals else run
    if len(parts) < 2:
        return
    clear = all(e.amount and not e.amount.bounded for e in parts)
    amounts = [e.amount for e in parts if e.amount]
    signs = [-1 if re.match(r"^\W*(?:minus|fratrukket|fradrag|-\s*salg|indtægt)", e.sentence.skeleton) else 1 for e in parts if e.amount]
    if totals and run[totals[0]].amount and len(amounts) > 1:
        total = run[totals[0]]
        ledger.say(
            total.sentence, "sum", "sum", total.amount, amounts, weights=signs, if_not="error" if clear else "unverifiable", alone=clear
        )
    if lead is not None:
        _under_lead(ledger, lead, parts, amounts, signs, clear)


def _under_lead(ledger: Ledger, lead: Sentence, parts: list[Entry], amounts: list[Mention], signs: list[int], clear: bool) -> None:
    """ "De 5,4 mio. kr. fordeles således:" and then the points."""
    stated = [m for m in lead.mentions if m.unit == "kr" and not m.bounded]
    ends = lead.skeleton.rstrip().endswith(":")
    if len(stated) != 1 or len(amounts) < 2 or not ends or parts[0].sentence.block - lead.block != 1 or _OPEN.search(lead.skeleton):
        return
    sure = clear and bool(_DISTRIBUTED.search(lead.skeleton))
    ledger.say(lead, "sum", "sum", stated[0], amounts, weights=signs, if_not="warning" if sure else "unverifiable", alone=sure)


def find_over_tables(ledger: Ledger) -> None:
    """The same over a table that has no total of its own: "kr. 6.475.000,-, som er fordelt således:" and a column of amounts."""
    last = {s.block: s for s in ledger.sentences}
    first = {b.table: i for i, b in reversed([*enumerate(ledger.flow.blocks)])}
    for grid in ledger.grids:
        lead = last.get(first.get(grid.table.index, 0) - 1)
        if lead is None or not lead.skeleton.rstrip().endswith(":") or not _DISTRIBUTED.search(lead.skeleton):
            continue
        stated = [m for m in lead.mentions if m.unit == "kr" and not m.bounded]
        if len(stated) == 1 and len(grid.columns) == 1 and len(grid.rows) > 1 and not any(r.total or r.part for r in grid.rows):
            _over_table(ledger, lead, stated[0], grid)


def _over_table(ledger: Ledger, lead: Sentence, stated: Mention, grid: Grid) -> None:
    column = grid.columns[0]
    cells = [r.numbers[column] for r in grid.rows if column in r.numbers]
    scale = grid.table.scale or 1
    operands = tuple(Quantity(c.value * scale, c.low * scale, c.high * scale, "kr", c.source) for c in cells)
    ledger.claims.append(
        Claim(
            kind="sum",
            relation="sum",
            source=ledger.around(lead, stated),
            check="sum-differs",
            stated=stated.quantity(ledger.flow),
            operands=operands,
            item=ledger.structure.item_at(stated.start),
            extra={"if_not": "warning" if len(cells) == len(grid.rows) else "unverifiable"},
        )
    )


def _in_one_block(ledger: Ledger, lead: Sentence, s: Sentence) -> None:
    """The same with the entries run together in one paragraph, as text layers do with short lines."""
    stated = [m for m in lead.mentions if m.unit == "kr" and not m.bounded]
    parts = [m for m in s.mentions if m.unit == "kr"]
    if len(stated) == 1 and len(parts) > 1 and lead.skeleton.rstrip().endswith(":") and _DISTRIBUTED.search(lead.skeleton):
        known = not _OPEN.search(lead.skeleton + s.skeleton) and not _TOTAL.search(s.skeleton) and "i alt" not in s.skeleton
        even = known and not any(m.bounded or m.per for m in parts) and s.end == ledger.flow.blocks[s.block].end
        ledger.say(lead, "sum", "sum", stated[0], parts, if_not="warning" if even else "unverifiable")
