"""The same figure of the same thing, stated twice with different values in one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from minutes import retold
from minutes.checks import Context
from minutes.checks.again import again, points_of_a_list
from minutes.checks.arithmetic import told_again
from minutes.checks.at_places import at_places
from minutes.checks.cells import beside_exchanged, beside_listed, beside_tables, beside_totals
from minutes.checks.goals import goals_told_twice
from minutes.checks.ledger import at, from_finding, judged
from minutes.checks.people import named_in_two_ways
from minutes.checks.printed import TWO_VALUES, plain, shown
from minutes.checks.taken_up import Explained, taken_up
from minutes.checks.tenths import is_share
from minutes.checks.titles import beside_titles
from minutes.clause import clause
from minutes.closeness import FAIR, NONE, STRONG, WEAK, closeness, exchanged, swapped
from minutes.content import shared, stems
from minutes.likeness import agree, apart, common, same_clause, same_head, same_last_word, same_thing_named
from minutes.records import Amount, Claim, Document, Finding
from minutes.rows import Rows
from minutes.series import SERIES, Crowd, pairs
from minutes.subject import Subject, subjects

_BEGINS = re.compile(r"#.{0,20}?\bfra (?:og med )?(?:år )?(20\d\d)\b")
_POINTS_BACK = re.compile(r"(?i)\W*(?:det|dette|der) (?:er|var|svarer|svarede|ligger|lå)\b")
_NAMED_FIRST = re.compile(r"([A-ZÆØÅ]\w+) (.*)", re.S)
_DIGITS = re.compile(r"\d[\d.,]*")
_BESIDE = 2
"""Lines to each side that are looked at to tell two series of figures."""
_A_VALUE, _WOULD = re.compile(r"(?i)^\W*(?:en|et) \w+ på # ?$"), re.compile(r"\s(?:vil|ville|kan|kunne)\b")
_GROUP_WORDS, _LARGE = 2, 1000
_TITLE_WORDS = 2
_LARGE_GROUP = 100
"""What counts of this size are of is told from line to line: "Vestbo har 1.410 beboere", whatever the name."""
_SOUGHT = re.compile(r"(?i)\b(?:an)?søg")


def restated_differs(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """The same figure of the same thing stands with two values in one document.

    Finds amounts, percentages and counts that the same words govern and whose digits show a slip (exchanged digits, one changed digit, a
    slipped scale), a sentence and the cell of a table that it speaks of, a number in an item's title or a sum in its
    decision that its text has otherwise, a person with two parties (and, as a note, with two spellings).
    It matters because the decision may rest on either.

    Quiet: rounding; another year, price level, purpose, place or body; net beside gross; a part beside its whole; what is said to have been
    before, or to be an alternative; two figures of one sentence; a sign that only follows the convention of a table.

    Example: "at der optages lån på 4.257.000 kr. til byggemodning" and "Lånet til byggemodning på 4.275.000 kr.".
    """
    said = known(document, context)
    explained, rows = _explained(document, said), Rows(document)
    found = [*_prose(document, said, explained), *taken_up(document, said, differing, explained),
             *again(document, said, differing, explained), *at_places(document), *goals_told_twice(document), *_periods(document, said),
             *_beginnings(document, said), *beside_tables(document, said, rows), *beside_listed(document, said, rows),
             *beside_exchanged(document, said, rows), *beside_totals(document, said), *beside_titles(document, said, differing),
             *named_in_two_ways(document)]
    claimed = list(told_again(document, context))
    found += [f for f in claimed if isinstance(f, Finding)]
    for finding in {(f.template, frozenset((f.stated, f.computed))): f for f in reversed(found)}.values():
        yield finding
        if finding not in claimed:
            yield from_finding(finding, "restated")
    yield from (c for c in claimed if isinstance(c, Claim))
    yield from _repeated(document, said)


def known(document: Document, context: Context) -> list[Subject]:
    """The figures of a document with their subjects, worked out once a run."""
    return context.once("subjects", document, subjects)


def _prose(document: Document, said: list[Subject], explained: Explained) -> Iterator[Finding]:
    crowd = Crowd(said)
    lines: dict[int, dict[tuple, Decimal]] = defaultdict(dict)
    for subject in said:
        if subject.words:
            words = frozenset() if subject.noun and subject.value > _LARGE_GROUP else subject.words
            lines[subject.sentence].setdefault((subject.unit, words), subject.value)
    with_items = document.kind in ("minutes", "agenda")
    told: set[tuple] = set()
    titles = {i.number: stems(i.title) for i in document.items if i.number}
    several = with_items and len({s.item for s in said}) > 1
    across = [(a, b) for a, b in pairs(said, lambda s: None) if a.item != b.item] if several else []
    between = [(a, b) for a, b in across if _same_group(a, b) or _of_the_other(a, b, titles, said)]
    stated: dict[int, set[tuple[str, Decimal]]] = defaultdict(set)
    for subject in said:
        stated[subject.sentence].add((subject.unit, subject.value))
    for one, other in [*pairs(said, lambda s: s.item if with_items else None), *between]:
        values = one.unit, *sorted((one.value, other.value)), one.item
        if one.unit != other.unit and not (exchanged(one.value, other.value) and same_last_word(one, other)):
            continue
        if one.sentence == other.sentence or values in told or explained(one, other) or _beside_each_other(lines, one, other):
            continue
        if bool(_BECOMES.search(one.clause)) != bool(_BECOMES.search(other.clause)):
            continue
        if (one.unit, other.value) in stated[one.sentence] or (other.unit, one.value) in stated[other.sentence]:
            continue  # "målet er 90 pct. i 2018 og 95 pct. i 2020"
        severity = verdict(one, other, crowd)
        if severity and not _supposed(document, one) and not _supposed(document, other):
            told.add(values)
            yield differing(document, severity, one, other)


_BECOMES = re.compile(r"\b(?:der bliver|bliver der) #")
""" "36 boliger lægges sammen til 18, så der bliver 468 tilbage": what there will be."""


def _supposed(document: Document, subject: Subject) -> bool:
    """ "En oppetid på 99,5 pct. vil således koste …": what would follow of another value."""
    end = subject.source.at + len(subject.source.quote)
    return bool(_A_VALUE.search(subject.near) and _WOULD.match(document.text, end))


def _same_group(one: Subject, other: Subject) -> bool:
    """Do two items count the same people or things, with two digits exchanged: "de 9.240 borgere over 65 år"?"""
    a, b = (s.near.partition("#")[2].split()[:_GROUP_WORDS] for s in (one, other))
    large = min(one.value, other.value) >= _LARGE
    return bool(one.noun) and len(a) == _GROUP_WORDS and a == b and large and exchanged(one.value, other.value)


def _of_the_other(one: Subject, other: Subject, titles: dict[str, frozenset[str]], said: list[Subject]) -> bool:
    """Does the sentence of the one name what the other's item is about, in two words of its title, and has it a sum of money of which
    two digits are exchanged: "frigivelsen af 4.260.000 kr. til cykelstien ved Hovvej"?"""
    if one.unit != other.unit or not one.unit.startswith("kr") or not swapped(one.value, other.value):
        return False
    names = any(len(stems(a.clause) & titles.get(b.item or "", frozenset())) >= _TITLE_WORDS for a, b in ((one, other), (other, one)))
    return names and not any((s.item, s.value) in ((other.item, one.value), (one.item, other.value)) for s in said)


def _beside_each_other(lines: dict[int, dict[tuple, Decimal]], one: Subject, other: Subject) -> bool:
    """Are the two told of two things side by side: in lines that go on alike, in twin sentences, in points of one list?"""
    return points_of_a_list(one, other) or _parallel(lines, one, other) or _twins(one, other) or _of_others(one, other)


def _of_others(one: Subject, other: Subject) -> bool:
    """Do both sentences only say "Det er #", and those before them tell of different things?"""
    points = all(_POINTS_BACK.match(s.clause) for s in (one, other))
    return points and bool(one.before and other.before) and not shared(stems(one.before), stems(other.before))


def _parallel(lines: dict[int, dict[tuple, Decimal]], one: Subject, other: Subject) -> bool:
    """Do the lines beside the two go on alike with other numbers, as two areas' tables or paragraphs do?"""
    for by in (step for step in range(-_BESIDE, _BESIDE + 1) if step):
        here, there = lines.get(one.sentence + by, {}), lines.get(other.sentence + by, {})
        if any(here[key] != there[key] for key in here.keys() & there.keys()):
            return True
    return False


