"""The same figure of the same thing, stated twice with different values in one document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from minutes import designations
from minutes.checks import Context
from minutes.checks.explain import amount, in_print
from minutes.checks.ledger import at, from_finding, judged
from minutes.clause import clause
from minutes.closeness import FAIR, STRONG, WEAK, closeness
from minutes.likeness import agree, apart, common, meets, same_clause, same_head
from minutes.records import Amount, Claim, Document, Figure, Finding
from minutes.rows import Row, Rows, cell
from minutes.series import CROWD, SERIES, Crowd, pairs
from minutes.subject import Subject, ends, subjects


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
    found = [*_prose(document, said), *_referring(document, said), *_beside_tables(document, said), *_titles(document, said)]
    for finding in {(f.template, f.stated, f.computed): f for f in reversed(found)}.values():
        yield finding
        yield from_finding(finding, "restated")
    yield from _repeated(document, said)


def known(document: Document, context: Context | None) -> list[Subject]:
    """The figures of a document with their subjects, worked out once a run."""
    memo = context.memo if context else {}
    key = "subjects", id(document)
    if key not in memo:
        memo[key] = subjects(document)
    return memo[key]


def _prose(document: Document, said: list[Subject]) -> Iterator[Finding]:
    explained, crowd = _explained(document, said), Crowd(said)
    with_items = document.kind in ("minutes", "agenda")
    told: set[tuple] = set()
    for one, other in pairs(said, lambda s: s.item if with_items else None):
        values = one.unit, *sorted((one.value, other.value)), one.item
        if one.sentence == other.sentence or values in told or explained(one, other):
            continue
        severity = verdict(one, other, crowd)
        if severity:
            told.add(values)
            yield differing(document, severity, one, other)


def verdict(one: Subject, other: Subject, crowd: Crowd) -> str | None:
    """How surely two figures state the same thing with different values: error, warning, or None."""
    near = closeness(one.value, other.value)
    if agree(one, other) or apart(one, other, lenient=near == STRONG):
        return None
    words, contained = common(one, other)
    values = max(crowd.values(one.unit, words & s.words) for s in (one, other))
    if values > SERIES:
        return None
    if near == STRONG:
        return None if not (words or one.noun or same_head(one, other)) else "error" if contained else "warning"
    if not words or "limit" in one.marks:
        return None
    if same_clause(one, other) and near >= WEAK or near == FAIR and contained and len(words) >= 2:
        return "error" if near == FAIR else "warning"
    sure = contained or len(words) >= 2 or values == 2
    return "warning" if near == FAIR and sure or near == WEAK and contained and len(words) >= 2 else None


def _referring(document: Document, said: list[Subject]) -> Iterator[Finding]:
    """ "De 420 boliger" where only 240 were named before, and nothing else that it could mean."""
    named: dict[tuple, list[Subject]] = defaultdict(list)
    for subject in said:
        earlier = named[subject.item, subject.unit][-CROWD:]
        if subject.definite and not any(agree(subject, e) for e in earlier):
            alone = subject.noun and len({e.value for e in earlier}) == 1
            near = [e for e in earlier if closeness(e.value, subject.value) >= (WEAK if alone else FAIR) and e.sentence != subject.sentence]
            if len({e.value for e in near}) == 1 and (subject.noun or len({e.value for e in earlier}) <= SERIES):
                yield differing(document, "warning", near[-1], subject)
        named[subject.item, subject.unit].append(subject)


def differing(document: Document, severity: str, one: Subject, other: Subject) -> Finding:
    """The finding for two figures of one document; the first evidence is the later place."""
    first, last = sorted((one, other), key=lambda s: s.source.at)
    return Finding("restated-differs", severity, "Det samme tal står med to værdier: {first} og {last}.",
                   at(document, clause(document, last.source), clause(document, first.source)),
                   values={"first": shown(first), "last": shown(last)}, stated=plain(last), computed=plain(first),
                   calculation=f"{shown(first)} ≠ {shown(last)}", suggestion=_slip(first, last))


def shown(subject: Subject) -> str:
    """A figure as the text prints it."""
    quote = " ".join(subject.source.quote.split())
    if any(c.isalpha() or c == "%" for c in quote):
        return quote
    if subject.unit.startswith("kr"):
        return amount(subject.value, "kr")
    return f"{in_print(subject.value)} {subject.noun or ('pct.' if subject.unit == 'percent' else '')}".strip()


def plain(subject: Subject) -> str:
    """The value as a decimal string."""
    text = f"{subject.value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _slip(one: Subject, other: Subject) -> str | None:
    """What kind of slip the digits look like."""
    digits = [sorted(plain(s).replace(".", "").strip("0")) for s in (one, other)]
    return "To cifre kan være byttet om." if closeness(one.value, other.value) == STRONG and digits[0] == digits[1] else None


def _explained(document: Document, said: list[Subject]) -> Callable[[Subject, Subject], bool]:
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
    """A sentence and the cells it speaks of; when other figures of the sentence fit their cells of the row, any other value is a slip."""
    rows = Rows(document)
    spoken: dict[tuple[int, int, int], list[tuple[Subject, Row, Amount | Figure]]] = defaultdict(list)
    for subject in said:
        row = None if subject.marks & {"old", "other", "part"} else rows.spoken_of(subject) or rows.spoken_of_before(subject)
        found = cell(row, subject) if row else None
        if row and found:
            spoken[subject.sentence, row.table.index, row.row].append((subject, row, found))
    for group in spoken.values():
        fits = [meets((subject.low, subject.high), ends(found)[:2]) for subject, _, found in group]
        for (subject, row, found), fit in zip(group, fits, strict=True):
            if not fit and (any(fits) or closeness(subject.value, ends(found)[2]) >= FAIR):
                yield _unlike_cell(document, subject, row, found)


def _unlike_cell(document: Document, subject: Subject, row: Row, found: Amount | Figure) -> Finding:
    label, printed = (" ".join(text.split()) for text in (row.label, found.source.quote))
    return Finding("restated-differs", "error", "Teksten siger {said}, men tabellen har {cell} ud for ”{row}”.",
                   at(document, clause(document, subject.source), found.source), stated=plain(subject), computed=printed,
                   values={"said": shown(subject), "cell": printed, "row": label}, calculation=f"{shown(subject)} ≠ {printed} ({label})")


def _titles(document: Document, said: list[Subject]) -> Iterator[Finding]:
    """An item's title beside its text: what it names, and what it counts."""
    for title, body in designations.unlike(document):
        yield Finding("restated-differs", "warning" if body.sure else "note", "Overskriften siger {title}, men teksten siger {body}.",
                      at(document, title.source, clause(document, body.source, 60)), values={"title": title.text, "body": body.text},
                      stated=body.text, computed=title.text, calculation=f"{title.text} ≠ {body.text}")
    counted: dict[tuple, list[Subject]] = defaultdict(list)
    for subject in (s for s in said if s.noun):
        counted[subject.item, subject.unit].append(subject)
    titles = {item.number: item.source for item in document.items}
    for (number, _), group in counted.items():
        if number in titles:
            yield from _title_counts(document, titles[number].at, titles[number].at + len(titles[number].quote), group)


def _title_counts(document: Document, start: int, end: int, group: Iterable[Subject]) -> Iterator[Finding]:
    titled = [s for s in group if start <= s.source.at < end]
    body = [s for s in group if s.source.at >= end]
    if titled and len({s.value for s in body}) == 1 and not agree(titled[0], body[0]) and closeness(titled[0].value, body[0].value):
        yield differing(document, "warning", titled[0], body[0])


def _repeated(document: Document, said: list[Subject]) -> Iterator[Claim]:
    """The figures that stand twice and agree, for the ledger."""
    last: dict[tuple, Subject] = {}
    for subject in said:
        for word in sorted(subject.words):
            earlier = last.get((subject.item, subject.unit, word, subject.years))
            if earlier and earlier.sentence != subject.sentence and earlier.value == subject.value and not apart(earlier, subject):
                yield judged("restated", "restated-differs", "restated", at(document, subject.source, earlier.source), item=subject.item)
                break
        last.update({(subject.item, subject.unit, word, subject.years): subject for word in subject.words})


CHECKS = {"restated-differs": restated_differs}
