// A web archive, plain or packed, one record after another.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>

#include "read/archive/archive_bytes.h"
#include "read/archive/header.h"

namespace sayso {

// Reads what is there, and says of everything that is wrong where it is and why: heads that are broken or too long, lengths that
// are wrong, members that cannot be unpacked, bytes between records. After each the next record is found, and the rest is read.
// Memory: the blocks that are asked for, else up to kHeldBlock of a block, so that a record that begins inside it because its
// length is wrong can be found; never by the size of the file. Time is linear in what is read.
class RecordReader {
 public:
  explicit RecordReader(std::unique_ptr<ByteSource> source, std::uint64_t offset = 0) : bytes_(std::move(source), begins_record, offset) {}

  // The next record, or a fault on the way to it (malformed; unreadable, after which there is no more); nothing at the end.
  // What next() gave, and all views of it, are valid until the next call.
  std::optional<Result<const RecordHeader*>> next();

  // The beginning of the current record's block, at least `size` bytes unless it is shorter.
  std::string_view peek(std::size_t size);
  // All of the block; too_large where it is over `max_bytes`.
  Result<std::string_view> block(std::size_t max_bytes);
  // What is wrong with the current record's block, known after block(); empty where nothing is. Whoever has taken it
  // need not be told of it again by next().
  std::string take_fault();

  // Goes on with the record at an offset of the file. False where the source can be read only once.
  bool jump(std::uint64_t offset);

 private:
  enum class End { good, wrong, cut };

  bool read_head();
  void pass_junk();
  void pass_break();
  void finish();
  void measure();
  void measure_without_length();
  std::size_t find_next(std::size_t from, std::size_t to, std::size_t members_from, bool line_begins = true) const;
  End end_at(std::size_t size);
  void repair_end(std::size_t size);
  void stream_past();
  void fault(std::string message);
  void report(std::uint64_t offset, std::string message, ErrorCode code = ErrorCode::malformed);
  static std::size_t without_line_ends(std::string_view text, std::size_t size, std::size_t most);

  ArchiveBytes bytes_;
  std::string head_;
  RecordHeader header_;
  bool in_record_ = false;
  bool measured_ = false;     // block_size_ is what is there
  std::size_t block_size_ = 0;
  std::string fault_;
  std::deque<Error> faults_;
  bool lengths_lie_ = false;  // a large block had a wrong one: what looks like a record in the next is one
  bool break_told_ = false;  // with the record that it cut
  bool over_ = false;
};

}  // namespace sayso
