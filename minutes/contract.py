"""A judged document as the output that docs/contract.md fixes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from minutes.checks import Report
from minutes.cpr import masked, personal
from minutes.danish import decimal
from minutes.language import message, reason, worded
from minutes.records import Amount, Claim, Decision, Document, Evidence, Figure, Finding, Source, Votes
from minutes.retold import retold


def kroner(oere: int) -> str:
    """Øre as kroner in a decimal string."""
    return decimal(Decimal(oere) / 100)


def place(source: Source) -> dict[str, Any]:
    """The place of a record."""
    said: dict[str, Any] = {"page": source.page, "start": source.start, "end": source.end, "quote": source.quote}
    if len(source.boxes) == 1:
        said["box"] = list(source.boxes[0])
    elif source.boxes:
        said["boxes"] = [list(box) for box in source.boxes]
    return said


def evidence(entries: tuple[Evidence, ...]) -> list[dict[str, Any]]:
    """The places behind a finding or claim."""
    return [
        {"document": e.document, "sha256": e.sha256, **place(e.source), "quote": masked(e.source.quote)}
        if e.sha256
        else {"document": e.document, **place(e.source)}
        for e in entries
    ]


class Mask:
    """Masks the personal numbers of a document in what is said of it: the same stars in page texts and quotes, at the same places."""

    def __init__(self, d: Document) -> None:
        self.pages = {p.number: p.text for p in d.pages}
        self.numbers = {m[0] for text in (*self.pages.values(), d.text) for m in personal(text)}

    def __call__(self, said: Any) -> Any:
        """The same value, without the last four digits of any personal number."""
        return self._walked(said) if self.numbers else said

    def _walked(self, said: Any) -> Any:
        if isinstance(said, str):
            return self._text(said)
        if isinstance(said, list):
            return [self._walked(value) for value in said]
        if not isinstance(said, dict):
            return said
        return {**{key: self._walked(value) for key, value in said.items()}, **self._quote(said)}

    def _text(self, text: str) -> str:
        for number in self.numbers:
            text = text.replace(number, number[:-4] + "****")
        return text

    def _quote(self, said: dict[str, Any]) -> dict[str, str]:
        """A quote as the masked page has it, also one that holds a part of a number."""
        page, start, end = self.pages.get(said.get("page", 0), ""), said.get("start"), said.get("end")
        return {"quote": self._text(page)[start:end]} if "quote" in said and page[start:end] == said["quote"] else {}


def votes(said: Votes | None) -> dict[str, int | None] | None:
    """Votes under the contract's names."""
    return None if said is None else {"for": said.in_favour, "against": said.against, "abstained": said.abstained}


def finding(found: Finding) -> dict[str, Any]:
    """A finding."""
    return {
        "key": found.key,
        "check": found.check,
        "severity": found.severity,
        "message": message(found),
        "evidence": evidence(found.evidence),
        "stated": found.stated,
        "computed": found.computed,
        "calculation": found.calculation and worded(found.calculation),
        "suggestion": found.suggestion and retold(found.suggestion),
    }


def claim(said: Claim) -> dict[str, Any]:
    """A judged claim."""
    return {
        "kind": said.kind,
        "verdict": said.verdict,
        "stated": said.stated and decimal(said.stated.value),
        "computed": said.computed,
        "calculation": said.calculation and worded(said.calculation),
        "reason": said.reason and reason(said),
        "check": said.check,
        "evidence": evidence(said.evidence),
    }


def _amount(a: Amount) -> dict[str, Any]:
    return {
        "kr": kroner(a.oere),
        "low": kroner(a.low_oere),
        "high": kroner(a.high_oere),
        "approximate": a.approximate,
        "per": a.per,
        "period": list(a.period) if a.period else None,
        "price_level": a.price_level,
        "item": a.item,
        "bound": a.bound,
        "flow": a.flow,
        "basis": a.basis,
        "one_off": a.one_off,
        "purpose": a.purpose,
        **_cell(a),
    }


