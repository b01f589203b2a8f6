#include "text/quotation_extent.h"

#include <algorithm>

#include "text/quotation_cut.h"

namespace sayso::quotation {
namespace {

// Whether the next paragraph with text begins with a mark of the group, so that it may go on with what is open.
bool next_paragraph_opens(std::string_view utf8, const Stretch& stretch, Group group) {
  std::size_t at = stretch.end.byte;
  while (at < utf8.size() && side_of(point_at(utf8, at)) == Side::space) decode(utf8, at);
  if (at >= utf8.size() || !stretch.paragraph_ends) return false;
  const GlyphAt glyph = read_glyph(utf8, at);
  return group_of(glyph.glyph) == group && side_of(point_at(utf8, at + glyph.bytes)) != Side::space;
}

}  // namespace

std::uint32_t end_of_words(const CodePoints& text, std::size_t from, std::size_t to) {
  const std::string_view utf8 = text.utf8();
  while (to > from && side_of(point_before(utf8, to)) == Side::space) {
    do --to;
    while ((static_cast<unsigned char>(utf8[to]) & 0xC0) == 0x80);
  }
  return text.index_of(to);
}

std::uint32_t end_of_unclosed(const CodePoints& text, const Stretch& stretch, const std::vector<Candidate>& marks,
                              const Candidate& mark) {
  const std::size_t from = mark.byte_end;
  const std::size_t to = std::max(from, mark.limit != kNone ? marks[mark.limit].byte : stretch.end.byte);
  const std::string_view rest = text.utf8().substr(from, to - from);
  const bool goes_on = mark.limit == kNone && next_paragraph_opens(text.utf8(), stretch, mark.group);
  const std::size_t cut = std::min(find_attribution(rest, goes_on), goes_on ? kNowhere : find_fragment_end(rest));
  return end_of_words(text, from, cut == kNowhere ? to : from + cut);
}

}  // namespace sayso::quotation
