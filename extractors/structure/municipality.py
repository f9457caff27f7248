"""Which municipality or region a paper is of. One candidate, or none."""

from __future__ import annotations

import re
from collections import Counter

from extractors.layout import Flow
from extractors.structure.days import DAY
from extractors.structure.header import Zone
from extractors.structure.issuer import alone
from extractors.structure.names import BODY, DANISH, ELSEWHERE, MUNICIPALITY, SHOUTED_PLACE, municipalities, municipality_of

_TOWN = r"([A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)*)"
_TOWN_HALL = re.compile(
    rf"(?<![\w-]){_TOWN} [Rr]ådhus\b|(?:[Rr]ådhuset|[Aa]dministrations(?:bygningen|centret)|[Kk]ommunekontoret) i {_TOWN}(?=[,.]|\s*\Z)")
_LETTERHEAD = re.compile(rf"(?:{MUNICIPALITY.pattern}|{SHOUTED_PLACE.pattern})" + r"(?=\s*\Z|\s[^.:]{3,50}?\s\d{4}\s[A-ZÆØÅ]"
                         r"|\s[A-ZÆØÅ][^.:\d]{3,60}\s\d{1,3}[A-Z]?\s*\Z)")
"""A block that is a municipality's name and address, wherever in the page: a letter may have it in its margin."""
_SENDER = re.compile(rf"(?:{MUNICIPALITY.pattern})(?=,\s[A-ZÆØÅ\d]|\s[·|•–-]\s)")
"""A municipality's name with its department or the paper's title, at the beginning or the foot of a single page."""
_OF_PLACE = re.compile(
    r"(?:Byrådet|Kommunalbestyrelsen) i (?!\w*(?:sal(?:en)?|lokale\w*|hus(?:et)?|skole|hal(?:len)?|kantinen?)\b)(?!Region|Danmark)"
    r"([A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)*)(?=,|\s*\Z|\sden\s|\s[|·–-]\s)")
"""The council with its place in a head: "Byrådet i Ådal, torsdag den 5. oktober 2006"."""
_RUNNING = re.compile(rf"(?!Referat|Dagsorden|Protokol|Udskrift){_TOWN} [-–|·] (?:[A-ZÆØÅ]{{2,5}}|{BODY.pattern})(?: [-–|·])? "
                      rf"\d{{1,2}}[-./]\d{{1,2}}[-./]\d{{4}}")
"""A place with a committee or its letters and the day, over each page: "Ådal - TMU 06-11-2012"."""
_GLUED = re.compile(r"^((?:[A-ZÆØÅ] ?){3,}?) ?(K ?O ?M ?M ?U ?N ?E)$")
"""A letter-spaced name whose word break was lost: "NORDBYKOMMUNE"."""
_SPACED = re.compile(r"((?:[A-ZÆØÅ] ){3,}K O M M U N E)(?!\S)")
"""The same with its spaces, and the kind of the paper after it: "N O R D B Y K O M M U N E N O TAT"."""
_ROOM_AT = re.compile(r"\bi ([A-ZÆØÅ][\w-]+ Kommune), (?=[A-ZÆØÅ][^,.\n]{2,40}\d)")
"""Where a guest meets: "i Ådal Kommune, Torvet 5"."""
_SITE = re.compile(r"(?<![\w.-])(?:www\.|[\w.-]+@)?([a-zæøå-]+)\.dk(?![\w.])")
"""An address on the web or of mail."""
_REGION = re.compile(r"(?<!\w)(?:Region [A-ZÆØÅ][a-zæøå]+|REGION [A-ZÆØÅ]{4,})(?!\w)")
_NORTH = re.compile(r"(?:^|(?<=[.,] ))(?:Kommune(?:qarfik)? [A-ZÆØÅ][a-zæøå]+|[A-ZÆØÅ]\w+ [Kk]ommun(?:ia|a))(?=\s*\Z|[.,])")
"""A municipality in Greenland or on the Faroes: "Kommune Kujalleq", "Qeqqata Kommunia", "Tórshavnar kommuna"."""
_LOGO = 40
"""Characters of a block that is nothing but the name of the region."""
_COUNTY = re.compile(r"(?:[A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)?s? Amt|[A-ZÆØÅ-]{4,} AMT)(?=\s*\Z|,? (?i:amtsråd))")
"""One of the counties before 2007, alone in its block or above its council."""


