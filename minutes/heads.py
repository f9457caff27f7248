"""What a cell of a table is about: the words of its row, and those above its column."""

from __future__ import annotations

from collections.abc import Sequence

Texts = Sequence[Sequence[str]]
"""The cells of a table as text, row by row."""


def of_cell(texts: Texts, header_rows: int, row: int, column: int) -> tuple[str, str]:
    """The label of the row and the head of the column, "" where there is none: ("Projektering", "2025")."""
    if not 0 <= row < len(texts):
        return "", ""
    label = next((t for t in texts[row] if any(c.isalpha() for c in t)), "")
    above = (texts[i][column] for i in range(min(header_rows, row)) if column < len(texts[i]))
    return " ".join(label.split()), " ".join(dict.fromkeys(" ".join(t.split()) for t in above if t.strip()))
