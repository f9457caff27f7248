"""How the number of areas on a list is said to have changed: "steg fra 10 til 12", "to færre end året før"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

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
    newest_list,
    noun_before,
    number_of,
    published,
)
from extractors.rules.regimes import KIND, Regime, Regimes, Sentence
from extractors.rules.rule import clause
from minutes.needs import needs

_FROM_TO = re.compile(
    r"(?:antallet af (?P<noun>[\wæøå ]{4,40}?)|liste\w*)[^.;\d]{0,60}? fra (?P<n1>\d{1,3})(?: områder)? i (?P<y1>20\d\d) til "
    r"(?P<n2>\d{1,3})(?: områder)? i (?P<y2>20\d\d)",
    re.I,
)
_WENT = re.compile(
    rf"\b(?:(?:antallet af|liste\w* over) )?(?P<noun>{AREAS}(?:ne)?)\b[^.;\d]{{0,60}}? fra (?P<n1>\d{{1,2}}"
    rf"|[a-zæøå]{{2,10}}) til (?:nu |kun )?"
    r"(?P<n2>\d{1,2}|[a-zæøå]{2,10})\b(?!\.\d| ?%| (?!områder|på|i|ifølge|den|ved|da|områder)[a-z])",
    re.I,
)
"""How many there were on the list before and how many there are: "steg fra 10 til 12". """
_AGAINST = re.compile(r"\bmod (?P<n>\d{1,3}|[a-zæøå]{2,10}) (?:områder )?(?:året før|sidste år|på (?:sidste|forrige) (?:års )?liste)", re.I)
_YEAR_BEFORE = re.compile(
    r"^\W*(?:Året før|Sidste år|I (?P<year>20\d\d))(?: på listen)? (?:var|stod|lå) (?:der|det|tallet|antallet)(?: på)? (?P<n>\d{1,2}"
    r"|[a-zæøå]{2,10})(?=[.,;]| på listen)"
)
"""After a sentence on a list: "Året før var det 31." """
_MORE = re.compile(
    r"\b(?P<n>\d{1,2}|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|[a-z]+ten) (?:områder )?(?P<way>færre|flere|mindre"
    r"|mere) (?:\w+ )?(?:end|på) (?:(?:på )?(?:listen )?(?:året før|sidste år|et år"
    r"|året forinden|forrige år)|(?:på |den )?(?:forrige|sidste|foregående)(?: års?)?(?: liste)?|sidst)\b",
    re.I,
)
""" "Det er to færre end året før"."""
_ENDS = re.compile(r" ?(?:[.,;)]|$|på landsplan|og\b)")
_CHANGING, _GOING = needs(_FROM_TO), needs(_WENT, _AGAINST, _YEAR_BEFORE)
_DIFFERING = needs(_MORE)


def of_sentence(regimes: Regimes, sentence: Sentence) -> Iterator[Listed]:
    """The numbers that a sentence says a list went from and to."""
    if sentence.holds & _CHANGING:
        yield from _changes(regimes, sentence)
    if sentence.holds & _GOING:
        yield from _went(regimes, sentence)


def than_before(regimes: Regimes, sentence: Sentence, counting: Sequence[re.Pattern[str]]) -> Iterator[Listed]:
    """So many more or fewer areas than on the list before, of the one list that this sentence or the one before it names; `counting`
    finds a number of areas."""
    above = regimes.before(sentence)
    for m in _MORE.finditer(sentence.text) if sentence.holds & _DIFFERING else ():
        text = sentence.text[: m.start()]
        if not KIND.search(text) and above and above.block is sentence.block:
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


def _changes(regimes: Regimes, sentence: Sentence) -> Iterator[Listed]:
    """ "Antallet af ghettoområder faldt fra 28 i 2019 til 15 i 2020"."""
    for m in _FROM_TO.finditer(sentence.text):
        if LOCAL.search(sentence.text) or not (LIST.search(sentence.text) or lists_above(regimes, sentence)):
            continue
        kind = kind_of(m["noun"] or "") or regimes.at(sentence.start + m.start()).kind
        for count, year in (("n1", "y1"), ("n2", "y2")):
            found = date(int(m[year]), 1, 1), date(int(m[year]), 12, 31)
            regime = replace(regimes.at(sentence.start + m.start()), first=found[0], last=found[1], dated="sentence")
            yield Listed("list_count", *clause(sentence, m.start(), m.end()), regime, sentence, kind, count=int(m[count]))


def _went(regimes: Regimes, sentence: Sentence) -> Iterator[Listed]:
    """ "steg fra 10 til 12", "8 mod 9 året før": the newest list, and the one before it."""
    text = sentence.text
    if (
        LOCAL.search(text)
        or NOT_FACT.search(text.replace("faldet fra", ""))
        or YEARS_SAID.search(text)
        and len(set(YEARS_SAID.findall(text))) > 1
    ):
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
    for m in (*_WENT.finditer(text), *_AGAINST.finditer(text), *told):
        regime = dated(regimes, sentence, m.start())
        noun = (
            m["noun"]
            if "noun" in m.re.groupindex
            else noun_before(text if m not in told else above.text if above else "", m.start() or 999)
        )
        kind = kind_of(noun)
        if not kind or not regime.first:
            continue
        for name, when in (("n2", regime), ("n1", _before(regime)), ("n", _before(regime))):
            value = number_of(m[name]) if name in m.re.groupindex else None
            if year := "year" in m.re.groupindex and m["year"]:
                when = replace(regime, first=date(int(year), 1, 1), last=date(int(year), 12, 31), dated="sentence", since=False)
            if value and when:
                yield Listed("list_count", *clause(sentence, m.start(), m.end()), when, sentence, kind, count=value)


def _before(regime: Regime) -> Regime | None:
    """The list before the one that is spoken of; None when that is not one list."""
    newest = newest_list(regime.last) if regime.last else None
    earlier = newest_list(newest - timedelta(days=1)) if newest else None
    return replace(regime, first=earlier, last=earlier, dated="sentence", since=False) if earlier else None
