"""Agenda items: which numbers are items, and which only look like one.

A marked number ("Punkt 8:", "Sag nr. 163", "Nr. 13 BR 677/06.") says itself what it is. A bare one ("3. Title") is an item by what
stands around it: a case number or a section heading below, no sentence in it, and its place in a rising row of numbers.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from rapidfuzz import fuzz

from extractors.layout import Block, Flow
from extractors.structure import runs
from extractors.structure.cases import CASE
from extractors.structure.doors import behind_doors
from extractors.structure.numbering import LISTED, bare, lettered, marked
from extractors.structure.sections import Heading
from extractors.structure.sheet import Found, Sheet, print_size, sheet, trim
from extractors.structure.taken_up import taken_up, titled_above
from extractors.structure.titled import titled

SURE = 5
"""The score of a labelled item from which its paper has case numbers below the titles."""
ON_AGENDA = 2
"""What the agenda at the beginning of a paper adds to the score of the number and title that stand there."""
_OF_OPENING = ("contents", "annex", "attendance", "signature")
_PAPER = re.compile(r"(?:åben |tillægs|godkendt )?(?:referat|dagsorden|beslutningsprotokol|udskrift)", re.I)
_LEFT_OVER = re.compile(r"(?:^|\s)(?P<number>1)\.\s(?P<title>[A-ZÆØÅ][^.]{3,120}\.?)$")
_PAGE = re.compile(r"(?:\s*\.{2,}\s*|\s{1,})\d{1,3}$")


def find(flow: Flow, blocks: list[Block]) -> list[Found]:
    """The items in reading order, each once."""
    on = sheet(flow, blocks)
    return behind_doors(on, _by_their_titles(_or_run(on, _known(flow, blocks, on), runs.find(flow, on))))


def _by_their_titles(found: list[Found]) -> list[Found]:
    """Titles numbered from one on in turn number the items, whatever number a case has below them: "1. Budget" over "Sag nr. 163"."""
    told = [_TITLE_NUMBER.match(f.title) for f in found]
    if len(found) < _SEVERAL or [m["number"] if m else "" for m in told] != [str(i) for i in range(1, len(found) + 1)]:
        return found
    return [replace(f, number=m["number"], zeros="", title=f.title[m.end() :]) for f, m in zip(found, told, strict=True) if m]


_TITLE_NUMBER, _SEVERAL = re.compile(r"(?P<number>\d{1,2})\. "), 2


def _or_run(on: Sheet, row: list[Found], run: list[Found]) -> list[Found]:
    """The items by what is known of them, or the run above them that holds more, stands in larger print or has them all in one item."""
    above = bool(run) and all(f.first >= run[0].first for f in row)
    return run if above and (len(run) > len(row) or _in_larger_print(on, run, row) or _in_one(run, row)) else row


def _in_one(run: list[Found], row: list[Found]) -> bool:
    """Does the whole row stand between two items of the run that follow each other?"""
    return any(a.first < row[0].first and row[-1].first < b.first for a, b in pairwise(run))


def _begins_again(on: Sheet, row: list[Found], found: Found) -> bool:
    """Is it a number that the row has passed, in smaller print than that had: a part of an item?"""
    size = print_size(on.blocks[found.first])
    return any(f.first < found.first and int(f.number) >= int(found.number) and print_size(on.blocks[f.first]) > size for f in row)


def _in_larger_print(on: Sheet, above: list[Found], below: list[Found]) -> bool:
    """Are the ones headings over the others: all those stand below the first of these, in smaller print?"""
    least = min(print_size(on.blocks[f.first]) for f in above)
    return all(f.first > above[0].first and print_size(on.blocks[f.first]) < least for f in below)


def _known(flow: Flow, blocks: list[Block], on: Sheet) -> list[Found]:
    """The items by their words or by what stands around their number."""
    with_mark = [f for i in range(len(blocks)) if (f := _excerpt(on, i) or marked(on, i))]
    doors = [f for f in with_mark if f.mark == "door"]
    with_mark = _once(_one_mark([f for f in with_mark if f.mark != "door"]), on.heads)
    alone = sorted([*doors, *(f for i in range(len(blocks)) if (f := bare(on, i)))], key=lambda f: f.first)
    printed = Counter((f.number, f.title) for f in alone)
    alone = [f for f in alone if printed[f.number, f.title] <= _MOST_PRINTED]
    _free_labelled(alone)
    _doubt_lists(alone, on.texts)
    chain = _chain(_once(alone, on.heads))
    chain = [f for f in chain if not _begins_again(on, chain, f)]
    contents = {f.first for a, b in pairwise(alone) if a.last == b.first for f in (a, b)}
    told = [c for c in chain if c.first not in contents]
    with_mark = [f for f in with_mark if not any(c.last < f.first and _same(c, f) for c in told)]
    with_mark = titled_above(on, with_mark)
    if len(with_mark) >= 2 or with_mark and (len(chain) <= len(with_mark) or _in_larger_print(on, with_mark, chain)):
        return lettered(on, with_mark)
    row = lettered(on, taken_up(on, _first(flow, blocks, chain)))
    return _or_titled(row, titled(on)) if len(row) < _FEW else row


def _excerpt(on: Sheet, i: int) -> Found | None:
    """A case taken out of minutes, its title below: "Punkt 33 i åbent referat fra Byrådets møde"."""
    match = _EXCERPT.match(on.texts[i])
    if not match or not on.is_title(i + 1):
        return None
    title, cases = trim(on.text(i + 1))
    block = on.blocks[i + 1]
    return Found(match["number"], title, i + 1, i + 2, block.start, block.end, SURE, "punkt", cases=cases, content=block.end)


_EXCERPT = re.compile(r"(?:Punkt|Pkt\.|Sag nr\.) (?P<number>\d{1,4}) (?:i|fra|af) (?:\w+ )?(?:referat|\w*protokol|dagsorden)", re.I)


def _or_titled(row: list[Found], without_numbers: list[Found]) -> list[Found]:
    """The numbered items, or those without numbers where these are more and all the numbers stand below one of them."""
    above = {sum(t.first <= f.first for t in without_numbers) for f in row}
    return without_numbers if len(without_numbers) > len(row) and len(above - {0}) == len(above) < 2 else row


_MOST_PRINTED = 3
"""How often an item may be printed: in the contents, an overview and itself. What comes more often is a part that many items have."""
_FEW = 4
"""Numbers that may as well be a list below one of the items."""


def numbered_by_head(flow: Flow, blocks: list[Block], head: list[str]) -> list[Found]:
    """The item of a case paper whose chapters have numbers too: the one number that its head gives it ("Punkt 9"), before its title."""
    numbers = {m["number"] for text in head if len(text) < 160 for m in _OF_PAPER.finditer(text)}
    for i, block in enumerate(blocks[: _HEAD if len(numbers) == 1 else 0]):
        text = flow.text[block.start : block.end]
        match = _NUMBERED.match(text)
        if match and match["number"] in numbers and len(text) < _PAPER_TITLE:
            title, start = trim(match["title"])[0], block.start
            return [Found(match["number"], title, i, i + 1, start, block.end, 5, mark="head", content=block.end)]
    return []


_OF_PAPER = re.compile(r"\b(?:(?:Dagsordens)?[Pp]unkt|Pkt\.?)\s?(?:nr\.?\s?)?:?\s?(?P<number>\d{1,3})(?!\w|[.,]\d)")
_NUMBERED = re.compile(r"(?P<number>\d{1,3})[.:]?\s+(?P<title>[A-ZÆØÅ].+)", re.S)
_HEAD = 8
_PAPER_TITLE = 200


def lead(found: Found, texts: list[str]) -> int:
    """The piece where the item begins: its case number may stand alone above the title, and is no part of the item before."""
    above = found.first - 1
    own = above > 0 and found.mark == "" and CASE.fullmatch(texts[above]) and not texts[above - 1][:1].isdigit()
    return above if own else found.first


def _one_mark(found: list[Found]) -> list[Found]:
    """Of several marks ("Punkt", "Sag nr.") the one that numbers the items: the most frequent."""
    counts = Counter(f.mark for f in found)
    return [f for f in found if f.mark == counts.most_common(1)[0][0]]


def _free_labelled(alone: list[Found]) -> None:
    """Where items have their case number below, a number with one is an item, also when it would be the next of the list above it."""
    if any(f.labelled and not f.listed and f.score >= SURE for f in alone):
        for f in (f for f in alone if f.labelled and f.listed):
            f.listed, f.score = False, f.score + LISTED


def _doubt_lists(alone: list[Found], texts: list[str]) -> None:
    """Numbers in consecutive pieces are rather a list than items; the more so when the paper does not say that it is a meeting's."""
    paper = any(_PAPER.match(t) for t in texts[:8])
    for a, b in pairwise(alone):
        if a.last == b.first and int(b.number) == int(a.number) + 1 and not (a.listed and b.labelled and not b.listed):
            if b.listed and a.score < 2:
                b.score = min(a.score, b.score)
            elif a.score < 0:
                continue
            a.listed = b.listed = b.score < 4
            if not paper:
                a.score, b.score = a.score - 2, b.score - (1 if b.score > 3 else 2)


