"""Numbers with their unit as they stand in a text: money, percent, promille, shares in words, and bare numbers.

`find` goes once over the digits and once over the number words and looks left and right of each. Money is in kroner here, with scale
and sign applied. What is no measure is left out: dates, times, paragraphs, case numbers, ordinals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from minutes.danish import GLYPHS, LONGEST, SCALES, SPACES, WORDS, Number, fractions, halves, numeral, split_words
from minutes.nouns import counted
from minutes.scan import lower

COUNTABLES = frozenset([
    "mennesker", "borgere", "personer", "danskere", "indbyggere", "beboere", "besøgende", "gæster", "passagerer", "medlemmer", "ton",
    "tons", "m2", "m3", "m²", "m³", "kvm", "kubikmeter", "kvadratmeter", "liter", "kwh", "mwh", "gwh", "km", "kilometer", "besøg", "timer",
    "år", "stk", "træer", "doser", "rejser", "ture", "euro", "eur", "dollar", "dollars", "usd", "sek", "nok", "gbp", "pund", "svenske",
    "norske", "enheder", "husstande", "bøger", "udlån", "arbejdspladser", "boliger", "biler", "cyklister", "cykler", "kuverter", "måltider",
    "kw", "mw", "gw", "tw", "twh", "hektar", "kilo", "kg", "meter", "sidevisninger", "visninger", "opslag", "brugere", "kunder", "rejsende",
    "materialer", "lån", "dage", "plasticposer", "flasker", "planter", "dyr", "vælgere", "danske", "mails", "breve", "opkald", "hits",
])
"""What a million may count beside kroner: "1,2 mio. borgere" and "3 mio. euro" are no kroner."""

_GAP = rf"[{SPACES}]{{0,2}}"
_CURRENCY = r"(?:kroner?s?|kr|d\.kr|dkk)(?!\w)\.{0,2}"
UNIT = re.compile(
    rf"(?P<dash>,(?:--?|–|—|=)(?!\d))?{_GAP}(?:(?=[.mtkdpø%‰])(?:"
    rf"(?:\.{_GAP})?(?P<scale>mio|mill|mil(?=\.?{_GAP}kr)|mia|mrd|million(?:er)?|milliard(?:er)?|tusinde?|t)(?!\w)\.?{_GAP}"
    rf"(?P<kr>{_CURRENCY})?(?:,--?(?!\d))?"
    rf"|(?P<short>tkr|mkr)(?!\w)\.?"
    rf"|(?P<money>{_CURRENCY})(?:,--?(?!\d))?"
    r"|(?P<points>(?:procent|pct\.?|%)[ -]?points?(?:er)?(?!\w))"
    r"|(?P<percent>%(?![\w-])|pct(?!\w)\.?|procents?(?!\w))"
    r"|(?P<permille>promille(?!\w)|‰)"
    r"|(?P<oere>øre(?!\w))"
    r"))?",
    re.I,
)
_PREFIX = re.compile(rf"(?:(?<=[\s(:=+/])|^)(?:kroner|kr|d\.kr|dkk)(?:\.:?|:)?{_GAP}([-−–]?)$", re.I)
_PARTS = "".join(GLYPHS)
_CLUSTER = re.compile(
    rf"[\d{_PARTS}](?:(?<=\d)\d*(?:(?:[.,:/–-]|[{SPACES[1:]}](?=\d{{3}}(?!\d))| (?=\d{{3}}(?!\d)))\d+)*(?:[ ]?[{_PARTS}])?)?"
)
"""A number begins with one class of letters, so that the engine skips to it."""
_SPACED = re.compile(rf"\d{{1,3}}(?:[{SPACES}]\d{{3}})+(?:,\d+)?")
_RANGE = re.compile(r"([\d.,]*\d)[–-]([\d.,]*\d)")
_DOT_DECIMAL = re.compile(r"\d{1,3}\.\d{1,2}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEFORE_SUM = re.compile(r"(?:19|20)\d\d(?: ?[-–] ?(?:19|20)?\d\d)? kr\.? ?\d")
"""The unit belongs to the number after it: "den 21. juni 2000 kr. 2.600.000"."""
_NEXT_WORDS = re.compile(r"[\s(]*([^\W\d_]\w*)(?: ([^\W\d_]\w*))?")
""" "1,3 mio. flere passagerer", "24,4 mio. fysiske bøger"."""
LONGEST_CALL = 100
"""Characters before a number in which it may be called a count."""
_CALLED_COUNT = re.compile(
    r"\b(?:(?:befolknings|besøgs|passager|indbygger|elev|gæste|bruger|medlems|udlåns|folke|deltager)tal(?:let|lene)?|antal(?:let)?"
    r"|befolkningen|(?:bibliotek\w*|bog)\W+udlån(?:et)?|bogudlånet)\b(?:(?!\.\s+[A-ZÆØÅ])[^;:\n])*$", re.I)
_OF_MONEY = re.compile(r"\bkr\b|kroner|udgift|indtægt|budget|kost|betal|tilskud|beløb", re.I)
""" "Befolkningstallet er på 5,6 mio."."""
_MOST_PERCENT = 100
"""More than this before "eller 68 pct." is a count."""
_ENUMERATED = re.compile(r",? (?:og|samt|til|mod|plus|minus|hhv\.|henholdsvis|på) | eller |, |/| ?[–-] ?")
_CHANGE = re.compile(
    r"(?:fald|nedgang|stigning|vækst|fremgang|tilbagegang|forskel|plus|minus)\w* på $"
    r"|(?:falde[tr]|steget|stiger|vok[a-z]+) med $"
)
_SOME = re.compile(r"(?:\bud af|hvoraf|heraf|\baf dem) $")
"""What stands before a count of some of them."""
WRITTEN_OUT = 1000
"""So many times the number that has the scale, one without it is written out: "mellem 300.000 og 3 mio. kr."."""
_ARITHMETIC = re.compile(r" (?:plus|minus) | [+–-] ")
_UNIT = re.compile(
    rf".{{0,7}}?(?:\(|\bi |\bhele )(?:i |hele |i hele )?1[.{SPACES}]?000[{SPACES}]?kr(?:oner)?\.?"
    rf"(?=[,):\n\t]|$|[{SPACES}]*(?:$|\(|[A-ZÆØÅ]|(?:i )?(?:(?:19|20)\d\d[- ]?(?:p/?l|pris)|(?:løbende|faste|årets) pris)))"
)
"""A unit in a heading or caption: "(1.000 kr.)", "i hele 1.000 kr."."""
_CAPTION = re.compile(r"(?:Tabel|Oversigt|Skema|Figur)\b[^\n]*$")
_CAPTION_END = re.compile(rf"\.?[{SPACES}]*(?:$|[\n\t(]|, (?:\d{{4}}|p/?l\b|løbende|faste|årets|netto|brutto))")
_ONE_WORD, _ROW_BELOW = re.compile(r"[^\W\d]+ $"), re.compile(rf"\.?[{SPACES}]*\n[^\n\t]*\t")
_BREAK = re.compile(r"[\n\t;]|\. ")
_RATE = re.compile(
    r"(?<![\d½] )\b\w*(?P<unit>procent|promille)(?:n|en|erne)?(?:(?: [a-zæøå]+){0,4} (?:er|var|bliver|blev|lå|ligger|sat|på|til|nu|stadig"
    r"|igen|uændret|derfor|dermed|altså|således|hermed|ord|kun|det|den|knap|godt))? $",
    re.I,
)
_OTHERWISE = re.compile(r"[\s-]?(?:gange|point|procent|år\b|pct|%)", re.I)
_RATES = {"procent": "percent", "promille": "permille"}
_ANOTHER = re.compile(
    r"(?: i (?:19|20)\d\d)? mod (?:\w+ )?| i (?:19|20)\d\d(?:,| og|, og) "
    r"|[^.\d]{0,40}(?:[,;]| og)(?: og)? i (?:19|20)\d\d (?:(?:var|er) den )?"
)
""" "Procenten er 62 i 2019, 64 i 2020 og 74 i 2021", "71 mod 64 året før", "den højeste hidtil; i 2012 var den 71 og i 2010 64"."""


@dataclass(slots=True)
class Measure:
    """A number with its unit at `text[start:end]`.

    `unit`: kr, percent, percentage_points, permille, ratio (a share in words), or "" for a bare number. `value` and `step` (what the
    last printed digit counts) have scale and sign applied. `until`: the other end of a range ("185-190 mio. kr."). `number_end`: where
    the number ends and the unit begins. `kind`: digits, word or fraction. `shared`: the unit stands with a later number of the list.
    """

    start: int
    end: int
    value: Decimal
    step: Decimal
    unit: str
    number_end: int
    until: Decimal | None = None
    scale: int = 1
    kind: str = "digits"
    shared: bool = False


def find(text: str) -> list[Measure]:
    """Every number with a unit, and every bare number that is not evidently something else, in order of place."""
    numbers = sorted([*_digits(text), *_words(text)], key=lambda n: (n[0].start, -n[0].end))
    found: list[Measure] = []
    last = 0
    for number, until in numbers:
        if number.start >= last:
            measure = _measure(text, number, until, last)
            if measure and not (measure.value == 1000 and measure.unit == "kr" and _heads_a_column(text, measure)):
                found.append(measure)
            last = measure.end if measure else last
    _share(text, found)
    if "rocent" in text or "romille" in text:
        _rates(text, found)
    return _ranges(text, found)


def _heads_a_column(text: str, measure: Measure) -> bool:
    """Is "1.000 kr." the unit of a table: said to be one, at the end of a caption, or beside one word right above a row?"""
    if _UNIT.match(text, max(measure.start - 8, 0)):
        return True
    line = text.rfind("\n", 0, measure.start) + 1
    pairs = (_CAPTION, _CAPTION_END), (_ONE_WORD, _ROW_BELOW)
    return any(before.match(text, line, measure.start) and after.match(text, measure.end) for before, after in pairs)


def _digits(text: str) -> Iterator[tuple[Number, Decimal | None]]:
    for match in _CLUSTER.finditer(text):
        start, end = match.span()
        before = text[start - 1] if start else " "
        if before.isalnum() or before in "_§" or before == "." and start > 1 and text[start - 2].isdigit():
            continue
        yield from _cluster(text, start, end)


def _cluster(text: str, start: int, end: int) -> Iterator[tuple[Number, Decimal | None]]:
    """The numbers in a run of digits, dots, commas, dashes and groups: one number, a range, or a mixed one ("1½")."""
    written = text[start:end]
    if written.isdigit():
        if len(written) <= LONGEST:
            yield Number(start, end, Decimal(written), Decimal(1)), None
    elif written[-1] in GLYPHS:
        whole = written[:-1].rstrip()
        if not whole or whole.isdigit() and len(whole) <= LONGEST:
            kind = "digits" if whole or not text.startswith((" af ", " del"), end) else "fraction"
            yield Number(start, end, Decimal(whole or 0) + GLYPHS[written[-1]], Decimal("0.5"), kind), None
    elif " " in written and not _SPACED.fullmatch(written):
        cut = start + written.index(" ")
        yield from _cluster(text, start, cut)
        yield from _cluster(text, cut + 1, end)
    elif _DOT_DECIMAL.fullmatch(written):
        if (unit := UNIT.match(text, end)) and unit.lastgroup in ("scale", "kr", "percent", "points", "permille"):
            yield Number(start, end, Decimal(written), Decimal(1).scaleb(written.index(".") + 1 - len(written))), None
    elif match := _RANGE.fullmatch(written):
        low, high = numeral(match[1]), numeral(match[2])
        if low and high and low[0] < high[0]:
            yield Number(start, end, low[0], max(low[1], high[1])), high[0]
    elif parsed := numeral(written):
        yield Number(start, end, *parsed), None


def _words(text: str) -> Iterator[tuple[Number, Decimal | None]]:
    for match in WORDS.finditer(lower(text)):
        for number in split_words(text, *match.span()):
            yield number, None
    for number in [*fractions(text), *halves(text)]:
        yield number, None


def _measure(text: str, number: Number, until: Decimal | None, last: int) -> Measure | None:
    """The number with its unit and sign; None where it is no measure."""
    match = UNIT.match(text, number.end)
    unit, scale, end = _unit(text, match, number.start, number.end)
    start, sign, prefixed = _front(text, number, last)
    if prefixed and number.kind == "word" and text[number.start].isupper():
        start, prefixed = number.start, False
    if prefixed and not unit:
        unit, end = "kr", max(end, number.end)
    if unit == "kr" and _YEAR_BEFORE_SUM.match(text, number.start):
        unit, scale, end = "", 1, number.end
    if number.kind == "word" and not unit and number.value == 1:
        return None
    if number.kind == "fraction" and not unit:
        unit = "ratio"
    if until is not None and not unit and _YEAR.fullmatch(text, number.start, number.start + 4):
        return None
    factor = Decimal("0.01") if match and match["oere"] else scale
    while end > number.end and text[end - 1] in SPACES:
        end -= 1
    return Measure(
        start if unit else number.start,
        end if unit or scale > 1 else number.end,
        sign * number.value * factor,
        number.step * factor,
        unit,
        number.end,
        None if until is None else sign * until * factor,
        scale,
        number.kind,
    )


def _unit(text: str, match: re.Match[str] | None, first: int, start: int) -> tuple[str, int, int]:
    """Unit, scale and end of what follows a number from `first` to `start`."""
    if match is None or match.lastgroup is None:
        return "", 1, start
    end = match.end()
    if word := match["scale"] or match["short"]:
        scale = SCALES[word.lower()]
        if match["kr"] or match["short"] or scale > 1000 and not _counts(text, first, end):
            return "kr", scale, end
        return ("", scale, end) if scale > 1000 or word.lower() != "t" else ("", 1, start)
    if match["money"] or match["oere"] or match["dash"]:
        return "kr", 1, end
    if match["points"]:
        return "percentage_points", 1, end
    if match["percent"]:
        return "percent", 1, end
    return ("permille" if match["permille"] else ""), 1, end if match["permille"] else start


def _counts(text: str, start: int, end: int) -> bool:
    """Does a scale word without "kr." count something else than kroner, by the words after it or by what the number is called?"""
    following = _NEXT_WORDS.match(text, end, end + 50)
    word, noun = (w.lower() for w in following.groups("")) if following else ("", "")
    if word in COUNTABLES or word.endswith("e") and noun in COUNTABLES:
        return True
    called = _CALLED_COUNT.search(text, max(start - LONGEST_CALL, 0), start)
    return called is not None and not _OF_MONEY.search(called[0])


def _front(text: str, number: Number, last: int) -> tuple[int, int, bool]:
    """Where the measure begins, with "kr." and the sign before it; the sign as 1 or -1; whether "kr." is there."""
    start, sign = number.start, 1
    window = text[max(last, start - 12) : start]
    if ("k" in window or "K" in window) and (match := _PREFIX.search(window)):
        start -= len(window) - match.start()
        return start, -1 if match[1] else 1, True
    before = text[start - 1] if start else ""
    if before in ("-", "−", "–") and (start < 2 or text[start - 2] in f" (\t\n:={SPACES}"):
        return start - 1, -1, False
    if before == " " and text[max(start - 6, 0) : start].lower() == "minus " and not _joins(text, start - 6, last):
        sign = -1
    return start, sign, False


def _joins(text: str, at: int, last: int) -> bool:
    """Does "minus" at `at` stand between two numbers, as an operation?"""
    return bool(last) and at - last <= 40 and "\n" not in text[last:at] and "." not in text[last:at]


def _share(text: str, found: list[Measure]) -> None:
    """Give the bare numbers of an enumeration the unit of the number that closes it: "3,2, 4,1 og 0,8 mio. kr."."""
    for i in range(len(found) - 2, -1, -1):
        bare, closing = found[i], found[i + 1]
        if bare.unit or bare.kind != "digits" or closing.unit in ("", "ratio") or closing.kind != "digits":
            continue
        between = text[bare.end : closing.start]
        if between == ", " and not closing.shared:
            continue  # "pakhus 2, 0,7 mio. kr.": a word stands before the last of a list
        if closing.unit == "percent" and bare.value > _MOST_PERCENT >= closing.value:
            continue  # "312 eller 68 pct. var for"
        counted_first = bare.value > closing.value or _SOME.search(text, max(bare.start - 12, 0), bare.start)
        told_twice = bare.step > closing.step or counted_first or _CHANGE.search(text, max(bare.start - 40, 0), bare.start)
        if closing.unit == "percent" and between == " eller " and told_twice:
            continue  # "et fald på 61 eller 12 pct.", "hvoraf 71 eller 38 pct.", "altså med 26 eller 2,6 pct."
        if _ENUMERATED.fullmatch(between) and not _looks_like_year(text, bare) or _in_sum(text, bare, closing, between):
            scale = 1 if closing.scale > 1 and bare.value * closing.scale >= WRITTEN_OUT * closing.value else closing.scale
            found[i] = replace(
                bare,
                unit=closing.unit,
                value=bare.value * scale,
                step=bare.step * scale,
                until=None if bare.until is None else bare.until * scale,
                scale=scale,
                shared=True,
            )


def _rates(text: str, found: list[Measure]) -> None:
    """Give the bare numbers that are called a percentage or so many per thousand their unit: "Fejlprocenten var med andre ord 20"."""
    last = -1
    for i, bare in enumerate(found):
        other = bare.unit or bare.value > _MOST_PERCENT or _OTHERWISE.match(text, bare.end) or counted(text, bare.start, bare.end)
        if not other:
            if called := _RATE.search(text, max(bare.start - 60, 0), bare.start):
                found[i] = replace(bare, unit=_RATES[called["unit"].lower()])
            elif last >= 0 and _ANOTHER.fullmatch(text, last, bare.start):
                found[i] = replace(bare, unit="percent")
        last = bare.end if found[i].unit == "percent" else last


def _ranges(text: str, found: list[Measure]) -> list[Measure]:
    """ "mellem 3 og 4 mio. kr." is one measure with two ends, as "3-4 mio. kr." is."""
    result: list[Measure] = []
    for measure in found:
        first = result[-1] if result else None
        if (first and first.shared and first.until is None and first.value < measure.value and first.unit == measure.unit
                and text[first.end : measure.start] == " og " and text[max(first.start - 7, 0) : first.start].lower() == "mellem "):
            result[-1] = replace(measure, start=first.start, value=first.value, step=max(first.step, measure.step), until=measure.value)
        else:
            result.append(measure)
    return result


def _looks_like_year(text: str, measure: Measure) -> bool:
    return bool(_YEAR.fullmatch(text, measure.start, measure.number_end))


def _in_sum(text: str, bare: Measure, closing: Measure, between: str) -> bool:
    """Is a bare decimal part of a sum in words: "118,6 plus lån på 20,0 minus anlæg på 69,9 og afdrag på 31,4 mio. kr."?"""
    if bare.step == 1 or bare.step * closing.scale != closing.step or len(between) > 60 or _BREAK.search(between):
        return False
    before = _BREAK.split(text[max(bare.start - 40, 0) : bare.start])[-1]
    return bool(_ARITHMETIC.search(between) or _ARITHMETIC.search(before))
