// People and a curator's decisions, for people and for programs.
#pragma once

#include <string>
#include <vector>

#include "formats/json_writer.h"
#include "record/report_parts.h"
#include "sayso/people.h"

namespace sayso::record {

void append_text(std::string& out, const PersonPage& page, const ReportLook& look);
void write_page_keys(formats::JsonWriter& json, const PersonPage& page);

// Every joining with its reasons, equal ones together.
void append_text(std::string& out, const std::vector<Joining>& joinings, const ReportLook& look);
void write_joinings(formats::JsonWriter& json, const std::vector<Joining>& joinings);
void append_lines(std::string& out, const std::vector<Joining>& joinings);  // an object a line
void append_csv(std::string& out, const std::vector<Joining>& joinings);    // a header, and a row for each

// "3  2026-03-02  merged #15 A. Cole into #12 Ann Cole"
void append_text(std::string& out, const Decision& decision, const ReportLook& look);
void write_decision(formats::JsonWriter& json, const Decision& decision);

}  // namespace sayso::record
