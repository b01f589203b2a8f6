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

// From what days are counted. ISO dates, or empty: then only full dates count, and nothing follows "the day before".
struct KnownDays {
  std::string_view published;  // the document's
  std::string_view last;       // the last one that the story told of
};

// Of a document only what stands at its cue counts, and when it is said to have come out.
std::optional<FoundDay> find_day(const WordForms& forms, const StatementFrame& frame, const Attribution& attribution,
                                 const KnownDays& known, bool of_document);

// The first day in a range of running text; there "Friday's broadcast" counts too.
std::optional<FoundDay> day_in(const WordForms& forms, TokenRange range, const KnownDays& known);

}  // namespace sayso
