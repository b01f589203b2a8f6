#include "text/fold.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include "text/code_points.h"

namespace sayso {

bool is_accent(char32_t c) { return c >= 0x300 && u_getCombiningClass(static_cast<UChar32>(c)) != 0; }

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c | 32) : static_cast<char>(c);
    return;
  }
  if (is_accent(c)) return;
  UErrorCode failed = U_ZERO_ERROR;
  static const UNormalizer2* const nfkd = unorm2_getNFKDInstance(&failed);
  UChar parts[20];
  const std::int32_t size = nfkd ? unorm2_getDecomposition(nfkd, static_cast<UChar32>(c), parts, 20, &failed) : -1;
  if (size <= 0 || U_FAILURE(failed))
    return append_utf8(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  for (std::int32_t at = 0; at < size;) {
    UChar32 one;
    U16_NEXT(parts, at, size, one);
    if (u_getCombiningClass(one) == 0) append_utf8(out, static_cast<char32_t>(u_tolower(one)));
  }
}

}  // namespace sayso
