#include "check/verification_json.h"

#include "formats/json_writer.h"
#include "trace/witness_json.h"

namespace sayso::check {
namespace {

using formats::JsonWriter;
using trace::append_string_or_null;

void append_cut(JsonWriter& json, const Cut& cut) {
  if (cut.empty()) return json.null();
  json.begin_object();
  json.key("before").string(cut.before);
  json.key("after").string(cut.after);
  json.key("turns_sense").boolean(cut.turns_sense);
  json.end_object();
}

void append_finding(JsonWriter& json, const Finding& f) {
  json.begin_object();
  json.key("verdict").string(name_of(f.verdict));
  trace::append_witness_keys(json, f.witness);
  json.key("spans").begin_array();
  for (const Span span : f.spans) trace::append_span(json, span);
  json.end_array();
  trace::append_edits(json.key("edits"), f.edits);
  json.key("sense_changed").boolean(f.sense_changed);
  append_cut(json.key("cut"), f.cut);
  json.key("share").probability(f.share);
  json.key("utterance");
  if (f.utterance)
    json.integer(*f.utterance);
  else
    json.null();
  json.end_object();
}

void append_findings(JsonWriter& json, std::string_view key, const std::vector<Finding>& findings) {
  json.key(key).begin_array();
  for (const Finding& f : findings) append_finding(json, f);
  json.end_array();
}

}  // namespace

void append_json(std::string& out, const Verification& v) {
  JsonWriter json(out);
  json.begin_object();
  json.key("verdict").string(name_of(v.verdict));
  json.key("quotation").string(v.quotation);
  append_string_or_null(json, "by", v.by);
  json.key("sense_changed").boolean(v.sense_changed);
  json.key("disputed").boolean(v.disputed);
  trace::append_edits(json.key("edits"), v.witnesses.empty() ? std::vector<trace::Edit>() : v.witnesses.front().edits);
  append_findings(json, "witnesses", v.witnesses);
  json.key("more").boolean(v.more);
  append_findings(json, "near", v.near);
  trace::append_coverage(json.key("covers"), v.covers);
  json.end_object();
  out += '\n';
}

}  // namespace sayso::check
