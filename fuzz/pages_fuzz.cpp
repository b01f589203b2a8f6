// Any bytes as a page: valid text, the same whether or not places are kept; what is set off, and the runs that lead back to the bytes, in
// order and inside; selectors and text fragments of any span.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "read/transcode.h"
#include "sayso/provenance.h"
#include "sayso/reader.h"
#include "text/code_points.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void check_set_off(const sayso::Document& document, std::uint32_t size) {
  std::uint32_t behind = 0;
  for (const auto& part : document.set_off) {
    require(part.span.begin >= behind && part.span.end <= size && !part.span.empty(), "what is set off lies in the text, in order");
    behind = part.span.begin;
  }
}

void check_origin(const sayso::Document& document, std::uint32_t size, std::size_t bytes) {
  std::uint32_t behind = 0;
  for (const auto& run : *document.origin) {
    require(run.text >= behind && run.count > 0 && run.text + run.count <= size, "runs are in order and in the text");
    require(run.byte + std::size_t{run.count} * run.width <= bytes, "runs lie in the page");
    behind = run.text + run.count;
  }
}

void check(const sayso::Document& document, std::size_t bytes) {
  require(sayso::valid_utf8(document.text), "the text is valid UTF-8");
  const sayso::CodePoints text(document.text);
  check_set_off(document, text.size());
  check_origin(document, text.size(), bytes);
  for (const auto& warning : document.warnings) require(warning.span.end <= text.size(), "warnings lie in the text");
  const sayso::Span span{text.size() / 3, text.size() / 3 + (text.size() + 3) / 4};
  require(sayso::text_selector(document, span).exact == text.slice(span), "a selector has the words of its span");
  if (const auto range = sayso::source_bytes(document, span)) require(range->end <= bytes, "a span's bytes lie in the page");
  const auto fragment = sayso::text_fragment(document, span);
  require(fragment.find_first_of(" \"<>\n") == fragment.npos, "fragments are encoded");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (bytes.starts_with("\x1f\x8b") || bytes.starts_with("\x28\xb5\x2f\xfd") || bytes.starts_with("\x04\x22\x4d\x18")) return 0;  // packed
  sayso::ReadOptions options;
  const auto plain = sayso::read_bytes(bytes, "a.html", options);
  options.provenance = true;
  const auto placed = sayso::read_bytes(bytes, "a.html", options);
  require(plain.has_value() == placed.has_value(), "places change no outcome");
  if (!plain) return 0;
  require(plain->text == placed->text && plain->set_off == placed->set_off, "places change no text");
  if (placed->origin) check(*placed, size);
  return 0;
}
