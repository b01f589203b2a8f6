// Documents and what was extracted from them -> rows. All of a document or nothing of it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "record/buckets.h"
#include "record/carried.h"
#include "record/near_groups.h"
#include "record/people_linker.h"
#include "record/sql.h"
#include "record/text_index.h"
#include "sayso/record.h"

namespace sayso::record {

// Throws SqlFailure. A batch is one transaction: begun by the first add(), made lasting by commit(); what failed is undone by
// roll_back(), with all that the batch has added.
class Writer {
 public:
  explicit Writer(Connection& connection) : db_(connection), people_(connection), index_(connection), near_(connection), wordings_(wordings(connection)) {}

  std::optional<Added> known(const Document& document, std::string_view model);
  Added add(const Document& document, const Extraction& extraction, std::string_view model, bool again);
  void commit();
  void roll_back();
  // People have been changed behind its back.
  void forget_people() { people_.forget(); }

 private:
  void begin();
  void forget();
  Added store(const Document& document, const Extraction& extraction, std::string_view model, bool again);
  void replace(const Document& read, const Extraction& extraction, std::string_view model, const std::string& key,
               Added& out);
  void add_version(const Document& document, const Extraction& extraction, std::string_view model,
                   const std::string& key, Added& out);
  // What goes into a document's row of what was found in it.
  struct Packed {
    std::int64_t length = 0, first_statement = 0;
    std::vector<std::int64_t> who;  // its entities are across documents
    std::string said, named, people;
  };
  Packed pack(const Document& document, const Extraction& extraction, const std::string& key);
  void insert_document(const Document& document, const Extraction& extraction, const std::string& key,
                       std::int64_t version, std::string_view model, Carried carried, Added& out);
  void insert_extraction(std::int64_t id, const Document& document, const Extraction& extraction, const Packed& packed, Carried& carried);
  void insert_statement(std::int64_t number, std::int64_t id, const Statement& s, std::optional<std::int64_t> person,
                        std::optional<std::int64_t> earlier);
  void insert_warnings(std::int64_t id, const std::vector<Warning>& warnings);
  void flush_named();
  void remove_extraction(std::int64_t id);
  void supersede(std::int64_t id);
  std::optional<std::int64_t> outlet_of(const Document& document);

  Connection& db_;
  PeopleLinker people_;
  TextIndex index_;
  NearGroups near_;
  Buckets wordings_;
  std::vector<std::array<std::int64_t, 3>> named_;  // rows of person_documents that are not written yet
  std::unordered_map<std::string, std::int64_t> outlets_;
  std::int64_t seen_version_ = -1;  // of the database, by which changes of others are noticed
  bool open_ = false;
};

}  // namespace sayso::record
