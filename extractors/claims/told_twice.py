"""Figures that a recommendation, a decision or a summary tells otherwise than the text of its case: "24 computere", where 26 are needed.

Nothing but the figures is looked for: the one stands nowhere else in the item, nothing near by makes it up, and among the figures on the
other side a single one, of the same unit and thing and with words of its own in common, looks like it but for one digit or two exchanged.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from extractors.claims.fit import adds_up, exact, meets
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import VOTES, YEAR, given
from extractors.claims.otherwise import fails
from extractors.claims.sentence import COUNTING, Sentence
from minutes import bearings
from minutes.closeness import one_digit, swapped
from minutes.content import akin, like, shared, stem, stems
from minutes.days import A_MONTH
from minutes.likeness import contrasted
from minutes.records import Claim

_HEADING = re.compile(r"\bkort\b|resum|sammenfat|sammendrag|hovedpunkt|konklusion|overblik|indstil|anbefal|beslutning|forslag til")
_PROPOSES = re.compile(
    r"\b(?:indstil|anbefal|tilråd)\w*|\b(?:bevilges|bevilgede|vedtog|vedtaget|besluttede|besluttet|godkendte)\b"
    r"|^\W*(?:\d\W+)?at (?:\w+ )?(?:afsætte|bevilge|give|meddele|købe|frigive|godkende)s?\b"
)
_MOVES = re.compile(r"\W*(?:\w\W+)?(?:at|der) |.*\bforeslår\b")
"""How a point of a recommendation begins."""
_OF_THEM = re.compile(r"\W*af (?:dem|disse|de)\b")
_DAY = re.compile(rf"(?:\d{{1,2}}\. )?(?:{A_MONTH})(?: \d{{4}})?")
_MORE = re.compile(r"\b(?:desuden|yderligere|derudover|herudover|hertil|dertil|ekstra|foruden|ud ?over)\b")
_SOUGHT = re.compile(r"\b(?:an)?søgt\b|\bansøg\w*|\bønske[rt]?\b")
_COMMA = re.compile("[,;]")
_TODAY = re.compile(r"(?i)\bi dag\b")
""" "Skolen har i dag 238 elever": of what is proposed that is what was, of what is summed up what is."""
_ANOTHER = frozenset(("old", "other", "amended"))
LEAST = 10
"""Smaller figures are told of many things."""
WORDS = 2
"""Words that they have in common where nothing else ties them."""
DIGITS = 2
"""What a figure must be printed with for another digit to tell."""
LEAST_PARTS = 3
"""Figures of one sentence that are added up, and digits of their sum."""
FARTHEST = 2
"""So many times each other, nobody takes the one for the other."""
BEFORE = 2
"""Sentences before one whose figures may bear out one of its own."""
NEAR = 8
"""Figures to each side that may make one up."""
SEEN = 6
"""Digits by which figures are found that look alike."""
_Told = tuple[Sentence, Mention]
_Figure = tuple[Sentence, Mention, bool]
"""A figure, its sentence, and whether that recommends, decides or sums up."""


def find(ledger: Ledger) -> None:
    """Every such pair of figures of an item."""
    claims = [c for c in ledger.claims if c.extra["if_not"] not in ("unverifiable", "note")]
    tied = {q.source.at for c in claims for q in (c.stated, *c.operands) if q and q.source}
    made = {q.source.at for c in claims if c.kind != "restated" and _holds(c) for q in (c.stated, *c.operands) if q and q.source}
    for sides in _items(ledger):
        for unit in ("kr", "number"):
            told = ((s, m, side) for s, side in sides for m in s.mentions if m.unit == unit)
            _compare(ledger, unit, [f for f in told if f[1].value >= LEAST], tied, made)


def _holds(claim: Claim) -> bool:
    """Is what it states what the others make?"""
    stated: Any = claim.stated
    operands: list[Any] = [*claim.operands]
    return stated is not None and not fails(claim.relation, stated, operands, claim.extra.get("weights") or [1] * len(operands))


def _compare(ledger: Ledger, unit: str, figures: list[_Figure], tied: set[int], made: set[int]) -> None:
    by_digits: dict[tuple[str, bool], list[_Told]] = defaultdict(list)
    for s, m, side in figures:
        for key in _keys(m.value):
            by_digits[key, side].append((s, m))
    cells = table_values(ledger, figures[0][0].item, unit) if figures else frozenset()
    for i, (s, m, side) in enumerate(figures):
        if m.number in tied or m.digits < DIGITS or m.value in cells or _wide(m):
            continue
        both = {o.value for key in _keys(m.value) for _, o in by_digits[key, side]}
        found = (f for key in _keys(m.value) for f in by_digits[key, not side] if _looks_like(f[1], m))
        alike = {o.start: (t, o) for t, o in found if o.value not in both}
        others = [(t, o) for t, o, there in figures if there is not side] if side and sum(f[2] for f in figures) == 1 else []
        beside = (o for _, o, _ in (*figures[max(i - NEAR, 0) : i], *figures[i + 1 : i + 1 + NEAR]))
        if (alike or others) and not _explained(s, m, figures, side) and not given(exact(m), list(map(exact, beside))):
            proposed = side and unit == "kr" and (_PROPOSES.search(s.skeleton) or _MOVES.match(s.skeleton))
            few = _few_words(ledger, s, m, list(alike.values()), cells, made) if proposed else {}
            _hold_against(ledger, s, m, list(alike.values()), others, few)


def _keys(value: Decimal) -> Iterator[str]:
    """What it shares with every number that differs from it in one digit or in their order."""
    place, digits = value.adjusted(), "".join(map(str, value.as_tuple().digits)).ljust(SEEN, "0")[:SEEN]
    yield f"{place}={''.join(sorted(digits))}"
    for i in range(SEEN):
        yield f"{place}:{i}:{digits[:i]}{digits[i + 1 :]}"


def _few_words(ledger: Ledger, s: Sentence, m: Mention, alike: list[_Told], cells: frozenset[Decimal], made: set[int]) -> dict[int, int]:
    """How few words do, by the place of the other figure, beside a sum that is proposed: for rates in øre and what others bear out, one,
    and for what a claim ties to others, with two digits exchanged; for what the tables tell too, with two digits exchanged, none."""
    turned = {o.start: int(o.value not in cells) for _, o in alike if (o.number in made or o.value in cells) and swapped(o.value, m.value)}
    return {o.start: 1 for t, o in alike if m.value % 1 and o.value % 1 or _borne_out(ledger, s, m, t, o)} | turned


def _hold_against(ledger: Ledger, s: Sentence, m: Mention, alike: list[_Told], others: list[_Told], few: dict[int, int]) -> None:
    """A figure that nothing explains beside the one of the other side that it looks like, if need be with `few` words in common. The only
    figure of a recommendation may also be the last of the `others`, where those before it make that up, or the sum of those of one
    sentence."""
    meant = [(t, o) for t, o in alike if _of_one_thing(ledger, s, m, t, o)]
    meant = meant or [(t, o) for t, o in alike if o.start in few and _of_one_thing(ledger, s, m, t, o, few[o.start])]
    if not meant and m.unit == "kr" and others and others[-1] in alike and not _for_another(ledger, (s, m), others[-1]):
        meant = others[-1:] if given(exact(others[-1][1]), [exact(o) for _, o in others[:-1][-NEAR:]]) else []
    if len({o.value for _, o in meant}) == 1:
        before = (c for c in ledger.claims if c.kind == "restated" and c.states(meant[0][1].number))
        for other in [c for c in before if c.operands[0].source and c.operands[0].source.at == m.number]:
            ledger.claims.remove(other)  # of two that nothing else explains the later is told
        ledger.say(s, "restated", "sum", m, [meant[0][1]], if_not="warning", alone=True)
    for t in {t.start: t for t, _ in others}.values() if not meant and m.digits >= LEAST_PARTS else ():
        parts = [o for u, o in others if u is t]
        total = sum((p.value for p in parts), Decimal(0))
        slip = len(parts) >= LEAST_PARTS and (swapped(total, m.value) or one_digit(total, m.value))
        if slip and shared(stems(s.skeleton), stems(t.skeleton)):
            ledger.say(s, "sum", "sum", m, parts, if_not="warning")


def _borne_out(ledger: Ledger, s: Sentence, m: Mention, t: Sentence, o: Mention) -> bool:
    """Is the other figure what those beside the two make, or do it and those beside it make one of them?"""
    near = {u.start: u for v in (s, t) for u in (*ledger.right_before(v, BEFORE), v, ledger.right_after(v)) if u}
    beside = [exact(x) for u in near.values() for x in u.mentions if x.unit == o.unit and x is not m and x is not o]
    own = [x for x in t.mentions if x.unit == o.unit]
    at = own.index(o)
    runs = [list(map(exact, own[i:j])) for i in range(at + 1) for j in range(max(at + 1, i + 2), len(own) + 1)]
    return given(exact(o), beside) or any(adds_up(w, run) for run in runs for w in beside)


def _explained(s: Sentence, m: Mention, figures: list[_Figure], side: bool) -> bool:
    """Does the other side tell it too, or its own side once more, or is it made of a figure of its sentence and any other?"""
    made = {way for x in s.mentions if x is not m for way in (m.value + x.value, abs(m.value - x.value))}
    others = [(o, there) for _, o, there in figures if o is not m]
    if any(o.value == m.value or there is not side and not _wide(o) and meets(o.low, o.high, m) for o, there in others):
        return True
    return any(o.value in made for o, _ in others)


def _items(ledger: Ledger) -> Iterator[list[tuple[Sentence, bool]]]:
    """The sentences of each item that hold figures, each with whether it recommends, decides or sums up; none where all do, or none."""
    items: dict[str | None, list[tuple[Sentence, bool, int]]] = defaultdict(list)
    heading, last = "", 0
    for s in ledger.sentences:
        if s.kind == "heading":
            heading, last = s.skeleton, s.start
        elif s.holds & COUNTING:
            items[s.item].append((s, _HEADING.search(heading) is not None, last))
    for told in items.values():
        said = [_PROPOSES.search(s.skeleton) is not None for s, _, _ in told]
        for sides in ([a or b for a, (_, b, _) in zip(said, told, strict=True)], [at == told[-1][2] for _, _, at in told], said):
            if any(sides) and not all(sides):
                yield [(s, side) for (s, _, _), side in zip(told, sides, strict=True)]
                break


def table_values(ledger: Ledger, item: str | None, unit: str) -> frozenset[Decimal]:
    """The numbers of the item's tables, those of money whatever the unit of the table."""
    grids = [g for g in ledger.grids if ledger.structure.item_at(g.table.source.at) == item]
    scales = (1, 1000, 1_000_000) if unit == "kr" else (1,)
    return frozenset(abs(n.value) * k for g in grids for r in g.rows for n in r.numbers.values() for k in scales)


