"""The indicators that a document gives for one area: a column or row of a table, or figures in prose."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import cached_property
from operator import attrgetter

from extractors.figures import enumerated, indicators
from extractors.figures.criteria_tables import Entry
from extractors.rules.area_tables import AreaTables
from extractors.rules.names_of_areas import last_name, subject
from extractors.rules.regimes import Regimes, Sentence
from minutes.criteria.evaluate import rounded
from minutes.needs import led
from minutes.records import Figure, Quantity

KNOWN = ("beboere", "uden_arbejde", "ikke_vestlig", "doemte", "doemte_ratio", "grundskole", "indkomst")
_PARTLY = re.compile(
    r"\b(?:del(?:en|e)?|nord(?:lige)?|syd(?:lige)?|øst(?:lige)?|vest|afdeling(?!en (?:har|er))\w*|karré\w*|kvinder|mænd|unge"
    r"|året før|sidste år|tidligere|faldet|steget|mål\w*)\b",
    re.I,
)
_NOT_ITS = re.compile(
    r"\bmellem \d[\d.,]* (?:pct\. |%|procent |gange )?og|kriteri\w* (?:er|om|på)\b|grænse|regle|loven|\bkrav\w*|tærskel"
    r"|landsplan|landsgennemsnittet (?:er|var|på)|gennemsnit\w* (?:for|i) (?:hele )?(?:landet|danmark)|i hele|kommunen som helhed"
    r"|\b(?:over|under|mindst|højst|mere end|mindre end) $",
    re.I,
)
"""Before a figure in its piece of the sentence: a limit's, the country's, the municipality's."""
_OF_ALL = re.compile(
    r"[\d.,]+ ?(?:pct\.?|%|procent|gange)?(?: af [\w-]+)? (?:(?:i|for) (?:hele )?(?:kommunen|landet|danmark|byen|regionen)\b|på landsplan)",
    re.I,
)
""" "Mod 24 pct. i hele kommunen"."""
_ITS = re.compile(r"[\d.,]+ ?(?:pct\.|%|procent|gange)?(?: (?:lands\w+|landets \w+))? (?:i|for|på|hos) (?P<name>[A-ZÆØÅ][\wæøå-]{3,})")
""" "1,8 gange landsgennemsnittet i Tranevang og 1,1 gange i Bakkelund"."""
_PIECE = re.compile(r"[,;:()]|\. | (?:og|mens|men|samt|mod) ")
_NUMBERED = re.compile(r"(?<!\d)(\d)\) ?$")
_DIGIT = re.compile(r"\d")
_NEAR_CHARS = 2500
_IN_ALL = re.compile(
    r"(?:(?:mellem|fra) (?P<low>\d+(?:,\d+)?) (?:og|til)|under) (?P<high>\d+(?:,\d+)?) (?P<unit>gange?|pct|%|procent)[^.;\d]{0,60}"
    r"\bi (?:alle|begge|samtlige) (?:\w+ ){0,3}?(?:bolig)?områder(?:ne)?\b",
    re.I,
)
"""What holds of every area: "mellem 0,9 og 1,3 gange landsgennemsnittet i alle tre områder"."""
_BELOW = re.compile(
    r"\b[Dd]ømte?\b[^.;:\d]{0,40}?\b(?:er|var|har|ligger|lå|været|udgør|udgjorde)\b[^.;:\d]{0,40}?\b(?:under|lavere end|mindre end) "
    r"(?:(?P<n>to|tre|2|3|det dobbelte) (?:gange|så \w+ som|af) )?(?:(?:gennemsnittet (?:for|i) )?(?:hele )?landet|landsgennemsnittet)",
    re.I,
)
""" "Andelen af dømte har begge år været under det dobbelte af landsgennemsnittet"."""
_TIMES_THE_COUNTRY = re.compile(r"\d+(?:,\d+)? (?:gange|x) (?:landsgennemsnit|landets|hele landet|det landsdækkende)", re.I)
_TIMES = {"": Decimal(1), "to": Decimal(2), "2": Decimal(2), "det dobbelte": Decimal(2), "tre": Decimal(3), "3": Decimal(3)}
_SPELLED = led(
    r"\b(?:beboere|indbyggere|beboertal|indbyggertal)(?: i alt)?: (?P<people>\d{1,2}\.\d{3}|\d{3,5})(?![\d,%])"
    r"|(?<![\d.,])(?P<times>\d(?:,\d+)?)(?: ?x (?=lands|gennemsnit)|(?<=,\d) gange (?=(?:i|for|på) (?-i:[A-ZÆØÅ])))"
    r"|(?<![\d.,])(?P<rate>\d{2,3})(?: (?:dømte|voksne|personer))? (?:pr\.|ud af|af|per) 10\.000\b",
    re.I,
)
_SPELLED_AS = {"people": ("beboere", "count"), "times": ("doemte_ratio", "ratio"), "rate": ("doemte", "percent")}


