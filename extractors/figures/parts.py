"""Amounts that add up: what one of them says of how often it is paid, all of them share."""

from __future__ import annotations

import re
from dataclasses import replace

from minutes.records import Amount

FAR = 260
"""Characters over which one amount may borrow from the one before it."""
ALL_OF = re.compile(r"\b(?:i alt|tilsammen|sammenlagt) $")
"""What stands before a sum of the amounts before it."""


def share_rate(text: str, amounts: list[Amount]) -> None:
    """Give the rate of one amount to those that it is added to or taken from: "9,6 mio. kr. årligt, mens indtægten på 4,1 ... 5,5"."""
    for i in range(len(amounts) - 2):
        three = amounts[i : i + 3]
        a, b, c = (abs(x.oere) for x in three)
        rates = {x.per for x in three if x.per}
        start, end = three[0].source.at, three[2].source.at
        near = end - start < FAR and "\n" not in text[start:end] and (three[0].per or three[2].per) and len({x.period for x in three}) == 1
        if near and rates in ({"year"}, {"month"}) and a and b and c and (abs(a - b) == c or a + b == c):
            amounts[i : i + 3] = [replace(x, per=next(iter(rates))) for x in three]
    for i, whole in enumerate(amounts):
        if whole.per in ("year", "month"):
            _of_whole(text, amounts, i)
            _added_up(text, amounts, i)


def _of_whole(text: str, amounts: list[Amount], i: int) -> None:
    """Give the rate of amount `i` to three parts or four that follow and add up to it: who pays what of it, or what is left."""
    for n in (3, 4):
        whole, parts = amounts[i], [a for a in amounts[i + 1 : i + 2 + n] if a.per != "unit"][:n]
        alike = len(parts) == n and {p.per for p in parts} <= {None, whole.per} and sum(p.oere for p in parts) == whole.oere
        if alike and "\n" not in text[whole.source.at : parts[-1].source.at]:
            amounts[i + 1 : i + 2 + n] = [replace(a, per=whole.per) if a in parts else a for a in amounts[i + 1 : i + 2 + n]]


def _added_up(text: str, amounts: list[Amount], i: int) -> None:
    """Give the rate of amount `i`, said to be a sum, to the two parts or more before it: "4 til løn og 2 til leje, i alt 6 årligt"."""
    whole, rest = amounts[i], amounts[i].oere
    if not ALL_OF.search(text[max(whole.source.at - 20, 0) : whole.source.at]):
        return
    for n in range(1, min(i, 8) + 1):
        part = amounts[i - n]
        rest -= part.oere
        if part.per not in (None, whole.per) or part.period != whole.period or "\n" in text[part.source.at : whole.source.at] or rest < 0:
            return
        if rest == 0 and n > 1:
            amounts[i - n : i] = [replace(p, per=whole.per) for p in amounts[i - n : i]]
            return
