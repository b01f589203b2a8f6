// gzip, zstd and lz4, recognized by their first bytes, whatever the name says.
#pragma once

#include <memory>

#include "read/bytes.h"

namespace sayso {

// Tells what unpacks to more than 64 MiB and to 200 times its size: no text does.
class BombGuard {
 public:
  // `packed`: bytes taken so far, `given`: bytes that came out now.
  bool is_bomb(std::uint64_t packed, std::size_t given) {
    given_ += given;
    return given_ > (std::uint64_t{64} << 20) && given_ / 200 > packed;
  }
  static Error error() { return {ErrorCode::too_large, {}, "unpacks to more than 64 MiB and 200 times its size"}; }

 private:
  std::uint64_t given_ = 0;
};

// The source itself where it is not compressed, else its content. Streaming; several gzip members or frames in a
// row are one content, and what follows the last (padding, garbage) is ignored as gzip does.
// A broken or cut-off stream is a malformed error at the place where it breaks: what came before was given.
Result<std::unique_ptr<PeekableBytes>> decompressed(std::unique_ptr<ByteSource> source);

}  // namespace sayso
