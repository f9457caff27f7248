"""Which findings a user asked for, and what the exit code is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import TYPE_CHECKING

from minutes.checks import Report, checks
from minutes.config import SEVERITIES
from minutes.language import _

if TYPE_CHECKING:
    from minutes.config import Config


class UnknownCheck(Exception):
    """A name that no check has, or no check is left; the message is one line for the user."""


def chosen(select: Iterable[str], ignore: Iterable[str], settings: Config) -> tuple[set[str], set[str]]:
    """The checks wanted (none: all) and not wanted; what is asked for now goes before what is settled. Raises UnknownCheck."""
    wanted, unwanted = names(select), names(ignore)
    try:
        settled, spared = names(settings.select), names(settings.ignore)
    except UnknownCheck as error:
        raise UnknownCheck(f"{settings.path}: {error}") from None
    unwanted = unwanted or spared - wanted
    wanted = wanted or settled
    if wanted and not wanted - unwanted:
        raise UnknownCheck(_("intet tjek er tilbage: {names} er både valgt til og fra", names=", ".join(sorted(wanted))))
    return wanted, unwanted


def names(said: Iterable[str]) -> set[str]:
    """Names of checks, also several with commas between. Raises UnknownCheck."""
    wanted = {name.strip() for part in said for name in part.split(",") if name.strip()}
    unknown = sorted(wanted - checks().keys())
    if unknown:
        raise UnknownCheck(_unknown(unknown[0]))
    return wanted


def _unknown(name: str) -> str:
    if near := get_close_matches(name, checks(), 1) or [known for known in checks() if name.casefold() in known]:
        return _("der er intet tjek, der hedder {name}; mente du {near}?", name=name, near=_(" eller ").join(near))
    return _("der er intet tjek, der hedder {name}; der er {all}", name=name, all=", ".join(sorted(checks())))


def narrowed(reports: Iterable[Report], wanted: set[str], unwanted: set[str], waived: Iterable[str]) -> Iterator[Report]:
    """The reports with only the findings that were asked for; claims stay, for they are what was verified."""
    done = set(waived)
    for report in reports:
        asked = [f for f in report.findings if (not wanted or f.check in wanted) and f.check not in unwanted]
        report.unasked = sum(f.key not in done for f in report.findings) - sum(f.key not in done for f in asked)
        report.findings = [f for f in asked if f.key not in done]
        report.aside = len(asked) - len(report.findings)
        yield report


def fails(report: Report, fail_on: str) -> bool:
    """Is there a finding of at least this severity?"""
    return any(SEVERITIES.index(f.severity) >= SEVERITIES.index(fail_on) for f in report.findings)
