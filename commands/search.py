"""`minutes search`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from commands.options import DATABASE, JSON, Between, Day, Kroner
from commands.speaking import CLEAN, FINDINGS, Command, paint, settled, stop
from minutes.language import _

KINDS = ("item", "decision", "recommendation", "remark", "page", "amount", "figure")


@click.command(cls=Command)
@click.argument("words", nargs=-1)
@DATABASE
@click.option("--municipality", metavar="NAME", help="Part of the municipality's name.")
@click.option("--body", metavar="NAME", help="Part of the body's name (byråd, udvalg).")
@click.option("--from", "since", type=Day(), metavar="DATE", help="First day of meeting: 2024-05-31, 31.5.2024, 2024-05 or 2024.")
@click.option("--to", "until", type=Day(last=True), metavar="DATE", help="Last day of meeting.")
@click.option("--min-kr", type=Kroner(), metavar="KR", help='Only amounts of so much or more: 250000, 250.000 or "1,5 mio.".')
@click.option("--max-kr", type=Kroner(), metavar="KR", help="Only amounts of so much or less.")
@click.option("--kind", type=click.Choice(KINDS), help="Only this.")
@click.option("--limit", type=Between(1, 1000), default=20, show_default=True, metavar="N", help="Most hits shown.")
@JSON
def search(words: tuple[str, ...], db: Path | None, limit: int, as_json: bool, **filters: Any) -> None:
    """Find items, decisions, amounts and pages with all the WORDS, also inflected and in compounds.

    "in quotes" is a phrase, skole* every word that begins so, "7,8 mio. kr." and "36,5 %" are looked for as numbers,
    "22-06-2022" as a day in all its forms.

    Exit code: 0 something found, 1 nothing found, 2 could not work.
    """
    from minutes import found
    from minutes.search import CannotSearch

    path, typed = db or Path(settled().db), " ".join(words)
    try:
        hits = found.lines(path, typed, limit, as_json, paint, **filters)
    except CannotSearch as error:
        stop(str(error))
    for line in hits:
        click.echo(line)
    if not hits:
        click.echo(" ".join([_("Intet fundet."), *found.did_you_mean(path, typed)]), err=True)
    sys.exit(CLEAN if hits else FINDINGS)
