"""Hits as lines for a terminal, or as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from decimal import Decimal
from pathlib import Path
from typing import Any

from minutes.days import dated
from minutes.filters import Filters
from minutes.language import _, grouped
from minutes.names import RECORDS, line_said, money, printed
from minutes.search import Hit, search
from minutes.suggest import meant
from minutes.terminal import printable

Style = Callable[..., str]
MOST = 200
"""Hits that are counted; to look for more takes longer than somebody who searches waits."""


def lines(db: Path, typed: str, limit: int, as_json: bool, style: Style, **filters: Any) -> list[str]:
    """The hits of a search; `filters` are those of minutes.search.Filters. For people with how many there are, and what sums of money
    come to. Raises CannotSearch."""
    if as_json:
        return [json.dumps(asdict(hit), ensure_ascii=False) for hit in search(db, typed, Filters(**filters), limit)]
    hits = search(db, typed, Filters(**filters), max(limit, MOST))
    lead = [_("Intet sted har alle ordene; her er steder med nogle af dem."), *did_you_mean(db, typed), ""] if partial(hits) else []
    return lead + [line for hit in hits[:limit] for line in _lines(hit, style)] + list(counted(hits, limit))


def partial(hits: list[Hit]) -> bool:
    """Whether only some of the words were found."""
    return bool(hits) and hits[0].partial


def did_you_mean(db: Path, typed: str) -> Iterator[str]:
    """A line that asks whether another word was meant, when one stands nowhere and another is near."""
    if better := meant(db, typed):
        yield f"{_('Mente du:')} {printable(better)}?"


def counted(hits: list[Hit], limit: int) -> Iterator[str]:
    """How many there are when not all are shown, and what sums of money come to."""
    if len(hits) > limit:
        total = grouped(len(hits)) if len(hits) < MOST else _("mindst {n}", n=grouped(MOST))
        yield _("{shown} af {total}; --limit N viser flere", shown=grouped(limit), total=total)
    if len(hits) < MOST and {hit.kind for hit in hits} == {"amount"} and len({hit.per for hit in hits}) == 1:
        yield from _summed({(hit.document, hit.item, int(Decimal(hit.kr or 0) * 100)) for hit in hits}, hits[0].per)


def _summed(stated: set[tuple[int, str | None, int]], per: str | None) -> Iterator[str]:
    """The sum of one amount an item: several may be parts and their whole. Many documents tell of one decision, so also the sum of those
    that differ."""
    sums = [oere for _document, _item, oere in stated]
    if len(sums) < 2 or len({place[:2] for place in stated}) < len(sums):
        return
    said = _("{n} beløb i hver sit punkt, i alt {sum}", n=grouped(len(sums)), sum=money(sum(sums), per))
    different = set(sums)
    of_different = {"n": grouped(len(different)), "sum": money(sum(different), per)}
    if len(different) == 1:
        said += _(" (alle på {sum})", **of_different)
    elif len(different) < len(sums):
        said += _(" ({n} forskellige: {sum})", **of_different)
    yield said


def _lines(hit: Hit, style: Style) -> list[str]:
    parts = (hit.municipality, hit.body, dated(hit.date), f"{hit.file} {place(hit)}")
    where = " · ".join(printable(part) for part in parts if part)
    stated = printed(hit.quote or "", Decimal(hit.kr) if hit.kr else None)
    kind = " ".join(filter(None, (_(RECORDS[hit.kind]).capitalize(), printable(stated))))
    head = f"{kind}: {printable(hit.title)}" if hit.title else kind
    first = f"{style(head, bold=True)}  {style(hit.id, fg='cyan')}"
    text = [] if hit.kind == "item" and hit.snippet == hit.title else [f"  {marked(hit, style)}"]
    return [first, *text, f"  {style(where, dim=True)}", ""]


def place(hit: Hit) -> str:
    """Where in its file a hit stands: the page, or the line where there are no printed pages."""
    return f"{_('s.')} {hit.page}" if hit.line is None else line_said(hit.file, hit.line)


def marked(hit: Hit, style: Style) -> str:
    """The snippet with the words that were searched for set off."""
    out, at = "", 0
    for start, end in hit.marks:
        out += printable(hit.snippet[at:start]) + style(printable(hit.snippet[start:end]), bold=True, fg="yellow")
        at = end
    return out + printable(hit.snippet[at:])
