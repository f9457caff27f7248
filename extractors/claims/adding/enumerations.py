"""An enumeration of quantities: its parts, their signs, whether they count one kind of thing, and whether they can be the whole."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from extractors.claims.counting.counted import UNITS
from extractors.claims.fit import adds_up, one_slipped, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import exchanged, misprinted
from minutes.needs import led
from minutes.nouns import ADJECTIVE

_JOINED = re.compile(r",|\bog\b|\bsamt\b|\bplus\b|\bminus\b|\+|\btillagt\b|\bfratrukket\b|[-–−](?=\s)|\n")
SPENT_OF = re.compile(
    r"\b(?:brugt|anvendt|udbetalt|disponeret|reserveret|udmøntet|afholdt)\b.*, (?:og|men|mens) [^,;]*(?:ramme|budget|bevilling|pulje)\w*"
    r" (?:er|var|udgør|udgjorde|lyder|lød)\b"
)
""" "Der er brugt A og B, og den samlede ramme er på i alt T": what they are taken from, of which more may be left."""
MINUS = re.compile(
    r"\bnegativ\w* [a-zæøå]+ på $|\bminus\b|\bfratrukket\b|\bfradrag\w*\b|\btrukket fra\b|\s[-–−]\s?$|\bmodregnet\b"
    r"|\b(?:her|hvor|der)?fra (?:går|gik|trækkes|trak)\b"
)
_PLUS = re.compile(r"\bplus\b|\btillagt\b|\+")
PEOPLE_WORDS = """
kvinder mænd børn unge voksne piger drenge ældre elever lærere pædagoger forældre medarbejdere pensionister ledige studerende
"""
PEOPLE = frozenset(PEOPLE_WORDS.split())
"""Words that divide people: their counts may make up a whole that is called something else."""
ANSWERS_WORDS = """
tilfredse utilfredse enige uenige positive negative neutrale trygge utrygge usikre ja nej nejstemmer jastemmer hverken ved
"""
ANSWERS = frozenset(ANSWERS_WORDS.split())
"""Words for what was answered: the number before one counts those who answered so."""
_IN_WORDS = (
    r"elleve|tolv|tretten|fjorten|femten|seksten|sytten|atten|nitten|\w*tyve|\w*tredive|\w*fyrre|\w*halvtreds|\w*tres"
    r"|\w*halvfjerds|\w*firs|\w*halvfems|hundrede|(?:(?:her|der|hvor)til kommer|foruden) (?:en|et|én|ét)"
)
NUMBERS_UNREAD, UNREAD = led(rf"\b(?:{_IN_WORDS})\b"), led(rf"\b(?:{_IN_WORDS}|hver)\b")
"""Numbers in words that are no quantity, and one more: a part that is not known; and so many for each."""
_WAY = (
    r"(?:(?P<under>mindre(?:forbrug|udgift)|merindtægt|underforbrug|overskud)|mer(?:forbrug|udgift)|mindreindtægt"
    r"|over(?:forbrug|skrid)|underskud)"
)
_DIRECTION, _DIRECTION_AFTER, _FIGURE = re.compile(rf"\b{_WAY}"), re.compile(rf" (?:i )?{_WAY}"), re.compile("[\ue000-\ue007]")
"""Whether an amount is more or less than was planned."""
NEXT_WORD = re.compile(r",? (?:til|fra|i|på|ved|om|hos|for) ")
COMPLEMENTS = [
    frozenset(kinds.split())
    for kinds in (
        "kvinder mænd børn",
        "mænd kvinder",
        "piger drenge",
        "kvindelige mandlige",
        "voksne børn",
        "voksne unge børn",
        "børn unge",
        "kommunale selvejende private",
        "lejligheder rækkehuse",
        "fuldtidsansatte deltidsansatte",
    )
]
"""Words that divide what is counted: nobody is two of them."""
_ENTRY_BEGINS = re.compile(r"(?:[,:]| og| samt| er| var| går| gik) (?:der )?$")

_NEXT_ENTRY = re.compile(r"(?:,| og| samt) $")


def alike(s: Sentence, parts: list[Mention], whole: Mention, opened: bool = False) -> list[Mention]:
    """Counts that may be parts: "18 med to rum og 6 med tre rum" are 18 and 6. Also what each entry begins with; if words have opened the
    enumeration, the first is one too."""
    if whole.unit != "number" or all(p.noun for p in parts) or _one_ending(parts):
        return parts
    first = parts[0] if opened and len(parts) > 1 and _NEXT_ENTRY.search(s.lead(parts[1])) else None
    begins = (p for p in parts if p is first or _ENTRY_BEGINS.search(s.skeleton, max(s.position(p) - 12, 0), s.position(p)))
    kept = {p.start for p in begins}
    return [p for p in parts if p.start in kept or _known(p.noun, whole)]


def _known(noun: str, whole: Mention) -> bool:
    """Does a count of this word count parts of the whole: no word, the whole's own, people, or an answer?"""
    return not noun or noun in PEOPLE or noun in ANSWERS or bool(whole.noun) and noun.endswith(whole.noun[-5:])