def _wide(m: Mention) -> bool:
    """Is it a range, or told only about?"""
    return m.high - m.low > m.value / 10


def _looks_like(o: Mention, m: Mention) -> bool:
    """Are both so much of one kind, and alike in print: a number with decimals counts no things, and the first of two digits is seen?"""
    less, more = sorted((o.value, m.value))
    size = more <= FARTHEST * less and (m.unit == "kr" or o.value.as_tuple().exponent == m.value.as_tuple().exponent)
    rates = o.per == m.per or not (o.per and m.per) and ("year" in (o.per, m.per) or o.value % 1 and m.value % 1)
    alike = rates and o.bounded == m.bounded and o.digits >= DIGITS and size and not _wide(o)
    return bool(alike) and (swapped(o.value, m.value) or one_digit(o.value, m.value))


def _of_one_thing(ledger: Ledger, s: Sentence, m: Mention, t: Sentence, o: Mention, least: int = WORDS) -> bool:
    """Do the words that are their own (so many of sums of money) say that both are of one thing, and none that they are of two?"""
    near = {x.value for u in (s, t) for v in (*ledger.right_before(u, 1), u, ledger.right_after(u)) if v for x in v.mentions}
    if near & {abs(m.value - o.value), m.value + o.value} or VOTES.search(s.skeleton) or VOTES.search(t.skeleton):
        return False
    (one, years), (other, others) = _own(ledger, s, m), _own(ledger, t, o)
    clauses = _clause(one), _clause(other)
    if _other(years, others) or contrasted(*map("#".join, clauses)):
        return False
    if any(_other(*map(called, (one, other))) for called in (lambda words: set(_DAY.findall(words)), _numbered)):
        return False
    proposed = _PROPOSES.search(s.skeleton) or _PROPOSES.search(t.skeleton)
    lefts = [(left if proposed else _TODAY.sub("", left), right) for left, right in clauses]
    if least < WORDS and _for_another(ledger, (s, m), (t, o)) or len({_SOUGHT.search(left) is None for left, _ in clauses}) > 1:
        return False
    marked = [_ANOTHER & bearings.marks(left, right, left) for left, right in lefts]
    if marked[0] != marked[1] or any(_MORE.search(left.lower()) for left, _ in lefts):
        return False
    here, there = stems(one), stems(other)
    both = shared(here, there)
    if m.unit == "kr":
        return len(both) >= least or bool(both and years & others)
    a, b = _counted(s, m), _counted(t, o)
    if a and b and not like(a, b):
        return False
    named = next((stem(noun) or noun for noun in (a, b) if noun), "")
    known = bool(named) and all(any(word and akin(named, word) for word in words) for words in ({*here, stem(a)}, {*there, stem(b)}))
    rest = [word for word in both if not akin(word, named)]
    return len(rest) + 2 * bool(years & others) > (0 if known else 1)


