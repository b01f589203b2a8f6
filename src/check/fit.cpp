#include "check/fit.h"

#include <algorithm>

#include "check/cut.h"
#include "text/code_points.h"
#include "trace/compare.h"
#include "trace/words.h"

namespace sayso::check {
namespace {

using trace::Edit, trace::EditType, trace::Relation;

constexpr double kFits = 0.6;   // share of the quotation's words, by weight
constexpr double kSure = 0.85;  // above it words are the quotation's, however common they are
constexpr double kMost = 0.7;   // what a quotation with few changes has
constexpr double kTelling = 2;  // weight of words that agree, for a quotation with one change
constexpr double kWordsAChange = 6;

bool keeps_words(const Edit& edit) {
  switch (edit.type) {
    case EditType::case_change:
    case EditType::punctuation:
    case EditType::spelling:
    case EditType::expand_contraction:
    case EditType::ellipsis:
    case EditType::bracket:
      return true;
    default:
      return false;
  }
}

double weight_in(const trace::Words& words, Span span) {
  double out = 0;
  for (const trace::Word& w : words.words)
    if (span.contains(w.span)) out += w.weight;
  return out;
}

// "[T]he", "want[ed]": a letter, no word.
bool mends_a_word(const Edit& edit) {
  return edit.to.find_first_of("[]") != std::string::npos && edit.to.find(' ') == std::string::npos;
}

// Figures that are written in two ways, where nothing else is critical.
bool tells_only_figures(const std::vector<Edit>& edits) {
  const auto critical = [](const Edit& e) { return e.sense_critical; };
  return std::any_of(edits.begin(), edits.end(), critical) &&
         std::all_of(edits.begin(), edits.end(), [](const Edit& e) { return !e.sense_critical || e.type == EditType::number; });
}

bool is_sic(const Edit& edit) { return edit.from.empty() && edit.to == "sic"; }

bool brackets_words(const std::vector<Edit>& edits) {
  return std::any_of(edits.begin(), edits.end(),
                     [](const Edit& e) { return e.type == EditType::bracket && !mends_a_word(e) && !is_sic(e); });
}

Verdict verdict_of(Relation relation, const std::vector<Edit>& edits) {
  switch (relation) {
    case Relation::spliced:
      return Verdict::spliced;
    case Relation::altered:
    case Relation::elided_unmarked:
      return Verdict::altered;
    case Relation::elided_marked:
      return brackets_words(edits) ? Verdict::altered : Verdict::elided;
    case Relation::bracketed:
      return brackets_words(edits) ? Verdict::altered : Verdict::verbatim;
    case Relation::different_utterance:
      return Verdict::not_found;
    default:
      return Verdict::verbatim;
  }
}

// Words of the quotation beyond what the witness has.
void add_outside(Finding& out, const trace::CutWording& quotation, Span shared, Span at) {
  const trace::Words& words = quotation.words();
  const auto add = [&](Span span, std::uint32_t place) {
    if (weight_in(words, span) == 0) return;
    Edit edit{EditType::insert, {place, place}, span, {}, std::string(quotation.points().slice(span)), {}, false};
    out.edits.push_back(std::move(edit));
  };
  if (!words.words.empty()) {
    add({words.words.front().span.begin, shared.begin}, at.begin);
    add({shared.end, words.words.back().span.end}, at.end);
  }
  std::stable_sort(out.edits.begin(), out.edits.end(),
                   [](const Edit& a, const Edit& b) { return a.b.begin < b.b.begin; });
}

// Whether the pieces that the words stand in, from mark to mark, have no other words.
bool is_bare(const trace::Witness& witness, const std::vector<Span>& spans) {
  const CodePoints text(witness.source->document.text);
  const auto has_words = [&text](Span span) { return !trace::placed_prints(text.slice(span)).empty(); };
  for (const Span span : spans)
    for (const Span piece : witness.pieces)
      if (piece.contains(span) && (has_words({piece.begin, span.begin}) || has_words({span.end, piece.end})))
        return false;
  return !spans.empty();
}

}  // namespace

Finding fit(trace::Witness witness, const trace::CutWording& quotation) {
  Finding out;
  const trace::Comparison compared = trace::compare_words(trace::CutWording(witness.wording), quotation);
  const trace::Words& words = quotation.words();
  const double all = weight_in(words, {0, quotation.points().size()}), inside = weight_in(words, compared.shared_b);
  double agreed = inside;
  const bool same_figures = compared.relation < Relation::altered;  // "200" and "two hundred"
  for (const Edit& edit : compared.edits)
    if (!keeps_words(edit) && !(same_figures && edit.type == EditType::number)) agreed -= weight_in(words, edit.b);
  out.share = all > 0 ? std::clamp(agreed / all, 0.0, 1.0) : 0;
  out.edits = compared.edits;
  out.sense_changed = compared.sense_changed && !(same_figures && tells_only_figures(compared.edits));
  out.in_wording = compared.shared_a;
  out.spans = trace::in_document(witness, compared.shared_a);
  const auto changes = static_cast<double>(
      std::count_if(out.edits.begin(), out.edits.end(), [](const Edit& e) { return !keeps_words(e); }));
  const bool few_changes =
      agreed >= kTelling && out.share >= kMost && changes <= std::max(1.0, static_cast<double>(words.words.size()) / kWordsAChange);
  const bool fits = out.share >= kFits && (compared.same_utterance || out.share >= kSure || few_changes);
  out.verdict = !fits ? Verdict::not_found : verdict_of(compared.relation, compared.edits);
  out.cut = cut_around(witness.wording.text, compared.shared_a);
  out.bare = is_bare(witness, out.spans);
  const bool outside = inside + 0.01 < all;
  if (outside) add_outside(out, quotation, compared.shared_b, compared.shared_a);
  if (outside && out.verdict < Verdict::altered) out.verdict = Verdict::altered;
  if (out.verdict == Verdict::verbatim && !out.cut.empty()) out.verdict = Verdict::trimmed;
  const bool reported = witness.printed == trace::Printed::reported;
  out.witness = std::move(witness);
  if (reported && out.verdict != Verdict::not_found)
    out.verdict = Verdict::paraphrase;  // somebody's report, whatever its words
  if (out.verdict > Verdict::elided || !out.cut.turns_sense) return out;
  out.verdict = Verdict::altered;  // the words are right, and mean something else alone
  out.sense_changed = true;
  return out;
}

}  // namespace sayso::check
