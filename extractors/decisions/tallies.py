"""The counted sides of a vote in one sentence: "7 stemmer (A og F) mod 2 (O)", "4 stemte for, en undlod", "imod stemte 8".

A small grammar instead of a list of formats: a number, what is counted, names in brackets, and beside them, in any order, the word for
the side. Which of the two numbers of "24 stemmer imod 23" is for and which against, the outcome tells (extractors.decisions.votes).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from extractors.structure.names import PERSON
from minutes.danish import TEENS, UNITS
from minutes.days import A_MONTH
from minutes.needs import led
from minutes.parties import A_PARTY

WORDS = {"ingen": 0, "intet": 0} | UNITS | TEENS | {"tyve": 20}
SIDES = {
    "for": "for", "ja": "for", "imod": "against", "mod": "against", "nej": "against", "undlod": "abstained", "undlader": "abstained",
    "undladt": "abstained", "afstod": "abstained", "afholdt": "abstained", "afholder": "abstained", "hverken": "abstained",
    "ville": "abstained", "ønsker": "abstained", "ønskede": "abstained", "afgav": "abstained", "uden": "abstained", "lod": "abstained",
    "blank": "abstained", "ikke": "abstained", "blankt": "abstained", "blanke": "abstained",
}
"""The first word of a side → the side."""
WHO = r"\((?P<who>[^()]*(?:\([^()]*\)[^()]*)*)\)"
_EACH = r"[A-ZÆØÅ]{1,3}\s\(\d{1,2}\)"
_COUNTED = (
    r"(?:ja-|nej-)?(?:(?P<votes>stemmer?)|\w*medlem(?:mer)?|mandat(?:er)?|personer|fremmødte|deltagere|beboere|husstande|delegerede"
    r"|repræsentanter|(?:stemme)?sedler|i (?:udvalget|rådet|nævnet|bestyrelsen|byrådet)"
    r"|(?:andre|øvrige)(?= (?:stem|undl|for|i?mod|var|er|k[au]n|tilslut|anbefal|støtte))|(?:ud )?af (?:de |\w+ets )?(?:\w{1,5} )?\w+)"
)
_GROUP = led(
    rf"(?<![\w.,/:§])(?P<count>\d{{1,3}}|{'|'.join(WORDS)})(?![\w/%]|[.,:]\d)(?:\s{_COUNTED}(?!\w))?"
    rf"(?:\s?{WHO}|(?-i:\s(?:af|fra)\s(?P<of>[A-ZÆØÅ]\w*(?:(?:, | og )[A-ZÆØÅ]\w*){{0,8}})(?=\s(?:stem|undl))))?", re.I)
_SIDE = re.compile(
    r",?\s(?:der\s|som\s)?(?P<verb>(?:stemte|stemmer|har stemt|g(?:ik|år)(?: ind)?|var|er|tilkendegav at være|s(?:agde|iger)"
    r"|(?:gav )?deres|(?:lød )?på)\s)?(?:her|ind\s(?=for))?"
    r"(?P<side>for|i?mod|ja|nej|undlod|undlader|undladt|afstod|afholdt sig|afholder sig|hverken(?: for eller imod)?|blanke?|blankt"
    r"|ville hverken|(?:afgav ikke|uden) stemme|lod være(?= at stemme)"
    r"|ønske[rd]e? ikke at (?:stemme|tage stilling)|ikke (?:stemte|(?:ville|ønske[rd]e? at) (?:stemme|tage stilling))(?! (?:for|i?mod)\b)"
    r"|(?<=stemte )ikke(?! (?:for|i?mod)\b))(?!\w)"
    rf"(?:\s?{WHO}|,?\snemlig\s(?-i:(?P<namely>{_EACH}(?:(?:,\s|\sog\s|\ssamt\s){_EACH})*)))?",
    re.I,
)
_BACKS = re.compile(
    r",?\s(?:kan |kunne )?(?:anbefale[rd]?e?|tilråde[rd]?e?|fulgte|(?P<puts>indstille[rd]?e?)"
    r"|tiltræde[r]?|tiltrådte|tilslutte(?:de|r)? sig|godkende[rt]?e?|støtter?|støttede|gik ind for)\b", re.I)
_CANNOT = re.compile(r"\s(?:(?:kan|kunne) ikke|ikke (?:kan|kunne))\b(?! (?:deltage|komme|møde|nå|være)\b)", re.I)
_NOT_IT = re.compile(r"(?: (?:det|den|dette|forslaget|indstillingen|sagen))? ikke\b")
_AGAINST = re.compile(r",?\s?(?P<word>\s(?:i?mod|over for)\s|[-–]\s?)", re.I)
_LEFT = led(
    r"(?:(?<!\w)(?P<side>for|i?mod|ja|nej|undlod|hverken for eller imod)(?:\sat)?(?:\s\w+){0,6}?\s(?:stemte|stemme|stemmer)\s"
    r"|(?<!\w)(?<!et )(?P<label>for|i?mod|undlod|undlader|undladt|ja|nej|blanke?|hverken(?: for eller imod|/eller))"
    r"(?:[- ](?:stemmer|at stemme))?\s?[:=]\s?"
    r"|(?:^\W*|[,;] )(?P<was>for|i?mod) (?:var|er) "
    r"|\s(?P<against>i?mod)\s)$",
    re.I,
)
_MEASURE = re.compile(rf"\s(?:kr|pct|mio|mia|procent|år|timer|elever|børn|boliger|{A_MONTH}|(?:til|på) (?-i:[A-ZÆØÅ]\w+))\b", re.I)
_NUMBERED = re.compile(r"(?:punkt|pkt\.?|sag|nr\.?|kl\.?|§|stk\.?|side|bilag|liste|den|år|uge)\s$", re.I)
_AN_ANSWER = re.compile(r"(?:(?<=til )|(?<=blev )|(?<=var )|(?<=fik )|(?<=får ))et (?:klart |rent )?(?:ja|nej)\b")
""" "så det blev til et nej": no vote of one."""
_RESULT = re.compile(
    r"(?:godkendt|vedtaget|tiltrådt|forkastet|faldt|stemmetal\w*|stemmerne|vedtog|stemte?|afstemning\w*|stemmelighed|stod lige)"
    r"(?:\smed|\s?:)?\s*\(?$", re.I)
_WITH = re.compile(r"(?:\bmed|\bflertal på|\bsamlede|\bopnåede|\bstod|stod lige,?|stemmelighed,?|stemmetal\w*|stemmerne|vedtaget|godkendt"
                   r"|forkastet|faldt|afstemning\w*)\s$", re.I)
_BRACKETED = led(r"\b(?:(?:stemte|stemmer)\s(?=f|i|m))?(?P<side>for|i?mod|undlod|(?<=stemte )(?:ja|nej))(?:\sat stemme)?"
                 r"\s\((?P<count>\d{1,3})(?: stemmer?)?\)")
"""A number in brackets after the verb: "O stemte imod (1)", "Venstre stemte nej (2 stemmer)"."""
_YES_NO = led(rf"(?<![\w.,/])(?<!til )(?P<count>\d{{1,3}}|{'|'.join(WORDS)}) (?:(?P<side>ja|nej|blanke?)(?:[- ]?stemmer?\b|\s?:)"
              r"|medlemmers (?P<backed>anbefaling|støtte|tilslutning|opbakning|stemmer)\b)", re.I)
""" "14 ja-stemmer, 5 nej-stemmer", "Fem ja: ...", "med fem medlemmers anbefaling"."""
_AND = r"(?:, | og | ?\+ ?)"
_GROUPED = rf"(?-i:{A_PARTY}|[A-ZÆØÅ]\w{{0,2}})"
_PARTED = re.compile(
    r"\b(?P<side>flertal|mindretal)(?:let)?(?: i \w+)?(?: bestående|, (?:der|som) bestod)?,? ?"
    r"(?:\([^()]*?\b(?:i alt )?(?P<count>\d{1,2})(?: medlemmer| stemmer)?\)"
    r"|(?:\([^()]*\) )?(?:på|af) (?P<of>\d{1,2}|to|tre|fire|fem|seks|syv)"
    r"(?: medlemmer\b|(?= \(| (?:indstill|anbefal|stem|godkend|tiltr|vedt|ønske|kan |kunne )))"
    rf"|(?:(?:af )?{_GROUPED}{_AND}|af )(?:{_GROUPED}{_AND}){{0,8}}{_GROUPED}"
    r" \((?P<all>\d{1,2})(?: \w+)?\)(?=,? (?!og|samt)(?-i:[a-zæøå])))", re.I)
""" "Et flertal (A, F og B, i alt 4) anbefaler", "et mindretal bestående af 3 medlemmer"."""
_GOT = re.compile(r"(?:^|; )[^.,;]*\b(?:opnåede|fik|samlede) (?:\w+ ){0,2}$", re.I)
""" "Udsættelsesforslaget opnåede 8 stemmer", "B fik 3 stemmer (A og V)"."""
_BACKED = re.compile(r"\b(?:anbefales|anbefalet|tilrådet|tilrådes|støttes|støttet|tiltrædes|tiltrådt|godkendt|vedtaget) af (?:de )?$"
                     r"|\b(?:tilslutning|støtte|opbakning) (?:hos|fra|af) (?:de )?$", re.I)
""" "Anbefales af 5 medlemmer (A og V)"."""
_OF_THE_NEXT = re.compile(r"\s(?:stemte|stemmer|var|er)\s(?!for|imod)", re.I)
"""After the word for a side that belongs to the number after it: "For stemte 16, imod stemte 8"."""
_PLAIN_SIDE = re.compile(r"(?<!\w)(?:for|i?mod|ja|nej|undlod|blanke?|hverken for eller imod)\s$", re.I)
_NUMBER = re.compile(rf"\s(?:\d|(?:{'|'.join(WORDS)})\b)")
""" "Derefter: for 16, imod 80"; "For stemte tre medlemmer, imod fem"."""
_SOME = re.compile(r"\b(?:øvrige|andre|flertal på|mindretal på)\s?$")
"""Who votes otherwise than the one named before: "Bo Ravn (O) stemte imod, de øvrige 5 for"; beside the number."""
_BESIDE = 90
"""Characters before a number within which its side may stand."""


@dataclass(frozen=True, slots=True)
class Tally:
    """One side's number. `side` is for, against or abstained, or first and second where the words do not tell; `who` the names in
    brackets as offsets. `weak`: nothing but the side's word makes it a vote."""

    side: str
    count: int
    start: int
    end: int
    who: tuple[int, int] | None = None
    weak: bool = False


