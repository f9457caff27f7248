"""An agenda item's title beside its text: what it names, and what it counts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from minutes import designations
from minutes.checks.ledger import Differing, at
from minutes.clause import clause
from minutes.closeness import closeness
from minutes.likeness import agree
from minutes.records import Document, Finding
from minutes.subject import Subject

OPENING, LONGEST = 500, 120
"""Characters at the head of a document where its title stands, and of a title."""
_COUNTS = re.compile(r"(?<![\d.,/-])\d{1,3}(?:\.\d{3})? (?:nye |almene )?[a-zæøå]{5,}")


def beside_titles(document: Document, said: list[Subject], differing: Differing) -> Iterator[Finding]:
    """What a title has otherwise than its text; `differing` makes the finding for two figures."""
    for found in designations.unlike(document):
        yield Finding("restated-differs", "warning" if found.sure else "note", "Overskriften siger {title}, men teksten siger {body}.",
                      at(document, found.title, clause(document, found.place, 60)), values={"title": found.titled, "body": found.said},
                      stated=found.said, computed=found.titled, calculation=f"{found.titled} ≠ {found.said}")
    counted: dict[tuple, list[Subject]] = defaultdict(list)
    for subject in (s for s in said if s.noun):
        counted[subject.item, subject.unit].append(subject)
    titles = {item.number: (item.source.at, len(item.source.quote)) for item in document.items} or _opening(document)
    for (number, _), group in counted.items():
        if number in titles:
            start, length = titles[number]
            yield from _counts(document, start, start + length, group, differing)


def _opening(document: Document) -> dict[str | None, tuple[int, int]]:
    """Place and length of what a document without items opens with: the first line that counts something and is no sentence."""
    at = 0
    for line in document.text[: OPENING + LONGEST].split("\n"):
        if _COUNTS.search(line) and len(line) < LONGEST and not line.rstrip().endswith((".", ",", ":", ";")):
            return {None: (at, len(line))}
        at += len(line) + 1
        if at > OPENING:
            break
    return {}


def _counts(document: Document, start: int, end: int, group: Iterable[Subject], differing: Differing) -> Iterator[Finding]:
    titled = [s for s in group if start <= s.source.at < end]
    body = [s for s in group if s.source.at >= end]
    if titled and len({s.value for s in body}) == 1 and not agree(titled[0], body[0]) and closeness(titled[0].value, body[0].value):
        yield differing(document, "warning", titled[0], body[0])
