#include "check/verify.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <tuple>

#include "check/fit.h"
#include "check/paraphrase.h"
#include "check/speaker.h"
#include "check/utterances.h"
#include "trace/candidates.h"
#include "trace/context.h"

namespace sayso::check {
namespace {

constexpr std::size_t kNear = 3;  // shown of what is most like a quotation that is not found
constexpr double kLikely = 0.3;   // share of words below which it is not shown

int rank_of(Verdict verdict) { return 2 * static_cast<int>(verdict); }

int rank_of(const Finding& f) {
  constexpr double kAll = 0.99;  // share of the words
  // Indirect speech in these very words is a better answer than other words.
  if (f.verdict == Verdict::paraphrase && f.share >= kAll) return rank_of(Verdict::altered) - 1;
  return rank_of(f.verdict == Verdict::spliced ? Verdict::altered : f.verdict);
}

void sort_best_first(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    // Of changed ones those with more of the words come first, also where a word less has turned their sense.
    const auto key = [](const Finding& f) {
      const bool changed = rank_of(f) == rank_of(Verdict::altered);
      return std::tuple(rank_of(f), changed ? -std::round(f.share * 10) : 0.0, f.sense_changed, -f.share,
                        f.edits.size());
    };
    const auto when = [](const Finding& f) {
      return f.witness.wording.date.empty() ? std::string("~") : f.witness.wording.date;
    };
    return std::tuple(key(a), when(a), a.witness.source->number, a.spans) <
           std::tuple(key(b), when(b), b.witness.source->number, b.spans);
  });
}

Result<std::vector<Finding>> findings_of(trace::Archive& archive, const trace::CutWording& quotation,
                                         const VerifyOptions& options, bool& more) {
  Result<std::vector<trace::Witness>> witnesses =
      trace::witnesses_like(archive, quotation, {options.witnesses + 1, options.thorough});
  if (!witnesses) return tl::unexpected(witnesses.error());
  std::vector<Finding> out;
  more = witnesses->size() > options.witnesses;
  if (more) witnesses->pop_back();
  for (trace::Witness& witness : *witnesses) out.push_back(fit(std::move(witness), quotation));
  sort_best_first(out);
  return out;
}

// What is not found, but like it, goes apart.
void part_near(Verification& out) {
  const auto first = std::find_if(out.witnesses.begin(), out.witnesses.end(),
                                  [](const Finding& f) { return f.verdict == Verdict::not_found; });
  out.near.assign(std::make_move_iterator(first), std::make_move_iterator(out.witnesses.end()));
  out.witnesses.erase(first, out.witnesses.end());
  std::erase_if(out.near, [](const Finding& f) { return f.share < kLikely; });
  if (out.near.size() > kNear) out.near.erase(out.near.begin() + kNear, out.near.end());
}

// Moves those of the asked speaker to the front; whether the verdict is that somebody else said it.
bool is_of_other(std::vector<Finding>& findings, const std::string& by) {
  const auto is = [&by](SameSpeaker wanted) {
    return [&by, wanted](const Finding& f) { return compare_speaker(f.witness, by) == wanted; };
  };
  const auto others = std::stable_partition(findings.begin(), findings.end(), is(SameSpeaker::yes));
  std::stable_partition(others, findings.end(), is(SameSpeaker::unknown));
  if (findings.empty()) return false;
  const SameSpeaker first = compare_speaker(findings.front().witness, by);
  const bool others_fit = std::any_of(findings.begin(), findings.end(), is(SameSpeaker::no));
  if (first == SameSpeaker::no) return true;
  // Some "Obama" has other words, and a namesake these.
  const bool of_namesake = std::any_of(findings.begin(), findings.end(), [&](const Finding& f) {
    return f.verdict <= Verdict::elided && is(SameSpeaker::no)(f);
  });
  if (first == SameSpeaker::yes && of_namesake && findings.front().verdict > Verdict::elided)
    return fits_by_surname(findings.front().witness, by);
  return first == SameSpeaker::unknown && others_fit;  // whoever is named for these words is another
}

