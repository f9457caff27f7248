"""Figures that speak again of what was named before: "de 420 boliger", "lånet på …", "byggeriet rummer i alt …", "de sidste 552"."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from minutes.checks.ledger import Differing, at
from minutes.checks.printed import plain
from minutes.checks.taken_up import Explained
from minutes.clause import around, clause, locate
from minutes.closeness import FAIR, STRONG, WEAK, closeness, exchanged, one_digit
from minutes.content import akin, shared, stem, stems
from minutes.danish import in_print
from minutes.likeness import agree, apart
from minutes.needs import led
from minutes.records import Document, Finding, Source
from minutes.series import CROWD, SERIES
from minutes.subject import Subject

_WHICH = re.compile(r"(?: [\wæøå-]+){0,3},? (?:der|som|hvor|med|uden)\b[^.,;\n]*")
_TOLD_THERE = re.compile(
    r"(?: [\wæøå-]+){0,4},? (?:(?:der|som) (?:er |blev |bliver )?)?(?:omtal|nævn|beskr[ei]v|omhandl|gennemgå|redegj)\w*(?: \w+)? "
    r"(?:under|i|ved) (?:spørgsmål|punkt|afsnit|pkt\.|kapitel|svar|forslag) ?(?:nr\. )?\d"
)
_NOT_AFTER = "".join(rf"(?<!\b{word} )" for word in ("af", "for", "til", "ved", "i"))
_HEAD = re.compile(
    r"(?<!\w)(?:(?P<head>[^\W\d_]{3,}(?:en|et|ne)) på"
    r"|(?:den|det|de|disse) (?:(?:samlede|vedtagne|nævnte|omtalte) ){1,2}(?P<the>[^\W\d_]{6,}) på"
    rf"|{_NOT_AFTER}(?P<is>[^\W\d_]{{3,}}(?:en|et|ne)) (?:udgør|er|var|udgjorde))(?: i alt)? #"
)
"""What a sum is called, and no thing that it is paid for: "udbetalingen for hallen er #"."""
_LEADS = ("på #", "r #", "udgjorde #", "alt #")
"""How that ends."""
_OPEN_HEADS = frozenset(
    ("beløb", "tilskud", "bidrag", "pulje", "bevilling", "pris", "budget", "indtæg", "fald", "stigning", "græns", "mål", "krav")
)
"""What these call may differ from place to place: a grant is sought and given, prices and sums are of many things, so are limits."""
_WHOLE = led(
    r"(?:\bny[te]? [^#.]{0,40}\bfår|består af"
    r"|omfatter|rummer|indeholder|opføres|bygges?|etableres|indrettes|planlægges|opførelse af)\b[^#]*#|\bi alt #|# i alt\b"
)
_STAGE = re.compile(
    r"(?i)etape|fase\b|\brate\b|allerede|eksisterende|i dag|i forvejen|heraf|hvoraf|\bfør(?:ste|st)?\b|øvrige|rest|yderligere|flere"
)
_CHANGED = re.compile(
    r"(?i)\b(?:efter|fordi|idet|herefter|fremover|(?:bliver|blev)(?! der\b)|ændre\w*|omlæg\w*|nedl(?:agt|æg)\w*|udgå\w*|reducer\w*"
    r"|juster\w*|nu|ny|nyt|desuden)\b"
)
"""Words that tell why the number is another now."""
_ALL = re.compile(r"(?i)\b(?:alle|samtlige) #")
_COUNT = r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*)"
_NUMBER = re.compile(r"\d[\d.]*(?:,\d+)?")
_REST = led(r"(?i)\b(?:de|disse) (?:resterende|sidste|øvrige|tilbageværende|manglende|udestående) #")
_LIST = 6
"""Sentences between two points of one list."""
_BULLET = re.compile(r"[•‣▪*–-] ")


def again(document: Document, said: list[Subject], differing: Differing, explained: Explained) -> Iterator[Finding]:
    """What speaks again of a thing that was named, with another number; `differing` makes the finding for two figures that no other
    has `explained`."""
    items: dict[str | None, list[Subject]] = defaultdict(list)
    for subject in said:
        items[subject.item].append(subject)
    for group in items.values():
        for i, subject in enumerate(group):
            named = group[:i]
            other = _counted(document, subject, named)
            other = None if other and (_made_up(subject, group) or explained(other, subject)) else other
            again = other or _headed(document, subject, named) or _whole(subject, named, group) or _referred(document, subject, group)
            listed = again and points_of_a_list(again, subject)
            if again and (listed or explained(again, subject)):
                again = None
            if again and (other or not _CHANGED.search(clause(document, subject.source).quote)):
                yield differing(document, "warning", again, subject)
            yield from _rest(document, subject, named)


def _referred(document: Document, subject: Subject, group: list[Subject]) -> Subject | None:
    """ "De 46,0 mio. kr., som er omtalt under spørgsmål 6", where 64,0 mio. kr. alone is told, before or after it."""
    if not subject.definite or not _TOLD_THERE.match(document.text, subject.source.at + len(subject.source.quote)):
        return None
    others = [e for e in group if e.unit == subject.unit and e.sentence != subject.sentence]
    near = [e for e in others if exchanged(e.value, subject.value)]
    return near[-1] if len({e.value for e in near}) == 1 and all(e.value != subject.value for e in others) else None


def points_of_a_list(one: Subject, other: Subject) -> bool:
    """Does each stand in a point of its own in one list?"""
    near = abs(one.sentence - other.sentence) <= _LIST
    return near and bool(_BULLET.match(one.clause) and _BULLET.match(other.clause))


def _made_up(subject: Subject, group: list[Subject]) -> bool:
    """Do two others of the sentence make up the number: "De 222 private boliger er de 72 solgte og de 150 nye"?"""
    beside = Counter(s.value for s in group if s.sentence == subject.sentence and s is not subject)
    return any(beside[subject.value - part] > (part * 2 == subject.value) for part in beside)


def _counted(document: Document, subject: Subject, named: list[Subject]) -> Subject | None:
    """ "De 420 boliger" where only 240 were named before, and nothing else that it could mean."""
    if not subject.definite:
        return None
    earlier = [e for e in named if e.unit == subject.unit][-CROWD:]
    kinds = [] if earlier or not subject.noun else _family(subject, named)
    few = len({e.value for e in kinds}) <= SERIES
    turned = [e for e in kinds if exchanged(e.value, subject.value)]
    earlier = earlier or [e for e in turned if few or closeness(e.value, subject.value) == STRONG]
    if any(agree(subject, e) for e in earlier) or _named_before(document, subject) or _difference_before(subject):
        return None
    which = _WHICH.match(document.text, subject.source.at + len(subject.source.quote))
    alone = subject.noun and len({e.value for e in earlier}) == 1
    near = [e for e in earlier if closeness(e.value, subject.value) >= (WEAK if alone else FAIR) and e.sentence != subject.sentence]
    near = [e for e in near if not subject.names or shared(subject.names, e.names | e.words)]
    if _ALL.search(subject.near):
        near = [e for e in near if not apart(e, subject, lenient=True) and _slip(e, subject)]
    if which:
        near = [e for e in near if alone and exchanged(e.value, subject.value) and e.words & stems(which[0])]
    return near[-1] if len({e.value for e in near}) == 1 and (subject.noun or len({e.value for e in earlier}) <= SERIES) else None


def _named_before(document: Document, subject: Subject) -> bool:
    """Does the very number stand before it, in a table or in other words ("498 af 512 børn")?"""
    number = _NUMBER.search(subject.source.quote)
    if number is None:
        return False
    return re.search(rf"(?<![\d.,]){re.escape(number[0])}(?![\d]|[.,]\d)", document.text[: subject.source.at]) is not None


def _difference_before(subject: Subject) -> bool:
    """Is it what two numbers of the sentence before differ by: "ventet 41,0, nu 9,6 mio. kr. De 31,4 mio. kr. stammer fra …"?"""
    own = _NUMBER.search(subject.source.quote)
    told = [_value(m[0]) for m in _NUMBER.finditer(subject.before)]
    return own is not None and any(abs(a - b) == _value(own[0]) for a, b in combinations(told, 2))


def _value(printed: str) -> Decimal:
    """A Danish number as printed."""
    return Decimal(printed.replace(".", "").replace(",", "."))


def _slip(one: Subject, other: Subject) -> bool:
    """Do two digits, changed places, or one digit tell the two apart?"""
    single = len(plain(one)) == len(plain(other)) and one_digit(one.value, other.value)
    return closeness(one.value, other.value) >= FAIR or exchanged(one.value, other.value) or single


def _headed(document: Document, subject: Subject, named: list[Subject]) -> Subject | None:
    """ "Lånet på 12,4 mio. kr.", after one loan only, of 14,2."""
    head = _HEAD.search(subject.near) if any(words in subject.near for words in _LEADS) else None
    called = stem(head["head"] or head["the"] or head["is"]) if head else None
    if not called or called in _OPEN_HEADS:
        return None
    same = [e for e in named if _comparable(e, subject) and e.sentence != subject.sentence and any(akin(called, w) for w in e.words)]
    if len({e.value for e in same}) != 1 or apart(same[-1], subject):
        return None
    if _told_beside(document, same[-1], subject) or _told_beside(document, subject, same[-1]):
        return None
    return same[-1] if _slip(same[-1], subject) and not agree(same[-1], subject) else None


def _told_beside(document: Document, one: Subject, other: Subject) -> bool:
    """Does the sentence of the one tell the other's number, too: "målet er 90 pct. i 2018 og mindst 95 pct. i 2020"?"""
    number = re.escape(plain(other).replace(".", ","))
    return re.search(rf"(?<![\d.,]){number}(?![\d]|[.,]\d)", clause(document, one.source).quote) is not None


