"""How the number of areas on a list is said to have changed: "steg fra 10 til 12", "to færre end året før"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from extractors.rules.list_kinds import KIND
from extractors.rules.list_words import (
    AREAS,
    LIST,
    LOCAL,
    NOT_FACT,
    YEARS_SAID,
    Listed,
    dated,
    kind_of,
    lists_above,
    noun_before,
    number_of,
    published,
)
from extractors.rules.regime import as_of, in_year, on_days
from extractors.rules.regimes import Regime, Regimes, Sentence
from extractors.rules.rule import clause
from extractors.rules.spans_said import newest_list
from minutes.danish import SEVERAL
from minutes.needs import needs

_N = r"\d{1,3}|[a-zæøå]{2,10}"
_WENT = re.compile(
    rf"\bfra (?P<n1>{_N})(?: områder)?(?: (?:i|pr\.) (?:[a-z]+ )?(?P<y1>20\d\d))? til"
    rf" (?:nu |bare |kun |at (?:omfatte|være|rumme) )*(?P<n2>{_N})\b"
    rf"(?!\.\d| ?%| (?!områder|på|i|ifølge|den|ved|da|(?:{AREAS}))[a-z])(?: (?P<noun>{AREAS}))?(?: (?:i|pr\.) (?:[a-z]+ )?(?P<y2>20\d\d))?",
    re.I,
)
"""How many there were on the list before and how many there are: "steg fra 10 til 12", "faldt fra 67 i 2022 til 56 i 2023". """
_OVER_YEARS = re.compile(
    r"(?<!gang )\b(?:på|over|inden for|gennem|i løbet af)(?: de| kun| bare| blot| godt| knap| seneste| sidste| forløbne)*"
    r" (?P<n>\d{1,2}|[a-zæøå]{2,6}) år\b|\b(?:årrække|årene|perioden)\b"
    r"|\bsiden (?!sidst|året før|forrige)(?:(?:i|listen|listerne|den|1\.|fra|december) )*(?P<year>20\d\d)?",
    re.I,
)
""" "På seks år", "siden 2018", "gennem årene": the change is not from one list to the next."""
_SAME_TIME = re.compile(r"\b(?:i|over|inden for) (?:samme|den|denne) (?:periode|tid|tidsrum)", re.I)
_BETWEEN = re.compile(r"[^.;\d]{0,75}")
_AGAINST = re.compile(
    rf"(?:\bmod |\()(?P<n>{_N}) (?:områder )?(?:året før|sidste år|på (?:sidste|forrige) (?:års )?liste)"
    rf"|, hvor (?:der|det|tallet) (?:sidste år|året før) (?:kun )?var (?P<m>{_N})(?=[.,;]| områder)",
    re.I,
)
_YEAR_BEFORE = re.compile(
    r"^\W*(?:Året før|Sidste år|I (?P<year>20\d\d))(?: på listen)? (?:var|stod|lå) (?:der|det|tallet|antallet)(?: på)? (?P<n>\d{1,2}"
    r"|[a-zæøå]{2,10})(?=[.,;]| på listen)"
)
"""After a sentence on a list: "Året før var det 31." """
_MORE = re.compile(
    rf"\b(?P<n>\d{{1,2}}|ét|{SEVERAL}) (?:områder )?(?P<way>færre|flere|mindre"
    r"|mere) (?:\w+ )?(?:end|på) (?:(?:på )?(?:listen )?(?:året før|sidste år|et år"
    r"|året forinden|forrige år)|(?:på |den )?(?:forrige|sidste|foregående)(?: års?)?(?: liste)?|sidst)\b",
    re.I,
)
""" "Det er to færre end året før"."""
_ENDS = re.compile(r" ?(?:[.,;)]|$|på landsplan|og\b)")
_GOING = needs(_WENT, _AGAINST, _YEAR_BEFORE)
_DIFFERING = needs(_MORE)


def of_sentence(regimes: Regimes, sentence: Sentence) -> Iterator[Listed]:
    """The numbers that a sentence says a list went from and to."""
    if sentence.holds & _GOING:
        yield from _went(regimes, sentence)


def than_before(regimes: Regimes, sentence: Sentence, counting: Sequence[re.Pattern[str]]) -> Iterator[Listed]:
    """So many more or fewer areas than on the list before, of the one list that this sentence or the one before it names; `counting`
    finds a number of areas."""
    above = regimes.above(sentence)
    for m in _MORE.finditer(sentence.text) if sentence.holds & _DIFFERING else ():
        text = sentence.text[: m.start()]
        if not KIND.search(text) and above:
            text = above.text
        kinds = {kind_of(k[0]) for k in KIND.finditer(text)} - {None}
        value = number_of(m["n"])
        counted = any(words.search(text) for words in (*counting, _WENT))
        if (
            value
            and counted
            and len(kinds) == 1
            and _ENDS.match(sentence.text, m.end())
            and not LOCAL.search(text + sentence.text)
            and sentence.context.mood == "stated"
        ):
            more = value if m["way"].lower() in ("flere", "mere") else -value
            regime = dated(regimes, sentence, m.start())
            yield Listed("list_change", *clause(sentence, m.start(), m.end()), regime, sentence, kinds.pop(), more=more)


def _went(regimes: Regimes, sentence: Sentence) -> Iterator[Listed]:
    """ "steg fra 10 til 12", "8 mod 9 året før": the newest list, and the one before it, or those of the years that are named."""
    text = sentence.text
    if LOCAL.search(text) or NOT_FACT.search(text.replace("faldet fra", "")):
        return
    above = regimes.before(sentence)
    told = [m for m in (_YEAR_BEFORE.match(text),) if m and above and LIST.search(above.text)]
    listed = LIST.search(text) or told or lists_above(regimes, sentence) and sentence.kinds
    if sentence.context.mood == "stated":
        found = list(_steps(regimes, sentence, told))
        yield from found if listed or any(map(published, found)) else ()


def _steps(regimes: Regimes, sentence: Sentence, told: list[re.Match[str]]) -> Iterator[Listed]:
    """The numbers of a change, each of its own list."""
    text, above = sentence.text, regimes.before(sentence)
    several = len(set(YEARS_SAID.findall(text))) > 1
    for m in (*_WENT.finditer(text), *_AGAINST.finditer(text), *told):
        said, regime = m.groupdict(), dated(regimes, sentence, m.start())
        kind = kind_of(_noun(above.text if m in told and above else text, m, m in told))
        if not kind or not regime.first or (several or _SAME_TIME.search(text)) and not said.get("y1"):
            continue
        earlier = before(regime) if said.get("y1") or not (over := _OVER_YEARS.search(text)) else _so_long_before(regime, over)
        later = regimes.own if said.get("y1") and not said.get("y2") else regime
        later = as_of(regime, later)
        for name, year, when in (
            ("n1", said.get("y1"), earlier),
            ("n2", said.get("y2"), later),
            ("n", said.get("year"), before(regime)),
            ("m", None, before(regime)),
        ):
            value = number_of(said[name]) if said.get(name) else None
            when = in_year(regime, int(year)) if year else when
            if value and when and when.first:
                yield Listed("list_count", *clause(sentence, m.start(), m.end()), when, sentence, kind, count=value)


def _noun(text: str, m: re.Match[str], above: bool) -> str:
    """The list whose areas are counted: named after the numbers, else before them with no other number between."""
    if above:
        return noun_before(text, len(text))
    named = [k for k in KIND.finditer(text, 0, m.start()) if m.re is not _WENT or _BETWEEN.fullmatch(text, k.end(), m.start())]
    after = m.groupdict().get("noun") or ""
    return after if kind_of(after) or not named else named[-1][0]


def _so_long_before(regime: Regime, over: re.Match[str]) -> Regime | None:
    """ "På seks år", "siden 2018": the list of that year, or of the next when years are counted; None where they are not told."""
    years = number_of(over["n"]) if over["n"] else None
    if over["n"] in ("et", "ét"):
        return before(regime)
    newest = newest_list(regime.last) if regime.last else None
    year = int(over["year"]) if over["year"] else newest.year - years if newest and years else None
    return replace(in_year(regime, year), last=date(year + 1 if years else year, 12, 31)) if year else None


def before(regime: Regime) -> Regime | None:
    """The list before the one that is spoken of; None when that is not one list."""
    newest = newest_list(regime.last) if regime.last else None
    earlier = newest_list(newest - timedelta(days=1)) if newest else None
    return on_days(regime, earlier, earlier) if earlier else None
