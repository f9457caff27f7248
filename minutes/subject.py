"""What a figure in running text is about: the words that govern it, and what sets it apart from other figures."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TypeGuard

from minutes import bearings
from minutes.clause import sentence_ends
from minutes.content import akin, stem, stems
from minutes.needs import led
from minutes.records import Amount, Document, Figure, Source, Threshold
from minutes.scan import LONGEST_SENTENCE_CHARS

_RIGHT_END = re.compile(r"[.,;:()\n]|\s(?:og|mens|men|samt|som|der|hvoraf|heraf|idet|fordi|når|hvis|at|eller|hvilket|hvortil|svarende)\s")
_LEFT_CUT = led(r"[,;:(]\s|\s(?:mens|men|idet|som|hvoraf|heraf|hvortil|fordi|når|hvis)\s")
_GOVERNED = re.compile(r"\s*(?:kr\.?\s*)?(?:(?:årligt|om året|om måneden|ekstra|mere|mindre|netto|brutto|fordelt)\s+)?"
                       r"(?:til|for|i|på|af|fra|ved|hos|om|pr|ekskl|inkl|over|under|mellem|inden|vedr|vedrørende|vedrører|angående)\b")
_GOES_ON = re.compile(r"\s*(?:udgør|udgjorde|er|bliver|blev|giver|koster)\s")
"""The verb after another figure of the same thing: "grundkapitalen på 7 pct. udgør 2.184.000 kr."."""
_FIGURE_BEFORE, _FIGURE_AFTER = re.compile(
    r"\d(?:[.,]\d+)*(?: ?%| kr\.?)?[ \t]+-?$"
), re.compile(r"[ \t]+-?\d+(?:[.,]\d+)+(?: ?%| ?kr\.?|\s|$)")
_AGAINST, _THEN_AGAINST = re.compile(r"\b(?:mod|imod) (?:[a-zæøå]+ ){0,2}$"), re.compile(r"[^.,;:()\n]{0,25}\b(?:mod|imod)\s")
_SMALL_COUNT = 12
_PEOPLE = "indbygger"
"""What people are counted as, whatever they are called: "724 beboere" and "742 personer"."""
_BACK = 90
_MOST_YEARS = 30


@dataclass(frozen=True, slots=True)
class _Room:
    """How far a figure may look: its sentence from `first`, its own words from `free` (after the figure before) to `stop` (the next).

    `before`: where the sentence before begins, in the same paragraph.
    """

    sentence: int
    before: int
    first: int
    free: int
    stop: int


@dataclass(frozen=True)
class Subject:
    """A figure with what is said of it.

    `unit`: "kr/year", "percent", "count:bolig" ... `words`: the content stems that govern the figure; `years`: those it is given for
    (see minutes.bearings). `sentence` counts the sentences of the document. `near`: the clause with # for the number.
    `borrowed`: its own clause has no content words ("og 3 mio. kr."). What few figures are asked for is worked out then.
    """

    record: Amount | Figure
    unit: str
    value: Decimal
    low: Decimal
    high: Decimal
    words: frozenset[str]
    years: frozenset[int]
    sentence: int
    near: str
    borrowed: bool
    _text: str
    _place: tuple[int, int, int]
    """Where the words before the figure begin that govern it, where the figure begins, where it ends."""
    _room: _Room
    _right: str

    @cached_property
    def purpose(self) -> frozenset[str]:
        """The stems of "til …"."""
        begin, start, _ = self._place
        return bearings.purposes(self._text[begin:start], self._right)

    @cached_property
    def names(self) -> frozenset[str]:
        """Proper names."""
        begin, start, _ = self._place
        return bearings.names(self._text, begin, start, self._room.first) | bearings.names(self._right, 0, len(self._right))

    @cached_property
    def marks(self) -> frozenset[str]:
        """Classes of words that set it apart."""
        begin, start, end = self._place
        own, after = self._text[self._room.first : start], self._text[end : self._room.stop]
        return bearings.marks(self._text[begin:start], self._right, own, after, antecedent(self._text, self._room.first, begin))

    @property
    def against(self) -> int:
        """Of two figures that are set against each other: 1 for the first ("# mod 12"), 2 for the second ("12 mod #"), else 0."""
        begin, start, end = self._place
        return 2 if _AGAINST.search(self._text, begin, start) else 1 if _THEN_AGAINST.match(self._text, end, self._room.stop) else 0

    @property
    def clause(self) -> str:
        """The sentence up to its end, with # for the number; of one too long for a sentence what stands nearest."""
        start = max(self._room.first, self._place[1] - LONGEST_SENTENCE_CHARS)
        return f"{self._text[start : self._place[1]].strip()} # {self._right.strip()}"

    @property
    def said(self) -> str:
        """The rest of the sentence up to the next figure, in which a share of people has its verb."""
        return self._text[self._place[2] : self._room.stop]

    @property
    def before(self) -> str:
        """The sentence before, in the same paragraph."""
        return self._text[self._room.before : self._room.first].strip()

    @property
    def told(self) -> str:
        """The sentence before, in the same paragraph, and the whole of its own."""
        end, longest = self._place[2], self._place[2] + LONGEST_SENTENCE_CHARS
        return self._text[self._room.before : next((m.start() for m in sentence_ends(self._text, end, longest)), longest)]

    @cached_property
    def definite(self) -> bool:
        """Does it speak of what was named before: "de 240 boliger"?"""
        return bearings.definite(self._text, self._place[1])

    @property
    def source(self) -> Source:
        """The place of the figure."""
        return self.record.source

    @property
    def item(self) -> str | None:
        """The agenda item that holds it."""
        return self.record.item

    @cached_property
    def noun(self) -> str:
        """What a count counts."""
        return self.unit.partition(":")[2]


