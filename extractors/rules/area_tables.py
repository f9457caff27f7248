"""The indicators that the tables of a document give for one area: a column or a row of its own, or a table about it alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from extractors.figures.criteria_tables import Entry
from extractors.rules.names_of_areas import subject
from extractors.rules.regimes import Regimes
from minutes.criteria.areas import fold
from minutes.records import Quantity

_OTHERS = re.compile(
    r"\b(?:kommunen?|kommune|hele landet|landsgennemsnit\w*|landet|regionen|danmark|grænse\w*|krav\w*|kriterie(?:grænse)?|gennemsnit\w*"
    r"|ændring|mål|i alt)\b",
    re.I,
)
_YEAR = re.compile(r"20[0-3]\d")
_NO_NAME = re.compile(r"\b(?:Andel|Pct|Procent|Værdi|Tal|Status|Området|Opgørelse|Antal|December|Januar|Resultat|Niveau|Aktuel\w*)\b")
_OVER_A_TABLE = 200
"""Characters before a table that may tell of what time it is."""


class AreaTables:
    """The tables of indicators, to be asked for what is one area's."""

    def __init__(self, regimes: Regimes, entries: Sequence[Entry], municipality: str | None) -> None:
        self.regimes = regimes
        self.municipality = fold((municipality or "").removesuffix(" Kommune"))
        self._entries: dict[int, list[Entry]] = defaultdict(list)
        for entry in entries:
            if not entry.operator:
                self._entries[entry.table].append(entry)

    def pair(self) -> list[str]:
        """The areas of the tables, when they are two."""
        heads = {e.head: None for entries in self._entries.values() for e in entries if not _OTHERS.search(e.head)}
        return list(heads) if len(heads) == 2 and all(map(_names_an_area, heads)) else []

    def row(self, table: int, row: int) -> tuple[Quantity, ...]:
        """The figures in one row of a table."""
        return tuple(e.quantity for e in self._entries.get(table, ()) if e.row == row)

    def of(self, area: str | None, years: Sequence[str], then: bool) -> list[Quantity]:
        """The figures of `area` (None: of the one area that the document is about) of the year said; `then`: only those of that year."""
        out = []
        for table, entries in self._entries.items():
            heads = {e.head: None for e in entries}
            another = self._of_another(table, heads, area) or then and not self._of_years(table, heads, years)
            head = None if another else self._head(heads, area, years)
            own = [e for e in entries if e.head == head]
            if len({(e.row, e.quantity.label) for e in own}) == len(own):  # else several columns under one heading, or under none
                out += [e.quantity for e in own]
        return out

    def _of_years(self, table: int, heads: Iterable[str], years: Sequence[str]) -> bool:
        """Is a table of one of the years, by its headings, its caption or the words over it; or of no year said, and the years late?"""
        found, now = self.regimes.flow.tables[table], self.regimes.own.last
        above = self.regimes.flow.text[max(found.source.at - _OVER_A_TABLE, 0) : found.source.at]
        told = _YEAR.findall(" ".join(heads)) or _YEAR.findall(found.caption) or _YEAR.findall(above)
        return any(year in told for year in years) if told else now is not None and any(now.year - int(year) <= 1 for year in years)

    def _of_another(self, table: int, heads: Iterable[str], area: str | None) -> bool:
        """Does the caption of a table, and no heading of it, name another area than the one asked for?"""
        caption = self.regimes.flow.tables[table].caption
        if not area or fold(area) in fold(" ".join((caption, *heads))):
            return False
        return any(name in caption and name not in area for name in self._areas)

    @cached_property
    def _areas(self) -> set[str]:
        """What the sentences speak of."""
        return {name for sentence in self.regimes.sentences if (name := subject(sentence.text))}

    def _head(self, heads: Iterable[str], area: str | None, years: Sequence[str]) -> str | None:
        """The heading over the area's figures: its own name, else a year, else the only one that is nobody else's."""
        own = [h for h in heads if not _OTHERS.search(h) and fold(h) != self.municipality]
        named = [h for h in own if area and fold(area) in fold(h)]
        if not named and area and any(_names_an_area(h) for h in own):
            return None
        left = named or own
        if all(_YEAR.search(h) for h in left) and left:
            said = [h for h in left if any(year in h for year in years)]
            return said[0] if said else max(left, key=lambda h: max(_YEAR.findall(h)))
        return left[0] if len(left) == 1 or left and not area and not any(map(_names_an_area, left)) else None


def _names_an_area(head: str) -> bool:
    return bool(re.search(r"[A-ZÆØÅ][\wæøå]{3,}", _NO_NAME.sub("", head)))
