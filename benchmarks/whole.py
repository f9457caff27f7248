"""The whole: `minutes ingest` as a user runs it, start-up times, and the memory of one reader."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLI = [sys.executable, str(ROOT / "cli.py")]
COMPILED = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Python keeps compiled modules, as it does where the program is installed."""


@dataclass(slots=True)
class Run:
    """An ingest as it went: when each document was stored, in seconds from the start of the command, and all its pages."""

    arrivals: list[float]
    pages: int

    def rate(self, first: int, last: int) -> float:
        """Documents a second from document `first` to `last`."""
        return (last - first) / (self.arrivals[last - 1] - self.arrivals[first - 1])


def ingest(folder: Path, db: Path, workers: int) -> Run:
    """`minutes ingest` of a folder."""
    began, arrivals, lines = time.perf_counter(), [], []
    command = [*CLI, "ingest", "--json", "--workers", str(workers), "--db", str(db), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=COMPILED) as process:
        for line in process.stdout or ():
            arrivals.append(time.perf_counter() - began)
            lines.append(line)
    return Run(arrivals[:-1], json.loads(lines[-1])["summary"]["pages"])


def start_ms(arguments: Sequence[str], runs: int = 9) -> float:
    """Milliseconds of a command, median."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run([*CLI, *arguments], capture_output=True, env=COMPILED)
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def peak_mb(path: Path) -> float:
    """The most memory that a process holds which reads, judges and packs one document."""
    code = (
        "import sys, resource; from extractors.ingest.work import read_job\n"
        "from extractors.ingest.workers import Job; from extractors.limits import Limits\n"
        "said = read_job(Job(sys.argv[1]), Limits(timeout_s=3600))\n"
        "assert not hasattr(said, 'reason'), said\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"
    )
    done = subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, capture_output=True, text=True, check=True)
    return int(done.stdout) * 1024 / 1e6


def machine() -> str:
    """Cores and memory, nothing more."""
    import os

    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return f"{len(os.sched_getaffinity(0))} cores, {memory:.0f} GB"
