"""Totals of figures that are gathered from several sentences or paragraphs, among others that are no parts: what was asked for, what it
cost another year, what is taken of them.

A sentence concludes what figures come to ("Der uddeles hermed C"), or how many there are ("De fire poster beløber sig til C"). Its
parts are those told before it since the heading, a paragraph or the last total, without what is larger, told twice, of another time, a
rate, a limit, a part of a part or set against another. As many as are said are chosen among all; else they must be all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from extractors.claims.adding.all_others import made_up, slipped
from extractors.claims.adding.enumerations import NUMBERS_UNREAD, SPENT_OF
from extractors.claims.adding.near_sums import counts_part
from extractors.claims.comparing.comparable import COMPARED
from extractors.claims.counting.counted import some_of
from extractors.claims.fit import adds_up
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ASIDE, CHANGE, VOTES, YEAR
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

BACK, MOST, FEW = 10, 9, 3
"""Sentences before the total that may hold a part; parts that may be chosen among; and so many tell of themselves that they are all."""
TELLING, FINE = 3, Decimal("0.02")
"""Digits of a total that hardly fits by a slip by chance; and as a part of it how finely others are printed that may explain it."""
CLOSE, NAMED = 25, 40
"""Characters before a figure that call it a change, or so many of those told."""
_CONCLUDES = pattern(
    r"<thus>|(?:^|[,;] (?:og )?)så\b|i det hele|med andre ord|\b(?:lægges|regnes|regnet|lagt)\b[^,;]*\b(?:sammen|med)\b,"
    r"|<comes>|\bi alt\b|\btilsammen\b|\bsamlede?\b"
)
_CONCLUDED_AFTER = pattern(r"[^\ue000-\ue007;.]{0,30}(?:<all>|(?:som|hvilket) (?:det|de) samlet (?:er|udgør))\b")
_SO_MANY = pattern(r"\b(?:de|disse|alle|samtlige) (?P<n><N>)(?= [a-zæøå])")
_IN_ANOTHER = re.compile(
    r"\b(?:i fjor|sidste år|forrige|året før|tidligere|dengang|oprindelig\w*|budget\w*|(?:an)?søgte?|vurderet|ansøgning\w*|havde regnet"
    r"|forventet|ventet|i stedet for)\b"
)
"""What is told with these is of another time, or was wanted."""
_COMES_IN = re.compile(r"\b(?:modtaget|modtager|indtægt\w*|kompensation|solgt|indbragt|fratrækkes|fratrukket|modregnes)\b")
_COSTS = re.compile(r"\b(?:koste\w*|udgift\w*|brugt|bruges|betal\w*|købt|løb op|beløb\w*)\b")
_SET_AGAINST = re.compile(r"\b(?:mod|end|fra|mellem|ud af|over|under|inden for) (?:[a-zæøå]+ ){0,2}$")
_LEFT = pattern(
    r"<left>|<rest>|\bmangle\w*|\b(?:over|under)skud\w*|\bnetto\w*|\bfor (?:meget|lidt|mange|få)\b|\b(?:gennem)?snit\w*|\bhver\b"
)
_SOME = re.compile(r"\b(?:blandt andet|bl\.a\.|f\.eks\.|fx|især|heriblandt|resten|nogle|enkelte)\b")
_MORE = re.compile(rf"{_SOME.pattern}|\b(?:øvrige|eller|inklusive|inkl|plus|moms)\b")
"""There may be more than is told, or one thing told in two ways."""
_DIVIDED = pattern(
    r"\b(?:fordel(?:er|te) sig|(?:er|var|blev|bliver) (?:delt(?: op)?|opdelt)|fordelt)\b(?: efter [^\ue000-\ue007:]{3,40}:)?"
    r"(?: (?:på|mellem|i) (?:de )?(?P<n><N>)(?= [a-zæøå]{4}))?"
)
_INTO = pattern(r"<covers>(?: de)? (?P<n><N>)(?= [a-zæøå]{4})")
_EACH = re.compile(r"\bhvert? $")
_DIVIDES = needs(_DIVIDED, _INTO)
_CUED = needs(_CONCLUDES, _CONCLUDED_AFTER, _SO_MANY)


def find(ledger: Ledger) -> None:
    """Every such total that no other family is sure to have read."""
    read = (c for c in ledger.claims if c.extra["if_not"] not in ("unverifiable", "note") and c.relation not in ("at_most", "direction"))
    known = {c.stated.source.at for c in read if c.stated and c.stated.source}
    for s, earlier in ledger.in_turn(FEW, _DIVIDES):
        for unit in ("kr", "number") if s.kind == "paragraph" and not VOTES.search(s.skeleton) else ():
            _divided(ledger, s, earlier, unit, known)
    for s, earlier in ledger.in_turn(BACK, _CUED):
        if s.kind != "paragraph" or VOTES.search(s.skeleton):
            continue
        for unit in ("kr", "number"):
            whole = next((m for m in s.mentions if m.unit == unit and _is_total(s, m)), None)
            if whole and whole.number not in known:
                _total(ledger, s, whole, s.under_one_heading(earlier))


def _divided(ledger: Ledger, s: Sentence, earlier: list[Sentence], unit: str, known: set[int]) -> None:
    """ "Kommunen har 318 plejeboliger. De er fordelt på fire centre. Det største har 96 …", "Planen er på 61,5 mio. kr. Den består af tre
    dele. Broen koster …": what a word shares out among those told after it, as many as it says or, counts, to the end of the sentence."""
    match = _DIVIDED.search(s.skeleton) or _INTO.search(s.skeleton)
    n = s.of(match.start("n")) if match and match["n"] else None
    told = [(t, m) for t in (*earlier, s) if t.block == s.block for m in t.mentions if m.unit == unit and m is not n and m.digits > 1]
    told = [(t, m) for t, m in told if (m.noun or unit == "kr") and match and (t is not s or s.position(m) < match.start())]
    if match is None or not told or unit == "kr" and not (n and len(told) == 1):
        return
    of_whole, whole = told[0] if n and told[0][0] is not s else told[-1]
    if whole.bounded or whole.qualifier or of_whole.is_rate(whole) or whole.number in known:
        return
    parts = list[Mention]()
    t: Sentence | None = s
    while t and t.block == s.block and len(parts) <= MOST:
        own = [m for m in t.mentions if m.unit == unit and m is not n and (t is not s or t.position(m) >= match.end())]
        own = [m for m in own if counts_part(m, whole) and not (m.bounded or t.is_rate(m) or COMPARED.match(t.skeleton, t.position(m) + 1))]
        if any(_EACH.search(t.lead(m)) or _IN_ANOTHER.search(t.skeleton) for m in own):
            return
        parts += [m for m in own if not ASIDE.search(t.lead(m))]
        t = ledger.right_after(t) if n and len(parts) < n.value else None
    if len(parts) < FEW or n and len(parts) != n.value or max(p.value for p in parts) >= whole.value:
        return
    if adds_up(whole, parts):
        ledger.say(of_whole, "sum", "sum", whole, parts, if_not="unverifiable")
    elif slipped(whole, parts, [1] * len(parts)) and not any(form.search(s.skeleton) for form in (_SOME, NUMBERS_UNREAD)):
        ledger.say(of_whole, "sum", "sum", whole, parts, if_not="warning", sure=True)


