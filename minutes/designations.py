"""Numbers that name a thing (plans, budgets, street numbers): an item's title beside the item's text."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from minutes.clause import locate
from minutes.days import A_MONTH
from minutes.needs import holds, led, needs
from minutes.records import Document, Item, Source

_YEARS = r"(?:19|20)\d\d(?:\s*[-–]\s*(?:(?:19|20)\d\d|\d\d(?!\d)))?"
_DAY = rf"\d{{1,2}}\. (?:{A_MONTH})"
_NAMED = led(
    rf"(?=[A-ZÆØÅbkloårst])(?:(?P<lokalplan>(?i:lokalplan(?:forslag|en)?)) (?:nr\.? ?)?(?P<n1>\d[\d.]*\d|\d+)"
    rf"|(?P<tillæg>(?i:kommuneplantillæg|tillæg)) (?:nr\.? ?)?(?P<n2>\d[\d.]*\d|\d+)(?! (?:procent|pct|%|kr|mio))"
    rf"|(?P<overslagsårene>(?i:overslagsårene|budgetoverslagsårene)) (?P<n3>{_YEARS})"
    rf"|(?P<budget>(?i:budget(?:forslag)?(?:et)?)) (?:for )?(?P<n4>{_YEARS})"
    rf"|(?P<regnskab>(?i:(?:års)?regnskab(?:et)?)) (?:for )?(?P<n5>{_YEARS})"
    rf"|(?P<kommuneplan>(?i:kommuneplan(?:strategi)?)) (?P<n6>{_YEARS})"
    rf"|(?P<opfølgning>(?i:(?:budget)?opfølgning(?:en)?|regnskab|likviditet(?:en)?|status)) (?:[a-zæøå]+ )?pr\. (?P<n7>{_DAY})"
    r"|(?P<street>[A-ZÆØÅ][\wæøåé.]*(?:[ -][A-ZÆØÅ][\wæøåé]*)?(?:vej|gade|alle|allé|stræde|plads|torv|vænge|parken|stien|boulevard))"
    r" (?:nr\. ?)?(?P<n8>\d{1,3}[A-Za-z]?(?:\s*[-–]\s*\d{1,3}[A-Za-z]?)?)(?![\d.,]\d|\s*(?:kr|mio|pct|%|boliger|m2)))")


_DECIDED_ON = re.compile(r"(?i)(?:forslag til|godkendelse af|behandling af|vedtagelse af|at)\s+(?:\w+\s){0,2}$")
_DECIDING = re.compile(r"(?i)\s(?:\d{4}\s)?(?:godkendes|vedtages|tages til|sendes|oversendes)")


_OF_YEARS = frozenset({"budget", "regnskab", "opfølgning", "overslagsårene", "kommuneplan"})
"""Of these a text often names that of another year alone."""
_OPENING, _LONGEST_TITLE = 700, 200


_NAMING = needs(_NAMED)


@dataclass(frozen=True, slots=True)
class Designation:
    """A named number as printed, with the kind of thing it names. `span`: its place in that text."""

    kind: str
    number: str
    text: str
    span: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Unlike:
    """An item's title names one thing, `titled`, and the item's text another of the same kind, `said` at `place`; `sure`: it looks like a
    slip."""

    titled: str
    title: Source
    said: str
    place: Source
    sure: bool


def unlike(document: Document) -> Iterator[Unlike]:
    """What the items' titles name otherwise than their texts, which name one thing of the title's kind."""
    items = [i for i in document.items if i.source.at >= 0] or list(_whole(document))
    for item, following in zip(items, [*items[1:], None], strict=False):
        end = following.source.at if following else len(document.text)
        start = item.source.at + len(item.source.quote)
        titled = [_designation(m) for m in _NAMED.finditer(item.title)] if holds(item.title) & _NAMING else []
        if not titled or end <= start:
            continue
        said: dict[str, list[Designation]] = defaultdict(list)
        for found in (_designation(m) for m in _NAMED.finditer(document.text, start, end)):
            said[found.kind].append(found)
        for title in titled:
            yield from _against(document, item.source, title, said.get(title.kind, []))


def _whole(document: Document) -> Iterator[Item]:
    """A document without items as one, under the first of its opening lines that names something and is no sentence."""
    at = 0
    for line in document.text[:_OPENING].split("\n"):
        if _NAMED.search(line) and not line.rstrip().endswith((".", ",", ":")) and len(line) < _LONGEST_TITLE:
            place = locate(document, at, at + len(line))
            if place:
                yield Item(None, line, place)
            return
        at += len(line) + 1


def _against(document: Document, place: Source, title: Designation, said: list[Designation]) -> Iterator[Unlike]:
    numbers = {d.number for d in said}
    if len(numbers) == 1 and title.number not in numbers and not _holds(title.number, *numbers):
        here = locate(document, *said[0].span)
        sure = _sure(document.text, title, said)
        if here and (sure or title.kind not in _OF_YEARS):
            yield Unlike(title.text, place, said[0].text, here, sure)


def _holds(one: str, other: str) -> bool:
    """Whether one is an end of the other: "2019" of "2019-2022", "12" of "12-18"."""
    return one in other.split("-") or other in one.split("-")


def _sure(text: str, title: Designation, said: list[Designation]) -> bool:
    """Whether the text must mean what the title names: a slip makes one number of the other, and the text proposes or decides on it.

    A text may speak of the plan before, the budget of last year or the house next door alone.
    """
    one, other = title.number, said[0].number
    if sorted(one) == sorted(other) or one.partition("-")[0] == other.partition("-")[0]:
        return True
    start, end = said[0].span
    alike = len(one) == len(other) or title.kind == "opfølgning"
    return alike and (_DECIDED_ON.search(text, max(start - 60, 0), start) or _DECIDING.match(text, end)) is not None


def _designation(match: re.Match[str]) -> Designation:
    kind = next(k for k, v in match.groupdict().items() if v and not re.fullmatch(r"n\d", k))
    number = next(v for k, v in match.groupdict().items() if v and re.fullmatch(r"n\d", k))
    name = match["street"].casefold().split()[-1] if kind == "street" else kind
    return Designation(name, re.sub(r"\s+", "", number).replace("–", "-").strip("."), " ".join(match[0].split()), match.span())
