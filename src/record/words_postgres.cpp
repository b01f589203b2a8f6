// Vectors of words in PostgreSQL, with inverted indexes over them.
#include "record/tsquery.h"
#include "record/word_index.h"

namespace sayso::record {
namespace {

class PostgresWords final : public WordIndex {
 public:
  explicit PostgresWords(Connection& connection) : db_(connection) {}

  void add_statement(std::int64_t statement, std::string_view content, std::string_view tags) override {
    const std::string words = tsvector_of(content, tags);
    db_.query("INSERT INTO statement_words (statement, words) VALUES ($1, CAST($2 AS TSVECTOR))").run({statement, std::string_view(words)});
  }
  void remove_statement(std::int64_t statement, std::string_view, std::string_view) override {
    db_.query("DELETE FROM statement_words WHERE statement = $1").run({statement});
  }
  void add_names(std::int64_t person, std::string_view names) override {
    const std::string words = tsvector_of_names(names);
    db_.query("INSERT INTO people_words (person, names) VALUES ($1, CAST($2 AS TSVECTOR))").run({person, std::string_view(words)});
  }
  void remove_names(std::int64_t person, std::string_view) override {
    db_.query("DELETE FROM people_words WHERE person = $1").run({person});
  }

  // In one statement: words have letters and digits alone, so they need no escaping.
  void count_words(const WordCounts& counts) override {
    std::string words, numbers;
    for (const auto& [word, count] : counts) {
      words.append(words.empty() ? "" : " ").append(word);
      numbers.append(numbers.empty() ? "" : " ").append(std::to_string(count));
    }
    db_.query("INSERT INTO words (word, statements) "
              "SELECT * FROM unnest(string_to_array($1, ' '), CAST(string_to_array($2, ' ') AS BIGINT[])) "
              "ON CONFLICT (word) DO UPDATE SET statements = words.statements + excluded.statements")
        .run({std::string_view(words), std::string_view(numbers)});
  }

  std::vector<std::int64_t> find_all(const Condition& condition, std::int64_t last, std::size_t most) override {
    const std::string query = tsquery_of(condition);
    return db_.query("SELECT statement FROM statement_words WHERE words @@ CAST($1 AS TSQUERY) AND statement <= $2 ORDER BY statement LIMIT $3")
        .numbers({std::string_view(query), last, limit_of(most)});
  }
  std::vector<std::int64_t> people_called(const std::vector<std::string>& words, std::size_t most) override {
    const std::string query = tsquery_of_names(words);
    if (query.empty()) return {};
    return db_.query("SELECT person FROM people_words WHERE names @@ CAST($1 AS TSQUERY) ORDER BY person LIMIT $2")
        .numbers({std::string_view(query), static_cast<std::int64_t>(most)});
  }

 private:
  Connection& db_;
};

}  // namespace

std::unique_ptr<WordIndex> postgres_words(Connection& connection) { return std::make_unique<PostgresWords>(connection); }

}  // namespace sayso::record
