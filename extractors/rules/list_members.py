"""Which listed areas a text says stood on a published list, or did not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.rules.list_words import LIST, NOT_FACT, Listed, dated, lists_above, part, sentences
from extractors.rules.met_words import NUMBER, number
from extractors.rules.moods import ONCE
from extractors.rules.regime import on_days
from extractors.rules.regimes import Regime, Regimes, Sentence
from extractors.rules.rule import clause
from extractors.rules.spans_said import span
from minutes.criteria import Criteria, Match

_AFTER_ON = re.compile(
    r"\b(?:sto[d]|stå[r]|stået|er|var|figurere\w*|optræd\w*|blev|været|kom|kommet|optaget|fandtes|findes|udpeget|kategoriseret|betegnes"
    r"|regnes|blandt|finder|ses)\b",
    re.I,
)
_OFF = re.compile(
    r"\b(?:ikke(?!-)|aldrig|hverken|udgå(?:et|r|ede)?|udgik|udgår|forlod|forladt|slap af|sluppet af|af (?:ghetto)?listen"
    r"|(?:g(?:ik|ået|år)|gled(?:et)?|røg(?:et)?|ryger|faldt|faldet) (?:ud|af)|kom(?:met)? af|strøget|slettet|forsvundet|forsvandt|taget af"
    r"|væk(?: fra)?|fjernet|ude af|ude igen|(?:er|nu|atter|igen) ude|streget|ikke længere)\b",
    re.I,
)
_NEW = re.compile(r"\b(?:kom til|kommet til|kom på|ny(?:t|e)? på|nye på|tilføjet|kom med|optaget)\b", re.I)
_CAME = re.compile(r"\b(?:tilføjet|kom (?:til|på|med)|kommet (?:til|på)|optaget|nye? på)\b", re.I)
_UNLIKE = re.compile(r"\b(?:i modsætning til|til forskel fra|i forhold til|sammenlignet med|ligesom|ulig) $", re.I)
_AMONG = r"blandt (?:dem|disse|de (?:\d+|[a-zæøå]+(?= (?:er|var|finder|ses)\b)|[a-zæøå]+ områder))"
_STANDING = re.compile(
    r"listen?\b|\bliste\w*|parallelsamfund|ghetto(?:område(?:r|rne)?)?\b|omdannelsesområde|forebyggelsesområde|udsat boligområde"
    rf"|udsatte boligområder|{_AMONG}|\bkom til\b|\bvæk\b",
    re.I,
)
_NOT_SINCE = re.compile(
    r"\b(?:ikke|aldrig) siden (?:været|stået|optrådt|kommet)|\bsiden ikke (?:været|stået|optrådt|kommet)|\bikke (?:har )?(?:været"
    r"|stået|kommet) på"
    r" den siden",
    re.I,
)
""" "Gled ud af listen i 2020 og har ikke siden været på den"."""
_NAMELY = re.compile(r"\bhar (?:\w+ ){0,5}på (?:\w+ ){0,3}\w*liste\w*|liste\w*[^;]{0,60}?(?:, nemlig|: | nemlig)", re.I)
""" "Har tre områder på listen, nemlig …"."""
_IT = re.compile(
    r"\W*(?:Området|Bebyggelsen|Boligområdet|Afdelingen|Det|Den) (?:var|er|stod|står|har|kom|røg|gled|blev|figurere[rd]e?|optræder)\b"
)
_PLACE = re.compile(r"(?: i [A-ZÆØÅ][\wæøå-]+)?")
_ASIDE = re.compile(r"(?: i [A-ZÆØÅ][\wæøå-]+)?, (?:der|som) [^,;]*?(?:liste|ghetto|parallelsamfund)[^,;]*(?:, |[.;]|$)", re.I)
""" "Erfaringer fra Skovby, der røg af listen i 2015, viser …"."""
_STILL = re.compile(
    r" og (?:stod|var|er|står|lå)(?: \w+){0,2}? (?:fortsat|stadig|igen|også)(?: \w+){0,3}? (?P<when>(?:i|pr\.|fra|den) [^,;.]*?20[0-3]\d)",
    re.I,
)
_LABEL = re.compile(
    r"[-–•*\s]*(?:(?P<off>ude|udgået|udgåede|gået ud|ikke længere|strøget|væk|ikke med|forladt listen|røget af)"
    r"|ny(?:e|t)?|fortsat|stadig|tilbage|med|kommet til|tilføjet|på listen|gengangere)\b[^:.;]{0,50}:",
    re.I,
)
"""What stands before the names: "Ude: Finlandsparken". """


def find(regimes: Regimes, criteria: Criteria) -> Iterator[Listed]:
    """Every listed area that is said to stand on a list or not, in order."""
    for sentence in sentences(regimes):
        yield from _members(regimes, sentence, criteria)


def _members(regimes: Regimes, sentence: Sentence, criteria: Criteria) -> Iterator[Listed]:
    text = sentence.text
    named = list(criteria.names_in(text))
    if not named and _IT.match(text):
        yield from _it(regimes, sentence, criteria)
    for hit, match in named:
        low, high = part(text, hit.start())
        if past := ONCE.search(text, hit.end(), high):
            yield from _told(regimes, sentence, named, hit, match, low, past.end())
            if _PLACE.fullmatch(text, hit.end(), past.start()) and past.end() < high:
                told = _told(regimes, _without(sentence, past), named, hit, match, low, high)
                yield from (replace(said, now=True) for said in told)
        elif aside := _ASIDE.match(text, hit.end()):
            yield from _told(regimes, sentence, named, hit, match, hit.start(), aside.end())
        else:
            yield from _told(regimes, sentence, named, hit, match, low, high)


def _without(sentence: Sentence, aside: re.Match[str]) -> Sentence:
    """The sentence with blanks for an aside."""
    blank = " " * len(aside[0])
    return replace(sentence, text=sentence.text[: aside.start()] + blank + sentence.text[aside.end() :])


def _told(
    regimes: Regimes, sentence: Sentence, named: list[tuple[re.Match[str], Match]], hit: re.Match[str], match: Match, low: int, high: int
) -> Iterator[Listed]:
    """What `low` to `high` of a sentence says of one of the areas that it names."""
    text, piece = sentence.text, sentence.text[low:high]
    if (
        NOT_FACT.search(piece)
        or _UNLIKE.search(text[: hit.start()])
        or _OFF.search(piece)
        and _CAME.search(piece)
        or sentence.context.mood in ("proposal", "own")
        or sentence.block.kind in ("heading", "row")
    ):
        return
    regime = dated(regimes, sentence, hit.start())
    if _NOT_SINCE.search(piece) and regime.first and regimes.today:
        regime = replace(regime, last=regimes.today, since=True)
    alone = not re.sub(r"[-–•*\d.\s,()]|i [A-ZÆØÅ]\w+|\w+ Kommune", "", piece.replace(hit.group(), "")).strip(match.area.municipality)
    label = _LABEL.match(text)
    if label and label.end() <= hit.start() and (LIST.search(text) or lists_above(regimes, sentence)):
        yield _member(sentence, hit, match, regime, not label["off"], False, hit.start(), hit.end() + len(match.area.municipality) + 3)
    elif alone and sentence.block.kind in ("point", "row") and regime.dated == "passage" and lists_above(regimes, sentence):
        yield _member(sentence, hit, match, regime, True, False, low, high)
    elif _says_standing(piece) or _points_back(regimes, sentence, piece):
        after = piece[hit.end() - low :] + " " + piece[: hit.start() - low]
        said = _member(sentence, hit, match, regime, not _OFF.search(after), bool(_NEW.search(piece)), low, high)
        here = [m.area.name for h, m in named if low <= h.start() < high]
        yield replace(said, whole=len(here)) if _all_told(regimes, sentence, len(here)) else said
        yield from _still(regimes, said)


def _it(regimes: Regimes, sentence: Sentence, criteria: Criteria) -> Iterator[Listed]:
    """ "Området var også på listen": the one area of the sentence before."""
    above = regimes.above(sentence)
    named = list(criteria.names_in(above.text)) if above else []
    high = part(sentence.text, 1)[1]
    piece = sentence.text[:high]
    if len(named) == 1 and _says_standing(piece) and not NOT_FACT.search(piece) and sentence.context.mood not in ("proposal", "own"):
        ((hit, match),) = named
        yield _member(sentence, hit, match, dated(regimes, sentence, 0), not _OFF.search(piece), False, 0, high)


def _still(regimes: Regimes, said: Listed) -> Iterator[Listed]:
    """ "… og stod der fortsat i december 2019": the same of a later list."""
    m = _STILL.search(said.sentence.text, said.start - said.sentence.start)
    found = span(m["when"], regimes.today) if m else None
    if m and found and said.on and m.start() < said.end - said.sentence.start:
        yield replace(said, regime=on_days(said.regime, *found[:2]), new=False)


def _all_told(regimes: Regimes, sentence: Sentence, names: int) -> bool:
    """Does the sentence or the one before it say that there are so many areas as are named?"""
    above = regimes.above(sentence)
    said = (above.text if above else "") + " " + sentence.text
    return names > 1 and any(number(m["n"]) == names for m in _SO_MANY.finditer(said))


_SO_MANY = re.compile(rf"(?<![\w.,])(?P<n>{NUMBER}) (?:\w+ )?(?:bolig)?områder\b", re.I)


def _says_standing(piece: str) -> bool:
    return bool(
        _STANDING.search(piece) and (_AFTER_ON.search(piece) or _NAMELY.search(piece)) or _OFF.search(piece) and _STANDING.search(piece)
    )


def _points_back(regimes: Regimes, sentence: Sentence, piece: str) -> bool:
    """ "Vollsmose var blandt dem", "Karlebo kom til i 2018": after a sentence about a list."""
    if not re.search(
        rf"\b(?:{_AMONG}|det samme (?:er|var|gælder|gør|gjorde)|(?:er|var) det|drejer det sig om|gælder(?: det)?|nemlig"
        r"|de tilbageværende|er (?:alene )?tilbage"
        r"|kom til|kommet til|er væk|med på listen|er kommet af|stadig på|på den(?=[.;]|$)|g(?:ik|ået|år) ud)\b"
        r"|\b(?:er|var)\b[^.;,]{0,120}\bmed(?: begge gange| igen| fortsat)?(?=[.;,]|$)",
        piece,
        re.I,
    ):
        return False
    return bool(LIST.search(sentence.text)) or lists_above(regimes, sentence)


def _member(sentence: Sentence, hit: re.Match[str], match: Match, regime: Regime, on: bool, new: bool, low: int, high: int) -> Listed:
    kind = next((k for place, k in sentence.kinds if low <= place - sentence.start < high), None)
    start, end = sentence.start + low, sentence.start + len(sentence.text[:high].rstrip(" ,;"))
    if end - start > 280:
        start, end = clause(sentence, hit.start(), hit.end())
    return Listed("list_member", start, end, regime, sentence, kind, match=match, name=hit.group(), on=on, new=new)
