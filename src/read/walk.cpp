#include "read/walk.h"

#include <dirent.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <functional>
#include <memory>
#include <string_view>

#include "read/bytes.h"
#include "read/kind.h"

namespace sayso {
namespace {

using namespace std::literals;

std::string joined(const std::string& directory, std::string_view name) {
  return directory.ends_with('/') ? directory + std::string(name) : directory + '/' + std::string(name);
}

// The name as it is sorted; empty for what is passed over. A broken link is kept: opening it tells the user.
std::string sorted_name(const std::string& directory, const char* name) {
  if (name[0] == '.') return {};
  struct stat status {};
  if (::stat(joined(directory, name).c_str(), &status) != 0) return name;
  if (S_ISDIR(status.st_mode)) return std::string(name) + '/';
  return S_ISREG(status.st_mode) && !is_no_document(name) && !is_table(name) ? name : std::string();
}

}  // namespace

bool is_no_document(std::string_view name) {
  constexpr std::array kEndings = {"css"sv, "js"sv,  "mjs"sv, "map"sv,  "svg"sv,  "ann"sv, "py"sv,
                                   "sh"sv,  "sql"sv, "lock"sv, "toml"sv, "yaml"sv, "yml"sv, "ini"sv, "log"sv, "conf"sv, "cdxj"sv, "cdx"sv};
  const std::string ending = ending_of(name);
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

bool is_table(std::string_view name) {
  const std::string ending = ending_of(name);
  return ending == "csv" || ending == "tsv";
}

bool is_directory(const std::string& path) {
  struct stat status {};
  return ::stat(path.c_str(), &status) == 0 && S_ISDIR(status.st_mode);
}

Walk::Walk(std::string directory) { failed_ = enter(directory); }

std::optional<Error> Walk::enter(const std::string& directory) {
  struct stat status {};
  const auto failure = [&] {
    Error error = system_error(errno);
    error.where = directory;
    return error;
  };
  if (::stat(directory.c_str(), &status) != 0) return failure();
  if (!visited_.insert({status.st_dev, status.st_ino}).second) return {};
  const std::unique_ptr<DIR, int (*)(DIR*)> stream(::opendir(directory.c_str()), ::closedir);
  if (!stream) return failure();
  Level level{directory, {}};
  while (const dirent* entry = ::readdir(stream.get())) {
    auto name = sorted_name(directory, entry->d_name);
    if (!name.empty()) level.names.push_back(std::move(name));
  }
  std::sort(level.names.begin(), level.names.end(), std::greater<>());
  levels_.push_back(std::move(level));
  return {};
}

std::optional<Result<std::string>> Walk::next() {
  for (;;) {
    if (failed_) {
      const Error error = std::move(*failed_);
      failed_.reset();
      return tl::unexpected(error);
    }
    if (levels_.empty()) return {};
    if (levels_.back().names.empty()) {
      levels_.pop_back();
      continue;
    }
    auto path = joined(levels_.back().directory, levels_.back().names.back());
    levels_.back().names.pop_back();
    if (!path.ends_with('/')) return path;
    path.pop_back();
    failed_ = enter(path);
  }
}

}  // namespace sayso