def _for_another(ledger: Ledger, *told: _Told) -> bool:
    """Is each said to be for something, and the one for another than the other: "for foreninger", "for private"?"""
    one, other = (bearings.purposes(*map(str.lower, _clause(_own(ledger, *one)[0]))) for one in told)
    return bool(one and other) and not shared(one, other)


def _numbered(words: str) -> set[str]:
    """The letters and numbers of "model A", "etape 2"."""
    return {name for name in bearings.names(words, 0, len(words)) if name.startswith("=")}


def _other(one: set[str], other: set[str]) -> bool:
    """Do both tell a time, and none that is the same?"""
    return bool(one and other) and not one & other


def _own(ledger: Ledger, s: Sentence, m: Mention) -> tuple[str, set[str]]:
    """What is said between the figures of its unit to each side, and the years told there; "fra 900 kr. til #" goes on
    from the first, "# af de 57 huse" to the second."""
    beside, text = [o for o in s.mentions if o.unit == m.unit], ledger.flow.text
    first = last = beside.index(m)
    while first and not stems(text[beside[first - 1].end : m.start]):
        first -= 1
    while last + 1 < len(beside) and not stems(text[m.end : beside[last + 1].start]):
        last += 1
    start, end = (beside[first - 1].end if first else s.start), (beside[last + 1].start if last + 1 < len(beside) else s.end)
    words = f"{text[start : m.start]} # {text[m.end : end]}"
    return words, set(YEAR.findall(_DAY.sub("", words)))


def _clause(words: str) -> tuple[str, str]:
    """The words before a figure, and the clause after it."""
    left, _, right = words.partition("#")
    return left, _COMMA.split(right, maxsplit=1)[0]


def _counted(s: Sentence, m: Mention) -> str:
    """What it is a number of: "640 af dem" are of those counted before, "21 af de 57 huse" of those after it."""
    if not _OF_THEM.match(s.skeleton, s.position(m) + 1):
        return m.noun
    others = [o.noun for o in s.mentions if o.unit == "number" and o is not m and o.noun]
    return others[-1] if others else ""