def find(flow: Flow, head: Zone, local: bool, title: str | None = None, body: str | None = None) -> str | None:
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
    regional = any(alone(text) in ("Regionsrådet", "Amtsrådet") for text in head.blocks)
    if seat := _seat(flow, head, local and not regional):
        return seat
    rooms = {m[1] for text in head.blocks for m in _ROOM_AT.finditer(text)}
    if regional:
        return None  # a region's paper: the municipalities that it names are those of its cases
    named = [name for name in municipalities(flow.text) if name not in rooms]
    edges = [flow.text[b.start : b.end] for b in (*flow.blocks[:6], *flow.blocks[-2:])]
    sites = {m[1] for text in (*head.heads, *edges) for m in _SITE.finditer(text)}
    if len(own := {name for name in named if _in_address(name) & sites}) == 1:
        return own.pop()
    if named:
        return _leading(named, 3) if local or len(named) > 2 else None
    return (_home(flow.text) or _of_site(flow.text, sites, body) if local else None) or _leading(municipalities(title or ""), 1)


def _in_address(name: str) -> set[str]:
    """How the place of a municipality may be written in an address: "ørsnæs", "oersnaes"."""
    place = name.rpartition(" ")[0].lower().replace(" ", "-")
    return {place, place.translate(_PLAIN)}


_PLAIN = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def _of_site(text: str, sites: set[str], body: str | None) -> str | None:
    """The municipality of a council or one of its committees by the one address at the paper's edges, which all its addresses share."""
    if len(sites) != 1 or {m[1] for m in _SITE.finditer(text)} != sites or not re.search("udvalget$|^Byrådet$|^Kommunalbest", body or ""):
        return None
    place = next(iter(sites))
    plain = len(place) > 3 and not re.search(r"ae|oe|aa|-|kommune|region|mail|bolig|forening", place)
    return municipality_of(place.title()) if plain else None


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


def _seat(flow: Flow, head: Zone, local: bool) -> str | None:
    """The region, the council's place, or the municipality whose town hall the meeting was in, where it met at home or the text speaks of
    the place again. `local`: the paper is one of a municipality's bodies."""
    regions = {m[0].title() for text in (*head.heads, *head.blocks) for m in _REGION.finditer(text)}
    regions |= {said.title() for b in flow.blocks if b.end - b.start < _LOGO and _REGION.fullmatch(said := flow.text[b.start : b.end])}
    regions |= {m[0] for text in (*head.heads, *head.blocks) for m in _NORTH.finditer(text)}
    regions |= {m[0].title() for text in (*head.heads, *head.blocks) if (m := _COUNTY.match(text))}
    if len(regions) == 1:
        return regions.pop()
    councils = {m[1] for text in (*head.heads, *head.blocks) if len(text) < 160 for m in _OF_PLACE.finditer(text)}
    if local and not councils:
        councils = {m[1] for text in (*head.heads, *head.blocks, *(s.quote for s in flow.furniture)) if (m := _RUNNING.match(text.strip()))}
    if len(councils) == 1:
        return municipality_of(councils.pop())
    halls = {m[1] or m[2]: text for text in head.blocks for m in _TOWN_HALL.finditer(text)}
    for place, text in halls.items() if len(halls) == 1 else ():
        own = local and (_LETTER_OF_HALL.fullmatch(text) and text == head.blocks[0] or _meets_at_home(text))
        if own and place not in ELSEWHERE or _named_again(place, flow, head):
            return municipality_of(place)
    return None


_PLACE_LABEL = re.compile(r"^(?:Mødested|Sted|Mødelokale|Lokale): ")


def _meets_at_home(text: str) -> bool:
    """Is a town hall told as to those who work there, by a room or as the whole letterhead? Guests are told the street."""
    beside = DAY.sub(" ", _TOWN_HALL.sub(" ", _PLACE_LABEL.sub("", text))).strip(" ,.·|–-")
    return not _STREET.search(text) and (not beside or bool(_ROOM.search(beside)))


_STREET = re.compile(r"[A-ZÆØÅ][\w. ]*(?:vej|gade|stræde|torv|allé|alle|plads|vænge|boulevard)(?:et|en)? \d", re.I)
_LETTER_OF_HALL = re.compile(rf"{_TOWN} Rådhus(?:,| ·)? {_STREET.pattern}\w*(?:,? \d{{4}} {_TOWN})?")
"""The whole letterhead: "Nordby Rådhus, Torvegade 1"."""
_ROOM = re.compile(r"lokale|værelse|sal(?:en)?\b|kantine|\bstue|kontor", re.I)


def _named_again(place: str, flow: Flow, head: Zone) -> bool:
    """Does the text speak of a place elsewhere than in the lines on the town hall?"""
    name = re.compile(rf"(?<!\w){place}s?(?!\w)")
    on_hall = sum(len(name.findall(text)) for text in head.blocks if _TOWN_HALL.search(text))
    return len(name.findall(flow.text)) > on_hall


def _home(text: str) -> str | None:
    """The one Danish municipality that a council's own minutes speak of, thrice at least, where they nowhere write "X Kommune"."""
    named = Counter(m[1] for m in DANISH.finditer(text))
    return municipality_of(next(iter(named))) if len(named) == 1 and named.total() > 2 else None
