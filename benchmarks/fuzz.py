"""Damaged documents by the thousand through the whole way: none may crash, hang or eat memory.

`python -m benchmarks.fuzz --seconds 600`. A change that makes the reader say something new is kept and changed further, so that
the search goes where the code branches. What goes wrong is written to `--keep` with the reason as its name.
"""

from __future__ import annotations

import random
import re
import shutil
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import click

from benchmarks.papers import MADE
from extractors.ingest.workers import Failure, Job, Outcome, Pool
from extractors.limits import Limits
from minutes import retold
from minutes.packing import Packed

LIMITS = Limits(timeout_s=20, memory_mb=1000)
NUMBER = re.compile(rb"\d+")
MOST_PARENTS = 400
FAULT = "fejl i programmet"
Change = Callable[[random.Random, bytes], bytes]


def flip(chance: random.Random, said: bytes) -> bytes:
    """A few bytes turned into others."""
    out = bytearray(said)
    for _ in range(chance.choice((1, 4, 30))):
        out[chance.randrange(len(out))] = chance.randrange(256)
    return bytes(out)


def cut(chance: random.Random, said: bytes) -> bytes:
    """A piece gone."""
    start = chance.randrange(len(said))
    return said[:start] + said[start + chance.choice((1, 20, 1000)) :]


def repeat(chance: random.Random, said: bytes) -> bytes:
    """A piece twice, or somewhere else."""
    start, at = chance.randrange(len(said)), chance.randrange(len(said))
    return said[:at] + said[start : start + chance.choice((5, 100, 3000))] + said[at:]


def number(chance: random.Random, said: bytes) -> bytes:
    """A number turned into one that nobody expects: lengths, offsets, counts, sums."""
    found = list(NUMBER.finditer(said[:200_000]))
    if not found:
        return said
    m = chance.choice(found)
    return said[: m.start()] + chance.choice((b"0", b"-1", b"4294967296", b"99999999999999999999", b"1.5", b"65535")) + said[m.end() :]


def shorten(chance: random.Random, said: bytes) -> bytes:
    """The end is missing."""
    return said[: chance.randint(1, len(said))]


def swap(chance: random.Random, said: bytes) -> bytes:
    """Two lines change places."""
    lines = said.split(b"\n")
    i, j = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[i], lines[j] = lines[j], lines[i]
    return b"\n".join(lines)


CHANGES: tuple[Change, ...] = (flip, cut, repeat, number, shorten, swap)


def changed(chance: random.Random, said: bytes) -> bytes:
    """One to three changes after each other."""
    for _ in range(chance.randint(1, 3)):
        said = chance.choice(CHANGES)(chance, said) or b"%"
    return said


class Fuzz:
    """A run: parents, what they have led to, and what went wrong."""

    def __init__(self, folder: Path, seed: int, kinds: tuple[str, ...] = (".pdf", ".txt", ".html", ".docx")) -> None:
        self.folder, self.chance = folder, random.Random(seed)
        self.parents = [(path.suffix, path.read_bytes()) for path in sorted(MADE.iterdir()) if path.suffix in kinds]
        self.seen: set[str] = set()
        self.said: Counter[str] = Counter()
        self.wrong: dict[str, Path] = {}

    def jobs(self, until: Callable[[], bool]) -> Iterator[Job]:
        """Changed documents, until told to stop."""
        n = 0
        while not until():
            suffix, parent = self.chance.choice(self.parents)
            path = self.folder / f"{n:07}{suffix}"
            path.write_bytes(changed(self.chance, parent))
            n += 1
            yield Job(str(path))

    def note(self, job: Job, outcome: Outcome) -> None:
        """Keep what is new, and one document for each thing that goes wrong."""
        path, sign = Path(job.path), signature(outcome)
        self.said["read" if not isinstance(outcome, Failure) else outcome.reason] += 1
        if isinstance(outcome, Failure) and (outcome.again or outcome.reason.startswith(FAULT)):
            self.wrong.setdefault(outcome.reason, path)
        elif isinstance(outcome, Packed) and (faults := [str(row) for row in outcome.rows["unread"] if retold.CLAIMS in row]):
            self.wrong.setdefault(faults[0], path)
        elif sign not in self.seen:
            self.seen.add(sign)
            if len(self.parents) < MOST_PARENTS:
                self.parents.append((path.suffix, path.read_bytes()))
        if path not in self.wrong.values():
            path.unlink()

    def run(self, until: Callable[[], bool], readers: int = 2) -> None:
        """Read changed documents until told to stop."""
        for job, outcome in Pool(LIMITS, readers).run(self.jobs(until)):
            self.note(job, outcome)


def signature(outcome: Outcome) -> str:
    """What a reading amounts to, coarsely: two that took other ways differ."""
    if not isinstance(outcome, Packed):
        return outcome.reason if isinstance(outcome, Failure) else ""
    counts = (f"{table}{min(len(rows), 3)}" for table, rows in outcome.rows.items())
    return ",".join([*counts, *(str(row[1]) for row in outcome.rows["unread"])])


@click.command()
@click.option("--seconds", default=60.0, show_default=True)
@click.option("--seed", default=1, show_default=True)
@click.option("--readers", default=2, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="A folder for what went wrong.")
def main(seconds: float, seed: int, readers: int, keep: Path | None) -> None:
    """Read damaged documents for so many seconds and say what came of it; exit code 1 when anything went wrong."""
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as name:
        run = Fuzz(Path(name), seed)
        run.run(lambda: time.monotonic() > end, readers)
        for reason, count in run.said.most_common():
            click.echo(f"{count:7} {reason}")
        for reason, path in run.wrong.items():
            click.echo(f"wrong: {path.name}: {reason}")
            if keep:
                keep.mkdir(parents=True, exist_ok=True)
                shutil.move(path, keep / path.name)
    raise SystemExit(1 if run.wrong else 0)


if __name__ == "__main__":
    main()
