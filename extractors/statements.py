"""What the text says of the rules for housing areas, of the lists and of an area's standing, as claims that nobody has judged yet.

`Claim.extra` holds what was said, as plain values: the numbers of its `relation`, and the regime it is to be held against
(extractors.regimes): `kind` of list, `first` to `last` day, `dated` and `bound` (where the text says so), `mood`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from extractors import enumerated, indicators, list_counts, list_members, rule_words, standing_words
from extractors.area_figures import KNOWN, AreaFigures
from extractors.figures import Measured
from extractors.layout import Flow
from extractors.list_words import Listed
from extractors.regimes import GATE, Regime, Regimes, Sentence
from extractors.structure import Structure
from minutes.criteria import load
from minutes.records import Claim, Figure, Quantity, Source, Threshold

_OTHER_RULE = re.compile(
    r"udlejning|anvis|daginstitution|dagtilbud|vuggestue|familiebolig|nyoptag|optage[rs]?\b|tilskud|\bpulje|venteliste|§ ?51|lånegrænse"
    r"|huslejestøtte|friplads",
    re.I,
)
"""Limits in such a sentence are those of another rule than the criteria."""
_OPERATOR_BEFORE = re.compile(
    r"(?P<op>over|mere end|større end|højere end|overstiger|mindst|minimum|under|mindre end|lavere end|>=|≥|>|<=|≤|<)\s?(?:på )?$", re.I
)
_OPERATORS = {
    "over": ">",
    "flere end": ">",
    "mere end": ">",
    "større end": ">",
    "højere end": ">",
    "overstiger": ">",
    ">": ">",
    "mindst": ">=",
    "minimum": ">=",
    ">=": ">=",
    "≥": ">=",
    "under": "<",
    "mindre end": "<",
    "lavere end": "<",
    "<": "<",
    "<=": "<=",
    "≤": "<=",
}
_OF_TEN_THOUSAND = re.compile(
    r"\b(?P<op>over|mere end|flere end|overstiger|mindst) (?P<n>\d{2,3}) (?:[a-zæøå]+ ){0,3}?(?:pr\.|per|ud af|for hver) 10\.?000\b", re.I
)
_LIMIT_COLUMN = re.compile(r"grænse|krav|tærskel|loft", re.I)
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
    r"\b(?:i|på) [A-ZÆØÅ][\wæøå]+ (?:er|var|har|ligger|står)\b|\b[A-ZÆØÅ][\wæøå]+(?:parken|gård|vej|mose|vang\w*|høj\w*) (?:er|har"
    r"|ligger)\b"
)
_NORM = re.compile(r"kriteri|grænse|krav|\bskal\b|\bmå\b|hvis\b|når\b|defin|loven", re.I)


def find(flow: Flow, structure: Structure, measured: Measured) -> list[Claim]:
    """Every statement about rules, lists and standing, not judged; none when the document does not speak of them."""
    if not GATE.search(flow.text):
        return []
    regimes = Regimes(flow, structure.meeting_date)
    figures = AreaFigures(regimes, measured.figures, flow.tables, structure.municipality)
    criteria = load()
    writer = _Writer(flow, structure)
    claims = [*writer.limits(regimes, measured)]
    claims += [writer.rule(r) for r in rule_words.find(regimes)]
    claims += [writer.listed(s) for s in (*list_counts.find(regimes), *list_members.find(regimes, criteria))]
    claims += [writer.standing(s, claims) for s in standing_words.find(regimes, figures)]
    return sorted(claims, key=lambda c: c.source.at)


class _Writer:
    """Writes statements as claims, with their places."""

    def __init__(self, flow: Flow, structure: Structure) -> None:
        self.flow, self.structure = flow, structure

    def claim(self, kind: str, relation: str, check: str, start: int, end: int, regime: Regime, **said: Any) -> Claim:
        """One claim; `said` goes to `extra` but for `stated` and `operands`."""
        stated, operands = said.pop("stated", None), said.pop("operands", ())
        return Claim(
            kind,
            relation,
            self.flow.source(start, end),
            check,
            stated,
            operands,
            item=self.structure.item_at(start),
            extra={**_regime(regime), **{k: v for k, v in said.items() if v is not None}},
        )

    def limits(self, regimes: Regimes, measured: Measured) -> Iterator[Claim]:
        """The limits that the text sets for known indicators in passages on rules and lists."""
        found = [*measured.thresholds, *_unmarked(regimes, self.flow, measured.figures), *_per_ten_thousand(self.flow)]
        for limit in found:
            sentence = regimes.sentence(limit.source.at)
            name = sentence and _named(sentence, limit)
            if not name or name not in KNOWN or not _sets(regimes, sentence, limit):
                continue
            start, end = rule_words.clause(
                sentence, limit.source.at - sentence.start, limit.source.at - sentence.start + len(limit.source.quote)
            )
            value = _quantity_of(limit, name)
            yield self.claim(
                "threshold",
                "limit",
                "threshold-not-in-force",
                start,
                end,
                regimes.at(limit.source.at),
                stated=value,
                indicator=name,
                operator=limit.operator,
                row=sentence.block.kind == "row",
            )

    def rule(self, said: rule_words.Rule) -> Claim:
        """A statement about the rule."""
        return self.claim(
            "rule", said.relation, "rule-misstated", said.start, said.end, said.regime, least=said.least, of=said.of, **said.extra
        )

    def listed(self, said: Listed) -> Claim:
        """A statement about a list."""
        match = said.match
        return self.claim(
            "status",
            said.relation,
            "list-differs",
            said.start,
            said.end,
            said.regime,
            count=said.count,
            on=said.on,
            new=said.new or None,
            generic=said.generic or None,
            list_kind=said.kind,
            name=said.name or None,
            area=match.area.name if match else None,
            how=match.how if match else None,
            near=said.sentence.text if match else None,
            municipality=self.structure.municipality,
        )

    def standing(self, said: standing_words.Standing, limits: list[Claim]) -> Claim:
        """A statement about an area's standing, with the area's figures and the limits that the document prints."""
        printed = [
            [c.extra["indicator"], c.extra["operator"], str(c.stated.value), c.extra.get("kind")]
            for c in limits
            if c.relation == "limit" and c.stated and c.extra["mood"] in ("stated", "change")
        ]
        return self.claim(
            "status",
            said.relation,
            "status-differs",
            said.start,
            said.end,
            said.regime,
            operands=tuple(map(_quantity, said.figures)),
            least=said.least,
            of=said.of,
            indicators=list(said.indicators) or None,
            met=said.met,
            area=said.area,
            printed=printed,
        )


def _regime(regime: Regime) -> dict[str, Any]:
    return {
        "kind": regime.kind,
        "bound": regime.bound,
        "first": regime.first and regime.first.isoformat(),
        "last": regime.last and regime.last.isoformat(),
        "dated": regime.dated,
        "since": regime.since,
        "mood": regime.mood,
        "proposed": regime.proposed,
        "kinds": sorted(regime.kinds),
        "named_near": sorted(regime.near),
    }


def _quantity(named: tuple[str, Figure]) -> Quantity:
    name, figure = named
    return Quantity(figure.value, figure.low, figure.high, figure.unit, figure.source, name)


def _named(sentence: Sentence, limit: Threshold) -> str | None:
    """The indicator of a limit: the one its own piece names, else the one before it in the sentence; none from the piece after it."""
    at = limit.source.at - sentence.start
    own = enumerated.indicator(sentence.text, at, limit.unit)
    if own or limit.unit not in ("percent", "ratio"):
        return own or limit.indicator or _indicator(sentence, limit)
    return (
        indicators.nearest(sentence.text[:at], "", limit.unit)
        or _by_word(sentence)
        or (limit.indicator if sentence.block.kind == "row" else None)
    )


def _quantity_of(limit: Threshold, name: str) -> Quantity:
    """The limit in the unit of its indicator: "over halvdelen" is 50 percent."""
    share = limit.unit == "ratio" and not name.startswith("doemte")
    value = limit.value * 100 if share else limit.value
    return Quantity(value, value, value, "percent" if share else limit.unit, limit.source, name)


def _indicator(sentence: Sentence, limit: Threshold) -> str | None:
    """The indicator of a limit that its own clause does not name: the one the sentence names."""
    if limit.unit == "count":
        return "beboere" if limit.value >= 300 and "beboere" in sentence.text[limit.source.at - sentence.start :][:60] else None
    if limit.unit not in ("percent", "ratio"):
        return None
    at = limit.source.at - sentence.start
    return indicators.nearest(sentence.text[:at], sentence.text[at:], limit.unit) or _by_word(sentence)


def _by_word(sentence: Sentence) -> str | None:
    return "grundskole" if re.search(r"kriteriet om uddannelse|uddannelseskriteriet", sentence.text, re.I) else None


def _sets(regimes: Regimes, sentence: Sentence, limit: Threshold) -> bool:
    """Is it a limit of the criteria, and no other rule's, no goal's and no description?"""
    text = sentence.text
    if not sentence.context.topic or _OTHER_RULE.search(text) or limit.unit not in ("percent", "ratio", "count"):
        return False
    if _DESCRIBES.search(text) and not _NORM.search(text):
        return False
    return bool(_DEFINES.search(text) or sentence.block.kind in ("point", "row") or sentence.context.kind or _NORM.search(text))


def _unmarked(regimes: Regimes, flow: Flow, figures: list[Figure]) -> Iterator[Threshold]:
    """Figures that stand as limits in a passage on criteria: "Ikke-vestlige: over 40 %" on a slide, "50 pct." in a column "Grænse"."""
    for figure in figures:
        sentence = regimes.sentence(figure.source.at)
        if sentence is None or not sentence.context.topic or figure.unit not in ("percent", "ratio"):
            continue
        operator = _column_operator(flow, figure) if figure.table >= 0 else None
        at = figure.source.at
        m = None if operator else _OPERATOR_BEFORE.search(flow.text, max(at - 14, 0), at)
        if m and (
            _DEFINITION.search(sentence.text) or re.search(r"kriteri|opfyld|af fire|af fem|af \d", _passage(regimes, sentence), re.I)
        ):
            operator, at = _OPERATORS[m["op"].lower()], m.start()
        if operator:
            place = Source(figure.source.page, figure.source.start, figure.source.end, figure.source.quote, figure.source.boxes, at=at)
            yield Threshold(place, operator, figure.value, figure.unit, figure.indicator)


def _per_ten_thousand(flow: Flow) -> Iterator[Threshold]:
    """The law of 2010 writes its limit as 270 convicted of 10.000 residents, which is 2.7 percent."""
    for m in _OF_TEN_THOUSAND.finditer(flow.text):
        place = flow.source(m.start(), m.end())
        yield Threshold(place, _OPERATORS[m["op"].lower()], Decimal(m["n"]) / 100, "percent", "doemte")


def _column_operator(flow: Flow, figure: Figure) -> str | None:
    """The operator of a bare number under "Grænse": a low income is bad, convictions are "at least", the rest "over"."""
    table = next((t for t in flow.tables if t.index == figure.table), None)
    heads = (
        " ".join(row[figure.column].text for row in table.rows[: max(table.header_rows, 1)] if figure.column < len(row)) if table else ""
    )
    if not _LIMIT_COLUMN.search(heads) or figure.indicator is None:
        return None
    return {"indkomst": "<", "doemte_ratio": ">="}.get(figure.indicator, ">")


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
