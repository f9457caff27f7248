"""Where decisions stand: under a heading of their own, told in prose, or spoken in running text. One passage is one body's decision."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from extractors.decisions.asides import own_sentences
from extractors.decisions.outcome import Outcome, judge
from extractors.decisions.passed_on import passed_on, put_off
from extractors.decisions.spoken import Spoken, bare, chosen, spoken, tells
from extractors.decisions.spoken_words import FOLLOWS
from extractors.layout import Block, Flow
from extractors.sentences import sentences
from extractors.structure import Section, Structure
from extractors.structure.days import DAY, day, told
from extractors.structure.names import BODY, body_name

_RETOLD = re.compile(
    r"\s(?:anbefalede|anbefaler|godkendte|tiltrådte|indstillede|vedtog|drøftede|udsatte|besluttede|tog|oversendte|behandlede"
    r"|har\b.{0,60}? (?:anbefalet|godkendt|tiltrådt|indstillet|vedtaget|drøftet|udsat|besluttet|oversendt))\b", re.I)
_DATED = re.compile(r"\s*(?P<label>(?:Møded|D)ato\s?:?\s+)?(?:\w+dag\s)?(?:den\s)?")


@dataclass(slots=True)
class Passage:
    """The text of one decision: offsets, the item's index, whose and when. `earlier`: of another meeting than the paper's.

    `verdict` is known before for a spoken decision; `aside` is a vote that decides nothing by itself.
    """

    start: int
    end: int
    item: int
    body: str | None
    date: date | None
    earlier: bool
    verdict: Outcome | None = None
    aside: bool = False


def passages(flow: Flow, structure: Structure) -> list[Passage]:
    """Every passage in reading order."""
    found = list(_printed(flow, structure))
    if structure.kind == "minutes":
        settled = {p.item for p in found if not p.earlier}
        last = {p.item: p for p in found if p.item not in settled and p.item >= 0}
        found += [own for p in last.values() if (own := _below(flow, structure, p))]
        settled |= {p.item for p in found if not p.earlier}
        taken = [(p.start, p.end) for p in found]
        found += [_told(flow, structure, s) for s in spoken(flow, structure, settled, taken)]
    for passage in found:
        passage.end = _foot(flow, passage)
    return sorted(found, key=lambda p: p.start)


def _foot(flow: Flow, passage: Passage) -> int:
    """Where a passage ends above the footnotes and the links of a web page that stand below it."""
    end, last = passage.end, _last_block(flow, passage.start, passage.end)
    while last and last.kind == "note" and last.start > passage.start:
        end = last.start
        last = _last_block(flow, passage.start, end)
    link = _TO_TOP.search(flow.text, max(end - _LINK, passage.start + 1), end)
    return link.start() if link else end


def _last_block(flow: Flow, start: int, end: int) -> Block | None:
    return flow.block_at(start + len(flow.text[start:end].rstrip()) - 1)


_TO_TOP = re.compile(r"\s+(?:Tilbage t|T)il toppen\s*$")
_LINK = 30
"""More characters than such a link has."""


def _below(flow: Flow, structure: Structure, last: Passage) -> Passage | None:
    """The meeting's own decision in a paragraph below the last one of an earlier meeting, which it ends: "Anbefales. / Vedtaget."; where
    that one has its heading in its line ("Økonomiudvalget den 9. maj 2006: Anbefales."), any paragraph that decides."""
    text = flow.text[last.start : last.end]
    said = last.start + len(text) - len(text.lstrip())
    start = flow.text.find("\n", said, last.end) + 1
    named = flow.text[flow.text.rfind("\n", 0, said) + 1 : said].strip()
    while start and not (bare(flow.text[start : last.end]) or named and tells(flow.text[start : last.end], structure.body)):
        start = flow.text.find("\n", start, last.end) + 1
    if not start or last.body == structure.body or judge(flow.text[said:start]).outcome == "unknown":
        return None
    own = Passage(start, last.end, last.item, structure.body, structure.meeting_date, False)
    last.end = start
    return own


def _told(flow: Flow, structure: Structure, said: Spoken) -> Passage:
    """A decision in running text, with the flags of its words."""
    verdict = judge(flow.text[said.start : said.end])
    if not verdict.outcome.startswith(said.outcome):
        verdict = replace(verdict, outcome=said.outcome)
    return Passage(said.start, said.end, said.item, structure.body, structure.meeting_date, False, verdict, said.aside)


def _printed(flow: Flow, structure: Structure) -> Iterator[Passage]:
    """The decisions under a heading of their own, and those that the route of the item tells."""
    for section in structure.sections:
        if section.role == "decision" and flow.text[section.content : section.end].strip(" \n.:–-"):
            yield from _of_section(flow, structure, section)
        elif section.role == "route":
            yield from _retold(flow, section, section.content, None)
        elif section.item >= 0 and structure.kind == "minutes":
            yield from _passed_on(flow, structure, section)


def _passed_on(flow: Flow, structure: Structure, section: Section) -> Iterator[Passage]:
    """What other bodies said of the case on its way, in text of another kind."""
    text = flow.text[section.content : section.end]
    title = structure.items[section.item].title
    for said in passed_on(text, structure.body, structure.meeting_date, section.role == "recommendation", title):
        start, end = section.content + said.start, section.content + said.end
        verdict = judge(flow.text[start:end])
        if verdict.outcome == "unknown" or said.puts and verdict.outcome == "recommended_amended":
            verdict = replace(verdict, outcome="recommended")
        yield Passage(start, end, section.item, said.body, said.date, True, verdict)
    yield from _put_off(flow, structure, section)


def _put_off(flow: Flow, structure: Structure, section: Section) -> Iterator[Passage]:
    """The earlier meetings that put the case off, as a section tells."""
    for said in put_off(flow.text[section.content : section.end], structure.body, structure.meeting_date):
        start, end = section.content + said.start, section.content + said.end
        yield Passage(start, end, section.item, said.body, said.date, True, Outcome("postponed", []))


def _of_section(flow: Flow, structure: Structure, section: Section) -> Iterator[Passage]:
    """A section's own decision, after those of earlier meetings that it tells first."""
    body = _as_headed(section.body, structure.body) or (None if section.earlier else structure.body)
    when = section.date or _dated_below(flow, section) or (None if section.earlier else structure.meeting_date)
    retold = _retold(flow, section, section.content, when) or [
        p for p in _put_off(flow, structure, section) if not flow.text[section.content : p.start].strip()]
    yield from retold
    start = retold[-1].end if retold else section.content
    said = flow.text[start : section.end]
    brought = _BROUGHT.match(said)
    if brought and body_name(brought["who"]) != body and (on := told(said, when)):
        yield Passage(start, section.end, section.item, body_name(brought["who"]), on, True)
        return
    known = _known(structure, section, said)
    if said.strip() and (section.heading or known or judge(said).outcome != "unknown"):
        yield Passage(start, section.end, section.item, body, when, _is_earlier(structure, section, body, when), known)


