"""Sums, differences, products, shares and counts: what a text says of its own figures, against the figures.

A figure is every number that rounds to its digits, so each claim is a question about two intervals: what the parts allow and
what the stated number allows. Where they meet, it holds. What the finder was not sure to have read whole is never a finding.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from minutes.checks import Context
from minutes.checks.explain import amount, as_fine, calculation, decimals, in_millions, slipped, weights
from minutes.checks.relations import HUNDRED, UNSIGNED, added, as_printed, interval_of, result, size
from minutes.checks.table_units import in_their_unit, money_at
from minutes.checks.worded import TEMPLATES, evidence, finding, plain, severity
from minutes.closeness import SLIPS, carried, one_digit, swapped
from minutes.interval import HALF, Interval
from minutes.records import Claim, Document, Finding, Quantity, StatedClaim

KINDS = ("sum", "difference", "product", "share", "count", "restated")
LEAST_SHARE_OF_ROUND = Decimal("0.005")
"""A total printed with noughts at its end may itself be rounded, but by no more than this part of it."""
FARTHEST = Decimal("1.45")
"""Beyond this many times each other, two numbers that should agree rather belong to different things; those of real slips lie nearer."""
FARTHEST_WANTING = Decimal("1.8")
"""The same for three parts or more that come to less than their whole: one may have been left out."""
FARTHEST_ALONE = 3
"""The same where the sentence has no other figure. Farther off the figures are others than those that are meant, and their calculation
tells nobody anything."""
FARTHEST_COUNTED = Decimal("1.15")
"""The same for the rows of a table that count more than its total: who is in two of them is one of all."""
ROUNDED = Decimal("0.05")
"""What is known no more closely than this, as a part of it, fits many a number."""
COARSE = Decimal("0.1")
"""A number of prose that only rounding keeps within so much of it has not been verified: "3 mio. kr., fordelt på 1 og 1 mio. kr."."""
BY_CHANCE = Decimal("0.005")
"""A product that no words tell, and that only rounding keeps within more than this of the stated number, is hardly meant."""
FINE = Decimal("0.05")
"""What is known as closely as this, as a part of it, is not met by chance."""
SEVERAL, THOUSAND = 3, Decimal(1000)
"""So many parts, each rounded to such a step, may well be one step from their sum."""
TELLING_STEPS = 100
"""Steps of print from which a gap of one digit is hardly chance: one gap of a hundred is."""
_TELLING = 10
"""A number below this is rounded too coarsely to tell a moved comma from another number."""
BY_ROUNDING = " (inden for afrundingen)"
"""Behind a calculation that holds though its printed numbers do not give the stated one: 0,7 + 0,6 is 1,3, and may be 1,2."""
_FAR = "tallene ligger så langt fra hinanden, at de snarere hører til hver sit"
_COARSE = "passer kun, fordi tallene er rundet så meget af"
_UNSURE = "læst på en måde, der ikke er sikker nok til at sige, at tallene er uenige"


def judge(claim: StatedClaim) -> StatedClaim:
    """The claim with its verdict, what was computed, and the calculation."""
    first = _judged(claim)
    if first.verdict != "holds":
        for relation in claim.extra.get("also", ()):
            tried = _judged(replace(claim, relation=relation))
            if tried.verdict == "holds":
                return tried
    if first.verdict == "differs" and claim.extra.get("if_not") == "unverifiable":
        return replace(first, verdict="unverifiable", reason=_UNSURE)
    return first


def _judged(claim: StatedClaim) -> StatedClaim:
    if claim.relation == "no_more_than_all":
        return _within_all(claim)
    if claim.relation in ("direction", "possible"):
        told, of = (amount(q.value, q.unit, in_millions(claim), decimals(q)) for q in (claim.stated, claim.operands[0]))
        pair = f"{told} af {of}" if claim.relation == "possible" else f"fra {of} til {told}"
        return replace(claim, verdict="differs" if claim.extra["differs"] else "holds", calculation=pair)
    try:
        computed, value = result(claim), as_printed(claim)
    except ArithmeticError:
        return replace(claim, verdict="unverifiable", reason="der kan ikke deles med nul")
    told, shown = plain(value), calculation(claim, value)
    stated = _stated(claim)
    unsure = claim.extra.get("if_not") == "unverifiable"
    holds = computed.low <= stated.high if claim.relation == "at_most" else _meet(computed, stated, claim)
    holds = holds and not (claim.relation == "sum" and not computed.meets(interval_of(claim.stated)) and _exact_if_exchanged(claim))
    if holds and claim.relation != "at_most" and not _as_stated(claim, value):
        shown += BY_ROUNDING
        if claim.relation in ("sum", "difference") and "table" not in claim.extra and _off(claim, value) >= COARSE:
            return replace(claim, verdict="unverifiable", reason=_COARSE, computed=told, calculation=shown)
        if claim.relation == "product" and unsure and _off(claim, value) > BY_CHANCE:
            return replace(claim, verdict="unverifiable", reason=_COARSE, computed=told, calculation=shown)
    if holds or _with_cofinancing(claim, computed, stated):
        return replace(claim, verdict="holds", computed=told, calculation=shown)
    if unsure or _far_off(claim, value):
        less, more = sorted((abs(value), abs(claim.stated.value)))
        unknown = replace(claim, verdict="unverifiable", reason=_UNSURE if unsure else _FAR)
        return replace(unknown, computed=told, calculation=shown) if more <= less * FARTHEST_ALONE else unknown
    extra = {**claim.extra, "if_not": "note"} if _read_otherwise(claim, value) or _one_thousand_off(claim, value) else claim.extra
    return replace(claim, verdict="differs", computed=told, calculation=shown, extra=extra)


def _read_otherwise(claim: StatedClaim, computed: Decimal) -> bool:
    """May the words well be meant otherwise? Where the reading of prose is inferred and not `sure`, only a slip of digits that shows is
    more than a note: of 63 such findings without one, in opened and fresh papers, 34 were false alarms, of 127 with one 21."""
    inferred = claim.extra.get("if_not") == "warning" and "table" not in claim.extra and claim.kind not in ("count", "restated")
    return inferred and not claim.extra.get("sure") and not _slip_shows(claim, computed)


def _one_thousand_off(claim: StatedClaim, computed: Decimal) -> bool:
    """Are several amounts of prose, all in whole thousands, one thousand from their sum: perhaps rounded each from a table?"""
    told = (claim.stated, *claim.operands)
    plain = claim.relation == "sum" and claim.stated.unit == "kr" and "table" not in claim.extra and len(told) > SEVERAL
    return plain and abs(computed - claim.stated.value) == THOUSAND and all(q.value % THOUSAND == 0 for q in told)


def _slip_shows(claim: StatedClaim, computed: Decimal) -> bool:
    """Would it hold with one digit, two neighbouring digits or the comma of the stated number otherwise, or two digits of another?

    That one digit of another would mend it says little: each has ten such slips for one exchange.
    """
    stated = claim.stated.value
    due = as_fine(computed, claim.stated)
    if one_digit(stated, due) or swapped(stated, due) or carried(stated, due) or any(d and stated / d in SLIPS for d in (due, computed)):
        return True
    if _one_digit_of_a_part(claim, computed):
        return True
    told = interval_of(claim.stated)
    return any(told.low <= abs(result(tried).middle) <= told.high for tried in (*_exchanged(claim), *_one_moved(claim)))


def _one_digit_of_a_part(claim: StatedClaim, computed: Decimal) -> bool:
    """Would another digit in one of the operands mend it, and is it so many steps of print away that few gaps are of one digit?"""
    if claim.relation == "product" and len(claim.operands) == 2:
        both = claim.operands, claim.operands[::-1]
        due = ((q.value, claim.stated.value / other.value) for q, other in both if other.value >= _TELLING)
        return abs(claim.stated.value) >= TELLING_STEPS and any(one_digit(value, meant) for value, meant in due)
    gap = computed - claim.stated.value
    numbers = [q.value for q in (claim.stated, *claim.operands) if q.value]
    step = min((Decimal(1).scaleb(int(value.normalize().as_tuple().exponent)) for value in numbers), default=Decimal(1))
    plain = claim.relation in ("sum", "difference") and len(claim.operands) > 1 and len(gap.normalize().as_tuple().digits) == 1
    if not plain or abs(gap) < TELLING_STEPS * step:
        return False
    return any(one_digit(q.value, q.value + way * gap) for q in claim.operands for way in (1, -1))


def _exchanged(claim: StatedClaim) -> Iterator[StatedClaim]:
    """The claim with two neighbouring digits of one of its operands exchanged, each way that there is."""
    for i, q in enumerate(claim.operands):
        sign, digits, exponent = q.value.as_tuple()
        for at in (at for at in range(len(digits) - 1) if digits[at] != digits[at + 1] and (at or digits[1])):
            value = Decimal((sign, (*digits[:at], digits[at + 1], digits[at], *digits[at + 2 :]), int(exponent)))
            gap = value - q.value
            moved = replace(q, value=value, low=q.low + gap, high=q.high + gap)
            yield replace(claim, operands=(*claim.operands[:i], moved, *claim.operands[i + 1 :]))


def _exact_if_exchanged(claim: StatedClaim) -> bool:
    """Would two digits of a part that change places make just the stated total, whose noughts would else have to be rounded?"""
    return any(result(tried).middle == claim.stated.value for tried in _exchanged(claim))


def _one_moved(claim: StatedClaim) -> Iterator[StatedClaim]:
    """The sum or difference with the comma of one of its operands elsewhere, or "mio." for "1.000", where that is no small part of it."""
    fine = claim.stated.high - claim.stated.low <= abs(claim.stated.value) * FINE
    for i, q in enumerate(claim.operands if fine and claim.relation in ("sum", "difference") and len(claim.operands) > 1 else ()):
        for factor in SLIPS if abs(q.value) >= _TELLING else ():
            moved = _moved(q, factor)
            if abs(moved.value) >= abs(claim.stated.value) * ROUNDED:
                yield replace(claim, operands=(*claim.operands[:i], moved, *claim.operands[i + 1 :]))


def _off(claim: StatedClaim, computed: Decimal) -> Decimal:
    """How far the stated number is from what was computed, as a part of it."""
    told = abs(claim.stated.value)
    return abs(abs(computed) - told) / told if told else Decimal(0)


def _as_stated(claim: StatedClaim, value: Decimal) -> bool:
    """Do the printed numbers themselves give the stated one, rounded as it is printed?"""
    told = interval_of(claim.stated)
    return any(told.low <= v <= told.high for v in (value, abs(value) if claim.relation in UNSIGNED or value < 0 else value))


def _far_off(claim: StatedClaim, computed: Decimal) -> bool:
    """Does nothing but another reading explain the distance? A slip leaves a number near, or differs in one digit or the comma.

    Nothing else can be meant in a table, or where the sentence has no other figure; but a total may be of more than it names.
    """
    if claim.relation == "share" and claim.extra.get("if_not") == "error" and computed <= HUNDRED.low < claim.stated.low:
        return False  # "284 pct., idet 165 ud af 582 har svaret": no share is more than all
    if claim.extra.get("mistaken"):
        return False  # "2.618 af 3.400, svarende til 23 pct.": the share of the others
    added_up = claim.relation in ("sum", "at_most") and len(claim.operands) > 1
    wanting = added_up and len(claim.operands) > 2 and claim.stated.value > computed and min(weights(claim)) > 0
    alone = claim.extra.get("alone") and not added_up
    closed = claim.relation == "sum" and claim.extra.get("sure") and (claim.stated.unit == "kr" or len(claim.operands) > 2)
    farthest = FARTHEST_ALONE if closed or alone else FARTHEST_WANTING if wanting else FARTHEST
    if "table" in claim.extra:  # nothing else can be meant, but for rows that are parts of other rows
        gap, room = computed - claim.stated.value, claim.stated.high - claim.stated.low
        one = any(abs(gap - times * q.value) <= room for q in claim.operands for times in (1, 2))
        overlapping = FARTHEST if claim.stated.unit == "kr" else FARTHEST_COUNTED
        overlaps = added_up and abs(computed) > abs(_nearest(claim, computed)) and not one
        return overlaps and _farther(claim, computed, overlapping)
    return _farther(claim, computed, farthest)


def _nearest(claim: StatedClaim, computed: Decimal) -> Decimal:
    """Of what the stated number allows, what lies nearest."""
    return min(max(computed, claim.stated.low), claim.stated.high)


def _farther(claim: StatedClaim, computed: Decimal, farthest: Decimal | int) -> bool:
    """Are the two more than so many times each other, and no slip of one number explains it?"""
    low, high = sorted((abs(computed), abs(_nearest(claim, computed))))
    return high > low * farthest and not slipped(claim, computed) and not _comma_moved(claim)


def _comma_moved(claim: StatedClaim) -> bool:
    """Would it hold with the comma of one of its numbers elsewhere, or "mio." for "1.000"?"""
    numbers = [claim.stated, *claim.operands]
    for i, q in enumerate(numbers):
        for factor in SLIPS if abs(q.value) >= _TELLING else ():
            moved = _moved(q, factor)
            tried = replace(claim, stated=moved) if i == 0 else replace(claim, operands=(*numbers[1:i], moved, *numbers[i + 1 :]))
            due = result(tried)
            if due.high - due.low <= abs(due.middle) * ROUNDED and _meet(due, _stated(tried), tried):
                return True
    return False


def _moved(q: Quantity, factor: Decimal) -> Quantity:
    """The number with its comma elsewhere; a percentage keeps the step that it is printed to: "886,0" was "88,6"."""
    value = q.value * factor
    if q.unit == "percent" and factor < 1:
        return replace(q, value=value, low=value - (q.value - q.low), high=value + (q.high - q.value))
    return replace(q, value=value, low=q.low * factor, high=q.high * factor)


def _within_all(claim: StatedClaim) -> StatedClaim:
    """Shares of one whole give no more than 100 pct., rounding apart."""
    whole, value = added(claim), as_printed(claim)
    shown = (
        f"{' + '.join(amount(q.value, q.unit, decimals=decimals(q)).removesuffix(' pct.') for q in claim.operands)}"
        f" = {amount(value, 'percent', decimals=decimals(*claim.operands))}; højst 100 pct."
    )
    return replace(claim, verdict="differs" if whole.low >= 100 else "holds", computed=plain(value), calculation=shown)


def _meet(computed: Interval, stated: Interval, claim: StatedClaim) -> bool:
    """Is there a number that both allow? Three rounded parts or more do not all lie at their farthest ends at once,
    and what is told twice is one number: 0,8 and 0,9 are two."""
    if claim.kind != "restated" and len(claim.operands) < 3 or computed.low == computed.high:
        return computed.meets(stated)
    return computed.low < stated.high and stated.low < computed.high or computed.middle == stated.middle


def _stated(claim: StatedClaim) -> Interval:
    """What the stated number allows; noughts at the end of an amount may come of rounding when its parts are finer."""
    stated = claim.stated
    interval = size(interval_of(stated)) if claim.relation in UNSIGNED else interval_of(stated)
    if stated.unit != "kr" or not stated.value or stated.value != stated.value.to_integral_value():
        return interval
    step = Decimal(1)
    while stated.value % (step * 10) == 0:
        step *= 10
    finer = any(q.unit == "kr" and q.value % step for q in claim.operands) or claim.relation in ("percent_of", "permille_of", "quotient")
    return interval.widened(min(step * HALF, abs(stated.value) * LEAST_SHARE_OF_ROUND)) if finer else interval


def _with_cofinancing(claim: StatedClaim, computed: Interval, stated: Interval) -> bool:
    """Is the total that of the parts and their co-financing together?"""
    share = claim.extra.get("cofinancing")
    if not share or not 0 < Decimal(share) < 100:
        return False
    whole = computed * HUNDRED / (HUNDRED - Interval.exact(Decimal(share)))
    return whole.meets(stated) or (computed * (HUNDRED + Interval.exact(Decimal(share))) / HUNDRED).meets(stated)


def settle(claims: list[StatedClaim]) -> list[StatedClaim]:
    """One reading a stated number: where one holds, the rest is dropped; else the first that differs stays, by more than a note if any.
    One that only perhaps is a reading gives way to one whose words tell both figures, and whose mistake it explains."""
    by_place: dict[tuple, list[StatedClaim]] = defaultdict(list)
    for claim in claims:
        source = claim.stated.source or claim.source
        part = claim.extra.get("way") or (
            claim.relation if claim.relation in ("at_most", "possible", "direction", "no_more_than_all") else ""
        )
        by_place[source.page, source.start, part].append(claim)
    kept: list[StatedClaim] = []
    for group in by_place.values():
        holding = [c for c in group if c.verdict == "holds"]
        differing = [c for c in group if c.verdict == "differs"]
        if any(c.extra.get("mistaken") for c in differing):
            holding = [c for c in holding if c.extra.get("if_not") != "unverifiable"]
        kept += holding[:1] or sorted(differing, key=_is_note)[:1] or group[:1]
    return _each_once(kept)


def _is_note(claim: StatedClaim) -> bool:
    return severity(claim) == "note"


def _each_once(claims: list[StatedClaim]) -> list[StatedClaim]:
    """One mistake is told once, though the same figures may be read as a sum and as a difference."""
    seen: set[frozenset] = set()
    kept = []
    for claim in claims:
        places = frozenset((q.source.page, q.source.start) for q in (claim.stated, *claim.operands) if q.source)
        if claim.verdict == "differs" and len(places) > 2 and places in seen:
            continue
        if claim.verdict == "differs":
            seen.add(places)
        kept.append(claim)
    return kept


def _of_kind(kind: str, document: Document, context: Context) -> Iterator[Claim | Finding]:
    for claim in settled(document, context):
        if claim.kind == kind:
            yield claim
            if claim.verdict == "differs" and not claim.extra.get("silent"):
                yield finding(claim)


def told_again(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """Figures that a sentence says again of what another told."""
    return _of_kind("restated", document, context)


def settled(document: Document, context: Context) -> list[StatedClaim]:
    """The document's arithmetic claims, judged once for all checks of this family, with evidence."""
    return context.once("arithmetic", document, _settled)


