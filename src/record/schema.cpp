#include "record/schema.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

namespace sayso::record {
namespace {

// Written for SQLite; what PostgreSQL calls otherwise is in kPostgresWords. Indexes over words are each database's own.
// What was found in a document lies packed in its row (src/record/extraction_pack.h); `statements` has of it what SQL
// asks for. A document's statements have numbers one after the other, in the order of the formats.
constexpr const char* kVersion1 = R"sql(
CREATE TABLE outlets (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL
) STRICT;

CREATE TABLE dictionaries (
  id INTEGER PRIMARY KEY,
  what TEXT NOT NULL,
  bytes BLOB NOT NULL
) STRICT;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  version INTEGER NOT NULL,
  latest INTEGER NOT NULL,
  hash INTEGER NOT NULL,
  given_id TEXT NOT NULL,
  path TEXT NOT NULL,
  url TEXT,
  title TEXT,
  outlet INTEGER REFERENCES outlets (id),
  authors TEXT NOT NULL,
  published TEXT,
  language TEXT,
  added TEXT NOT NULL,
  model TEXT NOT NULL,
  near INTEGER,
  length INTEGER NOT NULL,
  first_statement INTEGER NOT NULL,
  statements INTEGER NOT NULL,
  said BLOB NOT NULL,
  named BLOB NOT NULL,
  people BLOB NOT NULL,
  UNIQUE (key, version)
) STRICT;
CREATE INDEX documents_hash ON documents (hash);
CREATE INDEX documents_covered ON documents (latest, published, outlet);
CREATE INDEX documents_near ON documents (near) WHERE near IS NOT NULL;

CREATE TABLE texts (
  document INTEGER PRIMARY KEY REFERENCES documents (id),
  text BLOB NOT NULL
) STRICT;

CREATE TABLE near_bands (
  bucket INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
) STRICT;

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  wikidata TEXT,
  gender TEXT,
  merged_into INTEGER REFERENCES people (id),
  named INTEGER NOT NULL DEFAULT 0,
  sketch BLOB
) STRICT;
CREATE INDEX people_merged ON people (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE person_keys (
  bucket INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
) STRICT;

CREATE TABLE person_documents (
  person INTEGER NOT NULL REFERENCES people (id),
  document INTEGER NOT NULL REFERENCES documents (id),
  statements INTEGER NOT NULL,
  PRIMARY KEY (person, document)
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
  id INTEGER PRIMARY KEY,
  document INTEGER NOT NULL REFERENCES documents (id),
  person INTEGER REFERENCES people (id),
  kind INTEGER NOT NULL,
  stance INTEGER NOT NULL,
  source_type INTEGER NOT NULL,
  channel INTEGER,
  said_at TEXT,
  confidence INTEGER NOT NULL,
  earlier INTEGER
) STRICT;

CREATE TABLE joint_speakers (
  statement INTEGER NOT NULL REFERENCES statements (id),
  person INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (statement, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE wordings (
  bucket INTEGER PRIMARY KEY,
  entries BLOB NOT NULL
) STRICT;

CREATE TABLE warnings (
  document INTEGER NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  "begin" INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  message TEXT NOT NULL,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE words (
  word TEXT PRIMARY KEY,
  statements INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE statement_days (
  block INTEGER PRIMARY KEY,
  days BLOB NOT NULL
) STRICT;

CREATE TABLE months (
  month TEXT PRIMARY KEY,
  statements INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE changes (
  document INTEGER NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  change TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (document, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE decisions (
  id INTEGER PRIMARY KEY,
  made TEXT NOT NULL,
  action TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES people (id),
  other INTEGER REFERENCES people (id),
  details TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX decisions_people ON decisions (person, other);

CREATE TABLE split_parts (
  decision INTEGER NOT NULL REFERENCES decisions (id),
  person INTEGER NOT NULL REFERENCES people (id),
  other INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (decision, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE pins (
  document_key TEXT NOT NULL,
  name TEXT NOT NULL,
  person INTEGER NOT NULL REFERENCES people (id),
  PRIMARY KEY (document_key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_searches (
  name TEXT PRIMARY KEY,
  query TEXT NOT NULL,
  last_statement INTEGER NOT NULL
) STRICT;

CREATE TABLE feeds (
  id INTEGER PRIMARY KEY,
  url TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  etag TEXT NOT NULL,
  last_modified TEXT NOT NULL,
  polled INTEGER NOT NULL,
  next_poll INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  failures INTEGER NOT NULL,
  error TEXT NOT NULL
) STRICT;

CREATE TABLE feed_entries (
  feed INTEGER NOT NULL REFERENCES feeds (id),
  key TEXT NOT NULL,
  stamp TEXT NOT NULL,
  url TEXT NOT NULL,
  done INTEGER NOT NULL,
  attempts INTEGER NOT NULL,
  document INTEGER REFERENCES documents (id),
  PRIMARY KEY (feed, key)
) STRICT, WITHOUT ROWID;

CREATE TABLE codes (
  what TEXT NOT NULL,
  code INTEGER NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (what, code)
) STRICT, WITHOUT ROWID;

INSERT INTO codes (what, code, name) VALUES
  ('kind', 0, 'direct'), ('kind', 1, 'indirect'), ('kind', 2, 'mixed'),
  ('source_type', 0, 'person'), ('source_type', 1, 'organization'), ('source_type', 2, 'group'), ('source_type', 3, 'document'),
  ('source_type', 4, 'anonymous'), ('source_type', 5, 'none'),
  ('stance', 0, 'asserts'), ('stance', 1, 'denies'), ('stance', 2, 'asks'), ('stance', 3, 'orders'), ('stance', 4, 'promises'),
  ('stance', 5, 'believes'), ('stance', 6, 'intends'), ('stance', 7, 'alleges'),
  ('channel', 0, 'interview'), ('channel', 1, 'call'), ('channel', 2, 'post'), ('channel', 3, 'statement'),
  ('channel', 4, 'press_conference'), ('channel', 5, 'speech'), ('channel', 6, 'testimony'), ('channel', 7, 'filing'),
  ('channel', 8, 'message'), ('channel', 9, 'letter'), ('channel', 10, 'broadcast'), ('channel', 11, 'publication'),
  ('channel', 12, 'meeting');

CREATE VIEW statements_view AS
SELECT s.id, p.name AS person, t.name AS source_type, k.name AS kind, c.name AS channel, s.said_at, a.name AS stance,
  s.confidence / 10000.0 AS confidence, o.name AS outlet, d.published, d.title, d.url, d.path, d.id AS document
FROM statements s
JOIN documents d ON d.id = s.document AND d.latest = 1
JOIN codes t ON t.what = 'source_type' AND t.code = s.source_type
JOIN codes k ON k.what = 'kind' AND k.code = s.kind
JOIN codes a ON a.what = 'stance' AND a.code = s.stance
LEFT JOIN codes c ON c.what = 'channel' AND c.code = s.channel
LEFT JOIN people q ON q.id = s.person
LEFT JOIN people p ON p.id = coalesce(q.merged_into, q.id)
LEFT JOIN outlets o ON o.id = d.outlet;

CREATE VIEW people_view AS
SELECT p.id, p.name, p.type, coalesce(p.wikidata, max(q.wikidata)) AS wikidata, coalesce(p.gender, max(q.gender)) AS gender,
  CAST(sum(CASE WHEN d.id IS NULL THEN 0 ELSE a.statements END) AS INTEGER) AS statements, count(DISTINCT d.id) AS documents
FROM people q
JOIN people p ON p.id = coalesce(q.merged_into, q.id)
LEFT JOIN person_documents a ON a.person = q.id
LEFT JOIN documents d ON d.id = a.document AND d.latest = 1
GROUP BY p.id, p.name, p.type, p.wikidata, p.gender;
)sql";

constexpr const char* kSqliteWords1 = R"sql(
CREATE UNIQUE INDEX outlets_name ON outlets (name);
CREATE INDEX feed_entries_url ON feed_entries (url);
CREATE VIRTUAL TABLE people_words USING fts5 (names, content='', tokenize="unicode61 remove_diacritics 2", columnsize=0);

CREATE VIRTUAL TABLE statement_words USING fts5 (
  words, content='', tokenize="porter unicode61 remove_diacritics 2", columnsize=0
);
)sql";

// Names and addresses may be longer than what an ordinary index takes.
constexpr const char* kPostgresWords1 = R"sql(
ALTER TABLE outlets ADD EXCLUDE USING hash (name WITH =);
CREATE INDEX feed_entries_url ON feed_entries USING hash (url);
CREATE TABLE statement_words (statement BIGINT PRIMARY KEY, words TSVECTOR NOT NULL);
CREATE INDEX statement_words_index ON statement_words USING gin (words);
CREATE TABLE people_words (person BIGINT PRIMARY KEY, names TSVECTOR NOT NULL);
CREATE INDEX people_words_index ON people_words USING gin (names);
)sql";

struct Migration {
  const char* tables;
  const char* sqlite;
  const char* postgres;
};
constexpr std::array kMigrations = {Migration{kVersion1, kSqliteWords1, kPostgresWords1}};
static_assert(kMigrations.size() == kSchemaVersion);

struct Translation {
  std::string_view sqlite, postgres;
};
constexpr std::array kPostgresWords = {
    Translation{" INTEGER PRIMARY KEY", " BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"},
    Translation{" INTEGER", " BIGINT"},
    Translation{" REAL", " DOUBLE PRECISION"},
    Translation{" BLOB", " BYTEA"},
    Translation{" TEXT", " TEXT COLLATE \"C\""},  // in the order of their bytes, as in SQLite
    Translation{" STRICT, WITHOUT ROWID;", ";"},
    Translation{" STRICT;", ";"},
};

std::string translated(std::string_view sql) {
  std::string out;
  while (!sql.empty()) {
    std::string_view from = sql.substr(0, 1), to = from;
    for (const Translation& one : kPostgresWords) {
      if (!sql.starts_with(one.sqlite)) continue;
      from = one.sqlite, to = one.postgres;
      break;
    }
    out += to;
    sql.remove_prefix(from.size());
  }
  return out;
}

}  // namespace

std::string migration(Database database, std::int64_t version) {
  const Migration& step = kMigrations[static_cast<std::size_t>(version - 1)];
  if (database == Database::sqlite) return std::string(step.tables) + step.sqlite;
  return fmt::format("CREATE SCHEMA IF NOT EXISTS sayso;{}{}", translated(step.tables), step.postgres);
}

void migrate(Connection& connection) {
  for (std::int64_t version = connection.schema_version() + 1; version <= kSchemaVersion; ++version) {
    connection.begin();
    try {
      // Somebody else may have done it while this process waited.
      if (connection.schema_version() < version) {
        connection.run(migration(connection.database(), version));
        connection.set_schema_version(version);
      }
      connection.commit();
    } catch (...) {
      connection.roll_back();
      throw;
    }
  }
}

SqlFailure newer_record(std::int64_t version) {
  return {ErrorCode::malformed,
          fmt::format("a record of version {}, made by a newer Sayso; this one reads up to {}", version, kSchemaVersion)};
}

}  // namespace sayso::record
