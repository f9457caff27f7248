"""The corpus in other styles: the same words set anew, to see what hangs on the look of a page and not on what it says.

    python -m corpus.restyle [STYLE...] [--misses]

Prints, for every style, the F1 of each kind of record over all documents that are set from a source, beside that of the
documents as they were made. Takes the extra `corpus` (WeasyPrint).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from corpus import SOURCES, render
from corpus.score import Score, misses, score
from corpus.source import Source, load

STYLES = {
    "made": "",
    "narrow": "@page{margin:30mm 38mm!important} body{font-size:11.5pt!important}",
    "justified": "body{text-align:justify!important;hyphens:auto!important}",
    "ruled": 'table,td,th{border:.5pt solid #000!important} body{font-family:"Liberation Serif"!important}',
    "unruled": "table,td,th,tr{border:none!important;background:none!important} table{width:auto!important}"
               " td,th{padding:1pt 7pt!important}",
    "centred": "td.r{text-align:center!important} th{text-align:center!important;vertical-align:bottom!important}",
    "dense": "@page{margin:12mm!important} body{font-size:8pt!important;line-height:1.15!important}"
             " p,li{margin-top:0!important;margin-bottom:1pt!important} h1,h2,h3{margin:2pt 0!important}",
    "flat": "h1,h2,h3,h4{font-size:inherit!important;font-weight:normal!important;color:#000!important;border:none!important;"
            "background:none!important;text-transform:none!important}",
    "bold": "h1,h2,h3,h4{font-size:inherit!important;font-weight:bold!important;margin:0!important} p,ul,ol{margin:0!important}",
    "capitals": "h2,h3{text-transform:uppercase!important;letter-spacing:1pt!important}",
    "airy": "body{line-height:2!important} td,th{padding:6pt!important}",
    "typewritten": 'body{font-family:"DejaVu Sans Mono"!important;font-size:8.5pt!important}',
    "columns": "body{column-count:2;column-gap:8mm} table,h1{column-span:all}",
    "indented": "p{text-indent:14pt;margin:0!important} li{margin-left:20pt!important}",
    "large": "body{font-size:14pt!important;line-height:1.6!important}",
}
"""What is laid over a document's own style, by name."""


def restyled(source: Source, style: str) -> Source:
    """The same document in another style, set by WeasyPrint."""
    return replace(source, css=source.css + STYLES[style], engine="weasyprint")


def sources() -> list[Source]:
    """The documents that can be set anew: all but scans, and PDFs that came from elsewhere."""
    told = [load(path) for path in sorted(SOURCES.glob("*.toml"))]
    return [source for source in told if source.engine != "kept" and not source.scanned]


def measure(papers: list[Source]) -> Score:
    """Set each paper, read it, and compare with its gold."""
    from extractors.document import read_document
    from minutes import contract, criteria
    from minutes.checks import judge

    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, f"{paper.name}.pdf") for paper in papers]
        for path, paper in zip(paths, papers, strict=True):
            path.write_bytes(render.pdf(paper) or b"")
        reports = judge([read_document(path) for path in paths], criteria.load())
    said = {paper.name: contract.document(report) for paper, report in zip(papers, reports, strict=True)}
    return score({paper.name: paper.gold for paper in papers}, said)


def main(arguments: list[str]) -> int:
    """Print the table; with --misses also what each style loses."""
    parser = argparse.ArgumentParser(prog="python -m corpus.restyle", description=__doc__.splitlines()[0])
    parser.add_argument("styles", nargs="*", metavar="STYLE", help=", ".join(STYLES))
    parser.add_argument("--misses", action="store_true", help="print what was missed or too much")
    asked = parser.parse_args(arguments)
    papers = sources()
    for style in asked.styles or STYLES:
        scored = measure([restyled(paper, style) for paper in papers])
        print(f"{style:12}", "  ".join(f"{kind} {tally.f1:.3f}" for kind, tally in scored.rows.items()), flush=True)
        if asked.misses:
            print(misses(scored))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
