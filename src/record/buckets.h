// Numbers -> rows that have them: keys of people, bands of near-duplicates, wordings. Hashes are spread so evenly that a table with a row for
// each would take three times the room; here a row holds all of one bucket, in ascending order: differences of the number's lower
// bits, each with an id (bytes.h).
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "record/sql.h"

namespace sayso::record {

// A number's upper 16 bits are its bucket. What is added or removed is written by flush() and seen by find() at once.
class Buckets {
 public:
  // A table (bucket, entries); numbers have so many bits.
  Buckets(Connection& connection, std::string_view table, int bits);

  // The ids under a number, in ascending order.
  std::vector<std::int64_t> find(std::int64_t number);
  void add(std::int64_t number, std::int64_t id) { added_[bucket_of(number)].push_back({low_of(number), id}); }
  void remove(std::int64_t number, std::int64_t id);
  // Under whatever number it stands; goes through the whole table.
  void remove_id(std::int64_t id);
  void flush();
  void forget() { added_.clear(); }

 private:
  struct Entry {
    std::int64_t low = 0, id = 0;
    friend auto operator<=>(const Entry&, const Entry&) = default;
  };
  using Entries = std::vector<Entry>;

  std::int64_t bucket_of(std::int64_t number) const { return number >> low_bits_; }
  std::int64_t low_of(std::int64_t number) const { return number & ((std::int64_t{1} << low_bits_) - 1); }
  static Entries unpacked(std::string_view bytes);
  static std::string packed(const Entries& entries);
  Entries stored(std::int64_t bucket);
  std::vector<std::int64_t> stored_under(std::int64_t bucket, std::int64_t low);
  void store(std::int64_t bucket, const Entries& entries);

  Connection& db_;
  int low_bits_;
  std::string read_, write_, all_;
  std::map<std::int64_t, Entries> added_;  // by bucket, in the order in which rows are written
};

inline Buckets person_keys(Connection& db) { return {db, "person_keys", 31}; }
inline Buckets near_bands(Connection& db) { return {db, "near_bands", 31}; }
inline Buckets wordings(Connection& db) { return {db, "wordings", 47}; }

}  // namespace sayso::record
