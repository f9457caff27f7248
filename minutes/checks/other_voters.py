"""Votes of which the other side is told as the others: "18 stemte for, mens de 13 øvrige stemte imod", of 29 members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes.checks.ledger import at
from minutes.checks.presence import MEMBERS, of_another_body
from minutes.clause import clause, locate
from minutes.danish import SMALL_NUMBERS, whole
from minutes.needs import led
from minutes.records import Document, Finding

_N = rf"\d{{1,3}}|{SMALL_NUMBERS}"
_REST = "(?:øvrige|andre|resterende|sidste)"
_OTHERS = led(
    rf"(?i)(?:\b(?P<n>{_N})(?: \w+){{0,2}}? stemte(?: \w+)?|\bstemte (?P<n2>{_N})) (?:for|i?mod)\b[^.\n]{{0,140}}?"
    rf"\bde (?:{_REST} (?P<m>{_N})|(?P<m2>{_N}) {_REST})(?: \w+){{0,2}}? (?:stemte )?(?:for|i?mod)\b"
)
_MEMBERS = re.compile(rf"(?i)\b(?P<house>{_N}) medlemmer\b(?! (?:stemte (?:for|i?mod)|undlod|ønskede|var (?:fraværende|inhabile)))")
_VOTE = re.compile(rf"(?i)\bmed (?P<one>{_N}) stemmer (?:i?mod|for og) (?P<other>{_N})\b")
BACK = 700
"""Characters before the vote in which the members or another vote of theirs may be told."""


def other_voters(document: Document) -> Iterator[Finding]:
    """More votes than the members told before it, or than another vote of the same body had."""
    text = document.text
    for match in _OTHERS.finditer(text) if "stemte" in text else ():
        low = max(match.start() - BACK, 0)
        told = {whole(m["house"]): m for m in _MEMBERS.finditer(text, low, match.start("m") if match["m"] else match.start("m2"))}
        votes = list(_VOTE.finditer(text, low, match.start()))
        sides = {whole(m[side]) for m in votes for side in ("one", "other")}
        told = {n: m for n, m in told.items() if n not in sides} | {whole(m["one"]) + whole(m["other"]): m for m in votes}
        one, other = (whole(match[name] or match[f"{name}2"]) for name in "nm")
        size, place = next(iter(told.items()), (0, match))
        if len(told) == 1 and 0 < size < one + other < 2 * size and not of_another_body(text, match.span(), place.span()):
            places = [clause(document, source) for m in (match, place) if (source := locate(document, *m.span()))]
            if not places:
                continue
            yield Finding("votes-differ", "error", MEMBERS, at(document, *places),
                          values={"total": str(one + other), "present": str(size)}, stated=str(one + other), computed=str(size),
                          calculation=f"{one} + {other} = {one + other}")
