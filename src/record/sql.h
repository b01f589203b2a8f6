// One connection to the database that holds a record, whichever it is: what SQL must keep to so that all of them understand it is
// said in docs/record.md. Inside this room failures are thrown as SqlFailure; record.cpp, the room's edge, makes errors of them.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sayso/error.h"

namespace sayso::record {

struct SqlFailure : std::runtime_error {
  SqlFailure(ErrorCode c, const std::string& message) : std::runtime_error(message), code(c) {}
  ErrorCode code;
};

struct Blob {
  std::string_view bytes;
};

// What a parameter may be; bytes and texts must live until the statement has run.
using Value = std::variant<std::monostate, std::int64_t, double, std::string_view, Blob>;

inline Value value_of(const std::optional<std::string>& text) { return text ? Value(std::string_view(*text)) : Value(); }
inline Value value_of(std::optional<std::int64_t> number) { return number ? Value(*number) : Value(); }

// A prepared statement. Parameters are written $1, $2, …
class Query {
 public:
  virtual ~Query() = default;

  // Begins anew with these parameters.
  virtual Query& with(std::initializer_list<Value> parameters) = 0;
  // The next row; false behind the last one. After with().
  virtual bool next() = 0;

  // Columns of the row, from 0. What text() and bytes() give lives until the next call of next() or with().
  virtual bool is_null(int column) = 0;
  virtual std::int64_t integer(int column) = 0;
  virtual double real(int column) = 0;
  virtual std::string_view text(int column) = 0;
  virtual std::string_view bytes(int column) = 0;

  std::optional<std::string> text_or_none(int column) {
    return is_null(column) ? std::nullopt : std::optional<std::string>(text(column));
  }
  std::optional<std::int64_t> integer_or_none(int column) {
    return is_null(column) ? std::nullopt : std::optional(integer(column));
  }
  // Runs a statement that gives no rows.
  void run(std::initializer_list<Value> parameters) {
    with(parameters);
    while (next()) {
    }
  }
  // Runs one that gives a single number; nothing where there is no row, or null in it.
  std::optional<std::int64_t> number(std::initializer_list<Value> parameters) {
    with(parameters);
    const auto out = next() ? integer_or_none(0) : std::nullopt;
    while (next()) {
    }
    return out;
  }
  // The first column of all rows.
  std::vector<std::int64_t> numbers(std::initializer_list<Value> parameters) {
    std::vector<std::int64_t> out;
    for (with(parameters); next();) out.push_back(integer(0));
    return out;
  }
};

enum class Access { read, write };
enum class Database { sqlite, postgres };

class Packer;

// Thread safety: none; one thread at a time uses a connection and its queries.
class Connection {
 public:
  virtual ~Connection() = default;

  virtual Database database() const = 0;
  virtual void run(const std::string& sql) = 0;  // one or more statements without parameters or rows
  // Prepared once for each text and kept.
  virtual Query& query(std::string_view sql) = 0;
  // Runs an INSERT of one row and gives its id. SQLite's own RETURNING makes FTS5 write out what it has gathered, each time.
  virtual std::int64_t insert(std::string_view sql, std::initializer_list<Value> parameters) = 0;

  // A transaction that writes: one at a time in a record, others wait for their turn.
  virtual void begin() = 0;
  // One in which what is read stays as it was at its beginning, whatever others add.
  virtual void begin_reading() = 0;
  virtual void commit() = 0;
  // Undoes the open transaction, if there is one; does not throw.
  virtual void roll_back() noexcept = 0;
  // In a transaction that writes: another number than in the last one where another connection has committed something since.
  virtual std::int64_t changes_by_others() = 0;

  // Of the tables, as src/record/schema.h counts them; 0 where there are none yet. Set in a transaction that writes.
  virtual std::int64_t schema_version() = 0;
  virtual void set_schema_version(std::int64_t version) = 0;

  // What compresses its texts.
  Packer& packer();

 private:
  std::shared_ptr<Packer> packer_;
};

// Opens the record at `where`: a postgresql:// address, else an SQLite file; for writing also a new one. Throws SqlFailure.
std::unique_ptr<Connection> open_database(const std::string& where, Access access);
// `where` as it may be shown to people: an address without its password.
std::string place_for_people(const std::string& where);

}  // namespace sayso::record
