"""Whose paper it is: the body that met, and its municipality or region. One candidate, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from extractors.structure import houses
from extractors.structure.days import DAY, day
from extractors.structure.header import MEETING, Zone
from extractors.structure.names import BODY, PLACE, SHOUTED, body_name, council_of, is_body, level, may_name_body, named_by
from extractors.structure.sections import heading
from minutes.scan import near

_BODY_LABEL = re.compile(
    r"(?:Udvalg|Råd|Organ(?=:)|Forum|Mødeforum|UDVALG|§ ?17,? ?(?:stk\. ?)?4[- ]?udvalg(?=:))(?![a-zæøå])\s*:?\s*(?P<value>.*)$", re.S)
_SECRETARIAT = re.compile(r"\b(?:(Kommunalbestyrelse|Borgerrepræsentation)e?ns?|(Byråd|Regionsråd)ets) [Ss]ekretariat")
"""Who writes the papers of a council, and its letterhead where no body is named: "Borgerrepræsentationens Sekretariat"."""
_OF_BODY = re.compile(r"\b(?:fra|af|i|til)\s(?=(?:mødet?\si\s)?[A-ZÆØÅ§])")
_ACTS = re.compile(r"\s(?:stemte|besluttede|mener|vedtog|godkendte|drøftede|ønsker|foreslår|indstiller)\b")
_ACTING = re.compile(rf"(?:{BODY.pattern}){_ACTS.pattern}")
_LONGEST_NAME = 250
_COUNCIL = re.compile(r"(?<!\w)(?:byrådet|kommunalbestyrelsen|regionsrådet|amtsrådet|borgerrepræsentationen)s?(?=\s)"
                      r"|(?<!\w)(?:byråd|kommunalbestyrelse|regionsråd|borgerrepræsentation)s(?=\s(?:\w+ )?møde\b)")
_COMPOUND = re.compile(r"(?<!\w)(\w{2,}(?:råd|udvalg|nævn)|\w*(?:bestyrelse|kommission)|repræsentantskab)smøde", re.I)
_AROUND = re.compile(
    r"Kommunes?|KOMMUNES?|\bI\b|År(?=\s\d{4})|[\d\s|,.:()_–-]+|Referat|REFERAT|Dagsorden|DAGSORDEN|[Bb]eslutninger|\b(?:[Ss]ide|for|fra|i|af)\b"
    r"|(?<=\s)[A-ZÆØÅ]{2,5}-sekretariatet")
_COMPETENT = re.compile(rf"(?:Sagen afgøres (?:i|af)|(?:Beslutningsk|K)ompetence|Hvem beslutter)\s?:?\s(?:{BODY.pattern})")
"""Who decides in the end is not who meets."""


def body(head: Zone) -> str | None:
    """The body whose meeting it is: the labelled one, one alone in a block, or one named with the word for the paper. The administration
    that writes to a body is not it, where that one is named."""
    return _body(tuple(head.blocks), tuple(head.heads))


@lru_cache(maxsize=8)
def _body(blocks: Sequence[str], heads: Sequence[str]) -> str | None:
    """The same, once for all who ask of one head."""
    for i, text in enumerate(blocks):
        label = _BODY_LABEL.match(text) if len(text) < 120 else None
        if label:
            value = label["value"].strip() or (blocks[i + 1] if i + 1 < len(blocks) else "")
            if value and len(value) < 80 and (own := _named(value) or _as_labelled(text, value)):
                return own
    before = [_PRESENT.split(text, maxsplit=1)[0] for above, text in pairwise(["", *blocks]) if not _is_route(above)]
    above, running = ([_COMPETENT.sub(" ", t) for t in texts if 0 < len(t) < 160] for texts in (before, heads))
    short = [*above, *running]
    found = [name for texts in (above, running) for test in (alone, _with_word, _dated) for text in texts if (name := test(text))]
    named = next((name for name in found if level(name) > 0), found[0] if found else None)
    named = named or _issuer(blocks[:4]) or _of_whom(short)
    named = named or _in_lower_case(short) or _of_meeting(short) or _assembly(short) or _group(short) or _spoken_of(short)
    return named or houses.body(blocks, heads) or next((body_name(m[1] or m[2]) for t in blocks[:2] if (m := _SECRETARIAT.search(t))), None)


def _is_route(above: str) -> bool:
    """Is a block a heading below which stands who treats the case in the end?"""
    return (head := heading(above)) is not None and head.role == "route" and head.length == len(above)


_PRESENT = re.compile(r"(?<=[.\d] )(?=(?:Til ?stede|Mødte?|Deltagere|Fraværende|Afbud|Medlemmer)\b)")
"""Where a block of the head begins to tell who was there."""


def _named(text: str) -> str | None:
    """The body's name in a text, as the minutes would say it; the administration only where no other is named."""
    for pattern in (BODY, SHOUTED) if may_name_body(text) else ():
        found = [m for m in pattern.finditer(text) if not (m[0].endswith("s") and pattern.match(text, m.end() + 1))]
        if match := next((m for m in found if level(m[0]) > 0), found[0] if found else None):
            return council_of(match[0]) or _with_place(text[: match.start()], match[0]) or named_by(match)
    return None


