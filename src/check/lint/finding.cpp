#include "check/lint/finding.h"

#include <array>

namespace sayso::lint {
namespace {

constexpr std::array<std::string_view, 4> kSeverities = {"off", "note", "warning", "error"};
constexpr std::array<std::string_view, kStyles> kStyleNames = {"none", "ap", "reuters", "uk"};

template <class Enum, std::size_t N>
std::optional<Enum> named(const std::array<std::string_view, N>& names, std::string_view name) {
  for (std::size_t i = 0; i < N; ++i) {
    if (names[i] == name) return static_cast<Enum>(i);
  }
  return {};
}

}  // namespace

std::string_view name_of(Severity severity) { return kSeverities[static_cast<std::size_t>(severity)]; }
std::string_view name_of(Style style) { return kStyleNames[static_cast<std::size_t>(style)]; }
std::optional<Severity> severity_named(std::string_view name) { return named<Severity>(kSeverities, name); }
std::optional<Style> style_named(std::string_view name) { return named<Style>(kStyleNames, name); }

}  // namespace sayso::lint
