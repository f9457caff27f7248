"""The command `minutes`: arguments in, exit code out. Heavy packages are imported by the command that needs them."""

from __future__ import annotations

import sys
from pathlib import Path

import click

CLEAN, FINDINGS, COULD_NOT = 0, 1, 2


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="minutes")
def main() -> None:
    """Read the minutes of Danish councils, search them, and see which stated figures cannot be right."""


@main.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--with-text", is_flag=True, help="Add the page texts, so that every quote can be verified.")
def extract(files: tuple[Path, ...], with_text: bool) -> None:
    """Print every record of the FILES as JSON Lines, one document a line."""
    import json

    from extractors.document import read_document
    from extractors.reading import CannotRead
    from minutes import contract
    from minutes.checks import judge

    documents, failed = [], 0
    for file in files:
        try:
            documents.append(read_document(file))
        except CannotRead as error:
            failed += 1
            click.echo(str(error), err=True)
    for report in judge(documents):
        click.echo(json.dumps(contract.document(report, with_text), ensure_ascii=False))
    sys.exit(COULD_NOT if failed else CLEAN)


if __name__ == "__main__":
    main()
