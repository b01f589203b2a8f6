// Documents of a record one by one: what tracing a quotation asks for. Reading only; it has a connection of its own.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "sayso/error.h"
#include "sayso/statement.h"

namespace sayso::record {

class Connection;

struct Kept {
  std::int64_t number = 0;
  std::optional<std::int64_t> near;  // its group of near-duplicates
  Document document;
  Extraction extraction;
  std::vector<std::int64_t> statements;  // numbers in the record, of extraction.statements
  std::vector<std::string> people;       // who extraction.entities are across documents
};

// What a record covers.
struct Coverage {
  std::int64_t documents = 0, outlets = 0;
  std::optional<std::string> first, last;  // days of publication
};

struct StatementPlace {
  std::int64_t document = 0;
  std::uint32_t number = 0;  // index into the document's statements
};

struct WantedWord {
  std::string word;  // lower case
  double weight = 0;
};

// A statement that is not word for word.
struct Told {
  StatementPlace place;
  std::string content;
};

// Thread safety: none. Errors as Record's.
class Documents {
 public:
  static Result<Documents> open(const std::string& where);
  ~Documents();
  Documents(Documents&&) noexcept;
  Documents& operator=(Documents&&) noexcept;

  Result<Coverage> covers();
  // Texts of all versions with their numbers and hashes, in ascending order from behind `after`, until use() returns
  // false.
  Result<void> each_text(std::int64_t after,
                         const std::function<bool(std::int64_t, std::uint64_t, const std::string&)>& use);
  // The hash of its text; none where there is no such document.
  Result<std::optional<std::uint64_t>> hash_of(std::int64_t number);
  // None where there is no such document, or it is not the latest version.
  Result<std::optional<Kept>> document(std::int64_t number);
  Result<std::optional<StatementPlace>> statement(std::int64_t number);
  // Indirect and mixed statements of latest versions that have `share` of the words by weight, in any inflection, those
  // with most first.
  Result<std::vector<Told>> indirect_like(const std::vector<WantedWord>& words, double share, std::size_t most);

 private:
  Documents(std::string where, std::unique_ptr<Connection> db);
  std::string where_;
  std::unique_ptr<Connection> db_;
};

}  // namespace sayso::record