def even(s: Sentence, parts: list[Mention]) -> bool:
    """Does the same small word follow each part ("A til tag, B til vinduer"), or one of the answers?"""
    after = {(NEXT_WORD.match(s.skeleton, s.position(p) + 1) or [""])[0].strip(" ,") for p in parts}
    return len(after) == 1 and after != {""} or any(p.noun in ANSWERS for p in parts)


def is_rate(s: Sentence, parts: list[Mention], whole: Mention | None = None) -> bool:
    """Is a part so much a year or a piece, and the whole not? Then the parts are no parts."""
    if whole and all(p.per == whole.per for p in parts):
        return False
    return any(map(s.is_rate, parts))


def enumerated(s: Sentence, parts: list[Mention]) -> bool:
    """A comma, "og", "plus" between each two, and not too much else; "mellem 4 og 5" is a range."""
    if len(parts) == 2 and s.skeleton.endswith("mellem ", 0, s.position(parts[0])):
        return False
    gaps = [s.skeleton[s.position(a) + 1 : s.position(b)] for a, b in zip(parts, parts[1:], strict=False)]
    return all((len(gap) < 130 or ", at der" in gap) and (_JOINED.search(gap) or MINUS.search(gap)) for gap in gaps)


def signs_of(s: Sentence, start: int, parts: list[Mention]) -> list[int]:
    """-1 for what is taken off: "plus lån på 20,0 minus anlæg på 69,9 og afdrag på 31,4" takes two off; not where all are."""
    signs, sign = [], 1
    for part in parts:
        before = s.skeleton[start : s.position(part)]
        sign = -1 if MINUS.search(before) else 1 if _PLUS.search(before) else sign
        signs.append(sign if part.value >= 0 else 1)
        start = s.position(part) + 1
    return [-sign for sign in signs] if max(signs, default=1) < 0 else signs


def turned(s: Sentence, whole: Mention, parts: list[Mention], signs: list[int]) -> list[int]:
    """The signs, with -1 for a part that goes the other way than the whole: a net underspend of 9,8 is 14,3 less an overspend of 4,5."""
    way = below(s, whole)
    ways = [below(s, p) for p in parts]
    if way is None and len({*ways}) == 2 and "netto" in s.skeleton[: s.position(whole)]:
        way = False
    return signs if way is None else [-sign if w is not None and w != way else sign for w, sign in zip(ways, signs, strict=True)]


def below(s: Sentence, m: Mention) -> bool | None:
    """Do the words beside an amount call it better than planned, or worse? None when they tell neither."""
    at = s.position(m)
    words = list(_DIRECTION.finditer(_FIGURE.split(s.skeleton[:at])[-1])) or [*filter(None, [_DIRECTION_AFTER.match(s.skeleton, at + 1)])]
    return words[-1]["under"] is not None if words else None


_CALLED = re.compile(r" (?:(?:er|var|af dem er|af dem var) )?(?P<what>[a-zæøå]+)")


def exclusive(s: Sentence, parts: list[Mention]) -> bool:
    """Do the words after the counts divide what is counted: "132 drenge og 118 piger", "21 er kvinder og 17 er mænd"?"""
    called = {m["what"] for p in parts if (m := _CALLED.match(s.skeleton, s.position(p) + 1))}
    return len(called) == len(parts) > 1 and called in COMPLEMENTS


def describes(noun: str) -> bool:
    """Does it count nothing of its own: no word, or one that only describes ("22 almene, 7 private")?"""
    return not noun or noun.endswith((*ADJECTIVE, "t", "rre", "dre"))


_CLOSES = re.compile(r"(?:\b(?:og|samt|m(?:ed)?ens|hvorimod)\b)[^\ue000-\ue007,;]{0,40}$")
_NESTED = pattern(r"^[^;\ue000-\ue007]*(?:<ofit>|blandt andet|bl\.a\.)[^;\ue000-\ue007]*$")
_OF_ITS_OWN = re.compile(r", og \ue005 (?:bor|går|kommer|har|havde|får|fik|deltager|deltog|arbejder|arbejdede|står|ønsker|mener|mente)\b")
"""What is told of some of them beside others: "Af dem cykler 268, og 142 bor i byen" may be the same people."""
FEW = 2
"""Parts that may well come to a whole by chance, when all that joins them to it is "heraf"."""


