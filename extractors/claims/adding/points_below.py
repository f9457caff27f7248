"""A whole and the points below it that each tell a part: "De samlede udgifter blev 18,9 mio. kr. og består af", and five points with sums.

The sentence right above the points leads to them, by a word for sharing or for all of it; it has the whole, or the sentence before it has.
Every point has just one figure of the whole's kind. What does not fit must come near, or be the whole less one of the points.
"""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import comes_near, same
from extractors.claims.sentence import Sentence, pattern

LEAST, MOST = 2, 30
"""Points of which one may be left out of a sum."""
BACK = 3
"""Sentences before that one in which figures of two units may stand."""
NEAR = Decimal("0.12")
"""How far from the whole the points may come, as a part of it."""
_LEADS = pattern(
    r"<covers>|\b(?:er|blev|bliver) (?:\w+ )?(?:brugt|anvendt|givet|gået|fordelt|delt)\b|\b(?:således|følgende|samlede)\b"
    r"|\b(?:er|var):?$|<all>"
)
_SHARED_OUT = pattern(r"(?:<shared>|\b(?:finansieres|finansieret|betales|dækkes|fordeler sig|fordeles|fordelt)\b)[^\ue000-\ue007]*:$")
"""How a sentence leads to points that are all there is."""
_OPEN = pattern(
    r"<some>|<ofit>|\b(?:største|mindste|vigtigste|flere|nogle|ønske\w*|forslag(?:ene)?|kan|rådighed|mulig\w*|søg\w*|ændr\w*|udover|ud over"
    r"|hertil|desuden|mere|mindre|mangler|merudgift\w*|afvig\w*)\b"
)
_PART_OF = pattern(r"^\W*(?:<ofit>|i alt|ialt|samlet|total|tilsammen|netto|inkl)")
_AT_ITS_END = re.compile(r"(?:\((?P<n>\d{1,4})\)|: (?P<n2>\d{1,4}))\W*$")


def find(ledger: Ledger) -> None:
    """Every such whole."""
    for i, s in enumerate(ledger.sentences):
        after = ledger.sentences[i + 1 : i + 2]
        if after and after[0].kind == "point" and s.kind in ("paragraph", "note"):
            _points(ledger, i, s)


def _points(ledger: Ledger, i: int, s: Sentence) -> None:
    points: dict[int, list[Sentence]] = {}
    for t in ledger.sentences[i + 1 : i + 1 + 2 * MOST]:
        if t.kind != "point" or t.item != s.item:
            break
        points.setdefault(t.block, []).append(t)
    if LEAST <= len(points) <= MOST and all(len(told) == 1 for told in points.values()):
        _of_two_units(ledger, s, [told[0] for told in points.values()])
    lead = s.skeleton.strip()
    before = [t for t in ledger.right_before(s, 1) if t.kind == s.kind]
    whole = _whole(s) or (_whole(before[-1]) if before and not s.mentions else None)
    opened = any(_OPEN.search(t.skeleton) for t in (s, *(before if whole and whole.start < s.start else ())))
    if not whole or opened or not LEAST <= len(points) <= MOST or not (lead.endswith(":") or _LEADS.search(lead)):
        return
    shared_out = whole.start >= s.start and _SHARED_OUT.search(lead) is not None
    parts = [_part(ledger, told, whole, shared_out) for told in points.values()]
    if all(parts):
        _say(ledger, s, whole, [p for p in parts if p], shared_out)


def _of_two_units(ledger: Ledger, s: Sentence, points: list[Sentence]) -> None:
    """ "Stien er 4,8 km lang og koster 15,1 mio. kr.", and points with kilometres and money: where one is all that was told, so is the
    other."""
    told = [(t, m) for t in [*ledger.right_before(s, BACK), s] for m in t.mentions if not m.bounded and not t.is_rate(m)]
    fitting, near = False, []
    for unit, noun in {(m.unit, m.noun) for m in points[0].mentions if m.unit == "kr" or m.noun}:
        parts = [[m for m in t.mentions if (m.unit, m.noun) == (unit, noun) and not m.bounded] for t in points]
        if any(len(of) != 1 for of in parts):
            continue
        each = [m for (m,) in parts]
        total, wholes = sum((m.value for m in each), Decimal(0)), [(t, m) for t, m in told if (m.unit, m.noun) == (unit, noun)]
        fitting |= any(m.value == total and m.digits > LEAST for _, m in wholes)
        if not any(_rounded(m, each) for _, m in wholes):
            near += [(t, m, each) for t, m in wholes if comes_near(total, m, NEAR)]
    if fitting and len(near) == 1:
        t, whole, each = near[0]
        ledger.say(t, "sum", "sum", whole, each)


def _rounded(whole: Mention, parts: list[Mention]) -> bool:
    """Does no more than rounding lie between them?"""
    gap = abs(whole.value - sum((p.value for p in parts), Decimal(0)))
    return not gap or 2 * gap < sum(m.high - m.low for m in (whole, *parts))


def _whole(s: Sentence) -> Mention | None:
    """The one sum of money, or the one number of something, that the sentence tells."""
    told = [m for m in s.mentions if m.unit == "kr"] or [m for m in s.mentions if m.unit == "number" and m.noun]
    return told[0] if len(told) == 1 and not told[0].bounded and not told[0].qualifier and not s.is_rate(told[0]) else None


def _part(ledger: Ledger, told: list[Sentence], whole: Mention, shared_out: bool) -> Mention | None:
    """The one figure of the whole's kind in a point; a number may stand alone at its end, in brackets or behind a colon. What is more than
    a whole that is `shared_out` is a slip."""
    found = [m for t in told for m in t.mentions if m.unit == whole.unit and (m.unit == "kr" or same(m, whole))]
    if len(told) > 1 or _PART_OF.match(told[0].skeleton):
        return None
    if not found and whole.unit == "number" and (match := _AT_ITS_END.search(ledger.flow.text, told[0].start, told[0].end)):
        n, start, end = Decimal(match["n"] or match["n2"]), *match.span("n" if match["n"] else "n2")
        found = [Mention(start, end, start, n, n, n, "number", whole.noun)]
    if len(found) != 1 or found[0].value <= 0 or found[0].value >= whole.value and not shared_out:
        return None
    clear = not found[0].bounded and not found[0].qualifier
    return found[0] if clear and not (found[0] in told[0].mentions and told[0].is_rate(found[0])) else None


def _say(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention], shared_out: bool) -> None:
    total = sum((p.value for p in parts), Decimal(0))
    source = ledger.flow.source(min(s.start, whole.start), s.end)
    near = comes_near(total, whole, NEAR) or slips(whole, parts, [1] * len(parts)) or any(total - p.value == whole.value for p in parts)
    if_not = "warning" if near or shared_out or adds_up(whole, parts) else "unverifiable"
    ledger.say(s, "sum", "sum", whole, parts, if_not=if_not, sure=shared_out, focus=lambda: source)
