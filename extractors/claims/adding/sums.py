"""Parts and wholes in a sentence: "fordelt på", "heraf", "i alt", "nemlig", and parts that only a comma parts from their whole."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from extractors.claims.adding.enumerations import (
    ANSWERS,
    COMPLEMENTS,
    MINUS,
    SPENT_OF,
    UNREAD,
    alike,
    all_told,
    at_most,
    describes,
    enumerated,
    even,
    is_rate,
    near_sum,
    one_kind,
    one_misprint,
    signs_of,
    turned,
)
from extractors.claims.adding.one_before import one_before
from extractors.claims.comparing.pairs import COMPARED
from extractors.claims.counting.counted import some_of
from extractors.claims.dividing.shares import is_share
from extractors.claims.fit import adds_up, one_slipped, slips
from extractors.claims.mentions import Mention
from extractors.claims.nearby import ADDS_TO, VOTES
from extractors.claims.sentences import Ledger, Sentence, pattern
from minutes.needs import needs

_WHOLE_FIRST = pattern(
    r"(?P<t><Q>)(?P<mid>~70|~160(?=\bfordelt ))(?:(?P<all><shared>|nemlig|dækker over|i \ue005 <turns>(?: med|:)|dvs\.?|det vil sige|altså"
    r"|således)(?!\w)|(?P<some>(?<!\w)(?:<ofit>|(?<=, )<ofthem>|(?<=og )<ofthem>"
    r"|(?:inklusive|inkl\.)(?! (?:\ue001 )?moms)|blandt andet|bl\.a\.)(?!\w))|(?P<colon>:|;(?= <Q>)))"
)
_STOP = pattern(
    r";|<aside>|, (?:blandt andet|bl\.a\.) <N>|, og der er\b|, så der\b"
    r"|\bm(?:ed)?ens\b(?! de (?:resterende |øvrige |sidste )?<KN>)|\bud af\b|\bhvis\b"
)
_OPEN = pattern(
    r"(?<!\ue005 i )(?<!\ue000 til )(?<!\ue005 til )\bresten(?!,? [\ue000\ue005])\b|\b(?:restbeløbet|en række|en del|nogle|enkelte"
    r"|adskillige|omkring halvdelen)\b|\b(?:det|den|de) (?:øvrige|resterende|sidste) (?:[a-zæøå]+ )?(?:til|på|går|gik|dækker|er|bruges)\b"
    r"[^\ue000-\ue007]*$"
    r"|<rest> <K> af (?!beløbet|puljen|rammen|bevilling|budget|midlerne|pengene|den |det |dem |disse )[a-zæøå]+(?:en|et|n)\b"
    r"|\b(?:modsvar|opvej|udlign(?!ing\b)|modregn)[a-z]*|<some>"
)
_SOME = pattern(r"<some>|<ofit>|\bsærligt?\b|\bmest\b")
_CLOSED = pattern(r"<rest>|\b(?:øvrig\w*|resterende|andet)\b")
_UNPRICED = re.compile(r"[\ue000-\ue007], \w+ (?:og|samt) \w+ på [\ue000-\ue007]")
"""A part without its figure: "lån på 4,0 mio. kr., tilskud og egenbetaling på 0,8 mio. kr."."""
_OF_ITS_OWN = re.compile(r"[^\ue000-\ue007]*, (?:der|som|hvor)\b")
"""What follows tells of something that the whole only comes from: "dækkes af puljen, der rummer …"."""
_AND_ANOTHER = re.compile(r"\b(?:og|samt) (?:en|et) [a-zæøå]{4,}")
"""What the parts are of is told without its figure: "tilskud på 1,5 mio. kr. og et engangsbeløb, hvoraf …"."""
_LABELLED = re.compile(r"[a-zæøå]: $")
"""Before a figure that is itself told of what stands before a colon: "dansk: 97, matematik: 93"."""
_MAIN_CLAUSE = re.compile(
    r", (?:bliver|blev|er|var|koster|kostede|kommer|kom|giver|gav|udgør|udgjorde|betaler|betalte|har|havde|får|fik)\b"
)
"""What goes on after a clause of its own: "med afgiften på A, heraf B til staten, bliver prisen C"."""
_LAST_PART = re.compile(r"\b(?:og|samt) [^,;]{0,25}$")
"""Before the last part of an enumeration: what a comma parts from it is beside the whole."""
_SEVERAL = re.compile(r"\b(?:øvrige|menige|ordinære|hver|de (?:andre|to|tre|fire|fem|seks))\b[^\ue000-\ue007,;]*$")
"""Before a part that is so much for each of several."""
_UNIT_PRICE = re.compile(r"\s*(?:pr\.? (?!år)\w|per (?!år)\w|for hver|stykket|om måneden|om ugen)")
_TOTAL_LAST = pattern(
    r"(?:<total>|\bløber ~60\bop i|\blægges sammen|\b(?:hvilket|det) (?:svarer til|er|udgør|<comes>)|\bgiver|\ber lig med|=)"
    r"(?P<mid>(?:(?!\bsammen med\b)[^\ue000-\ue007;:]){0,70}?)(?P<t><Q>)"
)
_SET_AGAINST = re.compile(r"\bmod (?:de[nt]? )?[a-zæøå]*(?:søgte|ventede|budgetterede)\b")
""" "I alt mod de ansøgte …": what the total is held against."""
_TOTAL_AFTER = pattern(r"(?:,|<equals>|<is>|<so>)<slack>(?P<mid> )(?P<t><Q>)(?: \w+)? (?:<all>|over årene)")
_SO_MUCH = pattern(r", (?:altså|dvs\.|det vil sige|så der (?:er|var|bliver|blev))(?P<mid> )(?P<t><K>)")
""" "A til husning og B til udstyr, altså T": a total where the parts come to it, or would but for a digit."""
_AFTERWARDS, _CONCLUDED = needs(_TOTAL_AFTER), needs(_SO_MUCH)
_WHOLE_WORDS = pattern(r"<total>[^\ue000-\ue007;:.]{0,60}?(?P<t><Q>)(?P<mid>~50)(?:,|\(|:|–| - )")
_OF_ALL = r"(?:^|[,;:(] |\bog )~40\baf (?:(?:(?:de|den|det)\b|\w+(?:en|et|ne|s) )~50)?(?P<t><Q>)(?P<mid>~60)"
_OF_THE = pattern(
    rf"{_OF_ALL}\b(?:er|var|bliver|blev|går|gik|kommer|kom|stammer|falder|faldt|bruges|anvendes|afsættes|bor|boede|udgør|vedrører|finansieres|ligger)\b"
)
_OF_THE_SAME = pattern(rf"{_OF_ALL}(?=<Q>)")
"""The same with any verb: "Af de 246 elever flytter 134 til … og 122 til …"."""
_ONE_BEFORE = re.compile(r" *[a-zæøå]{4,}(?:en|et), $")
"""One of the counted without a number: "nemlig hovedbiblioteket, fem lokalbiblioteker og …"."""
_AND_ONE = re.compile(r"(?:\bog|\bsamt|,) (?:én|ét|en|et) ")
_BASE = pattern(r"(?:<PF>|\bdet halve|\bhalvdelen) af (?:~40<K>|(?:de|disse|dette|summen|beløbe\w+)\b)")
_ANOTHER = re.compile(r"(?: (?:årligt|om året))?(?:,(?! og| samt)|,? (?:og|samt)(?P<more> [a-zæøå][^\ue000-\ue007;,.:]*$|))(?= |$)")
_MADE_OF = re.compile(r"\b(?:består af|bestående af|beskæftiger|tæller|rummer) $")
_OTHER_CLAUSE = re.compile(r", (?!så)\w+ (?:der|man|vi|kommunen|de) ")
"""A main clause after a clause of when or where: "hvor 412 elever svarede, kom der i alt 310 svar"."""
_SUBORDINATE = re.compile(r"\W*(?:da|når|hvis|fordi|idet|eftersom|efter at|selv ?om|hvor)\b")
""" "Da ti af dem er over grænsen, tilsammen A, falder der B i juli": what follows is no more of the whole."""
NEAR_ALL = Decimal("0.1")
_IN_BRACKETS = re.compile(r"\([^()]*$")
_EACH = re.compile(r"\bhver(?:t|især)?\b|(?<!\w)[àá] (?:ca\. )?\ue000")
"""A part that several pay: how many, the sentence may say by names."""
ONE_OF_ALL = 2
"""Percentage points: the first of several answers, which all together are a hundred."""


MOST = 100
"""Figures in a sentence; one with more is a table whose rows have run together."""


def find(ledger: Ledger) -> None:
    """Every sum that a sentence states."""
    for sentence in ledger.sentences:
        several = len(sentence.mentions)
        if 1 < several <= MOST and not (sentence.holds & _OF_VOTES and VOTES.search(sentence.skeleton)):
            for need, least, form in _FORMS:
                if several >= least and sentence.holds & need:
                    form(ledger, sentence)


def _whole_first(ledger: Ledger, s: Sentence) -> None:
    """ "X fordelt på A til … og B til …", "X, heraf A og B"."""
    for match in _WHOLE_FIRST.finditer(s.skeleton):
        tail, stop = _tail(s, match.end())
        whole = _whole_of(s, s.of(match.start("t")), match.end(), stop)
        parts = _parts(s, whole, match.end(), stop)
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
            few = any(p.noun in ANSWERS for p in parts) and sum(p.high for p in parts) < whole.low and not _CLOSED.search(tail)
            few = few or match["colon"] == ";" and not near_all(whole, parts) and not slips(whole, parts, signs)
            if_not = "error" if strong else "unverifiable" if few or larger and not even(s, parts) else "warning"
            if_not = if_not if one_kind(whole, parts) or all_told(s, whole, parts) else "unverifiable"
            _sum(ledger, s, whole, parts, s.skeleton[match.end() :], signs, if_not)


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
    if told and not any(form.search(told) for form in (_OPEN, UNREAD, _AND_ONE)):
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
    if of_another and len(_parts(s, alike[-1], start, stop)) == nearest.value:
        return nearest if _SOME.search(s.skeleton, s.position(alike[-1]), start) else alike[-1]
    for whole in s.between(0, s.position(nearest)):
        if whole.unit == nearest.unit and not whole.bounded and whole is not nearest:
            parts = _parts(s, nearest, start, stop)
            if len(parts) > 1 and not adds_up(nearest, parts) and adds_up(whole, parts):
                return whole
    some = some_of(s, nearest)
    return some if some and not adds_up(nearest, _parts(s, nearest, start, stop)) else nearest


def _tail(s: Sentence, start: int) -> tuple[str, int]:
    stop = _STOP.search(s.skeleton, start)
    end = stop.start() if stop else len(s.skeleton)
    return s.skeleton[start:end], end


def _parts(s: Sentence, whole: Mention, start: int, stop: int) -> list[Mention]:
    """The mentions of the whole's unit that follow, but for asides; counts must count the same thing or nothing named."""
    parts = alike(s, s.between(start, stop, whole.unit), whole, opened=True)
    plain = [p for p in parts if not _IN_BRACKETS.search(s.skeleton, start, s.position(p))]
    return plain if len(plain) > 1 else parts


