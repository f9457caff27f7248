"""The head of a document: what it is, whose, of which day. What the text does not say stays None."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date

from extractors.days import DAY, day
from extractors.items import CASE
from extractors.layout import Block, Flow
from extractors.names import BODY, DANISH, SHOUTED, bodies, body_name, council_of, level, municipalities

_DATE_LABEL = re.compile(r"(?:Mødedato|Dato for mødet?|Dato|Mødetidspunkt|Mødetid|Starttidspunkt(?: for møde)?|STARTTIDSPUNKT|Tidspunkt|"
                         r"Tid|MØDE)\s*:?\s*(?=\S|$)")
_PLACE_LABEL = re.compile(r"(?:Mødested|Mødelokale|Lokale|Lokation|Sted|STED|MØDESTED)\s*:?\s*(?P<value>.*)$", re.S)
_BODY_LABEL = re.compile(r"(?:Udvalg|Råd|Forum|Mødeforum|UDVALG)\s*:?\s*(?P<value>.*)$", re.S)
_TIME = re.compile(r"(?:kl\.?\s?)?(?<!\d)([01]?\d|2[0-3])\s?[:.]\s?([0-5]\d)(?![\d.])|kl\.?\s?([01]?\d|2[0-3])(?!\d)", re.I)
_MEETING = re.compile(
    r"referat|dagsorden|protokol|udskrift|\bmøde|(?:tema|byråds|udvalgs|råds|bestyrelses)møde|(?:1|2|første|anden)\.? behandling i|"
    r"samling", re.I)
_MINUTES = re.compile(r"(?:godkendt |åben |tillægs)?(?:referat|beslutningsprotokol|protokol|udskrift)|beslutninger fra mødet|dagsorden "
                      r"med beslutninger", re.I)
_AGENDA = re.compile(r"(?:åben |tillægs)?dagsorden", re.I)
_STATEMENT = re.compile(r"anbefalinger|høringssvar|udtalelse|åbent brev|henvendelse fra|kommentarer til|bemærkninger til", re.I)
_PROPOSAL = re.compile(r"forslag\b|indstilling|oplæg til|ansøgning om", re.I)
_OF_BODY = re.compile(r"\b(?:fra|af|i|til)\s(?=(?:mødet?\si\s)?[A-ZÆØÅ§])")
_OWN_MEETING = re.compile(r"(?:vedtaget|godkendt|behandlet|tiltrådt) på (?:rådets|udvalgets|bestyrelsens|byrådets|et|sit|vores) \w*møde "
                          r"\w* ?(?:den )?", re.I)
_ACTING = re.compile(rf"(?:{BODY.pattern})\s(?:stemte|besluttede|mener|vedtog|godkendte|drøftede|ønsker|foreslår|indstiller)\b")
_BULLET = re.compile(r"[•▪◦‣·●–-]\s")


@dataclass(slots=True)
class Zone:
    """The blocks before the first item, and the running heads."""

    blocks: list[str]
    heads: list[str]


@dataclass(slots=True)
class Meeting:
    """Body, day, time and place as the head says them."""

    body: str | None = None
    day: date | None = None
    time: str | None = None
    place: str | None = None


def zone(flow: Flow, pieces: list[Block], first_item: int | None) -> Zone:
    """The head's blocks: those before the first item (an offset), or the first dozen of a paper without items."""
    blocks, size = [], 0
    for block in pieces:
        if (first_item is not None and block.start >= first_item) or len(blocks) >= (60 if first_item is not None else 12):
            break
        blocks.append(flow.text[block.start : block.end])
        size += block.end - block.start
        if size > 4000:
            break
    return Zone(blocks, list(dict.fromkeys(" ".join(s.quote.split()) for s in flow.furniture)))


def meeting(head: Zone, held: bool) -> Meeting:
    """The meeting that the head states. A day alone is a meeting's in minutes, agendas and slides (`held`), in a letter it is the letter's."""
    return Meeting(_body(head), _day(head, held), _labelled_time(head), _place(head))


def _day(head: Zone, held: bool) -> date | None:
    return _labelled_day(head.blocks, held) or _said_day(head.blocks) or _lone_day([*head.heads, *head.blocks], held)


def _labelled_day(blocks: list[str], held: bool) -> date | None:
    """ "Mødedato: Onsdag den 22. juni 2022", also with the value in the next block or two. A bare "Dato:" may be the paper's own."""
    for i, text in enumerate(blocks):
        label = _DATE_LABEL.match(text)
        if not label or len(text) > 200 or not (held or label[0].startswith(("Møde", "Dato for", "Start"))):
            continue
        for value in (text[label.end():], *blocks[i + 1 : i + 3]):
            found = DAY.search(value[:80])
            if found and len(value) < 120:
                return day(found)
    return None


def _said_day(blocks: list[str]) -> date | None:
    """ "Referat af møde i Byrådet den 3. maj 2022", in one block or in two short ones."""
    for i, text in enumerate(blocks):
        said = _MEETING.search(text[:200])
        if not said:
            continue
        found = DAY.search(text[:300], said.start()) or DAY.search(text[: said.start()])
        if found and abs(found.start() - said.end()) < 120:
            return day(found)
        following = blocks[i + 1] if i + 1 < len(blocks) and len(text) < 120 else ""
        if len(following) < 60 and (found := DAY.search(following)):
            return day(found)
    return None


