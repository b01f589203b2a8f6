// Counts of statements, for people and for programs.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "formats/json_writer.h"
#include "record/report_parts.h"
#include "sayso/counts.h"

namespace sayso::record {

// A table of the look's width; what a limit cut off is said.
void append_text(std::string& out, const CountTable& table, const std::vector<CountBy>& by, const ReportLook& look);
// What everything adds up to, in two lines.
void append_totals(std::string& out, const CountTable& table, const ReportLook& look);
// "outlet      Hill Herald 12, Valley Post 3 and 4 more": the most frequent of one thing.
void append_line(std::string& out, const CountTable& table, CountBy by, const ReportLook& look);
// [{"outlet": "Hill Herald", "statements": …}, …]
void write_rows(formats::JsonWriter& json, const CountTable& table, const std::vector<CountBy>& by);
void write_counts(formats::JsonWriter& json, const CountRow& row, bool gender);  // keys without braces
// A header, and a row for each row.
void append_csv(std::string& out, const CountTable& table, const std::vector<CountBy>& by);
// Of several tables, each by one thing: a header with `by` and `value`, and all their rows.
void append_csv(std::string& out, const std::vector<CountTable>& tables, const std::vector<CountBy>& by);
// {"person": "Ann Cole", …} a line.
void append_lines(std::string& out, const CountTable& table, const std::vector<CountBy>& by);

std::string name_for_people(CountBy by, const CountRow::Key& key);  // "(no outlet)" where there is none

}  // namespace sayso::record
