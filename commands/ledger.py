"""`minutes ledger`."""

from __future__ import annotations

import sys
from typing import Any

import click

from commands.options import IGNORE, JSON, REVIEWED, SELECT
from commands.reviewing import review
from commands.speaking import CLEAN, COULD_NOT, Command, settled


@click.command(cls=Command)
@REVIEWED
@click.option("--verdict", type=click.Choice(["holds", "differs", "unverifiable"]), help="Only claims that were judged so.")
@SELECT
@IGNORE
@click.option("--document", default="", metavar="NAME", help="Only claims in documents with this in their name.")
@JSON
def ledger(verdict: str | None, document: str, as_json: bool, **asked: Any) -> None:
    """List every claim with its verdict and place, then the coverage of each document."""
    from minutes.report import ledger as said

    reviewed = review(settled(), **asked)
    reports = (report for report in reviewed.reports if document.casefold() in report.document.file.casefold())
    for text in said.lines(reports, verdict, as_json, reviewed.asked):
        click.echo(text)
    sys.exit(COULD_NOT if reviewed.failures else CLEAN)
