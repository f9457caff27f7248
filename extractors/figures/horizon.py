"""Years that an amount has only by reference: "over de fire år", "i perioden", a heading "Økonomi 2023-2026" above a list."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from extractors.layout import Flow
from minutes import terms
from minutes.danish import word_value
from minutes.needs import led

Years = tuple[int, int]

_SPAN = re.compile(rf"(?P<first>{terms.YEAR}(?<![\d.,-]....)) ?[-–] ?(?P<last>{terms.YEAR}|\d\d)(?![\d.,]\d|\d)(?! ?-? ?p ?/ ?l)")
_DATES = led(
    rf"\d\. [a-zæøå]{{3,9}} (?P<first>{terms.YEAR})(?: til (?:og med )?(?:den )?"
    rf"| ?[-–] ?)\d{{1,2}}\. [a-zæøå]{{3,9}} (?P<last>{terms.YEAR})",
    re.I,
)
_REFERS = led(
    r"\b(?:over|for|i|gennem) (?:de|planens|aftalens|projektets|periodens|alle) (?P<count>[a-zæøå]{2,6}|\d{1,2}) år\b(?! (?:fra )?\d{4})"
    r"|\bi (?:hele )?perioden\b(?! (?:fra )?\d)"
    r"|\bi (?:planens|aftalens|projektets|hele) løbetid\b|\b(?:årligt|om året|pr\. år) i (?P<yearly>[a-zæøå]{2,6}|\d{1,2}) år\b",
    re.I,
)
_YEARLY = re.compile(r"\b(?:årlige?t?|om året|pr\. år)\b", re.I)
_FIRST_BLOCKS = 30
"""How far above an entry of a list its heading may stand."""


@dataclass(slots=True)
class Horizon:
    """The spans of years that a document names, by place."""

    flow: Flow
    places: list[int]
    spans: list[Years]
    dated: frozenset[Years]
    """Those that begin and end on a day: 1 July 2022 to 30 June 2026 are four years."""

    @classmethod
    def of(cls, flow: Flow) -> Horizon:
        """Every span of years and of dates in the running text."""
        whole, dated = (
            [(m.start(), span) for m in pattern.finditer(flow.text) if (span := terms.years(m["first"], m["last"]))]
            for pattern in (_SPAN, _DATES)
        )
        found = sorted(whole + dated)
        return cls(flow, [at for at, _ in found], [span for _, span in found], frozenset(span for _, span in dated))

    def referred(self, at: int, near: str) -> Years | None:
        """The span that the words `near` an amount at `at` mean; None when they mean none, or none of that length is named."""
        match = _REFERS.search(near)
        if not match or not self.spans:
            return None
        written = match["count"] or match["yearly"]
        count = None if written is None else int(written) if written.isdecimal() else word_value(written)
        if written and not count:
            return None
        i = bisect_left(self.places, at)
        ordered = [*reversed(self.spans[:i]), *self.spans[i:]]
        return next((s for s in ordered if count is None or s[1] - s[0] + 1 == count or s in self.dated and s[1] - s[0] == count), None)

    def heading(self, at: int) -> Years | None:
        """The one span of years in the heading above the list entry that holds `at`."""
        i = bisect_right(self.flow.blocks, at, key=lambda b: b.start) - 1
        if i < 0 or self.flow.blocks[i].kind != "point":
            return None
        for block in reversed(self.flow.blocks[max(i - _FIRST_BLOCKS, 0) : i]):
            if block.kind == "heading":
                found = [s for p, s in zip(self.places, self.spans, strict=True) if block.start <= p < block.end]
                return found[0] if len(found) == 1 else None
            if block.kind != "point":
                return None
        return None


def yearly_list(flow: Flow, at: int) -> bool:
    """Does the sentence that leads up to the list that holds `at` tell yearly amounts: "Den årlige virkning er opgjort sådan:"?"""
    i = bisect_right(flow.blocks, at, key=lambda b: b.start) - 1
    first = i - _FIRST_BLOCKS
    while i > max(first, 0) and flow.blocks[i].kind == "point":
        i -= 1
    lead = flow.text[flow.blocks[i].start : flow.blocks[i].end].rstrip() if i >= 0 else ""
    return flow.blocks[i].end <= at and lead.endswith(":") and _YEARLY.search(lead.rpartition(". ")[2]) is not None
