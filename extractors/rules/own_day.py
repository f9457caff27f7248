"""The day that a document speaks from: its meeting's, its own, or the stretch of time that its words leave open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from extractors.layout import Flow
from extractors.structure.days import DAY, MONTH_AND_YEAR, MONTHS, day, days, first_day

_HEAD_BLOCKS, _TAIL_BLOCKS = 16, 6
_LABEL = re.compile(
    r"(?:[^.]*\b)?(?:Dato|Dateret)\s*:?\s*(?:(?:man|tirs|ons|tors|fre)dag,? )?(?:den |d\. ?)?"
    r"|(?:Udarbejdet|Udsendt|Skrevet|(?:Sidst )?(?:opdateret|revideret)|Offentliggjort|Afsluttet)"
    r"\s*:?\s*(?:(?:man|tirs|ons|tors|fre)dag,? )?(?:den |d\. ?)?",
    re.I,
)
_LETTER = re.compile(
    r"(?:(?:[A-ZÆØÅ][\wæøå-]+ ){0,3}(?:[A-ZÆØÅ][\wæøå-]+|[Kk]ommune)(?:,| ·| [|–-]|:| den| d\.) ?)?"
    r"(?:(?:[Mm]an|[Tt]irs|[Oo]ns|[Tt]ors|[Ff]re)dag,? )?(?:[Dd]en |[Dd]\. ?)?"
)
"""What may stand before the day of a letter: "Nordvang Kommune, den". """
_AFTER = re.compile(r".{0,12}|[ ·|]*(?:J|[Ss]ag|Dok)\w*\.? ?(?:nr|id)?.*")
_PAPER = re.compile(
    r"\b\w*(?:rapport|redegørelse|beretning|regnskab|status|opfølgning|notat|budget|oversigt|evaluering|opgørelse|profil|orientering|plan"
    r"|dagen|møde|seminar|konference)\w*[^.\n]{0,40}?(?<![\d.,/–-])(20[0-3]\d)(?![\d/–-])",
    re.I,
)
_MEETING = re.compile(r"\b\w*møde\w*\b[^.\n]{0,40}?(?:den |d\. ?)$", re.I)
_PUBLISHED = re.compile(r"\b(?:liste\w*|pr\.|fra|lov nr\. ?\d+ af|offentliggjort|opgjort|udpeget|vedtog|vedtaget|den)[^.\n]{0,25}$", re.I)
_TERMS = re.compile(r"\b(?:forebyggelsesområde|omdannelsesområde|et parallelsamfund\b)", re.I)
_NEW_TERMS = date(2021, 11, 30)
"""What the law calls its lists since that day."""
_YEAR = timedelta(days=360)
_NO_YEAR = 2100
"""What is dated later, as what shall last for ever ("31. december 9999"), tells no day of the document."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """From `first` to `last`, both None when nothing says. `dated`: "document" for a day that is said, "window" for one between two."""

    first: date | None = None
    last: date | None = None
    dated: str = ""


def find(flow: Flow, meeting_date: date | None) -> OwnDay:
    """The meeting's day, else the paper's own, else that of the meeting it goes to, else a stretch of time."""
    for said in (meeting_date, _printed(flow)):
        if said:
            return OwnDay(said, said, "document")
    return _month(flow) or _met(flow.text) or _titled(flow) or _since_newest(flow.text)


def _printed(flow: Flow) -> date | None:
    """A day with a label on the first page, or alone in a line at the top or the bottom."""
    blocks = flow.blocks
    texts = [flow.text[b.start : b.end].strip() for b in blocks]
    above = ""
    for block, text in zip(blocks, texts, strict=True):
        if block.page > 1:
            break
        if (m := first_day(text[:120])) and _LABEL.fullmatch((above + text[: m.start()]).replace("\t", " ")):
            return day(m)
        above = text + " " if len(text) < 24 else ""
    for text in (*texts[:_HEAD_BLOCKS], *texts[-_TAIL_BLOCKS:], *(s.quote for s in flow.furniture)):
        if (
            len(text) < 90
            and "\t" not in text
            and (m := first_day(text))
            and _AFTER.fullmatch(text[m.end() :])
            and _LETTER.fullmatch(text[: m.start()])
        ):
            return day(m)
    return None


def _met(text: str) -> OwnDay | None:
    """Within half a year of the one meeting that a paper says it goes to or was approved at."""
    told = {day(m) for m in DAY.finditer(text) if _MEETING.search(text, max(m.start() - 70, 0), m.start())}
    found = [on for on in told if on and on.year < _NO_YEAR]
    return OwnDay(found[0] - _YEAR / 2, found[0] + _YEAR / 2, "window") if len(found) == 1 else None


def _month(flow: Flow) -> OwnDay | None:
    """ "Orientering til udvalget, november 2024", "Åben henvendelse til Byrådet, 14. maj 2019" in the first lines."""
    for block in flow.blocks[:6]:
        text = flow.text[block.start : block.end]
        if (
            len(text) < 180
            and len(found := MONTH_AND_YEAR.findall(text)) == 1
            and not re.search(r"\b(?:fra|siden|til|pr\.)(?: \d+\.)? \w+ 20", text)
        ):
            if (m := first_day(text)) and (on := day(m)):
                return OwnDay(on, on, "document")
            first = date(int(found[0][1]), MONTHS[found[0][0][:3].lower()], 1)
            return OwnDay(first, first.replace(day=28), "document")
    return None


def _titled(flow: Flow) -> OwnDay | None:
    """ "Boligsocial redegørelse 2016": written from the year before, as a budget is, to the middle of the year after."""
    for block in flow.blocks[:6]:
        text = flow.text[block.start : block.end]
        if len(text) < 120 and (m := _PAPER.search(text)):
            year = int(m[1])
            return OwnDay(date(year - 1, 8, 1), date(year + 1, 6, 30), "window")
    return None


def _since_newest(text: str) -> OwnDay:
    """Within a year of the newest day that is told as past: a list's, a law's, a decision's."""
    told = [found for m in DAY.finditer(text) if _PUBLISHED.search(text, max(m.start() - 40, 0), m.start()) and (found := day(m))]
    told = [d for d in told if 2010 <= d.year < _NO_YEAR]
    if not told:
        return OwnDay(_NEW_TERMS, _NEW_TERMS.replace(year=_NO_YEAR), "window") if _TERMS.search(text) else OwnDay()
    newest = max(told)
    return OwnDay(newest, max([newest + _YEAR, *(d for d in days(text) if d.year < newest.year + 2)]), "window")
