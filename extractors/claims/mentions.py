"""The quantities of the running text that may take part in a sum or a comparison, in reading order.

Beside the measured records also the bare numbers: in "612 boliger, 348 i Solsikkeparken og 264 i Engvangen" they are the parts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise

from extractors.figures import Measured
from extractors.layout import Flow
from minutes import qualifiers
from minutes.danish import SMALL_NUMBERS, whole
from minutes.days import A_MONTH, MONTHS
from minutes.interval import Interval
from minutes.measures import Measure
from minutes.needs import led
from minutes.nouns import participle, supine
from minutes.records import Amount, Quantity

YEARS = range(1900, 2100)


@dataclass(slots=True, unsafe_hash=True)  # changed by nobody; made in thousands, where frozen ones cost four times as much
class Mention:
    """A quantity at `start` to `end` of the running text, words of doubt ("ca.") included; `number` is where its digits begin.

    `unit`: kr, percent, percentage_points, permille, fraction (a share in words, in percent), years, number, or place (that of a
    point in its list, which takes no part in relations). `noun` is the word counted, in lower case. `per`, `period`,
    `price_level`: as in records.Amount. `qualifier`: about, below, above, upper, lower.
    """

    start: int
    end: int
    number: int
    value: Decimal
    low: Decimal
    high: Decimal
    unit: str
    noun: str = ""
    qualifier: str | None = None
    per: str | None = None
    period: tuple[int, int] | None = None
    price_level: int | None = None

    @property
    def digits(self) -> int:
        """How many digits tell it from others."""
        return digits_of(self.value)

    @property
    def bounded(self) -> bool:
        """Is it a limit ("op til", "mindst") and no value?"""
        return self.qualifier in ("upper", "lower")

    def rounded(self) -> Mention:
        """The same as a number that is rounded to its last digit, as an average is, though a count be exact."""
        half = Decimal(5).scaleb(int(self.value.as_tuple().exponent) - 1)
        return replace(self, low=min(self.low, self.value - half), high=max(self.high, self.value + half))

    def meant(self, value: Decimal) -> Mention:
        """Another number in its place, printed as finely."""
        low, high = self.low + value - self.value, self.high + value - self.value
        more = (self.unit, self.noun, self.qualifier, self.per, self.period, self.price_level)
        return Mention(self.start, self.end, self.number, value, low, high, *more)

    def quantity(self, flow: Flow) -> Quantity:
        """The mention as a claim's operand."""
        unit = {"number": self.noun or "count", "fraction": "percent"}.get(self.unit, self.unit)
        return Quantity(self.value, self.low, self.high, unit, flow.source(self.number, self.end), self.noun)


@lru_cache(maxsize=10_000)
def digits_of(value: Decimal) -> int:
    """The digits that are printed, noughts at the end apart."""
    return len(value.normalize().as_tuple().digits)


