"""Which items were treated behind closed doors, by a heading over them or a line below their titles."""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.structure.cases import CASE, LABELLED
from extractors.structure.sheet import Found, Sheet

OVER = re.compile(
    r"(?:(?:(?:sager|punkter|emner|dagsorden)(?: til behandling)?|til behandling|[^.:;\d]{3,40} [–-]) )?(?:for |bag )?"
    r"(?:(?P<closed>lukkede|lukket)|åbne|åbent?) "
    r"(?:(?:\w*(?:punkter|sager)|møder?|dagsorden|mødedel|del|(?:punkt|sag)(?= ?:))"
    r"(?: (?:af|på) (?:mødet|dagsordenen))?|døre?)[ :.–-]*", re.I)
"""A heading over several items: "Lukkede punkter", "Til behandling - for lukkede døre"."""
_BELOW = re.compile(r"(?P<before>.*?)(?<!\S)\(?(?:(?P<closed>lukket|fortroligt?)|åbent?)(?: sag| punkt)?\)?[ .]*", re.I)
"""A line below a title: "Lukket sag", "Sagsnr.: 08/117 Lukket"."""
_NEAR, _LONGEST = 4, 120


def behind_doors(on: Sheet, found: list[Found]) -> list[Found]:
    """The items, those closed that a heading between two of them or a line of their own says to be so."""
    out, shut = [], False
    for n, item in enumerate(found):
        for i in range(found[n - 1].last, item.first) if n else ():
            over = OVER.fullmatch(on.text(i))
            shut = over["closed"] is not None if over else shut
        end = min(item.last + _NEAR, found[n + 1].first if n + 1 < len(found) else len(on.texts))
        head = next((i for i in range(item.last, end) if on.heads[i]), end)
        said = {told for i in range(item.last, head) if (told := _is_closed(on.text(i))) is not None}
        out.append(replace(item, closed=True) if shut or said == {True} else item)
    return out


def _is_closed(text: str) -> bool | None:
    """What a line says of the door, alone or behind a case number: a form that prints both doors says nothing."""
    match = _BELOW.fullmatch(text) if len(text) < _LONGEST else None
    if not match or match["before"] and not (LABELLED.match(text) or CASE.match(text)):
        return None
    return match["closed"] is not None
