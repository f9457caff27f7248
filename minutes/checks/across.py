"""The same figure or decision in two documents, with different values."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import PurePath

from minutes import link
from minutes.checks import Context
from minutes.checks.cells import all_totals, fits, granted_otherwise, printed_cell, spoken_of
from minutes.checks.ledger import from_finding
from minutes.checks.printed import plain, shown
from minutes.checks.restated import known
from minutes.checks.taken_up import AMENDED
from minutes.checks.versions import decisions, place, sides
from minutes.clause import clause
from minutes.closeness import FAIR, STRONG, WEAK, closeness, exchanged, one_digit
from minutes.content import shared, stems
from minutes.likeness import agree, apart, common, meets, same_clause, same_words
from minutes.link import Link, Unit
from minutes.records import Claim, Document, Figure, Finding
from minutes.rows import Rows
from minutes.series import SERIES, Crowd, pairs
from minutes.subject import Subject, ends

_SMALL = 12
_NEAR = 50
_AROUND = 3
"""Figures to each side that tell what passage a figure stands in."""
_LEAST_POINT = 18
"""Characters before a figure that are the same in two points."""
_TIME = frozenset({"år", "måned", "uge", "dag", "time", "gang", "m2", "km", "side", "punkt", "bilag", "medlem", "stemme"})
"""What is counted again and again without being the same."""


def across_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """The same figure or decision stands with different values in two documents: a proposal and the minutes, or versions of the minutes.

    Documents are linked by case number or by titles that are alike, one candidate or none. Finds figures that the same words govern, the
    share of one area on one date, and decisions and votes that differ between versions of the same minutes. It matters because the
    body decides on what it was sent. The finding stands with each of the documents.

    Quiet: documents of other municipalities or cases; figures for other years, purposes or places; a figure that both documents have.
    Only a note where the decision itself states the new figure as an amendment.

    Example: the proposal says "kommunen bidrager med 3,6 mio. kr.", the minutes "kommunens medfinansiering på 3,9 mio. kr.".
    """
    if len(context.documents) < 2:
        return
    for finding in _findings(document, context):
        yield _seen_from(finding, document)
        yield from_finding(_seen_from(finding, document), "restated")


def _findings(document: Document, context: Context) -> list[Finding]:
    """Those between the document and the others."""
    if context.only is None:
        return _all(context).get(document.sha256, [])
    return [finding for finding, both in _find(_different(context), context) if document.sha256 in {d.sha256 for d in both}]


def _different(context: Context) -> list[Document]:
    """The documents of this run by their names; the same bytes twice are one. In whatever order they were read, the findings and their
    keys are the same."""
    each = {d.sha256: d for d in reversed(context.documents)}.values()
    return sorted(each, key=lambda d: (PurePath(d.file).name, d.sha256))


def _all(context: Context) -> dict[str, list[Finding]]:
    """Every finding between the documents of this run, by the documents' sha256."""
    if "across" not in context.memo:
        by_document: dict[str, list[Finding]] = defaultdict(list)
        for finding, documents in _find(_different(context), context):
            for document in documents:
                by_document[document.sha256].append(finding)
        context.memo["across"] = by_document
    return context.memo["across"]


def _find(documents: Sequence[Document], context: Context) -> Iterator[tuple[Finding, tuple[Document, Document]]]:
    for found in link.links(documents, context.only, partial(context.once, "units", work=link.units)):
        both = found.one.document, found.other.document
        if found.versions:
            yield from ((finding, both) for finding in decisions(found))
        figures = list(_figures(found, context))
        told = {said for f in figures for said in (f.stated, f.computed)}
        cells = (f for f in (*_cells(found, context), *_grants(found, context)) if f.stated not in told)
        yield from ((finding, both) for finding in [*figures, *_small_counts(found), *cells])
    yield from _areas(documents)


def _seen_from(finding: Finding, document: Document) -> Finding:
    """The finding with the document's own place first."""
    own = [replace(e, sha256="") for e in finding.evidence if e.sha256 == document.sha256]
    return replace(finding, evidence=(*own, *(e for e in finding.evidence if e.sha256 != document.sha256)))


def _figures(found: Link, context: Context) -> Iterator[Finding]:
    one, other = _of(found.one, context), _of(found.other, context)
    sides = {id(s): side for side, said in enumerate((one, other)) for s in said}
    values = [_values(found.one), _values(found.other)]
    crowds, beside = (Crowd(one), Crowd(other)), (_beside(one), _beside(other))
    told: set[tuple] = set()
    for a, b in pairs([*one, *other], lambda s: None):
        if sides[id(a)] == sides[id(b)] or a.unit != b.unit:
            continue
        a, b = (a, b) if sides[id(a)] == 0 else (b, a)
        elsewhere = (a.value in values[1] or b.value in values[0]) and not _same_point(a, b, crowds)
        elsewhere = elsewhere or found.again and closeness(a.value, b.value) < STRONG
        among = bool(beside[0][a.sentence] & beside[1][b.sentence])
        if not elsewhere and (a.unit, a.value, b.value) not in told and _same_thing(a, b, crowds, among):
            told.add((a.unit, a.value, b.value))
            yield _differing(found, a, b)
    for a, b in () if found.again else _among_the_same(one, other, values):
        if (a.unit, a.value, b.value) not in told:
            told.add((a.unit, a.value, b.value))
            yield _differing(found, a, b)