def _sum(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention], tail: str, signs: list[int], if_not: str) -> None:
    if whole.unit == "percent" and abs(whole.value + sum(p.value for p in parts) - 100) <= ONE_OF_ALL:
        return
    if_not = "unverifiable" if _EACH.search(tail) or whole.unit == "number" and (UNREAD.search(tail) or _AND_ONE.search(tail)) else if_not
    if _OPEN.search(tail) or _UNPRICED.search(tail) or _unnumbered(s, parts):
        if min(signs) > 0 and whole.unit == "kr":
            ledger.say(s, "sum", "at_most", whole, parts, if_not="warning")
        return
    ledger.say(s, "sum", "sum", whole, parts, weights=signs, if_not=if_not, rounded="afrund" in s.skeleton)


def _unnumbered(s: Sentence, parts: list[Mention]) -> bool:
    """Is there one more part at the end, without its number: "løn 74, husleje 52 og øvrige udgifter"? Where the names stand first."""
    after = [_ANOTHER.match(s.skeleton, s.position(p) + 1) for p in parts]
    return len(parts) > 1 and all(after) and after[-1] is not None and after[-1]["more"] is not None


def _whole_in_words(ledger: Ledger, s: Sentence) -> None:
    """ "har tilsammen 612 boliger, 348 i X og 264 i Y": the whole is called a whole, and the parts follow without a cue."""
    for match in _WHOLE_WORDS.finditer(s.skeleton):
        whole = s.of(match.start("t"))
        tail, stop = _tail(s, match.end())
        if match[0].endswith("(") and (closing := tail.find(")")) >= 0:
            tail, stop = tail[:closing], match.end() + closing
        if _WHOLE_FIRST.match(s.skeleton, match.start("t")) or re.match(r"\s*\w+\s+\w+\s+\w+\s+\w+", tail) or _of_another(s, match):
            continue
        parts = _parts(s, whole, match.end(), stop)
        if _OTHER_CLAUSE.match(s.skeleton, match.end() - 1) and _SUBORDINATE.match(s.skeleton):
            continue
        if any(COMPARED.match(s.skeleton, s.position(p) + 1) or _ON_AVERAGE.search(s.lead(p)) for p in parts):
            continue
        if len(parts) > 1 and enumerated(s, parts) and not is_rate(s, [*parts, whole]):
            _sum(ledger, s, whole, parts, tail, [1] * len(parts), "error")


