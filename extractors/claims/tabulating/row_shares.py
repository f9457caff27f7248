"""What rows of a table are of its totals: the rows that words name, each column's share, and those that may be taken for it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache

from extractors.claims.grid import TOTAL_COLUMN, Grid, Number, Row
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence
from minutes.content import shared, stems
from minutes.records import Claim, Quantity

LEAST_LABEL = 4
"""Characters of a row's label that is looked for in prose."""
_FORMS = r"(?:e?ne?|et|er|erne)?s?(?!\w)"
"""How a label may end in prose: "Sygehuse" is "sygehusene", "Løn" "lønnen"."""
_MARK = re.compile(r"^(?:[a-z0-9]{1,2}[.)]\s+|[-–•]\s*)")
OF_ALL = re.compile(r"\b(?:samlede|samtlige|alle|hele)\b")
YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)")
_ONE_TIME = re.compile(r"\b(?:årets|årlige?|året|i år|første|andet|sidste|næste|i dag|nu|indeværende|hvert)\b")
_OF_A_TIME = re.compile(r"(?:19|20)\d\d|(?i:budget|regnskab|prognose|forvent|plan|skøn)")


def named_rows(grid: Grid, lead: str) -> list[Row]:
    """The rows whose label stands in the text before the percentage; the longest where one label holds another."""
    named = []
    for row in grid.rows:
        label = _unmarked(row.label)
        if len(label) >= LEAST_LABEL and not row.total and label in lead and re.search(rf"(?<!\w){re.escape(label)}{_FORMS}", lead):
            named.append((row, label))
    return [r for r, label in named if not any(label != other and label in other for _, other in named)]


@lru_cache(maxsize=5000)
def _unmarked(label: str) -> str:
    """A label in lower case without its number or dash."""
    return _MARK.sub("", label.lower())


def ways_of(grid: Grid, rows: list[Row], of: str = "") -> list[tuple[int, Number, Number]]:
    """Column, part and whole by every column of amounts that has a total, or of shares: the part against a hundred. Of several totals the
    whole is the one whose label has a word of what it is called, else the last."""
    ways, totals = [], [r for r in reversed(grid.rows) if r.total]
    said = stems(of)
    total = next((r for r in totals if stems(r.label) & said), totals[0])
    for j in grid.columns:
        cells = [r.numbers[j] for r in rows if j in r.numbers]
        if len(cells) != len(rows) or j not in total.numbers or not total.numbers[j].value:
            continue
        part = Number(
            sum((c.value for c in cells), Decimal(0)),
            sum((c.low for c in cells), Decimal(0)),
            sum((c.high for c in cells), Decimal(0)),
            cells[0].source,
        )
        ways.append((j, part, total.numbers[j]))
    return ways


def may_be_of(grid: Grid, column: int, s: Sentence, said: str, of: str) -> bool:
    """May the share be of this column: of the year that is told, of the one for all years where it is of all, of what its heading names?"""
    headings = {j: grid.heading(j) for j in grid.columns}
    if (years := set(YEAR.findall(said))) and any(years & set(YEAR.findall(h)) for h in headings.values()):
        return bool(years & set(YEAR.findall(headings[column])))
    totals = [j for j, h in headings.items() if TOTAL_COLUMN.search(h)]
    of_all = len(totals) == 1 and OF_ALL.search(of) and not YEAR.search(s.skeleton) and not _ONE_TIME.search(s.skeleton)
    if of_all and column not in totals:
        return False
    called = {j for j, h in headings.items() if shared(stems(of), stems(h))}
    return not called or column in called or bool(_OF_A_TIME.search(headings[column]))


def percent_of(part: Number, whole: Number) -> Decimal:
    """What the part is of the whole, in percent."""
    return abs(part.value * 100 / whole.value)


def fits(p: Mention, part: Number, whole: Number) -> bool:
    """Is it that percentage?"""
    return p.low <= percent_of(part, whole) <= p.high


def mistaken_for(grid: Grid, rows: list[Row], column: int, part: Number, whole: Number) -> Iterator[tuple[Number, Number]]:
    """The shares that may be taken for it: of another row, in another column, of another column's total, and of the total less a row."""
    others = [r for r in grid.rows if r not in rows and not r.total and column in r.numbers]
    yield from ((r.numbers[column], whole) for r in others)
    rests = (whole.value - r.numbers[column].value for r in others)
    yield from ((part, replace(whole, value=rest)) for rest in rests if rest > 0)
    for j, cell, total in ways_of(grid, rows):
        if j != column and not grid.is_share(j):
            yield from ((cell, total), (part, total))


def say_share(ledger: Ledger, s: Sentence, p: Mention, label: str, part: Number, whole: Number, if_not: str, **extra: bool) -> None:
    """Keep the claim that rows of this label are such a share of a total."""
    operands = (
        Quantity(part.value, part.low, part.high, "count", part.source, label),
        Quantity(whole.value, whole.low, whole.high, "count", whole.source),
    )
    ledger.claims.append(
        Claim(
            kind="share",
            relation="share",
            source=ledger.around(s, p),
            check="share-differs",
            stated=p.quantity(ledger.flow),
            operands=operands,
            item=ledger.structure.item_at(p.start),
            extra={"if_not": if_not, **extra},
        )
    )
