"""What shares leave of a whole ("halvdelen …, en sjettedel …, og de resterende 56"), and what a share that holds for each of some comes to
of so many ("hver sjette ledige bolig … . I 2021 blev 72 ledige, så 12 …").

The whole is the one that the first share is told of, by its number or by a word that stands beside its number; else the only one there is.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extractors.claims.dividing.beside_shares import is_share, rest_of, shares_of
from extractors.claims.dividing.told_shares import from_or_to
from extractors.claims.fit import exact, meets
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import same
from extractors.claims.sentence import QUANTIFIED, Sentence, pattern
from minutes.content import shared, stems
from minutes.needs import needs

BACK = 4
"""Sentences before the rest in which the whole may stand."""
ALL, HALF = Decimal(100), Decimal("0.5")
"""Percent of a whole; what a number of people or things may be rounded by."""
FARTHEST = Decimal("1.6")
"""A number this many times off is no part of that whole."""
WORDS = 45
"""Characters after a figure that may tell what it counts."""
_OWN = ("(", "(-", "(÷", "(−", "(–", "(+")
""" "Nord (÷8,3 pct.) og Syd (÷2,8 pct.), mens de øvrige otte …": how each has gone, no share of them all."""
_REST = pattern(r"<rest>(?: (?:<equals>|på))? (?P<c><KN>)")
_LEFT = needs(_REST)
_WHOLE_AFTER = pattern(r" af (?:(?:de|det|den|alle|samtlige|i alt|budgettet på|puljen på|beløbet på) )*(?P<b><KN>)")
_WHOLE_BEFORE = pattern(r"\b(?:ud )?af (?:de |det |den |alle |samtlige |i alt )*(?P<b><KN>)[^\ue000-\ue007;]{0,60}$")
_OF_NAMED = pattern(r" af (?:(?:de|det|den|alle|samtlige) )?(?P<what>[a-zæøå]{4,})")
_NEXT_CLAUSE = pattern(r"[,;.]|\b(?:og|men|mens)\b")
_SO_MANY = pattern(
    r"(?P<b><KN>)[^\ue000-\ue007;]{0,60}?(?:,? (?:så|<thus>)|<same>|\b(?:er|bliver|giver) det)[^\ue000-\ue007;]{0,30}?(?P<a><KN>)"
)
_IN_TURN = needs(_SO_MANY)
_NAMELY = pattern(r"(?P<p><F>)(?: af (?P<what>[^\ue000-\ue007,;]{3,40}))?,? (?:nemlig|dvs\.|det vil sige|altså|i alt)(?: \w+)? (?P<a><N>)")
_NAMED = needs(_NAMELY)
_ALL = pattern(r"<all> $")


def find(ledger: Ledger) -> None:
    """Every such rest and every such part."""
    for s, before in ledger.in_turn(BACK, QUANTIFIED):
        near = s.under_one_item(before)
        if s.holds & _LEFT and s.kind != "heading":
            _left(ledger, s, near)
        if s.holds & _NAMED:
            _namely(ledger, s, near)
        if s.holds & _IN_TURN and len(near) > 1:
            _comes_to(ledger, s, near[-2])


def _left(ledger: Ledger, s: Sentence, near: list[Sentence]) -> None:
    match = _REST.search(s.skeleton)
    rest = s.of(match.start("c")) if match else None
    if rest is None or rest.bounded or rest.qualifier:
        return
    t = s if any(p.start < rest.start for p in shares_of(s)) else near[-2] if len(near) > 1 else s
    shares = [p for p in shares_of(t) if p.start < rest.start]
    left = ALL - sum(p.value for p in shares)
    plain = len(shares) > 1 and not any(p.bounded or p.qualifier for p in shares) and len({p.unit for p in shares}) == 1
    others = [m for m in t.mentions if m.start > shares[0].start and m.unit == rest.unit and m is not rest] if plain else []
    if not plain or not 0 < left < ALL or any(_OF_NAMED.match(t.skeleton, t.position(p) + 1) for p in shares[1:]):
        return
    told = [(u, m) for u in near for m in u.mentions if m.start < rest.start and m.unit == rest.unit and _may_be_whole(ledger, m, rest)]
    room = Decimal(0) if shares[0].unit == "fraction" else sum(((p.high - p.low) / 2 for p in shares), Decimal(0))
    of = replace(shares[0], value=left, low=left - room, high=left + room)
    fitting = [m for _, m in told if _comes_out(m, of, rest)]
    whole = fitting[0] if fitting else _whole(t, shares[0], told)
    others = [m for m in others if m is not whole]
    if fitting:
        of = replace(of, low=of.low - 1, high=of.high + 1)
    of_its_own = any(t.skeleton[: t.position(p)].endswith(_OWN) for p in shares)
    if whole and not ((others or of_its_own) and not fitting):
        ledger.say(s, "sum", "percent_of", rest, [of, exact(whole)], if_not="warning")


def _may_be_whole(ledger: Ledger, m: Mention, rest: Mention) -> bool:
    """Is it larger than the rest, and not of other things: "240 svar", "de øvrige 90 dagplejere"?"""
    beside = rest.noun and ledger.flow.text.startswith(f" {rest.noun}", rest.end)
    return m.value > rest.value and not m.bounded and (not beside or same(m, rest))


def _comes_out(whole: Mention, share: Mention, part: Mention) -> bool:
    """Is it that share of the whole, counts being rounded?"""
    room = HALF if part.unit == "number" else Decimal(0)
    return meets(whole.low * share.low / ALL - room, whole.high * share.high / ALL + room, part)


def _whole(t: Sentence, first: Mention, told: Sequence[tuple[Sentence, Mention]]) -> Mention | None:
    """What the first share is of: by its number right beside it, by a word beside its number, or as the only one."""
    at = t.position(first)
    if match := _WHOLE_AFTER.match(t.skeleton, at + 1) or _WHOLE_BEFORE.search(t.skeleton, 0, at):
        return next((m for _, m in told if m is t.of(match.start("b"))), None)
    if named := _OF_NAMED.match(t.skeleton, at + 1):
        what = stems(named["what"])
        called = [m for u, m in told if shared(what, stems(f"{m.noun} {_after(u, m)}"))]
        return called[-1] if len({m.value for m in called}) == 1 else None
    return told[0][1] if len({m.value for _, m in told}) == 1 else None


def _after(s: Sentence, m: Mention) -> str:
    """The words after a figure in its own clause."""
    at = s.position(m) + 1
    stop = _NEXT_CLAUSE.search(s.skeleton, at)
    return s.skeleton[at : min(stop.start() if stop else len(s.skeleton), at + WORDS)]


def _namely(ledger: Ledger, s: Sentence, near: list[Sentence]) -> None:
    """ "I alt 108 beboere svarede. Mere end halvdelen, nemlig 58, foretrækker …": of what was called all, or of the only number told."""
    for match in _NAMELY.finditer(s.skeleton):
        p, a = s.of(match.start("p")), s.of(match.start("a"))
        told = [(t, m) for t in near[-2:] for m in t.mentions if m.unit == "number" and m.start < p.start and m.value > a.value]
        told = [(t, m) for t, m in told if not m.bounded and not m.qualifier]
        called = [(t, m) for t, m in told if _ALL.search(t.lead(m))] or told
        of = not match["what"] or all(shared(stems(match["what"]), stems(m.noun)) for _, m in called)
        share = from_or_to(p)
        right = any(is_share(a, m, share) for _, m in told)
        if called and of and not right and len({m.value for _, m in called}) == 1 and not a.qualifier:
            ledger.say(s, "share", "share", share, [a, called[0][1]], if_not="warning", alone=True)


def _comes_to(ledger: Ledger, s: Sentence, before: Sentence) -> None:
    """ "Hver femte ansøger får afslag. Der kom 145 ansøgninger, så 29 fik afslag": the one share of the one figure."""
    shares, match = shares_of(before), _SO_MANY.search(s.skeleton)
    if len(shares) != 1 or not match or shares_of(s):
        return
    p, whole, part = shares[0], s.of(match.start("b")), s.of(match.start("a"))
    alike = [m for m in s.mentions if m.unit == whole.unit]
    plain = not any(m.bounded or m.qualifier or s.is_rate(m) for m in (whole, part)) and not p.bounded and not p.qualifier
    if alike != [whole, part] or not plain or any(m.unit == whole.unit and m.start > p.start for m in before.mentions):
        return
    due = exact(p) if p.unit == "fraction" else p
    about = shared(stems(before.skeleton[before.position(p) :]), stems(s.skeleton))
    times = due.value * whole.value / ALL / part.value if part.value else Decimal(0)
    if about and 1 / FARTHEST < times < FARTHEST and part.value < whole.value and not _comes_out(whole, rest_of(due), part):
        due = replace(due, low=due.low - 1, high=due.high + 1) if _comes_out(whole, due, part) else due
        ledger.say(s, "share", "percent_of", part, [due, exact(whole)], if_not="warning")
