// "— Roz Tempest (@roztempest) July 7, 2025": the signature under a post.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/analysis.h"
#include "extract/layout.h"

namespace sayso {

struct Signature {
  TokenRange dash;        // empty where the post stands behind: "Roz Tempest (@roztempest) wrote:"
  TokenRange source;      // name and account
  std::uint32_t end = 0;  // behind the date
};

// "(@name)" or "@name" at a token: one past its end, or 0.
std::uint32_t account_end(const Layout& layout, std::uint32_t token, std::uint32_t end);

// A signature whose account opens with the bracket at `bracket`. The dash may end the paragraph before.
std::optional<Signature> signature_around(const Layout& layout, TokenRange paragraph, std::uint32_t bracket);

// "— Commissioner Alan Pruett" at `begin`, to the end of the paragraph: a dash and the name of a person; on a line of its own, any name of
// several words.
std::optional<Signature> name_under(const Analysis& analysis, const Layout& layout, std::uint32_t begin, std::uint32_t end, bool own_line);

}  // namespace sayso
