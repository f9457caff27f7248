"""What statements about the published lists have in common: which sentences speak of a list, and of which day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.rules.list_kinds import KIND
from extractors.rules.regime import as_of
from extractors.rules.regimes import THIS_YEAR, Regime, Regimes, Sentence
from extractors.rules.spans_said import EARLIEST, span, span_at
from minutes.criteria import Match, load
from minutes.danish import word_value
from minutes.needs import led, needs

LIST = led(
    r"(?<!vente)(?<!tjek)liste(?:n|r|rne)?\b|\bliste\w*|\bpå landsplan|\bi hele landet|\bi Danmark|\blandets\b|\blandet over", re.I
)
FIRST_LIST = re.compile(r"(?:første|oprindelige) (?:ghetto)?liste|listen? blev lanceret|lanceret", re.I)
NOT_FACT = led(
    r"\b(?:ville|vil|kan(?! (?:læse|se|oplyse|konstatere))|kunne|hvis|risiker\w*|undgå\w*|forvente\w*|måske|formentlig"
    r"|frygte\w*|skønne\w*|håbe\w*|ønske\w*|forslag\w*|udspil\w*|ifølge udspillet|faldet fra|foreslå\w*|burde|skal|tæt på)\b",
    re.I,
)
LOCAL = led(
    r"\b(?:Ingen af|[Pp]olitiets|Sverige|Norge|Tyskland|Holland|svenske|norske|[Ii] kommunen|[Kk]ommunens|vores"
    r"|[Vv]i har|byens|i byen|her i|regionens?|i [A-ZÆØÅ][\wæøå-]+ Kommune"
    r"|i (?:København|Aarhus|Århus|Odense|Aalborg|Esbjerg|Randers|Kolding|Horsens|Vejle|Roskilde|Slagelse|Holbæk)\b"
    r"|[A-ZÆØÅ]\w+s (?:\d+|to|tre|fire|fem|seks|ti) |[Kk]ommune[nr]? (?:har|havde|fik|stod)"
    r"|\btegne\w* (?:\w+ ){0,2}sig for|byer(?:ne)? (?:har|havde)"
    r"|(?!(?i:list|ghettolist|danmark|land|minister|regering|social|bolig(?!for|selsk)|transport|indenrigs|parallel|omdannelse|forebygg))"
    r"(?!(?:Der|Det|Den|De|Her|I|Hvor|Man|Som|Begge|Alle)\b)"
    r"[A-ZÆØÅ][\wæøåÆØÅ-]+ (?:har|havde|fik|bidrager|bidrog) (?!ministeri|regering|der|man|vi|den |det ))"
)
_SPLIT = re.compile(
    r"; | og (?=ikke\b)|, (?=(?:på )?listen? (?:fra|af|pr\.) |(?:den |pr\. )?1\. (?:december|februar) 20)"
    r"|, (?:men|mens|hvorimod|medens|og) |\bmens\b"
)
_ANCHOR = led(
    r"[Bb]landt|\bi år\b|\d i (?:december )?20\d\d|[Åå]ret før|sidste år|list|område|ghetto|parallelsamfund|\bdem\b|\bdisse\b|\bvæk\b"
    r"|kom(?:met)? (?:til|af)|\b20\d\d var der\b|\bmed(?: \w+){0,2}[.;,]|\b(?:er|var) det\b|nemlig|tilbage",
    re.I,
)
"""Without one of these words a sentence says nothing of a list."""
LISTS, _ANCHORS = needs(LIST), needs(_ANCHOR)


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement about a list. `relation`: list_count or list_member. `match`: the area; `on`: is it said to be on the list?

    `now`: told about an aside on the past, "Kvaglund, der stod på den i 2012, er …". `more`: so many more (or fewer, below 0) than on
    the list before. `whole`: with so many names, which are told to be all of a municipality.
    """

    relation: str
    start: int
    end: int
    regime: Regime
    sentence: Sentence
    kind: str | None
    count: int | None = None
    match: Match | None = None
    name: str = ""
    on: bool = True
    new: bool = False
    generic: bool = False
    whole: int | None = None
    more: int | None = None
    now: bool = False


def published(said: Listed) -> bool:
    """Was that the number on a list of those days, or on the last one before them?"""
    if not said.regime.first or not said.regime.last:
        return False
    lists = load().lists
    here = [x for x in lists if said.regime.first <= x.day <= said.regime.last] or [x for x in lists if x.day <= said.regime.last][-1:]
    return any(said.count == x.counts.get(said.kind or "") for x in here)


def told_of_first(piece: str) -> bool:
    """Does a part of a sentence speak of the first list, and of no year?"""
    return bool(FIRST_LIST.search(piece)) and not re.search(r"20[0-3]\d|\d\.\d\d", piece)


