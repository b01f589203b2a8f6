#include "formats/csv_row.h"
#include "formats/statement_json.h"
#include "record/found_report.h"

namespace sayso::record {
namespace {

std::uint64_t number(std::int64_t id) { return static_cast<std::uint64_t>(id); }

void write_person(formats::JsonWriter& json, const Person& person, bool with_count) {
  json.begin_object();
  json.key("id").integer(number(person.id));
  json.key("name").string(person.name);
  json.key("type").string(person.type);
  if (with_count) json.key("statements").integer(person.statements);
  json.end_object();
}

void write_copy(formats::JsonWriter& json, const Copy& copy) {
  json.begin_object();
  json.key("statement").integer(number(copy.statement));
  json.key("outlet").string_or_null(copy.outlet);
  json.key("published").string_or_null(copy.published);
  json.key("url").string_or_null(copy.url);
  json.end_object();
}

}  // namespace

void write_hit(formats::JsonWriter& json, const Hit& hit) {
  json.begin_object();
  json.key("statement").integer(number(hit.statement));
  json.key("document").integer(number(hit.document));
  json.key("doc").begin_object();
  formats::write_document_keys(json, hit.head);
  json.end_object();
  formats::write_statement_keys(json, hit.said, hit.number, false);
  json.key("person");
  if (hit.person) write_person(json, *hit.person, false);
  else json.null();
  json.key("marks").begin_array();
  for (const Span mark : hit.marks) {
    json.begin_array();
    json.integer(mark.begin);
    json.integer(mark.end);
    json.end_array();
  }
  json.end_array();
  json.key("copies").begin_array();
  for (const Copy& copy : hit.copies) write_copy(json, copy);
  json.end_array();
  json.end_object();
}

void write_understood(formats::JsonWriter& json, const std::vector<Understood>& who) {
  json.begin_array();
  for (const Understood& one : who) {
    json.begin_object();
    json.key("asked").string(one.asked);
    json.key("similar").boolean(one.similar);
    json.key("people").begin_array();
    for (const Person& person : one.people) write_person(json, person, true);
    json.end_array();
    json.end_object();
  }
  json.end_array();
}

void write_found_keys(formats::JsonWriter& json, const SearchResult& found) {
  json.key("total").integer(found.total);
  json.key("at_least").boolean(found.at_least);
  json.key("next");
  if (found.next.empty()) json.null();
  else json.string(found.next);
  write_understood(json.key("who"), found.who);
  json.key("corrected").begin_array();
  for (const auto& [typed, used] : found.corrected) {
    json.begin_object();
    json.key("typed").string(typed);
    json.key("used").string(used);
    json.end_object();
  }
  json.end_array();
  json.key("notes").begin_array();
  for (const std::string& note : found.notes) json.string(note);
  json.end_array();
}

void append_hit_csv_header(std::string& out) {
  formats::CsvRow row(out);
  row << "record_statement" << "record_document" << "person" << "person_name" << "copies";
  formats::add_csv_columns(row);
  row.end();
}

void append_csv(std::string& out, const Hit& hit) {
  formats::CsvRow row(out);
  row << std::to_string(hit.statement) << std::to_string(hit.document) << (hit.person ? std::to_string(hit.person->id) : "");
  row << (hit.person ? hit.person->name : "") << std::to_string(hit.copies.size());
  formats::add_csv_document(row, hit.head);
  formats::add_csv_statement(row, hit.said, hit.number);
  row.end();
}

}  // namespace sayso::record
