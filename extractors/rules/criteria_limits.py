"""The limits that a text sets for the criteria: in prose, on slides, in a column "Grænse", of 10,000.

The limits of the whole document come from extractors.figures; here they get the indicator of their own piece of the sentence, and those are
left out that are other rules', goals or descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from extractors.figures import Measured, criteria_tables, enumerated, indicators
from extractors.figures.criteria_tables import OPERATORS, Entry
from extractors.layout import Flow
from extractors.rules.area_figures import KNOWN
from extractors.rules.regimes import KIND, Regime, Regimes, Sentence
from extractors.rules.rule_words import clause
from minutes.records import Figure, Quantity, Source, Threshold
from minutes.scan import lower

_OTHER_RULE = re.compile(
    r"udlejning|anvis|daginstitution|dagtilbud|vuggestue|familiebolig|nyoptag|optage[rs]?\b|tilskud|\bpulje|venteliste|§ ?51|lånegrænse"
    r"|huslejestøtte|friplads|dispens",
    re.I,
)
"""Limits in such a sentence are those of another rule than the criteria."""
_GRAENSE = re.compile(
    r"(?:\b\w*grænse\w*[^.;,\d]{0,80}?\b(?:er|var|ved|på|til) |(?<!på )(?<!over )(?<!under )(?<!ved )\bgrænse\w*[^.;,\d]{0,40}: "
    r"|\bkriteri(?:et|um)\b[^.;\d]{0,70}? opfyldt ved "
    r"|\b(?:er|var|går|gik|lå|bliver) grænsen\b[^.;:,\d]{0,60} )$",
    re.I,
)
"""What makes a bare figure a limit: "grænsen går ved 50 procent", "var grænsen for grundskole 60 pct.". """
_THEY_ARE = re.compile(r"\b(?:grænserne|tærsklerne|grænseværdierne|kriterieværdierne)\b[^.;\d]{0,60}?(?:\b(?:er|var)\b|:)", re.I)
"""All bare figures after this are limits."""
_DOUBLE = re.compile(
    r"\b(?P<op>mindst|over|mere end) dobbelt så (?:mange|høj|stor)\w*|\bdobbelt så (?:mange|høj|stor)\w*(?=[^.;]{0,60} eller (?:mere"
    r"|derover))",
    re.I,
)
_OPERATOR_BEFORE = re.compile(
    r"(?P<op>over|mere end|større end|højere end|overstiger|mindst|minimum|under|mindre end|lavere end|>=|≥|>|<=|≤|<)\s?(?:på )?$", re.I
)
_PEOPLE = re.compile(r"\D*[\d.]+ (?:[a-zæøå]+ )?(?:beboere|indbyggere|mennesker|personer)\b", re.I)
_OF_TEN_THOUSAND = re.compile(
    r"(?:\b(?P<op>over|mere end|flere end|overstiger|mindst)|\bgrænse\w*[^.;,\d]{0,60}\b(?:er|var"
    r"|på)) (?P<n>\d{2,3}) (?:[a-zæøå]+ ){0,3}?(?:pr\.|per|ud af|for hver) 10\.?000\b",
    re.I,
)
_DEFINES = re.compile(
    r"kriteri|opfyld|grænse|defin|betegne|kaldes|udsat|parallelsamfund|ghetto|omdannelse|forebyggelsesområde|regler|lov", re.I
)
_DEFINITION = re.compile(
    r"\b(?:et|ethvert|alle) (?:udsat(?:te)? boligområde|(?:hårdt )?ghetto\w*|parallelsamfund|forebyggelsesområde"
    r"|omdannelsesområde)\w* (?:er|har|defineres|kendetegnes|skal)\b"
    r"|(?:områder|ghettoer|parallelsamfund) (?:er|har|defineres)\b[^.]*\b(?:hvor|med|når)\b",
    re.I,
)
_DESCRIBES = re.compile(
    r"\b[Ii] \w*(?:området|samfundet|ghettoen)\b|\b[Ii] (?:det|de|vores|kommunens|alle|begge) (?:\w+ )?udsatte|\b(?:i"
    r"|på) [A-ZÆØÅ][\wæøå]+ (?:er|var|har|ligger|står)\b|\b[A-ZÆØÅ][\wæøå]+(?:parken|gård|vej|mose|vang\w*|høj\w*) (?:er|har"
    r"|ligger)\b"
)
_NORM = re.compile(r"komme[r]? på \w*listen|kriteri|grænse|krav|\bskal\b|\bmå\b|hvis\b|når\b|defin|loven", re.I)


@dataclass(frozen=True, slots=True)
class Limit:
    """A limit of a criterion; `value.label` is the indicator, `start` to `end` its clause, `row` for a table's."""

    value: Quantity
    operator: str
    start: int
    end: int
    regime: Regime
    row: bool


def find(regimes: Regimes, flow: Flow, measured: Measured) -> Iterator[Limit]:
    """The limits that the text sets for known indicators in passages on rules and lists."""
    entries = measured.criteria
    for said in [*measured.thresholds, *_unmarked(regimes, flow, measured.figures), *_in_words(flow)]:
        sentence = regimes.sentence(said.source.at)
        name = sentence and not criteria_tables.covers(entries, said.source.at) and _named(sentence, said)
        if sentence and name in KNOWN and _sets(sentence, said):
            at = said.source.at - sentence.start
            start, end = clause(sentence, at, at + len(said.source.quote))
            yield Limit(_quantity_of(said, name), said.operator, start, end, regimes.at(said.source.at), sentence.block.kind == "row")
    yield from _tabled(regimes, entries)


