"""`minutes forget`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.opening import opened
from commands.options import DATABASE
from commands.speaking import Command, stop
from minutes.language import _, count
from minutes.terminal import printable

TOLD = 5
"""So many files are named in which a document still stands."""


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True)
@DATABASE
def forget(files: tuple[str, ...], db: Path | None) -> None:
    """Remove FILES, folders with all below them, or documents by their numbers from the database. The files themselves stay on the disk.

    A document goes with its last file. What was waived is kept, and holds again when the document comes back.
    """
    from minutes import upkeep
    from minutes.database import CannotStore

    try:
        gone, others = upkeep.forget(opened(db), files)
    except CannotStore as error:
        stop(str(error))
    click.echo(_("{documents} fjernet fra databasen", documents=count(gone, "dokument", "dokumenter")))
    if others:
        said = " ".join(map(printable, others[:TOLD])) + " …" * (len(others) > TOLD)
        click.echo(_("det samme står stadig i {files}", files=said))
