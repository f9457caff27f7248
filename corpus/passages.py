"""A passage that asserts something of its own numbers, and the relation that makes it true.

The relation is recomputed from the printed digits, so that a passage is known to be true before a fault is planted, and
known to be false after.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from corpus.printed import Number, Span, meet, minus, over, times, total

Relation = Callable[[dict[str, Number], list[str]], tuple[Span, Span]]


@dataclass(frozen=True)
class Passage:
    """One stretch of text that asserts something of its own numbers.

    `kind` names the relation, `place` is prose or list. `{parts}` in the template stands for the phrases of `parts`
    (a name among `numbers`, and its words); a fault may leave one out. `checks` are the findings that may say so. A `spaced`
    passage has no-break spaces between its numbers and their units.
    """

    kind: str
    place: str
    template: str
    numbers: dict[str, Number]
    relation: Relation
    checks: tuple[str, ...]
    parts: tuple[tuple[str, str], ...] = ()
    joint: tuple[str, str] = (", ", " og ")
    dropped: tuple[str, ...] = ()
    spaced: bool = False

    def text(self) -> str:
        """The passage as printed."""
        numbers = {k: str(v).replace(" ", "\u00a0" if self.spaced else " ") for k, v in self.numbers.items()}
        shown = [words.format(n=numbers[name]) for name, words in self.parts if name not in self.dropped]
        between, last = self.joint
        joined = last.join([between.join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)
        said = self.template.format(parts=joined, **numbers).replace("..", ".")
        return said[:1].upper() + said[1:]

    @property
    def left(self) -> list[str]:
        """The names of the parts that are printed."""
        return [name for name, _ in self.parts if name not in self.dropped]

    def holds(self, margin: Fraction = Fraction(0)) -> bool:
        """Is it true of the printed digits?"""
        left, right = self.relation(self.numbers, self.left)
        return meet(left, right, margin)

    def with_number(self, name: str, value: Number) -> Passage:
        """The passage with one number printed otherwise."""
        return replace(self, numbers=self.numbers | {name: value})


def adds_up(n: dict[str, Number], parts: list[str]) -> tuple[Span, Span]:
    """The parts that are printed give the total."""
    return n["total"].span, total([n[p].span for p in parts])


def differs_by(n: dict[str, Number], _parts: list[str]) -> tuple[Span, Span]:
    """The change is the larger minus the smaller."""
    return n["change"].span, minus(n["large"].span, n["small"].span)


def multiplies(n: dict[str, Number], _parts: list[str]) -> tuple[Span, Span]:
    """The rate so many times is the total."""
    return n["total"].span, times(n["rate"].span, n["times"].span)


def is_share(n: dict[str, Number], _parts: list[str]) -> tuple[Span, Span]:
    """The share is the part in percent of the whole."""
    low, high = over(n["part"].span, n["whole"].span)
    return n["share"].span, (low * 100, high * 100)


def grows_by(n: dict[str, Number], _parts: list[str]) -> tuple[Span, Span]:
    """The share is the growth in percent of the smaller."""
    low, high = over(n["large"].span, n["small"].span)
    return n["share"].span, ((low - 1) * 100, (high - 1) * 100)


def is_same(n: dict[str, Number], _parts: list[str]) -> tuple[Span, Span]:
    """The two figures are one."""
    return n["first"].span, n["second"].span


def is_count(n: dict[str, Number], parts: list[str]) -> tuple[Span, Span]:
    """The count is the number of entries that are printed."""
    return n["count"].span, (Fraction(len(parts)), Fraction(len(parts)))
