"""Votes: numbers, lists, parties and outcome that do not go together."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.checks import Context
from minutes.checks.ledger import at, from_finding, judged
from minutes.parties import named, party, seats
from minutes.records import Ballot, Claim, Decision, Document, Finding, Source, VoteList, Votes

_YES = {"adopted", "adopted_amended", "recommended", "recommended_amended"}
_NO = {"rejected", "not_recommended"}
_SIDES = {"for": "for", "against": "imod", "abstained": "undlod"}
_QUALIFIED = re.compile(r"(?i)kvalificeret|to tredjedele|2/3|tre fjerdedele|3/4|stemmelighed|lodtrækning|dispensation")
_AWAY = re.compile(r"(?i)inhabil|deltog ikke|forlod|ikke til stede|fraværende|afbud|ankom")
_UNANIMOUS = re.compile(r"(?i)\benstemmigt?\b(?!\s+(?:anbefal|indstill))")


@dataclass(frozen=True, slots=True)
class Poll:
    """One vote with what is known of the body that took it: `own` when it is the body whose meeting this is."""

    votes: Votes
    lists: tuple[VoteList, ...]
    outcome: str
    source: Source
    item: str | None
    own: bool
    text: str

    def stated(self, side: str) -> int | None:
        """The number of votes that the text gives for a side."""
        return {"for": self.votes.in_favour, "against": self.votes.against, "abstained": self.votes.abstained}[side]

    def counted(self, side: str) -> int | None:
        """The number of votes that the side's lists name, None when that cannot be told."""
        counts = [v.count if all(map(named, v.voters)) else None for v in self.lists if v.side == side]
        return sum(counts) if counts and None not in counts else None

    @property
    def total(self) -> int:
        """All votes that are stated, abstentions included."""
        return sum(n or 0 for n in (self.votes.in_favour, self.votes.against, self.votes.abstained))


