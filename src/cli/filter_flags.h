// Which statements are meant: the flags that search, who and stats share.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.h"
#include "sayso/record.h"
#include "sayso/search.h"

namespace sayso::cli {

// by: what the flag for those who speak is called; empty where a command has no such flag.
std::vector<Flag> filter_flags(const std::shared_ptr<Filter>& filter, std::string by = "--by");
Positional record_positional(std::string& where);

// One that is there; Record::open() would make it.
Result<Record> open_to_change(const std::string& where);

// text, json, jsonl or csv; `allowed` of them.
enum class AnswerFormat { text, json, jsonl, csv };
std::string read_answer_format(std::string_view typed, std::string_view allowed, std::optional<AnswerFormat>& out);
AnswerFormat answer_format(const std::optional<AnswerFormat>& asked);  // text on a terminal, json elsewhere

}  // namespace sayso::cli
