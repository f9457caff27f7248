"""Is it the head of a paper of a meeting: whose it was, on what day, and who came?"""

from __future__ import annotations

import re

from extractors.structure import issuer
from extractors.structure.header import Zone, labels_day, meeting_day
from extractors.structure.houses import opens_with_body
from extractors.structure.named_day import names_day
from extractors.structure.names import PERSON

_THERE = r"(?:mødt(?:e|es)?|(?:givet|gav) møde|fremmødte?|deltog|til ?stede|repræsenteret|om bordet)"
_AWAY = r"(?:afbud|forfald|fraværende|bortrejst|syge?|syge?meldt|undskyldt)"
_CAME = re.compile(
    r"(?:^|(?<=[.:;,] ))(?:(?:(?:Ej|Ikke) )?(?:[Mm]ødte?|[Ff]remmødte?|[Tt]il ?stede(?:værende)?)|Tilstedeværende|Fremmøde|Afbud|Fraværende"
    r"|Forfald|(?:Møde)?[Dd]eltag(?:ere|ende)(?=:)|Deltog|I mødet deltog|Manglede|Udeblev\w*|Referent|Dirigent|Ordstyrer|Mødeleder"
    r"|Protokolfører)\b(?! (?:bedes|meldes|meddeles|til)\b)"
    rf"|\b(?:\d{{1,3}}|[Aa]lle|[Ss]amtlige|[Ii]ngen|\w*[Mm]edlemmer(?:ne)?|[Hh]ele \w+(?:et|en))\b[^.:]{{0,80}}\b(?:{_THERE}|{_AWAY})\b"
    rf"|\b(?:var|er|blev) (?:alle |også )?(?:{_THERE}|{_AWAY}|beslutningsdygtig\w*)\b"
    r"|\b(?:alle|medlemmer) (?:var )?kommet\b|\b[Ff]uldtallig|\bmødtes\b|\bstemmeberettigede\b"
    r"|\b(?:ingen|uden|havde|med(?:delt|te)?|meldte?) (?:afbud|forfald)\b|\b(?:førte|fører) (?:protokol|referat)"
    r"|\b[Mm]ødet (?:blev )?(?:åbnet|indled(?:t|et)|hævet|sat|begyndte|startede|sluttede)\b"
    r"|\b(?:kom|gik|forlod mødet) (?:først )?kl\. \d", re.M)
"""What a head tells of those who came, or of how the meeting went."""
_WAS_THERE = re.compile(rf"(?<![Ii]kke )\b(?i:{_THERE})\b")
_GATHERED = re.compile(r"\b(?:[Aa]fdelings|[Bb]eboer|[Åå]rs|[Rr]epræsentantskabs)møde(?:t|r)?\b|\b[Gg]eneralforsamling(?:en)?\b")
"""A meeting of all that has no other name."""
_NAME = rf"{PERSON}(?: \([A-ZÆØÅ]{{1,3}}\)| \([a-zæøå]+\))?"
_LISTED = re.compile(
    rf"(?:{_NAME}, ){{2}}(?:{_NAME}, )*{_NAME}|\b\d{{1,3}} (?:ud )?af (?:de |\w+ets )?\d{{1,3}}\b")
"""Those who came by their names or how many they were, in the first lines of a paper that names a meeting."""
_TOP = 5
_SENTENCES = 600
"""Characters of a block of the head in which that stands."""
_TO_MEET = re.compile(r"\bafbud (?:meldes|bedes|meddeles)\b", re.I)
"""What an agenda asks of those who are to come."""
_OTHER_PAPER = re.compile(
    r"(?:\w+ )?(?:\w*vedtægt(?:er)?|forretningsorden|kommissorium|\w*regulativ|bekendtgørelse|lov|cirkulære|overenskomst|kontrakt|\w*aftale"
    r"|program|\w*rapport|notat|redegørelse|\w*beretning|\w*politik|\w*strategi|\w*plan|indstilling|høringssvar|\w*svar|ansøgning|forslag"
    r"|oplæg|invitation|indbydelse|indkaldelse|pressemeddelelse|nyhedsbrev|udtalelse|kære|til(?! ?stede))(?![\w-])", re.I)
"""How papers begin whose numbers are chapters, paragraphs, points or hours."""
_TOPIC = re.compile(r"[^.:\d]*\b(?:om|mellem|vedrørende|vedr\.)\s(?!.*\b(?:møde|protokol|referat))", re.I)
"""A title that tells what the paper is about, where the name of a body does not begin it."""


def came(head: Zone) -> bool:
    """Does the head tell who came to the meeting, or that none stayed away?"""
    told = [_in_small(text[:_SENTENCES]) for text in head.blocks if not _TO_MEET.search(text)]
    return any(_CAME.search(text) for text in told) or any(_LISTED.search(text) for text in told[:_TOP])


def _in_small(text: str) -> str:
    """A text in capitals as it would else be written."""
    return re.sub(r"(?:^|(?<=[.:] ))\w", lambda m: m[0].upper(), text.lower()) if text.isupper() else text


def names_meeting(head: Zone) -> bool:
    """Does the head name a body and the day on which it met, and call the paper nothing else?"""
    titles = head.blocks[:2]
    other = any(_OTHER_PAPER.match(text) or _TOPIC.match(text) and not opens_with_body(text) for text in titles)
    other = other or any(_TO_MEET.search(text) for text in head.blocks)
    whose = issuer.body(head) or any(_GATHERED.search(text) for text in head.blocks[:2])
    return not other and bool(whose and meeting_day(head, True)) and (names_day(head.blocks) or labels_day(head))


def was_there(head: Zone) -> bool:
    """Does the head tell who was there, and not only who had called off, as agendas do?"""
    return any(_WAS_THERE.search(text[:_SENTENCES]) for text in head.blocks[:_TOP])
