// What a rule has to say about a place of a draft.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso::lint {

// How much it matters. Notes are counted and shown on request only; off: the rule is not asked.
enum class Severity : std::uint8_t { off, note, warning, error };

// House rules that a newsroom goes by; without one only what holds in all houses is asked for.
enum class Style : std::uint8_t { none, ap, reuters, uk };
inline constexpr std::size_t kStyles = 4;

// Replaces the code points of `span` in the draft's text. Only marks, stops and commas are replaced, never words.
struct Fix {
  Span span;
  std::string text;
};

struct Finding {
  std::string rule;  // stable: "Q020"
  Severity severity = Severity::warning;
  Span span;                // code points of the draft's text
  std::string message;      // one sentence without its stop
  std::string suggestion;   // what to do instead; may be empty
  std::vector<Fix> fixes;   // that mend it; empty where only the writer can
};

std::string_view name_of(Severity);
std::string_view name_of(Style);
std::optional<Severity> severity_named(std::string_view name);
std::optional<Style> style_named(std::string_view name);

}  // namespace sayso::lint