class AreaFigures:
    """A document's figures with known indicators, to be asked for those of one area."""

    def __init__(self, regimes: Regimes, figures: Sequence[Figure], entries: Sequence[Entry], municipality: str | None) -> None:
        self.regimes = regimes
        self.tables = AreaTables(regimes, entries, municipality)
        self._figures = figures

    @cached_property
    def figures(self) -> list[tuple[str, Figure]]:
        """Those of the prose with their indicators."""
        named = ((self._name(f), f) for f in self._figures if f.table < 0)
        return [*((name, f) for name, f in named if name in KNOWN), *self._spelled()]

    def _spelled(self) -> Iterator[tuple[str, Figure]]:
        """Those that are written another way: "Beboere: 1.644", "3,1 x landsgennemsnittet", "og 1,1 gange i Skovby", "190 pr. 10.000"."""
        for m in _SPELLED.finditer(self.regimes.flow.text):
            kind = m.lastgroup or ""
            sentence = self.regimes.sentence(m.start())
            if kind == "times" and not (sentence and "doemte" in enumerated.named(sentence.text)):
                continue
            value = Decimal(m[kind].replace(".", "").replace(",", "."))
            name, unit = _SPELLED_AS[kind]
            place = self.regimes.flow.source(m.start(kind), m.end())
            share = rounded(value if kind != "rate" else value / 100)
            yield name, Figure(place, value if kind != "rate" else value / 100, share.low, share.high, unit)

    def alone(self, sentence: Sentence, end: int) -> tuple[Quantity, ...]:
        """The last figure of a criterion before `end` of a sentence, else the only one of the sentence before it."""
        own = _DIGIT.search(sentence.text, 0, end)
        at = sentence if own else self.regimes.above(sentence)
        if at is None or _PARTLY.search(at.text):
            return ()
        here = [(n, f) for n, f in self.figures if at.start <= f.source.at < (sentence.start + end if own else at.end)]
        here = [(n, f) for n, f in here if n != "beboere" and not _not_its(at.text, f.source.at - at.start)]
        name, f = max(here, key=lambda one: one[1].source.at, default=("", None))
        if f is None or not own and len(here) > 1:
            return ()
        between = sentence.text[f.source.at - sentence.start + len(f.source.quote) if own else 0 : end]
        other = {*enumerated.named(between)} - {name.removesuffix("_ratio")} or _DIGIT.search(between)
        return () if other else (Quantity(f.value, f.low, f.high, f.unit, f.source, name),)

    def of(self, area: str | None, near: Sentence, years: Sequence[str] = (), then: bool = False) -> tuple[Quantity, ...]:
        """The figures of `area` (None: of the one area that the document is about) of the year said, one an indicator; a table's first.

        `then`: only those of that year, for what is told of an earlier time.
        """
        found: dict[str, Quantity] = {}
        area = area or self._owner(near)
        for quantity in sorted(self.tables.of(area, years, then), key=lambda q: abs(_at(q) - near.start)):
            found.setdefault(quantity.label, quantity)
        listed = near.text.rstrip().endswith(":")  # its figures follow
        told = self._in_prose(area, near, years if then else None)
        told.sort(key=lambda q: ((_at(q) > near.end) != listed, abs(_at(q) - near.start)))
        before = (q for q in told if near.block.start <= _at(q) < near.start)
        doubtful = {q.label for q in before if q.label in found and not _meets(q, found[q.label])}  # the paragraph has another count
        if not found or "doemte" not in found and "doemte_ratio" not in found or len(found) < 4:
            for quantity in told:
                found.setdefault(quantity.label, quantity)
        for quantity in (*self._in_all, *self._below(area, near)):
            if not quantity.label.startswith("doemte") or not {"doemte", "doemte_ratio"} & found.keys():
                found.setdefault(quantity.label, quantity)
        return tuple(q for name, q in found.items() if name not in doubtful)

    @cached_property
    def _in_all(self) -> list[Quantity]:
        """The figures that are told of all areas at once."""
        return list(self._told_of_all())

    def _told_of_all(self) -> Iterator[Quantity]:
        for m in _IN_ALL.finditer(self.regimes.flow.text):
            sentence = self.regimes.sentence(m.start())
            unit = "ratio" if m["unit"].startswith("gang") else "percent"
            name = sentence and enumerated.indicator(sentence.text, m.start("high") - sentence.start, unit)
            if name in KNOWN:
                low, high = (Decimal(m[x].replace(",", ".")) if m[x] else Decimal(0) for x in ("low", "high"))
                yield Quantity(high, low, high, unit, self.regimes.flow.source(m.start(), m.end()), name)

    @cached_property
    def _told_below(self) -> list[re.Match[str]]:
        return list(_BELOW.finditer(self.regimes.flow.text))

    def _below(self, area: str | None, near: Sentence) -> Iterator[Quantity]:
        """What is only told to be less than so many times the average: less than twice as much is at most 1.99 times."""
        for m in self._told_below:
            sentence = self.regimes.sentence(m.start())
            if sentence and abs(m.start() - near.start) < _NEAR_CHARS and self._same_area(area, sentence, near):
                high = _TIMES[(m["n"] or "").lower()] - Decimal("0.01")
                yield Quantity(high, Decimal(0), high, "ratio", self.regimes.flow.source(*m.span()), "doemte_ratio")

    def _name(self, figure: Figure) -> str:
        """The indicator of a figure in prose: residents are counted, not measured."""
        if figure.unit == "count":
            if re.search(r"\d,? og $", self.regimes.flow.text[max(figure.source.at - 6, 0) : figure.source.at]):
                return ""  # "640 og 512 beboere"
            people = figure.noun and figure.noun.startswith(("beboer", "menneske", "indbygger", "person"))
            return "beboere" if people and figure.value >= 300 else ""
        if figure.unit not in ("percent", "ratio"):
            return ""
        sentence = self.regimes.sentence(figure.source.at)
        at = figure.source.at - sentence.start if sentence else 0
        own = sentence and (self._numbered(figure, sentence.text, at) or enumerated.indicator(sentence.text, at, figure.unit))
        if figure.unit == "ratio" and sentence and _TIMES_THE_COUNTRY.match(sentence.text, at):
            return "doemte_ratio"
        return own or figure.indicator or ""

    def _numbered(self, figure: Figure, text: str, at: int) -> str | None:
        """The indicator of "2) 55,1 %", where the criteria were listed with numbers."""
        m = _NUMBERED.search(text, max(at - 8, 0), at)
        points = [b for b in self.regimes.flow.blocks if b.kind == "point" and b.number == m[1] and b.end < figure.source.at] if m else []
        return indicators.nearest(self.regimes.flow.text[points[-1].start : points[-1].end], "", figure.unit) if points else None

    def _in_prose(self, area: str | None, near: Sentence, years: Sequence[str] | None) -> list[Quantity]:
        """Figures of the sentences near, of the years only if there are any to keep to."""
        out = []
        for name, figure in self.figures:
            sentence = self.regimes.sentence(figure.source.at)
            if sentence is None or abs(figure.source.at - near.start) > _NEAR_CHARS or not self._same_area(area, sentence, near):
                continue
            text, at = sentence.text, figure.source.at - sentence.start
            if years is not None and sentence is not near and not any(year in text for year in years):
                continue
            if _long_ago(figure, near) or _another(area, text, at):
                continue
            if sentence.block.kind == "row" and len(enumerated.shares(text)) > 1 or _PARTLY.search(text):
                continue
            if not _not_its(text, at):
                out.append(Quantity(figure.value, figure.low, figure.high, figure.unit, figure.source, name))
        several = len({q.value for q in out if q.label == "beboere"}) > 1
        return [q for q in out if q.label != "beboere"] if several else out

    def _same_area(self, area: str | None, sentence: Sentence, near: Sentence) -> bool:
        """Does a sentence speak of the area: by name, or under the same heading without naming another?"""
        if area is None:
            return sentence.block is near.block or _same_heading(self.regimes, sentence, near)
        if area in sentence.text:
            return True
        owner = self._owner(sentence)
        if owner:
            return owner in area or area in owner
        return sentence.block is near.block or _same_heading(self.regimes, sentence, near)

    def _owner(self, sentence: Sentence) -> str | None:
        """The area named last in the paragraph, up to and with a sentence."""
        at: Sentence | None = sentence
        while at:
            if name := subject(at.text):
                return name
            at = self.regimes.above(at)
        return None


