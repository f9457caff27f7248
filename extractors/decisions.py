"""Decisions with body, date, outcome and votes; recommendations. A decision is a body, a day and a text; most items print several."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from extractors import votes
from extractors.days import DAY, day
from extractors.layout import Flow
from extractors.names import BODY, bodies, body_name, level
from extractors.outcome import Outcome, judge
from extractors.recommend import recommendations
from extractors.sentences import sentences
from extractors.spoken import FOLLOWS, Spoken, spoken
from extractors.structure import Section, Structure
from extractors.voters import party_of
from minutes.records import Ballot, Decision, Votes

__all__ = ["Decided", "decide", "recommendations"]


@dataclass(slots=True)
class Decided:
    """The decisions, and every ballot behind and beside them."""

    decisions: list[Decision] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)


@dataclass(slots=True)
class Passage:
    """The text of one decision: offsets, whose and when, and the item's index."""

    start: int
    end: int
    item: int
    body: str | None
    date: date | None
    earlier: bool
    verdict: Outcome | None = None
    aside: bool = False


def decide(flow: Flow, structure: Structure) -> Decided:
    """Every decision in reading order, one a body, day and item."""
    if structure.kind in ("statement", "slides", "other"):
        return Decided()
    out = Decided()
    passages = list(_printed(flow, structure))
    if structure.kind == "minutes":
        settled = {p.item for p in passages if not p.earlier}
        passages += [_told(flow, structure, s) for s in spoken(flow, structure, settled)]
    competent = _Competence(flow, structure)
    for passage in sorted(passages, key=lambda p: p.start):
        decision, ballots = _decision(flow, structure, passage, competent)
        out.ballots += ballots
        if not passage.aside:
            _add(out.decisions, decision, passage)
    out.decisions += _elsewhere(flow, structure, out.decisions)
    return out


def _told(flow: Flow, structure: Structure, said: Spoken) -> Passage:
    """A decision in running text, with the flags of its words."""
    verdict = judge(flow.text[said.start : said.end])
    return Passage(said.start, said.end, said.item, structure.body, structure.meeting_date, False, replace(verdict, outcome=said.outcome)
                   if not verdict.outcome.startswith(said.outcome) else verdict, said.aside)


_AGENDA = re.compile(r"dagsorden", re.I)
_OTHER_ITEM = re.compile(
    r"(?:punkt|pkt\.|sag(?:\snr\.)?|dagsordenspunkt)\s(?P<number>\d{1,4})\b[^.]{0,90}?\b(?P<what>udgår|udgik|udsættes|udsat|udskydes|"
    r"genoptages|tages af|trækkes|trukket|blev udsat|sendes tilbage)", re.I)


_AFTER = re.compile(r"stemt om|stemmer|For\s?:|Imod\s?:")


def _elsewhere(flow: Flow, structure: Structure, decisions: list[Decision]) -> list[Decision]:
    """What the item on the agenda itself decides of another: "Punkt 16 udgår til senere behandling". Only where that item has no decision."""
    out = []
    decided = {d.item for d in decisions if "earlier_body" not in d.flags}
    for decision in list(decisions):
        if not _AGENDA.search(next((i.title for i in structure.items if i.number == decision.item), "")):
            continue
        for match in _OTHER_ITEM.finditer(decision.raw):
            if match["number"] in {i.number for i in structure.items} - decided:
                verdict = judge(match[0])
                voted = decision.votes if _AFTER.search(decision.raw, match.end()) and not _AFTER.search(decision.raw[: match.start()]) else None
                if voted:
                    decisions[decisions.index(decision)] = replace(decision, votes=None, lists=(), for_parties=(), against_parties=(), abstained_parties=())
                out.append(replace(decision, item=match["number"], outcome=verdict.outcome, flags=("has_vote",) if voted else (), votes=voted, for_parties=(), against_parties=(),
                                   abstained_parties=(), lists=(), effect=None, raw=match[0]))
    return out


def _printed(flow: Flow, structure: Structure) -> Iterator[Passage]:
    """The decisions under a heading of their own, and those that the route of the item tells."""
    for section in structure.sections:
        if section.role == "decision" and flow.text[section.content : section.end].strip(" \n.:–-"):
            yield from _of_section(flow, structure, section)
        elif section.role == "route":
            yield from _retold(flow, section, section.content, None)