def _as_labelled(text: str, value: str) -> str | None:
    """A committee by its topic alone, as "Udvalg: Byens Puls (§ 17, stk. 4)" has it."""
    if _QUOTED.fullmatch(value):
        return value
    return value.partition(" (")[0].strip() if text.startswith(("Udvalg:", "§")) and value[0].isupper() and ":" not in value else None


_QUOTED = re.compile(r"Udvalget [\"”“][^\"”“]{3,60}[\"”“]")


def _the_one(candidates: Iterable[str]) -> str | None:
    named = set(candidates)
    return named.pop() if len(named) == 1 else None


def _of_whom(blocks: Sequence[str]) -> str | None:
    """ "i Nordby Kommunes Borgerrepræsentation (55 medlemmer til stede)": the one candidate."""
    return _the_one(body_name(m["body"]) for text in blocks for m in _WHOSE.finditer(text))


_WHOSE = re.compile(rf"\b{PLACE} Kommunes (?P<body>{BODY.pattern})")


def _in_lower_case(blocks: Sequence[str]) -> str | None:
    """ "Referat til mødet i forretningsudvalget", "mødet i Udvalg for regional udvikling": the one candidate."""
    return _the_one(body_name(m["name"] or m["own"]) for text in blocks for m in _MEETS.finditer(text))


_MEETS = re.compile(
    r"\b[Mm]ødet? i (?P<name>[a-zæøå-]{2,}(?:udvalg|råd|nævn|bestyrelse)(?:et|en|n)?|[Uu]dvalg(?:et)? for [a-zæøå][\w ,-]{2,60}?)"
    r"(?=\s(?:den|d\.)\s|,|\s*\Z|\s\w+dag\s)"
    r"|\b(?:[Rr]eferat|[Pp]rotokol|[Dd]agsorden) (?:af|fra|for|til) "
    r"(?P<own>[a-zæøå-]{2,}(?:udvalget|rådet|nævnet|bestyrelsen))s (?:\w+ )?møde\b")


def _with_place(before: str, printed: str) -> str | None:
    """ "Nordvang Integrationsråd" and "Nordvang Lokaludvalg" stay as printed."""
    place = _AT_END.search(before) if printed.endswith(("råd", "okaludvalg")) else None
    if not place or place[1] == "Kommunes" or MEETING.search(place[1].lower()):
        return None
    return f"{place[1]} {printed}"


_AT_END = re.compile(rf"(?<!\S)({PLACE}(?: Sogns)?)\s*\Z")


def alone(text: str) -> str | None:
    """A block that is a body's name, with a place before it or a term after it."""
    match = (BODY.search(text) or SHOUTED.search(text)) if len(text) <= 90 and may_name_body(text) else None
    if not match:
        return None
    if _BOARD.fullmatch(text) or _OF_HOUSE.fullmatch(text):
        return body_name(match[0])
    if _PLACE_BEHIND.fullmatch(text) and not is_body(text.partition(" ")[2]):
        return text
    rest = _AROUND.sub(" ", text[: match.start()] + " " + text[match.end():]).split()
    lone = len(rest) <= 1 and all(w[0].isupper() and not is_body(w) for w in rest) or _PLACED.fullmatch(text[: match.start()].strip())
    return _named(text) if lone else None


_PLACED = re.compile(rf"(?:Til:? )?{PLACE}(?: Sogns?)?")
"""What may stand before a council: "Ny Nordby Byråd", "Til Nordby Byråd"."""


def _with_word(text: str) -> str | None:
    return _named(text) if MEETING.search(text.lower()) else None


def _dated(text: str) -> str | None:
    return _named(text) if DAY.search(text) else None


def _of_meeting(blocks: Sequence[str]) -> str | None:
    """ "Ekstraordinært Ældrerådsmøde": the body whose meeting a compound names, the one candidate."""
    return _the_one(body_name(m[1].capitalize()) for text in blocks for m in _COMPOUND.finditer(text))


def _assembly(blocks: Sequence[str]) -> str | None:
    """ "Referat af ordinært afdelingsmøde i Rosenlunden": those who meet are themselves the body, the one candidate."""
    return _the_one(f"{m[1].capitalize()}{'en' if m[1].endswith('ing') else 't'}" for text in blocks for m in _ASSEMBLY.finditer(text))


_ASSEMBLY = re.compile(
    r"\b(?:[Rr]eferat|REFERAT|[Pp]rotokol|[Dd]agsorden) (?:af|fra|for|til) (?:(?:den|det) )?(?:\w+[te] )?"
    r"((?:afdelings|beboer)møde|generalforsamling)(?:t|en)?\b"
)


def _group(blocks: Sequence[str]) -> str | None:
    """A group that is no committee of the law: "Beslutningsreferat – Styregruppen for Lærkeparken", the one candidate."""
    return _the_one(m[0] for text in blocks if MEETING.search(text.lower()) for m in _GROUP.finditer(text))


