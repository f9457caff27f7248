"""Files of one name in several folders, as municipal systems make them ("referat.pdf"): each keeps its own path, text and findings."""

from __future__ import annotations

import asyncio
import json
import re

import pytest

from extractors.ingest.drafts import read_all
from minutes import review, store
from minutes.checks import judge
from minutes.database import open_database
from minutes.packing import pack
from minutes.report import html, text

CASE = "Granby Kommune\nByrådet den 14. juni 2022\nPunkt 3: Helhedsplan for Engparken\nSagsnr. 03.25.00-P20-3-22\n"
TEXTS = {
    "a": f"{CASE}Alfa. Driften af den nye institution koster 9,2 mio. kr. årligt.\nMødet er onsdag den 15. november 2018.\n",
    "b": f"{CASE}Beta og mere før. Driften af den nye institution koster 9,6 mio. kr. årligt.\nMødet er fredag den 16. august 2018.",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("to")
    for name, said in TEXTS.items():
        (folder / name).mkdir()
        (folder / name / "referat.txt").write_text(said, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def drafts(folder):
    return read_all([folder])


@pytest.fixture(scope="module")
def database(folder, drafts):
    """The same, stored and checked across documents."""
    path = folder / "m.db"
    db = open_database(path)
    for document, name in zip(drafts.documents, TEXTS, strict=True):
        (alone,) = judge([document])
        store.put(db, pack(alone), str(folder / name / "referat.txt"))
    list(review.reports(db))
    return path


def told(reports, paths) -> list[str]:
    return list(text.lines(reports, paths=paths))


def assert_each_has_its_own(lines: list[str], folder) -> None:
    """Every finding stands under the path of the file that it is in."""
    under = {name: [line for line in lines if line.startswith(f"{folder}/{name}/referat.txt:")] for name in TEXTS}
    dates = {name: [line for line in said if "date-impossible" in line] for name, said in under.items()}
    assert [len(found) for found in dates.values()] == [1, 1]
    assert "15. november" in dates["a"][0] and "16. august" in dates["b"][0]
    assert all(any("udsagn efterprøvet" in line for line in said) for said in under.values())


def test_drafts_keep_their_paths(folder, drafts):
    assert_each_has_its_own(told(judge(drafts.documents), drafts.paths), folder)


def test_stored_documents_keep_their_paths(folder, database):
    reviewed = review.of_database(database)
    assert_each_has_its_own(told(reviewed.reports, reviewed.paths), folder)


def test_a_place_in_the_other_document_is_told_with_its_path(folder, drafts):
    lines = told(judge(drafts.documents), drafts.paths)
    quotes = [lines[n + 1 : n + 3] for n, line in enumerate(lines) if "across-differs" in line]
    assert [(first.strip()[:5], second.strip().split()[0]) for first, second in quotes] == [
        ('"Drif', f"{folder}/b/referat.txt"),
        ('"Drif', f"{folder}/a/referat.txt"),
    ]


MARKED = [
    "onsdag den 15. november 2018",
    "Driften af den nye institution koster 9,2 mio. kr. årligt.",
    "Driften af den nye institution koster 9,6 mio. kr. årligt.",
    "fredag den 16. august 2018",
    "Driften af den nye institution koster 9,6 mio. kr. årligt.",
    "Driften af den nye institution koster 9,2 mio. kr. årligt.",
]


def test_a_report_marks_the_places_in_their_own_text(drafts):
    page = html.report(judge(drafts.documents))
    assert sorted(re.findall(r"<mark>(.*?)</mark>", page)) == sorted(MARKED)


def test_what_differs_between_them_is_stored_and_says_which(database):
    db = open_database(database)
    rows = [json.loads(row[0]) for row in db.conn.execute("SELECT evidence FROM findings WHERE across ORDER BY document")]
    sums = [row[0] for row in db.conn.execute("SELECT sha256 FROM documents ORDER BY id")]
    assert [[place.get("sha256", "") for place in row] for row in rows] == [["", sums[1]], ["", sums[0]]]


def test_the_site_links_to_the_document_where_it_stands(database):
    datasette = pytest.importorskip("datasette.app")
    from minutes.site import pages

    found = asyncio.run(pages.found(datasette.Datasette([str(database)]), "across"))
    assert [[p["link"].split("?")[0] for p in f["passages"]] for f in found] == [
        ["/dokument/1", "/dokument/2"],
        ["/dokument/2", "/dokument/1"],
    ]
    assert all("".join(s.text for s in p["stretches"]).count("institution") == 1 for f in found for p in f["passages"])
