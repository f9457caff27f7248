"""The command `minutes`: arguments in, exit code out. Heavy packages are imported by the command that needs them."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

if TYPE_CHECKING:
    from extractors.drafts import Drafts
    from minutes.config import Config

CLEAN, FINDINGS, COULD_NOT = 0, 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="minutes")
def main() -> None:
    """Read the minutes of Danish councils, search them, and see which stated figures cannot be right."""


def stop(line: str) -> NoReturn:
    """Say in one line why nothing could be done, and end with 2."""
    click.echo(line, err=True)
    sys.exit(COULD_NOT)


def settled() -> Config:
    """The settings of the folder the user stands in."""
    from minutes import config

    try:
        return config.load(Path.cwd())
    except config.BadConfig as error:
        stop(str(error))


def drafts(files: tuple[Path, ...], password: str | None) -> Drafts:
    """The files as documents; what could not be read is said on stderr."""
    from extractors.drafts import read_all

    read = read_all(files, password)
    for line in read.failures:
        click.echo(line, err=True)
    return read


FILES = click.argument("files", nargs=-1, type=click.Path(path_type=Path))
PASSWORD = click.option("--password", help="Password of encrypted PDFs.")
DATABASE = click.option("--db", type=click.Path(path_type=Path), help="The database (minutes.db).")
CRITERIA = click.option("--criteria", type=click.Path(path_type=Path), help="A folder with rule sets of your own.")
LANGUAGE = click.option("--lang", type=click.Choice(["da", "en"]), help="Language of messages (da).")
SELECT = click.option("--select", multiple=True, metavar="CHECK[,CHECK]", help="Only these checks.")
IGNORE = click.option("--ignore", multiple=True, metavar="CHECK[,CHECK]", help="Not these checks.")


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--with-text", is_flag=True, help="Add the page texts, so that every quote can be verified.")
@click.option("--html", is_flag=True, help="Print one HTML page instead, with every record marked in the text (one file).")
@PASSWORD
def extract(files: tuple[Path, ...], with_text: bool, html: bool, password: str | None) -> None:
    """Print every record of the FILES as JSON Lines, one document a line."""
    from minutes import contract
    from minutes.checks import judge

    if html and len(files) != 1:
        stop("--html tager én fil ad gangen")
    read = drafts(files, password)
    for report in judge(read.documents):
        if html:
            from minutes.report.marked import page

            click.echo(page(report))
        else:
            click.echo(contract.line(report, with_text))
    sys.exit(COULD_NOT if read.failures else CLEAN)


@main.command()
@FILES
@DATABASE
@SELECT
@IGNORE
@click.option("--fail-on", type=click.Choice(["note", "warning", "error"]), help="Least severity that gives exit code 1 (warning).")
@click.option("--json", "as_json", is_flag=True, help="Print the judged documents as JSON Lines.")
@click.option("--explain", metavar="CHECK", help="Print what a check finds, why, and when it stays quiet.")
@CRITERIA
@LANGUAGE
@PASSWORD
def check(files: tuple[Path, ...], db: Path | None, select: tuple[str, ...], ignore: tuple[str, ...], fail_on: str | None, as_json: bool,
          explain: str | None, criteria: Path | None, lang: str | None, password: str | None) -> None:
    """Say which stated figures cannot be right, in FILES that are not stored (a draft), or in the whole database.

    Exit code: 0 clean, 1 findings, 2 could not work.
    """
    from minutes import checks, contract
    from minutes.report.text import lines
    from minutes.select import UnknownCheck, fails, narrow

    settings = settled()
    if explain:
        try:
            click.echo(checks.page_of(explain).text)
        except KeyError:
            stop(f"ukendt tjek {explain}; kendte er {', '.join(sorted(checks.checks()))}")
        return
    reviewed = review(files, db, criteria, password, settings)
    try:
        narrow(reviewed.reports, select or settings.select, ignore or settings.ignore, reviewed.waivers)
    except UnknownCheck as error:
        stop(str(error))
    if as_json:
        for report in reviewed.reports:
            click.echo(contract.line(report))
    else:
        for text in lines(reviewed.reports, lang or settings.lang, click.style, reviewed.paths):
            click.echo(text)
    if reviewed.failures:
        sys.exit(COULD_NOT)
    sys.exit(FINDINGS if fails(reviewed.reports, fail_on or settings.fail_on) else CLEAN)


if __name__ == "__main__":
    main()
