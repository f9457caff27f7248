"""The quantities of the running text that may take part in a sum or a comparison, in reading order.

Beside the measured records also the bare numbers: in "612 boliger, 348 i Solsikkeparken og 264 i Engvangen" they are the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractors.claims.bare_numbers import number_of
from extractors.claims.mention import Mention
from extractors.figures import Measured
from extractors.layout import Flow
from minutes import qualifiers
from minutes.danish import SMALL_NUMBERS
from minutes.interval import Interval
from minutes.measures import Measure
from minutes.records import Amount

_ENUMERATES = re.compile(r"[.)]\s")
_ROUNDED_TO = re.compile(r"\bnærmeste (?:hele )?$|\b(?:af)?rund\w* (?:op |ned |af )?til (?:hele )$", re.I)
_DECIMAL = re.compile(r"([\d.]*\d),(\d+)")
_ENDED = re.compile(r"[.!?]\s+[A-ZÆØÅ]|\n|indeks")
_THOUSANDS = re.compile(r"[\d.,]+ tusinde?\b")
_TO = (" til ", " og ", " mod ", " eller ")
_LEVEL = re.compile(r"\b(?:fra|til|mod|end|på)\s$")
_BETWEEN = re.compile(r"(?<!orskel )(?<!orskellen )(?<!ifferencen )(?<!ifference )(?<!fordelt )(?<!fordeles )(?<!delt )\b[Mm]ellem $")
_OR = re.compile(rf"\b(?:{SMALL_NUMBERS}) eller (?:{SMALL_NUMBERS})\b", re.I)
FARTHEST = 120
"""Characters between a figure and a bare one after it that has its unit."""


def mentions(flow: Flow, measured: Measured) -> list[Mention]:
    """Every quantity of the prose in order of place; the cells of tables are left to `tables`."""
    amounts = {a.source.at: a for a in measured.amounts if a.table < 0}
    found = list(_all(flow.text, measured, amounts))
    firsts = {b.start for b in flow.blocks}
    found = [
        replace(m, unit="place") if m.start in firsts and _ENUMERATES.match(flow.text, m.end) else m
        for m in found
        if not _step(flow.text, m) and not _either(flow.text, m)
    ]
    return list(_with_units(flow.text, _ranged(flow.text, [m for i, m in enumerate(found) if not i or m.start >= found[i - 1].end])))


def _ranged(text: str, found: list[Mention]) -> list[Mention]:
    """ "Mellem 2.500 og 3.000 beboere": no number of any, but the least and the most."""
    for i, (m, after) in enumerate(pairwise(found)):
        ranged = text[m.end : after.start] == " og " and text[m.number : m.end].strip("0123456789.,") == "" and text[m.start - 1] == " "
        if ranged and _BETWEEN.search(text, max(m.start - 40, 0), m.start):
            found[i : i + 2] = replace(m, qualifier="lower"), replace(after, qualifier="upper")
    return found


def _step(text: str, m: Mention) -> bool:
    """Is it what others are rounded to: "til nærmeste 5 kr.", "rundet op til hele 1.000 kr."?"""
    near = text[max(m.number - 9, 0) : m.number].lower().endswith(("nærmeste ", "hele "))
    return near and _ROUNDED_TO.search(text, max(m.number - 40, 0), m.number) is not None


def _either(text: str, m: Mention) -> bool:
    """Is it one of two, "to eller tre emner", and so no number of anything?"""
    at = m.number
    return text[at].isalpha() and bool(_OR.match(text, at) or text.endswith(" eller ", 0, at) and _OR.search(text, max(at - 20, 0), m.end))


def _with_units(text: str, found: list[Mention]) -> Iterator[Mention]:
    """A decimal that stands bare has the unit of the figure before it with as many decimals: "2.091,7 mio. kr. mod ventet 2.093,8"."""
    before: Mention | None = None
    for m, after in zip(found, [*found[1:], None], strict=False):
        if after and after.noun and not m.noun and text[m.end : after.start] in _TO:
            if m.unit == after.unit and _THOUSANDS.match(text, after.number) and text[m.number : m.end].isascii():
                m = replace(m, value=m.value * 1000, low=m.low * 1000, high=m.high * 1000)  # "fra 1.842 til 1.736 tusinde m³"
        elif m.unit == "number" and not m.noun and before and (scale := _scale(text, before, m)):
            level = before.unit == "percentage_points" and _LEVEL.search(text, m.start - 8, m.start)
            unit = "percent" if level else before.unit
            m = replace(m, value=m.value * scale, low=m.low * scale, high=m.high * scale, unit=unit)
        if m.unit in ("kr", "percent", "percentage_points") and not _in_brackets(text, m):
            before = m
        yield m


def _in_brackets(text: str, m: Mention) -> bool:
    """Is it an aside, "31,2 (7,1 pct.), 12,0 (6,4 pct.)", whose unit is not that of what follows?"""
    near = max(m.start - FARTHEST, 0)
    return text.rfind("(", near, m.start) > text.rfind(")", near, m.start)


def _scale(text: str, before: Mention, m: Mention) -> Decimal | None:
    """What the bare number is to be multiplied by: the scale of the one before, where both have as many decimals in one sentence."""
    written, bare = (_DECIMAL.match(text, x.number) for x in (before, m))
    if not written or not bare or len(written[2]) != len(bare[2]) or _ENDED.search(text, before.end, m.start):
        return None
    number = Decimal(f"{written[1].replace('.', '')}.{written[2]}")
    return before.value / number if number and m.start - before.end < FARTHEST else None


def _all(text: str, measured: Measured, amounts: dict[int, Amount]) -> Iterator[Mention]:
    for m, (qualifier, start) in measured.prose:
        if m.unit == "":
            yield from number_of(text, m, start, qualifier)
        elif m.unit == "ratio":
            yield Mention(start, m.end, m.start, m.value * 100, *_share(_allowed(m, qualifier), qualifier), "fraction", "", qualifier)
        else:
            a, allowed = amounts.get(m.start), _allowed(m, qualifier)
            more = (a.per, a.period, a.price_level) if a else ()
            yield Mention(start, m.end, m.start, m.value, allowed.low, allowed.high, m.unit, "", qualifier, *more)


def _allowed(m: Measure, qualifier: str | None) -> Interval:
    """What the digits allow; for a range all of it."""
    if m.until is None:
        return qualifiers.allows(m.value, m.step, qualifier, m.unit)
    return Interval(min(m.value, m.until) - m.step / 2, max(m.value, m.until) + m.step / 2)


def _share(allowed: Interval, qualifier: str | None) -> tuple[Decimal, Decimal]:
    """What a share in words allows, in percent: "godt en tredjedel" is loosely said, so the word adds room on both sides."""
    room = 3 if qualifier else 1
    return allowed.low * 100 - room, allowed.high * 100 + room
