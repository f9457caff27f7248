"""What every claim on a count has in common: which numbers may be that of a list's entries, and how the claim is made."""

from __future__ import annotations

import re
from decimal import Decimal

from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.sentence import Sentence

_UNITS_WORDS = """
år dage timer minutter uger måneder kr pct procent m2 meter km beboere borgere personer elever børn ansøgere mennesker deltagere stemmer
gange kroner millioner procentpoint point grader etager
"""
UNITS = frozenset(_UNITS_WORDS.split())
"""What is counted and not listed."""
SLIP = 2
"""How far a count may be off and still be meant as that of the list."""
MOST_ENTRIES = 40


def whole_number(m: Mention) -> bool:
    """May the number be that of a list's entries?"""
    return m.value == m.value.to_integral_value() and 0 <= m.value <= MOST_ENTRIES and not m.qualifier


_OUT_OF = re.compile(r"\ue005 (?:[a-zæøå]+ )?(?:ud )?af (?:[a-zæøå-]+ ){0,3}$")


def some_of(s: Sentence, n: Mention) -> Mention | None:
    """The number right before "af" and this one, "tre af de seks foreninger": what follows tells of the three."""
    match = _OUT_OF.search(s.skeleton, max(s.position(n) - 60, 0), s.position(n))
    return s.of(match.start()) if match else None


def say_count(
    ledger: Ledger, s: Sentence, n: Mention, count: int, if_not: str, places: list[int] | None = None, relation: str = "count"
) -> None:
    """Keep the claim that a stated count is that of the entries; "tre af de seks foreninger" may name the three, as the entries tell."""
    if (some := some_of(s, n)) and abs(some.value - count) < abs(n.value - count):
        if some.value == count:
            return
        n = some
    if n.value == 1:
        return  # "1 Kilde: Ministeriet for By, Bolig og Landdistrikter": a footnote
    exact = Decimal(count)
    counted = Mention(n.start, n.end, n.number, exact, exact, exact, "number", n.noun)
    ledger.say(
        s,
        "count",
        relation,
        n,
        [counted],
        if_not=if_not,
        stated_words=f"{ledger.flow.text[n.number : n.end]} {n.noun}".strip(),
        computed_words=str(count),
        entries=places or [],
    )
