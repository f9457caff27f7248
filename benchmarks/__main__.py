"""Run all benchmarks and write docs/benchmarks.md."""

from __future__ import annotations

import platform
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from benchmarks import papers, reading, stages, whole

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks.md"
NOTE = """# Benchmarks

Made by `make bench`; do not edit. {machine}, Python {python}. Ratios are of one run, in which all take turns; single figures vary
with the machine. Pages and documents are those of corpus/made, repeated.
"""


@click.command()
@click.option("--documents", default=1000, show_default=True, type=click.IntRange(200), help="How far the database grows.")
@click.option("--small", default=60, show_default=True, type=click.IntRange(1), help="Documents for reading and ingest.")
@click.option("--rounds", default=3, show_default=True, type=click.IntRange(1))
@click.option("--write/--no-write", default=True, show_default=True, help="Write docs/benchmarks.md.")
def main(documents: int, small: int, rounds: int, write: bool) -> None:
    """Measure reading, the stages after it, the whole, memory, growth and start-up."""
    lines = [NOTE.format(machine=whole.machine(), python=platform.python_version())]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for section in _sections(folder, documents, small, rounds):
            click.echo(section)
            lines.append(section)
    if write:
        PAGE.write_text("\n".join(lines), encoding="utf-8")


def _sections(folder: Path, documents: int, small: int, rounds: int) -> Iterator[str]:
    (folder / "small").mkdir()
    paths = papers.small(folder / "small", small)
    ruled, thousand = papers.large(folder, 200, ruled=True), papers.large(folder, 1000)
    few = reading.rates(paths, rounds)
    yield _rates(f"Reading {small} small documents, one core, pages a CPU second", few)
    yield _rates("Reading one document of 200 pages with tables", reading.rates([ruled], 1))
    cost = stages.stages(paths, folder)
    total = sum(cost.values())
    yield _table("One document's way", ("stage", "ms a page", "share"), [(k, f"{v:.2f}", f"{v / total:.0%}") for k, v in cost.items()])
    yield _whole(folder, few)
    first, last, size = stages.growth(paths[0], folder, documents)
    rows = [("the first 100", f"{first:.0f}", "1.00"), (f"the last 100 of {documents}", f"{last:.0f}", f"{last / first:.2f}")]
    yield _table(f"Growth: storing and indexing, documents a second ({size:.0f} MB at the end)", ("documents", "a second", "ratio"), rows)
    yield _table("Memory of one reader", ("document", "peak MB"), [("1,000 pages", f"{whole.peak_mb(thousand):.0f}")])
    commands = (["--help"], ["search", "--db", str(folder / "growth.db"), "skole"], ["show", "--db", str(folder / "growth.db"), "1"])
    rows = [(f"minutes {command[0]}", f"{whole.start_ms(command):.0f}") for command in commands]
    yield _table(f"Start-up, the database holding {documents} documents", ("command", "ms"), rows)


def _whole(folder: Path, few: dict[str, float]) -> str:
    plumber, poppler = few["pdfplumber (words, tables)"], few["pdftotext -bbox-layout (words, boxes)"]
    rows = []
    for workers in (1, 2):
        pages, documents = whole.ingest(folder / "small", folder / f"whole{workers}.db", workers)
        rows.append((f"{workers}", f"{pages:.0f}", f"{documents:.1f}", f"{pages / plumber:.1f}", f"{pages / poppler:.2f}"))
    head = ("readers", "pages a second", "documents a second", "times pdfplumber on one core", "times pdftotext on one core")
    return _table("The whole ingest: read, extract, check, store, index; start included", head, rows)


def _rates(title: str, rates: dict[str, float]) -> str:
    slowest = rates["pdfplumber (words, tables)"]
    poppler = rates["pdftotext -bbox-layout (words, boxes)"]
    rows = [(name, f"{rate:.0f}", f"{rate / slowest:.1f}", f"{rate / poppler:.2f}") for name, rate in rates.items()]
    return _table(title, ("engine", "pages a CPU second", "times pdfplumber", "times pdftotext"), rows)


def _table(title: str, head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    line: Callable[[tuple[str, ...]], str] = lambda cells: "| " + " | ".join(cells) + " |"  # noqa: E731
    return "\n".join([f"## {title}", "", line(head), line(("---",) * len(head)), *map(line, rows), ""])


if __name__ == "__main__":
    main()
