#include "read/decompress.h"

#include <zlib.h>
#include <zstd.h>

#include <vector>

namespace sayso {
namespace {

constexpr std::size_t kChunk = std::size_t{128} << 10;

tl::unexpected<Error> malformed(const char* message) {
  return tl::unexpected(Error{ErrorCode::malformed, {}, message});
}

bool is_gzip(std::string_view head) { return head.starts_with("\x1f\x8b"); }

bool is_zstd(std::string_view head) {
  using namespace std::literals;
  if (head.starts_with("\x28\xb5\x2f\xfd"sv)) return true;
  // A skippable frame: 0x184D2A5? little-endian.
  return head.size() >= 4 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2a\x4d\x18"sv;
}

// Compressed bytes, read in chunks.
class Compressed {
 public:
  explicit Compressed(std::unique_ptr<PeekableBytes> source) : source_(std::move(source)), chunk_(kChunk) {}

  // Makes sure that `size` bytes lie ahead, or all that are left.
  Result<std::string_view> ahead(std::size_t size) {
    while (end_ - begin_ < size) {
      std::copy(chunk_.begin() + begin_, chunk_.begin() + end_, chunk_.begin());
      end_ -= begin_;
      begin_ = 0;
      const auto got = source_->read(chunk_.data() + end_, chunk_.size() - end_);
      if (!got) return tl::unexpected(got.error());
      if (*got == 0) break;
      end_ += *got;
    }
    return std::string_view(chunk_.data() + begin_, end_ - begin_);
  }
  void consume(std::size_t size) { begin_ += size; }

 private:
  std::unique_ptr<PeekableBytes> source_;
  std::vector<char> chunk_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
};

class GzipBytes final : public ByteSource {
 public:
  explicit GzipBytes(std::unique_ptr<PeekableBytes> source) : input_(std::move(source)) {
    inflateInit2(&stream_, 15 + 16);  // 16: a gzip header
  }
  ~GzipBytes() override { inflateEnd(&stream_); }
  GzipBytes(const GzipBytes&) = delete;
  GzipBytes& operator=(const GzipBytes&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    while (!done_) {
      const auto ahead = input_.ahead(between_ ? 2 : 1);
      if (!ahead) return tl::unexpected(ahead.error());
      if (between_ && !start_member(*ahead)) break;
      if (ahead->empty()) return malformed("gzip data ends too early");
      const auto got = inflate_some(*ahead, to, size);
      if (!got || *got > 0) return got;
    }
    return std::size_t{0};
  }

 private:
  bool start_member(std::string_view ahead) {
    between_ = false;
    done_ = !is_gzip(ahead);
    if (!done_) inflateReset(&stream_);
    return !done_;
  }

  Result<std::size_t> inflate_some(std::string_view ahead, char* to, std::size_t size) {
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(ahead.data()));
    stream_.avail_in = static_cast<uInt>(ahead.size());
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    const auto room = static_cast<uInt>(std::min(size, std::size_t{1} << 30));
    stream_.avail_out = room;
    const int state = inflate(&stream_, Z_NO_FLUSH);
    if (state != Z_OK && state != Z_STREAM_END) return malformed("gzip data is broken");
    input_.consume(ahead.size() - stream_.avail_in);
    between_ = state == Z_STREAM_END;
    return std::size_t{room - stream_.avail_out};
  }

  Compressed input_;
  z_stream stream_{};
  bool between_ = false;  // a member has ended
  bool done_ = false;
};

class ZstdBytes final : public ByteSource {
 public:
  explicit ZstdBytes(std::unique_ptr<PeekableBytes> source) : input_(std::move(source)), stream_(ZSTD_createDStream()) {}
  ~ZstdBytes() override { ZSTD_freeDStream(stream_); }
  ZstdBytes(const ZstdBytes&) = delete;
  ZstdBytes& operator=(const ZstdBytes&) = delete;

  Result<std::size_t> read(char* to, std::size_t size) override {
    for (;;) {
      const auto ahead = input_.ahead(between_ ? 4 : 1);
      if (!ahead) return tl::unexpected(ahead.error());
      if (between_ && !is_zstd(*ahead)) return std::size_t{0};
      const bool starved = ahead->empty();
      ZSTD_inBuffer in{ahead->data(), ahead->size(), 0};
      ZSTD_outBuffer out{to, size, 0};
      const std::size_t state = ZSTD_decompressStream(stream_, &out, &in);
      if (ZSTD_isError(state)) return malformed("zstd data is broken");
      input_.consume(in.pos);
      between_ = state == 0;
      if (out.pos > 0) return out.pos;
      if (starved && !between_) return malformed("zstd data ends too early");
    }
  }

 private:
  Compressed input_;
  ZSTD_DStream* stream_;
  bool between_ = true;  // no frame has begun, or one has ended
};

}  // namespace

Result<std::unique_ptr<PeekableBytes>> decompressed(std::unique_ptr<ByteSource> source) {
  auto peekable = std::make_unique<PeekableBytes>(std::move(source));
  const auto head = peekable->peek(4);
  if (!head) return tl::unexpected(head.error());
  if (is_gzip(*head)) return std::make_unique<PeekableBytes>(std::make_unique<GzipBytes>(std::move(peekable)));
  if (is_zstd(*head)) return std::make_unique<PeekableBytes>(std::make_unique<ZstdBytes>(std::move(peekable)));
  return peekable;
}

}  // namespace sayso
