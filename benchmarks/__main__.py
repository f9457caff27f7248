"""Run all benchmarks and write docs/benchmarks.md."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from statistics import harmonic_mean

import click

from benchmarks import database, papers, reading, stages, whole

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
NOTE = """# Benchmarks

Made by `make bench`; do not edit. {machine}, Python {python}. Ratios are of one run, in which all take turns; single figures vary
with the machine. Pages and documents are those of corpus/made, repeated.
"""


@click.command()
@click.option("--documents", default=1000, show_default=True, type=click.IntRange(400), help="Documents of the whole ingest.")
@click.option("--stored", default=5000, show_default=True, type=click.IntRange(400), help="Documents stored to see the database grow.")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1), help="Rounds in which the readers take turns.")
@click.option("--write/--no-write", default=True, show_default=True, help="Write docs/benchmarks.md.")
def main(documents: int, stored: int, rounds: int, write: bool) -> None:
    """Measure reading, the stages after it, the whole, memory, growth and start-up."""
    lines = [NOTE.format(machine=whole.machine(), python=platform.python_version())]
    with tempfile.TemporaryDirectory() as name:
        for section in _sections(Path(name), documents, stored, rounds):
            click.echo(section)
            lines.append(section)
    if write:
        PAGE.write_text("\n".join(lines), encoding="utf-8")


def _sections(folder: Path, documents: int, stored: int, rounds: int) -> Iterator[str]:
    (folder / "small").mkdir()
    paths = papers.small(folder / "small", documents)
    few = reading.rates(paths[:60], rounds)
    yield _rates("Reading 60 small documents", few)
    yield _rates("Reading one document of 200 pages with tables", reading.rates([papers.large(folder, 200, ruled=True)], 1))
    yield _stages(stages.stages(paths[:60], folder))
    yield from _whole(folder, few)
    grown = folder / "grown.db"
    yield _growth("Growth of the database: storing and indexing alone, one core", database.fill(papers.made(), grown, stored))
    yield _table(f"A database of {stored} documents", ("what", "takes"), list(database.uses(grown, folder).items()))
    yield _table("Memory of one reader", ("document", "peak"), [("1,000 pages", f"{whole.peak_mb(papers.large(folder, 1000)):.0f} MB")])
    commands = (["--help"], ["search", "--db", str(grown), "skole"], ["show", "--db", str(grown), "1"])
    rows = [(f"minutes {command[0]}", f"{whole.start_ms(command):.0f} ms") for command in commands]
    yield _table(f"Start-up, the database holding {stored} documents", ("command", "median"), rows)


def _stages(cost: dict[str, float]) -> str:
    rows = [(stage, f"{ms:.2f}", f"{ms / sum(cost.values()):.0%}") for stage, ms in cost.items()]
    return _table("One document's way", ("stage", "CPU ms a page", "share"), rows)


_HUNDREDS = 10


def _growth(title: str, rates: list[float]) -> str:
    """The rate at both ends, each over as many hundreds as are there, up to ten: one hundred may be the one that meets a checkpoint."""
    hundreds = min(_HUNDREDS, len(rates) // 2)
    first, last = harmonic_mean(rates[:hundreds]), harmonic_mean(rates[-hundreds:])
    ends = f"the first {hundreds * 100}", f"the last {hundreds * 100} of {len(rates) * 100}"
    rows = [(ends[0], f"{first:.0f}", "1.00"), (ends[1], f"{last:.0f}", f"{last / first:.2f}")]
    return _table(title, ("documents", "documents a second", "ratio"), rows)


def _whole(folder: Path, few: dict[str, float]) -> Iterator[str]:
    plumber, poppler = few["pdfplumber (words, tables)"], few["pdftotext -bbox-layout (words, boxes)"]
    rows = []
    for workers in (1, 2):
        run = whole.ingest(folder / "small", folder / f"whole{workers}.db", workers)
        count, pages = len(run.arrivals), run.pages / run.arrivals[-1]
        cells = (count / run.arrivals[-1], pages, pages / plumber, pages / poppler)
        rows.append((f"{workers}", *(f"{cell:.1f}" for cell in cells[:3]), f"{cells[3]:.2f}"))
    head = ("readers", "documents a second", "pages a second", "times pdfplumber on one core", "times pdftotext on one core")
    yield _table(f"The whole ingest of {count} documents: read, extract, check, store, index; start included", head, rows)
    yield _growth("Growth of the whole ingest, two readers", [run.rate(n + 1, n + 100) for n in range(0, count - count % 100, 100)])


def _rates(title: str, rates: dict[str, float]) -> str:
    slowest = rates["pdfplumber (words, tables)"]
    poppler = rates["pdftotext -bbox-layout (words, boxes)"]
    rows = [(name, f"{rate:.0f}", f"{rate / slowest:.1f}", f"{rate / poppler:.2f}") for name, rate in rates.items()]
    return _table(title, ("engine", "pages a CPU second", "times pdfplumber", "times pdftotext"), rows)


def _table(title: str, head: tuple[str, ...], rows: Sequence[tuple[str, ...]]) -> str:
    line: Callable[[tuple[str, ...]], str] = lambda cells: "| " + " | ".join(cells) + " |"  # noqa: E731
    return "\n".join([f"## {title}", "", line(head), line(("---",) * len(head)), *map(line, rows), ""])


if __name__ == "__main__":
    main()