def _of_another(s: Sentence, match: re.Match[str]) -> bool:
    """Does the word for a whole belong to the amount before it: "12 mio. kr. i alt i anlæg, 8 mio. kr. samlet i drift"? Or is it a verb?"""
    if _GATHERED.search(s.skeleton, 0, match.start("t")):
        return True
    return "," in match[0][: match.start("t") - match.start()] and bool(_AMOUNT_ENDS.search(s.skeleton, 0, match.start()))


_ON_AVERAGE = re.compile(r"\bi (?:gennem)?snit $")
_GATHERED = re.compile(r"(?<!\bde)(?<!\bdet)(?<!\bden)(?<!\bdisse)(?<!\balle)(?<!s) samlede $")
""" "Aftenen i Ribe samlede 44 deltagere, den i Varde 31": a verb."""
_AMOUNT_ENDS = re.compile(r"[\ue000-\ue007] $")


def _of_the(ledger: Ledger, s: Sentence) -> None:
    """ "Af de 214 er 121 kvinder, 34 mænd og 59 børn": exhaustive where the nouns or the last part say so, else at most."""
    told = _OF_THE.search(s.skeleton)
    match = told or _OF_THE_SAME.search(s.skeleton)
    if not match:
        return
    whole = s.of(match.start("t"))
    tail, stop = _tail(s, match.end())
    parts = _parts(s, whole, match.end(), stop)
    if len(parts) < 2 or not enumerated(s, parts):
        return
    nouns = {p.noun for p in parts}
    last = tail[tail.rfind(" og ") :]
    closed = nouns in COMPLEMENTS or len(parts) == 3 and nouns == {"kvinder", "mænd", "børn"} or bool(_CLOSED.search(last))
    closed = closed or all(s.lead(p).endswith("de ") for p in parts)  # "kommer de 670 fra staten, mens de 215 er lån"
    closed = closed or even(s, parts) and (adds_up(whole, parts) or slips(whole, parts, [1] * len(parts)))
    told_all = len(parts) > 2 and all_told(s, whole, parts)
    closed = closed or told_all or bool(whole.noun) and near_all(whole, parts) and all(p.noun.endswith(whole.noun) for p in parts)
    if closed and not _OPEN.search(tail):
        sure = (told_all or one_kind(whole, parts) or nouns in COMPLEMENTS) and not UNREAD.search(tail)
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure else "unverifiable", rounded="afrund" in s.skeleton)
    elif not told:
        return
    elif whole.unit == "kr":
        at_most(ledger, s, whole, parts)
    elif whole.unit == "number" and len(parts) > 2 and not any(nouns):
        ledger.say(s, "sum", "at_most", whole, parts, if_not="warning")


