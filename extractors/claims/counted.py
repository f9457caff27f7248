"""What every claim on a count has in common: which numbers may be that of a list's entries, and how the claim is made."""

from __future__ import annotations

from decimal import Decimal

from extractors.claims.mentions import Mention
from extractors.claims.sentences import Ledger, Sentence

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


def say_count(
    ledger: Ledger, s: Sentence, n: Mention, count: int, if_not: str, places: list[int] | None = None, relation: str = "count"
) -> None:
    """Keep the claim that a stated count is that of the entries."""
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
