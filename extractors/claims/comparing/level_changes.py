"""The percentage of a change whose figures are told apart from it: a level and how much it has moved ("303, hvilket er 103 færre end i
2008, en nedgang på 25 pct."), or the level before in a clause or sentence of its own ("i forhold til 2008, hvor der var 406")."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.claims.comparing.pairs import COMPARED, pairs, same_noun
from extractors.claims.mentions import Mention
from extractors.claims.sentences import COUNTING, Ledger, Sentence, pattern
from minutes.needs import needs

_MOVED = pattern(
    r"(?P<d><KN>)(?: [\w²]+){0,2}? (?:(?P<up>mere|flere|højere|større|dyrere)|(?P<down>mindre|færre|lavere|billigere))\b(?! (?:<Y>|\d))"
    r"|(?:(?P<up2><rises>)|(?P<down2><falls>))(?: \w+)?(?: med)? (?P<d2><KN>)"
)
_PERCENT = r"(?P<p><P>)(?! af\b| \w+ af\b|-?point)"
_IS_CHANGE = r"(?:(?:en|et) (?:\w+ )?(?:(?:<rise>|<fall>) )?på )?"
_IN_PERCENT = pattern(rf"[^\ue000-\ue007;.()]{{0,60}}(?:,? \(?(?:<equals>) |, (?=en |et )){_IS_CHANGE}{_PERCENT}")
_THAT_IS = pattern(
    rf"^(?:det|dette) (?:<gives>|<equals>)<slack>(?: til)? (?:en|et) (?:\w+ )?(?:<rise>|<fall>) på {_PERCENT}"
    r"(?!~60\b(?:i forhold til|fra|siden) ~60<KN>)"
)
_THAT_IS_ALONE = pattern(
    r"^(?:det|dette) svare(?:r|de) til (?:(?P<p><P>)\W*$|(?:en|et) (?:\w+ )?(?:<rise>|<fall>) på (?P<p2><P>)(?:\W*$| (?:-|–|eller) ))"
)
_SINCE = pattern(
    r"^(?:det|dette) (?:<gives>|<equals>)<slack>(?: til)? (?:en|et) (?:\w+ )?(?:(?P<up><rise>)|(?P<down><fall>)) på (?P<p><P>)"
    r" (?:i forhold til|fra|sammenlignet med|siden) [^\ue000-\ue007;]{0,30}, (?:hvor|da) [^\ue000-\ue007;]{0,40}(?P<b><KN>)"
    r"[^\ue000-\ue007]*$"
)
_WAY_SINCE = pattern(
    r"^(?:det|dette) (?:<gives>|<equals>)<slack>(?: til)? (?:en|et) (?:\w+ )?(?:(?P<up><rise>)|(?P<down><fall>))"
    r" (?:i forhold til|fra|sammenlignet med|siden) [^\ue000-\ue007;]{0,30}, (?:hvor|da) [^\ue000-\ue007;]{0,40}(?P<b><KN>)"
    r"[^\ue000-\ue007]*$"
)
_MORE_THAN_THEN = pattern(
    r"(?P<a><KN>)[^\ue000-\ue007;]{0,30}, hvilket er (?:\w+ )?(?P<p><P>) (?:<more>|<less>) end i (?P<year>(?:19|20)\d\d)\.\s*$"
)
_THEN = pattern(
    r"^(?:her|dengang|da|i (?P<year>(?:19|20)\d\d)) (?:var|lå|havde|kom|blev)\b[^\ue000-\ue007;]{0,40}(?P<b><KN>)[^\ue000-\ue007]*$"
)
_THEN_AND_NOW = pattern(
    r"^(?:for [\w ]{2,25} siden|året før|sidste år|dengang|tidligere|i (?:19|20)\d\d) (?:var|lå)\b[^\ue000-\ue007;]{0,40}(?P<b><KN>)"
    r"[^\ue000-\ue007;]{0,25}(?:–|-|,|\() ?(?:det|hvilket|dette)? ?<equals> (?:en|et) (?:\w+ )?"
    r"(?:(?P<up><rise>)|(?P<down><fall>)) på (?P<p><P>)"
)
_ITS = re.compile(r"\b(?:heraf|hvoraf|mellem|resten|øvrige)\b")


def find(ledger: Ledger) -> None:
    """Every such percentage."""
    for s, before in ledger.in_turn(1, _ANY):
        told = s.under_one_item(before)[:-1]
        if s.holds & _MOVING:
            _of_the_level(ledger, s, told)
        if told and s.holds & _SHARES:
            _since(ledger, s, told[-1])
            _of_the_pair(ledger, s, told[-1])
            _then_and_now(ledger, s, told[-1])
        if told and s.holds & COUNTING:
            _then(ledger, s, told[-1])
            _way_since(ledger, s, told[-1])


def _of_the_level(ledger: Ledger, s: Sentence, told: list[Sentence]) -> None:
    """ "A, hvilket er D færre end året før, svarende til P", the percentage perhaps in the sentence after it."""
    for match in _MOVED.finditer(s.skeleton):
        d = s.of(match.start("d") if match["d"] else match.start("d2"))
        percent = _IN_PERCENT.match(s.skeleton, match.end())
        after = None if percent else ledger.right_after(s)
        told_next = _THAT_IS.match(after.skeleton) if after and len(after.mentions) == 1 and s.mentions[-1] is d else None
        if not percent and not told_next:
            continue
        where, p = (s, s.of(percent.start("p"))) if percent else (after, after.of(told_next.start("p")))
        a = _level(s, told, d)
        up = match["up"] or match["up2"]
        if a is None or p.bounded or d.bounded or d.per != a.per:
            continue
        base = _before(a, d, -1 if up else 1)
        if base.low > 0 and not _of(d, a, p):
            ledger.say(where, "share", "percent_change", p, [base, a], if_not="warning", alone=True)


def _same(a: Mention, b: Mention) -> bool:
    """May the two be of one thing?"""
    return a.unit == b.unit and (a.unit == "kr" or same_noun(a, b))


def _of(d: Mention, a: Mention, p: Mention) -> bool:
    """Is the change that percentage of what it has led to? Then it may be meant so."""
    return d.low * 100 <= p.high * a.high and p.low * a.low <= d.high * 100


def _before(a: Mention, d: Mention, way: int) -> Mention:
    """What the level was before it moved."""
    low, high = (a.low + d.low, a.high + d.high) if way > 0 else (a.low - d.high, a.high - d.low)
    return replace(a, value=a.value + way * d.value, low=low, high=high)


def _level(s: Sentence, told: list[Sentence], d: Mention) -> Mention | None:
    """The one level before the change, in its sentence or, where that begins with "Det er", in the one before."""
    here = [m for m in s.mentions if m.start < d.start and _same(m, d) and not COMPARED.match(s.skeleton, s.position(m) + 1)]
    if not here and told and re.match(r"(?:det|dette) (?:er|var|svarer til)\b", s.skeleton):
        here = [m for m in told[-1].mentions if _same(m, d)]
    return here[0] if len(here) == 1 and not here[0].bounded and here[0].value > d.value else None


def _since(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Der blev truffet A. Det er et fald på P i forhold til 2008, hvor der blev truffet B"."""
    match = _SINCE.match(s.skeleton)
    if not match:
        return
    p, b = s.of(match.start("p")), s.of(match.start("b"))
    levels = [m for m in before.mentions if _same(m, b) and not m.bounded]
    if len(levels) == 1 and b.value and not p.bounded and (levels[0].value > b.value) == bool(match["up"]):
        ledger.say(s, "share", "percent_change", p, [b, levels[0]], if_not="warning", alone=True)


