// The one file that knows libpq.
#include "record/postgres.h"

#include <fmt/format.h>
#include <libpq-fe.h>

#include <array>
#include <charconv>
#include <deque>
#include <map>
#include <vector>

#include "record/postgres_text.h"
#include "record/schema.h"

namespace sayso::record {
namespace {

using Answer = std::unique_ptr<PGresult, decltype(&PQclear)>;
using Options = std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)>;

constexpr int kOldestServer = 120000;  // 12
constexpr std::string_view kPatience = "60s";  // that one waits for another writer, whose transactions take about one second

// On one line, without the words that say how bad it is.
std::string in_a_line(std::string_view message) {
  std::string out;
  for (const char c : message) {
    const bool space = c == '\n' || c == '\t' || c == ' ';
    if (!space) out += c;
    else if (!out.empty() && out.back() != ' ') out += ' ';
  }
  while (!out.empty() && out.back() == ' ') out.pop_back();
  for (const std::string_view severity : {"FATAL: ", "ERROR: "}) {
    if (const std::size_t at = out.find(severity); at != out.npos) out.erase(at, severity.size());
  }
  return out;
}

// By class of SQLSTATE: https://www.postgresql.org/docs/current/errcodes-appendix.html
ErrorCode code_of(std::string_view state) {
  if (state.starts_with("53") || state == "25006" || state == "42501") return ErrorCode::write_failed;  // resources, read only, no right
  if (state.starts_with("XX") || state.starts_with("42") || state.starts_with("22")) return ErrorCode::malformed;
  return ErrorCode::unreadable;
}

[[noreturn]] void fail(PGconn* db, const PGresult* result) {
  const char* field = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
  const std::string state = field ? field : "";
  if (state == "55P03") throw SqlFailure(ErrorCode::unreadable, "another writer has held the record for a minute");
  const char* primary = result ? PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY) : nullptr;
  throw SqlFailure(code_of(state), in_a_line(primary ? primary : PQerrorMessage(db)));
}

Answer checked(PGconn* db, PGresult* result) {
  Answer out(result, &PQclear);
  const ExecStatusType status = PQresultStatus(result);
  if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) fail(db, result);
  return out;
}

class PostgresQuery final : public Query {
 public:
  PostgresQuery(PGconn* db, std::string_view sql, std::string name) : db_(db), name_(std::move(name)) {
    checked(db_, PQprepare(db_, name_.c_str(), std::string(sql).c_str(), 0, nullptr));
  }

  Query& with(std::initializer_list<Value> parameters) override {
    const std::size_t count = parameters.size();
    std::vector<std::string> kept(count);
    std::vector<const char*> values(count, nullptr);
    std::vector<int> sizes(count, 0), binary(count, 0);
    std::size_t i = 0;
    for (const Value& value : parameters) {
      if (const auto* blob = std::get_if<Blob>(&value)) {
        values[i] = blob->bytes.data() ? blob->bytes.data() : "";
        sizes[i] = static_cast<int>(blob->bytes.size());
        binary[i] = 1;
      } else if (!std::holds_alternative<std::monostate>(value)) {
        kept[i] = written(value);
        values[i] = kept[i].c_str();
      }
      ++i;
    }
    answer_ = checked(db_, PQexecPrepared(db_, name_.c_str(), static_cast<int>(count), values.data(), sizes.data(), binary.data(), 0));
    row_ = -1;
    return *this;
  }

  bool next() override {
    decoded_.clear();
    return answer_ && ++row_ < PQntuples(answer_.get());
  }

