"""What is claimed of a change and the two figures that it is between, and how sure that is."""

from __future__ import annotations

import re
from itertools import combinations

from extractors.claims.comparing.comparable import same_noun
from extractors.claims.fit import differ_by, exact, scale_slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence, pattern

LEADS = r"(?:<slack>| i (?:snit|gennemsnit)| ?(?:forventes at blive|opgjort til|tale om))*"
UP_TO = rf"(?: \w+){{0,2}}?{LEADS} ?(?:på|med|til|=|:|<is>)?{LEADS} $"
"""The words between what a change is called and its figure, in a pattern."""
_FROM_THERE = re.compile(r"(?: [\w-]+)?(?:,| –| -)? fra (?:de )?")
_SET_RATE = re.compile(r"skat(?:ten|teprocent|ten)\b|skatteprocenten|udskrivningsprocent|grundskyld|dækningsafgift|skattesats")
"""A rate that the council sets has no more decimals than are printed."""
_SET_PRICE = re.compile(r"billet|takst|klippekort|årskort|gebyr|kontingent|abonnement|entré|prisen for en\b|\bprisen? (?:på|for) [eé]n\b")
"""So have the prices that it sets; those that are reckoned ("pr. elev") are rounded."""
SUPPOSED = re.compile(r"\bville\b[^.]{0,50}\b(?:have|været|blevet|være)\b|\bmåtte (?:have|være|blive|udgøre)\b")
"""What would have been, or might be, and is not."""
TOO_LARGE = 3
"""A change this many times what it is a change of is of something else."""
FAR_APART = 50
"""So many times each other are no two states of one thing."""
_SAID_OF = re.compile(r"forbrug\w* (?:på|i|hos|til|ved) (?!alt\b|hele\b|året|år\b|det\b|den\b|regnskab)(?P<what>[a-zæøå]{3,})")
_ITS_PART = re.compile(r"\bde[nt] [a-zæøå]+e (?:del|andel)\b")
_LEVELS = re.compile(r"\b(?:over|under)skud\w*|\bresultat\w*|\bsaldo\w*")
"""What is told year by year as it stands, and then is no change from one year's to the other's."""
_MEANWHILE = re.compile(r",[^,]*, m(?:ed)?ens\b")


_EACH_YEAR_AFTER = re.compile(r"(?: [\w²³-]+)?,? (?:om året|årligt?|hvert år|(?:pr\.|per) år)\b")
_EACH_YEAR_BEFORE = pattern(r"\b(?:årlig[a-z]*|hvert år|år for år)(?: \w+){0,3} $|\bhvert år [^\ue000-\ue007;]{0,40}$")
_DATED = pattern(r"(?<![\d.])(?:19|20)\d\d(?!\d)|<Y>")
_MOST_YEARS = 15


def say_change(ledger: Ledger, s: Sentence, c: Mention, a: Mention, b: Mention, if_not: str) -> None:
    """The change from A to B is C: a difference, or a percentage of A."""
    if c.start in (a.start, b.start) or a.value == b.value and c.value:
        return  # what is told twice is no state before and after
    if c.unit == "kr" and a.unit == b.unit == "number":
        return
    counted = [m for m in (a, b, c) if m.unit == "number"]
    if not (_goes_from(s, c, a) or all(same_noun(x, y) for x, y in combinations(counted, 2))) or a.price_level != b.price_level:
        return
    set_rate = _SET_RATE.search(s.skeleton) if a.unit in ("percent", "permille") else a.unit == "kr" and _SET_PRICE.search(s.skeleton)
    a, b = (exact(a), exact(b)) if set_rate else (a, b)
    largest = max(abs(a.value), abs(b.value))
    another_time = c.per == "year" != b.per and c.value > abs(b.value - a.value) and (b.per or c.value > largest)
    if c.unit == a.unit == "kr" and (another_time or c.value > TOO_LARGE * largest and not scale_slipped(c.value, abs(b.value - a.value))):
        if_not = "unverifiable"
    if _each_year(ledger, s, c, a, b):
        if_not = "unverifiable"
    if SUPPOSED.search(s.skeleton) or _told_beside(s, c, a, b) or _incomparable(a, b) or _of_hundred(s, c, a, b):
        if_not = "unverifiable"
    if _LEVELS.search(s.beside(c)[0]) and any(_LEVELS.search(t.skeleton) for t in ledger.right_before(s, 2) if t.start <= a.start < t.end):
        if_not = "unverifiable"
    if b.start < s.start and _of_a_part(ledger, s, c, min(a.start, b.start)):
        if_not = "unverifiable"
    if c.unit in ("percent", "fraction") and a.unit != "percent":
        if a.value:
            ledger.say(s, "share", "percent_change", c, [a, b], if_not=if_not)
    elif c.unit in ("percent", "fraction"):
        kind = "difference" if ledger.flow.text[c.end - 1].isdigit() else "share"  # "3,7 under" is in points
        ledger.say(s, kind, "difference", c, [a, b], if_not=if_not, also=("percent_change",) if a.value else ())
    else:
        ledger.say(s, "difference", "difference", c, [a, b], if_not=if_not)


