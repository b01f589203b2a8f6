// Who speaks each statement, and to whom by the way they talk.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/resolve.h"
#include "extract/talk.h"
#include "sayso/document.h"

namespace sayso {

// One a statement.
struct Sources {
  std::vector<Who> who;
  std::vector<Who> hearer;  // the other one of an exchange or interview; unknown where there is none
};

// In reading order, for who spoke before tells who "he" is; nested statements after those around them. `around`: see
// enclosing.h.
Sources find_sources(const Analysis& analysis, const Talk& talk, const WordForms& forms, const NameTable& names, Resolver& resolver,
                     const Document& document, std::span<const Attribution> attributions,
                     std::span<const std::int32_t> around);

}  // namespace sayso
