"""The direction rule: "Godkendt" from a body that only recommends is a recommendation, when the paper prints who decides.

The printed competence ("Beslutningskompetence: KB"), the route ("Sagsforløb: ØU - KB"), the words of the recommendation ("over for Byrådet
anbefaler") and the bodies that decide later on the same item tell it; never the word "godkendt" alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date

from extractors.layout import Flow
from extractors.structure import Section, Structure
from extractors.structure.names import BODY, bodies, level

_HEADING = re.compile(
    r"(?:beslutnings)?kompetence|hvem beslutter|sagen afgøres|sagsforløb|sagsgang|forventet sagsgang|sagen behandles i", re.I)
_STOP = r"(?:[A-ZÆØÅ]{2,4}|[A-ZÆØÅ][\w -]+?)"
_ROUTE = re.compile(rf"{_STOP}(?:\s?[-–/,>→]\s?{_STOP})*\.?")
_INLINE = re.compile(
    r"(?:Beslutningskompetence|Kompetence|Sagsforløb|Sagen afgøres i|Sagsgang)\s?:\s*"
    r"(?P<route>[A-ZÆØÅ]{2,4}(?:\s?[-–/,]\s?[A-ZÆØÅ]{2,4})*(?![a-zæøå])|[A-ZÆØÅ][a-zæøå]+(?:rådet|udvalget|bestyrelsen|repræsentationen))")
_LAST_WORD = re.compile(
    rf"(?m)(?:^|[(·|,;] ?|[-–] |og )(?P<route>{BODY.pattern}) (?:beslutter|afgør sagen|har kompetencen"
    r"|træffer (?:den )?endelige? (?:afgørelse|beslutning))\s?(?:$|[).·|])")
""" "Udvalget indstiller, Byrådet beslutter" below the title, "(Kommunalbestyrelsen træffer endelig afgørelse)"."""
_HIGHER = r"(?:Økonomi\w*udvalget|[Bb]yrådet|[Kk]ommunalbestyrelsen|[Bb]orgerrepræsentationen|[Rr]egionsrådet|Magistraten)"
_TOWARDS = re.compile(
    r"over ?for (?P<who>[A-ZÆØÅB]\w+|byrådet|kommunalbestyrelsen|borgerrepræsentationen|regionsrådet)\s(?:anbefal|indstill)\w+"
    r"|(?:anbefaler|indstiller) over ?for (?P<to>\w+)"
    rf"|\bat [^.;]{{2,60}}? (?:anbefales|indstilles) til (?P<up>{_HIGHER})(?! at\b)"
    rf"|\bat [^.;]{{2,60}}? (?:frem|videre|over)?sendes til (?:{_HIGHER}(?:, | og ))?(?P<on>{_HIGHER}) med (?:\w+ )?anbefaling\b")
""" "over for Byrådet anbefaler", "at forslaget anbefales til Økonomiudvalget", "at sagen fremsendes til Byrådet med anbefaling"."""


_SEVERAL = 2


class Competence:
    """Who decides each item of a document, as far as the paper says."""

    def __init__(self, flow: Flow, structure: Structure) -> None:
        self._decides: dict[int, str] = {}
        self._later: dict[int, list[tuple[date, str]]] = {}
        when, body = structure.meeting_date, structure.body
        self._meeting = [(when, body)] if structure.kind == "minutes" and when and body else []
        self._cases = list(_cases(structure.sections))
        self._routes = sum(s.role == "route" for s in structure.sections)
        for section in structure.sections:
            case = self._case(section.item, section.start)
            if case not in self._decides and (body := _printed(flow, section) or _towards(flow, section)):
                self._decides[case] = body
            when = section.date or (None if section.earlier else structure.meeting_date)
            if section.role == "decision" and section.body and when:
                self._later.setdefault(section.item, []).append((when, section.body))

    def _case(self, item: int, at: int) -> int:
        """The item's index; without items, a number below zero for the case that holds the offset."""
        return item if item >= 0 else -1 - bisect_right(self._cases, at)

    def _printed_once(self) -> str | None:
        """Who decides where a paper without items prints it but once, and has one case told in several turns."""
        return next(iter(self._decides.values())) if self._routes < _SEVERAL and len(self._decides) == 1 else None

    def directed(self, outcome: str, item: int, at: int, body: str | None, day: date | None, earlier: bool) -> str:
        """The outcome of `body` on the item's index and offset, an adoption turned into a recommendation where another body decides."""
        if not outcome.startswith("adopted"):
            return outcome
        own = level(body)
        decides = self._decides.get(self._case(item, at)) or (self._printed_once() if item < 0 else None)
        after = earlier and day and any(d >= day and level(b) > own >= 0 for d, b in (*self._later.get(item, []), *self._meeting))
        return outcome.replace("adopted", "recommended") if after or (decides and level(decides) > own >= 0) else outcome


def _cases(sections: Iterable[Section]) -> Iterator[int]:
    """Where a new case begins that has no title: at a heading that the case before has too, which has its decision."""
    seen: set[str] = set()
    for section in sections:
        if section.item < 0 and section.heading:
            if section.role in seen and "decision" in seen and section.role in _OPENS:
                yield section.start
                seen.clear()
            seen.add(section.role)


_OPENS = ("summary", "facts", "recommendation")
"""Parts with which a case begins."""


def _printed(flow: Flow, section: Section) -> str | None:
    """The last body of a printed competence or route."""
    if section.role == "route" and _HEADING.match(section.heading):
        text = flow.text[section.content : min(section.end, section.content + 200)]
        named = bodies(text)
        return named[-1] if len(named) == 1 or (named and _ROUTE.fullmatch(text.strip())) else None
    if section.role not in ("", "route", "summary"):
        return None
    end = min(section.end, section.start + 400)
    match = _INLINE.search(flow.text, section.start, end) or _LAST_WORD.search(flow.text, section.start, end)
    named = bodies(match["route"]) if match else []
    return named[-1] if named else None


def _towards(flow: Flow, section: Section) -> str | None:
    """The council to which the recommendation wants the body to recommend."""
    match = _TOWARDS.search(flow.text, section.start, section.end) if section.role == "recommendation" else None
    named = bodies(next(filter(None, match.groups())).capitalize()) if match else []
    return named[0] if named else None
