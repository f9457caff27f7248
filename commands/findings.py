"""`minutes findings`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.opening import opened
from commands.options import DATABASE, IGNORE, JSON, SELECT
from commands.speaking import Command, settled, stop
from minutes.language import _


@click.command(cls=Command)
@DATABASE
@SELECT
@IGNORE
@click.option("--document", default="", metavar="NAME", help="Only findings in documents with this in their name.")
@click.option("--severity", type=click.Choice(["note", "warning", "error"]), help="Only findings of this severity.")
@JSON
def findings(db: Path | None, select: tuple[str, ...], ignore: tuple[str, ...], document: str, severity: str | None, as_json: bool) -> None:
    """List the findings of the database: open, waived (with the reason), and waivers whose text has changed (gone)."""
    from minutes.report import standing
    from minutes.select import UnknownCheck, chosen

    try:
        asked = standing.Asked(*chosen(select, ignore, settled()), document, severity)
        said = list(standing.lines(opened(db, reads=True), as_json, asked))
    except (UnknownCheck, standing.NothingAsked) as error:
        stop(str(error))
    for text in said:
        click.echo(text)
    if not said and not as_json:
        click.echo(_("Ingen fund."), err=True)
