// The files of an index: reading them, and adding to them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/error.h"
#include "trace/index/files.h"
#include "trace/index/manifest.h"
#include "trace/index/segment.h"
#include "trace/index/segment_writer.h"

namespace sayso::trace {

std::string segment_path(const std::string& folder, const ManifestEntry& entry);
// Error not_found: there is no index yet.
Result<Manifest> read_manifest(const std::string& folder);
// Each as long as the manifest says. Documents ascend over all of them.
Result<std::vector<Segment>> open_segments(const std::string& folder, const Manifest& manifest);

// Adds documents to an index. One at a time: others wait. What was committed is there after a crash, what was not is as
// if it had never been begun.
class IndexUpdate {
 public:
  // What is damaged or of another version is made anew from nothing. Error: write_failed.
  static Result<IndexUpdate> begin(const std::string& folder);

  // The last document that is there: id 0 where there is none.
  SegmentDocument last() const { return last_; }
  void start_anew();  // forgets all documents
  // In ascending order of ids, each greater than last().id. Writes when enough has come together. Error: write_failed.
  Result<void> add(std::int64_t id, std::uint64_t hash, std::string_view text);
  Result<void> commit();

 private:
  IndexUpdate(std::string folder, FolderLock lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}
  Result<void> write_segment();
  Result<void> merge_last_two();
  Result<void> put(const SegmentWriter& writer);
  void remove_others() const;

  std::string folder_;
  FolderLock lock_;
  Manifest manifest_;
  SegmentWriter writer_;
  SegmentDocument last_{};
  std::uint64_t next_name_ = 1;
};

}  // namespace sayso::trace
