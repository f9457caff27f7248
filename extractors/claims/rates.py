"""What an amount is paid for: so much a year, a month, a piece, a pupil; and how many of these the text counts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.danish import SMALL_NUMBERS, whole
from minutes.days import A_MONTH, MONTHS
from minutes.needs import led, needs

YEAR, MONTH, QUARTER, WEEK, PIECE = "år", "måned", "kvartal", "uge", ""
IN_A_YEAR = {MONTH: 12, QUARTER: 4}
_AFTER = re.compile(
    r"[\s,]*\(?(?:(?:mere|ekstra|mindre|netto|brutto) )?(?:(?P<adverb>årligt?|månedligt?|kvartalsvist?|ugentligt?)(?!\w)"
    r"|(?:om|i|hvert) (?P<each>året|år|måneden"
    r"|kvartalet|kvartal|ugen|timen|dagen)\b"
    r"(?! \ue000| (?:19|20)\d\d)|på (?:års|helårs)(?:basis|plan)\b|i (?:hvert af|hver af|årligt|årlig)\b|/(?P<slash>\w+)"
    r"|(?:pr\.?|per|for hver|for hvert|for et|for en|til hver) (?!af\b)"
    r"(?:(?P<kind>[a-zæøå]*(?:ende|ede|et|[li]gt?|ivt?|isk|ny|nyt|ekstra|hel|helt|alt?)) (?=\w{3}))?"
    r"(?P<noun>[a-zæøå][a-zæøå0-9²³]*)|(?P<piece>stykket"
    r"|hver\b|til hver\b|for hver\b|for hvert\b|à))"
)
_BEFORE = pattern(
    r"(?:(?:\b(?P<adverb>(?:hel)?års(?:basis|plan)|(?:for|på) et (?:helt )?år|(?:årlig|månedlig|kvartalsvis)\w*)(?: \w+){0,3}?"
    r"|\b(?P<price>\w+) (?:pr\.|per) (?P<noun>[a-zæøå][a-zæøå0-9²³]*)(?: (?:ca\.|i gennemsnit))?(?: \w+){0,2}?"
    r"|\b(?P<each>\w+)(?:pris|takst|løn)(?:n?en)?(?: \w+){0,2}?"
    r"|\b(?:prisen|taksten|udgiften|betalingen|lejen|tilskuddet) for (?:[eé]n|[eé]t|hvert?) (?P<costs2>[a-zæøå]{3,})(?: \w+)?)"
    r" (?:<is>(?: <thus>| på|~45, nemlig)?|svarer til|på|til|med)"
    r"|\b(?P<share>hvert?)(?: af (?:de )?\ue005)?(?: \w+){0,2} (?:får|betaler|skal betale|modtager|koster|tildeles|bidrager med|giver"
    r"|sparer|ydes|gives|bevilges|udbetales|afsættes)(?: \w+){0,3}?(?: på)?"
    r"|\b(?:[eé]n|[eé]t|hvert?) (?:[a-zæøå]*(?:[dlnst]t|[li]gt?|sk|al|el) )?(?P<costs>[a-zæøå]{3,})(?:, (?:hvor|som|der) [^;.,]{3,40},)?"
    r"(?: \w+){0,3} (?:koster|giver|kræver|udløser|indbringer|betaler|bruger|får)"
    r"(?: i (?:19|20)\d\d)?"
    r"|\b(?P<a>à|á|@|a|(?:til|på) hver)) $"
)
_AT = ("à ", "á ", "@ ", " a ")
_RATED = needs(
    re.compile(r"års|årlig|månedlig|kvartalsvis|pr\.|per|pris|takst|løn|hver|koster|giver|kræver|udløser|indbringer|betaler|bruger|får|betalingen|lejen|tilskuddet|udgiften")
)
"""A price for each has one of these words before it, or the sign for it."""
_TIMES = {
    "årligt": YEAR,
    "årlig": YEAR,
    "året": YEAR,
    "års": YEAR,
    "skoleår": YEAR,
    "budgetår": YEAR,
    "regnskabsår": YEAR,
    "kalenderår": YEAR,
    "måneden": MONTH,
    "månedlig": MONTH,
    "månedligt": MONTH,
    "md": MONTH,
    "mdr": MONTH,
    "kvartalet": QUARTER,
    "kvartalsvis": QUARTER,
    "kvartalsvist": QUARTER,
    "ugen": WEEK,
    "ugentligt": WEEK,
    "ugentlig": WEEK,
    "timen": "time",
    "dagen": "dag",
    "stk": PIECE,
    "styk": PIECE,
    "stykket": PIECE,
    "hver": PIECE,
}
_TOTAL_BEFORE = pattern(r"(?:<all>|samlede \w+)(?: \w+){0,2} $")
_EACH_PRICES = {
    "time": "time",
    "styk": PIECE,
    "enheds": PIECE,
    "stk": PIECE,
    "måneds": MONTH,
    "års": YEAR,
    "skoleår": YEAR,
    "budgetår": YEAR,
    "regnskabsår": YEAR,
    "kalenderår": YEAR,
    "elev": "elev",
    "gennemsnits": PIECE,
}
_VOWELS = re.compile(r"[aeiouyæøå]")
_YEARS = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)")
_YEARS_NAMED = r"(?:19|20)\d\d(?:, (?:19|20)\d\d)*,? (?:og|samt) (?:19|20)\d\d"
_EACH_YEAR = re.compile(
    rf"\b(?:årligt?|om året|hvert år|i hvert af årene|i både)(?: i)? (?P<years>{_YEARS_NAMED})(?!\d)"
    rf"|\bi (?P<named>{_YEARS_NAMED})(?= [^.;\d]{{3,40}}\b(?:årligt|om året|hvert år)\b)"
)
""" "600.000 kr. årligt i 2019, 2020 og 2021", "i 2019 og 2020 er der afsat 600.000 kr. om året"."""
_SPAN = re.compile(r"((?:1(?<![\d.].)9|2(?<![\d.].)0)\d\d)\s?(?:-|–|til(?: og med)?|t\.o\.m\.)\s?((?:19|20)?\d\d)(?!\d|\.\d|\s?-?p/?l)")
_LONG = re.compile(rf"(?<!\w)(?P<n>\d{{1,2}}|{SMALL_NUMBERS})[- ]?årig\w*")
_SEASONS = ("vintre", "sæsoner", "somre", "skoleår", "budgetår", "regnskabsår", "kalenderår")
"""Words for what comes once a year."""
_DATES = led(
    rf"(?:den )?(\d{{1,2}})\. ?({A_MONTH}) ((?:19|20)\d\d) ?(?:til(?: og med)?|-"
    rf"|–) ?(?:den )?(\d{{1,2}})\. ?({A_MONTH}) ((?:19|20)\d\d)"
)
_NEXT = re.compile("[\ue000-\ue007]")
_NUMBER_OF = re.compile(r"\bantal(?:let)? (?:af )?(?P<noun>[a-zæøå]{3,})\b[^\ue000-\ue007;.]{0,25}$")
SHORT, NEAR_BY, KIND = 3, 30, 5
"""Letters of a word that is looked for as a whole only; characters after a number that may hold the word for its kind, and how many of
that word's letters are looked for."""
_NO_TERM = re.compile(r"(?:seneste|sidste|forrige|om|efter|hvert|hver|ad|fyldt|under|over 1|de næste 1)\s$")


