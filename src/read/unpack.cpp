#include "read/unpack.h"

#include <brotli/decode.h>
#include <libdeflate.h>
#include <lz4frame.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>

namespace sayso {
namespace {

using namespace std::literals;

bool is_skippable_frame(std::string_view head) {  // 0x184D2A5? little-endian, of zstd and of lz4
  return head.size() >= 4 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2a\x4d\x18"sv;
}

class ZlibUnpacker final : public Unpacker {
 public:
  // zlib's window bits: +16 expects a gzip header, negative none.
  explicit ZlibUnpacker(int window_bits) { inflateInit2(&stream_, window_bits); }
  ~ZlibUnpacker() override { inflateEnd(&stream_); }
  ZlibUnpacker(const ZlibUnpacker&) = delete;
  ZlibUnpacker& operator=(const ZlibUnpacker&) = delete;

  void start() override { inflateReset(&stream_); }

  Step step(std::string_view in, char* to, std::size_t room) override {
    constexpr std::size_t kMost = std::size_t{1} << 30;
    const auto in_size = static_cast<uInt>(std::min(in.size(), kMost));
    const auto out_size = static_cast<uInt>(std::min(room, kMost));
    stream_.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(in.data()));
    stream_.avail_in = in_size;
    stream_.next_out = reinterpret_cast<Bytef*>(to);
    stream_.avail_out = out_size;
    const int state = inflate(&stream_, Z_NO_FLUSH);
    Step step{in_size - stream_.avail_in, out_size - stream_.avail_out, State::more};
    if (state == Z_STREAM_END) step.state = State::ended;
    else if (state != Z_OK && state != Z_BUF_ERROR) step.state = State::broken;
    return step;
  }

 private:
  z_stream stream_{};
};

class ZstdUnpacker final : public Unpacker {
 public:
  explicit ZstdUnpacker(std::string_view dictionary) : stream_(ZSTD_createDStream()) {
    ZSTD_DCtx_loadDictionary(stream_, dictionary.data(), dictionary.size());
  }
  ~ZstdUnpacker() override { ZSTD_freeDStream(stream_); }
  ZstdUnpacker(const ZstdUnpacker&) = delete;
  ZstdUnpacker& operator=(const ZstdUnpacker&) = delete;

  void start() override { ZSTD_DCtx_reset(stream_, ZSTD_reset_session_only); }

  Step step(std::string_view in, char* to, std::size_t room) override {
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer out{to, room, 0};
    const std::size_t state = ZSTD_decompressStream(stream_, &out, &from);
    if (ZSTD_isError(state)) return {from.pos, out.pos, State::broken};
    return {from.pos, out.pos, state == 0 ? State::ended : State::more};
  }

 private:
  ZSTD_DStream* stream_;
};

class Lz4Unpacker final : public Unpacker {
 public:
  Lz4Unpacker() { LZ4F_createDecompressionContext(&context_, LZ4F_VERSION); }
  ~Lz4Unpacker() override { LZ4F_freeDecompressionContext(context_); }
  Lz4Unpacker(const Lz4Unpacker&) = delete;
  Lz4Unpacker& operator=(const Lz4Unpacker&) = delete;

  void start() override { LZ4F_resetDecompressionContext(context_); }

  Step step(std::string_view in, char* to, std::size_t room) override {
    std::size_t taken = in.size();
    std::size_t given = room;
    const std::size_t state = LZ4F_decompress(context_, to, &given, in.data(), &taken, nullptr);
    if (LZ4F_isError(state)) return {0, 0, State::broken};
    return {taken, given, state == 0 ? State::ended : State::more};
  }

 private:
  LZ4F_dctx* context_ = nullptr;
};

class BrotliUnpacker final : public Unpacker {
 public:
  BrotliUnpacker() { start(); }
  ~BrotliUnpacker() override { BrotliDecoderDestroyInstance(state_); }
  BrotliUnpacker(const BrotliUnpacker&) = delete;
  BrotliUnpacker& operator=(const BrotliUnpacker&) = delete;

  void start() override {
    BrotliDecoderDestroyInstance(state_);
    state_ = BrotliDecoderCreateInstance(nullptr, nullptr, nullptr);
  }

  Step step(std::string_view in, char* to, std::size_t room) override {
    std::size_t in_left = in.size();
    std::size_t out_left = room;
    const auto* from = reinterpret_cast<const std::uint8_t*>(in.data());
    auto* out = reinterpret_cast<std::uint8_t*>(to);
    const auto state = BrotliDecoderDecompressStream(state_, &in_left, &from, &out_left, &out, nullptr);
    Step step{in.size() - in_left, room - out_left, State::more};
    if (state == BROTLI_DECODER_RESULT_SUCCESS) step.state = State::ended;
    if (state == BROTLI_DECODER_RESULT_ERROR) step.state = State::broken;
    return step;
  }

 private:
  BrotliDecoderState* state_ = nullptr;
};

}  // namespace

Packing packing_of(std::string_view head) {
  if (head.starts_with("\x1f\x8b"sv)) return Packing::gzip;
  if (head.starts_with("\x28\xb5\x2f\xfd"sv) || is_skippable_frame(head)) return Packing::zstd;
  return head.starts_with("\x04\x22\x4d\x18"sv) ? Packing::lz4 : Packing::none;
}

const char* name_of(Packing packing) {
  switch (packing) {
    case Packing::gzip: return "gzip";
    case Packing::zstd: return "zstd";
    case Packing::lz4: return "lz4";
    case Packing::zlib:
    case Packing::deflate: return "deflate";
    case Packing::brotli: return "brotli";
    case Packing::none: break;
  }
  return "plain";
}

std::unique_ptr<Unpacker> make_unpacker(Packing packing) {
  switch (packing) {
    case Packing::gzip: return std::make_unique<ZlibUnpacker>(15 + 16);
    case Packing::zlib: return std::make_unique<ZlibUnpacker>(15);
    case Packing::deflate: return std::make_unique<ZlibUnpacker>(-15);
    case Packing::zstd: return make_zstd_unpacker({});
    case Packing::lz4: return std::make_unique<Lz4Unpacker>();
    case Packing::brotli: return std::make_unique<BrotliUnpacker>();
    case Packing::none: break;
  }
  return nullptr;
}

std::unique_ptr<Unpacker> make_zstd_unpacker(std::string_view dictionary) {
  return std::make_unique<ZstdUnpacker>(dictionary);
}

WholeMembers::WholeMembers() : state_(libdeflate_alloc_decompressor()) {}
WholeMembers::~WholeMembers() { libdeflate_free_decompressor(static_cast<libdeflate_decompressor*>(state_)); }

WholeMembers::Outcome WholeMembers::unpack(std::string_view in, char* to, std::size_t room, std::size_t& taken, std::size_t& given) {
  const auto result = libdeflate_gzip_decompress_ex(static_cast<libdeflate_decompressor*>(state_), in.data(), in.size(), to, room,
                                                    &taken, &given);
  if (result == LIBDEFLATE_SUCCESS) return Outcome::done;
  return result == LIBDEFLATE_INSUFFICIENT_SPACE ? Outcome::no_room : Outcome::not_whole;
}

}  // namespace sayso