def _lone_day(texts: list[str], held: bool) -> date | None:
    """A day beside a body's name and nothing much else: "Økonomiudvalget 01-10-2018"; or alone in a short head."""
    for text in texts:
        found = DAY.search(text) if len(text) < 120 else None
        if found and len(_BESIDE.sub("", text[: found.start()] + " " + text[found.end():])) < 3 and (held or bodies(text)):
            return day(found)
    return None


_BESIDE = re.compile(
    rf"{BODY.pattern}|{SHOUTED.pattern}|(?:man|tirs|ons|tors|fre|lør|søn)dag|\b(?:den|d|kl|referat|dagsorden|fra|til|i|af|side|kommune|"
    rf"møde[t]?)\b|[A-ZÆØÅ]\w+ [Kk]ommune|[\d\W_]+", re.I)


def _labelled_time(head: Zone) -> str | None:
    for text in head.blocks:
        if len(text) < 200 and (_DATE_LABEL.match(text) or _MEETING.search(text) or "kl." in text.lower() or DAY.search(text)) and (found := _TIME.search(DAY.sub(" ", text))):
            return f"{int(found[1] or found[3]):02d}:{found[2] or '00'}"
    return None


def _place(head: Zone) -> str | None:
    for i, text in enumerate(head.blocks):
        label = _PLACE_LABEL.match(text) if len(text) < 160 else None
        if label:
            value = label["value"].strip() or (head.blocks[i + 1] if i + 1 < len(head.blocks) else "")
            return value.strip(" .") or None
    return None


def _body(head: Zone) -> str | None:
    """The body whose meeting it is: the labelled one, one alone in a block, or one named with the word for the paper."""
    for i, text in enumerate(head.blocks):
        label = _BODY_LABEL.match(text) if len(text) < 120 else None
        if label:
            value = label["value"].strip() or (head.blocks[i + 1] if i + 1 < len(head.blocks) else "")
            if value and len(value) < 80 and (found := _named(value)):
                return found
    short = [t for t in (*head.blocks, *head.heads) if len(t) < 160]
    for test in (_alone, _with_word, _dated):
        for text in short:
            if found := test(text):
                return found
    return _issuer(head.blocks[:4]) or _spoken_of(short)


def _named(text: str) -> str | None:
    """The body's name in a text, as the minutes would say it."""
    for pattern in (BODY, SHOUTED):
        if match := pattern.search(text):
            before = text[: match.start()].rstrip().split(" ")[-1] if text[: match.start()].strip() else ""
            return council_of(match[0]) or _with_place(before, match[0]) or body_name(match[0])
    return None


def _with_place(before: str, printed: str) -> str | None:
    """ "Nordvang Integrationsråd" stays as printed."""
    if before[:1].isupper() and before[1:].islower() and re.search(r"råd$", printed) and not _MEETING.search(before):
        return f"{before} {printed}"
    return None


def _alone(text: str) -> str | None:
    """A block that is a body's name, with a place before it or a term after it."""
    match = BODY.search(text) or SHOUTED.search(text)
    if not match or len(text) > 90:
        return None
    rest = re.sub(r"Kommune|KOMMUNE|[\d\s|,.:()_–-]+|Referat|REFERAT|Dagsorden|DAGSORDEN|for|"
                  r"fra", " ", text[: match.start()] + " " + text[match.end():]).split()
    return _named(text) if len(rest) <= 1 and all(w[0].isupper() for w in rest) else None


def _with_word(text: str) -> str | None:
    return _named(text) if _MEETING.search(text) else None


def _dated(text: str) -> str | None:
    return _named(text) if DAY.search(text) else None


def _spoken_of(blocks: list[str]) -> str | None:
    """The council in lower case where the head has no other name for it: "alle byrådets 31 medlemmer"."""
    named = {body_name(m[0]) for text in blocks for m in _COUNCIL.finditer(text)}
    return named.pop() if len(named) == 1 else None


_COUNCIL = re.compile(r"(?<!\w)(?:byrådet|kommunalbestyrelsen|regionsrådet|borgerrepræsentationen)s?(?=\s)")


def _issuer(blocks: list[str]) -> str | None:
    """ "Anbefalinger ... fra Rådet for Bolig og Naboskab"."""
    for text in blocks:
        for at in _OF_BODY.finditer(text[:300]):
            if match := BODY.match(text, at.end()):
                return body_name(match[0])
    return None


def acting_body(text: str) -> str | None:
    """The body that acts in free prose ("Integrationsrådet stemte for"): the one candidate, or none."""
    found = Counter(body_name(re.match(BODY, m[0])[0]) for m in _ACTING.finditer(text))
    named = [name for name in found if level(name) > 0]
    return named[0] if len(named) == 1 else None


def own_meeting_day(text: str) -> date | None:
    """ "Anbefalingerne er vedtaget på rådets møde torsdag den 3. oktober 2019"."""
    for said in _OWN_MEETING.finditer(text):
        if found := DAY.match(text, said.end()):
            return day(found)
    return None


