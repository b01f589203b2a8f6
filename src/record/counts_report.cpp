#include "record/counts_report.h"

#include <fmt/format.h>

#include <algorithm>

#include "formats/columns.h"
#include "formats/csv_row.h"

namespace sayso::record {
namespace {

constexpr std::size_t kLine = 8;  // of the most frequent

constexpr const char* kCountColumns[] = {"statements", "documents", "direct", "mixed", "indirect", "anonymous", "no_source", "women", "men", "other_gender", "first", "last"};

void append_counts(formats::CsvRow& cells, const CountRow& row, bool gender) {
  for (const std::size_t n : {row.statements, row.documents, row.direct, row.mixed, row.indirect, row.anonymous, row.no_source}) cells << std::to_string(n);
  for (const std::size_t n : {row.women, row.men, row.other_gender}) cells << (gender ? std::to_string(n) : "");
  cells << row.first_day << row.last_day;
}

std::string span_of(const CountRow& row) {
  const std::string first = row.first_day.substr(0, 7), last = row.last_day.substr(0, 7);
  return first == last ? first : first + " – " + last;
}

// In the order of the table, which for months and years is time.
std::vector<const CountRow*> most_frequent(const std::vector<CountRow>& rows) {
  std::vector<const CountRow*> out;
  for (const CountRow& row : rows) out.push_back(&row);
  std::ranges::stable_sort(out, std::ranges::greater{}, &CountRow::statements);
  out.resize(std::min(out.size(), kLine));
  std::ranges::sort(out);  // they lie one after the other
  return out;
}

bool has(const std::vector<CountBy>& by, CountBy one) {
  for (const CountBy each : by) {
    if (each == one) return true;
  }
  return false;
}

}  // namespace

std::string name_for_people(CountBy by, const CountRow::Key& key) {
  if (!key.text.empty()) return formats::one_line(key.text);
  if (by == CountBy::person) return "(nobody by name)";
  if (by == CountBy::gender) return "(not given)";
  return fmt::format("(no {})", name_of(by));
}

void append_text(std::string& out, const CountTable& table, const std::vector<CountBy>& by, const ReportLook& look) {
  const bool people = has(by, CountBy::person), days = people || has(by, CountBy::outlet);
  const bool gender = table.has_gender && !people && !has(by, CountBy::gender);
  std::vector<std::string> headings;
  for (const CountBy one : by) {
    if (one == CountBy::person) headings.emplace_back(">#");
    headings.emplace_back(name_of(one));
  }
  for (const char* heading : {">statements", ">documents", ">direct"}) headings.emplace_back(heading);
  if (!people) headings.emplace_back(">anonymous");
  if (gender) headings.insert(headings.end(), {">women", ">men"});
  if (days && !gender) headings.emplace_back("days");
  TextTable text(headings);
  for (const CountRow& row : table.rows) {
    std::vector<std::string> cells;
    for (std::size_t i = 0; i < by.size(); ++i) {
      if (by[i] == CountBy::person) cells.push_back(row.keys[i].id != 0 ? std::to_string(row.keys[i].id) : "");
      cells.push_back(name_for_people(by[i], row.keys[i]));
    }
    cells.insert(cells.end(), {with_commas(row.statements), with_commas(row.documents), share(row.direct, row.statements)});
    if (!people) cells.push_back(share(row.anonymous, row.statements));
    if (gender) cells.insert(cells.end(), {share(row.women, row.statements), share(row.men, row.statements)});
    if (days && !gender) cells.push_back(span_of(row));
    text.add(std::move(cells));
  }
  text.write(out, look);
  if (table.left_out > 0) out += fmt::format("  and {} more\n", with_commas(table.left_out));
}

void append_totals(std::string& out, const CountTable& table, const ReportLook& look) {
  const CountRow& all = table.all;
  std::string line = fmt::format("{} in {}", counted(all.statements, "statement"), counted(all.documents, "document"));
  if (!all.first_day.empty()) line += fmt::format(", {} to {}", all.first_day, all.last_day);
  add_lines(out, look, line, 0, kBold);
  if (all.statements == 0) return;
  line = fmt::format("direct {}, mixed {}, indirect {}; anonymous {}, no source {}", share(all.direct, all.statements), share(all.mixed, all.statements),
                     share(all.indirect, all.statements), share(all.anonymous, all.statements), share(all.no_source, all.statements));
  if (table.has_gender) line += fmt::format("; of listed people: women {}, men {}", share(all.women, all.statements), share(all.men, all.statements));
  add_lines(out, look, line, 0);
}

void append_line(std::string& out, const CountTable& table, CountBy by, const ReportLook& look) {
  std::string line;
  std::size_t shown = 0;
  for (const CountRow* row : most_frequent(table.rows)) line += fmt::format("{}{} {}", shown++ > 0 ? ", " : "", name_for_people(by, row->keys[0]), with_commas(row->statements));
  const std::size_t more = table.rows.size() - shown + table.left_out;
  if (more > 0) line += fmt::format(" and {} more", with_commas(more));
  add_labelled(out, look, name_of(by), line);
}

void write_counts(formats::JsonWriter& json, const CountRow& row, bool gender) {
  json.key("statements").integer(row.statements);
  json.key("documents").integer(row.documents);
  json.key("direct").integer(row.direct);
  json.key("mixed").integer(row.mixed);
  json.key("indirect").integer(row.indirect);
  json.key("anonymous").integer(row.anonymous);
  json.key("no_source").integer(row.no_source);
  if (gender) {
    json.key("women").integer(row.women);
    json.key("men").integer(row.men);
    json.key("other_gender").integer(row.other_gender);
  }
  const auto day = [](const std::string& text) { return text.empty() ? std::nullopt : std::optional(text); };
  json.key("first").string_or_null(day(row.first_day));
  json.key("last").string_or_null(day(row.last_day));
}

namespace {

void write_row(formats::JsonWriter& json, const CountRow& row, const std::vector<CountBy>& by, bool gender) {
  json.begin_object();
  for (std::size_t i = 0; i < by.size(); ++i) {
    json.key(name_of(by[i]));
    if (row.keys[i].text.empty()) json.null();
    else json.string(row.keys[i].text);
    if (by[i] != CountBy::person) continue;
    json.key("person_id");
    if (row.keys[i].id == 0) json.null();
    else json.integer(static_cast<std::uint64_t>(row.keys[i].id));
  }
  write_counts(json, row, gender);
  json.end_object();
}

}  // namespace

void write_rows(formats::JsonWriter& json, const CountTable& table, const std::vector<CountBy>& by) {
  json.begin_array();
  for (const CountRow& row : table.rows) write_row(json, row, by, table.has_gender);
  json.end_array();
}

void append_lines(std::string& out, const CountTable& table, const std::vector<CountBy>& by) {
  for (const CountRow& row : table.rows) {
    formats::JsonWriter json(out);
    write_row(json, row, by, table.has_gender);
    out += '\n';
  }
}

void append_csv(std::string& out, const CountTable& table, const std::vector<CountBy>& by) {
  formats::CsvRow head(out);
  for (const CountBy one : by) {
    head << name_of(one);
    if (one == CountBy::person) head << "person_id";
  }
  for (const char* column : kCountColumns) head << column;
  head.end();
  for (const CountRow& row : table.rows) {
    formats::CsvRow cells(out);
    for (std::size_t i = 0; i < by.size(); ++i) {
      cells << row.keys[i].text;
      if (by[i] == CountBy::person) cells << (row.keys[i].id == 0 ? "" : std::to_string(row.keys[i].id));
    }
    append_counts(cells, row, table.has_gender);
    cells.end();
  }
}

void append_csv(std::string& out, const std::vector<CountTable>& tables, const std::vector<CountBy>& by) {
  formats::CsvRow head(out);
  head << "by" << "value" << "person_id";
  for (const char* column : kCountColumns) head << column;
  head.end();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    for (const CountRow& row : tables[i].rows) {
      formats::CsvRow cells(out);
      cells << name_of(by[i]) << row.keys[0].text << (row.keys[0].id == 0 ? "" : std::to_string(row.keys[0].id));
      append_counts(cells, row, tables[i].has_gender);
      cells.end();
    }
  }
}

}  // namespace sayso::record
