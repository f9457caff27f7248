"""Pieces of text with the findings that they should give, as a clerk writes them: rules_told.txt, claims_told.txt."""

import html
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path


def pieces(name: str) -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Head, text and wanted findings (name, words) of every piece of a file in this folder."""
    for piece in (Path(__file__).parent / name).read_text(encoding="utf-8").split("\n= ")[1:]:
        head, *lines = piece.split("\n")
        told = [line for line in lines if not line.startswith("! ")]
        wanted = [(words[0], words[1]) for line in lines if line.startswith("! ") and (words := line[2:].split(": ", 1))]
        yield head, "\n".join(told).strip(), wanted


def markup(text: str) -> str:
    """The text as a web page's body."""
    out = []
    for kind, group in groupby(text.split("\n"), _kind):
        lines = [html.escape(line.removeprefix(kind)) for line in group if line.strip()]
        if kind == "|":
            rows = ("".join(f"<td>{cell.strip()}</td>" for cell in line.removesuffix("|").split("|")) for line in lines)
            out.append("<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>")
        elif kind == "- ":
            out.append("<ul>" + "".join(f"<li>{line}</li>" for line in lines) + "</ul>")
        else:
            tag = "h2" if kind else "p"
            out += [f"<{tag}>{line}</{tag}>" for line in lines]
    return "".join(out)


def _kind(line: str) -> str:
    return line[:2] if line[:2] in ("# ", "- ") else line[:1] if line[:1] == "|" else ""
