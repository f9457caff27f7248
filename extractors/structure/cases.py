"""Case numbers: how they are written, and those that a document has by themselves or behind a label."""

from __future__ import annotations

import re

from extractors.layout import Block, Flow
from minutes.needs import led

CASE = re.compile(
    r"(?<![\w.-])(?:EMN-\d{4}-\d{4,7}"
    r"|\d{2}\.\d{2}[A-ZÆØÅ]\d{2} - \d{4}/\d{4,6}"
    r"|\d{2}\.\d{2}\.\d{2}(?:[-. ]?[A-ZÆØÅ] ?\d{2}(?:-?\d{1,4})?(?:-\d{1,5})?(?:-\d{2}|/\d{2,4})?)?"
    r"|\d{2}\.\d{2}\.[A-ZÆØÅ]\d{2}/\d{4}-\d{1,4}"
    r"|\d{3}-\d{4}-\d{1,6}|\d{4}-\d{5,6}|\d{2,4}/\d{2,6}|\d{2}-\d{6,8}|\d-\d{2}-\d{2}-\d{1,4}-\d{2})(?![\w-])"
)
"""The families of case numbers."""
CASE_ALONE = re.compile(r"(?=.*[/-])\d[\d./-]{4,}(?: - \d[\d./-]{4,})?")
"""A line that is nothing but the number of a case, of whatever family: "012497 - 2017/12299"."""
LABELLED = re.compile(
    r"(?:(?:Sagsnummer|Sagsnr|Sagnr|Sagsid|J\.?\s?nr|Journal\s?nr|Acadre sagsnr|Dok\.?\s?nr)(?![a-zæøå])|(?:Sag|Dok)(?=\.?:?\s*[\w-]*\d))"
    r"\.?:?\s*[\w(]", re.I)
"""A block that begins with the label of a case number."""
_DIGIT = re.compile(r"\d")


def case_numbers(flow: Flow, pieces: list[Block]) -> list[str]:
    """Case numbers that stand alone in a block or after a label, in order, each once."""
    found: list[str] = []
    for block in pieces:
        if block.kind == "row" or block.end - block.start > 400 or not _DIGIT.search(flow.text, block.start, block.end):
            continue
        text = flow.text[block.start : block.end]
        if len(text) < _LONGEST and (whole := CASE.fullmatch(_DOOR.sub("", text).strip(" .()"))):
            found.append(whole[0])
        elif len(text) < _LONGEST and (led_by := _FIRST.match(text)):
            found.append(led_by["case"])
        else:
            found += [m["case"] or m["other"] for m in _CASE_LABEL.finditer(text)]
    found += [m["case"] or m["other"] for s in flow.furniture for m in _CASE_LABEL.finditer(s.quote)]
    return list(dict.fromkeys(found))


_LONGEST = 80
"""Characters of a line that is a case number and nothing but "Åben sag" beside it."""
_FIRST = re.compile(r"(?:(?:Åben|Åbent|Lukket)(?: (?:sag|punkt))?\s?[.·|,–:-]\s)?"
                    rf"(?!\d\d?/\d\d?\D)(?P<case>{CASE.pattern})(?:(?:\.?\s?[·|,–-]|\.) (?=\S)|\Z)")
"""A short line that begins with a case number, or with its door: "26/00418. Afgøres af Byrådet", "Åben sag. 08/9911. Sagsgang: BY"."""
_DOOR = led(r"\s*[-–,]?\s*\(?(?:[Åå]bent?|[Ll]ukket)(?: (?:sag|punkt))?\)?\s*$")
"""Beside a case number: "17/12280 Åben". """
_CASE_LABEL = led(
    rf"(?:Sagsnummer|[Ss]ags?\.?\s?nr|Sagsid|J\.?\s?nr|Journal\s?nr|Sag)\.?\s?:?\s*(?P<case>{CASE.pattern})"
    r"|(?:Sagsnummer|[Ss]ags?\.?\s?nr|Sagsid)\.?\s?:?\s*(?!\d{1,2}[-./]\d{1,2}[-./](?:19|20)\d\d)"
    r"(?P<other>\d{1,4}(?:[-./]\d{1,7}){1,3})(?![\w/-])")
"""After its label a case may have a number of any family."""
