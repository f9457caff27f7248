"""The prose of a document cut into sentences."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from extractors.claims.mention import Mention
from extractors.claims.sentence import OTHER, SIGN, SIGNS, Sentence
from extractors.layout import Flow
from minutes.abbreviations import A_SHORT_UNIT, A_SHORT_WORD
from minutes.needs import holds

_SHORT = re.compile(rf"(?:^|[\s(/.])(?:{A_SHORT_WORD}|{A_SHORT_UNIT}|[a-zæøå]|\d{{1,2}})$", re.I)
_STOP = re.compile(r"[.!?](?:(?=[\s”\"»)])[”\"»)]*\s+(?=[A-ZÆØÅ0-9”\"»(«“–-]|[a-h]\) )|(?<=[.])(?=\d{1,2}\s+[A-ZÆØÅ]))")
_MAY_END = re.compile(rf"(?:{A_SHORT_UNIT}|\w/[ts]|\d)$", re.I)


def sentences(flow: Flow, mentions: list[Mention]) -> list[Sentence]:
    """The prose of the document in reading order; rows of tables are left out."""
    starts, text = [m.start for m in mentions], SIGN.sub(" ", flow.text)
    out = []
    for number, block in enumerate(flow.blocks):
        if block.kind == "row":
            continue
        for start, end in _split(flow.text, block.start, block.end):
            inside = mentions[bisect_left(starts, start) : bisect_left(starts, end)]
            out.append(sentence_of(text, start, end, inside, number, block.kind))
    return out


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for match in _STOP.finditer(text, start, end):
        before = text[max(start, match.start() - 8) : match.start()]
        numbered = before.strip(" (").isdigit() and match.start() - start < 8
        short = match[0][0] == "." and _SHORT.search(before)
        leads = before.endswith("..")  # the dots between a name and its amount: "Lokaletilskud ...... 465.000 kr."
        if numbered or leads or short and not _ends_after_short(before, text[match.end() : match.end() + 12]):
            continue
        yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end


def _ends_after_short(before: str, after: str) -> bool:
    """ "... 9,5 mio. kr. Det mærkes", "jf. bilag 5. Heraf": a unit or a number may end a sentence when a capital letter follows."""
    return bool(_MAY_END.search(before)) and after[:1].isupper()


def sentence_of(text: str, start: int, end: int, inside: list[Mention], block: int, kind: str) -> Sentence:
    """The sentence of a text that holds no signs."""
    pieces: list[str] = []
    at, last, length = [], start, 0
    for m in inside:
        before = text[last : m.start]
        length += len(before)
        at.append(length)
        pieces += (before, SIGNS.get(m.unit, OTHER))
        length += 1
        last = m.end
    pieces.append(text[last:end])
    skeleton = "".join(pieces)
    lowered = skeleton.lower()
    skeleton = lowered if len(lowered) == len(skeleton) else skeleton
    return Sentence(start, end, skeleton, inside, block, kind, at, [m.start for m in inside], holds(skeleton) if inside else 0)