def _same(a: Found, b: Found) -> bool:
    """The same number and title, a page number of the table of contents aside."""
    if a.number != b.number:
        return False
    x, y = (_PAGE.sub("", f.title).lower() for f in (a, b))
    return x == y or (a.listed == b.listed and (x.startswith(y[:40]) or y.startswith(x[:40]) or fuzz.ratio(x, y) > 88))


_FIRST = attrgetter("first")


def _once(found: list[Found], heads: list[Heading | None]) -> list[Found]:
    """Each item of a row in reading order once: of a table of contents and the item itself the item; of a title printed again the first."""
    kept: dict[str, list[Found]] = {}
    opening = next((i for i, head in enumerate(heads) if head and head.role not in _OF_OPENING), len(heads))
    for f in found:
        known = kept.setdefault(f.number, [])
        twin = next((k for k in known if _same(k, f)), None)
        if twin is None:
            known.append(f)
        elif _contents(found, twin, f, heads):
            known[known.index(twin)] = f
            if not f.mark and twin.first < opening and not any(head and head.role == "annex" for head in heads[: twin.first]):
                f.listed, f.on_agenda, f.score = False, True, f.score + ON_AGENDA + LISTED * f.listed
        elif f.first <= twin.last + 1:
            twin.last, twin.content, twin.score = max(twin.last, f.last), max(twin.content, f.content), max(twin.score, f.score)
    return sorted((f for known in kept.values() for f in known), key=lambda f: f.first)


