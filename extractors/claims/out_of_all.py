"""A whole at the head of a sentence and what it goes to: "Af de 885 mio. kr. kommer de 670 mio. kr. fra X, mens de 215 mio. kr. er Y"."""

from __future__ import annotations

from extractors.claims.nearby import same
from extractors.claims.sentences import COUNTING, Ledger, pattern

_OUT_OF_THE = pattern(
    r"^(?:ud )?af (?:de|disse)(?: i alt)? (?P<w><KN>)(?: [\w.]+){0,2} (?:kommer|kom|er|var|går|gik|stammer|bruges|blev) (?:de )?(?P<a><KN>)"
    r"[^\ue000-\ue007;]{0,60}, mens (?:de (?:resterende |øvrige |sidste )?)(?P<b><KN>)[^\ue000-\ue007]*$"
)


def find(ledger: Ledger) -> None:
    """Every whole that two parts with an article make up."""
    for s, _ in ledger.in_turn(0, COUNTING):
        if match := _OUT_OF_THE.match(s.skeleton):
            whole, a, b = (s.of(match.start(g)) for g in "wab")
            if len({m.unit for m in (whole, a, b)}) == 1 and same(whole, a) and same(whole, b) and not (a.bounded or b.bounded):
                ledger.say(s, "sum", "sum", whole, [a, b], if_not="warning")
