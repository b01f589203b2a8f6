#include "check/utterances.h"

#include <algorithm>
#include <deque>
#include <set>

#include "check/speaker.h"
#include "text/code_points.h"
#include "trace/compare.h"
#include "trace/words.h"

namespace sayso::check {
namespace {

constexpr double kTelling = 6;              // weight of words that are enough to know an utterance by
constexpr std::size_t kMostNumbered = 100;  // findings, the best ones
constexpr std::size_t kMostCompared = 40;   // utterances that a finding is compared with

double weight_of(const trace::Words& words) {
  double out = 0;
  for (const trace::Word& w : words.words) out += w.weight;
  return out;
}

void number_utterances(std::vector<Finding>& findings) {
  std::deque<trace::CutWording> firsts;
  for (std::size_t i = 0; i < std::min(findings.size(), kMostNumbered); ++i) {
    Finding& finding = findings[i];
    const trace::CutWording cut(finding.witness.wording);
    const auto is_it = [&cut](const trace::CutWording& first) { return trace::compare(first, cut).same_utterance; };
    const auto found = std::find_if(firsts.begin(), firsts.end(), is_it);
    finding.utterance = static_cast<std::uint32_t>(found - firsts.begin());
    if (found == firsts.end() && firsts.size() < kMostCompared) firsts.emplace_back(finding.witness.wording);
  }
}

}  // namespace

bool fits_several(std::vector<Finding>& findings, const std::string& quotation, const std::string& by) {
  const CodePoints points(quotation);
  if (weight_of(trace::words_of(points)) >= kTelling) return false;
  number_utterances(findings);
  std::set<std::uint32_t> utterances;
  for (const Finding& f : findings) {
    if (f.verdict > Verdict::elided || !f.utterance) continue;
    if (by.empty() || compare_speaker(f.witness, by) == SameSpeaker::yes) utterances.insert(*f.utterance);
  }
  if (utterances.size() > 1) return true;
  for (Finding& f : findings) f.utterance.reset();
  return false;
}

}  // namespace sayso::check
