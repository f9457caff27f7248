"""Shares of what nouns name: "26 ungdomsboliger … Ungdomsboligerne udgør dermed 35 pct. af boligerne", of the 74 told beside them.

The part is the last figure before that counts what the subject names; the whole is a larger one that counts what the share is of, or what
the parts of one sentence make, all of which are of its kind ("48 familieboliger og 26 ungdomsboliger").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import reduce

from extractors.claims.dividing.share_readings import NEAR
from extractors.claims.fit import meets
from extractors.claims.mentions import Mention
from extractors.claims.nearby import comes_near
from extractors.claims.sentences import QUANTIFIED, Ledger, Sentence, pattern
from minutes.closeness import one_digit
from minutes.content import stem
from minutes.needs import needs

BACK = 8
"""Sentences before this one that may tell the part and the whole."""
_OF_THE_NAMED = pattern(
    r"^(?:<so> )?(?:(?:de|den|det) )?(?:[a-zæøå]+ )?(?P<what>[a-zæøå]{5,}) (?:udgør|udgjorde|svarer|svarede|er|var)(?: <so>)*(?: til)? "
    r"(?P<p><P>) af <the>(?: )?(?P<of>[a-zæøå]{5,})\b(?!~40[\ue001])"
)
_SHARING = needs(_OF_THE_NAMED)


def find(ledger: Ledger) -> None:
    """Every such share."""
    for s, before in ledger.in_turn(BACK, QUANTIFIED):
        match = _OF_THE_NAMED.match(s.skeleton) if s.holds & _SHARING else None
        p = s.of(match.start("p")) if match else None
        if match and p and not p.bounded:
            told = [m for t in s.under_one_item(before)[:-1] for m in t.mentions if m.unit == "number" and m.noun and not m.bounded]
            parts = [m for m in told if stem(m.noun) == stem(match["what"])]
            if parts:
                _say(ledger, s, p, parts[-1], list(_wholes(before, told, parts[-1], match["of"])))


def _wholes(before: list[Sentence], told: list[Mention], part: Mention, of: str) -> Iterator[Mention]:
    """What the share may be of."""
    kind = stem(of)
    yield from (m for m in reversed(told) if stem(m.noun) == kind and m.value > part.value)
    for t in before:
        beside = [m for m in t.mentions if m in told and stem(m.noun).endswith(kind) and stem(m.noun) != kind]
        if len(beside) > 1 and part in beside:
            yield reduce(_together, beside)


def _together(a: Mention, b: Mention) -> Mention:
    return replace(a, value=a.value + b.value, low=a.low + b.low, high=a.high + b.high, end=b.end)


def _say(ledger: Ledger, s: Sentence, p: Mention, part: Mention, wholes: list[Mention]) -> None:
    """Of several wholes the one that fits; where none does, they must agree."""
    fitting = [w for w in wholes if meets(100 * part.low / w.high, 100 * part.high / w.low, p)]
    if fitting or len({w.value for w in wholes}) == 1:
        whole = (fitting or wholes)[0]
        due = 100 * part.value / whole.value
        sure = comes_near(due, p, NEAR) or one_digit(due.quantize(p.value), p.value)
        ledger.say(s, "share", "share", p, [part, whole], if_not="warning" if sure else "unverifiable")
