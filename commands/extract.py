"""`minutes extract`."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from commands.options import PATH, READING
from commands.speaking import CLEAN, COULD_NOT, Command, stop
from minutes.language import _


@click.command(cls=Command)
@click.argument("files", nargs=-1, required=True, type=PATH)
@click.option("--with-text", is_flag=True, help="Add the page texts, so that every quote can be verified.")
@click.option("--html", is_flag=True, help="Print one HTML page instead, with every record marked in the text (one file).")
@READING
def extract(files: tuple[Path, ...], with_text: bool, html: bool, passwords: tuple[str, ...], ocr: bool, timeout: float | None) -> None:
    """Print every record of the FILES as JSON Lines, one document a line."""
    from extractors.ingest.drafts import read_all
    from extractors.ingest.sought import find
    from extractors.limits import Limits
    from minutes import contract
    from minutes.checks import judge
    from minutes.review import named

    if html and sum(len(sought) for sought in find(files)) != 1:
        stop(_("--html tager én fil ad gangen"))
    read = read_all(files, passwords, Limits(timeout, ocr=ocr))
    for line in read.failures:
        click.echo(line, err=True)
    for report in named(judge(read.documents), read.paths):
        if html:
            from minutes.report.marked import page

            click.echo(page(report))
        else:
            click.echo(contract.line(report, with_text))
    sys.exit(COULD_NOT if read.failures else CLEAN)
