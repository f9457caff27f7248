"""Two meetings on the same cases: what a later document restates, in other words, and at times with another number."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from random import Random

from corpus.making import things
from corpus.papers import Paper
from corpus.passages import Passage, is_same
from corpus.plant import CLEAR, FAULTS, HARMLESS, Unit, clean, first_change
from corpus.printed import number

MONEY = ("kr", "mio1", "mio2", "tkr")
SAID = (
    # in the committee, in the council, how the figure is printed
    ("Anlægsudgiften til {thing} er {first}.", "Anlægsudgiften til {thing} er opgjort til {second}.", MONEY),
    ("Driften af {thing} koster {first} om året.", "Det koster {second} årligt at drive {thing}.", MONEY),
    ("Kommunens tilskud til {thing} udgør {first}.", "Kommunens tilskud til {thing} er på {second}.", MONEY),
    ("Der optages et lån til {thing} på {first}.", "Lånet til {thing} er på {second}.", MONEY),
    ("{thing} får {first} pladser.", "Der bliver {second} pladser i {thing}.", ("count",)),
    ("Projektet ved {thing} omfatter {first} boliger.", "{second} boliger er omfattet af projektet ved {thing}.", ("count",)),
    ("Der ansættes {first} medarbejdere ved {thing}.", "{thing} får {second} medarbejdere.", ("word",)),
)
CHECKS = ("across-differs", "restated-differs")


def pairs(seed: int, rate: float, count: int, kinds: Sequence[str], size: int = 6) -> Iterator[tuple[Paper, Paper]]:
    """`count` pairs of a committee's and a council's minutes; about `rate` of the council's figures are not the committee's.

    Such a figure counts in both documents, for a difference is told in both.
    """
    for i in range(count):
        rng = Random(f"pair {seed}/{i}")
        said = [_twice(rng, thing) for thing in things(rng)[:size]]
        day, kind = date(2024, 1, 9) + timedelta(days=7 * rng.randrange(90)), kinds[i % len(kinds)]
        cases = tuple(f"{rng.randint(19, 25)}/{rng.randint(1_000, 40_000)}" for _ in said)
        later = [_later(rng, p, rate) for p in said]
        earlier = [replace(clean(replace(p, template=p.template.split("\n")[0])), fault=unit.fault)
                   for p, unit in zip(said, later, strict=True)]
        numbers = list(range(1, size + 1))
        yield (Paper(f"par_{seed}_{i:03}_udvalg", kind, day, earlier, numbers, cases=cases),
               Paper(f"par_{seed}_{i:03}_byraad", kind, day + timedelta(days=14), later, numbers, body="Byrådet", cases=cases))


def _twice(rng: Random, thing: str) -> Passage:
    """A figure with the words for it in the committee and, on the next line, in the council."""
    first, second, styles = rng.choice(SAID)
    style = rng.choice(styles)
    value = {"count": rng.randint(12, 900), "word": rng.randint(3, 12)}.get(style, rng.randrange(400_000, 60_000_000))
    printed = number(value, style)
    words = "\n".join(s.replace("{thing}", thing[0].upper() + thing[1:] if s.startswith("{thing}") else thing) for s in (first, second))
    return Passage("across", "across", words, {"first": printed, "second": printed}, is_same, CHECKS)


def _later(rng: Random, said: Passage, rate: float) -> Unit:
    """What the council's minutes say: another number, the same in another way, or the same."""
    roll = rng.random()
    later = replace(said, template=said.template.split("\n")[1])
    if roll < rate:
        changed, name = first_change(rng, {k: FAULTS[k] for k in ("changed digit", "swapped pair")}, later, lambda p: not p.holds(CLEAR))
        if isinstance(changed, Passage) and changed.numbers["first"] == said.numbers["first"]:
            return replace(clean(changed), fault=name)
    elif roll < 2 * rate:
        changed, name = first_change(rng, {k: HARMLESS[k] for k in ("rounding", "other words", "hard spaces")}, later, lambda p: p.holds())
        if changed:
            return replace(clean(changed), harmless=name)
    return clean(later)
