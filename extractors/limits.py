"""Limits that the text sets: criteria, conditions, goals, ceilings. Descriptions ("over 300 borgere deltog") are none."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extractors import indicators
from extractors.passage import Passage
from minutes.measures import Measure
from minutes.nouns import counted
from minutes.records import Threshold

_OPERATOR = re.compile(
    r"(?<![\w-])(?:(?P<never_over>(?:må |kan |skal )?ikke (?:overstige|overskride|være (?:over|højere end|større end|mere end)|udgøre mere end)|ikke overstiger)"
    r"|(?P<above>overstiger|overstige|overskrider|over|mere end|større end|flere end|højere end|sat op til)"
    r"|(?P<least>mindst|minimum|min\.|ikke under|ikke mindre end|ikke lavere end)"
    r"|(?P<below>under|mindre end|færre end|lavere end)"
    r"|(?P<most>højst|højest|maksimalt?|maximalt?|maks\.?|max\.?|op til|indtil|loft(?:et)? på|ikke over|ikke mere end))"
    r"[ \u00a0](?:på )?$", re.I)
OPERATORS = {"never_over": "<=", "above": ">", "least": ">=", "below": "<", "most": "<="}
_NORM = re.compile(
    r"kriteri|grænse|krav|\bskal\b|\bmå\b|\bmål(?:et|ene)?\b|loft|betingelse|hvis\b|når\b|opfylder|godkendes|foreslås|forpligte|kræve|ghetto|plads til"
    r"|regler|aftal|besluttet|ligger ud|bruge|maksimal|sættes|fastsættes|skærpe|kan højst|tillades|tilladt", re.I)
_AGE = re.compile(r"[ -]?år(?:ige?)?\b(?! (?:ad gangen|løbetid|bevilling))", re.I)
_PLACE = re.compile(r" ?(?:km|meter|m|minutter|dage?|uger|måneder?|døgn|etager?)\b", re.I)
_NOT_UP = re.compile(r"ikke (?:må|kan|skal)\b[^.;\n]{0,60}$|\b(?:må|kan) (?:der )?ikke\b[^.;\n]{0,60}$", re.I)


def read(passage: Passage, i: int) -> Threshold | None:
    """The limit that measure `i` is, or None."""
    measure = passage.measures[i]
    text = passage.text
    match = _OPERATOR.search(text, max(measure.start - 40, 0), measure.start)
    if not match or "\n" in match[0]:
        return None
    kind = match.lastgroup
    unit, end = _unit(text, measure)
    start = match.start()
    begin, _ = passage.sentence(measure.start)
    before = text[begin:start]
    if not unit or not _sets(passage, i, kind, match[0], before, unit):
        return None
    operator = OPERATORS[kind]
    if kind == "above" and _NOT_UP.search(before):
        operator = "<="
    return Threshold(passage.source(start, end), operator, measure.value, unit, _indicator(passage, i, start, unit), passage.item(measure.start))


def _unit(text: str, measure: Measure) -> tuple[str | None, int]:
    if measure.unit:
        return (None, measure.end) if measure.unit == "ratio" else (measure.unit, measure.end)
    after = text[measure.end : measure.end + 30]
    if after.startswith(" gange"):
        return "ratio", measure.end + 6
    if re.match(r" timers?\b", after):
        return "hours", measure.end + 6
    if match := re.match(r" (m2|m²|km)\b", after):
        return match[1].replace("²", "2"), measure.end + match.end()
    if re.match(r" år\b", after):
        return "years", measure.end + 3
    found = counted(text, measure.start, measure.end)
    return ("count", found[1]) if found and not _PLACE.match(text, measure.end) else (None, measure.end)


def _sets(passage: Passage, i: int, kind: str, words: str, before: str, unit: str) -> bool:
    """Is it a norm that is stated, or just a description?"""
    measure = passage.measures[i]
    if unit == "years" and (kind in ("above", "below") or measure.value >= 15):
        return False
    if kind in ("least", "never_over") or "loft" in words or words.lower().startswith(("højst", "højest", "maks", "max", "sat op")):
        return True
    block = passage.flow.block_at(measure.start)
    at = passage.flow.blocks.index(block) if block else 0
    around = passage.text[passage.flow.blocks[max(at - 6, 0)].start : block.end] if block else passage.text
    near = around[-600:]
    if unit in ("percent", "ratio") and indicators.nearest(before, passage.until_next(i), unit):
        return bool(_NORM.search(near))
    sentence = passage.text[passage.sentence(measure.start)[0] : passage.sentence(measure.end - 1)[1]]
    return bool(_NORM.search(sentence))


def _indicator(passage: Passage, i: int, start: int, unit: str) -> str | None:
    """The indicator in the words before the limit, after it, or in the sentences before it in its paragraph."""
    if unit not in ("percent", "ratio"):
        measure = passage.measures[i]
        return "beboere" if unit == "count" and measure.value >= 500 and "beboere" in passage.until_next(i)[:12] else None
    begin = max(passage.sentence(start)[0], passage.measures[i - 1].end if i else 0)
    near = indicators.nearest(passage.text[begin:start], passage.until_next(i), unit)
    return near
