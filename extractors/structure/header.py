"""The head of a document: the day, time and place of the meeting. What the text does not say stays None."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from extractors.layout import Block, Flow
from extractors.structure.days import DATED, DAY, day, first_day
from extractors.structure.named_day import OF_OLD, one_day
from extractors.structure.names import BODY, LOWER, SHOUTED, bodies, body_name
from minutes.days import A_MONTH, A_WEEKDAY
from minutes.needs import led

_DATE_LABEL = re.compile(r"(?:Mødedato|Dato for mødet?|Dato|Mødetidspunkt|Mødetid|Starttidspunkt(?: for møde)?|STARTTIDSPUNKT|Tidspunkt|"
                         r"Tid|MØDE)\s*:?\s*(?=\S|$)")
_PLACE_LABEL = re.compile(r"(?:Mødested|Mødelokale|Lokale|Lokation|Sted|STED|MØDESTED)\s*:?\s*(?P<value>.*)$", re.S)
_TIME = re.compile(r"(?:kl\.?\s?)?(?<!\d)([01]?\d|2[0-3])\s?[:.]\s?([0-5]\d)(?!\d|\.\s?\d)|kl\.?\s?([01]?\d|2[0-3])(?!\d)", re.I)
_DIGIT = re.compile(r"\d")
MEETING = led(
    r"referat|dagsorden|protokol|udskrift|\bmøde|(?:tema|byråds|udvalgs|råds|bestyrelses)møde|(?:1|2|første|anden)\.? behandling i|"
    r"samling|seminar")
"""A word for a meeting or its papers, in lower case."""
_WHOSE = r"\w+(?:e[tn]s|e?nes)"
_OWN_MEETING = led(r"(?:(?P<done>vedtaget|godkendt|behandlet|tiltrådt|drøftet)|(?:har|blev)) på "
                          rf"(?:{_WHOSE}|et|sit|vores)(?: ekstra(?:ordinært)?| fælles)? \w*møde (?:\w+dag )?(?:den )?", re.I)


@dataclass(slots=True)
class Zone:
    """The blocks before the first item, and the running heads."""

    blocks: list[str]
    heads: list[str]


def zone(flow: Flow, pieces: list[Block], first_item: int | None) -> Zone:
    """The head's blocks: those before the first item (an offset), or the first dozen of a paper without items."""
    blocks: list[str] = []
    size = 0
    for block in pieces:
        if (first_item is not None and block.start >= first_item) or len(blocks) >= (60 if first_item is not None else 12):
            break
        blocks.append(flow.text[block.start : block.end])
        size += block.end - block.start
        if size > 4000:
            break
    foot = [flow.text[b.start : b.end] for b in pieces[-1:]]
    feet = [text for text in foot if len(text) < 200 and _PAGE_FOOT.search(text) and text not in blocks]
    return Zone(blocks, list(dict.fromkeys([*(s.flat for s in flow.furniture), *feet])))


_PAGE_FOOT = re.compile(r"\b[Ss]ide \d{1,3}(?: af \d{1,3})?$")
"""How the foot of a page ends, which no other page repeats where there is but one."""


def meeting_day(head: Zone, held: bool, body: str | None = None) -> date | None:
    """The day of the meeting. A day alone is a meeting's in minutes, agendas and slides (`held`); in a letter it is the letter's."""
    blocks = [text for above, text in pairwise(["", *head.blocks]) if not _FOR_ELSE.fullmatch(above)]
    found = _labelled_day(blocks, held) or held and (_clocked_day(blocks) or _bodys_day(blocks)) or _said_day(blocks, held)
    found = found or _lone_day([*head.heads, *blocks], held)
    if not held:
        return found or _addressed_day(blocks, body)
    found = found or _timed_day(blocks) or _said_day(head.heads, held) or _day_apart(blocks)
    return found or one_day([text for text in blocks if not _SENT.match(text)])


