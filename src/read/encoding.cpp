#include "read/encoding.h"

#include <algorithm>
#include <array>
#include <utility>

#include "read/guess_encoding.h"
#include "read/transcode.h"

namespace sayso {
namespace {

using namespace std::literals;

struct ByteOrderMark {
  std::string_view bytes;
  const char* encoding;
};

// UTF-32 before UTF-16: their little-endian marks begin alike.
constexpr std::array<ByteOrderMark, 5> kMarks = {{{"\xef\xbb\xbf"sv, "UTF-8"},
                                                  {"\xff\xfe\0\0"sv, "UTF-32LE"},
                                                  {"\0\0\xfe\xff"sv, "UTF-32BE"},
                                                  {"\xff\xfe"sv, "UTF-16LE"},
                                                  {"\xfe\xff"sv, "UTF-16BE"}}};

// UTF-32 of mostly Latin text has three NULs to each character. Nullptr where that is not so.
const char* utf32_by_nuls(std::string_view bytes) {
  bytes = bytes.substr(0, 4096);
  const std::size_t fours = bytes.size() / 4;
  if (fours < 2) return nullptr;
  std::size_t nuls[4] = {0, 0, 0, 0};
  for (std::size_t i = 0; i < fours * 4; ++i) nuls[i % 4] += bytes[i] == '\0';
  if (nuls[1] * 10 < fours * 9 || nuls[2] * 10 < fours * 9) return nullptr;
  if (nuls[3] * 10 >= fours * 9 && nuls[0] * 10 <= fours) return "UTF-32LE";
  return nuls[0] * 10 >= fours * 9 && nuls[3] * 10 <= fours ? "UTF-32BE" : nullptr;
}

const ByteOrderMark* mark_of(std::string_view bytes) {
  for (const auto& mark : kMarks) {
    if (!bytes.starts_with(mark.bytes)) continue;
    const bool utf32 = mark.bytes.size() == 4;
    if (utf32 && bytes.size() % 4 != 0 && bytes.size() < 4096 && utf32_by_nuls(bytes) == nullptr) continue;
    return &mark;
  }
  return nullptr;
}

// UTF-16 of mostly Latin text has a NUL in every other byte. Nullptr where that is not so.
const char* utf16_by_nuls(std::string_view bytes) {
  bytes = bytes.substr(0, 4096);
  const std::size_t pairs = bytes.size() / 2;
  if (pairs < 2) return nullptr;
  std::size_t nuls[2] = {0, 0};
  for (std::size_t i = 0; i < pairs * 2; ++i) nuls[i % 2] += bytes[i] == '\0';
  const auto fits = [&](int full, int sparse) { return nuls[full] * 10 >= pairs * 4 && nuls[sparse] * 20 <= pairs; };
  if (fits(1, 0)) return "UTF-16LE";
  return fits(0, 1) ? "UTF-16BE" : nullptr;
}

const char* wide_by_nuls(std::string_view bytes) {
  if (bytes.substr(0, 4096).find('\0') == bytes.npos) return nullptr;
  const char* const wide = utf32_by_nuls(bytes);
  return wide != nullptr ? wide : utf16_by_nuls(bytes);
}

Decoded as_utf8(std::string&& bytes) {
  Decoded out{{}, "UTF-8", 0};
  if (valid_utf8(bytes)) {
    out.text = std::move(bytes);
    return out;
  }
  out.replaced = append_repaired_utf8(bytes, out.text);
  return out;
}

}  // namespace

bool is_wide(std::string_view head) {
  const auto* mark = mark_of(head);
  return (mark != nullptr && mark->bytes != "\xef\xbb\xbf"sv) || wide_by_nuls(head) != nullptr;
}

Decoded decode_bytes(std::string&& bytes, std::string_view label) {
  if (const auto* mark = mark_of(bytes)) {
    bytes.erase(0, mark->bytes.size());
    Decoded out = mark->encoding == "UTF-8"sv ? as_utf8(std::move(bytes)) : transcode(bytes, mark->encoding);
    out.mark = static_cast<std::uint32_t>(mark->bytes.size());
    return out;
  }
  if (const char* wide = wide_by_nuls(bytes)) return transcode(bytes, wide);
  const bool escapes = is_iso_2022_jp(bytes);
  if (!escapes && valid_utf8(bytes)) return {std::move(bytes), "UTF-8", 0};
  std::string encoding = escapes ? "ISO-2022-JP" : usable_label(label, bytes);
  if (encoding.empty()) encoding = guess_encoding(bytes);
  if (encoding == "UTF-8") return as_utf8(std::move(bytes));
  return transcode(bytes, encoding);
}

std::string declared_charset(std::string_view html) {
  html = html.substr(0, 4096);
  std::string lower(html);
  for (char& c : lower) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  for (const auto name : {"charset="sv, "encoding="sv}) {  // <meta charset>, <meta content="…; charset=…">, <?xml encoding?>
    const auto at = lower.find(name);
    if (at == lower.npos) continue;
    auto begin = at + name.size();
    while (begin < lower.size() && (lower[begin] == '"' || lower[begin] == '\'' || lower[begin] == ' ')) ++begin;
    const auto end = lower.find_first_of("\"'; >/?", begin);
    if (end != lower.npos && end > begin && end - begin < 40) return lower.substr(begin, end - begin);
  }
  return {};
}

}  // namespace sayso
