"""`minutes ledger`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from commands.options import IGNORE, JSON, REVIEWED, SELECT, Word
from commands.reviewing import review
from commands.speaking import CLEAN, COULD_NOT, Command, settled, stop
from minutes.language import _
from minutes.names import VERDICTS

if TYPE_CHECKING:
    from minutes.checks import Report


@click.command(cls=Command)
@REVIEWED
@click.option("--verdict", type=Word(VERDICTS), help="Only claims that were judged so.")
@SELECT
@IGNORE
@click.option("--document", default="", metavar="NAME", help="Only claims in documents with this in their name.")
@JSON
def ledger(verdict: str | None, document: str, as_json: bool, **asked: Any) -> None:
    """List every claim with its verdict and place, then the coverage of each document."""
    from minutes.called import is_meant
    from minutes.report import ledger as said

    reviewed = review(settled(), **asked)
    named = False

    def asked_for() -> Iterator[Report]:
        nonlocal named
        for report in reviewed.reports:
            d = report.document
            if is_meant(document, d.file, reviewed.paths.get((d.sha256, d.file), "")):
                named = True
                yield report

    for text in said.lines(asked_for(), verdict, as_json, reviewed.asked):
        click.echo(text)
    if document and not named:
        stop(_("intet dokument har {name} i sit navn", name=document))
    sys.exit(COULD_NOT if reviewed.failures else CLEAN)
