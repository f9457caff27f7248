"""Amounts reckoned with another figure than the price that is meant: with what the price was before it was raised, though the words tell
of the new one, or with so many kWh though they tell so many kroner for each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.claims.comparing.named_pairs import pairs
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import YEAR
from extractors.claims.rates import counts, rate_of
from extractors.claims.sentence import COUNTING, Sentence, pattern

BACK = 4
"""Sentences before the amount that may tell of the price."""
DIGITS, LEAST = 4, 2
"""Digits of the amount, and of what makes it, that no chance explains."""
_CHANGED_BY = pattern(r"\bmed (?P<d><K>)[^;\ue000]{0,60}\btil (?P<b><K>)")
_THE_NEW = re.compile(r"\b(?:ny[et]?|foreslåede|forhøjede) \w*(?:takst|pris|afgift|bidrag|leje|sats|gebyr|kontingent|løn)\w*")
_THE_OLD = re.compile(
    r"\b(?:har|var|blev|gav|fik|hidtil\w*|i dag|nuværende|gamle?|tidligere|før|uændret|mod|i fjor|sidste|indbragte|kostede"
    r"|uden|inden|ville|først|allerede|dog|fordi|idet|da)\b"
)
"""The amount may be of the time before, and may have its reason."""


def find(ledger: Ledger) -> None:
    """Every such amount."""
    for s, earlier in ledger.in_turn(BACK, COUNTING):
        for total in s.mentions if s.kind != "heading" else ():
            if total.unit == "kr" and total.digits >= DIGITS and not total.bounded and total.high - total.low <= 1:
                _amount(ledger, s, s.under_one_item(earlier), total)


def _amount(ledger: Ledger, s: Sentence, near: list[Sentence], total: Mention) -> None:
    told = [(t, m) for t in near for m in t.mentions if m.start < total.start and m.value]
    numbers = [m for _, m in told if m.unit == "number" and m.digits >= LEAST and not m.bounded]
    known = ledger.told()[s.item, "kr"]
    for old, new in _raised(near) if numbers and not _THE_OLD.search(s.skeleton) else ():
        made = [n for n in numbers if n.value * old.value == total.value and not known[n.value * new.value]]
        if made and new.start < total.start and _of_the_new(ledger, s, total, old, new):
            return _say(ledger, s, total, made[0], new)
    prices = [(t, m) for t, m in told if m.unit == "kr"]
    rate = rate_of(*prices[-1]) if prices else None
    counted = [n for n in numbers if rate and n.start > s.start and counts(rate, n) and not known[n.value * rate.mention.value]]
    others = [m for _, m in told if m.unit != "kr" and m.digits >= LEAST]
    if rate and len(counted) == 1 and any(m.value * counted[0].value == total.value for m in others if m is not counted[0]):
        _say(ledger, s, total, counted[0], rate.mention)
    return None


def _say(ledger: Ledger, s: Sentence, total: Mention, number: Mention, price: Mention) -> None:
    """Keep the product in place of any other that the amount was read as."""
    ledger.claims[:] = [c for c in ledger.claims if c.kind != "product" or not c.states(total.number)]
    ledger.say(s, "product", "product", total, [number, price], if_not="warning", sure=True)


def _raised(near: list[Sentence]) -> Iterator[tuple[Mention, Mention]]:
    """The prices that became others: "fra A til B", "er i dag A … sættes op med C til B"."""
    before: list[Mention] = []
    for t in near:
        yield from ((a, b) for a, b in pairs(t) if a.unit == b.unit == "kr" and a.digits >= LEAST and a.value != b.value)
        before += [m for m in t.mentions if m.unit == "kr" and m.digits >= LEAST]
        for match in _CHANGED_BY.finditer(t.skeleton):
            d, b = t.of(match.start("d")), t.of(match.start("b"))
            yield from ((a, b) for a in before if a.start < d.start and abs(b.value - a.value) == d.value)


def _of_the_new(ledger: Ledger, s: Sentence, total: Mention, old: Mention, new: Mention) -> bool:
    """Do the words before the amount name the new price, or is it of a year that the new price is told with and the old one is not?"""
    if _THE_NEW.search(s.skeleton, 0, s.position(total)):
        return True
    others = [t for t in ledger.sentences if t.item == s.item and t is not s]
    years, then, now = set(YEAR.findall(s.skeleton)), set[str](), set[str]()
    for price, told in ((old, then), (new, now)):
        told.update(y for t in others if any(m.value == price.value for m in t.mentions) for y in YEAR.findall(t.skeleton))
    return len(years) == 1 and years <= now and not years & then
