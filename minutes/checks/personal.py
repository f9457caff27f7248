"""Personal numbers (CPR) that should not be printed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes import retold
from minutes.checks import Context
from minutes.checks.ledger import at
from minutes.cpr import BEFORE, NAMED, personal, satisfies_modulus_11
from minutes.records import Document, Finding, Source


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
        for match in personal(page.text):
            yield _finding(document, page.number, match)


def _finding(document: Document, page: int, match: re.Match[str]) -> Finding:
    end = match.end(2) if match[2].strip() else match.end(1)
    place = Source(page, match.start(), end, match.string[match.start() : end])
    named = NAMED.search(match.string, max(match.start() - BEFORE, 0), match.start())
    certain = bool(named) or satisfies_modulus_11(match[1] + match[3])
    return Finding("personal-number", "error" if certain else "warning", "Her står et CPR-nummer: {number}.", at(document, place),
                   values={"number": f"{match[1]}-****"}, stated=f"{match[1]}-****",
                   suggestion=retold.CPR)


CHECKS = {"personal-number": personal_number}
