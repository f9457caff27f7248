"""Percentages that so few things cannot give (the GRIM test), and answers of which there are more than all."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.dividing.beside_shares import moves
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import led

OF_THOSE = pattern(r"<ofthem>")
_GRIM = pattern(r"(?P<p><P>)\s*(?:ud )?af (?:de|alle|samtlige|i alt|de i alt|vores|gruppens|de adspurgte)\s?(?P<n><N>)")
_LOOKED_AT = pattern(
    r"\b(?:besvaret af|udt(?:og|aget|rukket|rak)|genneml(?:æst|æste)|gennemg(?:ået|ik)|undersøg(?:t|te)|interviewe(?:t|de)|svar fra) ~12"
    r"(?P<n><N>)|(?P<n2><N>) (?:\w+ ){0,3}?(?:svarede|svaret|besvaret|deltog|interviewet|gennemgået|udtaget|udtrukket)\b(?! af)"
)
_BEGINS_WITH_SHARE = pattern(r"^(?:i |hos )?<P> (?:af (?:dem|disse)\b(?!,? der)|(?:er|har|mener|svarer?|synes|oplever|var|havde|ønsker)\b)")
_OF_SOME = re.compile(r"\ue001 af (?!dem\b|disse\b)|\bblandt\b|landsplan|i alt\b|sidste år|året før|tidligere|\bmod \ue001|\ue001 flere")
_APART = re.compile(r"heraf|fordelt (?:på|med|mellem)|hvoraf|flere svar|flere kryds|også|mod \ue001|sidste år|året før|\bfra \ue001")
_ANSWERS = re.compile(r"tilfreds|enig|hverken|ved ikke|utryg|tryg|imod|neutral|\bgod|dårlig|øvrige|sidste|resten|\bja\b|\bnej\b|fordel")
_ONE_EACH = re.compile(
    r"\b(?:oftest|hyppigst|primært|foretrækker|foretrukne|fordeler sig|fordelt|fordeling\w*|hver \w+ har (?:angivet|valgt|peget|sat)"
    r"|ét (?:svar|kryds)|vægtes|vægter)\b"
)
"""Everyone counts once."""
_COMMON_WHOLE = led(
    r"\baf (?:den (?:samlede )?)?(?:udgift|pris|budget|anlægssum|finansiering|omkostning)\w*|^finansiering|\bfinansieres\b"
    r"|\bfordeling\w* (?:af|er)\b"
)
FEW = 50
"""People or things of which a share is reckoned with as one of whole ones where a sentence before counts them."""
LOOSE = Decimal(1)
"""Percentage points: tens and fives are said of what is near them."""
LEAST_WHOLE, SMALL_WHOLE = 4, 400
"""A percentage of fewer is of what they cost or measure ("10 pct. af de to entrepriser"); of more it says little about their number."""
NEARLY_ALL = 110
"""Percent: more than this, and people could choose several answers."""
_NO_THINGS = frozenset({"beløb", "sum", "pulje", "udgift", "år", "bevilling", "budget", "ramme", "tal"})
"""A share of these is one of their kroner, not of their number."""
_OWNERS = re.compile(r" (?:[a-zæøå]+e )?[a-zæøå]{3,}(?:ers|nes|ens|ets) [a-zæøå]{3,}")
""" "45,8 pct. af de fire foreningers udgifter" is a share of what they have."""


def impossible(ledger: Ledger, s: Sentence, seen: set[int]) -> None:
    """ "37 pct. af de 12 børn": a count of whole things gives only some percentages (the GRIM test)."""
    for match in _GRIM.finditer(s.skeleton):
        p, n = s.of(match.start("p")), s.of(match.start("n"))
        if p.qualifier or n.qualifier or p.start in seen or n.noun in _NO_THINGS:
            continue
        if _OWNERS.match(s.skeleton, s.position(n) + 1):
            continue
        if not LEAST_WHOLE <= n.value <= SMALL_WHOLE or n.value != n.value.to_integral_value():
            continue
        off = _distance(p, int(n.value))
        ledger.say(s, "share", "possible", p, [n], if_not="warning", differs=off > (LOOSE if p.value % 5 == 0 else 0))


def of_few(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Der er gennemgået 9 sager. I 44 pct. af dem mangler …, og i 60 pct. …": the one fits the number, so the other must, too."""
    match = _LOOKED_AT.search(before[-1].skeleton) if before and _BEGINS_WITH_SHARE.match(s.skeleton) else None
    shares = [m for m in s.mentions if m.unit == "percent"]
    if not match or len(shares) < 2 or len(shares) < len(s.mentions) or any(m.qualifier for m in shares) or _OF_SOME.search(s.skeleton):
        return
    n = before[-1].of(match.start("n") if match["n"] else match.start("n2"))
    if n.qualifier or not 1 < n.value <= FEW or n.value != n.value.to_integral_value() or OF_THOSE.search(before[-1].skeleton):
        return
    off = {m: _distance(m, int(n.value)) - (LOOSE if m.value % 5 == 0 else 0) for m in shares}
    if min(off.values()) <= 0:
        for m in (m for m in shares if off[m] > 0):
            ledger.say(s, "share", "possible", m, [n], if_not="warning", differs=True)


def _distance(p: Mention, whole: int) -> Decimal:
    """How far the printed percentage is from the nearest that a whole number of things gives, in percentage points."""
    nearest = int(p.value * whole / 100)
    shares = [Decimal(k * 100) / whole for k in range(max(nearest - 1, 0), min(nearest + 2, whole) + 1)]
    return min(max(p.low - share, share - p.high, Decimal(0)) for share in shares)


def no_more_than_all(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "54 pct. meget tilfredse, 31 pct. tilfredse og 18 pct. utilfredse": no more answers, and no more of one price, than all."""
    parts = [m for m in s.mentions if m.unit == "percent"]
    of_one = _COMMON_WHOLE.search(s.skeleton)
    if len(parts) < 3 or any(m.bounded for m in parts) or moves(s) or _APART.search(s.skeleton):
        return
    one_each = any(_ONE_EACH.search(t.skeleton) for t in (*before, s)) and not re.search(r"\ue001 af (?!dem|disse)", s.skeleton)
    if not (of_one or one_each or _ANSWERS.search(s.skeleton)):
        return
    gaps = [s.skeleton[s.position(a) + 1 : s.position(b)] for a, b in zip(parts, parts[1:], strict=False)]
    if all(len(g) < 60 and re.search(r",|\bog\b|\bm(?:ed)?ens\b", g) for g in gaps) and sum(m.value for m in parts) <= NEARLY_ALL:
        ledger.say(s, "sum", "no_more_than_all", parts[-1], parts, if_not="warning")
