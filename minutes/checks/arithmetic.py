"""Sums, differences, products, shares and counts: what a text says of its own figures, against the figures.

A figure is every number that rounds to its digits, so each claim is a question about two intervals: what the parts allow and
what the stated number allows. Where they meet, it holds. What the finder was not sure to have read whole is never a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from minutes.checks import Context
from minutes.checks.explain import amount, calculation, in_millions, mend, slipped, weights
from minutes.interval import HALF, WIDE, Interval, total
from minutes.records import Claim, Document, Evidence, Finding, Quantity

KINDS = ("sum", "difference", "product", "share", "count")
HUNDRED = Interval.exact(100)
LEAST_SHARE_OF_ROUND = Decimal("0.005")
"""A total printed with noughts at its end may itself be rounded, but by no more than this part of it."""
FARTHEST = Decimal("1.8")
"""Beyond this many times each other, two numbers that should agree rather belong to different things."""
_FAR = "tallene ligger så langt fra hinanden, at de snarere hører til hver sit"
_UNSURE = "læst på en måde, der ikke er sikker nok til at sige, at tallene er uenige"


def _interval(q: Quantity) -> Interval:
    return Interval(q.low, q.high)


def _sum(claim: Claim) -> Interval:
    return total(_times(_interval(q), weight) for q, weight in zip(claim.operands, weights(claim), strict=True))


def _times(interval: Interval, weight: Decimal | int) -> Interval:
    if weight == 1:
        return interval
    return -interval if weight == -1 else interval * Interval.exact(weight)


def _product(claim: Claim) -> Interval:
    result = Interval.exact(1)
    for q in claim.operands:
        result = result * _interval(q)
    return result


def _size(found: Interval) -> Interval:
    """Without its sign: a fall of 17 is stated as 17."""
    if found.low >= 0:
        return found
    return -found if found.high <= 0 else Interval(Decimal(0), max(-found.low, found.high))


RELATIONS: dict[str, Callable[[Claim], Interval]] = {
    "sum": _sum,
    "at_most": _sum,
    "count": _sum,
    "named": _sum,
    "product": _product,
    "difference": lambda c: _size(_interval(c.operands[1]) - _interval(c.operands[0])),
    "percent_change": lambda c: _size((_interval(c.operands[1]) - _interval(c.operands[0])) * HUNDRED / _interval(c.operands[0])),
    "grown_by": lambda c: _interval(c.operands[0]) * HUNDRED / (_interval(c.operands[1]) - _interval(c.operands[0])),
    "shrunk_by": lambda c: _interval(c.operands[0]) * HUNDRED / (_interval(c.operands[1]) + _interval(c.operands[0])),
    "quotient": lambda c: _interval(c.operands[0]) / _interval(c.operands[1]),
    "share": lambda c: _size(_interval(c.operands[0]) * HUNDRED / _interval(c.operands[1])),
    "percent_of": lambda c: _interval(c.operands[0]) * _interval(c.operands[1]) / HUNDRED,
    "rest": lambda c: HUNDRED - _sum(c),
}
"""What each relation makes of its operands."""

VALUES: dict[str, Callable[[Claim], Decimal]] = {
    "product": lambda c: _folded(c),
    "difference": lambda c: abs(c.operands[1].value - c.operands[0].value),
    "percent_change": lambda c: abs((c.operands[1].value - c.operands[0].value) * 100 / c.operands[0].value),
    "grown_by": lambda c: c.operands[0].value * 100 / (c.operands[1].value - c.operands[0].value),
    "shrunk_by": lambda c: c.operands[0].value * 100 / (c.operands[1].value + c.operands[0].value),
    "quotient": lambda c: c.operands[0].value / c.operands[1].value,
    "share": lambda c: abs(c.operands[0].value * 100 / c.operands[1].value),
    "percent_of": lambda c: c.operands[0].value * c.operands[1].value / 100,
    "rest": lambda c: 100 - _added(c),
}
"""The same with the printed values, for the reader; a sum where nothing else is said."""

UNSIGNED = ("difference", "percent_change", "share")
"""Relations whose result is stated without a sign, or with one that follows the document's own convention."""

PERCENTAGES = ("share", "percent_change", "grown_by", "shrunk_by")
"""Relations whose result is a percentage; people cut decimals off as well as rounding them, which is worth a note only."""

