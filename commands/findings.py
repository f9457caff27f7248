"""`minutes findings`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.opening import opened
from commands.options import DATABASE, JSON
from commands.speaking import Command


@click.command(cls=Command)
@DATABASE
@JSON
def findings(db: Path | None, as_json: bool) -> None:
    """List the findings of the database: open, waived (with the reason), and waivers whose text has changed (gone)."""
    from minutes.report import standing

    for text in standing.lines(opened(db, reads=True), as_json):
        click.echo(text)
