"""The marks in a source text: records are annotated where they stand (corpus/README.md lists the marks).

`read("... på [[a|7,8 mio. kr.|7800000]]")` gives the HTML without marks and the records that they state. A record's
value is written down by hand; only in a table is it read off the cell, with the scale and year that a person gave.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

Record = dict[str, Any]

MARK = re.compile(r"\[\[T\|?(?P<head>[^\]]*)\]\](?P<body>.*?)\[\[/T\]\]|\[\[(?P<kind>[aftr])\|(?P<rest>[^\]]*)\]\]", re.S)
NUMBER_CELL = re.compile(r"[-\u2212–+]?[\d.\u00a0 ,]*\d[\d.,]*(?: ?(?:%|pct\.|kr\.))?")
CELL_UNIT = re.compile(r" ?(?:%|pct\.|kr\.)$")
SPACE = re.compile(r"[\s\u00a0\u2007\u202f]+")
PER = {"year", "month", "quarter", "unit"}


@dataclass
class Annotations:
    """What the marks of one document state, in reading order; the fields are those of the gold file."""

    amounts: list[Record] = field(default_factory=list)
    thresholds: list[Record] = field(default_factory=list)
    figures: list[Record] = field(default_factory=list)
    annex_references: list[Record] = field(default_factory=list)


def plain(text: str) -> str:
    """The text as gold quotes it: entities resolved, soft hyphens gone, every run of white space one space."""
    return SPACE.sub(" ", html.unescape(text).replace("\u00ad", "")).strip()


def decimal(cell: str) -> Decimal:
    """The number in a table cell, printed in Danish: "-2.104.300" or "41,2"."""
    for old, new in (("\u2212", "-"), ("–", "-"), (" ", ""), ("\u00a0", ""), ("+", ""), (".", ""), (",", ".")):
        cell = cell.replace(old, new)
    return Decimal(cell)


def number(value: Decimal) -> str:
    """A decimal without exponent and trailing zeros, as gold writes it."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def expand(numbers: str) -> list[str]:
    """Annex numbers with ranges written out: "1,3-5" → 1, 3, 4, 5."""
    out: list[str] = []
    for part in numbers.replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        out += [str(n) for n in range(int(first), int(last) + 1)] if dash else [first]
    return out


def read(text: str) -> tuple[str, Annotations]:
    """The HTML of a marked text, and its records."""
    found = Annotations()
    return MARK.sub(lambda m: _one(m, found), text), found


def _one(mark: re.Match[str], found: Annotations) -> str:
    if mark["kind"] is None:
        return _table(mark["head"], mark["body"], found)
    quote, *fields = mark["rest"].split("|")
    _MARKS[mark["kind"]](found, quote, *fields)
    return f'<span class="n">{quote}</span>'


def _amount(found: Annotations, quote: str, kr: str, options: str = "", table: bool = False) -> None:
    low, _, high = kr.partition("..")
    words = options.split()
    years = [w.split("-") for w in words if w[0].isdigit()]
    record: Record = {
        "quote": plain(quote), "kr": low, "per": next((w for w in words if w in PER), None),
        "period": [int(years[0][0]), int(years[0][-1])] if years else None, "approximate": "~" in words}
    found.amounts.append(record | ({"low": low, "high": high} if high else {}) | ({"table": True} if table else {}))


def _figure(found: Annotations, quote: str, value: str, unit: str) -> None:
    found.figures.append({"quote": plain(quote), "value": value, "unit": unit})


def _threshold(found: Annotations, quote: str, operator: str, value: str, unit: str, indicator: str = "", options: str = "") -> None:
    found.thresholds.append({"quote": plain(quote), "operator": html.unescape(operator), "value": value, "unit": unit,
                             "indicator": indicator or None})
    money = re.search(r"(kr\.\s*)?[\d½][\d.,]*(\s*(mio\.|mia\.|mill\.|t\.))?(\s*(kroner|kr\.?))?(,-)?", plain(quote))
    if unit == "kr" and money:
        _amount(found, money.group(0).strip(), value, options)


def _reference(found: Annotations, _quote: str, numbers: str) -> None:
    found.annex_references.append({"numbers": expand(numbers)})


_MARKS: dict[str, Callable[..., None]] = {"a": _amount, "f": _figure, "t": _threshold, "r": _reference}


def _table(head: str, body: str, found: Annotations) -> str:
    """A table: rows are lines, cells are parted by ";", a row that begins with "*" is a total."""
    options = dict(pair.split("=", 1) for pair in head.split("|") if "=" in pair)
    kinds = options.get("years", "").split(",")
    scale = Decimal(options.get("scale", "1"))
    first, *rows = [line for line in body.split("\n") if line.strip()]
    cells = "".join(f"<th>{c.strip()}</th>" for c in first.split(";"))
    lines = "".join(_row(line, kinds, scale, found) for line in rows)
    return f'<table class="{options.get("class", "")}"><thead><tr>{cells}</tr></thead><tbody>{lines}</tbody></table>'


def _row(line: str, kinds: list[str], scale: Decimal, found: Annotations) -> str:
    label, *cells = [c.strip() for c in line.lstrip("*").split(";")]
    padded = kinds + [""] * len(cells)
    out = "".join(f'<td class="r">{_cell(cell, kind, scale, found)}</td>' for cell, kind in zip(cells, padded, strict=False))
    return f'<tr class="{"tot" if line.startswith("*") else ""}"><td>{label}</td>{out}</tr>'


def _cell(cell: str, kind: str, scale: Decimal, found: Annotations) -> str:
    """A cell under a column kind: "%" is a percentage, "#" no record, else money with these options (a year, "month")."""
    if "[[" in cell:
        return MARK.sub(lambda m: _one(m, found), cell)
    if NUMBER_CELL.fullmatch(cell) and kind != "#":
        value = decimal(CELL_UNIT.sub("", cell))
        if kind == "%":
            _figure(found, cell, number(value), "percent")
        else:
            _amount(found, cell, number(value * scale), kind, table=True)
    return cell or "&#160;"
