"""`minutes doctor`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from commands.options import DATABASE, JSON
from commands.speaking import CLEAN, FINDINGS, Command, settled, stop
from minutes.language import _


@click.command(cls=Command)
@DATABASE
@click.option("--list", "listing", is_flag=True, help="Name the documents, files and places behind each count.")
@JSON
def doctor(db: Path | None, listing: bool, as_json: bool) -> None:
    """Examine the database: is it whole, what is stale, what could not be read.

    Exit code: 0 sound, 1 damaged, 2 could not work.
    """
    import json

    from extractors import EXTRACTOR_VERSION
    from minutes.cpr import masked
    from minutes.database import CannotStore
    from minutes.doctor import BAD, NAMES, examine
    from minutes.terminal import printable

    try:
        remarks = list(examine(db or Path(settled().db), EXTRACTOR_VERSION))
    except CannotStore as error:
        stop(str(error))
    for remark in remarks:
        names = [printable(masked(name)) for name in remark.listed]
        if as_json:
            click.echo(json.dumps({"state": NAMES[remark.state], "text": remark.text, "listed": names}, ensure_ascii=False))
            continue
        click.echo(f"{_(remark.state):8}{remark.text}")
        for name in names if listing else ():
            click.echo(f"{'':10}{name}")
    sys.exit(FINDINGS if any(remark.state == BAD for remark in remarks) else CLEAN)
