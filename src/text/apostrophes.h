// Single marks that are no quotation marks: in contractions, possessives, elisions, decades, feet.
#pragma once

#include <string_view>

#include "text/quotation_scan.h"

namespace sayso::quotation {

// What a single mark can be by the letters around it, before anything is known of its partners.
enum class SingleUse : std::uint8_t {
  apostrophe,    // don’t, 6'2", ’90s, 'em: never a mark
  open,          // before a word or another mark, behind space
  maybe_open,    // the same, but an elision as well: 'round; or a ’ where ‘ is expected
  close,         // no, he said,'
  maybe_close,   // boys' goin' 6': a mark only where no better one follows
  shut_or_open,  // ,'she: closes what is open, opens otherwise
};

SingleUse single_use(std::string_view utf8, const Candidate& mark);

// Whether the double mark stands for inches behind feet: 6'2" 6′ 2″.
bool is_feet_and_inches(std::string_view utf8, const Candidate& mark);

}  // namespace sayso::quotation