def votes_differ(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """Votes do not add up, a party stands on two sides, or the outcome is not that of the majority.

    Finds a list of voters that names another number than is stated, a printed total ("i alt 17") that is not the list's, a party or person
    on both sides, a party twice in one list, "vedtaget" with a minority for it, "enstemmigt" with votes against, more votes than members.
    It matters because the outcome rests on them.

    Quiet: a group that split, with names or numbers to show it; "forkastet med 24 stemmer imod 23" (the winning side stands first); a
    committee's vote quoted in a council's minutes, whose members are others; fewer votes than members (a note where all sides are stated).

    Example: "vedtaget med 8 stemmer imod 11"; "4 stemmer for (A, F og O) og 2 stemmer imod (V og A)".
    """
    polls = _polls(document)
    full = _full_house(document, polls)
    for poll in polls:
        found = [*(list(_against_lists(document, poll)) or _totals(document, poll)), *_two_sides(document, poll), *_twice(document, poll),
                 *_against_majority(document, poll), *_not_unanimous(document, poll)]
        found = found or list(_against_presence(document, poll, full))
        for finding in found:
            yield finding
            yield from_finding(finding, "votes", poll.item)
        if not found and poll.total:
            yield _verified(document, poll, full)


def _polls(document: Document) -> list[Poll]:
    """Every vote once: the ballots, and the decisions' votes that no ballot holds."""
    starts = [d.source.at for d in document.decisions]
    polls, taken = [], set()
    for ballot in document.ballots:
        i = bisect_right(starts, ballot.source.at) - 1
        decision = document.decisions[i] if i >= 0 and _inside(ballot, document.decisions[i]) else None
        if decision is not None:
            taken.add(i)
        polls.append(Poll(ballot.votes, ballot.lists, ballot.outcome, ballot.source, ballot.item, _own(document, decision),
                          decision.raw if decision else ballot.source.quote))
    for i, decision in enumerate(document.decisions):
        if i not in taken and (decision.votes or decision.lists):
            polls.append(Poll(decision.votes or Votes(), decision.lists, decision.outcome, decision.source, decision.item,
                              _own(document, decision), decision.raw))
    return polls


def _inside(ballot: Ballot, decision: Decision) -> bool:
    return ballot.source.at <= decision.source.at + max(len(decision.raw), len(decision.source.quote)) + 40


def _own(document: Document, decision: Decision | None) -> bool:
    if decision is None or not decision.body or not document.body:
        return decision is None or "earlier_body" not in decision.flags
    body, met = decision.body.casefold(), document.body.casefold()
    return "earlier_body" not in decision.flags and (body in met or met in body)


def _against_lists(document: Document, poll: Poll) -> Iterator[Finding]:
    """The lists name other numbers than are stated; when they fit with for and against exchanged, the order of the sentence explains it."""
    pairs = {s: (poll.stated(s), poll.counted(s)) for s in _SIDES if poll.stated(s) is not None and poll.counted(s) is not None}
    wrong = [s for s, (stated, counted) in pairs.items() if stated != counted]
    if not wrong:
        return
    if {"for", "against"} <= set(pairs) and "abstained" not in wrong and (
            pairs["for"][0], pairs["against"][0]) == (pairs["against"][1], pairs["for"][1]):
        return
    said = ", ".join(f"{pairs[s][0]} {_SIDES[s]}" for s in pairs)
    listed = ", ".join(f"{pairs[s][1]} {_SIDES[s]}" for s in pairs)
    yield Finding("votes-differ", "error", "Stemmetallene er {said}, men listerne nævner {listed}.",
                  at(document, poll.source, *(v.source for v in poll.lists if v.side in wrong)), values={"said": said, "listed": listed},
                  stated=str(pairs[wrong[0]][0]), computed=str(pairs[wrong[0]][1]), calculation=_sizes(poll))


def _totals(document: Document, poll: Poll) -> Iterator[Finding]:
    for voters in poll.lists:
        if voters.total is not None and voters.count is not None and voters.total != voters.count and all(map(named, voters.voters)):
            yield Finding("votes-differ", "error", "Listen nævner {count} stemmer, men der står i alt {total}.",
                          at(document, voters.source), values={"count": str(voters.count), "total": str(voters.total)}, stated=str(voters.total),
                          computed=str(voters.count), calculation=_sum(voters))
        stated = poll.stated(voters.side)
        if voters.total is not None and voters.count is None and stated is not None and voters.total != stated:
            yield Finding("votes-differ", "error", "Der står {stated} stemmer, men listens total er {total}.",
                          at(document, voters.source, poll.source), values={"stated": str(stated), "total": str(voters.total)},
                          stated=str(stated), computed=str(voters.total))


def _two_sides(document: Document, poll: Poll) -> Iterator[Finding]:
    """A party or person on both sides without names or numbers that show a split."""
    whole: dict[str, VoteList] = {}
    split = {party(name) for voters in poll.lists for name in voters.split}
    for voters in poll.lists:
        for name in dict.fromkeys(party(v) for v in voters.voters if seats(v) is None and named(v)):
            other = whole.setdefault(name, voters)
            if name and name not in split and other.side != voters.side:
                yield Finding("votes-differ", "error", "{name} står både under {one} og {other}.",
                              at(document, voters.source, other.source), values={"name": name, "one": _SIDES[other.side], "other": _SIDES[voters.side]}, stated=name)


def _twice(document: Document, poll: Poll) -> Iterator[Finding]:
    for voters in poll.lists:
        names = [party(v) for v in voters.voters if seats(v) is None and named(v)]
        split = {party(name) for name in voters.split}
        for name in dict.fromkeys(n for n in names if n and n not in split and names.count(n) > 1):
            yield Finding("votes-differ", "warning", "{name} står to gange på samme liste.", at(document, voters.source),
                          values={"name": name}, stated=name)


def _against_majority(document: Document, poll: Poll) -> Iterator[Finding]:
    yes, no = poll.votes.in_favour, poll.votes.against
    if yes is None or no is None or _QUALIFIED.search(poll.text):
        return
    lists_agree = poll.counted("for") == yes and poll.counted("against") == no
    if poll.outcome in _YES and yes <= no and yes + no > 0:
        yield Finding("votes-differ", "error", "Forslaget skal være vedtaget, men {no} stemte imod og {yes} for.",
                      at(document, poll.source), values={"yes": str(yes), "no": str(no)}, stated=f"{yes}-{no}", calculation=f"{yes} for, {no} imod")
    elif poll.outcome in _NO and yes > no and lists_agree:
        yield Finding("votes-differ", "error", "Forslaget skal være forkastet, men {yes} stemte for og {no} imod.",
                      at(document, poll.source), values={"yes": str(yes), "no": str(no)}, stated=f"{yes}-{no}", calculation=f"{yes} for, {no} imod")


def _not_unanimous(document: Document, poll: Poll) -> Iterator[Finding]:
    if poll.votes.against and poll.votes.in_favour and _UNANIMOUS.search(poll.source.quote):
        yield Finding("votes-differ", "error", "Beslutningen kaldes enstemmig, men {no} stemte imod.", at(document, poll.source),
                      values={"no": str(poll.votes.against)}, stated="enstemmigt", computed=str(poll.votes.against))


def _full_house(document: Document, polls: list[Poll]) -> int | None:
    """How many members were there, as printed."""
    said = document.attendance
    if said.present_count is not None:
        return said.present_count
    if said.member_count is not None and not said.absent:
        return said.member_count
    return len(said.present) if said.present and not said.absent else None


def _against_presence(document: Document, poll: Poll, full: int | None) -> Iterator[Finding]:
    """More votes than members is an error; fewer, with all three sides stated, is a note: a member may have left."""
    most = max([n for n in (full, document.attendance.member_count, len(document.attendance.members)) if n], default=None)
    values = {"total": str(poll.total), "present": str(full or most)}
    if not poll.own or most is None or not poll.total:
        return
    if poll.total > most or (full and poll.total > full):
        yield Finding("votes-differ", "error" if poll.total > most else "warning",
                      "Der er afgivet {total} stemmer, men {present} medlemmer var til stede.", at(document, poll.source), values=values,
                      stated=str(poll.total), computed=str(full or most), calculation=_parts(poll))
    elif full and poll.total < full and _all_stated(poll) and not _AWAY.search(poll.text):
        yield Finding("votes-differ", "note", "Stemmerne giver {total}, men {present} medlemmer var til stede.", at(document, poll.source),
                      values=values, stated=str(poll.total), computed=str(full), calculation=_parts(poll))


def _all_stated(poll: Poll) -> bool:
    return None not in (poll.votes.in_favour, poll.votes.against, poll.votes.abstained)


def _verified(document: Document, poll: Poll, full: int | None) -> Claim:
    """The ledger's line for a vote in which nothing disagrees."""
    checked = any(poll.counted(s) is not None and poll.stated(s) is not None for s in _SIDES)
    fits = poll.own and full == poll.total or poll.outcome in _YES | _NO and None not in (poll.votes.in_favour, poll.votes.against)
    return judged("votes", "votes-differ", "votes", at(document, poll.source), item=poll.item, calculation=_sizes(poll) or _parts(poll),
                  reason=None if checked or fits else "Der er hverken lister eller fremmøde at sammenholde stemmerne med.")


def _parts(poll: Poll) -> str:
    given = [str(n) for n in (poll.votes.in_favour, poll.votes.against, poll.votes.abstained) if n is not None]
    return f"{' + '.join(given)} = {poll.total}"


def _sizes(poll: Poll) -> str:
    return "; ".join(f"{_SIDES[v.side]}: {_sum(v)}" for v in poll.lists if v.count is not None)


def _sum(voters: VoteList) -> str:
    parts = [str(seats(v) or 1) for v in voters.voters]
    return f"{' + '.join(parts)} = {voters.count}" if len(parts) > 1 and sum(map(int, parts)) == voters.count else str(voters.count)


CHECKS = {"votes-differ": votes_differ}