def subjects(document: Document) -> list[Subject]:
    """Every figure of the running text with its subject, in reading order; cells of tables and limits are left out."""
    text = document.text
    stops = [m.start() for m in sentence_ends(text, 0, len(text))]
    stated: tuple[Amount | Figure | Threshold, ...] = (*document.amounts, *document.figures, *document.thresholds)
    records = sorted((r for r in stated if getattr(r, "table", -1) < 0 and r.source.at >= 0), key=lambda r: r.source.at)
    found: list[Subject] = []
    free = 0
    for i, record in enumerate(records):
        start, end = record.source.at, record.source.at + len(record.source.quote)
        sentence = bisect_right(stops, start)
        first, last = (stops[sentence - 1] + 1 if sentence else 0), (stops[sentence] if sentence < len(stops) else len(text))
        later = next((r.source.at for r in records[i + 1 : i + 4] if not _in_phrase(r) and r.source.at > end), last)
        before = 0 if sentence < 2 else stops[sentence - 2] + 1
        before = before if sentence and text[stops[sentence - 1]] != "\n" else first
        room = _Room(sentence, before, first, max(first, free), max(min(last, later), end))
        years, taken = bearings.years_after(text[end : room.stop])
        right = _right(text[end : room.stop])
        if _comparable(record) and not _in_row(text, start, end):
            found.append(_subject(record, text, start, end, room, years, right))
        if not _in_phrase(record):
            free = end + max(taken, len(right))
    return found


def _in_row(text: str, start: int, end: int) -> bool:
    """Does another figure stand right beside it, with nothing between: "43,1 % 41,6 %"? Then the line is a row of a table."""
    return bool(_FIGURE_BEFORE.search(text, max(start - 12, 0), start) or _FIGURE_AFTER.match(text, end, end + 12))


def _in_phrase(record: Amount | Figure | Threshold) -> bool:
    """Small counts belong to the words around them: "de to afdelinger"."""
    return isinstance(record, Figure) and record.unit == "count" and record.value <= _SMALL_COUNT and record.value % 1 == 0


def _comparable(record: Amount | Figure | Threshold) -> TypeGuard[Amount | Figure]:
    loose = isinstance(record, Figure) and record.unit in ("ratio", "years", "hours")
    return not (isinstance(record, Threshold) or _in_phrase(record) or loose)


def _subject(record: Amount | Figure, text: str, start: int, end: int, room: _Room, years: frozenset[int], right: str) -> Subject:
    after = stems(right)
    begin = room.free if after and not stems(text[room.free : start]) else _left(text, room.free, room.first, start)
    left = text[begin:start]
    before = stems(left)
    if not right and not before:
        right = _clause_end(text[end : room.stop])
        after = stems(right)
    unit, noun = _unit(record)
    low, high, value = ends(record)
    words = frozenset(w for w in before | after if not bearings.DECIDERS.search(w) and not (noun and akin(w, noun)))
    borrowed = begin < room.free and not after and not _GOES_ON.match(text, room.free, start)
    near = f"{left.strip()} # {right.strip()}"
    dated = years or bearings.years_in(left) or bearings.years_in(antecedent(text, room.first, begin))
    return Subject(record, unit, value, low, high, words, _years(record, dated), room.sentence, near, borrowed,
                   text, (begin, start, end), room, right)


def _right(text: str) -> str:
    """The words after a figure that it governs: "til drift", "i planens løbetid"; "" when none follow."""
    right = _clause_end(text)
    return right if _GOVERNED.match(right) else ""


def _clause_end(text: str) -> str:
    cut = _RIGHT_END.search(text)
    return text[: cut.start()] if cut else text


def _left(text: str, free: int, first: int, start: int) -> int:
    """Where the words begin that lead up to a figure: in its own clause, or in the clause before when its own has no content words."""
    own = text[free:start]
    cuts = [0, *(m.end() for m in _LEFT_CUT.finditer(own))]
    while len(cuts) > 1 and not stems(own[cuts[-1] :]):
        cuts.pop()
    if stems(own[cuts[-1] :]) or free <= first:
        return free + cuts[-1]
    space = text.find(" ", max(first, start - _BACK), start)
    return first if start - first <= _BACK or space < 0 else space


def antecedent(text: str, first: int, begin: int) -> str:
    """What a clause that begins with "hvor" tells more of, in the sentence from `first`: "i forhold til 2018, hvor andelen var #"."""
    return text[max(first, begin - _BACK) : begin] if text.startswith("hvor ", begin) else ""


def _years(record: Amount | Figure, dated: frozenset[int]) -> frozenset[int]:
    """The years a figure is given for: those that its record has, else those that its words tell: right after it, or before it."""
    period = getattr(record, "period", None)
    if period:
        return frozenset(range(period[0], min(period[1], period[0] + _MOST_YEARS) + 1))
    return dated


def _unit(record: Amount | Figure) -> tuple[str, str | None]:
    if isinstance(record, Amount):
        return f"kr/{record.per or ''}", None
    called = record.noun and stem(record.noun)
    return (f"count:{_PEOPLE if called == _PEOPLE else record.noun or ''}", called) if record.unit == "count" else (record.unit, None)


def ends(record: Amount | Figure) -> tuple[Decimal, Decimal, Decimal]:
    """Low end, high end and value of a record, money in kroner."""
    if isinstance(record, Amount):
        return Decimal(record.low_oere) / 100, Decimal(record.high_oere) / 100, Decimal(record.oere) / 100
    return record.low, record.high, record.value
