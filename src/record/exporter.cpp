#include "record/exporter.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "record/buckets.h"
#include "record/stored.h"
#include "record/wording.h"
#include "record/words.h"

namespace sayso::record {
namespace {

// One statement that has the words, where it is of the latest version and nobody else says it.
constexpr const char* kSameWords =
    "SELECT d.url, d.title, o.name, d.published, d.path, d.id FROM statements s JOIN documents d ON d.id = s.document AND d.latest = 1 "
    "LEFT JOIN outlets o ON o.id = d.outlet "
    "WHERE s.id = $1 AND (s.person = $2 OR s.person IS NULL OR CAST($2 AS BIGINT) IS NULL)";

constexpr std::size_t kHeldWordings = 20'000;  // entries: what is exported is larger than memory

struct Worded {
  std::int64_t id = 0;
  std::optional<std::int64_t> wording, person;
};

std::vector<Worded> worded_of(const Stored& all) {
  std::vector<Worded> out;
  std::int64_t id = all.first_statement;
  for (const Statement& s : all.extraction.statements)
    out.push_back({id++, wording_of(words_of(s.content.text)), person_of(s.source.entity, all.people)});
  return out;
}

struct Said {
  Appearance in;
  std::int64_t document = 0, statement = 0;
};

// All that say it, in ascending order.
std::vector<Said> same_words(Connection& db, Buckets& wordings, const Worded& asked) {
  std::vector<Said> out;
  Query& row = db.query(kSameWords);
  for (const std::int64_t statement : wordings.find(*asked.wording)) {
    for (row.with({statement, value_of(asked.person)}); row.next();) {
      out.push_back({{row.text_or_none(0), row.text_or_none(1), row.text_or_none(2), row.text_or_none(3), std::string(row.text(4))},
                     row.integer(5),
                     statement});
    }
  }
  return out;
}

// The first first; what has no day last. A document once.
std::vector<Appearance> in_time(std::vector<Said> all) {
  std::ranges::stable_sort(all, {}, [](const Said& one) {
    return std::tuple(!one.in.published, one.in.published.value_or(""), one.document, one.statement);
  });
  std::vector<Appearance> out;
  std::int64_t last = 0;
  for (Said& one : all) {
    if (std::exchange(last, one.document) != one.document) out.push_back(std::move(one.in));
  }
  return out;
}

void find_appearances(Connection& db, Buckets& wordings, const Stored& all, Kept& kept) {
  for (const Worded& statement : worded_of(all)) {
    std::vector<Said> same = statement.wording ? same_words(db, wordings, statement) : std::vector<Said>();
    const bool told = !same.empty() && same.front().statement < statement.id;  // by one that came before
    kept.told.push_back(told);
    kept.appearances.push_back(told ? std::vector<Appearance>() : in_time(std::move(same)));
  }
}

}  // namespace

void each_kept(Connection& db, const ExportOptions& options, const std::function<bool(const Document&, const Extraction&, const Kept&)>& use) {
  Query& row = db.query("SELECT id, model FROM documents WHERE id > $1 AND (latest = 1 OR $2 = 1) ORDER BY id LIMIT 1");
  Buckets worded = wordings(db, kHeldWordings);
  for (std::int64_t id = 0;;) {
    row.with({id, std::int64_t{options.old_versions}});
    if (!row.next()) return;
    id = row.integer(0);
    Kept kept;
    kept.model = row.text(1);
    while (row.next()) {
    }
    const Stored all = stored(db, id);
    if (options.appearances) find_appearances(db, worded, all, kept);
    if (!use(all.document, all.extraction, kept)) return;
  }
}

}  // namespace sayso::record