_WORD = r"([^\W\d_][\w-]*(?:/[ht]\b)?)"
_NOUN = re.compile(rf"\s+{_WORD}(?:\s+{_WORD})?(?:\s+{_WORD})?")
_FUNCTION_WORDS = """
i på til af er og for med over under om som der den det de dem blev bliver var har havde hos ved fra mod imod samt eller mens ud går gik
bor boede ville vil kan skal falder faldt men at et en pr per så når hvor heraf hvoraf højst mindst ad op ned ekskl inkl kun svarende dvs
mellem altså udgør koster indgår kommer forventes ventes ønskede svarede størst flest stemte deltog kom svarer mødte søgte flyttede arbejder
ønsker mener blandt efter før siden ikke også således henholdsvis hver hvert kr ligger findes ejes tilhører vedrører gælder giver fik får
udpeges vælges skulle måtte kunne hvilket idet færre flere mere mindre året samme sidste forrige nu dag alt stod står blive været ialt
alene begge tilsammen alle tilbage beløber andrager lyder løber lander ender gav sparer betaler ydes bruges anvendes udgjorde modsvarer
uden inden gennem langs omkring ind frem vi man venter afventer mangler kører pendler
"""
_FUNCTION = frozenset(_FUNCTION_WORDS.split())
_NUMBERED_WORDS = """
nr nummer numre punkt pkt bilag kl side s sag stk tabel figur fig anbefaling trin liste lov spor fase etape kapitel afsnit ad den d
version paragraf kvartal uge artikel måltal type skema dok klasse budget regnskab tlf telefon cvr matr at indstilling mål note politik plan
tillæg rammeområde spørgsmål
"""
_NUMBERED = [*MONTHS, *_NUMBERED_WORDS.split()]
_KINDS_WORDS = """
område aftale gruppe linje rute blok byggefelt zone model scenarie scenarium alternativ variant gang stue lokale afdeling delstrækning
parcel
"""
"""What is numbered, alone or at the end of a longer word: "delområde 3", "gang 2 og 4"."""
_KINDS = _KINDS_WORDS.split()
_STREETS_WORDS = """
vej vænget gade gaden allé alle plads stræde torv torvet parken
"""
_STREETS = _STREETS_WORDS.split()
_NUMBERED_KINDS = (*_KINDS, *_STREETS)
_NAMES = ("§", *_NUMBERED, *_NUMBERED_KINDS)
_BEFORE = led(rf"(?:§|(?<!\w)(?:{'|'.join(_NUMBERED)})\.?|\w*(?:{'|'.join(_KINDS)})|\w+(?:{'|'.join(_STREETS)}))\s*$", re.I)
_THAT = re.compile(r"[\w,] at$")
_ENDS_A_SENTENCE = re.compile(r"[a-zæøå]{5,}\.$")
""" "4.-9. klasse. 872 svarede": only what is shortened goes on after a full stop."""
_ENUMERATES = re.compile(r"[.)]\s")
_ROUNDED_TO = re.compile(r"\bnærmeste (?:hele )?$|\b(?:af)?rund\w* (?:op |ned |af )?til (?:hele )$", re.I)
_ORDINAL = re.compile(r"\.\s+[a-zæøå]")
_SUMMAND = re.compile(r"[+=−–-] ?$")
_LESS = re.compile(r" [-–−] \d[\d.,]*(?: [-+–−] \d[\d.,]*)* = \d")
""" "36 - 14 = 22": no range from 36 to 14."""
_CREW, _REACHES = re.compile(r"\d\+\d|[^\d,.]{0,2}\d{1,2}\+\d"), re.compile(r"[\d+ ]*=")
""" "1+5 mand": no two counts, but where "= 6" comes after them."""
_NO_HOUSE = re.compile(r"\d{1,3}\.\d{3}|\d+ (?:m2|m²|kvm|km|ha|m|meter|kwh|mwh|ton|kg|biler|besøg|[x×] \d+)\b", re.I)
""" "Kærvej 7.900 ton": no house has such a number."""
_AFTER = re.compile(
    r"\s*[-–]\s*\d|[-–]?\s?åri?ge?|[./:]\d"
    rf"|\.(?=\s*(?:{A_MONTH}|kvartal|klasse|kl\b|behandling|halvår|kvt|etape|sal\b|plads|division|jan|feb|mar|apr|jun|jul|aug|sep|okt|nov|dec))"
    r"|\s*(?:kl\.|%|‰)|-[a-zæøå]|\s+(?:og|til|eller)\s+\d{1,2}[- ]år",
    re.I,
)
_MEASURES_WORDS = """
m2 m² kvm km ha m meter kwh mwh ton kg mm cm
"""
MEASURES = frozenset(_MEASURES_WORDS.split())
_COMPARED_WORDS = """
større mindre andre bedre højere lavere nyere tidligere senere længere dyrere billigere ekstra særlige
"""
_COMPARED = frozenset(_COMPARED_WORDS.split())
"""Adjectives that end as plurals do."""
_PLURALS = ("er", "ere", "re", "erne", "børn", "mænd", "piger", "drenge", "forslag", "hold", "fag", "spor", "mål", "borgere", "pladser")
_YEARS = re.compile(r"\s+(?:hele |planens |de )?år(?!\w)(?!\s+(?:for\s+år|gam))")
_AGE = re.compile(r"(?:under|fyldt|end|alderen|fra|til|mellem|og|over)\s$")
_AND_MONTHS = re.compile(rf"\s+og\s+(\d{{1,2}}|{SMALL_NUMBERS})\s+måned(?:er)?\b", re.I)
_PERIODS = ("vintre", "somre", "sæsoner", "år", "måneder", "uger", "kvartaler", "terminer")
""" "Over de fire vintre" is no more than four."""
_HALF_YEARS = re.compile(r"\s+halvår(?!\w)")
LONGEST_PLAN = 15
"""Years: "under 18 år" is an age, "over 4 år" a period."""
_DIGIT_GROUP = 4
_DECIMAL = re.compile(r"([\d.]*\d),(\d+)")
_ENDED = re.compile(r"[.!?]\s+[A-ZÆØÅ]|\n|indeks")
_THOUSANDS = re.compile(r"[\d.,]+ tusinde?\b")
_TO = (" til ", " og ", " mod ", " eller ")
_LEVEL = re.compile(r"\b(?:fra|til|mod|end|på)\s$")
_BETWEEN = re.compile(r"(?<!orskel )(?<!orskellen )(?<!ifferencen )(?<!ifference )(?<!fordelt )(?<!fordeles )(?<!delt )\b[Mm]ellem $")
_OR = re.compile(rf"\b(?:{SMALL_NUMBERS}) eller (?:{SMALL_NUMBERS})\b", re.I)
FARTHEST = 120
"""Characters between a figure and a bare one after it that has its unit."""
LAST_DAY = 31
""" "Nu har den 398 elever": no day of a month."""
LAST_SHORT, FIRST_YEAR = 99, 1800
""" "Primo maj 180 træer": no year, which has two digits or four."""
LARGEST_NAMED = 1000
"""No house, point or page has such a number: "Engvej 7.900 ton" measures."""


