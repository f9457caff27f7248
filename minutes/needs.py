"""What a pattern cannot match without, read off the pattern itself, so that it is tried only on texts that have it.

`needs(pattern)` is a bit, `holds(text)` the bits of a text: where `holds(text) & needs(pattern)` is 0 the pattern has no match in the text.
A text is looked at word by word, once for all patterns, and most words have been met before.

Python's own parser of patterns does the reading, and its compiler is told where a pattern can begin. They are no public part of `re`, so
pyproject.toml allows no version that is not yet known; tests/test_needs.py tells whether a newer one still reads and compiles them so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import reduce
from operator import or_
from re import _compiler, _parser
from re import _constants as op
from typing import Any

LONGEST = 6
"""Letters of a piece that are looked for; what holds a longer piece holds its first six."""
MOST_WORDS = 100_000
_PLAIN = re.compile(r"[\W\d_a-zA-ZæøåÆØÅéÉüÜöÖäÄ]*")
"""Where case is ignored other letters may match in ways of their own: a word that has some counts as having every piece."""


class _Bits(dict[str, int]):
    """The bits of words, worked out when a word is first met; forgotten when they become too many and when a pattern is added."""

    def __init__(self) -> None:
        self.pieces: dict[str, int] = {}
        """The bits of each piece, and 0 for what only begins one: so that what begins none ends the look."""
        self.patterns = 0

    def add(self, pieces: frozenset[str]) -> int:
        """A new bit, for words that hold one of the pieces."""
        bit = 1 << self.patterns
        self.patterns += 1
        for piece in pieces:
            for end in range(1, len(piece)):
                self.pieces.setdefault(piece[:end], 0)
            self.pieces[piece] = self.pieces.get(piece, 0) | bit
        self.clear()
        return bit

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        made = self[word] = self._of(word.casefold()) if _PLAIN.fullmatch(word) else -1
        return made

    def _of(self, word: str) -> int:
        bits = 0
        for start in range(len(word)):
            for end in range(start + 1, min(start + LONGEST, len(word)) + 1):
                found = self.pieces.get(word[start:end])
                if found is None:
                    break
                bits |= found
        return bits


_BITS = _Bits()


def needs(*patterns: re.Pattern[str]) -> int:
    """A bit that every text has in which one of the patterns matches. Raises ValueError for a pattern that can match without any letter
    of its own."""
    return _BITS.add(frozenset().union(*map(pieces, patterns)))


def holds(text: str) -> int:
    """The bits of a text."""
    return reduce(or_, map(_BITS.__getitem__, text.split()), 0)


def pieces(pattern: re.Pattern[str]) -> frozenset[str]:
    """Pieces of words, of which every match has one, in lower case: "(?:stiger|steg) med" has "stiger" or "steg"."""
    found = _rarest(_parser.parse(pattern.pattern, pattern.flags))
    if not found:
        raise ValueError(f"matches without any letter of its own: {pattern.pattern}")
    return found


def led(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The compiled pattern, sought only at the letters that it can begin with.

    The engine skips to these by itself only where they stand first: with no more than a word's beginning before them it tries the pattern
    at every letter of a text.
    """
    own = getattr(_compiler, "_get_charset_prefix", None)
    if own is None:
        return re.compile(pattern, flags)  # slower, and finds the same

    def first(tree: Iterable[tuple[Any, Any]], flags: int) -> list[tuple[Any, Any]] | None:
        letters, empty = _begins(tree, flags)
        return own(tree, flags) if empty or None in letters else list(letters)

    _compiler._get_charset_prefix = first
    try:
        return _compiler.compile(pattern, flags)
    finally:
        _compiler._get_charset_prefix = own


_Letters = frozenset[tuple[Any, Any] | None]
"""Letters, ranges and classes of letters, as the parser has them; None for any at all."""


def _begins(tree: Iterable[tuple[Any, Any]], flags: int) -> tuple[_Letters, bool]:
    """What a sequence can begin with, and whether it can be empty."""
    found: _Letters = frozenset()
    for kind, value in tree:
        if kind in (op.AT, op.ASSERT, op.ASSERT_NOT):
            continue  # these take no room
        if kind in (op.LITERAL, op.IN):
            ways = [(_members([(kind, value)] if kind is op.LITERAL else value, flags), False)]
        elif kind is op.BRANCH:
            ways = [_begins(way, flags) for way in value[1]]
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            letters, empty = _begins(value[2], flags)
            ways = [(letters, empty or not value[0])]
        elif kind is op.SUBPATTERN:
            ways = [_begins(value[-1], (flags | value[1]) & ~value[2])]
        else:
            ways = [(frozenset([None]), False)]
        found = found.union(*(letters for letters, _ in ways))
        if not any(empty for _, empty in ways):
            return found, False
    return found, True


def _members(said: Iterable[tuple[Any, Any]], flags: int) -> _Letters:
    """The members of a set of letters, where case is ignored each letter in every form."""
    found: list[tuple[Any, Any] | None] = []
    for kind, value in said:
        if flags & re.I and kind in (op.LITERAL, op.RANGE):
            span = [value] if kind is op.LITERAL else range(value[0], value[1] + 1)
            found += (form for code in span for form in _forms(chr(code)))
        else:
            found.append(None if kind is op.NEGATE else (kind, value))
    return frozenset(found)


_CASED = "abcdefghijklmnopqrstuvwxyzæøåéüöä"
_OTHER_FORMS = {"i": "İı", "k": "\u212a", "s": "ſ", "å": "\u212b"}
"""What the engine takes for these letters where case is ignored, beside the small and the capital one."""


def _forms(letter: str) -> Iterator[tuple[Any, int] | None]:
    """A letter in all its forms; None for one of another alphabet, which may have any."""
    small = letter.lower()
    known = small in _CASED or small == small.upper()
    yield from ((op.LITERAL, ord(form)) for form in {small, small.upper(), *_OTHER_FORMS.get(small, "")}) if known else [None]


def _rarest(tree: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """Of all that a pattern needs, what the fewest words have, to judge by their letters; empty when it needs nothing."""
    return min(_all(tree), key=lambda found: sum(30.0 ** -len(piece) for piece in found), default=frozenset())


def _all(tree: Iterable[tuple[Any, Any]]) -> Iterator[frozenset[str]]:
    """Everything that a sequence needs: each run of letters in it, one of the ways of each choice, what must come once or more."""
    run = ""
    for kind, value in (*tree, (op.FAILURE, None)):
        if kind is op.LITERAL:
            run += chr(value)
            continue
        if kind in (op.AT, op.ASSERT_NOT):
            continue  # these take no room: the letters before and after stand together
        yield from (frozenset([piece[:LONGEST].casefold()[:LONGEST]]) for piece in run.split())
        run = ""
        if kind is op.BRANCH:
            ways = [_rarest(way) for way in value[1]]
            yield from [frozenset().union(*ways)] if all(ways) else []
        elif kind is op.IN:
            letters = [chr(letter) for what, letter in value if what is op.LITERAL]
            yield from [frozenset(c.casefold() for c in letters)] if len(letters) == len(value) and not "".join(letters).isspace() else []
        elif kind in (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT):
            yield from _all(value[2]) if value[0] else ()
        elif kind in (op.SUBPATTERN, op.ASSERT):
            yield from _all(value[-1])
        elif kind is op.ATOMIC_GROUP:
            yield from _all(value)
