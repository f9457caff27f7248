"""Numbers without a unit: counts with what they count, years, and what is no quantity at all, as house numbers and days."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from extractors.claims.mention import YEARS, Mention
from minutes import qualifiers
from minutes.danish import SMALL_NUMBERS, whole
from minutes.days import A_MONTH, MONTHS
from minutes.measures import Measure
from minutes.needs import led
from minutes.nouns import participle, supine

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
større mindre andre bedre dårligere højere lavere nyere tidligere senere længere kortere hurtigere langsommere dyrere billigere ekstra
særlige
"""
_COMPARED = frozenset(_COMPARED_WORDS.split())
"""Adjectives that end as plurals do."""
_PLURALS_WORDS = """
er ere re erne børn mænd piger drenge forslag hold fag spor mål borgere pladser husstande ejendomme huse veje hunde
"""
_PLURALS = tuple(_PLURALS_WORDS.split())
_YEARS = re.compile(r"\s+(?:hele |planens |de )?år(?!\w)(?!\s+(?:for\s+år|gam))")
_AGE = re.compile(r"(?:under|fyldt|end|alderen|fra|til|mellem|og|over)\s$")
_AND_MONTHS = re.compile(rf"\s+og\s+(\d{{1,2}}|{SMALL_NUMBERS})\s+måned(?:er)?\b", re.I)
_PERIODS = ("vintre", "somre", "sæsoner", "år", "måneder", "uger", "kvartaler", "terminer")
""" "Over de fire vintre" is no more than four."""
_HALF_YEARS = re.compile(r"\s+halvår(?!\w)")
LONGEST_PLAN = 15
"""Years: "under 18 år" is an age, "over 4 år" a period."""
_DIGIT_GROUP = 4
LAST_DAY = 31
""" "Nu har den 398 elever": no day of a month."""
LAST_SHORT, FIRST_YEAR = 99, 1800
""" "Primo maj 180 træer": no year, which has two digits or four."""
LARGEST_NAMED = 1000
"""No house, point or page has such a number: "Engvej 7.900 ton" measures."""


def number_of(text: str, m: Measure, start: int, qualifier: str | None) -> Iterator[Mention]:
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
    """A period; the "over" before it is no bound. Quarters of a year are told exactly, other decimals are rounded."""
    room = m.step / 2 if years * 4 % 1 and m.step < 1 else Decimal(0)
    return Mention(m.start, end, m.start, years, years - room, years + room, "years")


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
        if noun and (word[0].isupper() or supine(word) or word.lower() in _COMPARED):
            break
        noun = word.lower()
        if noun.endswith(_PLURALS) and noun not in _COMPARED or noun in MEASURES:
            break
    return noun