def _comparable(one: Subject, other: Subject) -> bool:
    """The same unit; a sum may be told once with and once without what it is paid for, when its digits have changed places."""
    if one.unit == other.unit:
        return True
    sums = one.unit.startswith("kr") and other.unit.startswith("kr")
    return sums and exchanged(one.value, other.value) and closeness(one.value, other.value) == STRONG


def _family(subject: Subject, named: list[Subject]) -> list[Subject]:
    """The earlier counts of things of one kind: "familiebolig" and "bolig"."""
    return [e for e in named if e.noun and akin(e.noun, subject.noun)]


def _whole(subject: Subject, named: list[Subject], group: list[Subject]) -> Subject | None:
    """ "Byggeriet består af … i alt 34 boliger" where the case began with 36, the only other number of them."""
    if not subject.noun or not _WHOLE.search(subject.clause) or _STAGE.search(subject.clause):
        return None
    same, family = _family(subject, named), _family(subject, group)
    called = [e for e in family if e.noun == subject.noun]
    if len(values := {e.value for e in called}) == 2 and exchanged(*values):
        same, family = [e for e in same if e in called], called
    alone = len({e.value for e in family}) == 2 and sum(e.sentence == subject.sentence for e in family) == 1
    if same and bool(same[0].years) != bool(subject.years):
        return None
    if not same or not alone or any(e.sentence == subject.sentence or _STAGE.search(e.clause) for e in same):
        return None
    near = closeness(same[0].value, subject.value) and len(str(same[0].value)) == len(str(subject.value))
    return same[0] if near and not agree(same[0], subject) and not apart(same[0], subject, lenient=True) else None


