"""A figure that a claim does not fit, but that the figures near it make up in another way: then the claim was no reading of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, pairwise, product
from math import prod

from extractors.claims.fit import adds_up, differ_by, meets, multiplies
from extractors.claims.mention import Mention

_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.])")
LEAST_DIGITS = 3
"""Digits, noughts at the end apart: a figure of fewer is made up by chance."""
MOST = 12
"""Figures of a sentence; among more some fit by chance."""
_BELOW_NOUGHT = re.compile(r"\b(?:minus|mangl\w*|under(?:skud|dækning)\w*|for lidt|negativ\w*|gæld)\b")
_FALLS = re.compile(r"\b(?:faldt|falder|færre|nedgang|mindre|minus|fratrukket|modsvare\w*)\b")
BALANCED, MOST_BALANCED = 4, 6
"""Figures of a sentence that may be a whole and its parts in both directions."""
Weights = Sequence[Decimal | int]


def fails(relation: str, stated: Mention, operands: list[Mention], weights: Weights) -> bool:
    """Is it a sum, a difference or a product that is not right?"""
    return relation in _FITS and not _FITS[relation](stated, operands, weights)


_FITS = {
    "sum": adds_up,
    "difference": lambda stated, operands, _: differ_by(operands[0], operands[1], stated),
    "product": lambda stated, operands, _: multiplies(stated, *operands),
    "percent_of": lambda stated, operands, _: multiplies(stated, operands[0], replace(operands[1], **_hundredth(operands[1]))),
}


def explained(
    relation: str,
    stated: Mention,
    operands: list[Mention],
    weights: Weights,
    here: Sequence[Mention],
    near: Sequence[Mention],
    words: str,
) -> bool:
    """Do the figures of the sentence, `here`, or those `near` it say what a figure is for which the claim fails?"""
    if relation == "sum" and min(weights) < 0 and _BELOW_NOUGHT.search(words) and adds_up(stated, operands, [-w for w in weights]):
        return True  # "= minus 14,8": what is missing, told without its sign
    if relation == "sum" and _all_are_parts([stated, *operands], near, 1 if min(weights) > 0 else LEAST_DIGITS):
        return True
    if relation == "sum" and min(weights) > 0 and _each_year(stated, operands):
        return True
    if relation == "sum" and min(weights) > 0 and _has_unread_part(stated, operands, words):
        return True
    if relation == "percent_of":
        return _share_of_two(stated, operands[0], near)
    if relation == "product" and (_more_than_product(stated, operands, near) or _in_named_years(stated, operands, words)):
        return True
    if relation == "sum" and min(weights) > 0 and _falls_among(stated, operands, here, words):
        return True
    if relation == "difference" and _balanced([m for m in here if m.unit == stated.unit]):
        return True
    if relation == "difference" and not all(m in here for m in operands) and _differs_from_others(stated, operands, here, near):
        return True
    return len(here) <= MOST and stated.digits >= LEAST_DIGITS and _made_up(relation, stated, operands, here)


def of_both(share: Mention, operands: Sequence[Mention], here: Sequence[Mention]) -> bool:
    """ "Bureauerne kostede A og afløserne B, så bureauernes andel var P": is it what one of two sums of the sentence is of both?"""
    both = sum((m.value for m in operands), Decimal(0))
    sums = len(operands) == 2 and both > 0 and all(m.unit == "kr" and m in here for m in operands)
    return sums and any(share.low <= 100 * m.value / both <= share.high for m in operands)


def _hundredth(whole: Mention) -> dict[str, Decimal]:
    return {"value": whole.value / 100, "low": whole.low / 100, "high": whole.high / 100}


def _share_of_two(stated: Mention, share: Mention, near: Sequence[Mention]) -> bool:
    """Is it that percentage of two figures that stand side by side: "lærerløn A og lederløn B. Staten refunderer 25 pct. af lønnen"?"""
    alike = [m for m in near if m.unit == stated.unit and m.start < stated.start]
    return stated.digits > LEAST_DIGITS and any((a.value + b.value) * share.value / 100 == stated.value for a, b in pairwise(alike))


def _all_are_parts(told: list[Mention], near: Sequence[Mention], digits: int) -> bool:
    """ "Prisen stiger 270 kr. Heraf går 140 kr. til X, 95 til Y og 35 til Z": is what was taken for the whole a part like the others?"""
    larger = (m for m in near if m.unit == told[0].unit and m.value > told[0].value and m.digits >= digits)
    return len(told) > 2 and any(adds_up(m, told) for m in larger)


def _each_year(stated: Mention, parts: list[Mention]) -> bool:
    """ "1,0 mio. kr. i 2025 og 2,0 mio. kr. i 2026-2028, i alt 7,0 mio. kr.": does it fit where a part of several years is for each?"""
    years = [p.period[1] - p.period[0] + 1 if p.period else 1 for p in parts]
    return max(years) > 1 and adds_up(stated, parts, years)


def _has_unread_part(stated: Mention, parts: list[Mention], words: str) -> bool:
    """ "168 fordelte sig på Slotsparken 65, stranden 23, …": is what is wanting printed there as a number that looked like a name's?"""
    gap = stated.value - sum(p.value for p in parts)
    return gap > 1 and gap == gap.to_integral_value() and bool(re.search(rf"(?<![\d.,]){int(gap)}(?!\d|[.,]\d|\. [a-zæøå])", words))


