// What holds of every comparison, whatever the texts.
#pragma once

#include <string>

#include "text/code_points.h"
#include "trace/comparison.h"
#include "trace/wording.h"

namespace sayso::testing {

// The first law that is broken, or nothing.
inline std::string broken_law(const trace::Wording& a, const trace::Wording& b, const trace::Comparison& c) {
  const CodePoints x(a.text), y(b.text);
  if (!(c.score >= 0 && c.score <= 1)) return "the score is from 0 to 1";
  if (c.same_utterance == (c.relation == trace::Relation::different_utterance)) return "the relation says the same as same_utterance";
  if (!c.same_utterance && (!c.edits.empty() || c.sense_changed)) return "different utterances have no edits";
  for (const trace::Edit& e : c.edits) {
    if (e.a.begin > e.a.end || e.a.end > x.size() || e.b.begin > e.b.end || e.b.end > y.size()) return "spans lie in their texts";
    if (!e.a.empty() && x.slice(e.a) != e.from) return "the words of a are those of its span";
    if (!e.b.empty() && y.slice(e.b) != e.to) return "the words of b are those of its span";
    if (e.sense_critical && e.touches == trace::Touches::nothing) return "a sense-critical edit touches something";
  }
  return {};
}

}  // namespace sayso::testing