def mentions(flow: Flow, measured: Measured) -> list[Mention]:
    """Every quantity of the prose in order of place; the cells of tables are left to `tables`."""
    amounts = {a.source.at: a for a in measured.amounts if a.table < 0}
    found = list(_all(flow.text, measured, amounts))
    firsts = {b.start for b in flow.blocks}
    found = [
        replace(m, unit="place") if m.start in firsts and _ENUMERATES.match(flow.text, m.end) else m
        for m in found
        if not _step(flow.text, m) and not _either(flow.text, m)
    ]
    return list(_with_units(flow.text, _ranged(flow.text, [m for i, m in enumerate(found) if not i or m.start >= found[i - 1].end])))


def _ranged(text: str, found: list[Mention]) -> list[Mention]:
    """ "Mellem 2.500 og 3.000 beboere": no number of any, but the least and the most."""
    for i, (m, after) in enumerate(pairwise(found)):
        ranged = text[m.end : after.start] == " og " and text[m.number : m.end].strip("0123456789.,") == "" and text[m.start - 1] == " "
        if ranged and _BETWEEN.search(text, max(m.start - 40, 0), m.start):
            found[i : i + 2] = replace(m, qualifier="lower"), replace(after, qualifier="upper")
    return found


def _step(text: str, m: Mention) -> bool:
    """Is it what others are rounded to: "til nærmeste 5 kr.", "rundet op til hele 1.000 kr."?"""
    near = text[max(m.number - 9, 0) : m.number].lower().endswith(("nærmeste ", "hele "))
    return near and _ROUNDED_TO.search(text, max(m.number - 40, 0), m.number) is not None


def _either(text: str, m: Mention) -> bool:
    """Is it one of two, "to eller tre emner", and so no number of anything?"""
    at = m.number
    return text[at].isalpha() and bool(_OR.match(text, at) or text.endswith(" eller ", 0, at) and _OR.search(text, max(at - 20, 0), m.end))


