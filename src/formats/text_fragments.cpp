// https://wicg.github.io/scroll-to-text-fragment/: "text=prefix-,start,end". Browsers take the first place that fits; no term may reach over
// the end of a paragraph; small and capital letters are the same.
#include <algorithm>
#include <functional>
#include <utility>

#include "formats/selectors.h"
#include "text/tokens.h"

namespace sayso::formats {
namespace {

// Words of a term at least: pages have other text around the article, in which a single word is soon found.
constexpr std::uint32_t kFewest = 3;
constexpr std::uint32_t kMost = 24;         // words of a start or end
constexpr std::uint32_t kMostPrefix = 12;
constexpr std::uint32_t kWhole = 10;        // words of a quotation that is given whole
constexpr std::uint32_t kContext = 2;       // words beside a quotation
constexpr std::string_view kSpace = " \t\r\n";
constexpr std::size_t kMostPlaces = 256;    // with the same words that are looked at

// What joins two words to one for browsers: "don't", "1,000", "U.S".
bool is_joint(std::string_view between) { return between == "'" || between == "’" || between == "." || between == ","; }

std::uint64_t hash_of(std::string_view word) {
  std::string small(word);
  for (char& c : small) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return std::hash<std::string_view>{}(small);
}

void append_encoded(std::string& out, std::string_view text) {
  constexpr std::string_view kHex = "0123456789ABCDEF";
  bool space = false;
  for (const char c : text) {
    if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
      if (!std::exchange(space, true)) out += "%20";
      continue;
    }
    space = false;
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    const bool plain = letter || std::string_view("_.!~*'()").find(c) != std::string_view::npos;
    if (plain) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
    }
  }
}

}  // namespace

TextFragments::TextFragments(const CodePoints& text) : text_(text) {
  const std::string_view utf8 = text.utf8();
  std::vector<Token> tokens;
  tokenize(text, {0, text.size()}, tokens);
  std::uint32_t paragraph = 0;
  std::size_t behind = 0;  // the last word, in bytes
  for (const Token& token : tokens) {
    std::size_t at = token.byte;
    if (!is_word(decode(utf8, at))) continue;
    const auto between = utf8.substr(behind, token.byte - behind);
    paragraph += between.find('\n') != between.npos;
    behind = token.byte_end;
    const std::uint64_t hash = hash_of(token.in(utf8));
    if (!words_.empty() && is_joint(between)) {
      words_.back().span.end = token.end;
      words_.back().hash = words_.back().hash * 31 + hash;
    } else {
      words_.push_back({token.span(), hash, paragraph});
    }
  }
  for (std::uint32_t i = 0; i + kFewest <= words_.size(); ++i) {
    std::uint64_t run = 0;
    for (std::uint32_t k = 0; k < kFewest; ++k) run = run * 31 + words_[i + k].hash;
    auto& places = places_[run];
    if (places.size() < kMostPlaces) places.push_back(i);
  }
}

TextFragments::Range TextFragments::words_of(Span span) const {
  const auto first = std::partition_point(words_.begin(), words_.end(), [&](const Word& w) { return w.span.end <= span.begin; });
  const auto last = std::partition_point(first, words_.end(), [&](const Word& w) { return w.span.begin < span.end; });
  return {static_cast<std::uint32_t>(first - words_.begin()), static_cast<std::uint32_t>(last - words_.begin())};
}

bool TextFragments::same(std::uint32_t a, std::uint32_t b, std::uint32_t count) const {
  if (a + count > words_.size() || b + count > words_.size()) return false;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (words_[a + i].hash != words_[b + i].hash) return false;
  }
  return words_[a].paragraph == words_[a + count - 1].paragraph;
}

const std::vector<std::uint32_t>& TextFragments::places_of(std::uint32_t word) const {
  static const std::vector<std::uint32_t> kNone;
  if (word + kFewest > words_.size()) return kNone;
  std::uint64_t run = 0;
  for (std::uint32_t k = 0; k < kFewest; ++k) run = run * 31 + words_[word + k].hash;
  const auto found = places_.find(run);
  return found == places_.end() ? kNone : found->second;
}

