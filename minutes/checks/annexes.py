"""Annexes: cited and not listed, listed and never cited."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes import retold
from minutes.checks import Context
from minutes.checks.ledger import at, from_finding, judged
from minutes.clause import clause
from minutes.needs import led
from minutes.records import Annex, AnnexReference, Claim, Document, Finding

_ELSEWHERE_AFTER = re.compile(
    r"(?i)\s*,?\s*(?:til|i|fra|på)\s+(?:den\s+|det\s+|de\s+)?(?:\w+\s+){0,2}?\w*(?:bekendtgørelse|lov|cirkulære|vejledning"
    r"|direktiv|forordning|kontrakt"
    r"|aftale|overenskomst|lokalplan|kommuneplan|planen|rapport|regulativ|vedtægt|redegørelse|betænkning|udbud|tilladelse"
    r"|godkendelse|ansøgning"
    r"|møde|referat|sagen fra|punkt|sag nr|styrelsesvedtægt|forretningsorden|miljørapport|budgetforslag|håndbog)\w*")
_ELSEWHERE_BEFORE = led(
    r"(?i)(?:bekendtgørelse|lov|cirkulære|vejledning|direktiv|forordning|kontrakt|aftale|overenskomst|plan|rapport|regulativ"
    r"|vedtægt|redegørelse|betænkning)(?:n|en|et|s|ens|ets|ns)s?\s*,?\s*(?:i\s+)?$"
    r"|(?:behandlet|forelagt|drøftet|fremlagt|udsat|møde[t]?)\b(?:[^.\n]|(?<=\d)\.){0,45}\b20\d\d,?\s*(?:hvor|jf\.?|\(|med|\(jf\.)\s*$")
_CLOSED = re.compile(r"(?i)\blukke[dt]|\bfortrolig|\bomdel|\beftersend|\bfremlægges på mødet")
_AROUND = 90
_FEW = 2
_PART = re.compile(r"(?<=\d)(?:\.\d+|[a-h])$")


@dataclass(frozen=True, slots=True)
class Lists:
    """The annex lists of a document: the items' own, and the one for all (`None`)."""

    by_item: dict[str | None, list[Annex]]

    def for_item(self, item: str | None) -> list[Annex] | None:
        """The list that a reference in `item` is looked up in: the item's own, else the document's, else the only one."""
        if self.by_item.get(item):
            return self.by_item[item] + (self.by_item.get(None, []) if item is not None else [])
        if self.by_item.get(None):
            return self.by_item[None]
        return next(iter(self.by_item.values())) if len(self.by_item) == 1 and item is None else None


