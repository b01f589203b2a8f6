// Which rules are asked, and how much they matter: a style, and what a newsroom or a writer says of single rules.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "check/lint/finding.h"
#include "sayso/error.h"

namespace sayso::lint {

struct Rule;

struct Settings {
  Style style = Style::none;
  std::map<std::string, Severity, std::less<>> severities;  // by rule, over those of the style

  Severity of(const Rule& rule) const;
};

// A configuration file, TOML:
//
//   [check]
//   style = "ap"
//
//   [check.rules]
//   Q012 = "off"        # off, note, warning, error
//
// What it says is put over `settings`. Errors: malformed, with line and column, also for a rule, style or severity that does not exist.
Result<void> read_settings(std::string_view toml, const std::string& path, Settings& settings);

// The nearest sayso.toml in the folder of `path` or in one above it; empty where there is none.
std::string settings_file_for(const std::string& path);

}  // namespace sayso::lint