def _settled(document: Document) -> list[StatedClaim]:
    stated = (c for c in document.claims if c.kind in KINDS and c.verdict is None and c.stated and c.relation in TEMPLATES)
    asked = (StatedClaim.of(c, evidence(c, document)) for c in stated)
    money = money_at(document)
    return settle([judge(in_their_unit(c, money)) for c in asked if not _of_a_ballot(document, c)])


def _of_a_ballot(document: Document, claim: StatedClaim) -> bool:
    """Is it of votes that a ballot holds, whose lists have a check of their own?"""
    at = claim.stated.source.at if claim.stated.unit == "stemmer" and claim.stated.source else -1
    return at >= 0 and any(b.source.at <= at < b.source.at + len(b.source.quote) for b in document.ballots)


def sum_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """Parts that do not add up to the stated total, in a sentence, a list or a table's rows and columns.

    Finds: "fordelt på 22 % … og 23 %" under a stated 50 %; a total line; one column of a table that does not close while
    the others do. Why: a part was changed, left out or misprinted, and the total was not. Quiet: where the digits' rounding
    explains it, where parts need not make up the whole ("heraf"), where it is not sure which parts belong to the total.
    """
    yield from _of_kind("sum", document, context)


def difference_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """ "From X to Y" does not give the stated change, or what is left is not what is left.

    Finds: "fra 1.184 til 1.316, en stigning på 122"; a net amount that is not gross less the deduction. Why: one of three
    numbers was changed alone. Quiet: where it is not sure which two figures the change is between.
    """
    yield from _of_kind("difference", document, context)


def product_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A yearly amount times its years, or a rate times a number, is not the stated total.

    Finds: "412.500 kr. årligt i fire år, i alt 1.560.000 kr.". Why: totals are often typed, not computed. Quiet: where the
    number of years, or what the rate is for, is not printed beside it.
    """
    yield from _of_kind("product", document, context)


def share_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A stated percentage or fraction does not follow from the stated counts or amounts, or is impossible for that whole.

    Finds: "310 af de 1.240 (30 %)"; "37 pct. af de 12 børn", which no whole number of children gives. Why: percentages are copied
    from another year or area. Quiet: where the whole is not named, and within the rounding of the printed digits.
    """
    yield from _of_kind("share", document, context)


def count_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A stated count is not the number of entries in the list that it announces.

    Finds: "fem indsatsområder:" before four points. Why: an entry was added or removed late. Quiet: for examples ("blandt
    andet", "fx"), and where it is not clear which entries belong to the list.
    """
    yield from _of_kind("count", document, context)


CHECKS = {
    "sum-differs": sum_differs,
    "difference-differs": difference_differs,
    "product-differs": product_differs,
    "share-differs": share_differs,
    "count-differs": count_differs,
}
