"""Plants known errors in clean documents, knows where, and measures who finds them.

    python -m corpus.faults [--seed 1] [--rate 0.3] [--documents 20] OUT_DIR     writes documents and their gold
    python -m corpus.faults --measure [--seed 1] [--rate 0.3] [--documents 60]    runs the toolkit over them and prints recall

The same seed gives the same documents. A part of the passages gets an error (`--rate`), as many a harmless change, the rest
is left clean; both must stay quiet. `--kinds txt,html,docx,pdf` chooses the kinds of file; all but text hold tables.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from random import Random

from corpus import facts, plant
from corpus.compare import Record, plain
from corpus.making import passage, things
from corpus.pairs import pairs
from corpus.papers import NUMBERED, Paper
from corpus.plant import Made, Unit
from corpus.score import LOUD
from corpus.sheets import sheet

KINDS = ("txt", "html")


def documents(seed: int, rate: float, count: int, kinds: Sequence[str] = KINDS, size: int = 12) -> Iterator[Paper]:
    """`count` documents of `size` passages each; about `rate` of the passages get an error, as many a harmless change."""
    for i in range(count):
        rng = Random(f"{seed}/{i}")
        kind = kinds[i % len(kinds)]
        made = _made(rng, size, tables=kind != "txt")
        day = date(2024, 1, 9) + timedelta(days=7 * rng.randrange(90))
        units = [_unit(rng, one, rate) for one in made]
        yield Paper(f"fejl_{seed}_{i:03}", kind, day, units, *_numbers(rng, size, rate))


def _numbers(rng: Random, size: int, rate: float) -> tuple[list[int], int | None]:
    """The items' numbers, at times with one skipped or used twice, and the item where that is."""
    first = rng.choice((1, 1, 17, 84, 126))
    numbers = list(range(first, first + size))
    if rng.random() >= rate:
        return numbers, None
    at, step = rng.randrange(2, size), rng.choice((-1, 1))
    return numbers[:at] + [n + step for n in numbers[at:]], at


def _made(rng: Random, size: int, tables: bool) -> list[Made | facts.Fact]:
    """True passages, tables and statements for one document, each about another thing."""
    makers: list[Callable[[Random, str], Made | facts.Fact]] = [*facts.ONCE, *rng.choices(facts.FACTS, k=2), *[sheet] * (3 * tables)]
    makers += [passage] * (size - len(makers))
    return [maker(rng, thing) for maker, thing in zip(rng.sample(makers, size), things(rng), strict=False)]


def _unit(rng: Random, made: Made | facts.Fact, rate: float) -> Unit:
    """The unit that is printed: with an error, with a harmless change, or as it is."""
    roll = rng.random()
    if roll < rate:
        return plant.faulty(rng, made) or plant.clean(made)
    if roll < 2 * rate and not isinstance(made, facts.Fact):
        return plant.varied(rng, made) or plant.clean(made)
    return plant.clean(made)


