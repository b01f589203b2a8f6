#include "trace/index/index_folder.h"

#include <fmt/format.h>
#include <xxhash.h>

#include <algorithm>
#include <charconv>
#include <filesystem>

namespace sayso::trace {
namespace {

constexpr std::uint64_t kSegmentWords = std::uint64_t{1} << 24;  // written when as many have come together
constexpr std::uint64_t kSmallWords = std::uint64_t{1} << 16;    // always merged with the one before

bool should_merge(const Manifest& manifest) {
  if (manifest.size() < 2) return false;
  const std::uint64_t last = manifest.back().words, before = manifest[manifest.size() - 2].words;
  return last + before <= kMostSegmentWords && (before <= 2 * last || last + before <= kSmallWords);
}

std::uint64_t number_of(const std::string& name) {
  std::uint64_t out = 0;
  std::from_chars(name.data(), name.data() + name.size(), out);
  return out;
}

}  // namespace

std::string segment_path(const std::string& folder, const ManifestEntry& entry) {
  return fmt::format("{}/{}.words", folder, entry.name);
}

Result<Manifest> read_manifest(const std::string& folder) {
  const std::string path = folder + "/manifest";
  const Result<std::string> text = read_file(path);
  if (!text) return tl::unexpected(text.error());
  return parse_manifest(*text, path);
}

Result<std::vector<Segment>> open_segments(const std::string& folder, const Manifest& manifest) {
  std::vector<Segment> out;
  std::int64_t last = 0;
  for (const ManifestEntry& entry : manifest) {
    const std::string path = segment_path(folder, entry);
    Result<Segment> segment = Segment::open(path);
    if (!segment) return tl::unexpected(segment.error());
    const auto documents = segment->documents();
    const bool fits = segment->size() == entry.bytes && documents.size() == entry.documents &&
                      segment->prints().size() == entry.words;
    if (!fits || documents.empty() || documents.front().id <= last)
      return tl::unexpected(Error{ErrorCode::malformed, path, "is not what the manifest says"});
    if (segment->hash() != entry.hash) return tl::unexpected(Error{ErrorCode::malformed, path, "damaged"});
    last = documents.back().id;
    out.push_back(std::move(*segment));
  }
  return out;
}

Result<IndexUpdate> IndexUpdate::begin(const std::string& folder) {
  Result<FolderLock> lock = FolderLock::take(folder);
  if (!lock) return tl::unexpected(lock.error());
  IndexUpdate out(folder, std::move(*lock));
  Result<Manifest> manifest = read_manifest(folder);
  if (!manifest) return out;
  for (const ManifestEntry& entry : *manifest) out.next_name_ = std::max(out.next_name_, number_of(entry.name) + 1);
  const Result<std::vector<Segment>> segments = open_segments(folder, *manifest);
  if (!segments || segments->empty()) return out;
  out.manifest_ = std::move(*manifest);
  out.last_ = segments->back().documents().back();
  return out;
}

void IndexUpdate::start_anew() {
  manifest_.clear();
  writer_ = {};
  last_ = {};
}

Result<void> IndexUpdate::add(std::int64_t id, std::uint64_t hash, std::string_view text) {
  writer_.add(id, hash, text);
  last_ = {id, hash, 0, 0};
  return writer_.words() < kSegmentWords ? Result<void>() : write_segment();
}

Result<void> IndexUpdate::put(const SegmentWriter& writer) {
  const std::string bytes = writer.bytes();
  ManifestEntry entry{fmt::format("{:08}", next_name_++ % 100'000'000), bytes.size(),
                      XXH3_64bits(bytes.data(), bytes.size()), writer.documents(), writer.words()};
  if (const Result<void> written = replace_file(segment_path(folder_, entry), bytes); !written) return written;
  manifest_.push_back(std::move(entry));
  return {};
}

Result<void> IndexUpdate::write_segment() {
  if (!writer_.empty())
    if (const Result<void> written = put(writer_); !written) return written;
  writer_ = {};
  while (should_merge(manifest_))
    if (const Result<void> merged = merge_last_two(); !merged) return merged;
  return {};
}

Result<void> IndexUpdate::merge_last_two() {
  const Manifest two(manifest_.end() - 2, manifest_.end());
  const Result<std::vector<Segment>> segments = open_segments(folder_, two);
  if (!segments) return tl::unexpected(segments.error());
  SegmentWriter merged;
  for (const Segment& segment : *segments) {
    merged.append(segment.documents().data(), segment.documents().size(), segment.prints().data(),
                  segment.prints().size());
  }
  manifest_.resize(manifest_.size() - 2);
  return put(merged);
}

Result<void> IndexUpdate::commit() {
  if (const Result<void> written = write_segment(); !written) return written;
  if (const Result<void> replaced = replace_file(folder_ + "/manifest", manifest_text(manifest_)); !replaced)
    return replaced;
  remove_others();
  return {};
}

// Merged away, or left from a crash.
void IndexUpdate::remove_others() const {
  std::error_code ignored;
  for (const auto& file : std::filesystem::directory_iterator(folder_, ignored)) {
    const std::filesystem::path& path = file.path();
    const bool ours = path.extension() == ".words" || path.extension() == ".new";
    const bool used = std::any_of(manifest_.begin(), manifest_.end(),
                                  [&path](const ManifestEntry& e) { return path.filename() == e.name + ".words"; });
    if (ours && !used) std::filesystem::remove(path, ignored);
  }
}

}  // namespace sayso::trace
