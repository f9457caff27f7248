"""Danish numbers as they are printed: digits, words and fractions, each with its value and its printed step.

A step is what the last printed digit counts: 0.01 for "18,49", 1 for "1.250" and for "fem".
Where a sign could mean two things ("12.5", "1.25.000") the number is refused: no record rather than a guess.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from minutes.days import A_WEEKDAY
from minutes.interval import WIDE
from minutes.needs import led
from minutes.scan import lower, near

SPACES = " \u00a0\u202f\u2009\u2007"
"""Blank, no-break, narrow no-break, thin and figure space: all of them group digits."""

SCALES = {
    "mio": 10**6, "mill": 10**6, "mil": 10**6, "million": 10**6, "millioner": 10**6, "mkr": 10**6,
    "mia": 10**9, "mrd": 10**9, "milliard": 10**9, "milliarder": 10**9,
    "t": 1000, "tkr": 1000, "tusind": 1000, "tusinde": 1000,
}
"""What the words after a number multiply it by."""

LONGEST = 20
"""More digits than this are no number that anybody counts with."""
GLYPHS = {"½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal(1) / 3, "⅔": Decimal(2) / 3}

UNITS = {
    "nul": 0, "en": 1, "et": 1, "én": 1, "ét": 1, "een": 1, "eet": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7,
    "otte": 8, "ni": 9,
}
TEENS = {
    "ti": 10, "elleve": 11, "tolv": 12, "tretten": 13, "fjorten": 14, "femten": 15, "seksten": 16, "sytten": 17, "atten": 18, "nitten": 19,
}
TENS = {
    "tyve": 20, "tredive": 30, "tredve": 30, "fyrre": 40, "fyrretyve": 40, "halvtreds": 50, "halvtredsindstyve": 50, "tres": 60,
    "tresindstyve": 60, "halvfjerds": 70, "halvfjerdsindstyve": 70, "firs": 80, "firsindstyve": 80, "halvfems": 90, "halvfemsindstyve": 90,
}
HALVES = {"halvanden": Decimal("1.5"), "halvandet": Decimal("1.5"), "halvtredje": Decimal("2.5")}
ORDINALS = {
    "første": 1, "anden": 2, "andet": 2, "tredje": 3, "tredie": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8,
    "niende": 9, "tiende": 10, "ellevte": 11, "tolvte": 12, "trettende": 13, "fjortende": 14, "femtende": 15, "tyvende": 20,
}
PARTS = {
    "halv": 2, "tredje": 3, "tredie": 3, "fjerde": 4, "kvart": 4, "femte": 5, "sjette": 6, "syvende": 7, "ottende": 8, "niende": 9,
    "tiende": 10, "tolvte": 12, "tyvende": 20, "hundrede": 100,
}

SMALL_NUMBERS = "|".join([*UNITS, *TEENS])
SEVERAL = "|".join(word for word, value in (UNITS | TEENS).items() if value > 1)
"""The number words up to nineteen, and those from two, in a pattern that ends a word after them."""
_ONES = "en|to|tre|fire|fem|seks|syv|otte|ni"
_SMALL = "|".join(sorted([*UNITS, *TEENS, *TENS, *HALVES], key=len, reverse=True))
_TENS = "|".join(sorted(TENS, key=len, reverse=True))
_WORD = rf"(?:(?:{_ONES})og(?:{_TENS})|{_SMALL}|(?:{'|'.join([*UNITS][5:])})?hundrede|tusinde?)"
WORDS = led(rf"(?<!\w)(?=[aefhnosté]){_WORD}(?:(?: og)? {_WORD})*(?!\w)")
"""A run of number words, in a text in lower case."""
_ONE_WORD = re.compile(rf"{_WORD}(?!\w)", re.I)
_NUMERAL = re.compile(r"(?:[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+)(?:,([0-9]+))?")
_MOST_WORDS = 8
"""No number has more: "ni hundrede nioghalvfems tusinde ni hundrede og nioghalvfems" has seven, its "og" not counted."""
_NO_SPACES = dict.fromkeys(map(ord, SPACES))
_STEPS = [Decimal(1).scaleb(-places) for places in range(LONGEST)]
_ALONE = {word: Decimal(value) for words in (UNITS, TEENS, TENS, HALVES) for word, value in words.items()}
_COMPOUND = re.compile(rf"({_ONES})og({_TENS})")


@dataclass(slots=True)
class Number:
    """A number at `text[start:end]`. `kind`: digits, word or fraction."""

    start: int
    end: int
    value: Decimal
    step: Decimal
    kind: str = "digits"


def numeral(written: str) -> tuple[Decimal, Decimal] | None:
    """Value and step of digits as printed: "1.250.000", "18,487", "1 450 000". None when they are no Danish numeral."""
    plain = written.translate(_NO_SPACES)
    match = _NUMERAL.fullmatch(plain) if len(plain) <= LONGEST else None
    if not match:
        return None
    return Decimal(plain.replace(".", "").replace(",", ".")), _STEPS[len(match[1] or "")]


def in_print(value: Decimal, decimals: int | None = None) -> str:
    """A number as Danish print has it: 1234567.5 is "1.234.567,5"."""
    value = value.quantize(_STEPS[2 if decimals is None else decimals], ROUND_HALF_UP, WIDE)
    text = f"{value:,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    return text.rstrip("0").rstrip(",") if "," in text else text


def decimal(value: Decimal) -> str:
    """A number as programs write it, without trailing zeros or exponent: "36.5", "7800000"."""
    text = f"{value:f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def whole(written: str) -> int:
    """A whole number in digits or in words: "17", "sytten". 0 when the words make no number."""
    return int(written) if written.isdecimal() else int(word_value(written) or 0)


def word_value(written: str) -> Decimal | None:
    """The value of number words: "femoghalvtreds" is 55, "tolv tusind" 12,000, "halvanden" 1.5. None when they make no number."""
    total, part = Decimal(0), Decimal(0)
    last: int | None = None
    for word in written.lower().replace(" og ", " ").split():
        value, rank = _rank(word)
        if value is None or last is not None and not _may_follow(last, rank):
            return None
        if rank == 3:
            total, part = total + (part or 1) * value, Decimal(0)
        elif rank == 2:
            part = (part or 1) * value
        else:
            part += value
        last = rank
    return total + part if last is not None else None


def _rank(word: str) -> tuple[Decimal | None, int]:
    """A single word's value, and 1 for what is under a hundred, 2 for hundreds, 3 for thousands."""
    if word in _ALONE:
        return _ALONE[word], 1
    if match := _COMPOUND.fullmatch(word):
        return Decimal(UNITS[match[1]] + TENS[match[2]]), 1
    if word.endswith("hundrede"):
        return Decimal(100) * UNITS.get(word.removesuffix("hundrede"), 1), 2
    return (Decimal(1000), 3) if word in ("tusind", "tusinde") else (None, 0)


