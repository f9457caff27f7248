"""Votes: numbers, lists, parties and outcome that do not go together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from minutes.checks import Context
from minutes.checks.elections import elections
from minutes.checks.ledger import at, from_finding, judged
from minutes.checks.listed_votes import told_by_parties
from minutes.checks.lone_voters import against_unanimous, there_and_away, voted_though_absent
from minutes.checks.other_voters import other_voters
from minutes.checks.polls import SIDES, Poll, list_sum, list_sums, named_votes, parts, polls
from minutes.checks.presence import (
    absent_voter,
    against_presence,
    changing_sizes,
    full_house,
    parties_present,
    party_sizes,
    told_house,
    told_split,
)
from minutes.clause import locate
from minutes.needs import led
from minutes.parties import named, party, seats
from minutes.records import Claim, Document, Finding, Source, VoteList

_YES = {"adopted", "adopted_amended", "recommended", "recommended_amended"}
_NO = {"rejected", "not_recommended"}
_QUALIFIED = led(r"(?i)kvalificeret|to tredjedele|2/3|tre fjerdedele|3/4|stemmelighed|lodtrækning|dispensation")
_CARRIED = re.compile(r"(?i)vedtag|vedtog|godkend|tiltråd|tiltræd|anbefal|bevilge|indstilles|imødekom")
_LOST = re.compile(r"(?i)forkast|bortfald|\bikke\b|nedstemt|afvis|\bfaldt\b")
_LOST_BY = re.compile(r"(?i)\b(?:forkastet|nedstemt|faldt|ikke vedtaget)\b[^.;\d]{0,45}\d+ (?:\w+ ){0,2}?for\b[^.;\d]{0,30}"
                      r"\d+ (?:\w+ ){0,2}?i?mod\b")
_OTHERWISE = re.compile(r"(?i)\b(?:fulgte|følger|tiltræder|tiltrådte) ikke \w*(?:indstilling|anbefaling)")
""" "Udvalget fulgte ikke indstillingen. … For: …": a vote for what was decided instead."""
_DRAWS = r"(?:dermed|således|hermed|derfor|altså|derved)"
_THUS = re.compile(rf"(?i)\.?\s*(?P<said>(?:\w+ ){{0,4}}?(?:(?:blev|er|var) {_DRAWS}|{_DRAWS} (?:blev|er|var) \w+"
                   r"|(?P<plain>(?<!\w)(?:forslaget|indstillingen) (?:blev|er|var))) (?P<no>ikke )?"
                   r"(?P<what>vedtaget|godkendt|tiltrådt|forkastet|faldet|bortfaldet|nedstemt))\b(?! af)")
_MANY = 4
_RULE = 150
"""Characters after the outcome in which another rule than the majority's may be named."""
_MOTION_TO_AMEND = re.compile(r"(?i)ændringsforslag|tillægsforslag|modforslag|stillede? forslag|forslag fra\b[^.]*? om\b")
_MOTION = re.compile(r"\w*forslag|indstilling")
_BOTH = re.compile(r"(?i)\bfor\b.*\bi?mod\b|\bi?mod\b.*\bfor\b")
_POINT = r"(?:\b(?:[a-h]|\d)\)|\b(?:pkt\.|punkt|at) ?(?:\d|[a-h])\b)"
_EACH_ITS_OWN = re.compile(
    r"(?i)\benstemmigt?\b[^.]*[,;] (?:\w+ ){1,4}med (?:\d+|\w+) (?:stemmer )?(?:mod|for)\b"
    rf"|{_POINT}.*\benstemmigt?\b.*{_POINT}|{_POINT}.*{_POINT}.*\benstemmigt?\b"
    r"|\b(?:som|der) (?:\w+ )?(?:er|blev|var) enstemmig\b"
    r"|\bi?mod\b[^.]*\. [^.]*\b(?:derpå|derefter|herefter|dernæst|i stedet)\b[^.]*\benstemmigt?\b", re.S)
