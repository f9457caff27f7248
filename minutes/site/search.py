"""The page that searches: words, and what a hit must have, as `minutes search` has it."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from datasette import Response

from minutes.cpr import masked
from minutes.danish import in_print
from minutes.filters import Filters
from minutes.found import place
from minutes.language import _, worded
from minutes.names import RECORDS, printed
from minutes.search import KINDS, CannotSearch, Hit, search
from minutes.site.asked import Asked
from minutes.site.frame import database, place_link, render
from minutes.suggest import meant

LIMIT = 50
PARAMETERS = ("q", "art", "kommune", "udvalg", "fra", "til", "mindst", "hoejst")


async def search_page(datasette: Any, request: Any) -> Response:
    """Search in items, decisions, text, money and figures."""
    asked = Asked(request, PARAMETERS)
    filters = Filters(
        asked.text("kommune") or None,
        asked.text("udvalg") or None,
        asked.day("fra"),
        asked.day("til", last=True),
        asked.kroner("mindst"),
        asked.kroner("hoejst"),
        asked.one_of("art", KINDS, RECORDS) or None,
    )
    hits, better, typed, path = [], None, asked.text("q"), database(datasette).path
    if asked.values and not asked.problems:
        try:
            hits = await database(datasette).execute_fn(lambda __: search(path, typed, filters, LIMIT))
            if typed and (not hits or hits[0].partial):
                better = await database(datasette).execute_fn(lambda __: meant(path, typed))
        except CannotSearch as error:
            said = str(error)
            asked.problems.append(f"{said[:1].upper()}{said[1:]}.")
    return await render(
        datasette,
        request,
        "minutes_search.html",
        400 if asked.problems else 200,
        asked=asked,
        typed=typed,
        hits=list(map(_shown, hits)),
        limit=LIMIT,
        better=better,
        again=asked.address(q=better) if better else "",
        kinds=[(kind, _(RECORDS[kind]).capitalize()) for kind in KINDS],
    )


def _shown(hit: Hit) -> dict[str, Any]:
    """A hit with its kind and snippet, cut at the marks."""
    snippet, pieces, at = masked(hit.snippet), [], 0
    for start, end in hit.marks:
        pieces += [(snippet[at:start], False), (snippet[start:end], True)]
        at = end
    return {
        "hit": hit,
        "place": place(hit),
        "kind": _(RECORDS[hit.kind]).capitalize(),
        "kr": worded(printed(hit.quote or "", Decimal(hit.kr))) if hit.kr else "",
        "exact": worded(f"{in_print(Decimal(hit.kr))} kr.") if hit.kr else "",
        "pieces": [*pieces, (snippet[at:], False)],
        "link": place_link(hit.document, hit.page, hit.start, hit.end),
    }
