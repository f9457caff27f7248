"""`minutes findings`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.opening import opened
from commands.options import DATABASE, IGNORE, JSON, SELECT, SEVERITY
from commands.speaking import Command, settled, stop
from minutes.language import _, count


@click.command(cls=Command)
@DATABASE
@SELECT
@IGNORE
@click.option("--document", default="", metavar="NAME", help="Only findings in documents with this in their name.")
@click.option("--severity", type=SEVERITY, help="Only findings of this severity.")
@JSON
def findings(db: Path | None, select: tuple[str, ...], ignore: tuple[str, ...], document: str, severity: str | None, as_json: bool) -> None:
    """List the findings of the database: open, waived (with the reason), and waivers whose finding is no more (gone)."""
    from minutes.report import standing
    from minutes.select import UnknownCheck, chosen

    try:
        wanted, unwanted = chosen(select, ignore, settled())
        asked, held = standing.Asked(wanted, unwanted, document, severity), opened(db, reads=True)
        said = list(standing.lines(held, as_json, asked))
        unasked = len(list(standing.lines(held, as_json, standing.Asked((), (), document, severity)))) - len(said)
    except (UnknownCheck, standing.NothingAsked) as error:
        stop(str(error))
    for text in said:
        click.echo(text)
    if not said and not as_json:
        click.echo(_("Ingen fund."), err=True)
    if unasked and not (select or ignore or as_json):  # minutes.toml leaves them out, and nobody thinks of it
        click.echo(_("{n} er valgt fra.", n=count(unasked, "fund", "fund")), err=True)
