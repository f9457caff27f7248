"""What `check`, `ledger` and `report` have in common: the documents that they are about, judged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.speaking import stop

if TYPE_CHECKING:
    from extractors.ingest.reviewing import Reviewed
    from minutes.config import Config


def review(
    settings: Config,
    files: tuple[Path, ...],
    db: Path | None,
    criteria: Path | None,
    passwords: tuple[str, ...],
    ocr: bool,
    timeout: float | None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    waived: bool = False,
) -> Reviewed:
    """The judged documents, with the findings that were asked for; `waived` keeps what was put aside."""
    from extractors.ingest import reviewing
    from extractors.limits import Limits
    from minutes.criteria import CriteriaError, load
    from minutes.select import UnknownCheck, names, narrowed
    from minutes.store import CannotStore

    try:
        wanted, unwanted = names(select or settings.select), names(ignore or settings.ignore)
        folder = criteria or (Path(settings.criteria) if settings.criteria else None)
        rules = load(folder) if folder else None
        limits = Limits(timeout, ocr=ocr)
        reviewed = (
            reviewing.of_files(files, db, rules, passwords, limits) if files else reviewing.of_database(db or Path(settings.db), rules)
        )
    except (CriteriaError, UnknownCheck, CannotStore) as error:
        stop(str(error))
    for line in reviewed.failures:
        click.echo(line, err=True)
    reviewed.reports = narrowed(reviewed.reports, wanted, unwanted, () if waived else reviewed.waivers)
    return reviewed
