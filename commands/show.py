"""`minutes show`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.options import DATABASE
from commands.speaking import Command, paint, settled, stop


@click.command(cls=Command)
@click.argument("id")
@DATABASE
@click.option("--json", "as_json", is_flag=True, help="Print it as one JSON object.")
def show(id: str, db: Path | None, as_json: bool) -> None:
    """Print a record or a document by its ID, as minutes search gives it: amount-3.12, page-3.1, or 3 for a document.

    A finding also by its key, as minutes findings gives it, or the beginning of it.
    """
    from minutes.search import CannotSearch
    from minutes.show import NoSuchRecord, lines

    try:
        for line in lines(db or Path(settled().db), id, as_json, paint):
            click.echo(line)
    except (CannotSearch, NoSuchRecord) as error:
        stop(str(error))
