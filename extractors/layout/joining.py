"""How two printed lines become one text: hyphens kept or dropped, addresses on the web, letter-spaced words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from itertools import pairwise

from extractors.reading import PageReading, Word

_HYPHENS = "-\u2010\u2011"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_SUSPENDED = re.compile(r"(?:og|eller|samt|/|&|til|and)\b")
_URL = re.compile(r"(?:https?://|www\.)\S*$")
_LAST_PART = re.compile(r"[^\W_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_KEEPERS = frozenset(["ikke", "non", "eks", "ex"])
_SPACED_LETTERS = re.compile(r"(?<!\S)(?:[A-ZÆØÅ](?=[a-zæøå] ))?[^\W_](?: (?:[^\W_]|-(?= [a-zæøå] ))){3,}[.:!]?(?!\S)")
"""A capital may stand close to the letter after it: "Ko m m u n e", where small capitals are letter-spaced."""
_THREE_LETTERS = re.compile(r" [^\W_] [^\W_] [^\W_]")
_SPACED_NUMBER = re.compile(r"(?<!\S)\d(?:\s?\.?\s?\d)*(?:,-|,\d\d)?(?!\S)")
_WHOLE_NUMBER = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,-|,\d\d)?|\d{3,}")


class Vocabulary:
    """The words of a document, read when first asked for."""

    def __init__(self, texts: list[str]) -> None:
        self._texts = texts
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = {w for text in self._texts for w in _WORD.findall(text.lower())}
        return word.lower() in self._words


def join(a: str, b: str, words: Vocabulary) -> tuple[int, str]:
    """How many characters to drop at the end of line `a`, and what to put between it and line `b`."""
    last = a[-1]
    if last in _HYPHENS and len(a) > 1 and a[-2].isalnum():
        return _hyphen(a, b, words)
    if last == "/" and len(a) > 1 and not a[-2].isspace() and not b[0].isspace():
        return 0, ""
    if last in "–" and len(a) > 1 and a[-2].isdigit() and b[0].isdigit():
        return 0, ""
    return 0, " "


def _hyphen(a: str, b: str, words: Vocabulary) -> tuple[int, str]:
    if _URL.search(a):
        return 0, ""
    if _SUSPENDED.match(b):
        return 0, " "
    stem, rest = _LAST_PART.search(a, 0, len(a) - 1), _FIRST_PART.match(b)
    if stem is None or rest is None:
        return 0, ""
    head, tail = stem.group(), rest.group()
    if tail[0].isupper() or head[-1].isdigit() or (head.isupper() and len(head) > 1) or len(head) == 1 or head.lower() in _KEEPERS:
        return 0, ""
    if f"{head}-{tail}" in words and head + tail not in words:
        return 0, ""
    return 1, ""


def despace(text: str) -> list[tuple[int, int]]:
    """The spaces of letter-spaced words and numbers ("B E S L U T N I N G", "2 0 0.0 0 0"), as spans to leave out."""
    out: list[tuple[int, int]] = []
    for match in _SPACED_LETTERS.finditer(text) if _THREE_LETTERS.search(text) else ():
        if _is_spaced_word(match.group()):
            end = match.end() - 2 if text.startswith(_OWN_WORDS, match.end() - 2) and match.end() < len(text) else match.end()
            out += [(i, i + 1) for i in range(match.start(), end) if text[i] == " " and not _BREAK.match(text, i)]
    if _DIGIT_SPACES.search(text):
        out += _spaced_numbers(text)
    return out


CLOSE, NARROW, WORDS_APART = 0.14, 0.22, 1.2
"""In heights of the type: capitals closer than the first are of one word, whatever the text layer has between them; closer than the second
where words of the line stand much farther apart, but not as far as the third, where columns are."""


def inside_words(page: PageReading, start: int, end: int) -> list[tuple[int, int]]:
    """The spaces that the text layer has inside the words of a line of wide-set capitals ("BESLUTN ING"), as spans of the page's text."""
    near = _neighbours(page, start, end)
    gaps = [(b.box[0] - a.box[2]) / (a.box[3] - a.box[1]) for a, b in near if a.box[3] > a.box[1]]
    if len(gaps) < len(near) or not gaps:
        return []
    least = min((gap for gap in gaps if gap >= NARROW), default=WORDS_APART)
    close = [gap for gap in gaps if gap < NARROW]
    most = NARROW if close and 2 * max(close) < least < WORDS_APART else CLOSE
    return [(a.end, b.start) for (a, b), gap in zip(near, gaps, strict=True) if 0 < gap < most]


def between_words(page: PageReading, start: int, end: int) -> set[int]:
    """Where the spaces of letter-spaced words are more than twice as wide as those between their letters, as offsets of the page's text."""
    gaps = {a.end: b.box[0] - a.box[2] for a, b in _neighbours(page, start, end)}
    usual = sorted(gaps.values())[len(gaps) // 2] if gaps else 0
    return {at for at, gap in gaps.items() if gap > _WIDER * usual > 0}


_WIDER = 2


def _neighbours(page: PageReading, start: int, end: int) -> list[tuple[Word, Word]]:
    first, last = bisect_right(page.word_ends, start), bisect_left(page.word_ends, end)
    return [(a, b) for a, b in pairwise(page.words[first : last + 1]) if a.end < b.start <= end]


_OWN_WORDS = (" i", " å")
_BREAK = re.compile(r"(?<=[a-zæøå]) (?=[A-ZÆØÅ])")
"""Where a word begins in a line of wide-set letters that has no wider space there: "T e k n i s k U d v a l g"."""
_DIGIT_SPACES = re.compile(r"\d \d[ .,]")


def _is_spaced_word(found: str) -> bool:
    words = [word.split(" ") for word in _BREAK.split(found.replace(" -", "").rstrip(".:!"))]
    letters = [letter for word in words for letter in word]
    if all(letter.isdigit() for letter in letters) or any(letter.isdigit() for letter in letters):
        return False
    if all(letter.isupper() for letter in letters):
        return len(letters) >= 6 and letters != sorted(letters)
    return all(len(word) > 2 and sum(letter.islower() for letter in word) >= len(word) - 1 for word in words)


def _spaced_numbers(text: str) -> list[tuple[int, int]]:
    out = []
    for match in _SPACED_NUMBER.finditer(text):
        found = match.group()
        whole = found.replace(" ", "")
        parts = found.split(" ")
        if (
            len(parts) > 2
            and all(len(part.rstrip(",-")) <= 3 for part in parts)
            and "." in whole
            and _WHOLE_NUMBER.fullmatch(whole)
            and sum(len(part) == 1 for part in parts) >= 2
        ):
            out += [(i, i + 1) for i in range(match.start(), match.end()) if text[i] == " "]
    return out
