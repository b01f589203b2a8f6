// Statements that were found, on standard output in one of the formats: what `search` and `who NAME` print.
#pragma once

#include <functional>
#include <optional>

#include "cli/filter_flags.h"
#include "cli/printer.h"
#include "sayso/record.h"

namespace sayso::formats {
class JsonWriter;
}

namespace sayso::cli {

struct StatementsAnswer {
  std::optional<AnswerFormat> format;
  bool facets = false;

  bool is_text() const { return answer_format(format) == AnswerFormat::text; }
  // `keys` are written first in the json object.
  Result<void> write(Record& record, const Search& request, const SearchResult& found, Printer& printer,
                     const std::function<void(formats::JsonWriter&)>& keys = {}) const;
};

}  // namespace sayso::cli
