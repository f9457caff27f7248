"""Protocol remarks and minority statements, with their speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.decisions.remark_words import (
    BY,
    ENTERS,
    ENTRY,
    GLUE,
    NOBODY,
    OBSERVED,
    PARTY,
    PROTEST,
    QUOTED,
    REQUEST,
    SAYS,
    STANCE,
    TO_ITEM,
    WHAT,
    WISHES,
)
from extractors.layout import Flow
from extractors.sentences import sentences, unquoted
from extractors.structure import Section, Structure
from extractors.structure.names import LETTERS, PERSON, is_letter, party
from extractors.structure.sheet import unfilled
from minutes.needs import led
from minutes.records import Remark

_GATE = led(
    r"protokol|følgende (?:bemærkning|udtalelse|erklæring)|mindretal|dissens|afvigende mening"
    r"|sær(?:indstilling|udtalelse|standpunkt)|referat|(?:til|ind)fø|refer|skrevet|medtaget|noter|bemærke[t,]|nævn[te]|anfør|optaget|bogs"
    rf"|{TO_ITEM.lower()}"
)
"""What a text, in lower case, has that tells of a remark."""
_ALSO = re.compile(rf",?\s(?:og|men)\s(?:{WISHES}(?!\w)[^.;]{{0,40}})?\Z")
"""The second thing that a speaker did."""
_REACH = 90
"""Characters from the verb to what is entered."""


def remarks(flow: Flow, structure: Structure) -> list[Remark]:
    """Protocol remarks and minority statements in reading order, one a speaker; a reservation is one when its reason is told."""
    out: list[Remark] = []
    for section in structure.sections:
        text = flow.text[section.content : section.end]
        if section.role == "remark":
            out += _headed(flow, structure, section, text)
        elif section.role != "contents" and _GATE.search(text.lower()):
            out += _told(flow, structure, section, text)
        known = [(r.source.at, r.source.at + len(r.source.quote)) for r in out]
        if section.role == "decision" or not section.role and section.item >= 0:
            out += _below(flow, structure, section, text, known)
        if section.role not in ("remark", "contents"):
            out += _reasoned(flow, structure, section, text, known)
    out = [replace(r, party=r.party or _party_of(flow, r.speaker), item=_item(flow, structure, r)) for r in out]
    return sorted(out, key=lambda r: r.source.at)


def _item(flow: Flow, structure: Structure, remark: Remark) -> str | None:
    """The item of a remark: that which it stands below, or at the end of the paper the one that it names, where no point there has its
    number."""
    if not structure.items or remark.item not in (None, structure.items[-1].number):
        return remark.item
    at = remark.source.at
    line = flow.text[max(flow.text.rfind("\n", 0, at) + 1, at - _REACH) : at + len(remark.source.quote)]
    named = {structure.numbered(m[0].split()[-1]) for m in _NAMED.finditer(re.split(r"[\"»”“]|, at\b", line)[0])} - {None}
    number = named.pop() if len(named) == 1 else None
    own = flow.text[structure.items[-1].source.at : at]
    return remark.item if not number or re.search(rf"(?m)^(?:[Aa]t )?0?{unfilled(number)}[.)]\s", own) else number


_NAMED = re.compile(TO_ITEM)


def _party_of(flow: Flow, name: str | None) -> str | None:
    """The party that stands in brackets or in the next cell behind a person's full name wherever the paper tells it, if always the same."""
    if not name or not re.fullmatch(PERSON, name):
        return None
    printed = rf"{re.escape(name)}(?:,?\s\((?P<letter>{LETTERS})(?:,[^()]*)?\)|(?:,[^\t\n]*)?\t(?P<party>{PARTY})(?=[\t\n]))"
    found = {m["letter"] or m["party"] for m in re.finditer(printed, flow.text)}
    return found.pop() if len(found) == 1 else None


