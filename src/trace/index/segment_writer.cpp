#include "trace/index/segment_writer.h"

#include <xxhash.h>

#include <algorithm>
#include <bit>
#include <cstring>

#include "trace/index/winnow.h"

namespace sayso::trace {
namespace {

constexpr std::uint64_t kBucketPostings = 8;  // on average

struct Postings {
  std::vector<std::uint32_t> directory;  // begins of buckets in bytes, and the end
  std::string bytes;
};

std::uint32_t bits_for(std::size_t postings) {
  const auto bits = static_cast<std::uint32_t>(std::bit_width(postings / kBucketPostings));
  return std::min(bits, kMostBits);
}

void append_varint(std::string& out, std::uint32_t value) {
  char bytes[5];
  std::size_t size = 0;
  for (; value >= 0x80; value >>= 7) bytes[size++] = static_cast<char>(value | 0x80);
  bytes[size++] = static_cast<char>(value);
  out.append(bytes, size);
}

struct Kept {
  std::uint32_t place, bucket;
};

// Calls use(batch) with the kept runs, many at a time: choosing them and touching memory all over in one loop is slow.
template <class Use>
void kept_runs(const std::vector<Print>& prints, std::uint32_t bits, Use use) {
  constexpr std::size_t kBatch = std::size_t{1} << 16;
  std::vector<Kept> batch;
  batch.reserve(kBatch);
  winnow(prints, [&](std::size_t place, std::uint64_t hash) {
    batch.push_back({static_cast<std::uint32_t>(place), bucket_of(hash, bits)});
    if (batch.size() < kBatch) return;
    use(batch);
    batch.clear();
  });
  use(batch);
}

// A counting sort in two readings: places come in order, so they ascend in each bucket.
std::vector<std::uint32_t> by_bucket(const std::vector<Print>& prints, std::uint32_t bits,
                                     std::vector<std::uint32_t>& begins) {
  kept_runs(prints, bits, [&](const std::vector<Kept>& batch) {
    for (const Kept& one : batch) ++begins[one.bucket + 1];
  });
  for (std::size_t i = 1; i < begins.size(); ++i) begins[i] += begins[i - 1];
  std::vector<std::uint32_t> out(begins.back()), at(begins.begin(), begins.end() - 1);
  kept_runs(prints, bits, [&](const std::vector<Kept>& batch) {
    for (const Kept& one : batch) out[at[one.bucket]++] = one.place;
  });
  return out;
}

Postings postings_of(const std::vector<Print>& prints, std::uint32_t bits) {
  Postings out;
  out.directory.assign((std::size_t{1} << bits) + 1, 0);
  std::vector<std::uint32_t>& directory = out.directory;
  const std::vector<std::uint32_t> places = by_bucket(prints, bits, directory);
  out.bytes.reserve(places.size() * 4);
  std::uint32_t begin = 0;
  for (std::size_t bucket = 0; bucket + 1 < directory.size(); ++bucket) {
    const std::uint32_t end = directory[bucket + 1];
    directory[bucket] = static_cast<std::uint32_t>(out.bytes.size());
    for (std::uint32_t i = begin, last = 0; i < end; last = places[i++]) append_varint(out.bytes, places[i] - last);
    begin = end;
  }
  directory.back() = static_cast<std::uint32_t>(out.bytes.size());
  return out;
}

template <class T>
void append_raw(std::string& out, const std::vector<T>& values) {
  out.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(T));
}

std::uint64_t check_of(const SegmentHeader& header, const std::vector<SegmentDocument>& documents) {
  std::string bytes(reinterpret_cast<const char*>(&header), sizeof header - sizeof header.check);
  append_raw(bytes, documents);
  return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace

void SegmentWriter::add(std::int64_t id, std::uint64_t hash, std::string_view text) {
  documents_.push_back({id, hash, static_cast<std::uint32_t>(prints_.size()), 0});
  append_prints(text, prints_);
  prints_.push_back(kNoWord);
}

void SegmentWriter::append(const SegmentDocument* documents, std::size_t count, const Print* prints,
                           std::size_t words) {
  const auto offset = static_cast<std::uint32_t>(prints_.size());
  for (std::size_t i = 0; i < count; ++i) {
    documents_.push_back(documents[i]);
    documents_.back().begin += offset;
  }
  prints_.insert(prints_.end(), prints, prints + words);
}

std::string SegmentWriter::bytes() const {
  const std::uint32_t bits = bits_for(prints_.size() / 2);
  const Postings postings = postings_of(prints_, bits);
  SegmentHeader header{};
  std::memcpy(header.magic, kSegmentMagic, sizeof header.magic);
  header.version = kSegmentVersion, header.bits = bits;
  header.documents = documents_.size(), header.words = prints_.size(), header.postings = postings.bytes.size();
  header.check = check_of(header, documents_);
  std::string out;
  out.reserve(sizeof header + documents_.size() * sizeof(SegmentDocument) + prints_.size() +
              postings.directory.size() * 4 + postings.bytes.size());
  out.append(reinterpret_cast<const char*>(&header), sizeof header);
  append_raw(out, documents_);
  append_raw(out, prints_);
  append_raw(out, postings.directory);
  return out += postings.bytes;
}

}  // namespace sayso::trace
