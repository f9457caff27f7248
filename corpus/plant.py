"""Single faults and harmless changes: each takes a true passage, table or statement and gives it back changed, or None.

A fault is only accepted when the printed digits contradict each other by more than rounding could explain; a harmless
change only when they still agree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from random import Random

from corpus.facts import Fact
from corpus.passages import Passage
from corpus.printed import ANOTHER, COARSER, SLIPPED, STYLES, Number, number
from corpus.sheets import Sheet

Made = Passage | Sheet
Change = Callable[[Random, Made], "Made | None"]
CLEAR = Fraction(1)
"""A fault must stand out even when every interval is twice as wide as its digits allow."""
TRIES = 12


@dataclass(frozen=True)
class Unit:
    """One passage, table or statement in a document, with what was done to it.

    `fault` is the name of the planted error or None, `harmless` that of a harmless change or None. A finding that stands in
    the unit, by one of `checks`, has found the fault.
    """

    text: str
    place: str
    kind: str
    checks: tuple[str, ...]
    fault: str | None = None
    harmless: str | None = None
    html: str = ""


def clean(made: Made | Fact) -> Unit:
    """The unit as it is true."""
    if isinstance(made, Fact):
        return Unit(made.true, made.place, made.kind, made.checks)
    return Unit(made.text(), made.place, made.kind, made.checks, html=made.html() if isinstance(made, Sheet) else "")


def faulty(rng: Random, made: Made | Fact) -> Unit | None:
    """The unit with one fault of a kind that fits it."""
    if isinstance(made, Fact):
        return Unit(made.false, made.place, made.kind, made.checks, fault=made.fault)
    changed, name = first_change(rng, FAULTS, made, lambda m: not m.holds(CLEAR))
    return replace(clean(changed), fault=name) if changed else None


def varied(rng: Random, made: Made) -> Unit | None:
    """The unit with one harmless change."""
    changed, name = first_change(rng, HARMLESS, made, lambda m: m.holds())
    return replace(clean(changed), harmless=name) if changed else None


def first_change(rng: Random, changes: dict[str, Change], made: Made, wanted: Callable[[Made], bool]) -> tuple[Made | None, str]:
    """The first change, in random order, whose result is as wanted and reads otherwise."""
    for name in rng.sample(list(changes), len(changes)):
        for _ in range(TRIES):
            changed = changes[name](rng, made)
            if changed is not None and wanted(changed) and changed.text() != made.text():
                return changed, name
    return None, ""


def _numbers(made: Passage) -> list[str]:
    """The numbers of a passage that its relation uses; where entries are counted, only the count."""
    return ["count"] if made.kind == "count" else [*(k for k in made.numbers if not k.startswith("p") or k == "part"), *made.left]


def _one(rng: Random, made: Made, change: Callable[[Random, Number], Number | None]) -> Made | None:
    """The same with one of its numbers changed."""
    if isinstance(made, Sheet):
        row, column = rng.randrange(len(made.rows)), rng.randrange(len(made.rows[0].cells))
        new = change(rng, made.rows[row].cells[column])
        return made.with_cell(row, column, new) if new else None
    name = rng.choice(_numbers(made))
    new = change(rng, made.numbers[name])
    return made.with_number(name, new) if new else None


def _digits(value: Number) -> str:
    return str(abs(int(value.value / STYLES[value.style].step)))


def _with_digits(value: Number, digits: str) -> Number | None:
    if digits[0] == "0":
        return None
    sign = -1 if value.value < 0 else 1
    return value.moved(Decimal(sign * int(digits)) * STYLES[value.style].step)


def _other_digit(rng: Random, value: Number) -> Number | None:
    """One digit is another."""
    digits = _digits(value)
    if value.style == "word":
        return None
    at = rng.randrange(len(digits))
    return _with_digits(value, digits[:at] + rng.choice([d for d in "0123456789" if d != digits[at]]) + digits[at + 1:])


def _swapped_digits(rng: Random, value: Number) -> Number | None:
    """Two neighbouring digits have changed places."""
    digits = _digits(value)
    pairs = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    if not pairs or value.style == "word":
        return None
    at = rng.choice(pairs)
    return _with_digits(value, digits[:at] + digits[at + 1] + digits[at] + digits[at + 2:])


def _scale(rng: Random, value: Number) -> Number | None:
    """The wrong unit ("mio." for thousands), or a decimal too far."""
    if value.style == "tkr":
        return number(value.value * 1000, SLIPPED["tkr"]).in_style("mio0")
    if value.style in ("count", "word", "pct0", "%", "cell", "cell1", "share"):
        return None
    return _with_digits(value, _digits(value) + "0")


def _digit(rng: Random, made: Made) -> Made | None:
    return _one(rng, made, _other_digit)


def _swap(rng: Random, made: Made) -> Made | None:
    return _one(rng, made, _swapped_digits)


def _slip(rng: Random, made: Made) -> Made | None:
    return _one(rng, made, _scale)


def _drop(rng: Random, made: Made) -> Made | None:
    """A part is left out of an enumeration of three or more."""
    if isinstance(made, Sheet):
        parts = [i for i, row in enumerate(made.rows) if row.role == "part"]
        return made.without(rng.choice(parts)) if len(parts) > 2 else None
    return replace(made, dropped=(rng.choice(made.left),)) if len(made.left) > 2 else None


def _sign(rng: Random, made: Made) -> Made | None:
    """A rise that is a fall, or a cell with the wrong sign."""
    if isinstance(made, Sheet):
        return _one(rng, made, lambda _, n: n.moved(-n.value) if n.value else None)
    if made.kind != "difference":
        return None
    return replace(made, numbers=made.numbers | {"large": made.numbers["small"], "small": made.numbers["large"]})


def _by_one(rng: Random, made: Made) -> Made | None:
    """A count is off by one."""
    if isinstance(made, Sheet) or made.kind not in ("count", "votes"):
        return None
    name = "count" if made.kind == "count" else "total"
    return made.with_number(name, made.numbers[name].moved(made.numbers[name].value + rng.choice((-1, 1))))


def _rounded(rng: Random, made: Made) -> Made | None:
    """A total or a part printed with fewer digits."""
    return None if isinstance(made, Sheet) else _one(rng, made, lambda _, n: n.in_style(COARSER[n.style]) if n.style in COARSER else None)


def _about(rng: Random, made: Made) -> Made | None:
    """ "ca." before a number that is rounded."""
    def round_off(_: Random, n: Number) -> Number | None:
        return replace(n.in_style(COARSER[n.style]), about="ca.") if n.style in COARSER else None
    return None if isinstance(made, Sheet) else _one(rng, made, round_off)


def _reordered(rng: Random, made: Made) -> Made | None:
    """The parts in another order."""
    if isinstance(made, Sheet):
        first = next(i for i, row in enumerate(made.rows) if row.role != "part")
        return replace(made, rows=(*rng.sample(made.rows[:first], first), *made.rows[first:]))
    return replace(made, parts=tuple(rng.sample(made.parts, len(made.parts)))) if made.parts else None


def _other_words(rng: Random, made: Made) -> Made | None:
    """Every number written another way: "millioner kroner" for "mio. kr.", "fem" for "5"; votes are always in digits."""
    if isinstance(made, Sheet) or made.kind == "votes":
        return None
    changed = {k: n.in_style(ANOTHER[n.style]) if n.style in ANOTHER and n.value <= 10**9 else n for k, n in made.numbers.items()}
    return replace(made, numbers=changed)


def _hard_spaces(rng: Random, made: Made) -> Made | None:
    """No-break spaces between a number and its unit."""
    return None if isinstance(made, Sheet) else replace(made, spaced=True)


FAULTS: dict[str, Change] = {"changed digit": _digit, "swapped pair": _swap, "dropped part": _drop, "slipped scale": _slip,
                             "wrong sign": _sign, "off by one": _by_one}
HARMLESS: dict[str, Change] = {"rounding": _rounded, "about": _about, "reordering": _reordered, "other words": _other_words,
                               "hard spaces": _hard_spaces}
