"""The values of records as JSON and back, by the types of their fields alone."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from json.encoder import encode_basestring
from operator import attrgetter
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from minutes import records
from minutes.records import Box, Source

TAG = "$type"
"""The key under which JSON tells the type of a value that no field declares (`Claim.extra`)."""
RECORDS: dict[str, type] = {
    f"{cls.__module__}:{cls.__qualname__}": cls for cls in vars(records).values() if isinstance(cls, type) and is_dataclass(cls)
}
"""The only classes that are made from what a database says."""


dumps = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""JSON without spaces, with the letters as they are."""
Memo = dict[int, str]
"""What has been written, by the identity of the record: claims share their quantities, and all of them their places."""


def written(value: Any, memo: Memo | None = None) -> str:
    """A value of a record as JSON; fields of nested records that have their default are left out.

    A `memo` is for records that all stay alive as long as it is used.
    """
    return _WRITERS[type(value)](value, {} if memo is None else memo)


class _Writers(dict[type, Callable[[Any, Memo], str]]):
    """The function for each type, made when the type is first met."""

    def __missing__(self, kind: type) -> Callable[[Any, Memo], str]:
        made = self[kind] = _writer(kind)
        return made


_WRITERS = _Writers()


def _writer(kind: type) -> Callable[[Any, Memo], str]:
    """The function that writes values of a type as JSON without spaces, with the letters as they are."""
    if kind is Source:
        return _write_source
    if is_dataclass(kind):
        return _record_writer(kind)
    if issubclass(kind, tuple | list):
        return lambda values, memo: f"[{','.join([_WRITERS[type(v)](v, memo) for v in values])}]"
    if issubclass(kind, Mapping):
        return lambda said, memo: dumps({str(k): tagged(v) for k, v in said.items()})
    if kind in (Decimal, date):
        return lambda value, memo: f'"{value}"'
    if kind is str:
        return lambda value, memo: encode_basestring(value)
    if kind is int:
        return lambda value, memo: str(value)
    return lambda value, memo: dumps(value)


def _write_source(source: Source, memo: Memo) -> str:
    said = memo.get(id(source))
    if said is None:
        boxes = f',"boxes":{boxes_written(source.boxes, memo)}' if source.boxes else ""
        at = f',"at":{source.at}' if source.at != -1 else ""
        said = f'{{"page":{source.page},"start":{source.start},"end":{source.end},"quote":{encode_basestring(source.quote)}{boxes}{at}}}'
        memo[id(source)] = said
    return said


def boxes_written(boxes: tuple[Box, ...], memo: Memo) -> str:
    """The boxes of a place as JSON."""
    said = memo.get(id(boxes))
    if said is None:
        each = [f"[{_number(a)},{_number(b)},{_number(c)},{_number(d)}]" for a, b, c, d in boxes]
        said = memo[id(boxes)] = f"[{','.join(each)}]"
    return said


_number = lru_cache(maxsize=None, typed=True)(repr)
"""Places come in tenths of a point, the same ones again and again."""


def _record_writer(cls: type) -> Callable[[Any, Memo], str]:
    shape = [(f'"{f.name}":', _default(f)) for f in fields(cls)]
    values = attrgetter(*(f.name for f in fields(cls)))

    def write(record: Any, memo: Memo) -> str:
        said = memo.get(id(record))
        if said is None:
            parts = []
            for (label, default), value in zip(shape, values(record), strict=True):
                if default is MISSING or value is not default and value != default:
                    parts.append(label + _WRITERS[type(value)](value, memo))
            said = memo[id(record)] = f"{{{','.join(parts)}}}"
        return said

    return write


def tagged(value: Any) -> Any:
    """The same for a value whose type nothing declares: what JSON does not have carries its type along."""
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, list):
        return [tagged(v) for v in value]
    if isinstance(value, dict):
        return {str(k): tagged(v) for k, v in value.items()}
    if isinstance(value, tuple | set | frozenset):
        return {TAG: type(value).__name__, "values": [tagged(v) for v in value]}
    if is_dataclass(value):
        kind = f"{type(value).__module__}:{type(value).__qualname__}"
        return {TAG: kind} | {f.name: tagged(getattr(value, f.name)) for f in fields(value)}
    return {TAG: type(value).__name__, "text": value.isoformat() if isinstance(value, date) else str(value)}


def untagged(said: Any) -> Any:
    """What `tagged` was given. Raises ValueError for a record that is none of ours: a database may come from anywhere."""
    if isinstance(said, list):
        return [untagged(v) for v in said]
    if not isinstance(said, dict):
        return said
    kind = said.get(TAG)
    if kind is None:
        return {k: untagged(v) for k, v in said.items()}
    if "values" in said:
        return {"tuple": tuple, "set": set, "frozenset": frozenset}[kind](untagged(said["values"]))
    if "text" in said:
        return _TOLD.get(kind, str)(said["text"])
    if kind not in RECORDS:
        raise ValueError(f"{kind} is no record of ours")
    return RECORDS[kind](**{k: untagged(v) for k, v in said.items() if k != TAG})


_TOLD: dict[str, Callable[[str], Any]] = {"Decimal": Decimal, "date": date.fromisoformat}


def _default(f: Field) -> Any:
    if f.default_factory is not MISSING:
        return f.default_factory()
    return f.default


@cache
def decoder(hint: Any) -> Callable[[Any], Any]:
    """The function that makes a value of the type `hint` from JSON."""
    arms = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return _either([decoder(arm) for arm in arms if arm is not type(None)])
    if get_origin(hint) is tuple:
        return _tuple(arms)
    if get_origin(hint) is list:
        return lambda said: [decoder(arms[0])(v) for v in said]
    if get_origin(hint) is dict or hint in (dict, Any):
        return untagged
    if isinstance(hint, type) and is_dataclass(hint):
        return _record(hint)
    return _PLAIN.get(hint, lambda said: said)


_PLAIN: dict[Any, Callable[[Any], Any]] = {Decimal: Decimal, date: date.fromisoformat, bool: bool}


def _either(choices: list[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    def decode(said: Any) -> Any:
        if said is None:
            return None
        for choice in choices[:-1]:
            try:
                return choice(said)
            except (TypeError, ValueError):
                continue
        return choices[-1](said)

    return decode


def _tuple(arms: tuple[Any, ...]) -> Callable[[Any], Any]:
    if len(arms) == 2 and arms[1] is Ellipsis:
        one = decoder(arms[0])
        return lambda said: tuple(map(one, said))
    each = [decoder(arm) for arm in arms]
    return lambda said: tuple(decode(v) for decode, v in zip(each, said, strict=True))


def _record(cls: type) -> Callable[[Any], Any]:
    hints = get_type_hints(cls)

    def decode(said: dict[str, Any]) -> Any:
        return cls(**{name: decoder(hints[name])(v) for name, v in said.items() if name in hints})

    return decode