// How many words at the beginning stand nowhere before; where all of them do, with how many words before them.
std::uint32_t TextFragments::shortest_start(Range range, std::uint32_t& prefix) const {
  std::uint32_t most = 1;
  while (most < kMost && range.first + most < range.second && words_[range.first + most].paragraph == words_[range.first].paragraph) ++most;
  std::vector<std::uint32_t> earlier;
  if (most >= kFewest) {
    for (const auto place : places_of(range.first)) if (place < range.first) earlier.push_back(place);
  } else {
    for (std::uint32_t i = 0; i < range.first && earlier.size() < kMostPlaces; ++i) if (same(i, range.first, most)) earlier.push_back(i);
  }
  std::uint32_t count = std::min(kFewest, most);
  while (count < most && std::ranges::any_of(earlier, [&](std::uint32_t e) { return same(e, range.first, count); })) ++count;
  std::erase_if(earlier, [&](std::uint32_t e) { return !same(e, range.first, count); });
  for (prefix = 0; !earlier.empty() && prefix < std::min(kMostPrefix, range.first);) {
    const std::uint32_t before = range.first - ++prefix;
    if (prefix > 1 && words_[before].paragraph != words_[range.first - 1].paragraph) return --prefix, count;
    std::erase_if(earlier, [&](std::uint32_t e) { return e < prefix || words_[e - prefix].hash != words_[before].hash; });
  }
  return count;
}

// How many words at the end stand nowhere between the start and the end.
std::uint32_t TextFragments::shortest_end(Range range, std::uint32_t start) const {
  std::uint32_t most = 1;
  const auto room = range.second - range.first - start;
  while (most < std::min(kMost, room) && words_[range.second - most - 1].paragraph == words_[range.second - 1].paragraph) ++most;
  std::uint32_t count = std::min(kFewest, most);
  const auto found_before = [&] {
    for (std::uint32_t i = range.first + start; i + count < range.second; ++i) if (same(i, range.second - count, count)) return true;
    return false;
  };
  while (count < most && found_before()) ++count;
  return count;
}

std::string TextFragments::encoded(std::uint32_t begin, std::uint32_t end) const {
  std::string_view text = text_.slice({begin, end});
  const auto first = text.find_first_not_of(kSpace);
  if (first == text.npos) return {};
  text = text.substr(first, text.find_last_not_of(kSpace) - first + 1);
  std::string out;
  append_encoded(out, text);
  return out;
}

// Where the words before are another paragraph's, the start takes the marks that begin its own with it: between prefix and start nothing but
// white space may stand.
std::string TextFragments::prefix_term(std::uint32_t first, std::uint32_t prefix, std::uint32_t& start) const {
  std::uint32_t end = start;
  if (words_[first - 1].paragraph != words_[first].paragraph) {
    const auto between = text_.slice({words_[first - 1].span.end, start});
    end = words_[first - 1].span.end + count_code_points(between.substr(0, between.find('\n')));
    start -= count_code_points(between.substr(between.rfind('\n') + 1));
  }
  return encoded(words_[first - prefix].span.begin, end) + "-,";
}

// Words of the same paragraph behind, or where there are none before: the page has other places with the same words, in its headline or menu.
std::uint32_t TextFragments::words_behind(Range range) const {
  std::uint32_t count = 0;
  while (count < kContext && range.second + count < words_.size() && words_[range.second + count].paragraph == words_[range.second - 1].paragraph) ++count;
  return count;
}

std::uint32_t TextFragments::words_before(Range range) const {
  std::uint32_t count = 0;
  while (count < std::min(kContext, range.first) && words_[range.first - count - 1].paragraph == words_[range.first].paragraph) ++count;
  return count;
}

std::string TextFragments::of(Span span) const {
  if (span.empty()) return {};
  const Range range = words_of(span);
  if (range.first >= range.second) return {};
  std::uint32_t prefix = 0;
  const std::uint32_t start = shortest_start(range, prefix);
  const std::uint32_t behind = prefix > 0 ? 0 : words_behind(range);
  if (prefix == 0 && behind == 0) prefix = words_before(range);
  std::uint32_t begin = words_[range.first].span.begin;
  std::string out = "#:~:text=";
  if (prefix > 0) out += prefix_term(range.first, prefix, begin);
  const std::uint32_t last = words_[range.second - 1].span.end;
  const bool one_paragraph = words_[range.first].paragraph == words_[range.second - 1].paragraph;
  if (one_paragraph && range.second - range.first <= std::max(kWhole, start)) {
    out += encoded(begin, last);
  } else {
    const std::uint32_t end = shortest_end(range, start);
    out += encoded(begin, words_[range.first + start - 1].span.end) + "," + encoded(words_[range.second - end].span.begin, last);
  }
  if (behind > 0) out += ",-" + encoded(last, words_[range.second + behind - 1].span.end);
  return out;
}

}  // namespace sayso::formats

namespace sayso {

std::string text_fragment(const Document& document, Span span) {
  const CodePoints text(document.text);
  return formats::TextFragments(text).of(span);
}

}  // namespace sayso
