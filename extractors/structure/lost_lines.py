"""The line ends that a text layer has lost, where a page comes as one line: before and after headings, before labels and items.

Words that hardly stand with a capital inside a sentence ("Sagsfremstilling") are headings anywhere, others only behind a sentence.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from extractors.structure.days import DAY
from extractors.structure.names import BODY
from extractors.structure.roles import ROLES
from minutes.abbreviations import NEXT_SENTENCE
from minutes.days import A_MONTH

SHORTEST = 300
"""Characters of a line that may be a page."""
_SURE = (
    r"Sagsfremstilling|Sagsbeskrivelse|Sagsresum[eé]|Resum[eé]|Sagens kerne|Beslutningstema|Administrativ indstilling|Administrationens "
    r"indstilling|Forvaltningens indstilling|Økonomiske konsekvenser|Lovgrundlag|Retsgrundlag|Beslutningskompetence|Sagsforløb|"
    r"Indholdsfortegnelse|Underskriftsside|Underskriftsblad|Problemstilling|Beslutningspunkter|Videre proces"
)
_OUTCOME = (
    r"(?:Godkendt|Enstemmigt|Vedtaget|Tiltrådt|Tiltrædes|Udsat|Anbefale[st]|Anbefalet|Drøftet|Taget til|Til (?:efterretning|orientering)|"
    r"Afvist|Forkastet|Oversendt|Oversendes|Indstillingen|Indstilles|Udgår|Ingen|Intet|Orientering|Sagen|Ad|At|Udvalget|Rådet|Byrådet)"
)
_BEHIND = (
    r"Indledning|Anledning|Baggrund|Historik|Redegørelse|Vurdering|Løsning|Økonomi|Personale|Høring|Kommunikation|Tidsplan|"
    r"Kompetence|Indstilling|Beslutning|Sagsgang|Konsekvenser|Effekt|Mindretalsudtalelse|Protokolbemærkning"
)
_SHOUTED = "|".join(sorted((h.upper() for h in ROLES if len(h) > 5 and h.isalpha()), key=len, reverse=True))
_PUTS = r"(?:(?:[A-ZÆØÅ][\w-]+ ){1,4}?(?:indstiller|anbefaler|foreslår)|Det (?:indstilles|foreslås))\b"
_HEADING = re.compile(
    rf"(?<=\S )(?:(?:{_SHOUTED}):?(?= )(?! [A-ZÆØÅ]{{3}})|(?:{_SURE}):?(?= [A-ZÆØÅ\d\"•-])"
    rf"|Beslutning(?:er)?:?(?= (?!{BODY.pattern}(?:,| den| \d)){_OUTCOME}\b)|Indstilling:?(?= {_PUTS})"
    rf"|(?:(?<=[.:!?)”\"\d] )|(?<=(?:ben|ket) sag ))(?:{_BEHIND})(?::| (?!{BODY.pattern})(?=[A-ZÆØÅ]))|Bilag:?(?= Bilag 1: ))"
)
_LABEL = re.compile(
    r"(?<=\S )(?:(?:Sags(?:nr|nummer|id|initialer)|Dok\.?\s?nr|J\.?\s?nr|Journalnr|Acadre sagsnr|Initialer|Mødedato|Mødetid(?:spunkt)?|"
    r"Mødested|Mødelokale|Starttidspunkt|Sluttidspunkt|Tidspunkt|Deltagere|Medlemmer|Mødedeltagere|Afbud|Fraværende|Ikke til stede|"
    r"Til ?stede)\.?\s?:|Sags?(?:nr\.?|nummer)? (?=\d{2,4}[./-]\d)|Bilag \d{1,2}: (?=[A-ZÆØÅ])|(?:Åben|Lukket) sag(?= ))"
)
_EARLIER = re.compile(rf"(?<=[.:)] )(?:{BODY.pattern}),? (?:den |d\. )?{DAY.pattern},? (?:pkt\.|punkt) \d{{1,3}}:?")
_ITEM = re.compile(
    r"(?<=\S )(?<!den )(?<!nr\. )(?<!pkt\. )(?<!kl\. )(?<!og )(?<!til )(?:(?P<word>Punkt|Pkt\.|Dagsordenspunkt|Sag nr\.) )?\d{1,3}"
    rf"(?(word)[.:]?|\.) (?!(?:{A_MONTH})\b)(?=[A-ZÆØÅ\"])"
)
_TITLE = 220


def line_starts(text: str, start: int, end: int) -> list[int]:
    """Where lines begin between two offsets of a text that is one line there; [] for an ordinary paragraph."""
    headings = [m.span() for form in (_HEADING, _EARLIER) for m in form.finditer(text, start, end)]
    if len(headings) < 2:
        return []
    firm = sorted({at for span in headings for at in span} | {m.start() for m in _LABEL.finditer(text, start, end)} | {end})
    items = [m.start() for m in _ITEM.finditer(text, start, end)]
    return sorted({*firm[:-1], *_titles(text, items, firm), *_numbered_below(text, start, end)})


def _numbered_below(text: str, start: int, end: int) -> Iterator[int]:
    """ "Godkendt. Salg af grund Sag nr. 113 / ...": where such a title begins, its number, and what follows."""
    for number in _BELOW.finditer(text, start, end):
        if last := list(_AFTER.finditer(text, max(number.start() - _TITLE, start), number.start())):
            yield from (last[-1].end(), number.start(), number.end())


_BELOW = re.compile(r"(?<=\S )Sag nr\. \d{1,4}(?! [A-ZÆØÅ\"])(?: /)?(?= )")
_AFTER = re.compile(r"[.!?)]”? (?=[A-ZÆØÅ])")


def _titles(text: str, items: list[int], firm: list[int]) -> Iterator[int]:
    """The numbers behind a sentence that lead to a heading or a label with no sentence in between; those of a list of annexes do not."""
    for at in items:
        i = bisect_right(firm, at)
        below, above = firm[min(i, len(firm) - 1)], firm[i - 1] if i else 0
        title = _ITEM.match(text, at)
        ended = _ENDED.search(text, max(at - 24, 0), at)
        short = title and len("1. ab") < below - title.end() + 3 <= _TITLE and not NEXT_SENTENCE.search(text, at, below)
        if ended and short and "ilag" not in text[above:at]:
            yield at


_ENDED = re.compile(r"(?:[.:!?)”\"]|(?<!\S)[A-ZÆØÅ\d]\S*|\b(?:ingen|sag)) \Z")