def _day_apart(blocks: list[str]) -> date | None:
    """A day apart from its year: "År 2010, den 20. maj kl. 17.00 holdt Hegnsynet forretning", "Mandag den 20. maj kl. 17-19 2010"."""
    found = next((m for text in blocks if (m := OF_OLD.match(text) or _HOUR_BEFORE_YEAR.match(text))), None)
    turned = DAY.fullmatch(f"{found['day']} {found['year']}") if found else None
    return day(turned) if turned else None


_SENT = re.compile(r"(?:udsendt|udskrevet|trykt|dateret|dato|næste møde|kommende|frist|senest|svar|brev)\b", re.I)
"""How a block begins that has another day."""


_FOR_ELSE = re.compile(
    r"(?:næste møde|\w*frist|senest|deadline|tilmelding|(?:referat(?:et)? )?(?:er )?uds(?:endt|krevet)|printet|publiceret|offentliggjort)"
    r"(?: den)? ?:?", re.I)
"""A label in a line of its own that tells what else the day below it is for."""


def _addressed_day(blocks: list[str], body: str | None) -> date | None:
    """ "Behandles i: Teknisk Udvalg den 6. maj 2019, Byrådet den 28. maj 2019": the first body's day.

    In a sentence ("Planen lægges frem for Boligudvalget den 6. maj 2019") only that of the paper's own `body`.
    """
    for text in blocks:
        label = _ADDRESSED.search(text[:200])
        labels = [label] if label else [m for m in _PUT_BEFORE.finditer(text) if body and body_name(m["body"]) == body]
        for label in labels:
            if found := DAY.match(text, label.end()):
                return day(found)
    lines = (f"{a} {b}" for a, b in pairwise([*blocks[:_TOP], ""]))
    found = next((m for line in lines if (to := _TO_MEETING.search(line)) and (m := DAY.match(line, to.end()))), None)
    return day(found) if found else None


_TOP = 8
"""Blocks at the beginning of a paper that say for whose meeting it is."""
_ON_DAY = r"(?:s? møde)?,?\s(?:\w+dag )?(?:den |d\. )?"
_ADDRESSED = re.compile(
    r"(?:^|(?<=\. ))(?:(?:Sag t|T)il(?: (?:politisk )?(?:behandling|godkendelse|beslutning|drøftelse) i)?|(?:Sagen b|B)ehandles i"
    rf"|(?:Sagen f|F)orelægges):?\s(?:{BODY.pattern}){_ON_DAY}")
_TO_MEETING = re.compile(
    rf"\b(?:(?:[Ii]ndstilling|[Nn]otat) til (?:{BODY.pattern})|(?:[Tt]il|[Ff]orud for|[Ff]ør) (?:{BODY.pattern}|{LOWER.pattern}s?)"
    rf" (?:\w*møde|(?:[12]\.|første|anden) behandling)),?\s(?:\w+dag )?(?:den |d\. )?")
"""For whose meeting a paper is: "Notat til Byrådets møde den 3. maj 2021", "bidrag til Byrådets 1. behandling den 3. maj 2021"."""
_PUT_BEFORE = re.compile(
    rf"\b(?:(?:frem)?lægges(?: frem)? for|forelægges(?: for)?|behandles (?:i|af)) (?P<body>{BODY.pattern}){_ON_DAY}")


def _clocked_day(blocks: list[str]) -> date | None:
    """A line that is nothing but a day and its hour, "Fredag d. 13/3-2020 kl. 12.15-12.40": surer than a day that a sentence tells."""
    for text in blocks:
        found = first_day(text) if len(text) < 80 else None
        if found and _TO_DAY.fullmatch(text, 0, found.start()) and _CLOCK.fullmatch(text, found.end()):
            return day(found)
    return None


def _bodys_day(blocks: list[str]) -> date | None:
    """A line that is nothing but a body and its day: "Bestyrelsen 30. april 2015"."""
    found = next((m for text in blocks if len(text) < 80 and (m := _BODY_AND_DAY.fullmatch(text))), None)
    return day(first) if found and (first := first_day(found[0])) else None


