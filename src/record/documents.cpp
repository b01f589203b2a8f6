#include "record/documents.h"

#include <fmt/format.h>

#include "record/pack.h"
#include "record/sqlite.h"
#include "record/stored.h"
#include "record/text_index.h"

namespace sayso::record {
namespace {

// What is thrown inside this room becomes an Error.
template <class T, class Ask>
Result<T> asked(const std::string& where, Ask ask) {
  try {
    return ask();
  } catch (const SqlFailure& failure) {
    return tl::unexpected(Error{failure.code, where, failure.what()});
  }
}

std::vector<std::int64_t> statements_of(Connection& db, std::int64_t document) {
  std::vector<std::int64_t> out;
  Query& row = db.query("SELECT id FROM statements WHERE document = $1 ORDER BY number");
  for (row.with({document}); row.next();) out.push_back(row.integer(0));
  return out;
}

std::vector<std::string> people_of(Connection& db, std::int64_t document) {
  std::vector<std::string> out;
  Query& row = db.query(
      "SELECT p.name FROM entities e JOIN people p ON p.id = e.person WHERE e.document = $1 ORDER BY e.number");
  for (row.with({document}); row.next();) out.emplace_back(row.text(0));
  return out;
}

// Any of the words, in quotation marks: they are no operators.
std::string any_of(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) {
    if (word.find('"') != std::string::npos) continue;
    out += (out.empty() ? "\"" : " OR \"") + word + '"';
  }
  return out;
}

}  // namespace

Documents::Documents(std::string where, std::unique_ptr<Connection> db)
    : where_(std::move(where)), db_(std::move(db)) {}
Documents::~Documents() = default;
Documents::Documents(Documents&&) noexcept = default;
Documents& Documents::operator=(Documents&&) noexcept = default;

Result<Documents> Documents::open(const std::string& where) {
  return asked<Documents>(where, [&] { return Documents(where, open_sqlite(where, Access::read)); });
}

Result<Coverage> Documents::covers() {
  return asked<Coverage>(where_, [&] {
    Coverage out;
    Query& row = db_->query(
        "SELECT count(*), count(DISTINCT outlet), min(published), max(published) FROM documents WHERE latest = 1");
    row.with({});
    if (row.next()) out = {row.integer(0), row.integer(1), row.text_or_none(2), row.text_or_none(3)};
    row.next();
    return out;
  });
}

Result<void> Documents::each_text(std::int64_t after,
                                  const std::function<bool(std::int64_t, std::uint64_t, const std::string&)>& use) {
  return asked<void>(where_, [&]() -> Result<void> {
    constexpr std::int64_t kBatch = 64;  // a reading that ends leaves no transaction open
    Query& row = db_->query("SELECT id, hash, text FROM documents WHERE id > $1 ORDER BY id LIMIT $2");
    for (bool more = true, goes_on = true; more && goes_on;) {
      more = false;
      for (row.with({after, kBatch}); row.next();) {
        if (!goes_on) continue;
        more = true;
        after = row.integer(0);
        goes_on = use(after, static_cast<std::uint64_t>(row.integer(1)), unpack_text(row.bytes(2)));
      }
    }
    return {};
  });
}

Result<std::optional<std::uint64_t>> Documents::hash_of(std::int64_t number) {
  return asked<std::optional<std::uint64_t>>(where_, [&] {
    std::optional<std::uint64_t> out;
    Query& row = db_->query("SELECT hash FROM documents WHERE id = $1");
    row.with({number});
    if (row.next()) out = static_cast<std::uint64_t>(row.integer(0));
    row.next();
    return out;
  });
}

Result<std::optional<Kept>> Documents::document(std::int64_t number) {
  return asked<std::optional<Kept>>(where_, [&]() -> std::optional<Kept> {
    Query& row = db_->query("SELECT near FROM documents WHERE id = $1 AND latest = 1");
    row.with({number});
    if (!row.next()) return std::nullopt;
    Kept out;
    out.number = number;
    out.near = row.integer_or_none(0);
    row.next();
    out.document = stored_document(*db_, number);
    out.extraction = stored_extraction(*db_, number);
    out.statements = statements_of(*db_, number);
    out.people = people_of(*db_, number);
    return out;
  });
}

Result<std::optional<StatementPlace>> Documents::statement(std::int64_t number) {
  return asked<std::optional<StatementPlace>>(where_, [&] {
    std::optional<StatementPlace> out;
    Query& row = db_->query("SELECT document, number FROM statements WHERE id = $1");
    row.with({number});
    if (row.next()) out = {row.integer(0), static_cast<std::uint32_t>(row.integer(1))};
    row.next();
    return out;
  });
}

Result<std::vector<StatementPlace>> Documents::indirect_like(const std::vector<std::string>& words, std::size_t most) {
  return asked<std::vector<StatementPlace>>(where_, [&] {
    std::vector<StatementPlace> out;
    const std::string any = any_of(words);
    if (any.empty()) return out;
    const std::string kinds = kind_tag(name_of(Kind::indirect)) + " OR " + kind_tag(name_of(Kind::mixed));
    const std::string match = fmt::format("((content : ({})) AND (tags : ({}))) NOT (tags : {})", any, kinds, kOldTag);
    Query& row = db_->query(
        "SELECT s.document, s.number FROM statement_words w JOIN statements s ON s.id = w.rowid "
        "WHERE statement_words MATCH $1 ORDER BY w.rank, w.rowid LIMIT $2");
    for (row.with({std::string_view(match), static_cast<std::int64_t>(most)}); row.next();)
      out.push_back({row.integer(0), static_cast<std::uint32_t>(row.integer(1))});
    return out;
  });
}

}  // namespace sayso::record
