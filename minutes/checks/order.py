"""Numbers that run: agenda items, points of a recommendation, entries of a list."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby, pairwise

from rapidfuzz import fuzz

from minutes.checks import Context
from minutes.checks.ledger import at, from_finding, judged
from minutes.clause import between, clause, locate, span
from minutes.needs import led
from minutes.records import Claim, Document, Finding, Source
from minutes.scan import lower

_CLOSED = led(r"\b(?:lukkede?|åbne)\s+(?:punkt|sag|dagsorden)|\blukket\s*(?::|punkt|sag|møde|dagsorden|del\b)"
              r"|\bfor lukkede døre|\bclosed:|\bfortrolig|\båbe[nt]t?\s+(?:referat|dagsorden|protokol)")
_EXTRACT = led(r"(?i)\b(?:uddrag|ekstrakt|(udskrift))\b")
_CAPTION = led(r"^(Tabel|Figur|Diagram) (\d{1,2})[.:] (?!fortsat)([^\n]{3,120})", re.M)
_PART = led(r"(?m)^(Spørgsmål|Forslag|Anbefaling|Delmål|Mål|Trin|Indsats|Indsatsområde|Tema|Scenarie|Model|Udfordring) (\d{1,2})(?:[.:]|$)")
"""What a paper is divided into, as it stands at the beginning of a line."""
_HEADING = led(r"^Punkt (\d{1,2})[.:]? ([A-ZÆØÅ][^\n]{2,120})$", re.M)
_ENTRY = re.compile(r"^(\d{1,2})[.)] ([A-ZÆØÅ][^\n]{2,120})$", re.M)
_LEAST_HEADINGS = 3
_ITEM = "punkt"
_ITEM_WORDS = frozenset({"punkt", "pkt", "sag", "sagen", "dagsordenspunkt", "åbent", "lukket", "nr"})
_MENTION = led(r"(?m)\b(punkt|pkt|sag|sagen|dagsordenspunkt|tabel|figur|diagram|åbent|lukket|^nr)\b\.?\s*(?:nr\.?\s*)?(\d{1,4})\b"
               r"(?![/.-]\d)")
_LEFT_OUT = led(r"(?i)\b(?:nr\.|punkt|afsnit|spørgsmål) (\d{1,2})\b[^.\n]{0,100}\b(?:ikke|udgår|udgik|udgået|bortfald\w*|trukket)\b")
""" "Nr. 2, om navnene på de ansatte, kan vi ikke besvare": said to be left out."""
_FEW = 2
_SAME_TITLE = 88
_ANOTHER_SERIES = 10
"""A jump like this begins another series: closed items are numbered from 101 on in some councils."""
_TOGETHER = re.compile(r"^(?:Ad |Punkt |Pkt\. )?(\d{1,2})[.)]? ?(?:[-–]|og|\+) ?(\d{1,2})[.):]", re.M)
"""Numbers that one heading takes together: "4-5) Miljøet", "4. og 5."."""
_NEAR, _FAR = 90, 20_000


@dataclass(frozen=True, slots=True)
class Numbered:
    """One printed number with what it numbers. `label`: the title, "" when not known; `series`: "punkt" for items, the word before it in a
    caption, "" for lists.
    """

    number: int
    source: Source
    label: str = ""
    closed: bool = False
    series: str = ""


def number_repeated(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """The number of an agenda item, of an annex or of an entry in a list is used twice.

    It matters because decisions are cited by number. The finding stands at the second use.

    Quiet: a title that is printed twice with its number (contents, page head); lists that begin again at 1; numbers that are not numbers.

    Example: "4. Sommerfest" and then "4. Høring om modtagelse af nye borgere".
    """
    for run in _runs(document) + _annex_runs(document) + _captions(document) + _announced(document):
        first: dict[int, Numbered] = {}
        for entry in run:
            earlier = first.setdefault(entry.number, entry)
            if earlier is not entry and not _same_title(earlier, entry):
                yield from _with_claim(_repeated(document, earlier, entry))


def number_missing(document: Document, context: Context) -> Iterator[Claim | Finding]:
    """A number is skipped between two agenda items or two entries of a list.

    It matters because something may have been left out. The finding stands at the number after the gap.

    Quiet: closed items that fill the gap; extracts of minutes; a number that stands elsewhere in the document ("punkt 5 udgik"), unless
    it is the very item behind the gap, as the agenda numbers it.
    Only a note where the document says that closed items are left out, or where many numbers are missing.

    Example: the points of a recommendation are numbered 1, 2 and 4.
    """
    extract = _EXTRACT.search(document.text[:600])
    if extract and not extract[1]:
        return
    for run in _runs(document) + _captions(document) + _announced(document) + _parts(document):
        gaps = _gaps(run)
        if not gaps:
            if len({e.number for e in run}) == len(run):
                yield judged("reference", "number-missing", "numbering", at(document, run[0].source, run[-1].source),
                             calculation=f"{run[0].number} til {run[-1].number} uden spring")
            continue
        spoken_of = _spoken_of(document.text)
        without_closed = _CLOSED.search(lower(document.text)) is not None
        left_out = {int(m[1]) for m in _LEFT_OUT.finditer(document.text)}
        lacking = sum(len(numbers) for _, _, numbers in gaps)
        if extract and lacking * 3 > len(run):
            continue
        closed = without_closed and run[0].series == _ITEM and not any(e.closed for e in run)
        severity = "note" if closed or lacking > _FEW and lacking * 3 > len(run) else "warning"
        for before, after, numbers in gaps:
            together = _TOGETHER.finditer(document.text, before.source.at, after.source.at)
            taken = {n for m in together for n in range(int(m[1]), int(m[2]) + 1)}
            if elsewhere := _announced_as(document, after, numbers):
                yield from _with_claim(_missing(document, before, after, numbers, severity, elsewhere))
            elif any(n in taken or (after.series, n) in spoken_of or n in left_out or _moved(document, before, after, n) for n in numbers):
                yield judged("reference", "number-missing", "numbering", at(document, after.source),
                             reason="Nummeret står et andet sted i dokumentet.")
            else:
                yield from _with_claim(_missing(document, before, after, numbers, severity))


def _runs(document: Document) -> list[list[Numbered]]:
    listed = [[Numbered(n.number, n.source) for n in run] for _, run in groupby(document.list_numbers, key=lambda n: n.run)]
    return [run for run in _item_runs(document) + listed if len(run) > 1]


def _annex_runs(document: Document) -> list[list[Numbered]]:
    """The lists of annexes, each with its own numbers; entries that are written another way ("1." among "1 -") are of another list."""
    lists: dict[tuple[str | None, str], list[Numbered]] = {}
    for annex in document.annexes:
        if annex.number and annex.number.isdecimal():
            style = re.sub(r"\w+", "", annex.source.quote[: annex.source.quote.find(annex.number) + len(annex.number) + 2])
            lists.setdefault((annex.item, style.strip()), []).append(Numbered(int(annex.number), annex.source, annex.title))
    return list(lists.values())


def _parts(document: Document) -> list[list[Numbered]]:
    """The numbers of a paper's questions, proposals or steps, each once and in order, where those left out are named nowhere."""
    runs: dict[str, list[Numbered]] = {}
    for match in _PART.finditer(document.text):
        if source := locate(document, match.start(), match.end()):
            runs.setdefault(match[1], []).append(Numbered(int(match[2]), source))
    numbers = {word: [n.number for n in run] for word, run in runs.items()}
    whole = {word for word, told in numbers.items() if len(told) > _LEAST_HEADINGS and told[0] == 1 and told == sorted({*told})}
    left_out = {word: "|".join(str(n) for n in range(1, numbers[word][-1]) if n not in numbers[word]) for word in whole}
    named = {word for word in whole if left_out[word]
             and re.search(rf"(?i)\b{word}\w* [\d, og–-]{{0,20}}\b(?:{left_out[word]})\b", document.text)}
    return [runs[word] for word in runs if word in whole - named]


