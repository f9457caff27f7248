"""Rates times numbers: yearly amounts and their years, prices and pieces, in one sentence or two."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import partial

from extractors.claims.fit import adds_up, multiplies, plausible, slipped
from extractors.claims.mentions import Mention
from extractors.claims.rates import IN_A_YEAR, MONTH, PIECE, WEEK, YEAR, Rate, counted, durations, rate_of, rates_of, times
from extractors.claims.sentences import COUNTING, Ledger, Sentence, pattern
from minutes.days import A_MONTH, MONTHS
from minutes.needs import needs

_TOTAL = pattern(r"<same>|<total>|\bsamle\w+|<so>|<comes>|\b(?:fordelt|hvilket|er det|koster|andrage|beløbe sig)\b")
_OVER_THEM = pattern(r"\b(?:over|gennem|for) (?:de |hele |alle )?<NY>(?: [a-zæøå]+)?(?: <is>)? $")
_LINK = pattern(rf"{_TOTAL.pattern}|<equals>|\b(?:med|udgør|til|så|for)\b")
_FOR_SO_MANY = pattern(r"\bmed <N> [a-zæøå]+ (?:bruges|koster|betyder|løber|<is>)")
_TOTAL_AFTER = pattern(r" (?:<all>|over (?:årene|perioden)|i (?:hele )?perioden|(?:over|for|i løbet af) (?:de |hele )?<Y>)")
_DERIVED = pattern(r"(?:<equals>|<thus>|\b(?:så|bliver)\b)[^\ue000-\ue007;]{0,40}$")
_NEW_SUBJECT = pattern(
    r"(?:,|;) ?(?:og|mens|men|hvor|samt) (?!<so>|<all>|med |over|det |så |giver|koster|udgør|for |ved |i hele|(?:for)?delt"
    r" |deles )(?=[a-zæøå])"
    r"|\b(?:og|mens|men) (?:staten|regionen|kommunen|fonden|foreningen|boligforeningen|\w+en|\w+et) |;"
)
ADDED = re.compile(
    r"\b(?:tje(?:nt|ner|ne) (?:sig )?(?:selv )?(?:hjem|ind)|tilbagebetal\w*|afskriv\w*|forrent\w*"
    r"|første år|engangs\w*|opstart\w*|hertil(?! er)|dertil|fratrukket|fradrag\w*|rabat\w*|p/l|fremskrev\w+|indeks\w+"
    r"|hvert halve|tillæg|plus|etablering\w*|desuden|derudover|\w*gebyr|ekskl|inkl|kan forlænges)\b"
)
_CONCLUDES = pattern(
    r"^(?:<equals>|<total>|over <Y>|salget\b|indtægten\b|de[nt]? samlede \w+)|<so>|<all>|\bpå (?:det|dette|den) (?:grundlag|baggrund)\b"
    r"|^(?:med|ved|for|på|til) <N>"
)
_OF_IT = pattern(r"<ofit>")
_WHOLE_PERIOD = re.compile(
    r"hele perioden|i perioden|planens løbetid|i løbetiden|over perioden|hele planen|i projektperioden|i planperioden|hele projektet"
    r"|i aftaleperioden"
)
_MOVES = re.compile(r"stig|øge|hæv|fald|reducer|forhøj|voks|nedsæt|sænk|udvid|suppler|spar")
_NO_MORE = r"(?:(?!\b(?:med|inkl|inklusive|plus|hertil|dertil)\b)[^\ue000-\ue007;]){0,40}?"
"""Words before the total that add nothing: "40 x 20 m, med randzoner i alt 1.000 m2" is more than the product."""
_TIMES = pattern(rf"(?P<a><NYK>)\s*~30<at> (?P<b><NYK>){_NO_MORE}(?:<equals>|,? <all>|,? <is>)~30(?P<t><KN>)")
_EACH_COUNT = pattern(rf"(?P<a><N>)~40(?:<at>|\bhver(?: af(?: de)?)?) (?P<b><N>){_NO_MORE}(?:<equals>|<all>|<is>)~30(?P<t><N>)")
_IN_OTHER_WORDS = pattern(r"(?P<t><KN>)~12(?:<equals>|:)~12(?P<a><N>)(?: [a-zæøå]+){0,2} (?:à|á|@|×|x) (?P<b><KN>)(?! og| samt|,? plus)")
""" "i alt 132.000 kr. eller 1.200 timer à 110 kr."."""
_FACTORS = pattern(r"(?:<NYK>(?: [a-zæøå]+){0,2}\s*<at>\s*)+$")
_UNREAD_FACTOR = pattern(r"\d\s*<at>\s*(?:<NYK>(?: [a-zæøå]+){0,2}\s*<at>\s*)*$")
_ON_EACH = pattern(r"(?P<a><N>)~20\b(?:med|af|à) (?P<b><N>)~20\b(?:på|i|til|for) hvert?\b~20(?:<equals>|<all>|<is>)~30(?P<t><N>)")
_TO_EACH = pattern(
    r"(?P<t><N>)(?: [a-zæøå]+){1,2},? (?:<shared> |nemlig )?(?:med )?(?P<a><N>)(?: [a-zæøå]+)? (?:på|til|fra|i|hos|for) hvert? af (?:de )?"
    r"(?P<b><N>)(?![^;]*(?:\b(?:og|samt|plus|foruden)\b|<ANY>))"
)
_INSTALMENTS = pattern(
    r"(?P<n><N>) (?P<even>lige store |ens )?(?:årlige )?(?:<turns>|ydelser|afdrag|betalinger|legater|tilskud) (?:på|à|af) (?:hver )?"
    r"(?P<a><K>)(?P<all>~20<all>)?"
)
_OF_THE_SUM = re.compile(r"(?!.*\bresten\b)(?:beløbet|tilskuddet|pengene|summen|lånet|prisen|lejen|det|de)\b")
_FIRST_OF = re.compile(rf"\b1\. (?P<month>{A_MONTH}) (?P<year>(?:19|20)\d\d)")
_IN_YEAR = pattern(r"\bi (?:(?:indeværende|dette) år|år|(?P<year>(?:19|20)\d\d)) ~20(?P<t><K>)")
_YEARLY_COUNT = pattern(r"\b(?:hvert år|årligt|om året)~40(?P<r><N>)~30\bi alt (?P<t><N>)")
_FOR_ALL = pattern(r"(?: \w+)? (?:(?:for|til) (?:samtlige|alle|hele)|<all>)")
_FOR_SEVERAL = re.compile(r"[^\ue000-\ue007,;]{0,12} (?:for|til) (?:alle|begge|samtlige|hele) ")
"""A total of more than one piece: "12.000 kr. om året for alle fem"."""
_MULTIPLIER = pattern(r"<NYK>(?:(?<=[×x*àá@a] .)|(?<=ange .)|(?<= med .)|(?<=hver .)|(?<= (?:af|de) .))")
"""What every product holds: a quantity after "×", "à", "gange", "med", "hver", "af" or "de"."""
_EACH_YEAR = needs(_YEARLY_COUNT)
_IN_PARTS, _IN_TIME = needs(_INSTALMENTS), needs(_FIRST_OF)
_THEREAFTER = re.compile(r"\b(?:fra|herefter|derefter|de følgende)\b")
_EVERY_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?!\d)")
_FROM_YEAR = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?(?:-|–|til)\s?\d\d")
_TWICE_EACH = re.compile(r"\s*(?:pr\.|per)\s*\w+ (?:pr\.|hver )")
_NEARLY = Decimal("0.05")
_OVER_TIME = re.compile(r"(?:\w+ ){0,4}(?:over|i løbet af|for|samlet|i alt|i)\b")
_WEEKLY = re.compile(r"\bom ugen\b|\bugentlig|\bpr\.? uge\b|\bhver uge\b")
_BESIDE = 20
_WEEKS = Decimal(53)
"""What a year has at most; one of 365 days has a day more than 52."""
_MONTHS_PAID = 11
"""Months that a place in a day-care or a club is paid for where one month is free."""
HALF = Decimal("0.5")
REMEMBERED = 6
"""Periods that are remembered from the sentences before."""


def find(ledger: Ledger) -> None:
    """Every stated product."""
    known: list[Mention] = []
    for s, further in ledger.in_turn(REMEMBERED):
        terms, earlier = durations(s), further[-3:]
        if s.holds & COUNTING:
            _of_sentence(ledger, s, further, known, terms)
            if _MULTIPLIER.search(s.skeleton):
                _times(ledger, s)
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
    money = _plain_money(s)
    rates = rates_of(s, money)
    totals = [m for m in money if all(m is not r.mention for r in rates)]
    for rate in rates:
        if rate.unit == YEAR:
            if len(_yearly_ones(rates)) > 1 or len(totals) > 2:
                continue
            _yearly(ledger, s, rate, totals, terms, known)
        else:
            _by_piece(ledger, s, earlier, rate, [t for t in [*totals, *_yearly_ones(rates)] if t is not rate.mention])
    if len(money) == 1 and earlier and all(r.unit == YEAR for r in rates):
        _rate_before(ledger, s, further, money[0], terms)
    for rate in rates:
        if rate.unit in (*IN_A_YEAR, WEEK) and len(rates) == 2 and (year := next((r for r in rates if r.unit == YEAR), None)):
            _in_a_year(ledger, s, rate, year.mention)


def _yearly_ones(rates: list[Rate]) -> list[Mention]:
    """Amounts a year may be what prices of pieces come to."""
    return [r.mention for r in rates if r.unit == YEAR]


def _one(terms: list[Mention]) -> Mention | None:
    """The duration, when all that is said of it agrees."""
    return terms[0] if len({t.value for t in terms}) == 1 and terms[0].value > 1 else None


def _severity(s: Sentence, severity: str) -> str:
    """A sentence that names a first instalment or an addition may mean another sum."""
    return "unverifiable" if ADDED.search(s.skeleton) else severity


def _linked(s: Sentence, one: Mention, other: Mention) -> str | None:
    """How sure it is that one of the two amounts is made of the other: error, unverifiable, or None without any word for it."""
    low, high = sorted((s.position(one), s.position(other)))
    last = max(s.position(one), s.position(other))
    if _NEW_SUBJECT.search(s.skeleton, low + 1, high) and not _TOTAL_AFTER.match(s.skeleton, last + 1):
        return "unverifiable" if _LINK.search(s.skeleton, low, high) else None
    total = _TOTAL.search(s.skeleton, max(low - 40, 0), high) or _FOR_SO_MANY.search(s.skeleton, low, high)
    if total or any(_TOTAL_AFTER.match(s.skeleton, p + 1) for p in (low, high)):
        return "error"
    return "unverifiable" if _LINK.search(s.skeleton, low, high) else None


def _yearly(ledger: Ledger, s: Sentence, rate: Rate, totals: list[Mention], terms: list[Mention], known: list[Mention]) -> None:
    """ "412.500 kr. årligt i fire år, i alt 1.650.000"; the years may have been told before."""
    r, years = rate.mention, _one(terms)
    if len(totals) == 2 and years and totals[0].start < r.start < totals[1].start:
        _first_and_yearly(ledger, s, totals, r, years)
    if len(totals) != 1:
        return
    total = totals[0]
    if years:
        tied = _term_with_rate(s, total, r) or _over_term(s, total, years)
        sure = "warning" if tied and not _MOVES.search(s.skeleton) else _linked(s, r, total)
        if sure:
            sure = sure if slipped(r.value * years.value, total) else _severity(s, sure)
            ledger.say(s, "product", "product", total, [r, years], if_not=sure)
        return
    low, high = sorted((s.position(r), s.position(total)))
    whole = _WHOLE_PERIOD.search(s.skeleton) or total.start > r.start and re.search(r"=|\beller\b", s.skeleton[low:high])
    if whole and known and r.value:
        fitting = [d for d in known if multiplies(total, d, r)]
        same = len({d.value for d in known}) == 1
        if fitting or same and total.value > r.value:
            sure = "warning" if same and whole.group() != "eller" else "unverifiable"
            ledger.say(s, "product", "product", total, [r, (fitting or known)[-1]], if_not=_severity(s, sure))


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
    if total.value < max(first.value, rate.value) or _linked(s, rate, total) != "error":
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


def _by_piece(ledger: Ledger, s: Sentence, earlier: list[Sentence], rate: Rate, totals: list[Mention]) -> None:
    """ "84 boliger à 25.000 kr., i alt 2,1 mio. kr.", "Huset koster 54 mio. kr. Prisen pr. bolig bliver 2,25 mio. kr."."""
    r, at = rate.mention, s.position(rate.mention)
    here = counted(rate, s)
    near = _pieces(rate, here or _of_all([(t, m) for t in earlier[-2:] if rate.unit != PIECE for m in counted(rate, t)]))
    if not near or not rate.over and _TWICE_EACH.match(s.skeleton, at + 1):
        return
    told = totals or [m for t in earlier[-2:] for m in _plain_money(t) if not rate_of(t, m) and m.value > r.value]
    both = [(t, n) for t in told for n in near]
    fitting = [(t, n) for t, n in both if multiplies(t, n, r)] or [(t, n) for t, n in both if rate.named and slipped(t.value / n.value, r)]
    if not told or not fitting and len({n.value for n in near}) > 1:
        return
    marked = [m for m in told if totals and m.start > r.start and _TOTAL.search(s.skeleton, at, s.position(m))]
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


def _plain_money(s: Sentence) -> list[Mention]:
    """The amounts of a sentence that are no limits."""
    return [m for m in s.mentions if m.unit == "kr" and not m.bounded]


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
        sure = _linked(s, r, total)
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
        ledger.say(s, "product", "quotient", r, [total, count], if_not=_severity(s, sure))
    else:
        sure = "unverifiable" if total.per == "year" and _WEEKLY.search(s.skeleton) else sure
        ledger.say(s, "product", "product", total, [count, r, *more], if_not=_severity(s, sure))


def _rate_before(ledger: Ledger, s: Sentence, earlier: list[Sentence], total: Mention, terms: list[Mention]) -> None:
    """ "Der gives 1.150 kr. pr. medlem, og klubben har 240. Det bliver 276.000 kr.", "… om året. Over fire år bliver det 13,6 mio. kr."."""
    before, years = earlier[-1], _one(terms)
    there = rates_of(before, list(before.mentions))
    if all(r.unit != YEAR for r in there) and terms and len(earlier) > 1:
        further = earlier[-2] if not there or _comes_to(earlier[-2], total, years, nearly=True) else before
        before = next((t for t in reversed(earlier) if _comes_to(t, total, years)), further)
    heraf = _OF_IT.search(before.skeleton)
    money = [m for m in _plain_money(before) if not heraf or before.position(m) < heraf.start()]
    rates = rates_of(before, money)
    if len(rates) != 1 or not (_CONCLUDES.search(s.skeleton[: s.position(total)]) or terms and rates[0].unit == YEAR):
        return
    rate = rates[0]
    if rate.unit == YEAR:
        aside = s.skeleton[s.position(total) - 1] == "("
        if years and years.start < total.start and not aside and not rate_of(s, total) and _OVER_TIME.match(s.skeleton):
            explained = _EXPLAINED.search(s.skeleton, s.position(total))
            if_not = _severity(s, "error" if len(money) == 1 and not explained else "unverifiable")
            ledger.say(s, "product", "product", total, [rate.mention, years], if_not=if_not)
        return
    numbers = [m for t in (before, s) for m in counted(rate, t)]
    fitting = [m for m in numbers if multiplies(total, m, rate.mention)]
    if (fitting or len(numbers) == 1) and len(money) == 1 and rate.unit != WEEK:
        factors = [(fitting or numbers)[-1], rate.mention, *_times_over(s, rate, total)]
        sure = plausible(total, *factors) and not ADDED.search(before.skeleton) and not _EXPLAINED.search(s.skeleton, s.position(total))
        ledger.say(s, "product", "product", total, factors, if_not=_severity(s, "warning" if sure else "unverifiable"))


def _comes_to(s: Sentence, total: Mention, years: Mention | None, nearly: bool = False) -> bool:
    """Does the one rate of the sentence, which is a year's, make the total in so many years, or nearly?"""
    rates = rates_of(s, _plain_money(s))
    if not years or len(rates) != 1 or rates[0].unit != YEAR:
        return False
    rate = rates[0].mention
    return multiplies(total, years, rate) or nearly and abs(years.value * rate.value - total.value) < _NEARLY * total.value


