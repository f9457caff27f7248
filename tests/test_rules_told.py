"""The four checks on the criteria, over the many ways that letters, notes, slides and tables tell rules, lists and standings.

The cases stand in rules_told.txt, in plain text that a clerk can read and add to.
"""

from pathlib import Path

import pytest

from extractors.document import read_document
from minutes.checks import Context
from minutes.checks.rules import CHECKS
from minutes.records import Finding
from tests.told_pieces import markup, pieces

NAMES = {"grænse": "threshold-not-in-force", "regel": "rule-misstated", "status": "status-differs", "liste": "list-differs"}
HEADS = {
    "møde": "<h1>Nordvang Kommune</h1><p>Boligudvalget</p><p>Referat af møde den {day}</p>",
    "notat": "<p>Nordvang Kommune</p><p>NOTAT</p><p>Til: Boligudvalget</p><p>Dato: {day}</p>",
    "brev": "<p>Nordvang Kommune</p><p>Rådhustorvet 4</p><p>9999 Nordvang</p><p>Dato</p><p>{day}</p><p>Til Boligministeriet</p>",
    "by": "<p>Nordvang Kommune, den {day}</p><h1>Opfølgning på boligpolitikken</h1>",
    "slides": "<h1>Boligdagen i Nordvang {day}</h1>",
    "-": "<h1>Nordvang Kommune</h1>",
}


def found(head: str, text: str, folder: Path) -> list[Finding]:
    """The findings, notes left out, on a document with that head and text."""
    kind, _, day = head.partition(" ")
    file = folder / "papir.html"
    file.write_text(f"<html><body>{HEADS[kind].format(day=day)}{markup(text)}</body></html>", encoding="utf-8")
    document = read_document(file)
    said = [one for check in CHECKS.values() for one in check(document, Context([document]))]
    return [one for one in said if isinstance(one, Finding) and one.severity != "note"]


@pytest.mark.parametrize(("head", "text", "wanted"), list(pieces("rules_told.txt")))
def test_what_is_told_of_rules_lists_and_areas(head, text, wanted, tmp_path):
    said = found(head, text, tmp_path)
    assert sorted(f.check for f in said) == sorted(NAMES[name] for name, _ in wanted), [f.message for f in said]
    ordered = sorted((NAMES[name], words) for name, words in wanted)
    for (_, words), finding in zip(ordered, sorted(said, key=lambda f: f.check), strict=True):
        assert words in " ".join(finding.evidence[0].source.quote.split())
