"""What documents are called where several are shown: by the names of their files, and those of one name with so much of their paths as
tells them apart ("a/referat.pdf", "b/referat.pdf")."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from minutes.records import Evidence, Finding

if TYPE_CHECKING:
    from minutes.checks import Report

K = TypeVar("K", bound=Hashable)
Names = Mapping[tuple[str, str], str]
"""sha256 and name of a document → what it is called; only those that share their name."""
FILES = """SELECT d.sha256, d.file, coalesce(f.path, d.file) FROM documents d LEFT JOIN files f ON f.document = d.id WHERE {which}
    ORDER BY substr(f.path, -length(d.file)) = d.file, f.path DESC"""
"""The documents of a database with each path where they lie; last one that ends with the document's own name."""
MANY = 500
"""Names that one question to the database takes."""


def apart(files: Mapping[K, tuple[str, str]]) -> dict[K, str]:
    """What to call each of those whose name another has, by the name and the path of each."""
    alike: dict[str, list[K]] = defaultdict(list)
    for key, (file, _path) in files.items():
        alike[file].append(key)
    return {key: said for keys in alike.values() if len(keys) > 1 for key, said in _told({key: files[key][1] for key in keys}).items()}


def _told(lying: Mapping[K, str]) -> dict[K, str]:
    """The shortest end of each path that no other ends with; the whole path where others do."""
    parts = {key: tuple(path.replace("\\", "/").split("/")) for key, path in lying.items()}
    said: dict[K, str] = {}
    for length in range(1, max(map(len, parts.values())) + 1):
        ends = Counter(own[-length:] for own in parts.values())
        found = {key: own[-length:] for key, own in parts.items() if key not in said and (ends[own[-length:]] == 1 or len(own) <= length)}
        said |= {key: "/".join(end) for key, end in found.items()}
    return said


def paths(connection: sqlite3.Connection, which: str = "1", files: Sequence[str] = ()) -> dict[tuple[str, str], str]:
    """sha256 and name of each document of a database → a path where it lies."""
    return {(sha256, file): path for sha256, file, path in connection.execute(FILES.format(which=which), files)}


def of_database(connection: sqlite3.Connection) -> Names:
    """What the documents of a database are called."""
    return of_paths(paths(connection, "d.file IN (SELECT file FROM documents GROUP BY file HAVING count(*) > 1)"))


def of_files(connection: sqlite3.Connection, files: Collection[str]) -> Names:
    """What the documents with these names are called: the others are not asked for, unless they are many."""
    if len(files) > MANY:
        return of_database(connection)
    return of_paths(paths(connection, f"d.file IN ({', '.join('?' * len(files))})", [*files]))


def of_ids(connection: sqlite3.Connection, ids: Collection[int]) -> dict[int, str]:
    """The same by the ids of these documents."""
    rows = connection.execute(f"SELECT id, sha256, file FROM documents WHERE id IN ({', '.join('?' * len(ids))})", [*ids]).fetchall()
    names = of_files(connection, {file for _, _, file in rows})
    return {number: names[sha256, file] for number, sha256, file in rows if (sha256, file) in names}


def of_paths(lying: Mapping[tuple[str, str], str]) -> Names:
    """The same by their paths."""
    return apart({document: (document[1], path) for document, path in lying.items()})


def report(said: Report, names: Names) -> Report:
    """A judged document with its findings, each document by what it is called."""
    if not names:
        return said
    d = said.document
    found = [finding(f, d.sha256, names) for f in said.findings]
    return replace(said, document=replace(d, called=names.get((d.sha256, d.file), "")), findings=found)


def finding(said: Finding, judged: str, names: Names) -> Finding:
    """A finding of the document with the sum `judged`, each document by what it is called."""

    def called(e: Evidence) -> Evidence:
        return replace(e, called=names.get((e.sha256 or judged, e.document), ""))

    return replace(said, evidence=tuple(map(called, said.evidence)), values=values(said.values, names)) if names else said


def values(said: Mapping[str, str], names: Names) -> dict[str, str]:
    """The values of a finding's sentence, the two documents that it names by what they are called."""
    sides = {side: names.get((said.get(f"{side}_sha256", ""), said.get(side, "")), "") for side in ("one", "other")}
    return {**said, **{side: name for side, name in sides.items() if name}}


def is_meant(asked: str, file: str, path: Any = "") -> bool:
    """Whether a document is one of those asked for by a part of its name, or with a stroke between folders by a part of its path."""
    asked, path = (str(said).replace("\\", "/").casefold() for said in (asked, path))
    return asked in file.casefold() or "/" in asked and asked in path
