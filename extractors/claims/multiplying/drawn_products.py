"""Amounts drawn from a price and how many it is for, told sentences before: "Det bliver ni klasser færre. En klasse koster …"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product
from math import prod

from extractors.claims.fit import exact, multiplies, slip_mends
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import Passage
from extractors.claims.rates import MONTH, YEAR, Rate, counted, durations, rate_of, times
from extractors.claims.sentence import Sentence, pattern
from minutes.closeness import carried, exchanged, misprinted
from minutes.needs import needs

BACK = 5
"""Sentences before the amount in which price and number may stand."""
LEAST = 2
"""Digits of a price of which another amount is no number of times by chance."""
FARTHEST = 3
"""So many times each other, two numbers are of different things."""
CHANCE, NEAR = 0.1, Decimal("0.35")
"""How many of the amounts of so many digits a slip may reach."""
_DRAWN = pattern(
    r"<so>|<total>|\bmed andre ord\b|\bså\b|<comes>|\bkoster\b|\b(?:de|alle|samtlige) $"
    r"|\b(?:i|for|over|gennem|hele|den) (?:hele|samlede|forløbne) "
    r"|\b(?:over|for|på|i løbet af) (?:de |alle |hele )?<Y>"
)
_CONCLUDED = needs(_DRAWN)
_CLAUSE_END = re.compile(r"[,;:(]")
_A_PIECE = re.compile(r"(?:^|[,;.] |\bog )(?:[eé]n |[eé]t )?(?P<what>[a-zæøå]{3,}) koster $")
_WHOLE_TIME = re.compile(r"\b(?:hele|fulde|samlede) (?:perioden|løbetid\w*|tiden|\w*periode\w*)|\bløbetid\w*\b")
_EACH, _ONE = re.compile(r"\bhvert? (?:en|et|af|på|$)"), re.compile(r"\b(?:[eé]n|[eé]t|hvert?|pr\.|per) (?P<noun>[a-zæøå]{3,})")
TIMES = (YEAR, MONTH)
_OTHERWISE = re.compile(
    r"\b(?:da|fordi|idet|eftersom|når|hvis|fratrukket|fradrag\w*|rabat\w*|(?<!uden )moms|heraf|hvoraf|nogle|engangs\w*|plus|hertil|dertil"
    r"|foruden|desuden|yderligere|delvis\w*|indeks\w*|regulere\w*|resten|øvrige|halv\w*)\b|[\ue001\ue006]"
)
_FEWER = re.compile(r"\b(?:gratis|rabat\w*|udgår|kun|første|sidste|undtagen|bortset|undtaget)\b")
"""Why the amount is another than the product, or that it is of more or less."""


def find(ledger: Ledger) -> None:
    """Every such product that no other family has read."""
    for s, earlier in ledger.in_turn(BACK, _CONCLUDED):
        total = next((m for m in s.mentions if _may_be_total(s, m) and _DRAWN.search(s.skeleton[: s.position(m)])), None)
        if total and s.kind != "heading" and not _OTHERWISE.search(_clauses(s, total)):
            _drawn(ledger, Passage([t for t in s.under_one_item(earlier) if t.kind == s.kind]), total)


def _clauses(s: Sentence, total: Mention) -> str:
    """The sentence up to the end of the clause that tells the amount."""
    return s.skeleton[: s.position(total) + 1] + _CLAUSE_END.split(s.skeleton[s.position(total) + 1 :], maxsplit=1)[0]


def _may_be_total(s: Sentence, m: Mention) -> bool:
    """Is it an amount, and no price but one for a year?"""
    rate = rate_of(s, m) if m.unit == "kr" and not m.bounded else None
    return m.unit == "kr" and not m.bounded and (rate is None or rate.unit == YEAR)


def _drawn(ledger: Ledger, passage: Passage, total: Mention) -> None:
    """Of all factors that are told of the prices before it, those that fit; else the only ones there are, of the last price or of all
    prices together, that one slip or another whole number mends."""
    read = [c for c in ledger.claims if c.kind == "product" and c.states(total.number)]
    money = [(t, m) for t in passage.sentences for m in t.mentions if m.unit == "kr" and not m.bounded and m.start < total.start]
    priced = [(t, r) for t, m in money if 0 < m.value < total.value and (r := rate_of(t, m) or _of_one(t, m))]
    if not priced or any(c.extra["if_not"] not in ("unverifiable", "note") for c in read):
        return
    (t, rate), prices = priced[-1], [m for _, m in money if m.value < total.value]
    price, named = rate.mention, _ways(passage, t, rate, rate_of(passage.last, total))
    ways = named or ([] if rate.kind else _only(passage, total))
    told = [m for x in (t, passage.last) for m in x.mentions if m.start not in (price.start, total.start)]
    some = [*ways, *(two for n in (1, 2) for two in combinations(told, n))]
    sums = [_together(several) for n in {1, 2, len(prices)} for several in combinations(prices, n)]
    if len(ways) != 1 or any(multiplies(total, *w, m) for w in some for m in sums):
        return
    mended = named and _another_number(total, ways[0], price) or slip_mends(CHANCE, total, *map(exact, ways[0]), exact(price))
    alone = mended or len(prices) == 1 and (_slipped(total, ways[0], price) or _of_one_year(passage, total, ways[0], price))
    if alone and not _otherwise(passage, t, total, told):
        ledger.claims[:] = [c for c in ledger.claims if c not in read]
        ledger.say(passage.last, "product", "product", total, [*ways[0], price], if_not="error" if mended else "warning", sure=True)
    elif len(ways[0]) == 1 and len(prices) > 1 and _slipped(total, ways[0], _together(prices)) and not passage.reasoned(total):
        ledger.claims[:] = [c for c in ledger.claims if c not in read]
        by = [ways[0][0].value] * len(prices)
        ledger.say(passage.last, "product", "sum", total, [*map(exact, prices)], weights=by, if_not="warning", sure=True)


def _of_one(t: Sentence, m: Mention) -> Rate | None:
    """The price of one: "Timen koster 165 kr."."""
    found = _A_PIECE.search(t.skeleton, 0, t.position(m))
    return Rate(m, found["what"]) if found else None


def _slipped(total: Mention, factors: list[Mention], price: Mention) -> bool:
    """Would it be the product but for a digit, or two that changed places?"""
    due = prod((f.value for f in factors), start=price.value)
    near = misprinted(total.value, due, total.high - total.low) or carried(total.value, due)
    return exchanged(total.value, due) or near and abs(total.value - due) < NEAR * due


def _of_one_year(passage: Passage, total: Mention, factors: list[Mention], price: Mention) -> bool:
    """Does a factor too few make it, though it is said to be for the whole time?"""
    fewer = [[f for f in factors if f is not m] for m in factors if len(factors) > 1]
    return bool(_WHOLE_TIME.search(passage.last.skeleton)) and any(multiplies(total, *some, price) for some in fewer)


def _together(prices: Sequence[Mention]) -> Mention:
    """Prices of the same things as one."""
    value, low, high = (sum(ends, Decimal(0)) for ends in zip(*((m.value, m.low, m.high) for m in prices), strict=True))
    return replace(prices[0], value=value, low=low, high=high)


def _only(passage: Passage, total: Mention) -> list[list[Mention]]:
    """The only number that is told before the amount."""
    numbers = [m for m in passage.figures if m.unit in ("number", "hours") and m.value > 1 and m.start < total.start]
    return [numbers] if len(numbers) == 1 and not numbers[0].bounded else []


def _otherwise(passage: Passage, t: Sentence, total: Mention, told: list[Mention]) -> bool:
    """Do other figures or words since the price say that it is not all?"""
    after = passage.sentences[passage.sentences.index(t) :]
    more = any(m.unit == "kr" and m.start < total.start and not m.bounded for m in told)
    return more or passage.bound(total) or passage.reasoned(total) or any(_FEWER.search(x.skeleton) for x in after)


def _ways(passage: Passage, t: Sentence, rate: Rate, over: Rate | None) -> list[list[Mention]]:
    """How many it is for, of things and of years or months: told with the price, else with the amount, else between or before them."""
    yearly = over is not None and over.unit == YEAR
    terms = [] if yearly else _nearest(passage, t, durations) if YEAR in (rate.unit, rate.over) or rate.mention.per == "year" else []
    years: list[Mention] = []
    if rate.unit == MONTH or rate.over == MONTH:
        terms = [times(rate.mention, 12)] if yearly else _nearest(passage, t, lambda x: [m for m in x.mentions if m.noun.startswith(MONTH)])
        years = [] if terms else _nearest(passage, t, durations)
        terms = [times(rate.mention, 12)] if years else terms
    pieces = _nearest(passage, t, lambda x: _pieces(t, x, rate))
    kinds = [list({m.value: m for m in kind}.values()) for kind in (pieces, terms, years) if kind]
    return [[*way] for way in product(*kinds)] if kinds else []


def _nearest(passage: Passage, t: Sentence, found: Callable[[Sentence], list[Mention]]) -> list[Mention]:
    """What is found in the price's sentence, else in the amount's, else in the one nearest to the price before it or after."""
    at = passage.sentences.index(t)
    others = sorted(passage.sentences[:-1], key=lambda x: abs(passage.sentences.index(x) - at))
    return next((told for x in (t, passage.last, *others) if (told := found(x))), [])


def _pieces(t: Sentence, x: Sentence, rate: Rate) -> list[Mention]:
    """The numbers of a sentence that count what the price is for, by the word for it beside the price."""
    lead = t.lead(rate.mention)
    if _EACH.search(lead):
        return [m for m in x.mentions if x is t and m.unit == "number" and m.noun and m.start < rate.mention.start and not m.bounded]
    word = _ONE.search(lead)
    return counted(replace(rate, unit=word["noun"]) if word else rate, x) if word or rate.unit not in TIMES else []


def _another_number(total: Mention, factors: list[Mention], rate: Mention) -> bool:
    """Is it the price times another whole number of about the size?"""
    times, number = total.value / rate.value, prod(f.value for f in factors)
    return rate.digits >= LEAST and not times % 1 and times > 1 and number < FARTHEST * times < FARTHEST * FARTHEST * number
