"""Parts and wholes in a sentence: what cues lead to, and parts that "af de", a comma or brackets alone part from their whole."""

from __future__ import annotations

import re

from extractors.claims.adding.enumerations import (
    COMPLEMENTS,
    UNREAD,
    all_told,
    at_most,
    describes,
    enumerated,
    even,
    is_rate,
    near_sum,
    one_kind,
    one_misprint,
)
from extractors.claims.adding.following import CLOSED, OPEN, WHOLE_FIRST, closes, near_all, parts_of, say_sum, tail_of
from extractors.claims.adding.total_last import OTHER_CLAUSE, SO_MUCH, TOTAL_AFTER, TOTAL_LAST, of_another, total_last
from extractors.claims.adding.whole_first import whole_first
from extractors.claims.comparing.comparable import COMPARED
from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.nearby import VOTES
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

_WHOLE_WORDS = pattern(r"<total>[^\ue000-\ue007;:.]{0,60}?(?P<t><Q>)(?P<mid>~50)(?:,|\(|:|–| - )")
_OF_ALL = r"(?:^|[,;:(] |\bog )~40\baf (?:(?:(?:de|den|det)\b|\w+(?:en|et|ne|s) )~50)?(?P<t><Q>)(?P<mid>~60)"
_OF_THE = pattern(
    rf"{_OF_ALL}\b(?:er|var|bliver|blev|går|gik|kommer|kom|stammer|falder|faldt|bruges|anvendes|afsættes|bor|boede|udgør|vedrører|finansieres|ligger)\b"
)
_OF_THE_SAME = pattern(rf"{_OF_ALL}(?=<Q>)")
"""The same with any verb: "Af de 246 elever flytter 134 til … og 122 til …"."""
_SUBORDINATE = re.compile(r"\W*(?:da|når|hvis|fordi|idet|eftersom|efter at|selv ?om|hvor)\b")
""" "Da ti af dem er over grænsen, tilsammen A, falder der B i juli": what follows is no more of the whole."""
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


def _whole_in_words(ledger: Ledger, s: Sentence) -> None:
    """ "har tilsammen 612 boliger, 348 i X og 264 i Y": the whole is called a whole, and the parts follow without a cue."""
    for match in _WHOLE_WORDS.finditer(s.skeleton):
        whole = s.of(match.start("t"))
        tail, stop = tail_of(s, match.end())
        if match[0].endswith("(") and (closing := tail.find(")")) >= 0:
            tail, stop = tail[:closing], match.end() + closing
        if WHOLE_FIRST.match(s.skeleton, match.start("t")) or re.match(r"\s*\w+\s+\w+\s+\w+\s+\w+", tail) or of_another(s, match):
            continue
        parts = parts_of(s, whole, match.end(), stop)
        if OTHER_CLAUSE.match(s.skeleton, match.end() - 1) and _SUBORDINATE.match(s.skeleton):
            continue
        if parts and _SO_FAR.search(s.skeleton, match.start("t"), s.position(parts[0])) and not adds_up(whole, parts):
            continue
        if any(COMPARED.match(s.skeleton, s.position(p) + 1) or _ON_AVERAGE.search(s.lead(p)) for p in parts):
            continue
        if len(parts) > 1 and enumerated(s, parts) and not is_rate(s, [*parts, whole]):
            say_sum(ledger, s, whole, parts, tail, [1] * len(parts), "error")


_SO_FAR = re.compile(r"\b(?:har|havde) (?:[a-zæøå]+ ){0,2}(?:kostet|brugt|forbrugt|anvendt|afholdt|udbetalt)\b")
"""Of what was granted so much is spent, and not all of it."""
_ON_AVERAGE = re.compile(r"\bi (?:gennem)?snit $")


