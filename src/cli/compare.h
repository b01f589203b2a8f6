// `sayso compare`: two wordings, or a file of pairs.
#pragma once

#include <optional>
#include <string>
#include <vector>

namespace sayso::cli {

struct CompareOptions {
  std::vector<std::string> wordings;  // two, or none with `pairs`
  std::string pairs;                  // a file of JSON lines, or "-"
  std::vector<std::string> documents;  // with `pairs`: where they were taken from
  std::string model = "fast";          // reads the documents
  std::optional<bool> json;           // else: text on a terminal or for two wordings, JSON lines for pairs
};

int run_compare(const CompareOptions& options);

}  // namespace sayso::cli
