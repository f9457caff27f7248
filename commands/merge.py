"""`minutes merge`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.options import PATH
from commands.speaking import Command, stop
from minutes.language import _, count, grouped


@click.command(cls=Command)
@click.argument("databases", nargs=-1, required=True, type=PATH)
@click.option("--into", type=PATH, metavar="FILE", help="The database that takes all (the first one).")
def merge(databases: tuple[Path, ...], into: Path | None) -> None:
    """Join DATABASES made apart. Only the one that takes all is changed; what it has already is not taken twice."""
    from minutes import upkeep
    from minutes.database import CannotStore

    if len(databases) < 2 and not into:
        raise click.UsageError(_("angiv mindst to databaser"))
    target, others = (into, databases) if into else (databases[0], databases[1:])
    try:
        said = upkeep.merge(target, list(others), create=into is not None)
    except CannotStore as error:
        stop(str(error))
    taken = count(said.taken, "dokument", "dokumenter")
    click.echo(_("{database}: {taken} kom til, {known} var der i forvejen", database=target, taken=taken, known=grouped(said.known)))