  bool is_null(int column) override { return PQgetisnull(answer_.get(), row_, column) != 0; }
  std::int64_t integer(int column) override {
    const std::string_view text = raw(column);
    std::int64_t out = text == "t" ? 1 : 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
  }
  double real(int column) override {
    const std::string_view text = raw(column);
    double out = 0;
    std::from_chars(text.data(), text.data() + text.size(), out);
    return out;
  }
  std::string_view text(int column) override {
    const std::string_view text = raw(column);
    return has_escapes(text) ? decoded_.emplace_back(unescaped_from_postgres(text)) : text;
  }
  std::string_view bytes(int column) override {
    std::size_t size = 0;
    unsigned char* bytes = PQunescapeBytea(reinterpret_cast<const unsigned char*>(raw(column).data()), &size);
    if (!bytes) throw SqlFailure(ErrorCode::malformed, "bytes of the record cannot be read");
    const std::string_view out = decoded_.emplace_back(reinterpret_cast<const char*>(bytes), size);
    PQfreemem(bytes);
    return out;
  }

 private:
  static std::string written(const Value& value) {
    if (const auto* number = std::get_if<std::int64_t>(&value)) return fmt::format("{}", *number);
    if (const auto* real = std::get_if<double>(&value)) return fmt::format("{}", *real);
    return escaped_for_postgres(std::get<std::string_view>(value));
  }

  std::string_view raw(int column) const {
    return {PQgetvalue(answer_.get(), row_, column), static_cast<std::size_t>(PQgetlength(answer_.get(), row_, column))};
  }

  PGconn* db_;
  std::string name_;
  Answer answer_{nullptr, &PQclear};
  int row_ = -1;
  std::deque<std::string> decoded_;  // of this row
};

// What the address says goes before what stands here before it.
PGconn* connected(const std::string& address) {
  constexpr std::array<const char*, 5> kNames = {"connect_timeout", "fallback_application_name", "client_encoding", "dbname", nullptr};
  const std::array<const char*, 5> values = {"10", "sayso", "UTF8", address.c_str(), nullptr};
  return PQconnectdbParams(kNames.data(), values.data(), 1);
}

class PostgresConnection final : public Connection {
 public:
  explicit PostgresConnection(const std::string& address) : db_(connected(address)) {
    if (PQstatus(db_) == CONNECTION_OK) {
      PQsetNoticeProcessor(db_, [](void*, const char*) {}, nullptr);
      return;
    }
    const std::string message = in_a_line(PQerrorMessage(db_));
    PQfinish(db_);
    throw SqlFailure(ErrorCode::unreadable, message);
  }
  ~PostgresConnection() override {
    queries_.clear();
    PQfinish(db_);
  }
  PostgresConnection(const PostgresConnection&) = delete;
  PostgresConnection& operator=(const PostgresConnection&) = delete;

  Database database() const override { return Database::postgres; }
  int server_version() const { return PQserverVersion(db_); }

  void run(const std::string& sql) override { checked(db_, PQexec(db_, sql.c_str())); }

  Query& query(std::string_view sql) override {
    auto found = queries_.find(sql);
    if (found == queries_.end()) {
      auto made = std::make_unique<PostgresQuery>(db_, sql, fmt::format("q{}", queries_.size()));
      found = queries_.emplace(std::string(sql), std::move(made)).first;
    }
    return *found->second;
  }

  std::int64_t insert(std::string_view sql, std::initializer_list<Value> parameters) override {
    return query(fmt::format("{} RETURNING id", sql)).number(parameters).value();
  }

  // One lock for all of a record, taken before anything else is, so that writers wait for each other and never in a circle.
  void begin() override {
    try {
      run(fmt::format("BEGIN; SELECT pg_advisory_xact_lock({})", kApplicationId));
    } catch (const SqlFailure&) {
      roll_back();
      throw;
    }
    writing_ = true;
  }
  void begin_reading() override { run("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"); }
  void commit() override {
    if (writing_) run("UPDATE record_info SET commits = commits + 1");
    run("COMMIT");
    if (writing_) ++own_commits_;
    writing_ = false;
  }
  void roll_back() noexcept override {
    writing_ = false;
    if (PQtransactionStatus(db_) != PQTRANS_IDLE) PQclear(PQexec(db_, "ROLLBACK"));
  }
  std::int64_t changes_by_others() override {
    return query("SELECT commits FROM record_info").number({}).value_or(0) - own_commits_;
  }