def _with_units(text: str, found: list[Mention]) -> Iterator[Mention]:
    """A decimal that stands bare has the unit of the figure before it with as many decimals: "2.091,7 mio. kr. mod ventet 2.093,8"."""
    before: Mention | None = None
    for m, after in zip(found, [*found[1:], None], strict=False):
        if after and after.noun and not m.noun and text[m.end : after.start] in _TO:
            if m.unit == after.unit and _THOUSANDS.match(text, after.number) and text[m.number : m.end].isascii():
                m = replace(m, value=m.value * 1000, low=m.low * 1000, high=m.high * 1000)  # "fra 1.842 til 1.736 tusinde m³"
        elif m.unit == "number" and not m.noun and before and (scale := _scale(text, before, m)):
            level = before.unit == "percentage_points" and _LEVEL.search(text, m.start - 8, m.start)
            unit = "percent" if level else before.unit
            m = replace(m, value=m.value * scale, low=m.low * scale, high=m.high * scale, unit=unit)
        if m.unit in ("kr", "percent", "percentage_points") and not _in_brackets(text, m):
            before = m
        yield m


def _in_brackets(text: str, m: Mention) -> bool:
    """Is it an aside, "31,2 (7,1 pct.), 12,0 (6,4 pct.)", whose unit is not that of what follows?"""
    near = max(m.start - FARTHEST, 0)
    return text.rfind("(", near, m.start) > text.rfind(")", near, m.start)


def _scale(text: str, before: Mention, m: Mention) -> Decimal | None:
    """What the bare number is to be multiplied by: the scale of the one before, where both have as many decimals in one sentence."""
    written, bare = (_DECIMAL.match(text, x.number) for x in (before, m))
    if not written or not bare or len(written[2]) != len(bare[2]) or _ENDED.search(text, before.end, m.start):
        return None
    number = Decimal(f"{written[1].replace('.', '')}.{written[2]}")
    return before.value / number if number and m.start - before.end < FARTHEST else None


def _all(text: str, measured: Measured, amounts: dict[int, Amount]) -> Iterator[Mention]:
    for m, (qualifier, start) in measured.prose:
        if m.unit == "":
            yield from _bare(text, m, start, qualifier)
        elif m.unit == "ratio":
            yield Mention(start, m.end, m.start, m.value * 100, *_share(_allowed(m, qualifier), qualifier), "fraction", "", qualifier)
        else:
            a, allowed = amounts.get(m.start), _allowed(m, qualifier)
            more = (a.per, a.period, a.price_level) if a else ()
            yield Mention(start, m.end, m.start, m.value, allowed.low, allowed.high, m.unit, "", qualifier, *more)


def _allowed(m: Measure, qualifier: str | None) -> Interval:
    """What the digits allow; for a range all of it."""
    if m.until is None:
        return qualifiers.allows(m.value, m.step, qualifier, m.unit)
    return Interval(min(m.value, m.until) - m.step / 2, max(m.value, m.until) + m.step / 2)


def _share(allowed: Interval, qualifier: str | None) -> tuple[Decimal, Decimal]:
    """What a share in words allows, in percent: "godt en tredjedel" is loosely said, so the word adds room on both sides."""
    room = 3 if qualifier else 1
    return allowed.low * 100 - room, allowed.high * 100 + room


