#include "read/bytes.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace sayso {
namespace {

std::string phrase(int error) {
  switch (error) {
    case ENOENT: return "no such file";
    case EACCES:
    case EPERM: return "permission denied";
    case ELOOP: return "too many levels of links";
    case ENXIO: return "is a socket, not a file";
    case EISDIR: return "is a directory";
    default: break;
  }
  std::string text = std::strerror(error);
  if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
  return text;
}

tl::unexpected<Error> failure(int number) { return tl::unexpected(system_error(number)); }

// A regular file from an offset on.
class PositionedBytes final : public ByteSource {
 public:
  PositionedBytes(int descriptor, std::uint64_t offset) : descriptor_(descriptor), offset_(offset) {}
  ~PositionedBytes() override { ::close(descriptor_); }
  PositionedBytes(const PositionedBytes&) = delete;
  PositionedBytes& operator=(const PositionedBytes&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::pread(descriptor_, to, size, static_cast<off_t>(offset_));
      if (got >= 0) {
        offset_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
      }
      if (errno != EINTR) return failure(errno);
    }
  }
  std::unique_ptr<ByteSource> from(std::uint64_t offset) const override { return of(descriptor_, offset); }

  static std::unique_ptr<ByteSource> of(int descriptor, std::uint64_t offset) {
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return nullptr;
    const int again = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    return again < 0 ? nullptr : std::make_unique<PositionedBytes>(again, offset);
  }

 private:
  int descriptor_;
  std::uint64_t offset_;
};

class FileBytes final : public ByteSource {
 public:
  FileBytes(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~FileBytes() override {
    if (owned_) ::close(descriptor_);
  }
  FileBytes(const FileBytes&) = delete;
  FileBytes& operator=(const FileBytes&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    for (;;) {
      const ssize_t got = ::read(descriptor_, to, size);
      if (got >= 0) return static_cast<std::size_t>(got);
      if (errno != EINTR) return failure(errno);
    }
  }
  std::unique_ptr<ByteSource> from(std::uint64_t offset) const override {
    // Of standard input somebody else may have read a part.
    return owned_ ? PositionedBytes::of(descriptor_, offset) : nullptr;
  }

 private:
  int descriptor_;
  bool owned_;
};

class MemoryBytes final : public ByteSource {
 public:
  explicit MemoryBytes(std::string_view bytes) : all_(bytes), left_(bytes) {}
  explicit MemoryBytes(std::string&& bytes) : owned_(std::move(bytes)), all_(owned_), left_(owned_) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    const std::size_t count = std::min(size, left_.size());
    if (count > 0) std::memcpy(to, left_.data(), count);
    left_.remove_prefix(count);
    return count;
  }
  std::size_t left() const override { return left_.size(); }
  std::unique_ptr<ByteSource> from(std::uint64_t offset) const override {
    return std::make_unique<MemoryBytes>(all_.substr(std::min<std::uint64_t>(offset, all_.size())));
  }

 private:
  std::string owned_;
  std::string_view all_;
  std::string_view left_;
};

bool handed_over(const std::string& path) {
  return path.starts_with("/dev/fd/") || path.starts_with("/proc/self/fd/") || path == "/dev/stdin" ||
         path == "/dev/null";
}

// What kind of file is not read at all; nullptr for those that are.
const char* refusal(const struct stat& status, const std::string& path) {
  if (S_ISDIR(status.st_mode)) return "is a directory";
  if (S_ISREG(status.st_mode) || handed_over(path)) return nullptr;
  if (S_ISFIFO(status.st_mode)) return "is a named pipe, not a file";
  if (S_ISSOCK(status.st_mode)) return "is a socket, not a file";
  return "is a device, not a file";
}

// Bytes of the first line, where that is an object of its own; 0 where it is something else or not all of it is there.
std::size_t first_json_line(std::string_view head) {
  const std::size_t mark = head.starts_with("\xef\xbb\xbf") ? 3 : 0;
  if (!head.substr(mark).starts_with("{\"")) return 0;
  const std::size_t end = head.find('\n', mark);
  if (end == head.npos) return 0;
  return head[head.find_last_not_of(" \t\r\n", end)] == '}' ? end + 1 : 0;
}

}  // namespace

Error system_error(int number) {
  const auto code = number == ENOENT || number == ENOTDIR ? ErrorCode::not_found : ErrorCode::unreadable;
  return {code, {}, phrase(number)};
}

Result<std::unique_ptr<ByteSource>> open_bytes(const std::string& path) {
  if (path == "-") return std::make_unique<FileBytes>(STDIN_FILENO, false);
  // Non-blocking, or the opening itself waits for a named pipe's writer.
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (descriptor < 0) return failure(errno);
  auto file = std::make_unique<FileBytes>(descriptor, true);
  struct stat status {};
  if (::fstat(descriptor, &status) != 0) return failure(errno);
  if (const char* why = refusal(status, path)) return tl::unexpected(Error{ErrorCode::unreadable, {}, why});
  ::fcntl(descriptor, F_SETFL, ::fcntl(descriptor, F_GETFL) & ~O_NONBLOCK);
  return file;
}

std::unique_ptr<ByteSource> memory_bytes(std::string_view bytes) { return std::make_unique<MemoryBytes>(bytes); }

std::unique_ptr<ByteSource> memory_bytes(std::string&& bytes) {
  return std::make_unique<MemoryBytes>(std::move(bytes));
}

// One reading of at most what is lacking; 0 at the end of the input.
Result<std::size_t> PeekableBytes::read_ahead(std::size_t size) {
  const std::size_t had = ahead_.size();
  ahead_.resize(used_ + size);
  const auto got = source_->read(ahead_.data() + had, ahead_.size() - had);
  ahead_.resize(had + got.value_or(0));
  return got;
}

Result<std::string_view> PeekableBytes::peek(std::size_t size) {
  while (ahead_.size() - used_ < size) {
    const auto got = read_ahead(size);
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) break;
  }
  return std::string_view(ahead_).substr(used_);
}

Result<std::string_view> PeekableBytes::peek_to_tell(std::size_t size) {
  for (;;) {
    const auto there = std::string_view(ahead_).substr(used_);
    if (const std::size_t line = first_json_line(there.substr(0, size)); line > 0) return there.substr(0, line);
    if (there.size() >= size) return there;
    const auto got = read_ahead(size);
    if (!got) return tl::unexpected(got.error());
    if (*got == 0) return std::string_view(ahead_).substr(used_);
  }
}

Result<std::size_t> PeekableBytes::read(char* to, std::size_t size) {
  if (used_ == ahead_.size()) return source_->read(to, size);
  const std::size_t count = std::min(size, ahead_.size() - used_);
  std::memcpy(to, ahead_.data() + used_, count);
  used_ += count;
  return count;
}

Result<std::string> read_all(ByteSource& source, std::size_t max_bytes) {
  constexpr std::size_t kStep = std::size_t{64} << 10;
  std::string bytes(std::max(kStep, std::min(source.left(), max_bytes) + 1), '\0');
  for (std::size_t filled = 0;;) {
    if (filled == bytes.size()) bytes.resize(std::min(2 * filled, std::max(filled, max_bytes) + 1));  // doubling: each byte is moved a bounded number of times
    const auto got = source.read(bytes.data() + filled, bytes.size() - filled);
    if (!got) return tl::unexpected(got.error());
    filled += *got;
    if (*got == 0) return bytes.resize(filled), bytes;
    if (filled > max_bytes) {
      return tl::unexpected(Error{ErrorCode::too_large, {}, fmt::format("larger than {} bytes", max_bytes)});
    }
  }
}

}  // namespace sayso