def _below(flow: Flow, structure: Structure, section: Section, text: str, known: list[tuple[int, int]]) -> list[Remark]:
    """What someone with a party is quoted for below a decision, or has observed, where no remark found before holds it."""
    spans = [(who, who.start(), who.end()) for who in QUOTED.finditer(text)]
    if not section.role:
        spans = [span for span in spans[-1:] if span[0]["group"] or span[0]["behalf"] and not text[span[2] :].strip()]
    elif not section.heading.lower().startswith("referat"):
        spans += [(who, a, said.end()) for said in OBSERVED.finditer(text) for a, who in _observers(text, said.start())]
    at = section.content
    return [_remark(flow, structure, section, who, "", at + a, at + b) for who, a, b in spans if not any(c <= at + a < d for c, d in known)]


def _observers(text: str, end: int) -> list[tuple[int, re.Match[str]]]:
    """ "Ida Holm og Bo Ravn (V)", "V-gruppen" before a verb: with whom the sentence begins, and where; the last person has a party."""
    low = max(text.rfind("\n", 0, end) + 1, max((m.end() for m in _SENTENCE_BEGINS.finditer(text, max(end - 200, 0), end)), default=0))
    names = _chain(text[low:end], end - low)
    persons = names and is_letter(names[-1]["party"] or "") and all(re.fullmatch(PERSON, who["name"] or "") for who in names)
    return [(low, who) for who in names] if names and names[0].start() == 0 and (persons or _of_parties(names)) else []


_SENTENCE_BEGINS = re.compile(r"[.!:;] (?=[A-ZÆØÅ])")


def _reasoned(flow: Flow, structure: Structure, section: Section, text: str, known: list[tuple[int, int]]) -> list[Remark]:
    """The stands with a reason that no remark found before holds."""
    out = []
    for stance in STANCE.finditer(text):
        at, low = section.content + stance.start(), max(text.rfind("\n", 0, stance.start()) + 1, stance.start() - 200)
        if not any(a <= at < b for a, b in known):
            end = section.content + next((b for _, b in sentences(text[stance.start() :])), 0) + stance.start()
            names = _chain(text[low : stance.start()], stance.start() - low)
            if not names or not (names[-1]["party"] or _of_parties(names) or _party_of(flow, names[-1]["name"])):
                continue
            for who in names:
                out.append(_remark(flow, structure, section, who, "", section.content + low + who.start(), end))
    return out


def _told(flow: Flow, structure: Structure, section: Section, text: str) -> list[Remark]:
    """The remarks that sentences tell of: who stands before the verb, or after "fra" and "af"."""
    out = []
    before = ""
    for a, b in sentences(text):
        one, above, before = text[a:b], before, text[a:b]
        said = unquoted(one) if _GATE.search(one.lower()) else ""
        what = WHAT.search(said) or ENTERS.search(said)
        if not what:
            continue
        speakers = next((found for way in _WAYS if (found := way(one, what))), [])
        for k, speaker in enumerate(speakers):
            other = speakers[k + 1] if k + 1 < len(speakers) else None
            start = section.content + a + min(speakers[0].start(), what.start())
            if other and one[speaker.end() : other.start()] == ", " and re.fullmatch(PERSON, other["name"] or "") and (
                    _ROLE.fullmatch(speaker["name"] or "") or _SPEAKS_FOR.search(one, 0, speaker.start())):
                continue  # "Formanden, Ida Holm, fik tilført protokollen"
            who = _meant(above) if speaker["name"] in ("Han", "Hun") else speaker
            made = _remark(flow, structure, section, who, what[0], start, section.content + b)
            group = _ON_BEHALF.match(one) or _ON_THEIRS.search(one, 0, what.start())
            out.append(replace(made, party=group[1]) if group and made.speaker and not made.party else made)
    return out


_ON_BEHALF = re.compile(rf"\s*På vegne af ({PARTY}|{LETTERS}|[A-ZÆØÅ]\w*(?:listen|partiet))(?!\w)")
_ON_THEIRS = re.compile(rf"\bpå ({PARTY}|{LETTERS}|[A-ZÆØÅ]\w*(?:listen|partiet))['’]?s vegne\b")
""" "Ida Holm forlangte på Venstres vegne følgende tilført protokollen"."""
_ROLE = re.compile(r"(?:Formanden|Næstformanden|(?:Vice)?[Bb]orgmesteren|Rådmanden|Ordføreren|Udvalgsformanden"
    r"|(?!\w*listen)[A-ZÆØÅ]\w{4,}(?<!s)en)")
