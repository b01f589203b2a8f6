// From the decoded text of an input back to its bytes.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "read/encoding.h"
#include "sayso/document.h"
#include "text/code_points.h"

namespace sayso {

class SourceMap {
 public:
  // `bytes`: what was decoded. All must outlive the map.
  SourceMap(std::string_view bytes, const Decoded& decoded);

  struct Place {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };
  // Of bytes of the decoded text, which may be a part of a character: then of the whole character.
  Place place(std::uint32_t begin, std::uint32_t end) const;

 private:
  std::uint32_t mark_;
  bool same_;                    // the text is the bytes behind the mark
  CodePoints text_;
  std::vector<SourceRun> runs_;  // of the decoded text, where it is not
};

// Appends where a code point of a text comes from; in text order.
void add_source(std::vector<SourceRun>& runs, std::uint32_t text, SourceMap::Place place);

// Of a text that is the whole input.
std::vector<SourceRun> origin_of_text(const SourceMap& map, std::string_view text);

}  // namespace sayso