def _is_total(s: Sentence, m: Mention) -> bool:
    """Is it said to be what figures come to, and neither left of them nor a change?"""
    at = s.position(m)
    lead, (before, after) = s.skeleton[:at], s.beside(m)
    counted = _SO_MANY.search(lead) and not s.lead(m).startswith(",")
    said = counted or _CONCLUDES.search(s.lead(m)) or _CONCLUDED_AFTER.match(s.skeleton, at + 1)
    plain = not (m.bounded or m.qualifier or s.is_rate(m)) and (m.unit == "kr" or m.noun) and m.digits > 1
    return bool(said and plain) and not some_of(s, m) and not any(form.search(before) or form.search(after) for form in (_LEFT, CHANGE))


def _total(ledger: Ledger, s: Sentence, whole: Mention, near: list[Sentence]) -> None:
    """Keep what fits; else the one choice that a slip, or the leaving out of one of those that were counted, keeps from it."""
    told = list(_parts(s, whole, near))
    many = [int(s.of(m.start("n")).value) for m in _SO_MANY.finditer(s.skeleton, 0, s.position(whole))]
    if not 1 < len(told) <= MOST or whole.unit == "number" and not many and len(told) < FEW:
        return
    chosen = _so_many(told, many[-1]) if many and 1 < many[-1] <= len(told) else list(_runs(told, s))
    sums = [[m for _, m in parts] for parts in chosen]
    if fitting := next((parts for parts in sums if adds_up(whole, parts)), None):
        ledger.say(s, "sum", "sum", whole, fitting, if_not="unverifiable")
        return
    counted = bool(many) and many[-1] == len(sums[0]) if sums else False
    off = [parts for parts in sums if slipped(whole, parts, [1] * len(parts)) and (counted or _shows(whole, parts))]
    if not off and counted and len(sums) == 1 and len(sums[0]) > 2:
        off = [parts for parts in sums if any(sum(p.value for p in parts) - p.value == whole.value for p in parts)]
    if len({sum(p.value for p in parts) for parts in off}) != 1 or not counted and _may_be_more(s, whole, near, off[0]):
        return
    fine = [(t, m) for t in near for m in t.mentions if m.unit == whole.unit and m.value > 0 and m.high - m.low <= FINE * whole.value]
    if counted or not made_up(whole, fine[-MOST:], []):
        ledger.say(s, "sum", "sum", whole, off[0], if_not="warning", sure=True)


