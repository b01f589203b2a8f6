#include "eval/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <type_traits>

namespace sayso::eval {
namespace {

using Out = std::back_insert_iterator<std::string>;

template <class Values>
auto find_value(const Values& values, std::string_view key) {
  return std::find_if(values.begin(), values.end(), [key](const auto& value) { return value.first == key; });
}

// The value of `key` in a column, or white space.
template <class Values>
std::string cell(const Values& values, std::string_view key, int width) {
  const auto found = find_value(values, key);
  if (found == values.end()) return std::string(static_cast<std::size_t>(width), ' ');
  using Value = typename Values::value_type::second_type;
  return fmt::format(fmt::runtime(std::is_floating_point_v<Value> ? "{:>{}.1f}" : "{:>{}}"), found->second, width);
}

void append_row(std::string& out, const Row& row) {
  std::string line = fmt::format("  {:14}", row.name);
  for (const char* key : {"P", "R", "F1"}) line += cell(row.shares, key, 7);
  for (const char* key : {"gold", "pred"}) line += cell(row.counts, key, 8);
  line.erase(line.find_last_not_of(' ') + 1);
  out += line + '\n';
}

void append_story_row(std::string& out, const Row& row) {
  const std::int64_t n = row.counts.front().second;
  const auto& v = row.shares;
  if (v.size() == 1) fmt::format_to(Out(out), "{:13} {:5.1f} %  n {}\n", row.name, v[0].second, n);
  else fmt::format_to(Out(out), "{:13} P {:5.1f}  R {:5.1f}  F1 {:5.1f}  n {}\n", row.name, v[0].second, v[1].second, v[2].second, n);
}

void append_miss(std::string& out, const Miss& miss) {
  fmt::format_to(Out(out), "{}: {} wanted {}, got {}", miss.document, miss.content, miss.wanted, miss.got);
  for (const std::string& field : miss.wrong) fmt::format_to(Out(out), ", {} wrong", field);
  out += '\n';
}

void append_string(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') (out += '\\') += c;
    else if (static_cast<unsigned char>(c) < 0x20) fmt::format_to(Out(out), "\\u{:04x}", c);
    else out += c;
  }
  out += '"';
}

void append_key(std::string& out, std::string_view key) {
  if (out.back() != '{') out += ", ";
  append_string(out, key);
  out += ": ";
}

void append_strings(std::string& out, const std::vector<std::string>& strings) {
  out += '[';
  for (std::size_t i = 0; i < strings.size(); ++i) {
    if (i > 0) out += ", ";
    append_string(out, strings[i]);
  }
  out += ']';
}

void append_rows(std::string& out, const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    append_key(out, row.name);
    out += '{';
    for (const auto& [key, value] : row.shares) append_key(out, key), fmt::format_to(Out(out), "{:.1f}", value);
    for (const auto& [key, value] : row.counts) append_key(out, key), fmt::format_to(Out(out), "{}", value);
    out += '}';
  }
}

void append_misses(std::string& out, const std::vector<Miss>& misses) {
  append_key(out, "misses");
  out += '[';
  for (std::size_t i = 0; i < misses.size(); ++i) {
    out += i > 0 ? ", {" : "{";
    append_key(out, "document"), append_string(out, misses[i].document);
    append_key(out, "content"), append_string(out, misses[i].content);
    append_key(out, "wanted"), append_string(out, misses[i].wanted);
    append_key(out, "got"), append_string(out, misses[i].got);
    append_key(out, "wrong"), append_strings(out, misses[i].wrong);
    out += '}';
  }
  out += ']';
}

}  // namespace

std::string to_text(const Report& report) {
  std::string out;
  for (const Miss& miss : report.misses) append_miss(out, miss);
  for (const Section& section : report.sections) {
    if (report.of == Report::Of::stories) {
      for (const Row& row : section.rows) append_story_row(out, row);
      continue;
    }
    fmt::format_to(Out(out), "{:16}{:>7}{:>7}{:>7}{:>8}{:>8}\n", section.name, "P", "R", "F1", "gold", "pred");
    for (const Row& row : section.rows) append_row(out, row);
  }
  if (report.of == Report::Of::attributions) return out;
  fmt::format_to(Out(out), "{:13} {}", "lost", report.lost.size());
  for (std::size_t i = 0; i < report.lost.size() && i < 5; ++i) (out += ' ') += report.lost[i];
  return out += '\n';
}

std::string to_json(const Report& report, bool with_misses) {
  std::string out = "{";
  for (const Section& section : report.sections) {
    if (report.of == Report::Of::stories) {
      append_rows(out, section.rows);
      continue;
    }
    append_key(out, section.name);
    out += '{';
    append_rows(out, section.rows);
    out += '}';
  }
  if (report.of == Report::Of::stories) append_key(out, "lost"), append_strings(out, report.lost);
  if (with_misses) append_misses(out, report.misses);
  return out += "}\n";
}

}  // namespace sayso::eval