def _goes_from(s: Sentence, c: Mention, a: Mention) -> bool:
    """ "steg med C børn – fra A elever": whatever the two are counted in, the change begins at A."""
    return s.start <= c.start < a.start < s.end and bool(_FROM_THERE.fullmatch(s.skeleton, s.position(c) + 1, s.position(a)))


def _each_year(ledger: Ledger, s: Sentence, c: Mention, a: Mention, b: Mention) -> bool:
    """Is it the change of each year between two levels: "med 10 om året fra 60 i 2024 til 100 i 2028"?

    Levels that are themselves so much a year have such a change too: then there are no years told, and no number of years explains it.
    """
    at = s.position(c)
    if not (_EACH_YEAR_AFTER.match(s.skeleton, at + 1) or _EACH_YEAR_BEFORE.search(s.skeleton, 0, at)):
        return False
    told = [t for t in (*ledger.right_before(s, 4), s) if any(t.start <= m.start < t.end for m in (a, b, c))]
    if any(_EACH_YEAR_AFTER.match(t.skeleton, t.position(m) + 1) for t in told for m in (a, b) if t.start <= m.start < t.end):
        return False
    years = abs(b.value - a.value) / c.value if c.value else 0
    return c.unit in ("percent", "fraction") or any(_DATED.search(t.skeleton) for t in told) or 1 < years <= _MOST_YEARS and years % 1 == 0


def _incomparable(a: Mention, b: Mention) -> bool:
    """Is the one so many times the other that they are no two states of one thing?"""
    less, more = sorted((abs(a.value), abs(b.value)))
    return a.unit == b.unit and less * FAR_APART < more and bool(less)


def _of_hundred(s: Sentence, *told: Mention) -> bool:
    """Are they shares of one whole: "62 pct. var medicin, 27 pct. fald og 11 pct. andet"?"""
    shares = [m for m in s.mentions if m.unit == "percent"]
    return all(m in shares for m in told) and sum(m.value for m in shares) == 100


def _told_beside(s: Sentence, c: Mention, a: Mention, b: Mention) -> bool:
    """Is the change of the two told by another figure of the sentence, or this one in a clause of its own ("mens prisen faldt C")?"""
    if any(m.unit == c.unit == a.unit and m.start not in (a.start, b.start, c.start) and differ_by(a, b, m) for m in s.mentions):
        return True
    last = max(a, b, key=lambda m: m.start)
    return s.start <= last.start < c.start and bool(_MEANWHILE.search(s.skeleton, s.position(last), s.position(c)))


def _of_a_part(ledger: Ledger, s: Sentence, c: Mention, since: int) -> bool:
    """Is the change said of something that the sentences of its figures do not name: "Merforbruget på løn er …"?"""
    if _ITS_PART.search(s.beside(c)[0]):
        return True
    named = _SAID_OF.search(s.beside(c)[0])
    told = " ".join(t.skeleton for t in ledger.sentences if t.start <= s.start and t.end > since) if named else ""
    return named is not None and told.count(named["what"]) < 2


def say_way(ledger: Ledger, s: Sentence, c: Mention, first: Mention, last: Mention, way: int) -> None:
    """Does the word for the change point the way the figures go, where they lie about as far apart as it says?"""
    apart = abs(last.value - first.value)
    if way and min(first.value, last.value) >= 0 and (c.unit != last.unit or apart <= TOO_LARGE * abs(c.value) <= TOO_LARGE**2 * apart):
        wrong = last.high < first.low if way > 0 else last.low > first.high
        ledger.say(s, "difference", "direction", last, [first], if_not="warning", differs=wrong)
