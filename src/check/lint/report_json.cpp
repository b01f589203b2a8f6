#include "check/lint/report.h"
#include "formats/json_writer.h"

namespace sayso::lint {
namespace {

void write_span(formats::JsonWriter& json, Span span) {
  json.key("span").begin_array();
  json.integer(span.begin);
  json.integer(span.end);
  json.end_array();
}

void write_finding(formats::JsonWriter& json, const DraftFile& file, const CodePoints& text, const Finding& finding) {
  const FilePlace place = file.place_of(finding.span);
  json.begin_object();
  json.key("rule").string(finding.rule);
  json.key("severity").string(name_of(finding.severity));
  json.key("line").integer(place.begin.line);
  json.key("column").integer(place.begin.column);
  json.key("end_line").integer(place.end.line);
  json.key("end_column").integer(place.end.column);
  write_span(json, finding.span);
  json.key("text").string(text.slice(finding.span));
  json.key("message").string(finding.message);
  json.key("suggestion").string_or_null(finding.suggestion.empty() ? std::nullopt : std::optional(finding.suggestion));
  json.key("fixes").begin_array();
  for (const Fix& fix : finding.fixes) {
    json.begin_object();
    write_span(json, fix.span);
    json.key("text").string(fix.text);
    json.end_object();
  }
  json.end_array();
  json.end_object();
}

}  // namespace

void append_json(std::string& out, const CheckedDraft& draft) {
  formats::JsonWriter json(out);
  json.begin_object();
  json.key("path").string(draft.file.document().path);
  json.key("findings").begin_array();
  const CodePoints text(draft.file.text());
  for (const Finding& finding : draft.findings) write_finding(json, draft.file, text, finding);
  json.end_array();
  json.end_object();
  out += '\n';
}

}  // namespace sayso::lint
