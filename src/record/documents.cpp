#include "record/documents.h"

#include "record/packer.h"
#include "record/stored.h"
#include "record/told.h"

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

std::vector<std::string> names_of(Connection& db, const std::vector<std::int64_t>& people) {
  std::vector<std::string> out;
  Query& row = db.query("SELECT name FROM people WHERE id = $1");
  for (const std::int64_t person : people) {
    row.with({person});
    out.emplace_back(row.next() ? row.text(0) : std::string_view());
    while (row.next()) {
    }
  }
  return out;
}

constexpr const char* kPlace =
    "SELECT s.document, s.id - d.first_statement FROM statements s JOIN documents d ON d.id = s.document WHERE s.id = "
    "$1";

}  // namespace

Documents::Documents(std::string where, std::unique_ptr<Connection> db)
    : where_(std::move(where)), db_(std::move(db)) {}
Documents::~Documents() = default;
Documents::Documents(Documents&&) noexcept = default;
Documents& Documents::operator=(Documents&&) noexcept = default;

Result<Documents> Documents::open(const std::string& where) {
  const std::string place = place_for_people(where);
  return asked<Documents>(place, [&] { return Documents(place, open_database(where, Access::read)); });
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
    Query& row = db_->query("SELECT d.id, d.hash, t.text FROM documents d JOIN texts t ON t.document = d.id WHERE d.id > $1 ORDER BY d.id LIMIT $2");
    for (bool more = true, goes_on = true; more && goes_on;) {
      more = false;
      for (row.with({after, kBatch}); row.next();) {
        if (!goes_on) continue;
        more = true;
        after = row.integer(0);
        goes_on = use(after, static_cast<std::uint64_t>(row.integer(1)), db_->packer().unpack(row.bytes(2)));
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
    Stored all = stored(*db_, number);
    out.document = std::move(all.document);
    out.extraction = std::move(all.extraction);
    for (std::size_t i = 0; i < out.extraction.statements.size(); ++i)
      out.statements.push_back(all.first_statement + static_cast<std::int64_t>(i));
    out.people = names_of(*db_, all.people);
    return out;
  });
}

Result<std::optional<StatementPlace>> Documents::statement(std::int64_t number) {
  return asked<std::optional<StatementPlace>>(where_, [&] {
    std::optional<StatementPlace> out;
    Query& row = db_->query(kPlace);
    row.with({number});
    if (row.next()) out = {row.integer(0), static_cast<std::uint32_t>(row.integer(1))};
    row.next();
    return out;
  });
}

Result<std::vector<Told>> Documents::indirect_like(const std::vector<WantedWord>& words, double share, std::size_t most) {
  return asked<std::vector<Told>>(where_, [&] { return told_like(*db_, words, share, most); });
}

}  // namespace sayso::record
