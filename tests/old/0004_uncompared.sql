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
CREATE TABLE files (
  path TEXT PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  size INTEGER NOT NULL,
  seen_at TEXT NOT NULL
) STRICT;
CREATE TABLE failures (
  path TEXT PRIMARY KEY,
  sha256 TEXT,
  reason TEXT NOT NULL,
  extractor_version TEXT NOT NULL,
  failed_at TEXT NOT NULL,
  run INTEGER REFERENCES runs (id) ON DELETE SET NULL
) STRICT;
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
CREATE VIRTUAL TABLE search USING fts5 (title, words, tokenize = "unicode61 remove_diacritics 0");
CREATE TABLE vocabulary (
  word TEXT PRIMARY KEY,
  reversed TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE own_rules (file TEXT PRIMARY KEY, text TEXT NOT NULL) STRICT;
CREATE TABLE unjudged (document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE) STRICT;
CREATE TABLE uncompared (document INTEGER PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE) STRICT;
INSERT INTO migrations ("name", "applied_at") VALUES ('0001 the first release', '2026-11-21T17:53:15+00:00');
INSERT INTO migrations ("name", "applied_at") VALUES ('0002 rule sets of one''s own', '2026-11-21T17:53:15+00:00');
INSERT INTO migrations ("name", "applied_at") VALUES ('0003 documents to judge again', '2026-11-21T17:53:15+00:00');
INSERT INTO migrations ("name", "applied_at") VALUES ('0004 documents to compare', '2026-11-21T17:53:15+00:00');
INSERT INTO runs ("id", "started_at", "finished_at", "extractor_version", "read", "skipped", "failed", "findings") VALUES (1, '2026-11-21T17:53:16+00:00', NULL, '1', 0, 0, 0, 0);
INSERT INTO documents ("id", "file", "sha256", "kind", "title", "municipality", "body", "meeting_date", "meeting_time", "place", "case_numbers", "attendance", "annex_list", "text", "extractor_version", "page_count", "read_at") VALUES (1, 'referat.pdf', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'minutes', 'Udvidelse af Skovvejens Skole', 'Granby Kommune', 'Byrådet', '2022-06-14', NULL, NULL, '["17.01.00-P20-3-22"]', '{"present":["Ea Lind"],"present_count":19}', 0, 'Granby Kommune
Byrådet den 14. juni 2022
3. Udvidelse af Skovvejens Skole
Folkeskolens rammer er for små, og TV-over-
vågning af gården koster 250.000 kr. om året.
Økonomiudvalget indstiller, at bevillingen på 7,8 mio. kr. gives.
Vedtaget med 14 stemmer for og 5 imod.
Andelen uden job er 36,5 %. Boligsociale helhedsplaner i Aarhus omtales i bilag 2.
', '1', 1, '2026-11-21T17:53:16+00:00');
INSERT INTO files ("path", "document", "size", "seen_at") VALUES ('/arkiv/referat.pdf', 1, 1234, '2026-11-21T17:53:16+00:00');
INSERT INTO failures ("path", "sha256", "reason", "extractor_version", "failed_at", "run") VALUES ('/arkiv/skadet.pdf', NULL, 'filen er beskadiget', '1', '2026-11-21T17:53:16+00:00', 1);
INSERT INTO pages ("document", "n", "number", "text", "width_pt", "height_pt") VALUES (1, 0, 1, 'Granby Kommune
Byrådet den 14. juni 2022
3. Udvidelse af Skovvejens Skole
Folkeskolens rammer er for små, og TV-over-
vågning af gården koster 250.000 kr. om året.
Økonomiudvalget indstiller, at bevillingen på 7,8 mio. kr. gives.
Vedtaget med 14 stemmer for og 5 imod.
Andelen uden job er 36,5 %. Boligsociale helhedsplaner i Aarhus omtales i bilag 2.
', 595.3, 841.9);
INSERT INTO items ("document", "n", "number", "title", "page", "start", "end", "quote", "boxes", "at", "case_numbers", "closed") VALUES (1, 0, '3', 'Udvidelse af Skovvejens Skole', 1, 41, 73, '3. Udvidelse af Skovvejens Skole', '[[50.0,61.2,210.5,73.0]]', 41, '["22/1234"]', 0);
INSERT INTO recommendations ("document", "n", "item", "by", "to_body", "points", "page", "start", "end", "quote", "boxes", "at") VALUES (1, 0, '3', 'Økonomiudvalget', NULL, '[{"number":null,"text":"at bevillingen gives"}]', 1, 180, 190, 'indstiller', '[[50.0,61.2,210.5,73.0]]', 180);
INSERT INTO decisions ("document", "n", "item", "body", "date", "outcome", "page", "start", "end", "quote", "boxes", "at", "flags", "votes", "for_parties", "against_parties", "abstained_parties", "lists", "effect", "raw") VALUES (1, 0, '3', 'Byrådet', '2022-06-14', 'adopted', 1, 230, 253, 'Vedtaget med 14 stemmer', '[[50.0,61.2,210.5,73.0]]', 230, '["has_vote"]', '{"in_favour":14,"against":5}', '["A","B"]', '["V"]', NULL, '[{"side":"for","voters":["A (9)","B"],"count":14,"total":null,"source":{"page":1,"start":97,"end":100,"quote":"for","boxes":[[50.0,61.2,210.5,73.0]],"at":97}}]', NULL, 'Vedtaget med 14 stemmer for og 5 imod.');
INSERT INTO ballots ("document", "n", "item", "votes", "lists", "outcome", "page", "start", "end", "quote", "boxes", "at") VALUES (1, 0, '3', '{"in_favour":14,"against":5}', NULL, 'adopted', 1, 230, 238, 'Vedtaget', '[[50.0,61.2,210.5,73.0]]', 230);
INSERT INTO remarks ("document", "n", "item", "speaker", "party", "kind", "page", "start", "end", "quote", "boxes", "at", "body") VALUES (1, 0, '3', 'Ea Lind', NULL, 'protocol_remark', 1, 74, 104, 'Folkeskolens rammer er for små', '[[50.0,61.2,210.5,73.0]]', 74, NULL);
INSERT INTO amounts ("document", "n", "page", "start", "end", "quote", "boxes", "at", "oere", "low_oere", "high_oere", "approximate", "per", "period", "price_level", "item", "bound", "flow", "basis", "one_off", "purpose", "table_number", "row", "column") VALUES (1, 0, 1, 143, 154, '250.000 kr.', '[[50.0,61.2,210.5,73.0]]', 143, 25000000, 24950000, 25050000, 0, 'year', NULL, NULL, '3', NULL, NULL, NULL, NULL, NULL, -1, -1, -1);
INSERT INTO amounts ("document", "n", "page", "start", "end", "quote", "boxes", "at", "oere", "low_oere", "high_oere", "approximate", "per", "period", "price_level", "item", "bound", "flow", "basis", "one_off", "purpose", "table_number", "row", "column") VALUES (1, 1, 1, 210, 222, '7,8 mio. kr.', '[[50.0,61.2,210.5,73.0]]', 210, 780000000, 775000000, 785000000, 0, NULL, '[2022,2025]', NULL, NULL, NULL, NULL, NULL, 0, NULL, -1, -1, -1);
INSERT INTO figures ("document", "n", "page", "start", "end", "quote", "boxes", "at", "value", "low", "high", "unit", "indicator", "area", "as_of", "approximate", "noun", "item", "table_number", "row", "column") VALUES (1, 0, 1, 289, 295, '36,5 %', '[[50.0,61.2,210.5,73.0]]', 289, '36.5', '36.45', '36.55', 'percent', NULL, NULL, '2021', 0, NULL, NULL, -1, -1, -1);
INSERT INTO thresholds ("document", "n", "page", "start", "end", "quote", "boxes", "at", "operator", "value", "unit", "indicator", "item") VALUES (1, 0, 1, 289, 295, '36,5 %', '[[50.0,61.2,210.5,73.0]]', 289, '>', '40.0', 'percent', NULL, NULL);
INSERT INTO annexes ("document", "n", "number", "title", "page", "start", "end", "quote", "boxes", "at", "item") VALUES (1, 0, '2', 'Helhedsplan', 1, 343, 350, 'bilag 2', '[[50.0,61.2,210.5,73.0]]', 343, NULL);
INSERT INTO annex_references ("document", "n", "numbers", "page", "start", "end", "quote", "boxes", "at", "item") VALUES (1, 0, '["2","3"]', 1, 343, 350, 'bilag 2', '[[50.0,61.2,210.5,73.0]]', 343, NULL);
INSERT INTO dates ("document", "n", "page", "start", "end", "quote", "boxes", "at", "value", "weekday", "until", "role", "item") VALUES (1, 0, 1, 27, 40, '14. juni 2022', '[[50.0,61.2,210.5,73.0]]', 27, '2022-06-14', NULL, NULL, 'meeting', NULL);
INSERT INTO list_numbers ("document", "n", "number", "run", "page", "start", "end", "quote", "boxes", "at", "item") VALUES (1, 0, 3, 0, 1, 41, 43, '3.', '[[50.0,61.2,210.5,73.0]]', 41, NULL);
INSERT INTO tables ("document", "n", "number", "rows", "header_rows", "caption", "page", "start", "end", "quote", "boxes", "at", "scale") VALUES (1, 0, 0, '[[{"text":"I alt","source":{"page":1,"start":106,"end":108,"quote":"og","boxes":[[50.0,61.2,210.5,73.0]],"at":106}},{"text":"","source":null}]]', 1, 'Udgifter', 1, 106, 108, 'og', '[[50.0,61.2,210.5,73.0]]', 106, 1000);
INSERT INTO claims ("document", "n", "kind", "relation", "page", "start", "end", "quote", "boxes", "at", "check_name", "stated", "operands", "exhaustive", "item", "verdict", "computed", "reason", "calculation", "evidence", "extra") VALUES (1, 0, 'sum', 'sum', 1, 210, 222, '7,8 mio. kr.', '[[50.0,61.2,210.5,73.0]]', 210, 'sum-differs', '{"value":"7.8","low":"7.75","high":"7.85","unit":"kr","source":{"page":1,"start":210,"end":222,"quote":"7,8 mio. kr.","boxes":[[50.0,61.2,210.5,73.0]],"at":210},"label":"bevilling"}', '[{"value":"7.8","low":"7.75","high":"7.85","unit":"kr","source":{"page":1,"start":210,"end":222,"quote":"7,8 mio. kr.","boxes":[[50.0,61.2,210.5,73.0]],"at":210},"label":"bevilling"},{"value":"7.8","low":"7.75","high":"7.85","unit":"kr","source":{"page":1,"start":210,"end":222,"quote":"7,8 mio. kr.","boxes":[[50.0,61.2,210.5,73.0]],"at":210},"label":"bevilling"}]', 1, NULL, NULL, NULL, NULL, NULL, NULL, '{"years":{"$type":"tuple","values":[2022,{"$type":"Decimal","text":"1.50"}]}}');
INSERT INTO unread ("document", "n", "what", "why", "page") VALUES (1, 0, 'side', 'ingen tekst', 1);
INSERT INTO ledger ("document", "n", "kind", "relation", "page", "start", "end", "quote", "boxes", "at", "check_name", "stated", "operands", "exhaustive", "item", "verdict", "computed", "reason", "calculation", "evidence", "extra") VALUES (1, 0, 'sum', 'sum', 1, 210, 222, '7,8 mio. kr.', '[[50.0,61.2,210.5,73.0]]', 210, 'sum-differs', '{"value":"7.8","low":"7.75","high":"7.85","unit":"kr","source":{"page":1,"start":210,"end":222,"quote":"7,8 mio. kr.","boxes":[[50.0,61.2,210.5,73.0]],"at":210},"label":"bevilling"}', '[{"value":"7.8","low":"7.75","high":"7.85","unit":"kr","source":{"page":1,"start":210,"end":222,"quote":"7,8 mio. kr.","boxes":[[50.0,61.2,210.5,73.0]],"at":210},"label":"bevilling"},{"value":"7.8","low":"7.75","high":"7.85","unit":"kr","source":{"page":1,"start":210,"end":222,"quote":"7,8 mio. kr.","boxes":[[50.0,61.2,210.5,73.0]],"at":210},"label":"bevilling"}]', 1, NULL, NULL, NULL, NULL, NULL, NULL, '{"years":{"$type":"tuple","values":[2022,{"$type":"Decimal","text":"1.50"}]}}');
INSERT INTO findings ("document", "n", "check_name", "severity", "template", "evidence", "message_values", "stated", "computed", "calculation", "suggestion", "key", "message", "across") VALUES (1, 0, 'sum-differs', 'error', '{n} delbeløb giver {sum}', '[{"document":"referat.pdf","source":{"page":1,"start":210,"end":222,"quote":"7,8 mio. kr.","boxes":[[50.0,61.2,210.5,73.0]],"at":210}}]', '{"n":"2","sum":"8,0 mio. kr."}', '7,8', '8,0', NULL, NULL, 'b7212f043f', '2 delbeløb giver 8,0 mio. kr.', 0);
INSERT INTO waivers ("key", "why", "by", "waived_at", "check_name", "message", "file") VALUES ('b7212f043f', 'Afrundet i bilaget', 'ea', '2026-11-21T17:53:16+00:00', 'sum-differs', '2 delbeløb giver 8,0 mio. kr.', 'referat.pdf');
INSERT INTO case_keys ("key", "document") VALUES ('sag:170100p20322', 1);
INSERT INTO case_keys ("key", "document") VALUES ('sag:221234', 1);
INSERT INTO case_keys ("key", "document") VALUES ('titel:udvidelseafskovvejensskole', 1);
INSERT INTO passages ("id", "document", "kind", "n", "item", "title", "page", "start", "end") VALUES (1, 1, 'item', 0, '3', 'Udvidelse af Skovvejens Skole', 1, 41, 73);
INSERT INTO passages ("id", "document", "kind", "n", "item", "title", "page", "start", "end") VALUES (2, 1, 'recommendation', 0, '3', 'Udvidelse af Skovvejens Skole', 1, 180, 190);
INSERT INTO passages ("id", "document", "kind", "n", "item", "title", "page", "start", "end") VALUES (3, 1, 'decision', 0, '3', 'Udvidelse af Skovvejens Skole', 1, 230, 253);
INSERT INTO passages ("id", "document", "kind", "n", "item", "title", "page", "start", "end") VALUES (4, 1, 'remark', 0, '3', 'Udvidelse af Skovvejens Skole', 1, 74, 104);
INSERT INTO passages ("id", "document", "kind", "n", "item", "title", "page", "start", "end") VALUES (5, 1, 'page', 0, '3', 'Udvidelse af Skovvejens Skole', 1, 0, 352);
INSERT INTO search ("rowid", "title", "words") VALUES (1, 'udvid af skovvej skol', '22 1234');
INSERT INTO search ("rowid", "title", "words") VALUES (2, 'udvid af skovvej skol', 'at bevilling giv');
INSERT INTO search ("rowid", "title", "words") VALUES (3, 'udvid af skovvej skol', 'vedtag med 14 stem for og 5 imod');
INSERT INTO search ("rowid", "title", "words") VALUES (4, 'udvid af skovvej skol', 'folkeskol ram er for smaa');
INSERT INTO search ("rowid", "title", "words") VALUES (5, 'udvid af skovvej skol', 'granby kommun byraad den 14 juni 2022 3 udvid af skovvej skol folkeskol ram er for smaa og tv overvaagning af gaard kost 250 000 kr om aaret oekonomiudvalg indstil at bevilling paa 7 8 mio kr giv vedtag med 14 stem for og 5 imod andel uden job er 36 5 boligsocial helhedsplan i aarhus omtal i bilag 2');
INSERT INTO vocabulary ("word", "reversed") VALUES ('smaa', 'aams');
INSERT INTO vocabulary ("word", "reversed") VALUES ('paa', 'aap');
INSERT INTO vocabulary ("word", "reversed") VALUES ('job', 'boj');
INSERT INTO vocabulary ("word", "reversed") VALUES ('byraad', 'daaryb');
INSERT INTO vocabulary ("word", "reversed") VALUES ('med', 'dem');
INSERT INTO vocabulary ("word", "reversed") VALUES ('udvid', 'divdu');
INSERT INTO vocabulary ("word", "reversed") VALUES ('imod', 'domi');
INSERT INTO vocabulary ("word", "reversed") VALUES ('gaard', 'draag');
INSERT INTO vocabulary ("word", "reversed") VALUES ('bilag', 'galib');
INSERT INTO vocabulary ("word", "reversed") VALUES ('vedtag', 'gatdev');
INSERT INTO vocabulary ("word", "reversed") VALUES ('oekonomiudvalg', 'glavduimonokeo');
INSERT INTO vocabulary ("word", "reversed") VALUES ('bevilling', 'gnilliveb');
INSERT INTO vocabulary ("word", "reversed") VALUES ('overvaagning', 'gningaavrevo');
INSERT INTO vocabulary ("word", "reversed") VALUES ('juni', 'inuj');
INSERT INTO vocabulary ("word", "reversed") VALUES ('skovvej', 'jevvoks');
INSERT INTO vocabulary ("word", "reversed") VALUES ('boligsocial', 'laicosgilob');
INSERT INTO vocabulary ("word", "reversed") VALUES ('omtal', 'latmo');
INSERT INTO vocabulary ("word", "reversed") VALUES ('andel', 'ledna');
INSERT INTO vocabulary ("word", "reversed") VALUES ('indstil', 'litsdni');
INSERT INTO vocabulary ("word", "reversed") VALUES ('skol', 'loks');
INSERT INTO vocabulary ("word", "reversed") VALUES ('folkeskol', 'lokseklof');
INSERT INTO vocabulary ("word", "reversed") VALUES ('ram', 'mar');
INSERT INTO vocabulary ("word", "reversed") VALUES ('stem', 'mets');
INSERT INTO vocabulary ("word", "reversed") VALUES ('helhedsplan', 'nalpsdehleh');
INSERT INTO vocabulary ("word", "reversed") VALUES ('den', 'ned');
INSERT INTO vocabulary ("word", "reversed") VALUES ('uden', 'nedu');
INSERT INTO vocabulary ("word", "reversed") VALUES ('kommun', 'nummok');
INSERT INTO vocabulary ("word", "reversed") VALUES ('mio', 'oim');
INSERT INTO vocabulary ("word", "reversed") VALUES ('for', 'rof');
INSERT INTO vocabulary ("word", "reversed") VALUES ('aarhus', 'suhraa');
INSERT INTO vocabulary ("word", "reversed") VALUES ('aaret', 'teraa');
INSERT INTO vocabulary ("word", "reversed") VALUES ('kost', 'tsok');
INSERT INTO vocabulary ("word", "reversed") VALUES ('giv', 'vig');
INSERT INTO vocabulary ("word", "reversed") VALUES ('granby', 'ybnarg');
INSERT INTO uncompared ("document") VALUES (1);
CREATE INDEX documents_meeting_date ON documents (meeting_date);
CREATE INDEX documents_municipality ON documents (municipality, body);
CREATE INDEX files_document ON files (document);
CREATE INDEX failures_run ON failures (run);
CREATE INDEX amounts_oere ON amounts (oere);
CREATE INDEX findings_key ON findings (key);
CREATE INDEX case_keys_document ON case_keys (document);
CREATE INDEX passages_document ON passages (document);
CREATE TRIGGER passages_gone AFTER DELETE ON passages BEGIN
  DELETE FROM search WHERE rowid = old.id;
END;
CREATE INDEX vocabulary_reversed ON vocabulary (reversed);
