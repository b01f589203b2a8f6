// How values lie in columns: spans as text, lists as JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso::record {

// "120 139;145 160"
std::string pack_spans(const std::vector<Span>& spans);
std::vector<Span> unpack_spans(std::string_view packed);

// "0 3": numbers of entities.
std::string pack_numbers(const std::vector<std::uint32_t>& numbers);
std::vector<std::uint32_t> unpack_numbers(std::string_view packed);

// A JSON array of strings.
std::string pack_strings(const std::vector<std::string>& strings);
std::vector<std::string> unpack_strings(std::string_view json);

}  // namespace sayso::record
