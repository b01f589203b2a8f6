// What people type after a flag -> values. Each returns what is wrong, naming what is allowed, or nothing.
#pragma once

#include <chrono>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/formats.h"
#include "sayso/reader.h"

namespace sayso::cli {

std::string read_format(std::string_view typed, std::optional<Format>& out);
// An ISO date of the calendar: YYYY-MM-DD.
std::string read_date(std::string_view typed, std::optional<std::string>& out);
// YYYY-MM-DD, 2025-03-31T10:15:00Z, 20250331101500 or its beginning -> the digits.
std::string read_time(std::string_view typed, std::optional<std::string>& out);
// Bytes, with k, M or G for powers of 1024.
std::string read_size(std::string_view typed, std::size_t& out);
// "text=content_original,date=day": names of fields in JSON. "date" is published, "author" authors.
std::string read_map(std::string_view typed, std::vector<FieldName>& out);
// A whole number from 1.
std::string read_count(std::string_view typed, std::size_t& out);
std::string read_jobs(std::string_view typed, unsigned& out);
// "90s", "15m", "2h", "1d" -> seconds.
std::string read_duration(std::string_view typed, std::chrono::seconds& out);
std::string read_json_or_text(std::string_view typed, std::optional<bool>& json);
std::string read_text(std::string_view typed, std::string& out);  // anything but nothing

std::string_view name_of(Format format);
std::string_view ending_of(Format format);  // ".json", ".ann"

}  // namespace sayso::cli
