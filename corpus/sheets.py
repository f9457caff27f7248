"""Clean tables: rows of sums with totals, budget against accounts, years with a sum of the row."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from corpus.printed import Number, Span, meet, minus, number, over, total

DEPARTMENTS = ("Børn og unge", "Ældre og sundhed", "Teknik og miljø", "Kultur og fritid", "Arbejdsmarked", "Administration", "Beredskab",
               "Folkebiblioteket", "Musikskolen", "Vej og park", "Specialundervisning", "Dagpleje", "Hjemmepleje", "Tandpleje")
TOTALS = ("I alt", "Total", "Sum", "Samlet", "Udgifter i alt")
GROUPS = (("Drift i alt", "Anlæg i alt"), ("Børn i alt", "Voksne i alt"), ("Udgifter på rådhuset", "Udgifter uden for rådhuset"))
UNITS = (("1.000 kr.", "cell", 1), ("Hele 1.000 kr.", "cell", 1), ("mio. kr.", "cell1", 1), ("kr.", "cell", 1000))


@dataclass(frozen=True)
class Row:
    """A row: its label, its cells, and its role: "part", "subtotal" (of the parts since the last one) or "total" (of all parts)."""

    label: str
    cells: tuple[Number, ...]
    role: str = "part"

    def __str__(self) -> str:
        return " ".join([self.label, *map(str, self.cells)])


@dataclass(frozen=True)
class Sheet:
    """A table: a heading per column, and rows.

    `across` says how the last column follows from the others: "sum", "difference" (second minus first), "share" (of the total,
    in percent) or "" for not at all.
    """

    caption: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    across: str = ""
    kind: str = "table"
    place: str = "table"
    checks: tuple[str, ...] = ("sum-differs", "difference-differs", "share-differs", "restated-differs")

    def holds(self, margin: Fraction = Fraction(0)) -> bool:
        """Do all columns add up, and all rows?"""
        columns = range(len(self.rows[0].cells))
        return all(self._adds_up(i, margin) for i in columns) and all(self._fits(row, margin) for row in self.rows)

    def _adds_up(self, column: int, margin: Fraction) -> bool:
        since: list[Span] = []
        parts: list[Span] = []
        for row in self.rows:
            span = row.cells[column].span
            if row.role == "part":
                since.append(span)
                parts.append(span)
            elif not meet(span, total(since if row.role == "subtotal" else parts), margin):
                return False
            else:
                since = []
        return True

    def _fits(self, row: Row, margin: Fraction) -> bool:
        *others, last = row.cells
        if self.across == "sum":
            return meet(last.span, total([c.span for c in others]), margin)
        if self.across == "difference":
            return meet(last.span, minus(others[1].span, others[0].span), margin)
        if self.across == "share":
            low, high = over(others[0].span, self.rows[-1].cells[0].span)
            return meet(last.span, (low * 100, high * 100), margin)
        return True

    def with_cell(self, row: int, column: int, value: Number) -> Sheet:
        """The table with one cell printed otherwise."""
        old = self.rows[row]
        changed = replace(old, cells=(*old.cells[:column], value, *old.cells[column + 1:]))
        return replace(self, rows=(*self.rows[:row], changed, *self.rows[row + 1:]))

    def without(self, row: int) -> Sheet:
        """The table with a row left out."""
        return replace(self, rows=(*self.rows[:row], *self.rows[row + 1:]))

    def text(self) -> str:
        """The caption and every row on a line, as an anchor quotes it."""
        return "\n".join([self.caption, *map(str, self.rows)])

    def html(self) -> str:
        """The table for a page."""
        head = "".join(f"<th>{h}</th>" for h in self.head)
        body = "".join(f"<tr><td>{row.label}</td>{''.join(f'<td>{c}</td>' for c in row.cells)}</tr>" for row in self.rows)
        return f"<p>{self.caption}</p><table><tr>{head}</tr>{body}</table>"


def sheet(rng: Random, thing: str) -> Sheet:
    """A true table about `thing`."""
    while True:
        made = rng.choice((_years, _accounts, _single, _groups, _shares))(rng, thing)
        if made.holds():
            return made


def _cells(rng: Random, rows: int, columns: int, grain: int, style: str) -> list[list[Decimal]]:
    """Exact values; millions have a digit more than is printed, so that totals round as they do in real accounts."""
    top = 9_000 if style == "cell1" else 60_000
    scale = Decimal(100) if style == "cell1" else Decimal(1)
    return [[Decimal(rng.randrange(50, top) * grain) / scale for _ in range(columns)] for _ in range(rows)]


def _row(label: str, values: list[Decimal], style: str, role: str = "part") -> Row:
    return Row(label, tuple(number(v, style) for v in values), role)


def _sums(exact: list[list[Decimal]]) -> list[Decimal]:
    return [sum(column) for column in zip(*exact, strict=True)]


def _sheet(rng: Random, caption: str, head: tuple[str, ...], exact: list[list[Decimal]], style: str, across: str) -> Sheet:
    parts = [_row(label, values, style) for label, values in zip(rng.sample(DEPARTMENTS, len(exact)), exact, strict=True)]
    return Sheet(caption, head, (*parts, _row(rng.choice(TOTALS), _sums(exact), style, "total")), across)


def _years(rng: Random, thing: str) -> Sheet:
    unit, style, grain = rng.choice(UNITS)
    first, count = rng.randint(2008, 2026), rng.randint(2, 4)
    exact = _cells(rng, rng.randint(3, 8), count, grain, style)
    head = tuple(str(first + i) for i in range(count))
    if rng.random() < 0.5:
        return _sheet(rng, f"Udgifter til {thing} ({unit})", ("", *head), exact, style, "")
    return _sheet(rng, f"Udgifter til {thing} ({unit})", ("", *head, "I alt"), [[*r, sum(r, Decimal(0))] for r in exact], style, "sum")


def _accounts(rng: Random, thing: str) -> Sheet:
    unit, style, grain = rng.choice(UNITS)
    budget = _cells(rng, rng.randint(3, 9), 1, grain, style)
    spent = [[b, (b * rng.randint(80, 120) / 100).quantize(Decimal(grain) if style == "cell" else Decimal("0.01"))] for (b,) in budget]
    return _sheet(rng, f"Regnskab for {thing} ({unit})", ("Område", "Budget", "Regnskab", "Afvigelse"), [[b, s, s - b] for b, s in spent],
                  style, "difference")


def _single(rng: Random, thing: str) -> Sheet:
    unit, style, grain = rng.choice(UNITS)
    return _sheet(rng, f"Økonomien for {thing}", ("Post", f"Beløb ({unit})"), _cells(rng, rng.randint(3, 7), 1, grain, style), style, "")


def _groups(rng: Random, thing: str) -> Sheet:
    """Two groups of rows with a subtotal each, and the total of all."""
    unit, style, grain = rng.choice(UNITS)
    first, count = rng.randint(2008, 2026), rng.randint(1, 3)
    labels, rows, exact = iter(rng.sample(DEPARTMENTS, 8)), [], []
    for name in rng.choice(GROUPS):
        group = _cells(rng, rng.randint(2, 4), count, grain, style)
        rows += [_row(next(labels), values, style) for values in group] + [_row(name, _sums(group), style, "subtotal")]
        exact += group
    head = ("", *(f"Budget {first + i}" for i in range(count)))
    return Sheet(f"Budget for {thing} ({unit})", head, (*rows, _row(rng.choice(TOTALS), _sums(exact), style, "total")))


def _shares(rng: Random, thing: str) -> Sheet:
    """Amounts with their share of the total in percent."""
    plain = _single(rng, thing)
    whole = plain.rows[-1].cells[0].value
    rows = tuple(replace(row, cells=(*row.cells, number(row.cells[0].value * 100 / whole, "share"))) for row in plain.rows)
    return replace(plain, head=(*plain.head, "Andel i pct."), rows=rows, across="share")
