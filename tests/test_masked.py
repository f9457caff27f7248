"""A personal number of a document stands in no output: not on the screen, not in a file, not on the site."""

from __future__ import annotations

import asyncio
import json
import re

import pytest

from extractors.ingest.drafts import read_all
from minutes import contract, found, show, store
from minutes.checks import judge
from minutes.database import open_database
from minutes.packing import pack
from minutes.report import html, ledger, marked, rows, sarif, text
from tests.program import minutes

TEXT = """Granby Kommune
Byrådet den 14. juni 2022
Punkt 3: Tilskud til Ole Bro, cpr-nr. 150336-4006
Sagsfremstilling
Personnummer 1503364006 får 450.000 kr. og borgeren 150336-4006 får 250.000 kr., i alt 800.000 kr.
Beslutning
Vedtaget, at 150336-4006 får tilskud på 250.000 kr.
Ida Krogh (A) bemærkede til protokollen, at 150336-4006 er nævnt i bilag 2.
Det står i sagsnr. 010203-1234.
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cpr")
    (folder / "referat.txt").write_text(TEXT, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def report(folder):
    (report,) = judge(read_all([folder / "referat.txt"]).documents)
    assert report.document.items and report.document.decisions and report.document.remarks and report.claims and report.findings
    return report


@pytest.fixture(scope="module")
def database(folder, report):
    db = open_database(folder / "m.db")
    store.put(db, pack(report), "/arkiv/referat.txt")
    db.close()
    return folder / "m.db"


def plain(text: str, **_style: object) -> str:
    return text


REPORTS = {
    "extract": lambda r: contract.line(r, with_text=True),
    "marked": marked.page,
    "check": lambda r: "\n".join(text.lines([r])),
    "html": lambda r: html.report([r]),
    "csv": lambda r: "".join(rows.to_csv(sheet([r])) for sheet in rows.SHEETS.values()),
    "sarif": lambda r: json.dumps(sarif.log([r])),
    "ledger": lambda r: "\n".join(ledger.lines([r], None, as_json=False)),
    "ledger --json": lambda r: "\n".join(ledger.lines([r], None, as_json=True)),
}


@pytest.mark.parametrize("name", REPORTS)
def test_no_report_has_the_number(report, name):
    said = REPORTS[name](report)
    assert "4006" not in said
    assert "250.000" in said or name == "check"


def test_a_quote_is_the_masked_page_at_its_place(report):
    said = json.loads(contract.line(report, with_text=True))
    records = [record for kind in said.values() if isinstance(kind, list) for record in kind if "quote" in record]
    places = records + [e for kind in ("claims", "findings") for record in said[kind] for e in record["evidence"]]
    assert any("****" in place["quote"] for place in places)
    assert all(said["pages"][0]["text"][place["start"] : place["end"]] == place["quote"] for place in places)
    assert "sagsnr. 010203-1234" in said["pages"][0]["text"], "other numbers stay"


IDS = ["1", "item-1.1", "decision-1.1", "remark-1.1", "page-1.1", "amount-1.1", "claim-1.1", "finding-1.1"]


@pytest.mark.parametrize("id", IDS)
@pytest.mark.parametrize("as_json", [True, False])
def test_no_record_that_is_shown_has_it(database, id, as_json):
    assert "4006" not in "\n".join(show.lines(database, id, as_json, plain))


@pytest.mark.parametrize("as_json", [True, False])
def test_no_hit_has_it(database, as_json):
    assert (hits := found.lines(database, "tilskud", 20, as_json, plain)) and "4006" not in "\n".join(hits)


TABLES = ["documents", "items", "decisions", "remarks", "pages", "amounts", "claims", "ledger", "findings"]
PAGES = ["/", "/soeg?q=tilskud", "/dokument/1", "/fund", *(f"/m/{t}{end}" for t in TABLES for end in ("", ".json", ".csv"))]


@pytest.fixture(scope="module")
def served(database):
    """The pages of the site, by their addresses."""
    app = pytest.importorskip("datasette.app")

    async def fetched():
        site = app.Datasette([str(database)])
        return {page: (await site.client.get(page, follow_redirects=True)) for page in PAGES}

    return asyncio.run(fetched())


@pytest.mark.parametrize("page", PAGES)
def test_no_page_of_the_site_has_it(served, page):
    text = re.sub(r"\"query_ms\": [\d.]+", "", served[page].text)  # a time may hold any digits
    assert served[page].status_code == 200 and "4006" not in text


def test_check_and_report_as_json_have_it_not(folder):
    for command in (["check", "referat.txt", "--json"], ["report", "referat.txt", "--format", "json"]):
        said = minutes(*command, cwd=folder).stdout
        assert "****" in said and "4006" not in said
