// A quotation made of two stretches that lie apart, without a mark between them.
#include <algorithm>

#include "check/fit.h"
#include "check/utterances.h"
#include "text/code_points.h"
#include "trace/compare.h"
#include "trace/context.h"
#include "trace/words.h"

namespace sayso::check {
namespace {

constexpr std::uint32_t kPiece = 4;      // words that a piece has at least
constexpr std::uint32_t kMissing = 2;    // words between or beside the two that neither has
constexpr std::size_t kMostPieces = 24;  // findings that are looked at
// Weight of what each piece has and the other has not: of one speaker or document, and of any two.
constexpr double kTelling = 4, kTellingAlone = 7;

struct Piece {
  const Finding* finding = nullptr;
  std::uint32_t begin = 0, end = 0;  // words of the quotation
};

double weight(const trace::Words& words, std::uint32_t begin, std::uint32_t end) {
  double out = 0;
  for (std::uint32_t i = begin; i < std::min<std::size_t>(end, words.words.size()); ++i) out += words.words[i].weight;
  return out;
}

// Phrases that everybody uses are in many texts: two of them are a splice only if both tell who is quoted.
bool are_telling(const Piece& first, const Piece& second, const trace::Words& words) {
  const trace::Witness &a = first.finding->witness, &b = second.finding->witness;
  const bool related = a.source->number == b.source->number ||
                       trace::compare_speakers(a.wording.speaker, b.wording.speaker) > 0;
  const double least = related ? kTelling : kTellingAlone;
  return weight(words, first.begin, std::min(first.end, second.begin)) >= least &&
         weight(words, std::max(first.end, second.begin), second.end) >= least;
}

Piece piece_of(const Finding& finding, const trace::CutWording& quotation) {
  const trace::Words& words = quotation.words();
  const trace::Comparison compared = trace::compare_words(trace::CutWording(finding.witness.wording), quotation);
  const auto index = [&words](std::uint32_t at) {
    const auto first = std::partition_point(words.words.begin(), words.words.end(),
                                            [at](const trace::Word& w) { return w.span.begin < at; });
    return static_cast<std::uint32_t>(first - words.words.begin());
  };
  const bool clean = std::none_of(compared.edits.begin(), compared.edits.end(),
                                  [](const trace::Edit& e) { return e.to.size() + e.from.size() > 24; });
  if (compared.shared_b.empty() || !clean) return {};
  return {&finding, index(compared.shared_b.begin), index(compared.shared_b.end)};
}

}  // namespace

std::vector<Finding> splice_of(const std::vector<Finding>& near, const std::vector<Finding>& findings,
                               const std::string& quotation) {
  trace::Wording wording;
  wording.text = quotation;
  const trace::CutWording cut(wording);
  const trace::Words& words = cut.words();
  const auto all = static_cast<std::uint32_t>(words.words.size());
  const bool has_gap =
      std::any_of(words.words.begin(), words.words.end(), [](const trace::Word& w) { return w.gap_before; });
  if (all < 2 * kPiece || has_gap) return {};
  std::vector<Piece> pieces;
  for (const auto* list : {&findings, &near})
    for (const Finding& f : *list)
      if (pieces.size() < kMostPieces)
        if (const Piece piece = piece_of(f, cut); piece.finding && piece.end - piece.begin >= kPiece)
          pieces.push_back(piece);
  for (const Piece& first : pieces)
    for (const Piece& second : pieces) {
      const bool whole =
          first.begin <= kMissing && second.end + kMissing >= all && second.begin <= first.end + kMissing;
      const bool apart =
          first.end < all - kMissing && second.begin > kMissing && first.end >= kPiece && all - second.begin >= kPiece;
      if (!whole || !apart || first.finding == second.finding || !are_telling(first, second, words)) continue;
      std::vector<Finding> out = {*first.finding, *second.finding};
      for (Finding& f : out) f.verdict = Verdict::spliced, f.edits.clear(), f.cut = {}, f.sense_changed = false;
      return out;
    }
  return {};
}

}  // namespace sayso::check
