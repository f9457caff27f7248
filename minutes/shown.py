"""A record of the database as a person reads it: what it is, where it stands, the lines of the page about it, and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any

from minutes.cpr import masked
from minutes.danish import in_print
from minutes.days import dated
from minutes.language import _, count, message, worded
from minutes.names import COUNTED, OUTCOMES, PER, RECORDS, SEVERITIES, UNITS, VERDICTS, line_said, money
from minutes.records import Finding
from minutes.retold import retold
from minutes.terminal import printable

Style = Callable[..., str]
AROUND = 2
"""Lines of the page before and after the place."""
LABELS = {
    "item": "punkt",
    "number": "nummer",
    "title": "titel",
    "by": "fra",
    "to_body": "til",
    "speaker": "taler",
    "party": "parti",
    "date": "dato",
    "outcome": "udfald",
    "votes": "stemmer",
    "for_parties": "for",
    "against_parties": "imod",
    "abstained_parties": "undlod",
    "effect": "virkning",
    "oere": "beløb",
    "value": "værdi",
    "per": "hyppighed",
    "period": "periode",
    "price_level": "prisniveau",
    "purpose": "formål",
    "indicator": "indikator",
    "area": "område",
    "as_of": "pr. dag",
    "numbers": "numre",
    "case_numbers": "sagsnumre",
    "check_name": "tjek",
    "severity": "alvor",
    "verdict": "afgørelse",
    "message": "besked",
    "calculation": "beregning",
    "suggestion": "en mulighed",
    "reason": "hvorfor",
    "waived": "lagt til side",
    "key": "nøgle",
}
"""The columns that a person reads, in the order in which they are shown; `--json` gives all."""
SAID = {"calculation": worded, "suggestion": retold, "reason": _}
"""Columns kept in Danish → how they are said in the language spoken."""


def lines(found: dict[str, Any], page: str, style: Style) -> Iterator[str]:
    """A record; `page` is the text of its page."""
    kind = found["id"].partition("-")[0]
    yield f"{style(_(RECORDS[kind]).capitalize(), bold=True)}  {style(found['id'], fg='cyan')}"
    when = "date" if kind == "decision" else "meeting_date"
    yield "  " + printable(" · ".join(filter(None, (found.get("municipality"), found.get("body"), dated(found.get(when))))))
    if kind == "page":
        yield from (f"  {printable(found['path'])}", "", *map(printable, masked(page).split("\n")))
        return
    yield from _place(place(found), found["path"], page, style)
    values = [(label, said) for name, label in LABELS.items() if found.get(name) is not None and (said := _said(name, found))]
    yield from ["", *(f"{_(label)}: {printable(masked(said))}" for label, said in values)]
    for e in found["evidence"][1:] if kind == "finding" else ():
        yield f'{printable(e.get("name", e["document"]))} {_("s.")} {e["source"]["page"]}: "{printable(masked(e["source"]["quote"]))}"'


def place(found: dict[str, Any]) -> dict[str, Any]:
    """Page, start and end of a record; a finding stands where its first evidence does."""
    return found["evidence"][0]["source"] if "start" not in found and found.get("evidence") else found


def _place(at: dict[str, Any], path: str, page: str, style: Style) -> Iterator[str]:
    """The path with page and line, and the lines about the place with the place set off."""
    start, end, number, rows = at["start"], at["end"], at["page"], page.split("\n")
    first, last = page.count("\n", 0, start), page.count("\n", 0, max(end - 1, start))
    yield "  " + printable(f"{path}, {_('side')} {number}, {line_said(path, first + 1)}")
    yield ""
    begins = sum(len(row) + 1 for row in rows[: max(first - AROUND, 0)])
    for n in range(max(first - AROUND, 0), min(last + AROUND + 1, len(rows))):
        row = masked(rows[n])
        low, high = max(start - begins, 0), max(min(end - begins, len(row)), 0)
        marked = printable(row)
        if low < high:
            marked = printable(row[:low]) + style(printable(row[low:high]), bold=True, fg="yellow") + printable(row[high:])
        yield f"{'>' if first <= n <= last else ' '}{n + 1:4}  {marked}".rstrip()
        begins += len(rows[n]) + 1


def _said(name: str, found: dict[str, Any]) -> str:
    """The value of a column in words."""
    value = found[name]
    if name == "oere":
        exact = found["low_oere"] == found["high_oere"]
        return money(value) + ("" if exact else f" ({money(found['low_oere'])} – {money(found['high_oere'])})")
    if name == "value" and "unit" in found:
        from minutes.criteria.words import OPERATORS

        unit = _(UNITS.get(found["unit"], "")) if found["unit"] in UNITS else ""
        limit = OPERATORS.get(found.get("operator", ""), "")
        return f"{worded(f'{limit} {in_print(Decimal(value))}'.strip())} {unit}".strip()
    for table, words in (("outcome", OUTCOMES), ("per", PER), ("severity", SEVERITIES), ("verdict", VERDICTS)):
        if name == table:
            return _(words.get(value, value))
    if name == "votes":
        sides = (("in_favour", "for"), ("against", "imod"), ("abstained", "undlod"))
        return ", ".join(f"{value[side]} {_(word)}" for side, word in sides if value.get(side) is not None)
    if name == "period":
        return "-".join(map(str, dict.fromkeys(value)))
    if name == "waived":
        return f"{value['why']} ({value['by']}, {dated(value['when'])})"
    if name in ("date", "as_of") or found["id"].startswith("date-") and name == "value":
        return dated(value)
    if name == "message":
        return message(Finding(found["check_name"], found["severity"], found["template"], (), found.get("message_values") or {}))
    if name in SAID:
        return SAID[name](value)
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def document_lines(found: dict[str, Any], style: Style) -> Iterator[str]:
    """A document with what it holds and its items."""
    yield f"{style(printable(found.get('title') or found['file']), bold=True)}  {style(str(found['id']), fg='cyan')}"
    where = (found.get("municipality"), found.get("body"), dated(found.get("meeting_date")), found.get("place"))
    yield "  " + printable(" · ".join(filter(None, where)))
    yield from (f"  {printable(path)}" for path in found["paths"])
    tables = {"pages": ("side", "sider"), **COUNTED, "findings": ("fund", "fund")}
    counted = found["records"] | {"findings": found["records"]["findings"] - found["waived"]}
    aside = [_("{n} lagt til side", n=found["waived"])] if found["waived"] else []
    yield "  " + ", ".join([*(count(counted[table], *names) for table, names in tables.items()), *aside])
    yield ""
    yield from (printable(f"{i['number'] or '':>4}  {i['title']}  ({_('s.')} {i['page']}, {i['id']})") for i in found["items"])