def _more_than_product(stated: Mention, factors: list[Mention], near: Sequence[Mention]) -> bool:
    """ "7 i det ene, og i de fire andre hver 5, i alt 27": is it the product and one or two figures more, or of another number near by?"""
    made = prod((f.value for f in factors), start=Decimal(1))
    if any(m.unit == "percent" and m.low * made <= 100 * stated.high and 100 * stated.low <= m.high * made for m in near):
        return True  # "480.000 kr. om året, hvoraf staten dækker 75 pct. …, i tre år 1.080.000 kr."
    more = [m for m in near if m.unit == stated.unit and m.start not in {stated.start, *(f.start for f in factors)}]
    others = [m for m in near if m.unit == "number" and m.start not in {f.start for f in factors}]
    prices = (f.value * m.value for f in factors if f.unit == "number" for m in near if m.unit == stated.unit and f.unit != stated.unit)
    if any(priced + m.value == stated.value for priced in prices for m in more):
        return True
    if any(f.unit == stated.unit and f.value * m.value == stated.value for f in factors for m in others):
        return True
    if made and any(made * a.value * b.value == stated.value or made * a.value == stated.value for a, b in pairwise([*others, *others])):
        return True
    sums = [m.value for m in more] + [a.value + b.value for a, b in pairwise(more)]
    return any(stated.low <= made + s <= stated.high for s in sums if s > 0)


def counted_in_table(stated: Mention, factors: list[Mention], cells: Iterable[Decimal]) -> bool:
    """Is it the price times a number of a table?"""
    price = next((f.value for f in factors if f.unit == stated.unit), Decimal(0))
    return bool(price) and any(n * price == stated.value for n in cells if len(n.normalize().as_tuple().digits) >= LEAST_DIGITS)


def _in_named_years(stated: Mention, factors: list[Mention], words: str) -> bool:
    """ "600.000 kr. årligt i 2019 og 2020, i alt 1,2 mio. kr.": once for each year that the sentence names?"""
    years = len(set(_YEAR.findall(words)))
    return years > 1 and any(f.unit == stated.unit and f.value * years == stated.value for f in factors)


