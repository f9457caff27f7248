"""Comparisons that name what they are made with: "C flere end normeringen", "ved brevvalg C lavere end ved fremmøde".

The words after "end" tell which of the figures before is meant, those before the comparison the other, or it stands right before.
"""

from __future__ import annotations

import re

from extractors.claims.comparing.another_change import than_another_year
from extractors.claims.comparing.pairs import COMPARED, NEW_SUBJECT, comparable
from extractors.claims.mentions import Mention
from extractors.claims.nearby import CHANGE
from extractors.claims.sentences import QUANTIFIED, Ledger, Sentence, pattern
from minutes.content import WORD, shared, stem, stems
from minutes.needs import needs

BACK = 5
"""Sentences before this one in which the two figures may stand."""
_WITH = pattern(r"[^<ANY>;.]{0,40}?\b(?:end|under|over) (?P<what>[^<ANY>;.]{4,90})".replace("<ANY>", "\ue000-\ue007"))
_IT_IS = pattern(r"(?:det|dette|der|altså|dvs\.?) (?:er|var|bliver|blev|svarer til|giver|ligger)\b")
_COMPARING = needs(COMPARED)


def find(ledger: Ledger) -> None:
    """Every comparison with a figure that its words name."""
    for s, before in ledger.in_turn(BACK, QUANTIFIED):
        if s.holds & _COMPARING:
            for c in s.mentions:
                if not c.bounded and (compared := COMPARED.match(s.skeleton, s.position(c) + 1)):
                    _compared(ledger, s, before, c, compared)


def _compared(ledger: Ledger, s: Sentence, before: list[Sentence], c: Mention, compared: re.Match[str]) -> None:
    start = compared.start("more") if compared["more"] else compared.start("less")
    match = _WITH.match(s.skeleton, start - 1)
    near = s.under_one_item(before)
    levels = [(t, m) for t in near for m in t.mentions if m.start < c.start and comparable(m, c) and _is_level(t, m)]
    if not match or len(levels) < 2:
        return
    with_it = _named(levels, _head(match["what"]))
    if with_it is None or than_another_year(s, c, before):
        return
    others = [(t, m) for t, m in levels if m is not with_it and m.unit == with_it.unit]
    of_it = _beside(s, others, c, with_it, near) or _named(others, stems(s.lead(c)))
    if of_it is None or of_it in s.mentions and with_it not in s.mentions and not _of_one_thing(s, of_it, near, with_it):
        return
    kind, relation = ("share", "percent_change") if c.unit == "percent" and with_it.unit != "percent" else ("difference", "difference")
    ledger.say(s, kind, relation, c, [with_it, of_it], if_not="warning")


def _of_one_thing(s: Sentence, of_it: Mention, near: list[Sentence], with_it: Mention) -> bool:
    """Does the sentence that tells the one say what the other's tells, too: no surplus beside what is drawn from the funds?"""
    there = next(t for t in near if t.start <= with_it.start < t.end)
    return bool(shared(stems(s.skeleton[: s.position(of_it)] + of_it.noun), stems(there.skeleton + with_it.noun)))


def _is_level(s: Sentence, m: Mention) -> bool:
    change = COMPARED.match(s.skeleton, s.position(m) + 1) or CHANGE.search(s.beside(m)[0])
    return not m.bounded and m.value > 0 and not change


def _head(what: str) -> frozenset[str]:
    """The first word that says with what: "ved fremmødevalg samme dag"."""
    return frozenset(list(filter(None, map(stem, WORD.findall(what))))[:1])


def _named(levels: list[tuple[Sentence, Mention]], said: frozenset[str]) -> Mention | None:
    """The one figure whose own words have most of these."""
    scored = [(_alike(said, stems(" ".join(_own(t, m)))), m) for t, m in levels]
    most = max((n for n, _ in scored), default=0)
    best = [m for n, m in scored if n == most]
    return best[0] if most and len(best) == 1 else None


def _alike(said: frozenset[str], own: frozenset[str]) -> int:
    """How many words are shared; the same word counts twice, one that is only akin ("brevvalg", "valg") once."""
    return len(said & own) + len(shared(said, own))


def _own(s: Sentence, m: Mention) -> tuple[str, ...]:
    """The words of a figure: its clause, or the sentence that has no other of its unit."""
    alone = sum(x.unit == m.unit for x in s.mentions) == 1
    return (s.skeleton,) if alone else (*s.beside(m), m.noun)


def _beside(s: Sentence, others: list[tuple[Sentence, Mention]], c: Mention, with_it: Mention, near: list[Sentence]) -> Mention | None:
    """The last figure before the comparison in its sentence, or the one beside the other, when the sentence speaks again of the two."""
    here = [m for t, m in others if t is s]
    if here:
        return None if NEW_SUBJECT.search(s.skeleton, s.position(here[-1]), s.position(c)) else here[-1]
    there = next(t for t in near if t.start <= with_it.start < t.end)
    together = [m for t, m in others if t is there]
    return together[0] if _IT_IS.match(s.skeleton) and len(together) == 1 and there is near[-2] else None
