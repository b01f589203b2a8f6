// How a text is cut into what a network sees at once.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/analysis.h"

namespace sayso {

// Windows of whole paragraphs packed to at most `limit` units, covering all tokens of the paragraphs in order; a longer
// paragraph is cut, and its rest packed with what follows. units[i]: units before token i (one entry more than tokens), no
// token of more than `limit`; empty: each token is one. Windows do not reach over tokens between paragraphs.
// As polnear.windows in training.
std::vector<TokenRange> windows_of(std::span<const TokenRange> paragraphs, std::span<const std::uint32_t> units,
                                   std::uint32_t limit);

}  // namespace sayso
