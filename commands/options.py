"""Options that several commands share, and values as Danes write them: 31.5.2022, 1,5 mio."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from commands.speaking import stop
from minutes.config import SEVERITIES
from minutes.language import _, worded
from minutes.names import SEVERITIES as CALLED
from minutes.names import code
from minutes.trouble import unparsed

if TYPE_CHECKING:
    from decimal import Decimal


class Day(click.ParamType):
    """A day, a month or a year as `minutes.days.read` has them; of the latter two `last` takes the last day."""

    name = "date"

    def __init__(self, last: bool = False) -> None:
        self.last = last

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day. Fails with how a date is written."""
        from minutes.days import read

        found = read(value, self.last) if isinstance(value, str) else value
        if not isinstance(found, date):
            self.fail(_("{value} er ingen dato; skriv 2024-05-31 eller 31.5.2024", value=value), param, ctx)
        return found


class Kroner(click.ParamType):
    """Money as it is written: 250000, 250.000, "1,5 mio. kr."."""

    name = "kroner"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Decimal:
        """The whole of it in kroner. Fails with how money is written."""
        from minutes.query import money

        kroner = money(value) if isinstance(value, str) else value
        if kroner is None:
            self.fail(_('{value} er intet beløb; skriv 250000, 250.000 eller "1,5 mio."', value=value), param, ctx)
        return kroner


class Between(click.ParamType):
    """A number from `low` to `high`; whole where `low` is. Beyond them no clock and no system can count."""

    name = "number"

    def __init__(self, low: float, high: int) -> None:
        self.low, self.high, self.number = low, high, type(low)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The number, with a point or a comma. Fails with what may be written."""
        with suppress(ValueError):
            if self.low <= (number := self.number(str(value).replace(",", "."))) <= self.high:
                return number
        from decimal import Decimal

        from minutes.danish import in_print

        low, high = (worded(in_print(Decimal(str(end)))) for end in (self.low, self.high))
        whole, any_ = _("{value} er intet helt tal fra {low} til {high}"), _("{value} er intet tal fra {low} til {high}")
        said = whole if self.number is int else any_
        self.fail(said.format(value=value, low=low, high=high), param, ctx)


class Word(click.Choice):
    """One of the program's own words, or what people call it: error or fejl."""

    def __init__(self, called: Mapping[str, str]) -> None:
        super().__init__(list(called))
        self.called = called

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The program's word. Fails with those that there are."""
        return super().convert(code(value, self.called) or value, param, ctx)


class Named(click.Path):
    """A path; an empty name, as of a variable that was never set, is not the folder one stands in. Whether it may be read is found when it
    is: what cannot be is told beside the others."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path. Fails for an empty name."""
        if value == "":
            self.fail(_("navnet er tomt"), param, ctx)
        return Path(os.fsdecode(super().convert(value, param, ctx)))


class Lines(click.ParamType):
    """The lines of a file that have something in them."""

    name = "filename"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """What stands there. Stops where it cannot be read."""
        file = PATH.convert(value, param, ctx)
        try:
            return tuple(line for line in file.read_text(encoding="utf-8-sig").splitlines() if line)
        except (OSError, UnicodeDecodeError) as error:
            stop(_("{file}: adgangskoderne kan ikke læses ({error})", file=file, error=unparsed(error)))


PATH = Named(path_type=Path, readable=False)

SEVERITY = Word({severity: CALLED[severity] for severity in SEVERITIES})

FILES = click.argument("files", nargs=-1, type=PATH)
DATABASE = click.option("--db", type=PATH, metavar="FILE", help="The database (minutes.db).")
CRITERIA = click.option("--criteria", type=PATH, metavar="FOLDER", help="A folder with rule sets of your own.")
SELECT = click.option("--select", multiple=True, metavar="CHECK[,CHECK]", help="Only these checks.")
IGNORE = click.option("--ignore", multiple=True, metavar="CHECK[,CHECK]", help="Not these checks.")
JSON = click.option("--json", "as_json", is_flag=True, help="Print JSON Lines, for programs.")
OCR = click.option("--ocr", is_flag=True, help="Send pages without text through Tesseract (seconds a page).")
TIMEOUT = click.option("--timeout", type=Between(0.1, 10_000_000), metavar="SECONDS", help="Time for one document (120; with --ocr 1800).")


def several(*options: Any) -> Any:
    """Options that go together, as one."""

    def put(function: Any) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return put


def _joined(function: Any) -> Any:
    """A command that is told all passwords, however they were given."""

    @wraps(function)
    def told(*, passwords: tuple[str, ...], password_file: tuple[str, ...] | None, **asked: Any) -> Any:
        return function(passwords=passwords + (password_file or ()), **asked)

    return told


PASSWORD = several(
    click.option(
        "--password", "passwords", multiple=True, metavar="PASSWORD", help="Password of encrypted PDFs; may be given several times."
    ),
    click.option("--password-file", type=Lines(), metavar="FILE", help="A file with one password a line."),
    _joined,
)
READING = several(PASSWORD, OCR, TIMEOUT)
"""How files are read."""
REVIEWED = several(FILES, DATABASE, CRITERIA, READING)
"""What is judged: files that are read now, or the database."""