def _tabled(regimes: Regimes, entries: Sequence[Entry]) -> Iterator[Limit]:
    """The limits of tables; one under the name of a list is that list's."""
    for entry in criteria_tables.limits(entries):
        sentence = regimes.sentence(entry.source.at)
        if sentence and entry.operator and (sentence.context.topic or KIND.search(entry.head)):
            regime = regimes.at(entry.source.at)
            kinds = {m.lastgroup for m in KIND.finditer(entry.head)}
            if kinds:
                regime = replace(
                    regime, kind=min(kinds, key=str) if len(kinds) == 1 else None, bound="sentence", kinds=frozenset(map(str, kinds))
                )
            yield Limit(entry.quantity, entry.operator, *clause(sentence, 0, len(sentence.text)), regime, True)


def _named(sentence: Sentence, limit: Threshold) -> str | None:
    """The indicator of a limit: the one its own piece names, else what only it can be, else the one before it with no figure between."""
    at = limit.source.at - sentence.start
    if limit.source.quote.endswith(("10.000", "10000")) or "dobbelt" in limit.source.quote:
        return limit.indicator
    if limit.unit not in ("percent", "ratio"):
        return _residents(sentence, limit)
    own = enumerated.indicator(sentence.text, at, limit.unit)
    if own or limit.unit == "ratio" and limit.value >= 1:
        return own or "doemte_ratio"
    listed = len(enumerated.shares(sentence.text)) > 2
    if limit.operator == "<" and (listed or re.search(r"region|gennemsnit", sentence.text[at : at + 120])):
        return "indkomst"
    return indicators.nearest(enumerated.gap_before(sentence.text, at), "", limit.unit)


def _quantity_of(limit: Threshold, name: str) -> Quantity:
    """The limit in the unit of its indicator: "over halvdelen" is 50 percent."""
    share = limit.unit == "ratio" and not name.startswith("doemte")
    value = limit.value * 100 if share else limit.value
    return Quantity(value, value, value, "percent" if share else limit.unit, limit.source, name)


def _residents(sentence: Sentence, limit: Threshold) -> str | None:
    """A limit that counts people counts the residents."""
    people = _PEOPLE.match(sentence.text, limit.source.at - sentence.start)
    return "beboere" if limit.unit == "count" and limit.value >= 300 and people else None


def _sets(sentence: Sentence, limit: Threshold) -> bool:
    """Is it a limit of the criteria, and no other rule's, no goal's and no description?"""
    text = sentence.text
    if limit.unit == "count" and limit.indicator == "doemte":
        return False  # a share of 10.000 residents, see _in_words
    if not sentence.context.topic or _OTHER_RULE.search(text) or limit.unit not in ("percent", "ratio", "count"):
        return False
    if _DESCRIBES.search(text) and not _NORM.search(text):
        return False
    if limit.unit == "ratio" and limit.value < 1 and not _NORM.search(text):
        return False
    return bool(_DEFINES.search(text) or sentence.block.kind in ("point", "row") or sentence.context.kind or _NORM.search(text))


def _unmarked(regimes: Regimes, flow: Flow, figures: list[Figure]) -> Iterator[Threshold]:
    """Figures that stand as limits in a passage on criteria: "Ikke-vestlige: over 40 %" on a slide, "50 pct." in a column "Grænse"."""
    for figure in figures:
        sentence = regimes.sentence(figure.source.at)
        if figure.table >= 0 or sentence is None or not sentence.context.topic or figure.unit not in ("percent", "ratio"):
            continue
        operator = None
        at = figure.source.at
        m = _OPERATOR_BEFORE.search(flow.text, max(at - 14, 0), at)
        if not m and any(words.search(sentence.text[: at - sentence.start]) for words in (_GRAENSE, _THEY_ARE)):
            operator = "<" if enumerated.indicator(sentence.text, at - sentence.start, figure.unit) == "indkomst" else ">"
        if m and (
            _DEFINITION.search(sentence.text) or re.search(r"kriteri|opfyld|af fire|af fem|af \d", _passage(regimes, sentence), re.I)
        ):
            operator, at = OPERATORS[m["op"].lower()], m.start()
        if operator:
            place = Source(figure.source.page, figure.source.start, figure.source.end, figure.source.quote, figure.source.boxes, at=at)
            yield Threshold(place, operator, figure.value, figure.unit, figure.indicator)


def _in_words(flow: Flow) -> Iterator[Threshold]:
    """Limits without a sign of percent: 270 convicted of 10.000 residents, as the law of 2010 has it, and "dobbelt så mange"."""
    for m in _OF_TEN_THOUSAND.finditer(flow.text) if "10.000" in flow.text or "10000" in flow.text else ():
        place = flow.source(m.start(), m.end())
        yield Threshold(place, OPERATORS[(m["op"] or "over").lower()], Decimal(m["n"]) / 100, "percent", "doemte")
    for m in _DOUBLE.finditer(flow.text) if "dobbelt så" in lower(flow.text) else ():
        if "dømt" in flow.text[max(m.start() - 80, 0) : m.end() + 80]:
            yield Threshold(flow.source(m.start(), m.end()), ">=", Decimal(2), "ratio", "doemte_ratio")


def _passage(regimes: Regimes, sentence: Sentence) -> str:
    """The sentence with what leads up to it under its heading, and the next entry of its list."""
    text, above = sentence.text, sentence
    for _ in range(8):
        previous = regimes.before(above)
        if previous is None:
            break
        text += " " + previous.text
        above = previous
        if previous.block.kind == "heading":
            break
    after = regimes.after(sentence)
    return text + " " + after.text if after and after.block.kind == sentence.block.kind == "point" else text
