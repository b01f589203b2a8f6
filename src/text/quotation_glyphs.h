// The characters that may be quotation marks, whatever they turn out to be where they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace sayso::quotation {

enum class Glyph : std::uint8_t {
  none,
  straight2,  // " ＂ &quot;
  left2,      // “ ‟ ‘‘ 〝
  right2,     // ” ’’ 〞 〟
  low2,       // „
  prime2,     // ″
  grave2,     // ``
  tick2,      // ''
  guillemet_left2,
  guillemet_right2,  // « »
  guillemet_left1,
  guillemet_right1,  // ‹ ›
  corner_left,
  corner_right,  // 「 」
  white_corner_left,
  white_corner_right,  // 『 』
  straight1,           // ' ＇ &apos;
  left1,               // ‘ ‛
  right1,              // ’
  low1,                // ‚
  grave1,              // `
  prime1,              // ′ ´
};

// Marks of one group can be partners of each other; marks of different groups nest.
enum class Group : std::uint8_t {
  none,
  double_marks,
  guillemets,
  single_guillemets,
  corners,
  white_corners,
  single_marks
};

struct GlyphAt {
  Glyph glyph = Glyph::none;
  std::uint8_t bytes = 0;
  std::uint8_t points = 0;  // code points; more than one for `` '' and the entities of HTML
};

// What stands at a byte of valid UTF-8. `at` must be the first byte of a code point.
GlyphAt read_glyph(std::string_view utf8, std::size_t at);

Group group_of(Glyph glyph);

// Whether `close` is what a writer who opened with `open` closes with; other pairs of a group are mixed marks.
bool belong_together(Glyph open, Glyph close);

// The way that the form of a double mark, guillemet or corner looks; neither for " and its like.
bool opens_by_form(Glyph glyph);
bool closes_by_form(Glyph glyph);

inline bool is_guillemet(Group g) { return g == Group::guillemets || g == Group::single_guillemets; }
inline bool is_single(Group group) { return group == Group::single_marks || group == Group::single_guillemets; }

}  // namespace sayso::quotation
