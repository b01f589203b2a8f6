// Judgements on pairs of quotations against gold: the same utterance or not, and what changed between them.
// The same figures as the reference scorer's, in Python: equal to the last digit.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "sayso/error.h"

namespace sayso::eval {

struct Judgement {
  bool same_utterance = false;
  std::string relation = "different_utterance";
  bool sense_changed = false;
};

// A line of gold, or of predictions: JSON with "id" and the keys of a Judgement; absent ones have their defaults.
struct JudgedPair {
  std::string id;  // as JSON
  Judgement judgement;
  std::string text_a, text_b;  // of gold
};

struct Share {
  double precision = 0, recall = 0, f1 = 0;  // percent, one decimal
  std::int64_t gold = 0, predicted = 0;
};

struct VariantReport {
  Share same_utterance, sense_changed;
  double accuracy = 0, accuracy_same = 0, mean_f1 = 0;
  std::vector<std::pair<std::string, Share>> each;  // relations that occur in gold
  std::map<std::pair<std::string, std::string>, std::int64_t> confusion;  // (gold, predicted)
  std::int64_t pairs = 0, without_prediction = 0;
  std::vector<std::string> misses;  // lines, if asked for
};

// Each line of `json_lines`. Error malformed, with the line. Blank lines are passed over.
Result<std::vector<JudgedPair>> read_judged_pairs(std::string_view json_lines, const std::string& path);

// `predictions` by id. Error malformed: an id that is not in gold, or twice.
Result<VariantReport> score_variants(const std::vector<JudgedPair>& gold, const std::vector<JudgedPair>& predictions, bool misses);

std::string to_text(const VariantReport& report);
std::string to_json(const VariantReport& report, bool with_misses);

// A line of gold -> a judgement on its two wordings.
using Judge = std::function<Result<JudgedPair>(std::string_view line, const std::string& where)>;

// Gold is a file of JSON lines; predictions are read from `pred`, or asked of `judge`.
Result<VariantReport> evaluate_variants(const std::string& gold, const std::optional<std::string>& pred, const Judge& judge, bool misses);

}  // namespace sayso::eval
