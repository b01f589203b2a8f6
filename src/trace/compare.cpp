#include "trace/compare.h"

#include <algorithm>

#include "trace/cut_sense.h"
#include "trace/edits.h"
#include "trace/evidence.h"
#include "trace/sentence_ends.h"
#include "trace/stretch.h"
#include "trace/touches.h"

namespace sayso::trace {
namespace {

Relation cut_relation(const Shared& s) {
  const bool a = !s.a_before.empty() || !s.a_after.empty(), b = !s.b_before.empty() || !s.b_after.empty();
  if (a && b) return Relation::overlap;
  return a || b ? Relation::trimmed : Relation::identical;
}

Span span_of(const Words& words, Range r) {
  return r.empty() ? Span{} : Span{words.words[r.begin].span.begin, words.words[r.end - 1].span.end};
}

// Short omissions beside a long one are part of it, if all are on one side.
bool only_omissions(const std::vector<TypedEdit>& edits) {
  bool long_one = false, inserts = false, removes = false;
  for (const TypedEdit& typed : edits) {
    if (typed.makes < Relation::elided_unmarked) continue;
    if (!typed.omission || typed.makes == Relation::spliced) return false;
    long_one = long_one || typed.makes == Relation::elided_unmarked;
    (typed.edit.type == EditType::insert ? inserts : removes) = true;
  }
  return long_one && inserts != removes;
}

Relation relation_of(const Shared& shared, const std::vector<TypedEdit>& edits) {
  if (only_omissions(edits)) return Relation::elided_unmarked;
  Relation out = cut_relation(shared);
  for (const TypedEdit& typed : edits) out = std::max(out, typed.makes);
  return out;
}

// What one wording has of the sentence beside what both share, where the other has nothing. What follows counts only behind all of the
// sentence: "I don't know" out of the middle of one is no statement.
bool turned_by_end(const CutWording& full, Span kept, bool at_front, bool at_back) {
  if (!at_front && !at_back) return false;
  const CodePoints& points = full.points();
  const Span whole = sentences_around(points, kept);
  return cut_plainly_turns_sense(at_front ? points.slice({whole.begin, kept.begin}) : std::string_view(), points.slice(kept),
                                 at_back && whole.begin == kept.begin ? points.slice({kept.end, whole.end}) : std::string_view());
}

bool turned_by_cut(const CutWording& a, const CutWording& b, const Shared& s, const Comparison& c) {
  if (c.relation != Relation::trimmed) return false;
  return turned_by_end(a, c.shared_a, !s.a_before.empty(), !s.a_after.empty()) || turned_by_end(b, c.shared_b, !s.b_before.empty(), !s.b_after.empty());
}

Comparison compared(const CutWording& a, const CutWording& b, bool always) {
  const Words& words_a = a.words();
  const Words& words_b = b.words();
  const Shared shared = shared_stretch(words_a, words_b, align(words_a.words, words_b.words));
  Comparison out;
  out.score = score_of(evidence_of(a, b, shared));
  out.same_utterance = out.score >= 0.5;
  out.shared_a = span_of(words_a, shared.a), out.shared_b = span_of(words_b, shared.b);
  if (shared.pairs.empty() || !(out.same_utterance || always)) return out;
  std::vector<TypedEdit> edits = edits_of(words_a, words_b, shared);
  out.relation = relation_of(shared, edits);
  for (TypedEdit& typed : edits) out.edits.push_back(std::move(typed.edit));
  out.sense_changed = turns_sense(out.edits, words_a, words_b) || turned_by_cut(a, b, shared, out);
  return out;
}

}  // namespace

Comparison compare(const CutWording& a, const CutWording& b) { return compared(a, b, false); }
Comparison compare(const Wording& a, const Wording& b) { return compare(CutWording(a), CutWording(b)); }

Comparison compare_words(const CutWording& a, const CutWording& b) { return compared(a, b, true); }

}  // namespace sayso::trace
