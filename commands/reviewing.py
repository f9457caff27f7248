"""What `check`, `ledger` and `report` have in common: the documents that they are about, judged."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from commands.opening import own_rules
from commands.speaking import stop

if TYPE_CHECKING:
    from minutes.config import Config
    from minutes.review import Reviewed


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
    from extractors.ingest.drafts import read_all
    from extractors.ingest.sought import passed_over
    from extractors.limits import Limits
    from minutes.criteria import CriteriaError, load
    from minutes.database import CannotStore, open_database
    from minutes.language import _
    from minutes.review import of_database, of_drafts
    from minutes.select import UnknownCheck, chosen, narrowed

    try:
        wanted, unwanted = chosen(select, ignore, settings)
        folder = own_rules(settings, criteria)
        rules = load(folder) if folder else None
        if files:
            if db:
                open_database(db, create=False, reads=True).close()  # what is wrong with it is said before the files are read
            drafts = read_all(files, passwords, Limits(timeout, ocr=ocr))
            reviewed = of_drafts(drafts.documents, db, rules, drafts.paths)
            reviewed.failures = drafts.failures
        elif not db and not Path(settings.db).exists():
            stop(_("nævn de filer, der skal efterprøves; {path}, som minutes ingest laver, findes ikke", path=settings.db))
        else:
            reviewed = of_database(db or Path(settings.db), rules)
    except (CriteriaError, UnknownCheck, CannotStore) as error:
        stop(str(error))
    others = passed_over(files)
    for line in [*reviewed.failures, *([others] if others else [])]:
        click.echo(line, err=True)
    reviewed.asked = lambda check: (not wanted or check in wanted) and check not in unwanted
    reviewed.reports = narrowed(reviewed.reports, wanted, unwanted, () if waived else reviewed.waivers)
    return reviewed
