"""Parts that words call all there are: "… 4,2 mio. kr. Pladserne koster 2,9 mio. kr. og hjælpemidler 1,5. Andre afvigelser er der ikke".

The whole may stand before them in another sentence or paragraph. Where no figure fits, one alone may keep from it by a digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractors.claims.adding.enumerations import below
from extractors.claims.adding.near_sums import counts_part
from extractors.claims.fit import adds_up
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import comes_near
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import misprinted
from minutes.content import shared, stems

BACK, MOST = 8, 8
"""Sentences before those words in which the whole may stand, and parts that it has."""
NEAR, NEAR_SLIP = Decimal("0.12"), Decimal("0.25")
"""How far the whole may be from its parts, as a part of it; and where a wrong digit keeps them apart."""
CALLED = 20
"""Characters after those words that tell what there is no more of."""
_OTHER = r"(?:andre|andet|flere|øvrige|yderligere)(?! end\b| af\b)"
_CLOSED = pattern(
    rf"\b{_OTHER}\b[^\ue000-\ue007;,.]{{0,50}}\b(?:ikke|ingen)\b|\b(?:ikke|ingen|intet)(?: [a-zæøå]+){{0,3}} {_OTHER}\b"
    r"|\b(?:ud ?over|foruden) (?:disse|dem|det)\b[^\ue000-\ue007;,.]{0,20}\b(?:ingen|intet|ikke)\b"
    r"|\b(?:<thus>|så|det) (?:er|var|blev) (?:det )?(?:alle|alt|samtlige|hele)\b(?! <N>)"
)


def find(ledger: Ledger) -> None:
    """Every such sum, once for its parts."""
    for i, s in enumerate(ledger.sentences):
        if any(word in s.skeleton for word in ("ikke", "ing", "intet", "alt", "alle", "hele")) and (closed := _CLOSED.search(s.skeleton)):
            before = [t for t in ledger.sentences[max(i - BACK, 0) : i] if t.item == s.item and t.kind == s.kind]
            told = [(t, m) for t in [*before, s] for m in t.mentions if t is not s or s.position(m) < closed.start()]
            last = told[-1][1].unit if told else ""
            if last in ("kr", "number") and (told[-1][0] is s or told[-1][0] in before[-1:]):
                plain = [(t, m) for t, m in told if m.unit == last and not m.bounded and m.value > 0 and not t.is_rate(m)]
                _whole(ledger, stems(s.skeleton[closed.start() : closed.end() + CALLED]), plain)


def _whole(ledger: Ledger, words: frozenset[str], told: list[tuple[Sentence, Mention]]) -> None:
    """Keep the sum that fits; else the only one of whose whole a digit is wrong, or that is near and told of with the same words."""
    ways = list(_ways(told))
    near = [w for w in ways if adds_up(*w[1:])] or [w for w in ways if _mistaken(*w[1:]) or _named(words, *w)]
    near = [w for w in near if min(w[3]) > 0] or near[-1:]
    longest = [w for w in near if len(w[2]) == max(len(parts) for _, _, parts, _ in near)]
    if len({m.number for _, m, _, _ in longest}) == 1:
        s, whole, parts, signs = longest[0]
        if_not = "error" if _named(words, *longest[0]) else "warning"
        ledger.say(s, "sum", "sum", whole, parts, weights=signs, if_not=if_not)


def _total(parts: list[Mention], signs: list[int]) -> Decimal:
    return sum((p.value * sign for p, sign in zip(parts, signs, strict=True)), Decimal(0))


def _mistaken(whole: Mention, parts: list[Mention], signs: list[int]) -> bool:
    total = _total(parts, signs)
    return min(signs) > 0 and comes_near(total, whole, NEAR_SLIP) and misprinted(whole.value, total, whole.high - whole.low)


def _named(words: frozenset[str], s: Sentence, whole: Mention, parts: list[Mention], signs: list[int]) -> bool:
    """Is the whole, which is near, told of in the words that there is no more of?"""
    return comes_near(_total(parts, signs), whole, NEAR) and bool(shared(words, stems(s.skeleton)))


def _ways(told: list[tuple[Sentence, Mention]]) -> Iterator[tuple[Sentence, Mention, list[Mention], list[int]]]:
    """Each figure with all that the sentences after it tell, or all after it in its own; what is saved is taken off what is spent."""
    figures = [m for _, m in told]
    firsts = [i for i, (t, _) in enumerate(told) if not i or told[i - 1][0] is not t]
    for first in firsts:
        for whole, begin in [*((k, first) for k in range(first)), (first, first + 1)]:
            parts, (s, m) = figures[begin:], told[whole]
            ways = [below(t, p) for t, p in told[begin:]]
            signs = [-1 if way else 1 for way in ways] if {True, False} <= {*ways} else [1] * len(parts)
            plain = all((p.value < m.value or min(signs) < 0) and counts_part(p, m) and p.per in (None, m.per) for p in parts)
            if 1 < len(parts) <= MOST and plain:
                yield s, m, parts, signs