@dataclass
class Measured:
    """How many errors of each kind and place were planted and found; how many quiet units there were, and how many were flagged."""

    planted: Counter = field(default_factory=Counter)
    found: Counter = field(default_factory=Counter)
    quiet: Counter = field(default_factory=Counter)
    flagged: Counter = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    alarms: list[str] = field(default_factory=list)

    def recall(self, *places: str) -> float:
        """The part of the errors in these places that was found; 1 where none was planted."""
        planted = sum(n for (_, place), n in self.planted.items() if place in places)
        return sum(n for (_, place), n in self.found.items() if place in places) / planted if planted else 1.0

    def add(self, document: Paper, findings: list[Record], pages: list[str]) -> None:
        """Count what was said of one document; `pages` are its texts as read."""
        loud = [(f, document.places(f, pages)) for f in findings if f["severity"] in LOUD]
        for i, unit in enumerate(document.units):
            if unit.fault:
                hit = any(i in places and f["check"] in unit.checks for f, places in loud)
                self.planted[unit.fault, unit.place] += 1
                self.found[unit.fault, unit.place] += hit
                self.missed += [] if hit else [f"missed {document.name} {unit.fault} ({unit.kind}, {unit.place}): {plain(unit.text)}"]
            else:
                self.quiet[unit.harmless or "clean", unit.place] += 1
        at = document.misnumbered
        if at is not None:
            self.planted["number", "heading"] += 1
            self.found["number", "heading"] += any(f["check"] in NUMBERED and places & {at - 1, at} for f, places in loud)
        for f, places in loud:
            numbered = at is not None and f["check"] in NUMBERED
            if not numbered and not any(document.units[i].fault for i in places):
                self._alarm(document, f, min(places, default=-1))

    def _alarm(self, document: Paper, finding: Record, at: int) -> None:
        unit = document.units[at] if at >= 0 else None
        kind, place = (unit.harmless or "clean", unit.place) if unit else ("elsewhere", "")
        self.flagged[kind, place] += 1
        said = plain(unit.text) if unit else ""
        self.alarms.append(f"alarm {document.name} {kind}: {finding['check']}: {finding['message']} <- {said}")

    def table(self) -> str:
        """Recall per fault and place, false alarms per harmless change."""
        lines = [f"{'planted error':20}{'place':8}{'planted':>8}{'found':>8}{'recall':>8}"]
        lines += [f"{kind:20}{place:8}{n:8}{self.found[kind, place]:8}{self.found[kind, place] / n:8.3f}"
                  for (kind, place), n in sorted(self.planted.items())]
        lines += [f"{'all':20}{place:8}{'':16}{self.recall(place):8.3f}" for place in ("prose", "list", "table", "heading", "across")]
        lines += [f"{'quiet':20}{'place':8}{'units':>8}{'flagged':>8}"]
        lines += [f"{kind:20}{place:8}{n:8}{self.flagged[kind, place]:8}" for (kind, place), n in sorted(self.quiet.items())]
        return "\n".join([*lines, f"findings elsewhere: {self.flagged['elsewhere', '']}"])


def measure(seed: int, rate: float, count: int, kinds: Sequence[str] = KINDS) -> Measured:
    """Plant, read, judge, count."""
    from extractors.document import read_document
    from minutes import contract, criteria
    from minutes.checks import judge

    result, rules = Measured(), criteria.load()
    with tempfile.TemporaryDirectory() as folder:
        for papers in together(seed, rate, count, kinds):
            read = [read_document(paper.write(Path(folder))) for paper in papers]
            for paper, one, report in zip(papers, read, judge(read, rules), strict=True):
                result.add(paper, contract.document(report)["findings"], [page.text for page in one.pages])
    return result


def together(seed: int, rate: float, count: int, kinds: Sequence[str]) -> Iterator[tuple[Paper, ...]]:
    """Documents that are read together: single ones, then a third as many pairs."""
    for paper in documents(seed, rate, count, kinds):
        yield (paper,)
    yield from pairs(seed, rate, count // 3, kinds)


def main() -> int:
    """Read the command line, then plant or measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", help="where the documents are written")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rate", type=float, default=0.3, help="the part of the passages that gets an error")
    parser.add_argument("--documents", type=int, default=20)
    parser.add_argument("--kinds", default=",".join(KINDS), help="kinds of file, of txt, html, docx, pdf")
    parser.add_argument("--measure", action="store_true", help="run the toolkit over the documents and print recall")
    parser.add_argument("--misses", action="store_true", help="with --measure: list what was missed and what was flagged")
    args = parser.parse_args()
    kinds = args.kinds.split(",")
    if args.folder:
        args.folder.mkdir(parents=True, exist_ok=True)
        for paper in (p for papers in together(args.seed, args.rate, args.documents, kinds) for p in papers):
            paper.write(args.folder)
    if args.measure:
        result = measure(args.seed, args.rate, args.documents, kinds)
        print("\n".join([result.table(), *(result.missed + result.alarms if args.misses else [])]))
    return 0 if args.folder or args.measure else parser.error("OUT_DIR or --measure")


if __name__ == "__main__":
    sys.exit(main())
