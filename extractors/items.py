"""Agenda items: which blocks are items, and which numbers only look like one.

A marked number ("Punkt 8:", "Sag nr. 163", "Nr. 13 BR 677/06.") says itself what it is. A bare one ("3. Title") is an item by what
stands around it: a case number or a section heading below, no sentence in it, and its place in a rising row of numbers.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from rapidfuzz import fuzz

from extractors.layout import Block, Flow
from extractors.sections import heading, plain

CASE = re.compile(
    r"(?<![\w.-])(?:EMN-\d{4}-\d{4,7}|\d{2}\.\d{2}\.\d{2}(?:[- ]?[A-ZÆØÅ]\d{2}-?\d{1,4}(?:-\d{1,5})?(?:-\d{2})?)?|\d{3}-\d{4}-\d{1,6}|"
    r"\d{4}-\d{5,6}|\d{2,4}/\d{2,6}"
    r"|\d{2}-\d{6}|\d-\d{2}-\d{2}-\d{1,4}-\d{2})(?![\w-])"
)
"""The families of case numbers (fieldguide.md, section 2.3)."""

_LABEL = r"(?:Sagsnummer|Sagsnr|Sagnr|Sagsid|Sag|J\.?\s?nr|Journal\s?nr|Journalnr|Acadre sagsnr|Dok\.?\s?nr|Dok)\.?:?"
LABELLED = re.compile(rf"^{_LABEL}\s*[\w(]", re.I)
_CLOSED = r"(?:lukket|closed|fortrolig)"
_OPEN = r"(?:åbent|åben|open)"
_STRONG = re.compile(
    rf"(?:(?P<closed>{_CLOSED})\s*[:–-]\s*|{_OPEN}\s*[:–-]\s*)?(?P<mark>Dagsordenspunkt|Punkt|Pkt\.?|Sag\s?nr\.?|Sag(?=\s\d{{1,4}}:)|"
    rf"Nr\.?)\s?(?P<number>\d{{1,4}})"
    r"(?![\d/.,-]*\d)\s*[:.–-]?\s*(?P<title>\S.*)?$", re.I | re.S)
_DOOR = re.compile(rf"(?P<door>{_OPEN}|{_CLOSED})\s(?:punkt\s|sag\s)?(?P<number>\d{{1,4}})\.?:?\s+(?P<title>(?:(?-i:[A-ZÆØÅ])|[\"”§]).*)"
                   rf"$", re.I | re.S)
_WEAK = re.compile(
    rf"(?P<number>\d{{1,4}})(?:\s?[.:)]{{1,3}}\s*|\s+|(?=[A-ZÆØÅ]))(?:\(?(?P<door>{_OPEN}|{_CLOSED})(?:\s(?:sag|punkt))?\)?\s+(?![:–-]))?"
    r"(?P<title>(?:(?-i:[A-ZÆØÅ])|[\"”“»§(]|\d{1,2}\.\s?behandling).*)$", re.I | re.S)
_DOTTED = re.compile(r"\d+\s?[.:)]")
_BARE = re.compile(r"\d{1,4}\.?$")
_JOURNAL = re.compile(
    rf"(?:(?:J\.?\s?nr\.?|Journal\s?nr\.?)\s*[\w./-]+\d\.?\s+|[A-ZÆØÅ]{{2,4}}\s{{1,2}}\d+/\d+\.?\s+)+")
_TAIL = re.compile(r"\s*\(\s*(?P<case>[A-ZÆØÅ]{0,3}[\s-]?\d[\d\s./-]*\d)?\s*\)\s*\.?$")
_PAGE = re.compile(r"(?:\s*\.{2,}\s*|\s{1,})\d{1,3}$")
_MONTHS = r"(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_NO_TITLE = re.compile(rf"(?:at\b|{_MONTHS}\b|mio\b|mia\b|kr\b|pct\b|%|stk\b|pkt\b|stemmer?\b|medlem(?:mer)?\b|halvår|kvartal)", re.I)
_HOUSEKEEPING = re.compile(
    r"(?:godkendelse af (?:dagsorden|referat)|meddelelser|eventuelt|evt\.?|spørgetid|orientering|gensidig orientering|næste møde|"
    r"velkomst|valg af|"
    r"underskrift|bemærkninger til dagsordenen|dagsorden og referat|godkendelse)", re.I)
_SENTENCE = re.compile(r"[a-zæøå)]{2}\. [A-ZÆØÅ]")
_PREDICATE = re.compile(r"(?:udgår|udgik|blev|bliver|er|behandle[sd]e?s?|udsættes|flyttes|og|til|fra|i|indstilles|anbefales|godkendes?|"
                        r"drøfte[sd])\b")


@dataclass(slots=True)
class Found:
    """An item as it stands: blocks `first` to `last` (exclusive) hold its number and title, printed once or twice; `start` to `end` is
    the first print, at `content` its text begins. `score` is the evidence."""

    number: str | None
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
    """A case number or its label stands below the title."""
    listed: bool = False
    """It may as well be the next entry of the list that it follows (points, annexes)."""


def find(flow: Flow, blocks: list[Block]) -> list[Found]:
    """The items in reading order, each once."""
    blocks = [replace(b, start=b.start + _bullet(flow.text, b)) for b in blocks]
    texts = [flow.text[b.start : b.end] for b in blocks]
    heads = [heading(t) if b.kind not in ("row", "note") else None for b, t in zip(blocks, texts)]
    marked = [f for i in range(len(texts)) if (f := _marked(blocks, texts, heads, i))]
    doors = [f for f in marked if f.mark == "door"]
    marked = _one_mark([f for f in marked if f.mark != "door"])
    weak = sorted([*doors, *(f for i in range(len(texts)) if (f := _weak(blocks, texts, heads, i)))], key=lambda f: f.first)
    _doubt_lists(weak, texts)
    chain = _chain(_once(weak))
    if len(marked) >= 2 or (marked and len(chain) <= len(marked)) or (marked and not chain):
        return _once(marked)
    return _first(flow, blocks, chain)


_LEFT_OVER = re.compile(r"(?:^|\s)(?P<number>1)\.\s(?P<title>[A-ZÆØÅ][^.]{3,120}\.?)$")


def _first(flow: Flow, blocks: list[Block], chain: list[Found]) -> list[Found]:
    """Item 1 when it ends the block above item 2: a head that broke off in the middle of a list of names."""
    if not chain or chain[0].number != "2" or not chain[0].first:
        return chain
    block = blocks[chain[0].first - 1]
    match = _LEFT_OVER.search(flow.text[block.start : block.end])
    if not match:
        return chain
    title, _ = _trim(match["title"])
    start = block.start + match.start("number")
    return [Found("1", title, chain[0].first - 1, chain[0].first, start, block.end, 2, content=block.end), *chain]


def _bullet(text: str, block: Block) -> int:
    """The length of a bullet before a number: "• 301. Planstrategi"."""
    match = _BULLETED.match(text, block.start, block.end)
    return len(match[0]) if match else 0


_BULLETED = re.compile(r"[•·▪◦-]\s*(?=\d{1,4}\.?\s)")
_PAPER = re.compile(r"(?:åben |tillægs|godkendt )?(?:referat|dagsorden|beslutningsprotokol|udskrift)", re.I)


def _doubt_lists(weak: list[Found], texts: list[str]) -> None:
    """Numbers in consecutive blocks are rather a list than items, unless the paper says it is an agenda or minutes."""
    paper = any(_PAPER.match(t) for t in texts[:8])
    for a, b in pairwise(weak):
        if a.last == b.first and int(b.number) == int(a.number) + 1:
            a.listed = b.listed = b.score < 4
            if not paper:
                a.score, b.score = a.score - 2, b.score - (1 if b.score > 3 else 2)


def _one_mark(marked: list[Found]) -> list[Found]:
    """Of several marks ("Punkt", "Sag nr.") the one that numbers the items: the most frequent."""
    counts: dict[str, int] = {}
    for f in marked:
        counts[f.mark] = counts.get(f.mark, 0) + 1
    best = max(counts, key=counts.get, default="")
    return [f for f in marked if f.mark == best]


def _marked(blocks: list[Block], texts: list[str], heads: list, i: int) -> Found | None:
    text = texts[i]
    match = (_STRONG.match(text) or _DOOR.match(text)) if blocks[i].kind not in ("row", "note") and len(text) < 400 else None
    if not match:
        return None
    groups = match.groupdict()
    door = groups.get("closed") or groups.get("door") or ""
    mark = (groups.get("mark") or "door").lower().rstrip(".").replace(" ", "")
    title = (groups["title"] or "").strip()
    journal = _JOURNAL.match(title)
    cases = CASE.findall(journal[0]) if journal else []
    title = title[journal.end():] if journal else title
    if title and title[0] not in "/(" and not LABELLED.match(title):
        if _PREDICATE.match(title) or _SENTENCE.search(title[:-1]) and mark in ("pkt", "punkt", "nr"):
            return None
        return _found(blocks, texts, i, i + 1, match["number"], title, 5, mark, _is_closed(door), cases)
    return _untitled(blocks, texts, heads, i, match["number"], mark, _is_closed(door))


def _untitled(blocks: list[Block], texts: list[str], heads: list, i: int, number: str, mark: str, closed: bool) -> Found | None:
    """A marked number without a title: "Sag nr. 163" below its title, "Pkt. 42" above it."""
    above = i > 0 and not heads[i - 1] and _is_title(texts[i - 1]) and blocks[i - 1].kind != "row"
    below = i + 1 < len(texts) and not heads[i + 1] and _is_title(texts[i + 1]) and not LABELLED.match(texts[i + 1]) and mark != "sagnr"
    if below and mark != "sagnr":
        return _found(blocks, texts, i, i + 2, number, texts[i + 1], 5, mark, closed)
    if above:
        return _found(blocks, texts, i - 1, i + 1, number, texts[i - 1], 5, mark, closed)
    return None


def _is_title(text: str) -> bool:
    return 2 < len(text) < 250 and (text[0].isupper() or text[0].isdigit() or text[0] in "\"”§") and not _SENTENCE.search(text)


def _is_closed(door: str) -> bool:
    return door.lower() in ("lukket", "closed", "fortrolig")


def _weak(blocks: list[Block], texts: list[str], heads: list, i: int) -> Found | None:
    """A bare number with a title, and how much speaks for an item."""
    text, block = texts[i], blocks[i]
    if block.kind in ("row", "note") or not text[0].isdigit() or len(text) > 400:
        return None
    if _BARE.match(text) and i + 1 < len(texts) and _is_title(texts[i + 1]) and not heads[i + 1] and blocks[i + 1].kind != "row":
        return _found(blocks, texts, i, i + 2, text.rstrip("."), texts[i + 1], _evidence(blocks, texts, heads, i, i + 2, texts[i + 1]) - 1)
    match = _WEAK.match(text)
    if not match or _NO_TITLE.match(match["title"]) or not (match["title"][0].isupper() or not match["title"][0].isalpha()):
        return None
    last = _wrapped(texts, heads, i)
    title = " ".join([match["title"], *texts[i + 1 : last]])
    found = _found(blocks, texts, i, last, match["number"], title, 0, closed=_is_closed(match["door"] or ""))
    found.score = _evidence(blocks, texts, heads, i, last, title) + (1 if match["door"] or found.cases else 0) - (0 if _DOTTED.match(text) else 1)
    below = texts[last] if last < len(texts) else ""
    found.labelled = bool(CASE.match(below) or LABELLED.match(below))
    found.listed = _in_list(heads, texts, i, int(match["number"]))
    found.score -= 2 if found.listed else 0
    return found


def _wrapped(texts: list[str], heads: list, i: int) -> int:
    """The block after a title that runs over several blocks."""
    last = i + 1
    while (last < len(texts) and last - i < 4 and not heads[last] and len(texts[last - 1]) > 40 and texts[last - 1][-1] not in ".:;)"
           and (texts[last][0].islower() or re.match(r"[\d(][\d\s-]*\)", texts[last]))):
        last += 1
    if last < len(texts) and re.fullmatch(r"\(?[\d\s/-]+\)", texts[last]) and texts[last - 1].count("(") >= texts[last - 1].count(")"):
        last += 1
    return last


def _evidence(blocks: list[Block], texts: list[str], heads: list, first: int, last: int, title: str) -> float:
    score = 0.0
    below = texts[last] if last < len(texts) else ""
    below_head = heads[last] if last < len(texts) else None
    if below_head or CASE.match(below) or LABELLED.match(below) or plain(below) == plain(title):
        score += 3
    elif any(heads[last : last + 3]):
        score += 1
    if _HOUSEKEEPING.match(title):
        score += 2
    score += 1 if title[-1] not in ".,;:" else 0
    score += 1 if len(title) <= 120 else -1
    score += 1 if blocks[first].kind == "heading" or blocks[first].bold else 0
    above = texts[first - 1] if first else ""
    score -= 3 if _SENTENCE.search(title) else 0
    score -= 3 if above.endswith((":", ",")) and first and heads[first - 1] is None else 0
    score -= 2 if title[-1] in ",;" else 0
    return score


def _in_list(heads: list, texts: list[str], i: int, number: int) -> bool:
    """Is it the next number of a recommendation's points or of a list of annexes?"""
    numbered = 0
    for j in range(i - 1, max(i - 30, -1), -1):
        if heads[j]:
            return heads[j].role in ("recommendation", "annex") and number <= numbered + (2 if heads[j].role == "recommendation" else 1)
        numbered += texts[j][:1].isdigit()
    return False


