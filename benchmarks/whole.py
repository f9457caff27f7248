"""The whole: `minutes ingest` as a user runs it, start-up times, and the memory of one reader."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
CLI = [sys.executable, str(ROOT / "cli.py")]


def ingest(folder: Path, db: Path, workers: int) -> tuple[float, float]:
    """Pages and documents a second of a whole ingest, start included."""
    began = time.perf_counter()
    command = [*CLI, "ingest", "--json", "--workers", str(workers), "--db", str(db), str(folder)]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seconds, summary = time.perf_counter() - began, json.loads(said.splitlines()[-1])["summary"]
    return summary["pages"] / seconds, summary["read"] / seconds


def start_ms(arguments: Sequence[str], runs: int = 9) -> float:
    """Milliseconds of a command, median."""
    taken = []
    for _ in range(runs):
        began = time.perf_counter()
        subprocess.run([*CLI, *arguments], capture_output=True)
        taken.append(1000 * (time.perf_counter() - began))
    return statistics.median(taken)


def peak_mb(path: Path) -> float:
    """The most memory that a process holds which reads, judges and packs one document."""
    code = (
        "import sys, resource; from extractors.work import read_job; from extractors.workers import Job, Limits\n"
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
