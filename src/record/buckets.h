// Numbers -> rows that have them: keys of people, bands of near-duplicates, wordings. Hashes are spread so evenly that a table with a row for
// each would take three times the room; here a row holds all of one bucket, in ascending order: differences of the number's lower
// bits, each with an id (bytes.h).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "record/sql.h"

namespace sayso::record {

// A number's upper 14 bits are its bucket. What is added or removed is written by flush() and seen by find() at once. Buckets that have been
// read stay in memory, up to so many entries of 16 bytes, until forget(), so for one transaction or for as long as nobody else writes.
class Buckets {
 public:
  static constexpr std::size_t kMostHeld = 2'000'000;

  // A table (bucket, entries); numbers have so many bits, at most 46.
  Buckets(Connection& connection, std::string_view table, int bits, std::size_t most_held = kMostHeld);

  // The ids under a number, in ascending order, the lowest ones where there are more.
  std::vector<std::int64_t> find(std::int64_t number, std::size_t most = SIZE_MAX);
  void add(std::int64_t number, std::int64_t id);
  void remove(std::int64_t number, std::int64_t id);
  // Under whatever number it stands; goes through the whole table.
  void remove_id(std::int64_t id);
  void flush();
  // What was not written, and what was read: another may have changed it.
  void forget();

 private:
  struct Entry {
    std::uint32_t low = 0;
    std::int64_t id = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  using Entries = std::vector<Entry>;
  struct Bucket {
    Entries entries;  // in ascending order
    bool read = false, changed = false;
  };

  std::int64_t bucket_of(std::int64_t number) const { return number >> low_bits_; }
  std::uint32_t low_of(std::int64_t number) const { return static_cast<std::uint32_t>(number & ((std::int64_t{1} << low_bits_) - 1)); }
  static Entries unpacked(std::string_view bytes);
  static std::string packed(const Entries& entries);
  Bucket& bucket(std::int64_t number);
  void change(std::int64_t number, Bucket& bucket);
  void store(std::int64_t number, const Entries& entries);

  Connection& db_;
  int low_bits_;
  std::size_t most_held_;
  std::string read_, write_, all_;
  std::vector<Bucket> buckets_;  // all of them, or none yet
  std::vector<std::int64_t> changed_;
  std::size_t held_ = 0;  // entries of buckets_
};

inline Buckets person_keys(Connection& db) { return {db, "person_keys", 31}; }
inline Buckets near_bands(Connection& db) { return {db, "near_bands", 31}; }
inline Buckets wordings(Connection& db, std::size_t most_held = Buckets::kMostHeld) { return {db, "wordings", 46, most_held}; }

}  // namespace sayso::record
