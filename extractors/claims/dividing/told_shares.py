"""Shares whose part or whole stands in a sentence before: "Klubben har 740 medlemmer. Det er knap 70 procent af byens børn"."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import combinations

from extractors.claims.dividing.beside_shares import OF, is_share, moves, rest_of, shares_of
from extractors.claims.dividing.shares import COMPLEMENT
from extractors.claims.fit import adds_up, exact, meets, misprints
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import TO_CAUSES
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from minutes.closeness import exchanged
from minutes.needs import needs

_OF_WHAT = r"(?P<whole>(?:(?:den|det|de|samlede|hele|totale) ){0,3}(?:\w+ ){0,2}?\w+)"
_NAMED = pattern(rf"(?P<a><K>)(?P<mid>~25),? (?:her\b|<equals>)~12 (?P<p><PF>)(?: af {_OF_WHAT})?")
_NAMED_FIRST = pattern(
    rf"(?P<p><PF>)(?!~25\bog )(?!{TO_CAUSES})"
    rf"(?:(?: af {_OF_WHAT}|~25)(?:(?:,? (?:her\b|<equals>|<so>|<all>)|<is>)~8|,| \(| på|(?<=[mv]ed [\ue001]))"
    r"|~60, <same>) ?(?P<a><K>)"
)
_CALLED_WHOLE = re.compile(
    r"\bsamlede?\b|\bi alt\b|\btotale?\b|\bbudget|\bramme|\bbevilling|sum(?:men)?\b|\bpulje|\bpris|\budgift|\bkoster"
)
_GENERIC_WORDS = """
samlede samlet beløb hele den det de udgiften udgifterne beløbet dette denne alle dem
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_AGAINST = pattern(r"\b(?:i forhold til|målt mod|sammenholdt med|ud af) ~70(?P<b><KN>)~40(?:<is>|<equals>)~30(?P<p><P>)")
_IT_IS_OF = pattern(r"^(?:<equals>|<so>)~15(?P<a><N>) <outof><the> (?P<b><N>)")
_COMPARED_WITH = re.compile(r"\b(?:mod|end|fra) (?:\w+ )?$")
_OF_A_LIST = pattern(
    r"^(?P<label>[^\ue000-\ue007,;:]{4,60}) (?:<gives>|svarer til|står for|tegner sig for) (?:~15 )?(?P<p><P>) af [^\ue000-\ue007]+$"
)
_TWO_TIMES = pattern(
    r"(?P<a><N>)~60(?:,? <equals> | \()(?P<p><P>)(?: af (?P<whole>~50))?\)?,? mod (?P<a2><N>)~40(?:,? <equals> | \()(?P<p2><P>)"
)
_HERAF = pattern(r" (?:heraf|deraf|af dette|af beløbet|af denne udgift),? (?:<equals> |eller )?")
ANOTHER_YEARS = Decimal("0.05")
"""How much larger or smaller the whole may have been another year."""
_LINE = pattern(r"^[-–•\s]*(?P<label>[^\ue000-\ue007,;:]{4,60}): (?P<a><K>)\W*$")
_IT_IS_THAT = needs(_IT_IS_OF)
TELLING = 4
"""Digits of an amount that is hardly by chance another but for one of them."""
ALL = Decimal(100)
"""Percent of a whole."""
REMEMBERED = 15
"""Sentences before this one whose amounts a share may be of."""


def find(ledger: Ledger) -> None:
    """Every share that takes up figures told before."""
    for s, before in ledger.in_turn(REMEMBERED, QUANTIFIED):
        if told := shares_of(s):
            _named(ledger, s, before)
            _set_against(ledger, s, before)
            _of_a_list(ledger, s, before)
            _two_times(ledger, s, before)
            _those_few(ledger, s, before[-1:], told)
        if before and not told and s.holds & _IT_IS_THAT:
            _counted_out(ledger, s, before[-1])


_OF_SO_MANY = pattern(r"(?:^|[-–•:;,] )(?:ud )?af (?:de |i alt |samtlige |vores |kommunens )*(?P<w><N>)")
_THEY_ARE = pattern(
    r"^(?:de|det|disse|den gruppe|gruppen) (?:udgør|udgjorde|er|var|svarer til|tegner sig for) (?:<thus> )?(?P<p><P>)(?! af )"
)


