#include "extract/quoted_by.h"

#include <algorithm>
#include <string_view>

namespace sayso {
namespace {

std::string_view word(const Analysis& a, std::uint32_t token) { return a.tokens[token].in(a.text.utf8()); }

bool says_quoted_by(const Analysis& a, TokenRange cue) {
  for (std::uint32_t t = cue.begin; t + 1 < cue.end; ++t) {
    if ((word(a, t) == "quoted" || word(a, t) == "cited") && word(a, t + 1) == "by") return true;
  }
  return false;
}

// "as saying", "as telling": the piece's first words behind which the content begins; 0 where it begins otherwise.
std::uint32_t behind_as(const Analysis& a, TokenRange piece) {
  if (piece.size() < 3 || word(a, piece.begin) != "as" || !word(a, piece.begin + 1).ends_with("ing")) return 0;
  return piece.begin + 2;
}

void read(const Analysis& a, Attribution& attribution) {
  if (attribution.content.size() != 2 || !says_quoted_by(a, attribution.cue)) return;
  const TokenRange somebody = attribution.content[0], rest = attribution.content[1];
  const std::uint32_t begin = behind_as(a, rest);
  if (begin == 0 || somebody.end != attribution.cue.begin || rest.begin < attribution.cue.end) return;
  attribution.source = {somebody};
  attribution.cue.end = begin;
  attribution.content = {{begin, rest.end}};
}

}  // namespace

void read_quoted_by(const Analysis& analysis, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) read(analysis, a);
}

}  // namespace sayso
