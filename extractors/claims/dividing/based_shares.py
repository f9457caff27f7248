"""Shares whose whole the text fixes though another figure may give them: as its neighbour's, by name, of a group, or in the table above.

A part taken of the wrong whole is far off and often right of another figure; so nothing but the build of the sentence tells.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.claims.dividing.shares import is_share, moves
from extractors.claims.mentions import Mention
from extractors.claims.nearby import Passage
from extractors.claims.sentences import QUANTIFIED, Ledger, Sentence, pattern
from minutes.needs import needs

BACK = 3
"""Sentences before this one that may hold the whole."""
BLOCKS = 4
"""Blocks between a table and the text that speaks of it."""
_TOLD = pattern(r"(?P<a><KN>)~45(?:,? \(?(?:<equals>|(?:hvilket|det|der|som) <is>)|,? \(| <is>)~12(?P<p><P>)")
_SIDE_BY_SIDE = re.compile(r"^\)?,? og (?!heraf|deraf)(?:(?!\b(?:af|mod|end|fra|heraf|hvoraf)\b)[^\ue000-\ue007;.,]){0,50}$")
_OF_GROUP = pattern(r"(?:^|, |; )(?:af|blandt) (?:dem,?|de|disse)(?:,? (?:der|som))? (?P<what>[a-zæøå]{5,}),? (?:<did>|er)~20(?P<a><N>)")
_OF_NAMED = pattern(r"(?:^| )(?:ca\. )?af (?:den |det |de )?(?:(?:samlede|totale|hele|årlige) )*(?P<what>[a-zæøå]{5,})")
_OWN_NAME = (
    r"(?:^|[ ,.])(?:den |det |de )?(?:(?:samlede|totale|hele|årlige) )*{}[a-zæøå]{{0,4}} (?:er|var|bliver|udgør|udgjorde)"
    r"(?: dermed| altså| således)? $"
)
_OF_WHOLE = re.compile(
    r"\)?\s*(?:$|[.,](?!\d)|og |af (?:de |den |det )?(?:samlede |hele |totale )?(?:udgift|sum|anskaffelse|budget|finansiering|beløb))"
)
_SHARES = needs(re.compile("\ue001"))


@dataclass(frozen=True, slots=True)
class _Told:
    """A figure and the percentage that stands for it."""

    a: Mention
    p: Mention
    start: int
    end: int

    def of(self, whole: Mention) -> bool:
        """Is it that share of the whole?"""
        return is_share(self.a, whole, self.p)


def find(ledger: Ledger) -> None:
    """Every such share."""
    for s, before in ledger.in_turn(BACK, QUANTIFIED):
        told = list(_told(s)) if s.holds & _SHARES and not moves(s) else []
        if told:
            passage = Passage(s.under_one_item(before))
            for t, whole in _fixed(ledger, passage, told):
                ledger.say(s, "share", "share", t.p, [t.a, whole], if_not="warning", alone=True)


def _told(s: Sentence) -> Iterator[_Told]:
    for match in _TOLD.finditer(s.skeleton):
        a, p = s.of(match.start("a")), s.of(match.start("p"))
        if not a.bounded and not p.bounded and a.low > 0 and 0 < p.value < 100:
            yield _Told(a, p, match.start("a"), match.start("p"))


def _fixed(ledger: Ledger, passage: Passage, told: list[_Told]) -> Iterator[tuple[_Told, Mention]]:
    """The shares that are not of the whole that they are told of, with that whole."""
    s = passage.last
    group = {t.start: whole for t in told if (whole := _group(passage, t))}
    for one, other in pairwise(told):
        if _SIDE_BY_SIDE.match(s.skeleton[one.end + 1 : other.start]):
            whole = group.get(one.start) or _common(passage, one, other)
            group |= {t.start: whole for t in (one, other) if whole}
    for t in told:
        whole = group.get(t.start) or _named(passage, t) or _in_table(ledger, passage, t)
        if whole and not t.of(whole):
            yield t, whole


def _wholes(passage: Passage, t: _Told) -> list[Mention]:
    """What the figure may be a part of."""
    before = [m for m in passage.figures if m.start < t.p.start and m.unit == t.a.unit and m.value > t.a.value and not m.bounded]
    return [m for m in before if m.per in (None, t.a.per)]


def _common(passage: Passage, one: _Told, other: _Told) -> Mention | None:
    """The only figure that one of two shares side by side is of, if none is what the other is of."""
    for right, wrong in ((one, other), (other, one)):
        wholes = [m for m in _wholes(passage, right) if right.of(m) and m.value > wrong.a.value]
        if len({m.value for m in wholes}) == 1 and not any(map(wrong.of, _wholes(passage, wrong))):
            return wholes[0]
    return None


def _group(passage: Passage, t: _Told) -> Mention | None:
    """ "872 svarede. Af dem, der svarede, er A …, svarende til P": the only figure that has the word beside it."""
    s = passage.last
    match = next((m for m in _OF_GROUP.finditer(s.skeleton) if m.start("a") == t.start), None)
    if not match or _OF_NAMED.match(s.skeleton, t.end + 1):
        return None
    called = [m for m in _wholes(passage, t) if match["what"][:5] in _after(passage.at[m.start], m)]
    return called[0] if len({m.value for m in called}) == 1 else None


def _after(s: Sentence, m: Mention) -> str:
    """The two words after a figure."""
    at = s.position(m) + 1
    return " ".join(re.split(r"[\ue000-\ue007,.;]", s.skeleton[at : at + 40])[0].split()[:2])


def _named(passage: Passage, t: _Told) -> Mention | None:
    """ "Udgiften er B og betalingen C. Kommunen lægger A til, svarende til P af udgiften": the only figure that is called so."""
    match = _OF_NAMED.match(passage.last.skeleton, t.end + 1)
    if not match or t.a.unit != "kr":
        return None
    stem = match["what"].removesuffix("ne").removesuffix("er").removesuffix("en").removesuffix("et")
    called = [m for m in _wholes(passage, t) if stem in passage.lead(m)]
    named = [m for m in called if re.search(_OWN_NAME.format(stem), passage.lead(m))]
    return named[0] if len(called) == len(named) == 1 else None


def _in_table(ledger: Ledger, passage: Passage, t: _Told) -> Mention | None:
    """The total of the column of the table right above in which the figure stands."""
    s = passage.last
    grid = next(ledger.grids_before(s, BLOCKS), None)
    if grid is None or t.a.unit != "kr" or not _OF_WHOLE.match(s.skeleton, t.end + 1):
        return None
    figures = [(r, j, grid.money(n)) for r in grid.rows for j, n in r.numbers.items() if not n.percent]
    columns = {j for _, j, m in figures if m.value == t.a.value}
    totals = [m for r, j, m in figures if r.total and j in columns and m.value > t.a.value]
    others = [*_wholes(passage, t), *(m for _, _, m in figures if m.value > t.a.value)]
    return totals[-1] if len({m.value for m in totals}) == 1 and not any(map(t.of, others)) else None
