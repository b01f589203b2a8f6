// Texts -> the bytes of a segment (docs/index-format.md).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trace/index/segment_format.h"

namespace sayso::trace {

class SegmentWriter {
 public:
  // In ascending order of ids. `hash` is the record's of the text. Memory: one byte a word until bytes().
  void add(std::int64_t id, std::uint64_t hash, std::string_view text);
  // Documents of another segment behind those that are there.
  void append(const SegmentDocument* documents, std::size_t count, const Print* prints, std::size_t words);

  bool empty() const { return documents_.empty(); }
  std::size_t documents() const { return documents_.size(); }
  std::uint64_t words() const { return prints_.size(); }

  // The whole segment. Linear; about four bytes a word beside the result.
  std::string bytes() const;

 private:
  std::vector<SegmentDocument> documents_;
  std::vector<Print> prints_;
};

}  // namespace sayso::trace