def number(written: str | None) -> int | None:
    """The number of votes as written, in digits or a word up to twenty."""
    if not written:
        return None
    return int(written) if written.isdecimal() else WORDS.get(written.lower())


@lru_cache(512)
def tallies(sentence: str, beside: bool = False) -> tuple[Tally, ...]:
    """Every counted side, in order. A lone "2 for" or "2 mod" is none: it needs a second side, "stemte", names, or a list `beside` it."""
    if not _MAY_COUNT.search(sentence):
        return ()
    found: list[Tally] = []
    groups = [g for g in _GROUP.finditer(sentence) if not _NUMBERED.search(sentence, max(g.start() - 8, 0), g.start())
              and not _AN_ANSWER.match(sentence, g.start())]
    at = -1
    for i, group in enumerate(groups):
        if group.start() < at:
            continue
        following = groups[i + 1] if i + 1 < len(groups) else None
        pair = _versus(sentence, group, following) or [t for t in [_one(sentence, group, bool(found))] if t]
        found += pair
        at = pair[-1].end if pair else -1
    found += [Tally(SIDES[m["side"]], int(m["count"]), m.start(), m.end()) for m in _BRACKETED.finditer(sentence)]
    found += [Tally(SIDES[(m["side"] or "for").lower()], number(m["count"]) or 0, m.start(), m.end()) for m in _YES_NO.finditer(sentence)]
    found += _parted(sentence, found)
    found = found if any(t.side == "against" for t in found) else _same_verb(sentence) or found
    found = [replace(t, count=t.count + sum(map(int, _EACH_COUNT.findall(more[0]))))
             if t.who and (more := MORE.match(sentence, t.end)) else t for t in found]
    sure = beside or {"for", "against"} <= {t.side for t in found} or any(not t.weak for t in found)
    return tuple(found) if sure else ()


