"""Ballots as the minutes print them.

The order of the numbers depends on the verb: "godkendt med 11 stemmer imod 8" is 11 for, "forkastet med 24
stemmer imod 23" is 24 against, the winning side first. Printed words and lists for and against come before any such reading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.decisions.amended import PROPOSAL
from extractors.decisions.asides import own_sentences
from extractors.decisions.tallies import SIDES, Tally, sided, tallies
from extractors.decisions.vote_numbers import AMENDMENT, BOTH, ONE, N, came_of, numbers
from extractors.decisions.vote_runs import OF_ANOTHER, SO, of_others, runs, told_votes
from extractors.decisions.vote_tables import Side, vote_tables
from extractors.decisions.voters import as_list, heads, lists
from extractors.layout import Flow
from extractors.sentences import sentences
from extractors.structure.names import party
from minutes.needs import led
from minutes.records import Ballot, VoteList, Votes

_PERSONS = re.compile(
    rf"(?:^\W*|(?<=[.;:]\s)|(?<=\d\)\s)|\b(?:mens|medens|og|idet|på nær|undtagen|bortset fra) |, )"
    rf"(?P<who>{ONE}(?:(?:,|,?\s(?:og|samt))\s{ONE}){{0,20}})"
    r"(?:, (?:der|som)(?: [^,.;]{1,80},)?)?\s(?:(?!stem)[a-zæøå][^.;:]{1,100}? og )?"
    r"(?:stemte\s(?:derfor )?(?P<side>for|i?mod)\b|stemmer\s(?P<now>i?mod)\b|var (?P<was>i?mod)(?=\W|$)|(?P<brief>imod)(?=[.;]|\s*$)"
    r"|(?P<cannot>k(?:unne|an) ikke (?:tiltræde|støtte|godkende|anbefale|tilslutte sig)\b"
    r"|(?:anbefale|indstille|støtte|tiltræde)r (?:det |den |forslaget |indstillingen )?ikke(?=[.,;]|\s*$))"
    r"|(?P<backs>k(?:unne|an) (?:tiltræde|støtte|godkende|anbefale|tilslutte sig)\b)"
    r"|(?P<puts>(?:indstille|anbefale)(?:r|de) (?:(?:indstillingen|forslaget|sagen|planen|den|det)\b|(?:den |det |sagen |forslaget )?"
    r"(?:til (?:\w+ )?(?:godkendelse|vedtagelse)|godkendt|vedtaget))(?=[.,;]|$)|anbefaler(?=[.;]))|"
    r"(?P<idle>undlod|undlader|afholdt sig|lod være|stemte (?:ikke(?! (?:for|i?mod)\b)|blankt|hverken)"
    r"|(?:ønskede ikke|ikke ønskede) at (?:tage stilling|stemme)|ikke stemte)\b)")
_BUT, _RELATIVE = re.compile(r"\b(?:på nær|undtagen|bortset fra) \Z"), re.compile(r", (?:der|som)\b")
""" "alle på nær Bo Ravn stemte for": it is not he who did."""
_THOUGH = re.compile(r", (?:idet|mens|medens) \Z")
""" "Godkendt, idet Ida Holm stemte imod": a dissent that is told with the decision."""
_OF_PART = re.compile(r" (?:\w+ )?(?:punkt|pkt|afsnit|ændring|tilføjelse|forslaget om)")
_GOT = re.compile(r"\b(?:fik|opnåede|samlede) (?:kun )?\w+ stemmer\b(?! for\b)")
"""Where several proposals have votes, each in its sentence, the most of them are for the one that is chosen."""
_MAJORITY, _MINORITY = re.compile(r"\W*(?:Et )?flertal", re.I), re.compile(r"\W*(?:Et )?mindretal", re.I)
_SOME = re.compile(rf"{_MAJORITY.pattern}|\W*(?:{N}) (?:\w*medlemmer|i udvalget)\b[^.;]*? (?:anbefale|indstille|ønske|foresl)", re.I)
"""Those who are told to want something where others want something else: "Et flertal ...", "4 medlemmer (A og V) anbefaler ..."."""
_VOTING = led(
    r"\bdelt\b|\d\s?[-–]\s?\d|(?:\d|siger|sagde|på|deres) (?:mod|ja|nej)\b|stem[mtn]|medlem|imod|undlod|flertal|[(\s]For:|"
    r"\b(?:ja|nej)\s?:|forkastet|nedstemt"
    r"|[\d)] (?:anbefale|indstille|tiltr|godkend|ikke kan|kan ikke|kunne ikke)"
    r"|\bog (?-i:[A-ZÆØÅ])[^.,;]{2,40} (?:anbefale|indstille)[rd]|\b(?:øvrige|støtte(?:r|de)|enige?t?|ja|nej|hænder"
    r"|med på|herfor|\w+ ville)\b|samtykke|bakke[rd]|tilslut|\b(?:alle|samtlige) ", re.I)
_PUT_TO_VOTE = re.compile(rf"stem(?:t|tes|ning) om [^.]{{0,40}}?(?:{PROPOSAL}|(?:stillet|fremsat) forslag|udsættelse"
                          r"|hjemvisning|tilbagesendelse)", re.I)
_OF_CASE = re.compile(r"\W*(?:(?:Herefter|Derefter|Derpå) (?:blev|er) )?(?:\w+ )?(?:Indstillingen?|Sagen|Hovedforslaget|Punktet)\b", re.I)
"""How a sentence begins that tells of the case itself, after a vote on an amendment."""
_THEN = re.compile(r"\W*(?:Dernæst|Herefter|Derefter|Derpå|Herpå|Til (?:sidst|slut)|Endelig|Efterfølgende)\b")
"""How a sentence begins that tells of the next vote."""
_OF_POINT = re.compile(r"\b(?:punkt|pkt|ad|dot)\.? ?\d", re.I)
_CASE = re.compile(r"indstilling|hovedforslag|sagen\b", re.I)
_WHY = re.compile(r", (?:som|der|idet|da|fordi) (?:\w+ ){0,2}?(?:ønske|vil(?:le)?\b|men(?:er|te)\b|f(?:a|i)nd|foretr)[^.;]*")
"""Why somebody voted so: "Imod stemte Ulla Fisker, som ønskede bolværket udskudt"."""
_BULLET = re.compile(r"[•●▪■○‣∙·*–-]?\s*")
_FIELDS = {"for": "in_favour", "against": "against", "abstained": "abstained"}


@dataclass(slots=True)
class Poll:
    """One vote in a text: where its sentences stand (offsets in the text), its numbers, lists and what came of it ("" unknown).

    `member`: it is on whether somebody may take part.
    """

    start: int
    end: int
    votes: Votes
    lists: list[VoteList]
    outcome: str
    amendment: bool
    member: bool = False

    @property
    def won(self) -> str:
        """What the numbers alone tell; "" on a tie and without both sides."""
        ahead = (self.votes.in_favour or 0) - (self.votes.against or 0)
        known = self.votes.in_favour is not None and self.votes.against is not None
        return "" if not known or not ahead else "adopted" if ahead > 0 else "rejected"

    @property
    def even(self) -> bool:
        """Are as many for as against the case, and some?"""
        return not self.amendment and bool(self.votes.in_favour) and self.votes.in_favour == self.votes.against


def read(flow: Flow, start: int, end: int) -> list[Poll]:
    """The polls between two offsets of the running text, in order."""
    text = flow.text[start:end]
    if not _VOTING.search(text):
        return []
    polls: list[Poll] = []
    before, tables = "", vote_tables(text)
    for a, b in _with_lists(text):
        if tables and tables[0][0] <= a:
            _table(flow, start, text, tables.pop(0), polls, before)
        if not polls or a >= polls[-1].end:
            _sentence(flow, start, text, a, b, polls, before)
            before = text[a:b]
    polls = [_settled(p) for p in polls if (p.votes != Votes() or p.lists) and not of_candidates(p, p.outcome)]
    return [p for p in _with_stances(flow, text, polls) if not p.member]


def _with_stances(flow: Flow, text: str, polls: list[Poll]) -> list[Poll]:
    """The polls with what the clauses tell of who stood on which side, where no number and no list did."""
    for start, end, sides in runs(text):
        beside = [p for p in polls if p.start < end and start < p.end]
        known = len(beside) == 1 and beside[0]
        another = known and _clash(known.votes, sides) and known.start < start and not known.lists
        if len(sides) > 1 and "for" in sides and (not beside or another):
            polls.append(Poll(start, end, _votes(sides), [], _outcome_of(text, start, end), _on_amendment(text, start, end)))
        elif known and not _clash(known.votes, sides):
            known.votes = _merged(known.votes, _votes(sides))
        elif not beside and "for" not in sides and _COUNTED_OR_INITIALS.search(text[start:end]):
            for above in [p for p in polls if p.end <= start and not text[p.end : start].strip()]:
                above.votes, above.end = _merged(above.votes, _votes(sides)), end
            if not polls and _by_initials(flow, text[start:end]):
                polls.append(Poll(start, end, _votes(sides), [], "", False))
    return sorted(polls, key=lambda p: p.start)


_COUNTED_OR_INITIALS = re.compile(r"\d|\b[A-ZÆØÅ]{2,3} (?:stem|undl)|^\W*[A-ZÆØÅ]{2,3}\b")
_INITIALS = re.compile(r"\b(?P<who>[A-ZÆØÅ]{2,4}(?:(?:, | og )[A-ZÆØÅ]{2,4})+) (?:stem|undl)")


def _by_initials(flow: Flow, said: str) -> bool:
    """Do several vote who are told by their initials, which the paper prints behind their names: "RK og PW stemte imod"?"""
    told = _INITIALS.search(said)
    return told is not None and all(f" ({letters})" in flow.text for letters in re.findall(r"[A-ZÆØÅ]+", told["who"]))


def _votes(sides: dict[str, int]) -> Votes:
    return Votes(sides.get("for"), sides.get("against"), sides.get("abstained"))


def _outcome_of(text: str, start: int, end: int) -> str:
    """What came of a vote: as its sentences tell, or the one after it."""
    after = next((b for _, b in sentences(text[end:])), 0)
    return came_of(text[start:end]) or came_of(text[end : end + after])


def _on_amendment(text: str, start: int, end: int) -> bool:
    before = next((text[a:b] for a, b in reversed(sentences(text[:start]))), "")
    return _amends(text[start:end], before)


def _amends(said: str, before: str) -> bool:
    """Is a vote on a change of the case, as its sentence or the one before it tells?"""
    on_that = _IT.match(said) and AMENDMENT.search(before) and not came_of(before)
    fell = _IT.match(said) and _PUT_FORWARD.search(before) and came_of(said) in ("rejected", "lapsed")
    return bool(on_that or fell or AMENDMENT.search(said) or _PUT_TO_VOTE.search(before))


_PUT_FORWARD = re.compile(r"\b(?:foreslog|stille(?:de|t) forslag|blev foreslået)\b")


def _on_member(said: str, before: str) -> bool:
    """Is a vote on whether a member may take part, which is none on the case?"""
    return bool(_OF_MEMBER.search(said) or _WHO_MAY.search(before))


_WHO_MAY = re.compile(r"stem[mnt]\w* om [^.;]{0,60}\b(?:in)?habil|\b(?:in)?habil\w* (?:\w+ ){0,2}(?:til|under) afstemning")
_OF_MEMBER = re.compile(rf"{_WHO_MAY.pattern}"
                        r"|\b(?:anse[ts]?|anses|erklær(?:e|et|es)|stemmer?(?: i?mod \w+)?, at)\b[^.,;]{0,70}?\b(?:in)?habil\b")


_IT = re.compile(r"\W*(?:Det|Dette|Forslaget|Herom|Herfor)\b")


def last_vote(text: str) -> Poll | None:
    """The vote with both its sides that a text without a heading tells last, if it is not on an amendment."""
    told = told_votes(text)
    if not told:
        return None
    start, end, sides = told[-1]
    end += next((b for _, b in sentences(text[end:])), 0) if SO.match(text[end:]) else 0
    before = next((text[a:b] for a, b in reversed(sentences(text[:start]))), "")
    outcome = _outcome_of(text, start, end) or came_of(before)
    poll = Poll(start, end, _votes(sides), [], outcome, _on_amendment(text, start, end))
    return None if poll.amendment or not sides.keys() >= BOTH else poll


def of_candidates(poll: Poll, outcome: str) -> bool:
    """Are the numbers what those got who stood for election, with nobody against them and nobody who did not vote?"""
    return outcome == "appointed" and (poll.votes.in_favour is None or poll.votes == Votes(poll.votes.in_favour))


def _table(flow: Flow, base: int, text: str, table: tuple[int, int, list[Side]], polls: list[Poll], before: str) -> None:
    """Add what a table says: the voters of an earlier poll with these numbers, or of the one right above it, or a poll of its own."""
    a, b, sides = table
    named = [as_list(flow, base + s.start, base + s.end, s.side, s.entries, s.total) for s in sides]
    said = {s.side: s.total for s in sides if s.total is not None}
    named = [x for x in named if x.voters or x.total is not None]
    if above := next((p for p in polls[:-1] if not p.lists and said.keys() >= BOTH and said.items() <= _known(p.votes).items()), None):
        above.lists, polls[-1].end = named, b
        return
    told = polls and not polls[-1].lists and not text[polls[-1].end : a].strip() and not _clash(polls[-1].votes, said)
    if not told:
        polls.append(Poll(a, b, Votes(), [], "", bool(AMENDMENT.search(before))))
    polls[-1].end, polls[-1].lists = b, named


def _with_lists(text: str) -> list[tuple[int, int]]:
    """The sentences of a text; a list of names on the line below its head ("For stemte:"), or below its open bracket, belongs to it."""
    out: list[tuple[int, int]] = []
    for a, b in sentences(text):
        above = text[slice(*out[-1])] if out else ""
        if (above.rstrip().endswith(":") or _open(above, text[a:b])) and (heads(above) or _MAJORITY.match(above)):
            out[-1] = out[-1][0], b
        else:
            out.append((next(_BULLET.finditer(text, a, b)).end(), b))
    return out


def _open(above: str, below: str) -> bool:
    """Is a bracket of the text above still open, which the text below closes or fills with names in brackets?"""
    return above.count("(") > above.count(")") and 0 < below.count(")") >= below.count("(")


def _sentence(flow: Flow, base: int, text: str, a: int, b: int, polls: list[Poll], before: str) -> None:
    """Add what one sentence says: a poll of its own, or more about the last one. The sentence before may tell of one who voted."""
    sentence = text[a:b]
    verdict = came_of(_WHY.sub("", sentence))
    if not verdict and of_others(sentence) or OF_ANOTHER.search(sentence):
        return
    counted = sided(_counted(sentence), verdict or (polls[-1].outcome if polls else ""))
    named = lists(flow, base + a, sentence, counted)
    counted = [t for t in counted if not any(x.side == t.side and _is_voters(t.count, x) for x in named)]
    known = _known(_settled(polls[-1]).votes) if polls else {}
    sides = {t.side for t in counted} or {v.side for v in named} or _persons(sentence, known).keys()
    if polls and sides in ({"for"}, {"against"}) and _of_minority(text, polls[-1], sentence, counted):
        counted, named = [replace(t, side="against") for t in counted], [replace(v, side="against") for v in named]
        sides, verdict = {"against"}, ""
    open_side = not polls or polls[-1].votes.against is None
    between = text[polls[-1].end : a].strip() if polls else ""
    same = polls and not between and verdict.removeprefix("not_") == polls[-1].outcome and not _OF_POINT.search(sentence)
    if sides == {"against"} and open_side and (same or not came_of(sentence)):
        verdict = ""
    said = numbers(sentence, counted, verdict)
    if not said and not named and polls and _SAME_NUMBERS.search(sentence):
        said = _same_numbers(_settled(polls[-1]).votes, verdict)
    said = _persons(sentence, said or known or {x.side: x.total or 0 for x in named}) | said
    if not polls:
        said = _persons(before, said) | said if said else _persons(f"{before.strip()} {sentence.strip()}", {})
    apart = polls and polls[-1].amendment and _OF_CASE.match(sentence)
    if not said and not named:
        if polls and verdict and not polls[-1].outcome and not apart and not between and own_sentences(sentence):
            polls[-1].outcome = verdict
            polls[-1].amendment |= _was_amendment(polls[-1], sentence, text)
        return
    several = polls and (polls[-1].outcome == "appointed" or _GOT.search(text, polls[-1].start, polls[-1].end))
    if several and not between and said.keys() == {"for"} and _GOT.search(sentence):
        if said["for"] > (polls[-1].votes.in_favour or 0):
            polls[-1].votes, polls[-1].lists = Votes(said["for"]), named
        polls[-1].end = b
        return
    on_case = _OF_CASE.search(text, polls[-1].end, a) if polls and polls[-1].outcome else None
    of_case = on_case and came_of(text[on_case.start() : a])
    verdict = verdict or of_case or ""
    stated = {x.side: x.total for x in named if x.total is not None} if between else {}  # right below a vote other numbers are a slip
    twice = {v.side for v in named} & {x.side for x in polls[-1].lists} if polls else set()
    next_vote = polls and _THEN.match(sentence) and _known(_settled(polls[-1]).votes).keys() >= BOTH
    again = of_case or twice or next_vote or polls and _clash(_settled(polls[-1]).votes, stated | said)
    goes_on = polls and not (again or polls[-1].outcome or AMENDMENT.search(sentence)) and _begins_with_list(sentence)
    anew = between or apart or said.keys() & known.keys() or AMENDMENT.search(sentence)
    halves = polls and not polls[-1].outcome and said and known and not anew
    turned = polls and _MINORITY.match(text, polls[-1].start) and _MAJORITY.match(sentence)
    if verdict and (goes_on or turned or halves):
        polls[-1].outcome, verdict = verdict, ""  # "Imod stemte 8 (A) Godkendt." below "For stemte 12 (V)"
    if verdict or not polls or again:
        if not verdict and said.get("for") == 0 and came_of(before) == "rejected":
            verdict = "rejected"
        begin = a if polls or counted or named else text.rfind(before, 0, a)  # those who are named alone voted on what stands before
        polls.append(Poll(begin, b, Votes(), [], verdict, _amends(sentence, before), _on_member(sentence, before)))
    poll = polls[-1]
    poll.end = b
    poll.lists += [x for x in named if x.side not in {y.side for y in poll.lists}]
    poll.votes = _merged(poll.votes, Votes(said.get("for"), said.get("against"), said.get("abstained")))


_SAME_NUMBERS = re.compile(r"\bmed (?:det |den )?samme stemme(?:tal|fordeling)\b")


def _same_numbers(votes: Votes, verdict: str) -> dict[str, int]:
    """The numbers of the vote before, told again without them: the greater is of the side that won."""
    if votes.in_favour is None or votes.against is None or not verdict:
        return {}
    low, high = sorted((votes.in_favour, votes.against))
    lost = verdict.startswith(("rejected", "not_", "lapsed"))
    idle = {} if votes.abstained is None else {"abstained": votes.abstained}
    return {"for": low if lost else high, "against": high if lost else low} | idle


def _is_voters(count: int, listed: VoteList) -> bool:
    """Is a number that of the first of several on a list: "For stemte: 5 medlemmer af A, F og Ø"?"""
    return len(listed.voters) > 1 and re.match(rf"{count} medlem\w* (?:af|fra) ", listed.voters[0]) is not None


def _begins_with_list(sentence: str) -> bool:
    return any(not sentence[: head.start()].strip() for head in heads(sentence)[:1])


def _was_amendment(poll: Poll, sentence: str, text: str) -> bool:
    """Was the vote before "Ændringsforslaget bortfaldt dermed" on that? Not where the recommendation won it."""
    votes = _settled(poll).votes
    carried = (votes.in_favour or 0) > (votes.against or 0)
    told = AMENDMENT.search(sentence) and came_of(sentence) in (("adopted",) if carried else ("rejected", "lapsed"))
    return bool(told) and not _CASE.search(text[poll.start : poll.end])


def _counted(sentence: str) -> Sequence[Tally]:
    """The counted sides outside the heads of lists ("For: 20 (Ida Holm, ...)"), which have a reading of their own."""
    numbered = [head for head in heads(sentence) if head["number"] or head["total"]]
    for head in numbered:
        sentence = sentence[: head.start()] + " " * len(head[0]) + sentence[head.end() :]
    return tallies(sentence, beside=bool(numbered))


def _clash(votes: Votes, said: dict[str, int]) -> bool:
    return any(side in said and getattr(votes, name) not in (None, said[side]) for side, name in _FIELDS.items())


def _persons(sentence: str, known: dict[str, int]) -> dict[str, int]:
    """ "Jytte Bohn (Ø) og Ib Ravn stemte imod." is two votes, on a side that has no number yet, where the others are told; alone they are
    those who dissent from what was decided without a count, and none but where several are said so, or one with what was decided."""
    out: dict[str, int] = {}
    several = False
    for told in _PERSONS.finditer(sentence):
        names = re.findall(ONE, told["who"])
        side = _side_of(told)
        excepted = told["who"] and _BUT.search(sentence, 0, told.start("who")) and not _RELATIVE.match(sentence, told.end("who"))
        if side not in known and not excepted and not any(map(party, names)):
            out.setdefault(side, len(names))
            voted = side == "against" and (told["side"] or told["now"])
            several |= bool(len(names) > 1 and (voted or told["puts"]))
            several |= bool(voted and _THOUGH.search(sentence, 0, told.start("who"))
                            and not _OF_PART.match(sentence, told.end()) and came_of(sentence[: told.start()]))
    return out if known or out.keys() >= BOTH or several else {}


def _side_of(told: re.Match[str]) -> str:
    if told["backs"] or told["puts"]:
        return "for"
    return "against" if told["cannot"] else SIDES[told["side"] or told["now"] or told["was"] or told["brief"] or "undlod"]


def _known(votes: Votes) -> dict[str, int]:
    return {side: count for side, name in _FIELDS.items() if (count := getattr(votes, name)) is not None}


def _of_minority(text: str, poll: Poll, sentence: str, counted: list[Tally]) -> bool:
    """Do others want something else than the majority before them: "Et flertal, 3 medlemmer, indstiller ... 2 medlemmer indstiller ..."?"""
    told = _SOME.match(text[poll.start : poll.end])
    if poll.votes.against is not None or _OF_POINT.search(sentence):
        return False
    fewer = all(t.count <= (poll.votes.in_favour or t.count) for t in counted)
    return fewer and (bool(_MINORITY.match(sentence)) or bool(told) and "stemte" not in sentence)


def _merged(a: Votes, b: Votes) -> Votes:
    """The first numbers, completed with the second."""
    pairs = ((getattr(a, name), getattr(b, name)) for name in _FIELDS.values())
    return Votes(*(y if x is None else x for x, y in pairs))


def _settled(poll: Poll) -> Poll:
    """Numbers that only the lists give."""
    counts = {x.side: x.total if x.total is not None else x.count for x in poll.lists}
    poll.votes = _merged(poll.votes, Votes(counts.get("for"), counts.get("against"), counts.get("abstained")))
    return poll


def ballots(flow: Flow, start: int, polls: list[Poll], item: str | None) -> list[Ballot]:
    """The polls of a passage that begins at `start` as records."""
    return [Ballot(item, p.votes, tuple(p.lists), p.outcome or "unknown", flow.source(start + p.start, start + p.end)) for p in polls]