@dataclass(frozen=True, slots=True)
class Rate:
    """An amount for each `unit`: "år", "måned", "elev"; "" for a piece of whatever is counted beside it.

    `over`: the time when it is for both ("om måneden pr. elev"). `named`: the words before call it a price for each ("prisen pr. bolig").
    `kind`: which of them ("pr. betalende gæst").
    """

    mention: Mention
    unit: str
    over: str = ""
    named: bool = False
    kind: str = ""


def rate_of(s: Sentence, m: Mention) -> Rate | None:
    """A mention of the sentence as a rate, or None when it is no price for each of something."""
    if m.start not in s.rates:
        s.rates[m.start] = _rate(s, m)
    return s.rates[m.start]


def _rate(s: Sentence, m: Mention) -> Rate | None:
    at = s.position(m)
    if after := _AFTER.match(s.skeleton, at + 1):
        if after["adverb"] and _TOTAL_BEFORE.search(s.skeleton, max(at - 40, 0), at) and m.per != "year":
            return None
        unit, second = _named_in(after), _AFTER.match(s.skeleton, after.end())
        if second is None and unit in _TIMES.values() and (piece := _piece_before(s, at)) is not None and not durations(s):
            return Rate(m, piece, unit if unit in IN_A_YEAR else "")
        more = _named_in(second) if second else ""
        pieces = second is not None and unit in IN_A_YEAR and more == PIECE
        return (
            Rate(m, more, unit)
            if pieces or more and unit in _TIMES.values()
            else Rate(m, unit, more if more in IN_A_YEAR else "", kind=after["kind"] or "")
        )
    if _TOTAL_BEFORE.search(s.skeleton, max(at - 40, 0), at):
        return None
    priced = s.holds & _RATED or s.skeleton.endswith(_AT, 0, at)
    before = _BEFORE.search(s.skeleton, max(at - 70, 0), at) if priced else None
    if before:
        words = before["noun"] or before["adverb"] or before["costs"] or before["costs2"]
        unit = _EACH_PRICES.get(before["each"], before["each"]) if before["each"] else _unit(words or "hver")
        return Rate(m, unit, named=bool(before["noun"]))
    return None


def _piece_before(s: Sentence, at: int) -> str | None:
    """What a price a month or a year is for each of: "Prisen for en plads er …", "Hver af de 24 klubber får …"."""
    before = _BEFORE.search(s.skeleton, max(at - 70, 0), at)
    if before is None or not (before["costs"] or before["costs2"] or before["share"]):
        return None
    return before["costs"] or before["costs2"] or PIECE


def rates_of(s: Sentence, money: list[Mention]) -> list[Rate]:
    """The rates among amounts; one that only its period calls yearly is one when no words call another so."""
    found = [r for m in money if (r := rate_of(s, m))]
    if any(r.unit == YEAR for r in found):
        return found
    return found + [
        Rate(m, YEAR)
        for m in money
        if m.per == "year"
        and all(m is not r.mention for r in found)
        and not _TOTAL_BEFORE.search(s.skeleton, max(s.position(m) - 40, 0), s.position(m))
    ]


