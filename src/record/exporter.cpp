#include "record/exporter.h"

#include <algorithm>

#include "record/stored.h"
#include "record/wording.h"

namespace sayso::record {
namespace {

constexpr const char* kSameWords =
    "FROM wordings w JOIN statements s ON s.id = w.statement JOIN documents d ON d.id = s.document AND d.latest = 1 "
    "LEFT JOIN outlets o ON o.id = d.outlet "
    "WHERE w.wording = $1 AND (s.person = $2 OR s.person IS NULL OR CAST($2 AS BIGINT) IS NULL) ";

struct Worded {
  std::int64_t id = 0;
  std::optional<std::int64_t> wording, person;
};

std::vector<Worded> worded_of(const Stored& all) {
  std::vector<Worded> out;
  std::int64_t id = all.first_statement;
  for (const Statement& s : all.extraction.statements)
    out.push_back({id++, wording_of(s.content.text), person_of(s.source.entity, all.people)});
  return out;
}

// Whether a statement that came before says it.
bool is_told(Connection& db, const Worded& statement) {
  static const std::string sql = std::string("SELECT 1 ") + kSameWords + "AND s.id < $3 LIMIT 1";
  return db.query(sql).number({*statement.wording, value_of(statement.person), statement.id}).has_value();
}

// The first first; what has no day last. A document once.
std::vector<Appearance> appearances_of(Connection& db, const Worded& statement) {
  static const std::string sql = std::string("SELECT d.url, d.title, o.name, d.published, d.path, d.id ") + kSameWords +
                                 "ORDER BY d.published IS NULL, d.published, d.id, s.id";
  std::vector<Appearance> out;
  std::int64_t last = 0;
  Query& row = db.query(sql);
  for (row.with({*statement.wording, value_of(statement.person)}); row.next();) {
    if (std::exchange(last, row.integer(5)) == row.integer(5)) continue;
    out.push_back({row.text_or_none(0), row.text_or_none(1), row.text_or_none(2), row.text_or_none(3), std::string(row.text(4))});
  }
  return out;
}

void find_appearances(Connection& db, const Stored& all, Kept& kept) {
  for (const Worded& statement : worded_of(all)) {
    const bool told = statement.wording && is_told(db, statement);
    kept.told.push_back(told);
    kept.appearances.push_back(statement.wording && !told ? appearances_of(db, statement) : std::vector<Appearance>());
  }
}

}  // namespace

void each_kept(Connection& db, const ExportOptions& options, const std::function<bool(const Document&, const Extraction&, const Kept&)>& use) {
  Query& row = db.query("SELECT id, model FROM documents WHERE id > $1 AND (latest = 1 OR $2 = 1) ORDER BY id LIMIT 1");
  for (std::int64_t id = 0;;) {
    row.with({id, std::int64_t{options.old_versions}});
    if (!row.next()) return;
    id = row.integer(0);
    Kept kept;
    kept.model = row.text(1);
    while (row.next()) {
    }
    const Stored all = stored(db, id);
    if (options.appearances) find_appearances(db, all, kept);
    if (!use(all.document, all.extraction, kept)) return;
  }
}

}  // namespace sayso::record
