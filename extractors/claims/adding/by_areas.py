"""What a result comes to by areas in the sentence after it, and a budget that is the first one with what was granted since: "Der ventes et
samlet merforbrug på A. Skolerne har et merforbrug på B, og på dagtilbud er der et mindreforbrug på C"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial

from extractors.claims.adding.enumerations import UNREAD, below
from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ADDS_TO, YEAR, comes_near
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

_KR = needs(re.compile("\ue000"))
_TOTAL = pattern(r"<total>|\bnetto\b")
_OPEN = pattern(
    r"<some>|<ofit>|\b(?:skylde[st]|største|mest|flere|hidtil|tidligere|forrige|sidste|mod|imod|end|forhold til|sammenlignet|resten|udover"
    r"|oprindelig\w*|korriger\w*|vedtag\w*|rammen?|regnskab\w*|overføre[st]?|overført|finansiere[st]|modsvare[st]?|årligt?)\b"
)
_BUDGETS = {
    "now": re.compile(r"\bkorrigere(?:t|de) (?:[a-zæøå]*)budget\b"),
    "first": re.compile(r"\b(?:oprindelig(?:t|e)|vedtag(?:et|ne)) (?:[a-zæøå]*)budget\b"),
    "since": re.compile(r"\b(?:tillægsbevilling|overførs(?:el|l)|omplacering|budgetomplacering)[a-zæøå]*\b"),
}
_OF_AREA = re.compile(r"budget\w* (?:på|for|til) (?P<of>[a-zæøå]{4,})")
_SOME = pattern(r"<some>|<ofit>")
_MOVED = re.compile(r"\b(?:sat|skåret) ned\b|\b(?:nedsat|reduceret|besparelse|spare[st]|sparet|flyttet|ompriorit)")
"""What else has changed a budget."""
LEAST, MOST = 2, 6
"""Areas of a sentence."""
NEAR, NEAR_BUDGET = Decimal("0.12"), Decimal("0.05")


def find(ledger: Ledger) -> None:
    """Every such whole."""
    sums = [c.stated for c in ledger.claims if c.kind == "sum" and c.extra["if_not"] != "unverifiable"]
    known = {q.source.at for q in sums if q and q.source}
    for s, before in ledger.in_turn(2, _KR):
        near = [t for t in s.under_one_item(before) if t.kind == s.kind]
        if len(near) > 1 and s.kind != "heading":
            if whole := _only(near[-2]):
                _by_areas(ledger, near[-2], s, whole, known)
            _budget(ledger, near, known)


def _only(s: Sentence) -> Mention | None:
    """The one amount of a sentence, where it is a result."""
    told = [m for m in s.mentions if m.unit == "kr"]
    return told[0] if len(told) == 1 and not told[0].bounded and below(s, told[0]) is not None and not s.is_rate(told[0]) else None


def _by_areas(ledger: Ledger, first: Sentence, s: Sentence, whole: Mention, known: set[int]) -> None:
    """The results of areas of the next sentence, with the way of each; of one without a word, that of the one before it."""
    parts = [m for m in s.mentions if m.unit == "kr"]
    if whole.number in known or not LEAST <= len(parts) <= MOST or any(m.bounded or s.is_rate(m) for m in parts):
        return
    other_years = set(YEAR.findall(s.skeleton)) - set(YEAR.findall(first.skeleton))
    way, told = below(first, whole), below(s, parts[0])
    if told is None or other_years or ADDS_TO.match(s.skeleton) or any(form.search(s.skeleton) for form in (_OPEN, UNREAD)):
        return
    weights: list[int] = []
    for m in parts:
        told = told if below(s, m) is None else below(s, m)
        weights.append(1 if told == way else -1)
    total = sum((m.value * w for m, w in zip(parts, weights, strict=True)), Decimal(0))
    called = _TOTAL.search(first.lead(whole)) is not None
    if adds_up(whole, parts, weights) or called and (comes_near(total, whole, NEAR) or slips(whole, parts, weights)):
        ledger.say(s, "sum", "sum", whole, parts, weights=weights, if_not="warning", focus=partial(ledger.around, first, whole))


def _budget(ledger: Ledger, near: list[Sentence], known: set[int]) -> None:
    """ "Det korrigerede budget er A. Det oprindelige var B, og der er givet tillægsbevillinger på C": of the last three sentences."""
    told = [(t, m, _called(t, m)) for t in near for m in t.mentions if m.unit == "kr"]
    by = {name: [m for _, m, called in told if called == name] for name in _BUDGETS}
    if any(len(by[name]) != 1 for name in ("now", "first")) or not by["since"] or any(not called for _, _, called in told):
        return
    areas = {area["of"] for t in near for area in _OF_AREA.finditer(t.skeleton)}
    if len(areas) > 1 or any(_SOME.search(t.lead(m)) for t, m, _ in told) or any(_MOVED.search(t.skeleton) for t in near):
        return
    whole, parts = by["now"][0], [*by["first"], *by["since"]]
    if whole.number not in known and near[-1].start <= max(m.start for _, m, _ in told) and not any(m.bounded for m in (whole, *parts)):
        total = sum((m.value for m in parts), Decimal(0))
        if adds_up(whole, parts) or comes_near(total, whole, NEAR_BUDGET) or slips(whole, parts, [1] * len(parts)):
            ledger.say(next(t for t, m, _ in told if m is whole), "sum", "sum", whole, parts, if_not="warning")


def _called(t: Sentence, m: Mention) -> str:
    """Which of the three the last of the words before an amount calls it."""
    found = {name: match.end() for name, form in _BUDGETS.items() for match in form.finditer(t.lead(m))}
    return max(found, key=lambda name: found[name]) if found else ""
