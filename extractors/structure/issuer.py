"""Whose paper it is: the body that met, and its municipality or region. One candidate, or none."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from extractors.layout import Flow
from extractors.structure.days import DAY, day
from extractors.structure.header import MEETING, Zone
from extractors.structure.names import (
    BODY,
    DANISH,
    MUNICIPALITY,
    SHOUTED,
    SHOUTED_PLACE,
    body_name,
    council_of,
    level,
    may_name_body,
    municipalities,
    municipality_of,
)
from minutes.needs import led
from minutes.scan import near

_BODY_LABEL = re.compile(r"(?:Udvalg|Råd|Forum|Mødeforum|UDVALG)\s*:?\s*(?P<value>.*)$", re.S)
_OF_BODY = re.compile(r"\b(?:fra|af|i|til)\s(?=(?:mødet?\si\s)?[A-ZÆØÅ§])")
_ACTS = re.compile(r"\s(?:stemte|besluttede|mener|vedtog|godkendte|drøftede|ønsker|foreslår|indstiller)\b")
_ACTING = re.compile(rf"(?:{BODY.pattern}){_ACTS.pattern}")
_LONGEST_NAME = 250
_COUNCIL = re.compile(r"(?<!\w)(?:byrådet|kommunalbestyrelsen|regionsrådet|amtsrådet|borgerrepræsentationen)s?(?=\s)")
_COMPOUND = re.compile(r"(?<!\w)(\w{2,}(?:råd|udvalg)|\w*bestyrelse)smøde", re.I)
_AROUND = re.compile(
    r"Kommunes?|KOMMUNES?|[\d\s|,.:()_–-]+|Referat|REFERAT|Dagsorden|DAGSORDEN|[Bb]eslutninger|\b(?:[Ss]ide|for|fra|i|af)\b")
_TOWN = r"([A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)*)"
_TOWN_HALL = re.compile(
    rf"(?<![\w-]){_TOWN} [Rr]ådhus\b|(?:[Rr]ådhuset|[Aa]dministrations(?:bygningen|centret)|[Kk]ommunekontoret) i {_TOWN}(?=[,.]|\s*\Z)")
_LETTERHEAD = re.compile(rf"(?:{MUNICIPALITY.pattern}|{SHOUTED_PLACE.pattern})" + r"(?=\s*\Z|\s[^.:]{3,50}?\s\d{4}\s[A-ZÆØÅ])")
"""A block that is a municipality's name and address, wherever in the page: a letter may have it in its margin."""
_SENDER = re.compile(rf"(?:{MUNICIPALITY.pattern})(?=,\s[A-ZÆØÅ\d]|\s[·|•–-]\s)")
"""A municipality's name with its department or the paper's title, at the beginning or the foot of a single page."""
_OF_PLACE = re.compile(
    r"(?:Byrådet|Kommunalbestyrelsen) i (?!\w*(?:sal(?:en)?|lokale\w*|hus(?:et)?|skole|hal(?:len)?|kantinen?)\b)(?!Region|Danmark)"
    r"([A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)*)(?=,|\s*\Z|\sden\s|\s[|·–-]\s)")
"""The council with its place in a head: "Byrådet i Ådal, torsdag den 5. oktober 2006"."""
_GLUED = re.compile(r"^((?:[A-ZÆØÅ] ?){3,}?) ?(K ?O ?M ?M ?U ?N ?E)$")
"""A letter-spaced name whose word break was lost: "NORDBYKOMMUNE"."""
_SPACED = re.compile(r"((?:[A-ZÆØÅ] ){3,}K O M M U N E)(?!\S)")
"""The same with its spaces, and the kind of the paper after it: "N O R D B Y K O M M U N E N O TAT"."""
_ROOM_AT = led(r"\bi ([A-ZÆØÅ][\w-]+ Kommune), (?=[^,.\n]{3,40}\d)")
"""Where a guest meets: "i Ådal Kommune, Torvet 5"."""
_SITE = re.compile(r"(?<![\w@.-])(?:www\.)?([a-zæøå-]+)\.dk(?!\w)")
_REGION = re.compile(r"(?<!\w)(?:Region [A-ZÆØÅ][a-zæøå]+|REGION [A-ZÆØÅ]{4,})(?!\w)")
_COUNTY = re.compile(r"(?:[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)?s? Amt|[A-ZÆØÅ-]{4,} AMT)")
"""One of the counties before 2007, alone in its block."""


