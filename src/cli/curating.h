// A curator's decisions on the command line of `sayso who`.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/filter_flags.h"

namespace sayso::cli {

struct Curating {
  enum class What { nothing, merge, split, rename, undo, log, people } what = What::nothing;
  bool several = false;                // more than one was asked for
  std::vector<std::string> arguments;  // what stands without dashes behind the record
  std::string people;                  // a list

  bool is_asked() const { return what != What::nothing; }
};

std::vector<Flag> curating_flags(Curating& curating);
// Does it, says it; the exit status.
// limit: of --log; 0: all.
int curate(const std::string& where, const Curating& curating, const std::optional<AnswerFormat>& format, std::size_t limit);

}  // namespace sayso::cli
