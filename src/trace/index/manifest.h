// Which segments an index has. Grammar: docs/index-format.md.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/error.h"

namespace sayso::trace {

struct ManifestEntry {
  std::string name;  // "00000001"; the file is NAME.words
  std::uint64_t bytes = 0, hash = 0, documents = 0, words = 0;
  friend bool operator==(const ManifestEntry&, const ManifestEntry&) = default;
};

using Manifest = std::vector<ManifestEntry>;

// Errors: malformed. `where` is named in them.
Result<Manifest> parse_manifest(std::string_view text, const std::string& where);
std::string manifest_text(const Manifest& manifest);

}  // namespace sayso::trace
