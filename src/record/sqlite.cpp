#include "record/sqlite.h"

#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <map>
#include <vector>

#include "record/schema.h"

namespace sayso::record {
namespace {

constexpr int kPageSize = 16'384;  // bytes; a document's row takes about 3,400, and what is left of a page is lost
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

// Transactions that are not in the file yet.
bool has_log(const std::string& path) {
  std::error_code none;
  const auto size = std::filesystem::file_size(path + "-wal", none);
  return !none && size > 0;
}

std::string immutable(const std::string& path) {
  std::string out = "file:";
  for (const char c : path) {
    if (c == '?' || c == '#' || c == '%') out += fmt::format("%{:02x}", static_cast<unsigned char>(c));
    else out += c;
  }
  return out + "?immutable=1";
}

class SqliteQuery final : public Query {
 public:
  SqliteQuery(sqlite3* db, std::string_view sql) : db_(db) {
    check(sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &statement_, nullptr));
    // SQLite takes "$2" for a name and numbers names as they come.
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement_); ++i) numbers_.push_back(std::atoi(sqlite3_bind_parameter_name(statement_, i) + 1));
  }
  ~SqliteQuery() override { sqlite3_finalize(statement_); }
  SqliteQuery(const SqliteQuery&) = delete;
  SqliteQuery& operator=(const SqliteQuery&) = delete;

  Query& with(std::initializer_list<Value> parameters) override {
    sqlite3_reset(statement_);
    for (std::size_t i = 0; i < numbers_.size(); ++i) bind(static_cast<int>(i) + 1, parameters.begin()[numbers_[i] - 1]);
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
  std::vector<int> numbers_;  // of the parameters, as the statement has them
};

class SqliteConnection final : public Connection {
 public:
  SqliteConnection(const std::string& path, Access access) {
    const int flags = access == Access::write ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READWRITE;
    int result = sqlite3_open_v2(path.c_str(), &db_, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    // A file or folder that may not be written to, or a full disk, where SQLite can make nothing beside the file: it can still be read, as
    // long as nobody writes, which nobody can.
    if (access == Access::read && (result != SQLITE_OK || !can_be_asked()) && !has_log(path)) {
      sqlite3_close(db_);
      result = sqlite3_open_v2(immutable(path).c_str(), &db_, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, nullptr);
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

  std::int64_t insert(std::string_view sql, std::initializer_list<Value> parameters) override {
    query(sql).run(parameters);
    return sqlite3_last_insert_rowid(db_);
  }

  // Here SQLite does not wait by itself for another that makes the file at the same time.
  void use_write_ahead_log() {
    int result = SQLITE_BUSY;
    for (int waited = 0; result == SQLITE_BUSY && waited < kPatience; waited += 10) {
      if (waited > 0) sqlite3_sleep(10);
      result = sqlite3_exec(db_, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
    }
    if (result != SQLITE_OK) fail(db_, result);
  }

  Database database() const override { return Database::sqlite; }
  void begin() override { run("BEGIN IMMEDIATE"); }
  void begin_reading() override { run("BEGIN"); }
  void commit() override { run("COMMIT"); }

  std::int64_t changes_by_others() override { return query("PRAGMA data_version").number({}).value_or(0); }

  std::int64_t schema_version() override { return query("PRAGMA user_version").number({}).value_or(0); }
  void set_schema_version(std::int64_t version) override {
    run(fmt::format("PRAGMA application_id={}; PRAGMA user_version={}", kApplicationId, version));
  }

  // A full disk may have undone it already.
  void roll_back() noexcept override {
    if (!sqlite3_get_autocommit(db_)) sqlite3_exec(db_, "ROLLBACK", nullptr, nullptr, nullptr);
  }

 private:
  bool can_be_asked() { return sqlite3_exec(db_, "PRAGMA schema_version", nullptr, nullptr, nullptr) == SQLITE_OK; }

  sqlite3* db_ = nullptr;
  std::map<std::string, std::unique_ptr<SqliteQuery>, std::less<>> queries_;
};

std::int64_t pragma(Connection& c, const char* name) { return c.query(fmt::format("PRAGMA {}", name)).number({}).value_or(0); }

bool has_tables(Connection& c) { return c.query("SELECT count(*) FROM sqlite_schema").number({}).value_or(0) > 0; }

// Nothing is changed in a file that is not ours, or that a newer Sayso has written. Looked at as it is at one moment: another may be
// making it.
void check_owner(Connection& c) {
  c.begin_reading();
  const std::int64_t owner = pragma(c, "application_id");
  const bool filled = has_tables(c);
  c.commit();
  if (owner == kApplicationId) {
    if (const std::int64_t version = c.schema_version(); version > kSchemaVersion) throw newer_record(version);
    return;
  }
  if (owner != 0 || filled) throw SqlFailure(ErrorCode::malformed, "a database of another program, not a record");
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
    out->run(fmt::format("PRAGMA page_size={}", kPageSize));  // of a new file
    out->use_write_ahead_log();
    out->run("PRAGMA synchronous=FULL");
    migrate(*out);
  }
  // Foreign keys: tests/record/foreign_keys_test.cpp.
  out->run("PRAGMA foreign_keys=OFF; PRAGMA mmap_size=1073741824; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY");
  return out;
}

}  // namespace sayso::record
