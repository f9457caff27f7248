"""Which findings a user asked for, and what the exit code is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from minutes.checks import Report, checks
from minutes.config import SEVERITIES


class UnknownCheck(Exception):
    """A name that no check has; the message lists those that there are."""


def names(said: Iterable[str]) -> set[str]:
    """Names of checks, also several with commas between. Raises UnknownCheck."""
    wanted = {name.strip() for part in said for name in part.split(",") if name.strip()}
    unknown = sorted(wanted - checks().keys())
    if unknown:
        raise UnknownCheck(f"ukendt tjek {', '.join(unknown)}; kendte er {', '.join(sorted(checks()))}")
    return wanted


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
