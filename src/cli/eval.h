// sayso eval: how well statements are found, measured on gold.
#pragma once

#include <string>
#include <vector>

#include "eval/evaluate.h"

namespace sayso::cli {

struct EvalOptions {
  eval::EvaluateOptions what;
  std::string model;  // asked where what.pred names no predictions
  std::vector<std::string> documents;  // that pairs of quotations were taken from
  bool json = false;
};

// Prints the figures; returns the exit status.
int run_eval(const EvalOptions& options);

}  // namespace sayso::cli
