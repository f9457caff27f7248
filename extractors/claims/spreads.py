"""Sums that a weak word announces: spread over years, a whole in the sentence before, dwellings of kinds, people of ages."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern
from extractors.claims.sums import ANSWERS, UNREAD

_STOP = re.compile(
    r";|\bmens\b|\bhvilket\b|\bsvarende til\b|\bi alt\b|\bmen\b|\bhertil\b|\bdertil\b|\budover\b|\bud over\b|\bderudover\b|\bidet\b"
    r"|\bheraf\b|\bhvoraf\b|\bdog\b"
)
_OPEN = re.compile(
    r"\bblandt andet|\bbl\.a\.|\bf\.eks\.|\bfx\b|\bprimært|\bisær\b|\bhovedsagelig|\bnavnlig|\bfortrinsvis|\bherunder\b|\bdelvis"
    r"|\bresten(?!,? \ue000)"
)
_BETWEEN = re.compile(r",|\bog\b|\bsamt\b|\bplus\b")
_RATE_AFTER = re.compile(r"[\s,]*(?:årlig|om året|pr\.|per |hver|om måneden)")
_YEAR_AFTER = re.compile(r",? i (?:19|20)\d\d\b")
_OVER_YEARS = pattern(
    r"(?P<t><K>)(?P<mid>~60)\b(?:falder|forfalder|fordeles|fordeler sig|udbetales|betales|afholdes|afsættes|udmøntes|bruges|anvendes"
    r"|forbruges) med (?=<K>)"
)
_COVERS = pattern(
    r"^(?:(?:beløbet|prisen|udgiften|udgifterne|bevillingen|rammen|summen|overslaget|puljen|pengene|midlerne|tilskuddet|budgettet|den"
    r"|det|de)"
    r" (?:dækker(?: over)?|omfatter|rummer|består af|er sammensat af|fordeler sig (?:på|med)|fordeles (?:på|med"
    r"|til)|er fordelt (?:på|med)|bruges til|går til|indeholder)) (?=<K>)"
)
_HOMES = pattern(r"(?P<t><N>)~60\bmed (?=<N> [a-zæøå])")
_OF_THEM = pattern(r"^(?:af (?:dem|disse)|heraf|deraf|blandt dem) (?:er|var|kom|deltog|blev|bliver) (?:der )?(?=<N>)")
_THE_LAST = pattern(r"\b(?:de|den|det) (?:sidste|resterende|øvrige) <N>")
_SOME_OF_THEM = pattern(r"^(?P<a><N>) af (?:dem|disse)\b")
_SO_MANY_OF = pattern(r"(?P<a><N>)~20\b(?:ud )?af (?:de |i alt )?<N>~40\b(?:svare[td]|besvaret|deltaget|mødt)")
_KINDS_OF_HOMES = ("boliger", "rækkehuse", "lejligheder", "villaer", "parcelhuse", "tofamiliehuse", "værelser", "huse")
_AGES = frozenset(["børn", "unge", "teenagere", "voksne", "ældre", "pensionister", "seniorer", "småbørn"])
_SEXES = ({"kvinder", "mænd"}, {"piger", "drenge"}, {"kvinder", "mænd", "børn"})
_NEAR = (Decimal("0.5"), Decimal(2))
"""A falling amount may be spread over the years or shrink by so much a year; only a near sum can be meant as its parts."""


def find(ledger: Ledger) -> None:
    """Every sum of these kinds."""
    earlier: list[Sentence] = []
    for s in ledger.sentences:
        if s.mentions:
            if len(s.mentions) > 2:
                _over_years(ledger, s)
                _homes(ledger, s)
            if earlier and earlier[-1].mentions:
                _covers(ledger, s, earlier[-1])
                _of_them(ledger, s, earlier[-1])
                _answered(ledger, s, earlier)
        earlier = [*earlier[-1:], s]


def _after(s: Sentence, start: int, unit: str) -> list[Mention]:
    """The quantities of the unit from `start` to where the enumeration stops, when nothing but commas and "og" joins them; else none."""
    stop = _STOP.search(s.skeleton, start)
    parts = s.between(start, stop.start() if stop else len(s.skeleton), unit)
    gaps = [s.skeleton[s.position(a) + 1 : s.position(b)] for a, b in zip(parts, parts[1:], strict=False)]
    joined = all(len(gap) < 90 and _BETWEEN.search(gap) for gap in gaps)
    plain = not any(p.bounded or p.per or _RATE_AFTER.match(s.skeleton, s.position(p) + 1) for p in parts)
    unread = unit == "number" and UNREAD.search(s.skeleton, start)
    return parts if len(parts) > 1 and joined and plain and not unread and not _OPEN.search(s.skeleton, start) else []


def _over_years(ledger: Ledger, s: Sentence) -> None:
    """ "Udgiften på 42 mio. kr. falder med 20 mio. kr. i 2021 og 22 mio. kr. i 2022"."""
    for match in _OVER_YEARS.finditer(s.skeleton):
        whole, parts = s.of(match.start("t")), _after(s, match.end(), "kr")
        if parts and not whole.bounded and not whole.per and all(_YEAR_AFTER.match(s.skeleton, s.position(p) + 1) for p in parts):
            total = sum(p.value for p in parts)
            near = _NEAR[0] * whole.value < total < _NEAR[1] * whole.value
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning" if near else "unverifiable")


def _homes(ledger: Ledger, s: Sentence) -> None:
    """ "385 boliger med 180 rækkehuse og 230 ældreboliger": more kinds of homes than homes cannot be; fewer may be."""
    for match in _HOMES.finditer(s.skeleton):
        whole, parts = s.of(match.start("t")), _after(s, match.end(), "number")
        if not parts or whole.bounded or not whole.noun.endswith("boliger") or not all(p.noun.endswith(_KINDS_OF_HOMES) for p in parts):
            continue
        ledger.say(s, "sum", "sum", whole, parts, if_not="unverifiable")
        ledger.say(s, "sum", "at_most", whole, parts, exhaustive=False, if_not="warning")


def _covers(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Prisen er 87 mio. kr. Beløbet dækker 23 mio. kr. til grund og 64 mio. kr. til byggeri"."""
    match = _COVERS.match(s.skeleton)
    wholes = before.between(0, len(before.skeleton), "kr") if match else []
    parts = _after(s, match.end(), "kr") if match else []
    some = _OPEN.search(ledger.flow.text, s.start, s.end)
    if parts and len(wholes) == 1 and not wholes[0].bounded and not wholes[0].per and not some:
        ledger.say(s, "sum", "sum", wholes[0], parts, if_not="warning")


