"""`minutes backup`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.options import DATABASE, PATH
from commands.speaking import Command, settled, stop
from minutes.language import _


@click.command(cls=Command)
@click.argument("target", type=PATH)
@DATABASE
def backup(target: Path, db: Path | None) -> None:
    """Copy the database to TARGET, also while it is in use."""
    from minutes import upkeep
    from minutes.database import CannotStore

    try:
        upkeep.backup(db or Path(settled().db), target)
    except CannotStore as error:
        stop(str(error))
    click.echo(_("kopieret til {target}", target=target))