_RETOLD = re.compile(
    r"\s(?:anbefalede|anbefaler|godkendte|tiltrådte|indstillede|vedtog|drøftede|udsatte|besluttede|tog|oversendte|behandlede)\b", re.I)


def _retold(flow: Flow, section: Section, start: int, when: date | None) -> list[Passage]:
    """The decisions of other meetings that the first sentences tell: "Børneudvalget anbefalede ... den 12. november 2018." """
    out: list[Passage] = []
    for a, b in sentences(flow.text[start : section.end]):
        one = flow.text[start + a : start + b].lstrip()
        who = BODY.match(one)
        found = DAY.search(one) if who else None
        if who and found and _RETOLD.match(one, who.end()) and day(found) != when:
            out.append(Passage(start + a, start + b, section.item, body_name(who[0]), day(found), True))
        elif out and FOLLOWS.match(one):
            out[-1].end = start + b
        else:
            break
    return out


def _dated_below(flow: Flow, section: Section) -> date | None:
    """ "Beslutning fra Integrationsrådet / Dato: 10. december 2015"."""
    below = _DATED.match(flow.text, section.content, section.end)
    found = DAY.match(flow.text, below.end()) if below else None
    return day(found) if found else None


_DATED = re.compile(r"\s*(?:Møded|D)ato\s?:?\s+(?:\w+dag\s)?(?:den\s)?")


def _of_section(flow: Flow, structure: Structure, section: Section) -> Iterator[Passage]:
    """A section's own decision, after those of earlier meetings that it tells first."""
    body = section.body or (None if section.earlier else structure.body)
    when = section.date or _dated_below(flow, section) or (structure.meeting_date if not section.earlier else None)
    retold = _retold(flow, section, section.content, when)
    yield from retold
    start = retold[-1].end if retold else section.content
    if flow.text[start : section.end].strip():
        own = body == structure.body and when == structure.meeting_date
        before = bool(structure.body and body and body != structure.body and when and structure.meeting_date and when < structure.meeting_date)
        yield Passage(start, section.end, section.item, body, when, (section.earlier and not own) or before)


def _decision(flow: Flow, structure: Structure, passage: Passage, competent: _Competence) -> tuple[Decision, list[Ballot]]:
    text = flow.text[passage.start : passage.end]
    verdict = passage.verdict or judge(text)
    number = structure.items[passage.item].number if passage.item >= 0 else None
    polls = votes.read(flow, passage.start, passage.end)
    if polls and not polls[-1].outcome:
        polls[-1].outcome = verdict.outcome
    final = _final(polls, verdict.outcome)
    flags = [f for f in verdict.flags if f != "partial" or not _AGENDA.search(structure.items[passage.item].title if passage.item >= 0 else "")]
    if polls:
        flags.append("has_vote")
    if passage.earlier:
        flags.append("earlier_body")
    lists = tuple(final.lists) if final else ()
    decision = Decision(
        number, passage.body, passage.date, competent.directed(passage, verdict.outcome), flow.source(passage.start, passage.end),
        tuple(dict.fromkeys(flags)), final.votes if final and final.votes != Votes() else None,
        _parties(lists, "for"), _parties(lists, "against"), _parties(lists, "abstained"), lists, verdict.effect, " ".join(text.split()))
    return decision, votes.ballots(flow, passage.start, polls, number)


def _final(polls: list[votes.Poll], outcome: str) -> votes.Poll | None:
    """The vote on the item itself: the last that is not on an amendment; a lone one on an amendment when nothing else was decided."""
    own = [p for p in polls if not p.amendment]
    if own:
        return own[-1]
    return polls[-1] if len(polls) == 1 and polls[0].outcome and outcome.startswith(polls[0].outcome) else None


def _parties(lists: tuple, side: str) -> tuple[str, ...]:
    return tuple(name for x in lists if x.side == side for v in x.voters if (name := party_of(v)))


