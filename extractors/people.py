"""Who was there, and who had a remark."""

from __future__ import annotations

import re

from extractors.layout import Flow
from extractors.names import LETTERS, party
from extractors.sentences import sentences
from extractors.structure import Structure
from minutes.records import Attendance, Remark

_WORD = r"[A-ZÆØÅ](?:\.|[\wé'’-]+)"
_NAME = rf"{_WORD}(?:\s(?:{_WORD}|de|van|von|al|el|bin)){{1,4}}"
_WHO = (rf"(?P<who>(?:{_NAME}|[A-ZÆØÅ][\w ]{{2,40}}?|[A-ZÆØÅ](?:\d)?)(?:,?\s*\((?P<party>[^()]{{1,40}})\))?"
        rf"(?:(?:,|\sog)\s{_NAME}(?:\s*\([^()]{{1,40}}\))?)*)")
_SAYS = re.compile(
    rf"{_WHO}\s(?:tog forbehold[^.:]{{0,40}}\sog\s)?(?:(?P<verb>afgav|afgiver|afgav herefter|fremsatte|har afgivet|ønskede|ønsker|bad "
    rf"om(?: at få)?|begærede|anmodede om(?: at få)?|stillede|fastholder|fastholdt|havde)\s)"
    r"(?P<what>(?:at\s)?(?:(?:følgende|en|at få|denne|sin|deres|få|videreføre|fælles|nedenstående)\s){0,4}"
    r"(?:protokolbemærkning(?:er)?|mindretalsudtalelse|mindretalsindstilling|særindstilling|protokoludtalelse|bemærkning(?:er)"
    r"?\s(?:tilført|til|ført)[^:\n]{0,40}(?:protokol|referat)\w*"
    r"|(?:at\s)?(?:få\s)?(?:følgende\s)?(?:til(?:ført|føjet)\s(?:til\s)?(?:\w*protokol\w*|referat\w*)|ført til (?:protokols?|referat)\w*|"
    r"udtalelse\s[^:\n]{0,40}(?:protokol|referat)\w*)"
    r"|(?:følgende\s)(?:bemærkning(?:er)?|udtalelse|erklæring)(?=\s?:)|(?:følgende\s)?(?:optaget|indført|noteret)\si\s(?:\w*protokol\w*|"
    r"referat\w*)))")
_FROM = re.compile(rf"(?P<what>[Pp]rotokolbemærkning|[Mm]indretalsudtalelse|[Ss]ærindstilling|[Mm]indretalsindstilling|"
                   rf"[Pp]rotokoludtalelse)\s(?:fra|af|ved)\s{_WHO}")
_PROTEST = re.compile(rf"^{_WHO}\s(?:kan|kunne|ønsker|mener|finder|støtter|stemmer|går)\s")
_GATE = re.compile(r"protokol|følgende (?:bemærkning|udtalelse|erklæring)|mindretals|særindstilling|tilført|tilføjet|referatet|"
                   r"protokols")


def remarks(flow: Flow, structure: Structure) -> list[Remark]:
    """Protocol remarks and minority statements in reading order. A vote explanation and a reservation are none."""
    out: list[Remark] = []
    for section in structure.sections:
        text = flow.text[section.content : section.end]
        if section.role == "remark":
            out += _headed(flow, structure, section, text)
        elif section.role != "contents" and _GATE.search(text.lower()):
            out += _told(flow, structure, section, text)
    return out


def _told(flow, structure, section, text) -> list[Remark]:
    out = []
    for a, b in sentences(text):
        one = text[a:b]
        match = (_SAYS.search(one) or _FROM.search(one)) if _GATE.search(one.lower()) else None
        if match:
            out.append(_remark(flow, structure, section, match, section.content + a, section.content + b))
    return out


def _headed(flow, structure, section, text) -> list[Remark]:
    """The text under a heading "Mindretalsudtalelse"."""
    found = _told(flow, structure, section, text)
    if found:
        return found
    start = section.content + len(text) - len(text.lstrip())
    match = _PROTEST.match(text.strip())
    kind = _kind(section.heading)
    speaker, side = _speaker(match) if match else (None, None)
    item = structure.items[section.item].number if section.item >= 0 else None
    return [Remark(item, speaker, side, kind, flow.source(start, section.end), structure.body)] if text.strip() else []


