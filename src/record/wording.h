// The same words, whatever their marks, letters' case and accents: one number, by which statements with one wording are found.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace sayso::record {

// Of the words of a content (words_of). Nothing for less than four, which many people say.
std::optional<std::int64_t> wording_of(const std::vector<std::string>& words);

}  // namespace sayso::record
