#include "trace/index/index.h"

#include <algorithm>

#include "trace/index/index_folder.h"
#include "trace/index/scan.h"

namespace sayso::trace {

Result<Index> Index::open(const std::string& folder) {
  constexpr int kTries = 8;  // segments may be merged away between reading the manifest and opening them
  for (int left = kTries;; --left) {
    const Result<Manifest> manifest = read_manifest(folder);
    if (!manifest) return tl::unexpected(manifest.error());
    Result<std::vector<Segment>> segments = open_segments(folder, *manifest);
    if (segments) return Index(std::move(*segments));
    if (segments.error().code != ErrorCode::not_found || left == 1)
      return tl::unexpected(Error{ErrorCode::malformed, segments.error().where, segments.error().message});
  }
}

std::vector<Hit> Index::look_up(std::span<const Print> quotation, const LookupLimits& limits) const {
  std::vector<Hit> out;
  for (const Segment& segment : segments_) {
    std::vector<Hit> hits = trace::look_up(segment, quotation, limits);
    out.insert(out.end(), hits.begin(), hits.end());
  }
  if (segments_.size() > 1) keep_best(out, limits.hits);
  return out;
}

std::vector<Hit> Index::scan_near(std::span<const Print> quotation, std::uint32_t edits, std::size_t most) const {
  std::vector<Hit> out;
  for (const Segment& segment : segments_) {
    std::vector<Hit> hits = trace::scan_near(segment, quotation, edits, most);
    out.insert(out.end(), hits.begin(), hits.end());
  }
  keep_best(out, most);
  return out;
}

std::span<const Print> Index::prints_of(std::int64_t document) const {
  for (const Segment& segment : segments_) {
    const auto found = std::ranges::lower_bound(segment.documents(), document, {}, &SegmentDocument::id);
    if (found != segment.documents().end() && found->id == document)
      return segment.prints_of(static_cast<std::size_t>(found - segment.documents().begin()));
  }
  return {};
}

SegmentDocument Index::last() const {
  for (auto segment = segments_.rbegin(); segment != segments_.rend(); ++segment)
    if (!segment->documents().empty()) return segment->documents().back();
  return {};
}

std::uint64_t Index::words() const {
  std::uint64_t out = 0;
  for (const Segment& segment : segments_) out += segment.prints().size();
  return out;
}

}  // namespace sayso::trace
