"""Parts that follow their whole: "fordelt på", "heraf", "nemlig", a colon."""

from __future__ import annotations

import re
from itertools import pairwise

from extractors.claims.adding.enumerations import ANSWERS, UNREAD, all_told, at_most, enumerated, even, is_rate, one_kind, signs_of, turned
from extractors.claims.adding.following import AND_ONE, CLOSED, OPEN, WHOLE_FIRST, near_all, parts_of, say_sum, tail_of
from extractors.claims.comparing.comparable import COMPARED
from extractors.claims.counting.counted import some_of
from extractors.claims.dividing.beside_shares import is_share
from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern

_SOME = pattern(r"<some>|<ofit>|\bsærligt?\b|\bmest\b")
_OF_ITS_OWN = re.compile(r"[^\ue000-\ue007]*, (?:der|som|hvor)\b")
"""What follows tells of something that the whole only comes from: "dækkes af puljen, der rummer …"."""
_AND_ANOTHER = re.compile(r"\b(?:og|samt) (?:en|et) [a-zæøå]{4,}")
"""What the parts are of is told without its figure: "tilskud på 1,5 mio. kr. og et engangsbeløb, hvoraf …"."""
_LABELLED = re.compile(r"[a-zæøå]: $")
"""Before a figure that is itself told of what stands before a colon: "dansk: 97, matematik: 93"."""
_MAIN_CLAUSE = re.compile(
    r", (?:bliver|blev|er|var|koster|kostede|kommer|kom|giver|gav|udgør|udgjorde|betaler|betalte|har|havde|får|fik)\b"
    r"|, (?:og|samt) (?!(?:ca|kun|hele|heraf|godt|knap|næsten|yderligere|omkring|de|den|det|i|til|på|fra|for|hos|ved|med|af|som)\b)"
    r"[a-zæøå]+ \ue005"
    r"|, (?:og|men) [a-zæøå]{3,}(?:en|et|erne|ene) (?:er|var|bliver|blev|har|havde|koster|kostede|steg|faldt|ligger|lå|udgør)\b"
)
"""What goes on after a clause of its own: "med afgiften på A, heraf B til staten, bliver prisen C", "heraf B, og få C"."""
_LAST_PART = re.compile(r"\b(?:og|samt) [^,;]{0,25}$")
"""Before the last part of an enumeration: what a comma parts from it is beside the whole."""
_CLOSES = re.compile(r"\b(?:og|samt) $")
_UNIT_PRICE = re.compile(r"\s*(?:pr\.? (?!år)\w|per (?!år)\w|for hver|stykket|om måneden|om ugen)")
_ONE_BEFORE = re.compile(r" *[a-zæøå]{4,}(?:en|et), $")
"""One of the counted without a number: "nemlig hovedbiblioteket, fem lokalbiblioteker og …"."""


def whole_first(ledger: Ledger, s: Sentence) -> None:
    """ "X fordelt på A til … og B til …", "X, heraf A og B"."""
    for match in WHOLE_FIRST.finditer(s.skeleton):
        tail, stop = tail_of(s, match.end())
        whole = _whole_of(s, s.of(match.start("t")), match.end(), stop)
        parts = parts_of(s, whole, match.end(), stop)
        if whole.bounded or not parts or is_rate(s, parts, whole) or _UNIT_PRICE.match(s.skeleton, s.position(whole) + 1):
            continue
        of_them = match["some"] and whole.noun and s.position(parts[0]) == match.end() + 1
        if whole.unit == "number" and not of_them and all(p.low > whole.high for p in parts):
            continue  # "fem ruter, nemlig 54, 61 og 118": numbers that name things
        if match["colon"] and ", men " in match["mid"]:
            continue
        if match["colon"] and (_LABELLED.search(s.skeleton, 0, match.start("t")) or whole.unit == "number" and _names_first(tail, parts)):
            continue
        if whole.unit == "number" and _ONE_BEFORE.match(s.skeleton, match.end(), s.position(parts[0])):
            continue
        if match["all"] and _OF_ITS_OWN.match(s.skeleton, match.end()) or match["some"] and _AND_ANOTHER.search(match["mid"]):
            continue
        strong = match["all"] is not None and not match["all"].startswith(("altså", "således", "dvs", "det vil"))
        if not strong and COMPARED.match(s.skeleton, s.position(parts[0]) + 1):
            continue  # "I 2011 var det A, altså B mindre, og …"
        if any(p.unit == "percent" and is_share(parts[0], whole, p) for p in s.between(0, s.position(whole))):
            continue  # "25 pct. af lønnen, som var A, det vil sige B, fra salget kom C"
        if match["some"]:
            _some(ledger, s, whole, parts, match["some"])
        elif len(parts) > 1 and enumerated(s, parts) and (not match["colon"] or "(" not in match["mid"]):
            signs = turned(s, whole, parts, signs_of(s, match.end(), parts))
            larger = whole.value > 0 and any(p.low > whole.high for p in parts)
            few = any(p.noun in ANSWERS for p in parts) and sum(p.high for p in parts) < whole.low and not CLOSED.search(tail)
            few = few or match["colon"] == ";" and not near_all(whole, parts) and not slips(whole, parts, signs)
            if_not = "error" if strong else "unverifiable" if few or larger and not even(s, parts) else "warning"
            if_not = if_not if one_kind(whole, parts) or all_told(s, whole, parts) else "unverifiable"
            if strong and if_not == "unverifiable" and _each_named(s, whole, parts):
                if_not = "warning"
            say_sum(ledger, s, whole, parts, s.skeleton[match.end() :], signs, if_not)