def _bare(text: str, m: Measure, start: int, qualifier: str | None) -> Iterator[Mention]:
    """A bare number as a count or a number of years, where it is not a date, a year, a number of something or a bracketed one."""
    written = text[m.start : m.end]
    if m.until is not None or written.isdecimal() and (len(written) == _DIGIT_GROUP and int(written) in YEARS or written[0] == "0"):
        return
    if _CREW.match(text, max(m.start - 2, 0)) and not _REACHES.match(text, m.end):
        return
    if m.value < LARGEST_NAMED and text[m.start - 1 : m.start] == "(" and text[m.end : m.end + 1] == ")":
        return
    if _follows(text, m) or m.value < LARGEST_NAMED and _named_before(text, m.start, m.value):
        return
    if years := _YEARS.match(text, m.end):
        if m.value > LONGEST_PLAN and not text.startswith("Over ", start) and (qualifier or _AGE.search(text, max(start - 9, 0), start)):
            return
        months = _AND_MONTHS.match(text, years.end())
        more = Decimal(months and whole(months[1]) or 0) / 12
        yield _years(m, months.end() if months else years.end(), m.value + more)
    elif halves := _HALF_YEARS.match(text, m.end):
        yield _years(m, halves.end(), m.value / 2)
    else:
        noun = noun_after(text, m.end)
        if noun.endswith(_PERIODS) and text[start : start + 8].lower() == "over de ":
            start, qualifier = m.start, None
        allowed = qualifiers.allows(m.value, m.step, qualifier, "count" if m.step <= 1 else "")  # "4,6 tusind" is rounded
        yield Mention(start, m.end, m.start, m.value, allowed.low, allowed.high, "number", noun, qualifier)


def _follows(text: str, m: Measure) -> bool:
    """Does what follows make it a day, an ordinal, a word's first part or the end of a range, and no summand of "24 - 30 + 66"?"""
    if m.value <= LAST_DAY and _ORDINAL.match(text, m.end) and text[max(m.start - 1, 0)].isspace() and text[m.start - 1] != "\n":
        return True
    if _LESS.match(text, m.end):
        return False
    after = _AFTER.match(text, m.end)
    return after is not None and not (after[0].strip()[:1] in "-–" and _SUMMAND.search(text, max(m.start - 2, 0), m.start))


_NUMBERS = re.compile(r"\b(?:nr\.|kl\.|numrene|punkt|pkt\.|bilag|sag|spørgsmål)\s(?:\d{1,4}[a-z]?(?:, (?:og )?| og ))+$")
""" "Grundene nr. 2, 3, 7 og 8"."""


def _named_before(text: str, start: int, value: Decimal) -> bool:
    """Does the word before a number say that it is the number of something: "punkt 4", "Engvej 7"?"""
    if text[start - 2 : start] == ", " or text[start - 4 : start] == " og ":
        return _NUMBERS.search(text, max(start - 70, 0), start) is not None
    low = max(start - 18, 0)
    word = text[low:start].rstrip()
    said = word.rstrip(".").lower()
    last = said.rpartition(" ")[2]
    if not said.endswith(_NAMES) or last.isalpha() and last not in _NUMBERED and not last.endswith(_NUMBERED_KINDS):
        return False
    if _THAT.search(word) or text[start].isalpha() and word.endswith("\nat") or _ENDS_A_SENTENCE.search(word):
        return False
    named = _BEFORE.search(text, low + max(word.rfind(" "), 0), start)
    no_year = LAST_SHORT < value < FIRST_YEAR or text[start].isalpha()  # "siden april fire ændringer"
    if value > LAST_DAY and word.lower().endswith(" den") or no_year and word.lower().endswith(tuple(MONTHS)):
        return False
    return named is not None and not (named[0].rstrip().lower().endswith(_NUMBERED_KINDS) and _NO_HOUSE.match(text, start))


def _years(m: Measure, end: int, years: Decimal) -> Mention:
    """A period; the "over" before it is no bound."""
    return Mention(m.start, end, m.start, years, years, years, "years")


def noun_after(text: str, end: int) -> str:
    """The last word of the noun phrase after a number: "10 særligt udsatte boligområder i" counts boligområder."""
    match = _NOUN.match(text, end, min(end + 80, len(text)))
    noun, cut = "", False
    for word in match.groups() if match else ():
        if word and (word.endswith("-") or cut and word.lower() in ("og", "eller", "samt")):
            cut = True
            continue  # "459 privat- og friskoler"
        if word is None or word.lower() in _FUNCTION or word.endswith("es") or participle(word):
            break
        if noun and (word[0].isupper() or supine(word)):
            break
        noun = word.lower()
        if noun.endswith(_PLURALS) and noun not in _COMPARED or noun in MEASURES:
            break
    return noun
