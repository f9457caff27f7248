"""Rates times numbers: yearly amounts and their years, prices and pieces, in one sentence or two."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import partial

from extractors.claims.fit import plausible
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.multiplying.factor_products import MULTIPLIER, factors_told
from extractors.claims.multiplying.linked_amounts import TOTAL, agreed, plain_money
from extractors.claims.multiplying.piece_products import by_piece, rate_before
from extractors.claims.multiplying.yearly_products import yearly
from extractors.claims.rates import IN_A_YEAR, MONTH, WEEK, YEAR, Rate, durations, rate_of, rates_of, times
from extractors.claims.sentence import COUNTING, Sentence, pattern
from minutes.days import A_MONTH, MONTHS
from minutes.needs import needs

_INSTALMENTS = pattern(
    r"(?P<n><N>) (?P<even>lige store |ens )?(?:årlige )?(?:<turns>|ydelser|afdrag|betalinger|legater|tilskud) (?:på|à|af) (?:hver )?"
    r"(?P<a><K>)(?P<all>~20<all>)?"
)
_OF_THE_SUM = re.compile(r"(?!.*\bresten\b)(?:beløbet|tilskuddet|pengene|summen|lånet|prisen|lejen|det|de)\b")
_FIRST_OF = re.compile(rf"\b1\. (?P<month>{A_MONTH}) (?P<year>(?:19|20)\d\d)")
_IN_YEAR = pattern(r"\bi (?:(?:indeværende|dette) år|år|(?P<year>(?:19|20)\d\d)) ~20(?P<t><K>)")
_YEARLY_COUNT = pattern(r"\b(?:hvert år|årligt|om året)~40(?P<r><N>)~30\bi alt (?P<t><N>)")
_FOR_SEVERAL = re.compile(r"[^\ue000-\ue007,;]{0,12} (?:for|til) (?:alle|begge|samtlige|hele) ")
"""A total of more than one piece: "12.000 kr. om året for alle fem"."""
_EACH_YEAR = needs(_YEARLY_COUNT)
_IN_PARTS, _IN_TIME = needs(_INSTALMENTS), needs(_FIRST_OF)
_SOME_OF_IT = pattern(r"<ofit>[^\ue000-\ue007,;]{0,12}$")
""" "16,76 mio. kr. i årene 2012-2015, heraf med 5,20 mio. kr. årligt fra 2014"."""
_WEEKS = Decimal(53)
"""What a year has at most; one of 365 days has a day more than 52."""
_MONTHS_PAID = 11
"""Months that a place in a day-care or a club is paid for where one month is free."""
NEARLY = Decimal("0.01")
"""How near a year's figure is to what those months give, as a part of it, where it is rounded."""
REMEMBERED = 6
"""Periods that are remembered from the sentences before."""


def find(ledger: Ledger) -> None:
    """Every stated product."""
    known: list[Mention] = []
    for s, further in ledger.in_turn(REMEMBERED):
        terms, earlier = durations(s), further[-3:]
        if s.holds & COUNTING:
            _of_sentence(ledger, s, further, known, terms)
            if MULTIPLIER.search(s.skeleton):
                factors_told(ledger, s)
            if s.holds & _IN_PARTS:
                _rates_of_one_size(ledger, s, earlier)
            if s.holds & _IN_TIME:
                _by_month(ledger, s, earlier)
            if s.holds & _EACH_YEAR:
                _counts_a_year(ledger, s, terms)
        if terms:
            known = [*known, *terms][-REMEMBERED:]


