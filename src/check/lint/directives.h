// What a writer says to the checker inside a draft, in comments that no reader sees:
//
//   <!-- sayso: ignore Q012 Q020 -->    of the paragraph it stands in; on a line of its own, of the next
//   <!-- sayso: off Q012 -->  …  <!-- sayso: on Q012 -->
//
// Without rules, all are meant.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "read/kind.h"

namespace sayso::lint {

struct Directive {
  enum class What : std::uint8_t { ignore, off, on };
  What what = What::ignore;
  std::vector<std::string> rules;  // none: all
  std::size_t begin = 0, end = 0;  // bytes of the draft's file, half-open
};

// In the order of the file. Linear. Comments that begin with "sayso:" and say nothing known are in none.
std::vector<Directive> read_directives(std::string_view bytes);

// As many bytes with what no reader sees in the place of the directives: they are no words of the draft, even in plain text.
std::string without_directives(std::string bytes, const std::vector<Directive>& directives, InputKind kind);

}  // namespace sayso::lint
