#include "record/near_shingles.h"

#include <algorithm>
#include <array>
#include <bit>

namespace sayso::record {
namespace {

constexpr std::uint8_t kPerhapsMark = 1;

// What a byte counts as: small letters and digits; every byte of other alphabets itself; 0 for what ends a word.
constexpr std::array<std::uint8_t, 256> kPart = [] {
  std::array<std::uint8_t, 256> out{};
  for (std::size_t c = 0; c < 256; ++c) {
    const bool digit = c >= '0' && c <= '9', small = c >= 'a' && c <= 'z', capital = c >= 'A' && c <= 'Z';
    out[c] = static_cast<std::uint8_t>(capital ? c | 32 : digit || small || c >= 0x80 ? c : 0);
  }
  out[0xC2] = out[0xE2] = kPerhapsMark;
  return out;
}();

// Bytes of the white space or punctuation that begins here beyond ASCII: U+2000 to U+207F, U+00A0 to U+00BF; 0 for a letter.
std::size_t mark_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return at + i < text.size() ? static_cast<std::uint8_t>(text[at + i]) : 0; };
  if (byte(0) == 0xE2 && (byte(1) == 0x80 || byte(1) == 0x81)) return std::min<std::size_t>(3, text.size() - at);
  return byte(0) == 0xC2 && byte(1) >= 0xA0 && byte(1) <= 0xBF ? 2 : 0;
}

std::uint64_t mixed(std::uint64_t x) {
  x ^= x >> 32;
  x *= 0x9FB21C651E98DF25;
  x ^= x >> 29;
  return x;
}

}  // namespace

std::vector<std::uint64_t> shingles_of(std::string_view text) {
  std::vector<std::uint64_t> out;
  out.reserve(text.size() / 4);
  std::uint64_t word = 0, before = 0, first = 0;  // the word at hand and the two before it
  std::size_t words = 0;
  for (std::size_t at = 0; at <= text.size(); ++at) {
    std::uint8_t part = 0;
    for (; at < text.size() && (part = kPart[static_cast<std::uint8_t>(text[at])]) > kPerhapsMark; ++at) word = std::rotl(word, 7) ^ part;
    if (at < text.size() && part == kPerhapsMark) {
      const std::size_t mark = mark_at(text, at);
      if (mark == 0) {
        word = std::rotl(word, 7) ^ part;
        continue;
      }
      at += mark - 1;
    }
    if (word == 0) continue;
    word = mixed(word);
    if (++words >= kShingleWords) out.push_back(mixed(first + std::rotl(before, 21) + std::rotl(word, 42)) | 1);
    first = before;
    before = word;
    word = 0;
  }
  return out;
}

ShingleSet::ShingleSet(const std::vector<std::uint64_t>& shingles) : slots_(std::bit_ceil(shingles.size() * 2 + 1), 0) {
  for (const std::uint64_t shingle : shingles) {
    std::uint64_t& slot = slots_[slot_of(shingle)];
    size_ += slot == 0;
    slot = shingle;
  }
}

// Where it stands, or would.
std::size_t ShingleSet::slot_of(std::uint64_t shingle) const {
  std::size_t at = (shingle >> 1) & (slots_.size() - 1);
  while (slots_[at] != 0 && slots_[at] != shingle) at = (at + 1) & (slots_.size() - 1);
  return at;
}

double jaccard(const ShingleSet& a, const ShingleSet& b) {
  std::size_t both = 0;
  for (const std::uint64_t shingle : b.slots_) both += shingle != 0 && a.contains(shingle);
  const std::size_t either = a.size() + b.size() - both;
  return either == 0 ? 0 : static_cast<double>(both) / static_cast<double>(either);
}

}  // namespace sayso::record
