#include "read/html_top.h"

#include <algorithm>

#include "read/dates.h"
#include "read/html_article.h"
#include "read/plain.h"
#include "text/ascii.h"

namespace sayso {
namespace {

constexpr std::size_t kLongestLine = 80;   // bytes
constexpr std::size_t kFewestLetters = 8;  // of a headline

}  // namespace

bool HtmlTop::read(const HtmlBlock& block, std::string_view title) {
  std::size_t begin = 0;
  std::size_t i = 0;
  const auto next_line = [&] {
    const std::size_t end = i < block.line_ends.size() ? block.line_ends[i++] : block.text.size();
    const auto line = without_space(std::string_view(block.text).substr(begin, end - begin));
    begin = end;
    return line;
  };
  const std::string headline = squeezed(next_line());
  if (headline.size() < kFewestLetters || !squeezed(title).ends_with(headline)) return false;
  HtmlTop found;
  while (begin < block.text.size()) {
    if (!found.read_line(next_line())) return false;
  }
  *this = std::move(found);
  return true;
}

bool HtmlTop::read_line(std::string_view line) {
  if (line.empty()) return true;
  if (line.size() > kLongestLine) return false;
  const auto date = find_date(line);
  if (date) published_ = date->iso;
  if (lower_ascii(line.substr(0, 3)) != "by ") return date.has_value();
  authors_ = names_of_byline(line.substr(3));
  return !authors_.empty();
}

}  // namespace sayso
