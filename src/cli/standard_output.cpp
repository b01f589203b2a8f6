#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "cli/output.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;

class StandardOutput : public Output {
 public:
  StandardOutput(Format format, bool many) : format_(format), many_(many) { append_header(buffer_, format_); }

  Result<void> put(const Finished& result) override {
    append_name(result);
    ++documents_;
    buffer_ += result.body;
    return buffer_.size() < kBufferBytes ? Result<void>() : flush();
  }

  Result<void> flush() override {
    if (buffer_.empty()) return {};
    const int number = write_all(STDOUT_FILENO, buffer_);
    closed_ = number == EPIPE;
    buffer_.clear();
    return number == 0 ? Result<void>() : tl::unexpected(write_error("standard output", number));
  }

  Result<void> finish() override {
    append_footer(buffer_, format_, documents_ == 0);
    return flush();
  }

  bool closed() const override { return closed_; }

 private:
  // brat has no way to name a document inside a file: a line that its readers pass over says whose lines follow.
  void append_name(const Finished& result) {
    if (format_ != Format::brat || (!many_ && documents_ == 0)) return;
    buffer_ += "# " + result.path + " " + result.id + "\n";
  }

  Format format_;
  bool many_;
  bool closed_ = false;
  std::size_t documents_ = 0;
  std::string buffer_;
};

}  // namespace

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t wrote = ::write(descriptor, bytes.data(), bytes.size());
    if (wrote < 0 && errno != EINTR) return errno;
    if (wrote > 0) bytes.remove_prefix(static_cast<std::size_t>(wrote));
  }
  return 0;
}

Error write_error(const std::string& where, int number) {
  return {ErrorCode::write_failed, where, std::strerror(number)};
}

std::unique_ptr<Output> to_standard_output(Format format, bool many) {
  return std::make_unique<StandardOutput>(format, many);
}

}  // namespace sayso::cli
