"""Shares that a sentence draws from counts of its own taken together: "84 elever sluttede i 2022. 39 fortsatte i uddannelse, og 18 gik til
arbejde, så 68 pct. af eleverne kom videre".

The whole is counted in the sentences before, or first in the same one, by the word that the share is said to be of, or as the first of
what the next sentence parts. Where any of the counts alone, some of them or the rest give the share, nothing is said.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import combinations

from extractors.claims.dividing.beside_shares import is_share, rest_of, shares_of
from extractors.claims.dividing.near_shares import SHARES
from extractors.claims.fit import together
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import CHANGE
from extractors.claims.sentence import Sentence, pattern
from minutes.content import shared, stems
from minutes.needs import needs

BACK = 2
"""Sentences before this one in which the whole may be counted."""
MOST = 4
"""Counts that are taken together; among more of them some give a share by chance."""
FARTHEST = 2
"""A share this many times off is that of others."""
_DRAWN = pattern(r"(?:, så|<so>)[^\ue000-\ue007;,]{0,40}$")
_OF = re.compile(r" af (?P<what>[^\ue000-\ue007;,.]{3,45})")
_THEM = re.compile(r"(?:dem|disse|de adspurgte|alle)\b")
_ASIDE = re.compile(r"\b(?:heraf|hvoraf|deraf|blandt|mod|end|ikke|ingen|under|over)\b")
_DRAWS = needs(_DRAWN)


def find(ledger: Ledger) -> None:
    """Every such share."""
    for s, before in ledger.in_turn(BACK, SHARES, _DRAWS):
        for p in shares_of(s) if s.kind != "heading" else ():
            of = _OF.match(s.skeleton, s.position(p) + 1)
            if of and not p.bounded and _DRAWN.search(s.lead(p)) and not any(map(CHANGE.search, s.beside(p))):
                _together(ledger, s, before, p, of["what"])


def _together(ledger: Ledger, s: Sentence, before: list[Sentence], p: Mention, what: str) -> None:
    told = [m for m in s.mentions if m.start < p.start and m.unit == "number"]
    wholes = [m for m in _counted(before, what) if told and m.value >= sum(x.value for x in told)]
    parts = told
    if not wholes and len(told) > 2 and told[0].noun and _is_named(told[0].noun, what):
        wholes, parts = told[:1], told[1:]
    if len(wholes) != 1 or not 2 <= len(parts) <= MOST or any(m.bounded or m.value % 1 for m in (*parts, *wholes)):
        return
    both, whole = together(*parts), wholes[0]
    if both.value > whole.value or _ASIDE.search(s.skeleton, 0, s.position(p)):
        return
    if is_share(both, whole, p):
        ledger.say(s, "share", "share", p, [both, whole], if_not="warning", alone=True)
        return
    some = [*(together(*few) for n in range(1, len(parts)) for few in combinations(parts, n)), both]
    value = 100 * both.value / whole.value
    if not any(is_share(m, whole, q) for m in some for q in (p, rest_of(p))) and p.value / FARTHEST < value < p.value * FARTHEST:
        ledger.say(s, "share", "share", p, [both, whole], if_not="warning", alone=True)


def _counted(before: list[Sentence], what: str) -> Iterator[Mention]:
    """The counts before it of what the share is said to be of; of "dem" the only one."""
    counts = [m for t in before for m in t.mentions if m.unit == "number" and m.noun]
    if _THEM.match(what):
        return iter(counts if len(counts) == 1 else ())
    return (m for m in counts if _is_named(m.noun, what))


def _is_named(noun: str, what: str) -> bool:
    return bool(shared(stems(what), stems(noun)))
