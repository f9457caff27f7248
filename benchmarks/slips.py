"""How many slips of a digit are told: in papers in which all is right, one digit of a figure that others near it give is changed.

`python -m benchmarks.slips`. Which figures those are is told by arithmetic alone, not by what the program reads, so that a sentence that it
does not understand counts as one that it misses. A few fit by chance and cannot be told.
"""

from __future__ import annotations

import html
import random
import re
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import click

from extractors.claims.fit import adds_up, differ_by, meets, multiplies
from extractors.claims.ledger import Ledger
from extractors.claims.mention import Mention
from extractors.claims.mentions import mentions
from extractors.claims.nearby import same
from extractors.claims.sentences import sentences
from extractors.document import read_document
from extractors.figures import measure
from extractors.layout import flow as laid_out
from extractors.reading import read
from extractors.structure import parse
from minutes.checks import judge

PAPERS = sorted((Path(__file__).parent.parent / "corpus" / "innocent").glob("*.html"))
TELLING = 3
"""Digits of a figure that others hardly give by chance."""
BACK = 1
"""Sentences before its own in which they may stand."""
MOST_PARTS = 6
_NUMBER = re.compile(r"\d[\d.,]*\d")


@dataclass(frozen=True, slots=True)
class Slip:
    """One digit of a figure another: the relation that gives the figure, where it stands in the file, as printed and misprinted."""

    relation: str
    start: int
    right: str
    wrong: str


def given_by(m: Mention, near: list[Mention]) -> str | None:
    """The relation in which figures near by give this one, or None."""
    alike = [o for o in near if o.unit == m.unit and o.value > 0 and same(o, m)]
    if any(adds_up(m, alike[i:j]) for i in range(len(alike)) for j in range(i + 2, min(i + MOST_PARTS, len(alike)) + 1)):
        return "sum"
    if any(differ_by(a, b, m) for a, b in combinations(alike, 2)):
        return "difference"
    counted = [o for o in near if o.unit in ("kr", "number") and o.value > 0]
    if m.unit == "percent":
        pairs = [(a, b) for a in counted for b in counted if a.unit == b.unit and a.value < b.value]
        return "share" if any(meets(100 * a.low / b.high, 100 * a.high / b.low, m) for a, b in pairs) else None
    return "product" if any(multiplies(m, a, b) for a, b in combinations(counted, 2) if (a.unit, b.unit).count(m.unit) == 1) else None


def slips(path: Path, chance: random.Random) -> Iterator[Slip]:
    """One slip in every figure of the paper that others give, if its place in the file is sure."""
    reading = read(path)
    text = laid_out(reading)
    structure = parse(text, reading)
    ledger = Ledger(text, structure, sentences(text, mentions(text, measure(text, structure))))
    source = path.read_text(encoding="utf-8")
    for s, before in ledger.in_turn(BACK):
        near = [m for t in s.under_one_item(before) for m in t.mentions]
        for m in s.mentions:
            printed = _NUMBER.match(text.text, m.number)
            if not printed or m.digits < TELLING or m.bounded or sum(o.value == m.value for o in near) > 1:
                continue
            relation = given_by(m, [o for o in near if o is not m])
            lead = re.escape(html.escape(text.text[max(m.number - 12, s.start) : m.number], quote=False))
            places = [*re.finditer(rf"{lead}(?P<n>{re.escape(printed[0])})(?!\d|[.,]\d)", source)]
            if relation and len(places) == 1:
                yield Slip(relation, places[0].start("n"), printed[0], misprinted(printed[0], chance))


def misprinted(number: str, chance: random.Random) -> str:
    """Two neighbouring digits exchanged, or one another."""
    at = [i for i, c in enumerate(number) if c.isdigit()]
    while True:
        out, i = list(number), chance.randrange(len(at) - 1)
        if chance.random() < 0.5:
            out[at[i]], out[at[i + 1]] = out[at[i + 1]], out[at[i]]
        else:
            out[at[i + 1]] = str((int(out[at[i + 1]]) + chance.choice((1, 9))) % 10)
        if out != list(number) and (out[0] != "0" or number[0] == "0"):
            return "".join(out)


def findings(source: str, folder: Path) -> Counter[tuple[str, str | None]]:
    """What is found in a paper, notes apart."""
    file = folder / "paper.html"
    file.write_text(source, encoding="utf-8")
    [report] = judge([read_document(file)])
    return Counter((f.check, f.stated) for f in report.findings if f.severity != "note")


@click.command()
@click.option("--every", default=4, show_default=True, type=click.IntRange(1), help="Take every so many papers.")
@click.option("--seed", default=1, show_default=True, help="Which digits are changed.")
@click.option("--missed", is_flag=True, help="List the slips that are not told.")
def main(every: int, seed: int, missed: bool) -> None:
    """Count the slips that are told, by the relation that gives the figure."""
    chance, told, made = random.Random(seed), Counter[str](), Counter[str]()
    silent: dict[str, list[str]] = defaultdict(list)
    with tempfile.TemporaryDirectory() as name:
        for path in PAPERS[::every]:
            source = path.read_text(encoding="utf-8")
            known = findings(source, Path(name))
            for slip in slips(path, chance):
                wrong = source[: slip.start] + slip.wrong + source[slip.start + len(slip.right) :]
                made[slip.relation] += 1
                if findings(wrong, Path(name)) - known:
                    told[slip.relation] += 1
                else:
                    silent[slip.relation].append(f"{path.stem}: {slip.right} as {slip.wrong}")
    click.echo("| relation | slips | told |\n| --- | --- | --- |")
    for relation, number in made.most_common():
        click.echo(f"| {relation} | {number} | {told[relation]} ({100 * told[relation] // number} %) |")
    for relation, lines in silent.items() if missed else ():
        click.echo("\n".join(f"{relation}: {line}" for line in lines))


if __name__ == "__main__":
    main()
