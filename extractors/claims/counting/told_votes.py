"""Votes that an account tells of ("For stemte A (7) og V (5)"): each side's number and those of its parties.

A decision's own votes have a check of their own.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from decimal import Decimal

from extractors.claims.ledger import Ledger
from extractors.decisions import votes
from extractors.layout import Block
from extractors.structure import Section
from minutes.parties import seats
from minutes.records import Claim, Quantity, Source, VoteList

TOLD = frozenset(("summary", "facts", "economy", "impact", "hearing"))
"""Roles of the sections that tell of a case and hold no decision of their own."""
_VOTED = re.compile(r"(?i)\bstem(?:te|mer)\b|\bimod: ")
_NUMBERED = re.compile(r"\w \(\d{1,2}\)")
_LIST_ALONE = re.compile(r"(?i)(?:for|imod|mod|undlod)(?: at)? stemte\b|(?:for|imod|undlod): ")
_PART_OF_GROUP = re.compile(r"\w \(\d{1,2} (?:ud )?af (?:de )?\d")
""" "V (2 af 9)": a group that split."""
_SIDES = (("for", "in_favour"), ("against", "against"), ("abstained", "abstained"))


def find(ledger: Ledger) -> None:
    """Every side of such a vote whose parties all have their number."""
    for section in ledger.structure.sections:
        text = ledger.flow.text[section.start : section.end]
        if section.role in TOLD and "(" in text and _NUMBERED.search(text) and _VOTED.search(text):
            _in_section(ledger, section)


def _in_section(ledger: Ledger, section: Section) -> None:
    """A vote begins in a block of its own and takes the lists that stand in the blocks after it."""
    blocks, text, taken = ledger.flow.blocks, ledger.flow.text, section.start
    first = bisect_left(blocks, section.start, key=lambda b: b.start)
    for i in range(first, bisect_left(blocks, section.end, key=lambda b: b.start)):
        if blocks[i].start >= taken and _VOTED.search(text, blocks[i].start, blocks[i].end):
            taken = _end(ledger, i)
            _told(ledger, blocks[i], taken)


def _end(ledger: Ledger, i: int) -> int:
    """Where the vote that begins in block `i` ends: the lists may stand in the blocks after it."""
    blocks = ledger.flow.blocks
    while i + 1 < len(blocks) and _LIST_ALONE.match(ledger.flow.text[blocks[i + 1].start : blocks[i + 1].end]):
        i += 1
    return blocks[i].end


def _told(ledger: Ledger, block: Block, end: int) -> None:
    if _PART_OF_GROUP.search(ledger.flow.text, block.start, end):
        return
    for poll in votes.read(ledger.flow, block.start, end):
        lists = {v.side: v for v in poll.lists if len(v.voters) and all(seats(x) is not None for x in v.voters)}
        pairs = [(n, lists[side]) for side, name in _SIDES if side in lists and (n := getattr(poll.votes, name)) is not None]
        if sorted(n for n, _ in pairs) == sorted(_count(v) for _, v in pairs) and any(n != _count(v) for n, v in pairs):
            continue
        for stated, voters in pairs:
            _say(ledger, stated, voters, block.start + poll.start, block.start + poll.end)


def _count(voters: VoteList) -> int:
    return sum(seats(v) or 0 for v in voters.voters)


def _one(n: int, source: Source) -> Quantity:
    return Quantity(Decimal(n), Decimal(n), Decimal(n), "stemmer", source)


def _say(ledger: Ledger, stated: int, voters: VoteList, start: int, end: int) -> None:
    text = ledger.flow.text
    place = re.compile(rf"(?<![\d.,(]){stated}(?![\d)]|[.,]\d)").search(text, start, end)
    if place is None:
        return
    source = ledger.flow.source(start, min(end, start + 280))
    ledger.claims.append(
        Claim(
            kind="sum",
            relation="sum",
            source=source,
            check="sum-differs",
            stated=_one(stated, ledger.flow.source(place.start(), place.end())),
            operands=tuple(_one(seats(v) or 0, voters.source) for v in voters.voters),
            item=ledger.structure.item_at(start),
            extra={"if_not": "warning"},
        )
    )