def near_all(whole: Mention, parts: list[Mention]) -> bool:
    """Do the parts come so close to the whole that they can only be all of it?"""
    return abs(sum((p.value for p in parts), Decimal(0)) - whole.value) <= whole.value * NEAR_ALL


_OVER_SO_MANY = pattern(r" (?:på|over|i|for) (?:de )?(?P<y><Y>)")


_EACH_ITS_OWN = pattern(r"(?:, <Q>)+(?: og|,) <Q>| og <Q>")
""" "Med 260, 180 og 280 giver det 624, 342 og 420": one result for each."""


def _total_last(ledger: Ledger, s: Sentence) -> None:
    """ "A til X, B til Y og C til Z, i alt T"."""
    more = [m for held, form in ((_AFTERWARDS, _TOTAL_AFTER), (_CONCLUDED, _SO_MUCH)) if s.holds & held for m in form.finditer(s.skeleton)]
    for match in (*_TOTAL_LAST.finditer(s.skeleton), *more):
        whole = s.of(match.start("t"))
        if _of_another(s, match) or _SET_AGAINST.search(match["mid"]) or _MORE_THAN.match(s.skeleton, match.end("t")):
            continue
        start = max(s.skeleton.rfind(";", 0, match.start()), 0)
        taken_off = MINUS.match(s.skeleton, start + 2)
        if not s.between(start, match.start()) or taken_off:
            start = max(s.skeleton.rfind(";", 0, start), 0)
        every = s.between(start, match.start(), whole.unit)
        known = alike(s, every, whole)
        parts = known if len(known) > 1 else every
        closed = taken_off is not None or _closed_by(ledger, s, match, whole, parts)
        follows = s.between(match.end("t"), len(s.skeleton), whole.unit)
        if len(parts) < 2 or whole.bounded or not closed and (len(known) < 2 or is_rate(s, [*parts, whole])):
            continue
        if not closed and follows and _WHOLE_FIRST.match(s.skeleton, match.start("t")):
            continue
        if match.re is _SO_MUCH and not (near_all(whole, parts) or slips(whole, parts, [1] * len(parts))):
            continue
        if any(adds_up(whole, parts[i:]) for i in range(1, len(parts) - 1)):
            continue  # "900.000 kr. fremskrevet, dvs. A, B og C, tilsammen T": those at the end make it
        if len(parts) > 2 and adds_up(parts[-1], parts[:-1]):
            continue  # "2,1, 3,4 og 3,7 km, i alt 9,2 km, hvilket er 3,1 km om året"
        if SPENT_OF.search(s.skeleton, start, match.end("t")) and not adds_up(whole, parts):
            continue
        if _EACH_ITS_OWN.match(s.skeleton, match.end("t")):
            continue
        if whole.unit == "kr" and _WITH_MORE.match(s.skeleton, match.end("t")) and not adds_up(whole, parts):
            continue
        years = _OVER_SO_MANY.match(s.skeleton, match.end("t"))
        if years and s.of(years.start("y")).value != len(parts):
            continue  # one of the years is told elsewhere
        gap = s.skeleton[s.position(parts[-1]) + 1 : match.start()]
        beside = len(gap) < 60 and "sammen med" not in gap or _AT_LAST.search(gap)
        if enumerated(s, parts) and beside and not re.search(r"\b(?:af|ud af|(?<!svarende )til)\b\s*$", gap):
            signs = signs_of(s, start, parts)
            if not adds_up(whole, parts, signs) and (one := one_before(ledger, s, whole, parts)) is not None:
                if one:
                    ledger.say(s, "sum", "sum", whole, [*one, *parts], weights=[1, *signs], if_not="warning")
                continue
            head = s.skeleton[start : s.position(parts[0])]
            sure = (
                (closed or one_kind(whole, parts) or _MADE_OF.search(head) or not whole.noun and not match["mid"].strip())
                and not re.search(r"\bfra [\ue000-\ue005]|\bmod\b|\bheraf\b|\bhvoraf\b", s.skeleton[start : match.start()])
                and len(head) < 120
                and not ADDS_TO.match(s.skeleton)
                and not (min(signs) > 0 and any(p.low > whole.high for p in parts) and not closed and not one_slipped(whole, parts))
                and not _BASE.search(s.skeleton, start, match.start())
                and not any(_SEVERAL.search(s.skeleton, 0, s.position(p)) for p in parts)
                and not _OTHER_CLAUSE.search(s.skeleton, s.position(parts[-1]), match.end("t"))
            )
            slip = not sure and min(signs) > 0 and (slips(whole, parts, signs) or one_slipped(whole, parts))
            if_not = "error" if sure else "warning" if slip else "unverifiable"
            ledger.say(s, "sum", "sum", whole, parts, weights=signs, if_not=if_not, rounded="afrund" in s.skeleton)


