#include "text/paragraphs.h"

namespace sayso {
namespace {

constexpr std::size_t kLinesLookedAt = 10'000;

std::string_view trim(std::string_view line) {
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t' || line.back() == '\r')) line.remove_suffix(1);
  return line;
}

std::size_t count_points(std::string_view line) {
  std::size_t count = 0;
  for (const char c : line) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

bool ends_sentence(std::string_view line) {
  while (line.ends_with('"') || line.ends_with('\'') || line.ends_with(')')) line.remove_suffix(1);
  while (line.ends_with("”") || line.ends_with("’")) line.remove_suffix(3);
  return line.ends_with('.') || line.ends_with('!') || line.ends_with('?');
}

// What is_hard_wrapped counts. "Inner" lines are those that a line with text follows directly.
struct Lines {
  std::size_t all = 0, inner = 0, inner_of_wrap_length = 0, inner_sentence_ends = 0, blank = 0, longer = 0;

  void add(std::string_view line, bool followed) {
    if (line.empty()) {
      ++blank;
      return;
    }
    const std::size_t length = count_points(line);
    ++all;
    longer += length > 120;
    if (!followed) return;
    ++inner;
    inner_of_wrap_length += length >= 50 && length <= 100;
    inner_sentence_ends += ends_sentence(line);
  }

  bool wrapped() const {
    return blank > 0 && inner >= 3 && inner_of_wrap_length * 4 >= inner * 3 && inner_sentence_ends * 2 <= inner &&
           longer * 20 <= all;
  }
};

}  // namespace

bool is_hard_wrapped(std::string_view utf8) {
  Lines lines;
  std::string_view last;
  for (std::size_t at = 0, seen = 0; at < utf8.size() && seen < kLinesLookedAt; ++seen) {
    std::size_t end = utf8.find('\n', at);
    if (end == std::string_view::npos) end = utf8.size();
    const std::string_view line = trim(utf8.substr(at, end - at));
    if (seen > 0) lines.add(last, !line.empty());
    last = line;
    at = end + 1;
  }
  lines.add(last, false);
  return lines.wrapped();
}

std::size_t line_end_at(std::string_view utf8, std::size_t at) {
  if (at >= utf8.size()) return 0;
  if (utf8[at] == '\n') return 1;
  if (utf8[at] == '\r') return at + 1 < utf8.size() && utf8[at + 1] == '\n' ? 2 : 1;
  const std::string_view three = utf8.substr(at, 3);
  return three == "\u2028" || three == "\u2029" ? 3 : 0;
}

bool is_blank_line(std::string_view utf8, std::size_t at) {
  while (at < utf8.size() && line_end_at(utf8, at) == 0) {
    if (utf8[at] != ' ' && utf8[at] != '\t') return false;
    ++at;
  }
  return true;
}

}  // namespace sayso
