// Which mentions are one and the same: names -> entities.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/mentions.h"
#include "extract/name_index.h"
#include "extract/word_forms.h"
#include "sayso/statement.h"
#include "text/person_names.h"

namespace sayso {

inline constexpr std::uint32_t kNoMention = 0xFFFFFFFF;

// Somebody or something that the document names.
struct NamedEntity {
  NameWords words;                    // of its fullest name
  TokenRange name;                    // where that stands
  TokenRange nickname;                // inside it, or empty
  NameKind kind = NameKind::unknown;  // by the votes of its mentions
  bool certain = false;               // some mention tells the kind, not only its shape or tag
  Gender gender = Gender::unknown;
  std::vector<std::uint32_t> mentions;  // indices, ascending
};

struct NameTable {
  std::vector<Mention> mentions;
  std::vector<std::uint32_t> entity_of;  // one a mention; kNoEntity for adjectives and works
  std::vector<Link> link_of;             // one a mention: why it is that entity's
  std::unordered_map<std::uint32_t, std::vector<std::uint32_t>>
      bearers;                                             // of a mention whose name several entities bear: all of them
  std::vector<std::uint32_t> mention_at;                   // one a token: the mention that it is part of, or kNoMention
  std::unordered_map<std::string, std::uint32_t> by_name;  // folded words, one space between -> entity
  std::vector<NamedEntity> entities;                       // in the order of their first full mention

  // The mention that a token belongs to, where that is linked; nullptr otherwise.
  const Mention* at(std::uint32_t token) const {
    if (token >= mention_at.size() || mention_at[token] == kNoMention) return nullptr;
    return entity_of[mention_at[token]] == kNoEntity ? nullptr : &mentions[mention_at[token]];
  }
  std::uint32_t entity_at(std::uint32_t token) const {
    return at(token) == nullptr ? kNoEntity : entity_of[mention_at[token]];
  }
};

// Surname-only, title-and-surname, nickname, acronym and shortened mentions join the entity that the document names in
// full, earlier or later. Linear: at most kMaxCandidates entities with the same word are looked at.
NameTable link_names(const WordForms& forms, std::vector<Mention> mentions);

}  // namespace sayso