def _made_up(relation: str, stated: Mention, operands: list[Mention], here: Sequence[Mention]) -> bool:
    """Is it a run of the figures of its sentence, some of the claim among them, two less each other, or prices times their numbers? Parts
    of the claim alone are no other reading, unless they leave out what is larger than the whole."""
    others = [m for m in here if m.start != stated.start]
    alike = [m for m in others if m.unit == stated.unit or m.unit == "number" and not m.noun]
    told, held = {m.start for m in operands}, {m.start for m in operands if m.value <= stated.value}
    runs = any((told & (run := {m.start for m in r}) or relation != "sum") and not run <= held and adds_up(stated, r) for r in _runs(alike))
    less = relation != "difference" and any(differ_by(a, b, stated) for a, b in pairwise(alike))
    return runs or less or stated.unit == "kr" and _priced(stated, others)


def _falls_among(stated: Mention, parts: list[Mention], here: Sequence[Mention], words: str) -> bool:
    """ "A faldt med 18, B voksede med 41 og C med 34, tilsammen 57", "20.000 kr. til de to første og 15.000 til den tredje, 55.000 kr.":
    would it fit if one part were taken off, as words say, or as many times as a number beside it says?"""
    gap = stated.value - sum(p.value for p in parts)
    if _FALLS.search(words) and any(-2 * p.value == gap for p in parts):
        return True
    beside = [
        (p, m) for p, m in (*pairwise(here), *((b, a) for a, b in pairwise(here))) if p in parts and m.unit == "number" and m not in parts
    ]
    return any(p.value * (m.value - 1) == gap for p, m in beside)


def _balanced(alike: list[Mention]) -> bool:
    """Are all figures of the sentence a whole and its parts, some of them taken off: "8,4, sammensat af merforbrug på 3,2 og …"?"""
    ways = product((1, -1), repeat=len(alike) - 1) if BALANCED <= len(alike) <= MOST_BALANCED else ()
    return any(alike[0].value == sum(m.value * w for m, w in zip(alike[1:], signs, strict=True)) for signs in ways)


def _differs_from_others(stated: Mention, levels: list[Mention], here: Sequence[Mention], near: Sequence[Mention]) -> bool:
    """Is it just what lies between two other figures near it, of which one stands in its sentence if they are short; or does a figure
    near it tell what lies between the two?"""
    alike = [m for m in {m.start: m for m in (*near, *levels)}.values() if m.unit == stated.unit and m.start != stated.start]
    gap = abs(levels[-1].value - levels[0].value)
    if not any(m in here for m in levels) and any(m.value == gap and m.digits >= LEAST_DIGITS for m in alike):
        return True
    pairs = (
        combinations(alike, 2)
        if stated.digits >= LEAST_DIGITS or stated.digits > 1 and not any(m in here for m in levels)
        else ((a, b) for a in levels if a in here for b in alike if b.start < a.start)
    )
    return any(abs(a.value - b.value) == stated.value for a, b in pairs)


def _runs(figures: list[Mention]) -> Iterator[list[Mention]]:
    """Two or more that follow each other."""
    return (figures[i:j] for i in range(len(figures)) for j in range(i + 2, len(figures) + 1))


def _priced(stated: Mention, others: list[Mention]) -> bool:
    """Is it two prices, each taken as many times as the number beside it says?"""
    pairs = [(a, b) for a, b in pairwise(others) if {a.unit, b.unit} == {"kr", "number"}]
    both = (two for two in combinations(pairs, 2) if len({m.start for pair in two for m in pair}) == 4)
    return any(meets(a.low * b.low + c.low * d.low, a.high * b.high + c.high * d.high, stated) for (a, b), (c, d) in both)


