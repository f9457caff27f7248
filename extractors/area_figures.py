"""The indicators that a document gives for one area: a column or row of a table, or figures in prose."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from extractors import enumerated, indicators
from extractors.regimes import Regimes, Sentence
from minutes.criteria.areas import fold
from minutes.records import Figure, Table

KNOWN = ("beboere", "uden_arbejde", "ikke_vestlig", "doemte", "doemte_ratio", "grundskole", "indkomst")
_OTHERS = re.compile(
    r"\b(?:kommunen?|kommune|hele landet|landsgennemsnit\w*|landet|regionen|danmark|grænse\w*|krav\w*|kriterie(?:grænse)?|gennemsnit\w*"
    r"|ændring|mål)\b",
    re.I,
)
_PARTLY = re.compile(
    r"\b(?:del(?:en|e)?|nord|syd|øst|vest|afdeling\w*|kvinder|mænd|unge|året før|sidste år|tidligere|faldet|steget|landsplan"
    r"|landsgennemsnittet (?:er|var|på)|i hele|kommunen som helhed|mål\w*)\b",
    re.I,
)
_LIMITS = re.compile(r"mellem|kriteri\w* (?:er|om)\b|grænse")
_NUMBERED = re.compile(r"(?<!\d)(\d)\) ?$")
_LATER = re.compile(r"20[0-3]\d")


class AreaFigures:
    """A document's figures with known indicators, to be asked for those of one area."""

    def __init__(self, regimes: Regimes, figures: Sequence[Figure], tables: Sequence[Table], municipality: str | None) -> None:
        self.regimes, self.tables = regimes, {t.index: t for t in tables}
        self.municipality = fold((municipality or "").removesuffix(" Kommune"))
        self.figures = [f for f in figures if self._residents(f) or f.unit in ("percent", "ratio") and self.name(f) in KNOWN]
        self._by_table: dict[int, list[tuple[Figure, str]]] = defaultdict(list)
        for figure in self.figures:
            if figure.table >= 0:
                self._by_table[figure.table].append((figure, fold(self._label(figure))))

    def of(self, area: str | None, near: Sentence) -> tuple[tuple[str, Figure], ...]:
        """The figures of `area` (None: of the one area that the document is about), one an indicator; those of a table first."""
        found: dict[str, Figure] = {}
        for figure in sorted(self._in_tables(area, near), key=lambda f: abs(f.source.at - near.start)):
            found.setdefault(self.name(figure), figure)
        if not found or "doemte" not in found and "doemte_ratio" not in found or len(found) < 4:
            for figure in sorted(self._in_prose(area, near), key=lambda f: abs(f.source.at - near.start)):
                found.setdefault(self.name(figure), figure)
        return tuple(found.items())

    def name(self, figure: Figure) -> str:
        """The indicator of a figure: residents are counted, not measured."""
        if figure.table < 0 and figure.unit in ("percent", "ratio"):
            sentence = self.regimes.sentence(figure.source.at)
            at = figure.source.at - sentence.start if sentence else 0
            own = sentence and (self._numbered(figure, sentence.text, at) or enumerated.indicator(sentence.text, at, figure.unit))
            return own or figure.indicator or ""
        return figure.indicator or "beboere"

    def _numbered(self, figure: Figure, text: str, at: int) -> str | None:
        """The indicator of "2) 55,1 %", where the criteria were listed with numbers."""
        m = _NUMBERED.search(text, max(at - 8, 0), at)
        points = [b for b in self.regimes.flow.blocks if b.kind == "point" and b.number == m[1] and b.end < figure.source.at] if m else []
        return indicators.nearest(self.regimes.flow.text[points[-1].start : points[-1].end], "", figure.unit) if points else None

    def _residents(self, figure: Figure) -> bool:
        if figure.unit != "count":
            return False
        if figure.table >= 0:
            return bool(re.match(r"\s*(?:antal )?beboere|indbyggere", self._label(figure), re.I))
        return bool(figure.noun and figure.noun.startswith("beboer")) and figure.value >= 300

    def _table(self, index: int) -> Table | None:
        return self.tables.get(index)

    def _label(self, figure: Figure) -> str:
        table = self._table(figure.table)
        return table.rows[figure.row][0].text if table and figure.row < len(table.rows) and table.rows[figure.row] else ""

    def _in_tables(self, area: str | None, near: Sentence) -> list[Figure]:
        out = []
        named = fold(area) if area else None
        for index, labelled in self._by_table.items():
            labelled = _of_years(labelled, set(_LATER.findall(near.text)))
            inside = [f for f, _ in labelled]
            table = self._table(index)
            if table is None or not inside:
                continue
            rows = [f for f, label in labelled if named is not None and named in label]
            column = None if rows else self._column(table, inside, area)
            out += rows or [f for f in inside if f.column == column]
        return out

    def _column(self, table: Table, inside: list[Figure], area: str | None) -> int | None:
        """The column that holds the area's figures."""
        columns = sorted({f.column for f in inside})
        heads = {c: " ".join(row[c].text for row in self._heads(table, inside) if c < len(row)) for c in columns}
        if area:
            named = [c for c in columns if fold(area) in fold(heads[c])]
            if named:
                return named[-1] if len(named) == 1 else max(named, key=lambda c: _year(heads[c]))
        own = [c for c in columns if not _OTHERS.search(heads[c]) and fold(heads[c]) != self.municipality]
        if area and any(re.search(r"[A-ZÆØÅ]\w{3,}", heads[c]) for c in own) and len(own) != 1:
            return None
        if (
            area
            and len(own) == 1
            and heads[own[0]].strip()
            and re.match(r"[A-ZÆØÅ]", heads[own[0]].strip())
            and _names_an_area(heads[own[0]])
            and fold(area) not in fold(heads[own[0]] + table.caption)
        ):
            return None
        if len(own) == 1:
            return own[0]
        years = {c: _year(heads[c]) for c in own}
        return max(own, key=lambda c: years[c]) if own and all(years.values()) else own[0] if own and not area else None

    def _heads(self, table: Table, inside: list[Figure]) -> Sequence[Sequence]:
        first = min(f.row for f in inside)
        return table.rows[: max(table.header_rows, 1)] + table.rows[max(table.header_rows, first - 1) : first] if first else ()

    def _in_prose(self, area: str | None, near: Sentence) -> list[Figure]:
        out = []
        for figure in self.figures:
            sentence = self.regimes.sentence(figure.source.at)
            if figure.table >= 0 or sentence is None or abs(figure.source.at - near.start) > 2500:
                continue
            text = sentence.text
            same = sentence.block is near.block or area is not None and area in text or _same_heading(self.regimes, sentence, near)
            if (
                same
                and not _PARTLY.search(text.replace("gange landsgennemsnittet", ""))
                and (sentence is near or not _LIMITS.search(text))
            ):
                out.append(figure)
        return out


def _of_years(labelled: list[tuple[Figure, str]], years: set[str]) -> list[tuple[Figure, str]]:
    """The figures of the year that a sentence names, where the table has years; none for a sentence of several years."""
    if not years or not any(isinstance(f.as_of, int) for f, _ in labelled):
        return labelled
    return [(f, label) for f, label in labelled if len(years) == 1 and str(f.as_of) in years]


def _names_an_area(head: str) -> bool:
    return bool(
        re.search(
            r"[A-ZÆØÅ][\wæøå]{3,}",
            re.sub(
                r"\b(?:Andel|Pct|Procent|Værdi|Tal|Status|Området|Opgørelse|Antal|December|Januar|Resultat|Niveau|Aktuel\w*)\b", "", head
            ),
        )
    )


def _year(head: str) -> int:
    return max((int(y) for y in _LATER.findall(head)), default=0)


def _same_heading(regimes: Regimes, a: Sentence, b: Sentence) -> bool:
    """No heading stands between the two sentences."""
    low, high = sorted((a.start, b.start))
    return not any(low < block.start < high and block.kind == "heading" for block in regimes.flow.blocks)
