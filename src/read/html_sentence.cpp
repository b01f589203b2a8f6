#include "read/html_sentence.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "read/html_hints.h"

namespace sayso {
namespace {

using namespace std::literals;

constexpr std::size_t kLongestPart = 60;    // bytes
constexpr std::uint32_t kMostNodes = 20;    // of such an element, and to the text beside it
constexpr int kReach = 20;                  // elements up to the paragraph
constexpr std::size_t kLongestMark = 6;     // bytes

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == text.npos; }
bool is_small(char c) { return (c >= 'a' && c <= 'z') || (c & 0x80) != 0; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

// The paragraph around an element, over others that do not break the text; 0 where there is none.
std::uint32_t paragraph_around(const HtmlTree& page, std::uint32_t node) {
  auto up = page[node].parent;
  for (int steps = 0; up != 0 && !breaks_text(page[up].tag); ++steps, up = page[up].parent) {
    if (steps == kReach) return 0;
  }
  return page[up].tag == HtmlTag::p || page[up].tag == HtmlTag::blockquote || page[up].tag == HtmlTag::li ? up : 0;
}

// Those on buttons are no part of what stands around.
bool is_words(const HtmlTree& page, std::uint32_t node) {
  return page[node].tag == HtmlTag::text && page[page[node].parent].tag != HtmlTag::button && !is_blank(page.text(node));
}

std::string_view text_before(const HtmlTree& page, std::uint32_t node, std::uint32_t begin) {
  for (auto i = node; i-- > begin && i + kMostNodes > node;) {
    if (is_words(page, i)) return page.text(i);
  }
  return {};
}

std::string_view text_behind(const HtmlTree& page, std::uint32_t node, std::uint32_t end) {
  const auto from = page[node].end;
  for (auto i = from; i < std::min(end, from + kMostNodes); ++i) {
    if (is_words(page, i)) return page.text(i);
  }
  return {};
}

// "… said", "…, and"
bool goes_on(std::string_view before) {
  before = before.substr(0, before.find_last_not_of(" \t\r\n") + 1);
  return !before.empty() && (is_small(before.back()) || before.back() == ',') && !before.ends_with("…") && !before.ends_with("”");
}

// "said, …", ", who …"
bool is_continuation(std::string_view behind) {
  const auto first = behind.find_first_not_of(" \t\r\n,");
  return first != behind.npos && behind[first] >= 'a' && behind[first] <= 'z';
}

}  // namespace

bool is_part_of_sentence(const HtmlTree& page, std::uint32_t node) {
  if (page[node].end - node > kMostNodes) return false;
  const auto paragraph = paragraph_around(page, node);
  if (paragraph == 0) return false;
  const std::string words = page.all_text(node, kLongestPart + 1);
  if (words.empty() || words.size() > kLongestPart || words[0] < 'A' || words[0] > 'Z' || is_boilerplate(words)) return false;
  return goes_on(text_before(page, node, paragraph)) || is_continuation(text_behind(page, node, page[paragraph].end));
}

bool is_footnote_mark(const HtmlTree& page, std::uint32_t node) {
  if (page[node].tag != HtmlTag::sup || page[node].end - node > kMostNodes || node == 0) return false;
  const std::string mark = page.all_text(node, kLongestMark + 1);
  if (mark.empty() || mark.size() > kLongestMark) return false;
  bool linked = false;
  for (auto i = node; i < page[node].end; ++i) linked |= page[i].tag == HtmlTag::a;
  const bool plain = mark.find_first_not_of("0123456789[],*†‡ ") == mark.npos;
  if (linked || !plain || mark[0] == '[') return linked || plain;
  auto before = text_before(page, node, page[node].parent);
  if (before.empty() || is_blank(before.substr(before.size() - 1))) return false;
  if (!is_small(before.back())) return before.back() == '.' || before.back() == ',' || before.back() == '"';
  std::size_t letters = 0;
  while (letters < before.size() && !is_blank(before.substr(before.size() - 1 - letters, 1)) && !is_digit(before[before.size() - 1 - letters])) ++letters;
  const auto word = before.substr(before.size() - letters);
  for (const auto unit : {"m"sv, "km"sv, "cm"sv, "mm"sv, "ft"sv, "in"sv, "mi"sv, "yd"sv, "mc"sv, "s"sv}) {
    if (word == unit) return false;
  }
  return letters > 1;
}

}  // namespace sayso
