// Code point offsets -> lines and columns as editors count them, from 1.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso::formats {

struct TextPlace {
  std::size_t line = 1;
  std::size_t column = 1;  // in code points
};

// Lines end with LF, CR LF or CR. Built once a document, linear; then asked in logarithmic time.
class TextPlaces {
 public:
  explicit TextPlaces(std::string_view utf8);
  TextPlace at(std::uint32_t offset) const;
  // The line of that number with its end, in code points; empty where there is none.
  Span line(std::size_t number) const;

 private:
  std::vector<std::uint32_t> line_begins_;  // in code points
  std::uint32_t size_ = 0;
};

}  // namespace sayso::formats
