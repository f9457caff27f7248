"""The made documents: units of text under headings, written as text, HTML, Word or PDF."""

from __future__ import annotations

import json
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from corpus import render
from corpus.compare import Record
from corpus.plant import Unit
from corpus.source import Source
from minutes.days import WEEKDAYS, written

TITLES = (
    "Orientering om sommerens arbejder", "Ansøgning om byggetilladelse", "Bevilling til vedligeholdelse", "Redegørelse fra forvaltningen",
    "Nyt fra formanden", "Forslag fra byrådsgrupperne", "Evaluering af ordningen", "Plan for det kommende år", "Henvendelse fra borgere",
    "Status for projektet", "Fornyelse af aftalen", "Udbud af opgaven", "Høringssvar til ministeriet", "Drøftelse af målene",
    "Tilskud til foreninger", "Anmodning om dispensation",
)
NUMBERED = ("number-missing", "number-repeated")
MEETING = {"kind": "minutes", "municipality": "Mosevig Kommune"}
CSS = """@page{size:A4;margin:22mm;font-size:8pt;@top-left{content:"Mosevig Kommune"}@bottom-right{content:"Side " counter(page)}}
td,th{border:0.5pt solid #555;padding:2pt 6pt} td+td{text-align:right}"""


@dataclass(frozen=True)
class Paper:
    """A made document: its name and kind (`txt`, `html`, `docx`, `pdf`), the meeting's day, and the units in their order.

    `numbers` are the items' numbers; where they do not count on, `misnumbered` is the item that is wrong. `cases` are the
    items' case numbers, for documents that treat the same cases.
    """

    name: str
    kind: str
    day: date
    units: list[Unit]
    numbers: list[int]
    misnumbered: int | None = None
    body: str = "Økonomiudvalget"
    cases: tuple[str, ...] = ()

    @property
    def source(self) -> Source:
        """The whole document as a source for corpus.render."""
        weekday = WEEKDAYS[self.day.weekday()].capitalize()
        head = [f"<h1>Referat af møde i {self.body}</h1>", "<p>Mosevig Kommune</p>",
                f"<p>Mødedato: {weekday} den {written(self.day)}</p>"]
        cases = [f"<p>Sagsnr. {case}</p>" for case in self.cases] or [""] * len(self.units)
        items = [f"<h2>{self.heading(i)}</h2>{case}<h3>Sagsfremstilling</h3>{unit.html or paragraphs(unit.text)}"
                 "<h3>Beslutning</h3><p>Godkendt.</p>" for i, (unit, case) in enumerate(zip(self.units, cases, strict=True))]
        return Source(self.name, "Referat", "\n".join(head + items), CSS, self.gold())

    def heading(self, i: int) -> str:
        """The heading of the unit with this index; each stands once in a document."""
        return f"{self.numbers[i]}. {TITLES[i]}"

    def gold(self) -> Record:
        """What is wrong in it, in the form of the corpus's gold."""
        findings = [{"check": u.checks[0], "severity": "error", "anchor": u.text, "also_ok": list(u.checks[1:]), "why": u.fault}
                    for u in self.units if u.fault]
        if self.misnumbered is not None:
            findings.append({"check": NUMBERED[0], "severity": "warning", "anchor": self.heading(self.misnumbered),
                             "also_ok": list(NUMBERED[1:]), "why": "number"})
        return {
            "document": MEETING | {"body": self.body, "meeting_date": self.day.isoformat()},
            "findings": findings,
            "look_alikes": [{"anchor": u.text, "why": u.harmless or "clean"} for u in self.units if not u.fault]}

    def write(self, folder: Path) -> Path:
        """Write the document and its gold; the document's path."""
        path = folder / f"{self.name}.{self.kind}"
        path.write_bytes(render.file(self.source, self.kind))
        (folder / f"{self.name}.gold.json").write_text(json.dumps(self.gold(), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return path

    def places(self, finding: Record, pages: list[str]) -> set[int]:
        """Which units the evidence of a finding stands in, by their order; `pages` are the texts as read."""
        text = "\n".join(pages)
        starts = [text.find(self.heading(i)) for i in range(len(self.units))]
        offsets = [sum(len(p) + 1 for p in pages[: e["page"] - 1]) + e["start"] for e in finding["evidence"]
                   if e["document"].partition(".")[0] == self.name]
        return {bisect_right(starts, offset) - 1 for offset in offsets if offset >= starts[0]}


def paragraphs(text: str) -> str:
    """Lines as paragraphs, those that begin with a dash as a list."""
    return "".join(f"<li>{line[2:]}</li>" if line.startswith("- ") else f"<p>{line}</p>" for line in text.split("\n") if line)