def first_of_several(said: Listed, spoken: Regime) -> Listed:
    """ "Den første liste" is the first of all, of its kind, or under the rules spoken of: the one with that number, else the last named."""
    lists, since = load().lists, spoken.first if spoken.dated in ("sentence", "passage", "heading") else None
    firsts = [EARLIEST, *[x.day for x in lists if since and x.day >= since][:1]]
    firsts += [x.day for x in lists if said.kind in ("haard", "forebyggelse") and said.kind in x.counts][:1]
    told = [replace(said, regime=replace(said.regime, first=day, last=day)) for day in firsts]
    return next(filter(published, told), told[-1])


def lists_above(regimes: Regimes, sentence: Sentence) -> bool:
    """Does one of the sentences before it under its heading, or that with the one right over it, speak of a list?"""
    above: Sentence | None = sentence
    headed = False
    for _ in range(8):
        above = regimes.before(above) if above else None
        if above is None or headed and above.block.kind != "heading":
            return False
        if above.holds & LISTS and LIST.search(above.text):
            return True
        headed = above.block.kind == "heading"
    return False


def dated(regimes: Regimes, sentence: Sentence, at: int) -> Regime:
    """The regime at a place, with the day that stands nearest in its own part of the sentence."""
    regime = regimes.at(sentence.start + at)
    low, high = part(sentence.text, at)
    if told_of_first(sentence.text[low:high]):
        return replace(regime, first=EARLIEST, last=EARLIEST, dated="sentence")
    if regimes.own.dated == "document" and THIS_YEAR.search(sentence.text, low, high):
        return replace(regime, first=regimes.own.first, last=regimes.own.last, dated="document")
    bracket = _OTHER_YEARS.search(sentence.text, at)
    found = span_at(sentence.text[low : min(high, bracket.start()) if bracket else high], at - low, regimes.today)
    if (
        not found
        and regime.dated == "sentence"
        and not span(sentence.text[:low], regimes.today)
        and span(sentence.text[high:], regimes.today)
        and not _SOURCE.search(sentence.text, high)
    ):
        from_above = sentence.before if sentence.before.first else regimes.own
        regime = as_of(regime, from_above)
    if found and (found[0] != found[1] or found[0].month in (2, 10, 12) or re.search(r"\bpr\. ?\d", sentence.text[low:high])):
        return replace(regime, first=found[0], last=found[1], since=found[2], dated="sentence")
    return replace(regime, dated="section") if found else regime


_SOURCE = re.compile(r"\b(?:jf\.|jævnfør|ifølge)", re.I)
""" "…, jf. ministeriets opgørelse af 1. december 2020": of the whole sentence."""
_OTHER_YEARS = re.compile(r"\(20[0-3]\d: ?\d")
"""A bracket of other years' numbers."""
AREAS = r"(?:hårde |udsatte )?(?:boligområder|områder|ghetto(?!liste|kriteri)\w*|parallelsamfund|omdannelsesområder|forebyggelsesområder)"
YEARS_SAID = re.compile(r"\b20[0-3]\d\b")
NOT_WORDS = {
    "de", "der", "den", "det", "som", "og", "i", "på", "til", "af", "med", "har", "er", "nye", "alle", "andre", "disse", "samme", "flere",
    "mange", "nogle", "hvilke",
}
MOST = 99
"""No list has had so many areas."""


def part(text: str, at: int) -> tuple[int, int]:
    """The clause of a sentence that holds `at`."""
    low, high = 0, len(text)
    for m in _SPLIT.finditer(text):
        if m.end() <= at:
            low = m.end()
        elif m.start() > at:
            high = m.start()
            break
    return low, high


def sentences(regimes: Regimes) -> Iterator[Sentence]:
    """The sentences that may speak of a list."""
    for sentence in regimes.sentences:
        near = sentence.context.topic or sentence.holds & LISTS and LIST.search(sentence.text)
        if near and (sentence.block.kind in ("point", "row") or sentence.holds & _ANCHORS and _ANCHOR.search(sentence.text)):
            yield sentence


def kind_of(noun: str) -> str | None:
    """The list that a noun names."""
    noun = noun.lower()
    for kind, word in (
        ("haard", "hård"),
        ("haard", "omdannelse"),
        ("forebyggelse", "forebyggelse"),
        ("ghetto", "ghetto"),
        ("ghetto", "parallel"),
        ("ghetto", "særligt udsat"),
        ("udsat", "udsat"),
    ):
        if word in noun:
            return kind
    return None


def noun_before(text: str, at: int) -> str:
    """The last list named before `at`."""
    found = [m[0] for m in KIND.finditer(text, 0, at)]
    return found[-1] if found else ""


def number_of(written: str) -> int | None:
    """A number of areas as it is written, in digits or words; None for what cannot be one."""
    if written.isdigit():
        return int(written) if int(written) <= MOST else None
    value = None if written.lower() in NOT_WORDS | {"en", "et"} else word_value(written)
    return int(value) if value is not None and value == int(value) and value <= MOST else None
