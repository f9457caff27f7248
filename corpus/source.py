"""One document's source: a TOML file with its text and layout, and what a person reads in it.

The annotation is written by hand, here and in the marks of the text; nothing in it comes from the toolkit's output.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from corpus import markup
from corpus.markup import Record

VOTES = ("for", "against", "abstained")


@dataclass(frozen=True)
class Source:
    """A source as read. `engine` says what sets the pages, `variants` which other kinds of file are made of the same text."""

    name: str
    title: str
    html: str
    css: str
    gold: Record
    engine: str = "weasyprint"
    scanned: bool = False
    variants: tuple[str, ...] = ()
    footer: str = field(default="", repr=False)


def load(path: Path) -> Source:
    """Read one source file. Raises `tomllib.TOMLDecodeError` or `KeyError` where it is not one."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    page = told["page"]
    body, marks = markup.read(page["text"])
    return Source(path.stem, told.get("title", ""), body, page.get("css", ""), gold(told, marks), told.get("engine", "weasyprint"),
                  told.get("scanned", False), tuple(told.get("variants", ())), page.get("footer", ""))


def gold(told: dict[str, Any], marks: markup.Annotations) -> Record:
    """The gold record of a source, in the form of corpus/gold/NAME.gold.json."""
    document = {"kind": None, "municipality": None, "body": None, "meeting_date": None, "case_numbers": []} | told["document"]
    said = told.get("gold", {})
    references = [{"numbers": numbers} for numbers in said.get("annex_references", [])]
    return {
        "document": document,
        "items": [{"number": number, "title": title} for number, title in said.get("items", [])],
        "decisions": [_decision(d, document) for d in said.get("decisions", [])],
        "remarks": [{"speaker": None, "party": None} | r for r in said.get("remarks", [])],
        "amounts": marks.amounts, "thresholds": marks.thresholds, "figures": marks.figures,
        "annexes": [_annex(number, title) for number, title in said.get("annexes", [])],
        "annex_references": references + marks.annex_references,
        "findings": [{"also_ok": []} | f for f in told.get("findings", [])],
        "look_alikes": [{"anchor": anchor, "why": why} for anchor, why in told.get("look_alikes", {}).items()],
    }


def _decision(said: Record, document: Record) -> Record:
    """A decision, by default of the meeting's body on its day."""
    votes = said.get("votes")
    default = {"item": None, "body": document["body"], "date": document["meeting_date"]}
    return default | said | {"votes": votes and {side: votes.get(side) for side in VOTES}}


def _annex(number: str, title: str) -> Record:
    """An entry in the list of annexes; one without a number may be read or not."""
    return {"number": number, "title": title} if number else {"number": None, "title": title, "optional": True}