def _twins(one: Subject, other: Subject) -> bool:
    """Do the sentences, or those before, tell the same of two things: "Engvang har 2.065 beboere." and "Skovbo har 1.410 beboere."?"""
    for here, there in ((one.before, other.before), (one.clause, other.clause)):
        a, b = _NAMED_FIRST.match(here), _NAMED_FIRST.match(there)
        if a and b and a[1] != b[1] and _DIGITS.sub("#", a[2]) == _DIGITS.sub("#", b[2]):
            return True
    return False


def verdict(one: Subject, other: Subject, crowd: Crowd) -> str | None:
    """How surely two figures state the same thing with different values: error, warning, or None."""
    near = min(closeness(one.value, other.value), closeness(*_coarsely(one, other)))
    of_one_size = one.unit != "percent" or one.value.adjusted() == other.value.adjusted()
    if near == FAIR and not of_one_size:
        near = NONE  # 25 pct. and 2,5 pct. are no slip of a comma: percentages of two digits are everywhere
    if agree(one, other) or apart(one, other, lenient=near == STRONG) or _sought_and_given(one, other):
        return None
    words, contained = common(one, other)
    values, several = max(crowd.values(one.unit, words & s.words) for s in (one, other)), len(words) >= 2
    if values > SERIES or not (several or near == STRONG or of_one_size):
        return None
    if one.borrowed or other.borrowed:
        return "warning" if near == STRONG and words else None
    if near == STRONG:
        called_alike = same_head(one, other) or "net" in one.marks & other.marks
        of_one_size = one.value.adjusted() == other.value.adjusted()
        same_kind = words or one.noun and not (one.names or other.names) or of_one_size and called_alike
        return None if not same_kind else "error" if contained else "warning"
    if not words or "limit" in one.marks and not (several and contained and "limit" in other.marks):
        return None
    if near == FAIR and (contained and several or same_clause(one, other)):
        return "error"
    if near == FAIR and (contained or several or values == 2) or near == WEAK and (contained and several or same_clause(one, other)):
        return "warning"
    alone = values <= 2 and exchanged(one.value, other.value)
    return "warning" if alone and (contained and _called_alike(one, other) or same_last_word(one, other)) else None