def _contents(found: list[Found], early: Found, late: Found, heads: list[Heading | None]) -> bool:
    """Does `early` stand in a table of contents: the next item follows at once, or the numbers begin again before the item itself?

    Where a part of the case stands below the early one, it is the item, and the late one an entry of a list at the end.
    """
    low, high = bisect_right(found, early.first, key=_FIRST), bisect_left(found, late.first, key=_FIRST)
    below = heads[early.last : found[low].first if low < len(found) else late.first]
    if any(head and head.role not in ("contents", "annex", "attendance") for head in below):
        return False
    if low >= high:
        return early.last < late.first and early.score < late.score
    return found[low].first - early.last <= 1 or any(int(found[i].number) <= int(early.number) for i in range(low, high))


def _chain(alone: list[Found]) -> list[Found]:
    """The rising row of numbers with most evidence; a restart inside an item (points 1, 2, 3) is left out."""
    sure = {f.number for f in alone if not f.listed and f.score >= 2}
    good = [f for f in alone if f.score >= 2 and not (f.listed and f.number in sure)]
    for a, b in pairwise([f for f in good if not f.listed]):
        if int(b.number) == int(a.number) + 1:  # what is listed between two items that follow each other is in the first of them
            good = [f for f in good if not (f.listed and a.first < f.first < b.first)]
    ends: dict[int, tuple[float, int]] = {}
    before: list[int] = []
    for i, f in enumerate(good):
        score, j = max((end for n, end in ends.items() if n < int(f.number) or n == int(f.number) > 1), default=(0.0, -1))
        before.append(j)
        ends[int(f.number)] = max(ends.get(int(f.number), (0.0, -1)), (score + f.score, i))
    at = max(ends.values(), default=(0.0, -1))[1]
    row = {i for i, f in enumerate(good) if f.on_agenda or f.labelled and f.score >= SURE and not f.listed}
    while at >= 0:
        row.add(at)
        at = before[at]
    row |= _out_of_turn(good, row)
    return _filled([good[i] for i in sorted(row)], alone)


def _out_of_turn(good: list[Found], row: set[int]) -> set[int]:
    """The number that is missing in the row and stands beside its place: the meeting took items in another order, 213, 215, 214."""
    numbers = {int(good[i].number) for i in row}
    kept = sorted(row)
    swapped = set()
    for a, b in pairwise(kept):
        for i in range(a + 1, b):
            n, low, high = (int(good[j].number) for j in (i, a, b))
            if n not in numbers and not good[i].listed and (n == high + 1 == low + 2 or n == low - 1):
                swapped.add(i)
    return swapped


def _filled(chain: list[Found], alone: list[Found]) -> list[Found]:
    """The row with the weaker items whose number is just the missing one."""
    for f in (f for f in alone if chain and f.score >= 0 and not f.listed and f not in chain):
        n = int(f.number)
        above = [int(c.number) for c in chain if c.first < f.first]
        below = [int(c.number) for c in chain if c.first > f.first]
        if n not in (*above, *below) and (not above or above[-1] == n - 1) and (not below or below[0] == n + 1):
            chain = sorted([*chain, f], key=lambda c: c.first)
    return chain


def _first(flow: Flow, blocks: list[Block], chain: list[Found]) -> list[Found]:
    """Item 1 when it ends the block above item 2: a head that broke off in the middle of a list of names."""
    if not chain or chain[0].number != "2" or not chain[0].first:
        return chain
    block = blocks[chain[0].first - 1]
    match = _LEFT_OVER.search(flow.text[block.start : block.end])
    if not match:
        return chain
    start = block.start + match.start("number")
    return [Found("1", trim(match["title"])[0], chain[0].first - 1, chain[0].first, start, block.end, 2, content=block.end), *chain]
