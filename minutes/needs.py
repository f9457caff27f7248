"""What a pattern cannot match without, read off the pattern itself, so that it is tried only on texts that have it.

`needs(pattern)` is a bit, `holds(text)` the bits of a text: where `holds(text) & needs(pattern)` is 0 the pattern has no match in the text.
A text is looked at word by word, once for all patterns, and most words have been met before.

Python's own parser of patterns does the reading, and its compiler is told where a pattern can begin. They are no public part of `re`, so
pyproject.toml allows no version that is not yet known; tests/test_needs.py tells whether a newer one still reads and compiles them so.
"""

from __future__ import annotations

import re
import re._compiler as _compiler
import re._constants as op
import re._parser as _parser
from collections.abc import Iterable, Iterator, Sequence
from functools import reduce
from operator import or_
from typing import Any

from minutes.kept import once

LONGEST = 8
"""Letters of a piece that are looked for, edges of words among them; what holds a longer piece holds its beginning."""
EDGE = "\0"
"""Stands where a word begins or ends: a pattern that asks for the word "lig" is not tried on "bolig"."""
_WORD = re.compile(r"\w+")
MOST_WORDS = 100_000
_PLAIN = re.compile(r"[\W\d_a-zA-ZæøåÆØÅéÉüÜöÖäÄàÀáÁ]*")
"""Where case is ignored other letters may match in ways of their own: a word that has some counts as having every piece."""


class _Bits(dict[str, int]):
    """The bits of words, worked out when a word is first met; forgotten when they become too many and when a pattern is added."""

    def __init__(self) -> None:
        self.pieces: dict[str, Any] = {}
        """A tree: by each letter that pieces go on with what follows it, and by "" the bits of the piece that ends here."""
        self.patterns = 0

    def add(self, pieces: frozenset[str]) -> int:
        """A new bit, for words that hold one of the pieces."""
        bit = 1 << self.patterns
        self.patterns += 1
        for piece in pieces:
            node = self.pieces
            for letter in piece:
                node = node.setdefault(letter, {})
            node[""] = node.get("", 0) | bit
        self.clear()
        return bit

    def __missing__(self, word: str) -> int:
        if len(self) >= MOST_WORDS:
            self.clear()
        made = self[word] = self._of(_edged(word.casefold())) if _PLAIN.fullmatch(word) else -1
        return made

    def _of(self, word: str) -> int:
        bits, pieces = 0, self.pieces
        for start in range(len(word)):
            node = pieces
            for letter in word[start : start + LONGEST]:
                if letter not in node:
                    break
                node = node[letter]
                if "" in node:
                    bits |= node[""]
        return bits


def _edged(word: str) -> str:
    """With the edges of what is a word in it, apart from the marks around it."""
    return f"{EDGE}{word}{EDGE}" if word.isalnum() else _WORD.sub(rf"{EDGE}\g<0>{EDGE}", word)


_BITS = _Bits()


def needs(*patterns: re.Pattern[str]) -> int:
    """A bit that every text has in which one of the patterns matches. Raises ValueError for a pattern that can match without any letter
    of its own."""
    return _BITS.add(frozenset().union(*map(pieces, patterns)))


def holds(text: str) -> int:
    """The bits of a text."""
    return reduce(or_, map(_BITS.__getitem__, text.split()), 0)


def pieces(pattern: re.Pattern[str]) -> frozenset[str]:
    """Pieces of words, of which every match has one, in lower case: "(?:stiger|steg) med" has "stiger" or "steg" at a word's end."""
    found = once(("pieces", pattern.pattern, pattern.flags), lambda: _rarest(_parser.parse(pattern.pattern, pattern.flags)))
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
        known = [letter for letter in letters if letter]
        return own(tree, flags) if empty or len(known) < len(letters) else known

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


_WORD_CLASS = [(op.IN, [(op.CATEGORY, op.CATEGORY_WORD)])]
_SIDES = (op.AT_BOUNDARY, op.AT_BEGINNING, op.AT_BEGINNING_STRING, op.AT_END, op.AT_END_STRING)
_REPEATS = (op.MAX_REPEAT, op.MIN_REPEAT, op.POSSESSIVE_REPEAT)
_Tree = Sequence[tuple[Any, Any]]


