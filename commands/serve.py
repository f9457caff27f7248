"""`minutes serve`."""

from __future__ import annotations

from pathlib import Path

import click

from commands.opening import opened
from commands.options import DATABASE
from commands.speaking import Command, settled, stop
from minutes.language import _


@click.command(cls=Command)
@DATABASE
@click.option("--port", type=click.IntRange(1, 65535), default=8001, show_default=True, metavar="N", help="Where it answers.")
def serve(db: Path | None, port: int) -> None:
    """Show the database in a browser, on this machine only."""
    path = db or Path(settled().db)
    opened(path, reads=True).close()
    try:
        from datasette.cli import cli as datasette
    except ImportError:
        stop(_("siderne kræver Datasette: pip install 'minutes[site]'"))
    datasette(["serve", str(path), "--host", "127.0.0.1", "--port", str(port), "--setting", "default_allow_sql", "off"])