_SPEAKS_FOR = re.compile(r"(?:[Rr]epræsentanten|[Mm]edlemmet|[Tt]almanden|[Tt]alsmanden|[Ff]ormanden) (?:for|fra|af) \Z")
""" "Repræsentanten for Dansk Blindesamfund, Ida Holm, ønskede": whom the speaker stands for."""


def _meant(above: str) -> re.Match[str] | None:
    """Whom "hun" means: the one person with a party in the sentence before."""
    named = [who for who in ENTRY.finditer(above) if who["name"] and (who["party"] or who["of"])]
    return named[0] if len(named) == 1 else None


def _subject(one: str, what: re.Match[str]) -> list[re.Match[str]]:
    """ "Ida Holm (V) takkede for forløbet og ønskede det ført til protokols": the names that the sentence begins with."""
    if not _ALSO.search(one, 0, what.start()):
        return []
    found = _names(one, len(one) - len(one.lstrip()))
    return found if found and (found[-1]["party"] or re.fullmatch(rf"{PERSON}|{LETTERS}|[A-ZÆØÅ]{{2,4}}", found[-1]["name"] or "")) else []


def _inverted(one: str, what: re.Match[str]) -> list[re.Match[str]]:
    """ "På vegne af gruppen ønskede Ida Holm (V) tilført", "Til protokollen bemærkede Ida Holm (V)": the names right after the verb."""
    begins = _LED.match(one) or _FROM.match(one) or _MINORITY.match(one) or _AT_REQUEST.search(one, 0, what.start())
    return _names(one, begins.end()) if begins and begins.end() - what.start() < _REACH else []


_MINORITY = re.compile(r"\s*(?:Et mindretal|Mindretallet)(?: på \w+)?(?:,? (?:bestående af|anført af|ved) |, | \()(?=[A-ZÆØÅ])")
_AT_REQUEST = re.compile(REQUEST)


_FROM = re.compile(r"\s*Fra\s(?=[A-ZÆØÅ][^.\n]{2,80}? (?:er|blev|var|forelå|foreligger|kom)(?: der)? "
                   r"(?:(?:indgået|afgivet|modtaget|indleveret|fremsat|tilført) )?(?:følgende|denne|en) )")
_LED = re.compile(rf"\s*(?:{TO_ITEM}|På vegne af|Til (?:protokol|referat)\w*|Herefter|Endvidere|Desuden|Derudover|Samtidig|Hertil|Dertil"
                  r"|I (?:den|denne|samme) (?:forbindelse|anledning|sammenhæng)|(?:På|Med) baggrund|Efter|Vedrørende|Vedr\."
                  r"|Angående|Med hensyn til|For så vidt angår|I relation til|Efterfølgende|Afslutningsvis|Endelig|Derfor|Dog"
                  r"|I forlængelse (?:heraf|af)|I tilknytning (?:hertil|til)|Med samme begrundelse|Ligeledes|Også)\b[^.,:;\n]{0,60}?\s"
                  r"(?:ønske(?:de|r)|bemærke(?:de|r)|bad|be(?:d|gær)er|begærede|anmodede|afgav|fremsatte|fremkom(?:mer)?|anfør(?:te|er)"
                  r"|tilføje(?:de|r)|udtal(?:te|er)|erklære(?:de|r)|lod|lader|fik|får)\s(?=[A-ZÆØÅ])")


def _before(one: str, what: re.Match[str]) -> list[re.Match[str]]:
    """ "Mindretallet, Ida Holm (V) og Bo Ravn (C), begærede tilført protokollen": the names that lead up to the verb."""
    if what.re is ENTERS or what["records"] or what["gives"]:
        return _chain(one, what.start() - 1)
    for verb in SAYS.finditer(one, 0, what.start()):
        if what.start() - verb.end() < _REACH and (found := _chain(one, verb.start()) or _chain(one, verb.start() + 1)):
            return found
    whose = _WHOSE.search(one, 0, what.start())
    if whose and ":" in one[what.end() : what.end() + _LABEL]:
        return [whose]
    dash = _DASH.search(one, 0, what.start())
    return _chain(one, dash.start()) if dash else []


