"""Makes the corpus from its sources: `python -m corpus.build [NAME...]`.

Writes made/NAME.pdf, its variants and gold/NAME.gold.json, then says where an annotation does not agree with the pages
(corpus.verify). Only this needs WeasyPrint (the extra `corpus`); the documents and the gold are part of the repository.
"""

from __future__ import annotations

import json
import sys

from corpus import GOLD, MADE, SOURCES, render, verify
from corpus.source import Source, load


def build(name: str) -> Source:
    """Render one document and write its gold."""
    source = load(SOURCES / f"{name}.toml")
    made = render.pdf(source)
    if made is not None:
        (MADE / f"{name}.pdf").write_bytes(made)
    for kind in source.variants:
        (MADE / f"{name}.{kind}").write_bytes(render.file(source, kind))
    (GOLD / f"{name}.gold.json").write_text(json.dumps(source.gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return source


def main(names: list[str]) -> int:
    """Build the named documents, or all; 1 when an annotation is in doubt."""
    doubts = 0
    for source in [build(name) for name in names or sorted(p.stem for p in SOURCES.glob("*.toml"))]:
        found = list(verify.doubts(source))
        print(f"{source.name}: {verify.summary(source)}")
        print("".join(f"   !! {doubt}\n" for doubt in found), end="")
        doubts += len(found)
    return 1 if doubts else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
