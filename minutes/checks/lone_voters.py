"""Somebody who is said in a sentence to have voted: against what is called unanimous, or though absent; and who is listed as both."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.checks.ledger import at
from minutes.checks.polls import Poll, by_own_body
from minutes.checks.presence import for_a_part
from minutes.clause import clause, locate
from minutes.needs import led
from minutes.parties import known
from minutes.records import Document, Evidence, Finding

_YES = frozenset(("adopted", "adopted_amended", "recommended", "recommended_amended"))
_PERSON = r"[A-ZÆØÅ][\w.-]+(?:\s[A-ZÆØÅ][\w.-]+){1,4}(?:\s\([A-ZÆØÅ]{1,3}\))?"
_WHO = rf"{_PERSON}|(?i:{known()})|(?:(?:Liste|Gruppe|Partiet)\s)?[A-ZÆØÅ](?![\w.-])|[A-ZÆØÅ]\w*(?:listen|partiet)"
_UNANIMOUS = r"(?i:\benstemmigt?\b(?!\s+(?:anbefal|indstill(?!ing))))[^.\n\d]{0,40}"
_NEXT = r"(?:\.\s+|,?\s(?:idet|men|dog|mens)\s(?:at\s)?)"
_AGAINST = re.compile(
    rf"{_UNANIMOUS}{_NEXT}(?:(?P<who>{_WHO})\sstemte\simod|[Ii]mod\sstemte\s(?P<last>{_WHO}))(?=[.,;]|$|\s(?:og|da|idet|fordi|med)\b)"
)
_DECIDED = re.compile(r"(?i)\b(?:vedtag|vedtog|godkend|tiltråd|tiltræd)\w*")
"""What was voted against may be another thing than what was adopted: then it is named after "imod"."""
_OF_POINTS = led(r"(?i)\b(?:ad|pkt\.?|punkt(?:et|erne)?|indstillingspunkt)\s*\d|ændringsforslag|tillægsforslag|modforslag")
_VOTED = r"(?:\s\([A-ZÆØÅ]{1,3}\))?\s(?:stemte|undlod at stemme)\b"
_CAME = r"[^.\n]{0,40}\b(?:ankom|mødte|kom til|deltog)\b"
_PARTLY = re.compile(r"(?i)\bkl\.|\b(?:sag|pkt\.?|punkt\w*|dele af|delvis\w*|under|fra og med|indtil|til og med)\b")
_PRESENT = re.compile(r"(?im)^\W*(?:til ?stede|mødt|fremmødte)\b[^\n:]{0,30}:[^\n]*")
_ABSENT = re.compile(r"(?im)^\W*(?:fraværende|afbud|ikke til ?stede)\b[^\n:]{0,30}:[^\n]*")
_HEAD = 1500


def against_unanimous(document: Document, polls: list[Poll]) -> Iterator[Finding]:
    """ "Vedtaget enstemmigt. Ahmed Yildiz stemte imod.", where no vote with numbers is read from it."""
    told = {p.source.at for p in polls if p.votes.against}
    for decision in document.decisions:
        found = _AGAINST.search(decision.raw) if decision.outcome in _YES and not _OF_POINTS.search(decision.raw) else None
        end = decision.source.at + len(decision.source.quote)
        if found and not any(decision.source.at <= place < end for place in told):
            yield _not_all(found, at(document, decision.source))
    yield from _told_unanimous(document, told)


def _told_unanimous(document: Document, told: set[int]) -> Iterator[Finding]:
    """The same where an account tells of a decision: "Byrådet vedtog enstemmigt indstillingen. Imod stemte Dansk Folkeparti."."""
    text, spans = document.text, [(d.source.at, d.source.at + len(d.source.quote)) for d in document.decisions]
    for found in _AGAINST.finditer(text) if "nstemmig" in text else ():
        low, high = text.rfind("\n", 0, found.start()) + 1, found.end()
        inside = any(start < high and found.start() < end for start, end in spans)
        sentence = text[max(low, text.rfind(". ", low, found.start())) : found.end()]
        if inside or any(found.start() <= place < high for place in told) or not _DECIDED.search(sentence):
            continue
        if not _OF_POINTS.search(text, low, high) and (place := locate(document, found.start(), high)):
            yield _not_all(found, at(document, clause(document, place)))


def _not_all(found: re.Match[str], evidence: tuple[Evidence, ...]) -> Finding:
    return Finding("votes-differ", "error", "Beslutningen kaldes enstemmig, men {no} stemte imod.", evidence,
                   values={"no": " ".join((found["who"] or found["last"]).split())}, stated="enstemmigt", computed="1")


def voted_though_absent(document: Document) -> Iterator[Finding]:
    """ "Nina Skov (B) stemte imod.", who sent apologies and is not said to have come."""
    for name in document.attendance.absent:
        called = r"\s+".join(map(re.escape, name.split()))
        if " " not in name or re.search(called + _CAME, document.text) or for_a_part(document, name):
            continue
        for decision in document.decisions:
            voted = re.search(called + _VOTED, decision.raw) if by_own_body(document, decision) else None
            if voted:
                yield Finding("votes-differ", "warning", "{name} står som fraværende, men har stemt.", at(document, decision.source),
                              values={"name": name}, stated=name)


def there_and_away(document: Document) -> Iterator[Finding]:
    """Somebody who stands in the line of those present and in that of those absent, neither of which tells of a part of the meeting."""
    lines = [line for form in (_PRESENT, _ABSENT) if (line := form.search(document.text, 0, _HEAD))]
    if len(lines) < 2 or any(_PARTLY.search(line[0]) for line in lines):
        return
    for name in document.attendance.absent:
        if " " in name and name in document.attendance.present and all(name in line[0] for line in lines):
            places = [clause(document, p) for line in lines if (p := locate(document, *line.span()))]
            if places:
                yield Finding("votes-differ", "warning", "{name} står både som til stede og som fraværende.", at(document, *places),
                              values={"name": name}, stated=name)
