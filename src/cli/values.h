// What people type after a flag -> values. Each returns what is wrong, naming what is allowed, or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "sayso/formats.h"

namespace sayso::cli {

std::string read_format(std::string_view typed, std::optional<Format>& out);
// An ISO date of the calendar: YYYY-MM-DD.
std::string read_date(std::string_view typed, std::optional<std::string>& out);
// Bytes, with k, M or G for powers of 1024.
std::string read_size(std::string_view typed, std::size_t& out);
std::string read_jobs(std::string_view typed, unsigned& out);
std::string read_text(std::string_view typed, std::string& out);  // anything but nothing

std::string_view name_of(Format format);
std::string_view ending_of(Format format);  // ".json", ".ann"

}  // namespace sayso::cli
