"""The headings of an item by their words: which part of the case follows, and whose decision.

The words decide, not the template: a heading stands alone in a block, before a colon, or glued to its text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extractors.structure.days import OF_THE_YEAR, day, first_day, of_the_year
from extractors.structure.names import BODY, LOWER, SHORT, SHOUTED, bodies, body_name, council_of, may_name_body, named_by
from extractors.structure.roles import ROLES
from minutes.days import A_WEEKDAY
from minutes.needs import led

_BESIDE = re.compile(rf"({'|'.join(sorted((h.capitalize() for h in ROLES if h.isalpha()), key=len, reverse=True))}) (?=[A-ZÆØÅ\d][\wæøå ])")
"""A heading in a column of its own, its text to the right of it: they are one line of the running text."""
_GLUED = re.compile(
    r"(Beslutninger|Beslutning|Sagsfremstilling|Sagsbeskrivelse|Sagsresumé|Resumé|Resume|Indstilling|Administrativ indstilling|Lovgrundlag|"
    r"Økonomiske konsekvenser|Økonomi|Baggrund|Bilag|Historik|Høring|Fraværende|Kompetence|Beslutningstema|Sagens kerne)"
    r"(?=[A-ZÆØÅ][a-zæøå])"
)
_AT_ONCE = re.compile(
    r"Beslutning(?:er)? (?=(?:Godkendt|Vedtaget|Tiltrådt|Udsat|Anbefale[st]|Anbefalet|Drøftet|Taget til|Til efterretning|Afvist|Forkastet|"
    r"Tilbagesendes|Fremsendes|Oversendt|Indstillingen|[Aa]d\.? ?\d)\b)|(?:Besluttet|Beslutning|Vedtagelse) [–-] (?=[A-ZÆØÅ])")
_SPACED = re.compile(r"(?:\w ){3,}(?:\w\w? )*\w(?:  +(?:\w ){1,}\w)*|(?:[A-ZÆØÅ]{1,2} ){4,}[A-ZÆØÅ]{1,2}")
_PAATEGNING = re.compile(r"[A-ZÆØÅ][\w ]{2,40}s påtegning")
_INDSTILLING_FRA = re.compile(r"(?:indstilling|forslag|beslutningsforslag) fra (?:(?! om ).){3,80}", re.I)
_FILLERS = re.compile(
    r"offentlig|der skal udfyldes|hvis punktet er lukket|"
    r"beslutning(?:er|en)?|indstilling|vedtagelse|anbefaling|behandling|påtegning|erklæring|truffet|endelig|afgørelse|dagsordenspunkt"
    r"|dagsordenens|møde[rt]?s?|"
    r"byrådsmødet|udvalgsmødet|magistratsmødet|punkt(?:nummer)?|pkt|sag(?:en)?|nr|kl|den|det|dens|sit|af|fra|på|ved|under|som|i|d|"
    r"rådgivende|midlertidige|særlige|fælles|(?:ekstra)?ordinært|konstituerende|"
    rf"{A_WEEKDAY}|\d+(?:[.:]\d+)?|[^\w]+", re.I)
_PRIOR = re.compile(
    r"(?P<body>(?!(?:På|Ved|I|Efter|Under|Til|Fra|Jf|Som|Siden|Før|Den|Det|Af|Med)\b)[A-ZÆØÅ§][^.:;\d\n]{3,70}?),?\s+(?:den\s|d\.\s?)?$")
_PLACE = re.compile(r"(?<=\s)(?!Møde|Ordinært|Ekstraordinært)[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)*\s\Z")
"""A place right before its council: "Beslutning fra Nordby Byråd"."""
_WHOSE_PLACE = re.compile(r"[A-ZÆØÅ][\w-]+s")
_LOCAL = re.compile(r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){0,2}")
"""The place of a body that is not the council: "Havnebyens Lokaludvalgs beslutning på mødet den 4. maj 2009", "Vesterby Lokaludvalgs"."""
_LOWER_TOPIC = re.compile(r"\b(?:[Uu]dvalg(?:et)?|Rådet|Nævnet) for [a-zæøå][\w ,-]{3,60}?(?=,? den \d|,? \d)")
_LOWER_BODY = re.compile(r"\b(?:fra|i|af) ((?:[a-zæøå]+-(?:, | og ))*(?:[a-zæøå]+|teknisk )udvalg(?:et)?)(?![a-zæøå])")
"""A committee without a capital: "indstilling fra miljø- og planudvalget, 3. september 2012"."""
_POINT = re.compile(r"^[,;\s]*(?:pkt|punkt|sag)\.?\s?(?:nr\.?\s?)?\d+\s*[:.]?", re.I)
_ACTS = led(r",? (?:indstill|anbefal|beslutt|vedt[ao]g|godkend|tiltr[åa]d|udsæt|udsat)(?:er|ede|te|ner)?\b")
"""What a body did on a day, in the order of a protocol: "Socialudvalget den 4. februar 2003 indstiller"."""
_RUNS_ON = re.compile(r"(?<=\d{4}) (?!Sag|Punkt|Pkt|Bilag|Dok|Kl\b|Nr\b)(?=[A-ZÆØÅ](?:[^.]|\.(?=\S))*\.(?:\s|$))")
_WHOSE_DAY = re.compile(rf"(?:Beslutning(?:er)?,? (?:(?:i|fra|af) )?)?(?:{BODY.pattern}),? (?:den |d\. ?)?")
""" "Byrådet, 18.12.2018 Ida Holm var fraværende. Godkendt.": a body and a day, and the sentences of its decision right behind them."""
_POINTED = re.compile(r"pkt|punkt|sag")
"""A heading with text below it ends with a colon or with "pkt. N"."""
_MEETINGS = led(r"(byråds|udvalgs|kommunalbestyrelses|magistrats|direktions)møde(?:t|r)?", re.I)
_SAID = led(r"beslutning|(?<=\w)(?:et|en|s)s (?:indstilling|vedtagelse|afgørelse|behandling|anbefaling|påtegning|erklæring)\b")
"""What a heading with a day calls the decision, in lower case: "Økonomiudvalgets indstilling den 18. maj 2009"."""
_RULED = ("afgørelse", "vedtagelse", "konklusion", "kendelse", "stillingtagen")
_WHOSE_RULING = re.compile(
    r"(?P<body>[A-ZÆØÅ](?:\w*(?:dvalg|åd)et|\w+bestyrelsen|\w+repræsentationen)|Bestyrelsen|Nævnet|Kommissionen|Magistraten|\w*synet"
    rf"|Repræsentantskabet|Forsamlingen|Mødet|Synet)s (?:{'|'.join(_RULED)})")
"""Whose decision follows: "Nævnets afgørelse"; another authority's is no part of the meeting."""
_SAYS_DECISION = re.compile(
    r"(?:(?:politisk|fælles|sagens) )?(?:beslutning(?:en)?|afgørelsen?|vedtagelsen?|konklusion(?:en)?)(?: og begrundelse)?|protokollat"
    r"|(?:referat|drøftelser?|behandling|debat|kommentarer|konklusion)(?: og |/)(?:beslutning(?:er)?|konklusion|afgørelse)")
