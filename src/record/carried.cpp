#include "record/carried.h"

#include <algorithm>

#include "record/stored.h"
#include "record/words.h"

namespace sayso::record {
namespace {

std::string key_of(const Statement& s) {
  std::string out;
  for (const std::string& word : words_of(s.content.text)) out.append(word).append(" ");
  return out.append("\n").append(s.source.name.value_or(s.source.passage.text));
}

}  // namespace

Carried::Carried(Connection& db, std::int64_t document) {
  const Stored all = stored(db, document);
  const auto count = static_cast<std::int64_t>(all.extraction.statements.size());
  std::vector<std::int64_t> first;
  Query& row = db.query("SELECT coalesce(earlier, id) FROM statements WHERE id >= $1 AND id < $2 ORDER BY id");
  for (row.with({all.first_statement, all.first_statement + count}); row.next();) first.push_back(row.integer(0));
  for (std::size_t i = first.size(); i-- > 0;) first_[key_of(all.extraction.statements[i])].push_back(first[i]);
}

std::optional<std::int64_t> Carried::take(const Statement& statement) {
  if (first_.empty()) return std::nullopt;
  const auto found = first_.find(key_of(statement));
  if (found == first_.end() || found->second.empty()) return std::nullopt;
  const std::int64_t out = found->second.back();
  found->second.pop_back();
  return out;
}

}  // namespace sayso::record
