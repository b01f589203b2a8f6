#include "record/added_report.h"

#include <fmt/format.h>

#include "formats/columns.h"
#include "formats/json_writer.h"

namespace sayso::record {
namespace {

constexpr std::size_t kIndent = 2;
constexpr std::size_t kLabel = 10;  // columns of "reworded  "

void append_change(formats::JsonWriter& json, const Change& change) {
  const auto text_or_null = [&](const std::string& text, bool there) { there ? json.string(text) : json.null(); };
  json.begin_object();
  json.key("change").string(name_of(change.what));
  json.key("before");
  text_or_null(change.before, change.what != Change::What::added);
  json.key("after");
  text_or_null(change.after, change.what != Change::What::removed);
  json.end_object();
}

// "  reworded  that the mill would be sold": the label once, the words wrapped beside it.
void append_words(std::string& out, std::string_view label, const std::string& words, std::size_t width) {
  for (const std::string& line : formats::wrapped(formats::one_line(words), width - kIndent - kLabel)) {
    out += fmt::format("{:{}}{:{}}{}\n", "", kIndent, label, kLabel, line);
    label = {};
  }
}

void add_item(std::string& line, std::size_t number, std::string_view one, std::string_view many) {
  if (number == 0) return;
  line += fmt::format("{}{} {}", line.empty() ? "" : ", ", number, number == 1 ? one : many);
}

}  // namespace

void append_json(std::string& out, const Named& document, const Added& added) {
  formats::JsonWriter json(out);
  json.begin_object();
  json.key("id").string(document.id);
  json.key("path").string(document.path);
  json.key("outcome").string(name_of(added.outcome));
  json.key("document").integer(static_cast<std::uint64_t>(added.document));
  json.key("version").integer(static_cast<std::uint64_t>(added.version));
  json.key("statements").integer(added.statements);
  if (json.key("near"); added.near) json.integer(static_cast<std::uint64_t>(*added.near));
  else json.null();
  json.key("changes").begin_array();
  for (const Change& change : added.changes) append_change(json, change);
  json.end_array();
  json.end_object();
  out += '\n';
}

void append_text(std::string& out, const Named& document, const Added& added, std::size_t width) {
  if (added.outcome != Added::Outcome::new_version) return;
  for (const std::string& line : formats::wrapped(fmt::format("{}: version {}", formats::one_line(document.path), added.version), width)) out += line + "\n";
  if (added.changes.empty()) out += "  no quotation changed\n";
  for (const Change& change : added.changes) {
    const bool reworded = change.what == Change::What::reworded;
    append_words(out, name_of(change.what), change.what == Change::What::added ? change.after : change.before, width);
    if (reworded) append_words(out, "to", change.after, width);
  }
  out += '\n';
}

void AddedTotals::count(const Added& one) {
  switch (one.outcome) {
    case Added::Outcome::added: ++added; break;
    case Added::Outcome::known: ++known; return;
    case Added::Outcome::new_version: ++new_versions; break;
    case Added::Outcome::again: ++again; break;
  }
  statements += one.statements;
}

void AddedTotals::count(const AddedTotals& more) {
  added += more.added;
  known += more.known;
  new_versions += more.new_versions;
  again += more.again;
  statements += more.statements;
}

std::string AddedTotals::summary() const {
  std::string out;
  add_item(out, added, "document added", "documents added");
  add_item(out, new_versions, "new version", "new versions");
  add_item(out, again, "extracted again", "extracted again");
  add_item(out, known, "already known", "already known");
  if (out.empty()) return "nothing added";
  if (added + new_versions + again == 0) return out;
  std::string found;
  add_item(found, statements, "statement", "statements");
  return out + "; " + (found.empty() ? "no statements" : found);
}

}  // namespace sayso::record
