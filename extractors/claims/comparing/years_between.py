"""How old something is and how long it lasts, beside the years that this lies between: "stiftet i 1938 … i 2014 75 års fødselsdag".

A birthday is told to the year; what has lasted so long may count the first year, or leave out the one that is not over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence
from minutes.closeness import WEAK, closeness
from minutes.danish import SMALL_NUMBERS, whole
from minutes.days import A_MONTH, MONTHS
from minutes.needs import led

BACK = 2
"""Sentences before and after that may hold the years."""
HEAD, TITLE = 600, 250
"""Characters at the beginning in which a paper tells its own year, and its own day."""
NEAR = 3
"""Years that a slip leaves between the two, where no digit tells it."""
_YEAR = re.compile(r"(?<![\d.,/–-])(?:1[5-9]|20)\d\d(?![\d/–-]|[.,]\d| ?(?:kr|pct|m2|%|km|kwh|ton|timer)\b)")
_FOUR_DIGITS = re.compile(r"(?:1[5-9]|20)\d\d")
_LENGTH = led(
    rf"(?<![\w.,])(?P<n>\d{{1,3}}|{SMALL_NUMBERS}|tyve|femogtyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs|halvfems|hundrede)"
    r"(?:(?: |[-–])?års?(?![a-zæøå])|(?=[.,;]| og ))"
)
_BEGINS = re.compile(
    rf"\b(?:stiftet|grundlagt|oprettet|etableret|dannet|indviet|opført|bygget|anlagt|åbnede|åbnet|født|begyndt(?:e|es)?|startede|indført"
    rf"|indledt|taget i brug|ibrugtaget|sat i drift|stammer fra|fra|siden|anlægges|indvies|åbner|opføres|etableres|tages i brug|begynder"
    rf"|starter|udskiftet|renoveret|byggedes|grundlagdes|oprettedes|indviedes|indgået|underskrevet|tiltrådt|ansat"
    rf"|trådte i kraft|kom med)\b[^.;,\d]{{0,40}}(?:\d{{1,2}}\. ?(?:{A_MONTH}) )?$"
)
_BIRTHDAY = led(r"\bfyld(?:er|te|e)(?: sine)?(?: de)? $"), re.compile(r"[- ]?(?:fødselsdag|jubilæum|bestående)|[- ](?:dag|fest)\b")
_LATER = led(r"\b(?:efter|om) $"), re.compile(r" (?:senere|efter)\b")
_SO_LONG = led(
    r"\b(?:eksisteret|bestået|holdt|fungeret|virket|ligget|kørt|stået|været|drevet|haft|varet|levet|boet|tjent|brugt)\b[^.;\d]{0,60}"
    r"\bi(?: nu)? $|\b(?:gennem|igennem)(?: de| hele)? $|\b(?:løber|gælder|varer|strækker sig)(?: over)?(?: i)?(?: de| hele)? $"
), re.compile(r" gam(?:mel|melt|le)\b")
_DAY = re.compile(rf"(?:den )?(\d{{1,2}})\. ?({A_MONTH}) $")
_COMES = re.compile(r"\b(?:skal|holder|skiftes|udløber|udskiftes|fornyes|sker|igen|bliver|slutter|ophører|nedslidt|betalt)\b")
_LOOSE = led(r"\b(?:ca\.|cirka|omkring|næsten|knap|godt|over|under|mindst|omtrent|mere end|op imod|hvert|hver|de seneste) $")
_AGO = led(r"\bfor(?: nu)? $"), re.compile(r" siden\b")
_COMPARED = led(r"\b(?:end|mod|som|ligesom) for(?: nu)? $")
""" "12 flere end for et år siden": of the paper's own day."""
_OTHER = re.compile(r" (?:siden|om ugen|tidligere|før)\b")


def find(ledger: Ledger) -> None:
    """Every age and length of time with the two years that it lies between."""
    text = ledger.flow.text.lower()
    if len(text) != len(ledger.flow.text):
        return
    own = _own_year(ledger)
    starts = [block.start for block in ledger.flow.blocks]
    dated = {bisect_right(starts, m.start()) - 1 for m in _FOUR_DIGITS.finditer(text)}
    for i, s in enumerate(ledger.sentences):
        if s.block not in dated:
            continue
        lengths = list(_LENGTH.finditer(text, s.start, s.end))
        near = [t for t in ledger.sentences[max(i - BACK, 0) : i + BACK] if t.block == s.block] if lengths else []
        if not any(_YEAR.search(text, t.start, t.end) for t in near):
            continue
        for match in lengths:
            if (told := _told(text, s, match)) and (years := _years(text, s, near, match, told, own)):
                _say(ledger, text, s, match, told, *years, own)


