"""Is it the head of a paper of a meeting: whose it was, on what day, and who came?"""

from __future__ import annotations

import re

from extractors.structure import issuer
from extractors.structure.days import first_day
from extractors.structure.header import Zone, meeting_day
from extractors.structure.names import BODY, MUNICIPALITY, SHOUTED
from minutes.days import A_MONTH, A_WEEKDAY

_THERE = r"(?:mødt(?:e|es)?|fremmødte?|deltog|til ?stede|afbud|forfald|fraværende|repræsenteret)"
_CAME = re.compile(
    r"(?:^|(?<=[.:;,] ))(?:(?:(?:Ej|Ikke) )?(?:[Mm]ødte?|[Ff]remmødte?|[Tt]il ?stede(?:værende)?)|Tilstedeværende|Afbud|Fraværende|Forfald"
    r"|Deltog|I mødet deltog|Manglede|Udeblev\w*|Referent|Dirigent|Ordstyrer|Mødeleder|Protokolfører)\b(?! (?:bedes|meldes|meddeles|til)\b)"
    rf"|\b(?:\d{{1,3}}|[Aa]lle|[Ss]amtlige|[Ii]ngen|\w*[Mm]edlemmer(?:ne)?|[Hh]ele \w+(?:et|en))\b[^.:]{{0,80}}\b{_THERE}\b"
    r"|\b(?:var|er|blev) (?:alle )?(?:mødt|fremmødt|til ?stede|beslutningsdygtig\w*|repræsenteret)\b|\bfuldtallig|\bmødtes\b"
    r"|\b(?:ingen|uden|med(?:delt|te)?|meldte?) (?:afbud|forfald)\b|\b(?:førte|fører) (?:protokol|referat)"
    r"|\b[Mm]ødet (?:blev )?(?:åbnet|hævet|sat|begyndte|startede|sluttede)\b", re.M)
"""What a head tells of those who came, or of how the meeting went."""
_SENTENCES = 600
"""Characters of a block of the head in which that stands."""
_TO_MEET = re.compile(r"\bafbud (?:meldes|bedes|meddeles)\b", re.I)
"""What an agenda asks of those who are to come."""
_OF_OLD = re.compile(rf"År \d{{4}},? (?:\w+dag,? )?(?:den|d\.) \d{{1,2}}\. (?:{A_MONTH})\b")
_OTHER_PAPER = re.compile(
    r"(?:\w+ )?(?:\w*vedtægt(?:er)?|forretningsorden|kommissorium|\w*regulativ|bekendtgørelse|lov|cirkulære|overenskomst|kontrakt|\w*aftale"
    r"|program|\w*rapport|notat|redegørelse|\w*beretning|\w*politik|\w*strategi|\w*plan|indstilling|høringssvar|\w*svar|ansøgning|forslag"
    r"|oplæg|invitation|indbydelse|indkaldelse|pressemeddelelse|nyhedsbrev|udtalelse|kære|til(?! ?stede))(?![\w-])"
    r"|.*\b(?:om|mellem|vedrørende|vedr\.)\s(?!.*\b(?:møde|protokol|referat))", re.I)
"""How papers begin whose numbers are chapters, paragraphs, points or hours."""
_PLACE = re.compile(rf"(?i:{A_WEEKDAY}|{A_MONTH})|\b(?:i|på|ved|hos) \w+")
_WORD = re.compile(r"[^\W\d_]+")
_OF_HEAD = re.compile(
    r"den|d|dag|kl|i|af|for|ved|og|fra|til|på|nr|år|klokken|kommunes?|(?:af)?holdt(?:es)?|der|året|samt|med"
    r"|\w*(?:møde|ordinær|protokol|referat|udskrift|beslutning)\w*|(?:første|anden|tredje|fjerde|femte|sjette|syvende|ottende|niende|tiende)")
"""The small words of a head that only names the meeting."""


def came(head: Zone) -> bool:
    """Does the head tell who came to the meeting, or that none stayed away?"""
    return any(_CAME.search(text[:_SENTENCES]) for text in head.blocks if not _TO_MEET.search(text))


def names_meeting(head: Zone) -> bool:
    """Does the head name a body and the day on which it met, and call the paper nothing else?"""
    other = any(_OTHER_PAPER.match(text) for text in head.blocks[:2]) or any(_TO_MEET.search(text) for text in head.blocks)
    return not other and bool(issuer.body(head) and meeting_day(head, True)) and any(map(_only_names, map(_to_day, head.blocks)))


def is_nothing_else(head: Zone) -> bool:
    """Does the paper begin with the name of the body, below that of its municipality if at all, and with the day of the meeting?"""
    own = [text for text in head.blocks[:3] if not MUNICIPALITY.fullmatch(text.title())]
    return bool(own) and (bool(BODY.search(own[0]) or SHOUTED.search(own[0])) and _only_names(own[0])) and names_meeting(head)


def _to_day(text: str) -> str:
    """The sentence of a head that ends with the day, "" where there is none."""
    found = first_day(text)
    if not found and _OF_OLD.match(text):
        return "den"
    return re.split(r"(?<=\w{3}[.:]) ", text[: found.start()])[-1] + " den" if found else ""


def _only_names(text: str) -> bool:
    """Is it nothing but names and the words that a head has of a meeting? A sentence that tells of one has more."""
    rest = _PLACE.sub(" ", SHOUTED.sub(" ", BODY.sub(" ", text)))
    return bool(text) and all(word[0].isupper() or _OF_HEAD.fullmatch(word) for word in _WORD.findall(rest))
