"""What the program says of whole documents, kept for review: `python -m corpus.golden` rewrites tests/expected.

One record a line, without offsets and boxes, so that a change can be read in the diff. Golden is not gold: it is what the
program said, and a person decides in the review whether that is right.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from corpus import HERE, MADE

EXPECTED = HERE.parent / "tests" / "expected"
DOCUMENTS = ("nordvang_indsatsomraader_2011.pdf", "fjordby_byraad_2022.pdf", "birkelund_budgetforslag_2025.pdf", "mosevig_byraad_2023.pdf",
             "hasselbo_boligudvalg_2022.pdf", "kildeskov_oekonomiudvalg_2019.docx")
UNSTEADY = {"start", "end", "box", "boxes", "sha256", "extractor_version", "document"}
"""Where and with which version; the page and the quote say enough."""


def say(name: str) -> list[str]:
    """What the program says of one document of the corpus, a record a line."""
    from extractors.document import read_document
    from minutes import contract, criteria
    from minutes.checks import judge

    return lines(contract.document(judge([read_document(MADE / name)], criteria.load())[0]))


def lines(said: dict[str, Any]) -> list[str]:
    """The output for one document with every record on its own line."""
    records = [("document", said["document"])]
    records += [(kind, record) for kind, found in said.items() if isinstance(found, list) for record in found]
    return [json.dumps({kind: _steady(record)}, ensure_ascii=False) for kind, record in records]


def _steady(value: Any) -> Any:
    """Without what changes from day to day, and without what is empty."""
    if isinstance(value, dict):
        kept = {key: _steady(inner) for key, inner in value.items() if key not in UNSTEADY}
        return {key: inner for key, inner in kept.items() if inner not in (None, [], {}, "")}
    return [_steady(inner) for inner in value] if isinstance(value, list) else value


def expected(name: str) -> Path:
    """The file with what was said of a document when it was last reviewed."""
    return EXPECTED / f"{Path(name).stem}.jsonl"


def main() -> int:
    """Write all files anew."""
    EXPECTED.mkdir(parents=True, exist_ok=True)
    for name in DOCUMENTS:
        expected(name).write_text("\n".join(say(name)) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
