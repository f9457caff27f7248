"""`minutes criteria`."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import click

from commands.options import PATH, Day
from commands.speaking import Command, stop
from minutes.language import _


@click.command(cls=Command)
@click.argument("rule", required=False)
@click.option("--on", "day", type=Day(), metavar="DATE", help="The rules for lists of that day; with --area, only those.")
@click.option(
    "--area", metavar="NAME", help="How an area fares under every rule set, by its published figures and those given with --value."
)
@click.option("--value", "given", multiple=True, metavar="NAME=NUMBER", help="A figure of the area (uden_arbejde=36.5); repeatable.")
@click.option("--changes", nargs=2, type=Day(), metavar="DATE DATE", help="What changed between two days.")
@click.option("--criteria", "folder", type=PATH, metavar="FOLDER", help="A folder of your own rules, added to the law's.")
@click.option("--verify", type=PATH, metavar="FOLDER", help="Only say whether the rules in this folder can be used.")
@click.option("--plot", type=PATH, metavar="FILE", help="Draw the figures of --area against the limits, as .svg or .png.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def criteria(
    rule: str | None,
    day: date | None,
    area: str | None,
    given: tuple[str, ...],
    changes: tuple[date, date] | None,
    folder: Path | None,
    verify: Path | None,
    plot: Path | None,
    as_json: bool,
) -> None:
    """Show the rules for housing areas: RULE in full, those of a day, or how an area fares. Without anything: their names."""
    from minutes.criteria import CriteriaError, load, show
    from minutes.criteria import plot as picture

    data: Any
    try:
        rules = load(verify or folder)
        if verify:
            text, data = _("{folder}: i orden", folder=verify), {"ok": True}
        elif plot:
            picture.draw(rules, area or stop(_("--plot kræver --area")), plot)
            text, data = _("skrevet til {path}", path=plot), {"file": str(plot)}
        else:
            text, data = show.answer(rules, rule, day, area, given, changes)
    except (CriteriaError, show.Unknown, picture.NoPlot) as error:
        stop(str(error))
    click.echo(show.as_json(data) if as_json else text)
