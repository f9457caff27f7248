"""Decisions with body, date, outcome and votes. A decision is a body, a day and a text; most items print several."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from itertools import pairwise

from extractors.decisions import votes
from extractors.decisions.asides import own_sentences
from extractors.decisions.closing import said
from extractors.decisions.closing_words import OF_PERSONS
from extractors.decisions.competence import Competence
from extractors.decisions.concluded import disposes
from extractors.decisions.doings import doings
from extractors.decisions.outcome import judge, of_title
from extractors.decisions.passages import Passage, passages
from extractors.decisions.phrases import outcomes
from extractors.decisions.recommend import recommendations
from extractors.decisions.told_sides import told_sides
from extractors.decisions.voters import party_of
from extractors.layout import Flow
from extractors.sentences import sentences
from extractors.structure import Structure
from extractors.structure.names import BODY, PERSON, body_name, level
from minutes.records import Ballot, Decision, VoteList, Votes

__all__ = ["Decided", "decide", "recommendations"]

_AGENDA = re.compile(r"dagsorden", re.I)
_ROLL = re.compile(r"(?:afbud|fravær|fremmød|navneopråb|til ?stede|mødedeltagere|deltagere)", re.I)
"""How the title of an item begins that only tells who is there; what stands under it decides nothing."""
_ANOTHER = re.compile(
    r"(?:punkt|pkt\.|sag(?:\snr\.)?|dagsordenspunkt)\s(?P<number>\d{1,4})\b\.?(?:,? [»”“\"][^»”“«\"\n]{3,160}[«”“\"])?[^.]{0,90}?\b"
    r"(?:udgår|udgik|udsættes|udsat|udskydes|genoptages|tages af(?: \w*dagsorden\w*)?|trækkes|trukket|blev udsat|sendes tilbage)", re.I)
_VOTED = re.compile(r"stemt om|stemmer|For\s?:|Imod\s?:")
_EVEN = re.compile(r"\bstemmelighed\b|\bstemmerne (?:\w+ )?lige\b|\bikke (?:\w+ )?flertal\b")
_EMPTY = ("unknown", "procedural")


@dataclass(slots=True)
class Decided:
    """The decisions, and every ballot behind and beside them."""

    decisions: list[Decision] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)


def decide(flow: Flow, structure: Structure) -> Decided:
    """Every decision in reading order, one a body, day and item; those on another item stand last."""
    out = Decided()
    if structure.kind in ("slides", "other") or structure.kind == "statement" and not structure.decided:
        return out
    competence = Competence(flow, structure)
    last: Passage | None = None
    for passage in passages(flow, structure):
        decision, ballots = _decision(flow, structure, passage, competence, out.decisions)
        out.ballots += ballots
        apart = last and passage.item < 0 and _apart(structure, last, passage)
        if passage.aside or _printed_before(out.decisions, decision):
            continue
        if not (last and not apart and _joined(out.decisions, decision, last, passage)):
            out.decisions.append(decision)
            last = passage
    _elsewhere(structure, out.decisions)
    if not out.decisions and structure.kind == "minutes":
        out.ballots = votes.ballots(flow, 0, votes.read(flow, 0, len(flow.text)), None)
    return out


def _apart(structure: Structure, last: Passage, passage: Passage) -> bool:
    """Are two passages without an item those of two cases: is there text between them, or are there more decisions than one printed
    twice?"""
    if sum(bool(s.item < 0 and s.heading and not s.earlier) for s in structure.decided) > _TWICE:
        return structure.section_at(last.start) is not structure.section_at(passage.start)
    return structure.section_at(last.end) is not structure.section_at(passage.start - 1)


_TWICE = 2


def _decision(
    flow: Flow, structure: Structure, passage: Passage, competence: Competence, before: list[Decision]
) -> tuple[Decision, list[Ballot]]:
    """A passage as a record, and the polls in it; `before` are the decisions above it."""
    text = _lines(flow, structure, passage)
    verdict = passage.verdict or judge(_without_news(text, passage.body or structure.body))
    item = structure.items[passage.item] if passage.item >= 0 else None
    if verdict.outcome == "unknown" and item and _ROLL.match(item.title):
        verdict = replace(verdict, outcome="procedural")
    polls = votes.read(flow, passage.start, passage.end)
    if (verdict.outcome == "unknown" or verdict.of_proposal) and polls and not polls[-1].amendment:
        verdict = replace(verdict, outcome=polls[-1].won or verdict.outcome)
    if polls and polls[-1].even and (verdict.outcome == "unknown" or verdict.outcome == "rejected" and _EVEN.search(text)):
        verdict = replace(verdict, outcome="lapsed")
    if verdict.outcome == "unknown" and disposes(text):
        verdict = replace(verdict, outcome="adopted")
    if verdict.outcome == "unknown" and item:
        verdict = replace(verdict, outcome=of_title(item.title, text))
    if verdict.outcome == "unknown":
        verdict = replace(verdict, outcome=said(text, item.title if item else ""))
    if verdict.outcome == "unknown":
        verdict = replace(verdict, outcome=doings(text, item.title if item else ""))
    if not passage.verdict:
        verdict = replace(verdict, outcome=_of_persons(item.title if item else "", text, verdict.outcome))
    if polls and not polls[-1].outcome and not polls[-1].amendment:
        polls[-1].outcome = verdict.outcome
    polls = [p for p in polls if not votes.of_candidates(p, verdict.outcome)]
    of_agenda = bool(item and _AGENDA.search(item.title))
    final = _final(polls, verdict.outcome, "partial" in verdict.flags and not of_agenda)
    divided = final is not None and bool(final.votes.against)
    flags = ["partial" if f == "unanimous" and divided else f for f in verdict.flags]
    flags = [f for f in flags if f != "partial" or not of_agenda]
    flags += ["has_vote"] * bool(polls) + ["earlier_body"] * passage.earlier
    outcome = verdict.outcome  # who had a decision brought before the council had made it
    agreed = outcome.startswith("adopted") or outcome == "referred" and _AGREES.search(text)
    if agreed and _sent_up(text, passage.body or structure.body):
        outcome = "recommended" if outcome == "referred" else outcome.replace("adopted", "recommended")
    outcome = _as_theirs(text, item.number if item else None, passage.body or structure.body, before) or outcome
    if "suspended" not in flags:
        outcome = competence.directed(outcome, passage.item, passage.start, passage.body, passage.date, passage.earlier)
    lists = tuple(final.lists) if final else ()
    sides = told_sides(text, verdict.outcome) | {x.side: _parties(lists, x.side) for x in lists}
    number = item.number if item else None
    decision = Decision(
        number, passage.body, passage.date, outcome, flow.source(passage.start, passage.end), tuple(dict.fromkeys(flags)),
        final.votes if final and final.votes != Votes() else None, sides.get("for", ()), sides.get("against", ()),
        sides.get("abstained", ()), lists, verdict.effect, " ".join(text.split()))
    return decision, votes.ballots(flow, passage.start, polls, number)


def _of_persons(title: str, text: str, outcome: str) -> str:
    """Whether a person or a thing is chosen: "Orlov bevilget, og Ida Holm indtræder" under "Indtræden", "Tryg vælges" under "Tilbud"."""
    if outcome in ("adopted", "unknown") and any(_HIRED.search(one) for one in own_sentences(text)):
        return "appointed"
    if outcome in ("adopted", "unknown") and _OF_POST.match(title) and re.search(rf"{PERSON}|\bpersoner\b", " ".join(own_sentences(text))):
        return "appointed"
    if outcome == "adopted" and OF_PERSONS.match(title) and any(h.label == "appointed" for h in outcomes(text)):
        return "appointed"
    if outcome == "appointed" and _AGENDA.search(title) and not OF_PERSONS.match(title):
        return "adopted"  # of an agenda, "Udvalget valgte Ida Holm som mødeleder" is not what came
    thing = outcome == "appointed" and not OF_PERSONS.match(title) and _CHOSEN.search(text) and not _SOMEBODY.search(text)
    return "adopted" if thing else outcome


def _without_news(text: str, own: str | None) -> str:
    """A decision without the sentences on what other bodies have done: "Kulturudvalget har vedtaget at søge om penge til pladsen"."""
    told = [(a, b) for a, b in sentences(text) if (who := _HAS.match(text, a, b)) and body_name(who["who"]) != own]
    for a, b in reversed(told):
        text = text[:a] + text[b:]
    return text


def _as_theirs(text: str, item: str | None, own: str | None, before: list[Decision]) -> str:
    """What came of "Som Kulturudvalget.": what that body decided above on the same item, "" where it stands not there."""
    followed = _AS_THEY.fullmatch(text)
    whose = body_name(followed["who"]) if followed and followed["who"] else None
    theirs = next((d.outcome for d in reversed(before) if followed and d.item == item and d.body != own and whose in (d.body, None)), "")
    if level(own) == _HIGHEST:
        return {"recommended": "adopted", "recommended_amended": "adopted_amended", "not_recommended": "rejected"}.get(theirs, theirs)
    return theirs


_AS_THEY = re.compile(
    rf"\W*[Ss]om (?:(?:et |det )?flertal(?:let)? (?:i|af) )?(?:(?P<who>{BODY.pattern})|(?:fag)?udvalgets?)"
    r"(?: (?:(?:enstemmige|ovenstående) )?(?:flertal\w*|indstilling|anbefaling|beslutning|forslag|udtalelse))?\W*")


def _sent_up(text: str, own: str | None) -> bool:
    """Is what a body agreed to sent on to one above it: "Tiltrædes og videresendes til Økonomiudvalget"?"""
    up = _SENDS.search(text) if 0 <= level(own) < _HIGHEST and not _OWN_ACCOUNT.search(text) else None
    return up is not None and level(body_name(up["to"].capitalize())) > level(own)


_AGREES = re.compile(r"(?<!u)(?<!ikke )(?<!delvist )\b(?:enige?t?|tilslut(?:ter|tede) sig|støtter|bakker op)\b")
_SENDS = re.compile(
    r"\b(?i:(?:videre|over|frem)?send(?:es|t|er)(?: sagen| forslaget| den| det| punktet)?(?: videre)?|forelægges|går videre|videre)"
    r"(?: (?:sagen|herefter|derefter|nu))? (?:til |for )?(?P<to>[Bb]yrådet|[Kk]ommunalbestyrelsen|[Bb]orgerrepræsentationen|Økonomiudvalget"
    r"|Magistraten)(?!s?\w* ?(?:til orientering|til efterretning))")
_OWN_ACCOUNT = re.compile(r"\b(?:regnskab|årsrapport|(?:års)?beretning)\w* (?:blev |er |var )?(?:godkendt|vedtaget)", re.I)
"""What a body closes itself, and only sends on: "Regnskabet blev godkendt og sendes til byrådet"."""
_HIGHEST = 3
_HAS = re.compile(rf"\W*(?P<who>{BODY.pattern}) (?:har|havde) (?!ikke|ingen|enstemmigt)")
_OF_POST = re.compile(
    r"(?:(?:Gen|Ny|Om|Suppleant)?[Vv]alg|Udpegning|Udpegelse|Indstilling) (?:af|til)\b.*(?:formand|formænd|medlem|repræsentant"
    r"|stedfortræder|suppleant|kasserer|mænd"
    r"|bestyrelse|råd|udvalg|nævn|kommission|revisor|styrer)|Konstituering")
"""The title of an item in which posts are filled."""
_HIRED = re.compile(
    rf"^\W*(?:{BODY.pattern}|Udvalget|Rådet|Bestyrelsen|Vi|Man|Det blev (?:\w+ )?(?:besluttet|vedtaget),?|Besluttet,?)"
    rf" (?:(?:besluttede|vedtog|har) )?(?:enstemmigt )?(?:at )?ans(?:atte|ætter|ætte|at)"
    rf" (?:enstemmigt )?(?:(?:[a-zæøå]\S* ){{1,3}})?{PERSON}"
    rf"|^\W*(?:Som [a-zæøå-]+ )?(?:ansættes|ansattes|blev ansat|Ansat blev) {PERSON}"
    rf"|^\W*{PERSON} (?:ansættes|ansattes|(?:blev|bliver) (?:\w+ )?ansat)\b")
""" "Byrådet ansatte enstemmigt Ida Holm", "Som direktør ansættes Ida Holm"."""
_CHOSEN = re.compile(r"\b(?:vælges|vælger|valgtes|valgt)\b")
_SOMEBODY = re.compile(rf"{PERSON}|[Ff]ormand|medlem|repræsentant|suppleant|kasserer|borgmester|ordfører|gruppe")


def _lines(flow: Flow, structure: Structure, passage: Passage) -> str:
    """A passage's text with a line end before each piece, where the layout ran two lines together."""
    inside = structure.pieces_in(passage.start + 1, passage.end)
    ends = [passage.start, *(block.start for block in inside), passage.end]
    return "\n".join(flow.text[a : b - 1] if b < passage.end else flow.text[a:b] for a, b in pairwise(ends))