MORE = re.compile(r"(?:(?:, | og )\d{1,2} \([A-ZÆØÅ][^()\d]{0,30}\))+(?= ?[.,;:]|\s*$|, (?:i?mod|mens)| og i?mod)")
_EACH_COUNT = re.compile(r"(\d{1,2}) \(")
""" "9 (A), 3 (F)": the parties of one side, each behind its number."""
_MAY_COUNT = re.compile(rf"\d|tal\b|tallet\b|\b(?:{'|'.join(WORDS)})\b", re.I)
"""What every count has: a number, or "flertal" and "mindretal"."""
_SAME_VERB = re.compile(
    rf"(?<![\w.,/:§(])(?P<some>\d{{1,3}}|{'|'.join(WORDS)})(?P<of>(?: af \w+)? \w*medlem(?:mer)?| i \w+(?:et|en))(?: \([^()]*\))? "
    rf"(?P<verb>[a-zæøå]+)\b(?P<yes>[^.;]{{0,60}}?)[,;](?: og| mens)? (?P<others>\d{{1,3}}|{'|'.join(WORDS)})(?: \w*medlem(?:mer)?)?"
    r"(?: \([^()]*\))? (?:(?P=verb)\b[^.,;]{0,40}?\bikke|ikke (?P=verb)|g(?:ør|jorde) (?:det )?ikke)\b", re.I)
