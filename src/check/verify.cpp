#include "check/verify.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "check/fit.h"
#include "check/paraphrase.h"
#include "check/speaker.h"
#include "check/utterances.h"
#include "trace/candidates.h"

namespace sayso::check {
namespace {

constexpr std::size_t kNear = 3;  // shown of what is most like a quotation that is not found
constexpr double kLikely = 0.3;   // share of words below which it is not shown

Verdict rank_of(const Finding& f) { return f.verdict == Verdict::spliced ? Verdict::altered : f.verdict; }

void sort_best_first(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    const auto key = [](const Finding& f) { return std::tuple(rank_of(f), f.sense_changed, -f.share, f.edits.size()); };
    const auto when = [](const Finding& f) {
      return f.witness.wording.date.empty() ? std::string("~") : f.witness.wording.date;
    };
    return std::tuple(key(a), when(a), a.witness.source->number, a.spans) <
           std::tuple(key(b), when(b), b.witness.source->number, b.spans);
  });
}

Result<std::vector<Finding>> findings_of(trace::Archive& archive, const trace::Wording& quotation,
                                         const VerifyOptions& options, bool& more) {
  Result<std::vector<trace::Witness>> witnesses =
      trace::witnesses_like(archive, quotation.text, {options.witnesses + 1, options.thorough});
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
  return first == SameSpeaker::unknown && others_fit;  // whoever is named for these words is another
}

Verdict judge(Verification& v) {
  if (!v.by.empty() && is_of_other(v.witnesses, v.by)) {
    sort_best_first(v.witnesses);
    return Verdict::other_speaker;
  }
  const Verdict best = v.witnesses.front().verdict;
  return best <= Verdict::elided && fits_several(v.witnesses, v.quotation, v.by) ? Verdict::ambiguous : best;
}

}  // namespace

Result<Verification> verify(trace::Archive& archive, const std::string& quotation, const VerifyOptions& options) {
  Verification out;
  out.quotation = quotation;
  out.by = options.by;
  trace::Wording wording;
  wording.text = quotation;
  Result<std::vector<Finding>> findings = findings_of(archive, wording, options, out.more);
  if (!findings) return tl::unexpected(findings.error());
  Result<record::Coverage> covers = archive.covers();
  if (!covers) return tl::unexpected(covers.error());
  out.covers = std::move(*covers);
  out.witnesses = std::move(*findings);
  part_near(out);
  // Two pieces, each there and far apart, are a better answer than a changed one.
  if (out.witnesses.empty() || out.witnesses.front().verdict > Verdict::elided) {
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
