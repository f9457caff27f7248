"""Numbers as a secretary prints them, with the interval that the printed digits allow.

Apart from the toolkit's own arithmetic on purpose: it says what is true of a planted error, so it must not share its mistakes.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Span = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Style:
    """How a number is printed: its step in plain units, the scale of the digits, and the words around them."""

    step: Decimal
    scale: Decimal
    pattern: str


STYLES = {
    "mio0": Style(Decimal(1_000_000), Decimal(1_000_000), "{} mio. kr."),
    "mio1": Style(Decimal(100_000), Decimal(1_000_000), "{} mio. kr."),
    "mio2": Style(Decimal(10_000), Decimal(1_000_000), "{} mio. kr."),
    "mio3": Style(Decimal(1_000), Decimal(1_000_000), "{} mio.kr."),
    "millioner": Style(Decimal(100_000), Decimal(1_000_000), "{} millioner kroner"),
    "mill": Style(Decimal(100_000), Decimal(1_000_000), "{} mill. kr."),
    "tkr": Style(Decimal(1_000), Decimal(1_000), "{} t.kr."),
    "kr": Style(Decimal(1), Decimal(1), "{} kr."),
    "kroner": Style(Decimal(1), Decimal(1), "{} kroner"),
    "kr before": Style(Decimal(1), Decimal(1), "kr. {}"),
    "kr dash": Style(Decimal(1), Decimal(1), "{},- kr."),
    "count": Style(Decimal(1), Decimal(1), "{}"),
    "word": Style(Decimal(1), Decimal(1), "{}"),
    "pct0": Style(Decimal(1), Decimal(1), "{} pct."),
    "pct1": Style(Decimal("0.1"), Decimal(1), "{} pct."),
    "procent": Style(Decimal("0.1"), Decimal(1), "{} procent"),
    "%": Style(Decimal(1), Decimal(1), "{} %"),
    "point": Style(Decimal("0.1"), Decimal(1), "{} procentpoint"),
    "cell": Style(Decimal(1), Decimal(1), "{}"),
    "share": Style(Decimal("0.1"), Decimal(1), "{}"),
    "cell1": Style(Decimal("0.1"), Decimal(1), "{}"),
}
WORDS = ("nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten", "femten",
         "seksten", "sytten", "atten", "nitten", "tyve")
COARSER = {"mio1": "mio0", "mio2": "mio1", "mio3": "mio1", "tkr": "mio1", "kr": "mio2", "kr before": "mio2", "kr dash": "mio2",
           "kroner": "mio2", "pct1": "pct0"}
ANOTHER = {"mio1": "millioner", "millioner": "mill", "mill": "mio1", "kr": "kroner", "kroner": "kr before", "kr before": "kr",
           "pct1": "procent", "pct0": "%", "%": "pct0", "procent": "pct1", "count": "word", "word": "count"}
SLIPPED = {"mio1": "tkr", "mio2": "tkr", "mio3": "tkr", "tkr": "mio1", "mio0": "tkr"}


@dataclass(frozen=True)
class Number:
    """A number and its style; `value` is in plain units (kroner, pieces, percent) and already rounded to the style's step.

    `about` is a word such as "ca." before it. `text` overrides what is printed.
    """

    value: Decimal
    style: str
    about: str = ""

    def __str__(self) -> str:
        style = STYLES[self.style]
        printed = danish(self.value / style.scale, places(self.style))
        if self.style == "word" and 0 <= self.value < len(WORDS):
            printed = WORDS[int(self.value)]
        return (self.about + " " if self.about else "") + style.pattern.format(printed)

    @property
    def span(self) -> Span:
        """The values that round to what is printed; "ca." allows a step more on each side."""
        half = Fraction(STYLES[self.style].step) / 2 if self.style not in ("count", "word") else Fraction(0)
        slack = half * 3 if self.about else half
        return Fraction(self.value) - slack, Fraction(self.value) + slack

    def in_style(self, style: str) -> Number:
        """The same number printed another way, rounded to what that way shows."""
        return number(self.value, style, self.about)

    def moved(self, value: Decimal) -> Number:
        """Another value in the same style."""
        return replace(self, value=value)


def number(value: Decimal | int | float, style: str, about: str = "") -> Number:
    """A number rounded to the step of its style."""
    step = STYLES[style].step
    return Number((Decimal(str(value)) / step).quantize(Decimal(1), ROUND_HALF_UP) * step, style, about)


def places(style: str) -> int:
    """How many decimals a style prints."""
    kind = STYLES[style]
    return max(0, -int((kind.step / kind.scale).normalize().as_tuple().exponent))


def danish(value: Decimal, decimals: int) -> str:
    """A decimal with dots for thousands and a comma: 1.234,5."""
    return f"{value:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def total(spans: list[Span]) -> Span:
    """The interval of a sum."""
    return sum((s[0] for s in spans), Fraction(0)), sum((s[1] for s in spans), Fraction(0))


def minus(a: Span, b: Span) -> Span:
    """The interval of a difference."""
    return a[0] - b[1], a[1] - b[0]


def times(a: Span, b: Span) -> Span:
    """The interval of a product."""
    ends = [x * y for x in a for y in b]
    return min(ends), max(ends)


def over(a: Span, b: Span) -> Span:
    """The interval of a quotient; the divisor is positive."""
    ends = [x / y for x in a for y in b]
    return min(ends), max(ends)


def meet(a: Span, b: Span, margin: Fraction) -> bool:
    """Do two intervals share a value, when both are widened by a part of their length?"""
    widen = margin * (a[1] - a[0] + b[1] - b[0])
    return a[0] - widen <= b[1] and b[0] - widen <= a[1]
