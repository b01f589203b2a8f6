#include "check/paraphrase.h"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/speaker.h"
#include "text/code_points.h"
#include "trace/word_classes.h"
#include "trace/words.h"

namespace sayso::check {
namespace {

constexpr std::size_t kMostAsked = 40, kShown = 5;
constexpr double kTelling = 4.5;  // weight of the words shared: common ones alone are in many sentences
constexpr double kMostOf = 0.75;  // share of the content words, by weight
constexpr double kInOrder = 0.5;  // and of those that stand in the quotation's order
constexpr double kAsked = 0.59;   // of the archive, which knows other stems

// "sold" stays, "selling" and "sells" become one: the endings that indirect speech changes most.
std::string stem(std::string word) {
  for (const std::string_view ending : {"ing", "ed", "es", "s"})
    if (word.size() > ending.size() + 3 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

struct Stem {
  std::string word;
  std::uint32_t at = 0;  // among all words
};

// Words that are no function words, in order.
std::vector<Stem> content_words(std::string_view text, bool stemmed) {
  constexpr float kContent = 0.9F;  // weight
  const CodePoints points(text);
  std::vector<Stem> out;
  std::uint32_t at = 0;
  for (const trace::Word& w : trace::words_of(points).words) {
    if (w.weight >= kContent && w.kind != trace::WordClass::pronoun && w.kind != trace::WordClass::modal)
      out.push_back({stemmed ? stem(w.key) : w.key, at});
    ++at;
  }
  return out;
}

double weight(const std::vector<Stem>& words) {
  std::set<std::string_view> seen;
  double out = 0;
  for (const Stem& one : words)
    if (seen.insert(one.word).second) out += trace::weight_of(one.word);
  return out;
}

std::vector<Stem> shared(const std::vector<Stem>& of, const std::vector<Stem>& with) {
  std::set<std::string_view> there;
  for (const Stem& one : with) there.insert(one.word);
  std::vector<Stem> out;
  for (const Stem& one : of)
    if (there.contains(one.word)) out.push_back(one);
  return out;
}

// The heaviest sequence of words that both have.
double weight_in_order(const std::vector<Stem>& a, const std::vector<Stem>& b) {
  std::vector<double> best(b.size() + 1);
  for (const Stem& x : a) {
    double before = 0;  // one word of both less
    for (std::size_t i = 0; i < b.size(); ++i) {
      const double here = best[i + 1];
      const double both = x.word == b[i].word ? before + trace::weight_of(x.word) : 0;
      best[i + 1] = std::max({here, best[i], both});
      before = here;
    }
  }
  return best.back();
}

// The most that stands near each other in what is told: in twice as many words as the quotation has.
double weight_nearby(const std::vector<Stem>& wanted, const std::vector<Stem>& told, std::uint32_t words) {
  constexpr std::size_t kMostRead = 400;  // words that both have
  const std::vector<Stem> both = shared(told, wanted);
  double out = 0;
  for (std::size_t first = 0; first < std::min(both.size(), kMostRead); ++first) {
    std::vector<Stem> near;
    for (std::size_t i = first; i < both.size() && both[i].at < both[first].at + 2 * words; ++i) near.push_back(both[i]);
    if (weight_in_order(wanted, near) >= kInOrder * weight(wanted)) out = std::max(out, weight(near));
  }
  return out;
}

}  // namespace

Result<std::vector<Finding>> paraphrases(trace::Archive& archive, const std::string& quotation, const std::string& by) {
  std::vector<Finding> out;
  const std::vector<Stem> stems = content_words(quotation, true);
  const double all = weight(stems);
  const CodePoints points(quotation);
  const auto size = static_cast<std::uint32_t>(trace::words_of(points).words.size());
  if (all < kTelling) return out;
  std::vector<record::WantedWord> words;
  for (const Stem& one : content_words(quotation, false))
    words.push_back({one.word, trace::weight_of(stem(one.word))});
  const auto told = archive.indirect_like(words, kAsked, kMostAsked);
  if (!told) return tl::unexpected(told.error());
  for (const record::Told& one : *told) {
    const double both = weight_nearby(stems, content_words(one.content, true), size);
    if (both < kMostOf * all || both < kTelling) continue;
    const Result<trace::SourcePtr> source = archive.source(one.place.document);
    if (!source) return tl::unexpected(source.error());
    if (!*source || one.place.number >= (*source)->extraction.statements.size()) continue;
    Finding finding;
    finding.witness = trace::witness_of_statement(*source, one.place.number);
    if (finding.witness.printed != trace::Printed::reported) continue;  // quoted, in other words than these
    finding.verdict = Verdict::paraphrase;
    finding.share = both / all;
    finding.spans = finding.witness.pieces;
    finding.in_wording = {0, CodePoints(finding.witness.wording.text).size()};
    if (!by.empty() && compare_speaker(finding.witness, by) == SameSpeaker::no) continue;
    out.push_back(std::move(finding));
  }
  std::stable_sort(out.begin(), out.end(), [](const Finding& a, const Finding& b) { return a.share > b.share; });
  if (out.size() > kShown) out.erase(out.begin() + kShown, out.end());
  return out;
}

}  // namespace sayso::check
