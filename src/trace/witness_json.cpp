#include "trace/witness_json.h"

#include <fmt/format.h>

namespace sayso::trace {
namespace {

void append_document(formats::JsonWriter& json, const Source& source) {
  const Document& d = source.document;
  json.begin_object();
  json.key("number").integer(static_cast<std::uint64_t>(source.number));
  json.key("id").string(d.id);
  json.key("path").string(d.path);
  json.key("url").string_or_null(d.url);
  json.key("title").string_or_null(d.title);
  json.key("outlet").string_or_null(d.outlet);
  json.key("published").string_or_null(d.published);
  json.end_object();
}

std::string counted(std::int64_t count, std::string_view what) {
  return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

}  // namespace

void append_coverage(formats::JsonWriter& json, const record::Coverage& covers) {
  json.begin_object();
  json.key("documents").integer(static_cast<std::uint64_t>(covers.documents));
  json.key("outlets").integer(static_cast<std::uint64_t>(covers.outlets));
  json.key("first").string_or_null(covers.first);
  json.key("last").string_or_null(covers.last);
  json.end_object();
}

std::string coverage_line(const record::Coverage& c) {
  std::string out = "Searched: " + counted(c.documents, "document");
  if (c.outlets > 0) out += " of " + counted(c.outlets, "outlet");
  if (c.first && c.last) out += *c.first == *c.last ? ", " + *c.first : fmt::format(", {} to {}", *c.first, *c.last);
  return out + ".";
}

void append_string_or_null(formats::JsonWriter& json, std::string_view key, std::string_view text) {
  json.key(key);
  if (text.empty())
    json.null();
  else
    json.string(text);
}

void append_witness_keys(formats::JsonWriter& json, const Witness& witness) {
  append_document(json.key("document"), *witness.source);
  json.key("statement");
  const auto& numbers = witness.source->statements;
  if (witness.statement && *witness.statement < numbers.size())
    json.integer(static_cast<std::uint64_t>(numbers[*witness.statement]));
  else
    json.null();
  append_string_or_null(json, "speaker", witness.wording.speaker);
  append_string_or_null(json, "speaker_text", witness.speaker_text);
  json.key("printed").string(name_of(witness.printed));
  json.key("text").string(witness.wording.text);
}

std::string witness_line(const Witness& witness) {
  std::string out;
  const std::string speaker = witness.wording.speaker.empty() ? witness.speaker_text : witness.wording.speaker;
  for (const std::string* part : {&witness.wording.date, &witness.wording.outlet, &speaker})
    if (!part->empty()) out += (out.empty() ? "" : " \u00B7 ") + *part;
  return out.empty() ? witness.source->document.path : out;
}

std::string witness_place(const Witness& witness, const std::vector<Span>& spans) {
  const Document& d = witness.source->document;
  const std::string where = d.url ? *d.url : d.path.empty() ? d.id : d.path;
  return spans.empty() ? where : fmt::format("{} ({}\u2013{})", where, spans.front().begin, spans.back().end);
}

}  // namespace sayso::trace
