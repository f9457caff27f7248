"""The same case in two documents: one candidate, or none.

A unit is an agenda item, or a whole document that has no items. Two units are linked by a case number that they share, or by titles
so alike that no other unit of the document comes near. Two documents of one body's meeting on one day are versions of each other.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from rapidfuzz import fuzz

from minutes.content import stems
from minutes.days import A_MONTH
from minutes.records import Document, Item

_UNIQUE = re.compile(r"\d[^\s]*[A-ZÆØÅ]\d*-?\d+-\d+|\d+[/-]\d{3,}|\d{4}-\d{3,}|\d{6,}")
_LABELLED = re.compile(r"(?i)^(?:sags?|journal|j\.) ?(?:nr|nummer|id)\b[.:\s]*(\S+)")
"""A case number where a title would stand."""
_HOUSEKEEPING = re.compile(r"(?i)\b(?:dagsorden|meddelelse|eventuelt|evt|spørgetid|underskrift|orientering fra|næste møde|siden sidst"
                           r"|gensidig|lukke[dt])")
_ALIKE, _NEXT_BEST = 88, 6
"""How alike two titles must be (of 100), and by how much better than the next."""
_LEAST_WORDS = 3
_EQUAL = 100
"""How alike shorter titles must be; they count only when they name a place: "Multihal i Vestrup"."""
_NAMED = re.compile(r"[a-zæøå]{4,} (?:i|på|ved|til|for) [A-ZÆØÅ][a-zæøå]{3,}$")
_LONG_AFTER = 150
"""Days between two meetings after which a case is rather taken up again than passed on."""
_NUMBER = re.compile(rf"\d+|\b(?:{A_MONTH}|kvartal)\b")
_COUNTED = re.compile(r"(?<![\d.])\d{1,3} (?=(?:nye |almene )?[a-zæøå]{5,})")
"""A count of things, which one title may have and the other leave out: "Skema A for 48 almene boliger"."""
_KIND = re.compile(r"(?i)^(?:sagsfremstilling|indstilling|notat|forslag|udkast|oplæg|rapport)\s?[:–-] ")
"""What a document calls itself before its title."""
_AMENDMENT = re.compile(r"(?i)ændringsforslag|ændringer til (?:sag|forslag)")
"""An item of its own about a change to the case: another item has the case itself."""
_COMMON = 50
"""A word of more titles than this tells nothing."""
_ALL_PAIRS = 6
"""Up to this many units of one case are all compared; of more, each with the next."""


@dataclass(frozen=True, slots=True)
class Unit:
    """An agenda item of a document, or the whole document (`item` None)."""

    document: Document
    item: str | None
    title: str
    cases: frozenset[str]


Asked = Callable[[Document, Document], bool]
UnitsOf = Callable[[Document], list[Unit]]


@dataclass(frozen=True, slots=True)
class Link:
    """Two units of the same case. `versions` when the documents are versions of the same minutes."""

    one: Unit
    other: Unit
    versions: bool = False

    @property
    def again(self) -> bool:
        """Whether one body had the case at two meetings, or long after: its figures may have changed for good reasons."""
        one, other = self.one.document, self.other.document
        if not one.meeting_date or not other.meeting_date or one.meeting_date == other.meeting_date:
            return False
        return same_body(one, other) or abs((one.meeting_date - other.meeting_date).days) > _LONG_AFTER


def links(documents: Sequence[Document], only: Document | None = None, units_of: UnitsOf | None = None) -> list[Link]:
    """Every link between documents, each pair of units once; `only`: of this document. `units_of` knows units that were made before."""
    units_of = units_of or units
    found: dict[tuple[int, str | None, int, str | None], Link] = {}
    all_units = [unit for document in documents for unit in units_of(document)]

    def asked(one: Document, other: Document) -> bool:
        return only is None or only.sha256 in (one.sha256, other.sha256)

    for link in [*_versions(documents, asked, units_of), *_by_case(all_units, asked), *_by_title(all_units, asked)]:
        key = id(link.one.document), link.one.item, id(link.other.document), link.other.item
        if key not in found and (*key[2:], *key[:2]) not in found:
            found[key] = link
    return list(found.values())


def units(document: Document) -> list[Unit]:
    """The units of a document. Item numbers that stand twice name no unit."""
    numbered = [(i.number, i) for i in document.items if i.number]
    if not numbered or document.kind not in ("minutes", "agenda"):
        title = _KIND.sub("", document.title or "")
        return [Unit(document, None, title, _cases([*document.case_numbers, *_LABELLED.findall(title)]))]
    times = Counter(number for number, _ in numbered)
    printed = _printed_with(document, numbered)
    once = [(number, i) for number, i in numbered if times[number] == 1]
    return [Unit(document, number, i.title, _cases([*i.case_numbers, *printed.get(number, ())])) for number, i in once]


def _printed_with(document: Document, items: Sequence[tuple[str, Item]]) -> dict[str, list[str]]:
    """The document's case numbers by the item under whose title, or right above it, they stand; the nearest item where it has one alone."""
    if len(items) == 1:
        return {items[0][0]: list(document.case_numbers)}
    starts = [item.source.at for _, item in items]
    found: dict[str, list[str]] = defaultdict(list)
    for case in document.case_numbers:
        at = document.text.find(case)
        while at >= 0:
            i = bisect_right(starts, at) - 1
            i += i + 1 < len(starts) and not document.text[at + len(case) : starts[i + 1]].strip()
            if i >= 0:
                found[items[i][0]].append(case)
            at = document.text.find(case, at + len(case))
    return found


