"""A share that the prose states of a table: "Økonomiudvalgets andel svarer til 11,3 pct. af de samlede serviceudgifter"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from extractors.claims.grid import Grid, Number, Row
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.needs import needs
from minutes.records import Claim, Quantity

_SHARE = pattern(
    r"(?P<lead>.{0,200}?)\b(?:udgør|udgjorde|svarer til|svarede til|står (?:\w+ )?for|stod (?:\w+ )?for|tegner sig (?:\w+ )?for"
    r"|andel(?:en)? (?:\w+ ){0,3}er|lægger beslag på|modtager|dækker|har|får)\b"
    r"~30(?P<p><P>)(?: af (?P<whole>~70)(?=[.,;(]|\bog\b|$))?"
)
_WORDS = re.compile(r"[a-zæøå]{5,}")
_SHARED = needs(_SHARE)
_ITS_OWN = re.compile(r"^(?:\w{3,}(?:ets|ens|nes)|dets|dens|sit|sin|deres|(?:det|den) \w+) ")
_HEAD_WORDS = re.compile(r"[a-zæøå]{5,}|[a-zæøå]{3,}(?=\.)")
STEM = 6
"""Letters by which a word of the prose and one of a heading are the same: "korrigerede", "Korrigeret", "Korr."."""
LEAST_LABEL = 4
"""Characters of a row's label that is looked for in prose."""
_FORMS = r"(?:e?ne?|et|er|erne)?s?(?!\w)"
"""How a label may end in prose: "Sygehuse" is "sygehusene", "Løn" "lønnen"."""
_MARK = re.compile(r"^(?:[a-z0-9]{1,2}[.)]\s+|[-–•]\s*)")
_THAT_ONE = re.compile(r"^(?:udvalget|området|afdelingen|puljen|posten|(?:det|den|dette) )")
"""The subject that the sentence before has named."""


def find(ledger: Ledger) -> None:
    """Every share of a table's row that a sentence after or near the table states."""
    grids = [g for g in ledger.grids if any(r.total for r in g.rows)]
    if not grids:
        return
    for s, before in ledger.in_turn(1, _SHARED):
        whole = ""
        shared = any(m.unit == "percent" for m in s.mentions)
        for match in _SHARE.finditer(s.skeleton) if shared else ():
            p, whole = s.of(match.start("p")), match["whole"] or whole
            said_before = before and _THAT_ONE.match(match["lead"] or s.skeleton)
            found = [(g, rows) for g in grids if (rows := _named_rows(g, before[0].skeleton if said_before else match["lead"]))]
            if found and not p.bounded and not (said_before and any(len(rows) > 1 for _, rows in found)):
                _of_its_own(ledger, s, found, match, p) or _share(ledger, s, found, whole, p)


def _of_its_own(ledger: Ledger, s: Sentence, found: list[tuple[Grid, list[Row]]], match: re.Match[str], p: Mention) -> bool:
    """ "Merforbruget i Socialudvalget på 9,6 mio. kr. svarer til 2,0 pct. af udvalgets korrigerede budget": two cells of one row."""
    told = s.between(match.start("lead"), match.start("p"), "kr")
    if len(told) != 1 or len(found) != 1 or len(found[0][1]) != 1 or not _ITS_OWN.search(match["whole"] or ""):
        return False
    grid, (row,) = found[0]
    said = _WORDS.findall(match["whole"])
    heads = {j: {h[:STEM] for h in _HEAD_WORDS.findall(grid.heading(j).lower())} for j in row.numbers}
    named = {j: sum(any(w.startswith(h) for w in said) for h in head) for j, head in heads.items()}
    best = [j for j, n in named.items() if n and n == max(named.values())]
    part = next((n for n in row.numbers.values() if abs(n.value) * (grid.table.scale or 1) == told[0].value), None)
    if part is None or len(best) != 1 or part is row.numbers[best[0]] or not row.numbers[best[0]].value:
        return False
    if part.value < 0:
        part = Number(-part.value, -part.high, -part.low, part.source)
    _claim(ledger, s, p, row.label, part, row.numbers[best[0]], "error")
    return True


def _share(ledger: Ledger, s: Sentence, found: list[tuple[Grid, list[Row]]], of: str, p: Mention) -> None:
    """The share `p` of rows of these tables, of the whole that is called `of`."""
    tried = [(g, rows, *way) for g, rows in found for way in _ways(g, rows)]
    if not tried:
        return
    fitting = [t for t in tried if _fits(p, t[2], t[3])]
    grid, rows, part, whole = fitting[0] if fitting else min(tried, key=lambda t: abs(_percent(t[2], t[3]) - p.value))
    about = _is_about(grid, of)
    sure = len({id(g) for g, _ in found}) == 1 and about
    if fitting or sure:
        _claim(ledger, s, p, " og ".join(r.label for r in rows), part, whole, "error" if sure else "unverifiable")


def _claim(ledger: Ledger, s: Sentence, p: Mention, label: str, part: Number, whole: Number, if_not: str) -> None:
    operands = (
        Quantity(part.value, part.low, part.high, "count", part.source, label),
        Quantity(whole.value, whole.low, whole.high, "count", whole.source),
    )
    ledger.claims.append(
        Claim(
            kind="share",
            relation="share",
            source=ledger.around(s, p),
            check="share-differs",
            stated=p.quantity(ledger.flow),
            operands=operands,
            item=ledger.structure.item_at(p.start),
            extra={"if_not": if_not},
        )
    )


def _named_rows(grid: Grid, lead: str) -> list[Row]:
    """The rows whose label stands in the text before the percentage; the longest where one label holds another."""
    named = []
    for row in grid.rows:
        label = _unmarked(row.label)
        if len(label) >= LEAST_LABEL and not row.total and label in lead and re.search(rf"(?<!\w){re.escape(label)}{_FORMS}", lead):
            named.append((row, label))
    return [r for r, label in named if not any(label != other and label in other for _, other in named)]


@lru_cache(maxsize=5000)
def _unmarked(label: str) -> str:
    """A label in lower case without its number or dash."""
    return _MARK.sub("", label.lower())


def _ways(grid: Grid, rows: list[Row]) -> list[tuple[Number, Number]]:
    """Part and whole by every column of amounts that has a total, or of shares: the part against a hundred."""
    ways = []
    total = next(r for r in reversed(grid.rows) if r.total)
    for j in grid.columns:
        cells = [r.numbers[j] for r in rows if j in r.numbers]
        if len(cells) != len(rows) or j not in total.numbers or not total.numbers[j].value:
            continue
        part = Number(
            sum((c.value for c in cells), Decimal(0)),
            sum((c.low for c in cells), Decimal(0)),
            sum((c.high for c in cells), Decimal(0)),
            cells[0].source,
        )
        ways.append((part, total.numbers[j]))
    return ways


def _percent(part: Number, whole: Number) -> Decimal:
    return abs(part.value * 100 / whole.value)


def _fits(p: Mention, part: Number, whole: Number) -> bool:
    return p.low <= _percent(part, whole) <= p.high


def _is_about(grid: Grid, whole: str) -> bool:
    """Does the named whole ("de samlede serviceudgifter") occur in the table's caption, headings or total row?"""
    total = next(r for r in reversed(grid.rows) if r.total)
    said = " ".join([grid.table.caption, total.label, *(grid.heading(j) for j in range(grid.width))]).lower()
    words = [w for w in _WORDS.findall(whole) if w not in ("samlede", "samlet", "kommunens", "totale")]
    return any(w[:8] in said for w in words)