def _of_sentence(ledger: Ledger, s: Sentence, further: list[Sentence], known: list[Mention], terms: list[Mention]) -> None:
    earlier = further[-3:]
    money = plain_money(s)
    rates = rates_of(s, money)
    totals = [m for m in money if all(m is not r.mention for r in rates)]
    for rate in rates:
        if rate.unit == YEAR:
            if _SOME_OF_IT.search(s.lead(rate.mention)) or len(_yearly_ones(rates)) > 1 or len(totals) > 2:
                continue
            yearly(ledger, s, rate, totals, terms, known)
        else:
            by_piece(ledger, s, earlier, rate, [t for t in [*totals, *_yearly_ones(rates)] if t is not rate.mention])
    if len(money) == 1 and earlier and all(r.unit == YEAR for r in rates):
        rate_before(ledger, s, further, money[0], terms)
    for rate in rates:
        if rate.unit in (*IN_A_YEAR, WEEK) and len(rates) == 2 and (year := next((r for r in rates if r.unit == YEAR), None)):
            _in_a_year(ledger, s, rate, year.mention)


def _yearly_ones(rates: list[Rate]) -> list[Mention]:
    """Amounts a year may be what prices of pieces come to."""
    return [r.mention for r in rates if r.unit == YEAR]


def _in_a_year(ledger: Ledger, s: Sentence, rate: Rate, year: Mention) -> None:
    """ "4.650 kr. pr. måned, svarende til 55.800 kr. om året"."""
    low, high = sorted((s.position(rate.mention), s.position(year)))
    apart = _FOR_SEVERAL.match(s.skeleton, s.position(year) + 1)
    if not rate.over and not apart and (TOTAL.search(s.skeleton, low, high) or re.search(r"\beller\b", s.skeleton[low:high])):
        if rate.unit == WEEK:
            ledger.say(s, "product", "product", year, [rate.mention, replace(times(rate.mention, 52), high=_WEEKS)], if_not="warning")
            return
        gap = abs(year.value - _MONTHS_PAID * rate.mention.value)
        eleven = rate.unit == MONTH and not gap
        weights, each = [_MONTHS_PAID if eleven else IN_A_YEAR[rate.unit]], "måneder" if rate.unit == MONTH else "kvartaler"
        nearly = rate.unit == MONTH and gap <= NEARLY * year.value
        ledger.say(s, "product", "sum", year, [rate.mention], weights=weights, each=each, if_not="unverifiable" if nearly else "error")


def _rates_of_one_size(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "Tilskuddet er T. Beløbet udbetales i to lige store rater på A": the whole is the only other amount."""
    for match in _INSTALMENTS.finditer(s.skeleton):
        n, a = s.of(match.start("n")), s.of(match.start("a"))
        if not match["even"] and not match["all"] and not _OF_THE_SUM.match(s.skeleton):
            continue
        near = [(t, m) for t in (*earlier[-1:], s) for m in t.mentions if m.unit == "kr" and m.start != a.start and not rate_of(t, m)]
        if len(near) == 1 and not any(m.bounded for m in (n, a, near[0][1])) and plausible(near[0][1], n, a):
            ledger.say(s, "product", "product", near[0][1], [n, a], if_not="warning", focus=partial(ledger.around, *near[0]))


def _by_month(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "Lejen er A om måneden. Da den begynder 1. april 2015, er udgiften i år 9 × A, mens den i 2016 bliver 12 × A"."""
    before = [r for t in earlier[-1:] for r in rates_of(t, plain_money(t))]
    begins = _FIRST_OF.search(s.skeleton)
    if len(before) != 1 or before[0].unit != MONTH or before[0].over or not begins:
        return
    left = 12 - MONTHS.index(begins["month"])
    for match in _IN_YEAR.finditer(s.skeleton):
        total, year = s.of(match.start("t")), match["year"]
        months = left if not year or year == begins["year"] else 12
        if (not year or year >= begins["year"]) and not rate_of(s, total) and plausible(total, before[0].mention, times(total, months)):
            ledger.say(s, "product", "sum", total, [before[0].mention], weights=[months], each="måneder", if_not="warning")


def _counts_a_year(ledger: Ledger, s: Sentence, terms: list[Mention]) -> None:
    """ "hvert år mindst 45 beboere, i alt 180 på fire år"."""
    match, years = _YEARLY_COUNT.search(s.skeleton), agreed(terms) if terms else None
    if match and years:
        ledger.say(s, "product", "product", s.of(match.start("t")), [s.of(match.start("r")), years], if_not="warning")