def _those_few(ledger: Ledger, s: Sentence, before: list[Sentence], told: list[Mention]) -> None:
    """ "Af de 872 beboere mellem 18 og 64 år er 361 uden job. De udgør 41,4 pct.": the last that were counted, of all of them."""
    match = _THEY_ARE.match(s.skeleton)
    of = _OF_SO_MANY.match(before[0].skeleton) if match and before and before[0].block == s.block else None
    if match is None or of is None or s.of(match.start("p")) is not told[0]:
        return
    t, whole = before[0], before[0].of(of.start("w"))
    parts = [m for m in t.mentions if m.unit == "number" and m is not whole and m.value < whole.value and not _AGED.search(t.lead(m))]
    if len(parts) == 1 and t.mentions[-1] is parts[0] and not (whole.bounded or parts[0].bounded):
        ledger.say(s, "share", "share", told[0], [parts[0], whole], if_not="warning", alone=True)


_AGED = re.compile(r"\b(?:mellem|og|på|over|under|fra|til|mindst) $")
_AS_IT_IS, _AS_IT_WAS = re.compile(r"\b(?:korriger|revider|nuværende|nye\b)"), re.compile(r"\b(?:oprindelig|vedtag)")
LEVELS = 2
"""An amount as it was and as it is."""
_OF_NAME = re.compile(r" af (?:den |det |de )?(?P<name>(?:[a-zæøå]{4,}e )?[a-zæøå]{4,}?)(?P<end>en|et|n|t)\b")
_AND_AMOUNT = pattern(r"(?:,| og) <K>")
_ANOTHER = re.compile(r", (?:og |mens )?[a-zæøå]+ (?:optager|betaler|giver|bidrager|får|søger|dækker|yder|afholder|låner)\b")
""" "Kommunen dækker halvdelen, klubben optager et lån på 1,5 mio. kr.": what another does."""


