#include "read/html_origin.h"

#include <algorithm>
#include <string>

#include "text/code_points.h"

namespace sayso {
namespace {

constexpr std::size_t kMostSearched = 20'000;  // characters of a post

// A character of the page's text and where it stands in the prepared page.
struct Character {
  char32_t c = 0;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
};

bool is_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

bool is_white(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x2028 || c == 0x2029 ||
         c == 0x3000;
}
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0xFEFF; }

// Goes through a text node's decoded text and what it was written as side by side.
class Characters {
 public:
  Characters(std::string_view raw, std::uint32_t place, std::string_view text) : raw_(raw), place_(place), text_(text) {}

  void append_to(std::vector<Character>& out) {
    while (at_ < text_.size() && raw_at_ < raw_.size()) {
      if (raw_.substr(raw_at_, 2) == "\r\n") ++raw_at_;  // one line end
      const std::size_t begin = raw_at_;
      const std::size_t before = at_;
      const char32_t c = decode(text_, at_);
      raw_at_ = raw_[begin] == '&' ? reference_end(begin, c) : raw_character_end(begin);
      out.push_back({c, place_ + static_cast<std::uint32_t>(begin), place_ + static_cast<std::uint32_t>(raw_at_)});
      if (raw_[begin] == '&' && at_ - before > 0) second_of_reference(out);
    }
  }

 private:
  std::size_t raw_character_end(std::size_t at) const {
    std::size_t end = at + 1;
    while (end < raw_.size() && (raw_[end] & 0xC0) == 0x80) ++end;
    return end;
  }

  // Where a reference that stands for `c` ends; the "&" alone where it is none.
  std::size_t reference_end(std::size_t at, char32_t c) const {
    std::size_t end = at + 1;
    end += end < raw_.size() && raw_[end] == '#';
    while (end < raw_.size() && is_alphanumeric(raw_[end])) ++end;
    if (c == '&') {
      const auto name = raw_.substr(at, end - at);
      const bool written = name == "&amp" || name == "&AMP" || name == "&#38" || name == "&#x26" || name == "&#X26" || name == "&#038";
      if (!written) return at + 1;
    }
    if (end < raw_.size() && raw_[end] == ';') return end + 1;
    // Without its semicolon a name ends where the text goes on as it is written.
    const auto behind = text_.substr(at_);
    for (std::size_t cut = at + 2; cut < end; ++cut) {
      if (behind.starts_with(raw_.substr(cut, end - cut))) return cut;
    }
    return end;
  }

  // Some references stand for two characters.
  void second_of_reference(std::vector<Character>& out) {
    if (at_ >= text_.size() || raw_at_ >= raw_.size() || raw_[raw_at_] == '&' || raw_[raw_at_] == '\r') return;
    if ((text_[at_] & 0x80) == 0 || text_[at_] == raw_[raw_at_]) return;
    const char32_t c = decode(text_, at_);
    out.push_back({c, out.back().begin, out.back().end});
  }

  std::string_view raw_;
  std::uint32_t place_;
  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t raw_at_ = 0;
};

std::vector<Character> characters_of(const HtmlTree& page, const std::vector<bool>& skip, std::uint32_t begin, std::uint32_t end) {
  std::vector<Character> out;
  const std::string_view prepared = page.prepared().text;
  for (std::uint32_t node = begin; node < end; ++node) {
    if (skip[node]) {
      node = std::max(node, page[node].end - 1);
    } else if (page[node].tag == HtmlTag::text) {
      Characters(prepared.substr(page[node].raw_begin, page[node].raw_size), page[node].raw_begin, page.text(node)).append_to(out);
    }
  }
  return out;
}

// As the text is written: one space for white space, nothing for what is invisible.
std::vector<Character> collapsed(const std::vector<Character>& characters) {
  std::vector<Character> out;
  for (const Character& one : characters) {
    if (is_invisible(one.c)) continue;
    if (!is_white(one.c)) {
      out.push_back(one);
    } else if (!out.empty() && out.back().c != ' ') {
      out.push_back({' ', one.begin, one.end});
    }
  }
  return out;
}

SourceMap::Place place_of(const HtmlTree& page, const SourceMap& map, const Character& one) {
  return map.place(page.prepared().place(one.begin), page.prepared().place(one.end - 1) + 1);
}

}  // namespace

void HtmlOrigin::add(const HtmlBlock& block, std::string_view written, std::uint32_t text, std::vector<SourceRun>& runs) const {
  if (block.post >= 0) return add_found(block.first, written, text, runs);
  const auto source = collapsed(characters_of(page_, skip_, block.first, block.last + 1));
  std::size_t next = 0;
  for (std::size_t at = 0; at < written.size(); ++text) {
    const char32_t c = decode(written, at);
    // What the reader put in, marks and breaks, is not there.
    const bool behind_space = c != ' ' && next + 1 < source.size() && source[next].c == ' ' && source[next + 1].c == c;
    if (behind_space) ++next;
    if (next < source.size() && source[next].c == c) add_source(runs, text, place_of(page_, map_, source[next++]));
  }
}

void HtmlOrigin::add_found(std::uint32_t node, std::string_view words, std::uint32_t text, std::vector<SourceRun>& runs) const {
  const auto source = collapsed(characters_of(page_, skip_, node, page_[node].end));
  std::size_t from = source.size() > kMostSearched ? source.size() : 0;
  while (!words.empty()) {
    const auto line = words.substr(0, words.find("\n\n"));
    std::u32string wanted;
    for (std::size_t at = 0; at < line.size();) wanted.push_back(decode(line, at));
    const auto same = [](const Character& one, char32_t c) { return one.c == c; };
    const auto found = std::search(source.begin() + static_cast<std::ptrdiff_t>(from), source.end(), wanted.begin(), wanted.end(), same);
    if (found != source.end()) {
      from = static_cast<std::size_t>(found - source.begin());
      for (std::size_t i = 0; i < wanted.size(); ++i) add_source(runs, text + static_cast<std::uint32_t>(i), place_of(page_, map_, source[from + i]));
      from += wanted.size();
    }
    const std::size_t gap = line.size() < words.size() ? 2 : 0;
    text += static_cast<std::uint32_t>(wanted.size() + gap);
    words.remove_prefix(line.size() + gap);
  }
}

}  // namespace sayso
