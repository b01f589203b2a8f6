#include "read/warnings.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/code_points.h"

namespace sayso {
namespace {

Span one_at(std::string_view text, std::size_t byte) {
  const auto at = count_code_points(text.substr(0, byte));
  return {at, at + 1};
}

bool is_control(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && !(byte >= 0x09 && byte <= 0x0D)) || byte == 0x7F;
}

// Without a branch, so that many bytes are looked at together: hardly a text has any.
bool has_control(std::string_view text) {
  unsigned char any = 0;
  for (const char c : text) any |= static_cast<unsigned char>(is_control(c));
  return any != 0;
}

}  // namespace

void warn_of_replaced(Document& document, std::uint32_t count) {
  const auto first = document.text.find("\xef\xbf\xbd");
  const Span span = first == std::string::npos ? Span{} : one_at(document.text, first);
  document.warnings.push_back(
      {"encoding-replaced", span, fmt::format("{} byte sequence{} could not be decoded", count, count == 1 ? "" : "s")});
}

void warn_of_control_characters(Document& document) {
  if (!has_control(document.text)) return;
  const auto count = std::count_if(document.text.begin(), document.text.end(), is_control);
  const auto first = std::find_if(document.text.begin(), document.text.end(), is_control) - document.text.begin();
  document.warnings.push_back({"control-characters", one_at(document.text, static_cast<std::size_t>(first)),
                               fmt::format("{} control character{}", count, count == 1 ? "" : "s")});
}

}  // namespace sayso