def _named_in(after: re.Match[str]) -> str:
    return _unit(after["noun"] or after["adverb"] or after["each"] or after["slash"] or ("hver" if after["piece"] else "år"))


def _unit(word: str) -> str:
    return _TIMES.get(word.rstrip("."), YEAR if word.startswith(("årlig", "årsb", "årsp", "helårs")) or word.endswith(" år") else word)


def counts(rate: Rate, m: Mention) -> bool:
    """Does a number count what the rate is for: "24 ungdomsboliger" and "pr. bolig"? A price for a piece is for whatever is counted."""
    if m.unit == "hours" and rate.unit == "time" and not m.bounded:
        return True
    if m.unit != "number" or m.bounded or m.value <= 0:
        return False
    if rate.unit == PIECE:
        return m.value == m.value.to_integral_value()
    inside = len(rate.unit) > SHORT and rate.unit[:4] in m.noun[1:] or m.noun.endswith(f"{rate.unit}e")
    return bool(m.noun) and (inside or same_thing(m.noun, rate.unit))


def counted(rate: Rate, s: Sentence) -> list[Mention]:
    """The numbers of a sentence that count what the rate is for; of one kind only those that the word for it follows."""
    if not rate.kind:
        return [m for m in s.mentions if counts(rate, m if m.noun or m.unit != "number" else replace(m, noun=called_before(s, m)))]
    numbers = [m for m in s.mentions if m.unit == "number" and not m.bounded and m.value > 0]
    return [m for m in numbers if rate.kind[:KIND] in _NEXT.split(s.skeleton[s.position(m) + 1 :][:NEAR_BY])[0]]


def called_before(s: Sentence, m: Mention) -> str:
    """The word that "antallet af … er" before a number gives it, or ""."""
    called = _NUMBER_OF.search(s.skeleton, 0, s.position(m))
    return called["noun"] if called else ""


def same_thing(one: str, other: str) -> bool:
    """ "bolig" and "boliger", "barn" and "børn": the same consonants at the front."""
    bare = [_VOWELS.sub("", w)[:3] for w in (one, other)]
    return one[:1] == other[:1] and bare[0][: len(bare[1])] == bare[1][: len(bare[0])] and bool(bare[0] and bare[1])


def durations(s: Sentence) -> list[Mention]:
    """The number of years that a sentence names, once for each way it is said: "fire år", "2011-2014", "treårig", dates."""
    if s.durations is None:
        s.durations = _durations(s)
    return s.durations


def _durations(s: Sentence) -> list[Mention]:
    found = [m for m in s.mentions if not m.qualifier and (m.noun in _SEASONS or m.unit == "years" and not _no_term(s, m))]
    dated = "20" in s.skeleton or "19" in s.skeleton
    for match in _SPAN.finditer(s.skeleton) if dated else ():
        first, last = match[1], match[1][: 4 - len(match[2])] + match[2]
        found.append(said(s, match.start(), match.end(), Decimal(int(last) - int(first) + 1)))
    for match in _EACH_YEAR.finditer(s.skeleton) if dated else ():
        years = match["years"] or match["named"]
        found.append(said(s, match.start("years" if match["years"] else "named"), match.end(), Decimal(len(set(_YEARS.findall(years))))))
    for match in _LONG.finditer(s.skeleton) if "årig" in s.skeleton else ():
        found.append(said(s, match.start(), match.end(), Decimal(whole(match["n"]) or 0)))
    for match in _DATES.finditer(s.skeleton) if dated else ():
        months = _months_between(match)
        if months and months % 6 == 0:
            found.append(said(s, match.start(), match.end(), Decimal(months) / 12))
    return found


def said(s: Sentence, first: int, last: int, years: Decimal) -> Mention:
    """A number of years that words between two places of the skeleton give."""
    start, end = s.offset(first), s.offset(last - 1) + 1
    return Mention(start, end, start, years, years, years, "years")


def times(m: Mention, factor: int) -> Mention:
    """An exact number that no word states, as a factor beside the mention: twelve months."""
    exact = Decimal(factor)
    return replace(m, value=exact, low=exact, high=exact, unit="number", noun="")


def _no_term(s: Sentence, m: Mention) -> bool:
    """ "seneste tre år", "fire år siden" and ages count no payments."""
    at = s.position(m)
    lead = s.skeleton[max(at - 12, 0) : at]
    return bool(_NO_TERM.search(lead)) and not lead[-5:].startswith("over") or s.skeleton[at + 1 : at + 8].startswith(" siden")


def _months_between(match: re.Match[str]) -> int:
    try:
        first = date(int(match[3]), MONTHS.index(match[2]) + 1, int(match[1]))
        last = date(int(match[6]), MONTHS.index(match[5]) + 1, int(match[4]))
    except ValueError:
        return 0
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + 1 if first.day == 1 and last.day >= 28 else months if first.day == last.day else 0
