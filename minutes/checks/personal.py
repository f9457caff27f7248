"""Personal numbers (CPR) that should not be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.checks import Context
from minutes.checks.ledger import at
from minutes.language import _
from minutes.records import Document, Finding, Source

_NUMBER = re.compile(r"([0-9](?<![\w./§-].)[0-9]{5})([-–][ ]?|[ ]?)([0-9]{4})(?![\w-]|[.,/]\d)")
_NAMED = re.compile(r"(?i)\bcpr|\bc\.p\.r|person-?(?:numm?er|nr)|\bfødt")
_OTHER = re.compile(r"(?i)(?:løbe|journal|sags?|dokument|konto|faktura|ordre|kunde|reference|bilags?|matrikel|telefon|medlems?|serie)"
                    r"-?\s?(?:numm?er|nr)|\b(?:j\.?\s?nr|dok|tlf|ean|cvr|reg|konto|telefon|mobil|p-nr|faktura)\b")
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_BEFORE = 60


def masked(text: str) -> str:
    """The text with the last four digits of everything that looks like a CPR number replaced by stars: "150336-****"."""
    return _NUMBER.sub(lambda m: f"{m[1]}{m[2]}****" if _looks_personal(m, text) else m[0], text)


def personal_number(document: Document, context: Context) -> Iterator[Finding]:
    """A CPR number stands in the document.

    Finds ten digits that begin with a possible date of birth (ddmmyy), with a hyphen, or without one where the words say
    that it is a CPR number. It matters because minutes are published, and a personal number must not be.

    Quiet: numbers whose first six digits are no date; ten digits in a row without "cpr", "personnummer" or "født" before them;
    numbers that the words call something else (journal, account, telephone, invoice). Modulus 11 is evidence only: numbers
    given out since 2007 need not satisfy it. The last four digits are never shown.

    Example: "Henvendelsen fra en borger (cpr-nr. 010203-****) er besvaret."
    """
    for page in document.pages:
        for match in _NUMBER.finditer(page.text):
            if _looks_personal(match, page.text):
                yield _finding(document, page.number, match)


def _looks_personal(match: re.Match[str], text: str) -> bool:
    before = text[max(match.start() - _BEFORE, 0) : match.start()]
    named, other = _last(_NAMED, before), _last(_OTHER, before)
    if not _possible_day(match[1], replaced=named >= 0):
        return False
    return named > other if named >= 0 else other < 0 and match[2].startswith(("-", "–"))


def _last(pattern: re.Pattern[str], text: str) -> int:
    return max((m.start() for m in pattern.finditer(text)), default=-1)


def _possible_day(digits: str, replaced: bool) -> bool:
    """Whether ddmmyy can be a date. A replacement number has 60 added to its day and counts only where the words name it."""
    day, month = int(digits[:2]), int(digits[2:4])
    day -= 60 if replaced and day > 60 else 0
    return 1 <= month <= 12 and 1 <= day <= _DAYS[month - 1]


def satisfies_modulus_11(digits: str) -> bool:
    """Whether ten digits have the check digit of the CPR system."""
    return sum(int(d) * w for d, w in zip(digits, _WEIGHTS, strict=True)) % 11 == 0


def _finding(document: Document, page: int, match: re.Match[str]) -> Finding:
    end = match.end(2) if match[2].strip() else match.end(1)
    place = Source(page, match.start(), end, match.string[match.start() : end])
    named = _NAMED.search(match.string, max(match.start() - _BEFORE, 0), match.start())
    certain = bool(named) or satisfies_modulus_11(match[1] + match[3])
    return Finding("personal-number", "error" if certain else "warning", "Her står et CPR-nummer: {number}.", at(document, place),
                   values={"number": f"{match[1]}-****"}, stated=f"{match[1]}-****",
                   suggestion=_("Nummeret kan slettes eller sløres, før dokumentet sendes ud."))


CHECKS = {"personal-number": personal_number}
