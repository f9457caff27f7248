"""Percentages and fractions of counts and amounts in one sentence: a part, a whole, and what share the one is said to be of the other."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from extractors.claims.comparing.another_change import ELSEWHERE
from extractors.claims.fit import meets, misprints
from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.content import like
from minutes.needs import led, needs

_SAID = pattern(
    r"^(?!.*(?:;(?! (?:det|dvs|altså|svarende)\b)|\bm(?:ed)?ens\b|\bmen\b|\bmod\b|landsplan|sidste år|året før|\b(?:de|den) $))"
    r".*(?:\(|<equals>|<so>|<portion> <is>)[^\ue000-\ue007,;]{0,35}$|^[^,;(]*(?:<equals>|<is>|<so>|<all>)[^\ue000-\ue007,;]{0,25}$"
)
_APPOSED, _ENDS = re.compile(r"[^\ue000-\ue003\ue006;,]{0,90}, $"), re.compile(r"(?: i alt)?(?:[,.;)]|\s*$| mod \ue001)")
""" "1.204 af kommunens 2.117 unge er indskrevet, 57 pct."."""
_BESIDE_OF = re.compile(r"(?: [a-zæøå]+)?,(?: (?:nøjagtigt?|præcist?|lige))? ")
""" "363.660 kr., nøjagtig to tredjedele af 545.490 kr."."""
_NAMELY = pattern(
    r"^(?![^\ue000-\ue007]*\b(?:fordi|da|selv ?om|idet)\b)"
    r"[^\ue000-\ue007;]{0,70}?(?:,|\(|<equals>|<is>|<so>|<all>| på)\s?[^\ue000-\ue007;,]{0,25}$"
)
OF = pattern(r"^(?! i) ?(?:(?!fradrag|tillæg|afdrag)\w+ ){0,2}?(?:ud )?af [^\ue000-\ue007;,]{0,45}(?:, (?:der|som) <is> )?$")
_OF_COUNT = pattern(r"^ ?(?:\w+ )?(?:ud )?af<the> $")
_OF_BEFORE = pattern(r"(?:<outof>|\bfra(?= (?:de|alle|samtlige|i alt|vores) ))(?: [^\ue000-\ue007,.:]{0,40})? ?$")
_OF_SMALL = pattern(r"(?:<outof>|\bfra\b)<the>(?: [a-zæøå]+ på)? ?$")
_OF_THEM_BEFORE = pattern(r"<ofit>[^;]{0,50}$")
_OF_THOSE = pattern(r"<ofthem>")
_DID = pattern(r" <did>")
_OF_THEM_AFTER = pattern(r" <ofthem>")
_OF_ALL = re.compile(r"\baf (?:de|den|det) samlede [^\ue000-\ue007,]*$")
_BECAUSE = pattern(r"(?P<p><P>)~25(?:idet|da|fordi|nemlig|med|:|\() ?(?P<a><N>) <outof><the> (?P<b><N>)")
OF_OTHERS = re.compile(r"[^\ue000-\ue007;,]{0,12} af (?!de|alle)(?:\w+s )?(?P<what>[a-zæøå]*)")
_OF_OTHERS_AGAIN = re.compile(r";|\b(?:af|blandt|hos|heraf|hvoraf|mod)\b")
_ANOTHER_ONE = pattern(r" (?:på landsplan|i hele landet|i regionen)\b| (?:<more>|<less>)")
""" "312 af 340, det vil sige 9 pct. flere end sidst": a change, and no share."""
_OWNED, _OWNERSHIP = ("aktie", "anpart"), ("stemme", "aktie", "anpart", "kapital", "ejer", "selskab")
_OTHER_PAYS = re.compile(r",? (?:og|så|mens) \w+ (?:står|betaler|dækker|finansierer|bidrager|skal)\b")
"""After what one pays: the share is another's."""
_EACH_OF = pattern(
    r"(?:(?P<p><F>)|(?P<c><N>) ud af (?P<d><N>))(?: [a-zæøå-]+,|~50, (?=<equals>|<all>)) ?(?:(?:<equals>|<all>) )?"
    r"(?P<a><N>) <outof><the> (?P<b><N>)"
)
_BRACKET_OF = pattern(r"(?P<p><PF>) \((?P<a><KN>)\) af ~40(?P<b><KN>)")
_EQUAL = pattern(
    r"(?P<f><F>)(?P<mid>~40)(?:,? \(?<equals>\s?|\()(?P<p><P>)"
    r"|(?<!mod )(?P<p2><P>)(?P<mid2>~40)(?:,? \(?<equals> |\()~4(?P<f2><F>)"
)
_GRIM = pattern(r"(?P<p><P>)\s*(?:ud )?af (?:de|alle|samtlige|i alt|de i alt|vores|gruppens|de adspurgte)\s?(?P<n><N>)")
_LOOKED_AT = pattern(
    r"\b(?:besvaret af|udt(?:og|aget|rukket|rak)|genneml(?:æst|æste)|gennemg(?:ået|ik)|undersøg(?:t|te)|interviewe(?:t|de)|svar fra) ~12"
    r"(?P<n><N>)|(?P<n2><N>) (?:\w+ ){0,3}?(?:svarede|svaret|besvaret|deltog|interviewet|gennemgået|udtaget|udtrukket)\b(?! af)"
)
_BEGINS_WITH_SHARE = pattern(r"^(?:i |hos )?<P> (?:af (?:dem|disse)\b(?!,? der)|(?:er|har|mener|svarer?|synes|oplever|var|havde|ønsker)\b)")
_OF_SOME = re.compile(r"\ue001 af (?!dem\b|disse\b)|\bblandt\b|landsplan|i alt\b|sidste år|året før|tidligere|\bmod \ue001|\ue001 flere")
FEW = 50
_RATE_AFTER = re.compile(r"\s*(?:pr\.? (?!år)\w|per (?!år)\w|for hver|stykket|hver\b)")
_MOVES = pattern(r"<rises>|<falls>|<rise>|<fall>|fremskriv|nedsæt|rabat|lavere|højere|dyrere|billigere|flere|færre")
_STATE = re.compile(r"\b(?:på|med|i|til|har) (?:nedsat|forhøjet|øget|reduceret|stigende|faldende) [a-zæøå]+")
"""What tells of no change: "1.147 af de 2.983 er på nedsat tid, altså 38 %"."""
_MOVING = needs(_MOVES)
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
EXACT_SHARE = Decimal("0.15")
"""Percentage points of a share in words with an exact amount beside it."""
LOOSE = Decimal(1)
"""Percentage points: tens and fives are said of what is near them."""
AROUND = Decimal(2)
"""Percentage points: "hver tredje" of people or houses is said of what is near it, too."""
LEAST_WHOLE, SMALL_WHOLE = 4, 400
"""A percentage of fewer is of what they cost or measure ("10 pct. af de to entrepriser"); of more it says little about their number."""
NEARLY_ALL = 110
"""Percent: more than this, and people could choose several answers."""

