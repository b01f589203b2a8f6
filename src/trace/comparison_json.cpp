#include "trace/comparison_json.h"

#include "formats/json_writer.h"

namespace sayso::trace {
namespace {

void append_edit(formats::JsonWriter& json, const Edit& edit) {
  json.begin_object();
  json.key("type").string(name_of(edit.type));
  json.key("a").string(edit.from);
  json.key("b").string(edit.to);
  append_span(json.key("a_span"), edit.a);
  append_span(json.key("b_span"), edit.b);
  if (json.key("touches"); edit.touches == Touches::nothing)
    json.null();
  else
    json.string(name_of(edit.touches));
  json.key("sense_critical").boolean(edit.sense_critical);
  json.end_object();
}

}  // namespace

void append_span(formats::JsonWriter& json, Span span) {
  json.begin_array();
  json.integer(span.begin);
  json.integer(span.end);
  json.end_array();
}

void append_edits(formats::JsonWriter& json, const std::vector<Edit>& edits) {
  json.begin_array();
  for (const Edit& edit : edits) append_edit(json, edit);
  json.end_array();
}

void append_json(std::string& out, std::string_view id, const Comparison& comparison) {
  out += id.empty() ? "{" : "{\"id\":" + std::string(id) + ",";
  std::string rest;
  formats::JsonWriter json(rest);
  json.begin_object();
  json.key("same_utterance").boolean(comparison.same_utterance);
  json.key("relation").string(name_of(comparison.relation));
  append_edits(json.key("edits"), comparison.edits);
  json.key("sense_changed").boolean(comparison.sense_changed);
  json.key("score").probability(comparison.score);
  json.end_object();
  out += rest.substr(1);
  out += '\n';
}

}  // namespace sayso::trace
