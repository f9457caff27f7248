"""Amounts of money in running text, with what the words beside them say: how often, which years, which prices, and what for."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from extractors.figures import parts
from extractors.figures.horizon import Horizon, yearly_list
from extractors.figures.passage import Passage
from extractors.figures.purposes import purpose
from extractors.figures.turns import in_turn
from minutes import qualifiers, terms
from minutes.measures import Measure
from minutes.needs import led
from minutes.records import Amount

_INCOME = re.compile(r"indtægt|mindreudgift|mindreforbrug|overskud|besparelse|provenu|refusion")
_EXPENSE = re.compile(r"udgift|merforbrug|mindreindtægt|underskud|bevilling|omkostning")
_BASIS = led(r"\b(netto|brutto)", re.I)
_ONCE = re.compile(r"engangs|\bén gang\b|éngangs")
_LASTING = led(r"\b(?:varigt?|varige|permanent\w*)\b")
_CHANGE = led(
    r"(?:altså|dermed|dvs\.|(?:mer|mindre)(?:pris|udgift)en (?:er|bliver)|en (?:stigning|forhøjelse|nedgang|besparelse|forskel) på"
    r"|et fald på|det er|så \w+ bliver)[^.;\n\d]{0,25}$",
    re.I,
)
_MOVED = re.compile(
    r"^[^;:\n\d]{0,60}\b(?:stige[rt]?|steg|falde[rt]?|faldt|hæves|sænkes|sættes|sat|ændres|forhøjes|nedsættes|reguleres)\b"
    r"[^.;:\n]{0,60} til $"
    r"|^[^;:\n]{0,40}\b(?:hvor|mens|men) (?:den|det) (?:[^.,;:\n]{0,40} )?(?:er|var|lå|ligger|kostede?|koster|betales)(?: på)? $"
    r"|^(?:[^;:\n\d]|m[23]){0,60}\b(?:er|var|ligger|lå|bliver|koster) "
    r"(?:den|det|prisen|\w*lejen|\w*gebyret|\w*taksten|\w*satsen|\w*bidraget)(?: på)? $",
    re.I,
)
"""What the amount before becomes, or is elsewhere: "1.040 kr. om året og vil falde til", "5 kr. pr. m2. I Vig er den"."""
_YEARLY_TOTAL = re.compile(r"\b(?:om året|årligt|pr\. år)\b[^.;\d]{0,40}\b(?:i alt|tilsammen|samlede \w+ (?:er|bliver|udgør)) $", re.I)
"""What the price of one a year comes to: "520.000 kr. pr. plads om året, i alt"."""
_PRICE = re.compile(r"\b(?:\w*pris(?:en)?|\w*billet\w*|\w*takst(?:en)?|koste[rd]?e?)\b(?!.*nærmeste)", re.I)
_NO_PRICE = re.compile(
    r"nærmeste|hundred|tilskud|bevil|støtte|\bsøg|\byde[rst]|andrag|\bgave|legat|saml|difference|manko|rest|saldo|bøde|i alt|tilsammen"
    r"|skud\b",
    re.I,
)
"""What a small sum may be that is no price."""
_FEE = re.compile(
    r"\b(?:\w*takst|\w*gebyr|tilslutnings(?:pris|bidrag|afgift))(?:en|et)?\b(?:(?!kr\b|indbring|giver|gav\b|indtægt|provenu)[^.;]){0,60}"
    r"\b(?:er|var|bliver|blev|på|til|udgør) (?:kr\.? )?$"
    r"|\bpris(?:en|erne) [^.;]{2,60}\b(?:spænder|varierer|svinger) (?:fra|mellem) (?:[\d.,]+ kr\. (?:til|og) )?$"
    r"|(?:^|: |\b(?:at|da|og|så) )(?:en|et|én|ét) (?!nyt?\b|gennemsnitlig)\w+(?<!ing)(?<!else)(?<!tion)[ ,](?:(?!kr\b)[^.;])*"
    r"\b(?:koster|udløser)\b[^.,;\d]{0,30}(?:i \d{4} )?$",
    re.I,
)
"""What leads to a fee, or to what one thing costs, though much is told of it: "Et udkald, hvor alle 14 ruter køres, koster"."""
_LEAD = 100
"""Characters before an amount that may say that it is the price of one."""
_SUM = 1_000_000
"""Less than this may be what one thing costs."""
_THIS_YEAR = led(r"\bi (?:indeværende )?år\b[^.,;:\d]{0,30}$|\bårets (?:budget|bevilling|ramme|pulje) på $", re.I)
_NOW = re.compile(r" i (?:indeværende år|år)\b(?! \d)")
"""What gives an amount the year of the meeting: "Rådet har i år"."""
_YEAR_BESIDE = r"\b(?:året (?P<way>før|forinden|efter)|det (?P<told>foregående|forrige|følgende) år)\b"
_BESIDE_AFTER, _BESIDE_BEFORE = re.compile(rf"^,? (?:i )?{_YEAR_BESIDE}"), re.compile(rf"{_YEAR_BESIDE}[^.;\d]{{0,30}}$")
"""What gives an amount the year beside one that was named: "18,7 mio. kr. mod 20,1 mio. kr. året før"."""
_SINCE = re.compile(rf"\bsiden ({terms.YEAR})\b[^.;\d]{{0,40}}\b(?:i alt|samlet|tilsammen|sammenlagt)\b[^.;\d]{{0,30}}$", re.I)
_PART = re.compile(r"\b(?:idet|heraf|hvoraf|nemlig|fordelt|bestående|halvdelen)\b", re.I)
_LISTED = re.compile(r"^ (?:til|i|på|for) [^.;\d]{2,40}(?:,| og)[^.;\d]{0,20}$", re.I)
_OTHER_TIME = re.compile(
    r"\b(?:mod(?! (?:et |en )?(?:\w+ )?budget)|sidste år|året før|tidligere|derefter|herefter|(?:de|i) \w* ?følgende år|nu)\b",
    re.I,
)
_DERIVED = re.compile(
    r"\b(?:altså|hvilket|hvorved|dvs|det vil sige|dermed|således|så (?!der\b)|svarende til|svarer til|sammenlagt|tilsammen|i alt|samlet"
    r"|en (?:stigning|fremgang|forøgelse|nedgang|forskel|besparelse|forbedring)|et (?:fald|løft))\b",
    re.I,
)
"""What is reckoned from the amount before it has not its year."""
_FROM_TO = re.compile(rf" fra {terms.YEAR} til {terms.YEAR}\b")
_SHIFTED = re.compile(
    r"\b(?:overfør\w*|flytte[st]?|forskyde[st]?|steg|stige[rt]?|fald(?:er|t|et)?|vokse[rt]?|voksede|ændre[rdt]\w*)\b", re.I
)
"""What is moved or changes from one year to another belongs to neither: "steg med 8,5 mio. kr. fra 2010 til 2011"."""
_BACK = re.compile(r"^,? (?:til|og|mod) $")
_AGAINST = re.compile(r"^ (?:pr\. )?[^.,;\d]{2,40}(?<! op) (?:i?mod)(?: [a-zæøå]*gennemsnit\w*)?(?: på)?(?: kr\.?)? $")
"""The rate between two amounts that are compared: "2.110 kr. om måneden mod 2.050 kr."."""
_GAP = re.compile(
    r"(?: (?:årligt|om året|pr\.? \w+|om måneden|månedligt|stykket|for hver\w*(?: \w+)?|hver))?"
    r"(?: (?:for|til|på|i) [^.,;:\d]{2,30})?,? (?:og|samt|mens|men)"
    r" (?!.*(?:anlæg|bygge|etabler|engang|indkøb|inventar|udstyr|opstart|i alt|tilsammen))"
    r"(?:(?:for|til|fra|hos|i|ved) [^.,;:\d]{2,40}(?<!er)(?<!es)(?<!de)(?<!te)|[A-ZÆØÅ][^.,;:\d]{2,30}|\w+, (?:der|som) [^.,;:\d]{2,40},"
    r"|\w+(?:en|et)|\w+ [\dA-H])(?: med)? "
)
"""What stands before the second amount of two whose verb and rate are said once: "340.000 kr. pr. grund, og Bakkedraget"."""
_BUT = re.compile(r", dog (?:kun|højst|mindst) $")
_YEAR = re.compile(rf"(?<![\d.,]){terms.YEAR}(?![\d.,]\d|\d)")
_OF_A_TOTAL = Decimal("1.9")
"""An amount this many times the rate before it is a total and not another rate."""


def read(passage: Passage, i: int) -> Amount:
    """The amount that measure `i` is, by the words right beside it."""
    measure = passage.measures[i]
    kind, _ = passage.leads[i]
    oere, low, high = interval(measure, kind)
    before, after = passage.before(i), passage.after(i)
    lead = passage.between(i)
    near = lead[-60:]
    about = f"{near} {passage.until_next(i)[:40]}".lower()
    per = terms.rate(lead[-_LEAD:], after, before, measure.value < _SUM)
    return Amount(
        passage.source(measure.start, measure.end),
        oere,
        low,
        high,
        approximate=kind in ("about", "below", "above"),
        per=per,
        period=_period(passage, after, before.rpartition(",")[2] if per == "unit" else before),
        price_level=terms.price_level(passage.until_next_unit(i)[:40]),
        item=passage.item(measure.start),
        bound=kind if kind in ("upper", "lower") else None,
        flow=flow(about),
        basis=basis(near[-20:]),
        one_off=True if "gang" in about and _ONCE.search(about) else False if _LASTING.search(about) else None,
        purpose=purpose(near, after),
    )


def interval(measure: Measure, kind: str | None) -> tuple[int, int, int]:
    """Øre: the value, and the lowest and highest that the digits and the word before them allow."""
    allowed = qualifiers.allows(measure.value, measure.step, kind)
    high = allowed.high if measure.until is None else measure.until + measure.step / 2
    return (
        int(measure.value * 100),
        int((allowed.low * 100).to_integral_value(ROUND_FLOOR)),
        int((high * 100).to_integral_value(ROUND_CEILING)),
    )


def _period(passage: Passage, after: str, before: str) -> tuple[int, int] | None:
    found = None if _FROM_TO.match(after) and _SHIFTED.search(before) else terms.period_after(after)
    if found:
        first, last = found
        return first, last if last is not None else _horizon(passage, first)
    if match := _BESIDE_AFTER.match(after) or _BESIDE_BEFORE.search(before):
        named = _YEAR.findall(before[: match.start()] if match.re is _BESIDE_BEFORE else before)
        beside = int(named[-1]) + (1 if (match["way"] or match["told"]) in ("efter", "følgende") else -1) if named else 0
        return (beside, beside) if named else None
    total, listed, rest = before.rpartition(": ")
    found = terms.period_before(rest if listed and "kr" in total else before)
    held = passage.structure.meeting_date
    if held and (since := _SINCE.search(before)):
        return terms.years(since[1], str(held.year))
    return found or ((held.year, held.year) if held and (_THIS_YEAR.search(before) or _NOW.match(after)) else None)


def _horizon(passage: Passage, first: int) -> int:
    """Where "fra 2026" ends: the last year of the span of years in the document that holds it, else the year itself."""
    for match in re.finditer(rf"({terms.YEAR})[-–]({terms.YEAR}|\d\d)(?!\d)", passage.text):
        span = terms.years(match[1], match[2])
        if span and span[0] <= first <= span[1]:
            return span[1]
    return first


def flow(words: str) -> str | None:
    """expense or income, where the words tell."""
    words = words.lower()
    income, expense = _INCOME.search(words), _EXPENSE.search(words)
    if income and (not expense or "mindreudgift" in words):
        return "income"
    return "expense" if expense and not income else None


def basis(words: str) -> str | None:
    """net or gross, where the words tell."""
    match = _BASIS.search(words)
    return {"netto": "net", "brutto": "gross"}[match[1].lower()] if match else None


def in_context(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """Let an amount without years or rate of its own take those that the words around it refer to."""
    if not amounts:
        return []
    horizon = Horizon.of(passage.flow)
    result: list[Amount] = []
    borrowed = False
    own: list[bool] = []
    for amount in amounts:
        last = result[-1] if result else None
        own.append(True)
        if last and amount.source.at - last.source.at < parts.FAR:
            between = passage.text[last.source.at + len(last.source.quote) : amount.source.at]
            if amount.per and not last.per and _BACK.match(between):
                result[-1] = last = replace(last, per=amount.per)
            together = passage.sentence(last.source.at)[0] == passage.sentence(amount.source.at)[0]
            borrowed = bool(last.per) and _borrows(amount, last, between, together, borrowed)
            if not amount.per and last.per == "unit" and together and _YEARLY_TOTAL.search(between):
                amount = replace(amount, per="year")
            elif not amount.per and (borrowed or last.per and _is_small(amount) and "\n" not in between):
                amount = replace(amount, per=last.per)
            if together and last.period and not _has_years(passage, amount, between):
                own[-1] = False
                span = _of_parts(passage, amount, result) if parts.ALL_OF.search(between) else last.period
                amount = replace(amount, period=span if _inherits(passage, amount, last, last.period, between) else None)
            elif together and not own[-2] and not last.period and _BACK.match(between) and not _has_years(passage, amount, between):
                own[-1], amount = False, replace(amount, period=None)
        result.append(amount)
    parts.share_rate(passage.text, result)
    result = [replace(a, per="unit") if _is_price(passage, a) else a for a in result]
    result = [a if a.per else replace(a, per="year") if yearly_list(passage.flow, a.source.at) else a for a in result]
    fixed = [mine and a.period is not None and not _wider(a) for a, mine in zip(result, own, strict=True)]
    wider = ((a, None if f else _referred(passage, horizon, a)) for a, f in zip(result, fixed, strict=True))
    return in_turn(passage, [replace(a, period=period) if period else a for a, period in wider])


def _of_parts(passage: Passage, total: Amount, before: list[Amount]) -> tuple[int, int]:
    """The years of the parts that a sentence adds up: "6,5 i 2014 og 9,0 årligt i 2015-2017, i alt"."""
    start = passage.sentence(total.source.at)[0]
    spans = [a.period for a in before[-6:] if a.source.at >= start and a.period]
    return min(first for first, _ in spans), max(last for _, last in spans)


def _borrows(amount: Amount, last: Amount, between: str, together: bool, again: bool) -> bool:
    """Has an amount the rate of the one before it: a part of it, compared with it, or the change that it means? `again`: that one had."""
    less = last.per != "unit" or abs(amount.oere) <= abs(last.oere)
    part = less and together and amount.period in (None, last.period) and bool(_PART.search(between) or again and _LISTED.search(between))
    gapped = together and (_GAP.fullmatch(between) or _BUT.search(between)) and abs(amount.oere) <= 4 * abs(last.oere)
    if part or gapped or between == " til " or _AGAINST.match(between) or _MOVED.search(between) and _is_near(amount, last):
        return True
    return bool(_CHANGE.search(between)) and (again or not _is_total(amount, last))


def _is_near(amount: Amount, rate: Amount) -> bool:
    """Are two amounts of a size, as a price before and after?"""
    return abs(rate.oere) <= 2 * abs(amount.oere) and abs(amount.oere) <= 2 * abs(rate.oere)


def _is_small(amount: Amount) -> bool:
    """Is it the price of one thing rather than a sum? No council decides on less than 1.000 kr."""
    return 0 < amount.oere < 100_000


def _is_price(passage: Passage, amount: Amount) -> bool:
    """Is it said to be a price, and not how often it is paid?"""
    at = amount.source.at
    return not amount.per and _is_small(amount) and bool(_PRICE.search(passage.text[passage.sentence(at)[0] : at]))


def priced(passage: Passage, amounts: list[Amount]) -> list[Amount]:
    """The amounts as they are shown: one so small that it can only be a price is one, though no word says it, and so is a fee or what one
    thing costs. Nothing is reckoned from that: a grant, a fine or a difference may be small too."""

    def is_price(amount: Amount) -> bool:
        at = amount.source.at
        if amount.per or amount.table >= 0 or not 0 < amount.oere < _SUM * 100:
            return False
        before, block = passage.text[passage.sentence(at)[0] : at], passage.flow.block_at(at)
        if _is_small(amount) and not _NO_PRICE.search(before):
            return block is None or block.kind != "heading"
        return bool(_FEE.search(before))

    return [replace(a, per="unit") if is_price(a) else a for a in amounts]


def _is_total(amount: Amount, rate: Amount) -> bool:
    """ "9.800 kr. pr. indbygger, altså 600 mio. kr." is no rate."""
    return abs(amount.oere) >= abs(rate.oere) * _OF_A_TOTAL


def _has_years(passage: Passage, amount: Amount, between: str) -> bool:
    """Do years stand beside the amount itself?"""
    end = amount.source.at + len(amount.source.quote)
    after = passage.text[end : passage.sentence(end - 1)[1]].rstrip()
    quote = amount.source.quote
    beside = _BESIDE_AFTER.match(after) or _BESIDE_BEFORE.search(between)
    return bool(beside or terms.period_after(after) or _YEAR.search(terms.beyond_period(between + quote).removesuffix(quote)))


def _inherits(passage: Passage, amount: Amount, last: Amount, years: tuple[int, int], between: str) -> bool:
    """Has an amount the years of the one before it in its sentence? The price of one has none, what comes every year not one year's, a sum
    reckoned from it only a span's."""
    end = amount.source.at + len(amount.source.quote)
    if amount.per == "unit" or _OTHER_TIME.search(between + "|" + passage.text[end : end + 40].split(".")[0]):
        return False
    if amount.per == "year" and last.per is None and years[0] == years[1]:
        return False
    return years[0] < years[1] or not _DERIVED.search(between) and ":" not in between


