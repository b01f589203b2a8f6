#include "trace/readings.h"

#include <algorithm>
#include <deque>
#include <map>
#include <string>

#include "text/code_points.h"
#include "trace/compare.h"
#include "trace/sentence_ends.h"
#include "trace/words.h"

namespace sayso::trace {
namespace {

std::string keys_of(std::string_view text) {
  const CodePoints points(text);
  std::string out;
  for (const Word& w : words_of(points).words) out += w.key + ' ';
  return out;
}

bool changes_words(const Edit& edit) {
  switch (edit.type) {
    case EditType::case_change:
    case EditType::punctuation:
    case EditType::spelling:
    case EditType::ellipsis:
      return false;
    default:
      return true;
  }
}

// What tells a reading: its changes of words, and where they are.
std::string signature(const std::vector<Edit>& edits) {
  std::string out;
  for (const Edit& e : edits)
    if (changes_words(e))
      out += std::to_string(e.a.begin) + std::string(name_of(e.type)) + keys_of(e.from) + '>' + keys_of(e.to) + '|';
  return out;
}

// What a witness prints of what was asked for, in whole sentences.
std::string stretch_of(const CutWording& witness, const CutWording& asked) {
  const Comparison compared = compare_words(witness, asked);
  const CodePoints& points = witness.points();
  return std::string(points.slice(compared.shared_a.empty() ? Span{0, points.size()} : compared.shared_a));
}

// The words that most witnesses print of all that was asked for; of equals the longest, then the earliest.
std::string base_of(const std::deque<CutWording>& witnesses, const CutWording& asked) {
  struct Candidate {
    std::size_t count = 0, length = 0;
    std::string text;
  };
  std::map<std::string, std::size_t> index;
  std::vector<Candidate> candidates;
  std::size_t longest = 0;
  for (const CutWording& one : witnesses) {
    std::string text = stretch_of(one, asked);
    const std::string keys = keys_of(text);
    const auto [at, is_new] = index.try_emplace(keys, candidates.size());
    if (is_new) candidates.push_back({0, keys.size(), std::move(text)});
    ++candidates[at->second].count;
    longest = std::max(longest, keys.size());
  }
  const Candidate* best = nullptr;
  for (const Candidate& c : candidates)
    if (c.length * 5 >= longest * 4 && (!best || std::pair(c.count, c.length) > std::pair(best->count, best->length)))
      best = &c;
  return best->text;
}

}  // namespace

void set_readings(Tracing& tracing, const CutWording& asked) {
  std::deque<CutWording> cut;  // the witnesses' wordings
  for (const TracedWitness& one : tracing.witnesses) cut.emplace_back(one.witness.wording);
  Wording most_common;
  most_common.text = base_of(cut, asked);
  const CutWording base(most_common);
  const std::uint32_t base_size = base.points().size();
  std::map<std::string, std::uint32_t> index;
  std::vector<std::size_t> longest;
  for (std::uint32_t i = 0; i < tracing.witnesses.size(); ++i) {
    TracedWitness& one = tracing.witnesses[i];
    const Comparison compared = compare_words(base, cut[i]);
    one.spans = in_document(one.witness, compared.shared_b);
    one.cut = compared.shared_a.size() * 10 < base_size * 9;
    const auto [at, is_new] =
        index.try_emplace(signature(compared.edits), static_cast<std::uint32_t>(tracing.readings.size()));
    if (is_new) tracing.readings.emplace_back(), longest.push_back(0);
    one.reading = at->second;
    Reading& reading = tracing.readings[one.reading];
    reading.witnesses.push_back(i);
    if (compared.shared_a.size() <= longest[one.reading] && !is_new) continue;
    longest[one.reading] = compared.shared_a.size();
    reading.text = std::string(cut[i].points().slice(compared.shared_b));
    reading.relation = compared.relation;
    reading.edits = compared.edits;
    for (Edit& edit : reading.edits) {  // places in reading.text, not in all that the witness prints
      edit.b.begin -= std::min(edit.b.begin, compared.shared_b.begin);
      edit.b.end -= std::min(edit.b.end, compared.shared_b.begin);
    }
    reading.sense_changed = compared.sense_changed;
  }
  // The unchanged one first, then by the number of witnesses.
  std::vector<std::uint32_t> order(tracing.readings.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  const auto changed = [&](std::uint32_t i) {
    return std::any_of(tracing.readings[i].edits.begin(), tracing.readings[i].edits.end(), changes_words);
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    if (changed(a) != changed(b)) return changed(b);
    return tracing.readings[a].witnesses.size() > tracing.readings[b].witnesses.size();
  });
  std::vector<Reading> sorted;
  std::vector<std::uint32_t> place(order.size());
  for (std::uint32_t i = 0; i < order.size(); ++i)
    place[order[i]] = i, sorted.push_back(std::move(tracing.readings[order[i]]));
  tracing.readings = std::move(sorted);
  for (TracedWitness& one : tracing.witnesses) one.reading = place[one.reading];
}

}  // namespace sayso::trace