TEMPLATES = {
    "sum": "{count} dele giver {computed}, men totalen er {stated} ({gap})",
    "sum:one": "Det giver {computed}, men der står {stated} ({gap})",
    "at_most": "Delene giver {computed}, men det hele er kun {stated}",
    "difference": "Forskellen er {computed}, men der står {stated}",
    "percent_change": "Ændringen er {computed}, men der står {stated}",
    "grown_by": "Ændringen er {computed}, men der står {stated}",
    "shrunk_by": "Ændringen er {computed}, men der står {stated}",
    "product": "{formula} giver {computed}, men der står {stated}",
    "quotient": "{formula} giver {computed}, men der står {stated}",
    "share": "Andelen er {computed}, men der står {stated}",
    "percent_of": "{formula} er {computed}, men der står {stated}",
    "rest": "Resten op til 100 pct. er {computed}, men der står {stated}",
    "count": "Der står {stated}, men der følger {computed}",
    "named": "Der står {stated}, men der er nævnt {computed}",
    "no_more_than_all": "Andelene giver tilsammen {computed}, altså mere end det hele",
    "direction": "Tallene går fra {computed} til {stated}, men teksten siger det modsatte",
    "product:sum": "{formula} giver {computed}, men der står {stated}",
    "possible": "{stated} kan ikke være en andel af {computed}, for intet helt antal giver den procent",
    "difference:sum": "Tilbage er {computed}, men der står {stated}",
}


def _folded(claim: Claim) -> Decimal:
    value = Decimal(1)
    for q in claim.operands:
        value *= q.value
    return value


def _added(claim: Claim) -> Decimal:
    return sum((q.value * w for q, w in zip(claim.operands, weights(claim), strict=True)), Decimal(0))


def judge(claim: Claim) -> Claim:
    """The claim with its verdict, what was computed, and the calculation."""
    first = _judged(claim)
    if first.verdict != "holds":
        for relation in claim.extra.get("also", ()):
            tried = _judged(replace(claim, relation=relation))
            if tried.verdict == "holds":
                return tried
    return first


def _judged(claim: Claim) -> Claim:
    if claim.relation == "no_more_than_all":
        return _within_all(claim)
    if claim.relation in ("direction", "possible"):
        against = "unverifiable" if claim.extra.get("if_not") == "unverifiable" else "differs"
        return replace(claim, verdict=against if claim.extra["differs"] else "holds")
    try:
        computed = RELATIONS[claim.relation](claim)
        value = VALUES.get(claim.relation, _added)(claim)
    except (ZeroDivisionError, ArithmeticError):
        return replace(claim, verdict="unverifiable", reason="der kan ikke deles med nul")
    shown = {"computed": _plain(value), "calculation": calculation(claim, value)}
    stated = _stated(claim)
    holds = computed.low <= stated.high if claim.relation == "at_most" else _meet(computed, stated, claim)
    if holds or _with_cofinancing(claim, computed, stated):
        return replace(claim, verdict="holds", **shown)
    if claim.extra.get("if_not") == "unverifiable":
        return replace(claim, verdict="unverifiable", reason=_UNSURE, **shown)
    if _far_off(claim, value):
        return replace(claim, verdict="unverifiable", reason=_FAR, **shown)
    return replace(claim, verdict="differs", **shown)


def _far_off(claim: Claim, computed: Decimal) -> bool:
    """Does nothing but another reading explain the distance? A slip leaves a number near, or differs in one digit or the comma.

    Nothing else can be meant in a table, or where the sentence has no other figure; but a total may be of more than it names.
    """
    more = claim.relation == "sum" and len(claim.operands) > 1 and claim.stated.value > computed and min(weights(claim)) > 0
    if "table" in claim.extra or claim.extra.get("alone") and not more:
        return False
    low, high = sorted((abs(computed), abs(claim.stated.value)))
    return high > low * FARTHEST and not slipped(claim, computed)


def _within_all(claim: Claim) -> Claim:
    """Shares of one whole give no more than 100 pct., rounding apart."""
    whole, value = _sum(claim), _added(claim)
    shown = (
        f"{' + '.join(amount(q.value, q.unit).removesuffix(' pct.') for q in claim.operands)} = {amount(value, 'percent')}; højst 100 pct."
    )
    return replace(claim, verdict="differs" if whole.low >= 100 else "holds", computed=_plain(value), calculation=shown)


