"""Parts whose whole stands elsewhere: "Overførslerne fordeler sig med …", what payers pay, counts below "Boliger i alt: 1.162"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial

from extractors.claims.adding.enumerations import enumerated, is_rate
from extractors.claims.fit import adds_up, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import comes_near
from extractors.claims.sentence import Sentence, pattern
from minutes.needs import needs
from minutes.records import Claim

_DISTRIBUTED = pattern(r"^(?P<of>[^\ue000-\ue007,;:]{4,70}) <shared>:? (?=\ue000)")
_STOP = pattern(r";|<aside>")
_SAID_OF_ALL_WORDS = """
kommunens kommunernes regionens samlede samlet begge dette disse hele alle denne tilsammen midlerne pengene
beløbet beløbene summen
"""
_SAID_OF_ALL = frozenset(_SAID_OF_ALL_WORDS.split())
_SMALL = """
til fra for den det der som med over ved hos inden uden per
"""
_SMALL_WORDS = frozenset(_SMALL.split())
_MADE_OF = re.compile(r"\bbest(?:år|ående|od) af $|\bsammensat af $")
_OWN_SHARE = re.compile(r"(\w+?)s (?:andel|del|bidrag|part|medfinansiering|finansiering|betaling)$")
"""What a payer pays is told beside its name: "kommunens andel" after "… og kommunen 4,2 mio. kr."."""
_WORD = re.compile(r"[a-zæøå]{3,}")
STEM, LEAD, TRAIL = 6, 60, 25
"""Letters that two forms of a word share; characters before and after an amount that may name it."""
_CLAUSE_END = re.compile(r"[,;:.]|\bog\b|\bm(?:ed)?ens\b|\ue000")
_PAYER = pattern(
    r"(?:^|[,:;] |\bog |\bmens |[-–•] ?)(?:de (?:to|tre|fire) )?(?P<who>(?:staten|kommunen|regionen|landsbyggefonden"
    r"|ministeriet|eu|brugerne|ejerne"
    r"|klubben|forældrene|grundejerne|[a-zæøå-]+ kommune"
    r"|\w*(?:fonden|foreningen|foreningerne|organisationen|organisationerne|selskabet|selskaberne|puljen)))"
    r"(?: selv)?(?: (?P<pays>betaler|dækker|bidrager med|giver|finansierer|yder|skyder)| på| med|:)?"
    r" (?:tilsammen |også |resten, |de sidste )?"
    r"(?P<a><K>)"
)
_WHOLE = pattern(
    r"(?:budget(?:tet)?|pris(?:en)?|ramme(?:n)?|udgift(?:en)?|udgifterne|anlægssum(?:men)?|overslag(?:et)?|koster|kostede)\b~60(?P<t><K>)"
)
_COUNTS_IN_ALL = pattern(r"^(?P<what>[a-zæøå]+) i alt:? (?P<t><N>)\W*$")
_OVER_THE_YEARS = pattern(r"^(?:over|i løbet af|for|i) (?:de|alle|hele)?~12(?P<y><Y>)~60(?:i alt|tilsammen|samlet)~15(?P<t><K>)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_IN_ALL = needs(_COUNTS_IN_ALL)
_THE_REST = re.compile(r"\bresten\b,? (?:på )?\ue000|\bde sidste \ue000")
MOST = Decimal("1.25")
"""How many times each other a whole and what is paid of it may be when payers are said to pay the rest, or pay more than it."""
NEAR = Decimal("0.2")
"""How far from the whole in the sentence right before the parts may be, as a part of it."""
BACK = 6
"""Sentences before the first payer in which the whole may stand."""


def find(ledger: Ledger) -> None:
    """Every such whole, where one alone can be meant."""
    payers: list[tuple[int, Sentence, list[Mention]]] = []
    for i, s in enumerate(ledger.sentences):
        if "\ue000" in s.skeleton:
            _distributed(ledger, s)
            _over_the_years(ledger, s)
            paid = _paid(s)
            if paid and (not payers or payers[-1][0] == i - 1):
                payers.append((i, s, paid))
                continue
        if payers:
            _pay_all(ledger, payers)
            payers = []
        if s.holds & _IN_ALL and _COUNTS_IN_ALL.match(s.skeleton):
            _counted_below(ledger, s, ledger.sentences[i + 1 : i + 1 + 12])
    if payers:
        _pay_all(ledger, payers)


def _distributed(ledger: Ledger, s: Sentence) -> None:
    """ "Overførslerne fordeler sig med 14,6 mio. kr. fra skoler og 7,9 mio. kr. fra veje": what is called so in the same item."""
    match = _DISTRIBUTED.match(s.skeleton)
    stems = _stems(_OWN_SHARE.sub(r"\1", match["of"])) if match else []
    if not match or not stems:
        return
    stop = _STOP.search(s.skeleton, match.end())
    parts = s.between(match.end(), stop.start() if stop else len(s.skeleton), "kr")
    if len(parts) < 2 or any(p.bounded for p in parts) or is_rate(s, parts) or not enumerated(s, parts):
        return
    wholes = list(_called(ledger, s, stems, max(p.value for p in parts)))
    _say_one(ledger, s, wholes, parts)


def _stems(words: str) -> list[str]:
    return [w[:STEM] for w in _WORD.findall(words) if w not in _SAID_OF_ALL and w not in _SMALL_WORDS]


def _called(ledger: Ledger, s: Sentence, stems: list[str], least: Decimal) -> Iterator[tuple[Sentence, Mention]]:
    """The amounts of the item that all these words stand beside."""
    for t in ledger.sentences:
        if t is s or "\ue000" not in t.skeleton or not all(stem in t.skeleton for stem in stems):
            continue
        for m in t.between(0, len(t.skeleton), "kr"):
            at = t.position(m)
            lead = t.skeleton[max(at - LEAD, 0) : at].rpartition("\ue000")[2]
            beside = lead + " " + _CLAUSE_END.split(t.skeleton[at + 1 : at + 1 + TRAIL])[0]
            if m.value > least and not m.bounded and all(x in beside for x in stems) and t.item == s.item:
                yield t, m


def _say_one(ledger: Ledger, s: Sentence, wholes: list[tuple[Sentence, Mention]], parts: list[Mention]) -> None:
    """Keep the sum of the whole that fits; else of the only one there is, when its digits show a slip or it stands right before."""
    total = sum((p.value for p in parts), Decimal(0))
    fitting = [(t, m) for t, m in wholes if adds_up(m, parts)]
    made_of = _MADE_OF.search(s.skeleton, 0, s.position(parts[0])) and wholes[:1]
    beside = made_of and wholes[0][0] in ledger.right_before(s, 1) and comes_near(total, wholes[0][1], NEAR)
    alone = len({m.value for _, m in wholes}) == 1 and (beside or slipped(total, wholes[0][1]))
    for t, whole in (fitting or (wholes if alone else []))[:1]:
        ledger.say(s, "sum", "sum", whole, parts, if_not="warning", way="parts", focus=partial(ledger.around, t, whole))


def _paid(s: Sentence) -> list[Mention]:
    """The amounts that payers are said to pay, when the sentence holds no others."""
    found = [s.of(m.start("a")) for m in _PAYER.finditer(s.skeleton)]
    money = s.between(0, len(s.skeleton), "kr")
    return found if found and len(found) == len(money) and not any(m.bounded for m in money) and not is_rate(s, money) else []


def _pay_all(ledger: Ledger, payers: list[tuple[int, Sentence, list[Mention]]]) -> None:
    """ "Planen har et budget på 18,4 mio. kr. Fonden dækker 13,8 mio. kr. Kommunen betaler 2,6 og boligselskaberne 1,6": all of it."""
    first, s, parts = payers[0][0], payers[-1][1], [m for _, _, paid in payers for m in paid]
    if len(parts) < 2 or not any((m := _PAYER.search(t.skeleton)) and m["pays"] for _, t, _ in payers):
        return
    before = [t for t in ledger.sentences[max(first - BACK, 0) : first] if s.block - t.block < 2 * BACK]
    total = sum((p.value for p in parts), Decimal(0))
    told = [(t, t.of(m.start("t"))) for t in before for m in _WHOLE.finditer(t.skeleton)]
    told = [(t, m) for t, m in told if not m.bounded and not m.per and m.value > max(p.value for p in parts)]
    if told:
        near = len(parts) > 2 and slipped(total, told[-1][1])
        whole = told[-1][1]
        closed = any(_THE_REST.search(t.skeleton) for _, t, _ in payers) or len(parts) > 1 and whole.high < total
        if told[-1][0] is ledger.sentences[first - 1] and closed and whole.value < MOST * total and total < MOST * whole.value:
            ledger.say(s, "sum", "sum", whole, parts, if_not="warning", way="parts", focus=lambda: ledger.around(told[-1][0], whole))
        elif near or adds_up(told[-1][1], parts):
            _say_one(ledger, s, told[-1:], parts)
        return
    _over_table(ledger, s, parts, total)


def _over_table(ledger: Ledger, s: Sentence, parts: list[Mention], total: Decimal) -> None:
    """The same beside the grand total of the table right before."""
    grid = ledger.grid_above(next(t.block for t in ledger.sentences if t.start <= parts[0].start < t.end))
    if grid is None or not grid.rows or not grid.rows[-1].total or not grid.table.scale:
        return
    scale = grid.table.scale
    stated = [c for c in list(grid.rows[-1].numbers.values())[-1:] if abs(c.value * scale) > max(p.value for p in parts)]
    for cell in stated:
        quantity = grid.quantity(cell, grid.rows[-1].label)
        whole = grid.money(cell)
        if adds_up(whole, parts) or slipped(total, whole):
            ledger.claims.append(
                Claim(
                    kind="sum",
                    relation="sum",
                    source=ledger.around(s, *parts),
                    check="sum-differs",
                    stated=replace(quantity, value=whole.value, low=whole.low, high=whole.high, unit="kr"),
                    operands=tuple(p.quantity(ledger.flow) for p in parts),
                    item=s.item,
                    extra={"if_not": "warning", "way": "parts"},
                )
            )


def _over_the_years(ledger: Ledger, s: Sentence) -> None:
    """ "Over de fire år koster det i alt 5,4 mio. kr." right after a table whose total row has a cell for each of four years."""
    match = _OVER_THE_YEARS.match(s.skeleton)
    grid = ledger.grid_above(s.block) if match else None
    if not match or not grid or not grid.rows or not grid.rows[-1].total or not grid.table.scale:
        return
    cells = grid.rows[-1].numbers
    if len(cells) == s.of(match.start("y")).value and all(_YEAR.search(grid.heading(j)) for j in cells):
        whole, parts = s.of(match.start("t")), [grid.money(c) for c in cells.values()]
        saved = whole.value > 0 and all(p.value < 0 for p in parts)  # a table of savings prints them with a minus
        ledger.say(s, "product", "sum", whole, parts, weights=[-1 if saved else 1] * len(parts), if_not="warning")


def _counted_below(ledger: Ledger, s: Sentence, below: list[Sentence]) -> None:
    """ "Boliger i alt: 1.162" and points that each count some of them."""
    match = _COUNTS_IN_ALL.match(s.skeleton)
    parts: list[Mention] = []
    for block, t in enumerate(below, s.block + 1):
        alike = [m for m in t.mentions if match and m.unit == "number" and m.noun == match["what"]]
        if t.block != block or len(alike) != 1 or alike[0].qualifier:
            break
        parts.append(alike[0])
    if match and len(parts) > 1 and not s.of(match.start("t")).qualifier:
        ledger.say(s, "sum", "sum", s.of(match.start("t")), parts, if_not="warning")