def _way_since(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "I 2022 var der A. Det er en stigning i forhold til 2021, hvor der var B": does it go that way?"""
    match = _WAY_SINCE.match(s.skeleton)
    b = s.of(match.start("b")) if match else None
    levels = [m for m in before.mentions if _same(m, b) and not m.bounded] if b else []
    if match and b and len(levels) == 1 and not b.bounded and max(levels[0].value, b.value) < 2 * min(levels[0].value, b.value):
        wrong = levels[0].high < b.low if match["up"] else levels[0].low > b.high
        ledger.say(s, "difference", "direction", levels[0], [b], if_not="warning", differs=wrong)


def _then(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "I dag er der A, hvilket er P flere end i 2000. Her var der B"."""
    match, then = _MORE_THAN_THEN.search(before.skeleton), _THEN.match(s.skeleton)
    if not match or not then or then["year"] not in (None, match["year"]):
        return
    a, p, b = before.of(match.start("a")), before.of(match.start("p")), s.of(then.start("b"))
    if _same(a, b) and b.value and not p.bounded and not b.bounded and len(s.mentions) == 1:
        ledger.say(before, "share", "percent_change", p, [b, a], if_not="warning", alone=True)


def _of_the_pair(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "… en stigning fra A til B. Det svarer til P.", "… et fald på P – eller mere end hver tiende": of the one pair before."""
    match = _THAT_IS_ALONE.match(s.skeleton)
    told = [(a, b) for a, b in pairs(before) if _same(a, b) and a.unit in ("kr", "number")] if match else []
    if match and len(told) == 1 and not _ITS.search(before.skeleton):
        (a, b), p = told[0], s.of(match.start("p") if match["p"] else match.start("p2"))
        share = 100 * min(a.value, b.value) / max(a.value, b.value) if a.value and b.value else Decimal(0)
        if not p.bounded and a.value and not p.low <= share <= p.high:
            ledger.say(s, "share", "percent_change", p, [a, b], if_not="warning", alone=True)


def _then_and_now(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Vi giver i dag A timer. For otte år siden var det B timer – det svarer til et fald på P": the one count of that word before."""
    match = _THEN_AND_NOW.match(s.skeleton)
    if match:
        b, p = s.of(match.start("b")), s.of(match.start("p"))
        levels = [m for m in before.mentions if _same(m, b) and (b.unit == "kr" or bool(m.noun) == bool(b.noun)) and not m.bounded]
        if len(levels) == 1 and b.value and not p.bounded and (levels[0].value > b.value) == bool(match["up"]):
            ledger.say(s, "share", "percent_change", p, [b, levels[0]], if_not="warning", alone=True)


_MOVING, _SHARES = needs(_MOVED), needs(_SINCE, _THAT_IS_ALONE, _THEN_AND_NOW)
_ANY = _MOVING | _SHARES | needs(_THEN, _WAY_SINCE)
