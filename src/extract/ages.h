// How old the named people are: "Ann Cole, 44," — so that "the 44-year-old" can be told.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/entities.h"
#include "extract/word_forms.h"

namespace sayso {

// Where "34-year-old" ends that begins at a token; the token itself where none does.
std::uint32_t age_end(const WordForms& forms, std::uint32_t token);

class Ages {
 public:
  // Linear in the mentions.
  Ages(const WordForms& forms, const NameTable& names);

  // The person of that age who was last said to be so before the token, else the first behind; kNoEntity for nobody.
  std::uint32_t who(std::string_view age, std::uint32_t token) const;

  // No other age is known of the person.
  bool may_be(std::uint32_t entity, std::string_view age) const;

 private:
  struct Entry {
    std::uint32_t token;
    std::uint32_t entity;
  };
  std::uint32_t behind(const Mention& m) const;
  std::uint32_t before(const Mention& m) const;

  const WordForms& f_;
  std::unordered_map<std::string_view, std::vector<Entry>> entries_;  // by age, in text order
  std::unordered_map<std::uint32_t, std::string_view> ages_;          // by entity, the first that is given
};

}  // namespace sayso
