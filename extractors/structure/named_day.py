"""The day in a head that only names a meeting, with no sentence that tells of one: "Nordby Brandvæsen, onsdag den 31. maj 2017"."""

from __future__ import annotations

import re
from datetime import date

from extractors.structure.days import day, first_day
from extractors.structure.houses import opens_with_body
from extractors.structure.names import BODY, SHOUTED, may_name_body
from minutes.days import A_MONTH, A_WEEKDAY

OF_OLD = re.compile(rf"År (?P<year>\d{{4}}),? (?:\w+dag,? )?(?:den|d\.) (?P<day>\d{{1,2}}\. (?:{A_MONTH}))\b")
"""How a protocol of old begins: "År 2010, den 20. maj kl. 17.00 holdt Hegnsynet forretning"."""
_PLACE = re.compile(rf"(?i:{A_WEEKDAY}|{A_MONTH})|\b(?:i|på|ved|hos) \w+")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL = re.compile(
    r"den|d|dag|kl|i|af|for|ved|og|fra|til|på|nr|år|klokken|kommunes?|(?:af)?holdt(?:es)?|der|året|samt|med|mellem|fandt|sted|blev"
    r"|havde|mødtes|samledes|bestyrelsen?s?|udvalget|rådet|nævnet"
    r"|\w*(?:møde|ordinær|protokol|referat|udskrift|beslutning)\w*"
    r"|første|anden|andet|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende")
"""The small words of a head that only names the meeting."""
_OF_MEETING = re.compile(rf"{A_WEEKDAY}|møde", re.I)
_DONE = re.compile(
    r"(?:Forelagt|Forelægges|Vedtaget|Godkendt|Behandle[ts]|Udarbejdet|Afgivet|Foreslået|(?:Frem|Ind|Ud)?[Ss]endt|Modtaget|Udgivet"
    r"|Underskrevet|Revideret|Opdateret|Gældende)\b")
"""What was done with a paper on its day."""
_FILED = re.compile(r"(?:\w*sag\w*|j|journal|dok|side|tlf)\.?(?: ?nr)?[.:]? *$", re.I)
"""What a number belongs to that only looks like a day."""
_TOP = 4
"""Blocks at the beginning of a paper that say whose it is and of what day."""


def names_day(blocks: list[str]) -> bool:
    """Does one of the first blocks name a day so?"""
    return any(OF_OLD.match(text) or _named(text) for text in blocks[:_TOP])


def one_day(blocks: list[str]) -> date | None:
    """The day that they name so with its weekday, the body or the word "møde", or below the name of the body; if it is but one."""
    opens = any(map(opens_with_body, blocks[:2]))
    named = [(text, m) for text in blocks[:_TOP] if (m := _named(text))]
    found = {day(m) for text, m in named if opens or _OF_MEETING.search(text) or may_name_body(text)}
    return found.pop() if len(found) == 1 else None


def _named(text: str) -> re.Match[str] | None:
    """The day of a text, if nothing but names stands before it in its sentence."""
    found = first_day(text)
    before = text[: found.start()] if found else ""
    return found if found and not _FILED.search(before) and _only_names(re.split(r"(?<=\w{3}[.:]) ", before)[-1]) else None


def _only_names(text: str) -> bool:
    if _DONE.match(text):
        return False
    rest = _PLACE.sub(" ", SHOUTED.sub(" ", BODY.sub(" ", text)))
    return all(word[0].isupper() or _SMALL.fullmatch(word) for word in _WORD.findall(rest))
