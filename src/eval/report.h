// Figures for people and programs. Rows and keys are those of the reference scorers, so that reports compare with ==.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace sayso::eval {

struct Row {
  std::string name;
  std::vector<std::pair<std::string_view, double>> shares;        // percent, one decimal: P, R, F1, share
  std::vector<std::pair<std::string_view, std::int64_t>> counts;  // gold, pred, n
};

struct Section {
  std::string name;  // "all" or a kind; empty for stories
  std::vector<Row> rows;
};

// Something that was not as the gold has it.
struct Miss {
  std::string document;
  std::string content;             // of the gold statement, or of the predicted one where nothing was wanted
  std::string wanted;              // the gold's source, "nothing" for a statement too many
  std::string got;                 // the predicted source, "nothing" for one that was not found
  std::vector<std::string> wrong;  // fields of a found one
};

struct Report {
  enum class Of { attributions, stories } of = Of::attributions;
  std::vector<Section> sections;
  std::vector<std::string> lost;     // stories without a readable prediction
  std::size_t without_prediction = 0;  // articles that have no prediction file
  std::vector<Miss> misses;
};

std::string to_text(const Report& report);
// One line. "misses" is a key only if `with_misses`.
std::string to_json(const Report& report, bool with_misses);

}  // namespace sayso::eval
