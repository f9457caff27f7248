"""Ballots as the minutes print them.

The order of the numbers depends on the verb: "godkendt med 11 stemmer imod 8" is 11 for, "forkastet med 24
stemmer imod 23" is 24 against, the winning side first. Printed words and lists for and against come before any such reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.decisions.amended import PROPOSAL
from extractors.decisions.phrases import of_all
from extractors.decisions.stances import stances
from extractors.decisions.tallies import SIDES, WORDS, Tally, number, sided, tallies
from extractors.decisions.vote_tables import Side, vote_tables
from extractors.decisions.voters import as_list, entries_of, heads, lists, voter
from extractors.layout import Flow
from extractors.sentences import sentences
from extractors.structure.names import party
from minutes.days import A_MONTH
from minutes.needs import led
from minutes.records import Ballot, VoteList, Votes

_ALONE = re.compile(rf"(?<!\w)med\s(?:(?:alle|samtlige|de)\s)?(?:\w+s\s)?(?P<count>\d{{1,3}}|{'|'.join(WORDS)})\sstemmer"
                    r"(?!\w|\s(?:for|i?mod)\b)", re.I)
_WORD = r"[A-ZÆØÅ](?:[a-zæøå]{0,2}\.|[\w-]+)"
_ALL = re.compile(rf"\b(?:alle|samtlige)(?: de)? (?P<count>\d{{1,3}}|(?!en\b|et\b){'|'.join(WORDS)})(?: (?:fremmødte|tilstedeværende))?"
                  r"(?: afgivne stemmer\b| med stemmeret| (?:stemte|var|er|gik ind|stod bag|bakkede|støttede|tilsluttede|kunne tilslutte)"
                  r"(?: (?:for|med på|enige|sig|op|bag))?\b)"
                  rf"|\b(?P<without>\d{{1,3}}|{'|'.join(WORDS)}) (?:stemmer|medlemmer) (?:uden (?:modstemmer|stemmer imod)|og ingen imod)", re.I)
""" "med samtlige 48 afgivne stemmer", "Alle syv med stemmeret var med på det", "fem stemmer uden modstemmer": nobody is against."""
_VOTER = rf"{_WORD}(?:\s{_WORD}){{1,3}}(?:\s\([^)]*\))?"
_NO_ONE = (r"(?:Ingen|Alle|Resten|De|Det|Der|Samtlige|Begge|Radikale|Konservative|Øvrige|Andre|Byen|\w*(?:erne|listen|partiet|gruppen|"
           r"alliancen|tallet|udvalget|rådet|bestyrelsen|foreningen|kommunen|ningen|sagen))\b")
_ONE = rf"(?:{_VOTER}|(?!{_NO_ONE})[A-ZÆØÅ][a-zæøå]{{2,20}}(?:\s\([^)]*\))?)"
"""A voter, who in a small board may be known by the first name."""
_PERSONS = re.compile(
    rf"(?:^\W*|(?<=[.;:]\s)|\b(?:mens|medens|og|idet|på nær|undtagen|bortset fra) |, )"
    rf"(?P<who>{_ONE}(?:(?:,|,?\s(?:og|samt))\s{_ONE}){{0,20}})"
    r"(?:, (?:der|som)(?: [^,.;]{1,80},)?)?\s(?:(?!stem)[a-zæøå][^.;:]{1,100}? og )?"
    r"(?:stemte\s(?:derfor )?(?P<side>for|i?mod)\b|stemmer\s(?P<now>i?mod)\b|var (?P<was>i?mod)(?=\W|$)"
    r"|(?P<cannot>k(?:unne|an) ikke (?:tiltræde|støtte|godkende|anbefale|tilslutte sig)\b)"
    r"|(?P<backs>k(?:unne|an) (?:tiltræde|støtte|godkende|anbefale|tilslutte sig)\b)|"
    r"(?P<idle>undlod|undlader|afholdt sig|lod være|stemte (?:ikke(?! (?:for|i?mod)\b)|blankt|hverken)"
    r"|(?:ønskede ikke|ikke ønskede) at (?:tage stilling|stemme)|ikke stemte)\b)")
_BUT, _RELATIVE = re.compile(r"\b(?:på nær|undtagen|bortset fra) \Z"), re.compile(r", (?:der|som)\b")
""" "alle på nær Bo Ravn stemte for": it is not he who did."""
_OPPOSED = re.compile(r"\W*I?mod (?:\w+ )?(?:var|er|stem\w+|gik)\b", re.I)
""" "Imod var V og C med 6 stemmer": those who are told in this sentence."""
_AGAINST_ONE = led(
    rf"\bi?mod (?:{_VOTER}s (?:ene )?stemme\b|[a-zæøå]+(?:ens|ets) (?:ene(?! stemmer)|stemme)\b)|\bstemmer i?mod {_VOTER}s(?= at\b|[.,;]|$)")
""" "Nævnet vedtog mod Ove Brinchs stemme, at …", "med 3 stemmer mod formandens ene"."""
_N = rf"\d{{1,3}}|{'|'.join(WORDS)}"
_ON = r"for (?!at\b|forslaget|indstillingen|og\b|punkt|pkt|dette\b|de[tn]\b(?! (?:første|and(?:et|en)|ene|nye|gamle)\b)|\d)"
_CHOICE = r"(?:[Ff]orslag|[Mm]odel|[Ll]øsning|[Aa]lternativ|[Ss]cenarie|[Mm]ulighed|[Vv]ariant)(?:et|en)?"
_ALTERNATIVES = led(
    rf"(?<!\w)(?P<some>{_N})(?: medlemmer)?(?: stemmer| stemte)? {_ON}[^,.;]{{2,60}}?(?:,| og| mens)(?: (?:og|mens))?(?: de øvrige)?"
    rf" (?P<others>{_N})(?: medlemmer)?(?: stemmer| stemte)? {_ON}(?![^.;]*\bi?mod\b)"
    rf"|\b(?:{_CHOICE} \w+|forslag(?:et)? (?:om|til|fra) [^,.;]{{2,60}}?) (?:fik|opnåede|samlede) (?P<first>{_N})(?: stemmer)?"
    rf"(?:,| og| mens)(?: (?:og|mens))?(?:(?: {_CHOICE})? (?!og\b|mens\b|kun\b)\w+|(?: [\w-]+){{1,8}}? (?:fik|opnåede|samlede))"
    rf" (?P<second>{_N})(?!\w| undlod)"
    rf"|(?:^|(?<=[.:;]\s))(?P<here>{_N})(?: medlemmer)? (?:ville|vil|ønskede|foretrak|pegede på|valgte|stemte på|var til|holdt på) [^,.;\d]{{2,40}},"
    rf"(?: og| mens| medens)?(?: de øvrige)? (?P<there>{_N})(?: medlemmer)? (?!ikke\b|for\b|i?mod\b|undl|stemte i?mod|blank|hverken)[^,.;]{{2,40}}(?=[,.;])"
    rf"|(?-i:(?P<names>{_ONE}(?:(?:,| og) {_ONE})*)) stemte {_ON}[^,.;]{{2,60}}?,?(?: og| mens)? de øvrige (?P<rest>{_N})(?: stemte)?"
    rf" {_ON}", re.I)
"""Two proposals of which one is chosen: those for the lesser are against the other."""
_GOT = re.compile(r"\b(?:fik|opnåede|samlede) (?:kun )?\w+ stemmer\b(?! for\b)")
"""Where several proposals have votes, each in its sentence, the most of them are for the one that is chosen."""
_MAJORITY, _MINORITY = re.compile(r"\W*(?:Et )?flertal", re.I), re.compile(r"\W*(?:Et )?mindretal", re.I)
_SOME = re.compile(rf"{_MAJORITY.pattern}|\W*(?:{_N}) (?:\w*medlemmer|i udvalget)\b[^.;]*? (?:anbefale|indstille|ønske|foresl)", re.I)
"""Those who are told to want something where others want something else: "Et flertal ...", "4 medlemmer (A og V) anbefaler ..."."""
_VOTING = led(
    r"\d\s?[-–]\s?\d|(?:\d|siger|sagde|på|deres) (?:mod|ja|nej)\b|stem[mtn]|medlem|imod|undlod|flertal|[(\s]For:|"
    r"\b(?:ja|nej)\s?:|forkastet|nedstemt"
    r"|[\d)] (?:anbefale|indstille|tiltr|godkend|ikke kan|kan ikke|kunne ikke)|\b(?:øvrige|støtte(?:r|de)|enige?|ja|nej|hænder|med på|herfor|(?:\w+) ville)\b"
    r"|samtykke|bakke[rd]|tilslut|\b(?:alle|samtlige) ", re.I)
_AMENDMENT = re.compile(rf"{PROPOSAL}|forslag til ændring|\bÆF ?\d"
                        r"|\b(?:for|imod) (?:hjemvisning|udsættelse|tilbagesendelse)\b", re.I)
_ON_ELSE = re.compile(rf"{_AMENDMENT.pattern}|\b(?:i?mod|punkt|pkt)\b", re.I)
"""What keeps two numbers with "for" from being those of two proposals."""
_PUT_TO_VOTE = re.compile(rf"\bstem(?:t|tes|ning) om [^.]{{0,40}}?(?:{PROPOSAL}|udsættelse|hjemvisning|tilbagesendelse)", re.I)
_IN_ALL = re.compile(r"\b(?:i alt|tilsammen|sammenlagt)\b")
"""Before the numbers that count, where others are told before them."""
_BOTH = {"for", "against"}
_OF_CASE = re.compile(r"\W*(?:(?:Herefter|Derefter|Derpå) (?:blev|er) )?(?:\w+ )?(?:Indstillingen?|Sagen|Hovedforslaget|Punktet)\b", re.I)
"""How a sentence begins that tells of the case itself, after a vote on an amendment."""
_THEN = re.compile(r"\W*(?:Dernæst|Herefter|Derefter|Derpå|Herpå|Til (?:sidst|slut)|Endelig|Efterfølgende)\b")
"""How a sentence begins that tells of the next vote."""
_RESOLVED = re.compile(r"\b(?:besluttede|vedtog)\b[^.,]{0,40}\d[^.,]{0,40} at (?:give|meddele) afslag\b")
"""What was carried by a vote, though it says no: "besluttede med 3 stemmer mod 2 at give afslag"."""
_OF_OTHERS = re.compile(
    r"\b(?:beboer|folke|ur|borger|bruger|lejer|forældre|elev|med(?:lems|arbejder))afstemning"
    r"|\bblandt (?:\w+ )?\w*(?:forældre|beboer|lodsejer|elev|medarbejder|borger|bruger|lejer)\w*"
    r"|\b(?:afdelings|beboer|borger|forældre)møde|nabokommune|repræsentantskab|i høringen\b|generalforsamling|(?:lærer|elev|forældre|medarbejder)råd|underskrift", re.I)
"""A vote of those outside the meeting, of which it is told."""
_OUTSIDE = (r"(?:bruger|nabo|husstand|ansat|elev|barn|børn|forældre|lejer|beboer|lodsejer|borger|skole|forening|kommune|kunde|dommer|deltager"
            r"|respondent|(?:hørings)?svar)")
_OUTSIDERS_SAY = re.compile(rf"\W*{_OUTSIDE}(?:ne|rne|ene|erne)\b", re.I)
_BY_OUTSIDERS = re.compile(rf"^{_OUTSIDERS_SAY.pattern}|\b(?:{_N})(?: (?:ud )?af (?:de )?(?:{_N}))? {_OUTSIDE}(?:e|r|er)?\b", re.I)
""" "Naboerne: 5 for, 2 imod", "17 husstande sagde ja": what those say who do not sit at the table."""
_PUT = re.compile(r"\b(?:(?:af)?stem\w+|stemmer?|ja|nej|hånds\w+|hænder|flertal\w*|mindretal\w*|delte?|gik (?:i?mod|ind for)|bakke[dt]\w* op)\b|: ?(?:for|imod)\b", re.I)
_SO = re.compile(r"\W*(?:Så|Herefter|Derefter|Dermed|Hermed|Derfor|Således|Altså|Det blev)\b|[^.]*\b(?:dermed|hermed|herefter|altså|således)\b")
"""Words for a vote, and how a sentence begins that draws the conclusion from those who stood for and against."""
_OF_POINT = re.compile(r"\b(?:punkt|pkt|ad|dot)\.? ?\d", re.I)
_CASE = re.compile(r"indstilling|hovedforslag|sagen\b", re.I)
_VERDICTS = frozenset(
    ("adopted", "rejected", "recommended", "appointed", "not_recommended", "postponed", "lapsed", "referred", "withdrawn", "returned"))
_BULLET = re.compile(r"[•●▪■○‣∙·*–-]?\s*")
_FIELDS = {"for": "in_favour", "against": "against", "abstained": "abstained"}


@dataclass(slots=True)
class Poll:
    """One vote in a text: where its sentences stand (offsets in the text), its numbers, lists and what came of it ("" unknown)."""

    start: int
    end: int
    votes: Votes
    lists: list[VoteList]
    outcome: str
    amendment: bool

    @property
    def won(self) -> str:
        """What the numbers alone tell; "" on a tie and without both sides."""
        ahead = (self.votes.in_favour or 0) - (self.votes.against or 0)
        known = self.votes.in_favour is not None and self.votes.against is not None
        return "" if not known or not ahead else "adopted" if ahead > 0 else "rejected"


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
    return _with_stances(text, polls)


def _with_stances(text: str, polls: list[Poll]) -> list[Poll]:
    """The polls with what the clauses tell of who stood on which side, where no number and no list did."""
    for start, end, sides in _runs(text):
        beside = [p for p in polls if p.start < end and start < p.end]
        whole = len(sides) > 1 and "for" in sides
        if whole and (not beside or len(beside) == 1 and _clash(beside[0].votes, sides) and beside[0].start < start and not beside[0].lists):
            polls.append(Poll(start, end, _votes(sides), [], _outcome_of(text, start, end), _on_amendment(text, start, end)))
        elif len(beside) == 1 and not _clash(beside[0].votes, sides):
            beside[0].votes = _merged(beside[0].votes, _votes(sides))
    return sorted(polls, key=lambda p: p.start)


def _votes(sides: dict[str, int]) -> Votes:
    return Votes(sides.get("for"), sides.get("against"), sides.get("abstained"))


def _outcome_of(text: str, start: int, end: int) -> str:
    """What came of a vote: as its sentences tell, or the one after it."""
    after = next((b for _, b in sentences(text[end:])), 0)
    return _verdict(text[start:end]) or _verdict(text[end : end + after])


def _on_amendment(text: str, start: int, end: int) -> bool:
    before = next((text[a:b] for a, b in reversed(sentences(text[:start]))), "")
    return bool(_AMENDMENT.search(text[start:end]) or _PUT_TO_VOTE.search(before))


def told_votes(text: str) -> list[tuple[int, int, dict[str, int]]]:
    """Where the votes of a text are told, with those for and on another side."""
    return [run for run in _runs(text) if len(run[2]) > 1 and "for" in run[2]]


def _runs(text: str) -> list[tuple[int, int, dict[str, int]]]:
    """Tables, and sentences that follow each other, with the sides of one vote: where they stand, and the numbers. Names alone are none
    where no vote is spoken of and nothing concluded from them."""
    tables = vote_tables(text)
    out = [(text.rfind("\n", 0, max(a - 1, 0)) + 1, b, {s.side: _of_table(s) for s in sides}, True) for a, b, sides in tables]
    for a, b in sentences(text):
        one = text[a:b]
        if any(c < b and a < d for c, d, _ in tables) or _OF_OTHERS.search(one) or _OF_BEFORE.search(one) or _BY_OUTSIDERS.search(one):
            continue
        sides, counted = _sides(one)
        if not sides:
            continue
        sure = counted or bool(_PUT.search(one) or _SO.search(one) or _SO.match(text[b:]))
        if out and _ONLY.match(one) and sides.keys() == {"for"} and sides["for"] < out[-1][2].get("for", 0):
            sides = {"against": sides["for"]}
        if out and not out[-1][2].keys() & sides.keys() and len(sentences(text[out[-1][1] : a])) < 2:
            start, _, others, known = out.pop()
            out.append((start, b, others | sides, known or sure))
        else:
            out.append((a, b, sides, sure))
    return sorted(((a, b, sides) for a, b, sides, sure in out if sure), key=lambda run: run[0])


def _sides(one: str) -> tuple[dict[str, int], bool]:
    """The numbers of a sentence by their sides, however they are told; and whether one is told otherwise than by names."""
    found = stances(one)
    told = {s.side: s.count for s in found if s.count is not None}
    if (all_of := _ALL.search(one)) and told.keys() <= {"for"}:
        return {"for": number(all_of["count"] or all_of["without"]) or 0, "against": 0}, True
    if told and not (len(told) == 1 and _opposed(one)):
        return told, not all(s.named for s in found)
    chosen = _ALTERNATIVES.search(one)
    return _opposed(one) or (_numbers(one, [], "") if chosen and chosen["here"] else {}), True


def _of_table(side: Side) -> int:
    named = sum(count or 0 for _, count, _ in map(voter, entries_of(side.entries)))
    return named if side.total is None else side.total


def _opposed(one: str) -> dict[str, int]:
    """ "Fem mod tre ville det sådan": a number against another, whose sides the outcome tells."""
    sides = {t.side: t.count for t in sided(tallies(one), _verdict(one))}
    return sides if sides.keys() >= _BOTH else {}


def last_vote(text: str) -> Poll | None:
    """The vote with both its sides that a text without a heading tells last, if it is not on an amendment."""
    told = told_votes(text)
    if not told:
        return None
    start, end, sides = told[-1]
    end += next((b for _, b in sentences(text[end:])), 0) if _SO.match(text[end:]) else 0
    before = next((text[a:b] for a, b in reversed(sentences(text[:start]))), "")
    outcome = _outcome_of(text, start, end) or _verdict(before)
    poll = Poll(start, end, _votes(sides), [], outcome, _on_amendment(text, start, end))
    return None if poll.amendment or not sides.keys() >= _BOTH else poll


_ONLY = re.compile(r"\W*(?:Kun|Alene|Blot) ")
""" "Seks var enige med forvaltningen. Kun Bo Ravn stemte for at købe": for something else."""
_OF_BEFORE = re.compile(r"\b(?:dengang|i (?:sin|den) tid|tidligere|forrige|sidste (?:år|gang|møde)|ved 1\. behandling|for \w+ (?:år|måneder) siden)\b"
                        rf"|\b(?:i|fra) \d{{4}}\b|\bi (?:{A_MONTH})\b", re.I)
"""What tells of a vote that was taken before."""
_OF_ANOTHER = re.compile(r"\b(?:dengang|nabokommunen?|forrige (?:periode|byråd|valgperiode))\b", re.I)
"""What tells surely so, whatever came of it."""


def of_candidates(poll: Poll, outcome: str) -> bool:
    """Are the numbers what those got who stood for election, with nobody against them and nobody who did not vote?"""
    return outcome == "appointed" and (poll.votes.in_favour is None or poll.votes == Votes(poll.votes.in_favour))


def _table(flow: Flow, base: int, text: str, table: tuple[int, int, list[Side]], polls: list[Poll], before: str) -> None:
    """Add what a table says: a poll of its own, or the voters of the one right above it."""
    a, b, sides = table
    named = [as_list(flow, base + s.start, base + s.end, s.side, s.entries, s.total) for s in sides]
    said = {s.side: s.total for s in sides if s.total is not None}
    told = polls and not polls[-1].lists and not text[polls[-1].end : a].strip() and not _clash(polls[-1].votes, said)
    if not told:
        polls.append(Poll(a, b, Votes(), [], "", bool(_AMENDMENT.search(before))))
    polls[-1].end, polls[-1].lists = b, [x for x in named if x.voters or x.total is not None]


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
    verdict = _verdict(sentence)
    if (_OF_OTHERS.search(sentence) or _OUTSIDERS_SAY.match(sentence) or _OF_BEFORE.search(sentence)) and not verdict or _OF_ANOTHER.search(sentence):
        return
    counted = sided(_counted(sentence), verdict or (polls[-1].outcome if polls else ""))
    named = lists(flow, base + a, sentence, counted)
    known = _known(_settled(polls[-1]).votes) if polls else {}
    sides = {t.side for t in counted} or {v.side for v in named} or _persons(sentence, known).keys()
    if polls and sides in ({"for"}, {"against"}) and _of_minority(text, polls[-1], sentence, counted):
        counted, named = [replace(t, side="against") for t in counted], [replace(v, side="against") for v in named]
        sides, verdict = {"against"}, ""
    open_side = not polls or polls[-1].votes.against is None
    between = text[polls[-1].end : a].strip() if polls else ""
    same = polls and not between and verdict.removeprefix("not_") == polls[-1].outcome and not _OF_POINT.search(sentence)
    if sides == {"against"} and open_side and (same or not _verdict(sentence)):
        verdict = ""
    said = _numbers(sentence, counted, verdict)
    said = _persons(sentence, said or known) | said
    if not polls:
        said = _persons(before, said) | said if said else _persons(f"{before.strip()} {sentence.strip()}", {})
    if not said and not named:
        apart = polls and polls[-1].amendment and _OF_CASE.match(sentence)
        if polls and verdict and not polls[-1].outcome and not apart and not between:
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
    of_case = on_case and _verdict(text[on_case.start() : a])
    verdict = verdict or of_case or ""
    stated = {x.side: x.total for x in named if x.total is not None} if between else {}  # right below a vote other numbers are a slip
    twice = {v.side for v in named} & {x.side for x in polls[-1].lists} if polls else set()
    next_vote = polls and _THEN.match(sentence) and _known(_settled(polls[-1]).votes).keys() >= _BOTH
    again = of_case or twice or next_vote or polls and _clash(_settled(polls[-1]).votes, stated | said)
    goes_on = polls and not (again or polls[-1].outcome or _AMENDMENT.search(sentence)) and _begins_with_list(sentence)
    turned = polls and _MINORITY.match(text, polls[-1].start) and _MAJORITY.match(sentence)
    if verdict and (goes_on or turned):
        polls[-1].outcome, verdict = verdict, ""  # "Imod stemte 8 (A) Godkendt." below "For stemte 12 (V)"
    if verdict or not polls or again:
        if not verdict and said.get("for") == 0 and _verdict(before) == "rejected":
            verdict = "rejected"
        begin = a if polls or counted or named else text.rfind(before, 0, a)  # those who are named alone voted on what stands before
        polls.append(Poll(begin, b, Votes(), [], verdict, bool(_AMENDMENT.search(sentence) or _PUT_TO_VOTE.search(before))))
    poll = polls[-1]
    poll.end = b
    poll.lists += [x for x in named if x.side not in {y.side for y in poll.lists}]
    poll.votes = _merged(poll.votes, Votes(said.get("for"), said.get("against"), said.get("abstained")))


def _begins_with_list(sentence: str) -> bool:
    return any(not sentence[: head.start()].strip() for head in heads(sentence)[:1])


def _was_amendment(poll: Poll, sentence: str, text: str) -> bool:
    """Was the vote before "Ændringsforslaget bortfaldt dermed" on that? Not where the recommendation won it."""
    votes = _settled(poll).votes
    carried = (votes.in_favour or 0) > (votes.against or 0)
    told = _AMENDMENT.search(sentence) and _verdict(sentence) in (("adopted",) if carried else ("rejected", "lapsed"))
    return bool(told) and not _CASE.search(text[poll.start : poll.end])


def _verdict(sentence: str) -> str:
    if _RESOLVED.search(sentence):
        return "adopted"
    return next((hit.label for hit in of_all(_FOR_WHAT.sub("", _unheaded(sentence))) if hit.label in _VERDICTS), "")


_FOR_WHAT = re.compile(r"(?<=\bstemte for )[^.,;]*?(?= og |[.,;(]|$)|(?<=\bstemte imod), (?:da|idet|fordi|eftersom) [^.;]*")
"""What some voted for, which need not be what was decided: "3 stemte for afslag, 4 stemte imod"; and why some voted against."""


def _unheaded(sentence: str) -> str:
    """The sentence without the words that head a list: "For at punkt 4 tages af dagsordenen stemmer:" decides nothing."""
    for head in heads(sentence):
        sentence = sentence[: head.start()] + " " * len(head[0]) + sentence[head.end() :]
    return sentence


def _counted(sentence: str) -> list[Tally]:
    """The counted sides outside the heads of lists ("For: 20 (Ida Holm, ...)"), which have a reading of their own."""
    numbered = [head for head in heads(sentence) if head["number"]]
    for head in numbered:
        sentence = sentence[: head.start()] + " " * len(head[0]) + sentence[head.end() :]
    return tallies(sentence, beside=bool(numbered))


def _clash(votes: Votes, said: dict[str, int]) -> bool:
    return any(side in said and getattr(votes, name) not in (None, said[side]) for side, name in _FIELDS.items())


def _numbers(sentence: str, counted: list[Tally], outcome: str) -> dict[str, int]:
    """Numbers by side; the first of each side counts. "Godkendt med 5 stemmer" tells the winning side's only."""
    total = _IN_ALL.search(sentence) if len({t.side for t in counted}) < len(counted) else None
    said = {t.side: t.count for t in reversed(counted) if not total or t.start >= total.start()}
    if (between := _ALTERNATIVES.search(sentence)) and not _ON_ELSE.search(sentence):
        sides = [n for name in ("some", "others", "first", "second", "here", "there", "rest") if (n := number(between[name])) is not None]
        sides += [len(re.findall(_ONE, between["names"]))] if between["names"] else []
        return said | {"for": max(sides), "against": min(sides)}
    winning = "against" if outcome == "rejected" or _OPPOSED.match(sentence) else "for"
    alone = _ALONE.search(sentence) if winning not in said else None
    if alone and (count := number(alone["count"])) is not None:
        said[winning] = count
    if all_of := said.keys() <= {"for"} and winning == "for" and _ALL.search(sentence):
        said |= {"for": number(all_of["count"] or all_of["without"]) or 0, "against": 0}
    if "against" not in said and _AGAINST_ONE.search(sentence):
        said["against"] = 1
    return said


def _persons(sentence: str, known: dict[str, int]) -> dict[str, int]:
    """ "Jytte Bohn (Ø) og Ib Ravn stemte imod." is two votes, on a side that has no number yet, where the others are told; alone they are
    those who dissent from what was decided without a count."""
    out: dict[str, int] = {}
    for told in _PERSONS.finditer(sentence):
        names = re.findall(_ONE, told["who"])
        side = "for" if told["backs"] else "against" if told["cannot"] else SIDES[told["side"] or told["now"] or told["was"] or "undlod"]
        excepted = told["who"] and _BUT.search(sentence, 0, told.start("who")) and not _RELATIVE.match(sentence, told.end("who"))
        if side not in known and not excepted and not any(map(party, names)):
            out.setdefault(side, len(names))
    return out if known or out.keys() >= _BOTH else {}


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
