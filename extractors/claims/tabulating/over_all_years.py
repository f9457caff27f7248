"""What a line of a table comes to over all its years, told in the prose: "Over hele budgetperioden koster forslaget 4,9 mio. kr."."""

from __future__ import annotations

from decimal import Decimal

from extractors.claims.fit import adds_up, slips
from extractors.claims.grid import Grid
from extractors.claims.mentions import Mention
from extractors.claims.nearby import comes_near
from extractors.claims.rates import rate_of
from extractors.claims.sentences import Ledger, Sentence, pattern
from extractors.claims.tabulating.between_years import YearLine, lines_of_years
from extractors.claims.tabulating.table_words import SPOKEN_OF, TOTAL, clauses, spoken_of
from minutes.needs import needs

_PERIOD = pattern(
    r"\b(?:i|over|for|gennem)(?: (?:hele|den samlede|den fulde))? [a-zæøå]*perioden\b"
    r"|\b(?:over|i løbet af|på) (?:de |alle )?<Y>|\bover årene\b|\bfor (?:alle|de) <Y>"
)
_OTHER = pattern(r"<ofit>|<per>|\bbrutto|\b(?:årligt|om året|hvert år|afsat|budgetteret|tidligere|lån\w*)\b")
_MONEY = needs(pattern("<K>"))
NEAR = Decimal("0.2")
"""How far from what the years come to the sum may be, as a part of it."""
FEW = 2
"""Years that make no period."""


def find(ledger: Ledger) -> None:
    """Every such sum that is right or comes near."""
    years = {g.table.index: [x for x in lines_of_years(g) if min(x.figures, default=0) > 1] for g in ledger.grids if g.table.scale}
    for s, _ in ledger.in_turn(0, _MONEY) if any(years.values()) else ():
        grid = next((g for g in ledger.grids_before(s, SPOKEN_OF) if years.get(g.table.index)), None)
        for clause in clauses(s) if grid and s.kind != "heading" else ():
            text, told = s.skeleton[slice(*clause)], s.between(*clause, "kr")
            if len(told) == 1 and not told[0].bounded and _PERIOD.search(text) and not _OTHER.search(text) and not rate_of(s, told[0]):
                _sum(ledger, s, told[0], grid, years[grid.table.index], text)


def _sum(ledger: Ledger, s: Sentence, m: Mention, grid: Grid, lines: list[YearLine], text: str) -> None:
    named = spoken_of(text, [(x.label, x) for x in lines])
    totals = [x for x in lines if x.label == TOTAL]
    line = named or (totals[0] if len(totals) == 1 else None)
    years = len(line.figures) if line else 0
    if line is None or years <= FEW or any(y.value != years for y in s.mentions if y.unit == "years"):
        return
    cells = [grid.money(n) for n in line.figures.values()]
    if adds_up(m, cells) or comes_near(sum((c.value for c in cells), Decimal(0)), m, NEAR) or slips(m, cells, [1] * years):
        ledger.say(s, "product", "sum", m, cells, if_not="warning")
