"""Which indicator each share of a sentence has: "48,2 pct. er indvandrere, 2,9 pct. er dømt", "uddannelse (over 60 pct.) og indkomst (55)".

A word between two shares belongs to the one that no comma, bracket or "og" parts it from; of two words the first to the share before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.figures import indicators
from minutes.needs import holds, led, needs
from minutes.scan import lower

_SHARE = led(
    r"(?<![\d.,])\d+(?:[.,]\d+)*(?= ?(?:%|pct\b|procent\b|promille\b)|[ -]?procents?-?grænse|(?: | ?x )?(?:gange|x) |\s?x\s)"
    r"|\b(?:to|tre|fire|fem|dobbelt) (?=gange |så )|\bhalvdelen\b|\bhver (?:anden|tredje|fjerde)\b"
    r"|\b(?:\d{1,2}|to|tre|fire|fem|seks|syv) (?=(?:ud )?af (?:ti|10|100)\b)|\b(?:en|to|tre) (?=tredjedel|fjerdedel)"
    r"|\bdet (?=halve\b|dobbelte\b|tredobbelte\b)"
    r"|\b(?:\w{3,6}og)?(?:ti|tyve|tredive|fyrre|halvtreds|tres|halvfjerds|firs)(?= procent\b)"
)
NAMES = (
    (r"\barbejdsmarked\w*|\bbeskæftigelse\w*|\btilknytning\b|\barbejde\b|\bjob\b", "uden_arbejde"),
    (r"\betnicitet\w*|\bherkomst\b|\boprindelse\b|\bbaggrund\b", "ikke_vestlig"),
    (r"\bkriminalitet\w*|\bdomme\b", "doemte"),
    (r"\buddannelse\w*|\bfolkeskole\w*", "grundskole"),
)
"""What the criteria are called for short: "kriterierne om uddannelse og arbejde". """
_TITLE = "|".join(f"(?P<{name}_>(?<!eller )(?<!og )(?<!/)(?:{words})(?= ?[(:–=]| ?\t|$))" for words, name in NAMES)
_OF = "|".join(f"(?P<{name}__>(?<= om )(?:{words})|(?<= for )(?:{words}))" for words, name in NAMES)
_WORD = led(f"{indicators.WORDS}|{_TITLE}|{_OF}|(?P<grundskole___>folkeskole\\w*)")
_NAMES_ONE = needs(_WORD)
_PARTED = re.compile(r"[,;)]|[.:] |[.] ?$| (?:og|samt|men|mens) |[\n\t]")
_NAME = re.compile("|".join(f"(?P<{name}>{words})" for words, name in NAMES), re.I)


def indicator(text: str, at: int, unit: str) -> str | None:
    """The indicator of the share that begins at `at`, or first after it (behind "over"); None when no word is its own.

    Shares and names in two lists of the same length go together in order: "over 40 pct. og under 55 pct. for arbejde og indkomst".
    """
    text = lower(text)
    if unit not in ("percent", "ratio") or not holds(text) & _NAMES_ONE:
        return None
    shares = list(_SHARE.finditer(text))
    i = next((i for i, m in enumerate(shares) if m.start() >= at), None)
    if i is None:
        return None
    if name := _respective(text, shares, i):
        return "doemte_ratio" if name == "doemte" and unit == "ratio" else name
    low = shares[i - 1].end() if i else 0
    high = shares[i + 1].start() if i + 1 < len(shares) else len(text)
    before, after = _before(text, low, at, first=i == 0), _after(text, shares[i].end(), high, last=i + 1 == len(shares))
    found = after if after and (not before or _PARTED.search(text, before.end(), at)) else before
    return _slug(found, unit) if found else None


def _respective(text: str, shares: list[re.Match[str]], i: int) -> str | None:
    """The name in the place of share `i` of a list of shares that a list of names of the same length follows."""
    first = last = i
    while first and _NEXT_SHARE.fullmatch(text, shares[first - 1].end(), shares[first].start()):
        first -= 1
    while last + 1 < len(shares) and _NEXT_SHARE.fullmatch(text, shares[last].end(), shares[last + 1].start()):
        last += 1
    listed = _FOR.match(text, shares[last].end()) if last > first else None
    names = list(named(listed["names"])) if listed else []
    return names[i - first] if len(names) == last - first + 1 else None


_NEXT_SHARE = re.compile(
    r" ?(?:%|pct\.?|procent|gange(?: landsgennemsnittet)?)?(?:,| og|, og) "
    r"(?:(?:henholdsvis|over|under|mindst|højst|(?:mere|mindre) end) )?",
    re.I)
_FOR = re.compile(
    r" ?(?:%|pct\.?|procent|gange(?: landsgennemsnittet)?) (?:for|i forhold til|når det gælder|for så vidt angår) (?:henholdsvis )?"
    r"(?P<names>[^.;:\n\t()\d]+)", re.I)


def shares(text: str) -> list[int]:
    """Where the shares of a text begin."""
    return [m.start() for m in _SHARE.finditer(lower(text))]


def gap_before(text: str, at: int) -> str:
    """What may name the share at `at` though it stands further off: the text before it, when no other share parts the two.

    A bracket or "mod" goes on with the same thing: "ikke-vestlige 35 pct. (grænsen er over 30 pct.)".
    """
    earlier = [m for m in _SHARE.finditer(lower(text)) if m.end() <= at]
    goes_on = not earlier or re.search(
        r"\(|\b(?:mod|grænse\w*|skillelinje\w*|tærsk[el]\w*|krav\w*|før|nu|det|tilsvarende|under de|over de)\b",
        text[earlier[-1].end() : at], re.I
    )
    return text[:at] if goes_on else ""


def _slug(word: re.Match[str], unit: str) -> str:
    name = (word.lastgroup or "").rstrip("_")
    return "doemte_ratio" if name == "doemte" and unit == "ratio" else name


def named(text: str) -> Iterator[str]:
    """The indicators that a list of criteria names: "arbejde, uddannelse og indkomst"."""
    for piece in re.split(r" og |, | samt | eller ", text):
        found = _WORD.search(lower(piece)) or _NAME.search(piece)
        if found:
            yield (found.lastgroup or "").rstrip("_")


def _words(text: str, low: int, high: int) -> list[re.Match[str]]:
    """The first and the last indicator word between two offsets; one where all are of one indicator, as its first word."""
    found = list(_WORD.finditer(text, low, high))
    return [found[0], found[-1]] if found and _slug(found[0], "") != _slug(found[-1], "") else found[-1:]


def _before(text: str, low: int, at: int, first: bool) -> re.Match[str] | None:
    """The word before a share that is its own."""
    words = _words(text, low, at)
    if not words or first or len(words) == 2:
        return words[-1] if words else None
    mine, theirs = _PARTED.search(text, words[0].end(), at), _PARTED.search(text, low, words[0].start())
    return words[0] if theirs and not mine else None


def _after(text: str, end: int, high: int, last: bool) -> re.Match[str] | None:
    """The word after a share that is its own."""
    words = _words(text, end, high)
    if not words or len(words) == 2:
        return words[0] if words else None
    theirs = not last and not _PARTED.search(text, words[0].end(), high)
    return None if theirs and _PARTED.search(text, end, words[0].start()) else words[0]
