// The same words, whatever their marks, letters' case and accents: one number, by which statements with one wording are found.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace sayso::record {

// Nothing for less than four words, which many people say.
std::optional<std::int64_t> wording_of(std::string_view content);

}  // namespace sayso::record