def _of_the(ledger: Ledger, s: Sentence) -> None:
    """ "Af de 214 er 121 kvinder, 34 mænd og 59 børn": exhaustive where the nouns or the last part say so, else at most."""
    told = _OF_THE.search(s.skeleton)
    match = told or _OF_THE_SAME.search(s.skeleton)
    if not match:
        return
    whole = s.of(match.start("t"))
    tail, stop = tail_of(s, match.end())
    parts = parts_of(s, whole, match.end(), stop)
    if len(parts) < 2 or not enumerated(s, parts):
        return
    nouns = {p.noun for p in parts}
    last = tail[tail.rfind(" og ") :]
    closed = nouns in COMPLEMENTS or len(parts) == 3 and nouns == {"kvinder", "mænd", "børn"} or bool(CLOSED.search(last))
    closed = closed or all(s.lead(p).endswith("de ") for p in parts)  # "kommer de 670 fra staten, mens de 215 er lån"
    closed = closed or even(s, parts) and (adds_up(whole, parts) or slips(whole, parts, [1] * len(parts)))
    told_all = len(parts) > 2 and all_told(s, whole, parts)
    closed = closed or told_all or bool(whole.noun) and near_all(whole, parts) and all(p.noun.endswith(whole.noun) for p in parts)
    if closed and not OPEN.search(tail):
        sure = (told_all or one_kind(whole, parts) or nouns in COMPLEMENTS) and not UNREAD.search(tail)
        if_not = "warning" if sure else "unverifiable"
        ledger.say(s, "sum", "sum", whole, parts, if_not=if_not, rounded="afrund" in s.skeleton, sure=closes(s, parts[-1]))
    elif not told:
        return
    elif whole.unit == "kr":
        at_most(ledger, s, whole, parts)
    elif whole.unit == "number" and len(parts) > 2 and not any(nouns):
        ledger.say(s, "sum", "at_most", whole, parts, if_not="warning")


_COMMA = pattern(r"(?P<t><Q>)(?P<mid>~60), (?=<Q>)")
_SOME_OF_IT = re.compile(r"\W*(?:heraf|deraf|af (?:dem|disse|de))\b")
_A_YEAR = re.compile(r"\bi (?:19|20)\d\d\b")
_YEAR_AFTER = re.compile(r",? i (?:19|20)\d\d\b")
_BY = re.compile(r" (?P<by>til|fra|i|på|ved|om|hos|for|ad|af|med|under|uden|efter|gennem|mellem|det|den|de) ")
"""What tells which of them a part is, and not what these do."""
_OVER_YEARS = pattern(
    r"(?P<t><K>)(?P<mid>~60)\bmed (?:(?:et )?rådighedsbeløb på )?(?=<K>)"
)
_BRACKETED = pattern(r"<K>(?! ?\))[^\ue000-\ue007;(]{5,120}\(<K>\)(?:[^\ue000-\ue007;()]{3,90}\(<K>\))+")
_REASON = re.compile(r"skyld|forklar|henfør|største|vigtigste|hovedsag|\bmed \(")
_HOMES = pattern(r"(?P<t><N>)~60\bmed (?=<N> [a-zæøå])")
_KINDS_OF_HOMES = ("boliger", "rækkehuse", "lejligheder", "villaer", "parcelhuse", "tofamiliehuse", "værelser", "huse")


