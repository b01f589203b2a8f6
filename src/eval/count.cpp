#include "eval/count.h"

#include <fmt/format.h>

#include <charconv>

namespace sayso::eval {

double one_decimal(double value) {
  const std::string digits = fmt::format("{:.1f}", value);  // exact, half to even
  double out = 0.0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

double percent(std::int64_t part, std::int64_t whole) {
  if (whole == 0) return 0.0;
  return one_decimal(static_cast<double>(100 * part) / static_cast<double>(whole));
}

}  // namespace sayso::eval
