"""The store: what goes in comes out, once, whole, and under the same id."""

import re
import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes import records, store, waivers
from minutes.codec import tagged, untagged
from minutes.columns import Columns
from minutes.database import CannotStore, open_database
from minutes.migrations import MIGRATIONS, migrate
from minutes.packing import CHILDREN, COLUMNS, title_key
from tests.store_cases import decision, document, finding, packed, place

ROOT = Path(__file__).parent.parent


@pytest.fixture
def db(tmp_path):
    return open_database(tmp_path / "m.db")


def count(db, table: str) -> int:
    return db[table].count


def test_a_document_comes_out_as_it_went_in(db):
    said = document()
    out = store.load(db, store.put(db, packed(said), "/a/referat.pdf"))
    assert out == said
    assert [c.extra for c in out.claims] == [c.extra for c in said.claims]
    assert out.decisions[0].source.at == said.decisions[0].source.at


def test_a_document_without_anything(db):
    said = records.Document("tom.txt", "b" * 64, "other", ())
    assert store.load(db, store.put(db, packed(said), "/tom.txt")) == said


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBERS = st.integers(-(2**63), 2**63 - 1)
DECIMALS = st.decimals(allow_nan=False, allow_infinity=False)
PLAIN = st.none() | st.booleans() | NUMBERS | TEXTS | DECIMALS | st.dates()
KEYS = TEXTS.filter(lambda key: key != "$type")
ANYTHING = st.recursive(
    PLAIN, lambda inner: st.lists(inner, max_size=3) | st.tuples(inner) | st.dictionaries(KEYS, inner, max_size=3), max_leaves=6
)
for hint, strategy in ((str, TEXTS), (int, NUMBERS), (Decimal, DECIMALS)):
    st.register_type_strategy(hint, strategy)
st.register_type_strategy(float, st.floats(0, 1000))
st.register_type_strategy(date, st.dates(min_value=date(1000, 1, 1)))


@pytest.mark.parametrize("cls", [*CHILDREN.values(), records.Finding])
def test_any_record_comes_back_from_its_row(cls):
    columns = Columns(cls)

    @given(st.builds(cls, **({"extra": st.dictionaries(KEYS, ANYTHING, max_size=2)} if cls is records.Claim else {})))
    @settings(max_examples=25)
    def comes_back(record):
        assert columns.record(dict(zip(columns.names, columns.row(record), strict=True))) == record

    comes_back()


@given(st.dictionaries(KEYS, ANYTHING, max_size=3))
@settings(max_examples=50)
def test_values_without_a_declared_type_keep_theirs(value):
    assert untagged(tagged(value)) == value


def test_records_inside_such_values_keep_their_type():
    assert untagged(tagged({"where": place("bilag 2")})) == {"where": place("bilag 2")}


OTHERS = ["os:system", "minutes.database:open_database", "minutes.records:Path", "minutes.columns:Columns", "minutes.records"]


@pytest.mark.parametrize("kind", OTHERS)
def test_nothing_but_a_record_is_made_from_what_a_database_says(kind, tmp_path):
    with pytest.raises(ValueError, match="no record"):
        untagged({"$type": kind, "path": str(tmp_path / "new.db")})
    assert not list(tmp_path.iterdir())


def test_the_same_bytes_are_stored_once_under_two_names(db):
    first, second = store.put(db, packed(), "/a/referat.pdf"), store.put(db, packed(), "/b/kopi.pdf")
    assert first == second
    assert (count(db, "documents"), count(db, "files")) == (1, 2)


VERSIONS = [
    # stored, read, stored then
    ("1", "2", "2"),
    ("9", "10", "10"),
    ("1.9", "1.10", "1.10"),
    ("2", "1", "2"),
    ("10", "9", "10"),
]


@pytest.mark.parametrize(("before", "after", "then"), VERSIONS)
def test_a_newer_extractor_replaces_an_older_one_never_the_reverse(db, before, after, then):
    first = store.put(db, packed(document(version=before)), "/a.pdf")
    assert store.put(db, packed(document(version=after)), "/a.pdf") == first
    assert store.load(db, first).extractor_version == then
    assert count(db, "decisions") == 1
    assert db.execute("SELECT count(*) FROM search WHERE search MATCH 'folkeskol'").fetchone()[0] > 0
    assert db.execute("SELECT count(*) FROM search").fetchone()[0] == count(db, "passages")


