"""Sentences that are kept in Danish with the records: why something was not read, and what would mend a finding. Said in another language
when they are shown, whatever was spoken when the document was read."""

from __future__ import annotations

import re
from functools import cache

from minutes.language import _, spoken, worded

PAGES, TABLE, CLAIMS = "side {pages}", "tabel", "regnestykke"
DAMAGED_PAGE = "siden er beskadiget og kan ikke læses"
BLANK = "siden er blank, eller dens indhold kan ikke læses"
DRAWN = "siden har tegninger eller felter, men ingen tekst, der kan læses"
NO_TEXT = "siden har intet tekstlag (skannet?); kør igen med --ocr (kræver tesseract: apt-get install tesseract-ocr tesseract-ocr-dan)"
PICTURE = (
    "siden er mest et billede (skannet?) og har kun {chars} tegn; kør igen med --ocr "
    "(kræver tesseract: apt-get install tesseract-ocr tesseract-ocr-dan)"
)
MORE_PAGES = "filen har flere sider end grænsen på {limit}"
MORE_CHARS = "siden har flere tegn end grænsen på {limit}"
GARBAGE = "skrifttyperne oplyser ikke, hvilke bogstaver der står; teksten er ulæselig"
WRONG_LETTERS = "teksten er ulæselig; gem filen som UTF-8"
OCR_SLOW = "{why} (tesseract blev ikke færdig på {seconds} s)"
OCR_ABSENT = "{why} (tesseract kan ikke startes: {error})"
OCR_FAILED = "{why} (tesseract gav fejl)"
OCR_NOTHING = "siden er et billede, og tesseract fandt ingen tekst"
OCR_READ = "siden er skannet; teksten er læst med tesseract ({language}) og kan have fejl (sikkerhed {sure} %)"
NO_UNIT = "{count} tal uden trykt enhed"
RECKONED = f"{NO_UNIT}; summerne er regnet efter"
NOT_RECKONED = "nogle sammenhænge mellem tal kunne ikke regnes efter ({rule}); meld gerne fejlen"
NO_HEADINGS = "tallene står ét på hver linje uden overskrifter"

SWAPPED = "To cifre kan være byttet om."
HIDDEN, IS_HIDDEN = "skjult tekst", "teksten er skjult i Word og ses ikke på papiret"
MARGINS, IS_MARGIN = "sidehoved og sidefod", "beløb og andele i dem læses ikke"

CPR = "Nummeret kan slettes eller sløres, før dokumentet sendes ud."
TWICE = "Bilag {number} står to gange på listen."
WEEKDAY = "Ugedagen passer i {year}."
WEEKDAYS = "Ugedagene passer i {year}."
IN_ROW = "De andre ugedage i rækken passer; der kan være ment {said} den {day}."
WOULD_FIT = "Det ville passe, hvis {change}."
DIGITS_OF_TOTAL = "to cifre er byttet om, så der skulle stå {right} i stedet for {wrong}"
DIGIT_OF_TOTAL = "ét ciffer er et andet, så der skulle stå {right}"
COMMA = "kommaet eller enheden er flyttet, så der skulle stå {right}"
LEFT_OUT = "{part} ikke skal regnes med"
DEDUCTED = "{part} skal trækkes fra i stedet for lægges til"
DIGITS_OF_PART = "to cifre er byttet om i {wrong}, så der skulle stå {right}"
DIGIT_OF_PART = "ét ciffer er et andet i {wrong}, så der skulle stå {right}"
LOST_ROW = "en række på {amount} er faldet ud"
DOUBLE = "totalen er to gange delene: 2 × {amount}"
DOUBLE_BUT_ONE = "totalen er to gange de øvrige dele (2 × {amount}) uden {part}"
NAMED = "{name} på {amount}"

TEMPLATES = tuple(said for name, said in globals().items() if name.isupper() and isinstance(said, str))


def though_read(why: str) -> bool:
    """Whether what is said of a place is that it was read, only less surely."""
    return any(template in (OCR_READ, RECKONED) and pattern.fullmatch(why) for template, pattern in _patterns())


def retold(said: str) -> str:
    """A kept sentence in the language spoken; what is none of ours stays as it is, but for numbers alone."""
    if spoken() == "da":
        return said
    for template, pattern in _patterns():
        if found := pattern.fullmatch(said):
            return _(template).format(**{name: retold(value) for name, value in found.groupdict().items()})
    return _counted(said)


def _counted(said: str) -> str:
    """Numbers with their units; what ends a sentence has lost the dot of "kr." to it."""
    whole = worded(said + ".")
    return whole.removesuffix(".") if whole != said + "." else worded(said)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    return [(t, re.compile(re.sub(r"\\{(\w+)\\}", r"(?P<\1>.+?)", re.escape(t)), re.S)) for t in TEMPLATES]