_BODY_AND_DAY = re.compile(rf"(?:{BODY.pattern}|Bestyrelsen|Repræsentantskabet|Udvalget|Rådet)(?: møde)?,? (?:{A_WEEKDAY} )?"
                           rf"(?:den |d\. )?{DAY.pattern}\.?")
_TO_DAY = re.compile(rf"(?:(?:{A_WEEKDAY}),? )?(?:den |d\. ?)?", re.I)
_CLOCK = re.compile(r"(?:,? kl\.? ?\d{1,2}(?:[.:]\d\d)?|,?(?: [-–])? \d{1,2}[.:]\d\d)"
                    r"(?: ?(?:[-–]|til) ?(?:kl\. ?)?\d{1,2}(?:[.:]\d\d)?)?\.?", re.I)


def _timed_day(blocks: list[str]) -> date | None:
    """A day with its hour or its place: "Nordby Ældreråd, mandag den 11. januar 2016 kl. 10", "Fredag den 3. maj 2024, Kulturhuset"."""
    for text in blocks:
        found = first_day(text[:120])
        if found and (_HOUR.match(text, found.end()) or _alone_with_place(text, found)):
            return day(found)
    return None


def _alone_with_place(text: str, found: re.Match[str]) -> bool:
    return bool(_WEEKDAY.fullmatch(text, 0, found.start()) and _AT_PLACE.fullmatch(text, found.end()))


_HOUR = re.compile(r",?\s(?:fra )?kl\.?\s?\d", re.I)
_WEEKDAY = re.compile(rf"(?:{A_WEEKDAY}) (?:den )?", re.I)
_AT_PLACE = re.compile(r", [A-ZÆØÅ][^.,;:]{3,60}")


def _labelled_day(blocks: list[str], held: bool) -> date | None:
    """ "Mødedato: Onsdag den 22. juni 2022", also with the value in the next block or two. A bare "Dato:" may be the paper's own."""
    for i, text in enumerate(blocks):
        label = _DATE_LABEL.match(text)
        if not label or len(text) > 200 or not (held or label[0].lower().startswith(("møde", "dato for", "start"))):
            continue
        for value in (text[label.end():], *blocks[i + 1 : i + 3]):
            found = first_day(value[:80])
            if found and len(value) < 120:
                return day(found)
    return None


def labels_day(head: Zone) -> bool:
    """Does a label tell the day of a meeting, and not only of a paper: "Mødedato", "STARTTIDSPUNKT"?"""
    return _labelled_day(head.blocks, False) is not None


def _said_day(blocks: list[str], held: bool) -> date | None:
    """ "Referat af møde i Byrådet den 3. maj 2022", in one block or in two short ones. What a note tells of a meeting is not its own."""
    for i, text in enumerate(blocks):
        said = MEETING.search(text[:200].lower())
        if not said or _OTHER_DAY.search(text):
            continue
        found = (DAY.search(text[:300], said.start()) or DAY.search(text[: said.start()])) if DATED.search(text[:300]) else None
        if found and not held and _TOLD.search(text, 0, found.start()):
            continue
        if found and abs(found.start() - said.end()) < 120 and not _OTHER_DAY.search(text, 0, found.start()):
            return day(found)
        following = blocks[i + 1] if i + 1 < len(blocks) and len(text) < 120 else ""
        found = first_day(following)
        if not found or len(following) >= 60 and (found.start() >= 20 or len(following) >= 160):
            continue
        if not _OF_VOTERS.search(following, 0, found.start()) and not _TOLD.search(following, 0, found.start()):
            return day(found)
    return None


