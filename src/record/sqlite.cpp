#include "record/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <filesystem>
#include <map>

#include "record/schema.h"

namespace sayso::record {
namespace {

constexpr int kPatience = 60'000;  // milliseconds that one waits for another writer, whose transactions take about one second

ErrorCode code_of(int result) {
  switch (result & 0xff) {
    case SQLITE_FULL:
    case SQLITE_IOERR:
    case SQLITE_READONLY:
      return ErrorCode::write_failed;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
      return ErrorCode::malformed;
    case SQLITE_CANTOPEN:
      return ErrorCode::unreadable;
    default:
      return ErrorCode::unreadable;
  }
}

[[noreturn]] void fail(sqlite3* db, int result) {
  if ((result & 0xff) == SQLITE_FULL) throw SqlFailure(ErrorCode::write_failed, "the disk is full");
  throw SqlFailure(code_of(result), db ? sqlite3_errmsg(db) : sqlite3_errstr(result));
}

// SQLite says "unable to open database file" of everything.
std::string why_not_opened(const std::string& path, const std::string& otherwise) {
  const std::string folder = std::filesystem::path(path).parent_path().string();
  if (::access(folder.empty() ? "." : folder.c_str(), F_OK) != 0) return "the folder is not there";
  if (::access(path.c_str(), F_OK) != 0 && ::access(folder.empty() ? "." : folder.c_str(), W_OK) != 0) return "the folder may not be written to";
  if (::access(path.c_str(), F_OK) == 0 && ::access(path.c_str(), R_OK) != 0) return "permission denied";
  return otherwise;
}

class SqliteQuery final : public Query {
 public:
  SqliteQuery(sqlite3* db, std::string_view sql) : db_(db) {
    check(sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
  }
  ~SqliteQuery() override { sqlite3_finalize(statement_); }
  SqliteQuery(const SqliteQuery&) = delete;
  SqliteQuery& operator=(const SqliteQuery&) = delete;

  Query& with(std::initializer_list<Value> parameters) override {
    sqlite3_reset(statement_);
    int index = 0;
    for (const Value& value : parameters) bind(++index, value);
    return *this;
  }

  bool next() override {
    const int result = sqlite3_step(statement_);
    if (result == SQLITE_ROW) return true;
    sqlite3_reset(statement_);  // ends its reading transaction
    if (result != SQLITE_DONE) fail(db_, result);
    return false;
  }

  bool is_null(int column) override { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }
  std::int64_t integer(int column) override { return sqlite3_column_int64(statement_, column); }
  double real(int column) override { return sqlite3_column_double(statement_, column); }
  std::string_view text(int column) override {
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  std::string_view bytes(int column) override {
    const auto* data = static_cast<const char*>(sqlite3_column_blob(statement_, column));
    return {data ? data : "", static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }

 private:
  void check(int result) {
    if (result != SQLITE_OK) fail(db_, result);
  }

  void bind(int index, const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return check(sqlite3_bind_int64(statement_, index, *number));
    if (const auto* real = std::get_if<double>(&value)) return check(sqlite3_bind_double(statement_, index, *real));
    if (const auto* text = std::get_if<std::string_view>(&value))
      return check(sqlite3_bind_text64(statement_, index, text->data() ? text->data() : "", text->size(), SQLITE_STATIC, SQLITE_UTF8));
    if (const auto* blob = std::get_if<Blob>(&value))
      return check(sqlite3_bind_blob64(statement_, index, blob->bytes.data() ? blob->bytes.data() : "", blob->bytes.size(), SQLITE_STATIC));
    check(sqlite3_bind_null(statement_, index));
  }

  sqlite3* db_;
  sqlite3_stmt* statement_ = nullptr;
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& path, Access access) {
    const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
    int result = sqlite3_open_v2(path.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    // A file or folder that may not be written to can still be read.
    if (result != SQLITE_OK && access == Access::read) {
      sqlite3_close(db_);
      result = sqlite3_open_v2(path.c_str(), &db_, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX, nullptr);
    }
    if (result != SQLITE_OK) {
      const std::string message = sqlite3_errmsg(db_);
      sqlite3_close(db_);
      throw SqlFailure(code_of(result), result == SQLITE_CANTOPEN ? why_not_opened(path, message) : message);
    }
    sqlite3_busy_timeout(db_, kPatience);
  }
  ~SqliteConnection() override {
    queries_.clear();
    sqlite3_close(db_);
  }
  SqliteConnection(const SqliteConnection&) = delete;
  SqliteConnection& operator=(const SqliteConnection&) = delete;

  void run(const std::string& sql) override {
    const int result = sqlite3_exec(db_, sql.c_str(), nullptr, nullptr, nullptr);
    if (result != SQLITE_OK) fail(db_, result);
  }

  Query& query(std::string_view sql) override {
    auto found = queries_.find(sql);
    if (found == queries_.end()) found = queries_.emplace(std::string(sql), std::make_unique<SqliteQuery>(db_, sql)).first;
    return *found->second;
  }

  std::int64_t last_id() override { return sqlite3_last_insert_rowid(db_); }

  std::int64_t changes_by_others() override {
    Query& version = query("PRAGMA data_version");
    version.with({});
    const std::int64_t out = version.next() ? version.integer(0) : 0;
    version.next();
    return out;
  }

  // A full disk may have undone it already.
  void roll_back() noexcept override {
    if (!sqlite3_get_autocommit(db_)) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  }

 private:
  sqlite3* db_ = nullptr;
  std::map<std::string, std::unique_ptr<SqliteQuery>, std::less<>> queries_;
};

std::int64_t pragma(Connection& c, const char* name) {
  Query& query = c.query(fmt::format("PRAGMA {}", name));
  query.with({});
  const std::int64_t out = query.next() ? query.integer(0) : 0;
  while (query.next()) {
  }
  return out;
}

bool has_tables(Connection& c) {
  Query& query = c.query("SELECT count(*) FROM sqlite_schema");
  query.with({});
  const bool out = query.next() && query.integer(0) > 0;
  query.next();
  return out;
}

// Nothing is changed in a file that is not ours, or that a newer Sayso has written.
void check_owner(Connection& c) {
  const std::int64_t owner = pragma(c, "application_id");
  if (owner == kApplicationId) {
    const std::int64_t version = pragma(c, "user_version");
    if (version > kSchemaVersion)
      throw SqlFailure(ErrorCode::malformed,
                       fmt::format("a record of version {}, made by a newer Sayso; this one reads up to {}", version, kSchemaVersion));
    return;
  }
  if (owner != 0 || has_tables(c)) throw SqlFailure(ErrorCode::malformed, "a database of another program, not a record");
}

}  // namespace

std::unique_ptr<Connection> open_sqlite(const std::string& path, Access access) {
  std::error_code ignored;
  const bool there = std::filesystem::exists(path, ignored);
  if (!there && access == Access::read) throw SqlFailure(ErrorCode::not_found, "no such record; `sayso add` makes one");
  if (std::filesystem::is_directory(path, ignored)) throw SqlFailure(ErrorCode::malformed, "a directory, not a record");
  auto out = std::make_unique<SqliteConnection>(path, access);
  check_owner(*out);
  if (access == Access::read && pragma(*out, "application_id") != kApplicationId)
    throw SqlFailure(ErrorCode::malformed, "an empty file, not a record");
  if (access == Access::write) {
    out->run("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    migrate_sqlite(*out, pragma(*out, "user_version"));
  }
  out->run("PRAGMA foreign_keys=ON; PRAGMA mmap_size=1073741824; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY");
  return out;
}

}  // namespace sayso::record
