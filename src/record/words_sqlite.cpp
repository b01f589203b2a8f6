// Full-text tables of SQLite (FTS5) without their contents, so that what is removed has to be told once more.
#include <fmt/format.h>

#include <algorithm>

#include "record/fts5.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

// In one column, a third shorter than two: tags behind the words, each with a mark that no folded word has.
std::string with_tags(std::string_view content, std::string_view tags) {
  std::string out(content);
  while (!tags.empty()) {
    const std::size_t end = std::min(tags.find(' '), tags.size());
    out.append(" ").append(kTagMark).append(tags.substr(0, end));
    tags.remove_prefix(std::min(end + 1, tags.size()));
  }
  return out;
}

class SqliteWords final : public WordIndex {
 public:
  explicit SqliteWords(Connection& connection) : db_(connection) {}

  void add_statement(std::int64_t statement, std::string_view content, std::string_view tags) override {
    const std::string words = with_tags(content, tags);
    db_.query("INSERT INTO statement_words (rowid, words) VALUES ($1, $2)").run({statement, std::string_view(words)});
  }
  void remove_statement(std::int64_t statement, std::string_view content, std::string_view tags) override {
    const std::string words = with_tags(content, tags);
    db_.query("INSERT INTO statement_words (statement_words, rowid, words) VALUES ('delete', $1, $2)").run({statement, std::string_view(words)});
  }
  void add_names(std::int64_t person, std::string_view names) override {
    db_.query("INSERT INTO people_words (rowid, names) VALUES ($1, $2)").run({person, names});
  }
  void remove_names(std::int64_t person, std::string_view names) override {
    db_.query("INSERT INTO people_words (people_words, rowid, names) VALUES ('delete', $1, $2)").run({person, names});
  }
  void count_words(const WordCounts& counts) override {
    Query& query = db_.query("INSERT INTO words (word, statements) VALUES ($1, $2) "
                             "ON CONFLICT (word) DO UPDATE SET statements = words.statements + excluded.statements");
    for (const auto& [word, count] : counts) query.run({std::string_view(word), count});
  }

  // From the lowest number up: the other way costs FTS5 four times as much.
  std::vector<std::int64_t> find_all(const Condition& condition, std::int64_t last, std::size_t most) override {
    const std::string match = fts5_match(condition);
    return db_.query("SELECT rowid FROM statement_words WHERE statement_words MATCH $1 AND rowid <= $2 ORDER BY rowid LIMIT $3")
        .numbers({std::string_view(match), last, limit_of(most)});
  }
  std::vector<std::int64_t> people_called(const std::vector<std::string>& words, std::size_t most) override {
    std::string match;
    for (const std::string& word : words) match += fmt::format("{}\"{}\"", match.empty() ? "" : " AND ", word);
    if (match.empty()) return {};
    return db_.query("SELECT rowid FROM people_words WHERE people_words MATCH $1 ORDER BY rowid LIMIT $2")
        .numbers({std::string_view(match), static_cast<std::int64_t>(most)});
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<WordIndex> sqlite_words(Connection& connection) { return std::make_unique<SqliteWords>(connection); }

std::unique_ptr<WordIndex> word_index(Connection& connection) {
  return connection.database() == Database::postgres ? postgres_words(connection) : sqlite_words(connection);
}

}  // namespace sayso::record
