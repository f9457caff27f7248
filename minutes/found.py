"""Hits as lines for a terminal, or as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from minutes.filters import Filters
from minutes.language import _
from minutes.names import RECORDS
from minutes.search import Hit, search
from minutes.terminal import printable

Style = Callable[..., str]


def lines(db: Path, typed: str, limit: int, as_json: bool, style: Style, **filters: Any) -> list[str]:
    """The hits of a search; `filters` are those of minutes.search.Filters. Raises CannotSearch."""
    hits = search(db, typed, Filters(**filters), limit)
    if as_json:
        return [json.dumps(asdict(hit), ensure_ascii=False) for hit in hits]
    lead = [_("Intet sted har alle ordene; her er steder med nogle af dem."), ""] if hits and hits[0].partial else []
    return lead + [line for hit in hits for line in _lines(hit, style)]


def _lines(hit: Hit, style: Style) -> list[str]:
    where = " · ".join(printable(part) for part in (hit.municipality, hit.body, hit.date, f"{hit.file} {_('s.')} {hit.page}") if part)
    kind = _(RECORDS[hit.kind]).capitalize()
    head = f"{kind}: {printable(hit.title)}" if hit.title else kind
    first = f"{style(head, bold=True)}  {style(hit.id, fg='cyan')}"
    text = [] if hit.kind == "item" and hit.snippet == hit.title else [f"  {marked(hit, style)}"]
    return [first, *text, f"  {style(where, dim=True)}", ""]


def marked(hit: Hit, style: Style) -> str:
    """The snippet with the words that were searched for set off."""
    out, at = "", 0
    for start, end in hit.marks:
        out += printable(hit.snippet[at:start]) + style(printable(hit.snippet[start:end]), bold=True, fg="yellow")
        at = end
    return out + printable(hit.snippet[at:])
