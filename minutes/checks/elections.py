"""Elections told in words: what each candidate got, beside the votes cast, the blank ones and the members who were there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.checks.ledger import at, from_finding, judged
from minutes.clause import locate
from minutes.danish import SMALL_NUMBERS, whole
from minutes.needs import led
from minutes.records import Claim, Document, Finding

_N = rf"\b(?:\d{{1,4}}|{SMALL_NUMBERS})\b"
_NAME = r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w.-]*){1,3}(?: \([A-ZÆØÅ]\w{0,2}\))?"
_GOT = led(
    rf"(?P<name>{_NAME}|\b[A-ZÆØÅ]{{2,}}\b)"
    rf"(?: (?:fik|opnåede|modtog|samlede|havde|med|(?:(?:blev|er) )?valgt(?: \w+){{0,3}}? med))?:? (?P<n>{_N})"
    r"(?: stemmer)?(?=[,.;\n]| (?:og|mens|samt|mod)\b|$)"
    rf"|(?P<n2>{_N})(?: stemmer)? (?:på|til) (?P<name2>{_NAME})"
)
_GAP = re.compile(r"(?: stemmer)?[,.;:\n•–-]*(?: ?(?:og|samt|mens))?\s*")
_CAST = re.compile(
    rf"(?i)\b(?:afg(?:ivet|av|ivne)|optalt)(?: \w+)? (?P<n>{_N}) stemme"
    rf"|(?P<n2>{_N}) (?:afgivne )?stemme(?:r|sedler) (?:blev |er |var )?(?:afgivet|optalt)"
)
_VALID = re.compile(rf"(?i)(?P<n>{_N}) gyldige")
_SPOILT = re.compile(
    rf"(?i)(?P<n>{_N})(?: (?:stemme(?:r|seddel|sedler)?|sed(?:del|ler)|var|blev|er|medlem(?:mer)?|afgivet|stemte)){{0,3}}"
    r" (?:blank[et]?|ugyldige?|undlod)\b"
)
_MEMBERS = re.compile(rf"(?i)\b(?:\w+s|de|alle|samtlige|blandt) (?P<n>{_N}) (?:\w+e )?medlemmer\b")
_MANY_VOTES = re.compile(
    r"(?i)kryds|stemmer hver|to stemmer\b|flere stemmer|husstand|lejemål|personlige stemmer|listestemmer|omvalg|bundet|valgrunde|runde\b"
    r"|(?:første|anden) (?:af|valg)|blandt andre|øvrige|andre kandidater|bl\.a\.|flest"
    rf"|hver(?:t (?:medlem|af [^.;,]{{1,40}}))? (?:har|havde|kunne|måtte)"
    rf"|stemme på (?:op til |højst |indtil )?(?!et\b|en\b|ét\b|én\b|1\b){_N}"
)
_TO_THE_END = re.compile(r"[^\n]*(?:\n[^\n]{1,60}(?=\n|$))*")
_A_FEW = 3
"""Votes more than members were there; still more are those of others, or each has several."""
_ALL = re.compile(r"(?i)fordel|således|sådan")


def elections(document: Document) -> Iterator[Claim | Finding]:
    """Candidates' votes that are more than there are to give, or that do not use up the valid ones that are said to be theirs."""
    for start, text in _paragraphs(document.text):
        named = list(_candidates(text))
        if len(named) > 1 and len({name for name, _, _ in named}) == len(named) and not _MANY_VOTES.search(text):
            yield from _judged(document, start, text, named)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs that tell of votes, with the short lines after them."""
    end = 0
    while (told := text.find("stemme", end)) >= 0:
        start, end = text.rfind("\n", 0, told) + 1, next(_TO_THE_END.finditer(text, told)).end()
        yield start, text[start:end]


def _candidates(text: str) -> Iterator[tuple[str, int, int]]:
    """Name, votes and place of those that stand in one row, with nothing but commas between them; none when two such rows are told."""
    found = [(m, m["name"] or m["name2"], whole(m["n"] or m["n2"])) for m in _GOT.finditer(text)]
    rows = [m for i, (m, _, _) in enumerate(found) if not i or not _GAP.fullmatch(text, found[i - 1][0].end(), m.start())]
    if len(rows) == 1:
        yield from ((name, n, m.start()) for m, name, n in found)


def _one(pattern: re.Pattern[str], text: str) -> int | None:
    """The only number that a pattern finds."""
    found = {whole(next(n for n in m.groups() if n)) for m in pattern.finditer(text)}
    return found.pop() if len(found) == 1 else None


def _judged(document: Document, start: int, text: str, named: list[tuple[str, int, int]]) -> Iterator[Claim | Finding]:
    given, spoilt = sum(n for _, n, _ in named), sum(whole(m["n"]) for m in _SPOILT.finditer(text))
    valid, cast, members = _one(_VALID, text), _one(_CAST, text), _one(_MEMBERS, text)
    there = document.attendance.present_count or document.attendance.member_count
    there = there if there and given + spoilt <= there + _A_FEW else None
    votes = next((n for n in (valid, cast, members, there) if n is not None), None)
    if votes is None:
        return
    left = votes if valid is not None else votes - spoilt
    told = cast is not None or valid is not None
    exhaustive = told and _ALL.search(text) or cast is not None and spoilt
    place = locate(document, start + named[0][2], start + len(text.rstrip()[: named[-1][2] + 60]))
    if place is None:
        return
    calculation = f"{' + '.join(str(n) for _, n, _ in named)} = {given}"
    if given > left or given < left and exhaustive:
        found = Finding("votes-differ", "error", "Kandidaterne har tilsammen {sum} stemmer, men der er {stated} at fordele.",
                        at(document, place), values={"sum": str(given), "stated": str(left)}, stated=str(left), computed=str(given),
                        calculation=calculation)
        yield found
        yield from_finding(found, "votes")
    elif given == left:
        yield judged("votes", "votes-differ", "votes", at(document, place), calculation=calculation)