_PART_OF = pattern(r"(?P<a><N>)(?: [a-zæøå]+)? (?:ud )?af (?:de |i alt )?(?P<b><N>)")
_SHARES_IN_TURN = pattern(r"(?:<equals>|<so>|\()[^\ue000-\ue007;]{0,20}<P>(?:, <P>)*,? og <P>")


def find(ledger: Ledger) -> None:
    """Every stated share whose part and whole stand beside it."""
    for s, before in ledger.in_turn(1):
        shares = shares_of(s) if s.mentions else []
        if shares or " ud af " in s.skeleton and _EACH_OF.search(s.skeleton):
            seen = _direct(ledger, s, shares)
            _equal(ledger, s)
            _impossible(ledger, s, seen)
            _of_few(ledger, s, before)
            _allof_them(ledger, s, before)


def moves(s: Sentence) -> bool:
    """Does the sentence tell of a change?"""
    return bool(s.holds & _MOVING and _MOVES.search(s.skeleton))


def shares_of(s: Sentence) -> list[Mention]:
    """The percentages and fractions of a sentence."""
    return [m for m in s.mentions if m.unit in ("percent", "fraction")]


def _direct(ledger: Ledger, s: Sentence, shares: list[Mention]) -> set[int]:
    """Part, whole and percentage in one sentence; the places of the percentages that found their whole."""
    seen = _respectively(ledger, s)
    for form in (_BECAUSE, _EACH_OF, _BRACKET_OF):
        for match in form.finditer(s.skeleton):
            a, b = s.of(match.start("a")), s.of(match.start("b"))
            p = s.of(match.start("p")) if match["p"] else _in_words(s.of(match.start("c")), s.of(match.start("d")))
            seen.add(p.start)
            if form is _BECAUSE and p.qualifier and p.qualifier != "about":
                continue  # "elever med over 10 pct. fravær: 614 af 2.456"
            ledger.say(s, "share", "share", p, [a, b], if_not="error" if form is _BECAUSE else "warning")
    figures = [
        m
        for m in s.mentions
        if m.unit in ("number", "kr")
        and not m.bounded
        and not _RATE_AFTER.match(s.skeleton, s.position(m) + 1)
        and all(m.start != p.start for p in shares)
    ]
    for p in shares:
        if p.start not in seen and not p.bounded and (_of_the(ledger, s, p, figures) or _said_of(ledger, s, p, figures)):
            seen.add(p.start)
    return seen