def municipality(flow: Flow, head: Zone, local: bool) -> str | None:
    """The municipality that issues the paper: one named in the head, or the one that the text names; never one of several.

    `local` tells that the paper is a council's own (minutes, agenda, proposal), where one mention is enough.
    """
    for texts in (head.heads, [t for t in head.blocks if len(t) < 250 and (local or not t.endswith("."))]):
        named = Counter(name for text in texts for name in municipalities(text))
        if len(named) == 1 or (named and named.most_common(2)[0][1] > named.most_common(2)[-1][1]):
            return named.most_common(1)[0][0]
    if seat := _seat(flow, head):
        return seat
    named = Counter(municipalities(flow.text))
    if not named:
        return _spoken_place(flow.text) if local else None
    ranked = named.most_common(2)
    enough = ranked[0][1] >= (1 if local else 3)
    return ranked[0][0] if enough and (len(ranked) == 1 or ranked[0][1] >= 3 * ranked[1][1]) else None


def _spoken_place(text: str) -> str | None:
    """The one Danish municipality that a council's own minutes speak of, thrice at least, where they nowhere write "X Kommune"."""
    named = Counter(m[1] for m in DANISH.finditer(text))
    return f"{next(iter(named))} Kommune" if len(named) == 1 and named.total() > 2 else None


_TOWN_HALL = re.compile(r"(?<![\w-])([A-ZÆØÅ][a-zæøå]+(?:-[A-ZÆØÅ][a-zæøå]+)*) [Rr]ådhus\b")
_REGION = re.compile(r"(?<!\w)Region [A-ZÆØÅ][a-zæøå]+(?!\w)")


def _seat(flow: Flow, head: Zone) -> str | None:
    """The region, or the municipality whose town hall the meeting was in when the text speaks of the place again and again."""
    regions = {m[0] for text in (*head.heads, *head.blocks) for m in _REGION.finditer(text)}
    if len(regions) == 1:
        return regions.pop()
    places = {m[1] for text in head.blocks for m in _TOWN_HALL.finditer(text)}
    if len(places) == 1 and len(re.findall(rf"(?<!\w){(place := places.pop())}s?(?!\w)", flow.text)) > 2:
        return f"{place} Kommune"
    return None


def kind(head: Zone, flow: Flow, has_items: bool, has_decisions: bool, numbered_case: bool) -> str:
    """minutes, agenda, proposal, statement, slides or other. A case paper with its agenda number and its decision is an excerpt of minutes."""
    opening = [t for t in head.blocks[:12] if len(t) < 250]
    top = "\n".join([*opening, *head.heads])
    if any(_MINUTES.match(t) or _MINUTES.search(t[:60]) for t in [*opening, *head.heads]):
        return "minutes"
    if has_items and any(_AGENDA.match(t) and len(t) < 100 for t in opening):
        return "agenda"
    if has_items and has_decisions:
        return "minutes" if numbered_case else "proposal"
    if not has_items and not has_decisions:
        if _slides(flow):
            return "slides"
        if _STATEMENT.search(top[:600]):
            return "statement"
    if has_decisions or _PROPOSAL.search(top[:800]):
        return "proposal"
    if has_items and _told(flow):
        return "minutes"
    return "agenda" if _AGENDA.search(top) else "other"


_TELLS = re.compile(r"\b(?:blev|besluttede|stemte|enighed om|orienterede|efterlyser|mente|mener)\b")


def _told(flow: Flow) -> bool:
    """Does the text tell what happened at a meeting?"""
    return len(_TELLS.findall(flow.text)) > 2


def _slides(flow: Flow) -> bool:
    """Wide pages, or a text of bullets with hardly a paragraph."""
    wide = [p for p in flow.pages if p.width_pt > p.height_pt > 0]
    if len(flow.pages) > 1 and len(wide) > len(flow.pages) / 2:
        return True
    texts = [flow.text[b.start : b.end] for b in flow.blocks if b.kind != "row"]
    bullets = sum(1 for t in texts if _BULLET.match(t))
    long = sum(1 for t in texts if len(t) > 400)
    return len(texts) > 10 and bullets > 0.25 * len(texts) and long < 0.1 * len(texts)


def case_numbers(flow: Flow, pieces: list[Block]) -> list[str]:
    """Case numbers that stand alone in a block or after a label, in order, each once."""
    found: list[str] = []
    for block in pieces:
        if block.kind == "row" or block.end - block.start > 400:
            continue
        text = flow.text[block.start : block.end]
        if whole := CASE.fullmatch(text.strip(" .()")):
            found.append(whole[0])
        else:
            found += [m["case"] for m in _CASE_LABEL.finditer(text)]
    return list(dict.fromkeys(found))


_CASE_LABEL = re.compile(rf"(?:Sagsnummer|Sagsnr|Sagnr|Sagsid|J\.?\s?nr|Journal\s?nr|Journalnr|Acadre sagsnr|Sag)"
                         rf"\.?\s?:?\s*(?P<case>{CASE.pattern})")