def _named(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "16,2 mio. kr., svarende til 75 pct. [af budgettet]": the whole stands before, under its name or as the total."""
    for form in (_NAMED, _NAMED_FIRST):
        for match in form.finditer(s.skeleton):
            a, p = s.of(match.start("a")), s.of(match.start("p"))
            first, last = sorted((s.position(a), s.position(p)))
            if a.bounded or a.per or moves(s) or _ANOTHER.search(s.skeleton, first, last) or _beside_its_whole(s, p):
                continue
            limited, p = p.bounded, replace(exact(p), qualifier=None) if p.bounded else p
            p = rest_of(p) if COMPLEMENT.search(s.skeleton, s.position(p), s.position(a)) else p
            slip = _slipped(s, before, a, p)
            if limited and not slip:
                continue
            now = _not_as_it_was(s, before, a, p, match["whole"] or "") or _called_so(s, before, a, p)
            whole, certain = slip or now or (
                _total_above(ledger, s, a, p) or _of_it(s, before, a, p) or _whole(s, before, a, p, (match["whole"] or "").split())
            )
            if _AGAINST_A_YEAR.match(s.skeleton, s.position(p) + 1):
                continue
            if whole is not None and not now and not is_share(a, whole, p) and _lies_between(s, before, a):
                continue
            if whole is not None and (_beside_the_rest(s, whole, p) or _in_turns(s, a, p) or _is_whole(s, a, p)):
                continue
            if whole is not None and (slip or whole.value > abs(a.value) or certain and s.start <= whole.start < p.start):
                drawn = whole.value * p.value / 100
                p = exact(p) if form is _NAMED_FIRST and drawn != a.value and (slip or exchanged(drawn, a.value)) else p
                relation, stated, parts = ("share", p, [a, whole]) if form is _NAMED else ("percent_of", a, [p, whole])
                if_not = "warning" if certain else "unverifiable"
                ledger.say(s, "share", relation, stated, parts, if_not=if_not, sure=now is not None)


def _not_as_it_was(s: Sentence, before: list[Sentence], a: Mention, p: Mention, words: str) -> tuple[Mention, bool] | None:
    """What has come of an amount of which it is the share as it was: "oprindelig 12 mio. kr., men nu 14 … 50 pct. af det korrigerede"."""
    for t in (*before[-1:], s) if _AS_IT_IS.search(words) else ():
        money = [m for m in t.mentions if m.unit == "kr" and m.start < a.start and not m.bounded and not m.per]
        if len(money) == LEVELS and _AS_IT_WAS.search(t.lead(money[0])) and is_share(a, money[0], p) and not is_share(a, money[1], p):
            return money[1], True
    return None


def _called_so(s: Sentence, before: list[Sentence], a: Mention, p: Mention) -> tuple[Mention, bool] | None:
    """Of two amounts that are A apart the one that is called so, where it is the share of the other: "kostede 4,2 mio. kr., og bevillingen
    var 3,9 mio. kr. Overskridelsen på A svarer til P af bevillingen"."""
    name = _OF_NAME.match(s.skeleton, s.position(p) + 1)
    called = re.compile(rf"(?<![a-zæøå]){name['name']}(?:{name['end']})?(?: (?:er|var|udgør|udgjorde|lød))?(?: på)? $") if name else None
    near = [(t, m) for t in (*before[-1:], s) for m in t.mentions if called and m.unit == "kr" and m.start < a.start and not m.bounded]
    told = [m for t, m in near if called and called.search(t.lead(m))]
    if len(told) != 1 or is_share(a, told[0], p):
        return None
    other = any(abs(m.value - told[0].value) == a.value and is_share(a, m, p) for _, m in near)
    return (told[0], True) if other else None


def _beside_its_whole(s: Sentence, p: Mention) -> bool:
    """ "60 % af det korrigerede budget på 101,0 mio. kr.": is what it is a share of told with its amount?"""
    b = next((m for m in s.mentions if m.start > p.start), None)
    return b is not None and b.unit == "kr" and OF.match(s.skeleton[s.position(p) + 1 : s.position(b)]) is not None


def _lies_between(s: Sentence, before: list[Sentence], a: Mention) -> bool:
    """Is it what two amounts before it are apart, which words may call a change of the one or of the other?"""
    told = [m.value for t in (*before[-1:], s) for m in t.mentions if m.unit == "kr" and m.start < a.start]
    return any(abs(x - y) == a.value for x, y in combinations(told, 2))


_AGAINST_A_YEAR = re.compile(r" (?:under|over|højere|lavere|mere|mindre)(?: end)?(?: \w+)? (?:19|20)\d\d\b")
""" "1,4 mio. kr. eller 10,4 pct. under 2011" is no share of what it is now."""


def _slipped(s: Sentence, before: list[Sentence], a: Mention, p: Mention) -> tuple[Mention, bool] | None:
    """The only amount near by of which the share would be right if one of many digits of the amount stood otherwise."""
    told = [m for t in (*before[-2:], s) for m in t.mentions if m.unit == "kr" and m.start < a.start and not m.bounded and not m.per]
    right = exact(p) if p.unit == "fraction" and a.digits > TELLING + 1 else p
    if not told or a.digits < TELLING or not p.value or any(is_share(a, m, right) for m in told):
        return None
    meant = list(misprints(a))
    wholes = {m.value: m for m in told if any(x.value < m.value and meets(d := m.value * p.value / 100, d, x) for x in meant)}
    return (next(iter(wholes.values())), True) if len(wholes) == 1 else None


def _in_turns(s: Sentence, a: Mention, p: Mention) -> bool:
    """ "to tredjedele til havnen og en tredjedel til kommunen, dvs. 5,2 og 2,6 mio. kr.": one amount for each share."""
    shares = [m for m in shares_of(s) if m.start < a.start]
    return len(shares) > 1 and p is not shares[0] and bool(_AND_AMOUNT.match(s.skeleton, s.position(a) + 1))


def _is_whole(s: Sentence, a: Mention, p: Mention) -> bool:
    """ "Egenkapitalen er 40,2 mio. kr. og soliditeten 60 pct., idet balancen er på 67,0 mio. kr.": is another amount its share?"""
    return any(is_share(x, a, p) for x in s.mentions if x.unit == "kr" and x.value < a.value)


def _beside_the_rest(s: Sentence, whole: Mention, p: Mention) -> bool:
    """ "A 75 pct., som er 333.000 kr., og B 25 pct., som er 111.000 kr.": is what was taken for the whole that of the other share?"""
    shares = [m for m in s.mentions if m.unit == "percent" and m.start < whole.start < p.start]
    return bool(shares) and shares[-1].value + p.value == ALL


def _total_above(ledger: Ledger, s: Sentence, a: Mention, p: Mention) -> tuple[Mention, bool] | None:
    """A number of the total row of the table right above that the share is right of."""
    grid = ledger.grid_above(s.block)
    totals = [grid.money(n) for row in grid.rows if row.total for n in row.numbers.values() if not n.percent] if grid else []
    return next(((m, True) for m in totals if m.value > a.value and is_share(a, m, p)), None)


def _of_it(s: Sentence, before: list[Sentence], a: Mention, p: Mention) -> tuple[Mention, bool] | None:
    """ "Driften koster B om året. Betalingen dækker 30 pct. heraf, A": the last amount that was told."""
    if not p.start < a.start or not _HERAF.fullmatch(s.skeleton, s.position(p) + 1, s.position(a)):
        return None
    told = [m for t in (*before[-1:], s) for m in t.mentions if m.unit == "kr" and m.start < p.start]
    return (told[-1], True) if told and told[-1].value > a.value and not told[-1].bounded else None


def _whole(s: Sentence, before: list[Sentence], a: Mention, p: Mention, words: list[str]) -> tuple[Mention | None, bool]:
    """The amount that a share is of: the one that fits, else the nearest before it that the name stands at, else the total just before."""
    stems = [w[:5] for w in words if w not in _GENERIC and len(w) > 4]
    candidates = [(t, m) for t in [*before, s] for m in t.mentions if m.unit == "kr" and m.start < a.start and not m.bounded and not m.per]
    fitting = [m for _, m in candidates if is_share(a, m, p)]
    if fitting:
        return ([m for m in fitting if m.value * p.value == a.value * 100] or fitting)[-1], True
    for t, m in reversed(candidates):
        lead = t.skeleton[max(t.position(m) - 60, 0) : t.position(m)]
        lead = lead[lead.rfind("\ue000") + 1 :]
        if any(stem in lead for stem in stems):
            return m, True
        if not stems and _CALLED_WHOLE.search(lead):
            return m, t is s or bool(before) and t is before[-1]
    here = [m for t, m in candidates if t is s and m.start < p.start]
    if not stems and len(here) == 1:
        return here[0], True
    larger = [m for _, m in candidates if m.value > a.value]
    if not stems and len(candidates) == len(larger) == 1 and before and candidates[0][0] is before[-1]:
        return larger[0], True
    return (larger[-1], False) if larger else (None, False)


def from_or_to(p: Mention) -> Mention:
    """What "mere end hver ottende" allows: everything above it."""
    low, high = {"lower": (p.value, Decimal(100)), "upper": (Decimal(0), p.value)}.get(p.qualifier or "", (p.low, p.high))
    return replace(p, low=low, high=high)


def _set_against(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Merudgiften anslås til A. Set i forhold til udgifterne på B er der tale om P"."""
    match = _AGAINST.search(s.skeleton)
    told = [
        m for t in (*before[-1:], s) for m in t.mentions if match and m.unit in ("kr", "number") and m.start < s.of(match.start("b")).start
    ]
    if match and len(told) == 1 and told[0].unit == s.of(match.start("b")).unit and not told[0].bounded:
        p, whole = s.of(match.start("p")), s.of(match.start("b"))
        if not p.bounded and whole.value > told[0].value:
            ledger.say(s, "share", "share", p, [told[0], whole], if_not="warning", alone=True)


def _counted_out(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "64 pct. af brugerne er over 60 år. Det svarer til 128 af de 200 brugere"."""
    match = _IT_IS_OF.match(s.skeleton)
    shares = [m for m in before.mentions if m.unit in ("percent", "fraction")] if match else []
    shares = [m for m in shares if not _COMPARED_WITH.search(before.skeleton, 0, before.position(m))]
    if match and len(shares) == 1 and not shares[0].bounded and not moves(before):
        a, b = s.of(match.start("a")), s.of(match.start("b"))
        if a.value <= b.value and b.value:
            ledger.say(s, "share", "share", shares[0], [a, b], if_not="warning")


def _of_a_list(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Udgiften er 31,5 mio. kr.", lines of "Herberg: 10,1 mio. kr." that come to it, and "Herberg udgør 32 pct. af udgiften"."""
    match = _OF_A_LIST.match(s.skeleton)
    lines = [(t, m) for t in before if (m := _LINE.match(t.skeleton))] if match else []
    parts = [(m["label"], t.of(m.start("a"))) for t, m in lines]
    part = next((a for label, a in parts if match and label == match["label"]), None)
    wholes = [m for t in before for m in t.mentions if m.unit == "kr" and lines and t.start < lines[0][0].start]
    whole = next((m for m in reversed(wholes) if adds_up(m, [a for _, a in parts])), None)
    if match and part and whole and len(parts) > 1 and not (p := s.of(match.start("p"))).bounded:
        ledger.say(s, "share", "share", p, [part, whole], if_not="warning")


def _two_times(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "153 flytninger, svarende til 9,5 pct. af lejemålene, mod 184 året før, svarende til 11,4 pct.": of about one whole."""
    match = _TWO_TIMES.search(s.skeleton)
    if not match:
        return
    a, p, a2, p2 = (s.of(match.start(g)) for g in ("a", "p", "a2", "p2"))
    stems = [w[:5] for w in re.findall(r"[a-zæøå]{5,}", match["whole"] or "")]
    wholes = [m for t in before for m in t.mentions if m.unit == "number" and is_share(a, m, p) and any(w in m.noun for w in stems)]
    if wholes and not p2.bounded and p2.value:
        off = a2.value * 100 / wholes[-1].value / p2.value
        ledger.say(s, "share", "share", p, [a, wholes[-1]])
        ledger.say(s, "share", "share", p2, [a2, wholes[-1]], if_not="warning" if abs(off - 1) > ANOTHER_YEARS else "unverifiable")