def _captions(document: Document) -> list[list[Numbered]]:
    """The numbers of tables and figures, by their captions at the beginning of a line."""
    runs: dict[str, list[Numbered]] = {}
    for match in _CAPTION.finditer(document.text):
        source = locate(document, match.start(), match.end())
        if source:
            series = match[1].casefold()
            runs.setdefault(series, []).append(Numbered(int(match[2]), source, match[3], series=series))
    return [run for run in runs.values() if len(run) > 1]


_COUNTED = re.compile(r"(?P<n>\d+)(?:/(?:(?:19|20)\d\d|\d\d))?|(?:19|20)\d\d-(?P<of>\d+)")
"""The number of an item that goes up by one, alone or with the year: "11", "11/08", "2008-11"."""


def _item_runs(document: Document) -> list[list[Numbered]]:
    """The agenda items with a number, cut where the numbering begins again."""
    counted = [(i, m) for i in document.items if i.number and (m := _COUNTED.fullmatch(i.number))]
    entries = [Numbered(int(m["n"] or m["of"]), i.source, i.title, i.closed, _ITEM) for i, m in counted]
    if len({e.number for e in entries}) == 1:
        return []
    return list(_cut(entries))


def _announced(document: Document) -> list[list[Numbered]]:
    """The headings "Punkt 2. Regnskab" that an agenda above announces as "2. Regnskab", where other lines were read as items."""
    agenda = {_flat(m[2]) for m in _ENTRY.finditer(document.text)} if "Punkt " in document.text else set()
    run = [(m, locate(document, m.start(), m.end())) for m in _HEADING.finditer(document.text) if _flat(m[2]) in agenda]
    found = [Numbered(int(m[1]), source, m[2], series=_ITEM) for m, source in run if source]
    items = {(int(i.number), i.source.at) for i in document.items if i.number and i.number.isdecimal()}
    read = all((e.number, e.source.at) in items for e in found)
    return [] if read or len(found) < _LEAST_HEADINGS else [found]


def _flat(title: str) -> str:
    return " ".join(title.casefold().split()).rstrip(".")


