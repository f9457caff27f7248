"""Votes as clauses and tables tell them, whoever is counted or named: where each stands in a text, and how many are on each side."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.decisions.stances import stances
from extractors.decisions.tallies import number, sided, tallies
from extractors.decisions.vote_numbers import ALL, ALTERNATIVES, BOTH, N, came_of, numbers
from extractors.decisions.vote_tables import Side, vote_tables
from extractors.decisions.voters import entries_of, voter
from extractors.sentences import sentences
from minutes.days import A_MONTH

_OF_OTHERS = re.compile(
    r"\b(?:beboer|folke|ur|borger|bruger|lejer|forældre|elev|med(?:lems|arbejder))afstemning"
    r"|\bblandt (?:\w+ )?\w*(?:forældre|beboer|lodsejer|elev|medarbejder|borger|bruger|lejer)\w*"
    r"|\b(?:afdelings|beboer|borger|forældre)møde|nabokommune|repræsentantskab|i høringen\b|generalforsamling"
    r"|(?:lærer|elev|forældre|medarbejder)råd|underskrift", re.I)
"""A vote of those outside the meeting, of which it is told."""
_OUTSIDE = (r"(?:bruger|nabo|husstand|ansat|elev|barn|børn|forældre|lejer|beboer|lodsejer|borger|skole|forening|kommune|kunde|dommer"
            r"|deltager|respondent|(?:hørings)?svar)")
_OUTSIDERS_SAY = re.compile(rf"^\W*{_OUTSIDE}(?:ne|rne|ene|erne)\b", re.I)
_BY_OUTSIDERS = re.compile(rf"{_OUTSIDERS_SAY.pattern}|\b(?:{N})(?: (?:ud )?af (?:de )?(?:{N}))? {_OUTSIDE}(?:e|r|er)?\b", re.I)
""" "Naboerne: 5 for, 2 imod", "17 husstande sagde ja": what those say who do not sit at the table."""
_PUT = re.compile(r"\b(?:(?:af)?stem\w+|ja|nej|hånds\w+|hænder|flertal\w*|mindretal\w*|delte?|gik (?:i?mod|ind for)"
                  r"|bakke[dt]\w* op)\b|: ?(?:for|imod)\b|\bfor var\b[^.]*\bimod\b|\bvar for\b[^.]*\bvar imod\b", re.I)
"""Words for a vote."""
SO = re.compile(r"\W*(?:Så|Herefter|Derefter|Dermed|Hermed|Derfor|Således|Altså|Det blev)\b"
                r"|[^.]*\b(?:dermed|hermed|herefter|altså|således)\b")
"""How a sentence begins that draws the conclusion from those who stood for and against."""
_ONLY = re.compile(r"\W*(?:Kun|Alene|Blot) ")
""" "Seks var enige med forvaltningen. Kun Bo Ravn stemte for at købe": for something else."""
_OF_BEFORE = re.compile(r"\b(?:dengang|i (?:sin|den) tid|tidligere|forrige|sidste (?:år|gang|møde)|ved 1\. behandling"
                        r"|for \w+ (?:år|måneder) siden)\b"
                        rf"|\b(?:i|fra) \d{{4}}\b|\bi (?:{A_MONTH})\b", re.I)
"""What tells of a vote that was taken before."""
OF_ANOTHER = re.compile(r"\b(?:dengang|nabokommunen?|forrige (?:periode|byråd|valgperiode))\b", re.I)
"""What tells surely so, whatever came of it."""


def of_others(sentence: str) -> bool:
    """Does a sentence tell of a vote that was not taken at this meeting?"""
    said = _ENTERED.sub("", sentence)
    return any(told.search(said) for told in (_OF_OTHERS, _OUTSIDERS_SAY, _OF_BEFORE))


_ENTERED = re.compile(r"\b(?:protokollen|referatet): .*", re.S)
"""What a voter wants entered: "2 medlemmer (V) stemmer imod og ønsker ført i protokollen: Børnene skal passes også i juli"."""


def told_votes(text: str) -> list[tuple[int, int, dict[str, int]]]:
    """Where the votes of a text are told, with those for and on another side."""
    return [run for run in runs(text) if len(run[2]) > 1 and "for" in run[2]]


@lru_cache(32)
def runs(text: str) -> list[tuple[int, int, dict[str, int]]]:
    """Tables, and sentences that follow each other, with the sides of one vote: where they stand, and the numbers. Names alone are none
    where no vote is spoken of and nothing concluded from them."""
    tables = vote_tables(text)
    out = [(text.rfind("\n", 0, max(a - 1, 0)) + 1, b, {s.side: _of_table(s) for s in sides}, True) for a, b, sides in tables]
    for a, b in sentences(text):
        one = text[a:b]
        if any(c < b and a < d for c, d, _ in tables) or of_others(one) or _BY_OUTSIDERS.search(one):
            continue
        sides, counted = _sides(one)
        if not sides:
            continue
        sure = counted or bool(_PUT.search(one) or SO.search(one) or SO.match(text[b:]))
        if out and _ONLY.match(one) and sides.keys() == {"for"} and sides["for"] < out[-1][2].get("for", 0):
            sides = {"against": sides["for"]}
        if out and not out[-1][2].keys() & sides.keys() and len(sentences(text[out[-1][1] : a])) < 2:
            start, _, others, known = out.pop()
            out.append((start, b, others | sides, known or sure))
        else:
            out.append((a, b, sides, sure))
    return sorted(((a, b, sides) for a, b, sides, sure in out if sure), key=lambda run: run[0])


def _sides(one: str) -> tuple[dict[str, int], bool]:
    """The numbers of a sentence by their sides, however they are told; and whether one is told otherwise than by names."""
    found = stances(one)
    told = {s.side: s.count for s in found if s.count is not None}
    if (all_of := ALL.search(one)) and told.keys() <= {"for"}:
        return {"for": number(all_of["count"] or all_of["without"]) or 0, "against": 0}, True
    if told and not (len(told) == 1 and _opposed(one)):
        return told, not all(s.named for s in found)
    chosen = ALTERNATIVES.search(one)
    return _opposed(one) or (numbers(one, [], "") if chosen and chosen["here"] else {}), True


def _of_table(side: Side) -> int:
    named = sum(count or 0 for _, count, _ in map(voter, entries_of(side.entries)))
    return named if side.total is None else side.total


def _opposed(one: str) -> dict[str, int]:
    """ "Fem mod tre ville det sådan": a number against another, whose sides the outcome tells."""
    counted = tallies(one)
    sides = {t.side: t.count for t in sided(counted, came_of(one))} if len(counted) > 1 else {}
    return sides if sides.keys() >= BOTH else {}
