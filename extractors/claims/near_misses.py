"""Figures that others nearly make up: a sum, a difference, a share or a product whose wording no other family knows.

No form of words is looked for, only a word of the right kind in the passage ("finansieres", "resterende", "pr."). In turn the figures must
say it themselves: nothing near by fits the stated one, and a single reading of it comes so close that only a mistake lies between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from itertools import combinations, pairwise
from math import prod
from operator import or_

from extractors.claims.changes import SUPPOSED
from extractors.claims.enumerations import UNREAD
from extractors.claims.fit import adds_up, differ_by, meets, multiplies, scale_slipped, slipped
from extractors.claims.mentions import Mention
from extractors.claims.products import ADDED
from extractors.claims.rates import durations, rate_of
from extractors.claims.sentences import QUANTIFIED, Ledger, Sentence
from minutes.needs import needs
from minutes.records import Claim, Source

BACK = 2
"""Sentences before this one that belong to the passage."""
MOST = 9
"""Figures of one unit in a passage; more are a list of many things."""
NEAR_SUM = NEAR_PERCENT = NEAR_AVERAGE = Decimal("0.12")
NEAR_DIFFERENCE, NEAR_FRACTION, NEAR_PRODUCT, ROUNDED = Decimal("0.2"), Decimal("0.4"), Decimal("0.35"), Decimal("0.01")
"""How far from the stated figure the computed one may be, as a part of it: what a mistake leaves."""

_SHARED = re.compile(
    r"\b(?:fordel\w*|opdel\w*|finansier\w*|dele[st]|delt|består|omfatter|dækker|dækkes|sammensæt\w*|sammensat|resterende|øvrige|sidste"
    r"|resten(?=,? [\ue000\ue005])|anvendes|bruges|går til|\w*poster\w*)\b"
)
_TOTALLED = re.compile(r"\b(?:i alt|ialt|tilsammen|sammenlagt|samlede?|samlet|total\w*|sum(?:men)?|løber|giver|bliver)\b")
_OPEN = re.compile(
    r"\b(?:blandt andet|bl\.a\.|f\.eks\.|fx|primært|især|hovedsagelig\w*|navnlig|fortrinsvis|herunder|delvis\w*|først og fremmest|mere end"
    r"|største|vigtigste|væsentligste|blandt|stem(?:mer|te|t)|imod|hertil kommer|dertil kommer|derudover|desuden|herudover"
    r"|yderligere|sidste år|året før|tidligere|oprindelig\w*|eksklusive|ekskl"
    r"|af (?:dem|disse))"
    r"|\b(?:resten|restbeløb\w*)(?!,? [\ue000\ue005])|\beller\b|\bmod [\ue000\ue005]"
)
_CHANGE = re.compile(
    r"\b(?:stig(?!ma)|steg\b|voks[et]|vokser?\b|øge[rst]?\b|øget|forøge|forhøje|udvide|fald(?:et|er|t)?\b|reducere|nedsæt|nedsat|nedbr[ia]|færre"
    r"|flere|ekstra|mere\b|mindre\b|kortere|længere|lavere|højere|billigere|dyrere|yderligere|mangler|tilbage|resterer|forskel|difference)"
    r"|(?:besparelse|nedgang|tilgang|afgang|vækst|reduktion|stigning|nedsættelse|forøgelse|forhøjelse|udvidelse|overskud|underskud|merudgift"
    r"|mindreudgift|merforbrug|mindreforbrug|merindtægt|mindreindtægt|overskridelse|restgæld|tilvækst|rest)(?:e[nt]|er|erne|s)?\b"
)
_FRACTION = re.compile("[\ue001\ue006]")
_LEVEL = re.compile(r"\b(?:fra|til|end|mod|herefter) (?:\w+ )?$")
_DRAWN = re.compile(
    r"(?:\b(?:svarende til|svarer til|dvs\.?|det vil sige|altså|giver|hvilket|eller|udgør|nemlig|lig med|dække\w*|betaler"
    r"|står for|finansierer)\b"
    r"|\()[^\ue000-\ue007]{0,40}$"
)
_EACH_BEFORE = re.compile(
    r"(?:\b(?:hver|hvert|à|á|a|månedlig\w*|ugentlig\w*)|[@×]) (?:\w+ ){0,2}?$"
    r"|\b(?:et?|[eé]n|[eé]t|hvert?) [a-zæøå]{4,} (?:er (?:sat|beregnet|anslået|opgjort) til|koster|giver|udløser) (?:ca\. )?$"
)
_AVERAGE = re.compile(r"(?:\bgennemsnit\w*|kvotient(?:en)?)\b[^\ue000-\ue007]{0,40}$")
_COMES_TO = re.compile(
    r"\b(?:i alt|ialt|tilsammen|sammenlagt|samle\w+|total\w*|giver|svarer til|svarende til|dermed|således|altså|derfor"
    r"|hvilket|bliver|beløber|løber|medfører|udgør|så|\w*(?:udgift|indtægt|besparelse)(?:en|er)?)\b"
)
_SUMMED, _CHANGED, _LINKED, _COMING_TO = needs(_SHARED, _TOTALLED), needs(_CHANGE), needs(_DRAWN), needs(_COMES_TO)
_AVERAGED = needs(_AVERAGE)
TIMES = 5
"""Two figures farther apart are hardly one thing before and after."""
NOUN = 4
"""Letters by which the words of two counts are held together: "uger", "ugers"."""
MONTHS = Decimal(12)
FEW = 20
"""People and houses below this are no exact share of anything."""
LONGEST = 15
"""Years that are multiplied with; more are somebody's age."""
_MEASURED = {"timer", "dage", "uger", "år", "minutter", "point"}
_TOLD = {"kr", "number"}
_JOINED = re.compile(r",|\bog\b|\bsamt\b|\bmens\b")
_YEAR = re.compile(r"(?<![\d.])(?:19|20)\d\d(?![\d.]\d)")