_WITH_MORE = pattern(r" (?:med|inkl\w*|plus) (?:~25<K>|de[nt]?,? (?:som |der )|rente|moms|afgift|gebyr)")
""" "i alt 380.000 kr. med 10.000 kr. til revision": what the parts before are not."""
_MORE_THAN = re.compile(r" (?:\w+ )?(?:flere|færre|mere|mindre) end\b")
_CLOSED_BY = pattern(r", <all> <Q>")


def _closed_by(ledger: Ledger, s: Sentence, match: re.Match[str], whole: Mention, parts: list[Mention]) -> bool:
    """Does ", i alt 44 boliger" close parts of all kinds of things, that come to it or nearly so, or to what is told elsewhere while the
    last one of them is left out here, and that are not told for a time of their own?"""
    if len(parts) < 2 or not _CLOSED_BY.fullmatch(s.skeleton, match.start() - 2, match.end("t")) or not enumerated(s, parts):
        return False
    one_time = all(p.per in (None, whole.per) for p in parts)
    due = sum((p.value for p in parts), Decimal(0))
    wanting = len(parts) > 2 and due - parts[-1].value == whole.value and ledger.told()[s.item, whole.unit][due] > 0
    return one_time and (wanting or near_all(whole, parts) or slips(whole, parts, [1] * len(parts)))


