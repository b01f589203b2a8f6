#include "extract/outer_report.h"

#include <algorithm>

#include "extract/layout.h"
#include "extract/marks.h"
#include "text/words/word_set.h"

namespace sayso {
namespace {

bool is_citing(const Layout& l, TokenRange cue) {
  static const WordSet set("citing quoting");
  return !cue.empty() && set.contains(l.lower(cue.end - 1));
}

// "citing | the Echo", "citing | two officials": no clause, and nothing in marks.
bool only_cites(const Layout& l, const MarkedTokens& marks, const Attribution& a) {
  constexpr std::uint32_t kLongestName = 6;
  if (!is_citing(l, a.cue) || a.content.size() != 1 || l.words(a.content[0]) > kLongestName) return false;
  for (std::uint32_t t = a.content[0].begin; t < a.content[0].end; ++t) {
    if (marks.opens(t)) return false;
  }
  return l.is_capital(a.content[0].begin) || l.is(a.content[0].begin, "the");
}

}  // namespace

void drop_outer_reports(const Analysis& analysis, std::vector<Attribution>& attributions) {
  const Layout layout(analysis);
  const MarkedTokens marks(analysis);
  std::erase_if(attributions, [&](const Attribution& a) { return only_cites(layout, marks, a); });

  std::vector<std::uint32_t> cue_of(analysis.tokens.size());  // attribution as index + 1
  for (std::size_t i = 0; i < attributions.size(); ++i) {
    const TokenRange cue = attributions[i].cue;
    if (!cue.empty()) cue_of[cue.begin] = static_cast<std::uint32_t>(i) + 1;
  }
  for (Attribution& outer : attributions) {
    if (outer.cue.size() < 2 || layout.lower(outer.cue.begin) != "according" || outer.content.empty()) continue;
    const TokenRange first = outer.content.front();
    if (!marks.opens(first.begin)) continue;
    const std::uint32_t end = marks.end_of(first.begin);
    for (std::uint32_t t = end; t < first.end; ++t) {
      if (cue_of[t] == 0) continue;
      Attribution& inner = attributions[cue_of[t] - 1];
      if (&inner == &outer || inner.content.empty() || inner.content.front().begin != first.begin || inner.source.empty()) continue;
      for (std::size_t p = 1; p < outer.content.size(); ++p) {
        if (outer.content[p].begin >= inner.content.back().end && marks.opens(outer.content[p].begin)) inner.content.push_back(outer.content[p]);
      }
      outer.content.clear();
      break;
    }
  }
  std::erase_if(attributions, [](const Attribution& a) { return a.content.empty(); });
}

}  // namespace sayso
