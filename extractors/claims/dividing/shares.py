"""Percentages and fractions of counts and amounts in one sentence: a part, a whole, and what share the one is said to be of the other."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from extractors.claims.comparing.another_change import ELSEWHERE
from extractors.claims.dividing.beside_shares import MOVES, OF, OF_OTHERS, is_share, of_them, part_of, rest_of, shares_of
from extractors.claims.dividing.possible_shares import OF_THOSE, impossible, no_more_than_all, of_few
from extractors.claims.fit import misprints
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern

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
_OF_COUNT = pattern(r"^ ?(?:\w+ )?(?:ud )?af<the> $")
_OF_ALL = re.compile(r"\baf (?:de|den|det) samlede [^\ue000-\ue007,]*$")
_BECAUSE = pattern(r"(?P<p><P>)~25(?:idet|da|fordi|nemlig|med|:|\() ?(?P<a><N>) <outof><the> (?P<b><N>)")
_ANOTHER_ONE = pattern(r" (?:på landsplan|i hele landet|i regionen)\b| (?:<more>|<less>)")
""" "312 af 340, det vil sige 9 pct. flere end sidst": a change, and no share."""
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
_RATE_AFTER = re.compile(r"\s*(?:gange?\b|pr\.? (?!år)\w|per (?!år)\w|for hver|stykket|hver\b)")
_STATE = re.compile(r"\b(?:på|med|i|til|har) (?:nedsat|forhøjet|øget|reduceret|stigende|faldende) [a-zæøå]+")
"""What tells of no change: "1.147 af de 2.983 er på nedsat tid, altså 38 %"."""
EXACT_SHARE = Decimal("0.15")
"""Percentage points of a share in words with an exact amount beside it."""
AROUND = Decimal(2)
"""Percentage points: "hver tredje" of people or houses is said of what is near it, too."""
TEN = 10
"""Out of ten, as one says it in words."""
THOUSAND, FARTHEST = 1000, 100
"""What a count may be told in; so many times the part, the whole may be told in thousands and the part without the word."""
_PART_OF = pattern(r"(?P<a><N>)(?: [a-zæøå]+)? (?:ud )?af (?:de |i alt )?(?P<b><N>)")
_PART_OF_BESIDE = pattern(rf"{_PART_OF.pattern}(?: [a-zæøå]+)?,?(?: (?:eller|<equals>|<so>))? \(?")
""" "17 af de 87 eller 7,9 pct.": no other figure can be meant."""
_SHARES_IN_TURN = pattern(r"(?:<equals>|<so>|\()[^\ue000-\ue007;]{0,20}<P>(?:, <P>)*,? og <P>")


def find(ledger: Ledger) -> None:
    """Every stated share whose part and whole stand beside it."""
    for s, before in ledger.in_turn(1):
        shares = shares_of(s) if s.mentions else []
        if shares or " ud af " in s.skeleton and _EACH_OF.search(s.skeleton):
            seen = _direct(ledger, s, shares)
            _equal(ledger, s)
            impossible(ledger, s, seen)
            of_few(ledger, s, before)
            no_more_than_all(ledger, s, before)


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
    if len(earlier) > 2 and OF_THOSE.search(s.skeleton[s.position(earlier[-2]) + 1 : s.position(earlier[-1])]):
        wholes = [m for m in earlier[:-1] if m.unit == earlier[-1].unit and m.value >= earlier[-1].value]
        whole = next((m for m in wholes if is_share(earlier[-1], m, p)), wholes[0] if wholes else None)
        return whole is not None and _share(ledger, s, p, earlier[-1], whole, "warning")
    gap = s.skeleton[s.position(earlier[-1]) + 1 : at] if len(earlier) > 1 else ";"
    apposed = _APPOSED.fullmatch(gap) and _ENDS.match(s.skeleton, at + 1) and not re.search(r"\b(?:mod|end|mens|men)\b", gap)
    if not apposed and not _SAID.search(gap):
        return False
    for b in (m for m in reversed(earlier) if m.value):
        a = part_of(s, b, [m for m in earlier if m.unit == b.unit])
        if a is not None and a is not b and (a is earlier[-1] or b is earlier[-1]):
            between = s.skeleton[s.position(max(a, b, key=lambda m: m.start)) + 1 : at]
            if _too_many(s, a, b, p) or b.start < a.start and ELSEWHERE.search(s.skeleton, s.position(b), s.position(a)):
                return False
            if (
                p.unit == "percent"
                and MOVES.search(_STATE.sub(" ", between))
                or _ANOTHER_ONE.match(s.skeleton, at + 1)
                or (other := OF_OTHERS.match(s.skeleton, at + 1) or b.start < a.start and OF_OTHERS.match(s.skeleton, s.position(a) + 1))
                and not of_them(other["what"], b.noun)
            ):
                return False
            return _share(ledger, s, p, a, b, "warning" if p.unit == "fraction" else "error")
    return False


_OF_THE_OTHERS = re.compile(
    r"\.? (?!(?:af|i|på|ved|hos|for|til|som|der|og|eller|efter|mod|siden|er|var|har|mens|samlet|tilsammen)\b)[a-zæøå]"
)
""" "Af 120 gennemførte 90, svarende til 25 pct. frafald": the share of the others, and said to be of something."""
_THAT_IS, _NO_MORE = pattern(r"(?:<same>|eller|\() ?$"), re.compile(r"\.?(?:[,;)]|\s*$)")
"""Around a share that is of nothing else, as "svarende til et frafald på 25 pct." and "svarende til 25 pct. frafald" are."""
_CRITERIA = re.compile(r"(?:øvrige )?(?:kriteri|betingelse|indikator|paramet|målepunkt|mål\b)")
"""Of these a percentage beside them is the measure, and no share: "to af de fire kriterier, nemlig beskæftigelse (45 pct.)"."""


def _share(ledger: Ledger, s: Sentence, p: Mention, a: Mention, b: Mention, if_not: str) -> bool:
    if _too_many(s, a, b, p) or _CRITERIA.match(b.noun or a.noun):
        return False
    a = _of_one_scale(a, b, p)
    if b.value == TEN and a.value < TEN and abs(100 * a.value / b.value - p.value) < TEN and s.lead(b) == " af ":
        return True  # "9 af 10 er tilfredse (91 %)": said of what is near it
    beside = a.start < b.start and _PART_OF_BESIDE.fullmatch(s.skeleton, s.position(a), s.position(p)) is not None
    if is_share(a, b, rest_of(p)) and _OF_THE_OTHERS.match(s.skeleton, s.position(p) + 1):
        return False
    own = _THAT_IS.search(s.skeleton, s.position(a), s.position(p)) and _NO_MORE.match(s.skeleton, s.position(p) + 1)
    ledger.say(s, "share", "share", p, [a, b], if_not=if_not, alone=beside, mistaken=bool(own) and is_share(a, b, rest_of(p)))
    return True


def _of_one_scale(a: Mention, b: Mention, p: Mention) -> Mention:
    """ "22,4 af de 39,0 tusinde ton, det vil sige 57 pct.": the part in the unit of the whole, where that makes it the share."""
    if b.unit == "number" and b.value >= THOUSAND and a.value * FARTHEST < b.value and not is_share(a, b, p):
        thousands = replace(a, value=a.value * THOUSAND, low=a.low * THOUSAND, high=a.high * THOUSAND)
        return thousands if is_share(thousands, b, p) and a.value % 1 else a
    return a


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