""" "Taksterne enstemmigt, model 2 med 15 stemmer mod 8", "a) og c) enstemmigt … b) med 4 stemmer mod 3"."""
_ANOTHER_POINT = re.compile(r"\bafstemning\w* om (?P<lost>\(\w\)).*(?!(?P=lost))\(\w\) (?:blev|er) ", re.S)
""" "Ved afstemningen om (1) var der 2 for og 5 imod. (3) blev herefter anbefalet"."""
_OF_ANSWERS = re.compile(r"\W*\d+ (?:var|er|svarede|stemte) (?:for|i?mod)\b[^.;]*?(?:pct|procent|%)")
""" "148 var imod lukning, svarende til 90 pct.": of the answers to a hearing, above the vote."""
_UNANIMOUS = re.compile(r"(?i)\benstemmigt?\b(?!\s+(?:anbefal|indstill))")


def votes_differ(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """Votes do not add up, a party stands on two sides, or the outcome is not that of the majority.

    Finds a list of voters that names another number than is stated, a printed total ("i alt 17") that is not the list's, a party or person
    on both sides, a party twice in one list, "vedtaget" with a minority for it, there or in the next sentence ("dermed
    vedtaget"), "enstemmigt" with votes against, more votes than members, a vote by somebody who was away. It matters because the outcome
    rests on them.

    Quiet: a group that split, with names or numbers to show it; "forkastet med 24 stemmer imod 23" (the winning side stands first); a
    committee's vote quoted in a council's minutes, whose members are others; fewer votes than members (a note where all sides are stated).

    Example: "vedtaget med 8 stemmer imod 11"; "4 stemmer for (A, F og O) og 2 stemmer imod (V og A)".
    """
    taken, full = polls(document), full_house(document)
    sizes = parties_present(document) if taken else Counter()
    drawn = list(_drawn(document, taken))
    for poll in taken:
        found = _within(document, poll) or _beside_presence(document, poll, full, sizes, taken)
        for finding in (f for f in found if (f.template, f.values) not in [(d.template, d.values) for d in drawn]):
            yield finding
            yield from_finding(finding, "votes", poll.item)
        if not found and poll.total:
            yield _verified(document, poll, full)
    alone = (*against_unanimous(document, taken), *voted_though_absent(document), *there_and_away(document),
             *told_by_parties(document, taken), *other_voters(document))
    for finding in (*drawn, *told_split(document, taken), *alone):
        yield finding
        yield from_finding(finding, "votes")
    yield from changing_sizes(document, taken)
    yield from elections(document)


def _within(document: Document, poll: Poll) -> list[Finding]:
    """What disagrees within one vote."""
    return [*(list(_against_lists(document, poll)) or _totals(document, poll)), *_grand_total(document, poll), *_two_sides(document, poll),
            *_twice(document, poll), *_against_majority(document, poll), *_not_unanimous(document, poll)]


def _beside_presence(document: Document, poll: Poll, full: int | None, sizes: Counter[str], taken: list[Poll]) -> list[Finding]:
    """What disagrees with who was there; votes of those who were away are told by name, and their number not once more."""
    away = list(absent_voter(document, poll))
    too_many = [*against_presence(document, poll, full, sizes, taken), *told_house(document, poll, taken)]
    if away and any(poll.total - len(away) <= int(f.computed or 0) for f in too_many):
        too_many = []
    return [*too_many, *away, *party_sizes(document, poll, sizes)]


def _against_lists(document: Document, poll: Poll) -> Iterator[Finding]:
    """The lists name other numbers than are stated; when they fit with for and against exchanged, the order of the sentence explains it."""
    pairs = {s: (poll.stated(s), poll.counted(s)) for s in SIDES if poll.stated(s) is not None and poll.counted(s) is not None}
    places = {v.side for v in poll.lists if _may_be_a_place(document, v) or _is_one_of_many(poll, v)}
    wrong = [s for s, (stated, counted) in pairs.items() if stated != counted and s not in places]
    if not wrong or _OF_ANSWERS.match(poll.source.quote):
        return
    if {"for", "against"} <= set(pairs) and "abstained" not in wrong and (
            pairs["for"][0], pairs["against"][0]) == (pairs["against"][1], pairs["for"][1]):
        return
    said = ", ".join(f"{pairs[s][0]} {SIDES[s]}" for s in pairs)
    listed = ", ".join(f"{pairs[s][1]} {SIDES[s]}" for s in pairs)
    yield Finding("votes-differ", "error", "Stemmetallene er {said}, men listerne nævner {listed}.",
                  at(document, poll.source, *(v.source for v in poll.lists if v.side in wrong)), values={"said": said, "listed": listed},
                  stated=str(pairs[wrong[0]][0]), computed=str(pairs[wrong[0]][1]), calculation=list_sums(poll))


def _is_one_of_many(poll: Poll, voters: VoteList) -> bool:
    """Is a single voter named of many: "12 stemmer for … Radikale (1) stemte for udskydelsen"?"""
    stated, counted = poll.stated(voters.side), poll.counted(voters.side)
    return stated is not None and counted is not None and "stemte" in voters.source.quote and _MANY * counted < stated


def _may_be_a_place(document: Document, voters: VoteList) -> bool:
    """Is the one name on a list none of those who were there? "2 (Øster Lomme)" are the two members from a municipality."""
    said, name = document.attendance, party(voters.voters[0]) if len(voters.voters) == 1 else ""
    there = {*said.present, *said.members, *said.absent}
    return bool(there) and " " in name and name not in there


def _totals(document: Document, poll: Poll) -> Iterator[Finding]:
    for voters in poll.lists:
        stated, count = poll.stated(voters.side), named_votes(voters)
        if voters.total is not None and count is not None and voters.total != count:
            yield Finding("votes-differ", "error", "Listen nævner {count} stemmer, men der står i alt {total}.",
                          at(document, voters.source), values={"count": str(count), "total": str(voters.total)},
                          stated=str(voters.total), computed=str(count), calculation=list_sum(voters))
        elif voters.total is not None and count is None and stated is not None and voters.total != stated:
            yield Finding("votes-differ", "error", "Der står {stated} stemmer, men listens total er {total}.",
                          at(document, voters.source, poll.source), values={"stated": str(stated), "total": str(voters.total)},
                          stated=str(stated), computed=str(voters.total))


def _grand_total(document: Document, poll: Poll) -> Iterator[Finding]:
    """ "I alt 40." after the lists, beside the sum of the sides; a side that is not stated may hold the rest."""
    over = poll.grand_total is not None and poll.total > poll.grand_total
    if poll.grand_total is not None and poll.total and poll.total != poll.grand_total and (over or poll.all_stated):
        yield Finding("votes-differ", "error", "Stemmerne giver {sum}, men der står i alt {total}.", at(document, poll.source),
                      values={"sum": str(poll.total), "total": str(poll.grand_total)}, stated=str(poll.grand_total),
                      computed=str(poll.total), calculation=parts(poll))


def _whole(voters: VoteList) -> list[str]:
    """Those who stand on a list without a number: whole parties, and persons."""
    return [party(v) for v in voters.voters if seats(v) is None and named(v) and party(v)]


def _two_sides(document: Document, poll: Poll) -> Iterator[Finding]:
    """A party or person on both sides without names or numbers that show a split."""
    first: dict[str, VoteList] = {}
    split = {party(name) for voters in poll.lists for name in voters.split}
    for voters in poll.lists:
        for name in dict.fromkeys(_whole(voters)) if not _one_each(poll, voters) else ():
            other = first.setdefault(name, voters)
            if name not in split and other.side != voters.side:
                yield Finding("votes-differ", "error", "{name} står både under {one} og {other}.",
                              at(document, voters.source, other.source), stated=name,
                              values={"name": name, "one": SIDES[other.side], "other": SIDES[voters.side]})


def _one_each(poll: Poll, voters: VoteList) -> bool:
    """Does each letter stand for a member: "4 stemmer for (A, A, B og F)"? Then a party has as many letters as votes."""
    names = _whole(voters)
    return len(names) == poll.stated(voters.side) and len(set(names)) < len(names)


def _twice(document: Document, poll: Poll) -> Iterator[Finding]:
    for voters in poll.lists:
        names = _whole(voters) if not _one_each(poll, voters) else []
        split = {party(name) for name in voters.split}
        for name in dict.fromkeys(n for n in names if n not in split and names.count(n) > 1):
            yield Finding("votes-differ", "warning", "{name} står to gange på samme liste.", at(document, voters.source),
                          values={"name": name}, stated=name)


def _against_majority(document: Document, poll: Poll) -> Iterator[Finding]:
    yes, no = poll.votes.in_favour, poll.votes.against
    if yes is None or no is None or any(p.search(poll.text) for p in (_QUALIFIED, _OTHERWISE)) or _ANOTHER_POINT.search(poll.source.quote):
        return
    lists_agree = poll.counted("for") == yes and poll.counted("against") == no
    carried = _CARRIED.search(poll.source.quote) and not _LOST.search(poll.source.quote)
    if poll.outcome in _YES and carried and yes <= no and yes + no > 0:
        yield _outvoted(document, poll, True)
    elif yes > no and (poll.outcome in _NO and lists_agree or poll.outcome in (*_NO, "unknown") and _LOST_BY.search(poll.source.quote)):
        yield _outvoted(document, poll, False)


def _outvoted(document: Document, poll: Poll, carried: bool, said: Source | None = None) -> Finding:
    """A proposal that is said to be carried, or lost, against most of the votes; `said`: the place that says so, where it is another."""
    yes, no = poll.votes.in_favour, poll.votes.against
    template = ("Forslaget skal være vedtaget, men {no} stemte imod og {yes} for." if carried
                else "Forslaget skal være forkastet, men {yes} stemte for og {no} imod.")
    return Finding("votes-differ", "error", template, at(document, poll.source, said), values={"yes": str(yes), "no": str(no)},
                   stated=f"{yes}-{no}", calculation=f"{yes} for, {no} imod")


def _drawn(document: Document, taken: list[Poll]) -> Iterator[Finding]:
    """ "11 stemte for og 14 imod. Forslaget blev dermed vedtaget": what the next sentence draws from a vote on the same proposal."""
    for poll in {p.source.at: p for p in taken}.values():
        yes, no, end = poll.votes.in_favour, poll.votes.against, poll.source.at + len(poll.source.quote)
        thus = _THUS.match(document.text, max(end - 1, 0))
        on = set(_MOTION.findall(poll.source.quote.lower()))
        amended = thus and thus["plain"] and "ndringsforslag" in document.text[max(poll.source.at - _RULE, 0) : end]
        if not thus or amended or yes is None or no is None or yes == no or not _BOTH.search(poll.source.quote):
            continue
        carried = bool(_CARRIED.match(thus["what"])) != bool(thus["no"])
        majority = not _QUALIFIED.search(document.text, poll.source.at, thus.end() + _RULE)
        if majority and (yes > no) != carried and not (on and on.isdisjoint(_MOTION.findall(thus[0].lower()))):
            yield _outvoted(document, poll, carried, locate(document, thus.start("said"), thus.end()))


def _not_unanimous(document: Document, poll: Poll) -> Iterator[Finding]:
    alone = poll.votes.in_favour is None and poll.outcome in _YES and not _MOTION_TO_AMEND.search(poll.text)
    if _EACH_ITS_OWN.search(poll.text if alone else poll.source.quote):
        return
    if poll.votes.against and (poll.votes.in_favour or alone) and _UNANIMOUS.search(poll.text if alone else poll.source.quote):
        yield Finding("votes-differ", "error", "Beslutningen kaldes enstemmig, men {no} stemte imod.", at(document, poll.source),
                      values={"no": str(poll.votes.against)}, stated="enstemmigt", computed=str(poll.votes.against))


def _verified(document: Document, poll: Poll, full: int | None) -> Claim:
    """The ledger's line for a vote in which nothing disagrees."""
    checked = any(poll.counted(s) is not None and poll.stated(s) is not None for s in SIDES)
    decided = poll.outcome in _YES | _NO and None not in (poll.votes.in_favour, poll.votes.against)
    return judged("votes", "votes-differ", "votes", at(document, poll.source), item=poll.item, calculation=list_sums(poll) or parts(poll),
                  reason=None if checked or decided or poll.own and full == poll.total
                  else "Der er hverken lister eller fremmøde at sammenholde stemmerne med.")


CHECKS = {"votes-differ": votes_differ}