def _of_them(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Der kom 52 deltagere. Af dem var 30 voksne, 12 børn og 10 pensionister": sure where the words divide all people."""
    match = _OF_THEM.match(s.skeleton)
    wholes = before.between(0, len(before.skeleton), "number") if match else []
    parts = _after(s, match.end(), "number") if match else []
    if not parts or len(wholes) != 1 or wholes[0].bounded or not wholes[0].noun:
        return
    nouns = {p.noun for p in parts}
    divided = nouns in _SEXES or nouns <= _AGES and "voksne" in nouns and nouns & {"børn", "unge"}
    ledger.say(s, "sum", "sum", wholes[0], parts, if_not="warning" if divided and len(nouns) == len(parts) else "unverifiable")


def _answered(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "840 af 1.200 har svaret. 620 af dem er tilfredse. 126 er utilfredse, og de sidste 94 er i tvivl": all who answered."""
    last = _THE_LAST.search(s.skeleton)
    first = _SOME_OF_THEM.match(earlier[-1].skeleton) if last and len(earlier) > 1 else None
    whole = _SO_MANY_OF.search(earlier[-2].skeleton) if first else None
    if not last or not first or not whole or UNREAD.search(s.skeleton):
        return
    parts = [earlier[-1].of(first.start("a")), *s.between(0, last.end(), "number")]
    if len(parts) > 2 and all(not p.bounded and (not p.noun or p.noun in ANSWERS) for p in parts):
        ledger.say(s, "sum", "sum", earlier[-2].of(whole.start("a")), parts, if_not="warning")
