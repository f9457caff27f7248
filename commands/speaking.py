"""What every command has in common: the language that it speaks, one line on stderr where it fails, and the exit codes."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from inspect import cleandoc
from pathlib import Path
from typing import Any, NoReturn

import click

from minutes import config
from minutes.language import LANGUAGES, SPOKEN, _, speak
from minutes.terminal import shown
from minutes.trouble import SHUT, answered, why

HELP = "Show this message and exit."
CLEAN, FINDINGS, COULD_NOT, INTERRUPTED, UNHEARD = 0, 1, 2, 130, 141
"""The last one is what a shell gives for a program whose reader has closed the pipe (`minutes search plan | head -1`)."""


def stop(line: str) -> NoReturn:
    """Say in one line why nothing could be done, and end with 2."""
    click.echo(line, err=True)
    sys.exit(COULD_NOT)


def paint(text: str, **style: Any) -> str:
    """Text in colour, unless NO_COLOR asks for none (no-color.org)."""
    return text if os.environ.get("NO_COLOR") else click.style(text, **style)


def settled() -> config.Config:
    """The settings of the folder the user stands in."""
    try:
        return config.load(Path.cwd())
    except config.BadConfig as error:
        stop(str(error))
    except OSError:
        stop(_("mappen, du står i, findes ikke længere, eller du har ikke adgang til den"))


@contextmanager
def heard() -> Iterator[None]:
    """End without noise when nobody reads what is printed any more, and with one line when there is no room for it."""
    try:
        yield
    except OSError as error:
        if error.filename is not None or error.errno not in (errno.EPIPE, errno.ENOSPC):
            raise
        with suppress(OSError):  # what is left in the buffer goes nowhere, else it fails once more at the exit
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno == errno.EPIPE:
            sys.exit(UNHEARD)
        stop(_("der er ikke plads til det, der skrives ud"))


def _ask(args: list[str]) -> None:
    """Speak the language that the arguments ask for, before anything can be wrong with them."""
    for option, value in zip(args, [*args[1:], ""], strict=False):
        name, _sign, joined = option.partition("=")
        if name == "--lang" and (joined or value) in LANGUAGES:
            speak(joined or value)


def _misused(error: click.UsageError) -> NoReturn:
    """Say in one line what is wrong with the arguments, and where to read of them."""
    if isinstance(error, click.MissingParameter) and isinstance(error.param, click.Argument) and error.ctx:
        error.param_hint = f"""'{_(error.param.get_error_hint(error.ctx).strip("'"))}'"""
    said = error.format_message()
    where = _("Se {command} --help.", command=error.ctx.command_path if error.ctx else "minutes")
    stop(f"{said}{'' if said.endswith(('.', '?')) else '.'} {where}")


def _near(typed: str, name: str) -> bool:
    """May an option have been meant by what was typed: the beginning of its name, or nearly all of its letters?"""
    from difflib import SequenceMatcher

    return name.startswith(typed) or SequenceMatcher(None, typed.strip("-"), name.strip("-")).ratio() >= _ALIKE


_ALIKE = 0.7


class Command(click.Command):
    """A command that speaks the language asked for; its help texts are English, and translated when they are shown."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.help = cleandoc(self.help or "")
        said = "Language of all that is said (da)."
        choice = click.Choice(LANGUAGES)
        self.params.append(click.Option(["--lang"], type=choice, help=said, is_eager=True, expose_value=False))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments in the language that they ask for."""
        _ask(args)
        try:
            return super().parse_args(ctx, [*args])
        except click.NoSuchOption as error:
            near = [name for name in error.possibilities or () if _near(error.option_name, name)]
            if file := next((arg for arg in args if arg.startswith("-") and Path(arg).is_file()), None):
                stop(_("{file} begynder med - og ligner en valgmulighed; skriv ./{file}", file=file))
            raise click.NoSuchOption(error.option_name, error.message, near, error.ctx) from None
        except click.BadOptionUsage as error:
            error.ctx = error.ctx or ctx  # click tells it of no value that is missing
            raise

    def get_help(self, ctx: click.Context) -> str:
        """The page of help."""
        self._translate()
        return super().get_help(ctx)

    def get_short_help_str(self, limit: int = 45) -> str:
        """The first sentence of the help."""
        return _(self.help or "").partition("\n")[0].partition(". ")[0].rstrip(".")

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """The option --help, described in the language spoken now."""
        option = super().get_help_option(ctx)
        if option:
            option.help = _(HELP)
        return option

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """What stands behind the command's name in the line of its usage."""
        return [_(piece) for piece in super().collect_usage_pieces(ctx)]

    def _translate(self) -> None:
        self.help = _(self.help or "")
        for param in self.params:
            if isinstance(param, click.Option) and param.help:
                param.help, param.metavar = _(param.help), param.metavar and _(param.metavar)


class Group(Command, click.Group):
    """The commands together. No traceback reaches a user; MINUTES_DEBUG=1 shows it to a developer."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments in the language that is settled."""
        speak(os.environ.get(SPOKEN) or settled().lang)
        try:
            with heard():
                return super().parse_args(ctx, args)
        except (click.BadParameter, click.NoSuchOption, click.BadOptionUsage) as error:
            _misused(error)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; an error of the program itself is one line."""
        try:
            with heard():
                return super().invoke(ctx)
        except KeyboardInterrupt:
            click.echo(_("Afbrudt."), err=True)
            sys.exit(INTERRUPTED)
        except click.UsageError as error:
            _misused(error)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if os.environ.get("MINUTES_DEBUG"):
                raise
            if isinstance(error, OSError) and error.filename and error.errno in SHUT:
                stop(f"{shown(error.filename)}: {answered(error)}")
            if type(error).__module__ == "sqlite3":
                stop(_("databasen {why}", why=why(error)))
            said = _("fejl i programmet selv ({error}); MINUTES_DEBUG=1 viser hele fejlen")
            stop(said.format(error=f"{type(error).__name__}: {error}"))