_TOLD = re.compile(r"\b(?:bad|bedt|har|havde|er|blev|bliver|sendes|skal|kan|vil|tages|gennemgik|besluttede|drøftede|spurgte)\b", re.I)
"""Verbs of a sentence that tells of a meeting, where a head would only name it."""
_OF_VOTERS = re.compile(rf"(?:(?<!ud)valg(?:et)?|afstemning(?:en)?|valgdag(?:en)?)(?:,? (?:{A_WEEKDAY}))?,?(?: den)? ?$", re.I)
"""The day of an election, in the papers of those who prepare it."""
_OTHER_DAY = re.compile(
    r"\b(?:udsendt|udskrevet|trykt|dateret|offentliggjort|publiceret|underskrevet)\b[^\n]{0,12}$|"
    r"\b(?:næste|kommende) (?:\w+ )?møde\b[^.\n]{0,20}$|" + _OF_VOTERS.pattern, re.I)
"""What makes a day the paper's own, an election's or the next meeting's, and not the meeting's."""


def _lone_day(texts: list[str], held: bool) -> date | None:
    """A day beside a body's name and nothing much else: "Økonomiudvalget 01-10-2018"; or alone in a short head."""
    for text in texts:
        found = first_day(text) if len(text) < 120 else None
        if found and len(_BESIDE.sub("", text[: found.start()] + " " + text[found.end():])) < 3 and (held or bodies(text)):
            return day(found)
    return None


_BESIDE = re.compile(
    rf"(?-i:[A-ZÆØÅ]\w+ (?=Byråd\b|Kommunalbestyrelse\b|\w+råd\b))|(?-i:{BODY.pattern}|{SHOUTED.pattern})|{A_WEEKDAY}"
    rf"|\b(?:den|d|kl|referat|dagsorden|oplæg|fra|for|til|i|af|side|kommune|møde[t]?|(?:ekstra)?ordinært?|konstituerende)\b"
    r"|[A-ZÆØÅ]\w+ [Kk]ommune|[\d\W_]+", re.I)


def meeting_time(head: Zone, on: date | None = None) -> str | None:
    """When the meeting began, "17:00": beside its day or a label, not beside another day than the one it was `on`."""
    for text in head.blocks:
        if len(text) >= 200 or not _DIGIT.search(text) or on and (other := first_day(text)) and (day(other) or on) != on:
            continue
        low = text.lower()
        meets = "lokale" not in low and MEETING.search(low)
        beside = meets or _DATE_LABEL.match(text) or "kl." in low or _AT.search(text) or low.startswith("kl:") or first_day(text)
        found = _TIME.search(undated := DAY.sub(" ", text)) if beside else None
        if found and not _NO_BEGINNING.search(undated, 0, found.start()):
            return f"{int(found[1] or found[3]):02d}:{found[2] or '00'}"
    return None


_NO_BEGINNING = re.compile(
    r"\b(?:mødte|(?:an)?kom|forlod|gik|deltog|deltager|hævet|hæves|slut(?:tede|ter|tidspunkt|tid)?|afsluttet|publiceret|udsendt|indtil)\b[^.;]*$",
    re.I)
"""What goes before an hour at which somebody came or went, or the meeting ended."""


def place(head: Zone) -> str | None:
    """Where the meeting was, as printed after its label, behind the hour or in the line below it."""
    for i, text in enumerate(head.blocks):
        label = _PLACE_LABEL.match(text) if len(text) < 160 else None
        if label:
            value = label["value"].strip() or (head.blocks[i + 1] if i + 1 < len(head.blocks) else "")
            value = text if _ROOM_NUMBER.match(text) else _AFTER_ROOM.sub("", value)
            return value.strip(" .") or None if not value.rstrip().endswith(":") else None
    return _room(head.blocks)


_ROOM_NUMBER = re.compile(r"(?:Mødel|L)okale [A-ZÆØÅ\d]{1,4}(?=,|$)")
""" "Mødelokale 3", "Mødelokale A, Torvet 2": the word is a part of the name."""
_AFTER_ROOM = re.compile(rf"\s+(?:(?:Åbne )?[Dd]agsordens?punkter|Indholdsfortegnelse|Sagsoversigt|Referat|Dagsorden|"
                         rf"Beslutningsprotokol|Protokol|(?:{BODY.pattern}))$")
