"""The same figure of the same thing, stated twice with different values in one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations

from minutes import designations
from minutes.checks import Context
from minutes.checks.explain import amount, in_print
from minutes.checks.ledger import at, from_finding, judged
from minutes.clause import clause
from minutes.closeness import FAIR, STRONG, WEAK, closeness, keys
from minutes.records import Amount, Claim, Document, Figure, Finding
from minutes.rows import Row, Rows, cell
from minutes.subject import Subject, apart, common, ends, meets, same_clause, same_head, subjects

_CROWD = 30
"""More figures than this under one key have no one thing in common."""
_FEW = 8
SERIES = 3


def restated_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """The same figure of the same thing stands with two values in one document.

    Finds amounts, percentages and counts that the same words govern and whose digits show a slip (exchanged digits, one changed digit, a
    slipped scale), a sentence and the cell of a table that it speaks of, and a number in an item's title that its text has otherwise.
    It matters because the decision may rest on either.

    Quiet: rounding; another year, price level, purpose, place or body; net beside gross; a part beside its whole; what is said to have been
    before, or to be an alternative; two figures of one sentence; a sign that only follows the convention of a table.

    Example: "at der optages lån på 4.257.000 kr. til byggemodning" and "Lånet til byggemodning på 4.275.000 kr.".
    """
    said = known(document, context)
    for found in _once([*_prose(document, said), *_referring(document, said), *_beside_tables(document, said), *_titles(document, said)]):
        yield found
        yield from_finding(found, "restated")
    yield from _repeated(document, said)


def _once(findings: Iterable[Finding]) -> list[Finding]:
    """The findings without those that name the same two values again."""
    return list({(f.template, f.stated, f.computed): f for f in reversed(list(findings))}.values())[::-1]


def known(document: Document, context: Context | None) -> list[Subject]:
    """The figures of a document with their subjects, worked out once a run."""
    memo = context.memo if context else {}
    key = "subjects", id(document)
    if key not in memo:
        memo[key] = subjects(document)
    return memo[key]


def _prose(document: Document, said: list[Subject]) -> Iterator[Finding]:
    explained, crowd = _explained(document, said), Crowd(said)
    told: set[tuple] = set()
    for one, other in pairs(said, lambda s: s.item if document.kind in ("minutes", "agenda") else None):
        values = one.unit, *sorted((one.value, other.value)), one.item
        if one.sentence == other.sentence or values in told or explained(one, other):
            continue
        severity = verdict(one, other, crowd)
        if severity:
            told.add(values)
            yield differing(document, severity, one, other)


class Crowd:
    """Which words go with so many different figures that they tell of a series of things, not of one."""

    def __init__(self, said: Iterable[Subject]) -> None:
        self._values: dict[tuple[str, str], list[Subject]] = defaultdict(list)
        for subject in (s for s in said if not s.borrowed):
            for word in subject.words or ("",):
                self._values[subject.unit, word].append(subject)

    def values(self, unit: str, words: frozenset[str]) -> int:
        """How many different figures of this unit stand with all of these words; at most one more than a crowd is."""
        rarest = min((self._values[unit, w] for w in words or ("",)), key=len)
        return _CROWD + 1 if len(rarest) > _CROWD else len({s.value for s in rarest if words <= s.words})


def pairs(said: Iterable[Subject], scope) -> Iterator[tuple[Subject, Subject]]:  # noqa: ANN001 - a function from a subject to any key
    """Pairs of figures that may state the same thing: their digits are alike, or their words."""
    buckets: dict[tuple, list[Subject]] = defaultdict(list)
    for subject in (s for s in said if not s.borrowed):
        for key in keys(subject.value):
            buckets[scope(subject), subject.unit, key].append(subject)
        for word in subject.words:
            buckets[scope(subject), subject.unit, "word", word].append(subject)
    seen: set[tuple[int, int]] = set()
    for key, bucket in buckets.items():
        if 1 < len(bucket) <= (_FEW if "word" in key else _CROWD):
            for one, other in combinations(bucket, 2):
                if one.value != other.value and (id(one), id(other)) not in seen:
                    seen.add((id(one), id(other)))
                    yield one, other


def verdict(one: Subject, other: Subject, crowd: Crowd) -> str | None:
    """How surely two figures state the same thing with different values: error, warning, or None."""
    near = closeness(one.value, other.value)
    if one.agrees(other) or apart(one, other, lenient=near == STRONG):
        return None
    words, contained = common(one, other)
    values = max(crowd.values(one.unit, words & s.words) for s in (one, other))
    if near == STRONG:
        known_as = words or one.noun or same_head(one, other)
        return None if not known_as or values > SERIES else "error" if contained else "warning"
    if not words or values > SERIES or "limit" in one.marks:
        return None
    if same_clause(one, other) and near >= WEAK or near == FAIR and contained and len(words) >= 2:
        return "error" if near == FAIR else "warning"
    sure = contained or len(words) >= 2 or values == 2
    return "warning" if near == FAIR and sure or near == WEAK and contained and len(words) >= 2 else None


def _referring(document: Document, said: list[Subject]) -> Iterator[Finding]:
    """ "De 420 boliger" where only 240 were named before, and nothing else that it could mean."""
    named: dict[tuple, list[Subject]] = defaultdict(list)
    for subject in said:
        key = subject.item, subject.unit
        earlier = named[key][-_CROWD:]
        if subject.definite and not any(subject.agrees(e) for e in earlier):
            one = subject.noun and len({e.value for e in earlier}) == 1
            near = [e for e in earlier if closeness(e.value, subject.value) >= (WEAK if one else FAIR) and e.sentence != subject.sentence]
            if len({e.value for e in near}) == 1 and (subject.noun or len({e.value for e in earlier}) <= SERIES):
                yield differing(document, "warning", near[-1], subject)
        named[key].append(subject)


def differing(document: Document, severity: str, one: Subject, other: Subject) -> Finding:
    """The finding for two figures of one document; the first evidence is the later place."""
    first, last = sorted((one, other), key=lambda s: s.source.at)
    return Finding("restated-differs", severity, "Det samme tal står med to værdier: {first} og {last}.",
                   at(document, clause(document, last.source), clause(document, first.source)),
                   values={"first": shown(first), "last": shown(last)}, stated=plain(last), computed=plain(first),
                   calculation=f"{shown(first)} ≠ {shown(last)}", suggestion=slip(first, last))


def shown(subject: Subject) -> str:
    """A figure as the text prints it."""
    quote = " ".join(subject.source.quote.split())
    if any(c.isalpha() or c == "%" for c in quote):
        return quote
    return amount(subject.value, "kr") if subject.unit.startswith("kr") else f"{in_print(subject.value)} {_word(subject)}".strip()


def plain(subject: Subject) -> str:
    """The value as a decimal string."""
    text = f"{subject.value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _word(subject: Subject) -> str:
    record = subject.record
    return (record.noun or "") if isinstance(record, Figure) and record.unit == "count" else "pct." if subject.unit == "percent" else ""


def slip(one: Subject, other: Subject) -> str | None:
    """What kind of slip the digits look like."""
    if closeness(one.value, other.value) != STRONG:
        return None
    digits = [sorted(plain(s).replace(".", "").strip("0")) for s in (one, other)]
    return "To cifre kan være byttet om." if digits[0] == digits[1] else None


def _explained(document: Document, said: list[Subject]):  # noqa: ANN202 - a test of two subjects
    """Whether another figure explains that two differ: it is their difference or their sum, or one claim holds both."""
    values = {(s.item, s.unit.partition("/")[0], s.value) for s in said}
    claims: dict[int, set[int]] = defaultdict(set)
    for number, claim in enumerate(document.claims):
        for quantity in (claim.stated, *claim.operands):
            if quantity is not None and quantity.source is not None:
                claims[quantity.source.at].add(number)

    def explained(one: Subject, other: Subject) -> bool:
        unit = one.unit.partition("/")[0]
        third = (abs(one.value) + abs(other.value), abs(abs(one.value) - abs(other.value)))
        return any((one.item, unit, v) in values for v in third) or bool(claims[one.source.at] & claims[other.source.at])

    return explained


def _beside_tables(document: Document, said: list[Subject]) -> Iterator[Finding]:
    rows = Rows(document)
    spoken: dict[tuple[int, int, int], list[tuple[Subject, Row, Amount | Figure]]] = defaultdict(list)
    for subject in said:
        row = rows.spoken_of(subject) if not subject.marks & {"old", "other", "part"} else None
        found = cell(row, subject) if row else None
        if found:
            spoken[subject.sentence, row.table.index, row.row].append((subject, row, found))
    for group in spoken.values():
        fits = [meets((subject.low, subject.high), ends(found)[:2]) for subject, _, found in group]
        for (subject, row, found), fit in zip(group, fits, strict=True):
            if not fit and (any(fits) or closeness(subject.value, ends(found)[2]) >= FAIR):
                yield _unlike_cell(document, subject, row, found)


def _unlike_cell(document: Document, subject: Subject, row: Row, found: Amount | Figure) -> Finding:
    label = " ".join(row.label.split())
    return Finding("restated-differs", "error", "Teksten siger {said}, men tabellen har {cell} ud for {row}.",
                   at(document, clause(document, subject.source), found.source),
                   values={"said": shown(subject), "cell": " ".join(found.source.quote.split()), "row": f"”{label}”"},
                   stated=plain(subject), computed=found.source.quote, calculation=f"{shown(subject)} ≠ {found.source.quote} ({label})")


def _titles(document: Document, said: list[Subject]) -> Iterator[Finding]:
    for title, body in designations.unlike(document):
        yield Finding("restated-differs", "warning" if body.sure else "note", "Overskriften siger {title}, men teksten siger {body}.",
                      at(document, title.source, clause(document, body.source, 60)), values={"title": title.text, "body": body.text},
                      stated=body.text, computed=title.text, calculation=f"{title.text} ≠ {body.text}")
    by_unit: dict[tuple, list[Subject]] = defaultdict(list)
    for subject in said:
        by_unit[subject.item, subject.unit].append(subject)
    for item in document.items:
        end = item.source.at + len(item.source.quote)
        for one in (s for s in said if s.noun and s.item == item.number and item.source.at <= s.source.at < end):
            others = [s for s in by_unit[one.item, one.unit] if s.source.at >= end]
            if others and len({s.value for s in others}) == 1 and not one.agrees(others[0]) and closeness(one.value, others[0].value):
                yield differing(document, "warning", one, others[0])


def _repeated(document: Document, said: list[Subject]) -> Iterator[Claim]:
    """The figures that stand twice and agree, for the ledger."""
    last: dict[tuple, Subject] = {}
    for subject in said:
        for word in sorted(subject.words):
            key = subject.item, subject.unit, word, subject.years
            earlier = last.get(key)
            if earlier is not None and earlier.sentence != subject.sentence and earlier.value == subject.value and not apart(earlier, subject):
                yield judged("restated", "restated-differs", "restated", at(document, subject.source, earlier.source), item=subject.item)
                break
        last.update({(subject.item, subject.unit, word, subject.years): subject for word in subject.words})


CHECKS = {"restated-differs": restated_differs}
