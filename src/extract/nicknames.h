// Nicknames in marks: "To other cavers he was “The Badger”", "Ann Cole, known as “Ace”".
#pragma once

#include <vector>

#include "extract/entities.h"
#include "extract/salience.h"
#include "extract/word_forms.h"

namespace sayso {

struct Nickname {
  std::uint32_t entity;
  TokenRange range;  // without its marks
};

// Linear; in text order.
std::vector<Nickname> find_nicknames(const WordForms& forms, const NameTable& names, const Salience& salience);

}  // namespace sayso
