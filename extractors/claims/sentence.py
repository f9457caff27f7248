"""One sentence as patterns see it: each quantity is one character that tells its unit, the rest is the text in lower case."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from extractors.claims.mention import Mention
from extractors.claims.vocabulary import put_in
from minutes.needs import led, needs

SIGNS = {
    "kr": "\ue000",
    "percent": "\ue001",
    "percentage_points": "\ue002",
    "permille": "\ue003",
    "years": "\ue004",
    "number": "\ue005",
    "fraction": "\ue006",
}
OTHER = "\ue007"
"""The sign of a unit that takes no part in relations (hours, ratios)."""
QUANTIFIED = needs(re.compile("|".join((*SIGNS.values(), OTHER))))
NUMBERED = needs(re.compile(SIGNS["number"]))
COUNTING = NUMBERED | needs(re.compile(SIGNS["kr"]))
"""What every sentence holds that has a quantity; a number; a number or an amount."""
_NAMES = {
    "K": SIGNS["kr"],
    "P": SIGNS["percent"],
    "B": SIGNS["percentage_points"],
    "Y": SIGNS["years"],
    "N": SIGNS["number"],
    "F": SIGNS["fraction"],
    "Q": "\ue000-\ue003\ue005",
    "ANY": "\ue000-\ue007",
}
SIGN = re.compile("[\ue000-\ue00f]")
_CLAUSE_END = led(r"[,;:(]|\b(?:og|mens|men)\b|\.\s*$")
LONGEST_LEAD = 70
"""Characters before a quantity that may tell what it is."""
_RATE_AFTER = re.compile(
    r"[\s,]*(?:årlig|om året|i hvert|hvert|hver\b|pr(?:\. ?| )(?!\d{1,2}[./-] ?[a-zæøå\d])\w|per \w"
    r"|om måneden|om ugen|for hver|stykket|stk)"
)


@cache
def pattern(written: str) -> re.Pattern[str]:
    """A pattern with <K> for money, <P> percent, <B> percentage points, <Y> a number of years, <N> a number, <F> a fraction,
    <Q> any quantity, ~40 for up to forty characters that hold none and no semicolon, and <is> for any of the words of that list."""
    text = re.sub(r"<([A-Z]+)>", lambda m: f"[{''.join(_NAMES[c] for c in ([m[1]] if m[1] in _NAMES else m[1]))}]", put_in(written))
    return led(re.sub(r"~(\d+)", r"[^{};]{{0,\1}}?".format(_NAMES["ANY"]), text))


@dataclass(slots=True)
class Sentence:
    """`text[start:end]` of the running text. `skeleton` holds one character for each of `mentions`; `block` is its place in the flow.

    `holds`: the bits of minutes.needs, where there are mentions: which patterns may match in the skeleton.
    `item`: the number of the agenda item, which the ledger knows. `rates`, `durations`: what extractors.claims.rates has read in it.
    """

    start: int
    end: int
    skeleton: str
    mentions: list[Mention] = field(default_factory=list)
    block: int = 0
    kind: str = "paragraph"
    _at: list[int] = field(default_factory=list)
    _starts: list[int] = field(default_factory=list)
    holds: int = 0
    item: str | None = None
    rates: dict[int, Any] = field(default_factory=dict)
    durations: list[Mention] | None = None
    _rated: dict[int, bool] = field(default_factory=dict)
    _beside: dict[int, tuple[str, str]] = field(default_factory=dict)

    def of(self, position: int) -> Mention:
        """The mention that stands at `position` of the skeleton."""
        return self.mentions[bisect_left(self._at, position)]

    def between(self, first: int, last: int, unit: str | None = None) -> list[Mention]:
        """The mentions in a part of the skeleton, of one unit if that is given."""
        chosen = self.mentions[bisect_left(self._at, first) : bisect_left(self._at, last)]
        return [m for m in chosen if unit is None or m.unit == unit]

    def holds_only(self, *told: Mention) -> bool:
        """Do all of these stand in the sentence, and no other figure of their units?"""
        units, places = {m.unit for m in told}, {m.start for m in told}
        inside = self.start <= min(places) and max(places) < self.end
        return inside and places >= {m.start for m in self.mentions if m.unit in units}

    def under_one_item(self, before: list[Sentence]) -> list[Sentence]:
        """The sentence after those before it that belong to the same item."""
        return [t for t in before if t.item == self.item] + [self]

    def under_one_heading(self, before: list[Sentence]) -> list[Sentence]:
        """The sentence after those before it that belong to the same item, from the last heading on."""
        near = self.under_one_item(before)
        return near[max([i + 1 for i, t in enumerate(near[:-1]) if t.kind == "heading"], default=0) :]

    def is_rate(self, mention: Mention) -> bool:
        """Is it so much a year, a month or a piece?"""
        if mention.start not in self._rated:
            self._rated[mention.start] = _RATE_AFTER.match(self.skeleton, self.position(mention) + 1) is not None
        return bool(mention.per) or self._rated[mention.start]

    def position(self, mention: Mention) -> int:
        """Where a mention stands in the skeleton."""
        return self._at[bisect_left(self._starts, mention.start)]

    def lead(self, mention: Mention) -> str:
        """The words between the figure before and this one."""
        i = bisect_left(self._starts, mention.start)
        return self.skeleton[self._at[i - 1] + 1 if i else 0 : self._at[i]]

    def beside(self, mention: Mention) -> tuple[str, str]:
        """The words before and after a quantity that are its own: between two a comma or "og" parts them, else they are the second's."""
        if mention.start not in self._beside:
            self._beside[mention.start] = self._own_words(mention)
        return self._beside[mention.start]

    def _own_words(self, mention: Mention) -> tuple[str, str]:
        i = bisect_left(self._starts, mention.start)
        at, last = self._at[i], i + 1 == len(self._at)
        before = self.skeleton[max(at - LONGEST_LEAD, self._at[i - 1] + 1 if i else 0) : at]
        after = self.skeleton[at + 1 : len(self.skeleton) if last else self._at[i + 1]]
        own, ends = _CLAUSE_END.search(before) if len(before) < at else None, _CLAUSE_END.search(after)
        return before[own.end() :] if own else before, after[: ends.start()] if ends else after if last else ""

    def offset(self, position: int) -> int:
        """The place in the running text of a place in the skeleton that is no quantity."""
        i = bisect_right(self._at, position - 1) - 1
        return self.start + position if i < 0 else self.mentions[i].end + position - self._at[i] - 1
