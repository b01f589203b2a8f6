#include "formats/valid_utf8.h"

namespace sayso::formats {
namespace {

// The range that the second byte must be in: it rules out overlong forms, surrogates, and what is beyond U+10FFFF.
struct Second {
  unsigned char least = 0x80;
  unsigned char most = 0xBF;
};

Second second_after(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {};
  }
}

std::size_t bytes_by_lead(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2 || lead > 0xF4) return 0;
  return lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
}

}  // namespace

std::size_t code_point_bytes(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[at + i]); };
  const std::size_t size = bytes_by_lead(byte(0));
  if (size <= 1) return size;
  if (at + size > bytes.size()) return 0;
  const Second second = second_after(byte(0));
  if (byte(1) < second.least || byte(1) > second.most) return 0;
  for (std::size_t i = 2; i < size; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  return size;
}

std::string_view next_code_point(std::string_view bytes, std::size_t& at) {
  const std::size_t size = code_point_bytes(bytes, at);
  const std::string_view found = size > 0 ? bytes.substr(at, size) : kReplacement;
  at += size > 0 ? size : 1;
  return found;
}

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) out += next_code_point(bytes, at);
  return out;
}

}  // namespace sayso::formats