bool is_cut_from(const Finding& fuller, const Finding& bare) {
  constexpr double kAll = 0.99;  // share of the words
  return fuller.cut.turns_sense && fuller.sense_changed && fuller.share >= kAll &&
         trace::compare_speakers(fuller.witness.wording.speaker, bare.witness.wording.speaker) >= 0;
}

// Whoever prints these words and no more may have cut them: others have the whole, and the cut turns the sense. Moves
// those to the front.
bool others_have_more(std::vector<Finding>& findings) {
  const Finding bare = findings.front();
  for (const Finding& f : findings)
    if (f.verdict <= Verdict::elided && !f.bare) return false;
  const auto is_fuller = [&bare](const Finding& f) { return is_cut_from(f, bare); };
  return std::stable_partition(findings.begin(), findings.end(), is_fuller) != findings.begin();
}

// Whether some print the words and others, with nearly all of them, what means something else.
bool is_disputed(const std::vector<Finding>& findings) {
  constexpr double kMost = 0.6;  // share of the words
  const auto turned = [](const Finding& f) {
    const bool critical =
        std::any_of(f.edits.begin(), f.edits.end(), [](const trace::Edit& e) { return e.sense_critical; });
    return (f.verdict == Verdict::altered || f.verdict == Verdict::spliced) && f.share >= kMost &&
           (critical || f.sense_changed);
  };
  return findings.front().verdict <= Verdict::elided && std::any_of(findings.begin(), findings.end(), turned);
}

Verdict judge(Verification& v) {
  if (!v.by.empty() && is_of_other(v.witnesses, v.by)) {
    sort_best_first(v.witnesses);
    return Verdict::other_speaker;
  }
  const Verdict best = v.witnesses.front().verdict;
  if (best <= Verdict::elided && others_have_more(v.witnesses)) return Verdict::altered;
  return best <= Verdict::elided && fits_several(v.witnesses, v.quotation, v.by) ? Verdict::ambiguous : best;
}

}  // namespace

Result<Verification> verify(trace::Archive& archive, const std::string& quotation, const VerifyOptions& options) {
  Verification out;
  out.quotation = quotation;
  out.by = options.by;
  trace::Wording wording;
  wording.text = quotation;
  Result<std::vector<Finding>> findings = findings_of(archive, trace::CutWording(wording), options, out.more);
  if (!findings) return tl::unexpected(findings.error());
  Result<record::Coverage> covers = archive.covers();
  if (!covers) return tl::unexpected(covers.error());
  out.covers = std::move(*covers);
  out.witnesses = std::move(*findings);
  part_near(out);
  // Two pieces, each there and far apart, are a better answer than a changed one.
  if (out.witnesses.empty() || rank_of(out.witnesses.front()) >= rank_of(Verdict::altered)) {
    if (auto pieces = splice_of(out.near, out.witnesses, quotation); !pieces.empty())
      out.witnesses = std::move(pieces), out.near.clear();
  }
  if (out.witnesses.empty()) {
    Result<std::vector<Finding>> indirect = paraphrases(archive, quotation, options.by);
    if (!indirect) return tl::unexpected(indirect.error());
    out.witnesses = std::move(*indirect);
    out.verdict = out.witnesses.empty() ? Verdict::not_found : Verdict::paraphrase;
    return out;
  }
  out.verdict = judge(out);
  out.sense_changed = out.witnesses.front().sense_changed;
  out.disputed = is_disputed(out.witnesses);
  if (out.verdict != Verdict::not_found) out.near.clear();
  return out;
}

std::string_view name_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::verbatim:
      return "verbatim";
    case Verdict::trimmed:
      return "trimmed";
    case Verdict::elided:
      return "elided";
    case Verdict::altered:
      return "altered";
    case Verdict::spliced:
      return "spliced";
    case Verdict::other_speaker:
      return "other_speaker";
    case Verdict::paraphrase:
      return "paraphrase";
    case Verdict::ambiguous:
      return "ambiguous";
    case Verdict::not_found:
      break;
  }
  return "not_found";
}

}  // namespace sayso::check
