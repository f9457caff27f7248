"""The limits that a text sets for the criteria: in prose, on slides, in a column "Grænse", of 10,000.

The limits of the whole document come from extractors.figures; here they get the indicator of their own piece of the sentence, and those are
left out that are other rules', goals or descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from extractors.figures import Measured, criteria_tables, enumerated, indicators
from extractors.figures.criteria_tables import Entry
from extractors.layout import Flow
from extractors.rules import limits_said
from extractors.rules.area_figures import KNOWN
from extractors.rules.list_kinds import KIND
from extractors.rules.list_words import YEARS_SAID
from extractors.rules.regime import in_year
from extractors.rules.regimes import Regime, Regimes, Sentence
from extractors.rules.rule import clause
from minutes.needs import led
from minutes.records import Quantity, Threshold

_OTHER_RULE = led(
    r"udlejning|anvis|daginstitution|dagtilbud|vuggestue|familiebolig|nyoptag|optage[rs]?\b|tilskud|\bpulje|venteliste|§ ?51|lånegrænse"
    r"|huslejestøtte|friplads|dispens",
    re.I,
)
"""Limits in such a sentence are those of another rule than the criteria."""
_PEOPLE = re.compile(r"\D*[\d.]+ (?:[a-zæøå]+ )?(?:beboere|indbyggere|mennesker|personer)\b", re.I)
_DEFINES = re.compile(
    r"kriteri|opfyld|grænse|defin|betegne|kaldes|udsat|parallelsamfund|ghetto|omdannelse|forebyggelsesområde|regler|lov", re.I
)
_DESCRIBES = re.compile(
    r"\b[Ii] \w*(?:området|samfundet|ghettoen)\b|\b[Ii] (?:det|de|vores|kommunens|alle|begge) (?:\w+ )?udsatte|\b(?:i"
    r"|på) [A-ZÆØÅ][\wæøå]+ (?:er|var|har|ligger|står)\b|\b[A-ZÆØÅ][\wæøå]+(?:parken|gård|vej|mose|vang\w*|høj\w*) (?:er|har"
    r"|ligger)\b"
)
_NORM = re.compile(
    r"komme[r]? på \w*listen|kriteri|grænse|tærsk|skillelinje|betingelse|krav|\bskal\b|\bmå\b|hvis\b|når\b|defin|loven", re.I
)


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
    entries, covered = measured.criteria, criteria_tables.covered(measured.criteria)
    for said in [*measured.thresholds, *limits_said.find(regimes, flow, measured.thresholds)]:
        sentence = regimes.sentence(said.source.at)
        name = sentence and said.source.at not in covered and _named(regimes, sentence, said)
        if sentence and name in KNOWN and _sets(sentence, said) and not _measured(said, name) and not _misread(sentence, said, name):
            at = said.source.at - sentence.start
            start, end = clause(sentence, at, at + len(said.source.quote))
            operator = said.operator or criteria_tables.BY_NATURE.get(name, ">")
            yield Limit(_quantity_of(said, name), operator, start, end, regimes.at(said.source.at), sentence.block.kind == "row")
    yield from _tabled(regimes, entries)


def _measured(said: Threshold, name: str) -> bool:
    """Is a share with decimals and no "over" or "under" what an area has? Every limit but that of the convicted has none."""
    return not said.operator and name != "doemte" and "," in said.source.quote


def _misread(sentence: Sentence, said: Threshold, name: str) -> bool:
    """Is the share of convicted only what comes next: "uddannelse over 30 pct., dømte mindst to gange"?"""
    after = sentence.text[said.source.at - sentence.start + len(said.source.quote) :]
    return name == "doemte" and said.value > _MOST_CONVICTED and bool(_NEXT.match(after))


_MOST_CONVICTED = 10
"""No area has had so many percent."""
_NEXT = re.compile(r"[^,;]*[,;] (?:andel\w* )?dømte\b", re.I)


def _tabled(regimes: Regimes, entries: Sequence[Entry]) -> Iterator[Limit]:
    """The limits of tables; one under the name of a list is that list's."""
    for entry in criteria_tables.limits(entries):
        sentence = regimes.sentence(entry.source.at)
        if sentence and entry.operator and (sentence.context.topic or KIND.search(entry.head)):
            regime = regimes.at(entry.source.at)
            years = set(YEARS_SAID.findall(entry.head))
            if len(years) == 1:
                regime = in_year(regime, int(years.pop()))
            kinds = {m.lastgroup for m in KIND.finditer(entry.head)}
            if kinds:
                regime = replace(
                    regime, kind=min(kinds, key=str) if len(kinds) == 1 else None, bound="sentence", kinds=frozenset(map(str, kinds))
                )
            yield Limit(entry.quantity, entry.operator, *clause(sentence, 0, len(sentence.text)), regime, True)


def _named(regimes: Regimes, sentence: Sentence, limit: Threshold) -> str | None:
    """The indicator of a limit: the one its own piece names, else what only it can be, else the one before it with no figure between,
    for "her går grænsen ved 40 procent" the last one of the sentence before."""
    at = limit.source.at - sentence.start
    if limit.indicator in ("doemte", "doemte_ratio") and not limit.source.quote.rstrip(".").endswith(("%", "pct", "procent", "gange")):
        return limit.indicator
    if limit.unit not in ("percent", "ratio"):
        return _residents(sentence, limit)
    own = enumerated.indicator(sentence.text, at, limit.unit)
    if own or limit.unit == "ratio" and limit.value >= 1:
        return own or "doemte_ratio"
    listed = len(enumerated.shares(sentence.text)) > 2
    if limit.operator == "<" and (listed or re.search(r"region|gennemsnit", sentence.text[at : at + 120])):
        return "indkomst"
    above = regimes.above(sentence) if not limit.operator else None
    found = indicators.nearest(enumerated.gap_before(sentence.text, at), "", limit.unit)
    return found or (indicators.nearest(above.text, "", limit.unit) if above else limit.indicator)


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
        return False  # a share of 10.000 residents, see limits_said
    if not sentence.context.topic or _OTHER_RULE.search(text) or limit.unit not in ("percent", "ratio", "count"):
        return False
    if _DESCRIBES.search(text) and not _NORM.search(text):
        return False
    if limit.unit == "ratio" and limit.value < 1 and not _NORM.search(text):
        return False
    listed = sentence.block.kind in ("point", "row") or sentence.context.kind
    return bool(not limit.operator or listed or _DEFINES.search(text) or _NORM.search(text))
