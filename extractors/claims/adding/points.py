"""Amounts in a list of points or short lines with a total line, or run together under a sentence that states the whole."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors.claims.fit import adds_up, slips
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import ASIDE
from extractors.claims.sentence import Sentence, pattern

_TOTAL = pattern(
    r"^\W*(?:<total>|hele (?:beløbet|udgiften)\b|(?:\w+ ){1,3}(?:i alt|ialt)\b|(?P<weak>at (?:netto\w+|(?:den|det|de) samlede))\b)"
)
_TAKEN_OFF = re.compile(r"^\W*(?:minus|fratrukket|fradrag|-\s*salg|indtægt)|\bnegativ(?:e|t)?\b")
_BARE = re.compile(r":\s*\ue005\s*$")
"""A line that ends with its number, where the heading tells the unit."""
_DISTRIBUTED = pattern(
    r"fordel|følgende|således|opdel|består af|sammensat|anvendes til|bruges til|går til|dækker|sådan|finansier|betales|(?:gennem|ved"
    r"|via|med) <N> \w+:"
)
_OPEN = pattern(r"<some>|eksempel|<ofit>|op til|mindst|højst")
_SIDE = pattern(r"<ofit>|\b(?:inkl|ikke bevilget|ikke medregnet|årligt|om året|pr\.)")
_ENDS = re.compile(r"\W*$")
LONGEST = 160
"""Characters of a line that is one entry."""


@dataclass(slots=True)
class Entry:
    """A point or short line: its sentence, and the amount it comes to, or None when that is not clear. `weak`: only perhaps a total."""

    sentence: Sentence
    amount: Mention | None
    total: bool
    weak: bool = False

    @property
    def sign(self) -> int:
        """-1 for what is taken off."""
        return -1 if _TAKEN_OFF.search(self.sentence.skeleton) else 1


def find(ledger: Ledger) -> None:
    """Every list whose amounts have a stated total."""
    run: list[Entry] = []
    previous: list[Sentence] = []
    for s in ledger.sentences:
        if previous and s.block == previous[-1].block + 1:
            _in_one_block(ledger, previous[-1], s)
        entry = _entry(s) if not previous or s.block != previous[-1].block else None
        if entry and (
            not run or s.block - run[-1].sentence.block <= 1 and (s.kind == run[-1].sentence.kind or entry.total or run[-1].total)
        ):
            run.append(entry)
        else:
            _judge_list(ledger, run)
            run = [entry] if entry else []
        previous = [*previous[-1:], s]
    _judge_list(ledger, run)


def _entry(s: Sentence) -> Entry | None:
    """The sentence as an entry of a list of amounts, when it is a point or a short line with an amount."""
    if s.end - s.start > LONGEST and s.kind == "point":
        return Entry(s, None, False)
    if s.end - s.start > LONGEST or s.kind not in ("point", "paragraph") or not s.mentions and s.kind == "paragraph":
        return None
    money = [m for m in s.mentions if m.unit == "kr"] or s.mentions[-1:] * bool(_BARE.search(s.skeleton))
    total = _TOTAL.search(s.skeleton)
    money = _at_its_end(s, money) or (money[:1] if total and "=" not in s.skeleton else money)
    if not money:
        return Entry(s, None, False) if s.kind == "point" else None
    if s.kind == "paragraph" and re.search(r"[\w)] \w+ \w+ \w+ \w+", s.skeleton[: s.position(money[-1])].split(":")[-1]):
        return None
    return Entry(s, _comes_to(s, money), bool(total), bool(total and total["weak"]))


def _at_its_end(s: Sentence, money: list[Mention]) -> list[Mention]:
    """The one amount after the last colon or sign of equality, where the line ends with it: "Vand, 120 m³ à 4,10 kr.: 492 kr."."""
    mark = max(s.skeleton.rfind("="), s.skeleton.rfind(": "))
    last = [m for m in money if s.position(m) > mark >= 0]
    return last if len(last) == 1 and _ENDS.match(s.skeleton, s.position(last[0]) + 1) else []


def _comes_to(s: Sentence, money: list[Mention]) -> Mention | None:
    """The only amount that is no part or price of another, or the one after the sign of equality, or after the last colon; None when
    several stand there."""
    if len(money) == 1:
        side = _SIDE.search(s.skeleton, s.position(money[0]))
        return (
            None
            if side and side.group() not in ("ikke bevilget",) and not s.skeleton[: s.position(money[0])].rstrip().endswith("=")
            else money[0]
        )
    mark = max(s.skeleton.rfind("="), s.skeleton.rfind(": "))
    own = [m for m in money if not ASIDE.search(s.lead(m)) and not s.is_rate(m)]
    after = [m for m in own if s.position(m) > mark]
    return after[0] if len(after) == 1 else None


def _judge_list(ledger: Ledger, run: list[Entry]) -> None:
    """Each total of the list, over the entries since the total before it or over totals."""
    totals: list[Entry] = []
    parts: list[Entry] = []
    leaves: list[Entry] = []
    for entry in run:
        if not entry.total:
            parts.append(entry)
            leaves.append(entry)
        else:
            if entry.amount:
                _say_total(ledger, entry, entry.amount, parts, totals, leaves)
            totals, parts = [*totals, entry], []


def _all_known(entries: list[Entry]) -> bool:
    return all(e.amount and not e.amount.bounded for e in entries)


def _say_total(ledger: Ledger, total: Entry, whole: Mention, parts: list[Entry], totals: list[Entry], leaves: list[Entry]) -> None:
    """The total of the reading that fits, else of that which the digits of one figure keep from it, else of the only one there is."""
    readings = {tuple(id(e) for e in r): r for r in (parts, [*totals, *parts], totals, leaves) if len(r) > 1}
    tried = [(r, [e.amount for e in r if e.amount], [e.sign for e in r if e.amount]) for r in readings.values()]
    tried = [t for t in tried if len(t[1]) > 1]
    near = [t for t in tried if slips(whole, *t[1:])]
    for entries, amounts, signs in ([t for t in tried if adds_up(whole, *t[1:])] or near or tried)[:1]:
        named = any(m.unit == "number" and m.value == len(entries) and m.noun for m in total.sentence.mentions)
        alone = len(tried) == 1 or len(near) == 1 or not parts
        clear = _all_known(entries) and len({m.unit for m in (whole, *amounts)}) == 1 and alone and (not total.weak or named or near)
        ledger.say(
            total.sentence,
            "sum",
            "sum",
            whole,
            amounts,
            weights=signs,
            if_not="error" if clear else "unverifiable",
            alone=bool(clear),
        )


def _in_one_block(ledger: Ledger, lead: Sentence, s: Sentence) -> None:
    """The same with the entries run together in one paragraph, as text layers do with short lines."""
    stated = [m for m in lead.mentions if m.unit == "kr" and not m.bounded]
    parts = [m for m in s.mentions if m.unit == "kr"]
    if len(stated) == 1 and len(parts) > 1 and lead.skeleton.rstrip().endswith(":") and _DISTRIBUTED.search(lead.skeleton):
        known = not _OPEN.search(lead.skeleton + s.skeleton) and not _TOTAL.search(s.skeleton) and "i alt" not in s.skeleton
        even = known and not any(m.bounded or m.per for m in parts) and s.end == ledger.flow.blocks[s.block].end
        ledger.say(lead, "sum", "sum", stated[0], parts, if_not="warning" if even else "unverifiable")
