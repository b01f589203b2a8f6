#include "record/buckets.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/bytes.h"

namespace sayso::record {
namespace {

constexpr int kBucketBits = 14;
constexpr std::int64_t kPage = 256;  // buckets that are read at a time

}  // namespace

Buckets::Buckets(Connection& connection, std::string_view table, int bits, std::size_t most_held)
    : db_(connection),
      low_bits_(bits - kBucketBits),
      most_held_(most_held),
      read_(fmt::format("SELECT entries FROM {} WHERE bucket = $1", table)),
      write_(fmt::format("INSERT INTO {} (bucket, entries) VALUES ($1, $2) ON CONFLICT (bucket) DO UPDATE SET entries = excluded.entries", table)),
      all_(fmt::format("SELECT bucket, entries FROM {} WHERE bucket >= $1 ORDER BY bucket LIMIT $2", table)) {}

Buckets::Entries Buckets::unpacked(std::string_view bytes) {
  Entries out;
  BytesIn in(bytes);
  for (std::uint32_t low = 0; !in.rest().empty();) {
    low += static_cast<std::uint32_t>(in.number());
    out.push_back({low, static_cast<std::int64_t>(in.number())});
  }
  return out;
}

std::string Buckets::packed(const Entries& entries) {
  BytesOut out;
  std::uint32_t low = 0;
  for (const Entry& one : entries) {
    out.number(one.low - low);
    out.number(static_cast<std::uint64_t>(one.id));
    low = one.low;
  }
  return std::move(out).take();
}

Buckets::Bucket& Buckets::bucket(std::int64_t number) {
  if (held_ > most_held_) {
    flush();
    forget();
  }
  if (buckets_.empty()) buckets_.resize(std::size_t{1} << kBucketBits);
  Bucket& out = buckets_[static_cast<std::size_t>(number)];
  if (out.read) return out;
  Query& row = db_.query(read_);
  row.with({number});
  if (row.next()) {
    out.entries = unpacked(row.bytes(0));
    row.next();
  }
  out.read = true;
  held_ += out.entries.size();
  return out;
}

void Buckets::change(std::int64_t number, Bucket& bucket) {
  if (!bucket.changed) changed_.push_back(number);
  bucket.changed = true;
}

void Buckets::store(std::int64_t number, const Entries& entries) {
  const std::string bytes = packed(entries);
  db_.query(write_).run({number, Blob{bytes}});
}

std::vector<std::int64_t> Buckets::find(std::int64_t number, std::size_t most) {
  std::vector<std::int64_t> out;
  for (const Entry& one : std::ranges::equal_range(bucket(bucket_of(number)).entries, low_of(number), {}, &Entry::low)) {
    if (out.size() == most) break;
    out.push_back(one.id);
  }
  return out;
}

void Buckets::add(std::int64_t number, std::int64_t id) {
  Bucket& there = bucket(bucket_of(number));
  const Entry added{low_of(number), id};
  const auto at = std::ranges::lower_bound(there.entries, added);
  if (at != there.entries.end() && *at == added) return;
  there.entries.insert(at, added);
  ++held_;
  change(bucket_of(number), there);
}

void Buckets::remove(std::int64_t number, std::int64_t id) {
  Bucket& there = bucket(bucket_of(number));
  if (std::erase(there.entries, Entry{low_of(number), id}) == 0) return;
  --held_;
  change(bucket_of(number), there);
}

void Buckets::remove_id(std::int64_t id) {
  flush();
  forget();
  std::vector<std::pair<std::int64_t, Entries>> page;
  std::int64_t from = 0;
  do {
    page.clear();
    Query& row = db_.query(all_);
    for (row.with({from, kPage}); row.next();) page.emplace_back(row.integer(0), unpacked(row.bytes(1)));
    for (auto& [number, entries] : page) {
      if (std::erase_if(entries, [&](const Entry& one) { return one.id == id; }) > 0) store(number, entries);
      from = number + 1;
    }
  } while (!page.empty());
}

void Buckets::flush() {
  std::ranges::sort(changed_);  // rows beside each other are written together
  for (const std::int64_t number : changed_) {
    Bucket& changed = buckets_[static_cast<std::size_t>(number)];
    store(number, changed.entries);
    changed.changed = false;
  }
  changed_.clear();
}

void Buckets::forget() {
  buckets_.clear();
  changed_.clear();
  held_ = 0;
}

}  // namespace sayso::record
