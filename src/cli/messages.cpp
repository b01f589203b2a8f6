#include "cli/messages.h"

#include <fmt/chrono.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

#include "cli/command.h"

namespace sayso::cli {
namespace {

bool passing_line_shown = false;

void write_error_stream(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

std::string harmless(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
  return out;
}

}  // namespace

void say(std::string_view message) { say_block("sayso: " + harmless(message) + "\n"); }

void say(const Error& error) { say(error.where.empty() ? error.message : error.where + ": " + error.message); }

void log(std::string_view message) { say_block(fmt::format("{:%F %T} {}\n", fmt::localtime(std::time(nullptr)), harmless(message))); }

int fail(const Error& error) {
  say(error);
  return kFailed;
}

void say_block(std::string_view text) {
  erase_passing();
  write_error_stream(text);
}

void say_passing(std::string_view line) {
  say_block(line);
  passing_line_shown = true;
}

void erase_passing() {
  if (passing_line_shown) write_error_stream("\r\x1b[K");
  passing_line_shown = false;
}

int print(std::string_view text) {
  std::fwrite(text.data(), 1, text.size(), stdout);
  if (std::fflush(stdout) == 0 || errno == EPIPE) return kDone;
  say(std::string("standard output: ") + std::strerror(errno));
  return kFailed;
}

}  // namespace sayso::cli
