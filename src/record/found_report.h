// What a search found, for people and for programs.
#pragma once

#include <string>

#include "formats/json_writer.h"
#include "record/report_parts.h"
#include "sayso/counts.h"
#include "sayso/search.h"

namespace sayso::record {

// What was searched and how it was understood: names of several people, corrected words, how many there are.
void append_heading(std::string& out, const Search& request, const SearchResult& found, const ReportLook& look);
void append_text(std::string& out, const Hit& hit, const ReportLook& look);
// What a limit cut off, and how to go on.
void append_end(std::string& out, const Search& request, const SearchResult& found, const ReportLook& look);

// One object: {"statement", "document", "doc", the keys of a statement, "person", "marks", "copies"}. docs/record-output.md
void write_hit(formats::JsonWriter& json, const Hit& hit);
// The keys of the answer but for its statements.
void write_found_keys(formats::JsonWriter& json, const SearchResult& found);
void write_understood(formats::JsonWriter& json, const std::vector<Understood>& who);

// The record's numbers, then the columns of `sayso extract --format csv`.
void append_hit_csv_header(std::string& out);
void append_csv(std::string& out, const Hit& hit);

}  // namespace sayso::record
