"""Votes told by their parties, and again by their numbers in the sentence after: "For stemte A (9) og F (2). Imod stemte C (3)." """

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes.checks.ledger import at
from minutes.checks.polls import Poll
from minutes.clause import locate
from minutes.danish import SMALL_NUMBERS, whole
from minutes.needs import led
from minutes.records import Document, Finding

_PARTY = r"[A-ZÆØÅ][\w. -]{0,40}? \(\d{1,2}\)"
_LIST = rf"{_PARTY}(?:(?:, | og | samt ){_PARTY})*"
_N = rf"\d{{1,2}}|{SMALL_NUMBERS}"
_TOLD = led(
    rf"For(?: forslaget| indstillingen)?(?: stemte)?:? (?P<yes>{_LIST})[.;,](?: og| mens)? [Ii]?mod(?: stemte)?:? (?P<no>{_LIST})\."
    rf" [^.:\n]{{0,90}}\bmed (?P<for>{_N}) stemmer (?:i?mod|og) (?P<against>{_N})\b"
)
_SEATS = re.compile(r"\((\d{1,2})\)")


def told_by_parties(document: Document, taken: Sequence[Poll]) -> Iterator[Finding]:
    """The two numbers beside those of the parties, where one of them is right and no vote was read with both."""
    for match in _TOLD.finditer(document.text) if "stemmer" in document.text else ():
        listed = [sum(map(int, _SEATS.findall(match[side]))) for side in ("yes", "no")]
        said = [whole(match[side]) for side in ("for", "against")]
        place = locate(document, match.start("no"), match.end()) if sorted(said) != sorted(listed) else None
        read = any(p.lists and p.source.at <= match.start("no") and match.start("for") < p.source.at + len(p.source.quote) for p in taken)
        if place and not read and set(said) & set(listed):
            values = {"said": f"{said[0]} for, {said[1]} imod", "listed": f"{listed[0]} for, {listed[1]} imod"}
            yield Finding("votes-differ", "error", "Stemmetallene er {said}, men listerne nævner {listed}.", at(document, place),
                          values=values, stated=str(said[0]), computed=str(listed[0]))