def all_told(s: Sentence, whole: Mention, parts: list[Mention]) -> bool:
    """Is nothing left to tell of the whole: does "og" close its parts, and do they come to it, or would but for the digits of a figure?"""
    if len(parts) < FEW + (whole.unit == "kr") or not _CLOSES.search(s.lead(parts[-1])) or not enumerated(s, parts):
        return False
    after = [m for m in s.mentions if m.unit == whole.unit and m.start > max(whole.start, parts[-1].start)]
    if after and not _NESTED.match(s.lead(after[0])) or len(parts) == FEW and _OF_ITS_OWN.search(s.skeleton):
        return False
    total = sum((p.value for p in parts), Decimal(0))
    if len(parts) == FEW and not whole.value < 2 * total < 4 * whole.value:
        return False
    misprint = one_misprint(whole, parts) or misprinted(whole.value, total, whole.high - whole.low)
    if len(parts) == FEW and whole.unit == "number" and not misprint:
        return adds_up(whole, parts)  # no comma of a count slips
    return adds_up(whole, parts) or slips(whole, parts, [1] * len(parts)) or len(parts) > FEW and exchanged(total, whole.value)


def at_most(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention]) -> None:
    """Parts that need not make up the whole must not exceed it; counts that nothing divides may overlap: each is looked at alone."""
    if whole.value < 0 or any(p.value < 0 for p in parts) or re.search(r"\bindtægt|\bnetto", s.skeleton):
        return
    groups = (
        [parts]
        if (whole.unit == "kr" or even(s, parts) and not any(p.noun for p in parts) or exclusive(s, parts))
        and enumerated(s, parts)
        and not _apart(s, parts)
        else [[p] for p in parts]
    )
    for group in groups:
        if len(group) == 1 and _another_measure(whole, group[0]):
            continue
        again = len(group) > 1 and any(p.value == whole.value for p in group)  # "…, tilsammen regnskabets 410.000 kr."
        if whole.unit != "percent" and not again:
            ledger.say(s, "sum", "at_most", whole, group, if_not="error" if len(group) == 1 else "warning")


def _another_measure(whole: Mention, part: Mention) -> bool:
    """ "61 mm på tre timer, heraf 34 mm på de værste 30 minutter": are they so much of two measures?"""
    return whole.noun != part.noun and whole.noun in UNITS and part.noun in UNITS


def _apart(s: Sentence, parts: list[Mention]) -> bool:
    """Does a clause of its own stand between two ("260.000 kr. i Engparken, hvor huse står tomme, og 198.000 kr. i hele kommunen")?"""
    return any(_OWN_CLAUSE.search(s.skeleton, s.position(a), s.position(b)) for a, b in pairwise(parts))


_OWN_CLAUSE = re.compile(
    r", (?:hvor|som|der|mens) [^,]*,|, hvor \w+ har |, og (?:vi|der) mangler\b"
    r"|,? og \w*(?:draget|betalt|brugt|modtaget|solgt|købt|indfriet|overført|frigivet|sparet|hævet|refunderet) "
)


def _one_ending(parts: list[Mention]) -> bool:
    """Do all the words of the parts end alike ("familieboliger, ungdomsboliger og ældreboliger"), each being another?"""
    nouns = {p.noun for p in parts}
    return len(nouns) == len(parts) > 1 and all(len(n) > 6 for n in nouns) and len({n[-6:] for n in nouns}) == 1


def one_kind(whole: Mention, parts: list[Mention]) -> bool:
    """Do counts count parts of the whole: the same word, no word, or words that divide people ("kvinder og mænd")?"""
    if whole.unit != "number" or _one_ending(parts):
        return True
    known = [_known(p.noun, whole) for p in parts]
    return any(known) if all(p.noun and p.noun not in PEOPLE for p in parts) else all(known)


def near_sum(whole: Mention, parts: list[Mention]) -> bool:
    """Do the parts come to about the whole, so that they can only be meant as its parts?"""
    total = sum(p.value for p in parts)
    return whole.value < 2 * total < 4 * whole.value and all(p.low <= whole.high for p in parts) or one_slipped(whole, parts)


def one_misprint(whole: Mention, parts: list[Mention], *right: Mention) -> bool:
    """Would the whole be the sum of its parts, and of those that are right, if one digit of a part were another, or two had changed
    places?"""
    gap = whole.value - sum(p.value for p in (*parts, *right))
    return bool(gap) and any(misprinted(p.value, p.value + gap, p.high - p.low) for p in parts)
