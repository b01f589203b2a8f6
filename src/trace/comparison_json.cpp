#include "trace/comparison_json.h"

#include "formats/json_writer.h"

namespace sayso::trace {
namespace {

void append_span(formats::JsonWriter& json, std::string_view key, Span span) {
  json.key(key).begin_array();
  json.integer(span.begin);
  json.integer(span.end);
  json.end_array();
}

void append_edit(formats::JsonWriter& json, const Edit& edit) {
  json.begin_object();
  json.key("type").string(name_of(edit.type));
  json.key("a").string(edit.from);
  json.key("b").string(edit.to);
  append_span(json, "a_span", edit.a);
  append_span(json, "b_span", edit.b);
  if (json.key("touches"); edit.touches == Touches::nothing) json.null();
  else json.string(name_of(edit.touches));
  json.key("sense_critical").boolean(edit.sense_critical);
  json.end_object();
}

}  // namespace

void append_json(std::string& out, std::string_view id, const Comparison& comparison) {
  out += id.empty() ? "{" : "{\"id\":" + std::string(id) + ",";
  std::string rest;
  formats::JsonWriter json(rest);
  json.begin_object();
  json.key("same_utterance").boolean(comparison.same_utterance);
  json.key("relation").string(name_of(comparison.relation));
  json.key("edits").begin_array();
  for (const Edit& edit : comparison.edits) append_edit(json, edit);
  json.end_array();
  json.key("sense_changed").boolean(comparison.sense_changed);
  json.key("score").probability(comparison.score);
  json.end_object();
  out += rest.substr(1);
  out += '\n';
}

}  // namespace sayso::trace