_BROUGHT = re.compile(rf"\W*Fremsendes til [^.]{{3,60}}? med bemærkning,? at (?P<who>{BODY.pattern}) i (?:sit )?møde[t]? ")
""" "Fremsendes til Nordby Byråd med bemærkning, at Magistraten i mødet den 4. maj anbefaler ...": whose decision it is, and its day."""


def _known(structure: Structure, section: Section, said: str) -> Outcome | None:
    """What was decided where the words do not tell: who was chosen, or what "Det besluttede vi" heads, with whose
    words "Udvalget besluttede" makes a sentence."""
    title = structure.items[section.item].title if section.item >= 0 else ""
    resolved, elected = _RESOLVED.match(section.heading), chosen(title, said)
    own = own_sentences(said) if resolved else ()
    if own and own[0][0].islower() and judge(own[0]).outcome == "unknown":
        verdict = judge(f"{section.heading.strip(' :')} {own[0]}")
        return verdict if verdict.outcome != "unknown" else Outcome("adopted", [])
    if (section.earlier or section.body not in (structure.body, None)) and _RECOMMENDS.match(section.heading):
        verdict = judge(said)
        return replace(verdict, outcome=_AS_RECOMMENDED.get(verdict.outcome, verdict.outcome))
    if not (resolved or elected) or judge(said).outcome != "unknown":
        return None
    if own and judge(own[0]).outcome == "procedural":
        return Outcome("procedural", [])
    return Outcome("appointed" if elected else "adopted", [])


_RECOMMENDS = re.compile(rf"(?:{BODY.pattern})?\W*(?:Indstilling|Anbefaling)(?:en)?\b(?! (?:til|for|over))", re.I)
_AS_RECOMMENDED = {"adopted": "recommended", "adopted_amended": "recommended_amended", "unknown": "recommended", "referred": "recommended",
                   "rejected": "not_recommended"}
"""What stands under "Indstilling fra Økonomiudvalget den 23. maj 2005" is what that body puts to the next."""
_RESOLVED = re.compile(r"(?:det )?(?:besluttede|aftalte) vi|(?:\S+ ){1,3}(?:besluttede|vedtog|aftalte)", re.I)


def _as_headed(body: str | None, own: str | None) -> str | None:
    """The meeting's own body as its head names it: "Ældrerådet" in the minutes of "Nordby Ældreråd"."""
    same = body and own and " " in own and own.lower().endswith(" " + body.lower().removesuffix("et"))
    return own if same else body


def _is_earlier(structure: Structure, section: Section, body: str | None, when: date | None) -> bool:
    """Is the decision of another meeting than the paper's own?"""
    if when == structure.meeting_date and structure.body in (body, None):
        return False
    known = structure.body and body
    other = body != structure.body or structure.kind == "agenda"  # an agenda has no decision of its own meeting
    return section.earlier or bool(known and other and when and structure.meeting_date and when < structure.meeting_date)


def _retold(flow: Flow, section: Section, start: int, when: date | None) -> list[Passage]:
    """The decisions of other meetings that the first sentences tell: "Børneudvalget anbefalede ... den 12. november 2018." """
    out: list[Passage] = []
    for a, b in sentences(flow.text[start : section.end]):
        one = flow.text[start + a : start + b].lstrip()
        who = BODY.match(one)
        on = told(one, when) if who else None
        if who and on and _RETOLD.match(one, who.end()) and (not when or on < when):
            out.append(Passage(start + a, start + b, section.item, body_name(who[0]), on, True))
        elif out and FOLLOWS.match(one):
            out[-1].end = start + b
        else:
            break
    return out


def _dated_below(flow: Flow, section: Section) -> date | None:
    """ "Beslutning fra Integrationsrådet / Dato: 10. december 2015", or the day alone on its line."""
    below = _DATED.match(flow.text, section.content, section.end)
    found = DAY.match(flow.text, below.end()) if below else None
    alone = found and flow.text.startswith("\n", found.end())
    return day(found) if found and (alone or below and below["label"]) else None
