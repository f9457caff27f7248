"""Records to rows of a database and back, by the types of their fields alone.

A field of a simple type is a column: money and counts INTEGER, decimals TEXT, dates ISO TEXT. A `Source` is six columns
(`page`, `start`, `end`, `quote`, `boxes`, `at`). Everything else (lists, nested records) is one TEXT column with JSON (minutes.codec).
An empty list is NULL.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from operator import attrgetter
from types import UnionType
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from minutes.codec import Memo, boxes_written, decoder, written
from minutes.records import Source

RENAMED = {"to": "to_body", "check": "check_name", "index": "number", "table": "table_number", "values": "message_values"}
"""Fields whose names are reserved words of SQL."""
PLACE = {"page": "INTEGER", "start": "INTEGER", "end": "INTEGER", "quote": "TEXT", "boxes": "TEXT", "at": "INTEGER"}
DAY_OR_YEAR = "day or year"
if TYPE_CHECKING:
    import sqlite3

    Row = sqlite3.Row | Mapping[str, Any]


class Columns:
    """How the records of one type stand in a table: the columns without `document` and `n`, and both directions."""

    def __init__(self, cls: type, without: frozenset[str] = frozenset()) -> None:
        self.cls = cls
        self.hints = {name: hint for name, hint in get_type_hints(cls).items() if name not in without}
        self.types: dict[str, str] = {}
        for name, hint in self.hints.items():
            if _bare(hint) is Source:
                self.types |= PLACE
            else:
                self.types[RENAMED.get(name, name)] = _affinity(hint)
        self._values = attrgetter(*self.hints)
        self._encoders = [_place if _bare(hint) is Source else _encoder(hint) for hint in self.hints.values()]
        self._decoders = [
            (name, RENAMED.get(name, name), None if _bare(hint) is Source else _cell(hint), _optional(hint), get_origin(hint) is tuple)
            for name, hint in self.hints.items()
        ]

    @property
    def names(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(self.types)

    def row(self, record: Any, memo: Memo | None = None) -> list[Any]:
        """A record as a row, in the order of `names`. Records of one document may share a `memo`."""
        memo = {} if memo is None else memo
        out: list[Any] = []
        for encode, value in zip(self._encoders, self._values(record), strict=True):
            if encode is None:
                out.append(value)
            elif encode is _place:
                out += _place(value, memo)
            else:
                out.append(encode(value, memo))
        return out

    def record(self, row: Row) -> Any:
        """The record of a row. A field whose column is NULL and that may not be None gets its default."""
        return self.cls(**self.fields(row))

    def fields(self, row: Row) -> dict[str, Any]:
        """The fields of a row by name; those that are NULL and may not be None are left to their default."""
        out: dict[str, Any] = {}
        for name, column, decode, optional, is_list in self._decoders:
            if decode is None:
                out[name] = _unplaced(row)
            elif (value := row[column]) is not None:
                out[name] = decode(value)
            elif optional:
                out[name] = None
            elif is_list:
                out[name] = ()
        return out


def _optional(hint: Any) -> bool:
    return type(None) in get_args(hint)


@cache
def _bare(hint: Any) -> Any:
    """The type without "or None"; DAY_OR_YEAR for a day or a year."""
    if get_origin(hint) not in (Union, UnionType):
        return hint
    arms = [arm for arm in get_args(hint) if arm is not type(None)]
    return arms[0] if len(arms) == 1 else DAY_OR_YEAR if set(arms) == {date, int} else hint


def _affinity(hint: Any) -> str:
    return {int: "INTEGER", bool: "INTEGER", float: "REAL"}.get(_bare(hint), "TEXT")


def _encoder(hint: Any) -> Callable[[Any, Memo], Any] | None:
    """From the value of a field to a column; None where it stands as it is."""
    bare = _bare(hint)
    if bare in (str, int, float):
        return None
    if bare is bool:
        return lambda value, memo: None if value is None else int(value)
    if bare in (Decimal, date, DAY_OR_YEAR):
        return lambda value, memo: None if value is None else str(value)
    empty = None if not _optional(hint) else "[]"
    return lambda value, memo: None if value is None else empty if not value and not is_dataclass(value) else written(value, memo)


def _cell(hint: Any) -> Callable[[Any], Any]:
    """From a column to the value of a field."""
    bare = _bare(hint)
    if bare is DAY_OR_YEAR:
        return lambda text: int(text) if text.isdecimal() else date.fromisoformat(text)
    decode = decoder(hint)
    if bare in (str, int, float, bool, Decimal, date):
        return decode
    return lambda text: decode(json.loads(text))


def _place(source: Source | None, memo: Memo) -> list[Any]:
    if source is None:
        return [None] * len(PLACE)
    return [source.page, source.start, source.end, source.quote, boxes_written(source.boxes, memo) if source.boxes else None, source.at]


def _unplaced(row: Row) -> Source | None:
    if row["page"] is None:
        return None
    boxes = tuple(tuple(box) for box in json.loads(row["boxes"])) if row["boxes"] else ()
    return Source(row["page"], row["start"], row["end"], row["quote"], boxes, row["at"])