def _meet(computed: Interval, stated: Interval, claim: Claim) -> bool:
    """Is there a number that both allow? Three rounded parts or more do not all lie at their farthest ends at once."""
    if len(claim.operands) < 3 or computed.low == computed.high:
        return computed.meets(stated)
    return computed.low < stated.high and stated.low < computed.high or computed.middle == stated.middle


def _stated(claim: Claim) -> Interval:
    """What the stated number allows; noughts at the end of an amount may come of rounding when its parts are finer."""
    stated = claim.stated
    interval = _size(_interval(stated)) if claim.relation in UNSIGNED else _interval(stated)
    if stated.unit != "kr" or not stated.value or stated.value != stated.value.to_integral_value():
        return interval
    step = Decimal(1)
    while stated.value % (step * 10) == 0:
        step *= 10
    finer = any(q.unit == "kr" and q.value % step for q in claim.operands) or claim.relation in ("percent_of", "quotient")
    return interval.widened(min(step * HALF, abs(stated.value) * LEAST_SHARE_OF_ROUND)) if finer else interval


def _with_cofinancing(claim: Claim, computed: Interval, stated: Interval) -> bool:
    """Is the total that of the parts and their co-financing together?"""
    share = claim.extra.get("cofinancing")
    if not share or not 0 < Decimal(share) < 100:
        return False
    whole = computed * HUNDRED / (HUNDRED - Interval.exact(Decimal(share)))
    return whole.meets(stated) or (computed * (HUNDRED + Interval.exact(Decimal(share))) / HUNDRED).meets(stated)


def _plain(value: Decimal) -> str:
    text = f"{value.quantize(Decimal('0.0001'), context=WIDE):f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def settle(claims: list[Claim]) -> list[Claim]:
    """One reading a stated number: where a reading holds, the others that do not are dropped; of several that differ the first stays."""
    by_place: dict[tuple, list[Claim]] = defaultdict(list)
    for claim in claims:
        source = claim.stated.source if claim.stated and claim.stated.source else claim.source
        part = claim.extra.get("way") or (
            claim.relation if claim.relation in ("at_most", "possible", "direction", "no_more_than_all") else ""
        )
        by_place[source.page, source.start, part].append(claim)
    kept: list[Claim] = []
    for group in by_place.values():
        holding = [c for c in group if c.verdict == "holds"]
        differing = [c for c in group if c.verdict == "differs"]
        kept += holding[:1] or differing[:1] or group[:1]
    return _each_once(kept)


def _each_once(claims: list[Claim]) -> list[Claim]:
    """One mistake is told once, though the same figures may be read as a sum and as a difference."""
    seen: set[frozenset] = set()
    kept = []
    for claim in claims:
        places = frozenset((q.source.page, q.source.start) for q in (claim.stated, *claim.operands) if q and q.source)
        if claim.verdict == "differs" and len(places) > 2 and places in seen:
            continue
        if claim.verdict == "differs":
            seen.add(places)
        kept.append(claim)
    return kept


def _severity(claim: Claim) -> str:
    computed, stated = RELATIONS.get(claim.relation, _sum)(claim), _interval(claim.stated)
    if claim.relation == "no_more_than_all":
        return claim.extra.get("if_not", "warning")
    width, gap = stated.high - stated.low, computed.gap(stated)
    cut_off = claim.relation in PERCENTAGES and width <= 1 and gap <= width * HALF
    if cut_off or claim.extra.get("rounded") and gap <= width * len(claim.operands):
        return "note"
    return claim.extra.get("if_not", "error")


def _evidence(claim: Claim, document: Document) -> tuple[Evidence, ...]:
    sources = [claim.source, *(q.source for q in claim.operands if q.source)]
    seen = dict.fromkeys((s.page, s.start, s.end) for s in sources)
    first = {(s.page, s.start, s.end): s for s in reversed(sources)}
    return tuple(Evidence(document.file, first[key]) for key in seen)


def _template(claim: Claim) -> str:
    if claim.kind == "difference" and "table" in claim.extra:
        return TEMPLATES["difference"]
    if claim.kind == claim.relation == "sum" and len(claim.operands) == 1:
        return TEMPLATES["sum:one"]
    return TEMPLATES.get(f"{claim.kind}:{claim.relation}", TEMPLATES[claim.relation])