def _cases(numbers: Sequence[str]) -> frozenset[str]:
    """Case numbers that name one case: a bare class of a filing plan ("00.01.00") names thousands."""
    return frozenset(n.replace(" ", "").casefold() for n in numbers if _UNIQUE.search(n))


def same_place(one: Document, other: Document) -> bool:
    """Whether the two may be of the same municipality: unknown ones may."""
    a, b = ((d.municipality or "").casefold().removesuffix(" kommune").strip() for d in (one, other))
    return not a or not b or a in b or b in a


def same_body(one: Document, other: Document) -> bool:
    """Whether both documents are of one body's meetings."""
    a, b = ((d.body or "").casefold() for d in (one, other))
    return a != "" and a == b


def _may_be_one_case(one: Unit, other: Unit) -> bool:
    """Whether like titles may mean one case: not when a body has them month after month, or when they name other years and numbers."""
    a, b = one.document, other.document
    titles = (one.title, other.title) if all(map(_COUNTED.search, (one.title, other.title))) else (
        _COUNTED.sub("", one.title), _COUNTED.sub("", other.title))
    if _NUMBER.findall(titles[0]) != _NUMBER.findall(titles[1]) or not same_place(a, b) or one.cases and other.cases:
        return False
    return not Link(one, other).again


def _versions(documents: Sequence[Document], asked: Asked, units_of: UnitsOf) -> Iterator[Link]:
    meetings: dict[tuple, list[Document]] = defaultdict(list)
    for document in documents:
        if document.meeting_date and document.body and document.kind in ("minutes", "agenda"):
            meetings[document.meeting_date, document.body.casefold()].append(document)
    for held in meetings.values():
        for one, other in _pairs(held):
            if asked(one, other) and same_place(one, other):
                yield from _matched(units_of(one), units_of(other))


def _matched(one: Sequence[Unit], other: Sequence[Unit]) -> Iterator[Link]:
    """The items of two versions, by number and title."""
    of_number = {unit.item: unit for unit in other}
    for unit in one:
        same = of_number.get(unit.item)
        if same and (unit.item is None or fuzz.token_sort_ratio(unit.title.casefold(), same.title.casefold()) >= _ALIKE):
            yield Link(unit, same, versions=True)


def _by_case(all_units: Sequence[Unit], asked: Asked) -> Iterator[Link]:
    cases: dict[str, list[Unit]] = defaultdict(list)
    for unit in all_units:
        for case in unit.cases:
            cases[case].append(unit)
    for case_units in cases.values():
        for one, other in _pairs(_one_each(case_units)):
            if asked(one.document, other.document) and same_place(one.document, other.document):
                yield Link(one, other)


def _one_each(case_units: Sequence[Unit]) -> list[Unit]:
    """One unit per document; a case that a document has as several items, amendments apart, is left out there."""
    per_document: dict[int, list[Unit]] = defaultdict(list)
    for unit in case_units:
        per_document[id(unit.document)].append(unit)
    main = ([u for u in found if len(found) == 1 or not _AMENDMENT.search(u.title)] for found in per_document.values())
    return [found[0] for found in main if len(found) == 1]


def _by_title(all_units: Sequence[Unit], asked: Asked) -> Iterator[Link]:
    """Units of other documents whose titles are alike, found by the rarest words that they share."""
    by_word: dict[str, list[Unit]] = defaultdict(list)
    words = {id(unit): stems(unit.title) for unit in all_units}
    for unit in all_units:
        if (len(words[id(unit)]) >= _LEAST_WORDS or _NAMED.search(unit.title)) and not _HOUSEKEEPING.search(unit.title):
            for word in words[id(unit)]:
                by_word[word].append(unit)
    chosen: dict[tuple[int, int], Unit] = {}
    for unit in all_units:
        near = sorted((by_word[w] for w in sorted(words[id(unit)]) if w in by_word), key=len)[:2]
        candidates = {id(c): c for bucket in near if len(bucket) <= _COMMON for c in bucket
                      if id(c.document) != id(unit.document) and asked(c.document, unit.document) and _may_be_one_case(c, unit)}
        chosen.update({(id(unit), id(best.document)): best for best in _best(unit, list(candidates.values()))})
    by_id = {id(unit): unit for unit in all_units}
    for (chooser, _), other in chosen.items():
        if chosen.get((id(other), id(by_id[chooser].document))) is by_id[chooser]:
            yield Link(by_id[chooser], other)


def _best(unit: Unit, candidates: Sequence[Unit]) -> Iterator[Unit]:
    """The one candidate of each document that is alike, when no other there comes near."""
    per_document: dict[int, list[tuple[float, Unit]]] = defaultdict(list)
    for candidate in candidates:
        score = fuzz.token_sort_ratio(unit.title.casefold(), candidate.title.casefold())
        per_document[id(candidate.document)].append((score, candidate))
    for scored in per_document.values():
        scored.sort(key=lambda pair: -pair[0])
        least = _ALIKE if len(stems(unit.title)) >= _LEAST_WORDS else _EQUAL
        if scored[0][0] >= least and (len(scored) == 1 or scored[0][0] - scored[1][0] >= _NEXT_BEST):
            yield scored[0][1]


def _pairs(entries: Sequence) -> Iterator[tuple]:
    return iter(combinations(entries, 2) if len(entries) <= _ALL_PAIRS else pairwise(entries))