  // to_regclass() may answer from before another has made the table; catalogues are read as of now.
  std::int64_t schema_version() override {
    if (!query("SELECT 1 FROM pg_tables WHERE schemaname = 'sayso' AND tablename = 'record_info'").number({})) return 0;
    return query("SELECT version FROM sayso.record_info").number({}).value_or(0);
  }
  void set_schema_version(std::int64_t version) override {
    run("CREATE TABLE IF NOT EXISTS record_info (application TEXT NOT NULL, version BIGINT NOT NULL, commits BIGINT NOT NULL)");
    if (!query("SELECT version FROM record_info").number({})) run("INSERT INTO record_info VALUES ('sayso', 0, 0)");
    query("UPDATE record_info SET version = $1").run({version});
  }

 private:
  PGconn* db_;
  std::map<std::string, std::unique_ptr<PostgresQuery>, std::less<>> queries_;
  std::int64_t own_commits_ = 0;
  bool writing_ = false;
};

void check_server(PostgresConnection& c) {
  if (c.server_version() < kOldestServer)
    throw SqlFailure(ErrorCode::bad_argument, fmt::format("a server of version {}; 12 or newer is needed", c.server_version() / 10000));
  Query& encoding = c.query("SELECT current_setting('server_encoding')");
  encoding.with({}).next();
  if (encoding.text(0) != "UTF8")
    throw SqlFailure(ErrorCode::bad_argument, fmt::format("the database's encoding is {}; a record needs UTF8", encoding.text(0)));
}

// Nothing is changed in a schema that is not ours, or that a newer Sayso has written. Looked at as it is at one moment: another may be
// making it.
void check_owner(PostgresConnection& c, Access access) {
  c.begin_reading();
  const std::int64_t version = c.schema_version();
  const auto tables = c.query("SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE nspname = 'sayso'").number({});
  c.commit();
  if (version > kSchemaVersion) throw newer_record(version);
  if (version > 0) return;
  if (tables.value_or(0) > 0)
    throw SqlFailure(ErrorCode::malformed, "the schema sayso holds another program's tables, not a record");
  if (access == Access::read) throw SqlFailure(ErrorCode::not_found, "no record in this database; `sayso add` makes one");
}

}  // namespace

bool is_postgres(const std::string& where) { return where.starts_with("postgresql://") || where.starts_with("postgres://"); }

std::unique_ptr<Connection> open_postgres(const std::string& address, Access access) {
  char* ignored = nullptr;  // it repeats the address, and with it the password
  const Options parsed(PQconninfoParse(address.c_str(), &ignored), &PQconninfoFree);
  PQfreemem(ignored);
  if (!parsed) throw SqlFailure(ErrorCode::bad_argument, "no address of a database; write postgresql://USER@HOST:PORT/DATABASE");
  auto out = std::make_unique<PostgresConnection>(address);
  out->run("SET client_encoding = 'UTF8'");
  check_server(*out);
  check_owner(*out, access);
  if (access == Access::read) out->run("SET default_transaction_read_only = on");
  out->run(fmt::format("SET lock_timeout = '{}'; SET search_path = sayso", kPatience));
  if (access == Access::write) migrate(*out);
  return out;
}

std::string address_for_people(const std::string& address) {
  char* ignored = nullptr;
  const Options parsed(PQconninfoParse(address.c_str(), &ignored), &PQconninfoFree);
  PQfreemem(ignored);
  std::string user, host, port, name;
  for (const PQconninfoOption* one = parsed.get(); one && one->keyword; ++one) {
    const std::string_view keyword = one->keyword;
    if (!one->val) continue;
    if (keyword == "user") user = fmt::format("{}@", one->val);
    if (keyword == "host" && one->val[0] != '/') host = one->val;  // a socket's folder says little
    if (keyword == "port") port = fmt::format(":{}", one->val);
    if (keyword == "dbname") name = one->val;
  }
  return parsed ? fmt::format("postgresql://{}{}{}/{}", user, host, port, name) : "postgresql://…";
}

}  // namespace sayso::record
