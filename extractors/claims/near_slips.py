"""Three figures of which two would differ by the third if two digits of one had not changed places, whatever the words."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import combinations

from extractors.claims.fit import differ_by
from extractors.claims.mentions import Mention
from extractors.claims.nearby import CHANGE, Passage, given, same
from extractors.claims.sentences import LONGEST_LEAD, QUANTIFIED, Ledger, pattern
from minutes.closeness import exchanged
from minutes.needs import needs

BACK = 3
"""Sentences before this one that belong to the passage."""
MOST = {3: 5, 4: 9}
"""Figures of a passage, by the digits of the one that is mended: among more, three fit by chance."""
_DRAWN = pattern(
    r"<left>|<rest>|<so>|\bså\b|\bmangler|\bfor (?:meget|lidt|mange|få|høj\w*|lav\w*)\b|\bnetto|\bhvilket|\bunder\b|\bover\b"
    r"|\bnede på|\boppe på|\bnærmere be"
)
_HELD = needs(_DRAWN, CHANGE)


def find(ledger: Ledger) -> None:
    """Every such three, when only one mending makes them fit."""
    for s, earlier in ledger.in_turn(BACK, QUANTIFIED):
        if s.kind != "paragraph":
            continue
        item = ledger.structure.item_at(s.start)
        passage = Passage([*(t for t in earlier if t.mentions and ledger.structure.item_at(t.start) == item), s])
        for unit in ("kr", "number"):
            figures = [m for m in passage.of(unit) if m.value > 0 and not m.bounded]
            if 2 < len(figures) <= max(MOST.values()):
                _slips(ledger, passage, figures)


def _slips(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    found = [t for t in combinations(figures, 3) if passage.new(*t) and _go_together(t) and _slipped(t, len(figures))]
    drawn = [m for m in found[0] if _is_drawn(passage, m)] if len(found) == 1 else []
    whole = max(found[0], key=lambda m: m.value) if found else None
    if not drawn or given(drawn[-1], [m for m in figures if m is not drawn[-1]]):
        return
    a, b = (m for m in found[0] if m is not drawn[-1])
    kind = "sum" if drawn[-1] is whole else "difference"
    ledger.say(passage.at[drawn[-1].start], kind, kind, drawn[-1], [a, b], if_not="warning")


def _go_together(three: tuple[Mention, ...]) -> bool:
    return all(same(a, b) and a.per == b.per for a, b in combinations(three, 2))


def _is_drawn(passage: Passage, m: Mention) -> bool:
    """Do the words of its sentence draw it from others, since the figure before it or to the end?"""
    s = passage.at[m.start]
    after = s.skeleton[s.position(m) + 1 :].partition(". ")[0]
    return any(p.search(text) for p in (CHANGE, _DRAWN) for text in (passage.lead(m), after[:LONGEST_LEAD]))


def _slipped(three: tuple[Mention, ...], number: int) -> bool:
    """Do two exchanged digits in one of the three keep it from being the sum or the difference of the others?"""
    whole, *parts = sorted(three, key=lambda m: m.value, reverse=True)
    if differ_by(whole, *parts):
        return False
    due = [(whole, parts[0].value + parts[1].value), (parts[0], whole.value - parts[1].value), (parts[1], whole.value - parts[0].value)]
    return any(value > 0 and exchanged(m.value, value) and _telling(m, value, number) for m, value in due)


def _telling(m: Mention, value: Decimal, number: int) -> bool:
    """Are the digits so many that the figures of the passage would hardly give them by chance?"""
    digits = max(len(v.normalize().as_tuple().digits) for v in (m.value, value))
    return digits >= min(MOST) and number <= MOST[min(digits, max(MOST))]