class Passage:
    """A sentence with those right before it in the same item, and the figures of them all in order."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self.sentences, self.last = sentences, sentences[-1]
        self.at = {m.start: s for s in sentences for m in s.mentions}
        self.figures = [m for s in sentences for m in s.mentions]

    def of(self, unit: str) -> list[Mention]:
        """The figures of a unit."""
        return [m for m in self.figures if m.unit == unit]

    def new(self, *told: Mention) -> bool:
        """Does one of them stand in the last sentence? Else the passage before has been asked."""
        return any(m.start >= self.last.start for m in told)

    def bound(self, m: Mention) -> bool:
        """Is it a sum or a difference of the other figures of its unit?"""
        return _given(m, [o for o in self.of(m.unit) if o is not m])

    def lead(self, m: Mention) -> str:
        """The words between the figure before and this one."""
        s = self.at[m.start]
        return re.split("[\ue000-\ue007]", s.skeleton[: s.position(m)])[-1]


def find(ledger: Ledger) -> None:
    """Every figure that others nearly make up, and none fits."""
    before = len(ledger.claims)
    for s, earlier in ledger.in_turn(BACK, QUANTIFIED):
        if s.kind != "paragraph":
            continue
        item = ledger.structure.item_at(s.start)
        passage = Passage([*(t for t in earlier if t.mentions and t.kind == s.kind and ledger.structure.item_at(t.start) == item), s])
        held = reduce(or_, (t.holds for t in passage.sentences))
        for unit in ("kr", "number"):
            figures = passage.of(unit)
            if 2 < len(figures) <= MOST:
                if held & _SUMMED:
                    _sums(ledger, passage, figures)
                if held & _CHANGED:
                    _differences(ledger, passage, figures)
            if len(figures) > 1 and held & _LINKED:
                _shares(ledger, passage, figures)
        if held & _AVERAGED:
            _averages(ledger, Passage(passage.sentences[-2:]))
        if held & _COMING_TO:
            _products(ledger, Passage(passage.sentences[-2:]))
    known = {_place(c) for c in ledger.claims[:before] if c.extra.get("if_not") != "unverifiable"}
    ledger.claims[before:] = [c for c in ledger.claims[before:] if _place(c) not in known]


def _place(claim: Claim) -> Source | None:
    return claim.stated.source if claim.stated else None


def _same(a: Mention, b: Mention) -> bool:
    return a.unit == "kr" or not a.noun or not b.noun or a.noun[:NOUN] == b.noun[:NOUN]


def _near(computed: Decimal, stated: Mention, part: Decimal) -> bool:
    return abs(computed - stated.value) <= part * abs(stated.value)


# sums


def _sums(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    """A whole right before its parts, or right after them."""
    for i, whole in enumerate(figures):
        if whole.bounded or whole.value <= 0 or whole.unit == "number" and not whole.noun:
            continue
        alike = [[m for m in t.mentions if m.unit == whole.unit] for t in passage.sentences]
        runs = [[m for m in told if (m.start > whole.start) is after] for told in alike for after in (True, False)]
        runs = [r for r in runs if len(r) > 1 and passage.new(whole, *r) and _may_be_parts(passage, whole, r)]
        near = [r for r in runs if _near(sum((p.value for p in r), Decimal(0)), whole, NEAR_SUM)]
        if len(near) == 1 and not _given(whole, [*figures[:i], *figures[i + 1 :]]):
            ledger.say(passage.at[whole.start], "sum", "sum", whole, near[0], if_not="warning")


def _may_be_parts(passage: Passage, whole: Mention, parts: list[Mention]) -> bool:
    """Are they listed in one sentence, each smaller than the whole, which stands apart from the list and is called one?"""
    s, told = passage.at[parts[0].start], passage.at[whole.start]
    if any(p.bounded or not 0 < p.value < whole.value or not _same(p, whole) for p in parts):
        return False
    if any(p.per != whole.per or p.period != whole.period is not None or s.is_rate(p) for p in parts) or told.is_rate(whole):
        return False
    if len({p.noun[:NOUN] for p in (whole, *parts) if p.noun}) > 1:
        return False
    gaps = [s.skeleton[s.position(a) + 1 : s.position(b)] for a, b in pairwise(parts)]
    words = s.skeleton if s is told else f"{told.skeleton} {s.skeleton}"
    if not all(map(_JOINED.search, gaps)) or _OPEN.search(words) or UNREAD.search(words) or _FRACTION.search(words):
        return False
    if whole.start > parts[0].start:
        linked = _TOTALLED.search(passage.lead(whole))
    else:
        linked = _SHARED.search(s.skeleton, s.position(whole) + 1 if s is told else 0, s.position(parts[0] if s is told else parts[-1]))
    return bool(linked) and (s is told or set(_YEAR.findall(told.skeleton)) <= set(_YEAR.findall(s.skeleton)))


# differences


def _differences(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    """A change beside the two figures that it is between."""
    for change in figures:
        s = passage.at[change.start]
        others = [m for m in figures if m is not change and m.value > 0 and _same(m, change)]
        told = not change.bounded and change.value > 0 and not SUPPOSED.search(s.skeleton)
        if not told or not 1 < len(others) < 4 or not _is_change(passage, change):
            continue
        near_by = others
        others = [m for m in others if not _is_change(passage, m)]
        pairs = [(a, b) for a, b in pairwise(others) if passage.new(a, b, change)]
        pairs = [(a, b) for a, b in pairs if passage.at[a.start] is passage.at[b.start] or slipped(abs(a.value - b.value), change)]
        pairs = [(a, b) for a, b in pairs if change.unit == "number" or passage.at[a.start].start <= s.start]
        pairs = [(a, b) for a, b in pairs if _same(a, b) and a.per == b.per]
        pairs = [(a, b) for a, b in pairs if not any(differ_by(a, b, o) for o in others if o not in (a, b))]
        near = [(a, b) for a, b in pairs if a.value != b.value and max(a.value, b.value) < TIMES * min(a.value, b.value)]
        near = [(a, b) for a, b in near if _near(abs(a.value - b.value), change, NEAR_DIFFERENCE)]
        if len(near) == 1 and not _given(change, near_by):
            ledger.say(passage.at[change.start], "difference", "difference", change, [*near[0]], if_not="warning")


def _is_change(passage: Passage, m: Mention) -> bool:
    """Is it called a change, and not what something changes from or to?"""
    lead, after = passage.at[m.start].beside(m)
    return bool(_CHANGE.search(after) or _CHANGE.search(lead) and not _LEVEL.search(passage.lead(m)))


def _given(m: Mention, others: list[Mention]) -> bool:
    """Do others near by make up the figure, or is it told twice?"""
    if any(o.value == m.value for o in others) or any(differ_by(a, b, m) for a, b in combinations(others, 2)):
        return True
    return any(adds_up(m, others[i:j]) for i in range(len(others)) for j in range(i + 2, len(others) + 1))


# shares


def _shares(ledger: Ledger, passage: Passage, figures: list[Mention]) -> None:
    """One percentage and two figures, of which the one must be that part of the other."""
    shares = [m for m in passage.figures if m.unit in ("percent", "fraction", "percentage_points")]
    if len(shares) != 1 or len(figures) != 2 or shares[0].bounded or any(m.bounded or m.value <= 0 for m in figures):
        return
    share, (part, whole) = shares[0], sorted(figures, key=lambda m: m.value)
    if not passage.new(share, *figures) or not 0 < share.value < 100 or not _same(part, whole):
        return
    low, high = share.low * whole.low / 100, share.high * whole.high / 100
    drawn = share.value * whole.value / 100
    linked = any(_DRAWN.search(passage.lead(m)) for m in (share, part))
    if part.unit == "number" and part.value < FEW:
        return
    if (
        linked
        and not meets(low, high, part)
        and (_near(drawn, part, NEAR_FRACTION if share.unit == "fraction" else NEAR_PERCENT) or scale_slipped(part.value, drawn))
    ):
        ledger.say(passage.at[part.start], "share", "percent_of", part, [share, whole], if_not="warning")


# averages


def _averages(ledger: Ledger, passage: Passage) -> None:
    """ "462 elever i 22 klasser. Den gennemsnitlige klassekvotient er 22,5": two counts, and how many of the one each other has."""
    counts = [m for m in passage.of("number") if not m.bounded]
    for average in [m for m in counts if _AVERAGE.search(passage.lead(m))] if len(counts) == 3 else []:
        few, many = sorted((m for m in counts if m is not average), key=lambda m: m.value)
        if few.value <= 1 or not passage.new(average) or not few.noun or not many.noun or average.noun in _MEASURED:
            continue
        low, high = many.low / few.high, many.high / few.low
        if not meets(low, high, average) and _near(many.value / few.value, average, NEAR_AVERAGE):
            ledger.say(passage.at[average.start], "product", "quotient", average, [many, few], if_not="warning")


# products


def _products(ledger: Ledger, passage: Passage) -> None:
    """A price for each or a number for each, how many there are, and what that comes to."""
    figures = [m for m in passage.figures if m.unit in _TOLD]
    money = [m for m in figures if m.unit == "kr"]
    totals = (money if len(money) == 2 else figures if not money else []) if len(figures) < 6 else []
    totals = [m for m in totals if m.per in (None, "year") and _COMES_TO.search(passage.lead(m))]
    if not totals or not 2 < len(figures) + len(years := _years(passage)) < 6 or any(m.bounded for m in figures):
        return
    if any(_FRACTION.search(s.skeleton) or _some_only(s) for s in passage.sentences):
        return
    added = any(ADDED.search(s.skeleton) for s in passage.sentences)
    for total in totals:
        factors = [m for m in figures if m is not total]
        if not any(_is_each(passage, m) for m in factors) or any(_CHANGE.search(passage.lead(m)) for m in factors):
            continue
        if total.start < factors[-1].start and not _TOTALLED.search(passage.lead(total)):
            continue
        terms = _months(passage, total, factors) or years
        ways = [[*factors, *w] for n in (0, 1) for w in combinations(terms, n) if len(factors) + n > 1 and (n or terms is years)]
        near = [w for w in ways if passage.new(total, *w) and _nearly(prod(f.value for f in w), total)]
        near = [w for w in near if not added or slipped(prod((f.value for f in w), start=Decimal(1)), total)]
        if len(near) == 1 and not any(multiplies(total, *w) for w in ways) and not passage.bound(total):
            ledger.say(passage.at[total.start], "product", "product", total, near[0], if_not="warning")


def _nearly(computed: Decimal, total: Mention) -> bool:
    """Is the product close to the total, farther than rounding goes, or is the total that of one month instead of twelve?"""
    rounded = _near(computed, total, ROUNDED)
    return not rounded and _near(computed, total, NEAR_PRODUCT) or computed == MONTHS * total.value


def _months(passage: Passage, total: Mention, factors: list[Mention]) -> list[Mention]:
    """Twelve, when the price is one for a month and the total is said to be that of a year."""
    monthly = next((m for m in factors if m.per == "month"), None)
    yearly = total.per == "year" or "årlig" in passage.lead(total)
    return [replace(monthly, value=MONTHS, low=MONTHS, high=MONTHS, unit="number", per=None, noun="måneder")] if monthly and yearly else []


def _some_only(s: Sentence) -> bool:
    """Is a price for some of those that are counted: "pr. aktivt medlem", and not "pr. løbende meter"?"""
    return any((rate := rate_of(s, m)) and rate.kind not in ("", "løbende") for m in s.mentions if m.unit == "kr")


def _is_each(passage: Passage, m: Mention) -> bool:
    """Is it said to be for each?"""
    s = passage.at.get(m.start)
    return s is not None and (s.is_rate(m) or bool(_EACH_BEFORE.search(passage.lead(m))))


def _years(passage: Passage) -> list[Mention]:
    return [d for s in passage.sentences for d in durations(s) if d.value < LONGEST]
