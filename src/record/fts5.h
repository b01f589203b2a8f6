// A condition as an expression of SQLite's full-text search, FTS5.
#pragma once

#include <string>
#include <string_view>

#include "record/condition.h"

namespace sayso::record {

// Before a tag: a letter of private use, which no folded word has and the tokenizer keeps.
inline constexpr std::string_view kTagMark = "\uE000";

std::string fts5_match(const Condition& condition);

}  // namespace sayso::record