def _respectively(ledger: Ledger, s: Sentence) -> set[int]:
    """ "37 ud af 104 kvinder og 51 ud af 108 mænd, svarende til 35,6 og 47,2 pct.": as many shares as parts of wholes, in their order."""
    told, shares = [*_PART_OF.finditer(s.skeleton)], _SHARES_IN_TURN.search(s.skeleton)
    stated = s.between(shares.start(), shares.end(), "percent") if shares else []
    if not shares or len(told) != len(stated) or told[-1].end() > shares.start():
        return set()
    for match, p in zip(told, stated, strict=True):
        if not p.bounded:
            ledger.say(s, "share", "share", p, [s.of(match.start("a")), s.of(match.start("b"))], if_not="error")
    return {p.start for p in stated}


def _in_words(c: Mention, d: Mention) -> Mention:
    """ "tre ud af fire" as a share, said of what is near it, too."""
    share = c.value * 100 / d.value if d.value else Decimal(0)
    return replace(c, end=d.end, value=share, low=share - AROUND, high=share + AROUND, unit="fraction", noun="")


def _of_the(ledger: Ledger, s: Sentence, p: Mention, figures: list[Mention]) -> bool:
    """ "A, svarende til P af de B", "P af lånet på B, altså A", "P af de B boliger, nemlig A"."""
    at = s.position(p)
    b = next((m for m in figures if m.start > p.start), None)
    if b is None or not (OF if b.unit == "kr" else _OF_COUNT).match(s.skeleton[at + 1 : s.position(b)]) or not b.value:
        return False
    before = [m for m in figures if m.unit == b.unit and m.start < p.start]
    if before and _OTHER_PAYS.search(s.skeleton, s.position(before[-1]) + 1, at):
        return _share(ledger, s, rest_of(p), before[-1], b, "unverifiable")
    gap = s.skeleton[s.position(before[-1]) + 1 : at] if before else ""
    if before and (_SAID.search(gap) or _BESIDE_OF.fullmatch(gap)):
        return _share(ledger, s, p, before[-1], b, "error")
    told = [m for m in figures if m.unit == b.unit and m.start > b.start]
    after = next((m for m in told if is_share(m, b, p)), told[0] if told else None)
    gap = s.skeleton[s.position(b) + 1 : s.position(after)] if after else ""
    if (
        after is None
        or not _NAMELY.match(gap)
        or re.search(r"\bplus\b|\bsamt\b|\bmed tillæg\b", gap)
        or after.value > b.value
        and b.unit == "number"
    ):
        return False
    p = rest_of(p) if COMPLEMENT.search(gap) else p
    room = EXACT_SHARE if b.unit == "kr" else AROUND
    exact = replace(p, low=p.value - room, high=p.value + room) if p.unit == "fraction" and not p.qualifier else p
    if _BESIDES.search(gap) or after.value >= b.value and not re.search(r"altså|dvs|nemlig|det vil sige|svarende til", gap):
        return False
    ledger.say(s, "share", "percent_of", after, [exact, b], if_not="error" if b.unit == "kr" else "warning")
    return True


