"""The command `minutes`: the names of all commands, in the order in which one comes to need them.

`minutes NAME` is `commands/NAME.py`, loaded when it is called. Heavy packages are imported by the command that needs them.
"""

from __future__ import annotations

import os
import signal
import threading

if MAIN := threading.current_thread() is threading.main_thread():
    HEARD = signal.signal(signal.SIGINT, lambda *_: os._exit(130))  # while loading: nothing has begun that could be left half

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

from commands.speaking import Group
from minutes.language import _

SECTIONS = {
    "Read": ("ingest", "extract"),
    "Find": ("search", "show", "serve"),
    "Check": ("check", "findings", "waive", "ledger", "report", "criteria"),
    "Look after the database": ("doctor", "forget", "backup", "merge"),
}
NAMES = tuple(name for names in SECTIONS.values() for name in names)


class Files(Mapping[str, click.Command]):
    """Commands by their names, each loaded from its own file when it is asked for."""

    def __getitem__(self, name: str) -> click.Command:
        if name not in NAMES:
            raise KeyError(name)
        return getattr(import_module(f"commands.{name}"), name)

    def __iter__(self) -> Iterator[str]:
        return iter(NAMES)

    def __len__(self) -> int:
        return len(NAMES)


class Minutes(Group):
    """The commands under the headings of their sections."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every name, section by section."""
        return list(NAMES)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What `minutes --help` says of them, one sentence each."""
        for section, names in SECTIONS.items():
            with formatter.section(_(section)):
                formatter.write_dl([(name, self.commands[name].get_short_help_str()) for name in names])


main = Minutes(
    "minutes",
    commands=Files(),
    help="Read the minutes of Danish councils, search them, and see which stated figures cannot be right.",
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
click.version_option(package_name="minutes", message="%(prog)s %(version)s")(main)

if MAIN:
    signal.signal(signal.SIGINT, HEARD)

if __name__ == "__main__":
    main(prog_name="minutes")
