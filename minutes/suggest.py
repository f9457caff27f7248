"""What somebody may have meant who searched for words that stand nowhere."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from minutes.compounds import alike
from minutes.query import PHRASE
from minutes.search import connect, search
from minutes.words import WORD

NEAR, LEAST = 1 / 5, 5
"""The share of a stem's letters that may be wrong, and how many it has at least: what is shorter comes near too much else."""


def meant(path: Path | str, typed: str) -> str | None:
    """What was typed with every unknown word as the nearest one that stands in some document, when that finds something."""
    with closing(connect(path)) as connection:
        better = WORD.sub(lambda m: next(_nearest(m[0], connection, path), m[0]), PHRASE.sub(r"\1", typed))
    return better if better != typed and search(path, better, limit=1) else None


def _nearest(word: str, connection: sqlite3.Connection, path: Path | str) -> Iterator[str]:
    """How a document prints the known word that takes the fewest letters to become this one, unless this one is known or a number."""
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    stems = alike(word)
    length = len(stems[0])
    known = f"SELECT 1 FROM vocabulary WHERE word IN ({','.join('?' * len(stems))}) LIMIT 1"
    if length < LEAST or not word.isalpha() or connection.execute(known, stems).fetchone():
        return
    most = max(round(length * NEAR), 1)
    rows = connection.execute("SELECT word FROM vocabulary WHERE length(word) BETWEEN ? AND ?", (length - most, length + most))
    best = process.extractOne(stems[0], (row[0] for row in rows), scorer=OSA.distance, score_cutoff=most)
    for hit in search(path, f"{best[0]}*", limit=1) if best else ():
        yield from (re.sub(r"\s+", " ", hit.snippet[start:end]).lower() for start, end in hit.marks)
