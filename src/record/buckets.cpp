#include "record/buckets.h"

#include <fmt/format.h>

#include <algorithm>

#include "record/bytes.h"

namespace sayso::record {
namespace {

constexpr int kBucketBits = 16;
constexpr std::int64_t kPage = 256;  // buckets that are read at a time

}  // namespace

Buckets::Buckets(Connection& connection, std::string_view table, int bits)
    : db_(connection),
      low_bits_(bits - kBucketBits),
      read_(fmt::format("SELECT entries FROM {} WHERE bucket = $1", table)),
      write_(fmt::format("INSERT INTO {} (bucket, entries) VALUES ($1, $2) ON CONFLICT (bucket) DO UPDATE SET entries = excluded.entries", table)),
      all_(fmt::format("SELECT bucket, entries FROM {} WHERE bucket >= $1 ORDER BY bucket LIMIT $2", table)) {}

Buckets::Entries Buckets::unpacked(std::string_view bytes) {
  Entries out;
  BytesIn in(bytes);
  for (std::int64_t low = 0; !in.rest().empty();) {
    low += static_cast<std::int64_t>(in.number());
    out.push_back({low, static_cast<std::int64_t>(in.number())});
  }
  return out;
}

std::string Buckets::packed(const Entries& entries) {
  BytesOut out;
  std::int64_t low = 0;
  for (const Entry& one : entries) {
    out.number(static_cast<std::uint64_t>(one.low - low));
    out.number(static_cast<std::uint64_t>(one.id));
    low = one.low;
  }
  return std::move(out).take();
}

Buckets::Entries Buckets::stored(std::int64_t bucket) {
  Query& row = db_.query(read_);
  row.with({bucket});
  if (!row.next()) return {};
  Entries out = unpacked(row.bytes(0));
  row.next();
  return out;
}

// Of a bucket only what stands up to there: they are in order.
std::vector<std::int64_t> Buckets::stored_under(std::int64_t bucket, std::int64_t low) {
  Query& row = db_.query(read_);
  row.with({bucket});
  if (!row.next()) return {};
  std::vector<std::int64_t> out;
  BytesIn in(row.bytes(0));
  for (std::int64_t at = 0; !in.rest().empty();) {
    at += static_cast<std::int64_t>(in.number());
    const auto id = static_cast<std::int64_t>(in.number());
    if (at > low) break;
    if (at == low) out.push_back(id);
  }
  row.next();
  return out;
}

void Buckets::store(std::int64_t bucket, const Entries& entries) {
  const std::string bytes = packed(entries);
  db_.query(write_).run({bucket, Blob{bytes}});
}

std::vector<std::int64_t> Buckets::find(std::int64_t number) {
  const std::int64_t bucket = bucket_of(number), low = low_of(number);
  std::vector<std::int64_t> out = stored_under(bucket, low);
  if (const auto added = added_.find(bucket); added != added_.end()) {
    for (const Entry& one : added->second) {
      if (one.low == low) out.push_back(one.id);
    }
  }
  std::ranges::sort(out);
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void Buckets::remove(std::int64_t number, std::int64_t id) {
  flush();
  const std::int64_t bucket = bucket_of(number);
  Entries all = stored(bucket);
  if (std::erase(all, Entry{low_of(number), id}) > 0) store(bucket, all);
}

void Buckets::remove_id(std::int64_t id) {
  flush();
  std::vector<std::pair<std::int64_t, Entries>> page;
  std::int64_t from = 0;
  do {
    page.clear();
    Query& row = db_.query(all_);
    for (row.with({from, kPage}); row.next();) page.emplace_back(row.integer(0), unpacked(row.bytes(1)));
    for (auto& [bucket, entries] : page) {
      if (std::erase_if(entries, [&](const Entry& one) { return one.id == id; }) > 0) store(bucket, entries);
      from = bucket + 1;
    }
  } while (!page.empty());
}

void Buckets::flush() {
  for (auto& [bucket, entries] : added_) {
    Entries all = stored(bucket);
    all.insert(all.end(), entries.begin(), entries.end());
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    store(bucket, all);
  }
  added_.clear();
}

}  // namespace sayso::record
