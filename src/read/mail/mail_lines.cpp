#include "read/mail/mail_lines.h"

#include <algorithm>
#include <vector>

namespace sayso {
namespace {

constexpr std::size_t kWidestWrapped = 80;
constexpr std::size_t kNarrowestWrapped = 50;
constexpr std::size_t kSlack = 4;  // mailers break a little earlier or later

std::string_view next_line(std::string_view& text) {
  const auto end = std::min(text.find('\n'), text.size());
  auto line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  if (line.ends_with('\r')) line.remove_suffix(1);
  return line;
}

std::size_t width_of(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// What begins a line of its own.
bool stands_alone(std::string_view line) {
  if (line.empty() || line[0] == ' ' || line[0] == '\t' || line[0] == '>' || line.starts_with("-- ")) return true;
  for (const std::string_view bullet : {"- ", "* ", "• ", "– ", "— ", "· "}) {
    if (line.starts_with(bullet)) return true;
  }
  const auto digits = line.find_first_not_of("0123456789");
  return digits != line.npos && digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')') && line.substr(digits + 1).starts_with(' ');
}

}  // namespace

std::string unflowed(std::string_view text, bool deletes_space) {
  std::string out;
  while (!text.empty()) {
    auto line = next_line(text);
    if (line.starts_with(' ')) line.remove_prefix(1);  // stuffed
    const bool goes_on = line.ends_with(' ') && line != "-- ";
    if (goes_on && deletes_space) line.remove_suffix(1);
    out += line;
    if (!goes_on) out += '\n';
  }
  return out;
}

std::string unwrapped(std::string_view text) {
  std::vector<std::string_view> lines;
  std::size_t width = 0;
  while (!text.empty()) {
    lines.push_back(next_line(text));
    width = std::max(width, width_of(lines.back()));
  }
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto line = lines[i];
    while (line.ends_with(' ')) line.remove_suffix(1);
    out += line;
    if (i + 1 == lines.size()) break;
    const auto next = lines[i + 1];
    const bool had_room = width_of(line) + 1 + width_of(next.substr(0, next.find(' '))) + kSlack <= width;
    const bool wrapped = width <= kWidestWrapped && width >= kNarrowestWrapped && !line.empty() && line[0] != '>' && !stands_alone(next) && !had_room;
    out += wrapped ? ' ' : '\n';
  }
  return out;
}

}  // namespace sayso
