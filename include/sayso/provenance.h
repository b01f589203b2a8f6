// Where a statement stands in the page or text that it was read from, and how others find it again.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "sayso/document.h"

namespace sayso {

struct ByteRange {
  std::uint64_t begin = 0;
  std::uint64_t end = 0;
};

// The bytes from the first to the last code point of the span, markup between them included; nothing where the document's origin is not
// known or nothing of the span comes from it. Offsets count in the input as it was read: unpacked, of a web archive the record's body.
std::optional<ByteRange> source_bytes(const Document& document, Span span);

// Words before, inside and behind a span, as the W3C's TextQuoteSelector has them, and its place.
struct TextSelector {
  std::string exact, prefix, suffix;
  Span position;
};
TextSelector text_selector(const Document& document, Span span);

// What behind a page's address leads to a span, "#:~:text=We%20said,again.": its first and last words, with as many of them and of the words
// around as tell it from every other place of the text (https://wicg.github.io/scroll-to-text-fragment/). Empty for an empty span.
std::string text_fragment(const Document& document, Span span);

}  // namespace sayso
