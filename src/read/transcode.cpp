#include "read/transcode.h"

#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_cb.h>

#include <array>
#include <memory>

#include "text/code_points.h"

namespace sayso {
namespace {

struct Sequence {
  std::size_t size = 1;
  bool good = false;
  bool cut = false;  // good so far, but the bytes end
};

// The sequence at `at`, Unicode table 3-7: the second byte's range depends on the first.
Sequence sequence_at(std::string_view bytes, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {1, true, false};
  if (lead < 0xC2 || lead > 0xF4) return {1, false, false};
  const std::size_t need = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (std::size_t i = 1; i < need; ++i) {
    if (at + i == bytes.size()) return {i, false, true};
    if (byte(at + i) < low || byte(at + i) > high) return {i, false, false};
    low = 0x80;
    high = 0xBF;
  }
  return {need, true, false};
}

constexpr std::string_view kReplacement = "\xef\xbf\xbd";

void replace(const void* count, UConverterToUnicodeArgs* args, const char*, int32_t, UConverterCallbackReason reason,
             UErrorCode* error) {
  if (reason > UCNV_IRREGULAR) return;  // reset, close, clone
  *error = U_ZERO_ERROR;
  const UChar replacement = 0xFFFD;
  ucnv_cbToUWriteUChars(args, &replacement, 1, 0, error);
  ++*static_cast<std::uint32_t*>(const_cast<void*>(count));
}

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const std::string& encoding) {
  UErrorCode error = U_ZERO_ERROR;
  Converter converter(ucnv_open(encoding.c_str(), &error), ucnv_close);
  if (U_FAILURE(error)) converter.reset();
  return converter;
}

// UTF-16 -> UTF-8; a pair may be split over two calls: `high` keeps its first half. ICU gives no lone ones.
void append_utf16(std::string& out, const UChar* from, const UChar* end, char32_t& high) {
  for (; from != end; ++from) {
    const char32_t unit = *from;
    if (unit >= 0xD800 && unit < 0xDC00) {
      high = unit;
    } else if (unit >= 0xDC00 && unit < 0xE000) {
      append_utf8(out, high == 0 ? 0xFFFD : 0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00));
      high = 0;
    } else {
      append_utf8(out, unit);
    }
  }
}

}  // namespace

bool valid_utf8(std::string_view bytes) { return simdjson::validate_utf8(bytes.data(), bytes.size()); }

Utf8Census count_utf8(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    census.multibyte += sequence.good && sequence.size > 1;
    census.bad += !sequence.good;
    census.cut_at_end = sequence.cut && sequence.size > 1;
    at += sequence.size;
  }
  return census;
}

std::uint32_t append_repaired_utf8(std::string_view bytes, std::string& out) {
  std::uint32_t replaced = 0;
  std::size_t good_from = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.good) {
      out += bytes.substr(good_from, at - good_from);
      out += kReplacement;
      good_from = at + sequence.size;
      ++replaced;
    }
    at += sequence.size;
  }
  out += bytes.substr(good_from);
  return replaced;
}

bool known_encoding(const std::string& encoding) { return open_converter(encoding) != nullptr; }

Decoded transcode(std::string_view bytes, const std::string& encoding) {
  Decoded out{{}, encoding, 0};
  const Converter converter = open_converter(encoding);
  if (!converter) {
    out.replaced = append_repaired_utf8(bytes, out.text);
    return out;
  }
  UErrorCode error = U_ZERO_ERROR;
  ucnv_setToUCallBack(converter.get(), replace, &out.replaced, nullptr, nullptr, &error);
  out.text.reserve(bytes.size() + bytes.size() / 2);
  std::array<UChar, 4096> units;
  const char* from = bytes.data();
  const char* const end = from + bytes.size();
  char32_t high = 0;
  do {
    error = U_ZERO_ERROR;
    UChar* to = units.data();
    ucnv_toUnicode(converter.get(), &to, units.data() + units.size(), &from, end, nullptr, true, &error);
    append_utf16(out.text, units.data(), to, high);
  } while (error == U_BUFFER_OVERFLOW_ERROR);
  return out;
}

void each_decoded(std::string_view bytes, const std::string& encoding, const std::function<void(std::size_t, std::size_t)>& use) {
  const Converter converter = encoding == "UTF-8" ? Converter(nullptr, ucnv_close) : open_converter(encoding);
  if (!converter) {
    for (std::size_t at = 0; at < bytes.size();) {
      const std::size_t size = sequence_at(bytes, at).size;
      use(at, at + size);
      at += size;
    }
    return;
  }
  UErrorCode error = U_ZERO_ERROR;
  std::uint32_t replaced = 0;
  ucnv_setToUCallBack(converter.get(), replace, &replaced, nullptr, nullptr, &error);
  const char* at = bytes.data();
  const char* const end = at + bytes.size();
  while (at < end) {
    const char* const begin = at;
    error = U_ZERO_ERROR;
    ucnv_getNextUChar(converter.get(), &at, end, &error);
    if (U_FAILURE(error)) return;
    use(static_cast<std::size_t>(begin - bytes.data()), static_cast<std::size_t>(at - bytes.data()));
  }
}

}  // namespace sayso
