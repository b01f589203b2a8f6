#include "formats/selectors.h"

#include <algorithm>

namespace sayso {
namespace {

constexpr std::uint32_t kContext = 32;  // code points before and behind what is quoted

TextSelector selector_of(const CodePoints& text, Span span) {
  span.end = std::min(span.end, text.size());
  const Span before{span.begin - std::min(span.begin, kContext), span.begin};
  const Span behind{span.end, std::min(text.size(), span.end + kContext)};
  return {std::string(text.slice(span)), std::string(text.slice(before)), std::string(text.slice(behind)), span};
}

}  // namespace

TextSelector text_selector(const Document& document, Span span) { return selector_of(CodePoints(document.text), span); }

std::optional<ByteRange> source_bytes(const Document& document, Span span) {
  if (!document.origin || span.empty()) return {};
  const auto& runs = *document.origin;
  const auto first = std::partition_point(runs.begin(), runs.end(), [&](const SourceRun& run) { return run.text + run.count <= span.begin; });
  const auto behind = std::partition_point(first, runs.end(), [&](const SourceRun& run) { return run.text < span.end; });
  if (first == behind) return {};
  const SourceRun& last = *std::prev(behind);
  const std::uint64_t skipped = std::max(span.begin, first->text) - first->text;
  const std::uint64_t taken = std::min(span.end, last.text + last.count) - last.text;
  return ByteRange{first->byte + skipped * first->width, last.byte + taken * last.width};
}

namespace formats {

void write_selectors(JsonWriter& json, const CodePoints& text, Span span) {
  const TextSelector words = selector_of(text, span);
  json.key("selector").begin_array();
  json.begin_object();
  json.key("type").string("TextQuoteSelector");
  json.key("exact").string(words.exact);
  json.key("prefix").string(words.prefix);
  json.key("suffix").string(words.suffix);
  json.end_object();
  json.begin_object();
  json.key("type").string("TextPositionSelector");
  json.key("start").integer(span.begin);
  json.key("end").integer(span.end);
  json.end_object();
  json.end_array();
}

void write_provenance(JsonWriter& json, const Document& document, const CodePoints& text, const TextFragments& fragments,
                      const Statement& statement) {
  json.key("provenance").begin_array();
  for (const Span span : statement.content.spans) {
    json.begin_object();
    write_selectors(json, text, span);
    json.key("fragment").string(fragments.of(span));
    json.key("bytes");
    if (const auto bytes = source_bytes(document, span)) {
      json.begin_array();
      json.integer(bytes->begin);
      json.integer(bytes->end);
      json.end_array();
    } else {
      json.null();
    }
    json.end_object();
  }
  json.end_array();
}

}  // namespace formats
}  // namespace sayso
