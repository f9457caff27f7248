"""Reports into files, or onto standard output."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from minutes import contract
from minutes.checks import Report
from minutes.output import write_whole
from minutes.report import CannotWrite, html, rows, sarif
from minutes.trouble import answered


def write(
    reports: list[Report],
    kind: str,
    output: Path | None,
    what: str,
    waivers: dict[str, Any],
    echo: Callable[[str], None],
    paths: sarif.Paths | None = None,
    of: str = "",
) -> None:
    """Write a report of a kind: html, xlsx, csv, json or sarif; `of` is what it is about. Raises CannotWrite."""
    try:
        if kind == "xlsx":
            assert output is not None
            shown = _open(reports, waivers)
            return write_whole(output, rows.to_xlsx([*(sheet(shown) for sheet in rows.SHEETS.values()), rows.waived(reports, waivers)]))
        said = _said(reports, kind, what, waivers, paths, of)
        if output is not None:
            return write_whole(output, said.encode("utf-8-sig" if kind == "csv" else "utf-8"))
    except OSError as error:
        raise CannotWrite(f"{output}: {answered(error)}") from None
    echo(said.removesuffix("\n"))


def _said(reports: list[Report], kind: str, what: str, waivers: dict[str, Any], paths: sarif.Paths | None, of: str) -> str:
    if kind == "html":
        return html.report(reports, waivers, of)
    if kind == "csv":
        return rows.to_csv(rows.waived(reports, waivers) if what == "waived" else rows.SHEETS[what](_open(reports, waivers)))
    if kind == "sarif":
        return json.dumps(sarif.log(reports, waivers, paths), ensure_ascii=False, indent=1)
    return "\n".join(contract.line(r, waivers=waivers) for r in reports)


def _open(reports: list[Report], waivers: dict[str, Any]) -> list[Report]:
    return [Report(r.document, r.claims, [f for f in r.findings if f.key not in waivers]) for r in reports]
