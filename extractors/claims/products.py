"""Yearly amounts times years, rates times numbers, and doubling."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence, pattern

_YEARLY = re.compile(
    r"[\s,]*\(?(?:årligt|årlig|om året|pr\.? år(?!\w)|per år(?!\w)|hvert år|hvert af årene|i hvert af|i årligt|i hver af de|/år"
    r"|i årlig)"
)
_YEARLY_BEFORE = re.compile(r"\bårlig\w*(?: \w+){0,3} (?:på|er|udgør|bliver|med)? ?$")
_CALLED_TOTAL = re.compile(r"(?:i alt|ialt|tilsammen|samlet|sammenlagt|totalt?)(?: \w+){0,2} $")
_MONTHLY = re.compile(r"[\s,]*\(?(?:pr\.? måned|om måneden|månedligt|per måned|/md|pr\.? md)")
_QUARTERLY = re.compile(r"[\s,]*\(?(?:pr\.? kvartal|i kvartalet|hvert kvartal|kvartalsvis)")
_SPAN = re.compile(r"(?<![\d.])((?:19|20)\d\d)\s?(?:-|–|til(?: og med)?|t\.o\.m\.)\s?((?:19|20)?\d\d)(?!\d|\.\d|\s?-?p/?l)")
_LONG = re.compile(r"(?<!\w)(?P<n>\d{1,2}|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti)[- ]?årig\w*")
_WORDS = {w: n for n, w in enumerate(["nul", "en", "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"])} | {"et": 1}
_MONTHS = {
    m: i
    for i, m in enumerate(
        ["januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober", "november", "december"], 1
    )
}
_DATES = re.compile(
    rf"(?:den )?(\d{{1,2}})\. ?({'|'.join(_MONTHS)}) ((?:19|20)\d\d) ?(?:til(?: og med)?|-"
    rf"|–) ?(?:den )?(\d{{1,2}})\. ?({'|'.join(_MONTHS)}) ((?:19|20)\d\d)"
)
_LINK = re.compile(
    r"\bi alt\b|\bialt\b|\btilsammen\b|\bsamlet\b|\bsamlede\b|\bsvarende til\b|\bdvs\b|\bdet vil sige\b|=|\baltså\b|\bbliver\b"
    r"|\bgiver\b|\bfordelt med\b|\bfordelt\b|\btotal"
    r"|\bsammenlagt\b|\bløber op\b|\bdermed\b|\bsåledes\b|\bmed\b|\bhvilket\b|\budgør\b|\beller\b|\bdet er\b|\bkoster\b"
)
_NEW_SUBJECT = re.compile(
    r"(?:,|;) ?(?:og|mens|men|hvor|samt) (?!dermed|altså|således|med |i alt|tilsammen|samlet|over|det |så |giver|koster|udgør"
    r"|i hele)(?=[a-zæøå])"
    r"|\b(?:og|mens|men) (?:staten|regionen|kommunen|fonden|foreningen|boligforeningen|\w+en|\w+et) "
)
_FIRST_OTHER = re.compile(r"\b(?:første år|engang|opstart|etablering|hertil|dertil|desuden|plus|og)\b")
_RATE = pattern(r"(?P<r><K>)\s*(?:pr\.|per|for hver|for hvert|om|à|til hver)\s*(?P<noun>[a-zæøå][a-zæøå0-9²³]+)")
_CONCLUDES = re.compile(r"\b(?:dermed|det vil sige|dvs|svarende til|det giver|altså|eller|således|svarer til)\b")
_MONTHLY_RATE = pattern(
    r"(?P<r><K>) (?:(?:om måneden|pr\. måned|månedligt) pr\. (?P<noun>[a-zæøå]{3,})|pr\. (?P<noun2>[a-zæøå]{3,}) (?:om måneden"
    r"|pr\. måned|månedligt))"
)
_VOWELS = re.compile(r"[aeiouyæøå]")
_EACH_OF_THE = pattern(r"(?P<r><K>) (?:til|for) hver af (?:de )?(?P<n><N>)")
_A_PIECE = pattern(r"(?P<n><N>)~40(?P<r><K>) (?:pr\. stk\.?|stykket|hver|pr\. styk)")
_UNIT_PRICED = re.compile(r"timepris|stykpris|enhedspris|\bpr\. |takst|\bhver\b")
_IT_GIVES = re.compile(r"^(?:(?:det|dette) (?:bliver|giver|svarer til|er)|salget|indtægten|de[nt]? samlede \w+|i alt|samlet)\b")
_FOR_EACH = pattern(r"\b(?:altså|dvs\.?|det vil sige|svarende til|eller) (?P<r><K>) (?:for hver|hver\b|hvert\b|stykket|pr\. stk)")
_EACH = pattern(r"(?P<n><N>)(?P<what>~40)(?:à|á|@| a) (?P<r><KN>)")
_TIMES = pattern(
    r"(?P<a><NYK>)\s*(?P<noun>~30)(?:×|x|\*|gange) (?P<b><NYK>)(?P<gap>~40)(?:=|,? i alt|,? giver|,? svarende til|,? dvs\.?|,? er"
    r"|,? bliver)~30(?P<t><KN>)"
)
_DOUBLE = pattern(
    r"\b(?P<word>fordobl\w+|halver\w+|dobbelt så \w+|halvt så \w+)\b~60\bfra (?P<a><Q>)~40\btil (?P<b><Q>)"
    r"|\bfra (?P<a2><Q>)~40\btil (?P<b2><Q>)~50\b(?P<word2>fordobl\w+|halver\w+)"
)
_OVER_YEARS = re.compile(r"^(?:\w+ ){0,4}(?:over|i løbet af|for|samlet|i alt|i)\b")
_WHOLE_PERIOD = re.compile(
    r"hele perioden|i perioden|planens løbetid|i løbetiden|over perioden|hele planen|i projektperioden|i planperioden|hele projektet"
    r"|i aftaleperioden"
)
_YEARLY_COUNT = pattern(r"\b(?:hvert år|årligt|om året)~40(?P<r><N>)~30\bi alt (?P<t><N>)")
REMEMBERED = 6
"""Periods that are remembered from the sentences before."""
_OVER = pattern(r" (?:over|for|i løbet af) (?:de |hele )?<Y>")
_ROOM = Decimal("0.12")
"""How far from two "fordoblet" may be before the two figures contradict the word."""


def find(ledger: Ledger) -> None:
    """Every stated product."""
    before: Sentence | None = None
    known: list[Mention] = []
    earlier: list[Sentence] = []
    for s in ledger.sentences:
        durations = _durations(s)
        if any(m.unit in ("kr", "number") for m in s.mentions):
            _years(ledger, s, before, known, _one(durations))
            _price_before(ledger, s, before)
            if len(s.mentions) > 1:
                _of_two(ledger, s, earlier, _one(durations))
            if len(s.mentions) > 2:
                _of_three(ledger, s)
        before = s
        earlier = [*earlier[-3:], s]
        known = [*known, *durations][-REMEMBERED:]


def _of_two(ledger: Ledger, s: Sentence, earlier: list[Sentence], years: Mention | None) -> None:
    """What takes two quantities of the sentence."""
    _counts_a_year(ledger, s, years)
    _per_unit(ledger, s, earlier)
    _months(ledger, s)
    _doubled(ledger, s)


def _of_three(ledger: Ledger, s: Sentence) -> None:
    """What takes three."""
    _rates(ledger, s)
    _for_each(ledger, s)
    _monthly_rates(ledger, s)
    _times(ledger, s)


def _yearly(s: Sentence, m: Mention) -> bool:
    at = s.position(m)
    if _YEARLY.match(s.skeleton, at + 1):
        return True
    if _CALLED_TOTAL.search(s.skeleton, max(at - 30, 0), at):
        return False
    return m.per == "year" or bool(_YEARLY.match(s.skeleton, at + 1)) or bool(_YEARLY_BEFORE.search(s.skeleton, max(at - 40, 0), at))


def _durations(s: Sentence) -> list[Mention]:
    """The number of years that a sentence names, once for each way it is said: "fire år", "2011-2014", "treårig", dates."""
    found = [m for m in s.mentions if m.unit == "years" and not m.qualifier and not _ago(s, m)]
    dated = "20" in s.skeleton or "19" in s.skeleton
    for match in _SPAN.finditer(s.skeleton) if dated else ():
        first, last = match[1], match[1][: 4 - len(match[2])] + match[2]
        found.append(_said(s, match, Decimal(int(last) - int(first) + 1)))
    for match in _LONG.finditer(s.skeleton) if "årig" in s.skeleton else ():
        found.append(_said(s, match, Decimal(match["n"]) if match["n"].isdigit() else Decimal(_WORDS[match["n"]])))
    for match in _DATES.finditer(s.skeleton) if dated else ():
        months = _months_between(match)
        if months and months % 6 == 0:
            found.append(_said(s, match, Decimal(months) / 12))
    return found


def _ago(s: Sentence, m: Mention) -> bool:
    """ "seneste tre år", "fire år siden" and ages count no payments."""
    at = s.position(m)
    return bool(
        re.search(
            r"(?:seneste|sidste|forrige|om|efter|for|hvert|hver|ad|fyldt|under|over 1|de næste 1)\s$", s.skeleton[max(at - 12, 0) : at]
        )
        and not s.skeleton[max(at - 5, 0) : at].startswith("over")
    ) or s.skeleton[at + 1 : at + 8].startswith(" siden")


def _said(s: Sentence, match: re.Match[str], years: Decimal) -> Mention:
    start, end = s.offset(match.start()), s.offset(match.end() - 1) + 1
    return Mention(start, end, start, years, years, years, "years")


def _months_between(match: re.Match[str]) -> int:
    try:
        first = date(int(match[3]), _MONTHS[match[2]], int(match[1]))
        last = date(int(match[6]), _MONTHS[match[5]], int(match[4]))
    except ValueError:
        return 0
    months = (last.year - first.year) * 12 + last.month - first.month
    return months + 1 if first.day == 1 and last.day >= 28 else months if first.day == last.day else 0


def _one(durations: list[Mention]) -> Mention | None:
    """The duration, when all that is said of it agrees."""
    values = {d.value for d in durations}
    return durations[0] if len(values) == 1 and durations[0].value > 1 else None


def _years(ledger: Ledger, s: Sentence, before: Sentence | None, known: list[Mention], years: Mention | None) -> None:
    """ "412.500 kr. årligt i fire år, i alt 1.650.000", also when the total or the years stand in the next sentence."""
    money = [m for m in s.mentions if m.unit == "kr" and not m.bounded]
    yearly = [m for m in money if _yearly(s, m)]
    totals = [m for m in money if m not in yearly and not any(form.match(s.skeleton, s.position(m) + 1) for form in (_MONTHLY, _QUARTERLY))]
    if len(yearly) == 1 and years and len(totals) == 1:
        rate, total = yearly[0], totals[0]
        low, high = sorted((s.position(rate), s.position(total)))
        between = s.skeleton[s.position(min(rate, total, key=lambda m: m.start)) + 1 : high]
        if (
            _OVER.match(s.skeleton, s.position(total) + 1)
            or _LINK.search(s.skeleton, low, high)
            or _LINK.search(s.skeleton, max(low - 40, 0), low)
        ):
            certain = _OVER.match(s.skeleton, s.position(total) + 1) or bool(
                re.search(
                    r"i alt|ialt|tilsammen|samle|fordelt|svarende|dvs|det vil sige|=|altså|total|dermed|således|sammenlagt",
                    s.skeleton[max(low - 30, 0) : high],
                )
            )
            ledger.say(
                s,
                "product",
                "product",
                total,
                [rate, years],
                if_not=_unless_split(s, "error" if certain and not _NEW_SUBJECT.search(between) else "unverifiable"),
            )
    elif len(yearly) == 1 and years and len(totals) == 2 and totals[-1].start > yearly[0].start:
        _first_and_yearly(ledger, s, totals, yearly[0], years)
    elif len(yearly) == 1 and len(totals) == 1 and not years:
        _years_of_plan(ledger, s, totals[0], yearly[0], known)
    elif not yearly and years and len(totals) == 1 and before:
        _rate_before(ledger, s, before, totals[0], years)


def _years_of_plan(ledger: Ledger, s: Sentence, total: Mention, rate: Mention, known: list[Mention]) -> None:
    """ "3,2 mio. kr. om året og dermed 12,8 mio. kr. i hele perioden": the years are those that the text has named before."""
    low, high = sorted((s.position(rate), s.position(total)))
    whole = _WHOLE_PERIOD.search(s.skeleton) or re.search(r"=|\beller\b", s.skeleton[low:high])
    if not whole or not known or not rate.value:
        return
    times = total.value / rate.value
    fitting = [d for d in known if d.low * rate.low <= total.high and total.low <= d.high * rate.high]
    same = len({d.value for d in known}) == 1
    if fitting or same and times > 1:
        ledger.say(
            s,
            "product",
            "product",
            total,
            [rate, fitting[-1] if fitting else known[-1]],
            if_not=_unless_split(s, "warning" if same and whole.group() != "eller" else "unverifiable"),
        )


def _counts_a_year(ledger: Ledger, s: Sentence, years: Mention | None) -> None:
    """ "hvert år mindst 45 beboere, i alt 180 på fire år"."""
    match = _YEARLY_COUNT.search(s.skeleton)
    if match and years:
        ledger.say(s, "product", "product", s.of(match.start("t")), [s.of(match.start("r")), years], if_not="warning")


def _unless_split(s: Sentence, severity: str) -> str:
    """A sentence that names a first instalment or an addition may mean another sum."""
    return (
        "unverifiable"
        if re.search(r"\b(?:første år|engangs\w*|opstart\w*|hertil|dertil|fratrukket|p/l|fremskrev\w+|indeks\w+|hvert halve)\b", s.skeleton)
        else severity
    )


def _first_and_yearly(ledger: Ledger, s: Sentence, totals: list[Mention], rate: Mention, years: Mention) -> None:
    """ "3,1 mio. kr. i 2025 og 4,2 mio. kr. årligt fra 2026, i alt 15,7 mio. kr. over de fire år"."""
    first, total = totals
    if first.start < rate.start < total.start and re.search(
        r"\b(?:fra|herefter|derefter|de følgende|i)\b", s.skeleton[s.position(rate) : s.position(total)]
    ):
        before = re.search(r"(?<![\d.])(?:19|20)\d\d(?!\d)", s.skeleton[s.position(first) : s.position(rate)])
        span = _SPAN.search(s.skeleton, s.position(rate))
        rest = years.value if before and span and int(before.group()) < int(span[1]) else years.value - 1
        ledger.say(s, "product", "sum", total, [first, rate], weights=[1, int(rest)] if rest == int(rest) else [1, rest], if_not="warning")


def _rate_before(ledger: Ledger, s: Sentence, before: Sentence, total: Mention, years: Mention) -> None:
    """ "… udgør 3.450.000 kr. om året. Over planens fire år bliver lønudgiften 13.600.000 kr."."""
    yearly = [m for m in before.mentions if m.unit == "kr" and _yearly(before, m)]
    if len(yearly) == 1 and _OVER_YEARS.match(s.skeleton) and s.position(total) > 0 and years.start < total.start:
        alone = len([m for m in before.mentions if m.unit == "kr"]) == 1
        if re.search(r"bliver|udgør|svarer|giver|koster|er|i alt", s.skeleton):
            ledger.say(s, "product", "product", total, [yearly[0], years], if_not=_unless_split(s, "error" if alone else "unverifiable"))


def _rates(ledger: Ledger, s: Sentence) -> None:
    """ "25.000 kr. pr. bolig for 84 boliger, i alt 2,1 mio. kr.", "84 boliger à 25.000 kr.", and the rate as a quotient."""
    for match in [m for form in (_EACH, _EACH_OF_THE, _A_PIECE) for m in form.finditer(s.skeleton)]:
        _rate_claim(ledger, s, s.of(match.start("r")), s.of(match.start("n")))
    for match in _RATE.finditer(s.skeleton):
        rate, noun = s.of(match.start("r")), match["noun"]
        counts = [m for m in s.mentions if m.unit == "number" and m.noun and same_thing(m.noun, noun)]
        if len(counts) == 1 and noun not in ("måned", "kvartal", "året"):
            _rate_claim(ledger, s, rate, counts[0])


def _rate_claim(ledger: Ledger, s: Sentence, rate: Mention, count: Mention) -> None:
    totals = [m for m in s.mentions if m.unit == rate.unit and m is not rate and m is not count and not m.bounded]
    if len(totals) != 1 or rate.bounded or re.search(r"\bpr\. \w+ pr\.", s.skeleton):
        return
    total = totals[0]
    if _timed(s, total) or re.search(r"^\s*(?:pr\.|per)\s*\w+ (?:om|i|pr)\b", s.skeleton[s.position(rate) + 1 :]):
        return
    low, high = sorted((s.position(rate), s.position(total)))
    if not _LINK.search(s.skeleton, low, high) or _NEW_SUBJECT.search(s.skeleton, low + 1, high):
        return
    if (
        rate.start > total.start
        and rate.qualifier != "about"
        and re.search(r"svarende til|dvs|det vil sige|=|altså|dermed|eller", s.skeleton[low:high])
    ):
        ledger.say(s, "product", "quotient", rate, [total, count], if_not="warning")
    else:
        ledger.say(s, "product", "product", total, [count, rate], if_not="error")


def _monthly_rates(ledger: Ledger, s: Sentence) -> None:
    """ "125 kr. om måneden pr. medarbejder, og med 1.500 medarbejdere er det 2,25 mio. kr. årligt"."""
    for match in _MONTHLY_RATE.finditer(s.skeleton):
        rate, noun = s.of(match.start("r")), match["noun"] or match["noun2"]
        counts = [m for m in s.mentions if m.unit == "number" and m.noun and same_thing(m.noun, noun)]
        totals = [m for m in s.mentions if m.unit == "kr" and m is not rate and _YEARLY.match(s.skeleton, s.position(m) + 1)]
        if len(counts) == 1 and len(totals) == 1:
            months = replace(rate, value=Decimal(12), low=Decimal(12), high=Decimal(12), unit="number")
            ledger.say(s, "product", "product", totals[0], [counts[0], rate, months], if_not="warning")


def _for_each(ledger: Ledger, s: Sentence) -> None:
    """ "De ti stoppesteder koster 3,5 mio. kr., altså 350.000 kr. for hvert"."""
    match = _FOR_EACH.search(s.skeleton)
    counts = [m for m in s.mentions if m.unit == "number" and m.value > 1 and not m.bounded]
    totals = [m for m in s.mentions if m.unit == "kr" and not m.bounded]
    if match and len(counts) == 1 and len(totals) == 2 and counts[0].noun:
        ledger.say(s, "product", "quotient", s.of(match.start("r")), [totals[0], counts[0]], if_not="warning")


def same_thing(one: str, other: str) -> bool:
    """ "bolig" and "boliger", "barn" and "børn": the same consonants at the front."""
    bare = [_VOWELS.sub("", w)[:3] for w in (one, other)]
    return one[:1] == other[:1] and bare[0][: len(bare[1])] == bare[1][: len(bare[0])] and bool(bare[0] and bare[1])


def _timed(s: Sentence, m: Mention) -> bool:
    """Is the amount one for each month, quarter or year?"""
    return any(form.match(s.skeleton, s.position(m) + 1) for form in (_MONTHLY, _QUARTERLY, _YEARLY))


def _per_unit(ledger: Ledger, s: Sentence, earlier: list[Sentence]) -> None:
    """ "Gaden er 320 meter, og det giver 11.250 kr. pr. meter": the amount stands in a sentence before."""
    for match in _RATE.finditer(s.skeleton):
        rate, noun = s.of(match.start("r")), match["noun"]
        counts = [m for m in s.mentions if m.unit == "number" and m.noun and same_thing(m.noun, noun)]
        here = [m for m in s.mentions if m.unit == "kr" and m is not rate]
        there = [m for t in earlier for m in t.mentions if m.unit == "kr" and not m.bounded and not m.per and m.value > rate.value]
        if len(counts) != 1 or here or not there or not _CONCLUDES.search(s.skeleton, 0, s.position(rate)):
            continue
        fitting = [m for m in there if m.low <= rate.high * counts[0].high and rate.low * counts[0].low <= m.high]
        whole = fitting[-1] if fitting else there[-1]
        ledger.say(s, "product", "quotient", rate, [whole, counts[0]], if_not="warning" if len(there) == 1 else "unverifiable")


def _price_before(ledger: Ledger, s: Sentence, before: Sentence | None) -> None:
    """ "Timeprisen er 850 kr., og der er brugt 40 timer. Det bliver 34.000 kr."."""
    total = [m for m in s.mentions if m.unit == "kr"]
    if before is None or len(total) != 1 or not _IT_GIVES.match(s.skeleton) or not _UNIT_PRICED.search(before.skeleton):
        return
    rates = [m for m in before.mentions if m.unit == "kr"]
    counts = [m for m in before.mentions if m.unit == "number" and m.noun]
    if len(rates) == 1 and len(counts) == 1 and len(before.mentions) == 2:
        ledger.say(s, "product", "product", total[0], [counts[0], rates[0]], if_not="warning")


def _times(ledger: Ledger, s: Sentence) -> None:
    """ "4 x 1,4 mio. kr. = 5,6 mio. kr."."""
    for match in _TIMES.finditer(s.skeleton):
        a, b, t = (s.of(match.start(g)) for g in "abt")
        if (t.unit == "kr") == ("kr" in (a.unit, b.unit)) and (a.unit, b.unit) != ("kr", "kr"):
            ledger.say(s, "product", "product", t, [a, b])


def _months(ledger: Ledger, s: Sentence) -> None:
    """ "4.650 kr. pr. måned, svarende til 55.800 kr. om året"."""
    money = [m for m in s.mentions if m.unit == "kr" and not m.bounded]
    for form, times in ((_MONTHLY, 12), (_QUARTERLY, 4)):
        parts = [m for m in money if form.match(s.skeleton, s.position(m) + 1)]
        whole = [m for m in money if _yearly(s, m) and m not in parts]
        if len(parts) == 1 and len(whole) == 1:
            low, high = sorted((s.position(parts[0]), s.position(whole[0])))
            if re.search(r"svarende til|dvs|det vil sige|=|altså|dermed|eller|i alt", s.skeleton[low:high]):
                ledger.say(s, "product", "sum", whole[0], [parts[0]], weights=[times], if_not="error")


def _doubled(ledger: Ledger, s: Sentence) -> None:
    """ "fordoblet fra 1.200 til 2.400": roughly twice, or roughly half."""
    for match in _DOUBLE.finditer(s.skeleton):
        word = match["word"] or match["word2"]
        a, b = (s.of(match.start(g if match["word"] else f"{g}2")) for g in "ab")
        if a.unit != b.unit or not a.value:
            continue
        factor = Decimal("0.5") if word.startswith("hal") else Decimal(2)
        want = replace(b, value=b.value, low=b.low * (1 - _ROOM), high=b.high * (1 + _ROOM))
        before = s.skeleton[max(match.start() - 25, 0) : match.start() + 40]
        loose = re.search(r"mere end|mindst|over|næsten|knap|godt|op mod", before)
        ledger.say(s, "product", "sum", want, [a], weights=[factor], if_not="unverifiable" if loose else "warning")
