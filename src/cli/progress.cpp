#include "cli/progress.h"

#include <algorithm>

#include "cli/messages.h"
#include "read/walk.h"

namespace sayso::cli {
namespace {

constexpr std::chrono::milliseconds kPatience{1000};
constexpr std::chrono::milliseconds kPause{100};
constexpr std::size_t kBarColumns = 24;
constexpr std::size_t kMostFiles = 1'000'000;  // more are not worth the time to count them

// As the reader will find them.
std::size_t files_in(const std::string& input) {
  if (input == "-" || !is_directory(input)) return 1;
  std::size_t files = 0;
  Walk walk(input);
  while (files < kMostFiles && walk.next()) ++files;
  return files;
}

std::string bar(std::size_t done, std::size_t all) {
  const std::size_t full = std::min(kBarColumns, kBarColumns * done / all);
  std::string out = "[";
  for (std::size_t i = 0; i < kBarColumns; ++i) out += i < full ? "█" : "·";
  return out + "] " + std::to_string(100 * std::min(done, all) / all) + " %  ";
}

}  // namespace

Progress::Progress(bool shown, const std::vector<std::string>& inputs) : shown_(shown) {
  if (!shown_) return;
  for (const std::string& input : inputs) files_ += files_in(input);
  if (files_ < 2) files_ = 0;
}

Progress::~Progress() {
  if (shown_) erase_passing();
}

void Progress::add(const std::string& path, std::size_t statements) {
  ++documents_;
  statements_ += statements;
  files_done_ += path != last_path_;
  last_path_ = path;
}

void Progress::show() {
  const auto now = Clock::now();
  if (!shown_ || now - begin_ < kPatience || now - last_ < kPause) return;
  last_ = now;
  const auto seconds = std::chrono::duration_cast<std::chrono::seconds>(now - begin_).count();
  say_passing((files_ > 0 ? bar(files_done_, files_) : "") + std::to_string(documents_) + " documents, " +
              std::to_string(statements_) + " statements, " + std::to_string(seconds) + " s");
}

}  // namespace sayso::cli
