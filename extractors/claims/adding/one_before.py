"""Sums of which one part is told in the sentences before: "A har 9.860 borgere. B og C har 11.420 og 14.370, så de tre kommuner får …"."""

from __future__ import annotations

import re

from extractors.claims.fit import adds_up
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence

_THE = re.compile(r"\b(?:de|disse|alle|samtlige) $")
BACK = 2
"""Sentences before the total in which the part may stand."""


def one_before(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention]) -> list[Mention] | None:
    """The part that makes the sum right, or the only one there may be when the words count one more ("de tre kommuner") than `parts`.

    None where these are all, empty where there is another and nothing tells which.
    """
    told = [m for t in ledger.right_before(s, BACK) for m in t.mentions if _may_be_part(m, whole) and not t.is_rate(m)]
    fitting = [m for m in told if adds_up(whole, [m, *parts])]
    many = [m.value for m in s.mentions if parts[-1].start < m.start < whole.start and m.unit == "number" and _THE.search(s.lead(m))]
    if fitting or not many or many[-1] == len(parts):
        return fitting[:1] or None
    return told if len(told) == 1 and many[-1] == len(parts) + 1 else []


def _may_be_part(m: Mention, whole: Mention) -> bool:
    same = m.unit == whole.unit and m.per == whole.per and (m.unit == "kr" or m.noun in ("", whole.noun))
    return same and not m.bounded and 0 < m.value < whole.value