""" "6 medlemmer støttede prisen, ét støttede den ikke": the others did not do what some did."""


def _same_verb(sentence: str) -> list[Tally]:
    told = _SAME_VERB.search(sentence)
    if not told or _NOT.search(told["yes"]):
        return []
    return [Tally(side, number(told[name]) or 0, told.start(name), told.end(name))
            for side, name in (("for", "some"), ("against", "others"))]


def _parted(sentence: str, found: list[Tally]) -> list[Tally]:
    """The majority and the minority with their numbers or names, where none is counted yet and the majority is for."""
    out = []
    for told in (*_NAMED.finditer(sentence), *_BY_MAJORITY.finditer(sentence)) if not found else ():
        side = "for" if told["side"].lower() == "flertal" else "against"
        over = _NEXT_CLAUSE.search(sentence, told.end())
        if side == "against" or not _NOT.search(sentence, told.end(), over.start() if over else len(sentence)):
            out.append(Tally(side, len(re.findall(_ONE, told["names"])), told.start(), told.end(), told.span("names")))
    if out:
        return out
    for told in _PARTED.finditer(sentence):
        side = "for" if told["side"].lower() == "flertal" else "against"
        if not found and not (side == "for" and _NOT.search(sentence, told.end())):
            out.append(Tally(side, number(told["count"] or told["of"] or told["all"]) or 0, told.start(), told.end()))
    return out


_ONE = rf"(?:{PERSON}(?:\s\([^()]*\))?|(?!(?:DF|EL|SF|KF|RV|LA|DD|ALT|UP|UFP|KD|NB)\b)[A-ZÆØÅ]{{2,3}}(?!\w))"
_NAMED = re.compile(
    rf"(?i:\b(?P<side>flertal|mindretal)(?:let)?(?: i \w+)?(?: bestående)?)(?: af|,)? \(?(?P<names>{_ONE}"
    rf"(?:(?:,?\sog|\s?,)\s{_ONE})*)\)?,?\s"
    r"(?:ikke )?(?:stem|anbefale|indstille|tiltr|godkend|vedt|beslut|støtte|kan |kunne |ønske)")
""" "Et flertal (Ida Holm, Bo Ravn og Jens Toft) stemte for": the persons of a committee, whose number is theirs."""
_BY_MAJORITY = re.compile(
    rf"(?i:\b(?<!ikke )(?:anbefal|tiltråd|tiltræd|vedtag|godkend|støtte|indstill)\w* af (?:et )?(?P<side>flertal)(?:let)?(?: i \w+)?"
    rf"(?: bestående)?)(?: af|,)? \(?(?P<names>{_ONE}(?:(?:,?\sog\s|\s?,\s){_ONE})+)\)?(?=[.;]|\s*$)")
""" "Anbefalet af et flertal bestående af Ida Holm, Bo Ravn og Jens Toft"."""
_NEXT_CLAUSE = re.compile(r"[,;] (?:mens|medens|hvorimod|og|men)\b|;")
_NOT = re.compile(r"\b(?:ikke|imod|mod)\b")


def sided(found: Sequence[Tally], outcome: str) -> list[Tally]:
    """The tallies with first and second told apart: after "forkastet" the greater number is of the winning side, against."""
    pair = [t.count for t in found if t.side in ("first", "second")]
    turned = outcome == "rejected" and len(pair) > 1 and pair[0] > pair[1]
    names = {"first": "against", "second": "for"} if turned else {"first": "for", "second": "against"}
    return [replace(t, side=names.get(t.side, t.side)) for t in found]


def _versus(sentence: str, group: re.Match[str], following: re.Match[str] | None) -> list[Tally]:
    """ "37 stemmer imod 6", "vedtaget 33-9": two numbers with "imod", or a dash after the word for the result."""
    between = _AGAINST.match(sentence, group.end())
    if not between or not following or following.start() != between.end() or _MEASURE.match(sentence, following.end()):
        return []
    before = sentence[max(group.start() - _BESIDE, 0) : group.start()]
    dash = between["word"].strip() in ("-", "–")
    alone = _ALONE.search(before) and _ALONE_END.match(sentence, following.end())
    counted_on = following and _COUNTED_ON.match(sentence, following.end())
    told = alone or counted_on or group["votes"] or following["votes"] or group["who"] or _WITH.search(before)
    voted = _RESULT.search(before) if dash else told
    if not voted:
        return []
    return [_tally("first", group, group.end()), _tally("second", following, following.end())]


