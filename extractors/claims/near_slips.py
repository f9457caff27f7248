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

BACK = 3
"""Sentences before this one that belong to the passage."""
MOST = {3: 5, 4: 9}
"""Figures of a passage, by the digits of the one that is mended: among more, three fit by chance."""
_DRAWN = pattern(
    r"<left>|<rest>|<so>|\bså\b|\bmangler|\bfor (?:meget|lidt|mange|få|høj\w*|lav\w*)\b|\bnetto|\bunder\b|\bover\b"
    r"|\bnede på|\boppe på|\bnærmere be"
)
_TO_ITS_OWN = pattern(r" til <Q>")
"""A change that leads to a figure of its own: "stiger med 105 kr. til 3.635 kr."."""


def find(ledger: Ledger) -> None:
    """Every such three, when only one mending makes them fit."""
    for s, earlier in ledger.in_turn(BACK, QUANTIFIED):
        if s.kind != "paragraph":
            continue
        passage = Passage([t for t in s.under_one_item(earlier) if t.mentions])
        for unit in ("kr", "number"):
            figures = [m for m in passage.of(unit) if m.value > 0 and not m.bounded]
            if 2 < len(figures) <= max(MOST.values()) and passage.new(figures[-1]):
                _slips(ledger, passage, figures)


def _slips(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    """The one three of them that two exchanged digits keep from fitting; of three digits only what is plainly drawn from the others."""
    nines = {m.start: sum(m.value.as_tuple().digits) for m in figures}
    new = (t for t in combinations(figures, 3) if t[-1].start >= passage.last.start)
    three = [(t, digits) for t in new if (digits := _slipped(t, nines, len(figures)))]
    three = [(t, digits) for t, digits in three if _go_together(t, digits > max(MOST) - (len(figures) == len(t)))]
    if len(three) != 1:
        return
    found, digits = three[0]
    few = digits == min(MOST) and len(figures) > 3
    drawn = [m for m in found if _is_drawn(passage, m, (_DRAWN,) if few else (_DRAWN, CHANGE))]
    if not drawn or given(drawn[-1], [m for m in figures if m is not drawn[-1]]):
        return
    if any(differ_by(x, y, m) for x, y in combinations(found, 2) for m in figures if m not in found):
        return
    a, b = (m.value for m in found if m is not drawn[-1])
    kind = "sum" if exchanged(a + b, drawn[-1].value) else "difference"
    if kind == "sum" and few:
        return
    ledger.say(passage.at[drawn[-1].start], kind, kind, drawn[-1], [m for m in found if m is not drawn[-1]], if_not="warning")


def _go_together(three: tuple[Mention, ...], long: bool) -> bool:
    """Of one thing, unless they are so `long` that nothing else can be meant: "20.318 indvandrede og 14.769 udvandrede"."""
    return all((long or same(a, b)) and a.per == b.per for a, b in combinations(three, 2))


def _is_drawn(passage: Passage, m: Mention, words: tuple[re.Pattern[str], ...]) -> bool:
    """Do such words stand before it, since the figure before, or after it?"""
    s = passage.at[m.start]
    after = s.skeleton[s.position(m) + 1 :].partition(". ")[0]
    if _TO_ITS_OWN.match(after):
        return False
    return any(p.search(text) for p in words for text in (passage.lead(m), after[:LONGEST_LEAD]))


def _slipped(three: tuple[Mention, ...], nines: dict[int, int], number: int) -> int:
    """The digits of the figure that two exchanged ones keep from being the sum or the difference of the others, if they are many enough.

    Exchanged digits leave a figure what it is when nines are cast out: only a sum that is right by `nines`, the digits added up, is tried.
    """
    a, b, c = three
    i, j, k = nines[a.start], nines[b.start], nines[c.start]
    wholes = [(w, x, y) for w, x, y, over in ((a, b, c, i - j - k), (b, a, c, j - i - k), (c, a, b, k - i - j)) if not over % 9]
    if not wholes:
        return 0
    due = [slip for w, x, y in wholes for slip in _due(w, x, y)]
    digits = max((_digits(m.value, value) for m, value in due if value and exchanged(m.value, value) and _printable(m, value)), default=0)
    few = digits < min(MOST) or number > MOST[min(digits, max(MOST))]
    return 0 if few or differ_by(*sorted(three, key=lambda m: -m.value)) else digits


def _due(whole: Mention, a: Mention, b: Mention) -> list[tuple[Mention, Decimal]]:
    """What each of the three would have to be by the two others."""
    return [(whole, a.value + b.value), (a, whole.value - b.value), (b, whole.value - a.value)]


def _printable(m: Mention, value: Decimal) -> bool:
    """Could the value stand there with as many digits as are printed?"""
    return not value % (m.high - m.low or Decimal(1).scaleb(int(m.value.as_tuple().exponent)))


def _digits(*values: Decimal) -> int:
    """Of the longer, without the noughts at its end."""
    return max(len(v.normalize().as_tuple().digits) for v in values)
