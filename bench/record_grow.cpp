// A record -> one with TIMES as many statements, for `./dev bench record`: usage: sayso_record_grow RECORD TIMES.
//
// The file is changed. Copies have earlier days and other outlets; texts and people are the same.
#include <fmt/format.h>

#include "record/sqlite.h"
#include "record/stored.h"
#include "record/text_index.h"
#include "record/words.h"

namespace {

using namespace sayso::record;

constexpr int kDaysApart = 37;
constexpr std::int64_t kBatch = 2000;  // documents of a transaction

std::int64_t number(Connection& db, const std::string& sql) {
  Query& row = db.query(sql);
  row.with({});
  const std::int64_t out = row.next() ? row.integer(0) : 0;
  row.next();
  return out;
}

void copy_rows(Connection& db, std::int64_t round, std::int64_t documents, std::int64_t statements,
               std::int64_t outlets) {
  db.run(
      fmt::format("INSERT INTO documents (id, key, version, latest, hash, given_id, path, url, title, outlet, authors, "
                  "published, language, added, model, length, "
                  "first_statement, statements, said, named, people) "
                  "SELECT id + {0}, key || '#{1}', version, latest, hash, given_id, path, url, title, (outlet * 7 + "
                  "{1} * 3) % {2} + 1, authors, "
                  "date(published, '-{3} days'), language, added, model, length, first_statement + {5}, statements, "
                  "said, named, people "
                  "FROM documents WHERE id <= {4}",
                  round * documents, round, outlets, round * kDaysApart, documents, round * statements));
  db.run(fmt::format("INSERT INTO texts (document, text) SELECT document + {0}, text FROM texts WHERE document <= {1}", round * documents, documents));
  db.run(fmt::format(
      "INSERT INTO statements (id, document, person, kind, stance, source_type, channel, said_at, confidence) "
      "SELECT id + {0}, document + {1}, person, kind, stance, source_type, channel, date(said_at, '-{2} days'), "
      "confidence "
      "FROM statements WHERE id <= {3}",
      round * statements, round * documents, round * kDaysApart, statements));
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return fmt::print(stderr, "usage: {} RECORD TIMES\n", argv[0]), 2;
  try {
    const auto db = open_sqlite(argv[1], Access::write);
    db->run("PRAGMA synchronous=OFF");
    const std::int64_t documents = number(*db, "SELECT max(id) FROM documents"), statements = number(*db, "SELECT max(id) FROM statements"),
                       outlets = number(*db, "SELECT max(id) FROM outlets"), times = std::atoi(argv[2]);
    for (std::int64_t round = 1; round < times; ++round) {
      db->run("BEGIN IMMEDIATE");
      copy_rows(*db, round, documents, statements, outlets);
      db->run("COMMIT");
      TextIndex index(*db);
      for (std::int64_t document = 1; document <= documents; ++document) {
        if (document % kBatch == 1) db->run("BEGIN IMMEDIATE");
        for (const Indexed& one : indexed_statements(*db, document + round * documents)) index.add(one.statement, one.content, words_of(one.content), one.tags);
        if (document % kBatch != 0 && document != documents) continue;
        index.flush();
        db->run("COMMIT");
      }
    }
  } catch (const SqlFailure& failure) {
    return fmt::print(stderr, "{}: {}\n", argv[1], failure.what()), 1;
  }
}
