"""How sure it is that one amount is made of another."""

from __future__ import annotations

import re

from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern

TOTAL = pattern(r"<same>|<total>|\bsamle\w+|<so>|<comes>|\b(?:fordelt|hvilket|er det|koster|andrage|beløbe sig)\b")
_LINK = pattern(rf"{TOTAL.pattern}|<equals>|\b(?:med|udgør|til|så|for)\b")
_FOR_SO_MANY = pattern(r"\bmed <N> [a-zæøå]+ (?:bruges|koster|betyder|løber|<is>)")
_TOTAL_AFTER = pattern(r" (?:<all>|over (?:årene|perioden)|i (?:hele )?perioden|(?:over|for|i løbet af) (?:de |hele )?<Y>)")
_NEW_SUBJECT = pattern(
    r"(?:,|;) ?(?:og|mens|men|hvor|samt) (?!<so>|<all>|med |over|det |så |giver|koster|udgør|for |ved |i hele|(?:for)?delt"
    r" |deles )(?=[a-zæøå])"
    r"|\b(?:og|mens|men) (?:staten|regionen|kommunen|fonden|foreningen|boligforeningen|\w+en|\w+et) |;"
)
ADDED = re.compile(
    r"\b(?:tje(?:nt|ner|ne) (?:sig )?(?:selv )?(?:hjem|ind)|tilbagebetal\w*|afskriv\w*|forrent\w*"
    r"|første år|engangs\w*|opstart\w*|hertil(?! er)|dertil|fratrukket|fradrag\w*|rabat\w*|p/l|fremskrev\w+|indeks\w+"
    r"|hvert halve|tillæg|plus|etablering\w*|desuden|derudover|\w*gebyr|ekskl|inkl|kan forlænges)\b"
)


def agreed(terms: list[Mention]) -> Mention | None:
    """The duration, when all that is said of it agrees."""
    return terms[0] if len({t.value for t in terms}) == 1 and terms[0].value > 1 else None


def as_sure(s: Sentence, severity: str) -> str:
    """A sentence that names a first instalment or an addition may mean another sum."""
    return "unverifiable" if ADDED.search(s.skeleton) else severity


def linked(s: Sentence, one: Mention, other: Mention) -> str | None:
    """How sure it is that one of the two amounts is made of the other: error, unverifiable, or None without any word for it."""
    low, high = sorted((s.position(one), s.position(other)))
    last = max(s.position(one), s.position(other))
    if _NEW_SUBJECT.search(s.skeleton, low + 1, high) and not _TOTAL_AFTER.match(s.skeleton, last + 1):
        return "unverifiable" if _LINK.search(s.skeleton, low, high) else None
    total = TOTAL.search(s.skeleton, max(low - 40, 0), high) or _FOR_SO_MANY.search(s.skeleton, low, high)
    if total or any(_TOTAL_AFTER.match(s.skeleton, p + 1) for p in (low, high)):
        return "error"
    return "unverifiable" if _LINK.search(s.skeleton, low, high) else None


def plain_money(s: Sentence) -> list[Mention]:
    """The amounts of a sentence that are no limits."""
    return [m for m in s.mentions if m.unit == "kr" and not m.bounded]