def _among_the_same(one: list[Subject], other: list[Subject], values: list[set]) -> Iterator[tuple[Subject, Subject]]:
    """Figures that only one document has, an exchange of two digits from one that only the other has, or one digit where both count the
    same, among the same other figures: two at least, or one where nothing else is counted by the word."""
    odd = [[s for s in said if s.value not in told and len(plain(s)) > 1] for said, told in ((one, values[1]), (other, values[0]))]
    for a, b in product(*odd):
        if a.unit == b.unit and a.noun == b.noun and (exchanged(a.value, b.value) or a.noun and one_digit(a.value, b.value)):
            near = [{(t.unit, t.value) for t in said[max(i - _AROUND, 0) : i + _AROUND + 1] if abs(t.value) > _SMALL} - {(s.unit, s.value)}
                    for said, s in ((one, a), (other, b)) for i in (said.index(s),)]
            alone = all(len({t.value for t in said if t.noun == s.noun}) == 1 for said, s in ((one, a), (other, b)) if s.noun)
            shared_figures = len(near[0] & near[1])
            if shared_figures > 1 or shared_figures and a.noun and alone and not apart(a, b, lenient=True, amended=True):
                yield a, b


def _beside(said: list[Subject]) -> dict[int, set[tuple]]:
    """The figures of each sentence, each with every word that governs it: sentences that share one tell of the same things."""
    found: dict[int, set[tuple]] = defaultdict(set)
    for subject in said:
        found[subject.sentence] |= {(subject.unit, subject.value, word) for word in subject.words}
    return found


def _same_point(one: Subject, other: Subject, crowds: tuple[Crowd, Crowd]) -> bool:
    """Whether each document says it once in the same words, point numbers aside, as a proposal's point and the decision on it do."""
    a, b = (re.sub(r"^\W*\d{1,2}[.)]\s*|^\W*at\s", "", s.near).partition("#")[0].casefold().strip() for s in (one, other))
    once = all(crowd.values(s.unit, s.words) == 1 for crowd, s in zip(crowds, (one, other), strict=True))
    return once and a == b and len(a) >= _LEAST_POINT


def _cells(found: Link, context: Context) -> Iterator[Finding]:
    """A figure in one text beside the cell of the other's table that it speaks of."""
    for said, other in ((found.one, found.other), (found.other, found.one)):
        if not other.document.tables or found.versions or found.again:
            continue
        rows, values = context.once("rows", other.document, Rows), _values(other)
        for subject in _of(said, context):
            row, cell = spoken_of(rows, subject)
            if row is None or cell is None or other.item not in (None, cell.item) or abs(subject.value) in values or fits(subject, cell):
                continue
            if closeness(subject.value, ends(cell)[2]) >= FAIR:
                places = place(said.document, clause(said.document, subject.source)), place(other.document, cell.source)
                yield Finding("across-differs", "warning", '{one} siger {first}, men tabellen i {other} har {last} ud for "{row}".', places,
                              values={**sides(said.document, other.document), "first": shown(subject),
                                      "last": printed_cell(cell), "row": " ".join(row.label.split())},
                              stated=plain(subject), computed=cell.source.flat)


def _grants(found: Link, context: Context) -> Iterator[Finding]:
    """A sum that one text grants beside the total of the other's table, from which two exchanged digits tell it apart."""
    told = [*_of(found.one, context), *_of(found.other, context)]
    for said, other in () if found.versions or found.again else ((found.one, found.other), (found.other, found.one)):
        totals = [t for t in all_totals(other.document) if other.item in (None, t.item)]
        values = _values(other) if totals else set()
        granted = (s for s in _of(said, context) if totals and abs(s.value) not in values)
        for subject, total in ((s, granted_otherwise(s, totals, told)) for s in granted):
            if total:
                places = place(said.document, clause(said.document, subject.source)), place(other.document, total.source)
                yield Finding("across-differs", "warning", "{one} siger {first}, men tabellens total i {other} er {last}.", places,
                              values={**sides(said.document, other.document), "first": shown(subject),
                                      "last": printed_cell(total)},
                              stated=plain(subject), computed=total.source.flat)


def _small_counts(found: Link) -> Iterator[Finding]:
    """ "Syv medarbejdere" in one and "ni medarbejdere" in the other, where each counts them in one way alone and in like words."""
    one, other = ({}, {}) if found.again else (_counts(found.one), _counts(found.other))
    for noun in (n for n in one if n in other):
        a, b = one[noun][0], other[noun][0]
        alone = len({f.value for f in one[noun]}) == 1 == len({f.value for f in other[noun]})
        if alone and a.value != b.value and max(a.value, b.value) <= _SMALL and _around(found.one, a) & _around(found.other, b):
            places = tuple(place(u.document, clause(u.document, f.source)) for u, f in ((found.one, a), (found.other, b)))
            first, last = (f.source.flat for f in (a, b))
            yield Finding("across-differs", "warning", '{one} siger "{first}", men {other} siger "{last}".', places,
                          values={**sides(found.one.document, found.other.document), "first": first, "last": last},
                          stated=str(a.value), computed=str(b.value))


