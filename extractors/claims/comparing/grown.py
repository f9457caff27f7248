"""Growth in percent told with what came of it: "vokser med 12 til 60, en stigning på 25 pct.", "hæves med 2,5 pct. til 4.100 kr."."""

from __future__ import annotations

from extractors.claims.comparing.pairs import BY_BEFORE, same_noun
from extractors.claims.fit import changes_by, slipped
from extractors.claims.mentions import Mention
from extractors.claims.sentences import QUANTIFIED, Ledger, Sentence, pattern
from minutes.needs import needs

_GROWN_TO = pattern(r"\bmed (?P<d><Q>)~30\btil (?:~20 )?(?P<b><Q>)~20(?:<equals>|\b(?:en|et)\b|\()~30(?P<c><P>)")
_FALLING = pattern(r"<falls>")
_RAISED = pattern(
    r"(?:<rises>|(?P<down><falls>)|\b(?:pris|pristals|løn|index|indeks)?reguler\w+|\b(?:frem|op)skriv\w+|\b(?:juster|indekser)\w+)"
    r"~30\bmed (?P<p><P>)~12\btil (?:~15 )?(?P<b><KN>)"
)
_MORE = pattern(r"(?P<p><P>) (?:<more>|<less>)~40(?:<equals>|<thus>|<is>)~12 (?P<b><KN>)")
BACK = 6
"""Sentences before one that says how much more it is in percent."""
NEAR = 2
"""A percentage so many times the stated one, or one by so many smaller, is of something else."""


def find(ledger: Ledger) -> None:
    """Every such growth."""
    for s, before in ledger.in_turn(BACK, QUANTIFIED):
        if s.holds & _GREW:
            _grown(ledger, s)
        if s.holds & _ROSE:
            _raised(ledger, s, before[-1:])
        if s.holds & _RECKONED:
            _more(ledger, s, before)


def _grown(ledger: Ledger, s: Sentence) -> None:
    """ "vokser med D til B, en stigning på C pct.": the change over what B was before."""
    for match in _GROWN_TO.finditer(s.skeleton):
        d, b, c = (s.of(match.start(g)) for g in "dbc")
        grown = BY_BEFORE.search(s.skeleton, 0, match.start("d"))
        if grown and d.unit == b.unit and d.unit != "percent" and not c.bounded and "fra" not in s.skeleton[match.start() : match.end()]:
            falling = bool(_FALLING.search(s.skeleton, 0, match.end("d")))
            ledger.say(s, "share", "shrunk_by" if falling else "grown_by", c, [d, b], if_not="warning")


def _raised(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "A … hæves med P pct. til B": A is the last figure of its kind before it, or the only one of the sentence before."""
    for match in _RAISED.finditer(s.skeleton):
        p, b = s.of(match.start("p")), s.of(match.start("b"))
        here = _levels(s, s.between(0, match.start()), b)
        there = [] if here else [m for t in s.under_one_item(before)[:-1] for m in _levels(t, t.mentions, b)]
        known = [a for a in here + there if changes_by(a, b, p)] or here[-1:] or (there if len(there) == 1 else [])
        if known and not p.bounded and not b.bounded:
            a = known[-1]
            sure = _about(a, b, p, bool(match["down"]))
            ledger.say(s, "share", "percent_change", p, [a, b], if_not="warning" if sure else "unverifiable")


def _more(ledger: Ledger, s: Sentence, before: list[Sentence]) -> None:
    """ "Prognosen regner med 3 pct. flere børn, altså B": of any figure told before of which it is right."""
    for match in _MORE.finditer(s.skeleton):
        p, b = s.of(match.start("p")), s.of(match.start("b"))
        told = [a for t in s.under_one_item(before) for a in _levels(t, t.mentions, b) if a.start < p.start and changes_by(a, b, p)]
        if told and not p.bounded and not b.bounded:
            ledger.say(s, "share", "percent_change", p, [told[-1], b], if_not="unverifiable")


def _levels(s: Sentence, figures: list[Mention], b: Mention) -> list[Mention]:
    """The figures that may be what B was before."""
    alike = (m for m in figures if m.unit == b.unit and m.value > 0 and not m.bounded and same_noun(m, b))
    return [m for m in alike if m.per == b.per or None in (m.per, b.per)]


def _about(a: Mention, b: Mention, p: Mention, down: bool) -> bool:
    """Is it that change but for a mistake: a change about as large the same way, or with a digit or two that stand otherwise?"""
    due = a.value * (100 + (-p.value if down else p.value)) / 100
    change = (b.value - a.value) * 100 / a.value * (-1 if down else 1)
    return p.value / NEAR <= change <= p.value * NEAR or slipped(due, b)


_GREW, _ROSE, _RECKONED = needs(_GROWN_TO), needs(_RAISED), needs(_MORE)
