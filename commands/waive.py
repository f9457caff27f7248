"""`minutes waive`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.opening import opened
from commands.options import DATABASE
from commands.speaking import Command, stop
from minutes.language import _


@click.command(cls=Command)
@click.argument("finding")
@click.option("--why", metavar="REASON", help="The reason; it stands in every report.")
@click.option("--by", metavar="NAME", help="Who decided.")
@click.option("--undo", is_flag=True, help="Take the waiver back.")
@DATABASE
def waive(finding: str, why: str | None, by: str | None, undo: bool, db: Path | None) -> None:
    """Put a FINDING aside, named by its key or the beginning of it; it comes back when the text changes."""
    from minutes import waivers

    try:
        if undo:
            put, said = waivers.unwaive(opened(db), finding), _("{key} er taget frem igen: {message}")
        elif not (why and why.strip() and by and by.strip()):
            raise click.UsageError(_("--why og --by skal angives"))
        else:
            put, said = waivers.waive(opened(db), finding, why, by), _("{key} er lagt til side: {message}")
    except (waivers.NoSuchFinding, waivers.AlreadyWaived) as error:
        stop(str(error))
    click.echo(said.format(key=put.key, message=put.message))
