// Any bytes under any name become a document or an error: valid UTF-8, warnings inside the text, the same every time.
// The first byte chooses the name, so that every reader is reached without its sniffing.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "read/transcode.h"
#include "sayso/reader.h"
#include "sayso/statement.h"
#include "text/code_points.h"

namespace {

void require(bool holds, const char* what) {
  if (holds) return;
  std::fprintf(stderr, "broken: %s\n", what);
  std::abort();
}

void check(const sayso::Document& document) {
  require(sayso::valid_utf8(document.text), "the text is valid UTF-8");
  require(!document.id.empty(), "there is an identifier");
  require(!document.published || document.published->size() == 10, "the date is ISO");
  require(!document.language || document.language->size() == 2, "the language is ISO 639-1");
  const sayso::CodePoints text(document.text);
  for (const auto& warning : document.warnings) require(warning.span.end <= text.size(), "warnings lie in the text");
  if (!document.given) return;
  for (const auto& statement : document.given->extraction.statements) {
    for (const sayso::Span span : statement.content.spans) require(span.end <= text.size(), "statements that came along lie in the text");
    require(!statement.source.entity || *statement.source.entity < document.given->extraction.entities.size(), "entities are there");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static constexpr const char* kNames[] = {"-", "a.txt", "a.html", "a.jsonl", "a.json", "a.xml"};
  if (size == 0) return 0;
  const std::string_view bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  sayso::ReadOptions options;
  options.max_bytes = std::size_t{1} << 20;  // a small file may unpack to gigabytes
  const char* const name = kNames[data[0] % std::size(kNames)];
  const auto document = sayso::read_bytes(bytes, name, options);
  if (document) {
    check(*document);
    require(sayso::read_bytes(bytes, name, options)->text == document->text, "the result is the same every time");
  } else {
    require(!document.error().message.empty() && !document.error().where.empty(), "errors say what and where");
  }
  return 0;
}