def _rest(document: Document, subject: Subject, named: list[Subject]) -> Iterator[Finding]:
    """ "De sidste 552 ejendomme" where the text has counted the 525 that are left of 1.260."""
    family = {e.value for e in _family(subject, named)} if _REST.search(subject.near) else {subject.value}
    if subject.value in family:
        return
    of_them = (m[1] for w in family for m in re.finditer(rf"{_COUNT} af (?:de|disse) {re.escape(in_print(w))}\b", document.text))
    left = {a - b for a in family for b in family if a > b} | {Decimal(n.replace(".", "")) for n in of_them}
    if subject.value in left:
        return
    meant = [n for n in left if closeness(n, subject.value) >= FAIR and _printed(document, n, subject.source.at)]
    if len(meant) == 1:
        place = _printed(document, meant[0], subject.source.at)
        yield Finding("restated-differs", "warning", "Tilbage er {computed}, men der står {stated}",
                      at(document, clause(document, subject.source), place), stated=plain(subject), computed=f"{meant[0]:f}",
                      values={"computed": in_print(meant[0]), "stated": in_print(subject.value)})


def _printed(document: Document, value: Decimal, end: int) -> Source | None:
    """Where a whole number stands in the text before a place."""
    found = re.compile(rf"(?<![\d.,]){re.escape(in_print(value))}(?![\d,]|\.\d)").search(document.text, 0, end)
    return locate(document, *around(document.text, found)) if found else None
