"""Parts that words call all there are: "… 4,2 mio. kr. Pladserne koster 2,9 mio. kr. og hjælpemidler 1,5. Andre afvigelser er der ikke".

The whole may stand before them in another sentence or paragraph. Where no figure fits, one alone may keep from it by a digit.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from extractors.claims.adding.near_sums import counts_part
from extractors.claims.fit import adds_up
from extractors.claims.mentions import Mention
from extractors.claims.nearby import comes_near
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.closeness import misprinted

BACK, MOST = 8, 8
"""Sentences before those words in which the whole may stand, and parts that it has."""
NEAR = Decimal("0.25")
"""How far a wrong digit may keep the whole from its parts, as a part of it."""
_OTHER = r"(?:andre|andet|flere|øvrige|yderligere)(?! end\b| af\b)"
_CLOSED = pattern(
    rf"\b{_OTHER}\b[^\ue000-\ue007;,.]{{0,50}}\b(?:ikke|ingen)\b|\b(?:ikke|ingen|intet)(?: [a-zæøå]+){{0,3}} {_OTHER}\b"
    r"|\b(?:ud ?over|foruden) (?:disse|dem|det)\b[^\ue000-\ue007;,.]{0,20}\b(?:ingen|intet|ikke)\b"
    r"|\b(?:<thus>|så|det) (?:er|var|blev) (?:det )?(?:alle|alt|samtlige|hele)\b(?! <N>)"
)


def find(ledger: Ledger) -> None:
    """Every such sum, once for its parts."""
    for i, s in enumerate(ledger.sentences):
        if any(word in s.skeleton for word in ("ikke", "ing", "alt", "alle", "hele")) and (closed := _CLOSED.search(s.skeleton)):
            before = [t for t in ledger.sentences[max(i - BACK, 0) : i] if t.item == s.item and t.kind == s.kind]
            told = [(t, m) for t in [*before, s] for m in t.mentions if t is not s or s.position(m) < closed.start()]
            last = told[-1][1].unit if told else ""
            if last in ("kr", "number") and (told[-1][0] is s or told[-1][0] in before[-1:]):
                _whole(ledger, [(t, m) for t, m in told if m.unit == last and not m.bounded and m.value > 0 and not t.is_rate(m)])


def _whole(ledger: Ledger, told: list[tuple[Sentence, Mention]]) -> None:
    """Keep the sum that fits; else the only one of which a digit of the whole or a part is wrong."""
    ways = list(_ways(told))
    fitting = [w for w in ways if adds_up(w[1], w[2])]
    near = fitting or [w for w in ways if _mistaken(w[1], sum((p.value for p in w[2]), Decimal(0)))]
    longest = [w for w in near if len(w[2]) == max(len(parts) for _, _, parts in near)]
    if near and (fitting or len({w[1].number for w in longest}) == 1):
        s, whole, parts = longest[0]
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning")


def _mistaken(whole: Mention, total: Decimal) -> bool:
    return comes_near(total, whole, NEAR) and misprinted(whole.value, total, whole.high - whole.low)


def _ways(told: list[tuple[Sentence, Mention]]) -> Iterator[tuple[Sentence, Mention, list[Mention]]]:
    """Each figure with all that the sentences after it tell, or all after it in its own."""
    figures = [m for _, m in told]
    firsts = [i for i, (t, _) in enumerate(told) if not i or told[i - 1][0] is not t]
    for first in firsts:
        for whole, begin in [*((k, first) for k in range(first)), (first, first + 1)]:
            parts, (s, m) = figures[begin:], told[whole]
            plain = all(p.value < m.value and counts_part(p, m) and p.per in (None, m.per) for p in parts)
            if 1 < len(parts) <= MOST and plain:
                yield s, m, parts
