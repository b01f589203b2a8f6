#include "read/decompress.h"

#include <fmt/format.h>

#include <vector>

#include "read/unpack.h"

namespace sayso {
namespace {

constexpr std::size_t kChunk = std::size_t{128} << 10;

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

class UnpackedBytes final : public ByteSource {
 public:
  UnpackedBytes(std::unique_ptr<PeekableBytes> source, Packing packing)
      : input_(std::move(source)), packing_(packing), unpacker_(make_unpacker(packing)) {}

  Result<std::size_t> read(char* to, std::size_t size) override {
    while (!done_) {
      const auto ahead = input_.ahead(between_ ? kPackingBytes : 1);
      if (!ahead) return tl::unexpected(ahead.error());
      if (between_ && !start_member(*ahead)) break;
      const auto step = unpacker_->step(*ahead, to, size);
      if (step.state == Unpacker::State::broken) return malformed("is broken");
      input_.consume(step.taken);
      taken_ += step.taken;
      if (bomb_.is_bomb(taken_, step.given)) return tl::unexpected(BombGuard::error());
      between_ = step.state == Unpacker::State::ended;
      if (step.given > 0) return step.given;
      if (ahead->empty() && !between_) return malformed("ends too early");
    }
    return std::size_t{0};
  }

 private:
  bool start_member(std::string_view ahead) {
    between_ = false;
    done_ = packing_of(ahead) != packing_;
    if (!done_) unpacker_->start();
    return !done_;
  }

  tl::unexpected<Error> malformed(const char* what) const {
    return tl::unexpected(Error{ErrorCode::malformed, {}, fmt::format("{} data {}", name_of(packing_), what)});
  }

  Compressed input_;
  Packing packing_;
  std::unique_ptr<Unpacker> unpacker_;
  BombGuard bomb_;
  std::uint64_t taken_ = 0;
  bool between_ = true;  // no member or frame has begun, or one has ended
  bool done_ = false;
};

}  // namespace

Result<std::unique_ptr<PeekableBytes>> decompressed(std::unique_ptr<ByteSource> source) {
  auto peekable = std::make_unique<PeekableBytes>(std::move(source));
  const auto head = peekable->peek(kPackingBytes);
  if (!head) return tl::unexpected(head.error());
  const Packing packing = packing_of(*head);
  if (packing == Packing::none) return peekable;
  return std::make_unique<PeekableBytes>(std::make_unique<UnpackedBytes>(std::move(peekable), packing));
}

}  // namespace sayso
