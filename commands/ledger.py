"""`minutes ledger`."""

from __future__ import annotations

import sys
from typing import Any

import click

from commands.options import JSON, REVIEWED
from commands.reviewing import review
from commands.speaking import CLEAN, COULD_NOT, Command, settled


@click.command(cls=Command)
@REVIEWED
@click.option("--verdict", type=click.Choice(["holds", "differs", "unverifiable"]), help="Only claims that were judged so.")
@JSON
def ledger(verdict: str | None, as_json: bool, **asked: Any) -> None:
    """List every claim with its verdict and place, then the coverage of each document."""
    from minutes.report import ledger as said

    reviewed = review(settled(), **asked)
    for text in said.lines(reviewed.reports, verdict, as_json):
        click.echo(text)
    sys.exit(COULD_NOT if reviewed.failures else CLEAN)
