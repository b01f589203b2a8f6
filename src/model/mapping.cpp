#include "model/mapping.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace sayso {

Result<Mapping> Mapping::of(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return tl::unexpected(Error{ErrorCode::not_found, path, "no such file"});
  struct stat about {};
  Mapping out;
  void* at = MAP_FAILED;
  const bool known = ::fstat(file, &about) == 0 && S_ISREG(about.st_mode);
  if (known && about.st_size > 0) at = ::mmap(nullptr, static_cast<std::size_t>(about.st_size), PROT_READ, MAP_PRIVATE, file, 0);
  ::close(file);
  if (at != MAP_FAILED) {
    out.data_ = static_cast<const std::byte*>(at);
    out.size_ = static_cast<std::size_t>(about.st_size);
  } else if (!known || about.st_size > 0) {
    return tl::unexpected(Error{ErrorCode::unreadable, path, "cannot be read"});
  }
  return out;
}

Mapping::~Mapping() {
  if (data_) ::munmap(const_cast<std::byte*>(data_), size_);
}

}  // namespace sayso