def _referred(passage: Passage, horizon: Horizon, amount: Amount) -> tuple[int, int] | None:
    at = amount.source.at
    start, end = passage.sentence(at)
    after = _NUMBER.split(passage.text[at + len(amount.source.quote) : end], maxsplit=1)[0]
    near = passage.text[max(start, at - 45) : at] + "|" + after[:60]
    return horizon.referred(at, near) or horizon.heading(at) or (None if amount.period else _spanned(passage.text[start:end], at - start))


def _spanned(sentence: str, at: int) -> tuple[int, int] | None:
    """The one span of years of a sentence, where no other year and no other number stands between it and the amount.

    "38,4 mio. kr. til byrum i 2021-2024", "Budgettet for 2011-2014 er på 20,8 mio. kr.", and not what is set aside "i budget 2021-2024".
    """
    spans = [m for m in _YEARS.finditer(sentence) if not _IN_BUDGET.search(sentence, 0, m.start())]
    if len(spans) != 1 or _YEAR.search(_YEARS.sub(" ", sentence)):
        return None
    between = sentence[at : spans[0].start()] if spans[0].start() > at else sentence[spans[0].end() : at]
    between = _AMOUNT.sub("", between, count=1) if spans[0].start() > at else between
    return None if any(map(str.isdigit, between)) else terms.years(spans[0][1], spans[0][2])


_YEARS = led(rf"(?<![\d.,])({terms.YEAR})\s?[-–]\s?({terms.YEAR})(?![\d.,]\d|\d|\s?-?\s?(?:p/l|pl\b|pris))")
_IN_BUDGET = re.compile(r"\b(?:i|af|til) (?:\w+s )?budget\w*(?: for)?(?: årene)? $")
_NUMBER = re.compile(r"[\d½]")
_AMOUNT = re.compile(r"(?:kr\.?\s)?[\d.,]+")


def _wider(amount: Amount) -> bool:
    """May a single year, taken from the sentence, give way to a whole period?"""
    return amount.period is not None and amount.period[0] == amount.period[1]
