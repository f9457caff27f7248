"""Shares of a whole that the words name with its figure, of a part told before: "Der er brugt A. Det svarer til P af budgettet på B",
"hjemmeplejen med A … Af den samlede merudgift på B svarer hjemmeplejen til P".

No other figure can be meant, so none that would give the percentage is asked.
"""

from __future__ import annotations

import re

from extractors.claims.adding.near_sums import counts_part
from extractors.claims.comparing.comparable import COMPARED
from extractors.claims.dividing.beside_shares import OF, is_share, rest_of, shares_of
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

BACK = 6
"""Sentences before the share in which its part may be named."""
_IT_IS = pattern(
    r"^(?!.*\b(?:når|hvis|omregnet|helår\w*)\b)(?:det|dette|hvilket|beløbet|tallet|antallet)<slack> (?:<is>|<same>)<slack>"
    r" (?P<p><P>)(?P<of> af ~60)(?P<b><KN>)"
)
_OF_COUNT = pattern(r" (?:ud )?af<the> ")
_OF_ALL = pattern(
    r"^(?:ud )?af (?:den|det|de) (?P<whole>[^\ue000-\ue007,;]{3,60}) på (?P<b><K>)<slack> (?:<is>|svarer|tegner|tegnede|står|stod|bidrager)"
    r" (?P<who>[^\ue000-\ue007,;]{6,60}?)(?: sig)?(?: alene)?(?: (?:for|til|med))?<slack> (?P<p><P>)"
)
_MORE_OF_IT = re.compile(r"\b(?:lige så|samme|tilsvarende|hver|hvert|begge|dobbelt\w*)\b")
""" "2 mio. kr. i 2010 og lige så meget i 2011": the figure is not all that is meant."""
_OFF_PLAN = pattern(r"<excess>|<saving>|\boverskr[ie]d\w*")
_SAID = needs(_IT_IS, _OF_ALL)


def find(ledger: Ledger) -> None:
    """Every such share."""
    for s, before in ledger.in_turn(BACK, _SAID):
        near = [t for t in s.under_one_heading(before)[:-1] if t.kind == s.kind]
        if near and (match := _IT_IS.match(s.skeleton)):
            _say(ledger, s, match, _only(near[-1], s.of(match.start("b")), match["of"]))
        if near and (match := _OF_ALL.match(s.skeleton)):
            _say(ledger, s, match, _named(near, match["who"], match["whole"]))


def _say(ledger: Ledger, s: Sentence, match: re.Match[str], part: Mention | None) -> None:
    p, whole = s.of(match.start("p")), s.of(match.start("b"))
    plain = part and part.value < whole.value and part.per == whole.per and not p.bounded and not whole.bounded
    if part and plain and not is_share(part, whole, rest_of(p)):
        ledger.say(s, "share", "share", p, [part, whole], if_not="warning", alone=True, sure=True)


def _only(t: Sentence, whole: Mention, of: str) -> Mention | None:
    """The only figure of a sentence that may be a part of the whole."""
    told = [m for m in t.mentions if m.unit == whole.unit]
    plain = len(told) == 1 and not told[0].bounded and not t.is_rate(told[0]) and not shares_of(t) and not _MORE_OF_IT.search(t.skeleton)
    if not plain or whole.unit == "number" and not (counts_part(told[0], whole) and _OF_COUNT.fullmatch(of)):
        return None
    return told[0] if whole.unit == "number" or OF.match(of) else None


def _named(near: list[Sentence], who: str, whole: str) -> Mention | None:
    """The amount that is told right after these words, if it is the only one, and off the plan as the whole is."""
    said = re.compile(rf"\b{re.escape(who)} (?:med|på|til|for|koster|udgør|er|var) \ue000")
    off = _OFF_PLAN.search(whole) is not None
    found = [(t, m) for t in near for m in said.finditer(t.skeleton) if (_OFF_PLAN.search(t.skeleton) is not None) is off]
    told = [t.of(m.end() - 1) for t, m in found if not COMPARED.match(t.skeleton, m.end())]
    return told[0] if len({m.value for m in told}) == 1 and not told[0].bounded else None