_BESIDES = re.compile(r"\b(?:og|samt) (?:yderligere|desuden)\b")
COMPLEMENT = re.compile(r"\bså (?:prisen|den nye|betalingen|der|netto\w+|kommunens)|\bnetto|\btilbage|\bderefter|\bherefter|\befter rabat")


def _said_of(ledger: Ledger, s: Sentence, p: Mention, figures: list[Mention]) -> bool:
    """ "A af de B …, svarende til P", "Af de B er A (P)", "B, heraf A, altså P"."""
    at = s.position(p)
    earlier = [m for m in figures if m.start < p.start]
    if len(earlier) > 2 and _OF_THOSE.search(s.skeleton[s.position(earlier[-2]) + 1 : s.position(earlier[-1])]):
        wholes = [m for m in earlier[:-1] if m.unit == earlier[-1].unit and m.value >= earlier[-1].value]
        whole = next((m for m in wholes if is_share(earlier[-1], m, p)), wholes[0] if wholes else None)
        return whole is not None and _share(ledger, s, p, earlier[-1], whole, "warning")
    gap = s.skeleton[s.position(earlier[-1]) + 1 : at] if len(earlier) > 1 else ";"
    apposed = _APPOSED.fullmatch(gap) and _ENDS.match(s.skeleton, at + 1) and not re.search(r"\b(?:mod|end|mens|men)\b", gap)
    if not apposed and not _SAID.search(gap):
        return False
    for b in (m for m in reversed(earlier) if m.value):
        a = _part_of(s, b, [m for m in earlier if m.unit == b.unit])
        if a is not None and a is not b and (a is earlier[-1] or b is earlier[-1]):
            between = s.skeleton[s.position(max(a, b, key=lambda m: m.start)) + 1 : at]
            if _too_many(s, a, b, p) or b.start < a.start and ELSEWHERE.search(s.skeleton, s.position(b), s.position(a)):
                return False
            if (
                p.unit == "percent"
                and _MOVES.search(_STATE.sub(" ", between))
                or _ANOTHER_ONE.match(s.skeleton, at + 1)
                or (other := OF_OTHERS.match(s.skeleton, at + 1) or b.start < a.start and OF_OTHERS.match(s.skeleton, s.position(a) + 1))
                and not of_them(other["what"], b.noun)
            ):
                return False
            return _share(ledger, s, p, a, b, "warning" if p.unit == "fraction" else "error")
    return False


def _each_its_own(s: Sentence, parts: list[Mention]) -> bool:
    """ "Af de 310 er 62 unge (20 pct.) og 93 ældre (30 pct.)": does a share follow each part, and is the last one of no others?"""
    told = [any(m.unit == "percent" for m in s.between(s.position(a), s.position(b))) for a, b in pairwise(parts)]
    return all(told) and not (told and _OF_OTHERS_AGAIN.search(s.lead(parts[-1])))


def of_them(what: str, noun: str) -> bool:
    """Does a share of what is called so have the whole that is counted: "af boligerne" after boliger, "af stemmerne" after aktier?"""
    return noun.startswith(_OWNED) and what.startswith(_OWNERSHIP) or bool(noun) and like(what, noun)


def _part_of(s: Sentence, b: Mention, earlier: list[Mention]) -> Mention | None:
    """The figure that words call a part of B: the one right before "af B", the last after "af B …" or "B, heraf …"."""
    i, at = next(i for i, m in enumerate(earlier) if m is b), s.position(b)
    lead = s.skeleton[max(at - 45, 0) : at]
    if i and _OF_BEFORE.search(lead) and s.position(earlier[i - 1]) >= at - 45:
        return earlier[i - 1]
    if i + 1 < len(earlier):
        a = earlier[i + 1]
        gap = s.skeleton[at + 1 : s.position(a)]
        of = (_OF_SMALL if b.unit == "number" else _OF_BEFORE).search(lead)
        if of and len(gap) < 75 and not re.search(r";|\bm(?:ed)?ens\b|\bmod\b", gap):
            return earlier[-1] if _each_its_own(s, earlier[i + 1 :]) else None
        if _OF_THEM_BEFORE.search(gap) or _OF_THEM_AFTER.match(s.skeleton, s.position(a) + 1):
            return a
        if (
            len(earlier) == 2
            and i == 0
            and (not a.noun or a.noun == b.noun)
            and b.noun
            and a.value < b.value
            and _DID.match(s.skeleton, s.position(a) + 1)
            and re.search(r", (?:og|hvor) |,? heraf", gap)
        ):
            return a
    return None


