"""Ballots as the minutes print them.

The order of the numbers depends on the verb: "godkendt med 11 stemmer imod 8" is 11 for, "forkastet med 24
stemmer imod 23" is 24 against, the winning side first. Printed words and lists for and against come before any such reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.decisions.amended import PROPOSAL
from extractors.decisions.phrases import of_all
from extractors.decisions.tallies import SIDES, WORDS, Tally, number, sided, tallies
from extractors.decisions.vote_tables import Side, vote_tables
from extractors.decisions.voters import as_list, heads, lists
from extractors.layout import Flow
from extractors.sentences import sentences
from extractors.structure.names import party
from minutes.needs import led
from minutes.records import Ballot, VoteList, Votes

_ALONE = re.compile(rf"(?<!\w)med\s(?:(?:alle|samtlige|de)\s)?(?:\w+s\s)?(?P<count>\d{{1,3}}|{'|'.join(WORDS)})\sstemmer"
                    r"(?!\w|\s(?:for|i?mod)\b)", re.I)
_WORD = r"[A-ZÆØÅ](?:[a-zæøå]{0,2}\.|[\w-]+)"
_VOTER = rf"{_WORD}(?:\s{_WORD}){{1,3}}(?:\s\([^)]*\))?"
_NO_ONE = (r"(?:Ingen|Alle|Resten|De|Det|Der|Samtlige|Begge|Radikale|Konservative|Øvrige|Andre|Byen|\w*(?:erne|listen|partiet|gruppen|"
           r"alliancen|tallet|udvalget|rådet|bestyrelsen|foreningen|kommunen|ningen|sagen))\b")
_ONE = rf"(?:{_VOTER}|(?!{_NO_ONE})[A-ZÆØÅ][a-zæøå]{{2,20}}(?:\s\([^)]*\))?)"
"""A voter, who in a small board may be known by the first name."""
_PERSONS = re.compile(
    rf"(?:^\W*|(?<=[.;]\s)|\b(?:mens|medens|og|idet|på nær|undtagen|bortset fra) |, )"
    rf"(?P<who>{_ONE}(?:(?:,|,?\s(?:og|samt))\s{_ONE}){{0,20}})"
    r"(?:, (?:der|som)(?: [^,.;]{1,80},)?)?\s(?:(?!stem)[a-zæøå][^.;:]{1,100}? og )?"
    r"(?:stemte\s(?:derfor )?(?P<side>for|i?mod)\b|stemmer\s(?P<now>i?mod)\b|var (?P<was>i?mod)(?=\W|$)"
    r"|(?P<cannot>k(?:unne|an) ikke (?:tiltræde|støtte|godkende|anbefale|tilslutte sig)\b)"
    r"|(?P<backs>k(?:unne|an) (?:tiltræde|støtte|godkende|anbefale|tilslutte sig)\b)|"
    r"(?P<idle>undlod|undlader|afholdt sig|lod være|stemte (?:ikke(?! (?:for|i?mod)\b)|blankt|hverken)"
    r"|(?:ønskede ikke|ikke ønskede) at (?:tage stilling|stemme)|ikke stemte)\b)")
_OPPOSED = re.compile(r"\W*I?mod (?:\w+ )?(?:var|er|stem\w+|gik)\b", re.I)
""" "Imod var V og C med 6 stemmer": those who are told in this sentence."""
_AGAINST_ONE = led(rf"\bi?mod {_VOTER}s stemme\b")
""" "Nævnet vedtog mod Ove Brinchs stemme, at …"."""
_N = rf"\d{{1,3}}|{'|'.join(WORDS)}"
_ON = r"for (?!at\b|forslaget|indstillingen|og\b|punkt|pkt|dette\b|de[tn]\b(?! (?:første|and(?:et|en)|ene|nye|gamle)\b)|\d)"
_CHOICE = r"(?:[Ff]orslag|[Mm]odel|[Ll]øsning|[Aa]lternativ|[Ss]cenarie|[Mm]ulighed|[Vv]ariant)(?:et|en)?"
_ALTERNATIVES = led(
    rf"(?<!\w)(?P<some>{_N})(?: medlemmer)?(?: stemmer| stemte)? {_ON}[^,.;]{{2,60}}?(?:,| og| mens)(?: (?:og|mens))?(?: de øvrige)?"
    rf" (?P<others>{_N})(?: medlemmer)?(?: stemmer| stemte)? {_ON}(?![^.;]*\bi?mod\b)"
    rf"|\b(?:{_CHOICE} \w+|forslag(?:et)? (?:om|til|fra) [^,.;]{{2,60}}?) (?:fik|opnåede|samlede) (?P<first>{_N})(?: stemmer)?"
    rf"(?:,| og| mens)(?: (?:og|mens))?(?:(?: {_CHOICE})? (?!og\b|mens\b|kun\b)\w+|(?: [\w-]+){{1,8}}? (?:fik|opnåede|samlede))"
    rf" (?P<second>{_N})(?!\w| undlod)"
    rf"|(?-i:(?P<names>{_ONE}(?:(?:,| og) {_ONE})*)) stemte {_ON}[^,.;]{{2,60}}?,?(?: og| mens)? de øvrige (?P<rest>{_N})(?: stemte)?"
    rf" {_ON}", re.I)
"""Two proposals of which one is chosen: those for the lesser are against the other."""
_GOT_BY_EACH = ("fik ", "opnåede ", "samlede ")
"""One of these such a sentence has, or "for" twice."""
_GOT = re.compile(r"\b(?:fik|opnåede|samlede) (?:kun )?\w+ stemmer\b(?! for\b)")
"""Where several proposals have votes, each in its sentence, the most of them are for the one that is chosen."""
_MAJORITY, _MINORITY = re.compile(r"\W*(?:Et )?flertal", re.I), re.compile(r"\W*(?:Et )?mindretal", re.I)
_SOME = re.compile(rf"{_MAJORITY.pattern}|\W*(?:{_N}) (?:\w*medlemmer|i udvalget)\b[^.;]*? (?:anbefale|indstille|ønske|foresl)", re.I)
"""Those who are told to want something where others want something else: "Et flertal ...", "4 medlemmer (A og V) anbefaler ..."."""
_VOTING = led(
    r"\d\s?[-–]\s?\d|(?:\d|siger|sagde|på|deres) (?:mod|ja|nej)\b|stem[mtn]|medlem|imod|undlod|flertal|[(\s]For:|"
    r"\b(?:ja|nej)\s?:|forkastet|nedstemt"
    r"|[\d)] (?:anbefale|indstille|tiltr|godkend|ikke kan|kan ikke|kunne ikke)|\b(?:øvrige|støtte(?:r|de))\b", re.I)
_AMENDMENT = re.compile(rf"{PROPOSAL}|forslag til ændring|\bÆF ?\d"
                        r"|\b(?:for|imod) (?:hjemvisning|udsættelse|tilbagesendelse)\b", re.I)
_ON_ELSE = re.compile(rf"{_AMENDMENT.pattern}|\b(?:i?mod|punkt|pkt)\b", re.I)
"""What keeps two numbers with "for" from being those of two proposals."""
_PUT_TO_VOTE = re.compile(rf"\bstem(?:t|tes|ning) om [^.]{{0,40}}?(?:{PROPOSAL}|udsættelse|hjemvisning|tilbagesendelse)", re.I)
_BOTH = {"for", "against"}
_OF_CASE = re.compile(r"\W*(?:(?:Herefter|Derefter|Derpå) (?:blev|er) )?(?:\w+ )?(?:Indstillingen?|Sagen|Hovedforslaget|Punktet)\b", re.I)
"""How a sentence begins that tells of the case itself, after a vote on an amendment."""
_RESOLVED = re.compile(r"\b(?:besluttede|vedtog)\b[^.,]{0,40}\d[^.,]{0,40} at (?:give|meddele) afslag\b")
"""What was carried by a vote, though it says no: "besluttede med 3 stemmer mod 2 at give afslag"."""
_OF_OTHERS = re.compile(r"\b(?:beboer|folke|ur|borger|bruger|lejer|forældre|elev|med(?:lems|arbejder))afstemning", re.I)
"""A vote of those outside the meeting, of which it is told."""
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
    return [_settled(p) for p in polls if (p.votes != Votes() or p.lists) and not of_candidates(p, p.outcome)]


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
    if _OF_OTHERS.search(sentence) and not verdict:
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
    again = of_case or twice or polls and _clash(_settled(polls[-1]).votes, stated | said)
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
    said = {t.side: t.count for t in reversed(counted)}
    words = sentence.lower()
    of_two = words.count("for ") > 1 or any(word in words for word in _GOT_BY_EACH)
    if of_two and (between := _ALTERNATIVES.search(sentence)) and not _ON_ELSE.search(sentence):
        sides = [n for name in ("some", "others", "first", "second", "rest") if (n := number(between[name])) is not None]
        sides += [len(re.findall(_ONE, between["names"]))] if between["names"] else []
        return said | {"for": max(sides), "against": min(sides)}
    winning = "against" if outcome == "rejected" or _OPPOSED.match(sentence) else "for"
    alone = _ALONE.search(sentence) if winning not in said else None
    if alone and (count := number(alone["count"])) is not None:
        said[winning] = count
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
        if side not in known and not any(map(party, names)):
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
