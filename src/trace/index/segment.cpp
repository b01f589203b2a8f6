#include "trace/index/segment.h"

#include <xxhash.h>

#include <algorithm>
#include <cstring>

namespace sayso::trace {
namespace {

Error malformed(const std::string& where, std::string what) { return {ErrorCode::malformed, where, std::move(what)}; }

std::uint32_t number_at(std::span<const std::uint8_t> bytes, std::size_t index) {
  std::uint32_t out = 0;
  std::memcpy(&out, bytes.data() + index * sizeof out, sizeof out);
  return out;
}

std::uint64_t check_of(std::span<const std::uint8_t> all, std::uint64_t document_bytes) {
  XXH3_state_t* state = XXH3_createState();
  XXH3_64bits_reset(state);
  XXH3_64bits_update(state, all.data(), sizeof(SegmentHeader) - sizeof(SegmentHeader::check));
  XXH3_64bits_update(state, all.data() + sizeof(SegmentHeader), document_bytes);
  const std::uint64_t out = XXH3_64bits_digest(state);
  XXH3_freeState(state);
  return out;
}

// Documents follow each other; the last ends with an end mark.
bool in_order(std::span<const SegmentDocument> documents, std::span<const Print> prints) {
  if (documents.empty()) return prints.empty();
  if (documents.front().begin != 0 || prints.empty() || prints.back() != kNoWord) return false;
  for (std::size_t i = 1; i < documents.size(); ++i)
    if (documents[i].begin <= documents[i - 1].begin || documents[i].begin >= prints.size() ||
        documents[i].id <= documents[i - 1].id)
      return false;
  return true;
}

}  // namespace

Result<Segment> Segment::open(const std::string& path) {
  Result<Mapping> mapping = Mapping::of(path);
  if (!mapping) return tl::unexpected(mapping.error());
  Segment out;
  out.mapping_ = std::move(*mapping);
  out.all_ = {reinterpret_cast<const std::uint8_t*>(out.mapping_.data()), out.mapping_.size()};
  if (const Result<void> read = out.read(path); !read) return tl::unexpected(read.error());
  return out;
}

Result<Segment> Segment::of_bytes(std::string bytes) {
  Segment out;
  out.memory_ = std::make_shared<const std::string>(std::move(bytes));
  out.all_ = {reinterpret_cast<const std::uint8_t*>(out.memory_->data()), out.memory_->size()};
  if (const Result<void> read = out.read("index in memory"); !read) return tl::unexpected(read.error());
  return out;
}

Result<void> Segment::read(const std::string& where) {
  SegmentHeader header;
  if (all_.size() < sizeof header) return tl::unexpected(malformed(where, "no index of words"));
  std::memcpy(&header, all_.data(), sizeof header);
  if (std::memcmp(header.magic, kSegmentMagic, sizeof header.magic) != 0)
    return tl::unexpected(malformed(where, "no index of words"));
  if (header.version != kSegmentVersion) return tl::unexpected(malformed(where, "an index of another version"));
  const std::uint64_t most = all_.size();
  if (header.bits > kMostBits || header.documents > most / sizeof(SegmentDocument) || header.words > most ||
      header.postings > most)
    return tl::unexpected(malformed(where, "damaged"));
  const std::uint64_t documents = header.documents * sizeof(SegmentDocument),
                      directory = ((std::uint64_t{1} << header.bits) + 1) * 4;
  if (sizeof header + documents + header.words + directory + header.postings != most)
    return tl::unexpected(malformed(where, "cut off"));
  if (check_of(all_, documents) != header.check) return tl::unexpected(malformed(where, "damaged"));
  bits_ = header.bits;
  documents_ = {reinterpret_cast<const SegmentDocument*>(all_.data() + sizeof header), header.documents};
  prints_ = all_.subspan(sizeof header + documents, header.words);
  directory_ = all_.subspan(sizeof header + documents + header.words, directory);
  postings_ = all_.last(header.postings);
  if (!in_order(documents_, prints_)) return tl::unexpected(malformed(where, "damaged"));
  return {};
}

std::span<const Print> Segment::prints_of(std::size_t index) const {
  const std::size_t begin = documents_[index].begin;
  const std::size_t end = index + 1 < documents_.size() ? documents_[index + 1].begin : prints_.size();
  return prints_.subspan(begin, end - begin - 1);
}

std::size_t Segment::document_at(std::uint32_t place) const {
  const auto after = std::upper_bound(documents_.begin(), documents_.end(), place,
                                      [](std::uint32_t p, const SegmentDocument& d) { return p < d.begin; });
  return static_cast<std::size_t>(after - documents_.begin()) - 1;
}

std::span<const std::uint8_t> Segment::bucket(std::uint64_t hash) const {
  const std::uint32_t at = bucket_of(hash, bits_);
  const std::uint32_t begin = number_at(directory_, at), end = number_at(directory_, at + 1);
  if (begin > end || end > postings_.size()) return {};
  return postings_.subspan(begin, end - begin);
}

std::uint32_t Segment::bucket_bytes(std::uint64_t hash) const {
  return static_cast<std::uint32_t>(bucket(hash).size());
}

std::uint64_t Segment::hash() const { return XXH3_64bits(all_.data(), all_.size()); }

}  // namespace sayso::trace