def _own_year(ledger: Ledger) -> Mention | None:
    """The year of the paper: that of its first day, or the only one that its head names."""
    text, dated = ledger.flow.text, ledger.structure.meeting_date
    years = [m for m in _YEAR.finditer(text, 0, HEAD) if dated is None or int(m[0]) == dated.year]
    days = [m for m in years if m.start() < TITLE and _DAY.search(text, max(m.start() - 20, 0), m.start())]
    years = days[:1] or years
    return _year(years[0]) if len({m[0] for m in years}) == 1 else None


def _year(match: re.Match[str]) -> Mention:
    value = Decimal(match[0])
    return Mention(match.start(), match.end(), match.start(), value, value, value, "year")


def _told(text: str, s: Sentence, match: re.Match[str]) -> str:
    """Is it a birthday, what comes later by so much, or how long something has lasted? Empty for anything else."""
    lead = text[max(s.start, match.start() - 90) : match.start()]
    if _AGO[0].search(lead) and not _COMPARED.search(lead) and _AGO[1].match(text, match.end()):
        return "so long"
    if _LOOSE.search(lead) or _OTHER.match(text, match.end()):
        return ""
    for name, (before, after) in (("birthday", _BIRTHDAY), ("later", _LATER), ("so long", _SO_LONG)):
        bare = not match[0].rstrip("s").endswith("år")
        if name == "so long" and whole(match["n"]) == 1 and before is _SO_LONG[0] and before.search(lead):
            continue  # "gennem et år" is the last one
        if before.search(lead) and (not bare or name == "birthday") or not bare and after.match(text, match.end()):
            return name
    return ""


def _years(text: str, s: Sentence, near: list[Sentence], match: re.Match[str], told: str, own: Mention | None) -> tuple | None:
    """The year that it began in and the one that it is told of: in its own sentence, else the only ones near it, else the paper's own."""
    for passage in ([s], near):
        found = [m for t in passage for m in _YEAR.finditer(text, t.start, t.end)]
        begun = [m for m in found if _BEGINS.search(text, max(s.start if passage == [s] else near[0].start, m.start() - 60), m.start())]
        later = [m for m in found if begun and m not in begun and int(m[0]) > int(begun[-1][0])]
        if len({m[0] for m in found}) == 2 and len({m[0] for m in begun}) == 1 == len({m[0] for m in later}):
            return _year(begun[-1]), _year(later[0])
        if begun or passage == near:
            break
    if told != "later" and own and len({m[0] for m in found}) == 1 == len(begun):
        return (_year(begun[0]), own) if own.value > int(begun[0][0]) else None
    return None


def _say(
    ledger: Ledger, text: str, s: Sentence, match: re.Match[str], told: str, first: Mention, last: Mention, own: Mention | None
) -> None:
    """Exact where both years are told beside it; a year more or less otherwise."""
    if told == "later" and not _COMES.search(text, s.start, s.end):
        return
    loose = told == "so long" and not _same_day(text, first, last) or last is own
    n, room = Decimal(whole(match["n"]) or 0), Decimal(loose)
    length = Mention(match.start(), match.end(), match.start(), n, n - room, n + room, "years")
    gap = last.value - first.value
    if n and (abs(gap - n) <= NEAR or closeness(gap, n) >= WEAK):
        ledger.say(s, "difference", "difference", length, [first, last], if_not="warning")


def _same_day(text: str, first: Mention, last: Mention) -> bool:
    """Do whole years lie between the two: "1. august 2015 til 31. juli 2019"?"""
    days = [_DAY.search(text, max(m.start - 20, 0), m.start) for m in (first, last)]
    (a, b) = ((MONTHS.index(d[2]) * 31 + int(d[1]) if d else None) for d in days)
    return a is not None and b is not None and a - 2 <= b <= a + 1
