"""CPR numbers: found, and masked wherever text is shown. Plain text in, plain text out."""

from __future__ import annotations

import re
from collections.abc import Iterator

NUMBER = re.compile(r"([0-9](?<![\w./§-].)[0-9]{5})([-–][ ]?|[ ]?)([0-9]{4})(?![\w-]|[.,/]\d)")
NAMED = re.compile(r"(?i)\bcpr|\bc\.p\.r|person-?(?:numm?er|nr)|\bfødt")
_OTHER = re.compile(
    r"(?i)(?:løbe|journal|sags?|dokument|konto|faktura|ordre|kunde|reference|bilags?|matrikel|telefon|medlems?|serie)"
    r"-?\s?(?:numm?er|nr)|\b(?:j\.?\s?nr|dok|tlf|ean|cvr|reg|konto|telefon|mobil|p-nr|faktura)\b"
)
_WEIGHTS = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
BEFORE = 60


def masked(text: str) -> str:
    """The text with the last four digits of everything that looks like a CPR number replaced by stars: "150336-****". As long as it was."""
    return NUMBER.sub(lambda m: f"{m[1]}{m[2]}****" if looks_personal(m, text) else m[0], text)


def personal(text: str) -> Iterator[re.Match[str]]:
    """Every match of NUMBER that looks like a CPR number."""
    return (m for m in NUMBER.finditer(text) if looks_personal(m, text))


def looks_personal(match: re.Match[str], text: str) -> bool:
    """Whether a match of NUMBER is a CPR number by its digits and by the words before it."""
    before = text[max(match.start() - BEFORE, 0) : match.start()]
    named, other = _last(NAMED, before), _last(_OTHER, before)
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
