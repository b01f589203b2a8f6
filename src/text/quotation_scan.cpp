#include "text/quotation_scan.h"

#include <array>

#include "text/code_points.h"
#include "text/paragraphs.h"
#include "text/tokens.h"

namespace sayso::quotation {
namespace {

enum class Byte : std::uint8_t { plain, continuation, line_end, lead };

// Which bytes may begin a mark or a line end; all others are passed over at one look-up each.
constexpr std::array<Byte, 256> byte_kinds() {
  std::array<Byte, 256> kinds{};
  for (int b = 0x80; b < 0xC0; ++b) kinds[static_cast<std::size_t>(b)] = Byte::continuation;
  for (const unsigned char b : {0x22, 0x27, 0x60, 0x26, 0xC2, 0xE2, 0xE3, 0xEF}) kinds[b] = Byte::lead;  // " ' ` &
  kinds['\n'] = kinds['\r'] = Byte::line_end;
  return kinds;
}
constexpr std::array<Byte, 256> kBytes = byte_kinds();

Side ascii_side(char32_t c) {
  if (c <= ' ' || c == 0x7F) return Side::space;
  if ((c >= '0' && c <= '9') || (c | 0x20) - 'a' < 26u) return Side::word;
  switch (c) {
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case ')':
    case ']':
    case '}':
      return Side::stop;
    case '(':
    case '[':
    case '{':
      return Side::opening;
    case '$':
    case '#':
    case '@':
    case '%':
      return Side::word;
    default:
      return Side::joint;
  }
}

bool only_space(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    if (!is_space(decode(text, at))) return false;
  }
  return true;
}

// How often the same glyph is repeated directly behind `at`.
std::size_t repeats(std::string_view utf8, std::size_t at, GlyphAt glyph) {
  const std::string_view mark = utf8.substr(at, glyph.bytes);
  std::size_t count = 1;
  while (utf8.compare(at + count * mark.size(), mark.size(), mark) == 0) ++count;
  return count;
}

}  // namespace

Side side_of(char32_t c) {
  if (c < 0x80) return ascii_side(c);
  if (is_space(c) || c == 0xFEFF || c == 0x200B) return Side::space;
  if (c >= 0x2010 && c <= 0x2015) return Side::joint;
  if (c == 0x2026 || c == 0x3001 || c == 0x3002 || c == 0xFF01 || c == 0xFF0C || c == 0xFF0E || c == 0xFF1A ||
      c == 0xFF1B || c == 0xFF1F || c == 0xFF09) {
    return Side::stop;
  }
  if (c == 0xFF08) return Side::opening;
  return c == 0x2022 || c == 0xB7 ? Side::joint : Side::word;
}

char32_t point_before(std::string_view utf8, std::size_t byte) {
  if (byte == 0) return 0;
  do --byte;
  while (byte > 0 && (static_cast<unsigned char>(utf8[byte]) & 0xC0) == 0x80);
  return decode(utf8, byte);
}

char32_t point_at(std::string_view utf8, std::size_t byte) { return byte < utf8.size() ? decode(utf8, byte) : 0; }

bool Scanner::next(Stretch& stretch, std::vector<Candidate>& candidates) {
  candidates.clear();
  if (at_.byte >= utf8_.size()) return false;
  stretch = {at_, at_, true, !inside_paragraph_};
  look(stretch, candidates);
  inside_paragraph_ = !stretch.paragraph_ends;
  for (std::size_t i = candidates.size(); i-- > 1;) {
    if (candidates[i - 1].byte_end == candidates[i].byte) candidates[i - 1].after = candidates[i].after;
  }
  return true;
}

// Moves at_ behind the stretch and its line end.
void Scanner::look(Stretch& stretch, std::vector<Candidate>& candidates) {
  const std::size_t size = utf8_.size();
  while (at_.byte < size) {
    const Byte kind = kBytes[static_cast<unsigned char>(utf8_[at_.byte])];
    if (kind <= Byte::continuation) {
      ++at_.byte;
      at_.index += kind == Byte::plain;
      continue;
    }
    if (const std::size_t line_end = line_end_at(utf8_, at_.byte); line_end > 0) {
      const bool ends = at_paragraph_end(at_.byte + line_end);
      if (ends) stretch.end = at_;
      at_ = {at_.byte + line_end, at_.index + (line_end == 2 ? 2 : 1)};
      if (ends) return;
      continue;
    }
    if (const GlyphAt glyph = read_glyph(utf8_, at_.byte); glyph.glyph != Glyph::none) {
      add(glyph, candidates, stretch);
      if (candidates.size() < kMarksAtOnce) continue;
      stretch.paragraph_ends = false;
      break;
    }
    ++at_.byte;
    ++at_.index;
  }
  stretch.end = at_;
}

bool Scanner::at_paragraph_end(std::size_t line_end) const { return !hard_wrapped_ || is_blank_line(utf8_, line_end); }

// Three and more of the same mark in a row are one mark, typed too often.
void Scanner::add(GlyphAt glyph, std::vector<Candidate>& candidates, const Stretch& stretch) {
  Candidate c;
  const std::size_t times = repeats(utf8_, at_.byte, glyph);
  const std::size_t taken = times >= 3 ? times : 1;
  c.doubled = times >= 3;
  c.glyph = glyph.glyph;
  c.group = group_of(glyph.glyph);
  c.begin = at_.index;
  c.byte = static_cast<std::uint32_t>(at_.byte);
  c.prev = point_before(utf8_, at_.byte);
  at_ = {at_.byte + taken * glyph.bytes, at_.index + static_cast<std::uint32_t>(taken * glyph.points)};
  c.end = at_.index;
  c.byte_end = static_cast<std::uint32_t>(at_.byte);
  c.next = point_at(utf8_, at_.byte);
  const bool touches = !candidates.empty() && candidates.back().byte_end == c.byte;
  c.before = touches ? candidates.back().before : side_of(c.prev);
  c.after = side_of(c.next);
  c.first = stretch.paragraph_begins &&
            (touches ? candidates.back().first
                     : candidates.empty() && only_space(utf8_.substr(stretch.begin.byte, c.byte - stretch.begin.byte)));
  candidates.push_back(c);
}

}  // namespace sayso::quotation