def _shows(whole: Mention, parts: list[Mention]) -> bool:
    return len(parts) >= FEW and max(m.digits for m in (whole, *parts)) >= TELLING


def _parts(s: Sentence, whole: Mention, near: list[Sentence]) -> Iterator[tuple[Sentence, Mention]]:
    """The figures before it that may be parts of it, each once."""
    values: set[Decimal] = set()
    years, costs = set(YEAR.findall(s.skeleton)), any(_COSTS.search(t.skeleton) for t in near)
    for t in near:
        other = t is not s and (not set(YEAR.findall(t.skeleton)) <= years or costs and _COMES_IN.search(t.skeleton))
        for m in () if other or t.kind != "paragraph" else t.mentions:
            at, alike = t.position(m) + 1, m.unit == whole.unit and m.per == whole.per and counts_part(m, whole)
            plain = m.start < whole.start and 0 < m.value < whole.value and m.value not in values and not (m.bounded or t.is_rate(m))
            if not (plain and alike) or _SO_MANY.search(t.skeleton, max(at - NAMED, 0), at):
                continue
            lead = t.lead(m)
            if not (any(form.search(lead) for form in (ASIDE, _SET_AGAINST, _IN_ANOTHER)) or CHANGE.search(lead[-CLOSE:])):
                values.add(m.value)
                yield t, m


def _so_many(told: list[tuple[Sentence, Mention]], n: int) -> list[list[tuple[Sentence, Mention]]]:
    """Every choice of so many, the nearest first."""
    return [list(some) for some in combinations(told[::-1], n)]


def _runs(told: list[tuple[Sentence, Mention]], s: Sentence) -> Iterator[list[tuple[Sentence, Mention]]]:
    """All of them; from the last two paragraphs on; and from the last total on."""
    starts = {0} | {i for i in range(1, len(told)) if told[i][0].block != told[i - 1][0].block}
    for k in range(2, len(told)):
        if any(adds_up(told[k][1], [m for _, m in told[j:k]]) for j in range(k - 1)):
            starts = {k, k + 1}
    yield from (told[i:] for i in sorted(starts)[-FEW:] if len(told) - i > 1)


def _may_be_more(s: Sentence, whole: Mention, near: list[Sentence], parts: list[Mention]) -> bool:
    """Do words from the first part on say that there is more than is told?"""
    words = " ".join(t.skeleton if t is not s else t.skeleton[: t.position(whole)] for t in near if t.end > parts[0].start)
    return any(form.search(words) for form in (_MORE, NUMBERS_UNREAD, SPENT_OF))
