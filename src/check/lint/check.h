// A draft -> what a copy editor would mark in it.
#pragma once

#include <vector>

#include "check/lint/draft.h"
#include "check/lint/finding.h"
#include "check/lint/rule.h"
#include "check/lint/settings.h"

namespace sayso::lint {

// Where rules are not to be asked.
struct Silence {
  Span span;
  std::vector<std::string> rules;  // none: all
};

// In the order of the text, then of the rules. Pure; the time is that of the rules, linear in the draft.
std::vector<Finding> check(const Draft& draft, const Settings& settings, const std::vector<Silence>& silences = {});

}  // namespace sayso::lint
