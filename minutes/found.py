"""Hits as lines for a terminal, or as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from minutes.search import Filters, Hit, search
from minutes.terminal import visible

NAMES = {"item": "Punkt", "decision": "Beslutning", "recommendation": "Indstilling", "remark": "Bemærkning", "page": "Tekst",
         "amount": "Beløb", "figure": "Tal"}
Style = Callable[..., str]


def lines(db: Path, typed: str, limit: int, as_json: bool, style: Style, *, min_kr: float | None = None, max_kr: float | None = None,
          **filters: Any) -> list[str]:
    """The hits of a search. Raises CannotSearch."""
    bounds = {"min_kr": _kroner(min_kr), "max_kr": _kroner(max_kr)}
    hits = search(db, typed, Filters(**bounds, **filters), limit)
    if as_json:
        return [json.dumps(asdict(hit), ensure_ascii=False) for hit in hits]
    lead = ["Intet sted har alle ordene; her er steder med nogle af dem.", ""] if hits and hits[0].partial else []
    return lead + [line for hit in hits for line in _lines(hit, style)]


def _kroner(said: float | None) -> Decimal | None:
    return None if said is None else Decimal(str(said))


def _lines(hit: Hit, style: Style) -> list[str]:
    where = " · ".join(visible(part) for part in (hit.municipality, hit.body, hit.date, f"{hit.file} s. {hit.page}") if part)
    head = f"{NAMES[hit.kind]}: {visible(hit.title)}" if hit.title else NAMES[hit.kind]
    first = f"{style(head, bold=True)}  {style(hit.id, fg='cyan')}"
    text = [] if hit.kind == "item" and hit.snippet == hit.title else [f"  {marked(hit, style)}"]
    return [first, *text, f"  {style(where, dim=True)}", ""]


def marked(hit: Hit, style: Style) -> str:
    """The snippet with the words that were searched for set off."""
    out, at = "", 0
    for start, end in hit.marks:
        out += visible(hit.snippet[at:start]) + style(visible(hit.snippet[start:end]), bold=True, fg="yellow")
        at = end
    return out + visible(hit.snippet[at:])
