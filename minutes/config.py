"""What a project has settled once and for all: `minutes.toml`, or `[tool.minutes]` in pyproject.toml."""

from __future__ import annotations

import os
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from minutes.language import LANGUAGES, _
from minutes.trouble import unparsed

SEVERITIES = ("note", "warning", "error")


class BadConfig(Exception):
    """The file of settings is wrong; the message names file, key and what is allowed."""


@dataclass(frozen=True, slots=True)
class Config:
    """`select` and `ignore` are names of checks; `fail_on` is the least severity that makes `minutes check` answer 1; `path` is the file
    that says it."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    criteria: str | None = None
    db: str = "minutes.db"
    lang: str = "da"
    fail_on: str = "warning"
    path: str = field(default="", compare=False)


ALLOWED: dict[str, tuple[str, ...]] = {"lang": LANGUAGES, "fail_on": SEVERITIES}


def find(folder: Path) -> tuple[Path, dict[str, Any]] | None:
    """The nearest settings at or above `folder`, with the file they stand in."""
    for place in [folder, *folder.parents]:
        for name, keys in (("minutes.toml", ()), ("pyproject.toml", ("tool", "minutes"))):
            table = _table(place / name, keys)
            if table is not None:
                return place / name, table
    return None


def load(folder: Path) -> Config:
    """The settings that hold in `folder`; the files that they name lie beside them. Raises BadConfig."""
    here = folder.resolve()
    if not (found := find(here)):
        return Config()
    said, (path, table) = _checked(*found), found
    files: dict[str, Any] = {name: _beside(path, table[name], here) for name in ("db", "criteria") if name in table}
    return replace(said, **files)


def _beside(settings: Path, name: str, here: Path) -> str:
    """A file or folder named in the settings, as it is called from here."""
    return name if Path(name).is_absolute() else os.path.relpath(settings.parent / name, here)


def _table(path: Path, keys: tuple[str, ...]) -> dict[str, Any] | None:
    if not os.path.isfile(path):
        return None
    import tomllib

    try:
        table: Any = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BadConfig(_("{path}: kan ikke læses som TOML ({error})", path=path, error=unparsed(error))) from None
    for key in keys:
        table = table.get(key) if isinstance(table, dict) else None
    return table


def _checked(path: Path, table: dict[str, Any]) -> Config:
    known = {f.name: f for f in fields(Config) if f.name != "path"}
    allowed = ", ".join(sorted(known)).replace("_", "-")
    values: dict[str, Any] = {}
    for key, value in table.items():
        name = key.replace("-", "_")
        if name not in known:
            raise BadConfig(_("{path}: ukendt nøgle {key}; kendte er {known}", path=path, key=key, known=allowed))
        values[name] = _value(path, key, name, value)
    return Config(**values, path=str(path))


def _value(path: Path, key: str, name: str, value: Any) -> Any:
    if name in ("select", "ignore"):
        if not isinstance(value, list) or not all(isinstance(v, str) for v in value):
            raise BadConfig(_("{path}: {key} skal være en liste af navne på tjek", path=path, key=key))
        return tuple(value)
    if name == "fail_on" and isinstance(value, str):
        from minutes.names import SEVERITIES as called
        from minutes.names import code

        value = code(value, called) or value
    if not isinstance(value, str) or value not in ALLOWED.get(name, (value,)):
        *others, last = ALLOWED.get(name, (_("en tekst"),))
        allowed = _(" eller ").join([", ".join(others), last] if others else [last])
        raise BadConfig(_("{path}: {key} skal være {allowed}", path=path, key=key, allowed=allowed))
    return value