def _add(decisions: list[Decision], new: Decision, passage: Passage) -> None:
    """Add a decision; a second text of the same body, day and item is joined to the first, appointments apart."""
    for i, old in enumerate(decisions):
        same = (old.item, old.body, old.date) == (new.item, new.body, new.date) and old.source.at != new.source.at
        if same and passage.verdict is None and (old.outcome in ("unknown", "procedural") or new.outcome in ("unknown", "procedural") or old.outcome == new.outcome):
            if old.outcome in ("unknown", "procedural") and new.outcome not in ("unknown", "procedural"):
                decisions[i] = new
            elif new.votes and not old.votes:
                decisions[i] = replace(old, votes=new.votes, lists=new.lists, flags=tuple(dict.fromkeys([*old.flags, *new.flags])))
            if _adjacent(old, new):
                return
    decisions.append(new)


def _adjacent(old: Decision, new: Decision) -> bool:
    return 0 <= new.source.at - old.source.at < 4000


class _Competence:
    """The direction rule: "Godkendt" from a body that only recommends is a recommendation, when the paper prints who decides."""

    def __init__(self, flow: Flow, structure: Structure) -> None:
        self.flow, self.structure = flow, structure
        self.deciding: dict[int, str] = {}
        self.later: dict[int, list[tuple[date | None, str]]] = {}
        for section in structure.sections:
            if section.item not in self.deciding and (body := self._printed(section)):
                self.deciding[section.item] = body
            if section.role == "decision" and section.body:
                self.later.setdefault(section.item, []).append((section.date, section.body))

    def _printed(self, section: Section) -> str | None:
        text = self.flow.text[section.content : min(section.end, section.content + 200)]
        if section.role == "route" and _COMPETENCE.match(section.heading):
            named = bodies(text)
            return named[-1] if len(named) == 1 or (named and _ROUTE.fullmatch(text.strip())) else None
        match = _ROUTE_IN.search(self.flow.text, section.start, min(section.end, section.start + 400)) if section.role in ("", "route", "summary") else None
        named = bodies(match["route"]) if match else []
        return named[-1] if named else None

    def directed(self, passage: Passage, outcome: str) -> str:
        """The outcome with the direction rule applied."""
        if not outcome.startswith("adopted"):
            return outcome
        deciding = self.deciding.get(passage.item) or self._addressee(passage)
        if deciding and level(deciding) > level(passage.body) >= 0:
            return outcome.replace("adopted", "recommended")
        after = [b for d, b in self.later.get(passage.item, []) if d and passage.date and d >= passage.date and level(b) > level(passage.body) >= 0]
        return outcome.replace("adopted", "recommended") if after and passage.earlier else outcome

    def _addressee(self, passage: Passage) -> str | None:
        """The council to which the recommendation wants the body to recommend ("indstiller, at udvalget over for Byrådet anbefaler")."""
        for section in self.structure.sections:
            if section.item == passage.item and section.role == "recommendation":
                match = _OVER_FOR.search(self.flow.text, section.start, section.end)
                named = bodies((match["who"] or match["who2"]).capitalize()) if match else []
                if named:
                    return named[0]
        return None


_COMPETENCE = re.compile(r"(?:beslutnings)?kompetence|hvem beslutter|sagen afgøres|sagsforløb|sagsgang|forventet sagsgang|sagen "
                         r"behandles i", re.I)
_ROUTE = re.compile(r"(?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ][\w -]+?)(?:\s?[-–/,>→]\s?(?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ][\w -]+?))*\.?")
_ROUTE_IN = re.compile(r"(?:Beslutningskompetence|Kompetence|Sagsforløb|Sagen afgøres i|Sagsgang)\s?:\s*(?P<route>[A-ZÆØÅ]{2,"
                       r"4}(?:\s?[-–/,]\s?[A-ZÆØÅ]{2,4})*(?![a-zæøå])|[A-ZÆØÅ][a-zæøå]+(?:rådet|udvalget|bestyrelsen|repræsentationen))")
_OVER_FOR = re.compile(r"over for (?P<who>[A-ZÆØÅB]\w+|byrådet|kommunalbestyrelsen|borgerrepræsentationen)\s(?:anbefaler|indstiller|"
                       r"anbefale|indstille)|(?:anbefaler|indstiller) over for (?P<who2>\w+)")
