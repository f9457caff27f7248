"""Who was there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.layout import Flow
from extractors.structure import Structure
from extractors.structure.names import LETTERS, PERSON
from minutes.needs import led
from minutes.records import Attendance

_LABEL = re.compile(
    r"(?P<label>Til\s?stede(?: var)?|Tilstede|Deltagere|Mødedeltagere|(?:Øvrige )?[Mm]edlemmer|Udvalgsmedlemmer|Indkaldelse|Mødt(?! fra)|"
    r"(?:Bestyrelsen|\w+s \d{1,2} medlemmer)(?=\s*:|$)|Fremmødte?|(?:I mødet|Følgende) deltog(?=:| [A-ZÆØÅ])|(?:Deltog|Mødt var)(?=:)|"
    r"Følgende (?:var (?:mødt|til ?stede)|havde meldt afbud)|(?:Meldt afbud|Forfald|Fravær|Ikke mødt)(?=:)|"
    r"Fraværende(?: med afbud| uden afbud)?|"
    r"Afbud(?:/[Ff]raværende)?(?: fra)?|(?:Ikke|Ej) til stede|Deltog ikke|MEDLEMMER|DELTAGERE|MØDEDELTAGERE|TIL STEDE|AFBUD|FRAVÆRENDE)"
    r"(?![a-zæøåA-ZÆØÅ])\s*:?\s*(?P<names>.*)$", re.S)
_PERSON = re.compile(rf"(?:(?P<chair>Formand|Borgmester):?\s)?(?P<name>{PERSON})(?:,\s{LETTERS}(?=,?\s*\())?"
                     r"(?:\s*,?\s*\((?P<notes>[^()]*)\))?"
                     rf"(?:\s*\([^()]*\))?(?:(?:\s*-\s*|(?<=\)),?\s)(?P<after>[Ff]ormand|borgmester)\b(?! for\b))?")
_COUNTS = (
    re.compile(r"\b(?P<present>\d{1,3})\s(?:ud\s)?af\s(?:\w+\s)?(?P<members>\d{1,3})\s(?:medlemmer|stemmeberettigede)"),
    re.compile(r"\b(?:[Aa]lle|[Ii]ngen af de)\s(?:\w+s\s)?(?P<all>\d{1,3})\s(?:(?:\w+\s)?\w*medlemmer\b|(?:deltog|var mødt|mødte)\b)"),
    re.compile(r"(?:\b(?:[Tt]il ?stede(?: var)?|[Dd]eltagere|Mødedeltagere):?\s)(?P<present>\d{1,3})\s\w*medlemmer\b"
               r"|\b(?P<there>\d{1,3})\s(?:\w*medlemmer\s)?(?:(?:var\s|er\s)?(?:til ?stede|mødt)\b"
               r"(?! ved mødets (?:begyndelse|start|åbning))|deltog i (?:mødet|afstemningerne)\b)"),
    re.compile(r"^(?:Antal m|M)edlemmer:\s(?P<house>\d{1,2})(?=[.,;\s]|$)"
               r"|\b[Aa]f \w+s (?P<of>\d{1,2}) medlemmer (?:var|er|mødte|deltog)\b"
               r"|\b\w*(?:[Rr]ådet|[Uu]dvalget|[Bb]estyrelsen) (?:har|består af) (?P<has>\d{1,2}) medlemmer(?=[.,])"
               r"|^(?:Medlemmer:\s)?\w+s (?P<called>\d{1,2}) medlemmer(?=:| var indkaldt)", re.M),
)
"""How many were there, of how many: of each kind of wording the first counts, and those before it first."""
_AT_FIRST = re.compile(r"\b[Vv]ed mødets (?:begyndelse|start|åbning) (?:var|er)[^.,;\n]*")
"""Who was there before more came: "Ved mødets start var 13 til stede"."""
_AND_MORE = re.compile(r"[Tt]il ?stede:?\s[^.:]{3,90}\s(?:samt|og)\s(?:yderligere\s)?(\d{1,2})\s(?:andre\s|øvrige\s)?medlemmer\b")
""" "Til stede: borgmester Ida Holm samt 13 medlemmer"."""
_GROUP_BEGINS = re.compile(r"(?<=[.)])\s+(?=(?:Afbud|Fraværende|Til stede|Ikke til stede|Øvrige medlemmer)\b(?!,))")
_CHAIR = led(rf"(?:ledet af|[Mm]ødeleder:?|[Dd]irigent:?|[Ff]ormand:)\s(?:borgmester\s|formand\s)?(?P<name>{PERSON})"
             rf"|(?:[Bb]orgmester|[Ff]ormand)\s(?P<led>{PERSON})\sledede mødet")


def attendance(flow: Flow, structure: Structure) -> Attendance:
    """Who was there, as printed in the head; stated numbers too."""
    end = _head_end(flow, structure)
    groups: dict[str, list[str]] = {"present": [], "absent": [], "members": []}
    chair, into, stood_in = None, "", False
    for block in structure.pieces:
        if block.start >= end:
            break
        text = flow.text[block.start : block.end].lstrip("•·▪- ")
        away = list(_stayed_away(text))
        for piece in _GROUP_BEGINS.split(text):
            label = _LABEL.match(piece)
            piece = _OFFICE.sub("", _SEAT.sub(r"\1", _OF_GROUP.sub("", piece)) if into and not label else piece)
            if into and not piece:
                continue
            if label:
                into = _group(label["label"])
                piece = _OFFICE.sub("", label["names"])
            elif _LED_IT.search(piece) or not (_people(piece) or _GROUPED.match(piece) or stood_in and _SURNAME.fullmatch(piece)):
                into = ""
            stood_in = "tedfortræder for" in piece
            if into:
                piece = _STANDS_IN.sub("", piece) if into == "absent" else piece
                if into != "absent" and piece == "Formand" and groups[into]:
                    chair = groups[into][-1]
                for person in _PERSON.finditer(_OF_WHOM.sub("", _LATER.split(piece.partition("tedfortræder")[0])[0])):
                    if person["name"].isupper() or person["name"].endswith((" Kommune", " Side")):
                        continue  # a heading: "ÅBNE SAGER"; a letterhead
                    groups[into].append(person["name"])
                    notes = (person["notes"] or "").lower()
                    leads = person["chair"] or person["after"] or notes.startswith(("formand", "borgmester"))
                    chair = person["name"] if leads and into != "absent" else chair
            groups["absent"] += away
    led = _CHAIR.search(flow.text, 0, end)
    present, members = _counts(flow.text[: end if structure.items else 0], bool(groups["absent"]))
    if present is None and groups["present"] and (more := _AND_MORE.search(flow.text, 0, end)):
        present = len(groups["present"]) + int(more[1])
    groups["absent"] = groups["absent"] or _never_there(flow, structure)
    names = {group: tuple(dict.fromkeys(groups[group])) for group in ("present", "absent", "members")}
    chair = chair or ((led["name"] or led["led"]).partition("\n")[0] if led else None)
    return Attendance(names["present"], names["absent"], names["members"], chair, present, members)


def _counts(head: str, some_away: bool) -> tuple[int | None, int | None]:
    """How many were present, and how many members there are; "alle 25" are no more than members when some are away."""
    if not any(word in head for word in _COUNTED):
        return None, None
    head = _AT_FIRST.sub("", head)
    said: dict[str, int] = {}
    for form in _COUNTS:
        for name, number in (found.groupdict() if (found := form.search(head)) else {}).items():
            if number:
                said.setdefault(name, int(number))
    everyone = said.get("all")
    present = said.get("present", said.get("there", None if some_away else everyone))
    return present, next((said[k] for k in ("members", "all", "house", "of", "has", "called") if k in said), None)


def _head_end(flow: Flow, structure: Structure) -> int:
    """Where the head ends: at the first item, or at the next when that tells who was there."""
    starts = [*(item.source.at for item in structure.items), min(3000, len(flow.text))]
    calls = structure.items and (_ROLL.match(structure.items[0].title) or _CALLED.search(flow.text, starts[0], starts[1]))
    return starts[1 if calls else 0]


_ROLL = re.compile(r"(?:fravær|afbud|fremmøde)", re.I)
_CALLED = re.compile(
    r"^(?:I mødet deltog|Følgende (?:havde meldt afbud|var mødt|deltog)|Fraværende (?:med|uden) afbud|Fremmøde(?: og inhabilitet)?) ?:",
    re.M)
"""How the roll is called below the first item, which else tells only who was not there when it was decided."""


def _stayed_away(text: str) -> Iterator[str]:
    """Those whom a sentence says to be absent."""
    for match in _STAYED_AWAY.finditer(text) if any(word in text for word in _AWAY) else ():
        yield from (person["name"] for person in _PERSON.finditer(match[match.lastgroup or 0]))


def _never_there(flow: Flow, structure: Structure) -> list[str]:
    """Those who are absent in the same words at every decision of the meeting, two at least, where the head tells of none."""
    own = [s for s in structure.decided if not s.earlier and s.body in (None, structure.body)]
    rows = [list(_away_at(flow.text, s.content, s.end)) for s in own]
    return [name for name in rows[0] if all(name in row for row in rows)] if len(rows) > 1 else []


def _away_at(text: str, start: int, end: int) -> Iterator[str]:
    """Those whom a decision tells to be absent, in a list or a sentence."""
    told = _AT_DECISION.search(text, start, end)
    if told and not _CAME.match(told["names"]):
        yield from (person["name"] for person in _PERSON.finditer(_STANDS_IN.sub("", told["names"])))
    for line in text[start:end].split("\n"):
        yield from _stayed_away(line)


_CAME = re.compile(rf"{PERSON}(?:\s?\([^()]*\))?\s(?:deltog|deltager|mødte|møder|er indkaldt)\b(?! ikke)")
_AT_DECISION = re.compile(
    r"^(?:Fraværende|Afbud|(?:Ikke|Ej) til stede|Deltog ikke)(?: med afbud| fra)?(?::\s*|\s)"
    rf"(?P<names>[A-ZÆØÅ].*(?:\n{PERSON}(?: \([^()\n]*\))?[.,]?$)*)", re.M)


def _group(label: str) -> str:
    label = label.lower()
    if label.startswith(("frav", "ikke", "ej ", "deltog ikke", "forfald")) or "afbud" in label:
        return "absent"
    return "members" if "medlemmer" in label or label in ("indkaldelse", "bestyrelsen") else "present"


_OF_GROUP = re.compile(r"(?:\w+(?:valgte|repræsentant(?:er)?|medlemmer)"
                       r"|F(?:or|ra) (?!\w*(?:forvaltning|administration|sekretariat|ledelse|kommune)\w*:)[^:.\d]{3,70}):\s*")
"""Whom those who follow were chosen by: "Forældrevalgte: Ida Holm, Bo Ravn"."""
_SEAT = re.compile(rf"^({PERSON}):\s[A-ZÆØÅ][^,:\d]*$")
"""Whom one in a line of a list sits for: "Ida Holm: Medlem for foreningerne"."""
_OFFICE = re.compile(r"^(?:\d\. )?(?:Næstformand|[Vv]iceborgmester):?\s")
_OF_WHOM = re.compile(r"(?<=[\w)])\s[–-]\s(?!(?:[Nn]æst)?[Ff]ormand\b(?! for\b))[^,]*$")
"""Whom the one in a line speaks for: "Ida Holm - Grundejerforeningen"."""
_SINCE = re.compile(r"\s[–-]\s.*$|,\s(?:løsgænger|uden for parti(?:erne)?)$"
                    r"|\s(?:ved|med|uden) afbud$|,?\s(?:sag|pkt\.?|punkt)\s[\d\s,-]+|:\s\w+$|,?\s?[Ss]uppleant for.*$"
                    r"|\s(?:Deltog|Afbud)\b"
                    r"|(?:,|(?<=\)))\s(?:\d\. )?(?:borgmester|formand|(?:næst|vice)\w+|stedfortræder\b[^.]*)(?=[,.]|$)")
_LATER = re.compile(r"\.\s(?=(?:De )?[Øø]vrige \w*medlemmer\b"
                    r"|[A-ZÆØÅ][^.]*\b(?:mødte|forlod|ankom|deltog|deltager|ledede|åbnede|hævede|førte|fører|skrev|tog)\b)")
"""After the names of who is away, who came later or led the meeting: "Afbud fra Ida Holm. Bo Ravn mødte kl. 17.13"."""
_LED_IT = led(r"\b(?:ledede|åbnede|hævede) mødet\b|^Fra ")
_STANDS_IN = re.compile(
    rf"(?:,|;|\sog|\s[–-])?\s(?:(?:\d\. )?[Ss]uppleant(?:en)?,?\s)?{PERSON}(?:\s?\([^()]*\))?,?\s(?:(?:er|var|blev)\s)?"
    r"(?:deltog|deltager|mødte|møder|indkaldt|indkaldes)\b(?! ikke)[^,.;\n]*|,?\s(?:\d\. )?[Ss]uppleant(?:en)?\s.*", re.S)
"""After the name of who is away, who came instead: "Ida Holm, suppleant Bo Ravn deltog"."""
_SURNAME = re.compile(r"[A-ZÆØÅ][\w-]+")
"""The end of a name that a line breaks: "stedfortræder for Ida" and "Holm"."""
_GROUPED = re.compile(rf"(?:(?:Liste|Gruppe) [A-ZÆØÅ]|(?:\d\. )?(?:Formand|[Nn]æstformand)|Løsgænger|\({LETTERS}\))$")
"""What stands between names in lines of their own: a group, an office, a party."""
_NAMES = rf"{PERSON}(?:(?:\s?\({LETTERS}\))?(?:,\s|\s(?:og|samt)\s){PERSON})*"
_STAYED_AWAY = re.compile(rf"\b(?:undtagen|bortset fra)\s(?P<names>{_NAMES})|(?P<who>{_NAMES})\shavde meldt (?:afbud|forfald)\b"
                          rf"|\bafbud fra\s(?P<sorry>{_NAMES})|(?P<gone>{_NAMES})(?:\s?\({LETTERS}\))?\s"
                          r"(?:var fraværende(?: (?:med|uden) afbud)?(?=\.|\Z| i hele)"
                          r"|deltog ikke (?:på|i) mødet\b(?! (?:under|ved|fra|efter|om|til|før)\b))")
"""Who was absent, in a sentence: "Alle medlemmer var mødt undtagen Ida Holm, der havde meldt afbud"."""
_AWAY, _COUNTED = ("undtagen", "bortset", "havde", "afbud fra", "var fraværende", "deltog ikke"), (
    "edlemmer", "stemmeberettigede", "Alle ", "deltog", "mødt")
"""One of these words stands in every such sentence, and in every count."""


def _people(text: str) -> bool:
    """Is the block a name or a row of names?"""
    return bool(_PERSON.match(text)) and len(_SINCE.sub("", _PERSON.sub("", text)).strip(" ,.;og")) < 0.3 * len(text)
