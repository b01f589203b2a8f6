// gzip, zstd and lz4, recognized by their first bytes, whatever the name says.
#pragma once

#include <memory>

#include "read/bytes.h"

namespace sayso {

// The source itself where it is not compressed, else its content. Streaming; several gzip members or frames in a
// row are one content, and what follows the last (padding, garbage) is ignored as gzip does.
// A broken or cut-off stream is a malformed error at the place where it breaks: what came before was given.
Result<std::unique_ptr<PeekableBytes>> decompressed(std::unique_ptr<ByteSource> source);

}  // namespace sayso
