// An HTTP response as a crawler stored it.
#pragma once

#include <string>
#include <string_view>

#include "read/archive/fields.h"
#include "sayso/error.h"

namespace sayso {

struct HttpHead {
  int status = 0;         // 0 where there is no status line
  Fields fields;          // views into the block
  std::size_t size = 0;   // of the head, empty line included: the body begins there
};

// What stands before the body. A block that begins with no status line is all body.
void read_http_head(std::string_view block, HttpHead& out);

struct MediaType {
  std::string type;     // lower case, "text/html"; empty where none is given
  std::string charset;  // lower case; empty where none is given
};
MediaType media_type_of(std::string_view content_type);

struct HttpBody {
  std::string bytes;
  std::string fault;  // what was wrong with it: "said to be in chunks, and is not"; empty where nothing was
};

// The body as the page's author wrote it: chunks joined, gzip, deflate, brotli and zstd unpacked. Where they are broken, what
// came before the break. Error: too_large, where it unpacks to more than `max_bytes`.
Result<HttpBody> decode_body(const Fields& fields, std::string_view body, std::size_t max_bytes);

// A body of which no header says that it is packed with gzip, zstd or lz4, and that is: browsers show no such page, but its words
// are there. Errors as above.
Result<HttpBody> unpack_untold(HttpBody&& body, std::size_t max_bytes);

}  // namespace sayso
