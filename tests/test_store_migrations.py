"""The way from every released schema: stored databases of old versions open, and hold what they held."""

from pathlib import Path

import pytest

from minutes import migrations, store, waivers
from minutes.database import CannotStore, open_database
from minutes.search import search
from tests import old
from tests.store_cases import document, finding

RELEASED = sorted(path.name for path in Path(old.HERE).glob("*.sql"))


def test_every_released_schema_is_stored():
    assert [name.partition("_")[0] for name in RELEASED] == [name[:4] for name, _ in migrations.MIGRATIONS]


@pytest.mark.parametrize("name", RELEASED)
def test_an_old_database_is_brought_to_this_schema(name, tmp_path):
    old.restore(name, tmp_path / "m.db")
    db = open_database(tmp_path / "m.db")
    new = open_database(":memory:")
    assert migrations.applied(db.conn) == [name for name, _ in migrations.MIGRATIONS]
    for table in new.table_names():
        assert set(db[table].columns_dict.items()) == set(new[table].columns_dict.items()), table
    assert store.load(db, 1) == document()
    assert store.report(db, 1).findings == [finding()]
    assert [w.why for _, _, w in waivers.findings(db).waived] == ["Afrundet i bilaget"]
    assert db.execute("PRAGMA foreign_key_check").fetchall() == []
    assert search(tmp_path / "m.db", "folkeskole")


def test_a_step_that_fails_leaves_the_database_as_it_was(tmp_path, monkeypatch):
    old.restore(RELEASED[0], tmp_path / "m.db")

    def breaks(connection):
        connection.execute("CREATE TABLE half (id)")
        connection.execute("INSERT INTO nowhere VALUES (1)")

    monkeypatch.setattr(migrations, "MIGRATIONS", [*migrations.MIGRATIONS, ("9999 breaks", breaks)])
    with pytest.raises(CannotStore):
        open_database(tmp_path / "m.db")
    monkeypatch.undo()
    db = open_database(tmp_path / "m.db")
    assert "half" not in db.table_names()
    assert store.load(db, 1) == document()
