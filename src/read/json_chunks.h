// A stream of JSON cut into its documents' texts: a line each, or the objects of one array or of one indented text.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string_view>
#include <vector>

#include "read/bytes.h"

namespace sayso {

struct JsonChunk {
  std::string_view text;   // valid until the next call; simdjson's padding lies behind it
  std::size_t line = 0;    // where it begins, from 1
  bool too_large = false;  // over the limit; text is empty
  bool cut_off = false;    // the input ends inside it
};

// Holds one chunk at a time. Linear in the input.
class JsonChunks {
 public:
  JsonChunks(std::unique_ptr<PeekableBytes> source, std::size_t max_bytes);

  // The next one that is not blank; nothing at the end.
  Result<std::optional<JsonChunk>> next();

 private:
  enum class Layout { unknown, lines, objects };

  Result<bool> find_begin();
  Result<std::optional<JsonChunk>> take_chunk();
  bool find_end();
  bool find_line_end();
  bool find_object_end();
  Result<bool> more();

  std::unique_ptr<PeekableBytes> source_;
  std::size_t max_bytes_;
  std::vector<char> buffer_;
  std::size_t begin_ = 0;   // of the current chunk
  std::size_t scan_ = 0;    // how far its end has been looked for
  std::size_t filled_ = 0;
  std::size_t line_ = 1;
  Layout layout_ = Layout::unknown;
  bool at_end_ = false;
  // What is open at scan_, of objects:
  std::size_t depth_ = 0;
  bool in_string_ = false;
  bool escaped_ = false;
};

}  // namespace sayso
