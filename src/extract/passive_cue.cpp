#include "extract/passive_cue.h"

#include <algorithm>
#include <ranges>

#include "extract/layout.h"
#include "text/words/word_set.h"

namespace sayso {

bool is_passive_telling(const Analysis& analysis, TokenRange cue) {
  static const WordSet be("am is are was were be been being m re s 's 'm 're");
  static const WordSet verbs("told ordered asked warned urged advised instructed assured informed promised reminded taught invited");
  const Layout layout(analysis);
  const auto is_one_of = [&](const WordSet& set) {
    return std::ranges::any_of(std::views::iota(cue.begin, std::max(cue.begin, cue.end)), [&](std::uint32_t t) { return set.contains(layout.lower(t)); });
  };
  return is_one_of(be) && is_one_of(verbs);
}

void drop_who_was_told(const Analysis& analysis, std::vector<Attribution>& attributions) {
  for (Attribution& a : attributions) {
    if (a.content.size() < 2 || a.content.back().begin < a.cue.end || !is_passive_telling(analysis, a.cue)) continue;
    std::erase_if(a.content, [&](const TokenRange& piece) { return piece.end <= a.cue.begin; });
  }
}

}  // namespace sayso
