"""The votes of a document, each once, with what is known of the body that took it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.clause import locate
from minutes.needs import led
from minutes.parties import named, seats, votes
from minutes.records import Ballot, Decision, Document, Source, VoteList, Votes

SIDES = {"for": "for", "against": "imod", "abstained": "undlod"}
_GRAND_TOTAL = re.compile(r"^.{0,4}?[.\s]+I alt (\d{1,3})(?:\s+stemmer)?[ ]*(?:[.\n]|$)", re.S)
_IN_ALL = led(r"(?i)\b(?:for|i?mod|stemme|blankt?|undlod)(?:\s?\([^()]*\))?\s?[,–-]\s?(?:altså |dvs\.? |således )?i alt (\d{1,3}) "
              r"(?:afgivne )?stemmer\b")
"""The total behind all sides in their own sentence; behind the voters of one side it is that side's."""
_IDLE = led(r"(?i)undlod|undlader|blank|hverken|afstod|afholdt")
_AFTER = 60
_WORDS = led(r"(?<![\d.,])(\d{1,4}) stemte for(?: forslaget)?,? (?:og )?(\d{1,4}) (?:stemte )?imod"
             r"(?:,? og (\d{1,4}) (?:stemte blankt|undlod[^.]{0,12}))?")
_CAST = re.compile(r"(?<![\d.,])(\d{1,4}) (?:gyldige |afgivne )?stemmer\b")
_BEFORE = 120


@dataclass(frozen=True, slots=True)
class Poll:
    """One vote. `own`: by the body whose meeting this is. `text`: the decision around it. `grand_total`: "I alt 40." after the lists."""

    votes: Votes
    lists: tuple[VoteList, ...]
    outcome: str
    source: Source
    item: str | None
    own: bool
    text: str
    grand_total: int | None = None

    def stated(self, side: str) -> int | None:
        """The number of votes that the text gives for a side."""
        return {"for": self.votes.in_favour, "against": self.votes.against, "abstained": self.votes.abstained}[side]

    def counted(self, side: str) -> int | None:
        """The number of votes that the side's lists name, None when that cannot be told."""
        lists = [v for v in self.lists if v.side == side]
        counts = [count for v in lists if (count := named_votes(v)) is not None]
        return sum(counts) if counts and len(counts) == len(lists) else None

    @property
    def total(self) -> int:
        """All votes that are stated, abstentions included."""
        return sum(n or 0 for n in (self.votes.in_favour, self.votes.against, self.votes.abstained))

    @property
    def all_stated(self) -> bool:
        """Whether for, against and abstentions all have a number, or nobody is said to have abstained."""
        both = None not in (self.votes.in_favour, self.votes.against)
        return both and (self.votes.abstained is not None or bool(_IN_ALL.search(self.source.quote)) and not _IDLE.search(self.text))


def named_votes(voters: VoteList) -> int | None:
    """How many votes a list names, by the numbers printed with its parties where all have one; None when that cannot be told."""
    if not all(map(named, voters.voters)):
        return None
    counted = votes(voters.voters)
    return counted if counted is not None else voters.count


def polls(document: Document) -> list[Poll]:
    """Every vote once: the ballots, and the decisions' votes that no ballot holds."""
    starts = [d.source.at for d in document.decisions]
    found, taken = [], set()
    for ballot in document.ballots:
        i = bisect_right(starts, ballot.source.at) - 1
        decision = document.decisions[i] if i >= 0 and _inside(ballot, document.decisions[i]) else None
        if decision is not None:
            taken.add(i)
        found.append(Poll(ballot.votes, ballot.lists, ballot.outcome, ballot.source, ballot.item, _own(document, decision),
                          decision.raw if decision else ballot.source.quote, _grand_total(document, ballot.source, ballot.votes)))
    for i, decision in enumerate(document.decisions):
        if i not in taken and (decision.votes or decision.lists):
            found.append(Poll(decision.votes or Votes(), decision.lists, decision.outcome, decision.source, decision.item,
                              _own(document, decision), decision.raw, _grand_total(document, decision.source, decision.votes or Votes())))
    return found + list(_in_words(document, found))


def _in_words(document: Document, found: list[Poll]) -> Iterator[Poll]:
    """Votes of residents or members in plain words, which are no ballots: "171 stemte for, 98 imod, og 15 stemte blankt"."""
    for match in _WORDS.finditer(document.text) if "stemte for" in document.text else ():
        if any(p.source.at <= match.start() <= p.source.at + len(p.source.quote) for p in found):
            continue
        source = locate(document, match.start(), match.end())
        totals = _CAST.findall(document.text, max(match.start() - _BEFORE, 0), match.start())
        if source:
            votes = Votes(*(int(n) if n else None for n in match.groups()))
            yield Poll(votes, (), "unknown", source, None, False, match[0], int(totals[-1]) if totals else None)


def _inside(ballot: Ballot, decision: Decision) -> bool:
    return ballot.source.at <= decision.source.at + max(len(decision.raw), len(decision.source.quote)) + 40


def by_own_body(document: Document, decision: Decision) -> bool:
    """Whether the body that met decided, not another one before it; one that is not named may be it."""
    body, met = (decision.body or "").casefold(), (document.body or "").casefold()
    return "earlier_body" not in decision.flags and (not body or not met or body in met or met in body)


def _own(document: Document, decision: Decision | None) -> bool:
    return decision is None or by_own_body(document, decision)


def _grand_total(document: Document, source: Source, votes: Votes) -> int | None:
    """ "I alt 40." right after a vote and its lists, or behind its sides."""
    inside = _IN_ALL.search(source.flat)
    if inside and None not in (votes.in_favour, votes.against):
        total = int(inside[1])
        return total if total not in (votes.in_favour, votes.against, votes.abstained) else None
    if source.at < 0:
        return None
    end = source.at + len(source.quote)
    found = _GRAND_TOTAL.match(document.text[max(end - 3, 0) : end + _AFTER])
    return int(found[1]) if found else None


def parts(poll: Poll) -> str:
    """The stated votes as a sum: "17 + 5 + 1 = 23"."""
    given = [str(n) for n in (poll.votes.in_favour, poll.votes.against, poll.votes.abstained) if n is not None]
    return f"{' + '.join(given)} = {poll.total}"


def list_sums(poll: Poll) -> str:
    """What every list names: "for: 8 + 4 = 12; imod: 3 = 3"."""
    return "; ".join(f"{SIDES[v.side]}: {list_sum(v)}" for v in poll.lists if named_votes(v) is not None)


def list_sum(voters: VoteList) -> str:
    """What one list names: "8 + 4 + 1 = 13"."""
    given = [str(seats(v) or 1) for v in voters.voters]
    count = named_votes(voters)
    return f"{' + '.join(given)} = {count}" if len(given) > 1 and sum(map(int, given)) == count else str(count)