def _figure(f: Figure) -> dict[str, Any]:
    return {
        "value": decimal(f.value),
        "low": decimal(f.low),
        "high": decimal(f.high),
        "unit": f.unit,
        "indicator": f.indicator,
        "area": f.area,
        "as_of": _date(f.as_of),
        "approximate": f.approximate,
        "noun": f.noun,
        "item": f.item,
        **_cell(f),
    }


def _cell(record: Amount | Figure) -> dict[str, Any]:
    return {"table": record.table, "row": record.row, "column": record.column} if record.table >= 0 else {}


def _date(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value


def _decision(d: Decision) -> dict[str, Any]:
    return {
        "item": d.item,
        "body": d.body,
        "date": _date(d.date),
        "outcome": d.outcome,
        "flags": list(d.flags),
        "votes": votes(d.votes),
        "for_parties": list(d.for_parties),
        "against_parties": list(d.against_parties),
        "abstained_parties": list(d.abstained_parties),
        "effect": d.effect,
        "text": d.raw,
    }


def document(report: Report, with_text: bool = False, waivers: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """One line of `minutes extract`; personal numbers are masked in all of it. `waivers`: key of a finding → why, by and when it was put
    aside; those findings stand under `waived`."""
    d = report.document
    said: dict[str, Any] = {
        "document": {
            "file": d.file,
            "sha256": d.sha256,
            "kind": d.kind,
            "title": d.title,
            "municipality": d.municipality,
            "body": d.body,
            "meeting_date": _date(d.meeting_date),
            "meeting_time": d.meeting_time,
            "place": d.place,
            "case_numbers": list(d.case_numbers),
            "pages": len(d.pages),
            "attendance": asdict(d.attendance),
            "extractor_version": d.extractor_version,
            **({"name": d.called} if d.called else {}),
        },
        "items": [
            {"number": i.number, "title": i.title, "closed": i.closed, "case_numbers": list(i.case_numbers), **place(i.source)}
            for i in d.items
        ],
        "recommendations": [
            {"item": r.item, "by": r.by, "to": r.to, "points": [asdict(p) for p in r.points], **place(r.source)} for r in d.recommendations
        ],
        "decisions": [{**_decision(x), **place(x.source)} for x in d.decisions],
        "remarks": [
            {"item": r.item, "speaker": r.speaker, "party": r.party, "kind": r.kind, "body": r.body, **place(r.source)} for r in d.remarks
        ],
        "amounts": [{**_amount(a), **place(a.source)} for a in d.amounts],
        "figures": [{**_figure(f), **place(f.source)} for f in d.figures],
        "thresholds": [
            {"operator": t.operator, "value": decimal(t.value), "unit": t.unit, "indicator": t.indicator, "item": t.item, **place(t.source)}
            for t in d.thresholds
        ],
        "annexes": [{"number": a.number, "title": a.title, "item": a.item, **place(a.source)} for a in d.annexes],
        "annex_references": [{"numbers": list(r.numbers), "item": r.item, **place(r.source)} for r in d.annex_references],
        "claims": [claim(c) for c in report.claims],
        "findings": [finding(f) for f in report.findings if f.key not in (waivers or {})],
        "unread": [{"what": retold(u.what), "why": retold(u.why), "page": u.page} for u in d.unread],
    }
    if waivers is not None:
        aside = [(finding(f), waivers[f.key]) for f in report.findings if f.key in waivers]
        said["waived"] = [{**f, "why": w["why"], "by": w["by"], "when": w["when"]} for f, w in aside]
    if with_text:
        said["pages"] = [{"page": p.number, "text": p.text} for p in d.pages]
    return Mask(d)(said)


def line(report: Report, with_text: bool = False, waivers: Mapping[str, Any] | None = None) -> str:
    """A judged document as one line of JSON."""
    return json.dumps(document(report, with_text, waivers), ensure_ascii=False)
