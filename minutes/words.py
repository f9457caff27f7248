"""Danish words as the search sees them: stems without inflection, the old and the new spelling of æ, ø and å alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

import Stemmer

WORD = re.compile(r"[^\W_]+")
"""Letters and digits; a hyphen or a slash ends a word, so that "TV-overvågning" is two."""
BROKEN = re.compile(r"(?<=\w)[-\u00ad\u2010]\n(?=[a-zæøå])|\u00ad")
FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "ä": "ae", "ö": "oe", "ü": "u", "é": "e", "è": "e", "á": "a"})

_danish = Stemmer.Stemmer("danish", 0)


def whole(text: str) -> str:
    """A page's text with the words that its line ends divide joined again, composed letters only."""
    joined = BROKEN.sub("", text) if "\u00ad" in text or "-\n" in text or "\u2010\n" in text else text
    return unicodedata.normalize("NFC", joined)


_ON_EVERY_PAGE = """
at af alle de dem den der det du en er et for fra få før gå ham han har hun i ind kan med men mig min må ned nok nu når og om op os på se
sig sin skal som så ta til ud under var ved vi vil være
"""
COMMON = frozenset(_ON_EVERY_PAGE.split())
"""No other word may be taken for one of them ("sommer" would be "som", "varer" would be "var")."""


class _Stems(dict[str, str]):
    """The stems of words, worked out when first asked for; a plain dict, because half a million words pass by in a thousand documents."""

    def __missing__(self, word: str) -> str:
        if len(self) >= 200_000:
            self.clear()
        small = word.lower()
        short = _danish.stemWord(small)
        if short in COMMON and small not in COMMON:
            short = small[: len(short) + 1]
        made = self[word] = short.translate(FOLDED)
        return made


_STEMS = _Stems()


def stem(word: str) -> str:
    """The stem of one word: "Folkeskolens" is "folkeskol", "Århus" and "Aarhus" are "aarhus"."""
    return _STEMS[word]


def stems(text: str) -> list[str]:
    """The stems of a text in order."""
    return [_STEMS[word] for word in WORD.findall(text)]


def reckoned(words: Iterable[str]) -> Iterator[str]:
    """The words that can be part of a compound: letters only, three or more."""
    return (word for word in words if len(word) > 2 and word.isalpha())