_COMPETENT = re.compile(rf"(?:Sagen afgøres (?:i|af)|(?:Beslutningsk|K)ompetence|Hvem beslutter)\s?:?\s(?:{BODY.pattern})")
"""Who decides in the end is not who meets."""


def body(head: Zone) -> str | None:
    """The body whose meeting it is: the labelled one, one alone in a block, or one named with the word for the paper. The administration
    that writes to a body is not it, where that one is named."""
    for i, text in enumerate(head.blocks):
        label = _BODY_LABEL.match(text) if len(text) < 120 else None
        if label:
            value = label["value"].strip() or (head.blocks[i + 1] if i + 1 < len(head.blocks) else "")
            if value and len(value) < 80 and (found := _named(value) or _as_labelled(text, value)):
                return found
    short = [_COMPETENT.sub(" ", t) for t in (*head.blocks, *head.heads) if len(t) < 160]
    found = [name for test in (_alone, _with_word, _dated) for text in short if (name := test(text))]
    named = next((name for name in found if level(name) > 0), found[0] if found else None)
    return named or _issuer(head.blocks[:4]) or _in_lower_case(short) or _of_meeting(short) or _group(short) or _spoken_of(short)


def _named(text: str) -> str | None:
    """The body's name in a text, as the minutes would say it; the administration only where no other is named."""
    for pattern in (BODY, SHOUTED) if may_name_body(text) else ():
        found = list(pattern.finditer(text))
        if match := next((m for m in found if level(m[0]) > 0), found[0] if found else None):
            before = text[: match.start()].rstrip().split(" ")[-1] if text[: match.start()].strip() else ""
            return council_of(match[0]) or _with_place(before, match[0]) or body_name(match[0])
    return None


def _as_labelled(text: str, value: str) -> str | None:
    """A committee by its topic alone, as "Udvalg: Byens Puls (§ 17, stk. 4)" has it."""
    return value.partition(" (")[0].strip() if text.startswith("Udvalg:") and value[0].isupper() and ":" not in value else None


def _in_lower_case(blocks: list[str]) -> str | None:
    """ "Referat til mødet i forretningsudvalget", "mødet i Udvalg for regional udvikling": the one candidate."""
    named = {body_name(m["name"] or m["own"]) for text in blocks for m in _MEETS.finditer(text)}
    return named.pop() if len(named) == 1 else None


_MEETS = re.compile(
    r"\b[Mm]ødet? i (?P<name>[a-zæøå-]{2,}(?:udvalg|råd|nævn|bestyrelse)(?:et|en|n)?|[Uu]dvalg(?:et)? for [a-zæøå][\w ,-]{2,60}?)"
    r"(?=\s(?:den|d\.)\s|,|\s*\Z|\s\w+dag\s)"
    r"|\b(?:[Rr]eferat|[Pp]rotokol|[Dd]agsorden) (?:af|fra|for|til) "
    r"(?P<own>[a-zæøå-]{2,}(?:udvalget|rådet|nævnet|bestyrelsen))s (?:\w+ )?møde\b")


def _with_place(before: str, printed: str) -> str | None:
    """ "Nordvang Integrationsråd" stays as printed."""
    place = before[:1].isupper() and before[1:].islower() and before != "Kommunes"
    if place and re.search(r"råd$", printed) and not MEETING.search(before.lower()):
        return f"{before} {printed}"
    return None


def _alone(text: str) -> str | None:
    """A block that is a body's name, with a place before it or a term after it."""
    match = (BODY.search(text) or SHOUTED.search(text)) if len(text) <= 90 and may_name_body(text) else None
    if not match:
        return None
    if _BOARD.fullmatch(text):
        return body_name(match[0])
    rest = _AROUND.sub(" ", text[: match.start()] + " " + text[match.end():]).split()
    return _named(text) if len(rest) <= 1 and all(w[0].isupper() for w in rest) else None


