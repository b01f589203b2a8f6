// A rule: what it is called, where it comes from, how much it matters in which house, how it looks. One file a rule in
// src/check/lint/rules, listed in rules.cpp. Its examples are its documentation and its tests (tests/check/rules_test.cpp).
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "check/lint/finding.h"
#include "check/lint/draft.h"

namespace sayso::lint {

// What a rule found, before it has a severity.
struct Spot {
  Span span;
  std::string message;
  std::string suggestion;
  std::vector<Fix> fixes;
  Severity most = Severity::error;  // of the severity that the rule has
};
using Spots = std::vector<Spot>;

// A text of a few sentences and what the rule makes of it: the words it points at, or nothing.
struct Example {
  std::string_view text;
  std::string_view points_at;  // empty: nothing is wrong with it
  Style style = Style::none;
  std::string_view archive = {};  // what an archive has: "OUTLET, YYYY-MM-DD: text", a line each
};

struct Rule {
  std::string_view id;
  std::string_view name;    // "unbalanced quotation marks"
  std::string_view guide;   // who asks for it, and how they put it
  std::array<Severity, kStyles> severity;  // by Style
  void (*run)(const Draft& draft, Style style, Spots& out);
  std::span<const Example> examples;
};

// By id.
std::span<const Rule* const> rules();
const Rule* rule_named(std::string_view id);

}  // namespace sayso::lint
