// Packed bytes, step by step: one gzip member, zstd or lz4 frame, deflate or brotli stream at a time.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>

namespace sayso {

enum class Packing { none, gzip, zstd, lz4, zlib, deflate, brotli };

// How many first bytes packing_of() looks at.
inline constexpr std::size_t kPackingBytes = 4;
// gzip, zstd or lz4 by the first bytes, whatever the name says; the others have no mark of their own.
Packing packing_of(std::string_view head);
const char* name_of(Packing packing);

class Unpacker {
 public:
  enum class State { more, ended, broken };
  struct Step {
    std::size_t taken = 0;  // of the input
    std::size_t given = 0;  // written
    State state = State::more;
  };

  virtual ~Unpacker() = default;
  virtual void start() = 0;  // a new member or frame follows, whatever became of the one before
  virtual Step step(std::string_view in, char* to, std::size_t room) = 0;
};

// Null for Packing::none. Memory of one: under 1 MiB, but for zstd up to the frame's window, 128 MiB at most.
std::unique_ptr<Unpacker> make_unpacker(Packing packing);
// zstd frames that need a dictionary (WARC files in zstd begin with theirs).
std::unique_ptr<Unpacker> make_zstd_unpacker(std::string_view dictionary);

// Gzip members that lie in memory as a whole: several times as fast as step by step.
class WholeMembers {
 public:
  enum class Outcome {
    done,
    no_room,   // it needs more than `room`
    not_whole  // broken, or it goes on behind the end of `in`
  };
  WholeMembers();
  ~WholeMembers();
  WholeMembers(const WholeMembers&) = delete;
  WholeMembers& operator=(const WholeMembers&) = delete;

  // One member at the beginning of `in`, checksum included.
  Outcome unpack(std::string_view in, char* to, std::size_t room, std::size_t& taken, std::size_t& given);

 private:
  void* state_;
};

}  // namespace sayso
