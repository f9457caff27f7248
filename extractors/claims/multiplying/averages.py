"""So much for each, and so much more: "23,5 elever pr. klasse", "75 kg pr. besøg" of a weight told in tons, "16 boliger i hver"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.claims.comparing.named_pairs import pairs
from extractors.claims.fit import adds_up, exact, multiplies, plausible
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.rates import called_before, same_thing
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import FAIR, WEAK, closeness
from minutes.content import like
from minutes.needs import needs

_EACH = pattern(
    r"(?:\b(?:i gennemsnit|gennemsnitligt?)\b|<equals>)~25(?P<r><N>)(?P<what> [a-zæøå0-9²³]+)? <per> (?P<noun>[a-zæøå]{3,})\b"
    r"(?! (?:i|på|for|af|hos|ved|blandt|med|om) (?!(?:19|20)\d\d|året))"
)
_IN_EACH = pattern(r"(?P<a><N>)(?: \w+){0,2}? (?:med|à|på|af) (?P<b><N>)(?: \w+){1,3}? i hver\b")
_EACH_HAS = re.compile(r" \w+ i hver\b")
_IN_SMALLER = {("ton", "kg"): 1000, ("mwh", "kwh"): 1000, ("km", "meter"): 1000, ("km", "m"): 1000, ("m3", "liter"): 1000}
_PRICE_TIMES = (
    pattern(r"(?P<n><N>)~30 (?:til|for|à|a) (?P<r><K>)(?! i alt)~70\b(?:indtægt|udgift|salg|omsætning|provenu)\w*~20(?P<t><K>)"),
    pattern(
        r"\b(?:pris|takst|billet|leje|gebyr|kontingent)[a-zæøå]*(?: \w+){0,2}? (?:til|på|er) (?P<r><K>)~60(?P<n><N>)~40"
        r"\b(?:<is>)~30\b(?:indtægt|udgift|salg|omsætning|provenu)\w*~20(?P<t><K>)"
    ),
)
_FOR_ALL = pattern(
    r"(?:<excess>|<saving>|\b(?:provenu|gevinst)(?:en|et)?\b|(?:<rise>|<fall>|ændring(?:en)?) (?:vil )?(?:give|koste|betyde|medføre)r?)"
    r"(?: \w+){0,3}? (?P<t><K>)"
)
_WEEKLY = pattern(r"(?P<h><N>) timer (?:\w+ )?(?:om ugen|ugentligt?|pr\.? uge|hver uge)")
_WEEKS = pattern(r"(?P<n><N>) (?:\w+ )?uger\b")
_HOURLY = pattern(r"\btime(?:sats|pris|takst|løn)(?:n?en)?(?: \w+)? (?P<r><K>)|(?P<r2><K>) (?:pr\.?|i|per) timen?\b")
_ALTOGETHER = pattern(r"(?:<total>|\bårlige\b)~60(?P<t><K>)")
_QUOTIENT = pattern(r"\bklassekvotient(?:en)?(?: [a-zæøå]+){0,3} (?P<r><N>)")
_ELSEWHERE = re.compile(r"\b(?:sidste|året før|tidligere|i fjor|landsplan|lands\w*|mål\w*|højst|loft\w*|(?:19|20)\d\d)\b")
_AVERAGED, _IN_ALL, _PRICED, _MORE, _PAID = needs(_EACH), needs(_IN_EACH), needs(*_PRICE_TIMES), needs(_FOR_ALL), needs(_ALTOGETHER)
_OF_CLASSES = needs(_QUOTIENT)
_ANY = _AVERAGED | _IN_ALL | _PRICED | _MORE | _PAID | _OF_CLASSES
SHORT = 4
"""Letters of a word that changes its vowel in the plural: "barn" and "børn"."""
SAME = 5
"""Letters by which a word is known inside another."""
REMEMBERED = 4


def find(ledger: Ledger) -> None:
    """Every average with what it is of, and every price with its number and what they come to."""
    for s, before in ledger.in_turn(REMEMBERED, _ANY):
        for match in _EACH.finditer(s.skeleton) if s.holds & _AVERAGED else ():
            _average(ledger, s, before, match)
        for match in _IN_EACH.finditer(s.skeleton) if s.holds & _IN_ALL else ():
            _in_each(ledger, s, before, match)
        for form in _PRICE_TIMES if s.holds & _PRICED else ():
            for match in form.finditer(s.skeleton):
                _income(ledger, s, match)
        for match in _FOR_ALL.finditer(s.skeleton) if s.holds & _MORE else ():
            _more_for_each(ledger, s, before, match)
        if s.holds & _OF_CLASSES:
            _quotient(ledger, s, before[-1:])
        if s.holds & _PAID:
            _hours(ledger, s, before)


def _average(ledger: Ledger, s: Sentence, before: list[Sentence], match: re.Match[str]) -> None:
    """The counts of what each has, and the one whole that is counted in the average's unit."""
    r = s.of(match.start("r"))
    told = [(t, m) for t in (*before, s) for m in t.mentions if m.unit == "number" and not m.bounded and (t is not s or m.start < r.start)]
    counts = {m.value: m for t, m in told if _counts(t, m, match["noun"])}
    what = (match["what"] or "").strip() or r.noun
    wholes = [w for _, m in told if m.value not in counts and (w := _as(m, what)) is not None]
    if len(counts) != 1 or not wholes:
        return
    count = next(iter(counts.values()))
    whole = next((w for w in wholes if multiplies(w, r, count)), max(wholes, key=lambda w: w.value))
    sure = plausible(whole, r, count) and whole.value > count.value * Decimal("0.2")
    ledger.say(s, "product", "quotient", r, [whole, count], if_not="warning" if sure else "unverifiable")