_COMMA = pattern(r"(?P<t><Q>)(?P<mid>~60), (?=<Q>)")
_YEAR_AFTER = re.compile(r",? i (?:19|20)\d\d\b")
_BY = re.compile(r" (?P<by>til|fra|i|på|ved|om|hos|for|ad|af|med|under|uden|efter|gennem|mellem|det|den|de) ")
"""What tells which of them a part is, and not what these do."""
_OVER_YEARS = pattern(
    r"(?P<t><K>)(?P<mid>~60)\bmed (?:(?:et )?rådighedsbeløb på )?(?=<K>)"
)
_BRACKETED = pattern(r"<K>(?! ?\))[^\ue000-\ue007;(]{5,120}\(<K>\)(?:[^\ue000-\ue007;()]{3,90}\(<K>\))+")
_AT_LAST = re.compile(r", (?:samt )?at [^,]{0,60}$")
""" "at der gives A til X, at der gives B til Y, at dækningen på i alt T …": the total has a clause of its own."""
_REASON = re.compile(r"skyld|forklar|henfør|største|vigtigste|hovedsag|\bmed \(")
_HOMES = pattern(r"(?P<t><N>)~60\bmed (?=<N> [a-zæøå])")
_KINDS_OF_HOMES = ("boliger", "rækkehuse", "lejligheder", "villaer", "parcelhuse", "tofamiliehuse", "værelser", "huse")


