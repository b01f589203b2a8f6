// Entities of a document -> people of the record: who of a new document is already known.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "record/buckets.h"
#include "record/compared.h"
#include "record/people_store.h"
#include "record/sketch.h"
#include "record/sql.h"
#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::record {

// The person of an entity, how sure that is, and why; a new person has no reasons.
struct Linked {
  std::int64_t person = 0;
  double score = 1;
  std::string reasons;
};

// For one writer. Keeps what it has looked up until forget().
class PeopleLinker {
 public:
  explicit PeopleLinker(Connection& connection) : db_(connection), keys_(person_keys(connection)) {}

  // Two that are found to be one after all, as more is known of them, are joined: a decision like a curator's, with its reasons.
  //
  // One an entity, in their order; two entities of one document are never one person. Makes new people where nobody is the
  // same. A curator's pins for this document go first.
  std::vector<Linked> link(const Document& document, const Extraction& extraction, std::string_view document_key);
  // Writes what changed.
  void flush();
  // The database has been changed by somebody else, or the transaction was undone.
  void forget();

 private:
  struct Known {
    Sketch sketch;
    PersonRow row;
    Compared compared;
    bool is_compared = false;  // as the sketch is now
    bool changed = false;
    std::int64_t root = 0;  // whom a curator says it is
    std::vector<std::int64_t> keys;  // under which it has been filed since
  };

  struct Join {
    std::int64_t person = 0, other = 0;
    std::string why;
  };

  Linked link_one(const Sketch& sketch, std::vector<std::int64_t>& taken);
  std::vector<std::int64_t> candidates(const std::vector<std::string>& keys);
  Known& known(std::int64_t person);
  std::int64_t make(const Sketch& sketch, const std::vector<std::string>& filed);
  void consider(std::int64_t a, std::int64_t b);
  bool are_kept_apart(std::int64_t person, std::int64_t other);
  void join(std::int64_t person, std::int64_t other, const std::string& why);
  void file(std::int64_t person, Known& known, const std::vector<std::string>& keys);
  void change(std::int64_t person, Known& known);

  Connection& db_;
  Buckets keys_;
  std::unordered_map<std::int64_t, Known> known_;
  std::unordered_map<std::int64_t, std::vector<std::int64_t>> under_;  // those of known_ whose root it is, without itself
  std::vector<std::int64_t> changed_;
  std::optional<std::vector<std::pair<std::int64_t, std::int64_t>>> apart_;  // whom a curator keeps apart, once they were asked for
  std::vector<Join> joins_;                              // that the database does not have yet
  std::unordered_map<std::int64_t, std::int64_t> into_;  // of these, who is counted as whom
  std::map<std::pair<std::int64_t, std::int64_t>, std::uint32_t> considered_;  // pairs, and in how many documents they stood then
};

}  // namespace sayso::record