_TELLS_DECISION = re.compile(
    r"(?:det|der|vi|udvalget|rådet|bestyrelsen|nævnet|mødet) (?:(?:besluttede|vedtog|aftalte|(?:beslutted|vedtog|aftalt)es)"
    r"|blev (?:besluttet|vedtaget|aftalt)|traf)(?: følgende)?(?: beslutning)?|(?:besluttet|vedtaget|aftalt)")
"""How a heading tells that the decision follows, in a noun or in a sentence that a colon leaves open: "Udvalget vedtog:"."""
_SO_IT_ACTED = re.compile(
    r"(?:(?:Sådan|Følgende) (?:besluttede|vedtog|aftalte|afgjorde)|(?P<it>(?:Det|Dette) (?:besluttede|vedtog|aftalte|afgjorde))) "
    r"(?:vi|man|mødet|\w*(?:udvalget|råde?t|bestyrelsen|nævnet|kommissionen|repræsentationen|synet))(?:[.:](?=\s|$)|$)")
""" "Sådan besluttede udvalget.", "Det vedtog vi:", before the decision or above it."""
LEADS = re.compile(
    r"(?:Indstilling om|Det (?:foreslås|indstilles)|[A-ZÆØÅ][\w ,.&-]{2,80}? indstiller(?: (?:til|over for) [^,:.]{3,90})?)"
    r"(?:[,:]\s*(?:(?:at|1\.|[-–•])\s|$)|$)")
