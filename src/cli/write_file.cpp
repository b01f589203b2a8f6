#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <filesystem>

#include "cli/output.h"

namespace sayso::cli {
namespace {

int failure(bool failed) { return failed ? errno : 0; }

}  // namespace

Result<void> write_file(const std::string& path, std::string_view bytes) {
  struct stat there {};
  const bool exists = ::stat(path.c_str(), &there) == 0;
  const std::string temporary = (std::filesystem::path(path).parent_path() / fmt::format(".{}.sayso.tmp", ::getpid())).string();
  const int file = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return tl::unexpected(write_error(path, errno));
  int number = write_all(file, bytes);
  if (exists && number == 0) number = failure(::fchmod(file, there.st_mode & 07777) != 0);
  if (const int closing = failure(::close(file) != 0); number == 0) number = closing;
  if (number == 0) number = failure(std::rename(temporary.c_str(), path.c_str()) != 0);
  if (number == 0) return {};
  ::unlink(temporary.c_str());
  return tl::unexpected(write_error(path, number));
}

}  // namespace sayso::cli
