// From the words of the contract ("organization", "direct") back to the values that have them.
#pragma once

#include <array>
#include <optional>
#include <string_view>

#include "sayso/statement.h"

namespace sayso::record {

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<Enum, N>& all, std::string_view name) {
  for (const Enum value : all) {
    if (sayso::name_of(value) == name) return value;
  }
  return std::nullopt;
}

inline constexpr std::array kSourceTypes = {SourceType::person,   SourceType::organization, SourceType::group,
                                            SourceType::document, SourceType::anonymous,    SourceType::none};

}  // namespace sayso::record
