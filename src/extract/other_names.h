// Two names of one person: "Mz Quill, born Matilda Quillan", "Jack Hollis, better known as Jaxx", "who performs as Duke Riot".
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extract/mentions.h"
#include "extract/word_forms.h"

namespace sayso {

// Pairs of mentions (indices), the earlier first, that the text itself says to be one person's. Linear.
std::vector<std::pair<std::uint32_t, std::uint32_t>> find_other_names(const WordForms& forms, std::span<const Mention> mentions);

// "@binjuice … His real name is Cory Mendez": of an account's mention, whose it is; pairs of account and name.
std::vector<std::pair<std::uint32_t, std::uint32_t>> find_account_owners(const WordForms& forms, std::span<const Mention> mentions);

}  // namespace sayso