"""Words that lead to points where no heading does: "Direktionen indstiller,", "Indstilling om, at ..."."""
_CLOSED_UP = {words.replace(" ", ""): role for words, role in ROLES.items()}
"""The roles by their words without spaces: wide-set capitals come apart anywhere, "BESLUTN ING"."""
LONGEST = 160
"""No heading is longer, in characters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading found at the beginning of a block; `length` characters of the block belong to it, the rest is text."""

    role: str
    length: int
    body: str | None = None
    date: date | None = None
    earlier: bool = False
    """It quotes another meeting: "Teknik- og Miljøudvalget, 10. september 2019, pkt. 65"."""


@lru_cache(maxsize=1000)
def plain(text: str) -> str:
    """A heading's words in lower case, letter-spacing undone, without final colon or full stop."""
    text = text.strip()
    if " " in text[1:3] and _SPACED.fullmatch(text):
        text = " ".join(word.replace(" ", "") for word in re.split(" {2,}", text))
    return " ".join(text.lower().split()).strip(" :.-–")


def beside(texts: Iterable[str]) -> bool:
    """Do the headings of a document stand beside their text? Two different ones, one of them the decision, or four must
    begin blocks so, or three decisions."""
    found = [match[1] for text in texts if (match := _BESIDE.match(text))]
    return "Beslutning" in found and (len(set(found)) > 1 or len(found) > 2) or len(set(found)) > 3


def heading(text: str, columns: bool = False) -> Heading | None:
    """The heading that a block is or begins with; None for ordinary text. `columns`: headings stand beside their text."""
    return _heading(text, columns)  # both always, for the same text is remembered as the same


@lru_cache(maxsize=1000)
def _heading(text: str, columns: bool) -> Heading | None:
    first = text[:LONGEST]
    whole = plain(text) if len(text) <= LONGEST else ""
    if role := ROLES.get(whole) or (text.isupper() and _CLOSED_UP.get(whole.replace(" ", ""))):
        return Heading(role, len(text))
    if _SAYS_DECISION.fullmatch(whole) or text.endswith(":") and _TELLS_DECISION.fullmatch(whole):
        return Heading("decision", len(text))
    acted = _SO_IT_ACTED.match(first)
    if acted and not (acted["it"] and acted[0].endswith(".") and acted.end() < len(text)):
        return Heading("decision", acted.end())
    if " fra " in whole and _INDSTILLING_FRA.fullmatch(whole) and (text.isupper() or text.endswith(":") or "magistrat" in whole):
        return Heading("recommendation", len(text))
    if whole.endswith(_RULED) and (whose := _WHOSE_RULING.fullmatch(text.strip(" :."))):
        return Heading("decision", len(text), body_name(whose["body"]) if BODY.fullmatch(whose["body"]) else None)
    if whole.endswith("påtegning") and _PAATEGNING.fullmatch(text.strip(" :.")):
        return Heading("endorsement", len(text))
    found = _ruling(first) or _decision(text, first) or _inline(first) or glued(first) or _at_once(first)
    if not found and columns and (match := _BESIDE.match(first)):
        return Heading(ROLES[plain(match[1])], match.end())
    if found or len(text) >= _LONGEST_ODD or not _ODD_CAPITALS.search(text):
        return found
    odd = heading(text.capitalize())
    return odd if odd and (odd.length == len(text) or text[0].isupper()) else None


_ODD_CAPITALS, _LONGEST_ODD = re.compile(r"[a-zæøå][A-ZÆØÅ]|^[a-zæøå]"), 60
""" "RegionsRådets beslutning", "socialudvalget 3. maj 2008": small capitals that the print tells from small letters by their size alone."""


def in_row(text: str) -> Heading | None:
    """The first of two cells that names an earlier meeting, beside what it decided: "Økonomiudvalget 21-09-2021, pkt. 203 | Anbefales." """
    cell, _, said = text.partition("\t")
    if not said or "\t" in said or not _POINTED.search(cell) or not (found := heading(cell)):
        return None
    return Heading("decision", len(cell) + 1, found.body, found.date, True) if found.earlier and found.body and found.date else None


