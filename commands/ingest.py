"""`minutes ingest`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.opening import own_rules
from commands.options import CRITERIA, DATABASE, JSON, OCR, PASSWORD, PATH, TIMEOUT, Between
from commands.speaking import CLEAN, COULD_NOT, INTERRUPTED, Command, settled, stop
from extractors.limits import LIMITS, Limits

if TYPE_CHECKING:
    from extractors.ingest.run import Summary

SOME_FAILED = 1


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, type=PATH)
@DATABASE
@click.option("--workers", type=Between(1, 1000), metavar="N", help="Processes that read (one for each core).")
@TIMEOUT
@click.option(
    "--memory", type=Between(200, 10_000_000), default=LIMITS.memory_mb, show_default=True, metavar="MB", help="Memory for one document."
)
@click.option(
    "--max-pages", type=Between(1, 10_000_000), default=LIMITS.pages, show_default=True, metavar="N", help="Pages read of one document."
)
@click.option("--max-size", type=Between(1, 10_000_000), default=LIMITS.size_mb, show_default=True, metavar="MB", help="Size of one file.")
@OCR
@CRITERIA
@click.option("--cluster", metavar="ADDRESS", help="Read on a Dask cluster: tcp://scheduler:8786.")
@JSON
@PASSWORD
def ingest(
    paths: tuple[Path, ...],
    db: Path | None,
    timeout: float | None,
    memory: int,
    max_pages: int,
    max_size: int,
    ocr: bool,
    criteria: Path | None,
    passwords: tuple[str, ...],
    **how: Any,
) -> None:
    """Read files, and folders with all below them, into the database. Running it again goes on where it was stopped.

    Rule sets of your own are kept in the database: whatever judges its documents uses them, until others are given.

    Exit code: 0 all is stored, 1 some files could not be read, 2 nothing could be done, 130 interrupted.
    """
    from extractors.ingest import ingesting
    from minutes.criteria import CriteriaError
    from minutes.database import CannotStore

    settings = settled()
    criteria = own_rules(settings, criteria)
    limits = Limits(timeout, memory, max_pages, max_size, ocr)
    try:
        said = ingesting.run(paths, db or Path(settings.db), limits, click.echo, passwords=passwords, criteria=criteria, **how)
    except (CannotStore, CriteriaError) as error:
        stop(str(error))
    sys.exit(code(said))


def code(said: Summary) -> int:
    """The exit code of an ingest."""
    if said.interrupted:
        return INTERRUPTED
    if said.failed:
        return SOME_FAILED if said.read or said.known else COULD_NOT
    return CLEAN
