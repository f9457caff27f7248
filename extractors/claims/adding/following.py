"""What follows a whole: where its parts end, which they are, and whether they are all of it."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.adding.enumerations import UNREAD, alike
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern

WHOLE_FIRST = pattern(
    r"(?P<t><Q>)(?P<mid>~70|~160(?=\bfordelt ))(?:(?P<all><shared>|nemlig|dækker over|i \ue005 <turns>(?: med|:)|dvs\.?|det vil sige|altså"
    r"|således)(?!\w)|(?P<some>(?<!\w)(?:<ofit>|(?<=, )<ofthem>|(?<=og )<ofthem>"
    r"|(?:inklusive|inkl\.)(?! (?:\ue001 )?moms)|blandt andet|bl\.a\.)(?!\w))|(?P<colon>:|;(?= <Q>)))"
)
_STOP = pattern(
    r";|<aside>|, (?:blandt andet|bl\.a\.) <N>|, og der er\b|, så der\b"
    r"|\bm(?:ed)?ens\b(?! de (?:resterende |øvrige |sidste )?<KN>)|\bud af\b|\bhvis\b"
)
OPEN = pattern(
    r"(?<!\ue005 i )(?<!\ue000 til )(?<!\ue005 til )\bresten(?!,? [\ue000\ue005])\b|\b(?:restbeløbet|en række|en del|nogle|enkelte"
    r"|adskillige|omkring halvdelen)\b|\b(?:det|den|de) (?:øvrige|resterende|sidste) (?:[a-zæøå]+ )?(?:til|på|går|gik|dækker|er|bruges)\b"
    r"[^\ue000-\ue007]*$"
    r"|<rest> <K> af (?!beløbet|puljen|rammen|bevilling|budget|midlerne|pengene|den |det |dem |disse )[a-zæøå]+(?:en|et|n)\b"
    r"|\b(?:modsvar|opvej|udlign(?!ing\b)|modregn)[a-z]*|<some>|\btillige\b"
)
CLOSED = pattern(r"<rest>|\b(?:øvrig\w*|resterende|andet)\b")
_UNPRICED = re.compile(r"[\ue000-\ue007], \w+ (?:og|samt) \w+ på [\ue000-\ue007]")
"""A part without its figure: "lån på 4,0 mio. kr., tilskud og egenbetaling på 0,8 mio. kr."."""
AND_ONE = re.compile(r"(?:\bog|\bsamt|,) (?:én|ét|en|et) ")
_ANOTHER = re.compile(r"(?: (?:årligt|om året))?(?:,(?! og| samt)|,? (?:og|samt)(?P<more> [a-zæøå][^\ue000-\ue007;,.:]*$|))(?= |$)")
NEAR_ALL = Decimal("0.1")
_IN_BRACKETS = re.compile(r"\([^()]*$")
_EACH = re.compile(r"\bhver(?:t|især)?\b|(?<!\w)[àá] (?:ca\. )?\ue000")
"""A part that several pay: how many, the sentence may say by names."""
ONE_OF_ALL = 2
"""Percentage points: the first of several answers, which all together are a hundred."""


def tail_of(s: Sentence, start: int) -> tuple[str, int]:
    """The skeleton from there to where an enumeration must end, and that place."""
    stop = _STOP.search(s.skeleton, start)
    end = stop.start() if stop else len(s.skeleton)
    return s.skeleton[start:end], end


def parts_of(s: Sentence, whole: Mention, start: int, stop: int) -> list[Mention]:
    """The mentions of the whole's unit that follow, but for asides; counts must count the same thing or nothing named."""
    parts = alike(s, s.between(start, stop, whole.unit), whole, opened=True)
    plain = [p for p in parts if not _IN_BRACKETS.search(s.skeleton, start, s.position(p))]
    return plain if len(plain) > 1 else parts


def say_sum(ledger: Ledger, s: Sentence, whole: Mention, parts: list[Mention], tail: str, signs: list[int], if_not: str) -> None:
    """Say that the parts make the whole; where one of them has no figure, that they are no more than it."""
    if whole.unit == "percent" and abs(whole.value + sum(p.value for p in parts) - 100) <= ONE_OF_ALL:
        return
    if_not = "unverifiable" if _EACH.search(tail) or whole.unit == "number" and (UNREAD.search(tail) or AND_ONE.search(tail)) else if_not
    if OPEN.search(tail) or _UNPRICED.search(tail) or _unnumbered(s, parts):
        if min(signs) > 0 and whole.unit == "kr":
            ledger.say(s, "sum", "at_most", whole, parts, if_not="warning")
        return
    sure = closes(s, parts[-1])
    ledger.say(s, "sum", "sum", whole, parts, weights=signs, if_not=if_not, rounded="afrund" in s.skeleton, sure=sure)


def closes(s: Sentence, last: Mention) -> bool:
    """Is the last part told to be all that is left: "og resten, 2,9 mio. kr.", "og de sidste 124"?"""
    return CLOSED.search(s.lead(last)) is not None


def _unnumbered(s: Sentence, parts: list[Mention]) -> bool:
    """Is there one more part at the end, without its number: "løn 74, husleje 52 og øvrige udgifter"? Where the names stand first."""
    after = [_ANOTHER.match(s.skeleton, s.position(p) + 1) for p in parts]
    return len(parts) > 1 and all(after) and after[-1] is not None and after[-1]["more"] is not None


def near_all(whole: Mention, parts: list[Mention]) -> bool:
    """Do the parts come so close to the whole that they can only be all of it?"""
    return abs(sum((p.value for p in parts), Decimal(0)) - whole.value) <= whole.value * NEAR_ALL
