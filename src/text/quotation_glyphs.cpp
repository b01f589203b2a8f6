#include "text/quotation_glyphs.h"

#include <array>

namespace sayso::quotation {
namespace {

struct Entity {
  std::string_view name;
  Glyph glyph;
};

// Left in plain text by broken exports. Half of all feeds have met one.
constexpr std::array<Entity, 30> kEntities = {{
    {"&quot;", Glyph::straight2},
    {"&#34;", Glyph::straight2},
    {"&#034;", Glyph::straight2},
    {"&#x22;", Glyph::straight2},
    {"&apos;", Glyph::straight1},
    {"&#39;", Glyph::straight1},
    {"&#039;", Glyph::straight1},
    {"&#x27;", Glyph::straight1},
    {"&ldquo;", Glyph::left2},
    {"&#8220;", Glyph::left2},
    {"&#x201c;", Glyph::left2},
    {"&#x201C;", Glyph::left2},
    {"&rdquo;", Glyph::right2},
    {"&#8221;", Glyph::right2},
    {"&#x201d;", Glyph::right2},
    {"&#x201D;", Glyph::right2},
    {"&bdquo;", Glyph::low2},
    {"&#8222;", Glyph::low2},
    {"&lsquo;", Glyph::left1},
    {"&#8216;", Glyph::left1},
    {"&#x2018;", Glyph::left1},
    {"&rsquo;", Glyph::right1},
    {"&#8217;", Glyph::right1},
    {"&#x2019;", Glyph::right1},
    {"&sbquo;", Glyph::low1},
    {"&#8218;", Glyph::low1},
    {"&laquo;", Glyph::guillemet_left2},
    {"&raquo;", Glyph::guillemet_right2},
    {"&lsaquo;", Glyph::guillemet_left1},
    {"&rsaquo;", Glyph::guillemet_right1},
}};

GlyphAt read_entity(std::string_view rest) {
  for (const Entity& e : kEntities) {
    const auto size = static_cast<std::uint8_t>(e.name.size());
    if (rest.starts_with(e.name)) return {e.glyph, size, size};
  }
  return {};
}

Glyph general_punctuation(unsigned char last) {
  switch (last) {
    case 0x98:
    case 0x9B:
      return Glyph::left1;
    case 0x99:
      return Glyph::right1;
    case 0x9A:
      return Glyph::low1;
    case 0x9C:
    case 0x9F:
      return Glyph::left2;
    case 0x9D:
      return Glyph::right2;
    case 0x9E:
      return Glyph::low2;
    case 0xB2:
      return Glyph::prime1;
    case 0xB3:
      return Glyph::prime2;
    case 0xB9:
      return Glyph::guillemet_left1;
    case 0xBA:
      return Glyph::guillemet_right1;
    default:
      return Glyph::none;
  }
}

Glyph cjk_punctuation(unsigned char last) {
  switch (last) {
    case 0x8C:
      return Glyph::corner_left;
    case 0x8D:
      return Glyph::corner_right;
    case 0x8E:
      return Glyph::white_corner_left;
    case 0x8F:
      return Glyph::white_corner_right;
    case 0x9D:
      return Glyph::left2;
    case 0x9E:
    case 0x9F:
      return Glyph::right2;
    default:
      return Glyph::none;
  }
}

Glyph latin1(unsigned char last) {
  switch (last) {
    case 0xAB:
      return Glyph::guillemet_left2;
    case 0xBB:
      return Glyph::guillemet_right2;
    case 0xB4:
      return Glyph::prime1;
    default:
      return Glyph::none;
  }
}

Glyph full_width(unsigned char last) {
  if (last == 0x82) return Glyph::straight2;
  return last == 0x87 ? Glyph::straight1 : Glyph::none;
}

// One code point, without regard to what follows it.
GlyphAt read_point(std::string_view utf8, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(utf8[at + i]); };
  const auto wide = [](Glyph g, std::uint8_t bytes) { return g == Glyph::none ? GlyphAt{} : GlyphAt{g, bytes, 1}; };
  switch (byte(0)) {
    case '"':
      return {Glyph::straight2, 1, 1};
    case '\'':
      return {Glyph::straight1, 1, 1};
    case '`':
      return {Glyph::grave1, 1, 1};
    case '&':
      return read_entity(utf8.substr(at));
    case 0xC2:
      return wide(latin1(byte(1)), 2);
    case 0xE2:
      return byte(1) == 0x80 ? wide(general_punctuation(byte(2)), 3) : GlyphAt{};
    case 0xE3:
      return byte(1) == 0x80 ? wide(cjk_punctuation(byte(2)), 3) : GlyphAt{};
    case 0xEF:
      return byte(1) == 0xBC ? wide(full_width(byte(2)), 3) : GlyphAt{};
    default:
      return {};
  }
}

// Two single marks typed for one double mark.
Glyph doubled(Glyph single) {
  switch (single) {
    case Glyph::straight1:
      return Glyph::tick2;
    case Glyph::grave1:
      return Glyph::grave2;
    case Glyph::left1:
      return Glyph::left2;
    case Glyph::right1:
      return Glyph::right2;
    default:
      return Glyph::none;
  }
}

}  // namespace

GlyphAt read_glyph(std::string_view utf8, std::size_t at) {
  const GlyphAt one = read_point(utf8, at);
  const Glyph two = doubled(one.glyph);
  if (two == Glyph::none || one.points != 1 || at + one.bytes >= utf8.size()) return one;
  if (read_point(utf8, at + one.bytes).glyph != one.glyph || utf8[at] != utf8[at + one.bytes]) return one;
  return {two, static_cast<std::uint8_t>(2 * one.bytes), 2};
}

Group group_of(Glyph glyph) {
  switch (glyph) {
    case Glyph::none:
      return Group::none;
    case Glyph::guillemet_left2:
    case Glyph::guillemet_right2:
      return Group::guillemets;
    case Glyph::guillemet_left1:
    case Glyph::guillemet_right1:
      return Group::single_guillemets;
    case Glyph::corner_left:
    case Glyph::corner_right:
      return Group::corners;
    case Glyph::white_corner_left:
    case Glyph::white_corner_right:
      return Group::white_corners;
    default:
      return glyph < Glyph::guillemet_left2 ? Group::double_marks : Group::single_marks;
  }
}

bool belong_together(Glyph open, Glyph close) {
  const auto curly2 = [](Glyph g) { return g == Glyph::left2 || g == Glyph::right2 || g == Glyph::low2; };
  const auto curly1 = [](Glyph g) { return g == Glyph::left1 || g == Glyph::right1 || g == Glyph::low1; };
  if (open == close || group_of(open) != group_of(close)) return open == close;
  switch (group_of(open)) {
    case Group::double_marks:
      return (curly2(open) && curly2(close)) || (open == Glyph::grave2 && close == Glyph::tick2);
    case Group::single_marks:
      return (curly1(open) && curly1(close)) || (open == Glyph::grave1 && close != Glyph::right1);
    default:
      return true;
  }
}

bool opens_by_form(Glyph g) {
  return g == Glyph::left2 || g == Glyph::low2 || g == Glyph::grave2 || g == Glyph::guillemet_left2 ||
         g == Glyph::guillemet_left1 || g == Glyph::corner_left || g == Glyph::white_corner_left;
}

bool closes_by_form(Glyph g) {
  return g == Glyph::right2 || g == Glyph::guillemet_right2 || g == Glyph::guillemet_right1 ||
         g == Glyph::corner_right || g == Glyph::white_corner_right;
}

}  // namespace sayso::quotation
