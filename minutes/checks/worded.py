"""An arithmetic finding as a clerk reads it: one sentence, how sure it is, and both places."""

from __future__ import annotations

from decimal import Decimal

from minutes.checks.explain import IN_THOUSANDS, THOUSANDS, amount, decimals, in_millions, mend, weights
from minutes.checks.printed import TWO_VALUES
from minutes.checks.relations import PERCENTAGES, as_printed, interval_of, result
from minutes.danish import decimal
from minutes.interval import HALF, WIDE
from minutes.records import Claim, Document, Evidence, Finding, Source, StatedClaim

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
    "permille_of": "{formula} er {computed}, men der står {stated}",
    "rest": "Resten op til 100 pct. er {computed}, men der står {stated}",
    "count": "Der står {stated}, men der følger {computed}",
    "named": "Der står {stated}, men der er nævnt {computed}",
    "no_more_than_all": "Andelene giver tilsammen {computed}, altså mere end det hele",
    "direction": "Tallene går fra {computed} til {stated}, men teksten siger det modsatte",
    "product:sum": "{formula} giver {computed}, men der står {stated}",
    "restated:sum": TWO_VALUES,
    "difference:sum": "Tilbage er {computed}, men der står {stated}",
    "possible": "{stated} kan ikke være en andel af {computed}, for intet helt antal giver den procent",
}


def plain(value: Decimal) -> str:
    """A number as a decimal string of at most four decimals."""
    return decimal(value.quantize(Decimal("0.0001"), context=WIDE))


def severity(claim: StatedClaim) -> str:
    computed, stated = result(claim), interval_of(claim.stated)
    if claim.relation == "no_more_than_all":
        return claim.extra.get("if_not", "warning")
    width, gap = stated.high - stated.low, computed.gap(stated)
    exactly = claim.extra.get("sure") and width and as_printed(claim) % width == 0
    cut_off = claim.relation in PERCENTAGES and width <= 1 and gap <= width * HALF and not exactly
    if cut_off or claim.extra.get("rounded") and gap <= width * len(claim.operands):
        return "note"
    return claim.extra.get("if_not", "error")


def evidence(claim: Claim, document: Document) -> tuple[Evidence, ...]:
    """The claim's place and those of its figures, each once."""
    first: dict[tuple[int, int, int], Source] = {}
    for source in (claim.source, *(q.source for q in claim.operands if q.source)):
        first.setdefault((source.page, source.start, source.end), source)
    return tuple(Evidence(document.file, source) for source in first.values())


def _template(claim: StatedClaim) -> str:
    if claim.kind == "difference" and "table" in claim.extra:
        return TEMPLATES["difference"]
    if claim.kind == claim.relation == "sum" and len(claim.operands) == 1:
        return TEMPLATES["sum:one"]
    if claim.relation == "sum" and len(claim.operands) > 1 and max(weights(claim)[1:]) < 0 < weights(claim)[0]:
        return TEMPLATES["difference:sum"]
    return TEMPLATES.get(f"{claim.kind}:{claim.relation}", TEMPLATES[claim.relation])


def _values(claim: StatedClaim) -> dict[str, str]:
    """What the template is filled with."""
    stated, millions = claim.stated, in_millions(claim)
    value = Decimal(claim.computed or 0)
    gap = value - stated.value
    gap_unit = "percentage_points" if stated.unit == "percent" else stated.unit
    finest = decimals(stated, *claim.operands)
    said = amount(stated.value, stated.unit, millions, decimals(stated))
    if claim.relation in ("direction", "possible"):
        return {
            "computed": amount(claim.operands[0].value, claim.operands[0].unit, millions, decimals(claim.operands[0])),
            "stated": said,
        }
    if claim.kind == "restated":
        return {"first": amount(value, stated.unit, millions, finest), "last": said}
    thousands, template = stated.unit == THOUSANDS, _template(claim)
    return {
        "computed": claim.extra.get("computed_words") or amount(value, stated.unit, millions, finest),
        "stated": claim.extra.get("stated_words") or said + (IN_THOUSANDS if thousands and "{gap}" not in template else ""),
        "gap": f"{amount(abs(gap), gap_unit, millions, finest)} {'mindre' if gap > 0 else 'mere'}{', alt i 1.000 kr.' * thousands}",
        "count": str(len(claim.operands)),
        "formula": (claim.calculation or "").split(" = ")[0],
    }


def finding(claim: StatedClaim) -> Finding:
    """The finding that a claim which differs raises."""
    suggestion = mend(claim, Decimal(claim.computed)) if claim.computed and claim.relation != "no_more_than_all" else None
    return Finding(
        claim.check,
        severity(claim),
        _template(claim),
        claim.evidence,
        _values(claim),
        plain(claim.stated.value),
        claim.computed,
        claim.calculation,
        suggestion,
    )