_WHOSE = re.compile(rf"(?:^|[.:]\s)\s*(?P<name>{PARTY}|{PERSON}|(?:Liste|Gruppen?)\s[A-ZÆØÅ]|[A-ZÆØÅ]\w*(?:listen|partiet))s\s\Z")
""" "Enhedslistens protokolbemærkning: ..."."""
_LABEL = 25
_DASH = re.compile(r"\s?[-–:]\s\Z")
""" "Ida Holm (A) – protokolbemærkning: ..."."""


def _chain(one: str, end: int) -> list[re.Match[str]]:
    """The names, one after another, of which the last ends at `end`."""
    found: list[re.Match[str]] = []
    end = beside.start(beside.lastgroup or 0) if (beside := _APPOSITION.search(one, 0, end)) else end
    for entry in reversed(list(ENTRY.finditer(one, 0, end))):
        if not GLUE.fullmatch(one, entry.end(), found[0].start() if found else end) or NOBODY.fullmatch(entry["name"] or ""):
            break
        found.insert(0, entry)
    return found


_APPOSITION = re.compile(r"(?<=[\w)])(?P<of>, (?:(?!og |samt |der |som |idet |men )[a-zæøå]+ [^,.:;()]{1,40},?"
                         r"|(?:der|som) [^,.:;()]{1,60},))\Z"
                         rf"|{PARTY}(?P<listed>, [Ll]iste [A-ZÆØÅ],)\Z"
                         rf"|(?:{PARTY}|listen|partiet|gruppe)(?P<within> i (?:\w+ )?\w*(?:[Uu]dvalg(?:et)?|rådet|bestyrelsen))\Z"
                         rf"|{PERSON}(?P<from> fra (?!{PARTY})[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+){{0,3}})\Z")
""" "Ida Holm, afdeling 7, bad om", "Ida Holm fra Grundejerforeningen bad om": what a speaker stands for."""


def _after(one: str, what: re.Match[str]) -> list[re.Match[str]]:
    """ "Protokolbemærkning fra Ida Holm (V) og Bo Ravn (C)": the names after "fra"."""
    about = _ABOUT.match(one, what.end())
    at = about.end() if about else what.end()
    by = BY.match(one, at) or _THEN_SAYS.match(one, at) or _IN_BRACKETS.match(one, at)
    led = by or _COLON.match(one, at)
    found = _names(one, led.end()) if led else []
    told = found and (found[-1]["party"] or _of_parties(found) and SAYS.match(one, found[-1].end()))
    return found if by or told else []


def _of_parties(names: list[re.Match[str]]) -> bool:
    return all(who["group"] or _OF_GROUP.fullmatch(who["name"]) or party(who["name"]) for who in names)


_ABOUT = re.compile(rf",?\s{TO_ITEM}")
_THEN_SAYS = re.compile(r"\s(?:anfør(?:te|er)|udtal(?:te|er)|skrev|skriver|bemærke(?:de|r)|fremsatte|afgav|tilføje(?:de|r)|erklære(?:de|r))"
                        r"\s(?=[A-ZÆØÅ])")
""" "Som protokolbemærkning anførte Ida Holm (A)"."""
_IN_BRACKETS = re.compile(r"\s\((?=[A-ZÆØÅ][^\n:]{0,80}\)\s?:)")
""" "Protokolbemærkning (Ida Holm, A): ..."."""
_COLON = re.compile(r"\s?:\s(?=[A-ZÆØÅ])")


def _names(one: str, at: int) -> list[re.Match[str]]:
    """The names that stand at `at`, one after another."""
    found: list[re.Match[str]] = []
    while (entry := ENTRY.match(one, at)) and not NOBODY.fullmatch(entry["name"] or ""):
        found.append(entry)
        at = next(GLUE.finditer(one, entry.end())).end()
    return found


