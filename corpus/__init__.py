"""Documents whose truth is known: made ones with what a person reads in them, a scorer, and a planter of faults.

`sources/` holds text, layout and annotation side by side; `made/` the documents, `gold/` the annotations (corpus/README.md).
"""

from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
MADE = HERE / "made"
GOLD = HERE / "gold"
