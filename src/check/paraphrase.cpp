#include "check/paraphrase.h"

#include <algorithm>
#include <iterator>
#include <set>

#include "check/speaker.h"
#include "text/code_points.h"
#include "trace/word_classes.h"
#include "trace/words.h"

namespace sayso::check {
namespace {

constexpr std::size_t kMostAsked = 40, kShown = 5;
constexpr double kTelling = 4.5;  // weight of the words shared: common ones alone are in many sentences
constexpr double kMostOf = 0.6;   // share of the content words, by weight
constexpr double kAsked = 0.59;   // of the archive, which rounds otherwise

// "sold" stays, "selling" and "sells" become one: the endings that indirect speech changes most.
std::string stem(std::string word) {
  for (const std::string_view ending : {"ing", "ed", "es", "s"})
    if (word.size() > ending.size() + 3 && word.ends_with(ending)) return word.substr(0, word.size() - ending.size());
  return word;
}

std::set<std::string> content_words(std::string_view text, bool stemmed) {
  constexpr float kContent = 0.9F;  // weight of a word that is no function word
  const CodePoints points(text);
  std::set<std::string> out;
  for (const trace::Word& w : trace::words_of(points).words)
    if (w.weight >= kContent && w.kind != trace::WordClass::pronoun && w.kind != trace::WordClass::modal)
      out.insert(stemmed ? stem(w.key) : w.key);
  return out;
}

double weight(const std::set<std::string>& words) {
  double out = 0;
  for (const std::string& word : words) out += trace::weight_of(word);
  return out;
}

std::set<std::string> shared(const std::set<std::string>& wanted, const std::set<std::string>& there) {
  std::set<std::string> out;
  std::set_intersection(wanted.begin(), wanted.end(), there.begin(), there.end(), std::inserter(out, out.end()));
  return out;
}

}  // namespace

Result<std::vector<Finding>> paraphrases(trace::Archive& archive, const std::string& quotation, const std::string& by) {
  std::vector<Finding> out;
  const std::set<std::string> stems = content_words(quotation, true);
  const double all = weight(stems);
  if (all < kTelling) return out;
  std::vector<record::WantedWord> words;
  for (const std::string& word : content_words(quotation, false)) words.push_back({word, trace::weight_of(stem(word))});
  const auto told = archive.indirect_like(words, kAsked, kMostAsked);
  if (!told) return tl::unexpected(told.error());
  for (const record::Told& one : *told) {
    const double both = weight(shared(stems, content_words(one.content, true)));
    if (both < kMostOf * all || both < kTelling) continue;
    const Result<trace::SourcePtr> source = archive.source(one.place.document);
    if (!source) return tl::unexpected(source.error());
    if (!*source || one.place.number >= (*source)->extraction.statements.size()) continue;
    Finding finding;
    finding.witness = trace::witness_of_statement(*source, one.place.number);
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