_ALONE = re.compile(r"(?:^\W*|[,:] |\()$")
_ALONE_END = re.compile(r"(?: stemmer)?(?:\)|\W*$|[,;])")
""" "(3 mod 2)", "Nej til skiltene, 4 mod 2.": numbers and nothing else."""
_COUNTED_ON = re.compile(r",? (?:og |mens )?(?:\d{1,3}|én|en|to|tre|ingen) (?:stemte ikke|undlod|afholdt sig)\b"
                         r"| (?:stemte|ville|ønskede|gik ind|besluttede|mente|fandt|anbefaler|anbefalede)\b")
""" "12 mod 6, og 1 stemte ikke"."""


def _one(sentence: str, group: re.Match[str], going: bool) -> Tally | None:
    """The side that stands before the number with a colon, else right after it, else before it. `going`: a number of the vote stands
    before this one."""
    before = _LEFT.search(sentence, max(group.start() - _BESIDE, 0), group.start())
    if before and before["label"]:
        return _tally(SIDES[_first(before["label"])], group, group.end())
    after = _SIDE.match(sentence, group.end())
    some = any(_SOME.search(sentence, 0, at) for at in group.span())
    members = bool(group["who"] or some or re.search(r"medlem|\baf\b", group[0].lower()))
    plain = _PLAIN_SIDE.search(sentence, max(group.start() - 26, 0), group.start())
    named = plain and sentence[: plain.start()].rstrip().endswith((":", "("))
    if plain and (_NUMBER.match(sentence, after.end()) if after else going or named):
        return _tally(SIDES[_first(plain[0])], group, group.end(), weak=not after)
    led_in = before and before["side"] and after and _NUMBER.match(sentence, after.end())
    if after and not led_in and not _OF_THE_NEXT.match(sentence, after.end()):
        word = _first(after["side"])
        told = group["votes"] or group["who"] or after["who"] or after["verb"] or some
        if word in ("mod", "imod") and (not told or after[0][0] == ",") and _NUMBER.match(sentence, after.end()):
            return None  # "12 mod 6": the word is the second number's, and who has the first the outcome tells
        if word in ("mod", "imod") and group["votes"] and _against_whom(sentence, group, after.end()):
            return _tally("for", group, group.end())
        weak = word in ("for", "mod", "ja", "nej") and not told
        return _tally(SIDES[word], group, after.end(), after, weak)
    if members and _BACKED.search(sentence, 0, group.start()) or group["votes"] and _GOT.search(sentence, 0, group.start()):
        return _tally("for", group, group.end())
    backs = _BACKS.match(sentence, group.end())
    if backs and not (backs["puts"] and "medlem" not in group[0].lower()):
        return _tally("against" if _NOT_IT.match(sentence, backs.end()) else "for", group, backs.end(), weak=not members)
    if _CANNOT.match(sentence, group.end()):
        return _tally("against", group, group.end(), weak=not members)
    if not before:
        return None
    if before["was"]:
        return _tally(SIDES[_first(before["was"])], group, group.end(), weak=not group["who"])
    weak = bool(before["against"] and not group["votes"] and not group["who"])
    return _tally(SIDES[_first(before["side"] or before["against"])], group, group.end(), weak=weak)


def _against_whom(sentence: str, group: re.Match[str], at: int) -> bool:
    """Does the word for a side lead to those who are on it, so that the number is the others'?"""
    parties = sentence[: group.start()].endswith("med ") and _MOD_PARTY.match(sentence, at)
    return bool(parties or _MOD_ONE.match(sentence, at))


_MOD_ONE = re.compile(rf"\s(?:{PERSON}s(?: (?:ene )?stemme)?|[a-zæøå]+(?:ens|ets) (?:ene|stemme))(?=[.,;]|\s(?:at|[a-zæøå])|$)")
_MOD_PARTY = re.compile(rf"\s(?:{A_PARTY}|[A-ZÆØÅ])(?:, | og |['’]?s\b)")
""" "med fire stemmer mod Bo Ravns", "med 3 stemmer mod formandens ene"."""


def _first(words: str) -> str:
    return re.split(r"[ /]", words.lower())[0]


def _tally(side: str, group: re.Match[str], end: int, after: re.Match[str] | None = None, weak: bool = False) -> Tally:
    named = next((m.span("who") for m in (group, after) if m and (m["who"] or "").strip() and not m["who"].strip().isdigit()), None)
    named = named or (after.span("namely") if after and after["namely"] else None)
    return Tally(side, number(group["count"]) or 0, group.start(), end, group.span("of") if group["of"] else named, weak)
