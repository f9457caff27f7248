"""Parts that a text gives by place, and the same places told again: "24 i Kirkeby og 24 i Vang", "i Vang udvides med 20 pladser"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from minutes.checks.ledger import at
from minutes.checks.printed import TWO_VALUES
from minutes.clause import around, locate
from minutes.closeness import closeness
from minutes.danish import in_print
from minutes.records import Document, Finding

_NUMBER = r"(?<![\d.,])\d{1,3}(?:\.\d{3})*(?![\d,]|\.\d)"
_NAME = r"[A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?"
_SPREAD = re.compile(
    rf"(?P<n>{_NUMBER})(?: \w+)? (?P<noun>[a-zæøå]{{4,}})\b[^.;\n]{{0,40}}?(?:heraf|hvoraf|nemlig|fordelt|med|:|,)[^.;\n\d]{{0,12}}?"
    rf"(?P<parts>{_NUMBER} (?:i|på|til|ved) {_NAME}(?:,? (?:og )?{_NUMBER} (?:i|på|til|ved) {_NAME})+)"
)
_SECOND = re.compile(r" [A-ZÆØÅ][\w-]+(?: [A-ZÆØÅ][\w-]+)?,? (?:og )?[\d.]+ (?:i|på|til|ved) [A-ZÆØÅ]")
"""A place and the number of the next one, as every such row of parts has; found at once, where the row takes its time."""
_TAIL = 6
"""Letters at the end of a noun that tell what is counted: "vuggestuepladser" and "pladser"."""
_EACH = re.compile(rf"({_NUMBER}) (?:i|på|til|ved) ({_NAME})")
_OTHER_TIME = re.compile(
    r"(?i)etape|fase\b|allerede|eksisterende|i dag|i forvejen|heraf|hvoraf|\bførst\b|øvrige|rest|yderligere|flere|mere"
)


def at_places(document: Document) -> Iterator[Finding]:
    """ "48 pladser, heraf 24 i Kirkeby og 24 i Vang", and later "i Vang udvides med 20 pladser", with no other number for that place."""
    for whole in _SPREAD.finditer(document.text) if _SECOND.search(document.text) else ():
        parts = [(_read(n), name) for n, name in _EACH.findall(whole["parts"])]
        if sum(n for n, _ in parts) == _read(whole["n"]):
            for value, name in parts:
                yield from _elsewhere(document, whole, value, name)


def _elsewhere(document: Document, whole: re.Match[str], value: int, name: str) -> Iterator[Finding]:
    text, counted = document.text, rf"({_NUMBER})(?: [a-zæøå]+)? [a-zæøå]*{re.escape(whole['noun'][-_TAIL:])}\b"
    there = rf"\b(?:[Ii]|[Pp]å|[Tt]il|[Vv]ed) {re.escape(name)}\b"
    told = re.compile(rf"{there}[^.;\n]{{0,80}}?{counted}|{counted} {there}")
    found = [m for m in told.finditer(text) if not whole.start() <= m.start() < whole.end()]
    if len(found) != 1 or _OTHER_TIME.search(text, *around(text, found[0])):
        return
    again = _read(found[0][1] or found[0][2])
    if again != value and closeness(Decimal(value), Decimal(again)):
        places = [locate(document, *around(text, m)) for m in (found[0], whole)]
        if all(places):
            values = {"first": in_print(Decimal(value)), "last": in_print(Decimal(again))}
            yield Finding("restated-differs", "warning", TWO_VALUES, at(document, *places), values=values,
                          stated=str(again), computed=str(value))


def _read(written: str) -> int:
    return int(written.replace(".", ""))
