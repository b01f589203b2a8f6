#include "text/code_points.h"

#include <algorithm>

namespace sayso {
namespace {

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

}  // namespace

std::uint32_t count_code_points(std::string_view utf8) {
  std::uint32_t count = 0;
  for (const char c : utf8) count += !continues(c);
  return count;
}

// A block of text is passed over at once where no sample can lie in it.
CodePoints::CodePoints(std::string_view utf8) : utf8_(utf8), size_(count_code_points(utf8)) {
  if (size_ == utf8.size()) return;
  constexpr std::size_t kBlock = 16;  // bytes
  samples_.reserve(size_ / kStride + 1);
  std::uint32_t index = 0, wanted = 0;  // the code point that is next, and the one that is sampled next
  for (std::size_t byte = 0; byte < utf8.size();) {
    if (index + kBlock <= wanted && byte + kBlock <= utf8.size()) {
      index += count_code_points(utf8.substr(byte, kBlock));
      byte += kBlock;
      continue;
    }
    if (!continues(utf8[byte]) && index++ == wanted) samples_.push_back(static_cast<std::uint32_t>(byte)), wanted += kStride;
    ++byte;
  }
}

std::size_t CodePoints::byte_of(std::uint32_t index) const {
  if (index >= size_) return utf8_.size();
  if (samples_.empty()) return index;
  std::size_t byte = samples_[index / kStride];
  for (std::uint32_t left = index % kStride; left > 0; --left) {
    do ++byte;
    while (byte < utf8_.size() && continues(utf8_[byte]));
  }
  return byte;
}

std::uint32_t CodePoints::index_of(std::size_t byte) const {
  if (byte >= utf8_.size()) return size_;
  if (samples_.empty()) return static_cast<std::uint32_t>(byte);
  const auto after = std::upper_bound(samples_.begin(), samples_.end(), byte);
  const auto sample = static_cast<std::uint32_t>(after - samples_.begin() - 1);
  std::uint32_t index = sample * kStride;
  for (std::size_t at = samples_[sample] + 1; at <= byte; ++at) index += !continues(utf8_[at]);
  return index;
}

std::string_view CodePoints::slice(Span span) const {
  if (span.empty()) return {};
  const std::size_t begin = byte_of(span.begin);
  return utf8_.substr(begin, byte_of(span.end) - begin);
}

void append_utf8(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
  } else if (c < 0x800) {
    out += static_cast<char>(0xC0 | c >> 6);
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    out += static_cast<char>(0xE0 | c >> 12);
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | c >> 18);
    out += static_cast<char>(0x80 | (c >> 12 & 0x3F));
    out += static_cast<char>(0x80 | (c >> 6 & 0x3F));
    out += static_cast<char>(0x80 | (c & 0x3F));
  }
}

}  // namespace sayso