def _remark(flow, structure, section, match, start: int, end: int) -> Remark:
    kind = _kind(match["what"])
    speaker, side = _speaker(match)
    item = structure.items[section.item].number if section.item >= 0 else None
    return Remark(item, speaker, side, kind, flow.source(start + match.start(), end), section.body or structure.body)


def _kind(words: str) -> str:
    return "minority_statement" if re.search(r"mindretal|særindstilling", words, re.I) else "protocol_remark"


def _speaker(match: re.Match[str]) -> tuple[str | None, str | None]:
    """Name and party. A party that speaks itself has no speaker; its letter in brackets is the party, else its printed name."""
    who = " ".join(match["who"].split())
    side = (match["party"] or "").strip() or None
    name = re.sub(r"\s*,?\s*\([^()]*\)", "", who).strip()
    if re.fullmatch(LETTERS, name):
        return None, name
    own = party(name)
    if own and own == name:
        return None, side or own
    return name, side


_LABEL = re.compile(
    r"(?P<label>Til\s?stede(?: var)?|Tilstede|Deltagere|Mødedeltagere|Medlemmer|Udvalgsmedlemmer|Fraværende(?: med afbud| uden afbud)?|"
    r"Afbud(?:/[Ff]raværende)?(?: fra)?|Ikke til stede|Deltog ikke)"
    r"\s*:?\s*(?P<names>.*)$", re.S)
_PERSON = re.compile(rf"(?:(?P<chair>Formand|Borgmester)\s)?(?P<name>{_NAME})(?:\s*,?\s*\((?P<notes>[^()]*)\))?(?:\s*\([^()]*\))"
                     rf"?(?:\s*-\s*(?P<after>[Ff]ormand))?")
_COUNT = re.compile(r"(?P<present>\d{1,3})\s(?:ud\s)?af\s(?:\w+\s)?(?P<members>\d{1,3})\s(?:medlemmer|stemmeberettigede)|(?:[Aa]lle)"
                    r"\s(?:\w+s\s)?(?P<all>\d{1,3})\s(?:\w+)?medlemmer\s(?:var|er)\s(?:til stede|mødt)")
_CHAIR = re.compile(rf"(?:ledet af|[Mm]ødeleder:?|[Dd]irigent:?|[Ff]ormand:)\s(?:borgmester\s|formand\s)?(?P<name>{_NAME})")


def attendance(flow: Flow, structure: Structure) -> Attendance:
    """Who was there, as printed in the head; stated numbers too."""
    end = structure.items[0].source.at if structure.items else min(3000, len(flow.text))
    groups: dict[str, list[str]] = {"present": [], "absent": [], "members": []}
    chair, into = None, ""
    for block in structure.pieces:
        if block.start >= end:
            break
        text = flow.text[block.start : block.end].lstrip("•·▪- ")
        for piece in re.split(r"(?<=[.)])\s+(?=(?:Afbud|Fraværende|Til stede|Ikke til stede)\b)", text):
            label = _LABEL.match(piece)
            if label:
                into = _group(label["label"])
                piece = label["names"]
            elif not _people(piece) and not _GROUPED.match(piece):
                into = ""
            if into:
                for person in _PERSON.finditer(piece.partition("tedfortræder")[0]):
                    groups[into].append(person["name"])
                    notes = (person["notes"] or "").lower()
                    chair = person["name"] if person["chair"] or person["after"] or notes.startswith(("formand", "borgmester")) else chair
    counted = _COUNT.search(flow.text, 0, min(len(flow.text), max(end, 1500)))
    led = _CHAIR.search(flow.text, 0, end)
    members = int(counted["all"] or counted["members"]) if counted else None
    present = int(counted["all"] or counted["present"]) if counted else None
    names = (tuple(dict.fromkeys(groups[g])) for g in ("present", "absent", "members"))
    return Attendance(*names, chair or (led["name"] if led else None), present, members)


def _group(label: str) -> str:
    label = label.lower()
    if label.startswith(("frav", "afbud", "ikke", "deltog ikke")):
        return "absent"
    return "members" if "medlemmer" in label else "present"


_SINCE = re.compile(r",?\s(?:sag|pkt\.?|punkt)\s[\d\s,-]+|:\s\w+$|Suppleant for.*$")
_GROUPED = re.compile(r"(?:Liste|Gruppe) [A-ZÆØÅ]$")


def _people(text: str) -> bool:
    """Is the block a name or a row of names?"""
    return bool(_PERSON.match(text)) and len(_SINCE.sub("", _PERSON.sub("", text)).strip(" ,.;og")) < 0.3 * len(text)
