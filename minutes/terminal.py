"""Text from documents and names of files made safe to print: nothing in it can steer the terminal."""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: Path | str) -> str:
    """A path as text that can be stored and printed, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace")


def printable(text: str) -> str:
    """The text without control characters and marks that turn the direction of writing; line ends and tabs are blanks."""
    if text.isprintable():
        return text
    return "".join(_safe(char) for char in text)


def _safe(char: str) -> str:
    if char.isprintable() or char == "\u00ad":
        return char.strip("\u00ad")
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"