def _found(blocks: list[Block], texts: list[str], first: int, last: int, number: str, title: str, score: float, mark: str = "",
           closed: bool = False, cases: list[str] | None = None) -> Found:
    title, own = _trim(title)
    return Found(number.lstrip("0") or "0", title, first, last, blocks[first].start, blocks[last - 1].end, score, mark,
                 closed or bool(re.match(_CLOSED, title, re.I)), [*(cases or []), *own], blocks[last - 1].end)


def _trim(title: str) -> tuple[str, list[str]]:
    """A title without case number, closing dot and page number of a table of contents."""
    title = " ".join(title.split())
    tail = _TAIL.search(title)
    if tail:
        case = re.sub(r"-\s+", "-", tail["case"] or "").strip()
        return title[: tail.start()].strip().rstrip("."), [case] if case else []
    return title.rstrip(". ") if not title.endswith(("evt.", "Evt.", "m.v.", "mv.", "m.m.")) else title, []


def _same(a: Found, b: Found) -> bool:
    x, y = (_PAGE.sub("", f.title).lower() for f in (a, b))
    return a.number == b.number and (x == y or a.listed == b.listed and (x.startswith(y[:40]) or y.startswith(x[:40]) or fuzz.ratio(x, y) > 88))


def _once(found: list[Found]) -> list[Found]:
    """Each item once: of a table of contents and the item itself the item; of a title printed again and again the first."""
    kept: list[Found] = []
    for f in found:
        twin = next((k for k in kept if _same(k, f)), None)
        if twin is None:
            kept.append(f)
        elif _listed(found, twin, f):
            kept.remove(twin)
            kept.append(f)
        elif f.first <= twin.last + 1:
            twin.last, twin.content = max(twin.last, f.last), max(twin.content, f.content)
            twin.score = max(twin.score, f.score)
    return sorted(kept, key=lambda f: f.first)


