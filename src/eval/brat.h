// brat stand-off -> attributions.
#pragma once

#include <string_view>
#include <vector>

#include "eval/attribution.h"
#include "sayso/error.h"

namespace sayso::eval {

// Lines read, fields apart by tabs; everything else is ignored:
//   T<n>  TYPE b e[;b e]...   text                                   a piece of text in code points
//   E<n>  Attribution:T<n> Source:T<n> Cue:T<n> Content:T<n> ...      roles may repeat (Content2) or be absent
// Attributions with neither cue nor content are left out. Error: malformed, where the offsets are not.
Result<std::vector<RolePieces>> read_brat(std::string_view ann, std::u32string_view text, const std::string& path);

}  // namespace sayso::eval