def log_columns(text: str) -> tuple[int, int, int] | None:
    """Which cells below a row such as "Behandlet i | Dato | Beslutning" hold the body, the day and what was decided."""
    cells = [plain(cell) for cell in text.split("\t")] if text.count("\t") > 1 and "dato" in text.lower() else []
    found = [[i for i, cell in enumerate(cells) if words.fullmatch(cell)] for words in _LOG]
    return (found[0][0], found[1][0], found[2][0]) if all(len(columns) == 1 for columns in found) else None


_LOG = [re.compile(words) for words in (
    r"behandle(?:t|s) i|behandling i|(?:behandlende|politisk) (?:udvalg|forum|organ|behandling)|udvalg(?:/råd)?|råd|organ|instans|forum",
    r"(?:møde)?dato", r"beslutning(?:er)?|vedtagelse|afgørelse|resultat|konklusion|udfald")]


def logged(text: str, columns: tuple[int, int, int]) -> Heading | None:
    """A row below that: "Socialudvalget | 03.05.2004 | Sagen udsattes."; the text begins behind `length`."""
    cells = text.split("\t")
    if len(cells) <= max(columns):
        return None
    body, day_of, said = (cells[i] for i in columns)
    who, found = bodies(body), first_day(day_of)
    length = sum(len(cell) + 1 for cell in cells[: columns[2]])
    return Heading("decision", length, who[0], day(found), True) if len(who) == 1 and found and said.strip() else None


def chapter(text: str) -> Heading | None:
    """The same with a number, in a paper whose chapters are numbered: "8. Indstilling"."""
    number = CHAPTER.match(text)
    role = ROLES.get(plain(text[number.end() :])) if number and len(text) < LONGEST else None
    return Heading(role, len(text)) if role else None


CHAPTER = re.compile(r"\d{1,2}(?:\.\d)?\.?\s+(?=[A-ZÆØÅ])")


def _ruling(first: str) -> Heading | None:
    """ "Nævnets afgørelse: Klageren får medhold." """
    colon = first.find(":", 0, _WHOSE_LONGEST)
    whose = _WHOSE_RULING.fullmatch(first[:colon]) if colon > 0 else None
    return Heading("decision", colon + 1, body_name(whose["body"]) if whose and BODY.fullmatch(whose["body"]) else None) if whose else None


_WHOSE_LONGEST = 50


def _inline(first: str) -> Heading | None:
    """ "Kompetence: Byrådet", "Beslutning: Godkendt." """
    colon = first.find(":")
    if 0 < colon < 60 and (role := ROLES.get(plain(first[:colon]))):
        return Heading(role, colon + 1)
    return None


def _at_once(first: str) -> Heading | None:
    """ "Beslutning Godkendt.": the outcome in the line of its heading."""
    found = _AT_ONCE.match(first)
    return Heading("decision", found.end()) if found else None


def glued(first: str) -> Heading | None:
    """ "BeslutningGodkendt." """
    found = _GLUED.match(first)
    return Heading(ROLES[plain(found[0])], found.end()) if found else None


def _decision(text: str, first: str) -> Heading | None:
    """ "Beslutning i Børneudvalget den 26-03-2019:", "BYRÅDETS BESLUTNING", "Økonomiudvalget, 14. juni 2022, pkt. 102: Anbefales." """
    if acted := _BODY_SAID.match(first):
        council = council_of(acted["body"])
        return Heading("decision", acted.end("body") + 1, council or body_name(acted["body"]), earlier=not council)
    long = len(text) > LONGEST and ":" not in first and not _POINTED.search(first.lower())
    if long and not _ACTS.search(first) and not _RUNS_ON.search(first):
        return None
    found = (first_day(first) or OF_THE_YEAR.search(first)) if _DIGIT.search(first) else None
    if found and 0 <= first.find(": ") < found.start():
        found = None  # what is decided has a day: "Beslutning: Udsat til den 4. maj 2022"
    said = bool(_SAID.search(first[: found.start() + 60].lower())) if found else "beslutning" in first[:80].lower()
    if not said and not found:
        return None
    end = _end(text, first, found)
    if end is None:
        return None
    label = text[:end]
    ends = label.rstrip().endswith(":") or end == len(text) or found and (
        _POINT.search(label[found.end():]) or _ACTS.match(text, end) or _RUNS_ON.match(text, end))
    if not said and not ends:
        return None
    who = _who(label, found)
    if not said and not who:
        return None
    place = label[: who[1]].strip() if who and found and (said or label.rstrip().endswith(":")) else ""
    whose = who and (_WHOSE_PLACE.fullmatch(place) or _LOCAL.fullmatch(place) and label.startswith("s beslutning", who[2] - 1))
    letters = _ITS_LETTERS.match(label, who[2]) if who else None
    if who and letters:
        who = who[0], who[1], letters.end()
    cut = _cut(label, (who[0], 0, who[2]) if who and whose else who, found)
    if _FILLERS.sub("", cut):
        return None
    when = (of_the_year if found.re is OF_THE_YEAR else day)(found) if found else None
    return Heading("decision", end, who[0] if who else None, when, earlier=not said)


