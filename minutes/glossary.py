"""The words that the program itself puts between numbers, in English: "180.000 kr. mindre", "412.500 × 4 år", "15. november 2018".

A text with any other word is the document's own, and stays as it stands there, also its numbers.
"""

from __future__ import annotations

import re

MONTHS = {
    "januar": "January",
    "februar": "February",
    "marts": "March",
    "april": "April",
    "maj": "May",
    "juni": "June",
    "juli": "July",
    "august": "August",
    "september": "September",
    "oktober": "October",
    "november": "November",
    "december": "December",
}
FRACTIONS = {
    "halvdelen": "half",
    "en tredjedel": "a third",
    "to tredjedele": "two thirds",
    "en fjerdedel": "a quarter",
    "tre fjerdedele": "three quarters",
    "en femtedel": "a fifth",
    "en sjettedel": "a sixth",
    "en ottendedel": "an eighth",
    "en tiendedel": "a tenth",
}
WORDS = {
    **MONTHS,
    **FRACTIONS,
    "mandag": "Monday",
    "tirsdag": "Tuesday",
    "onsdag": "Wednesday",
    "torsdag": "Thursday",
    "fredag": "Friday",
    "lørdag": "Saturday",
    "søndag": "Sunday",
    "mio. kr.": "million kr.",
    "kr.": "kr.",
    "pct.": "per cent",
    "procentpoint": "percentage points",
    "år": "years",
    "måneder": "months",
    "kvartaler": "quarters",
    "dage": "days",
    "uger": "weeks",
    "timer": "hours",
    "uden dato": "without a date",
    "uden spring": "without a gap",
    "mere": "more",
    "mindre": "less",
    "angivet": "stated",
    "inden for afrundingen": "within rounding",
    "optalt": "counted",
    "bilagslisten": "the list of annexes",
    "alt i": "all in",
    "for": "for",
    "imod": "against",
    "undlod": "abstained",
    "af": "of",
    "og": "and",
    "ja": "yes",
    "nej": "no",
    "ikke kendt": "not known",
    "kan ikke afgøres": "cannot be told",
    "over": "over",
    "under": "under",
    "mindst": "at least",
    "højst": "at most",
    "gange landsgennemsnittet": "times the national average",
    "antal beboere": "residents",
    "andel uden tilknytning til arbejde eller uddannelse": "share without work or education",
    "andel fra ikke-vestlige lande": "share from non-western countries",
    "andel dømte": "share of convicted",
    "andel dømte mod landsgennemsnittet": "share of convicted against the national average",
    "andel med kun grundskole": "share with basic schooling only",
    "gennemsnitlig bruttoindkomst mod regionen": "average gross income against the region",
    "fra": "from",
    "til": "to",
    "listen": "the list of",
    "opfylder ikke reglen": "does not meet the rule",
    "opfylder reglen": "meets the rule",
    "Området": "The area",
    "landsgennemsnittet": "the national average",
    "gange": "times",
    "lister mellem": "lists between",
    "kriterium": "criterion",
    "i træk": "in a row",
    "eller": "or",
    "gennemsnit af": "average of",
    "egne regler": "own rules",
    "udsatte boligområder": "udsatte boligområder",
    "forebyggelsesområder": "forebyggelsesområder",
    "parallelsamfund": "parallelsamfund",
    "omdannelsesområder": "omdannelsesområder",
    "hårde ghettoområder": "hårde ghettoområder",
    "ghettoområder": "ghettoområder",
    "nul": "no",
    "et": "one",
    "et kriterium": "one criterion",
    "kriterier": "criteria",
    "to": "two",
    "tre": "three",
    "fire": "four",
    "fem": "five",
    "seks": "six",
}
_WORD = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, sorted(WORDS, key=len, reverse=True)))})(?!\w)")
_DAY = re.compile(rf"(\d{{1,2}})\. (?={'|'.join(MONTHS)})")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![.,]?\d)|(?<![\d.,])\d+,\d+(?![.,]?\d)")
"""A number with dots between its thousands, a comma before its decimals, or both."""
_SIGNS = str.maketrans(".,", ",.")
_RULE = re.compile(r"(?<!\w)[a-z]+-\d{4}(?:-[a-z]+)?(?=:)")
"""The name of a rule set, which is the same in every language: "ghetto-2014:"."""
_LETTER = re.compile(r"[^\W\d_]")


def english(text: str) -> str:
    """The text in English when all its words are the program's own; else as it is."""
    if _LETTER.search(_WORD.sub("", _RULE.sub("", text))):
        return text
    counted = _NUMBER.sub(lambda m: m[0].translate(_SIGNS), text)
    return _WORD.sub(lambda m: WORDS[m[0]], _DAY.sub(r"\1 ", counted))
