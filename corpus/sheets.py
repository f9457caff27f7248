"""Clean tables: rows of sums with totals, budget against accounts, years with a sum of the row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from corpus.printed import Number, meet, minus, number, total

DEPARTMENTS = ("Børn og unge", "Ældre og sundhed", "Teknik og miljø", "Kultur og fritid", "Arbejdsmarked", "Administration", "Beredskab",
               "Folkebiblioteket", "Musikskolen", "Vej og park", "Specialundervisning", "Dagpleje", "Hjemmepleje", "Tandpleje")
TOTALS = ("I alt", "Total", "Sum", "Samlet", "Udgifter i alt")
UNITS = (("1.000 kr.", "cell", 1), ("Hele 1.000 kr.", "cell", 1), ("mio. kr.", "cell1", 1), ("kr.", "cell", 1000))


@dataclass(frozen=True)
class Sheet:
    """A table: a heading per column, rows of a label and cells; the last row is the total.

    `across` says how the last column follows from the others: "sum", "difference" (second minus first), or "" for not at all.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Number, ...]], ...]
    across: str = ""
    kind: str = "table"
    place: str = "table"
    checks: tuple[str, ...] = ("sum-differs", "difference-differs", "restated-differs")

    def holds(self, margin: Fraction = Fraction(0)) -> bool:
        """Do all columns add up, and all rows?"""
        *parts, (_, last) = self.rows
        columns = all(meet(last[i].span, total([cells[i].span for _, cells in parts]), margin) for i in range(len(last)))
        return columns and all(self._row(cells, margin) for _, cells in self.rows)

    def _row(self, cells: tuple[Number, ...], margin: Fraction) -> bool:
        *others, last = cells
        if self.across == "sum":
            return meet(last.span, total([c.span for c in others]), margin)
        return self.across != "difference" or meet(last.span, minus(others[1].span, others[0].span), margin)

    def with_cell(self, row: int, column: int, value: Number) -> Sheet:
        """The table with one cell printed otherwise."""
        label, cells = self.rows[row]
        changed = (label, (*cells[:column], value, *cells[column + 1:]))
        return replace(self, rows=(*self.rows[:row], changed, *self.rows[row + 1:]))

    def without(self, row: int) -> Sheet:
        """The table with a row left out."""
        return replace(self, rows=(*self.rows[:row], *self.rows[row + 1:]))

    def text(self) -> str:
        """The caption and every row on a line, as an anchor quotes it."""
        return "\n".join([self.caption, *(self.line(i) for i in range(len(self.rows)))])

    def line(self, row: int) -> str:
        """One row with its cells, in one line."""
        label, cells = self.rows[row]
        return " ".join([label, *map(str, cells)])

    def html(self) -> str:
        """The table for a page."""
        head = "".join(f"<th>{h}</th>" for h in self.head)
        body = "".join(f"<tr><td>{label}</td>{''.join(f'<td>{c}</td>' for c in cells)}</tr>" for label, cells in self.rows)
        return f"<p>{self.caption}</p><table><tr>{head}</tr>{body}</table>"


def sheet(rng: Random, thing: str) -> Sheet:
    """A true table about `thing`."""
    while True:
        made = rng.choice((_years, _accounts, _single))(rng, thing)
        if made.holds():
            return made


def _cells(rng: Random, rows: int, columns: int, grain: int, style: str) -> list[list[Decimal]]:
    """Exact values; millions have a digit more than is printed, so that totals round as they do in real accounts."""
    top = 9_000 if style == "cell1" else 60_000
    scale = Decimal(100) if style == "cell1" else Decimal(1)
    return [[Decimal(rng.randrange(50, top) * grain) / scale for _ in range(columns)] for _ in range(rows)]


def _sheet(rng: Random, caption: str, head: tuple[str, ...], exact: list[list[Decimal]], style: str, across: str) -> Sheet:
    labels = rng.sample(DEPARTMENTS, len(exact))
    sums = [sum(column) for column in zip(*exact, strict=True)]
    rows = [*zip(labels, exact, strict=True), (rng.choice(TOTALS), sums)]
    return Sheet(caption, head, tuple((label, tuple(number(v, style) for v in values)) for label, values in rows), across)


def _years(rng: Random, thing: str) -> Sheet:
    unit, style, grain = rng.choice(UNITS)
    first, count = rng.randint(2008, 2026), rng.randint(2, 4)
    exact = _cells(rng, rng.randint(3, 8), count, grain, style)
    head = tuple(str(first + i) for i in range(count))
    if rng.random() < 0.5:
        return _sheet(rng, f"Udgifter til {thing} ({unit})", ("", *head), exact, style, "")
    return _sheet(rng, f"Udgifter til {thing} ({unit})", ("", *head, "I alt"), [[*row, sum(row)] for row in exact], style, "sum")


def _accounts(rng: Random, thing: str) -> Sheet:
    unit, style, grain = rng.choice(UNITS)
    budget = _cells(rng, rng.randint(3, 9), 1, grain, style)
    spent = [[b, (b * rng.randint(80, 120) / 100).quantize(Decimal(grain) if style == "cell" else Decimal("0.01"))] for (b,) in budget]
    return _sheet(rng, f"Regnskab for {thing} ({unit})", ("Område", "Budget", "Regnskab", "Afvigelse"), [[b, s, s - b] for b, s in spent],
                  style, "difference")


def _single(rng: Random, thing: str) -> Sheet:
    unit, style, grain = rng.choice(UNITS)
    return _sheet(rng, f"Økonomien for {thing}", ("Post", f"Beløb ({unit})"), _cells(rng, rng.randint(3, 7), 1, grain, style), style, "")
