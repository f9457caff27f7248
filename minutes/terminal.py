"""Text from documents made safe to print: nothing in it can steer the terminal."""

from __future__ import annotations

import unicodedata


def visible(text: str) -> str:
    """The text without control characters and marks that turn the direction of writing; line ends and tabs are blanks."""
    if text.isprintable():
        return text
    return "".join(_safe(char) for char in text)


def _safe(char: str) -> str:
    if char in "\n\t\r":
        return " "
    if char == "\u00ad":
        return ""
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(char) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") else char
