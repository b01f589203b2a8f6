#include <fmt/format.h>

#include "formats/csv_row.h"
#include "record/counts_report.h"
#include "record/people_report.h"

namespace sayso::record {
namespace {

std::uint64_t number(std::int64_t id) { return static_cast<std::uint64_t>(id); }

void write_texts(formats::JsonWriter& json, const std::vector<TextCount>& all) {
  json.begin_array();
  for (const auto& [text, count] : all) {
    json.begin_object();
    json.key("text").string(text);
    json.key("count").integer(count);
    json.end_object();
  }
  json.end_array();
}

CountTable table_of(const std::vector<CountRow>& rows) {
  CountTable out;
  out.rows = rows;
  return out;
}

}  // namespace

void write_page_keys(formats::JsonWriter& json, const PersonPage& page) {
  json.key("id").integer(number(page.person.id));
  json.key("name").string(page.person.name);
  json.key("type").string(page.person.type);
  json.key("wikidata").string_or_null(page.wikidata);
  json.key("gender").string_or_null(page.gender);
  write_texts(json.key("names"), page.names);
  write_texts(json.key("roles"), page.roles);
  write_texts(json.key("bodies"), page.bodies);
  write_texts(json.key("company"), page.company);
  json.key("merged").begin_array();
  for (const Person& one : page.merged) {
    json.begin_object();
    json.key("id").integer(number(one.id));
    json.key("name").string(one.name);
    json.end_object();
  }
  json.end_array();
  json.key("decisions").begin_array();
  for (const Decision& one : page.decisions) write_decision(json, one);
  json.end_array();
  json.key("counts").begin_object();
  write_counts(json, page.counts, false);
  json.end_object();
  write_rows(json.key("outlets"), table_of(page.outlets), {CountBy::outlet});
  write_rows(json.key("months"), table_of(page.months), {CountBy::month});
}

namespace {

void write_joining(formats::JsonWriter& json, const Joining& one) {
  json.begin_object();
  json.key("document").integer(number(one.document));
  json.key("name").string(one.name);
  json.key("outlet").string_or_null(one.outlet);
  json.key("published").string_or_null(one.published);
  json.key("title").string_or_null(one.title);
  json.key("score").probability(one.score);
  json.key("reasons").string(one.reasons);
  json.end_object();
}

}  // namespace

void write_joinings(formats::JsonWriter& json, const std::vector<Joining>& joinings) {
  json.begin_array();
  for (const Joining& one : joinings) write_joining(json, one);
  json.end_array();
}

void append_lines(std::string& out, const std::vector<Joining>& joinings) {
  for (const Joining& one : joinings) {
    formats::JsonWriter json(out);
    write_joining(json, one);
    out += '\n';
  }
}

void append_csv(std::string& out, const std::vector<Joining>& joinings) {
  formats::CsvRow head(out);
  for (const char* column : {"document", "name", "outlet", "published", "title", "score", "reasons"}) head << column;
  head.end();
  for (const Joining& one : joinings) {
    formats::CsvRow row(out);
    row << std::to_string(one.document) << one.name << one.outlet << one.published << one.title << fmt::format("{:.2f}", one.score) << one.reasons;
    row.end();
  }
}

void write_decision(formats::JsonWriter& json, const Decision& d) {
  json.begin_object();
  json.key("id").integer(number(d.id));
  json.key("action").string(name_of(d.action));
  json.key("made").string(d.made);
  json.key("person").integer(number(d.person));
  json.key("person_name").string(d.person_name);
  json.key("other");
  if (d.other == 0) json.null();
  else json.integer(number(d.other));
  json.key("other_name").string_or_null(d.other == 0 ? std::nullopt : std::optional(d.other_name));
  json.key("details").string(d.details);
  json.key("undone").boolean(d.undone);
  json.end_object();
}

}  // namespace sayso::record
