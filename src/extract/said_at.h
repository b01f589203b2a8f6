// The day it was said: "on Monday", "June 4, 2025", "yesterday", counted from the document's date.
#pragma once

#include <optional>
#include <string>

#include "extract/statement_frame.h"

namespace sayso {

struct FoundDay {
  std::string date;  // ISO
  TokenRange range;
};

// `published` is the document's ISO date, or empty: then only full dates count.
std::optional<FoundDay> find_day(const WordForms& forms, const StatementFrame& frame, TokenRange cue, std::string_view published);

}  // namespace sayso
