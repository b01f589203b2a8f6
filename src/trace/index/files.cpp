#include "trace/index/files.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

#include "model/mapping.h"

namespace sayso::trace {
namespace {

Error failed(const std::string& path, int number) { return {ErrorCode::write_failed, path, std::strerror(number)}; }

// 0, or the system's error number.
int write_whole(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::fsync(file) == 0 ? 0 : errno;
}

void sync_folder(const std::string& folder) {
  const int file = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (file < 0) return;
  ::fsync(file);
  ::close(file);
}

}  // namespace

Result<std::string> read_file(const std::string& path) {
  const Result<Mapping> mapping = Mapping::of(path);
  if (!mapping) return tl::unexpected(mapping.error());
  return std::string(reinterpret_cast<const char*>(mapping->data()), mapping->size());
}

Result<void> replace_file(const std::string& path, std::string_view bytes) {
  const std::string beside = path + ".new";
  const int file = ::open(beside.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (file < 0) return tl::unexpected(failed(path, errno));
  int number = write_whole(file, bytes);
  ::close(file);
  if (number == 0 && std::rename(beside.c_str(), path.c_str()) != 0) number = errno;
  if (number != 0) {
    ::unlink(beside.c_str());
    return tl::unexpected(failed(path, number));
  }
  sync_folder(std::filesystem::path(path).parent_path());
  return {};
}

Result<FolderLock> FolderLock::take(const std::string& folder) {
  if (::mkdir(folder.c_str(), 0777) != 0 && errno != EEXIST) return tl::unexpected(failed(folder, errno));
  const std::string path = folder + "/lock";
  const int file = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (file < 0) return tl::unexpected(failed(path, errno));
  while (::flock(file, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const int number = errno;
    ::close(file);
    return tl::unexpected(failed(path, number));
  }
  return FolderLock(file);
}

FolderLock::~FolderLock() {
  if (file_ >= 0) ::close(file_);
}

}  // namespace sayso::trace
