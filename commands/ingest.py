"""`minutes ingest`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from commands.options import CRITERIA, DATABASE, JSON, OCR, PASSWORD, PATH, TIMEOUT
from commands.speaking import Command, settled, stop


@click.command(cls=Command)
@click.argument("paths", nargs=-1, required=True, type=PATH)
@DATABASE
@click.option("--workers", type=click.IntRange(1), metavar="N", help="Processes that read (one for each core).")
@TIMEOUT
@click.option("--memory", type=click.IntRange(200), default=1500, show_default=True, metavar="MB", help="Memory for one document.")
@click.option("--max-pages", type=click.IntRange(1), default=5000, show_default=True, metavar="N", help="Pages read of one document.")
@click.option("--max-size", type=click.IntRange(1), default=500, show_default=True, metavar="MB", help="Size of one file.")
@OCR
@CRITERIA
@click.option("--cluster", metavar="ADDRESS", help="Read on a Dask cluster: tcp://scheduler:8786.")
@JSON
@PASSWORD
@click.option("--password-file", type=PATH, metavar="FILE", help="A file with one password a line.")
def ingest(paths: tuple[Path, ...], db: Path | None, as_json: bool, cluster: str | None, workers: int | None, **options: Any) -> None:
    """Read files, and folders with all below them, into the database. Running it again goes on where it was stopped.

    Rule sets of your own are kept in the database: whatever judges its documents uses them, until others are given.

    Exit code: 0 all is stored, 1 some files could not be read, 2 nothing could be done, 130 interrupted.
    """
    from extractors.ingest import ingesting
    from minutes.criteria import CriteriaError
    from minutes.store import CannotStore

    settings = settled()
    options["criteria"] = options["criteria"] or (Path(settings.criteria) if settings.criteria else None)
    try:
        sys.exit(ingesting.run(paths, db or Path(settings.db), workers, cluster, as_json, click.echo, **options))
    except (CannotStore, CriteriaError) as error:
        stop(str(error))