def _in_a_year(ledger: Ledger, s: Sentence, rate: Rate, year: Mention) -> None:
    """ "4.650 kr. pr. måned, svarende til 55.800 kr. om året"."""
    low, high = sorted((s.position(rate.mention), s.position(year)))
    apart = _FOR_SEVERAL.match(s.skeleton, s.position(year) + 1)
    if not rate.over and not apart and (_TOTAL.search(s.skeleton, low, high) or re.search(r"\beller\b", s.skeleton[low:high])):
        if rate.unit == WEEK:
            ledger.say(s, "product", "product", year, [rate.mention, replace(times(rate.mention, 52), high=_WEEKS)], if_not="warning")
            return
        eleven = rate.unit == MONTH and year.value == _MONTHS_PAID * rate.mention.value
        weights, each = [_MONTHS_PAID if eleven else IN_A_YEAR[rate.unit]], "måneder" if rate.unit == MONTH else "kvartaler"
        ledger.say(s, "product", "sum", year, [rate.mention], weights=weights, each=each, if_not="error")


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
    before = [r for t in earlier[-1:] for r in rates_of(t, _plain_money(t))]
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
    match, years = _YEARLY_COUNT.search(s.skeleton), _one(terms) if terms else None
    if match and years:
        ledger.say(s, "product", "product", s.of(match.start("t")), [s.of(match.start("r")), years], if_not="warning")


