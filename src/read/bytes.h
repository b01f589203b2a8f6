// Bytes pulled from a file, standard input or memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "sayso/error.h"

namespace sayso {

// A stream of bytes. read() gives up to `size` bytes and 0 only at the end.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual Result<std::size_t> read(char* to, std::size_t size) = 0;
  // How many bytes are left, where that is known: so that room is made for them once.
  virtual std::size_t left() const { return 0; }
  // The same bytes from an offset on, read independently of this source; null where they can be read only once (pipes).
  // What lies in memory must outlast it.
  virtual std::unique_ptr<ByteSource> from(std::uint64_t /*offset*/) const { return nullptr; }
};

// What a failed system call says, in short: "no such file", "permission denied".
Error system_error(int number);

// Opens a file, or standard input for "-". Pipes and devices are read only where the user handed one over
// (/dev/fd/N, /dev/stdin): a named pipe that nobody writes to would block for ever.
Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path);

// Bytes that live elsewhere and outlast the source.
std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes);
// Bytes that the source owns.
std::unique_ptr<ByteSource> memory_bytes(std::string&& bytes);

// A source whose next bytes can be looked at before they are read.
class PeekableBytes : public ByteSource {
 public:
  explicit PeekableBytes(std::unique_ptr<ByteSource> source) : source_(std::move(source)) {}

  // The next bytes, at least `size` of them unless the end comes first; not consumed.
  Result<std::string_view> peek(std::size_t size);
  // The same to tell what the input is. Of JSON lines the first line alone: it tells, and out of a slow pipe it comes long before
  // the rest. However the bytes arrive, the result is the same.
  Result<std::string_view> peek_to_tell(std::size_t size);
  Result<std::size_t> read(char* to, std::size_t size) override;
  std::size_t left() const override { return ahead_.size() - used_ + source_->left(); }
  std::unique_ptr<ByteSource> from(std::uint64_t offset) const override { return source_->from(offset); }

 private:
  Result<std::size_t> read_ahead(std::size_t size);

  std::unique_ptr<ByteSource> source_;
  std::string ahead_;
  std::size_t used_ = 0;  // of ahead_
};

// Everything that is left, or too_large where it is more than `max_bytes`.
Result<std::string> read_all(ByteSource& source, std::size_t max_bytes);

}  // namespace sayso