def _quotient(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "4.812 elever fordelt på 228 klasser, svarende til en klassekvotient på 21,1"."""
    match = _QUOTIENT.search(s.skeleton)
    r = s.of(match.start("r")) if match else None
    if r is None or r.bounded or _ELSEWHERE.search(s.lead(r)):
        return
    told = [m for t in (*before, s) for m in t.mentions if m.unit == "number" and not m.bounded and m.start < r.start]
    pupils, classes = ([m for m in told if m.noun.endswith(word)] for word in ("elever", "klasser"))
    if len(pupils) == len(classes) == 1:
        ledger.say(s, "product", "quotient", r, [pupils[0], classes[0]], if_not="warning")


def _counts(s: Sentence, m: Mention, noun: str) -> bool:
    """Does the mention count such things, by the word after it or by "antallet af … er" before it? All "arrangementer" are more than those
    of one kind: "43 pr. børnearrangement"."""
    return any(
        word and word[:SAME] not in noun[1:] and (like(word, noun) or len(noun) == len(word) == SHORT and same_thing(word, noun))
        for word in (m.noun, called_before(s, m))
    )


def _as(m: Mention, what: str) -> Mention | None:
    """A whole in the unit that the average is told in: tons in kilos."""
    if m.noun and what and like(m.noun, what):
        return m
    by = _IN_SMALLER.get((m.noun, what))
    return replace(m, value=m.value * by, low=m.low * by, high=m.high * by, noun=what) if by else None


def _in_each(ledger: Ledger, s: Sentence, before: list[Sentence], match: re.Match[str]) -> None:
    a, b = s.of(match.start("a")), s.of(match.start("b"))
    told = [(t, m) for t in (*before, s) for m in t.mentions if m.unit == "number" and m is not b and m.noun and b.noun]
    wholes = [(t, m) for t, m in told if like(m.noun, b.noun) and not _EACH_HAS.match(t.skeleton, t.position(m) + 1)]
    if len({m.value for _, m in wholes}) == 1 and not any(m.bounded for m in (a, b, *(m for _, m in wholes))):
        place, whole = wholes[0]
        sure = whole.value > b.value and plausible(whole, a, b)
        ledger.say(place, "product", "product", whole, [a, b], if_not="warning" if sure else "unverifiable")


def _income(ledger: Ledger, s: Sentence, match: re.Match[str]) -> None:
    n, r, t = (s.of(match.start(g)) for g in "nrt")
    if t.value > r.value and not any(m.bounded for m in (n, r, t)):
        ledger.say(s, "product", "product", t, [n, r], if_not="warning" if plausible(t, n, r) else "unverifiable")


def _more_for_each(ledger: Ledger, s: Sentence, before: list[Sentence], match: re.Match[str]) -> None:
    """ "Tilskuddet hæves fra 110 kr. til 125 kr. Der er 6.420 medlemmer, og merudgiften er 96.300 kr.": sure where digits slipped."""
    t, near = s.of(match.start("t")), s.under_one_item(before[-2:])
    raised = {(a.value, b.value): (a, b) for u in near for a, b in pairs(u) if a.unit == b.unit == "kr" and max(a.start, b.start) < t.start}
    if len(raised) != 1 or t.bounded:
        return
    ((a, b),) = raised.values()
    numbers = [m for u in near for m in u.mentions if m.unit == "number" and m.noun and m.start < t.start and not m.bounded]
    yearly = [1, 12] if "måned" in " ".join(u.skeleton for u in near) else [1]
    tried = [(n, n.value * by * (1 if b.value > a.value else -1)) for n in numbers for by in yearly]
    fitting = [(n, by) for n, by in tried if adds_up(t, [exact(b), exact(a)], [by, -by])]
    least = WEAK if len(numbers) == 1 else FAIR
    slips = [(n, by) for n, by in tried if closeness((b.value - a.value) * by, t.value) >= least]
    for _, by in fitting[:1] or (slips if len(slips) == 1 else []):
        ledger.say(s, "product", "sum", t, [exact(b), exact(a)], weights=[by, -by], if_not="warning")


def _hours(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "12 timer om ugen i 40 uger. Timesatsen er 245 kr. Den samlede udgift er 117.600 kr."."""
    total = _ALTOGETHER.search(s.skeleton)
    near = [*before[-2:], s] if total else []
    told = [[u.of(m.start(m.lastgroup or 0)) for u in near for m in form.finditer(u.skeleton)] for form in (_WEEKLY, _WEEKS, _HOURLY)]
    if total and all(len(found) == 1 for found in told):
        t, factors = s.of(total.start("t")), [found[0] for found in told]
        if t.start > max(m.start for m in factors) and not any(m.bounded for m in (t, *factors)):
            ledger.say(s, "product", "product", t, factors, if_not="warning" if plausible(t, *factors) else "unverifiable")
