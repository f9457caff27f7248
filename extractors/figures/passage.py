"""The text around a measure: what stands before and after it in its sentence, what qualifies it, and where it belongs."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from extractors.layout import Flow
from extractors.structure import Structure
from minutes import qualifiers
from minutes.abbreviations import A_SHORT_WORD, GOES_ON
from minutes.measures import Measure
from minutes.records import Source
from minutes.scan import parted

_SENTENCE_END = re.compile(r"[\n\t.!?:;](?:(?<=[\n\t])|(?<=;) |(?<=[.!?:]) +(?=[^\W\d_a-zæøå]|[-•–]))")
_ABBREVIATION = re.compile(rf"(?<!\w)(?:{A_SHORT_WORD})\.$", re.I)
_SHORT = tuple(f"{word}." for word in GOES_ON)
"""How the abbreviations end, which most full stops do not."""


@dataclass
class Passage:
    """A document's running text with its measures in order of place."""

    flow: Flow
    structure: Structure
    measures: list[Measure]
    leads: list[tuple[str | None, int]] = field(init=False)

    def __post_init__(self) -> None:
        self.leads = [qualifiers.before(self.text, m.start) for m in self.measures]

    @cached_property
    def text(self) -> str:
        """The document's running text."""
        return self.flow.text

    @cached_property
    def _edges(self) -> list[int]:
        """Where sentences begin and end, from the beginning of the text to its end."""
        ends = []
        for match in _SENTENCE_END.finditer(self.text):
            at = match.start()
            last = self.text[max(at - 8, 0) : at + 1]
            if last[-1] != "." or not (last.lower().endswith(_SHORT) and _ABBREVIATION.search(self.text, max(at - 8, 0), at + 1)):
                ends.append(match.end())
        return [0, *parted(self.text, ends), len(self.text)]

    @cached_property
    def around(self) -> list[tuple[int, int]]:
        """For each measure where its sentence begins, and where that of its end ends."""
        edges, found = self._edges, []
        for m in self.measures:
            i = bisect_right(edges, m.start, 1, len(edges) - 1)
            found.append((edges[i - 1], edges[i] if m.end <= edges[i] else self.sentence(m.end - 1)[1]))
        return found

    def sentence(self, at: int) -> tuple[int, int]:
        """Where the sentence that holds `at` begins and ends."""
        i = bisect_right(self._edges, at, 1, len(self._edges) - 1)
        return self._edges[i - 1], self._edges[i]

    def before(self, i: int) -> str:
        """The sentence before measure `i`, its qualifier left out."""
        return self.text[self.around[i][0] : self.leads[i][1]]

    def after(self, i: int) -> str:
        """The sentence after measure `i`."""
        return self.text[self.measures[i].end : self.around[i][1]].rstrip()

    def between(self, i: int) -> str:
        """The sentence before measure `i` from the measure before it on."""
        start = self.around[i][0]
        last = self.measures[i - 1].end if i else 0
        return self.text[max(start, last) : self.leads[i][1]]

    def until_next(self, i: int) -> str:
        """The sentence after measure `i` up to the next measure."""
        end = self.around[i][1]
        following = self.leads[i + 1][1] if i + 1 < len(self.measures) else len(self.text)
        return self.text[self.measures[i].end : min(end, following)]

    def until_next_unit(self, i: int) -> str:
        """The sentence after measure `i` up to the next measure with a unit: a year may stand in between."""
        end = self.around[i][1]
        following = next((m.start for m in self.measures[i + 1 : i + 4] if m.unit), end)
        return self.text[self.measures[i].end : min(end, following)]

    def source(self, start: int, end: int) -> Source:
        """The place on the page of a stretch of the running text."""
        return self.flow.source(start, end)

    def item(self, at: int) -> str | None:
        """The number of the agenda item that holds the character at `at`."""
        return self.structure.item_at(at)
