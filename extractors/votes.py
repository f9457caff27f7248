"""Ballots as the minutes print them.

The order of the numbers depends on the verb (fieldguide.md, section 4.4): "godkendt med 11 stemmer imod 8" is 11 for, "forkastet med 24
stemmer imod 23" is 24 against, the winning side first. Printed words and lists for and against come before any such reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.layout import Flow
from extractors.phrases import outcomes
from extractors.sentences import sentences
from extractors.voters import LABEL, SIDES, WORDS, lists, number
from minutes.records import Ballot, VoteList, Votes


def _count(name: str) -> str:
    return rf"(?P<{name}>\d{{1,3}}|{'|'.join(WORDS)})"


_VOTERS = r"(?:\s?(?:stemmer?|medlemmer|medlem|personer|mandater))"
_MONTH = r"januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december"
_VERSUS = re.compile(
    rf"(?<!\w)(?:med\s|vedtaget\s|faldt\s)?{_count('first')}{_VOTERS}?(?:\s\([^()]*\))?\s?(?:imod|mod|[-–])\s?"
    rf"{_count('second')}(?:\s?(?:stemmer?|medlemmer))?(?![\w/%]|[.,]\d)(?!\s(?:kr|pct|mio|procent|{_MONTH}))", re.I)
_ONE = re.compile(
    rf"(?<!\w){_count('count')}{_VOTERS}?(?:\s\([^()]*\))?\s(?:stemte\s|har stemt\s)?"
    r"(?P<side>for|imod|mod|undlod|undlader|undladt|afstod)(?!\w)", re.I)
_BACKS = re.compile(
    rf"(?<!\w){_count('count')}\smedlem(?:mer)?(?:\s\([^()]*\))?\s"
    r"(?:anbefale[rd]e?|tiltræder|tiltrådte|godkender|godkendte|støtter|støttede)\b", re.I)
_STOOD = re.compile(
    r"(?<!\w)(?P<side>for|imod|mod|undlod|hverken for eller imod)(?:\sat)?(?:\s\w+){0,6}?\s(?:stemte|stemme|stemmer)"
    rf"\s{_count('count')}(?!\w|[.,]\d)", re.I)
_NONE = re.compile(r"(?<!\w)(?:ingen|intet)(?:\s\w+)?\s(?:undlod|stemte hverken)", re.I)
_ALONE = re.compile(rf"(?<!\w)med\s{_count('count')}\sstemmer(?!\s(?:for|imod|mod))(?!\w)", re.I)
_PERSON = re.compile(
    r"^\W*[A-ZÆØÅ][\w.-]+(?:\s[A-ZÆØÅ][\w.-]+){1,3}(?:\s\([^)]*\))?\s(?:stemte\s(?P<side>for|imod|mod)\b|(?P<idle>undlod)\b)")
_VOTING = re.compile(
    r"\d\s?[-–]\s?\d|stemm|medlem|stemte|imod|undlod|flertal|enstemmig|[(\s]For:|forkastet|nedstemt|afstemning", re.I)
_RESULT = re.compile(r"(?:godkendt|vedtaget|tiltrådt|forkastet|faldt|stemmetal\w*|stemmerne|vedtog|afstemning)(?:\smed|\s?:)?\s*$", re.I)
_AMENDMENT = re.compile(r"ændringsforslag|underændringsforslag|modforslag|forslag til ændring", re.I)
_VERDICTS = frozenset(
    ("adopted", "rejected", "recommended", "appointed", "not_recommended", "postponed", "lapsed", "referred", "withdrawn", "returned"))
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


def read(flow: Flow, start: int, end: int) -> list[Poll]:
    """The polls between two offsets of the running text, in order."""
    text = flow.text[start:end]
    if not _VOTING.search(text):
        return []
    polls: list[Poll] = []
    for a, b in sentences(text):
        _sentence(flow, start, text, a, b, polls)
    return [_settled(p) for p in polls if p.votes != Votes() or p.lists]


def _sentence(flow: Flow, base: int, text: str, a: int, b: int, polls: list[Poll]) -> None:
    """Add what one sentence says: a poll of its own, or more about the last one."""
    sentence = text[a:b]
    said = _numbers(sentence) or (_person(sentence, polls[-1].votes) if polls else {})
    named = lists(flow, base + a, sentence)
    if not said and not named:
        return
    verdict = next((hit.label for hit in outcomes(sentence) if hit.label in _VERDICTS), "")
    again = polls and ({v.side for v in named} & {x.side for x in polls[-1].lists} or _clash(polls[-1].votes, said))
    if verdict or not polls or again:
        polls.append(Poll(a, b, Votes(), [], verdict, bool(_AMENDMENT.search(sentence))))
    poll = polls[-1]
    poll.end = b
    poll.lists += [x for x in named if x.side not in {y.side for y in poll.lists}]
    poll.votes = _merged(poll.votes, _ordered(said, poll.outcome))


def _clash(votes: Votes, said: dict[str, int]) -> bool:
    return any(side in said and getattr(votes, name) not in (None, said[side]) for side, name in _FIELDS.items())


def _numbers(sentence: str) -> dict[str, int]:
    """Numbers by side; "first" and "second" where the words do not tell which side they are of."""
    said: dict[str, int | None] = {}
    bare = LABEL.sub(lambda m: m[0] if m["number"] is None else " " * len(m[0]), sentence)
    versus = _VERSUS.search(bare)
    if versus and not _is_range(bare, versus):
        said["first"], said["second"] = number(versus["first"]), number(versus["second"])
        bare = bare[: versus.start()] + " " * len(versus[0]) + bare[versus.end():]
    for match in _ONE.finditer(bare):
        said.setdefault(SIDES[match["side"].lower()], number(match["count"]))
    for match in _BACKS.finditer(bare):
        said.setdefault("for", number(match["count"]))
    for match in _STOOD.finditer(bare):
        said.setdefault(SIDES[match["side"].lower().split()[0]], number(match["count"]))
    if _NONE.search(bare):
        said["abstained"] = 0
    if not said and (alone := _ALONE.search(bare)):
        said["first"] = number(alone["count"])
    return {side: n for side, n in said.items() if n is not None}


def _person(sentence: str, known: Votes) -> dict[str, int]:
    """ "Jytte Bohn (Ø) stemte imod." after a vote is one vote, on a side that has no number yet."""
    one = _PERSON.match(sentence) if known != Votes() else None
    side = SIDES[(one["side"] or one["idle"]).lower()] if one else ""
    return {side: 1} if one and getattr(known, _FIELDS[side]) is None else {}


def _is_range(text: str, versus: re.Match[str]) -> bool:
    """ "2022-2025" is no vote; "vedtaget 33-9" is: a dash needs the word for the result before it."""
    dash = re.search(r"\d\s?[-–]\s?\d", versus[0])
    return bool(dash) and not _RESULT.search(text[: versus.start("first")])


def _ordered(said: dict[str, int], outcome: str) -> Votes:
    """The numbers with their sides. After "forkastet" the greater number comes from the winning side, against."""
    first, second = said.get("first"), said.get("second")
    if first is not None and second is None:
        said = {"against" if outcome == "rejected" else "for": first} | said
    if first is not None and second is not None:
        turned = outcome == "rejected" and first > second
        said = {"for": second if turned else first, "against": first if turned else second} | said
    return Votes(said.get("for"), said.get("against"), said.get("abstained"))


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
