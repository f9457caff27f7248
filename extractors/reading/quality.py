"""Whether a page's text is text: fonts that do not say their letters give garbage, which must not pass as read."""

from __future__ import annotations

import re

from extractors.reading import Reading
from minutes import retold
from minutes.needs import led
from minutes.records import Unread

ENOUGH_LETTERS = 120
"""A page with fewer letters than this is not judged by its vowels."""
_STRANGE = re.compile("[\ufffd\ue000-\uf8ff\U000f0000-\U0010ffff]")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zÀ-ÿ]")
_VOWEL = re.compile(r"[aeiouyæøåäöüéèáíóúAEIOUYÆØÅÄÖÜÉ]")
_COMMON = led(r"\b(?:og|at|af|til|er|en|den|det|på|som|for|med|the|and|of|to|in|von|und|der|die|de|la|el|et|le)\b", re.IGNORECASE)


def complaint(text: str, unmapped_lines: int = 0, lines: int = 0) -> str | None:
    """Why a page's text cannot be trusted, or None. `unmapped_lines` of its `lines` begin with a letter that the font does not name."""
    written = len(text) - text.count(" ") - text.count("\n")
    if written == 0:
        return None
    strange = (len(_STRANGE.findall(text)) if not text.isascii() else 0) + 6 * text.count("(cid:")
    if strange > 0.15 * written and strange > 5:
        return retold.GARBAGE
    return retold.GARBAGE if _no_language(text) or (unmapped_lines > 0.5 * lines > 2 and not _readable(text)) else None


def doubted(reading: Reading) -> Reading:
    """A reading of a file without fonts, with a remark for every page whose text is none."""
    pages = [page.number for page in reading.pages if complaint(page.text)]
    reading.unread += [Unread(retold.PAGES.format(pages=number), retold.WRONG_LETTERS, number) for number in pages]
    return reading


def _readable(text: str) -> bool:
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_VOWEL.findall(text)) > 0.25 * letters


def _no_language(text: str) -> bool:
    """Latin letters with hardly a vowel or hardly anything else, and none of the small words of any text."""
    if _COMMON.search(text) or (letters := len(_LATIN.findall(text))) < ENOUGH_LETTERS:
        return False
    share = len(_VOWEL.findall(text)) / letters
    return not 0.2 < share < 0.75 or (letters > 400 and share < 0.3)
