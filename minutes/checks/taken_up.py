"""Figures that a later sentence takes up again in other words: in the decision on an item, and as the amount of one year."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterator

from minutes.bearings import MONEY_HEADS
from minutes.checks.ledger import Differing
from minutes.closeness import FAIR, STRONG, WEAK, closeness, swapped
from minutes.likeness import agree, apart
from minutes.records import Document, Finding
from minutes.subject import Subject

Explained = Callable[[Subject, Subject], bool]
AMENDED = frozenset({"adopted_amended", "recommended_amended"})
"""Outcomes of a decision that may state another sum than its item."""
LEAST_CLAUSE = 18
"""Characters of a clause that says what its figure is."""
_GRANTS = re.compile(r"\bat der (?:meddeles|gives|bevilges|frigives|ydes|afsættes)\b[^#]*bevilling[^#]*#")
_WANTING = re.compile(r"(?i)\b(?:mangle\w*|mer(?:udgift|pris|forbrug)\w*|underskud\w*|underfinansier\w*|manko\w*)\b[^.;#]*#")
"""What calls a sum the one that a grant is to cover."""
_DECIDES = re.compile(
    r"(?i)\b(?:bevilg\w*|bevilling\w*|\w*garanti\w*|garanter\w*|godkend\w*|frigiv\w*|meddel\w*|vedt[ao]g\w*|indstill\w*|anbefal\w*"
    r"|afsæt\w*|udføres|antag\w*)\b"
)
LONG = 4
"""Digits of a sum that no other of a case shares in another order by chance."""
_IN_A_YEAR = re.compile(r" i (?:19|20)\d\d\W*$")


def taken_up(document: Document, said: list[Subject], differing: Differing, explained: Explained) -> Iterator[Finding]:
    """What is taken up with another value; `differing` makes the finding for two figures, `explained` tells that another figure does."""
    yield from _decided(document, said, differing, explained)
    yield from _granted(document, said, differing, explained)
    yield from _turned(said, document, differing, explained)
    yield from _yearly(document, said, differing)


def _decided(document: Document, said: list[Subject], differing: Differing, explained: Explained) -> Iterator[Finding]:
    """A decision's sum that its item has nowhere, where one sum of the item differs in one digit or by exchanged ones."""
    of_item: dict[str | None, list[Subject]] = defaultdict(list)
    for subject in (s for s in said if s.unit == "kr/"):
        of_item[subject.item].append(subject)
    for decision in (d for d in document.decisions if d.outcome not in AMENDED and d.source.at >= 0):
        start, end = decision.source.at, decision.source.at + len(decision.source.quote)
        sums = of_item[decision.item]
        first, last = (bisect_left(sums, at, key=lambda s: s.source.at) for at in (start, end))
        before = sums[:first]
        for subject in sums[first:last]:
            if subject.words & MONEY_HEADS and not any(agree(subject, b) for b in before):
                near = [b for b in before if closeness(b.value, subject.value) >= FAIR and not apart(b, subject, lenient=True)]
                if len({b.value for b in near}) == 1 and not explained(near[0], subject):
                    yield differing(document, "warning", near[0], subject)


def _granted(document: Document, said: list[Subject], differing: Differing, explained: Explained) -> Iterator[Finding]:
    """ "At der meddeles anlægsbevilling på 6.420.000 kr.", where the item has no such sum but one total that differs in one digit, or one
    sum that is wanting ("der mangler 6.240.000 kr.") with two digits exchanged."""
    totals = {c.stated.source.at for c in document.claims if c.relation == "sum" and c.kind == "sum" and c.stated and c.stated.source}
    of_item: dict[str | None, list[Subject]] = defaultdict(list)
    for subject in (s for s in said if s.unit == "kr/"):
        of_item[subject.item].append(subject)
    for subject in (s for s in said if s.unit == "kr/" and _GRANTS.search(s.near)):
        others = [s for s in of_item[subject.item] if s is not subject]
        near = [o for o in others if o.source.at in totals and closeness(o.value, subject.value) >= FAIR or _wanting(o, subject)]
        near = [o for o in near if not apart(o, subject, lenient=True)]
        if len({o.value for o in near}) == 1 and not any(agree(subject, o) for o in others) and not explained(near[0], subject):
            yield differing(document, "warning", near[0], subject)


def _turned(said: list[Subject], document: Document, differing: Differing, explained: Explained) -> Iterator[Finding]:
    """ "Der søges garanti for et lån på 3.276.000 kr. … Byrådet bevilgede garanti for 3.267.000 kr.": a long sum that the item has only
    with two digits the other way round, in a sentence that decides."""
    sums = [s for s in said if s.unit == "kr/"]
    for subject in (s for s in sums if len(s.value.normalize().as_tuple().digits) >= LONG and _DECIDES.search(s.clause)):
        others = [s for s in sums if s.item == subject.item and s is not subject]
        near = [o for o in others if o.sentence < subject.sentence and swapped(o.value, subject.value)]
        near = [o for o in near if not apart(o, subject, lenient=True)]
        if len({o.value for o in near}) == 1 and not any(agree(subject, o) for o in others) and not explained(near[0], subject):
            yield differing(document, "warning", near[-1], subject)


def _wanting(told: Subject, granted: Subject) -> bool:
    """Is it told before the grant that so much is wanting, with two of three digits or more the other way round?"""
    turned = told.source.at < granted.source.at and swapped(told.value, granted.value) and closeness(told.value, granted.value) == STRONG
    return turned and _WANTING.search(told.near) is not None


def _yearly(document: Document, said: list[Subject], differing: Differing) -> Iterator[Finding]:
    """ "Der optages lån for 15,0 mio. kr. årligt" and "Der optages lån for 16,5 mio. kr. i 2019"."""
    every = {(s.item, s.near.casefold().strip()): s for s in said if s.unit == "kr/year" and not s.years}
    for subject in (s for s in said if s.unit == "kr/" and len(s.years) == 1):
        same = every.get((subject.item, _IN_A_YEAR.sub("", subject.near).casefold().strip()))
        alike = same and not agree(same, subject) and closeness(same.value, subject.value) >= WEAK and same.marks == subject.marks
        if same and alike and len(same.near) >= LEAST_CLAUSE:
            yield differing(document, "warning", same, subject)
