#include "read/json_chunks.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

namespace sayso {
namespace {

constexpr std::size_t kStep = std::size_t{256} << 10;
constexpr std::size_t kLayoutBytes = std::size_t{64} << 10;  // of the beginning, from which the layout is told

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

// One indented object rather than a line each: the first line ends where no value can end, and does not look cut off.
bool is_indented(std::string_view head) {
  const auto line_end = head.find('\n');
  if (line_end == head.npos) return false;
  const auto last = head.find_last_not_of(" \t\r\n", line_end);
  const auto next = head.find_first_not_of(" \t\r\n", line_end);
  if (last == head.npos || next == head.npos || next + 1 >= head.size()) return false;
  const bool open = std::string_view("{[,:").find(head[last]) != std::string_view::npos;
  return open && !(head[next] == '{' && head[next + 1] == '"' && head[last] != '[');
}

}  // namespace

JsonChunks::JsonChunks(std::unique_ptr<PeekableBytes> source, std::size_t max_bytes)
    : source_(std::move(source)), max_bytes_(max_bytes), buffer_(kStep + simdjson::SIMDJSON_PADDING) {}

// Reads on behind what is there; drops what lies before the chunk. False at the end of the input.
Result<bool> JsonChunks::more() {
  if (at_end_) return false;
  std::memmove(buffer_.data(), buffer_.data() + begin_, filled_ - begin_);
  scan_ -= begin_;
  filled_ -= begin_;
  begin_ = 0;
  if (buffer_.size() < filled_ + kStep / 4 + simdjson::SIMDJSON_PADDING) buffer_.resize(buffer_.size() * 2);
  const auto got = source_->read(buffer_.data() + filled_, buffer_.size() - filled_ - simdjson::SIMDJSON_PADDING);
  if (!got) return tl::unexpected(got.error());
  filled_ += *got;
  at_end_ = *got == 0;
  return !at_end_;
}

// Moves to the next chunk's first byte; false if there is none.
Result<bool> JsonChunks::find_begin() {
  for (;;) {
    while (begin_ < filled_) {
      const char c = buffer_[begin_];
      const bool separator = layout_ == Layout::objects && (c == ',' || c == '[' || c == ']');
      if (!is_blank(c) && !separator) {
        scan_ = begin_;
        return true;
      }
      line_ += c == '\n';
      ++begin_;
    }
    scan_ = begin_;
    const auto got = more();
    if (!got || !*got) return got;
  }
}

bool JsonChunks::find_line_end() {
  const auto* found = static_cast<const char*>(std::memchr(buffer_.data() + scan_, '\n', filled_ - scan_));
  scan_ = found == nullptr ? filled_ : static_cast<std::size_t>(found - buffer_.data());
  return found != nullptr;
}

// An object ends with its brace; what is none, where the next object begins.
bool JsonChunks::find_object_end() {
  for (; scan_ < filled_; ++scan_) {
    const char c = buffer_[scan_];
    if (escaped_) {
      escaped_ = false;
    } else if (in_string_) {
      escaped_ = c == '\\';
      in_string_ = c != '"';
    } else if (c == '"') {
      in_string_ = depth_ > 0;
    } else if (c == '{') {
      if (depth_++ == 0 && scan_ > begin_) return depth_ = 0, true;
    } else if (c == '}' && depth_ > 0 && --depth_ == 0) {
      return ++scan_, true;
    }
  }
  return false;
}

bool JsonChunks::find_end() { return layout_ == Layout::objects ? find_object_end() : find_line_end(); }

Result<std::optional<JsonChunk>> JsonChunks::next() {
  if (layout_ == Layout::unknown) {
    const auto head = source_->peek_to_tell(kLayoutBytes);
    if (!head) return tl::unexpected(head.error());
    auto start = *head;
    if (start.starts_with("\xef\xbb\xbf")) {
      char mark[3];
      if (const auto got = source_->read(mark, 3); !got) return tl::unexpected(got.error());
      start.remove_prefix(3);
    }
    start.remove_prefix(std::min(start.find_first_not_of(" \t\r\n"), start.size()));
    layout_ = start.starts_with('[') || is_indented(start) ? Layout::objects : Layout::lines;
  }
  const auto found = find_begin();
  if (!found) return tl::unexpected(found.error());
  if (!*found) return std::optional<JsonChunk>();
  return take_chunk();
}

Result<std::optional<JsonChunk>> JsonChunks::take_chunk() {
  JsonChunk chunk;
  chunk.line = line_;
  bool ended = find_end();
  while (!ended) {
    if (scan_ - begin_ > max_bytes_) {
      chunk.too_large = true;
      line_ += static_cast<std::size_t>(std::count(buffer_.data() + begin_, buffer_.data() + scan_, '\n'));
      begin_ = scan_;  // not kept any longer
    }
    const auto got = more();
    if (!got) return tl::unexpected(got.error());
    if (!*got) break;
    ended = find_end();
  }
  chunk.cut_off = !ended && layout_ == Layout::objects && depth_ > 0;
  chunk.too_large = chunk.too_large || scan_ - begin_ > max_bytes_;
  line_ += static_cast<std::size_t>(std::count(buffer_.data() + begin_, buffer_.data() + scan_, '\n'));
  if (!chunk.too_large) chunk.text = std::string_view(buffer_.data() + begin_, scan_ - begin_);
  begin_ = scan_;
  return std::optional(chunk);
}

}  // namespace sayso
