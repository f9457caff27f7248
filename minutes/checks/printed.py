"""Figures as a finding shows them."""

from __future__ import annotations

from minutes.checks.explain import amount
from minutes.danish import decimal, in_print
from minutes.subject import Subject

TWO_VALUES = "Det samme tal står med to værdier: {first} og {last}."
"""What most findings of "restated-differs" say."""


def shown(subject: Subject) -> str:
    """A figure as the text prints it."""
    quote = subject.source.flat
    if any(c.isalpha() or c == "%" for c in quote):
        return quote
    if subject.unit.startswith("kr"):
        return amount(subject.value, "kr")
    return f"{in_print(subject.value)} {subject.noun or ('pct.' if subject.unit == 'percent' else '')}".strip()


def plain(subject: Subject) -> str:
    """The value as a decimal string."""
    return decimal(subject.value)
