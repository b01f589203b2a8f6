#include "trace/evidence.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "trace/context.h"
#include "trace/stock_phrases.h"

namespace sayso::trace {
namespace {

double weight(const std::vector<Word>& words, Range r) {
  double out = 0;
  for (std::uint32_t i = r.begin; i < r.end; ++i) out += words[i].bracketed ? 0.2 * words[i].weight : words[i].weight;
  return out;
}

double all(const Words& words) { return weight(words.words, {0, static_cast<std::uint32_t>(words.words.size())}); }

void add_runs(const Words& a, const Shared& s, Evidence& out) {
  constexpr double kStock = 0.35;  // what a word of a stock phrase counts
  const std::vector<bool> stock = in_stock_phrase(a.words);
  double run = 0;
  Pair last{UINT32_MAX - 1, UINT32_MAX - 1};
  for (const Pair p : s.pairs) {
    if (p.a != last.a + 1 || p.b != last.b + 1) run = 0;
    const double weight = a.words[p.a].weight * (stock[p.a] ? kStock : 1.0);
    run += weight;
    out.agreed += weight;
    out.longest_run = std::max(out.longest_run, run);
    last = p;
  }
}

// An omission of any length is one decision of an editor; an exchange is one for each word.
double unlike(const Words& a, const Words& b, const Difference& d) {
  const bool marked = (d.a.begin < a.words.size() && a.words[d.a.end < a.words.size() ? d.a.end : d.a.begin].gap_before) ||
                      (d.b.begin < b.words.size() && b.words[d.b.end < b.words.size() ? d.b.end : d.b.begin].gap_before);
  const double x = weight(a.words, d.a), y = weight(b.words, d.b);
  if (marked) return std::min(x, y);
  return std::min(x, y) + std::min(std::max(x, y), 2.0) * 0.5;
}

SettingEvidence compare_settings(const Wording& a, const Wording& b) {
  SettingEvidence out;
  out.speakers = compare_speakers(*a.setting, *b.setting);
  out.occasions_differ = occasions_differ(*a.setting, *b.setting);
  out.one_written = a.setting->written != b.setting->written;
  if (a.outlet.empty() || a.outlet != b.outlet) out.passages = shared_passages(*a.setting, *b.setting);
  return out;
}

double weight_of(Speakers speakers) {
  switch (speakers) {
    case Speakers::both_named:
      return -0.8;
    case Speakers::one_named:
      return -1.5;
    case Speakers::strangers:
      return -4;
    case Speakers::no_name:
      return -2.5;
    default:
      return 0;  // most lines that are said again are the same speaker's
  }
}

// What was copied is copied nearly to the word, on whatever occasion the second says it was. What is worded otherwise is the same only if it
// was heard, not read, and heard on one occasion; texts that share more than the quotation tell of one.
double weight_of(const SettingEvidence& e, double reworded) {
  constexpr std::uint32_t kMany = 5;
  double z = weight_of(e.speakers);
  if (e.passages >= kMany) return z + 0.8;
  if (e.passages > 0) z += 0.3;
  if (reworded <= 0.3) return z;
  if (e.occasions_differ) z -= 4;
  if (e.one_written) z -= 1.4 * reworded;
  return z;
}

}  // namespace

Evidence evidence_of(const CutWording& a, const CutWording& b, const Shared& shared) {
  Evidence out;
  const Words& words_a = a.words();
  const Words& words_b = b.words();
  add_runs(words_a, shared, out);
  out.cover = std::min(1.0, out.agreed / std::max(0.1, std::min(all(words_a), all(words_b))));
  const std::size_t moved = shared.moved ? 1 : 0;  // at either end: the words are there
  for (std::size_t i = moved; i + moved < shared.differences.size(); ++i) out.unlike += unlike(words_a, words_b, shared.differences[i]);
  out.breaks = static_cast<double>(shared.differences.size() - 2 * moved);
  out.torn = std::min(weight(words_a.words, shared.a_before), weight(words_b.words, shared.b_before)) +
             std::min(weight(words_a.words, shared.a_after), weight(words_b.words, shared.b_after));
  if (shared.pairs.empty()) out.torn = std::min(all(words_a), all(words_b));
  if (out.agreed <= 0) return out;
  out.days = days_between(a.wording().date, b.wording().date);
  out.speakers = compare_last_names(a.speaker(), b.speaker());
  out.second = share_surroundings(a, b);
  if (a.wording().setting && b.wording().setting) out.settings = compare_settings(a.wording(), b.wording());
  return out;
}

double score_of(const Evidence& e) {
  if (e.agreed <= 0) return 0;
  // A clean cut, with nothing that differs, leaves out as much as it likes.
  const double cover = e.unlike + e.torn > 0 ? e.cover : std::max(e.cover, 0.65);
  double z = 1.3 * std::log2(e.agreed + 0.3) - 3.0 + 2.2 * (cover - 0.5);
  z -= 3.6 * e.unlike / (e.agreed + 1) + 2.4 * e.torn / (e.agreed + 1);
  // Copies are cut here and there; who says it again changes something every few words.
  z -= 4 * std::max(0.0, e.breaks / (e.agreed + 0.1) - 0.32);
  z += std::min(e.longest_run, 6.0) * 0.15;
  if (e.days > 3) z -= std::min(0.2 * std::log2(e.days), 2.2) * (e.agreed < 8 ? 1.0 : 0.5);
  // Long apart, copies are copies to the word; what is said again is said a little differently.
  if (e.days > 3) z -= 0.3 * std::log2(e.days) * std::min(1.0, (e.unlike + e.torn) / 4);
  if (e.days >= 0 && e.days <= 2) z += 0.4;
  z += e.speakers > 0 ? 1.0 : e.speakers < 0 ? -4.0 : 0.0;
  if (e.second) z += 1.5;
  if (e.settings) z += weight_of(*e.settings, std::clamp(e.unlike + e.torn - 0.4, 0.0, 1.0));
  return 1 / (1 + std::exp(-1.5 * z));
}

}  // namespace sayso::trace