def _after_comma(ledger: Ledger, s: Sentence) -> None:
    """ "23 ansøgninger, 14 om nybyggeri, 6 om tilbygning og 3 om nedrivning": parts that count nothing of their own."""
    for match in _COMMA.finditer(s.skeleton):
        whole = s.of(match.start("t"))
        tail, stop = _tail(s, match.end())
        parts = _parts(s, whole, match.end(), stop)
        if len(parts) < 2 or whole is not s.mentions[0] or whole.bounded or not enumerated(s, parts) or _OPEN.search(tail):
            continue
        money = whole.unit == "kr" and len(parts) > 2 and even(s, parts)
        counted = whole.unit == "number" and (whole.noun or not match["mid"]) and all(describes(p.noun) for p in parts)
        joins = [m and m["by"] for m in (_BY.match(s.skeleton, s.position(p) + 1) for p in parts)]
        own = any(f" {by} " in f" {s.lead(whole)}{match['mid']} " for by in joins if by)
        told = {p.noun for p in parts} in COMPLEMENTS or (money or counted and all(joins)) and not own
        closes = re.search(r"(?:og|samt) (?:[^\ue000-\ue007]{0,25})$", s.skeleton[: s.position(parts[-1])])
        sure = told and closes and (near_sum(whole, parts) or one_misprint(whole, parts)) or counted and all_told(s, whole, parts)
        if sure and not is_rate(s, [*parts, whole]):
            _sum(ledger, s, whole, parts, tail, [1] * len(parts), "warning")


def _over_years(ledger: Ledger, s: Sentence) -> None:
    """ "Udgiften på 42 mio. kr. falder med 20 mio. kr. i 2021 og 22 mio. kr. i 2022": only a near sum can be meant as its parts."""
    for match in _OVER_YEARS.finditer(s.skeleton):
        tail, stop = _tail(s, match.end())
        whole, parts = s.of(match.start("t")), s.between(match.end(), stop, "kr")
        plain = len(parts) > 1 and enumerated(s, parts) and not is_rate(s, [*parts, whole]) and not _OPEN.search(tail) and not whole.bounded
        if plain and all(_YEAR_AFTER.match(s.skeleton, s.position(p) + 1) for p in parts):
            sure = near_sum(whole, parts) or one_misprint(whole, parts)
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure else "unverifiable")


def _bracketed(ledger: Ledger, s: Sentence) -> None:
    """ "Der frigives 4,0 mio. kr. fra puljen til højskoler (2,5 mio. kr.) og erstatninger (1,5 mio. kr.)"."""
    for match in _BRACKETED.finditer(s.skeleton):
        whole, *parts = s.between(*match.span(), "kr")
        if not whole.bounded and not is_rate(s, [*parts, whole]) and not _OPEN.search(match[0]):
            sure = (near_all(whole, parts) or slips(whole, parts, [1] * len(parts))) and not _REASON.search(match[0])
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure else "unverifiable")


def _homes(ledger: Ledger, s: Sentence) -> None:
    """ "385 boliger med 180 rækkehuse og 230 ældreboliger": more kinds of homes than homes cannot be; fewer may be."""
    for match in _HOMES.finditer(s.skeleton):
        _, stop = _tail(s, match.end())
        whole, parts = s.of(match.start("t")), s.between(match.end(), stop, "number")
        homes = whole.noun.endswith("boliger") and len(parts) > 1 and all(p.noun.endswith(_KINDS_OF_HOMES) for p in parts)
        if homes and not whole.bounded and enumerated(s, parts) and not UNREAD.search(s.skeleton):
            ledger.say(s, "sum", "sum", whole, parts, if_not="unverifiable")
            ledger.say(s, "sum", "at_most", whole, parts, if_not="warning")


_OF_VOTES = needs(VOTES)
_FORMS = (
    (needs(_WHOLE_FIRST), 2, _whole_first),
    (needs(_WHOLE_WORDS), 3, _whole_in_words),
    (needs(_OF_THE, _OF_THE_SAME), 3, _of_the),
    (needs(_TOTAL_LAST, _TOTAL_AFTER, _SO_MUCH), 3, _total_last),
    (needs(_COMMA), 3, _after_comma),
    (needs(_OVER_YEARS), 3, _over_years),
    (needs(_BRACKETED), 3, _bracketed),
    (needs(_HOMES), 3, _homes),
)
"""What a form cannot do without, how many quantities it takes at least, and the form."""