def lead(found: Found, texts: list[str]) -> int:
    """The block where the item begins: its case number may stand alone above the title, and is no part of the item before."""
    above = found.first - 1
    return above if above > 0 and CASE.fullmatch(texts[above]) and not texts[above - 1][:1].isdigit() and found.mark == "" else found.first


def _listed(found: list[Found], early: Found, late: Found) -> bool:
    """Does `early` stand in a table of contents: the next item follows at once, or the numbers begin again before the item itself?"""
    between = [f for f in found if early.first < f.first < late.first]
    if not between:
        return early.last < late.first and early.score < late.score
    return between[0].first - early.last <= 1 or any(int(b.number) <= int(early.number) for b in between)


def _chain(weak: list[Found]) -> list[Found]:
    """The rising row of numbers with most evidence; a restart inside an item (points 1, 2, 3) is left out."""
    sure = {f.number for f in weak if not f.listed and f.score >= 2}
    good = [f for f in weak if f.score >= 2 and not (f.listed and f.number in sure)]
    best: list[tuple[float, int]] = []
    for i, f in enumerate(good):
        before = max(((best[j][0], j) for j in range(i) if int(good[j].number) <= int(f.number)), default=(0.0, -1))
        best.append((before[0] + f.score, before[1]))
    at = max(range(len(best)), key=lambda i: best[i][0], default=-1)
    row = []
    while at >= 0:
        row.append(at)
        at = best[at][1]
    kept = set(row) | {i for i, f in enumerate(good) if f.labelled and f.score >= 5 and not f.listed}
    return _filled([good[i] for i in sorted(kept)], weak)


def _filled(chain: list[Found], weak: list[Found]) -> list[Found]:
    """The row with the weaker items whose number is just the missing one."""
    if not chain:
        return chain
    spare = [f for f in weak if f.score >= 0 and not f.listed and f not in chain]
    numbers = {int(f.number) for f in chain}
    for f in spare:
        n = int(f.number)
        above = [int(c.number) for c in chain if c.first < f.first]
        below = [int(c.number) for c in chain if c.first > f.first]
        if n not in numbers and (not above or above[-1] == n - 1) and (not below or below[0] == n + 1):
            chain = sorted([*chain, f], key=lambda c: c.first)
            numbers.add(n)
    return chain
