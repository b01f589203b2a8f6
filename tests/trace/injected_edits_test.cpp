// 10,000 edits put into invented sentences: what turns the sense is found, types are right.
#include "injected_edits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

#include "trace/compare.h"

namespace sayso::testing {
namespace {

struct Tally {
  int all = 0, found = 0, right = 0;
};

trace::Comparison compared(const Injected& edit) {
  trace::Wording a, b;
  a.text = edit.a, b.text = edit.b;
  return trace::compare(a, b);
}

bool is_found(const trace::Comparison& found, const Injected& wanted) {
  if (!wanted.critical) return found.same_utterance;
  return std::any_of(found.edits.begin(), found.edits.end(), [](const trace::Edit& e) { return e.sense_critical; });
}

// A number that replaced another counts as both types: they are one to a reader.
bool is_right(const trace::Comparison& found, const Injected& wanted) {
  if (found.relation != wanted.relation) return false;
  if (wanted.kind == "trim" || wanted.kind == "splice") return true;
  return std::any_of(found.edits.begin(), found.edits.end(), [&](const trace::Edit& e) {
    const bool number = wanted.touches == trace::Touches::number && e.type == trace::EditType::substitute;
    const bool declared = wanted.relation == trace::Relation::elided_marked || wanted.relation == trace::Relation::bracketed;
    return (e.type == wanted.type || number) && (declared || e.touches == wanted.touches) && e.sense_critical == wanted.critical;
  });
}

TEST(InjectedEdits, AreFoundAndTyped) {
  std::map<std::string, Tally> kinds;
  Tally critical, all;
  for (const Injected& edit : inject(10'000, 7)) {
    const trace::Comparison found = compared(edit);
    const bool seen = is_found(found, edit), right = is_right(found, edit);
    for (Tally* tally : {&kinds[edit.kind], &all}) ++tally->all, tally->found += seen, tally->right += right;
    if (edit.critical) ++critical.all, critical.found += seen;
    if (!right && kinds[edit.kind].all - kinds[edit.kind].right <= 3) {
      std::string out = edit.kind + ": " + std::string(name_of(found.relation));
      for (const trace::Edit& e : found.edits) out += " | " + std::string(name_of(e.type)) + " " + e.from + " > " + e.to + " " + std::string(name_of(e.touches));
      std::printf("%s\n  a %s\n  b %s\n", out.c_str(), edit.a.c_str(), edit.b.c_str());
    }
  }
  for (const auto& [kind, t] : kinds) std::printf("%-12s %5d  found %5.1f %%  type right %5.1f %%\n", kind.c_str(), t.all, 100.0 * t.found / t.all, 100.0 * t.right / t.all);
  EXPECT_GE(100.0 * critical.found / critical.all, 98.0);
  EXPECT_GE(100.0 * all.right / all.all, 95.0);
}

}  // namespace
}  // namespace sayso::testing
