#include "extract/name_index.h"

#include "text/words/given_names.h"

namespace sayso {

std::string join_words(const NameWords& words, std::string_view glue) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += glue;
    out += word;
  }
  return out;
}

std::uint32_t NameIndex::find(const One& in, const std::string& key) {
  const auto found = in.find(key);
  return found == in.end() ? kNoEntity : found->second;
}

void NameIndex::put(Many& index, const std::string& key, std::uint32_t entity) {
  std::vector<std::uint32_t>& list = index[key];
  if (list.empty() || list.back() != entity) list.push_back(entity);
}

void NameIndex::add(std::uint32_t entity, const NameWords& words, bool person) {
  by_name_.try_emplace(join_words(words, " "), entity);
  if (words.size() > 1) by_spelling_.try_emplace(join_words(words, ""), entity);
  for (const std::string& word : words) put(by_word_, word, entity);
  if (person && words.size() > 1) {
    for (const std::string_view form : short_forms(words.front())) put(by_word_, std::string(form), entity);
  }
  if (words.size() < (person ? 3u : 2u)) return;
  put(by_initials_, initials(words, false), entity);
  put(by_initials_, initials(words, true), entity);
}

void NameIndex::add_nickname(std::uint32_t entity, const NameWords& words) {
  if (words.empty()) return;
  by_name_.try_emplace(join_words(words, " "), entity);
  for (const std::string& word : words) {
    put(by_word_, word, entity);
    nicknames_.insert(key(word, entity));
  }
}

void NameIndex::add_other(std::uint32_t entity, const NameWords& words) {
  by_name_[join_words(words, " ")] = entity;
  by_spelling_[join_words(words, "")] = entity;
  for (const std::string& word : words) put(by_word_, word, entity);
  others_.insert(key(std::string(surname(words)), entity));
  if (words.size() > 1) nicknames_.insert(key(words.front(), entity));
}

std::uint32_t NameIndex::abbreviated(const std::string& acronym) const {
  const auto found = by_initials_.find(acronym);
  return found == by_initials_.end() ? kNoEntity : found->second.front();
}

std::span<const std::uint32_t> NameIndex::candidates(const std::string& word) const {
  const auto found = by_word_.find(word);
  if (found == by_word_.end()) return {};
  const std::span<const std::uint32_t> all = found->second;
  return all.size() <= kMaxCandidates ? all : all.last(kMaxCandidates);
}

}  // namespace sayso
