"""Write the database of this version: one document with a record of every kind, and what people have added."""

import sys

from minutes import store, waivers
from minutes.database import open_database
from tests.old import HERE, dump
from tests.store_cases import document, finding, packed

db = open_database(":memory:")
store.put(db, packed(document(), (finding(),), document().claims), "/arkiv/referat.pdf")
store.fail(db, "/arkiv/skadet.pdf", "filen er beskadiget", None, "1", store.begin_run(db, "1"))
waivers.waive(db, finding().key, "Afrundet i bilaget", "ea")
(HERE / sys.argv[1]).write_text(";\n".join(dump(db.conn)) + ";\n", encoding="utf-8")