def _coarsely(one: Subject, other: Subject) -> list[Decimal]:
    """Both of one size as the coarser is printed: "1,8 mio. kr." and "1.080.000 kr." are 1,8 and 1,1, which no exchanged digits explain."""
    steps = [s.high - s.low for s in (one, other)]
    coarser = max(steps) if one.value.adjusted() == other.value.adjusted() else Decimal(0)
    if not coarser:
        return [one.value, other.value]
    return [s.value if step == coarser else round(s.value / coarser) * coarser for s, step in zip((one, other), steps, strict=True)]


def _called_alike(one: Subject, other: Subject) -> bool:
    """Do both have the same name, or the one that has none the same head: "lånet på 12,4 mio. kr."?"""
    if one.names & other.names or same_thing_named(one, other):
        return True
    return one.unit.startswith("kr") and not (one.names and other.names) and same_head(one, other)


def _sought_and_given(one: Subject, other: Subject) -> bool:
    """What was sought in one and is given in the other may differ; a grant is sought and given in the same words, and hardly with two
    digits exchanged."""
    if swapped(one.value, other.value) and closeness(one.value, other.value) == STRONG:
        return False
    return bool(_SOUGHT.search(one.near)) != bool(_SOUGHT.search(other.near)) and not same_head(one, other)


def _periods(document: Document, said: list[Subject]) -> Iterator[Finding]:
    """The same sum for the same thing over two periods that begin or end alike: "7,8 mio. kr. i 2011-2014" and "i 2011-2015"."""
    first: dict[tuple, tuple[Subject, tuple[int, int]]] = {}
    for subject in said:
        if len(subject.years) < 2 or not isinstance(subject.record, Amount) or not subject.record.period:
            continue
        begin, end = period = subject.record.period
        earlier, (other_begin, other_end) = first.setdefault((subject.item, subject.unit, subject.value), (subject, period))
        slip = (begin == other_begin) != (end == other_end) and abs(begin - other_begin) + abs(end - other_end) == 1
        if slip and earlier.sentence != subject.sentence and shared(earlier.words, subject.words):
            yield Finding("restated-differs", "warning", "{sum} gælder {first} et sted og {last} et andet.",
                          at(document, clause(document, subject.source), clause(document, earlier.source)), stated=f"{begin}-{end}",
                          values={"sum": shown(subject), "first": f"{other_begin}-{other_end}", "last": f"{begin}-{end}"},
                          computed=f"{other_begin}-{other_end}", calculation=f"{other_begin}-{other_end} ≠ {begin}-{end}")


