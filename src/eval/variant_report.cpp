#include <fmt/format.h>

#include <iterator>

#include "eval/score_variants.h"

namespace sayso::eval {
namespace {

using Out = std::back_insert_iterator<std::string>;

void append_question(std::string& out, std::string_view name, const Share& s) {
  fmt::format_to(Out(out), "{:15} P {:5.1f}  R {:5.1f}  F1 {:5.1f}   ({} gold, {} predicted)\n", name, s.precision, s.recall, s.f1, s.gold, s.predicted);
}

std::string share_json(const Share& s) {
  return fmt::format("{{\"P\": {:.1f}, \"R\": {:.1f}, \"F1\": {:.1f}, \"gold\": {}, \"pred\": {}}}", s.precision, s.recall, s.f1, s.gold, s.predicted);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') (out += '\\') += c;
    else if (static_cast<unsigned char>(c) < 0x20) fmt::format_to(Out(out), "\\u{:04x}", c);
    else out += c;
  }
  return out += '"';
}

}  // namespace

std::string to_text(const VariantReport& r) {
  std::string out;
  for (const std::string& miss : r.misses) out += miss + "\n\n";
  append_question(out, "same_utterance", r.same_utterance);
  append_question(out, "sense_changed", r.sense_changed);
  fmt::format_to(Out(out), "{:15} accuracy {:5.1f}  of the same {:5.1f}  mean F1 {:5.1f}   ({} pairs, {} without prediction)\n", "relation", r.accuracy,
                 r.accuracy_same, r.mean_f1, r.pairs, r.without_prediction);
  for (const auto& [relation, share] : r.each)
    fmt::format_to(Out(out), "  {:19} P {:5.1f}  R {:5.1f}  F1 {:5.1f}   ({} gold, {} predicted)\n", relation, share.precision, share.recall, share.f1,
                   share.gold, share.predicted);
  return out;
}

std::string to_json(const VariantReport& r, bool with_misses) {
  std::string out = fmt::format("{{\"same_utterance\": {}, \"sense_changed\": {}, \"relation\": {{\"accuracy\": {:.1f}, \"accuracy_same\": {:.1f}, \"mean_F1\": {:.1f}, \"each\": {{",
                                share_json(r.same_utterance), share_json(r.sense_changed), r.accuracy, r.accuracy_same, r.mean_f1);
  for (std::size_t i = 0; i < r.each.size(); ++i)
    fmt::format_to(Out(out), "{}{}: {}", i > 0 ? ", " : "", quoted(r.each[i].first), share_json(r.each[i].second));
  out += "}}, \"confusion\": [";
  bool first = true;
  for (const auto& [labels, count] : r.confusion) {
    fmt::format_to(Out(out), "{}[{}, {}, {}]", first ? "" : ", ", quoted(labels.first), quoted(labels.second), count);
    first = false;
  }
  fmt::format_to(Out(out), "], \"pairs\": {}, \"without_prediction\": {}", r.pairs, r.without_prediction);
  if (with_misses) {
    out += ", \"misses\": [";
    for (std::size_t i = 0; i < r.misses.size(); ++i) (out += i > 0 ? ", " : "") += quoted(r.misses[i]);
    out += ']';
  }
  return out += "}\n";
}

}  // namespace sayso::eval
