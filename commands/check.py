"""`minutes check`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.options import IGNORE, JSON, REVIEWED, SELECT, SEVERITY
from commands.reviewing import review
from commands.speaking import CLEAN, COULD_NOT, FINDINGS, Command, paint, settled, stop
from minutes.language import _

if TYPE_CHECKING:
    from minutes.checks import Report


@click.command(cls=Command)
@REVIEWED
@SELECT
@IGNORE
@click.option("--fail-on", type=SEVERITY, help="Least severity that gives exit code 1 (warning).")
@JSON
@click.option("--explain", metavar="CHECK", help="Print what a check finds, why, and when it stays quiet.")
def check(files: tuple[Path, ...], fail_on: str | None, as_json: bool, explain: str | None, **asked: Any) -> None:
    """Say which stated figures cannot be right, in FILES and folders that are not stored (a draft), or in the whole database.

    FILES are compared with each other, and with --db also with what the database holds of the same cases. - is standard input.

    Exit code: 0 clean, 1 findings, 2 could not work, or could read nothing at all in one of the FILES.
    """
    from minutes import contract
    from minutes.report import nothing_read
    from minutes.report.text import lines
    from minutes.select import fails

    if explain:
        return explained(explain, as_json)
    settings = settled()
    reviewed = review(settings, files, **asked)
    failing = blind = False

    def watched() -> Iterator[Report]:
        nonlocal failing, blind
        for report in reviewed.reports:
            failing = failing or fails(report, fail_on or settings.fail_on)
            blind = blind or bool(files) and nothing_read(report.document)
            yield report

    said = map(contract.line, watched()) if as_json else lines(watched(), paint, reviewed.paths)
    for text in said:
        click.echo(text)
    sys.exit(COULD_NOT if reviewed.failures or blind else FINDINGS if failing else CLEAN)


def explained(name: str, as_json: bool = False) -> None:
    """Print the public page of a check."""
    import json
    from shutil import get_terminal_size

    from minutes.checks import page_of
    from minutes.select import UnknownCheck, names

    try:
        names([name])
    except UnknownCheck as error:
        stop(str(error))
    said = [" ".join(_(paragraph).split()) for paragraph in page_of(name).text.split("\n\n")]
    if as_json:
        return click.echo(json.dumps({"check": name, "text": "\n\n".join(said)}, ensure_ascii=False))
    for n, paragraph in enumerate(said):
        click.echo(("\n" if n else "") + click.wrap_text(paragraph, min(get_terminal_size().columns, 100)))
