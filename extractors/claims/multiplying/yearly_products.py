"""So much a year for so many years: "412.500 kr. årligt i fire år, i alt 1.650.000 kr."."""

from __future__ import annotations

import re

from extractors.claims.fit import adds_up, multiplies, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.multiplying.linked_amounts import agreed, as_sure, linked
from extractors.claims.rates import Rate
from extractors.claims.sentence import Sentence, pattern

_OVER_THEM = pattern(r"\b(?:over|gennem|for) (?:de |hele |alle )?<NY>(?: [a-zæøå]+)?(?: <is>)? $")
WHOLE_PERIOD = re.compile(
    r"hele perioden|i perioden|planens løbetid|i løbetiden|hele løbetiden|over perioden"
    r"|hele planen|i projektperioden|i planperioden|hele projektet|i aftaleperioden"
)
_MOVES = re.compile(r"stig|øge|hæv|fald|reducer|forhøj|voks|nedsæt|sænk|udvid|suppler|spar")
_THEREAFTER = re.compile(r"\b(?:fra|herefter|derefter|de følgende)\b")
_EVERY_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)")
_FROM_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?(?:-|–|til)\s?\d\d")


def yearly(ledger: Ledger, s: Sentence, rate: Rate, totals: list[Mention], terms: list[Mention], known: list[Mention]) -> None:
    """ "412.500 kr. årligt i fire år, i alt 1.650.000"; the years may have been told before."""
    r, years = rate.mention, agreed(terms)
    if len(totals) == 2 and years and totals[0].start < r.start < totals[1].start:
        _first_and_yearly(ledger, s, totals, r, years)
    if len(totals) != 1:
        return
    total = totals[0]
    if years:
        tied = _term_with_rate(s, total, r) or _over_term(s, total, years)
        sure = "warning" if tied and not _MOVES.search(s.skeleton) else linked(s, r, total)
        if sure:
            sure = sure if slipped(r.value * years.value, total) else as_sure(s, sure)
            ledger.say(s, "product", "product", total, [r, years], if_not=sure)
        return
    low, high = sorted((s.position(r), s.position(total)))
    whole = WHOLE_PERIOD.search(s.skeleton) or total.start > r.start and re.search(r"=|\beller\b", s.skeleton[low:high])
    if whole and known and r.value:
        fitting = [d for d in known if multiplies(total, d, r)]
        same = len({d.value for d in known}) == 1
        if fitting or same and total.value > r.value:
            sure = "warning" if same and whole.group() != "eller" else "unverifiable"
            ledger.say(s, "product", "product", total, [r, (fitting or known)[-1]], if_not=as_sure(s, sure))


def _term_with_rate(s: Sentence, total: Mention, rate: Mention) -> bool:
    """ "Der er afsat 12 mio. kr. i 2022-2024 med 4 mio. kr. pr. år"."""
    return total.start < rate.start and bool(re.search(r"\d\d\b[^\ue000-\ue007]{0,15}\bmed $", s.skeleton[: s.position(rate)]))


def _over_term(s: Sentence, total: Mention, years: Mention) -> bool:
    """ "Kontraktsummen over de fire vintre bliver T": the years right before the total."""
    at = s.position(total)
    return years in s.mentions and s.position(years) < at and bool(_OVER_THEM.search(s.skeleton, max(s.position(years) - 20, 0), at))


def _first_and_yearly(ledger: Ledger, s: Sentence, totals: list[Mention], rate: Mention, years: Mention) -> None:
    """ "3,1 mio. kr. i 2025 og 4,2 mio. kr. årligt fra 2026, i alt 15,7 mio. kr. over de fire år".

    The first amount may also be of another thing ("84.000 kr. ud over aftalen, der koster 465.000 kr. om året i fire år, i alt …") or come
    on top of all the years ("84.000 kr. ved starten og 465.000 kr. om året i fire år").
    """
    first, total = totals
    at = s.position(rate)
    if total.value < max(first.value, rate.value) or linked(s, rate, total) != "error":
        return
    year = _EVERY_YEAR.search(s.skeleton, s.position(first), at)
    span = _FROM_YEAR.search(s.skeleton, at)
    apart = year and span and int(year.group()) < int(span[1])
    rest = years.value if apart else years.value - 1
    ways = {n: adds_up(total, [first, rate], [1, n]) for n in (rest, years.value)}
    if not any(ways.values()) and (multiplies(total, rate, years) or slipped(rate.value * years.value, total)):
        ledger.say(s, "product", "product", total, [rate, years], if_not="warning")
    elif year or _THEREAFTER.search(s.skeleton, at, s.position(total)):
        n = next((n for n, fits in ways.items() if fits), rest)
        ledger.say(s, "product", "sum", total, [first, rate], weights=[1, int(n) if n == int(n) else n], if_not="warning")
