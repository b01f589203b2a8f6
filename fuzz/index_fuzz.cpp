// Any bytes as a segment of the index, its check made good so that more than the header is reached, and as a manifest:
// no place outside is read, and hits are places that are there.
#include <xxhash.h>

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>

#include "trace/index/lookup.h"
#include "trace/index/manifest.h"
#include "trace/index/scan.h"

namespace {

using namespace sayso::trace;

[[noreturn]] void fail(const char* what) {
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

std::string with_check(std::string bytes) {
  SegmentHeader header;
  if (bytes.size() < sizeof header) return bytes;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (header.documents > (bytes.size() - sizeof header) / sizeof(SegmentDocument)) return bytes;
  std::string checked = bytes.substr(0, offsetof(SegmentHeader, check)) +
                        bytes.substr(sizeof header, header.documents * sizeof(SegmentDocument));
  header.check = XXH3_64bits(checked.data(), checked.size());
  std::memcpy(bytes.data(), &header, sizeof header);
  return bytes;
}

void hold(const Segment& segment, const std::vector<Hit>& hits, std::size_t words) {
  for (const Hit& hit : hits) {
    if (hit.at.begin >= hit.at.end || hit.at.end > segment.prints().size()) fail("a hit is a place");
    if (hit.agreed > words) fail("no more agrees than was asked for");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  if (const auto manifest = parse_manifest(bytes, "fuzz");
      manifest && *parse_manifest(manifest_text(*manifest), "fuzz") != *manifest)
    fail("manifest");
  const auto segment = Segment::of_bytes(with_check(bytes));
  if (!segment) return 0;
  (void)segment->hash();
  for (std::size_t i = 0; i < segment->documents().size(); ++i) {
    const auto words = segment->prints_of(i);
    for (const std::size_t length : {std::size_t{2}, std::size_t{kSure}, std::size_t{40}}) {
      const auto asked = words.first(std::min(length, words.size()));
      hold(*segment, look_up(*segment, asked), asked.size());
      hold(*segment, scan_near(*segment, asked, 3, 5), asked.size());
    }
  }
  return 0;
}