def _rarest(tree: _Tree, opens: bool = False, closes: bool = False) -> frozenset[str]:
    """Of all that a pattern needs, what the fewest words have, to judge by their letters; empty when it needs nothing."""
    return min(_all(list(tree), opens, closes), key=lambda found: sum(map(_commonness, found)), default=frozenset())


def _commonness(piece: str) -> float:
    return 30.0 ** (0.7 * piece.count(EDGE) - len(piece))


def _ends_words(nodes: _Tree, end: bool, way: int = 1) -> bool:
    """Can no letter of a word stand next to what comes before these, or after them where `way` is -1? `end`: beyond them all."""
    for i, (kind, value) in enumerate(nodes[::way]):
        rest = nodes[::way][i + 1 :][::way]
        if kind is op.AT and value in _SIDES or kind is op.ASSERT_NOT and list(value[1]) == _WORD_CLASS:
            return True
        if kind in (op.AT, op.ASSERT_NOT, op.ASSERT):
            continue  # these take no room
        if kind in (op.LITERAL, op.IN):
            members = [(kind, value)] if kind is op.LITERAL else value
            return all(what is op.LITERAL and not _WORD.match(chr(which)) or which is op.CATEGORY_SPACE for what, which in members)
        if kind is op.BRANCH:
            return all(_ends_words([*tree, *rest] if way > 0 else [*rest, *tree], end, way) for tree in value[1])
        inner = value[-1] if kind is op.SUBPATTERN else value[2] if kind in _REPEATS else value if kind is op.ATOMIC_GROUP else ()
        if kind in _REPEATS and not value[0] and not _ends_words(rest, end, way):
            return False
        return bool(inner) and _ends_words([*inner, *rest] if way > 0 else [*rest, *inner], end, way)
    return end


def _pieces_of(run: str, opens: bool, closes: bool) -> Iterator[frozenset[str]]:
    """The pieces of a run of letters with the edges of words in it; `opens`, `closes`: no word goes on before it, and after it."""
    marked = re.sub(r"\b", EDGE, run)
    marked = marked if opens or not _WORD.match(run) else marked[1:]
    marked = marked if closes or not _WORD.match(run[-1:]) else marked[:-1]
    yield from (frozenset([piece[:LONGEST].casefold()[:LONGEST]]) for piece in marked.split())


def _all(nodes: _Tree, opens: bool, closes: bool) -> Iterator[frozenset[str]]:
    """Everything that a sequence needs: each run of letters in it, one of the ways of each choice, what must come once or more."""
    run, began, ended = "", 0, 0
    for i, (kind, value) in enumerate([*nodes, (op.FAILURE, None)]):
        if kind is op.LITERAL:
            run, began, ended = run + chr(value), began if run else i, i + 1
            continue
        if kind in (op.AT, op.ASSERT_NOT):
            continue  # these take no room: the letters before and after stand together
        yield from _pieces_of(run, _ends_words(nodes[:began], opens, -1), _ends_words(nodes[ended:], closes)) if run else ()
        run, sides = "", (_ends_words(nodes[:i], opens, -1), _ends_words(nodes[i + 1 :], closes))
        if kind is op.BRANCH:
            ways = [_rarest(way, *sides) for way in value[1]]
            yield from [frozenset().union(*ways)] if all(ways) else []
        elif kind is op.IN:
            letters = [chr(letter) for what, letter in value if what is op.LITERAL]
            yield from [frozenset(c.casefold() for c in letters)] if len(letters) == len(value) and not "".join(letters).isspace() else []
        elif kind in _REPEATS:
            yield from _all(list(value[2]), *(sides if value[1] == 1 else (False, False))) if value[0] else ()
        elif kind in (op.SUBPATTERN, op.ATOMIC_GROUP):
            yield from _all(list(value[-1] if kind is op.SUBPATTERN else value), *sides)
        elif kind is op.ASSERT:
            yield from _all(list(value[-1]), False, False)
