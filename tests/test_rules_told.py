"""The four checks on the criteria, over the many ways that letters, notes, slides and tables tell rules, lists and standings.

The cases stand in rules_told.txt, in plain text that a clerk can read and add to.
"""

import html
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from extractors.document import read_document
from minutes.checks import Context
from minutes.checks.rules import CHECKS
from minutes.records import Finding

NAMES = {"grænse": "threshold-not-in-force", "regel": "rule-misstated", "status": "status-differs", "liste": "list-differs"}
HEADS = {
    "møde": "<h1>Nordvang Kommune</h1><p>Boligudvalget</p><p>Referat af møde den {day}</p>",
    "notat": "<p>Nordvang Kommune</p><p>NOTAT</p><p>Til: Boligudvalget</p><p>Dato: {day}</p>",
    "brev": "<p>Nordvang Kommune</p><p>Rådhustorvet 4</p><p>9999 Nordvang</p><p>Dato</p><p>{day}</p><p>Til Boligministeriet</p>",
    "by": "<p>Nordvang Kommune, den {day}</p><h1>Opfølgning på boligpolitikken</h1>",
    "slides": "<h1>Boligdagen i Nordvang {day}</h1>",
    "-": "<h1>Nordvang Kommune</h1>",
}


def cases() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Head, text and wanted findings (check, words) of every case."""
    for piece in (Path(__file__).parent / "rules_told.txt").read_text(encoding="utf-8").split("\n= ")[1:]:
        head, *lines = piece.split("\n")
        told = [line for line in lines if not line.startswith("! ")]
        wanted = [line[2:].split(": ", 1) for line in lines if line.startswith("! ")]
        yield head, "\n".join(told).strip(), [(NAMES[name], words) for name, words in wanted]


def markup(text: str) -> str:
    """The text as a web page's body."""
    out = []
    for kind, group in groupby(
        text.split("\n"), lambda line: line[:2] if line[:2] in ("# ", "- ") else line[:1] if line[:1] == "|" else ""
    ):
        lines = [html.escape(line.removeprefix(kind)) for line in group if line.strip()]
        if kind == "|":
            rows = ("".join(f"<td>{cell}</td>" for cell in line.removesuffix("|").split("|")) for line in lines)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind == "- ":
            out.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
        else:
            tag = "h2" if kind else "p"
            out += [f"<{tag}>{line}</{tag}>" for line in lines]
    return "".join(out)


def found(head: str, text: str, folder: Path) -> list[Finding]:
    """The findings, notes left out, on a document with that head and text."""
    kind, _, day = head.partition(" ")
    file = folder / "papir.html"
    file.write_text(f"<html><body>{HEADS[kind].format(day=day)}{markup(text)}</body></html>", encoding="utf-8")
    document = read_document(file)
    said = [one for check in CHECKS.values() for one in check(document, Context([document]))]
    return [one for one in said if isinstance(one, Finding) and one.severity != "note"]


@pytest.mark.parametrize(("head", "text", "wanted"), list(cases()))
def test_what_is_told_of_rules_lists_and_areas(head, text, wanted, tmp_path):
    said = found(head, text, tmp_path)
    assert sorted(f.check for f in said) == sorted(check for check, _ in wanted), [f.message for f in said]
    for (_, words), finding in zip(sorted(wanted), sorted(said, key=lambda f: f.check), strict=True):
        assert words in " ".join(finding.evidence[0].source.quote.split())
