"""Totals that take the old figure of what was changed: "løn er sat op fra 612.000 kr. til 668.000 kr. … i alt 1.608.000 kr.".

A total that is right with the new figure, or with any other figures near by, is right. Only one that comes out to the last digit with the
old figure in the place of the new one is held against the text, and only where nothing says that it is of the time before the change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.claims.adding.near_sums import counts_part
from extractors.claims.comparing.pairs import PAIRED, pairs
from extractors.claims.mentions import Mention
from extractors.claims.nearby import Passage, given
from extractors.claims.sentences import COUNTING, Ledger, pattern
from minutes.needs import needs
from minutes.records import Quantity

BACK = 5
"""Sentences before the total in which the change and the other figures may stand."""
LEAST = 3
"""Digits of a total that figures do not come to by chance; one fewer where words call it the total."""
_DRAWN = pattern(r"<so>|<total>|<comes>|\bkoster\b|\bfremover\b|\bkommer\b|<same>")
_ALL = pattern(r"<all>")
_CONCLUDES = needs(_DRAWN)
_BEFOREHAND = re.compile(
    r"\b(?:hidtil\w*|før|tidligere|dengang|sidste|forrige|foregående|oprindelig\w*|gamle|i dag|nuværende|stadig|endnu|kostede|betalte|fik"
    r"|havde|brugte|var|regnskab\w*|budgetteret|start(?:en)?|begyndelse(?:n)?|indtil|mod|fra|stiger|falder|hvis|uden)\b"
)
"""Words of a time, a plan or a case in which the change had not been made."""


def find(ledger: Ledger) -> None:
    """Every such total once."""
    for s, before in ledger.in_turn(BACK, COUNTING, _CONCLUDES):
        passage = Passage([t for t in s.under_one_item(before) if t.mentions])
        if s.kind == "heading" or not any(t.holds & PAIRED for t in passage.sentences):
            continue
        if not _DRAWN.search(s.skeleton) or _BEFOREHAND.search(s.skeleton):
            continue
        least = LEAST - bool(_ALL.search(s.skeleton))
        for total in s.mentions:
            if total.unit in ("kr", "number") and total.digits >= least and not total.qualifier:
                changes = [(a, b) for t in passage.sentences for a, b in pairs(t) if max(a.start, b.start) < total.start]
                found = {b.start: (kind, a, told) for a, b in changes for kind, told in _with_the_old(passage, total, a, b)}
                if len(found) == 1:
                    kind, old, told = next(iter(found.values()))
                    _drop(ledger, total, old)
                    ledger.say(s, kind, kind, total, told, if_not="warning", alone=True, tried=True)


def _with_the_old(passage: Passage, total: Mention, old: Mention, new: Mention) -> Iterator[tuple[str, list[Mention]]]:
    """The sums and products with the new figure that would come to the total with the old one."""
    if old.bounded or new.bounded or old.qualifier or new.qualifier or old.value == new.value:
        return
    told = [m for m in passage.figures if m.start < total.start and m is not old and not m.bounded]
    if new.unit == total.unit:
        alike = [m for m in told if m.unit == total.unit and (m.unit == "kr" or counts_part(m, total))]
        runs = (alike[i:j] for i in range(len(alike)) for j in range(i + 2, len(alike) + 1))
        due = total.value - old.value + new.value
        found = [run for run in runs if new in run and sum(m.value for m in run) == due]
        if len(found) == 1 and not given(total, alike):
            yield "sum", found[0]
    each = new.unit == "kr" or new.unit == "number" == total.unit
    numbers = [m for m in told if m.unit in ("number", "hours") and m is not new and m.value > 1] if each and new.unit == total.unit else []
    if any(m.value * other.value == total.value for m in numbers for other in told if other is not m):
        return
    found = [m for m in numbers if m.value * old.value == total.value]
    if len(found) == 1:
        yield "product", [found[0], new]



def _drop(ledger: Ledger, total: Mention, old: Mention) -> None:
    """Another reading of the total by which the old figure would be right."""
    ledger.claims[:] = [c for c in ledger.claims if not (c.stated and _at(c.stated, total) and any(_at(q, old) for q in c.operands))]


def _at(told: Quantity, m: Mention) -> bool:
    return told.source is not None and told.source.at == m.number