def _final(polls: list[votes.Poll], outcome: str, partial: bool) -> votes.Poll | None:
    """The vote on the item itself: the last that is not on an amendment, nor on a point that fell where the rest was adopted.

    A lone one on an amendment counts when nothing else was decided.
    """
    carried = outcome in ("adopted", "recommended")
    own = [p for p in polls if not p.amendment and not (carried and p.outcome in ("rejected", "lapsed"))]
    if own:
        return own[-1]
    lone = polls[0] if len(polls) == 1 else None
    put_off = lone and lone.won == "adopted" and outcome in ("postponed", "returned")
    of_part = lone and partial and not lone.amendment
    return lone if lone and (put_off or of_part or lone.outcome and outcome.startswith(lone.outcome)) else None


def _parties(lists: tuple[VoteList, ...], side: str) -> tuple[str, ...]:
    return tuple(name for x in lists if x.side == side for v in x.voters if (name := party_of(v)))


def _printed_before(decisions: list[Decision], new: Decision) -> bool:
    """Does the log of the case print again, word for word, what the meeting decided?"""
    whose = (new.item, new.body, new.date)
    return len(new.raw) > _WORDY and any((d.item, d.body, d.date) == whose and new.raw in d.raw for d in decisions[-_STAGES:])


_WORDY = 40
"""Characters of a decision that no two cases share, as "Godkendt." is shared."""
_STAGES = 9
"""No case has more decisions."""


