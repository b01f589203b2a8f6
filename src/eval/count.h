// Counts and the figures made of them: precision, recall, F1 in percent, rounded as the reference scorers round.
#pragma once

#include <cstdint>

namespace sayso::eval {

// The double nearest to the decimal with one digit behind the point; ties of the exact binary value go to even.
// The same as Python's round(value, 1), so that figures of both scorers are equal and not only close.
double one_decimal(double value);

// part of whole in percent, one decimal; 0 of nothing.
double percent(std::int64_t part, std::int64_t whole);

// Precision and recall each have a numerator of their own: within a kind, precision is counted against all gold, recall
// against all predictions.
struct Count {
  std::int64_t right_of_pred = 0;
  std::int64_t pred = 0;
  std::int64_t right_of_gold = 0;
  std::int64_t gold = 0;

  void add(std::int64_t right, std::int64_t predicted, std::int64_t expected) {
    add_pred(right, predicted);
    add_gold(right, expected);
  }
  void add_pred(std::int64_t right, std::int64_t predicted) { right_of_pred += right, pred += predicted; }
  void add_gold(std::int64_t right, std::int64_t expected) { right_of_gold += right, gold += expected; }

  double precision() const { return pred ? static_cast<double>(right_of_pred) / static_cast<double>(pred) : 0.0; }
  double recall() const { return gold ? static_cast<double>(right_of_gold) / static_cast<double>(gold) : 0.0; }
};

}  // namespace sayso::eval
