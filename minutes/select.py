"""Which findings a user asked for, and what the exit code is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches

from minutes.checks import Report, checks
from minutes.config import SEVERITIES
from minutes.language import _


class UnknownCheck(Exception):
    """A name that no check has; the message lists those that there are."""


def names(said: Iterable[str]) -> set[str]:
    """Names of checks, also several with commas between. Raises UnknownCheck."""
    wanted = {name.strip() for part in said for name in part.split(",") if name.strip()}
    unknown = sorted(wanted - checks().keys())
    if unknown:
        raise UnknownCheck(_unknown(unknown[0]))
    return wanted


def _unknown(name: str) -> str:
    if near := get_close_matches(name, checks(), 1):
        return _("der er intet tjek, der hedder {name}; er det {near}?", name=name, near=near[0])
    return _("der er intet tjek, der hedder {name}; der er {all}", name=name, all=", ".join(sorted(checks())))


def narrowed(reports: Iterable[Report], wanted: set[str], unwanted: set[str], waived: Iterable[str] = ()) -> Iterator[Report]:
    """The reports with only the findings that were asked for; claims stay, for they are what was verified."""
    done = set(waived)
    for report in reports:
        report.findings = [
            f for f in report.findings if (not wanted or f.check in wanted) and f.check not in unwanted and f.key not in done
        ]
        yield report


def fails(report: Report, fail_on: str) -> bool:
    """Is there a finding of at least this severity?"""
    return any(SEVERITIES.index(f.severity) >= SEVERITIES.index(fail_on) for f in report.findings)
