"""A person whose name or party stands in two ways in one document."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from minutes.checks.ledger import at
from minutes.clause import locate
from minutes.records import Document, Finding

_NAMED = re.compile(r"([A-ZÆØÅ](?<![\w-].)[\w'.-]*[a-zæøåé.] (?:[A-ZÆØÅ][\w'.-]*[a-zæøåé.] ){0,2}[A-ZÆØÅ][\w'-]*[a-zæøåé])"
                    r"(?: \(([A-ZÆØÅ]{1,2})\)|, \(?([A-ZÆØÅ])\)?(?=[,.\n;])(?!, [A-ZÆØÅ](?:,| og\b)))")
_TITLES = re.compile(r"^(?:Formand|Næstformand|Borgmester|Viceborgmester|Overborgmester|Rådmand|Fraværende|Afbud"
                     r"|Medlem(?:mer)?|Og|Af|Fra|For|Imod) ")
_INITIAL = re.compile(r"\. [A-ZÆØÅ][a-zæøå]")
"""After a letter that begins a name as the name before it was begun: "H. Bagger, V. Grønbech"."""
_LEAST, _MOST_EDITS = 5, 2


@dataclass(frozen=True, slots=True)
class _Mention:
    name: str
    party: str
    start: int
    end: int


def named_in_two_ways(document: Document) -> Iterator[Finding]:
    """Two spellings of one name in one party, only a note; and one name with two parties.

    Quiet: two members of the same first name who both stand on the list of members.
    """
    said = (m for m in _NAMED.finditer(document.text) if not (m[1][1] == "." and _INITIAL.match(document.text, m.end(3))))
    mentions = [_Mention(_TITLES.sub("", m[1]), m[2] or m[3], m.start(), m.end()) for m in said]
    first: dict[str, _Mention] = {}
    for mention in mentions:
        first.setdefault(mention.name, mention)
    parties: dict[str, _Mention] = {}
    for mention in mentions:
        other = parties.setdefault(mention.name, mention)
        if other.party != mention.party:
            yield from _finding(document, "warning", "{name} står både som ({one}) og ({other}).", mention, other)
            parties[mention.name] = mention
    yield from _spellings(document, list(first.values()))


def _spellings(document: Document, mentions: list[_Mention]) -> Iterator[Finding]:
    listed = {*document.attendance.members, *document.attendance.present, *document.attendance.absent}
    by_first: dict[tuple[str, str], list[_Mention]] = defaultdict(list)
    for mention in mentions:
        by_first[mention.name.split()[0], mention.party].append(mention)
    for group in by_first.values():
        for one, other in combinations(group[:20], 2):
            if not {one.name, other.name} <= listed and _alike(one.name, other.name):
                yield from _finding(document, "note", "Navnet står på to måder: {first} og {last}.", other, one)


def _alike(one: str, other: str) -> bool:
    """Whether the last names differ by a letter or two, and the rest is the same."""
    (*a, last), (*b, other_last) = one.split(), other.split()
    short = min(len(last), len(other_last)) >= _LEAST
    return a == b and short and 0 < Levenshtein.distance(last, other_last, score_cutoff=_MOST_EDITS) <= _MOST_EDITS


def _finding(document: Document, severity: str, template: str, mention: _Mention, other: _Mention) -> Iterator[Finding]:
    places = [locate(document, m.start, m.end) for m in (mention, other)]
    if all(places):
        values = {"name": mention.name, "one": other.party, "other": mention.party, "first": other.name, "last": mention.name}
        yield Finding("restated-differs", severity, template, at(document, *places), values=values,
                      stated=f"{mention.name} ({mention.party})", computed=f"{other.name} ({other.party})")
