#include "cli/printer.h"

#include <unistd.h>

#include <cerrno>

#include "cli/command.h"
#include "cli/messages.h"
#include "cli/output.h"

namespace sayso::cli {
namespace {

constexpr std::size_t kBufferBytes = std::size_t{64} << 10;

}  // namespace

void Printer::flush() {
  if (error_ == 0 && !text_.empty()) error_ = write_all(STDOUT_FILENO, text_);
  text_.clear();
}

bool Printer::go_on() {
  if (text_.size() >= kBufferBytes) flush();
  return error_ == 0;
}

int Printer::finish(int status) {
  flush();
  if (error_ == 0 || error_ == EPIPE) return status;
  say(write_error("standard output", error_));
  return kFailed;
}

}  // namespace sayso::cli