def _beginnings(document: Document, said: list[Subject]) -> Iterator[Finding]:
    """The same yearly sum for the same thing from two years on: "3,2 mio. kr. årligt fra 2027" and "fra 2028"."""
    first: dict[tuple, tuple[Subject, str]] = {}
    for subject in said:
        begins = _BEGINS.search(subject.near)
        if begins:
            earlier, year = first.setdefault((subject.item, subject.unit, subject.value), (subject, begins[1]))
            if year != begins[1] and earlier.sentence != subject.sentence and shared(earlier.words, subject.words):
                yield Finding("restated-differs", "warning", "{sum} gælder fra {first} et sted og fra {last} et andet.",
                              at(document, clause(document, subject.source), clause(document, earlier.source)), stated=begins[1],
                              values={"sum": shown(subject), "first": year, "last": begins[1]}, computed=year)


def differing(document: Document, severity: str, one: Subject, other: Subject) -> Finding:
    """The finding for two figures of one document; the first evidence is the later place. Where it is not sure that they tell the same,
    only digits that show a slip are more than a note: two numbers of one kind are often alike by chance."""
    first, last = sorted((one, other), key=lambda s: s.source.at)
    turned = exchanged(first.value, last.value) and exchanged(*_coarsely(first, last))
    shows = turned or closeness(first.value, last.value) == STRONG == closeness(*_coarsely(first, last))
    severity = "note" if severity == "warning" and not shows else severity
    return Finding("restated-differs", severity, TWO_VALUES,
                   at(document, clause(document, last.source), clause(document, first.source)),
                   values={"first": shown(first), "last": shown(last)}, stated=plain(last), computed=plain(first),
                   calculation=f"{shown(first)} ≠ {shown(last)}",
                   suggestion=retold.SWAPPED if turned else None)


def _explained(document: Document, said: list[Subject]) -> Explained:
    """Whether another figure explains that two differ: it is their difference, sum or share of each other, the change between them in
    percent ("1,98 mio. kr., 3,1 pct. højere") or what the one is of the other, one claim holds both, or the one and what lies between
    them; or each is a number of times a sum beside it, as a price times a number is."""
    values = {(s.item, s.unit.partition("/")[0], s.value) for s in said}
    shares: dict[int, list[Subject]] = defaultdict(list)
    sums: dict[int, set[Decimal]] = defaultdict(set)
    for subject in said:
        if subject.unit == "percent":
            shares[subject.sentence].append(subject)
        elif subject.unit.startswith("kr/"):
            sums[subject.sentence].add(subject.value)
    claims: dict[int, set[int]] = defaultdict(set)
    for number, claim in enumerate(document.claims):
        for quantity in (claim.stated, *claim.operands):
            if quantity is not None and quantity.source is not None:
                claims[quantity.source.at].add(number)

    def explained(one: Subject, other: Subject) -> bool:
        unit = one.unit.partition("/")[0]
        third = (abs(one.value) + abs(other.value), abs(abs(one.value) - abs(other.value)))
        changes = {100 * abs(one.value - other.value) / abs(s.value) for s in (one, other) if s.value}
        changes |= {100 * abs(a.value / b.value) for a, b in ((one, other), (other, one)) if b.value}
        told = (s.value for at in {one.sentence, other.sentence} for s in shares[at] if unit != "percent")
        if any(round(change, max(0, -int(p.as_tuple().exponent))) == p for p in told for change in changes):
            return True
        if unit == "kr" and (is_share(document, one, other) or all(any(0 < v < s.value and s.value % v == 0 for v in sums[s.sentence])
                                                                  for s in (one, other))):
            return True
        held = claims[one.source.at], claims[other.source.at]
        beside = {abs(q.value) for n in held[0] | held[1] for q in (document.claims[n].stated, *document.claims[n].operands) if q}
        return any((one.item, unit, v) in values or v in beside for v in third if v) or bool(held[0] & held[1])

    return explained


def _repeated(document: Document, said: list[Subject]) -> Iterator[Claim]:
    """The figures that stand twice and agree, for the ledger."""
    last: dict[tuple, Subject] = {}
    for subject in said:
        for word in sorted(subject.words):
            earlier = last.get((subject.item, subject.unit, word, subject.years))
            if earlier and earlier.sentence != subject.sentence and earlier.value == subject.value and not apart(earlier, subject):
                yield judged("restated", "restated-differs", "restated", at(document, subject.source, earlier.source), item=subject.item,
                             calculation=f"{shown(earlier)} = {shown(subject)}")
                break
        last.update({(subject.item, subject.unit, word, subject.years): subject for word in subject.words})


CHECKS = {"restated-differs": restated_differs}