_CRITERIA = re.compile(r"(?:øvrige )?(?:kriteri|betingelse|indikator|paramet|målepunkt|mål\b)")
"""Of these a percentage beside them is the measure, and no share: "to af de fire kriterier, nemlig beskæftigelse (45 pct.)"."""


def _share(ledger: Ledger, s: Sentence, p: Mention, a: Mention, b: Mention, if_not: str) -> bool:
    if _too_many(s, a, b, p) or _CRITERIA.match(b.noun or a.noun):
        return False
    ledger.say(s, "share", "share", p, [a, b], if_not=if_not)
    return True


def _too_many(s: Sentence, a: Mention, b: Mention, p: Mention) -> bool:
    """Is the part more than the whole, and with two digits exchanged or one changed no such share of it, so that it is none?"""
    if a.value <= b.value or _OF_ALL.search(s.skeleton, 0, s.position(b)):
        return False
    return not any(x.value <= b.value and is_share(x, b, p) for x in misprints(a))


_OF_IT_ALL = re.compile(r" af det (?:hele|samlede)\b")
""" "0,9 pct., hvilket er en sjettedel af det hele": of all that there is of it, which is a share itself."""


_AT_MOST = re.compile(r"\b(?:højst|mindst|maksimalt|mere end|mindre end)\b[^\ue000-\ue007,;]*$")
""" "højst må udgøre en tredjedel af udgiften, svarer til 26,2 pct.": a limit is no share."""


def _equal(ledger: Ledger, s: Sentence) -> None:
    """ "hver fjerde ledige bolig, altså 25 pct."."""
    for match in _EQUAL.finditer(s.skeleton):
        f, p = (s.of(match.start(g)) for g in (("f", "p") if match["f"] else ("f2", "p2")))
        of_all = _OF_IT_ALL.match(s.skeleton, max(s.position(p), s.position(f)) + 1)
        limited = match["f"] and _AT_MOST.search(s.skeleton, 0, s.position(f))
        if not p.bounded and not f.bounded and not of_all and not limited and (match["mid"] or match["mid2"] or "").count(",") < 2:
            ledger.say(s, "share", "sum", p, [f], if_not="warning")


_NO_THINGS = frozenset({"beløb", "sum", "pulje", "udgift", "år", "bevilling", "budget", "ramme", "tal"})
"""A share of these is one of their kroner, not of their number."""


_OWNERS = re.compile(r" (?:[a-zæøå]+e )?[a-zæøå]{3,}(?:ers|nes|ens|ets) [a-zæøå]{3,}")
""" "45,8 pct. af de fire foreningers udgifter" is a share of what they have."""


def _impossible(ledger: Ledger, s: Sentence, seen: set[int]) -> None:
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


def _of_few(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Der er gennemgået 9 sager. I 44 pct. af dem mangler …, og i 60 pct. …": the one fits the number, so the other must, too."""
    match = _LOOKED_AT.search(before[-1].skeleton) if before and _BEGINS_WITH_SHARE.match(s.skeleton) else None
    shares = [m for m in s.mentions if m.unit == "percent"]
    if not match or len(shares) < 2 or len(shares) < len(s.mentions) or any(m.qualifier for m in shares) or _OF_SOME.search(s.skeleton):
        return
    n = before[-1].of(match.start("n") if match["n"] else match.start("n2"))
    if n.qualifier or not 1 < n.value <= FEW or n.value != n.value.to_integral_value() or _OF_THOSE.search(before[-1].skeleton):
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


def _allof_them(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
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


def rest_of(p: Mention) -> Mention:
    """What is left of a hundred, stated by the same words."""
    return replace(p, value=100 - p.value, low=100 - p.high, high=100 - p.low)


def is_share(a: Mention, b: Mention, p: Mention) -> bool:
    """Is A that percentage of B?"""
    return bool(b.low > 0) and meets(100 * a.low / b.high, 100 * a.high / b.low, p)
