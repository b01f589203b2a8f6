// Why a call failed. Fallible calls return tl::expected<T, Error>; the library never prints and never throws past its edge.
#pragma once

#include <string>
#include <tl/expected.hpp>

namespace sayso {

enum class ErrorCode {
  not_found,      // no such file or model
  unreadable,     // permission, I/O error, vanished while reading
  too_large,      // over Limits
  malformed,      // a container (gzip, zstd, JSON) that is broken
  not_text,       // binary data that no reader knows
  bad_model,      // a model file of another version or with a wrong checksum
  bad_argument,   // an option value that means nothing
  write_failed,   // a full disk, a closed descriptor
};

struct Error {
  ErrorCode code = ErrorCode::unreadable;
  std::string where;    // path, or path:line
  std::string message;  // for people, lower case, no full stop
};

template <class T>
using Result = tl::expected<T, Error>;

}  // namespace sayso