def _headed(flow: Flow, structure: Structure, section: Section, text: str) -> list[Remark]:
    """The text under a heading "Mindretalsudtalelse": what its sentences tell of, or its paragraphs, each from its speakers to the next."""
    found = _told(flow, structure, section, text)
    if found or not text.strip() or _NOTHING.match(text):
        return found
    named = [(m.start(), names) for m in _PARAGRAPH.finditer(text) if (names := _signed(text, m.end(), m.end() > m.start()))]
    verb = PROTEST.search(text)
    start = len(text) - len(text.lstrip())
    named = named or [(start, _chain(text, verb.start()) if verb and verb.start() < _REACH else [])]
    for (a, names), b in zip(named, [*(at for at, _ in named[1:]), len(text)], strict=True):
        tellers: Sequence[re.Match[str] | None] = names or [None]
        end = section.content + len(text[:b].rstrip())
        found += [_remark(flow, structure, section, who, section.heading, section.content + a, end) for who in tellers]
    return found


def _signed(text: str, at: int, led: bool) -> list[re.Match[str]]:
    """The speakers with whom a paragraph begins, before its colon: "Ida Holm (A): ...", "Fra Bo Ravn, V: ...", or `led` by "Fra" alone."""
    names = _names(text, at)
    full = led and names and re.fullmatch(PERSON, names[-1]["name"] or "")
    if not names or not (full or names[-1]["party"] or names[-1]["letter"] or _of_parties(names)):
        return []
    said = SAYS.match(text, names[-1].end())
    return names if text[said.end() if said else names[-1].end() :].lstrip().startswith((":", ", at ")) else []


_PARAGRAPH = re.compile(rf"(?m)^(?:{TO_ITEM} )?(?:[Ff]ra |[Aa]f )?(?=[A-ZÆØÅ])")
_NOTHING = re.compile(r"\W*(?:Ingen|Intet)\b")


def _pronoun(one: str, what: re.Match[str]) -> list[re.Match[str]]:
    """ "Ida Holm (V) ville hellere vente; det vil hun have stående i referatet": the names that the sentence begins with."""
    found = _names(one, len(one) - len(one.lstrip())) if _THEY.search(one, 0, what.start() + 1) else []
    return found if found and (found[-1]["party"] or _of_parties(found)) else []


_THEY = re.compile(r"[,;] (?:\w+ ){0,3}(?:han|hun|de|partiet|gruppen)\b[^.;:]{0,40}\Z")


_WAYS = (_inverted, _subject, _before, _after, _pronoun)


def _remark(
    flow: Flow, structure: Structure, section: Section, who: re.Match[str] | None, what: str, start: int, end: int
) -> Remark:
    speaker, side = _speaker(who) if who else (None, None)
    minority = re.search(r"mindretal|sær(?:indstilling|udtalelse|standpunkt|lig udtalelse)", what, re.I)
    kind = "minority_statement" if minority else "protocol_remark"
    item = structure.items[section.item].number if section.item >= 0 else None
    return Remark(item, speaker, side, kind, flow.source(start, end), section.body or structure.body)


def _speaker(who: re.Match[str]) -> tuple[str | None, str | None]:
    """Name and party. A party that speaks itself has no speaker; its letter in brackets is the party, else its printed name."""
    told = who.groupdict()
    printed = " ".join((told.get("group") or told.get("name") or told.get("speaker") or who[1]).split())
    name, member = _TITLE.sub("", printed), _MEMBER.match(printed)
    side = member[1] if member else next(
        (_LISTE.sub("", found.strip()) for key in ("party", "letter", "of", "short", "via", "behalf") if (found := told.get(key))), None)
    if letter := _OF_GROUP.fullmatch(name):
        return None, letter[1] or letter[2]
    if party(name) == name:
        return None, side or name
    return name, side


_MEMBER = re.compile(rf"({LETTERS})-medlem\w*\s(?=[A-ZÆØÅ])")
_LISTE = re.compile(r"^[Ll]iste (?=[A-ZÆØÅ]$)")
_TITLE = re.compile(rf"^(?:{_MEMBER.pattern}|(?:\w+medlem|Medlem|\w*[Bb]orgmester|Rådmand|\w*[Ff]ormand)\s(?=[A-ZÆØÅ]))")
"""An office before a name, which is no part of it."""
_OF_GROUP = re.compile(rf"(?:(?:Gruppen?|\w{{3,}}gruppe) )?({LETTERS})|({LETTERS})-gruppen")
"""A group by its letter: "V", "Gruppe V", "Byrådsgruppe V", "V-gruppen"."""
