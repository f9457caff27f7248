"""The command `minutes`: the names of all commands, in the order in which one comes to need them.

`minutes NAME` is `commands/NAME.py`, loaded when it is called. Heavy packages are imported by the command that needs them.
"""

from __future__ import annotations

from importlib import import_module

import click

from commands.speaking import Group
from minutes.language import _

SECTIONS = {
    "Read": ("ingest", "extract"),
    "Find": ("search", "show", "serve"),
    "Check": ("check", "findings", "waive", "ledger", "report", "criteria"),
    "Look after the database": ("doctor", "backup", "merge"),
}


class Minutes(Group):
    """Commands by their names, each from its own file."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, section by section."""
        return [name for names in SECTIONS.values() for name in names]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name."""
        return getattr(import_module(f"commands.{cmd_name}"), cmd_name) if cmd_name in self.list_commands(ctx) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under the headings of their sections."""
        width = formatter.width - 6 - max(map(len, self.list_commands(ctx)))
        for section, names in SECTIONS.items():
            with formatter.section(_(section)):
                formatter.write_dl([(name, self.get_command(ctx, name).get_short_help_str(width)) for name in names])


main = Minutes(
    "minutes",
    help="Read the minutes of Danish councils, search them, and see which stated figures cannot be right.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
click.version_option(package_name="minutes")(main)

if __name__ == "__main__":
    main(prog_name="minutes")