def test_a_document_that_breaks_midway_leaves_nothing(db):
    broken = packed()
    broken.rows["decisions"] = [["too", "few"]]
    with pytest.raises(sqlite3.Error):
        store.put(db, broken, "/a.pdf")
    assert [count(db, table) for table in ("documents", "pages", "files", "passages", "search")] == [0] * 5


def test_a_document_that_goes_takes_everything_along(db):
    number = store.put(db, packed(findings=(finding(),)), "/a.pdf")
    db.execute("DELETE FROM documents WHERE id = ?", [number])
    left = {table: count(db, table) for table in db.table_names() if not table.startswith(("search_", "vocabulary", "migrations"))}
    assert {table: n for table, n in left.items() if n} == {}


def test_votes_and_money_are_numbers_in_sql(db):
    store.put(db, packed(), "/a.pdf")
    assert db.execute("SELECT votes_for, votes_against, votes_abstained, date FROM decisions").fetchone() == (14, 5, None, "2022-06-14")
    assert db.execute("SELECT sum(oere) / 100, typeof(max(oere)) FROM amounts").fetchone() == (8_050_000, "integer")
    with pytest.raises(sqlite3.IntegrityError):
        db.execute("UPDATE amounts SET oere = 'mange'")


def test_votes_without_numbers_are_not_no_votes(db):
    said = document(decisions=(replace(decision(), votes=records.Votes()), replace(decision(), votes=None)))
    out = store.load(db, store.put(db, packed(said), "/a.pdf"))
    assert [d.votes for d in out.decisions] == [records.Votes(), None]


def test_findings_and_ledger_come_with_the_report(db):
    claim = replace(document().claims[0], verdict="differs", computed="8.0")
    out = store.report(db, store.put(db, packed(findings=(finding(),), claims=(claim,)), "/a.pdf"))
    assert (out.findings, out.claims, out.document.claims[0].verdict) == ([finding()], [claim], None)
    assert out.findings[0].message == finding().message


def test_findings_across_documents_replace_those_of_the_last_check(db):
    number = store.put(db, packed(findings=(finding(),)), "/a.pdf")
    store.put_across(db, number, [finding("250.000 kr."), finding("36,5 %")])
    store.put_across(db, number, [finding("250.000 kr.")])
    assert [f.evidence[0].source.quote for f in store.report(db, number).findings] == ["7,8 mio. kr.", "250.000 kr."]


LINKED = [
    # the other document, linked?
    ({"case_numbers": ("17.01.00-P20-3-22",), "title": None, "items": ()}, True),
    ({"case_numbers": ("17.01.00 P20-3-22",), "title": None, "items": ()}, True),
    ({"case_numbers": (), "title": "ØU/KB - Udvidelse af Skovvejens skole (B)", "items": ()}, True),
    ({"case_numbers": ("17.01.00-P20-4-22",), "title": "Ny svømmehal i Granby", "items": ()}, False),
    ({"case_numbers": (), "title": "Eventuelt", "items": ()}, False),
    ({"case_numbers": (), "title": None, "items": ()}, False),
]


@pytest.mark.parametrize(("other", "expected"), LINKED)
def test_documents_of_the_same_case_are_found(db, other, expected):
    own = store.put(db, packed(), "/a.pdf")
    theirs = store.put(db, packed(document(sha256="b" * 64, **other)), "/b.pdf")
    assert store.linked(db, store.load(db, own)) == ([theirs] if expected else [])


def test_a_title_that_many_documents_share_links_none(db):
    for n in range(store.COMMON_KEY + 1):
        said = document(sha256=f"{n:064}", title="Godkendelse af dagsordenen", case_numbers=(), items=())
        number = store.put(db, packed(said), f"/{n}.pdf")
    assert store.linked(db, store.load(db, number)) == []


def test_title_key_refuses_what_is_too_short():
    assert [title_key(t) for t in ("Eventuelt", "(B)", "", "Meddelelser - orientering")] == [""] * 4


