#include "trace/tracing_json.h"

#include "formats/json_writer.h"
#include "record/near_groups.h"
#include "trace/witness_json.h"

namespace sayso::trace {
namespace {

using formats::JsonWriter;

void append_spans(JsonWriter& json, const std::vector<Span>& spans) {
  json.begin_array();
  for (const Span span : spans) append_span(json, span);
  json.end_array();
}

void append_numbers(JsonWriter& json, const std::vector<std::uint32_t>& numbers) {
  json.begin_array();
  for (const std::uint32_t number : numbers) json.integer(number);
  json.end_array();
}

void append_witness(JsonWriter& json, const TracedWitness& one) {
  json.begin_object();
  append_witness_keys(json, one.witness);
  append_spans(json.key("spans"), one.spans);
  json.key("reading").integer(one.reading);
  json.key("cut").boolean(one.cut);
  json.end_object();
}

void append_reading(JsonWriter& json, const Tracing& t, const Reading& reading) {
  json.begin_object();
  json.key("text").string(reading.text);
  json.key("relation").string(name_of(reading.relation));
  append_edits(json.key("edits"), reading.edits);
  json.key("sense_changed").boolean(reading.sense_changed);
  append_string_or_null(json, "first_seen", t.witnesses[reading.witnesses.front()].witness.wording.date);
  append_numbers(json.key("witnesses"), reading.witnesses);
  json.end_object();
}

void append_edge(JsonWriter& json, const Edge& edge) {
  json.begin_object();
  json.key("type").string(name_of(edge.type));
  json.key("from").integer(edge.from);
  json.key("to");
  if (edge.to)
    json.integer(*edge.to);
  else
    json.null();
  json.key("name").string(edge.name);
  json.key("evidence").string(edge.evidence);
  append_spans(json.key("spans"), edge.spans);
  json.end_object();
}

void append_independence(JsonWriter& json, const Independence& independence) {
  json.begin_object();
  json.key("least").integer(independence.least);
  json.key("most").integer(independence.most);
  json.key("reasons").begin_array();
  for (const std::string& reason : independence.reasons) json.string(reason);
  json.end_array();
  json.end_object();
}

void append_odd(JsonWriter& json, const OddWitness& odd) {
  json.begin_object();
  json.key("witness").integer(odd.witness);
  json.key("reading").integer(odd.reading);
  json.key("against").integer(odd.against);
  json.end_object();
}

template <class List, class Append>
void append_list(JsonWriter& json, std::string_view key, const List& list, Append append) {
  json.key(key).begin_array();
  for (const auto& one : list) append(one);
  json.end_array();
}

}  // namespace

void append_json(std::string& out, const Tracing& t) {
  JsonWriter json(out);
  json.begin_object();
  json.key("quotation").string(t.quotation);
  append_string_or_null(json, "first_seen",
                        t.witnesses.empty() ? std::string() : t.witnesses.front().witness.wording.date);
  append_list(json, "witnesses", t.witnesses, [&](const TracedWitness& one) { append_witness(json, one); });
  append_list(json, "readings", t.readings, [&](const Reading& one) { append_reading(json, t, one); });
  append_list(json, "lineage", t.lineage, [&](const Edge& one) { append_edge(json, one); });
  append_independence(json.key("independent_sources"), t.independent_sources);
  append_list(json, "odd_witnesses", t.odd_witnesses, [&](const OddWitness& one) { append_odd(json, one); });
  append_list(json, "near_groups", t.near_groups, [&](const auto& one) { append_numbers(json, one); });
  json.key("near_threshold").probability(record::kLeastNear);
  append_list(json, "circles", t.circles, [&](const std::vector<std::string>& circle) {
    json.begin_array();
    for (const std::string& name : circle) json.string(name);
    json.end_array();
  });
  json.key("ambiguous").boolean(t.ambiguous);
  json.key("reported").integer(t.reported);
  json.key("origin").string_or_null(t.origin);
  json.key("more").boolean(t.more);
  append_coverage(json.key("covers"), t.covers);
  json.end_object();
  out += '\n';
}

}  // namespace sayso::trace