def _each_named(s: Sentence, whole: Mention, parts: list[Mention]) -> bool:
    """ "23 kom til skade, nemlig 9 bilister, 8 cyklister og 5 fodgængere": parts that each count a kind of their own, to nearly all."""
    kinds = {p.noun for p in parts}
    several = len(parts) > 2 and len(kinds) == len(parts) and "" not in kinds
    return several and near_all(whole, parts) and _CLOSES.search(s.lead(parts[-1])) is not None


def _some(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention], cue: str) -> None:
    """Parts that are told to be some of the whole, as far as they are; what sets some off again leaves no bound."""
    clause = _MAIN_CLAUSE.search(s.skeleton, s.position(parts[0]))
    of_it = [p for p in parts if not clause or s.position(p) < clause.start()]
    closed = (i for i, (p, q) in enumerate(pairwise(of_it)) if i and _LAST_PART.search(s.lead(p)) and s.lead(q).endswith(", "))
    last = next(closed, len(of_it))
    off = [m for m in s.mentions if m.start > of_it[-1].start and m.unit == whole.unit] if of_it else []
    if cue.startswith("inkl") and "," in s.lead(parts[0]) or any(adds_up(whole, [*of_it, m], [*[1] * len(of_it), -1]) for m in off):
        return
    told = s.skeleton[s.position(of_it[0]) :] if all_told(s, whole, of_it) else ""
    if told and not any(form.search(told) for form in (OPEN, UNREAD, AND_ONE)):
        ledger.say(s, "sum", "sum", whole, of_it, if_not="warning", rounded="afrund" in s.skeleton)
    else:
        at_most(ledger, s, whole, of_it[: last + 1])


def _names_first(tail: str, parts: list[Mention]) -> bool:
    """ "otte haller: Engvej Hal 1 og 2, Svømmehallen, Åhallen": an enumeration of names of which some end with a number."""
    return not re.match(r"\s*\ue005", tail) and len(re.findall(r",| og | samt ", tail)) > len(parts)


def _whole_of(s: Sentence, nearest: Mention, start: int, stop: int) -> Mention:
    """The quantity before an enumeration that its parts come to, else the nearest: "104 dagplejere med 364 børn: 41 i A, 63 i B"; but not
    one that says how many the parts are: "38 pladser på tre adresser, nemlig 16 pladser på …"."""
    after = s.between(start, stop)[:1]
    alike = [m for m in s.between(0, s.position(nearest)) if after and (m.unit, m.noun) == (after[0].unit, after[0].noun)]
    of_another = alike and nearest.unit == "number" and (nearest.noun or after[0].unit == "kr") and nearest.noun != after[0].noun
    if of_another and len(parts_of(s, alike[-1], start, stop)) == nearest.value:
        return nearest if _SOME.search(s.skeleton, s.position(alike[-1]), start) else alike[-1]
    for whole in s.between(0, s.position(nearest)):
        if whole.unit == nearest.unit and not whole.bounded and whole is not nearest:
            parts = parts_of(s, nearest, start, stop)
            if len(parts) > 1 and not adds_up(nearest, parts) and adds_up(whole, parts):
                return whole
    some = some_of(s, nearest)
    return some if some and not adds_up(nearest, parts_of(s, nearest, start, stop)) else nearest