def test_a_waiver_survives_a_new_reading_and_goes_with_the_text(db):
    store.put(db, packed(findings=(finding(),)), "/a.pdf")
    waivers.waive(db, finding().key[:6], "Afrundet i bilaget", "ea")
    number = store.put(db, packed(document(version="2"), findings=(finding(), finding("36,5 %"))), "/a.pdf")
    standing = waivers.findings(db)
    assert [f.key for _, f in standing.open] == [finding("36,5 %").key]
    assert [(f.key, w.why, w.by) for _, f, w in standing.waived] == [(finding().key, "Afrundet i bilaget", "ea")]
    db.execute("DELETE FROM documents WHERE id = ?", [number])
    assert [(w.key, w.file) for w in waivers.findings(db).gone] == [(finding().key, "referat.pdf")]
    assert waivers.unwaive(db, finding().key)
    assert waivers.findings(db).gone == []


def test_a_waiver_is_not_written_over(db):
    store.put(db, packed(findings=(finding(),)), "/a.pdf")
    first = waivers.waive(db, finding().key, "Afrundet i bilaget", "ea")
    assert waivers.waive(db, finding().key, "Afrundet i bilaget", "ea") == first
    for why, by in (("Noget andet", "ea"), ("Afrundet i bilaget", "bh")):
        with pytest.raises(waivers.AlreadyWaived, match="af ea den .+: Afrundet i bilaget"):
            waivers.waive(db, finding().key, why, by)
    assert [w.why for w in waivers.waivers(db).values()] == ["Afrundet i bilaget"]
    waivers.unwaive(db, finding().key)
    assert waivers.waive(db, finding().key, "Noget andet", "bh").by == "bh"


@pytest.mark.parametrize("key", ["", "zzzz", "%", "_"])
def test_a_key_that_names_no_finding_is_refused(db, key):
    store.put(db, packed(findings=(finding(),)), "/a.pdf")
    with pytest.raises(waivers.NoSuchFinding):
        waivers.waive(db, key, "?", "?")


def test_opening_sets_the_database_up_once(tmp_path):
    db = open_database(tmp_path / "m.db")
    assert migrate(db.conn) == []
    assert db.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
    assert db.execute("PRAGMA foreign_keys").fetchone()[0] == 1
    assert [row["name"] for row in db["migrations"].rows] == [name for name, _ in MIGRATIONS]
    assert all("STRICT" in table.schema for table in db.tables if not table.name.startswith("search"))


def test_a_new_field_of_a_record_gets_its_column(tmp_path):
    db = open_database(tmp_path / "m.db")
    number = store.put(db, packed(), "/a.pdf")
    db.execute("ALTER TABLE remarks DROP COLUMN body")
    again = open_database(tmp_path / "m.db")
    assert "body" in again["remarks"].columns_dict
    assert store.load(again, number) == document()


def test_a_database_of_a_later_version_is_left_alone(tmp_path):
    open_database(tmp_path / "m.db").execute("INSERT INTO migrations VALUES ('9999 later', '2030-01-01')")
    with pytest.raises(CannotStore, match="nyere udgave"):
        open_database(tmp_path / "m.db")


def test_what_is_no_database_gives_one_line(tmp_path):
    (tmp_path / "m.db").write_text("Dette er et referat, ingen database. " * 50)
    for path, create in ((tmp_path / "m.db", True), (tmp_path / "no" / "m.db", True), (tmp_path / "none.db", False), (tmp_path, True)):
        with pytest.raises(CannotStore) as said:
            open_database(path, create)
        assert "\n" not in str(said.value)


def test_the_page_of_the_schema_tells_every_column(db):
    written = {
        section.partition("\n")[0].strip(): re.findall(r"^\| `(\w+)` \| (\w+) \|", section, re.MULTILINE)
        for section in (ROOT / "docs" / "schema.md").read_text(encoding="utf-8").split("\n## ")[1:]
    }
    common = written.pop("Columns of a place")
    inner = re.compile("search_|sqlite_")
    for table in (name for name in db.table_names() if not inner.match(name)):
        info = db.execute(f"PRAGMA table_xinfo({table})").fetchall()
        real = [(row[1], row[2]) for row in info if row[6] != 1]
        told = [column for name, kind in written.pop(table) for column in (common if kind == "columns" else [(name, kind)])]
        assert sorted(told) == sorted((name, kind or "TEXT") for name, kind in real), table
    assert written == {}


def test_every_field_of_a_record_is_a_column_of_the_first_schema(db):
    for table, columns in COLUMNS.items():
        real = {row[1]: row[2] for row in db.execute(f"PRAGMA table_xinfo({table})")}
        assert columns.types.items() <= real.items(), table