def _with_word(text: str) -> str | None:
    return _named(text) if MEETING.search(text.lower()) else None


def _dated(text: str) -> str | None:
    return _named(text) if DAY.search(text) else None


def _of_meeting(blocks: list[str]) -> str | None:
    """ "Ekstraordinært Ældrerådsmøde": the body whose meeting a compound names, the one candidate."""
    named = {body_name(m[1].capitalize()) for text in blocks for m in _COMPOUND.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _group(blocks: list[str]) -> str | None:
    """A group that is no committee of the law: "Beslutningsreferat – Styregruppen for Lærkeparken", the one candidate."""
    named = {m[0] for text in blocks if MEETING.search(text.lower()) for m in _GROUP.finditer(text)}
    return named.pop() if len(named) == 1 else None


_GROUP = re.compile(
    r"(?<!\w)(?:[A-ZÆØÅ][a-zæøå-]*)?(?:[Ss]tyre|[Ff]ølge|[Aa]rbejds|[Pp]rojekt|[Kk]oordinations)gruppen"
    r"(?: (?:for|vedrørende) [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)*)?"
)


def _spoken_of(blocks: list[str]) -> str | None:
    """The council in lower case where the head has no other name for it: "alle byrådets 31 medlemmer"."""
    named = {body_name(m[0]) for text in blocks for m in _COUNCIL.finditer(text)}
    return named.pop() if len(named) == 1 else None


def _issuer(blocks: list[str]) -> str | None:
    """ "Anbefalinger ... fra Rådet for Bolig og Naboskab"."""
    for text in blocks:
        for at in _OF_BODY.finditer(text[:300]):
            if match := BODY.match(text, at.end()):
                return body_name(match[0])
    return None


def signatory(head: Zone) -> str | None:
    """Whose statement it is by its title: "Boligforeningen Skoven: Udtalelse om ...", "Høringssvar fra Udsatterådet"."""
    for text in head.blocks[:8]:
        if match := _SIGNED.search(text[:160]):
            name = match["before"] or match["after"]
            return body_name(name) if BODY.fullmatch(name) else name
    board = _BOARD.fullmatch(head.blocks[0]) if head.blocks else None
    return board[0] if board else next((m[0] for text in head.blocks[:4] if (m := _OF_MUNICIPALITY.match(text))), None)


_ORGANISATION = r"[A-ZÆØÅ][\w-]+(?:\s(?:og |i |for )?[A-ZÆØÅ][\w-]+){0,3}"
_BOARD = re.compile(rf"{BODY.pattern}\s(?:ved|på|i|for)\s{_ORGANISATION}")
"""A board with its house, at the top of its own paper: "Skolebestyrelsen ved Ådal Skole"."""
_OF_MUNICIPALITY = re.compile(r"[A-ZÆØÅ][\w-]+ Kommunes [A-ZÆØÅ]\w+råd(?=,|\s*\Z)")
"""A municipality's advisory council, which signs with its whole name."""
_STATED = r"(?:Udtalelse|Høringssvar|Bemærkninger|Henvendelse|Åbent brev|Anbefalinger)"
_SIGNED = re.compile(rf"^(?P<before>{_ORGANISATION}): {_STATED}\b|{_STATED} (?:til {_ORGANISATION} )?fra "
                     rf"(?P<after>{_ORGANISATION})(?=[,:]|\s*\Z|\n|\s(?:om|til|vedr))")


def body_of_day(text: str, meeting: date) -> str | None:
    """The one body that the text names with the day of the meeting: "Byrådet den 23. juni 2020"."""
    beside = ((m[0], DAY.match(text, at.end())) for m in BODY.finditer(text) if (at := _ON.match(text, m.end())))
    found = {body_name(name) for name, said in beside if said and day(said) == meeting}
    return found.pop() if len(found) == 1 else None


_ON = re.compile(r",?\s(?:\w+dag )?(?:den |d\. )?")


def acting_body(text: str) -> str | None:
    """The body that acts in free prose ("Integrationsrådet stemte for"): the one candidate, or none."""
    found = Counter(body_name(re.match(BODY, m[0])[0]) for m in near(_ACTING, _ACTS, text, _LONGEST_NAME, 1))
    named = [name for name in found if level(name) > 0]
    return named[0] if len(named) == 1 else None


def municipality(flow: Flow, head: Zone, local: bool, title: str | None = None) -> str | None:
    """The issuing municipality as "X Kommune"; None when the text names none, or several without a leading one.

    `local` tells that the paper is a council's own (minutes, agenda, proposal): there one mention in the text is enough. In a
    statement a municipality may be an example; only a title counts. `title` is the one that the file carries, and is asked last.
    """
    titles = [_ROOM_AT.sub(" ", t) for t in head.blocks if len(t) < 250 and (local or not t.endswith("."))]
    letterhead = [m[0] for b in flow.blocks if b.end - b.start < 200 and (m := _LETTERHEAD.match(flow.text, b.start, b.end))]
    if not letterhead:
        letterhead = [m[0] for b in (*flow.blocks[:2], *flow.blocks[-2:]) if (m := _SENDER.match(flow.text, b.start, b.end))]
    for texts in (head.heads, titles, letterhead):
        if found := _leading([name for text in texts for name in municipalities(_parted(text))], 1):
            return found
    if seat := _seat(flow, head):
        return seat
    rooms = {m[1] for text in head.blocks for m in _ROOM_AT.finditer(text)}
    if any(_alone(text) in ("Regionsrådet", "Amtsrådet") for text in head.blocks):
        return None  # a region's paper: the municipalities that it names are those of its cases
    named = [name for name in municipalities(flow.text) if name not in rooms]
    sites = {m[1] for text in head.heads for m in _SITE.finditer(text)}
    if len(own := {name for name in named if name.split(" ")[0].lower() in sites}) == 1:
        return own.pop()
    if named:
        return _leading(named, 3) if local or len(named) > 2 else None
    return (_home(flow.text) if local else None) or _leading(municipalities(title or ""), 1)


def _parted(text: str) -> str:
    """A letter-spaced name with its word break again."""
    spaced = _SPACED.match(text)
    return _GLUED.sub(r"\1 \2", spaced[1].replace(" ", "") if spaced else text)


def _leading(names: list[str], ratio: int) -> str | None:
    """The name that stands more than once for every mention of the next, `ratio` times as often; a lone name leads."""
    ranked = Counter(names).most_common(2)
    if not ranked or (len(ranked) > 1 and (ranked[0][1] < ratio * ranked[1][1] or ranked[0][1] == ranked[1][1])):
        return None
    return ranked[0][0]


def _seat(flow: Flow, head: Zone) -> str | None:
    """The region, the council's place, or the municipality whose town hall the meeting was in when the text speaks of the place again."""
    regions = {m[0].title() for text in (*head.heads, *head.blocks) for m in _REGION.finditer(text)}
    regions |= {text.title() for text in head.blocks if _COUNTY.fullmatch(text)}
    if len(regions) == 1:
        return regions.pop()
    councils = {m[1] for text in (*head.heads, *head.blocks) if len(text) < 160 for m in _OF_PLACE.finditer(text)}
    if len(councils) == 1:
        return municipality_of(councils.pop())
    places = {m[1] or m[2] for text in head.blocks for m in _TOWN_HALL.finditer(text)}
    if len(places) == 1 and _named_again(place := places.pop(), flow, head):
        return municipality_of(place)
    return None


def _named_again(place: str, flow: Flow, head: Zone) -> bool:
    """Does the text speak of a place elsewhere than in the lines on the town hall?"""
    name = re.compile(rf"(?<!\w){place}s?(?!\w)")
    on_hall = sum(len(name.findall(text)) for text in head.blocks if _TOWN_HALL.search(text))
    return len(name.findall(flow.text)) > on_hall


def _home(text: str) -> str | None:
    """The one Danish municipality that a council's own minutes speak of, thrice at least, where they nowhere write "X Kommune"."""
    named = Counter(m[1] for m in DANISH.finditer(text))
    return municipality_of(next(iter(named))) if len(named) == 1 and named.total() > 2 else None
