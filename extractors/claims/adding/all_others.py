"""Totals told by their place: what stands first as the sum of all that follows, or after figures as what they come to, some taken off.

No form of words is looked for. Of the few calculations that a place allows one fits, or else nothing that can be made of the figures gives
the stated one, and a calculation keeps from it by a slip of a figure. A place alone tells little of short numbers: these need a word, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import combinations, groupby, product

from extractors.claims.adding.enumerations import NUMBERS_UNREAD, SPENT_OF, describes, enumerated
from extractors.claims.adding.near_sums import counts_part
from extractors.claims.counting.counted import some_of
from extractors.claims.fit import adds_up, differ_by, meets, multiplies
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ADDS_TO, CHANGE, VOTES, of_another_year
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import carried, misprinted, printed, swapped

MOST, MANY, TELLING = 9, 3, 3
"""Figures of a passage; parts of a total that its place may tell, and digits of one."""
SLIPS = 10
"""Digits that may stand in the place of one."""
LEAST = 10
"""A smaller total fits or fails by chance."""
NEAR = Decimal("0.35")
"""How far a slip leaves a total from what it should be, as a part of it."""
MADE_OF, BACK, BESIDE = 7, 3, 20
"""Figures of which one may be made up in any way; sentences before them that may hold another; characters after it that name it."""
_SO = pattern(r"<so>|(?:^\W*|[,;] (?:og )?)så\b|\bi det hele\b|med andre ord")
_THE = re.compile(r"\b(?:de|disse|alle|samtlige|begge) $")
_CUE = pattern(rf"{_SO.pattern}|\bså\b|(?<!for )(?<!på )(?<!med )<all>|\bsum(?:men)?\b|(?!gav|giver)<comes>|=|{_THE.pattern}")
"""What follows is drawn from the figures before it, takes them up again, or may be."""
_SO_MANY = pattern(r"\b(?:de|disse|alle|samtlige) (?P<n><N>)(?! <ANY>)")
_WHEN = re.compile(r"\b(?:i år|i fjor|(?:sidste|næste) år|året (?:før|efter)|(?:19|20)\d\d|(?:an)?søgte?|vurderet)\b")
"""Words for another time, or for what is not what it came to."""
_LEVEL = re.compile(r"^ (?:til|mod) $|\b(?:fra|mod|end|(?:tilbage|ned|frem) til) $")
_LEFT = pattern(r"<left>|<rest>|\bmangle\w*|\b(?:over|under)skud\w*|\bnetto\w*|\btilbage\b|\bfor (?:meget|lidt|mange|få)\b")
_REST = re.compile(r"\bresten(?!,? [\ue000\ue005])")
_OPEN = pattern(
    rf"<some>|{_REST.pattern}|\b(?:heriblandt|eller|et par|nogle|enkelte|blandt andre|de (?:største|vigtigste|væsentligste))\b"
    r"|\bsammen med\b(?! de\b)|\bdet samme\b(?! som)|\blige så m\w+(?! som)"
    r"|\bhvert?\b(?! (?:\w+ )?(?:uge|måned|dag|år|anden))|\bsnit\b|\bgennemsnit\w*|\b(?:skiller|forskel\w*)\b"
)
"""There is more than is told, a number that is not read, or another relation."""
_WITH_MORE = re.compile(
    r"\b(?:inklusive|inkl|plus|tillagt|(?:lagt|lægges) til|oven ?i|medregnet|(?:regnes|tælles) med)\b|\bmed det\b"
    r"|(?<!uden )(?<!ekskl\. )\b(?:uforudset\w*|moms)\b"
)
_Told = list[tuple[Sentence, Mention]]
_Way = tuple[list[Mention], list[int]]
"""Figures and what each is multiplied by."""


def find(ledger: Ledger) -> None:
    """Every such total that no other family is sure to have read."""
    read = (c for c in ledger.claims if c.extra["if_not"] not in ("unverifiable", "note") and c.relation not in ("at_most", "direction"))
    known = {c.stated.source.at for c in read if c.stated and c.stated.source}
    points: list[Sentence] = []
    above: list[Sentence] = []
    blocks = (list(group) for _, group in groupby(ledger.sentences, key=lambda s: s.block))
    for here in (*blocks, []):
        if here and here[0].kind == "point":
            points += here
            continue
        for unit in ("kr", "number"):
            for figures, asked in _passages(above, points, here, unit):
                for i in asked:
                    _total(ledger, figures, i, known)
        points, above = [], here


def _passages(above: list[Sentence], points: list[Sentence], here: list[Sentence], unit: str) -> Iterator[tuple[_Told, Iterable[int]]]:
    """The figures of a paragraph, of one with the list above it or the paragraph above, and of a list with what stands above it; and which
    of them may be totals."""
    before, own, listed = _of(above, unit), _of(here, unit) if here and here[0].kind != "heading" else [], _entries(points, unit)
    if listed and before:
        yield [before[-1], *listed], [0]
    for k, (s, m) in enumerate(own if listed else ()):
        if not k or _THE.search(s.lead(m)):
            yield [*listed, (s, m)], [len(listed)]
    if MANY <= len(own) <= MOST:
        yield own, range(len(own))
    follows = own and before and not points and above[0].kind == here[0].kind == "paragraph" and above[0].item == here[0].item
    if follows and len(before) + len(own) <= MOST:
        yield [*before, *own], [i for i, (s, m) in enumerate(own, len(before)) if _CUE.search(s.lead(m))]


def _of(sentences: list[Sentence], unit: str) -> _Told:
    return [(s, m) for s in sentences for m in s.mentions if m.unit == unit and m.value > 0]


def _entries(points: list[Sentence], unit: str) -> _Told:
    """The figures of a list in which each point has one."""
    told = [_of(list(group), unit) for _, group in groupby(points, key=lambda s: s.block)]
    return [ones[0] for ones in told] if len(told) > 1 and all(len(ones) == 1 for ones in told) else []


def _total(ledger: Ledger, figures: _Told, i: int, known: set[int]) -> None:
    """Keep what fits; else the longest calculation that a slip keeps from it."""
    s, whole = figures[i]
    rated = s.is_rate(whole) and figures[-1][0].kind != "point"
    another = whole.number in known or of_another_year(s)
    known_or_other = another or whole.qualifier or rated or _LEVEL.search(s.lead(whole)) or some_of(s, whole)
    if known_or_other or not _may_be_told(figures, i):
        return
    before, after, firsts = _beside(figures, i)
    runs = [r for r in (after, *(before[k:] for k in firsts)) if len(r) > 1]
    ways = [(r, [1] * len(r)) for r in runs]
    if fitting := next((w for w in ways if _fits(whole, *w)), None):
        ledger.say(s, "sum", "sum", whole, fitting[0], if_not="unverifiable")
        return
    less = [(r, [1] * n + [-1] * (len(r) - n)) for r in runs if r is not after for n in range(1, len(r))]
    off = [w for w in ways if slipped(whole, *w) and _is_sum(ledger, figures, s, whole, w[0])]
    off = off or [w for w in less if slipped(whole, *w) and _is_left(figures, s, whole, *w)]
    off = off or _moved(figures, s, whole, [m for _, m in figures[:i] if not m.bounded])
    near = [m for t in ledger.right_before(figures[0][0], BACK) for m in t.mentions if m.unit == whole.unit]
    drawn = [(t, m) for t, m in figures if m.start < s.end]
    if not off or made_up(whole, figures if any(m.start > whole.start for parts, _ in off for m in parts) else drawn, near):
        return
    ledger.claims[:] = [c for c in ledger.claims if not (c.extra["if_not"] == "note" and c.states(whole.number))]
    parts, weights = max(off, key=lambda w: len(w[0]))
    if min(weights) > 0:
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning", sure=True)
    else:
        weights = weights if _come_to(parts, weights) > 0 else [-w for w in weights]
        ledger.say(s, "difference", "sum", whole, parts, weights=weights, if_not="warning", sure=True)


def _moved(figures: _Told, s: Sentence, whole: Mention, parts: list[Mention]) -> list[_Way]:
    """ "43.317 ved nytår, 412 født, 438 døde …, så her bor 43.480": what some came to and others went from, where a slip of it mends only
    one way of signs, and hardly by chance."""
    if len(parts) < MANY or not _SO.search(s.lead(whole)):
        return []
    near = max(p.value for p in parts) == parts[0].value and abs(whole.value - parts[0].value) < NEAR * whole.value
    ways = [(parts, [1, *signs]) for signs in product((1, -1), repeat=len(parts) - 1)] if near and len(parts) < MADE_OF else []
    if len(ways) * SLIPS * whole.digits > 10 ** (whole.digits - 1) or any(_fits(whole, *w) for w in ways):
        return []
    off = [w for w in ways if misprinted(whole.value, _come_to(*w), whole.high - whole.low) and _closed(figures, s, whole, parts)]
    return off if len(off) == 1 else []


def _may_be_told(figures: _Told, i: int) -> bool:
    """Does it stand first, or after several of one sentence or list, or may words say that it follows from those before it?"""
    if i < 1:
        return len(figures) > MANY
    several = i >= MANY and (figures[i - MANY][0] is figures[i - 1][0] or figures[i - 1][0].kind == "point")
    s, whole = figures[i]
    return i > 1 and (several or bool(_CUE.search(s.lead(whole)) or _LEFT.search(s.beside(whole)[0])))


def _beside(figures: _Told, i: int) -> tuple[list[Mention], list[Mention], list[int]]:
    """What may be its parts before it, or after it where these are all other figures; and where they may begin: with a sentence, with the
    last total before it or right after that."""
    s, whole = figures[i]
    alike = [(t, m) for t, m in figures if m is not whole and _may_be_part(t, m, s, whole)]
    before = [(t, m) for t, m in alike if m.start < whole.start]
    after = [] if before or len(alike) < len(figures) - 1 else [m for _, m in alike]
    told = [m for _, m in before]
    firsts = [k for k, (t, _) in enumerate(before) if not k or before[k - 1][0] is not t and t.block == s.block]
    for k in range(2, len(told)):
        if any(adds_up(told[k], told[j:k]) for j in range(k - 1)):
            firsts = [k, k + 1]
    return told, after, firsts


def _may_be_part(t: Sentence, m: Mention, s: Sentence, whole: Mention) -> bool:
    kind = m.unit == "kr" or counts_part(m, whole) or counts_part(whole, m) or not whole.noun and describes(m.noun)
    return kind and not m.bounded and m.per in (None, whole.per) and not (t.is_rate(m) and not s.is_rate(whole))


def _come_to(parts: list[Mention], weights: list[int]) -> Decimal:
    return sum((p.value * w for p, w in zip(parts, weights, strict=True)), Decimal(0))


def _fits(whole: Mention, parts: list[Mention], weights: list[int]) -> bool:
    """Do they come to it? Three parts or more do not all lie at the farthest ends of what is rounded to them."""
    if len(parts) < MANY:
        return adds_up(whole, parts, weights)
    gap = abs(whole.value - _come_to(parts, weights))
    return not gap or 2 * gap < sum(p.high - p.low for p in (whole, *parts))


def slipped(whole: Mention, parts: list[Mention], weights: list[int]) -> bool:
    """Would they come to it but for one digit, for two that changed places, or for a one that was not carried?"""
    told = _come_to(parts, weights)
    if min(weights) > 0 and max(p.value for p in parts) >= whole.value:
        return False
    due, way = abs(told), 1 if told > 0 else -1
    gap = whole.value - due
    if swapped(whole.value, due) or abs(gap) >= whole.value * NEAR:
        return swapped(whole.value, due)
    turned = any(swapped(p.value, p.value + gap * way * w) for p, w in zip(parts, weights, strict=True))
    return turned or carried(whole.value, due) or misprinted(whole.value, due, whole.high - whole.low)


def _is_sum(ledger: Ledger, figures: _Told, s: Sentence, whole: Mention, parts: list[Mention]) -> bool:
    """Does a word or the place alone say that it is all of them?"""
    if not _closed(figures, s, whole, parts) or SPENT_OF.search(s.skeleton, 0, s.position(whole)):
        return False
    first, last = (next(t for t, m in figures if m is part) for part in (parts[0], parts[-1]))
    one = first.kind == "point" or first is last and enumerated(first, parts)
    long, cue = whole.unit == "kr" or whole.digits >= TELLING, _CUE.search(s.lead(whole))
    if parts[0].start > whole.start:
        next_one = ledger.right_after(last)
        if first.kind == "point" and not cue or next_one and ADDS_TO.match(next_one.skeleton):
            return False
        then = all(set(_WHEN.findall(t.skeleton)) <= set(_WHEN.findall(s.skeleton)) for t, m in figures if m in parts)
        return len(parts) >= MANY and whole.value > LEAST and (one and first is s or long and whole.digits > 1 and then)
    at, taken_up = s.position(whole), _THE.search(s.lead(whole))
    many = [s.of(m.start("n")).value for m in _SO_MANY.finditer(s.skeleton)]
    before, after = s.beside(whole)
    if whole.value < LEAST or CHANGE.search(before) or any(n < LEAST and n != len(parts) for n in many):
        return False
    if len(parts) < MANY and (CHANGE.search(after) or _LEFT.search(s.skeleton, at, at + BESIDE)):
        return False
    if not taken_up and _REST.search(s.skeleton, at):
        return False
    if whole.unit == "number" and not whole.noun and (not cue or taken_up):
        return False
    return bool(cue) or len(parts) >= MANY and long and one


def _is_left(figures: _Told, s: Sentence, whole: Mention, parts: list[Mention], weights: list[int]) -> bool:
    """Do words say that it is drawn from them, and not what something changed by? Of two, the sentence tells both or none."""
    lead, (before, after) = s.lead(whole), s.beside(whole)
    left = _LEFT.search(before) or _LEFT.search(after)
    changed = CHANGE.search(before) or CHANGE.search(after) and not left
    drawn = _LEFT.search(before) or not changed and (_SO.search(lead) or whole.unit == "kr" and _THE.search(lead))
    if not drawn or len(printed(whole.value, whole.high - whole.low)) < 2 or left and left[0] == "tilbage" and _come_to(parts, weights) < 0:
        return False
    halved = len(parts) == 2 and parts[0].start < s.start <= parts[1].start
    return not halved and _closed(figures, s, whole, parts)


def _closed(figures: _Told, s: Sentence, whole: Mention, parts: list[Mention]) -> bool:
    """Does nothing from the first of them to the last say that there are more, or that they are told of something else?"""
    first, last = min(whole.start, parts[0].start), max(whole.start, parts[-1].start)
    told = {t.start: t for t, m in figures if first <= m.start <= last}.values()
    words = " ".join(t.skeleton[: t.position(whole)] if t is s and last == whole.start else t.skeleton for t in told)
    more = last == whole.start and _WITH_MORE.search(s.skeleton)
    return not more and not any(form.search(words) for form in (NUMBERS_UNREAD, _OPEN, VOTES))


def made_up(whole: Mention, figures: _Told, near: list[Mention]) -> bool:
    """Can it be made of the figures in another way: added, taken off, left out, or multiplied; or of one of them and one near before?"""
    others = [m for _, m in figures if m is not whole]
    if any(m.value == whole.value for m in near) or any(differ_by(a, b, whole) or adds_up(whole, [a, b]) for a, b in product(near, others)):
        return True
    others = others[-MADE_OF:]
    for weights in product((0, 1, -1), repeat=len(others)):
        ends = [(m.low * w, m.high * w) for m, w in zip(others, weights, strict=True) if w]
        if meets(sum((min(e) for e in ends), Decimal(0)), sum((max(e) for e in ends), Decimal(0)), whole):
            return True
    told = [m for s in {s.start: s for s, _ in figures}.values() for m in s.mentions if m is not whole]
    return any(multiplies(whole, a, b) for a, b in combinations(told, 2))