def _counts(unit: Unit) -> dict[str, list[Figure]]:
    counts: dict[str, list[Figure]] = defaultdict(list)
    for figure in unit.document.figures:
        if figure.unit == "count" and figure.noun and figure.noun not in _TIME and figure.table < 0 and unit.item in (None, figure.item):
            counts[figure.noun].append(figure)
    return counts


def _around(unit: Unit, figure: Figure) -> frozenset[str]:
    """The content words close to a count, on the same line."""
    text, at = unit.document.text, figure.source.at
    before = text[max(at - _NEAR, 0) : at].rpartition("\n")[2]
    return stems(f"{before} | {text[at + len(figure.source.quote) : at + _NEAR].partition(chr(10))[0]}") - stems(figure.noun or "")


def _of(unit: Unit, context: Context) -> list[Subject]:
    return [s for s in known(unit.document, context) if unit.item is None or s.item == unit.item]


def _values(unit: Unit) -> set:
    """All values of a unit, its tables' too: what both documents state is no difference between them."""
    document = unit.document
    money = {abs(Decimal(a.oere)) / 100 for a in document.amounts if unit.item is None or a.item == unit.item}
    return money | {abs(f.value) for f in document.figures if unit.item is None or f.item == unit.item}


def _same_thing(one: Subject, other: Subject, crowds: tuple[Crowd, Crowd], beside: bool) -> bool:
    """Whether two figures of one case state the same thing with different values; `beside`: their sentences share another figure."""
    near = closeness(one.value, other.value)
    if exchanged(one.value, other.value) and _told_alike(one, other):
        return True
    if agree(one, other) or apart(one, other, lenient=near == STRONG, amended=True) or "limit" in one.marks and near < STRONG:
        return False
    words, contained = common(one, other)
    if (one.borrowed or other.borrowed) and (near < STRONG or not words):
        return False
    if any(crowd.values(s.unit, words & s.words) > SERIES for crowd, s in zip(crowds, (one, other), strict=True)):
        return False
    if near == STRONG:
        return bool(words or one.noun)
    alike = same_clause(one, other) or same_words(one, other) and near >= WEAK
    return alike or contained and (near == FAIR or near == WEAK and (len(words) >= 2 or beside))


def _told_alike(one: Subject, other: Subject) -> bool:
    """Do the two passages share words beside the figures with exchanged digits: one, or two where two digits of no yearly sum are all?"""
    both = shared(stems(one.told), stems(other.told)) - {one.noun, other.noun}
    few = closeness(one.value, other.value) < STRONG and one.unit != "kr/year"
    return one.unit == other.unit and len(both) > few and not apart(one, other, lenient=True, amended=True)


def _differing(found: Link, one: Subject, other: Subject) -> Finding:
    amended = found.again or any(_amends(unit, subject) for unit, subject in ((found.one, one), (found.other, other)))
    places = tuple(place(u.document, clause(u.document, s.source)) for u, s in ((found.one, one), (found.other, other)))
    return Finding("across-differs", "note" if amended else "warning", "{one} siger {first}, men {other} siger {last}.", places,
                   values={**sides(found.one.document, found.other.document), "first": shown(one), "last": shown(other)},
                   stated=plain(one), computed=plain(other), calculation=f"{shown(one)} ≠ {shown(other)}")


def _amends(unit: Unit, subject: Subject) -> bool:
    """Whether a decision of the unit is an amendment that states this very figure."""
    quote = subject.source.flat
    return any(d.item == unit.item and d.outcome in AMENDED and quote in " ".join(d.raw.split()) for d in unit.document.decisions)


def _areas(documents: Sequence[Document]) -> Iterator[tuple[Finding, tuple[Document, Document]]]:
    """The same indicator of the same area on the same date, in any two documents."""
    seen: dict[tuple, tuple[Document, Figure]] = {}
    for document in documents:
        for figure in document.figures:
            if not (figure.indicator and figure.area and figure.as_of):
                continue
            earlier, first = seen.setdefault((figure.indicator, figure.area, figure.as_of, figure.unit), (document, figure))
            if earlier is not document and not meets((first.low, first.high), (figure.low, figure.high)):
                yield _area(earlier, first, document, figure), (earlier, document)


def _area(one: Document, first: Figure, other: Document, last: Figure) -> Finding:
    quotes = [f.source.flat for f in (first, last)]
    return Finding("across-differs", "warning", "{one} siger {first} om {area}, men {other} siger {last} for samme dato.",
                   (place(one, clause(one, first.source, 80)), place(other, clause(other, last.source, 80))),
                   values={**sides(one, other), "area": first.area or "", "first": quotes[0], "last": quotes[1]},
                   stated=str(first.value), computed=str(last.value), calculation=f"{quotes[0]} ≠ {quotes[1]}")


CHECKS = {"across-differs": across_differs}