_GROUP = re.compile(
    r"(?<!\w)(?:[A-ZÆØÅ][a-zæøå-]*)?(?:[Ss]tyre|[Ff]ølge|[Aa]rbejds|[Pp]rojekt|[Kk]oordinations)gruppen"
    r"(?: (?:for|vedrørende) [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)*)?"
)


def _spoken_of(blocks: Sequence[str]) -> str | None:
    """The council in lower case where the head has no other name for it: "alle byrådets 31 medlemmer"."""
    return _the_one(name for text in blocks for m in _COUNCIL.finditer(text) if (name := council_of(m[0])))


def _issuer(blocks: Sequence[str]) -> str | None:
    """ "Anbefalinger ... fra Rådet for Bolig og Naboskab"."""
    for text in blocks:
        for at in _OF_BODY.finditer(text[:300]):
            if match := BODY.match(text, at.end()):
                return body_name(match[0])
    return None


def signatory(head: Zone) -> str | None:
    """Whose statement it is by its title or sender: "Boligforeningen Skoven: Udtalelse om ...", "Høringssvar fra Udsatterådet"."""
    for text in head.blocks[:8]:
        if match := _SENDER.match(text):
            return body_name(match["body"] or match["whose"])
        if match := _SIGNED.search(text[:160]):
            name = match["before"] or match["after"]
            return body_name(name) if BODY.fullmatch(name) else name
    board = _BOARD.fullmatch(head.blocks[0]) if head.blocks else None
    return board[0] if board else None


def states(head: Zone, text: str) -> str | None:
    """The one body that a statement says has treated it at a meeting of its own, where its head names none but whom it is sent to."""
    others = {body_name(m[0]) for line in head.blocks if len(line) < 60 and not _SENT_TO.match(line) for m in BODY.finditer(line)}
    return None if others else _the_one(body_name(m["body"]) for m in _STATES.finditer(text))


_SENT_TO = re.compile(r"(?:Til|Att)\b", re.I)
_STATES = re.compile(
    rf"(?:^|(?<=[.\n] )|(?<=\n))(?P<body>{BODY.pattern})(?: i {PLACE} Kommune)? har (?:(?:på|i) (?:sit|et) \w*møde|"
    r"(?:vedtaget|behandlet|drøftet|tiltrådt)\b[^.\n]{0,80} på (?:sit|et) \w*møde)\b", re.M)
_ORGANISATION = r"[A-ZÆØÅ][\w-]+(?:\s(?:og |i |for )?[A-ZÆØÅ][\w-]+){0,3}"
_BOARD = re.compile(rf"{BODY.pattern}\s(?:ved|på|i|for|under)\s{_ORGANISATION}")
"""A board with its house, at the top of its own paper: "Skolebestyrelsen ved Ådal Skole"."""
_OF_HOUSE = re.compile(rf"{BODY.pattern}(?:[,:]| [·|–-]) {_ORGANISATION}|{_ORGANISATION}(?:[,:]| [·|–-]) {BODY.pattern}")
"""A board and its house, with a mark between them: "Havnebestyrelsen, Nordby Havn"."""
_PLACE_BEHIND = re.compile(rf"[A-ZÆØÅ][a-zæøå]+(?:råd|udvalg) {PLACE}(?: {PLACE})?")
"""A body by its kind and its place, which stays as printed: "Bydelsråd Nordby"."""
_STATED = r"(?:Udtalelse|Høringssvar|Bemærkninger|Henvendelse|Åbent brev|Anbefalinger)"
_SIGNED = re.compile(rf"^(?P<before>{_ORGANISATION}): {_STATED}\b|{_STATED} (?:til {_ORGANISATION} )?fra "
                     rf"(?P<after>{_ORGANISATION})(?=[,:]|\s*\Z|\n|\s(?:om|til|vedr))")


_SENDER = re.compile(rf"Fra:?\s(?P<body>{BODY.pattern})\s*\Z|"
                     rf"(?P<whose>[A-ZÆØÅ][\w-]+(?:råd|udvalg|bestyrelse|nævn)e[nt])s (?i:{_STATED})\b")
""" "Fra Seniorrådet", "Seniorrådets høringssvar til …"."""


def body_of_day(text: str, meeting: date) -> str | None:
    """The one body that the text names with the day of the meeting: "Byrådet den 23. juni 2020"."""
    beside = ((m[0], DAY.match(text, at.end())) for m in BODY.finditer(text) if (at := _ON.match(text, m.end())))
    return _the_one(body_name(name) for name, said in beside if said and day(said) == meeting)


_ON = re.compile(r",?\s(?:\w+dag )?(?:den |d\. )?")


def acting_body(text: str) -> str | None:
    """The body that acts in free prose ("Integrationsrådet stemte for"): the one candidate, or none."""
    found = (body_name(who[0]) for m in near(_ACTING, _ACTS, text, _LONGEST_NAME, 1) if (who := BODY.match(m[0])))
    return _the_one(name for name in found if level(name) > 0)
