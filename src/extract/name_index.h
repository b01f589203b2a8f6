// Where the names of a document are looked up: whole, by a word, by initials, by spelling, by nickname.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "text/person_names.h"

namespace sayso {

inline constexpr std::uint32_t kNoEntity = 0xFFFFFFFF;
inline constexpr std::size_t kMaxCandidates = 12;  // entities with one word that are looked at, the latest

std::string join_words(const NameWords& words, std::string_view glue);

class NameIndex {
 public:
  // A name that an entity has; a person's short forms ("Bob") lead to it too.
  void add(std::uint32_t entity, const NameWords& words, bool person);
  void add_nickname(std::uint32_t entity, const NameWords& words);
  // Another full name of it: the stage name beside the one of the passport.
  void add_other(std::uint32_t entity, const NameWords& words);

  std::uint32_t exact(const NameWords& words) const { return find(by_name_, join_words(words, " ")); }
  std::uint32_t spelled(std::string_view handle) const { return find(by_spelling_, std::string(handle)); }
  std::uint32_t abbreviated(const std::string& acronym) const;
  std::span<const std::uint32_t> candidates(const std::string& word) const;
  bool knows(const std::string& word) const { return by_word_.contains(word); }
  bool is_nickname(const std::string& word, std::uint32_t entity) const { return nicknames_.contains(key(word, entity)); }
  bool is_other_surname(const std::string& word, std::uint32_t entity) const { return others_.contains(key(word, entity)); }

  std::unordered_map<std::string, std::uint32_t> take_names() { return std::move(by_name_); }

 private:
  using One = std::unordered_map<std::string, std::uint32_t>;
  using Many = std::unordered_map<std::string, std::vector<std::uint32_t>>;
  static std::uint32_t find(const One& in, const std::string& key);
  static void put(Many& index, const std::string& key, std::uint32_t entity);
  static std::string key(const std::string& word, std::uint32_t entity) { return word + "/" + std::to_string(entity); }

  Many by_word_, by_initials_;
  One by_name_, by_spelling_;
  std::unordered_set<std::string> nicknames_, others_;  // "ace/3"
};

}  // namespace sayso
