"""The pieces of a text laid out for those who look for items in them, and an item as it is found."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import cached_property

from extractors.layout import Block, Flow
from extractors.structure.cases import CASE_ALONE
from extractors.structure.sections import Heading, heading, plain
from minutes.abbreviations import NEXT_SENTENCE
from minutes.days import A_MONTH

_BULLETED = re.compile(r"(?:[•·▪◦-]\s*|Indholdsfortegnelse|Dagsorden|Referat)(?=\d{1,4}\.?\s)")
"""A bullet before an item's number, or the word above it that lost its line end: "Indholdsfortegnelse1. Fraværende"."""
_TAIL = re.compile(r"\s*\(\s*(?P<case>[A-ZÆØÅ]{0,3}[\s-]?\d[\d\s./-]*\d)?\s*\)\s*\.?$"
                   r"|(?:\s[\w.]{2,12} /)?\s(?P<behind>\d{2}/\d{3,6})\s(?i:åben|lukket)\s(?i:sag|punkt)$"
                   r"|\s(?P<filed>\d{2}\.\d{2}(?:\.\d{2})?[-. ]?[A-ZÆØÅ]\d{2}(?:[-/]\d+| - \d{4}/\d+)*)$")
NO_TITLE = re.compile(
    rf"(?:bilag\s\d|at|{A_MONTH}|mio|mia|kr|pct|stk|pkt|"
    r"stemmer?|(?-i:medlem(?:mer)?)|halvår|kvartal|(?:(?:vice|over)?borgmester|næstformand)(?=\W+\w))\b|%"
    r"|(?:ikke )?(?:godkend(?:t|es)|tiltr(?:ådt|ædes)|vedtaget|anbefale[ts]|udsat|drøftet|forkastet|udgår|taget til efterretning)"
    r"(?=[.,;]|$| enstemmig| med \d| uden afstemning| som indstillet)", re.I)
"""What stands behind a number and names no item."""
_LEADER = re.compile(r"\s*\.{4,}\s*\d{0,4}(?:\s.*)?$")
"""The dots that lead to a page number in a table of contents."""
_LAST_PAGE = re.compile(r"[\s.]+\d{1,4}$")
_BUTTON = re.compile(r"(?:Klik her for at|Kopier link|Udskriv)\b.*$")
"""What a page on the web prints right after a title."""
_NAMED = re.compile(r"^(?:Titel|Sagstitel|Overskrift)\s?:\s+")
_KEEPS_DOT = ("evt.", "Evt.", "m.v.", "mv.", "m.m.")


@dataclass(slots=True)
class Found:
    """An item as it stands: pieces `first` to `last` (exclusive) hold its number and title, printed once or twice; `start` to `end` is
    the first print, at `content` its text begins. `score` is the evidence, `mark` the word before the number ("" for a bare one).
    `labelled`: a case number stands below. `listed`: it may as well be the next entry of the list that it follows (points, annexes).
    `on_agenda`: the agenda at the beginning of the paper has it too. `zeros`: what the paper prints before the number to fill it up.
    """

    number: str
    title: str
    first: int
    last: int
    start: int
    end: int
    score: float
    mark: str = ""
    closed: bool = False
    cases: list[str] = field(default_factory=list)
    content: int = -1
    labelled: bool = False
    listed: bool = False
    on_agenda: bool = False
    zeros: str = ""


def unfilled(number: str) -> str:
    """A number without the zeros that fill it up: "01" is item 1, wherever it is named."""
    return number.lstrip("0") or "0"


@dataclass
class Sheet:
    """The pieces of a text with their words and headings; a bullet before a number is left out."""

    blocks: list[Block]
    texts: list[str]
    heads: list[Heading | None]

    @cached_property
    def printed(self) -> frozenset[str]:
        """The pieces in plain words, with and without the page number at their end: is a title elsewhere in one line with its number?"""
        return frozenset(plain(t) for text in self.texts if len(text) < 250 for t in (text, _LAST_PAGE.sub("", text)))

    def text(self, i: int) -> str:
        """The words of a piece, "" outside."""
        return self.texts[i] if 0 <= i < len(self.texts) else ""

    def is_title(self, i: int) -> bool:
        """Can the piece be a title: no heading, no row, no sentence?"""
        text = self.text(i)
        one = not NEXT_SENTENCE.search(text) or len(text) < _TWO_PHRASES and text[-1].isalnum()
        return (2 < len(text) < 250 and (text[0].isupper() or text[0].isdigit() or text[0] in "\"”§") and one
                and not CASE_ALONE.fullmatch(text) and not self.heads[i] and self.blocks[i].kind != "row")


_TWO_PHRASES = 80
"""Characters of a title that may hold a full stop, and has none at its end: "Trafikplan for byen. Udsendelse til høring"."""


def sheet(flow: Flow, pieces: list[Block]) -> Sheet:
    """Lay the pieces out for `marked` and `bare`."""
    blocks = []
    for block in pieces:
        bullet = _BULLETED.match(flow.text, block.start, block.end)
        blocks.append(replace(block, start=bullet.end()) if bullet else block)
    texts = [flow.text[b.start : b.end] for b in blocks]
    return Sheet(blocks, texts, [heading(t) if b.prose else None for b, t in zip(blocks, texts, strict=True)])


def print_size(block: Block) -> float:
    """How large a heading looks: its size in points, half a point for bold, and a quarter for standing as a heading does."""
    return block.size + block.bold / 2 + (block.kind == "heading") / 4


def is_said(text: str) -> bool:
    """Does what stands behind a number say something, where a title names it: a sentence, or "Godkendt"?"""
    return bool(NO_TITLE.match(text) or NEXT_SENTENCE.search(text))


def trim(title: str) -> tuple[str, list[str]]:
    """A title without its final dot and the case number in brackets, and that number."""
    title = _NAMED.sub("", _LEADER.sub("", _BUTTON.sub("", " ".join(title.split()))))
    tail = _TAIL.search(title)
    if tail:
        case = tail["filed"] or tail["behind"] or re.sub(r"-\s+", "-", tail["case"] or "").strip()
        return title[: tail.start()].strip().rstrip("."), [case] if case else []
    return title if title.endswith(_KEEPS_DOT) else title.rstrip(". "), []