def _after_comma(ledger: Ledger, s: Sentence) -> None:
    """ "23 ansøgninger, 14 om nybyggeri, 6 om tilbygning og 3 om nedrivning": parts that count nothing of their own."""
    for match in _COMMA.finditer(s.skeleton):
        whole = s.of(match.start("t"))
        tail, stop = tail_of(s, match.end())
        parts = parts_of(s, whole, match.end(), stop)
        if len(parts) < 2 or whole is not s.mentions[0] or whole.bounded or _SOME_OF_IT.match(s.skeleton):
            continue
        if not enumerated(s, parts) or OPEN.search(tail):
            continue
        if _A_YEAR.search(match["mid"]) and all(_YEAR_AFTER.match(s.skeleton, s.position(p) + 1) for p in parts):
            continue  # "185 liter i 2010, 122 i 2011 og 60 i 2012"
        money = whole.unit == "kr" and len(parts) > 2 and even(s, parts)
        counted = whole.unit == "number" and (whole.noun or not match["mid"]) and all(describes(p.noun) for p in parts)
        joins = [m and m["by"] for m in (_BY.match(s.skeleton, s.position(p) + 1) for p in parts)]
        own = any(f" {by} " in f" {s.lead(whole)}{match['mid']} " for by in joins if by)
        told = {p.noun for p in parts} in COMPLEMENTS or (money or counted and all(joins)) and not own
        closes = re.search(r"(?:og|samt) (?:[^\ue000-\ue007]{0,25})$", s.skeleton[: s.position(parts[-1])])
        sure = told and closes and (near_sum(whole, parts) or one_misprint(whole, parts)) or counted and all_told(s, whole, parts)
        if sure and not is_rate(s, [*parts, whole]):
            say_sum(ledger, s, whole, parts, tail, [1] * len(parts), "warning")


def _over_years(ledger: Ledger, s: Sentence) -> None:
    """ "Udgiften på 42 mio. kr. falder med 20 mio. kr. i 2021 og 22 mio. kr. i 2022": only a near sum can be meant as its parts."""
    for match in _OVER_YEARS.finditer(s.skeleton):
        tail, stop = tail_of(s, match.end())
        whole, parts = s.of(match.start("t")), s.between(match.end(), stop, "kr")
        plain = len(parts) > 1 and enumerated(s, parts) and not is_rate(s, [*parts, whole]) and not OPEN.search(tail) and not whole.bounded
        if plain and all(_YEAR_AFTER.match(s.skeleton, s.position(p) + 1) for p in parts):
            sure = near_sum(whole, parts) or one_misprint(whole, parts)
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure else "unverifiable")


def _bracketed(ledger: Ledger, s: Sentence) -> None:
    """ "Der frigives 4,0 mio. kr. fra puljen til højskoler (2,5 mio. kr.) og erstatninger (1,5 mio. kr.)"."""
    for match in _BRACKETED.finditer(s.skeleton):
        whole, *parts = s.between(*match.span(), "kr")
        if not whole.bounded and not is_rate(s, [*parts, whole]) and not OPEN.search(match[0]):
            sure = (near_all(whole, parts) or slips(whole, parts, [1] * len(parts))) and not _REASON.search(match[0])
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if sure else "unverifiable")


def _homes(ledger: Ledger, s: Sentence) -> None:
    """ "385 boliger med 180 rækkehuse og 230 ældreboliger": more kinds of homes than homes cannot be; fewer may be."""
    for match in _HOMES.finditer(s.skeleton):
        _, stop = tail_of(s, match.end())
        whole, parts = s.of(match.start("t")), s.between(match.end(), stop, "number")
        homes = whole.noun.endswith("boliger") and len(parts) > 1 and all(p.noun.endswith(_KINDS_OF_HOMES) for p in parts)
        if homes and not whole.bounded and enumerated(s, parts) and not UNREAD.search(s.skeleton):
            ledger.say(s, "sum", "sum", whole, parts, if_not="unverifiable")
            ledger.say(s, "sum", "at_most", whole, parts, if_not="warning")


_OF_VOTES = needs(VOTES)
_FORMS = (
    (needs(WHOLE_FIRST), 2, whole_first),
    (needs(_WHOLE_WORDS), 3, _whole_in_words),
    (needs(_OF_THE, _OF_THE_SAME), 3, _of_the),
    (needs(TOTAL_LAST, TOTAL_AFTER, SO_MUCH), 3, total_last),
    (needs(_COMMA), 3, _after_comma),
    (needs(_OVER_YEARS), 3, _over_years),
    (needs(_BRACKETED), 3, _bracketed),
    (needs(_HOMES), 3, _homes),
)
"""What a form cannot do without, how many quantities it takes at least, and the form."""