def _not_its(text: str, at: int) -> bool:
    """Is the figure at `at` a limit's, the country's or the municipality's?"""
    return bool(_OF_ALL.match(text, at) or _NOT_ITS.search(text, max((m.end() for m in _PIECE.finditer(text, 0, at)), default=0), at))


def _another(area: str | None, text: str, at: int) -> bool:
    """Of a sentence on two areas, is it the other one that is named behind the figure, else last before it?"""
    its = _ITS.match(text, at)
    name = its["name"] if its else last_name(text, at) if area and area in text else None
    return bool(area and name and name not in area and area not in name)


def _long_ago(figure: Figure, near: Sentence) -> bool:
    """Is the figure of a year more than one from that of the statement?"""
    year = figure.as_of.year if isinstance(figure.as_of, date) else figure.as_of
    return bool(year and near.context.last and abs(near.context.last.year - year) > 1)


def _meets(one: Quantity, other: Quantity) -> bool:
    return one.low <= other.high and other.low <= one.high


def _at(quantity: Quantity) -> int:
    return quantity.source.at if quantity.source else 0


def _same_heading(regimes: Regimes, a: Sentence, b: Sentence) -> bool:
    """No heading stands between the two sentences."""
    low, high = sorted((a.start, b.start))
    blocks = regimes.flow.blocks
    first, last = bisect_right(blocks, low, key=attrgetter("start")), bisect_left(blocks, high, key=attrgetter("start"))
    return not any(block.kind == "heading" for block in blocks[first:last])