def _may_follow(last: int, rank: int) -> bool:
    """Two hundred, hundred five, five thousand, thousand five: but not "to tre", which is two numbers."""
    return rank != last


def split_words(text: str, start: int, end: int) -> Iterator[Number]:
    """The numbers in a run of number words; "to tre" is two of them, "to hundrede og fem" is one."""
    alone = _ALONE.get(text[start:end].lower())
    if alone is not None:
        yield Number(start, end, alone, Decimal(1) if alone == int(alone) else Decimal("0.5"), "word")
        return
    pieces = [m.span() for m in _ONE_WORD.finditer(text, start, end)]
    while pieces:
        take = min(len(pieces), _MOST_WORDS)
        while take > 1 and word_value(text[pieces[0][0] : pieces[take - 1][1]]) is None:
            take -= 1
        first, last = pieces[0][0], pieces[take - 1][1]
        value = word_value(text[first:last])
        if value is not None:
            yield Number(first, last, value, Decimal(1) if value == int(value) else Decimal("0.5"), "word")
        pieces = pieces[take:]


_PART = "|".join(sorted(PARTS, key=len, reverse=True))
_COUNTED = rf"(?P<count>{_ONES}|et|\d{{1,2}})"
FRACTION = led(
    rf"(?<!\w)(?:(?:{_COUNTED}[ -]?)?(?P<part>{_PART})(?:s?del|part)(?:e|en|ene|s)?"
    rf"|hvert? (?:(?P<word>{'|'.join(ORDINALS)})|(?P<ordinal>\d{{1,2}})\.(?!,))(?! (?:dag|uge|måned|kvartal|år|time|gang|"
    rf"{A_WEEKDAY}|minut))"
    r"|(?:(?P<over>[1-9])/(?P<under>[2-9]|10)(?= (?:af|dele?)\b|del)"
    r"|(?:(?<=ca\. )|(?<=ca )|(?<=knap )|(?<=godt )|(?<=omkring ))(?P<above>[1-9])/(?P<below>[2-9]|10)))(?![\w/.-]\w|\w)"
)
_PART_OR_EACH = re.compile(r"del|part|hvert? |/")
HALF = re.compile(
    rf"(?<!\w)(?=[efnostEFNOST\d])(?:{_COUNTED} (?:og )?)?(?:en|et) (?P<part>halvt?|kvart)(?= (?:mio|mill|mia|procent|pct|time|år|%))", re.I
)
_HALF_OR_QUARTER = re.compile(r"halv|kvart")


def fractions(text: str) -> Iterator[Number]:
    """Shares in words: "halvdelen", "to tredjedele", "hver fjerde", "1/3 af". How far a word like this may be from the truth is
    its `step`: a twentieth, and less for small parts."""
    for match in near(FRACTION, _PART_OR_EACH, lower(text), 24, 24):
        part = PARTS.get(match["part"] or "") or ORDINALS.get(match["word"] or "")
        below = Decimal(part or match["ordinal"] or match["under"] or match["below"])
        above = Decimal(_count(match["count"] or match["over"] or match["above"]))
        if 0 < above < below:
            step = min(Decimal("0.05"), 1 / (below * below))
            yield Number(*match.span(), above / below, step, "fraction")


def halves(text: str) -> Iterator[Number]:
    """ "en halv million", "to en halv mio.", "halvanden" is a number word."""
    if " halv" in text or " kvart" in text:
        for match in near(HALF, _HALF_OR_QUARTER, lower(text), 24, 24):
            part = GLYPHS["¼"] if match["part"].lower() == "kvart" else GLYPHS["½"]
            yield Number(*match.span(), (_count(match["count"]) if match["count"] else 0) + part, Decimal("0.5"), "word")


def _count(written: str | None) -> int:
    return 1 if not written else int(written) if written.isdecimal() else UNITS[written.lower()]


def runs(numbers: Iterable[int]) -> str:
    """ "1-3, 7" for 1, 2, 3 and 7."""
    met: list[list[int]] = []
    for number in sorted(set(numbers)):
        if met and number == met[-1][1] + 1:
            met[-1][1] = number
        else:
            met.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in met)
