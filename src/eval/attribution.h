// Attributions as PolNeAR has them: the pieces of text that are source, cue and content.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "eval/wide_text.h"
#include "sayso/statement.h"

namespace sayso::eval {

enum Role : std::size_t { kSource, kCue, kContent };
inline constexpr std::array<std::string_view, 3> kRoleNames{"source", "cue", "content"};

// Pieces of each role, by begin; no two of a role touch or have only white space between them.
struct RolePieces {
  std::array<std::vector<Piece>, 3> of;

  friend bool operator==(const RolePieces&, const RolePieces&) = default;
  friend auto operator<=>(const RolePieces&, const RolePieces&) = default;
};

// Sorts pieces, trims white space from them and joins those that only white space separates.
std::vector<Piece> merged(std::vector<Piece> pieces, std::u32string_view text);

// direct: all of the content's letters and digits are in quotation marks; mixed: some; indirect: none.
// A straight mark toggles, save one that reopens a paragraph of a quotation still open. Typed marks (`` and '') count as
// straight ones, and ‘ ’ where the content begins with ‘.
Kind kind_of(const RolePieces& attribution, std::u32string_view text);

// Those that do not stand, cue and content, inside the content of another one.
std::vector<RolePieces> without_nested(const std::vector<RolePieces>& attributions);

}  // namespace sayso::eval