_EACH_OF = re.compile(r"\bhvert? (?:af )?(?:de|disse) $")
_SO_MANY_EACH = re.compile(r"[^.;:]{2,40}: ?\ue005")
""" "Hvert af de fire udvalg: 3 fra gruppe 1 og 2 fra gruppe 2"."""
_OWN_TOTAL, _OVER_YEARS = re.compile(r"\((?:samlet|i alt|totalt) $"), re.compile(r" (?:19|20)\d\d ?[-–]")
""" "Ny daginstitution, 18,2 mio. kr. (samlet 41 mio. kr. 2018-2020)": the whole of one part, over its years."""
_MEANWHILE = re.compile(r", (?:mens|medens|hvorimod)\b(?! resten| (?:de[nt]?|en) (?:resterende|øvrige|sidste|rest))")
_WANTING = re.compile(r"[^.;,]{0,12}\bfor (?:lidt|meget|lille|stor|få|mange)\b")
TOO_FAR = 3
"""A figure this many times off is no slip of a difference."""
_LOAN = re.compile(r"\blån\w*\b[^;.]*(?:\btil|\brente på) \ue001")
"""What is paid on a loan over the years is more than the loan."""
_WITH_MORE = re.compile(
    r"[^.,;:]{0,20}\bmed (?:de |den |det )?(?:\w+ )?(?:moms|rente|gebyr|afgift|tillæg(?! af moms)|omkostning"
    r"|omkørsel)\w*"
)
"""What the others do not have: "Restgælden er 9,6 mio. kr. med de påløbne renter"."""
_SOUGHT = re.compile(r"[^\ue000-\ue007,;.]{0,30}\b(?:(?:an)?søgt|søgte|meldt sig|tilmeldt)\b")
"""Those who wanted are more than those told before who got: "Seks får fuldt og fire halvt tilskud. I alt har 13 søgt"."""
VAT_TOO = re.compile(r"\W*(?:inklusive|inkl\.?|med) moms\b")
_WITHDRAWN = re.compile(
    r"\bfejlagtig\w*\b|\bved en (?:\w{3,7}fejl|fejl|fejltagelse)\b|\b(?:trukket|trækkes) tilbage\b"
    r"|\bberigtiget\b(?! (?:samtlige|alle|de|disse)\b)|\bombytning\b|\bikke korrekt\b"
)
"""What was wrong once, and is said to have been."""
_WHY = re.compile(r"\b(?:fordi|eftersom)\b|\bi (?:19|20)\d\d, da\b")


def wanting(skeleton: str, at: int, stated: Mention, operands: Sequence[Mention]) -> bool:
    """Is it what is wanting ("70.000 kr. for lidt") of a need that is told elsewhere, as it is far from the difference of the two?"""
    gap = abs(operands[-1].value - operands[0].value)
    return not gap <= TOO_FAR * stated.value <= TOO_FAR**2 * gap and _WANTING.match(skeleton, at + 1) is not None


def of_something_else(relation: str, skeleton: str, at: int, operands: Sequence[int], with_vat: bool) -> bool:
    """Is the figure at `at` of a sentence how many each has, the whole of one part alone, what others do meanwhile, or in the reason why,
    of another matter or time than the `operands`, whose places in the sentence these are? Or are these the reason of a change in percent?
    `with_vat`: the operands have what the figure is said to have, too.
    """
    if relation == "percent_change" and operands and at < min(operands) and _WHY.search(skeleton, at, min(operands)):
        return True
    if relation in ("sum", "count") and _EACH_OF.search(skeleton, max(at - 20, 0), at) and _SO_MANY_EACH.match(skeleton, at + 1):
        return True
    if relation == "sum" and (_OWN_TOTAL.search(skeleton, max(at - 12, 0), at) and _OVER_YEARS.match(skeleton, at + 1)):
        return True
    if relation == "sum" and operands and max(operands) < at and _MEANWHILE.search(skeleton, max(operands), at):
        return True
    if relation == "sum" and not operands and _SOUGHT.match(skeleton, at + 1):
        return True
    if (more := _WITH_MORE.match(skeleton, at + 1)) and not (with_vat and more[0].endswith("moms")):
        return True
    if relation == "product" and _LOAN.search(skeleton):
        return True
    if _WITHDRAWN.search(skeleton):
        return True
    why = [m.end() for m in _WHY.finditer(skeleton, 0, at)]
    return bool(why) and not any(why[-1] <= place < at for place in operands)
