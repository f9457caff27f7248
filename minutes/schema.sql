-- The first released schema, frozen: a change is a migration of its own (minutes/migrations.py). docs/schema.md tells what
-- every column means. Tables with long texts keep their rowid: without it SQLite moves rows over 1 kB to pages of their own.

CREATE TABLE migrations (
  name TEXT PRIMARY KEY,
  applied_at TEXT NOT NULL
) STRICT;

CREATE TABLE runs (
  id INTEGER PRIMARY KEY,
  started_at TEXT NOT NULL,
  finished_at TEXT,
  extractor_version TEXT NOT NULL,
  read INTEGER NOT NULL DEFAULT 0,
  skipped INTEGER NOT NULL DEFAULT 0,
  failed INTEGER NOT NULL DEFAULT 0,
  findings INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL,
  title TEXT,
  municipality TEXT,
  body TEXT,
  meeting_date TEXT,
  meeting_time TEXT,
  place TEXT,
  case_numbers TEXT,
  attendance TEXT,
  annex_list INTEGER,
  text TEXT,
  extractor_version TEXT,
  page_count INTEGER NOT NULL,
  read_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_meeting_date ON documents (meeting_date);
CREATE INDEX documents_municipality ON documents (municipality, body);

CREATE TABLE files (
  path TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  size INTEGER NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
CREATE INDEX files_document ON files (document);

CREATE TABLE failures (
  path TEXT PRIMARY KEY,
  sha256 TEXT,
  reason TEXT NOT NULL,
  extractor_version TEXT NOT NULL,
  failed_at TEXT NOT NULL,
  run INTEGER REFERENCES runs (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX failures_run ON failures (run);

CREATE TABLE pages (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  width_pt REAL,
  height_pt REAL,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE items (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  number TEXT,
  title TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  case_numbers TEXT,
  closed INTEGER,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE recommendations (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT,
  by TEXT,
  to_body TEXT,
  points TEXT,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE decisions (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT,
  body TEXT,
  date TEXT,
  outcome TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  flags TEXT,
  votes TEXT,
  for_parties TEXT,
  against_parties TEXT,
  abstained_parties TEXT,
  lists TEXT,
  effect TEXT,
  raw TEXT,
  votes_for INTEGER GENERATED ALWAYS AS (json_extract(votes, '$.in_favour')) VIRTUAL,
  votes_against INTEGER GENERATED ALWAYS AS (json_extract(votes, '$.against')) VIRTUAL,
  votes_abstained INTEGER GENERATED ALWAYS AS (json_extract(votes, '$.abstained')) VIRTUAL,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE ballots (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT,
  votes TEXT NOT NULL,
  lists TEXT,
  outcome TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  votes_for INTEGER GENERATED ALWAYS AS (json_extract(votes, '$.in_favour')) VIRTUAL,
  votes_against INTEGER GENERATED ALWAYS AS (json_extract(votes, '$.against')) VIRTUAL,
  votes_abstained INTEGER GENERATED ALWAYS AS (json_extract(votes, '$.abstained')) VIRTUAL,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE remarks (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  item TEXT,
  speaker TEXT,
  party TEXT,
  kind TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  body TEXT,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE amounts (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  oere INTEGER NOT NULL,
  low_oere INTEGER NOT NULL,
  high_oere INTEGER NOT NULL,
  approximate INTEGER,
  per TEXT,
  period TEXT,
  price_level INTEGER,
  item TEXT,
  bound TEXT,
  flow TEXT,
  basis TEXT,
  one_off INTEGER,
  purpose TEXT,
  table_number INTEGER,
  row INTEGER,
  column INTEGER,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;
CREATE INDEX amounts_oere ON amounts (oere);

CREATE TABLE figures (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  value TEXT NOT NULL,
  low TEXT NOT NULL,
  high TEXT NOT NULL,
  unit TEXT NOT NULL,
  indicator TEXT,
  area TEXT,
  as_of TEXT,
  approximate INTEGER,
  noun TEXT,
  item TEXT,
  table_number INTEGER,
  row INTEGER,
  column INTEGER,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE thresholds (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  operator TEXT NOT NULL,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  indicator TEXT,
  item TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE annexes (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  number TEXT,
  title TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  item TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE annex_references (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  numbers TEXT,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  item TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE dates (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  value TEXT,
  weekday INTEGER,
  until TEXT,
  role TEXT,
  item TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE list_numbers (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  number INTEGER NOT NULL,
  run INTEGER NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  item TEXT,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE tables (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  number INTEGER NOT NULL,
  rows TEXT,
  header_rows INTEGER NOT NULL,
  caption TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  scale INTEGER,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE claims (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  relation TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  check_name TEXT NOT NULL,
  stated TEXT,
  operands TEXT,
  exhaustive INTEGER,
  item TEXT,
  verdict TEXT,
  computed TEXT,
  reason TEXT,
  calculation TEXT,
  evidence TEXT,
  extra TEXT,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE unread (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  what TEXT NOT NULL,
  why TEXT NOT NULL,
  page INTEGER,
  PRIMARY KEY (document, n)
) STRICT, WITHOUT ROWID;

CREATE TABLE ledger (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  kind TEXT NOT NULL,
  relation TEXT NOT NULL,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  quote TEXT NOT NULL,
  boxes TEXT,
  at INTEGER NOT NULL,
  check_name TEXT NOT NULL,
  stated TEXT,
  operands TEXT,
  exhaustive INTEGER,
  item TEXT,
  verdict TEXT,
  computed TEXT,
  reason TEXT,
  calculation TEXT,
  evidence TEXT,
  extra TEXT,
  PRIMARY KEY (document, n)
) STRICT;

CREATE TABLE findings (
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  n INTEGER NOT NULL,
  check_name TEXT NOT NULL,
  severity TEXT NOT NULL,
  template TEXT NOT NULL,
  evidence TEXT,
  message_values TEXT,
  stated TEXT,
  computed TEXT,
  calculation TEXT,
  suggestion TEXT,
  key TEXT NOT NULL,
  message TEXT NOT NULL,
  across INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (document, n)
) STRICT;
CREATE INDEX findings_key ON findings (key);

CREATE TABLE waivers (
  key TEXT PRIMARY KEY,
  why TEXT NOT NULL,
  by TEXT NOT NULL,
  waived_at TEXT NOT NULL,
  check_name TEXT NOT NULL,
  message TEXT NOT NULL,
  file TEXT NOT NULL
) STRICT;

CREATE TABLE case_keys (
  key TEXT NOT NULL,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  PRIMARY KEY (key, document)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_keys_document ON case_keys (document);

CREATE TABLE passages (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  n INTEGER NOT NULL,
  item TEXT,
  title TEXT,
  page INTEGER NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL
) STRICT;
CREATE INDEX passages_document ON passages (document);

CREATE VIRTUAL TABLE search USING fts5 (title, words, tokenize = "unicode61 remove_diacritics 0");

CREATE TRIGGER passages_gone AFTER DELETE ON passages BEGIN
  DELETE FROM search WHERE rowid = old.id;
END;

CREATE TABLE vocabulary (
  word TEXT PRIMARY KEY,
  reversed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX vocabulary_reversed ON vocabulary (reversed);