def _values(claim: Claim) -> dict[str, str]:
    """What the template is filled with."""
    stated, millions = claim.stated, in_millions(claim)
    value = Decimal(claim.computed or 0)
    gap = value - stated.value
    gap_unit = "percentage_points" if stated.unit == "percent" else stated.unit
    if claim.relation in ("direction", "possible"):
        return {
            "computed": amount(claim.operands[0].value, claim.operands[0].unit, millions),
            "stated": amount(stated.value, stated.unit, millions),
        }
    return {
        "computed": claim.extra.get("computed_words") or amount(value, stated.unit, millions),
        "stated": claim.extra.get("stated_words") or amount(stated.value, stated.unit, millions),
        "gap": f"{amount(abs(gap), gap_unit, millions)} {'mindre' if gap > 0 else 'mere'}",
        "count": str(len(claim.operands)),
        "formula": (claim.calculation or "").split(" = ")[0],
    }


def _finding(claim: Claim, document: Document) -> Finding:
    suggestion = mend(claim, Decimal(claim.computed)) if claim.computed and claim.relation != "no_more_than_all" else None
    return Finding(
        claim.check,
        _severity(claim),
        _template(claim),
        claim.evidence,
        _values(claim),
        _plain(claim.stated.value),
        claim.computed,
        claim.calculation,
        suggestion,
    )


def _check(kind: str) -> Callable[..., Iterator[Claim | Finding]]:
    def check(document: Document, context: Context) -> Iterator[Claim | Finding]:
        for claim in settled(document, context):
            if claim.kind == kind:
                yield claim
                if claim.verdict == "differs" and not claim.extra.get("silent"):
                    yield _finding(claim, document)

    return check


def settled(document: Document, context: Context) -> list[Claim]:
    """The document's arithmetic claims, judged once for all checks of this family, with evidence."""
    key = ("arithmetic", id(document))
    if key not in context.memo:
        context.memo[key] = _settled(document)
    return context.memo[key]


def _settled(document: Document) -> list[Claim]:
    judged = [judge(c) for c in document.claims if c.kind in KINDS and c.verdict is None and c.stated and c.relation in TEMPLATES]
    return [replace(c, evidence=_evidence(c, document)) for c in settle(judged)]


def sum_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """Parts that do not add up to the stated total, in a sentence, a list or a table's rows and columns.

    Finds: "fordelt på 22 % … og 23 %" under a stated 50 %; a total line; one column of a table that does not close while
    the others do. Why: a part was changed, left out or misprinted, and the total was not. Quiet: where the digits' rounding
    explains it, where parts need not make up the whole ("heraf"), where it is not sure which parts belong to the total.
    """
    yield from _check("sum")(document, context)


def difference_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """ "From X to Y" does not give the stated change, or what is left is not what is left.

    Finds: "fra 1.184 til 1.316, en stigning på 122"; a net amount that is not gross less the deduction. Why: one of three
    numbers was changed alone. Quiet: where it is not sure which two figures the change is between.
    """
    yield from _check("difference")(document, context)


def product_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A yearly amount times its years, or a rate times a number, is not the stated total.

    Finds: "412.500 kr. årligt i fire år, i alt 1.560.000 kr.". Why: totals are often typed, not computed. Quiet: where the
    number of years, or what the rate is for, is not printed beside it.
    """
    yield from _check("product")(document, context)


def share_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A stated percentage or fraction does not follow from the stated counts or amounts, or is impossible for that whole.

    Finds: "310 af de 1.240 (30 %)"; "37 pct. af de 12 børn", which no whole number of children gives. Why: percentages are copied
    from another year or area. Quiet: where the whole is not named, and within the rounding of the printed digits.
    """
    yield from _check("share")(document, context)


def count_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A stated count is not the number of entries in the list that it announces.

    Finds: "fem indsatsområder:" before four points. Why: an entry was added or removed late. Quiet: for examples ("blandt
    andet", "fx"), and where it is not clear which entries belong to the list.
    """
    yield from _check("count")(document, context)


CHECKS = {
    "sum-differs": sum_differs,
    "difference-differs": difference_differs,
    "product-differs": product_differs,
    "share-differs": share_differs,
    "count-differs": count_differs,
}
