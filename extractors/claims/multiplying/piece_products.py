"""So much for each of so many: "84 boliger à 25.000 kr., i alt 2,1 mio. kr.", in one sentence or two."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.fit import multiplies, plausible, slipped
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.multiplying.linked_amounts import ADDED, TOTAL, agreed, as_sure, linked, plain_money
from extractors.claims.multiplying.yearly_products import WHOLE_PERIOD
from extractors.claims.rates import IN_A_YEAR, PIECE, WEEK, YEAR, Rate, counted, durations, rate_of, rates_of, times
from extractors.claims.sentence import Sentence, pattern

_DERIVED = pattern(r"(?:<equals>|<thus>|\b(?:så|bliver)\b)[^\ue000-\ue007;]{0,40}$")
_CONCLUDES = pattern(
    r"^(?:<equals>|<total>|over <Y>|salget\b|indtægten\b|de[nt]? samlede \w+)|<so>|<all>|\bpå (?:det|dette|den) (?:grundlag|baggrund)\b"
    r"|^(?:med|ved|for|på|til) <N>"
)
_SO = pattern(r"<so>|, så\b")
_OF_IT = pattern(r"<ofit>")
_FOR_ALL = pattern(r"(?: \w+)? (?:(?:for|til) (?:samtlige|alle|hele)|<all>)")
_TWICE_EACH = re.compile(r"\s*(?:pr\.|per)\s*\w+ (?:pr\.|hver )")
_NEARLY = Decimal("0.05")
_OVER_TIME = re.compile(r"(?:\w+ ){0,4}(?:over|i løbet af|for|samlet|i alt|i)\b")
_IT_COMES_TO = re.compile(r"\b(?:bliver|giver|koster|er) det\b|\bdet (?:bliver|giver|koster|er)\b")
_WEEKLY = re.compile(r"\bom ugen\b|\bugentlig|\bpr\.? uge\b|\bhver uge\b")
_BESIDE = 20


def by_piece(ledger: Ledger, s: Sentence, earlier: list[Sentence], rate: Rate, totals: list[Mention]) -> None:
    """ "84 boliger à 25.000 kr., i alt 2,1 mio. kr.", "Huset koster 54 mio. kr. Prisen pr. bolig bliver 2,25 mio. kr."."""
    r, at = rate.mention, s.position(rate.mention)
    here = counted(rate, s)
    near = _pieces(rate, here or _of_all([(t, m) for t in earlier[-2:] if rate.unit != PIECE for m in counted(rate, t)]))
    if not near or not rate.over and _TWICE_EACH.match(s.skeleton, at + 1):
        return
    told = totals or [m for t in earlier[-2:] for m in plain_money(t) if not rate_of(t, m) and m.value > r.value]
    both = [(t, n) for t in told for n in near]
    fitting = [(t, n) for t, n in both if multiplies(t, n, r)] or [(t, n) for t, n in both if rate.named and slipped(t.value / n.value, r)]
    if not told or not fitting and len({n.value for n in near}) > 1:
        return
    marked = [m for m in told if totals and m.start > r.start and TOTAL.search(s.skeleton, at, s.position(m))]
    if not fitting and len(told) > 1 and len(marked) != 1:
        return
    total, count = fitting[-1] if fitting else ((marked or told)[-1], near[-1])
    derived = total.start < r.start and bool(_DERIVED.search(s.skeleton, max(at - 60, 0), at))
    _say_piece(ledger, s, rate, count, total, derived, bool(totals), bool(here))


def _of_all(told: list[tuple[Sentence, Mention]]) -> list[Mention]:
    """The counts told before, or of several the last when words call it that of all: "180 timer pr. person og 2.520 timer for samtlige"."""
    s, last = told[-1] if told else (None, None)
    return [last] if s and last and _FOR_ALL.match(s.skeleton, s.position(last) + 1) else [m for _, m in told]


def _pieces(rate: Rate, numbers: list[Mention]) -> list[Mention]:
    """The counts that a price may be multiplied by: of one for each piece the nearest before it."""
    if rate.unit != PIECE or len(numbers) < 2:
        return numbers
    r = rate.mention
    return [min((m for m in numbers if m.start < r.start), key=lambda m: r.start - m.end, default=numbers[0])]


_EXPLAINED = re.compile(r",? (?:da|fordi|idet|eftersom) ")
"""Why a total is less than the years make it: "…, da huset først åbner i marts"."""


def _times_over(s: Sentence, rate: Rate, total: Mention) -> list[Mention]:
    """The months or quarters of a price for each: so many as the sentence tells, or those of the year that the total is of."""
    told = [m for m in s.mentions if rate.over and m.noun.startswith(rate.over) and s.lead(m).endswith(" i ")]
    return told[:1] or ([times(rate.mention, IN_A_YEAR[rate.over])] if rate.over in IN_A_YEAR and rate_of(s, total) else [])


def _say_piece(ledger: Ledger, s: Sentence, rate: Rate, count: Mention, total: Mention, derived: bool, same: bool, here: bool) -> None:
    """Keep a price times a number; the price is stated when it stands last and is drawn from the others."""
    r, more = rate.mention, _times_over(s, rate, total)
    near = plausible(total, count, r, *more)
    if same:
        sure = linked(s, r, total)
        if sure and here and near and derived and rate.unit == PIECE:
            sure = "warning"
        named = here and (rate.unit != PIECE or 0 < count.start - r.end < _BESIDE)
        sure = sure if near and (sure != "error" or named or here or more) else "warning" if near else sure and "unverifiable"
    else:
        sure = ("warning" if near else "unverifiable") if derived or rate.named else None
    if sure is None:
        return
    if derived or not same:
        sure = "unverifiable" if sure == "unverifiable" else "warning"
        ledger.say(s, "product", "quotient", r, [total, count], if_not=as_sure(s, sure))
    else:
        sure = "unverifiable" if total.per == "year" and _WEEKLY.search(s.skeleton) else sure
        ledger.say(s, "product", "product", total, [count, r, *more], if_not=as_sure(s, sure))


def rate_before(ledger: Ledger, s: Sentence, earlier: list[Sentence], total: Mention, terms: list[Mention]) -> None:
    """ "Der gives 1.150 kr. pr. medlem, og klubben har 240. Det bliver 276.000 kr.", "… om året. Over fire år bliver det 13,6 mio. kr."."""
    before, years = earlier[-1], agreed(terms)
    there = rates_of(before, list(before.mentions))
    if all(r.unit != YEAR for r in there) and terms and len(earlier) > 1:
        further = earlier[-2] if not there or _comes_to(earlier[-2], total, years, nearly=True) else before
        before = next((t for t in reversed(earlier) if _comes_to(t, total, years)), further)
    heraf = _OF_IT.search(before.skeleton)
    money = [m for m in plain_money(before) if not heraf or before.position(m) < heraf.start()]
    rates = rates_of(before, money)
    if not terms and (whole := WHOLE_PERIOD.search(s.skeleton)) and (told := agreed(durations(before))):
        rates = [r for r in rates if r.unit == YEAR]
        if len(rates) == 1 and whole.start() < s.position(total) and not rate_of(s, total):
            concluded = bool(_CONCLUDES.search(s.skeleton, 0, s.position(total)))
            if_not = as_sure(s, as_sure(before, "warning"))
            ledger.say(s, "product", "product", total, [rates[0].mention, told], if_not=if_not, sure=concluded)
        return
    pieces = [r for r in rates if r.unit not in (*IN_A_YEAR, WEEK, YEAR)]
    drawn = _drawn(s, terms, total)
    if terms and len(rates) - len(pieces) == 1 and rates[-1].unit == YEAR and (drawn or _IT_COMES_TO.search(s.lead(total))):
        rates, money = rates[-1:], [m for m in money if all(m is not r.mention for r in pieces)]
    if len(rates) != 1 or not (_CONCLUDES.search(s.skeleton[: s.position(total)]) or terms and rates[0].unit == YEAR):
        return
    rate = rates[0]
    if rate.unit == YEAR:
        aside = s.skeleton[s.position(total) - 1] == "("
        over = _OVER_TIME.match(s.skeleton)
        if years and years.start < total.start and not aside and not rate_of(s, total) and (over or drawn):
            explained = _EXPLAINED.search(s.skeleton, s.position(total))
            severity = "error" if over else "warning"
            if_not = as_sure(s, severity if len(money) == 1 and not explained else "unverifiable")
            ledger.say(s, "product", "product", total, [rate.mention, years], if_not=if_not)
        return
    numbers = [m for t in (before, s) for m in counted(rate, t)]
    fitting = [m for m in numbers if multiplies(total, m, rate.mention)]
    if (fitting or len(numbers) == 1) and len(money) == 1 and rate.unit != WEEK:
        factors = [(fitting or numbers)[-1], rate.mention, *_times_over(s, rate, total)]
        sure = plausible(total, *factors) and not ADDED.search(before.skeleton) and not _EXPLAINED.search(s.skeleton, s.position(total))
        ledger.say(s, "product", "product", total, factors, if_not=as_sure(s, "warning" if sure else "unverifiable"))


def _drawn(s: Sentence, years: list[Mention], total: Mention) -> bool:
    """ "Lejemålet er uopsigeligt i otte år, så kommunen binder sig for T": is the total drawn from the years that stand before it?"""
    at = s.position(total)
    return any(t.start < total.start and _SO.search(s.skeleton, s.position(t), at) for t in years[-1:])


def _comes_to(s: Sentence, total: Mention, years: Mention | None, nearly: bool = False) -> bool:
    """Does the one rate of the sentence, which is a year's, make the total in so many years, or nearly?"""
    rates = rates_of(s, plain_money(s))
    if not years or len(rates) != 1 or rates[0].unit != YEAR:
        return False
    rate = rates[0].mention
    return multiplies(total, years, rate) or nearly and abs(years.value * rate.value - total.value) < _NEARLY * total.value
