"""`minutes report`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from commands.options import IGNORE, PATH, REVIEWED, SELECT
from commands.reviewing import review
from commands.speaking import CLEAN, COULD_NOT, Command, settled, stop
from minutes.language import _

NAMED = 5
"""So many files are named at the top of a report."""
KINDS = ("html", "xlsx", "csv", "json", "sarif")


@click.command(cls=Command)
@REVIEWED
@click.option("--format", "kind", type=click.Choice(KINDS), help="What to write (as the name of the file ends, else html).")
@click.option("--output", "-o", type=PATH, metavar="FILE", help="The file to write (standard output; xlsx needs a file).")
@click.option(
    "--what",
    type=click.Choice(["findings", "claims", "amounts", "figures", "coverage", "waived"]),
    help="The rows of a CSV (findings).",
)
@SELECT
@IGNORE
def report(kind: str | None, output: Path | None, what: str | None, **asked: Any) -> None:
    """Write findings, calculations, coverage and waivers for people (html, xlsx) or machines (csv, json, sarif)."""
    from minutes.output import WouldDestroy, may_be_written, spare
    from minutes.report import CannotWrite, write
    from minutes.trouble import answered

    ending = output.suffix[1:].lower() if output else ""
    kind = kind or {"": "html", "htm": "html"}.get(ending, ending)
    if kind not in KINDS:
        stop(_("{path}: vælg et andet navn, der ender på .html, .xlsx, .csv, .json eller .sarif, eller angiv --format", path=output))
    if what and kind != "csv":
        stop(_("--what gælder kun csv; de andre formater har det hele"))
    if kind == "html" and output is None and sys.stdout.isatty():
        stop(_("en html-side læses i en browser; angiv en fil med --output, fx rapport.html"))
    if kind == "xlsx" and output is None:
        stop(_("xlsx kan ikke skrives til skærmen; angiv en fil med --output"))
    try:
        if output:
            spare(output, asked["files"])
            may_be_written(output)
    except WouldDestroy as error:
        stop(str(error))
    except OSError as error:
        stop(f"{output}: {answered(error)}")
    settings, files = settled(), asked["files"]
    about = " ".join(map(str, files[:NAMED])) + " …" * (len(files) > NAMED) if files else str(asked["db"] or settings.db)
    reviewed = review(settings, **asked, waived=True)
    try:
        if output:
            spare(output, reviewed.paths.values())  # also what lies in the folders, or is in the database
        reports = list(reviewed.reports)
        if not reports and reviewed.failures:
            sys.exit(COULD_NOT)
        write.write(reports, kind, output, what or "findings", reviewed.waivers, click.echo, reviewed.paths, about)
    except (CannotWrite, WouldDestroy) as error:
        stop(str(error))
    if output:
        click.echo(_("skrevet til {path}", path=output), err=True)
    sys.exit(COULD_NOT if reviewed.failures else CLEAN)
