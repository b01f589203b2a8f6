// Texts compressed by zstd, with dictionaries that the record has learned from its own first documents: a news story is half as long
// again without one, a person's few words three times as long.
//
// Packed bytes are the number of the dictionary (bytes.h; 0: none), and a zstd frame without its magic number. Dictionaries are rows and
// never change; whoever reads loads those that it meets.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "record/sql.h"

struct ZSTD_CDict_s;
struct ZSTD_DDict_s;

namespace sayso::record {

class Packer {
 public:
  enum class What { text, entities, sketch };

  explicit Packer(Connection& connection);
  ~Packer();
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;

  std::string pack(What what, std::string_view bytes);
  // Throws SqlFailure where the bytes are damaged.
  std::string unpack(std::string_view packed);

  bool has_learned(What what);
  // Makes a dictionary of samples, of which a few hundred kilobytes are enough. Nothing where they have nothing in common.
  void learn(What what, const std::vector<std::string>& samples);
  // The transaction was undone, or somebody else has written.
  void forget();

 private:
  struct Dictionary;
  Dictionary& dictionary(std::int64_t id);
  std::int64_t newest(What what);

  Connection& db_;
  std::map<std::int64_t, std::unique_ptr<Dictionary>> dictionaries_;
  std::map<What, std::int64_t> newest_;
};

}  // namespace sayso::record
