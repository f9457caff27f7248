"""Ballots as the minutes print them: the numbers, and the lists of who voted how.

The order of the numbers depends on the verb (fieldguide.md, section 4.4): "godkendt med 11 stemmer imod 8" is 11 for, "forkastet med 24
stemmer imod 23" is 24 against, the winning side first. Printed words and lists for and against come before any such reading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.layout import Flow
from extractors.names import PARTIES, is_letter, party
from extractors.phrases import outcomes
from extractors.sentences import sentences
from minutes.records import Ballot, VoteList, Votes

_COUNT = r"(?P<{0}>\d{{1,3}}|ingen|én|en|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|tyve)"
WORDS = {w: n for n, w in enumerate(
    "ingen en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten tyve".split())} | {
    "én": 1, "et": 1, "ét": 1}
_VOTERS = r"(?:\s?(?:stemmer?|medlemmer|medlem|personer|mandater))"
_SIDE = {"for": "for", "imod": "against", "mod": "against", "undlod": "abstained", "undlader": "abstained", "undladt": "abstained", "afstod": "abstained",
         "hverken": "abstained", "blankt": "abstained"}
_VERSUS = re.compile(
    rf"(?<!\w)(?:med\s|vedtaget\s|faldt\s)?{_COUNT.format('first')}{_VOTERS}?(?:\s\([^()]*\))?\s?(?:imod|mod|[-–])\s?{_COUNT.format('second')}(?:\s?(?:stemmer?|medlemmer))?(?![\w/%]|[.,]\d)"
    r"(?!\s(?:kr|pct|mio|procent|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december))", re.I)
_ONE = re.compile(
    rf"(?<!\w){_COUNT.format('count')}(?:{_VOTERS}(?:\s\([^()]*\))?)?\s(?:stemte\s|har stemt\s)?(?P<side>for|imod|mod|undlod|undlader|undladt|afstod)(?!\w)", re.I)
_BACKS = re.compile(rf"(?<!\w){_COUNT.format('count')}\smedlem(?:mer)?(?:\s\([^()]*\))?\s(?:anbefale[rd]e?|tiltræder|tiltrådte|godkender|godkendte|støtter|støttede)\b", re.I)
_STOOD = re.compile(
    rf"(?<!\w)(?P<side>for|imod|mod|undlod|hverken for eller imod)(?:\sat)?(?:\s\w+){{0,6}}?\s(?:stemte|stemme|stemmer)\s{_COUNT.format('count')}(?!\w|[.,]\d)", re.I)
_NONE = re.compile(r"(?<!\w)(?:ingen|intet)(?:\s\w+)?\s(?:undlod|stemte hverken)", re.I)
_ALONE = re.compile(rf"(?<!\w)med\s{_COUNT.format('count')}\sstemmer(?!\s(?:for|imod|mod))(?!\w)", re.I)
_PERSON = re.compile(r"^\W*(?P<who>[A-ZÆØÅ][\w.-]+(?:\s[A-ZÆØÅ][\w.-]+){1,3})(?:\s\([^)]*\))?\s(?:stemte\s(?P<side>for|imod|mod)\b|(?P<idle>undlod)\b)")
_LIST = re.compile(
    r"(?:(?<=^)|(?<=[.:;,\n()]\s)|(?<=[.:;\n(”\"]))(?P<label>(?:Følgende\s)?(?P<side>For|Imod|Mod|Undlod|Undladt|Hverken for eller imod|Blankt|Afstod)"
    r"(?P<about>\s(?:at\sstemme|stemte(?:\sfor)?|stemmer|forslaget|indstillingen|behandling|ændringsforslaget|[\wæøå]*indstillingen(?:\sfra\s\w+)?)){0,3}\s?(?P<colon>:)?"
    r"\s?(?P<number>\d{1,3})?)(?=[\s(,.;]|$)", re.I)
_AFTER = re.compile(r"(?P<who>[^.:;]{1,120}?)\s(?:stemte|stemmer|har stemt)\s(?P<side>for|imod|mod)(?!\w)(?:\sforslaget|\sindstillingen)?|(?P<who2>[^.:;]{1,120}?)\s(?:undlod|undlader)\sat\sstemme", re.I)
_STOP = re.compile(r"(?<=[\w)])\.(?=\s+[A-ZÆØÅ]|\s*$|\n)|\n(?=\s*\S)|;")
_TOTAL = re.compile(r",?\s*(?:i alt|ialt)\s(\d{1,3})(?:\sstemmer)?", re.I)
_PART = re.compile(r"\s*,\s*(?:og\s)?|\s+(?:og|samt|\+)\s+|\s*\+\s*")
_OPENS = re.compile(r"\(([^()]*)\)")
_SPLIT_OF = re.compile(r"^(\d{1,3}|én|et|to|tre|fire|fem|seks)\s(?:medlem(?:mer)?\s)?(?:af|fra)\s(.+)$", re.I)
_VOTING = re.compile(r"\d\s?[-–]\s?\d|stemm|medlem|stemte|imod|undlod|flertal|enstemmig|[(\s]For:|forkastet|nedstemt|afstemning", re.I)


@dataclass(slots=True)
class Poll:
    """One vote in a text: where the sentence stands (offsets in the text), its numbers, lists and what came of it."""

    start: int
    end: int
    votes: Votes
    lists: list[VoteList]
    outcome: str
    amendment: bool


def number(written: str | None) -> int | None:
    """The number of votes as written, in digits or a word up to twenty."""
    if not written:
        return None
    return int(written) if written.isdigit() else WORDS.get(written.lower())


def read(flow: Flow, start: int, end: int, rejected: bool = False) -> list[Poll]:
    """The polls between two offsets of the running text, in order. `rejected`: what the text around them says of the outcome."""
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
    said = _numbers(sentence) or (_person(sentence) if polls and polls[-1].votes != Votes() else {})
    verdict = [h.label for h in outcomes(sentence)] if said or _VOTING.search(sentence) else []
    verdict = [v for v in verdict if v in ("adopted", "rejected", "recommended", "appointed", "not_recommended", "postponed", "lapsed", "referred", "withdrawn")]
    lists = _lists(flow, base + a, sentence)
    if not said and not lists:
        return
    fresh = bool(verdict) or not polls or any(v.side == x.side for v in lists for x in polls[-1].lists) or _clash(polls[-1].votes, said)
    if fresh:
        polls.append(Poll(a, b, Votes(), [], verdict[0] if verdict else "", bool(_AMENDMENT.search(sentence))))
    poll = polls[-1]
    poll.end = b
    poll.lists += [x for x in lists if x.side not in {y.side for y in poll.lists}]
    poll.votes = _merged(poll.votes, _ordered(said, poll.outcome))


_AMENDMENT = re.compile(r"ændringsforslag|underændringsforslag|modforslag|forslag til ændring", re.I)


def _clash(votes: Votes, said: dict[str, int]) -> bool:
    return any(side in said and getattr(votes, name) not in (None, said[side]) for side, name in _FIELDS.items())


_FIELDS = {"for": "in_favour", "against": "against", "abstained": "abstained"}


def _numbers(sentence: str) -> dict[str, int]:
    """Numbers by side; "first" and "second" where the words do not tell which side they are of."""
    said: dict[str, int] = {}
    bare = _LIST.sub(lambda m: m[0] if m["number"] is None else " " * len(m[0]), sentence)
    versus = _VERSUS.search(bare)
    if versus and not _one_sided(bare, versus):
        said["first"], said["second"] = number(versus["first"]), number(versus["second"])
        bare = bare[: versus.start()] + " " * len(versus[0]) + bare[versus.end():]
    for match in _ONE.finditer(bare):
        said.setdefault(_SIDE[match["side"].lower()], number(match["count"]))
    for match in _BACKS.finditer(bare):
        said.setdefault("for", number(match["count"]))
    for match in _STOOD.finditer(bare):
        said.setdefault(_SIDE[match["side"].lower().split()[0]], number(match["count"]))
    if _NONE.search(bare):
        said["abstained"] = 0
    if not said and (alone := _ALONE.search(bare)):
        said["first"] = number(alone["count"])
    return {side: n for side, n in said.items() if n is not None}


def _person(sentence: str) -> dict[str, int]:
    """ "Jytte Bohn (Ø) stemte imod." after a vote with numbers is one vote."""
    one = _PERSON.match(sentence)
    return {_SIDE[(one["side"] or one["idle"]).lower()]: 1} if one else {}


def _one_sided(text: str, versus: re.Match[str]) -> bool:
    """ "med 4 stemmer for (A) og 2 imod (V)": the numbers have their sides. A dash alone needs a word of voting before it."""
    dash = re.search(r"\d\s?[-–]\s?\d", versus[0])
    return bool(dash) and not re.search(r"(?:godkendt|vedtaget|tiltrådt|forkastet|faldt|stemmetal\w*|stemmerne|vedtog|afstemning)(?:\smed|\s?:)?\s*$", text[: versus.start("first")], re.I)


def _ordered(said: dict[str, int], outcome: str) -> Votes:
    """The numbers with their sides. After "forkastet" the greater number comes from the winning side, against."""
    first, second = said.get("first"), said.get("second")
    if first is not None and second is None:
        said = {"against" if outcome == "rejected" else "for": first} | said
    if first is not None and second is not None:
        against_first = outcome == "rejected" and first > second
        said = {"for": second if against_first else first, "against": first if against_first else second} | said
    return Votes(said.get("for"), said.get("against"), said.get("abstained"))


def _merged(a: Votes, b: Votes) -> Votes:
    pick = lambda x, y: x if x is not None else y  # noqa: E731
    return Votes(pick(a.in_favour, b.in_favour), pick(a.against, b.against), pick(a.abstained, b.abstained))


def _settled(poll: Poll) -> Poll:
    """Numbers that only the lists give."""
    counts = {x.side: x.total if x.total is not None else x.count for x in poll.lists}
    poll.votes = _merged(poll.votes, Votes(counts.get("for"), counts.get("against"), counts.get("abstained")))
    return poll


def _lists(flow: Flow, base: int, sentence: str) -> list[VoteList]:
    out = []
    labels = list(_LIST.finditer(sentence))
    for i, label in enumerate(labels):
        if not label["colon"] and not label["about"] and not label["number"]:
            continue
        if not label["colon"] and not re.search(r"stemte|stemme|undlod", label[0], re.I):
            continue
        stop = labels[i + 1].start() if i + 1 < len(labels) else len(sentence)
        entries = sentence[label.end() : stop].strip(" \n.,;")
        if not entries and not label["number"]:
            continue
        out.append(_list(flow, base + label.start(), base + stop, _SIDE[label["side"].lower().split()[0]], entries, number(label["number"])))
    return out + _bracketed(flow, base, sentence, {x.side for x in out}) + _before(flow, base, sentence, {x.side for x in out})


_BRACKET = re.compile(r"(?:stemmer?|stemte|medlemmer)?\s?(?P<side>for|imod|mod|undlod(?:\sat\sstemme)?)\s?\((?P<who>[^()]*(?:\([^()]*\)[^()]*)*)\)", re.I)
_MEMBERS = re.compile(r"\d+\s(?:medlemmer|medlem|stemmer|stemme)\s\((?P<who>[^()]*)\)\s(?P<side>for|imod|mod|undlod|stemte for|stemte imod|anbefaler|anbefalede|tiltræder|godkender)(?!\w)", re.I)


def _bracketed(flow: Flow, base: int, sentence: str, known: set[str]) -> list[VoteList]:
    """ "4 stemmer for (A, F og O)", "3 medlemmer (O) undlod"."""
    out = []
    for match in (*_BRACKET.finditer(sentence), *_MEMBERS.finditer(sentence)):
        word = match["side"].lower().split()[-1] if match["side"].lower().startswith("stemte") else match["side"].lower().split()[0]
        side = _SIDE.get(word, "for")
        if side not in known and match["who"].strip() and not match["who"].strip().isdigit():
            known.add(side)
            out.append(_list(flow, base + match.start(), base + match.end(), side, match["who"], None))
    return out


_LEADING = re.compile(r"(?P<who>(?:[A-ZÆØÅ]{1,3}\d?(?:,\s|\sog\s|\s?\+\s?)?)+)\s(?:stemte|stemmer)\s(?P<side>for|imod|mod)(?!\w)|(?P<who2>(?:[A-ZÆØÅ]{1,3}(?:,\s|\sog\s)?)+)\s(?P<side2>undlod|undlader)")


def _before(flow: Flow, base: int, sentence: str, known: set[str]) -> list[VoteList]:
    """ "A, B, F og V stemte for, C, I, O stemte imod, og Ø undlod at stemme"."""
    out = []
    for match in _LEADING.finditer(sentence):
        side = _SIDE[(match["side"] or match["side2"]).lower()]
        if side not in known and len(list(_LEADING.finditer(sentence))) > 1:
            known.add(side)
            out.append(_list(flow, base + match.start(), base + match.end(), side, match["who"] or match["who2"], None))
    return out


def _list(flow: Flow, start: int, end: int, side: str, entries: str, stated: int | None) -> VoteList:
    total = _TOTAL.search(entries)
    body = entries[: total.start()] + entries[total.end():] if total else entries
    if body.startswith("(") and body.endswith(")"):
        body = body[1:-1]
    voters, counts, split = [], [], []
    for entry in _entries(body):
        name, count, divided = _voter(entry)
        if name:
            voters.append(" ".join(entry.split()))
            counts.append(count)
            split += divided
    printed = int(total[1]) if total else stated
    return VoteList(side, tuple(voters), None if None in counts or not counts else sum(counts), printed, flow.source(start, end), tuple(dict.fromkeys(split)))


def _entries(text: str) -> list[str]:
    """The entries of a list; brackets are not cut."""
    out, depth, begin = [], 0, 0
    for match in re.finditer(r"[()]|\s*,\s*(?:og\s)?|\s+(?:og|samt)\s+|\s*\+\s*", text):
        if match[0] in "()":
            depth += 1 if match[0] == "(" else -1
        elif depth == 0:
            out.append(text[begin : match.start()])
            begin = match.end()
    return [e.strip(" .:;") for e in [*out, text[begin:]] if e.strip(" .:;")]


def _voter(entry: str) -> tuple[str, int | None, list[str]]:
    """One entry: as printed, how many votes it is (None when it does not say), and the parties that it shows in part."""
    entry = re.sub(r"^(?:Liste|Gruppe|Gruppen)\s(?=[A-ZÆØÅ]\b)", "", entry)
    if of := _SPLIT_OF.match(entry):
        return of[2], number(of[1]), [of[2]]
    inside = _OPENS.search(entry)
    name = entry[: inside.start()].strip() if inside else entry
    if not name or name.lower() in ("ingen", "0", "øvrige"):
        return ("", 0, []) if name.lower() != "øvrige" else (name, None, [])
    grouped = is_letter(name) or name in PARTIES or party(name) == name
    if not inside:
        return (name, None, []) if grouped or len(name.split()) < 2 else (name, 1, [])
    value = inside[1].strip()
    if number(re.sub(r"\D*stemmer?.*$", "", value).strip()) is not None:
        return name, number(re.sub(r"\D*stemmer?.*$", "", value).strip()), [name]
    if grouped:
        return name, len(_entries(value)) if not is_letter(value) else None, [name]
    return name, 1, [value] if is_letter(value) else []


def party_of(entry: str) -> str | None:
    """The party that an entry of a list is, letter or name: "A (9)", "Gruppe F"; None for a person."""
    name, _, _ = _voter(entry)
    return name if name and (is_letter(name) or party(name) == name) else None


def ballots(flow: Flow, start: int, polls: list[Poll], item: str | None) -> list[Ballot]:
    """The polls of a passage that begins at `start` as records."""
    return [Ballot(item, p.votes, tuple(p.lists), p.outcome or "unknown", flow.source(start + p.start, start + p.end)) for p in polls]