def _cut(entries: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    run: list[Numbered] = []
    for i, entry in enumerate(entries):
        following = entries[i + 1].number if i + 1 < len(entries) else 2
        if run and entry.number == 1 and run[-1].number >= 1 and following == 2 and not (run[-1].number == 1 and len(run) == 1):
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def _gaps(run: Sequence[Numbered]) -> list[tuple[Numbered, Numbered, range]]:
    """(entry before, entry after, numbers between) for every hole in the numbers of a run, whatever the order in which they stand.

    A hole beside a repeated number is no hole of its own: 88, 88, 90 is one slip, told as the repeat.
    """
    held = {entry.number: entry for entry in reversed(run)}
    numbers = sorted(held)
    twice = Counter(entry.number for entry in run)
    return [(held[a], held[b], range(a + 1, b)) for a, b in pairwise(numbers)
            if a + 1 < b <= a + _ANOTHER_SERIES and twice[a] + twice[b] - 2 < b - a - 1]


@lru_cache(maxsize=1)
def _spoken_of(text: str) -> frozenset[tuple[str, int]]:
    """The items, tables and figures that a text names by number: "punkt 5 udgik", "jf. tabel 3"."""
    return frozenset((_ITEM if m[1] in _ITEM_WORDS else m[1], int(m[2])) for m in _MENTION.finditer(lower(text)))


def _moved(document: Document, before: Numbered, after: Numbered, number: int) -> bool:
    """Whether a skipped number of a list is printed after all: the text layer moved it to another line's end."""
    if after.series not in ("", _ITEM):
        return False
    low, high = sorted((before.source.at, after.source.at))
    between_them = document.text[low : min(high, low + _FAR)] if low >= 0 else ""
    inside = rf"|[a-zæøå][.:)] 0?{number}\. (?-i:[A-ZÆØÅ])" if after.series else rf"|(?<![\d.,/-])(?<!bilag )0?{number}[.):](?!\d)"
    return re.search(rf"(?im)^\W*(?:\d{{1,2}}[.)] )?0?{number}(?:[.):]|\s|$){inside}", between_them) is not None


def _announced_as(document: Document, after: Numbered, numbers: range) -> Source | None:
    """Where the item behind the gap stands with its very title under the number that is skipped: in the agenda above."""
    title = _flat(after.label)
    stands = (m for m in _ENTRY.finditer(document.text) if title and int(m[1]) in numbers and _flat(m[2]) == title)
    return next((source for m in stands if (source := locate(document, m.start(), m.end()))), None)


def _same_title(one: Numbered, other: Numbered) -> bool:
    a, b = (" ".join(e.label.casefold().split()) for e in (one, other))
    return bool(a and b) and (a.startswith(b) or b.startswith(a) or fuzz.token_sort_ratio(a, b) >= _SAME_TITLE)


def _repeated(document: Document, earlier: Numbered, later: Numbered) -> Finding:
    return Finding("number-repeated", "warning", "Nummer {number} er brugt to gange.",
                   at(document, _place(document, later), _place(document, earlier)), values={"number": str(later.number)},
                   stated=str(later.number), calculation=f"{earlier.number} … {later.number}")


def _missing(
    document: Document, before: Numbered, after: Numbered, numbers: range, severity: str, elsewhere: Source | None = None
) -> Finding:
    said = str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}-{numbers[-1]}"
    return Finding("number-missing", severity, "Nummer {number} mangler mellem {before} og {after}.",
                   at(document, _place(document, after), elsewhere or _place(document, before)),
                   values={"number": said, "before": str(before.number), "after": str(after.number)}, stated=str(after.number),
                   computed=str(numbers[0]), calculation=f"{before.number}, [{said}], {after.number}")


def _place(document: Document, entry: Numbered) -> Source:
    """The number with the words it numbers; the number may stand on the line above or below the title."""
    source = entry.source
    text = document.pages[source.page - 1].text if 0 < source.page <= len(document.pages) else ""
    pattern = re.compile(rf"(?i)(?:(?:sag|punkt|pkt|nr)\b\.?\s*(?:nr\.?\s*)?)?(?<![\d.,/-])0?{entry.number}\b")
    if entry.label and not pattern.search(source.quote):
        found = min(pattern.finditer(text, max(source.start - _NEAR, 0), min(source.end + _NEAR, len(text))),
                    key=lambda m: min(abs(m.start() - source.end), abs(m.end() - source.start)), default=None)
        return between(document, source, span(document, source, found.start(), found.end())) if found else source
    return source if entry.label else _entry(document, source, text)


def _entry(document: Document, source: Source, text: str) -> Source:
    """A list number with its words: those after it, or those before where the text layer put the number at the end of the line."""
    around = clause(document, source, 120)
    opens = not text[text.rfind("\n", 0, source.start) + 1 : source.start].strip()
    return span(document, around, source.start, around.end) if opens else around


def _with_claim(found: Finding) -> Iterator[Claim | Finding]:
    yield found
    yield from_finding(found, "reference")


CHECKS = {"number-repeated": number_repeated, "number-missing": number_missing}
