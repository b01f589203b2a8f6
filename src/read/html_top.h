// The lines with which pages made for printing begin, parted by <br> alone: headline, byline, day.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "read/html_blocks.h"

namespace sayso {

class HtmlTop {
 public:
  // Whether a block is such lines and nothing else: the first is the headline.
  bool read(const HtmlBlock& block, std::string_view title);

  const std::vector<std::string>& authors() const { return authors_; }
  const std::optional<std::string>& published() const { return published_; }

 private:
  bool read_line(std::string_view line);

  std::vector<std::string> authors_;
  std::optional<std::string> published_;
};

}  // namespace sayso
