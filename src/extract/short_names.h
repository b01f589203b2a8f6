// Whom a lone word names: "Cole", "Mrs Cole", "Ace", "the Commission", "NHB", "the Coles".
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/entities.h"
#include "extract/name_index.h"

namespace sayso {

// Built when all full names are linked; then asked for the lone words in text order, and told of every mention on the
// way.
class ShortNames {
 public:
  ShortNames(const WordForms& forms, const NameTable& table, const NameIndex& index);

  // A mention of more words, or one found by other means, has passed.
  void passed(std::uint32_t mention, bool in_full);
  // A new entity, named by one word.
  void created(std::uint32_t token);
  // "National Health Board (NHB)": the bracket names it.
  void defined(const std::string& acronym, std::uint32_t entity) { defined_[acronym] = entity; }

  std::uint32_t who(const Mention& mention);
  // All whom the last answer might have named, where it was one of several.
  const std::vector<std::uint32_t>& bearers() const { return bearers_; }
  // By what a mention is taken for the entity that is the answer.
  Link link(const Mention& mention, std::uint32_t entity) const;
  // "the Coles", where a Cole is known.
  bool is_family(const Mention& mention) const;

 private:
  int fits(const Mention& m, const NamedEntity& e, std::uint32_t index) const;
  bool is_body_of_place(const Mention& m) const;
  int fits_person(const Mention& m, const NamedEntity& e, std::uint32_t index) const;
  bool is_local(const Mention& m) const;
  bool is_relative_of_another(const Mention& m) const;
  std::uint32_t choose(const Mention& m, std::span<const std::uint32_t> fit);

  const WordForms& f_;
  const NameTable& table_;
  const NameIndex& index_;
  std::vector<std::uint32_t> last_full_;  // token of the last full mention so far, an entity
  std::vector<std::uint32_t> last_any_;   // and of the last one of any form
  std::vector<std::uint32_t> bearers_;
  std::unordered_map<std::string, std::uint32_t> defined_, sticky_;
};

}  // namespace sayso