def annex_missing(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """An annex is cited that the list of annexes lacks.

    It matters because the reader cannot find what the text leans on. An item's own list counts first, then the document's.

    Quiet: documents without a list; lists without numbers; closed or late annexes; annexes of another document
    ("bilag 1 til bekendtgørelsen").

    Example: "jf. bilag 4", and the list ends at bilag 3.
    """
    lists = _lists(document)
    flagged: set[tuple[str | None, str]] = set()
    for reference in document.annex_references:
        annexes = lists.for_item(reference.item)
        reason = _why_not(document, reference, annexes)
        if reason or annexes is None:
            yield judged("reference", "annex-missing", "annex", at(document, reference.source), reason=reason, item=reference.item)
            continue
        listed = {_plain(a.number) for a in annexes}
        lacking = [n for n in reference.numbers if not _is_on(listed, _plain(n)) and not _printed_as_entry(document, n)]
        if not lacking:
            yield judged("reference", "annex-missing", "annex", at(document, reference.source), item=reference.item,
                         calculation=_of_list(annexes))
        for number in lacking:
            if (reference.item, number) not in flagged:
                flagged.add((reference.item, number))
                found = _missing(document, reference, number, annexes)
                yield found
                yield from_finding(found, "reference", reference.item)


def annex_uncited(document: Document, context: Context) -> Iterator[Finding]:
    """An annex is listed and never cited; only a note.

    Quiet: lists without numbers, and those of which the text cites few or none: there citing by number is not the custom.

    Example: bilag 9 stands in the list, and the text cites 1 to 8, 10 and 11.
    """
    lists = _lists(document)
    for item, annexes in lists.by_item.items():
        cited = {_plain(n) for r in document.annex_references if item is None or r.item in (item, None) or r.item not in lists.by_item
                 for n in r.numbers}
        numbered = [(a.number, a.source) for a in annexes if a.number]
        uncited = [(number, place) for number, place in numbered if not _is_on(cited, _plain(number))]
        if len(uncited) < len(numbered) and (len(uncited) <= _FEW or len(uncited) * 2 <= len(numbered)):
            for number, place in uncited:
                yield Finding("annex-uncited", "note", "Bilag {number} står på listen, men teksten henviser ikke til det.",
                              at(document, place), values={"number": number}, stated=number)


def _lists(document: Document) -> Lists:
    by_item: dict[str | None, list[Annex]] = {}
    for annex in document.annexes:
        by_item.setdefault(annex.item, []).append(annex)
    if len(by_item) == 1 and len(document.items) > 1 and (last := document.items[-1].number) in by_item:
        numbers = {_plain(a.number) for a in by_item[last] if a.number}
        cited = {_plain(n) for r in document.annex_references if r.item != last for n in r.numbers}
        if 2 * len(numbers & cited) > len(numbers):  # it stands below the last item and is that of all
            return Lists({None: by_item[last]})
    return Lists(by_item)


def _why_not(document: Document, reference: AnnexReference, annexes: Sequence[Annex] | None) -> str | None:
    """Why a reference cannot be looked up, or None when it can."""
    start, end = reference.source.at, reference.source.at + len(reference.source.quote)
    if start >= 0:
        after, before = document.text[end : end + 90], document.text[max(start - _AROUND, 0) : start]
        if _ELSEWHERE_AFTER.match(after) or _ELSEWHERE_BEFORE.search(before):
            return "Bilaget hører til et andet dokument."
        if _CLOSED.search(reference.source.quote + after[:25]):
            return "Bilaget er lukket eller kommer senere."
    if annexes is None:
        return "Dokumentet har ingen bilagsliste."
    return None if any(a.number for a in annexes) else "Bilagslisten har ingen numre."


def _printed_as_entry(document: Document, number: str) -> bool:
    """Whether a line begins as an entry of a list does ("Bilag 4: "), though no list was read that has it."""
    entry = re.compile(rf"(?im)^\W*bilag\s*(?:nr\.?\s*)?{re.escape(number)}\s*(?:[:–—-]|\.(?=\s[A-ZÆØÅ])|$)")
    return not any(_plain(a.number) == _plain(number) for a in document.annexes) and entry.search(document.text) is not None


def _missing(document: Document, reference: AnnexReference, number: str, annexes: Sequence[Annex]) -> Finding:
    numbers = [a.number for a in annexes if a.number]
    twice = [n for n, times in Counter(numbers).items() if times > 1]
    return Finding("annex-missing", "warning", "Teksten henviser til bilag {number}, som ikke står på bilagslisten.",
                   at(document, clause(document, reference.source, 70), annexes[-1].source), values={"number": number}, stated=number,
                   calculation=_of_list(annexes),
                   suggestion=retold.TWICE.format(number=twice[0]) if twice else None)


def _of_list(annexes: Sequence[Annex]) -> str:
    """The numbers on a list: "bilagslisten: 1, 2, 3"."""
    return f"bilagslisten: {', '.join(sorted((a.number for a in annexes if a.number), key=lambda n: (len(n), n)))}"


def _is_on(listed: set[str], number: str) -> bool:
    """Whether a list has the annex, a part of it (1.1, 2a) or the whole that it is a part of."""
    return bool(listed & {number, _PART.sub("", number)}) or number in {_PART.sub("", n) for n in listed}


def _plain(number: str | None) -> str:
    return (number or "").strip(" .:").casefold().lstrip("0")


CHECKS = {"annex-missing": annex_missing, "annex-uncited": annex_uncited}
