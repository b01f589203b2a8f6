// What an archive's file holds, unpacked: one window over all its members, with the places where they came from.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "read/bytes.h"
#include "read/unpack.h"

namespace sayso {

// Memory that is not written before it is used.
class RawBuffer {
 public:
  explicit RawBuffer(std::size_t size) : bytes_(std::make_unique_for_overwrite<char[]>(size)), size_(size) {}
  char* data() { return bytes_.get(); }
  const char* data() const { return bytes_.get(); }
  std::size_t size() const { return size_; }

 private:
  std::unique_ptr<char[]> bytes_;
  std::size_t size_;
};

// Reads plain files, and gzip, zstd and lz4 of any number of members or frames, as if they were one stretch of bytes. Where a
// member breaks the stretch ends (`broken()`), and recover() goes on with the next one that can be unpacked.
// Memory: the window, which the caller bounds by consuming, and 4 MiB.
class ArchiveBytes {
 public:
  using Begins = bool (*)(std::string_view);
  // `begins` tells whether a member's unpacked bytes are a record's beginning; `offset`: where in the file the source begins.
  ArchiveBytes(std::unique_ptr<ByteSource> source, Begins begins, std::uint64_t offset = 0);

  std::string_view window() const { return {buffer_.data() + begin_, end_ - begin_}; }  // until the next fill
  // More bytes behind the window's; false at the end, at a break, or where reading failed. Never goes past the end of a member.
  bool fill();
  // At least so many bytes in the window; false where there are fewer.
  bool ensure(std::size_t size);
  void consume(std::size_t size);

  // Unpacked bytes before the window.
  std::uint64_t position() const { return position_; }
  // In the file: of the window's byte `at`, or where it is packed of the member that holds it.
  std::uint64_t offset_of(std::size_t at) const;
  // Where in the window the first member begins at or behind the byte `at`; npos where none does.
  std::size_t next_member(std::size_t at) const;
  bool is_packed() const { return packing_ != Packing::none; }

  struct Break {
    std::uint64_t offset = 0;  // of the member in the file
    std::string why;           // "gzip data is broken"
  };
  // Set where the window ends because its last member does not go on. What a member that is cut off seemed to hold behind the
  // next one's beginning is not in the window.
  const std::optional<Break>& broken() const { return broken_; }
  // Behind a break: the next member whose beginning can be unpacked, and is a record. The window is left as it is. False where no
  // member follows.
  bool recover();

  // Set where the file could not be read on.
  const std::optional<Error>& failure() const { return failure_; }
  // Goes on at another place of the file, for packed ones the beginning of a member. The window is emptied. False where the source can be read only once.
  bool jump(std::uint64_t offset);

 private:
  struct Member {
    std::uint64_t begin;   // unpacked
    std::uint64_t offset;  // in the file
  };

  bool detect();
  void make_room(std::size_t size);
  bool fill_plain();
  bool fill_packed();
  bool unpack_whole();
  bool start_member(std::string_view ahead);
  bool fail_member(const char* why);
  std::string_view raw() const { return {raw_.data() + raw_begin_, raw_end_ - raw_begin_}; }
  bool read_raw();
  std::string_view raw_ahead(std::size_t size);
  bool is_member(std::string_view raw) const;
  void note_mark();
  void drop_behind_cut();
  std::unique_ptr<Unpacker> unpacker_of(Packing packing) const;
  bool read_dictionary(std::string_view ahead);

  std::unique_ptr<ByteSource> source_;
  Begins begins_;
  RawBuffer buffer_;
  std::size_t begin_ = 0, end_ = 0;
  std::uint64_t position_ = 0;
  std::uint64_t base_ = 0;  // plain: what to add to position_ for the offset in the file

  Packing packing_ = Packing::none;
  bool known_ = false;  // the packing
  std::unique_ptr<Unpacker> unpacker_;
  WholeMembers whole_;
  std::string dictionary_;
  std::deque<Member> members_;  // those of the window, and the current one
  bool in_member_ = false;
  std::uint64_t taken_ = 0, given_ = 0;  // of the current member
  std::deque<Member> marks_;  // within the current member, what looks like the beginning of another

  RawBuffer raw_;  // packed bytes; those of the current member are kept as far as kKeptRaw
  std::size_t raw_begin_ = 0, raw_end_ = 0;
  std::size_t member_raw_ = 0;     // where in raw_ the current member begins, or what is kept of it
  std::uint64_t raw_offset_ = 0;   // in the file, of raw_[0]
  bool at_end_ = false;

  std::optional<Break> broken_;
  std::optional<Error> failure_;
};

}  // namespace sayso
