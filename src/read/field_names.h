// What the fields of a document are called in JSON and in tables.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "sayso/reader.h"

namespace sayso {

enum Field { id, url, title, outlet, authors, published, language, text, kFields };

inline constexpr std::size_t kAbsent = ~std::size_t{0};

struct KnownField {
  Field field;
  std::size_t rank;  // of several names of one field, the one of the least rank counts; 0: the user named it
};

// The field of a key or column: as the user's map has it, else by its usual names.
std::optional<KnownField> field_called(std::string_view name, const std::vector<FieldName>& map);

}  // namespace sayso
