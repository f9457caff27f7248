"""Amounts of money in running text, with what the words beside them say: how often, which years, which prices, and what for."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR

from extractors.horizon import Horizon
from extractors.passage import Passage
from minutes import qualifiers, terms
from minutes.measures import Measure
from minutes.records import Amount

_INCOME = re.compile(r"indtægt|mindreudgift|mindreforbrug|overskud|besparelse|provenu|refusion", re.I)
_EXPENSE = re.compile(r"udgift|merforbrug|mindreindtægt|underskud|bevilling|omkostning", re.I)
_BASIS = re.compile(r"\b(netto|brutto)", re.I)
_ONCE = re.compile(r"engangs|\bén gang\b|éngangs", re.I)
_LASTING = re.compile(r"\b(?:varigt?|varige|permanent\w*)\b", re.I)
_FOR = re.compile(r"^[^.;:()\n]{0,24}?\b(?:til|vedrørende|vedr\.) (?!\d|årene|perioden)([^.,;:()\n]{3,70})")
_CUT = re.compile(r" (?:som|der|hvoraf|heraf|samt|mens|fra|i \d|og \d|på \d|inden|jf)\b.*| og [^ ]* ?\d.*")
_TAIL = re.compile(
    r"(?:\s|\b(?:på|er|udgør|udgøre|til|for|med|om|bliver|blev|var|ca\.|netto|brutto|i alt|således|dermed|koster|kr\.|at))+$", re.I
)
_WEAK = frozenset(re.findall(
    r"\w+",
    "der det dog de den blive mellem fra med til på og må ikke overstige være skal kan afsættes afsat fordeles fordelt bevilger bevilges"
    " budgetteres mangler får bidrager koster gives ydes stiger falder er af en et udvalget kommunen har som søger",
))
"""Words that say nothing of what the money is for."""
_CLAUSE = re.compile(r"[.,;:()\n]|\b(?:at|som|der|hvoraf|heraf|og|eller|idet|mens|så)\b")
_FAR = 260
"""Characters over which one amount may borrow from the one before it."""
_CHANGE = re.compile(
    r"(?:altså|dermed|dvs\.|en (?:stigning|forhøjelse|nedgang|besparelse|forskel) på|et fald på|det er"
    r"|så \w+ bliver)[^.;\n\d]{0,25}$",
    re.I,
)
_PART = re.compile(r"\b(?:idet|heraf|hvoraf|nemlig|fordelt|bestående)\b", re.I)
_LISTED = re.compile(r"^ (?:til|i|på|for) [^.;\d]{2,40}(?:,| og)[^.;\d]{0,20}$", re.I)
_OTHER_TIME = re.compile(r"\b(?:mod|sidste år|året før|tidligere)\b", re.I)
_BACK = re.compile(r"^,? (?:til|og|mod) $")


def read(passage: Passage, i: int) -> Amount:
    """The amount that measure `i` is, by the words right beside it."""
    measure = passage.measures[i]
    kind, _ = passage.leads[i]
    oere, low, high = interval(measure, kind)
    before, after = passage.before(i), passage.after(i)
    near = passage.between(i)[-60:]
    about = near + " " + passage.until_next(i)[:40]
    return Amount(
        passage.source(measure.start, measure.end),
        oere,
        low,
        high,
        approximate=kind in ("about", "below", "above"),
        per=terms.per_after(after) or terms.per_before(near),
        period=_period(passage, i, before, after),
        price_level=terms.price_level(passage.until_next_unit(i)[:40]),
        item=passage.item(measure.start),
        bound=kind if kind in ("upper", "lower") else None,
        flow=flow(about),
        basis=basis(near[-20:]),
        one_off=True if _ONCE.search(about) else False if _LASTING.search(about) else None,
        purpose=purpose(near, after),
    )


def interval(measure: Measure, kind: str | None) -> tuple[int, int, int]:
    """Øre: the value, and the lowest and highest that the digits and the word before them allow."""
    allowed = qualifiers.allows(measure.value, measure.step, kind)
    high = allowed.high if measure.until is None else measure.until + measure.step / 2
    return (
        int(measure.value * 100),
        int((allowed.low * 100).to_integral_value(ROUND_FLOOR)),
        int((high * 100).to_integral_value(ROUND_CEILING)),
    )


def _period(passage: Passage, i: int, before: str, after: str) -> tuple[int, int] | None:
    found = terms.period_after(after)
    if found:
        first, last = found
        return first, last if last is not None else _horizon(passage, first)
    return terms.period_before(before)


def _horizon(passage: Passage, first: int) -> int:
    """Where "fra 2026" ends: the last year of the span of years in the document that holds it, else the year itself."""
    for match in re.finditer(rf"({terms.YEAR})[-–]({terms.YEAR}|\d\d)(?!\d)", passage.text):
        span = terms.years(match[1], match[2])
        if span and span[0] <= first <= span[1]:
            return span[1]
    return first


def flow(words: str) -> str | None:
    """expense or income, where the words tell."""
    income, expense = _INCOME.search(words), _EXPENSE.search(words)
    if income and (not expense or "mindreudgift" in words.lower()):
        return "income"
    return "expense" if expense and not income else None


def basis(words: str) -> str | None:
    """net or gross, where the words tell."""
    match = _BASIS.search(words)
    return {"netto": "net", "brutto": "gross"}[match[1].lower()] if match else None


def purpose(before: str, after: str) -> str | None:
    """What the money is for: the words after "til", else the last words before the amount."""
    match = _FOR.match(after)
    if match:
        return _CUT.sub("", match[1]).strip() or None
    words = _TAIL.sub("", _CLAUSE.split(_TAIL.sub("", before))[-1]).split()
    while words and words[-1].lower() in _WEAK:
        words.pop()
    words = words[-6:]
    while words and words[0].lower() in _WEAK:
        words.pop(0)
    return " ".join(words) or None


def in_context(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """Let an amount without years or rate of its own take those that the words around it refer to."""
    horizon = Horizon.of(passage.flow)
    result: list[Amount] = []
    borrowed = False
    for amount in amounts:
        last = result[-1] if result else None
        if last and amount.source.at - last.source.at < _FAR:
            between = passage.text[last.source.at + len(last.source.quote) : amount.source.at]
            if amount.per and not last.per and _BACK.match(between):
                result[-1] = last = replace(last, per=amount.per)
            together = passage.sentence(last.source.at)[0] == passage.sentence(amount.source.at)[0]
            part = together and bool(_PART.search(between) or borrowed and _LISTED.search(between))
            borrowed = bool(last.per and (part or _CHANGE.search(between)))
            if borrowed and not amount.per:
                amount = replace(amount, per=last.per)
            if together and not amount.period and last.period and not _OTHER_TIME.search(between):
                amount = replace(amount, period=last.period)
        result.append(amount)
    wider = ((a, None if a.period and not _wider(a) else _referred(passage, horizon, a)) for a in result)
    return [replace(a, period=period) if period else a for a, period in wider]


def _referred(passage: Passage, horizon: Horizon, amount: Amount) -> tuple[int, int] | None:
    at = amount.source.at
    start, end = passage.sentence(at)
    after = re.split(r"[\d½]", passage.text[at + len(amount.source.quote) : end], maxsplit=1)[0]
    near = passage.text[max(start, at - 45) : at] + "|" + after[:60]
    return horizon.referred(at, near) or horizon.heading(at)


def _wider(amount: Amount) -> bool:
    """May a single year, taken from the sentence, give way to a whole period?"""
    return amount.period is not None and amount.period[0] == amount.period[1]
