#include "formats/text_places.h"

#include <algorithm>

#include "text/code_points.h"

namespace sayso::formats {

TextPlaces::TextPlaces(std::string_view utf8) : line_begins_{0} {
  std::uint32_t index = 0;
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t c = decode(utf8, at);
    ++index;
    const bool two = c == '\r' && at < utf8.size() && utf8[at] == '\n';
    if (c == '\n' || (c == '\r' && !two)) line_begins_.push_back(index);
  }
  size_ = index;
}

Span TextPlaces::line(std::size_t number) const {
  if (number < 1 || number > line_begins_.size()) return {};
  return {line_begins_[number - 1], number < line_begins_.size() ? line_begins_[number] : size_};
}

TextPlace TextPlaces::at(std::uint32_t offset) const {
  const auto after = std::upper_bound(line_begins_.begin(), line_begins_.end(), offset);
  return {static_cast<std::size_t>(after - line_begins_.begin()), offset - *(after - 1) + std::size_t{1}};
}

}  // namespace sayso::formats