def _times(ledger: Ledger, s: Sentence) -> None:
    """ "4 x 1,4 mio. kr. = 5,6 mio. kr.", "5 x 12 x 300 kr. = 18.000 kr.", "24 boliger à 85 m2, i alt 2.040 m2"."""
    for match in (m for form in (_TIMES, _IN_OTHER_WORDS, _EACH_COUNT, _ON_EACH, _TO_EACH) for m in form.finditer(s.skeleton)):
        a, b, t = (s.of(match.start(g)) for g in "abt")
        if (t.unit == "kr") == ("kr" in (a.unit, b.unit)) and (a.unit, b.unit) != ("kr", "kr"):
            if _UNREAD_FACTOR.search(s.skeleton, 0, match.start("a")):
                continue
            more = _FACTORS.search(s.skeleton, 0, match.start("a"))
            factors = s.between(more.start(), more.end()) if more else []
            alone = s.skeleton[: match.start("t")].rstrip().endswith("=") or s.holds_only(t, *factors, a, b)
            if match.re is _IN_OTHER_WORDS and b.value and abs(t.value / b.value - a.value) <= HALF:
                continue  # "11.050 timer eller 299 stillinger à 37 timer": rounded to whole ones
            ledger.say(s, "product", "product", t, [*factors, a, b], alone=alone)
