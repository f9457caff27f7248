"""The findings of a database by how they stand: open, waived, gone."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from minutes import waivers
from minutes.called import finding, is_meant, of_database, paths
from minutes.cpr import masked
from minutes.days import dated
from minutes.language import _, message
from minutes.records import Finding
from minutes.report.text import LABELS, visible
from minutes.search import line_at


class NothingAsked(Exception):
    """No document can be meant; the message is one line for the user."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which findings are asked for: checks wanted and not wanted, a part of the document's name, a severity; all when nothing is said. A
    waiver whose finding is gone has no severity."""

    wanted: Collection[str] = ()
    unwanted: Collection[str] = ()
    document: str = ""
    severity: str | None = None

    def __call__(self, row: dict[str, Any]) -> bool:
        """Whether the row is one of them."""
        check = (not self.wanted or row["check"] in self.wanted) and row["check"] not in self.unwanted
        return check and is_meant(self.document, row["document"], row.get("path", "")) and self.severity in (None, row.get("severity"))


def lines(db: Any, as_json: bool, asked: Asked = Asked()) -> Iterator[str]:
    """One line a finding, open ones first. Raises NothingAsked."""
    standing = waivers.findings(db)
    lying = paths(db.conn)
    known = [(file, path) for (_sha256, file), path in lying.items()] + [(w.file, "") for w in standing.gone]
    if not any(is_meant(asked.document, *named) for named in known) and known:
        raise NothingAsked(_("intet dokument har {name} i sit navn", name=asked.document))
    sums, names = dict(db.execute("SELECT id, sha256 FROM documents")), of_database(db.conn)
    shown = [("open", number, f, None) for number, f in standing.open] + [("waived", *waived) for waived in standing.waived]
    rows = [
        {**_row(db, number, how, finding(f, sums[number], names), w), "path": lying.get((sums[number], f.evidence[0].document), "")}
        for how, number, f, w in shown
    ]
    rows += [
        {"standing": "gone", "key": w.key, "document": w.file, "check": w.check, "message": masked(w.message), **_why(w)}
        for w in standing.gone
    ]
    for row in filter(asked, rows):
        yield json.dumps(row, ensure_ascii=False) if as_json else _text(row)


def _row(db: Any, number: int, standing: str, f: Finding, waiver: waivers.Waiver | None = None) -> dict[str, Any]:
    first = f.evidence[0]
    return {
        "standing": standing,
        "key": f.key,
        "document": first.name,
        "page": first.source.page,
        "line": line_at(db.conn, number, first.source.page, first.source.start),
        "check": f.check,
        "severity": f.severity,
        "message": masked(message(f)),
        **(_why(waiver) if waiver else {}),
    }


def _why(w: waivers.Waiver) -> dict[str, str]:
    return {"why": w.why, "by": w.by, "when": w.when}


STANDINGS = {"open": "åben", "waived": "lagt til side", "gone": "findes ikke længere"}


def _text(row: dict[str, Any]) -> str:
    where = f"{row['document']}:{row['line'] or row['page']}" if "page" in row else row["document"]
    reason = f" ({row['why']}; {row['by']}, {dated(row['when'])})" if "why" in row else ""
    label = f" [{_(LABELS[row['severity']])}]" if row.get("severity") in LABELS else ""
    return f"{row['key']} {_(STANDINGS[row['standing']])}: {visible(where)}: {row['check']}: {visible(row['message'] + reason)}{label}"
