#include <array>

#include "trace/comparison.h"

namespace sayso::trace {
namespace {

template <std::size_t N, class Enum>
std::string_view at(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<std::size_t>(value)];
}

}  // namespace

std::string_view name_of(Relation relation) {
  return at(std::array<std::string_view, 10>{"identical", "formatting", "trimmed", "overlap", "elided_marked", "bracketed",
                                             "elided_unmarked", "altered", "spliced", "different_utterance"}, relation);
}

std::string_view name_of(EditType type) {
  return at(std::array<std::string_view, 11>{"substitute", "insert", "delete", "move", "case", "punctuation", "number", "spelling",
                                             "expand_contraction", "ellipsis", "bracket"}, type);
}

std::string_view name_of(Touches touches) {
  return at(std::array<std::string_view, 6>{"", "negation", "modal", "number", "name", "quantifier"}, touches);
}

}  // namespace sayso::trace
