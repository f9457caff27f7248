"""From a folder of TOML to rules: every key is checked, and every complaint names the file, the key and what is allowed."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from minutes.criteria.rules import CONFIDENCES, KINDS, MEASURES, OPERATORS, STATUSES, UNITS
from minutes.language import _
from minutes.trouble import unparsed

NUMBER = (int, Decimal)
ORIGIN = {"title": str, "reference": str, "url": str, "source": str, "confidence": CONFIDENCES, "verified": date, "note": str}
KEYS: dict[str, dict[str, Any]] = {
    "source": ORIGIN,
    "indicator": {"id": str, "label": str, "unit": UNITS, "population": str, **ORIGIN},
    "criterion": {
        "id": str,
        "indicator": str,
        "measure": str,
        "operator": OPERATORS,
        "value": NUMBER,
        "population": str,
        "average_years": int,
        **ORIGIN,
    },
    "rule_set": {
        "id": str,
        "kind": KINDS,
        "status": STATUSES,
        "names": list,
        "from": date,
        "to": date,
        "rule": list,
        "area": str,
        "published": str,
        "expected": int,
        "transition": dict,
        **ORIGIN,
    },
    "list": {
        "day": date,
        "udsat": int,
        "ghetto": int,
        "haard": int,
        "forebyggelse": int,
        "names": str,
        "names_confidence": CONFIDENCES,
        "day_confirmed": bool,
        **ORIGIN,
    },
    "area": {
        "name": str,
        "municipality": str,
        "variants": list,
        "misspelt": list,
        "loose": list,
        "parts": list,
        "common": bool,
        "on": list,
        "off": list,
        **ORIGIN,
    },
    "year": {"list": date, "average": NUMBER, "limit_2x": NUMBER, "limit_3x": NUMBER, **ORIGIN},
    "value": {
        "area": str,
        "day": date,
        **dict.fromkeys(MEASURES, NUMBER),
        **ORIGIN,
    },
    "other": {
        "id": str,
        "text": str,
        "status": STATUSES,
        "from": date,
        "to": date,
        "operator": OPERATORS,
        "value": NUMBER,
        "unit": UNITS,
        **ORIGIN,
    },
}
"""The tables of a file and their keys: a type, or the words that are allowed."""

REQUIRED = {
    "source": ("title", "reference", "confidence"),
    "indicator": ("id", "label", "unit", "population"),
    "criterion": ("id", "indicator", "operator", "value"),
    "rule_set": ("id", "kind", "status", "from", "rule"),
    "list": ("day", "names"),
    "area": ("name", "municipality", "on"),
    "year": ("list", "confidence"),
    "value": ("area", "day"),
    "other": ("id", "title", "text", "reference", "confidence"),
}
CONDITIONS = {"met": str, "least": int, "of": list, "on_list": str, "not_on": str, "any": list, "years_in_a_row": int}
TYPES = {
    str: "tekst",
    int: "et helt tal",
    NUMBER: "et tal",
    date: "en dato (2014-02-01)",
    bool: "true eller false",
    list: "en liste",
    dict: "en tabel",
}


class CriteriaError(Exception):
    """The rules cannot be used; `lines` says why, one complaint a line."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = lines


@dataclass(slots=True)
class Tables:
    """What the files hold, table by table, each entry with its file; and what is wrong with it."""

    entries: dict[str, list[tuple[str, dict[str, Any]]]] = field(default_factory=lambda: {name: [] for name in KEYS})
    wrong: list[str] = field(default_factory=list)

    def of(self, table: str, file: str | None = None) -> list[tuple[str, dict[str, Any]]]:
        """The entries of a table, of one file or all."""
        return [e for e in self.entries[table] if file in (None, e[0])]


Texts = tuple[tuple[str, str], ...]
"""The files of a folder of rules: name and text of each."""


def texts(folder: Path) -> Texts:
    """Every TOML file of a folder. Raises CriteriaError."""
    if not folder.is_dir():
        raise CriteriaError([_("{folder} er ingen mappe", folder=folder) if folder.exists() else _("{path} findes ikke", path=folder)])
    try:
        found = tuple((path.name, path.read_text(encoding="utf-8")) for path in sorted(folder.iterdir()) if path.suffix == ".toml")
    except (OSError, UnicodeDecodeError) as error:
        raise CriteriaError([_("{folder}: kan ikke læses ({error})", folder=folder, error=unparsed(error))]) from None
    if not found:
        raise CriteriaError([_("{folder}: ingen .toml-filer i mappen", folder=folder)])
    return found


def read(files: Texts, tables: Tables) -> None:
    """Read files of rules into `tables`, checking keys and kinds of values."""
    for name, text in files:
        try:
            _take(name, tomllib.loads(text, parse_float=Decimal), tables)
        except tomllib.TOMLDecodeError as error:
            tables.wrong.append(_("{path}: kan ikke læses som TOML ({error})", path=name, error=unparsed(error)))


def _take(file: str, content: dict[str, Any], tables: Tables) -> None:
    for table, entries in content.items():
        if table not in KEYS:
            said = _("{file}: tabellen '{table}' kendes ikke; tilladt: {allowed}", file=file, table=table, allowed=", ".join(KEYS))
            tables.wrong.append(said)
            continue
        for i, entry in enumerate(entries if isinstance(entries, list) else [entries], 1):
            if not isinstance(entry, dict):
                tables.wrong.append(_("{file}: '{table}' skal skrives som [[{table}]]", file=file, table=table))
                continue
            where = f"{file}: {table} {entry.get('id') or entry.get('name') or entry.get('day') or i}"
            before = len(tables.wrong)
            tables.wrong += list(_complaints(where, entry, KEYS[table], REQUIRED[table]))
            if len(tables.wrong) == before:
                tables.entries[table].append((file, entry))


def _complaints(where: str, entry: dict[str, Any], keys: dict[str, Any], required: tuple[str, ...]):
    for key in required:
        if key not in entry:
            yield _("{where}: '{key}' mangler", where=where, key=key)
    for key, value in entry.items():
        if key not in keys:
            yield _("{where}: '{key}' kendes ikke; tilladt: {allowed}", where=where, key=key, allowed=", ".join(keys))
        elif wrong := _kind_complaint(value, keys[key]):
            yield f"{where}: '{key}' {wrong}"
        elif key in ("rule", "any"):
            yield from _rule_complaints(f"{where}: '{key}'", value)


def _kind_complaint(value: Any, allowed: Any) -> str | None:
    if isinstance(allowed, tuple) and isinstance(allowed[0], str):
        return None if value in allowed else _("er {value}; tilladt: {allowed}", value=repr(value), allowed=", ".join(allowed))
    if isinstance(value, allowed) and not (isinstance(value, bool) and allowed is not bool):
        return None
    return _("skal være {kind}, ikke {value}", kind=_(TYPES[allowed]), value=repr(value))


def _rule_complaints(where: str, conditions: list[Any]):
    for condition in conditions:
        if not isinstance(condition, dict):
            yield _('{where}: en betingelse skal skrives {{ met = "..." }} eller {{ least = 2, of = [...] }}', where=where)
            continue
        yield from _complaints(where, condition, CONDITIONS, ())
        named = [k for k in condition if k != "of"]
        if len(named) != 1:
            yield _("{where}: netop en af met, least, on_list, not_on, any, years_in_a_row i hver betingelse", where=where)
        if "least" in condition and not 0 < condition["least"] <= len(condition.get("of", [])):
            yield _("{where}: 'least' skal være mellem 1 og antallet i 'of'", where=where)
