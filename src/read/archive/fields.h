// "Name: value" lines, as WARC records and HTTP messages have them at their top.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/ascii.h"

namespace sayso {

bool equal_ignoring_case(std::string_view a, std::string_view b);
// The decimal number that the text is, nothing else around it.
std::optional<std::uint64_t> number_of(std::string_view text);

// Views into the text that was read, which must outlast it.
class Fields {
 public:
  // Reads lines up to the end of `block`. Lines end with CR LF or LF; one that begins with a space goes on with the value
  // before; one without a colon is passed over and counted.
  void read(std::string_view block);

  // The first value under a name, letters' case not counting; empty where there is none.
  std::string_view get(std::string_view name) const;
  bool has(std::string_view name) const;
  std::size_t odd_lines() const { return odd_lines_; }
  std::size_t size() const { return fields_.size(); }

 private:
  void read_line(std::string_view line);

  std::vector<std::pair<std::string_view, std::string_view>> fields_;
  std::deque<std::string> folded_;  // values over several lines
  std::size_t odd_lines_ = 0;
};

// Where the text goes on behind its first empty line; npos where none is in it. A text that begins with a line end has an
// empty head.
std::size_t end_of_head(std::string_view text);

}  // namespace sayso
