"""Shares that are drawn from what was told: "Vi betaler P af udgifterne på B. Der skal derfor reserveres A"."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.claims.dividing.beside_shares import OF, moves, shares_of
from extractors.claims.dividing.shares import COMPLEMENT, EXACT_SHARE
from extractors.claims.fit import exact, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs

_SO_MUCH = pattern(r"<so>~50(?P<a><K>)(?! (?:pr|per|om|mindre|mere|under|over|for lidt|for meget)\b)")
_LEFT = pattern(r"<left>|<rest>")
_CEILING = re.compile(r"op til|højst|maksimal|\bminimum|mindst|dog")
_PERMILLE = pattern(r"promillen?\b~30(?P<p><N>)(?! pr)|\ue003 (?:på|er) (?P<p2><N>)|(?P<p3>\ue003)(?! på| er)")
_TAX = pattern(r"(?:<so>|<equals>|<all>|\b(?:så|bliver|betale[rs]?|(?:belastes|pålignes) med)\b)~30(?P<a><K>)")
_DRAWN, _OF_A_THOUSAND = needs(_SO_MUCH), needs(re.compile("promille|\ue003"))


def find(ledger: Ledger) -> None:
    """Every share with a word that draws it from the sentences before."""
    for s, before in ledger.in_turn(2):
        if s.holds & _DRAWN:
            _so_much(ledger, s, before)
        if (s.holds | before[-1].holds if before else s.holds) & _OF_A_THOUSAND:
            _per_thousand(ledger, s, before)


def _so_much(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Vi betaler P af udgifterne på B. Der skal derfor reserveres A", "Puljen yder P. Udgiften er B, og tilskuddet er derfor A"."""
    match = _SO_MUCH.search(s.skeleton)
    if not match or _LEFT.search(match[0]):
        return
    near, a = [*before[-1:], s], s.of(match.start("a"))
    parts = [m for t in near for m in shares_of(t) if m.start < a.start]
    wholes = [(t, m) for t in near for m in t.mentions if m.unit == "kr" and m.start < a.start and not m.per]
    if len(parts) == len(wholes) == 1 and parts[0].start < wholes[0][1].start and before and not any(m.bounded for m in (a, parts[0])):
        (t, whole), p = wholes[0], parts[0]
        plain = not any(moves(x) or COMPLEMENT.search(x.skeleton) or _CEILING.search(x.skeleton) for x in near)
        of_it = t is s or OF.match(t.skeleton[t.position(p) + 1 : t.position(whole)])
        if plain and of_it and not a.per and not whole.bounded and a.value < whole.value and p.start < s.start:
            room = EXACT_SHARE if p.unit == "fraction" and not p.qualifier else None
            exact = replace(p, low=p.value - room, high=p.value + room) if room else p
            ledger.say(s, "share", "percent_of", a, [exact, whole], if_not="warning")


def _per_thousand(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Grundværdien er B, og promillen er 22,5. Du skal derfor betale A i grundskyld"."""
    rates = [(t, t.of(m.start(m.lastgroup or 0))) for t in (*before[-1:], s) for m in _PERMILLE.finditer(t.skeleton)]
    told = [m for t in (*before[-1:], s) for m in t.mentions if m.unit == "kr"]
    taxes = [m for match in _TAX.finditer(s.skeleton) if (m := s.of(match.start("a"))) and m is told[-1]]
    if len(rates) == len(taxes) == 1 and len(told) == 2 and not any(m.bounded for m in (rates[0][1], *told)):
        p, (whole, a) = rates[0][1], told
        if p.start < a.start and whole.value > a.value:
            slip = slipped(whole.value * p.value / 1000, a)
            ledger.say(s, "share", "permille_of", a, [replace(exact(p), noun=""), whole], if_not="warning", alone=True, sure=slip)