_DIGIT = re.compile(r"\d")
_ITS_LETTERS = re.compile(r" \([A-ZÆØÅ]{2,6}\)")
""" "Beslutning i Økonomiudvalget (ØK) den 4. maj 2021": what a body is called for short, behind its name."""
_BODY_SAID = re.compile(
    r"(?P<body>(?:[A-ZÆØÅ]\w+ )?(?:[Bb]yrådet|[Kk]ommunalbestyrelsen|[Bb]orgerrepræsentationen|[Rr]egionsrådet)"
    r"|(?:[A-ZÆØÅ][\w-]+,? (?:og |& )?){0,3}[A-ZÆØÅ][\wæøå-]*udvalget): "
    r"(?!at\b|\d)(?![^.:;]*\bhar ikke )[^:;\n]{0,80}?"
    r"\b(?:godkend(?:t|es)|vedt[ao]g\w*|tiltr(?:ådt|ådte|ædes)|efterretning|uds(?:at|ættes|atte)|anbefal\w+|afvist|forkastet|drøftet"
    r"|bevilget|valgt\w*|afslået|bifaldt|indstilles|oversend\w+|tilbagesend\w+)\b", re.I)
"""What a body decided behind its name alone: "Byrådet: Socialudvalgets indstilling vedtaget."; a committee mostly before the meeting."""


def _end(text: str, first: str, found: re.Match[str] | None) -> int | None:
    """Where a decision's heading ends: at its colon, after "pkt. N", or with the block."""
    start = found.end() if found else 0
    point = _POINT.match(first[start:])
    if found and point:
        return start + point.end()
    if found and (_ACTS.match(first, start) or _RUNS_ON.match(text, start) and _WHOSE_DAY.fullmatch(first, 0, found.start())):
        return start
    colon = first.find(":", start)
    if colon >= 0 and (not found or colon - start < 40):
        return colon + 1
    return len(text) if len(text) <= LONGEST else None


_WHOSE = {"byråds": "Byrådet", "kommunalbestyrelses": "Kommunalbestyrelsen", "magistrats": "Magistraten",
          "direktions": "Direktionen"}


def _who(label: str, found: re.Match[str] | None) -> tuple[str, int, int] | None:
    for pattern in (BODY, LOWER, SHOUTED) if may_name_body(label) else ():
        if match := pattern.search(label):
            council = council_of(match[0])
            place = _PLACE.search(label, 0, match.start()) if council else None
            return council or named_by(match), place.start() if place else match.start(), match.end()
    if found and (match := _LOWER_TOPIC.search(label)):
        return match[0], match.start(), match.end()
    if found and (match := _LOWER_BODY.search(label)):
        return body_name(match[1]), match.start(1), match.end(1)
    if found and (match := SHORT.match(label)):
        return body_name(match[0]), match.start(), match.end()
    if match := _MEETINGS.search(label):
        return (name, match.start(), match.end()) if (name := _WHOSE.get(match[1].lower())) else None
    if found and _POINT.match(label[found.end():]) and (match := _PRIOR.match(label[: found.start()])):
        name = re.sub(r"^Beslutning(?:er)? (?:fra|i|af) ", "", match["body"]).strip(" ,")
        return name, match.start("body"), match.end("body")
    return None


def _cut(label: str, who: tuple[str, int, int] | None, found: re.Match[str] | None) -> str:
    spans = sorted([s for s in ((who[1], who[2]) if who else None, found.span() if found else None) if s], reverse=True)
    for start, stop in spans:
        label = label[:start] + " " + label[stop:]
    return label
