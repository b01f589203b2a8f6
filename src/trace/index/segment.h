// One immutable part of the index, mapped from its file or held in memory.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>

#include "model/mapping.h"
#include "sayso/error.h"
#include "trace/index/segment_format.h"

namespace sayso::trace {

// Thread safety: const calls from any number of threads. Whatever the bytes hold, no call reads beyond them.
class Segment {
 public:
  // Errors: not_found, unreadable, malformed (no segment, cut off, another version, damaged before its prints).
  static Result<Segment> open(const std::string& path);
  static Result<Segment> of_bytes(std::string bytes);

  std::span<const SegmentDocument> documents() const { return documents_; }
  std::span<const Print> prints() const { return prints_; }
  // Of the document `index`, without the end mark.
  std::span<const Print> prints_of(std::size_t index) const;
  // The document that the place belongs to.
  std::size_t document_at(std::uint32_t place) const;

  // Bytes of the bucket that a run of words with this hash is in: how costly it is to decode.
  std::uint32_t bucket_bytes(std::uint64_t hash) const;
  // Calls use(place) for each place in the bucket; ends where the bucket is damaged.
  template <class Use>
  void each_place(std::uint64_t hash, Use use) const {
    const std::span<const std::uint8_t> bytes = bucket(hash);
    std::uint64_t place = 0, value = 0;
    unsigned shift = 0;
    for (const std::uint8_t byte : bytes) {
      value |= std::uint64_t{byte & 0x7FU} << shift;
      shift += 7;
      if (byte & 0x80) {
        if (shift > 28) return;
        continue;
      }
      place += value;
      if (place + kGram > prints_.size()) return;
      use(static_cast<std::uint32_t>(place));
      value = shift = 0;
    }
  }

  // XXH3 of all bytes, and how many there are.
  std::uint64_t hash() const;
  std::size_t size() const { return all_.size(); }

 private:
  Result<void> read(const std::string& where);
  std::span<const std::uint8_t> bucket(std::uint64_t hash) const;

  Mapping mapping_;
  std::shared_ptr<const std::string> memory_;
  std::span<const std::uint8_t> all_;
  std::span<const SegmentDocument> documents_;
  std::span<const Print> prints_;
  std::span<const std::uint8_t> directory_, postings_;
  std::uint32_t bits_ = 0;
};

}  // namespace sayso::trace
