// Mentions: the places where a name stands, and what can be told of it there and then.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/analysis.h"
#include "extract/capitals.h"
#include "extract/word_forms.h"
#include "text/words/gender.h"

namespace sayso {

enum class NameKind : std::uint8_t { unknown, person, organization, place, group, document, work };

struct Mention {
  TokenRange all;       // with title and nickname: "Sen. Ann “Ace” Cole"
  TokenRange title;     // "Sen."
  TokenRange name;      // "Ann “Ace” Cole"
  TokenRange nickname;  // "Ace"
  NameKind kind = NameKind::unknown;
  bool certain = false;     // the kind is told by title, table, ending or tag, not only likely
  bool tagged = false;      // by the model's tag alone
  bool article = false;     // "the" before it
  bool possessive = false;  // 's behind it
  bool adjective = false;   // "Westmere-based": no mention of its own, but its words are known as a name's
  bool acronym = false;     // "NHB", "U.S."
  Gender gender = Gender::unknown;   // as its title says
  std::vector<std::string> words;    // folded words of the name, nickname left out, hyphens inside: "tanaka-boyle"
};

// All names of a document in text order, none overlapping. Linear.
std::vector<Mention> find_mentions(const WordForms& forms, const Capitals& capitals, const std::vector<NameTag>& tags);

// Whether a token is part of a nickname inside a name, or of the marks and brackets around it.
bool is_around_nickname(const WordForms& forms, std::uint32_t token, TokenRange nickname);

// The folded words of a stretch of tokens, joined where no space stands between.
std::vector<std::string> name_words(const WordForms& forms, TokenRange range, TokenRange leave_out = {});

}  // namespace sayso
