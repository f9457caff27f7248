"""A change told again by its name ("… altså 0,8 mio. kr. under de 12,7 mio. kr. … Besparelsen på 0,9 mio. kr."), or concluded from a figure
of the sentence before and that of the year before: "Året før var der 1.948 elever, så elevtallet er faldet med 0,9 pct."."""

from __future__ import annotations

from extractors.claims.adding.enumerations import enumerated
from extractors.claims.comparing.pairs import comparable, pairs
from extractors.claims.fit import changes_by, differ_by
from extractors.claims.mentions import Mention
from extractors.claims.nearby import CHANGE
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.closeness import WEAK, closeness
from minutes.needs import needs

_NAMED = pattern(
    r"\b(?:besparelsen|(?:mer|mindre)(?:udgiften|indtægten|forbruget|prisen)|stigningen|faldet|forskellen|differencen|forøgelsen|forhøjelsen"
    r"|overskridelsen|nedsættelsen|reduktionen) (?:på|er på|er) (?P<c><K>)"
)
_YEAR_BEFORE = pattern(
    r"^(?:året før|sidste år|forrige år|et år tidligere|for et år siden|i (?:19|20)\d\d) (?:var|lå|havde|udgjorde|kostede)"
    r"(?: [a-zæøå]+){0,2} (?P<a><Q>)(?: [a-zæøå]+)?, så [^\ue000-\ue007;,]{2,60}"
    r"\b(?:steget|faldet|vokset|falder|stiger|steg|faldt) med (?P<c><Q>)"
)
_IN_TURN = pattern(r"\b(?:henholdsvis|hhv\.) (?:med )?(?P<first><Q>)")
_TOLD, _CONCLUDED, _TURNS = needs(_NAMED), needs(_YEAR_BEFORE), needs(_IN_TURN)


def find(ledger: Ledger) -> None:
    """Every such change beside the one difference that its agenda item has told before it."""
    for s, before in ledger.in_turn(1, _CONCLUDED):
        match = _YEAR_BEFORE.match(s.skeleton) if before else None
        if match:
            _since_then(ledger, s, before[-1], s.of(match.start("a")), s.of(match.start("c")))
    for s, before in ledger.in_turn(1, _TURNS):
        _in_turn(ledger, s, before)
    for s in ledger.sentences:
        for match in _NAMED.finditer(s.skeleton) if s.item and s.holds & _TOLD else ():
            _again(ledger, s, s.of(match.start("c")))


def _since_then(ledger: Ledger, s: Sentence, before: Sentence, then: Mention, c: Mention) -> None:
    """The change from what it was then to the one figure of its kind in the sentence before."""
    now = [m for m in before.mentions if m.unit == then.unit and m.noun == then.noun and m.per == then.per]
    if len(now) != 1 or any(m.bounded for m in (now[0], then, c)) or not then.value:
        return
    if c.unit == "percent" != then.unit:
        ledger.say(s, "share", "percent_change", c, [then, now[0]], if_not="warning", alone=True)
    elif c.unit == then.unit:
        ledger.say(s, "difference", "difference", c, [then, now[0]], if_not="warning", alone=True)


def _in_turn(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """As many changes as there are pairs before them, when one at least is that of its pair, and none that of another."""
    match = _IN_TURN.search(s.skeleton)
    if not match or not CHANGE.search(s.skeleton):
        return
    first = s.of(match.start("first"))
    told = [m for m in s.mentions if m.start >= first.start and m.unit == first.unit]
    own = [two for two in pairs(s) if max(m.start for m in two) < first.start]
    levels = own or [two for t in before for two in pairs(t)]
    figures = [*told, *(m for two in levels for m in two)]
    if len(told) != len(levels) or len(told) < 2 or not enumerated(s, told) or any(m.bounded or not m.value for m in figures):
        return
    turns = list(zip(levels, told, strict=True))
    if any(a.unit != b.unit or not comparable(a, c) for (a, b), c in turns):
        return
    wrong = [(two, c) for two, c in turns if not changes_by(*two, c)]
    turned = any(changes_by(*two, c) for two, _ in wrong for c in told)
    read = {q.stated.source.at for q in ledger.claims if q.stated and q.stated.source}
    for two, c in turns if len(wrong) < len(turns) and not turned else ():
        if c.number not in read:
            kind, relation = ("share", "percent_change") if c.unit == "percent" != two[0].unit else ("difference", "difference")
            ledger.say(s, kind, relation, c, [*two], if_not="warning", way="turn", alone=True)


def _again(ledger: Ledger, s: Sentence, c: Mention) -> None:
    figures = {m.number: m for t in ledger.sentences if t.item == s.item for m in t.mentions if m.unit == "kr"}
    claims = [q for q in ledger.claims if q.kind == q.relation == "difference" and q.stated and q.stated.source and q.item == s.item]
    told = [[figures.get(q.source.at) for q in (k.stated, *k.operands) if q and q.source] for k in claims]
    right = [t[0] for t in told if len(t) == 3 and all(t) and differ_by(t[1], t[2], t[0]) and t[0].start < s.start]
    apart = [m for m in right if not (m.low < c.high and c.low < m.high)]
    alone = sum(m.value == c.value for m in figures.values()) == 1 and not c.bounded
    if alone and len({m.value for m in right}) == 1 == len({m.value for m in apart}) and closeness(apart[0].value, c.value) >= WEAK:
        ledger.say(s, "restated", "sum", c, [apart[-1]], if_not="warning")
