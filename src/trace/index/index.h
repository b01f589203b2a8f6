// The index of a record's words: segments that lie in a folder, or are held in memory. docs/index-format.md
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "sayso/error.h"
#include "trace/index/lookup.h"
#include "trace/index/segment.h"

namespace sayso::trace {

// A snapshot: what is written later is not seen. Thread safety: const calls from any number of threads.
class Index {
 public:
  Index() = default;
  explicit Index(std::vector<Segment> segments) : segments_(std::move(segments)) {}
  // Errors: not_found (no index there yet), malformed (damaged, of another version), unreadable.
  static Result<Index> open(const std::string& folder);

  // Better hits first, then by document and place.
  std::vector<Hit> look_up(std::span<const Print> quotation, const LookupLimits& limits = {}) const;
  std::vector<Hit> scan_near(std::span<const Print> quotation, std::uint32_t edits, std::size_t most) const;

  // Of a document by its number; none where it is not there.
  std::span<const Print> prints_of(std::int64_t document) const;

  const std::vector<Segment>& segments() const { return segments_; }
  // The last document that is there: id 0 where there is none.
  SegmentDocument last() const;
  std::uint64_t words() const;

 private:
  std::vector<Segment> segments_;
};

}  // namespace sayso::trace
