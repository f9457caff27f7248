"""Amounts drawn from a price and how many it is for, told sentences before: "Det bliver ni klasser færre. En klasse koster …"."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import combinations, product
from math import prod

from extractors.claims.fit import exact, multiplies, scale_slipped, slip_mends, together
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.nearby import YEAR as YEARS
from extractors.claims.nearby import Passage
from extractors.claims.rates import MONTH, PIECE, YEAR, Rate, counted, durations, rate_of, times
from extractors.claims.sentence import Sentence, pattern
from extractors.claims.told_twice import table_values
from minutes.closeness import carried, exchanged, misprinted
from minutes.content import shared, stems
from minutes.needs import needs

BACK, ALIKE = 9, 5
"""Sentences before the amount in which price and number may stand: in points, and in sentences like its own."""
LEAST = 2
"""Digits of a price of which another amount is no number of times by chance."""
FARTHEST = 3
"""So many times each other, two numbers are of different things."""
CHANCE, NEAR = 0.1, Decimal("0.35")
"""How many of the amounts of so many digits a slip may reach."""
_DRAWN = pattern(
    r"<so>|<total>|\bmed andre ord\b|\bså\b|<comes>|\bkost(?:er|et|ede)\b|\b(?:de|alle|samtlige) $"
    r"|\b(?:har|skal|må|vil|kan|får)\b~60\b(?:modtag|betal|af med|tjen|brug|opkræv|regning)"
    r"|\b(?!års|enheds|måneds)\w*(?:udgift|indtægt|regning|præmie|løn|honorar)(?:e[nr]|ne)*\b[^\ue000-\ue007,;]{0,40}$"
    r"|\b(?:i|for|over|gennem|hele|den) (?:hele|samlede|forløbne) "
    r"|\b(?:over|for|på|i løbet af) (?:de |alle |hele )?<Y>"
)
_CONCLUDED = needs(_DRAWN)
_CLAUSE_END = re.compile(r"[,;:(]")
_A_PIECE = re.compile(r"(?:^|[,;.] |\bog )(?:[eé]n |[eé]t )?(?P<what>[a-zæøå]{3,}) koster $")
_FOR_SO_MANY = re.compile(r"\W*for (?:de |alle )?\ue005(?= [a-zæøå]+ (?:er|bliver|var|blev|koster|giver|udgør)\b)")
""" "Elevløn udgør 21.500 kr. om måneden. For 12 voksenelever er årets udgift …"."""
_WHOLE_TIME = re.compile(r"\b(?:hele|fulde|samlede) (?:perioden|løbetid\w*|tiden|\w*periode\w*)|\bløbetid\w*\b|\w+perioden\b")
_EACH, _ONE = re.compile(r"\bhvert? (?:en|et|af|på|$)"), re.compile(r"\b(?:[eé]n|[eé]t|hvert?|pr\.|per) (?P<noun>[a-zæøå]{3,})")
TIMES = (YEAR, MONTH)
_RAISED = pattern(r"(?P<a><K>)~70\b(?:til|bliver|er nu) (?P<b><K>)")
_BEFORE_IT = re.compile(r"\b(?:har|var|blev|gav|hidtil\w*|i dag|nuværende|indbragte|kostede)\b")
_A_YEAR = re.compile(r"\b(?:årets|hele året|[eé]t år|årsbasis|året rundt)\b")
_OTHERWISE = re.compile(
    r"\b(?:da|fordi|idet|eftersom|når|hvis|fratrukket|fradrag\w*|rabat\w*|(?<!uden )moms|heraf|hvoraf|nogle|engangs\w*|plus|hertil|dertil"
    r"|foruden|desuden|yderligere|delvis\w*|indeks\w*|regulere\w*|resten(?! af året)|øvrige|halv\w*"
    r"|foregående|forrige|forgangne|tidligere|dengang|i fjor|året før|sidste (?:år|vinter|sæson))\b|[\ue001\ue006]"
)
_FEWER = re.compile(r"\b(?:gratis|rabat\w*|udgår|kun|første|sidste|undtagen|bortset|undtaget)\b")
"""Why the amount is another than the product, or that it is of more or less."""


def find(ledger: Ledger) -> None:
    """Every such product that no other family has read."""
    for s, earlier in ledger.in_turn(BACK, _CONCLUDED):
        total = next((m for m in s.mentions if _may_be_total(s, m) and _DRAWN.search(s.skeleton[: s.position(m)])), None)
        if total and s.kind != "heading" and not _OTHERWISE.search(_clauses(s, total)):
            _drawn(ledger, Passage(_told_before(s, s.under_one_item(earlier))), total)


def _told_before(s: Sentence, near: list[Sentence]) -> list[Sentence]:
    """The sentences of its kind, or those of the one point before them that it names by a word that no other has."""
    points: dict[int, frozenset[str]] = {}
    for t in near if s.kind != "point" else ():
        if t.kind == "point":
            points[t.block] = points.get(t.block, frozenset()) | shared(stems(s.skeleton), stems(t.skeleton))
    named = [b for b, words in points.items() if words.difference(*(other for a, other in points.items() if a != b))]
    alike = {t.start for t in near[-ALIKE - 1 :] if t.kind == s.kind}
    return [t for t in near if t.start in alike or [t.block] == named]


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
    products = [c for c in ledger.claims if c.kind == "product"]
    read = [c for c in products if c.states(total.number) or c.relation == "quotient" and c.takes(total.number)]
    money = [(t, m) for t in passage.sentences for m in t.mentions if m.unit == "kr" and not m.bounded and m.start < total.start]
    priced = [(t, r) for t, m in money if 0 < m.value < total.value and (r := rate_of(t, m) or _of_one(t, m))]
    if not priced or any(c.extra["if_not"] not in ("unverifiable", "note") for c in read):
        return
    each = [(t, r) for t, r in priced if r.unit not in (PIECE, *TIMES) and any(counted(r, x) for x in passage.sentences)]
    each = each if len(each) == 1 else _called_so(passage, total, priced)
    t, rate = each[0] if len(each) == 1 else priced[-1]
    price, named = rate.mention, _ways(passage, t, rate, rate_of(passage.last, total))
    former = _former(t, price, passage.last, total)
    prices = [m for _, m in money if m.value < total.value and m not in former]
    ways = named or ([] if rate.kind else _only(passage, total))
    told = [m for x in (t, passage.last) for m in x.mentions if m.start not in (price.start, total.start) and m not in former]
    some = [*ways, *(two for n in (1, 2) for two in combinations(told, n))]
    some += [[n, *(f for f in w if f is not m)] for w in ways for m in w for n in told]
    sums = [together(*several) for n in {1, 2, len(prices)} for several in combinations(prices, n)]
    if len(ways) != 1 or any(multiplies(total, *w, m) for w in some for m in sums) or _of_others(ways[0], told, price, total):
        return
    if _of_each(t, ways[0], [m for m in prices if m in t.mentions], total) or _told_too(ledger, passage.last.item, ways[0], price):
        return
    mended = named and _another_number(total, ways[0], price) or slip_mends(CHANCE, total, *map(exact, ways[0]), exact(price))
    sole = len(each) == 1 or len(prices) == 1
    alone = mended or sole and (_slipped(total, ways[0], price) or _of_one_year(passage, total, ways[0], price))
    alone = alone or any(multiplies(total, *ways[0], m) for m in former)
    if len(each) == len(ways[0]) == 1 and ways[0][0].unit == "number" and ways[0][0].start >= passage.last.start:
        alone = alone or scale_slipped(total.value, ways[0][0].value * price.value)
    others = [m for m in told if len(each) != 1 or all(m is not r.mention for _, r in priced)]
    if alone and not _otherwise(passage, t, total, [] if mended and _called_so(passage, total, [(t, rate)]) else others):
        ledger.claims[:] = [c for c in ledger.claims if c not in read]
        ledger.say(passage.last, "product", "product", total, [*ways[0], price], if_not="error" if mended else "warning", sure=True)
    elif len(ways[0]) == 1 and len(prices) > 1 and _slipped(total, ways[0], together(*prices)) and not passage.reasoned(total):
        ledger.claims[:] = [c for c in ledger.claims if c not in read]
        by = [ways[0][0].value] * len(prices)
        ledger.say(passage.last, "product", "sum", total, [*map(exact, prices)], weights=by, if_not="warning", sure=True)


def _former(t: Sentence, price: Mention, s: Sentence, total: Mention) -> list[Mention]:
    """What the price was before it became this, where the amount is concluded from what it is now: "hæves fra 20 kr. til 22 kr."."""
    match = next((m for m in _RAISED.finditer(t.skeleton) if t.of(m.start("b")) is price), None)
    years = YEARS.findall(match[0]) if match else []
    told = YEARS.findall(s.skeleton) if years else []
    of_then = told and years[-1] not in told or _BEFORE_IT.search(s.skeleton) or s.lead(total).endswith((" fra ", " mod "))
    return [t.of(match.start("a"))] if match and not of_then else []


def _of_others(factors: list[Mention], told: list[Mention], price: Mention, total: Mention) -> bool:
    """Does a number stand between the two that counts what is left unsaid: "2.600 kr. pr. person, med gennemsnitligt 290 giver det"?"""
    bare = [m for m in told if m.unit == "number" and not m.noun and price.start < m.start < total.start]
    return any(m not in factors for m in bare)


def _of_each(t: Sentence, factors: list[Mention], prices: list[Mention], total: Mention) -> bool:
    """May it be some at the one price and some at the other: "25 kr. for børn og 40 kr. for voksne"?"""
    each = [m.value * prod((f.value for f in factors), start=Decimal(1)) for m in prices if _FOR_WHOM.match(t.skeleton, t.position(m) + 1)]
    return len(each) > 1 and min(each) < total.value < max(each)


_FOR_WHOM = re.compile(r"(?: [a-zæøå.]+){0,2} (?:for|til) [a-zæøå]")


def _told_too(ledger: Ledger, item: str | None, factors: list[Mention], price: Mention) -> bool:
    """Does the item tell what the two make as well, so that this amount is another?"""
    made = prod((f.value for f in factors), start=price.value)
    return made in ledger.told()[item, "kr"] or made in table_values(ledger, item, "kr")


def _called_so(passage: Passage, total: Mention, priced: list[tuple[Sentence, Rate]]) -> list[tuple[Sentence, Rate]]:
    """The prices of what the amount is called: "vandbidraget er 24 kr. … betaler 2.640 kr. i vandbidrag"."""
    own = stems(" ".join(passage.last.beside(total)))
    return [(t, r) for t, r in priced if shared(own, stems(t.beside(r.mention)[0]))]


def _of_one(t: Sentence, m: Mention) -> Rate | None:
    """The price of one: "Timen koster 165 kr.", "Timetaksten har hidtil været 165 kr."."""
    found = _A_PIECE.search(t.skeleton, 0, t.position(m))
    return Rate(m, found["what"] if found else PIECE) if found or m.per == "unit" else None


def _slipped(total: Mention, factors: list[Mention], price: Mention) -> bool:
    """Would it be the product but for a digit, or two that changed places?"""
    due = prod((f.value for f in factors), start=price.value)
    near = misprinted(total.value, due, total.high - total.low) or carried(total.value, due)
    return exchanged(total.value, due) or near and abs(total.value - due) < NEAR * due


def _of_one_year(passage: Passage, total: Mention, factors: list[Mention], price: Mention) -> bool:
    """Does a factor too few make it, though it is said to be for the whole time?"""
    fewer = [[f for f in factors if f is not m] for m in factors if len(factors) > 1]
    return bool(_WHOLE_TIME.search(passage.last.skeleton)) and any(multiplies(total, *some, price) for some in fewer)


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
    yearly = over is not None and over.unit == YEAR or _A_YEAR.search(passage.last.skeleton) is not None
    terms = [] if yearly else _nearest(passage, t, durations) if YEAR in (rate.unit, rate.over) or rate.mention.per == "year" else []
    years: list[Mention] = []
    if rate.unit == MONTH or rate.over == MONTH:
        terms = [times(rate.mention, 12)] if yearly else _nearest(passage, t, lambda x: [m for m in x.mentions if m.noun.startswith(MONTH)])
        years = [] if terms else _nearest(passage, t, durations)
        terms = [times(rate.mention, 12)] if years else terms
    pieces = _nearest(passage, t, lambda x: _pieces(t, x, rate)) or _for_so_many(passage.last)
    kinds = [list({m.value: m for m in kind}.values()) for kind in (pieces, terms, years) if kind]
    return [[*way] for way in product(*kinds)] if kinds else []


def _nearest(passage: Passage, t: Sentence, found: Callable[[Sentence], list[Mention]]) -> list[Mention]:
    """What is found in the price's sentence, else in the amount's, else in the one nearest to the price before it or after."""
    at = passage.sentences.index(t)
    others = sorted(passage.sentences[:-1], key=lambda x: abs(passage.sentences.index(x) - at))
    return next((told for x in (t, passage.last, *others) if (told := found(x))), [])


def _for_so_many(s: Sentence) -> list[Mention]:
    """The number that a sentence begins with as whom its amount is for."""
    match = _FOR_SO_MANY.match(s.skeleton)
    return [m for m in s.between(0, match.end()) if m.noun and not m.bounded] if match else []


def _pieces(t: Sentence, x: Sentence, rate: Rate) -> list[Mention]:
    """The numbers of a sentence that count what the price is for, by the word for it beside the price."""
    lead = t.lead(rate.mention)
    if _EACH.search(lead):
        return [m for m in x.mentions if x is t and m.unit == "number" and m.noun and m.start < rate.mention.start and not m.bounded]
    if rate.unit not in (PIECE, *TIMES) and (told := counted(rate, x)):
        return told
    word = _ONE.search(lead)
    return counted(replace(rate, unit=word["noun"]) if word else rate, x) if word or rate.unit not in TIMES else []


def _another_number(total: Mention, factors: list[Mention], rate: Mention) -> bool:
    """Is it the price times another whole number of about the size?"""
    times, number = total.value / rate.value, prod(f.value for f in factors)
    return rate.digits >= LEAST and not times % 1 and times > 1 and number < FARTHEST * times < FARTHEST * FARTHEST * number