def _joined(decisions: list[Decision], new: Decision, before: Passage, passage: Passage) -> bool:
    """Join a second text of the same body, day and item to the one before ("Beslutning" printed twice). Spoken decisions stand apart."""
    old = decisions[-1]
    same = (before.item, before.body, before.date) == (passage.item, passage.body, passage.date)
    bare = new.votes and not old.votes and not outcomes(new.raw)
    if not same or passage.verdict or not (bare or old.outcome == new.outcome or old.outcome in _EMPTY or new.outcome in _EMPTY):
        return False
    if old.outcome in _EMPTY and new.outcome not in _EMPTY:
        decisions[-1] = new
    elif new.votes and not old.votes:
        decisions[-1] = replace(old, votes=new.votes, lists=new.lists, flags=tuple(dict.fromkeys([*old.flags, *new.flags])))
    return True


def _elsewhere(structure: Structure, decisions: list[Decision]) -> None:
    """Add what the item on the agenda decides of another item that has no decision of its own: "Punkt 16 udgår til senere behandling".

    A vote after it is the vote on that.
    """
    titles = {i.number: i.title for i in reversed(structure.items)}
    decided = {d.item for d in decisions if "earlier_body" not in d.flags}
    for n, decision in enumerate(list(decisions)):
        if not _AGENDA.search(titles.get(decision.item, "")):
            continue
        for match in _ANOTHER.finditer(decision.raw):
            number = structure.numbered(match["number"])
            if not number or number in decided:
                continue
            about_it = _VOTED.search(decision.raw, match.end()) and not _VOTED.search(decision.raw, 0, match.start())
            voted = decision.votes if about_it else None
            plain = replace(decision, votes=None, lists=(), for_parties=(), against_parties=(), abstained_parties=(), effect=None)
            if voted:
                decisions[n] = replace(plain, effect=decision.effect)
            flags = ("has_vote",) if voted else ()
            decisions.append(replace(plain, item=number, outcome=judge(match[0]).outcome, flags=flags, votes=voted, raw=match[0]))