"""What the line below the room says, run together with it."""


def _room(blocks: list[str]) -> str | None:
    """ "Onsdag den 3. maj 2022 kl. 17.00 i byrådssalen", also in two lines or three."""
    for i, text in enumerate(blocks):
        hour = _AT.search(text) if len(text) < 200 else None
        if not hour or not (first_day(text[: hour.start()]) or i and first_day(blocks[i - 1])):
            continue
        behind = text[hour.end():]
        for value in (_AFTER_ROOM.sub("", behind), blocks[i + 1] if i + 1 < len(blocks) and not behind.strip(" .") else ""):
            said = _ROOM.fullmatch(_SENTENCE.split(_HELD.sub("", value))[0].strip(" ,.|·–-"))
            if said and (said["at"] or _IS_ROOM.search(value)):
                return said["room"]
    return None


_AT = re.compile(r"\bkl\.?\s?\d{1,2}(?:[.:]\d{2})?(?:\s?(?:[-–]|til)\s?(?:kl\.\s?)?\d{1,2}(?:[.:]\d{2})?)?", re.I)
_HOUR_BEFORE_YEAR = re.compile(
    rf"(?:{A_WEEKDAY}),? (?:den |d\. ?)?(?P<day>\d{{1,2}}\. (?:{A_MONTH})),? {_AT.pattern},? (?P<year>\d{{4}})\b", re.I)
_SENTENCE = re.compile(r"(?<=\w{3})(?<!Sdr)(?<!Ndr)(?<!Skt)(?<!Sct)(?<!Chr)\. (?=[A-ZÆØÅ\d])")
_HELD = re.compile(r"^\s?(?:af)?holdt\b.*?\bmøde\b")
_ROOM = re.compile(r"(?P<at>(?:i|på)\s)?(?P<room>[^\n:;!?]{3,90})")
_IS_ROOM = re.compile(r"\w*(?:sale?n?|lokalet?|rådhus(?:et)?|kontoret?|værelset?)\b|\b(?:Teams|Skype|WebEx|Zoom)\b", re.I)


def adopted_day(head: Zone) -> date | None:
    """ "Udtalelse fra Beboerrådet, vedtaget torsdag den 5. november 2015", in a statement's first lines."""
    for text in head.blocks[:4]:
        said = _ADOPTED.search(text) if len(text) < 300 else None
        if said and (found := DAY.match(text, said.end())):
            return day(found)
    return None


_ADOPTED = re.compile(r"(?:^Vedtaget|(?:udtalelse|svar|anbefalinger|bemærkninger)[^.]{0,120}\bvedtaget)\s(?:\w+dag )?(?:den )?", re.I)


def own_meeting_day(text: str, body: str | None) -> date | None:
    """ "Anbefalingerne er vedtaget på rådets møde torsdag den 3. oktober 2019", "Ældrerådet har drøftet planen på sit møde ..."."""
    for said in _TREATED.finditer(text):
        own = said["who"] in _OURSELVES or body and body_name(said["who"]) in body
        if own and (found := DAY.match(text, said.end())):
            return day(found)
    for said in _OWN_MEETING.finditer(text):
        found = DAY.match(text, said.end())
        if found and (said["done"] or _DONE.match(text, found.end())):
            return day(found)
    return None


_OURSELVES = ("Vi", "Rådet", "Udvalget", "Nævnet", "Bestyrelsen")
_TREATED = led(
    rf"(?:^|(?<=[.\n] )|(?<=\n))(?P<who>{'|'.join(_OURSELVES)}|{BODY.pattern}) (?:har )?"
    rf"(?:behandlet|behandlede|drøftet|drøftede|vedtog|vedtaget)[^.;\n]{{0,80}}? på (?:sit|vores|et|{_WHOSE}) \w*møde{_ON_DAY}", re.M)
_DONE = re.compile(r",?\s(?:vedtaget|godkendt|behandlet|tiltrådt|drøftet)\b")
