// `sayso eval`: a folder of gold, scored against a folder of predictions or against what an engine finds.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "eval/report.h"
#include "sayso/error.h"
#include "sayso/statement.h"

namespace sayso::eval {

// Bytes of a text file and its path -> its statements.
using Extractor = std::function<Result<Extraction>(std::string_view bytes, const std::string& path)>;

struct EvaluateOptions {
  std::string gold;                 // folder: NAME.txt with NAME.gold.json (stories), or NAME.ann (attributions)
  std::optional<std::string> pred;  // folder of NAME.json or NAME.ann; without it the extractor is asked
  bool by_kind = false;             // attributions only
  bool misses = false;
};

// Errors: not_found for a folder that is none or holds no gold, unreadable, malformed. `extract` may be empty with `pred`.
Result<Report> evaluate(const EvaluateOptions& options, const Extractor& extract);

}  // namespace sayso::eval
