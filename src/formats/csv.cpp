// csv: one row a statement, RFC 4180, with a header. What is unknown is empty.
//
// Offsets are code points of the document's text, as in brat: "120 139;145 160", which spreadsheets leave alone.
// Several names or relays stand in one cell, "; " between them.
#include <array>

#include "formats/csv_row.h"
#include "formats/json_writer.h"
#include "formats/statement_json.h"
#include "formats/valid_utf8.h"
#include "formats/write.h"

namespace sayso::formats {
namespace {

constexpr std::array<std::string_view, 35> kColumns = {"doc_id",
                                                       "path",
                                                       "url",
                                                       "outlet",
                                                       "published",
                                                       "title",
                                                       "authors",
                                                       "language",
                                                       "statement",
                                                       "kind",
                                                       "stance",
                                                       "source_name",
                                                       "source_type",
                                                       "source",
                                                       "source_entity",
                                                       "cue",
                                                       "content",
                                                       "addressee_name",
                                                       "addressee_type",
                                                       "addressee",
                                                       "via_names",
                                                       "via_types",
                                                       "via",
                                                       "channel",
                                                       "channel_text",
                                                       "said_at",
                                                       "said_at_text",
                                                       "parent",
                                                       "confidence",
                                                       "content_begin",
                                                       "content_end",
                                                       "content_spans",
                                                       "cue_spans",
                                                       "source_spans",
                                                       "addressee_spans"};

bool needs_quotes(std::string_view cell) {
  return cell.find_first_of(",\"\r\n") != cell.npos || cell.starts_with(' ') || cell.ends_with(' ');
}

template <class Items, class Text>
std::string joined(const Items& items, std::string_view between, Text text) {
  std::string out;
  for (const auto& item : items) {
    if (&item != &*items.begin()) out += between;
    out += text(item);
  }
  return out;
}

std::string spans_of(const Passage& passage) {
  return joined(passage.spans, ";", [](Span s) { return std::to_string(s.begin) + " " + std::to_string(s.end); });
}

void add_party(CsvRow& row, const Party& party) { row << party.name << name_of(party.type) << party.passage.text; }

void add_relays(CsvRow& row, const std::vector<Party>& via) {
  row << joined(via, "; ", [](const Party& p) { return p.name.value_or(p.passage.text); });
  row << joined(via, "; ", [](const Party& p) { return std::string(name_of(p.type)); });
  row << joined(via, "; ", [](const Party& p) { return p.passage.text; });
}

void add_channel_and_day(CsvRow& row, const Statement& statement) {
  if (statement.channel)
    row << name_of(statement.channel->type) << statement.channel->passage.text;
  else
    row << "" << "";
  if (statement.said_at)
    row << statement.said_at->date << statement.said_at->passage.text;
  else
    row << "" << "";
}

void add_places(CsvRow& row, const Statement& statement) {
  const std::vector<Span>& spans = statement.content.spans;
  row << (spans.empty() ? "" : std::to_string(spans.front().begin));
  row << (spans.empty() ? "" : std::to_string(spans.back().end));
  row << spans_of(statement.content) << (statement.cue ? spans_of(*statement.cue) : "");
  row << spans_of(statement.source.passage);
  row << (statement.addressee ? spans_of(statement.addressee->passage) : "");
}

}  // namespace

CsvRow& CsvRow::operator<<(std::string_view cell) {
  if (cells_++ > 0) out_ += ',';
  if (!needs_quotes(cell)) {
    out_ += valid_utf8(cell);
    return *this;
  }
  out_ += '"';
  for (const char c : valid_utf8(cell)) out_.append(c == '"' ? 2 : 1, c);
  out_ += '"';
  return *this;
}

void add_csv_columns(CsvRow& row) {
  for (const std::string_view column : kColumns) row << column;
}

void add_csv_document(CsvRow& row, const Document& document) {
  row << document.id << document.path << document.url << document.outlet << document.published << document.title;
  row << joined(document.authors, "; ", [](const std::string& name) { return name; }) << document.language;
}

void add_csv_statement(CsvRow& row, const Statement& statement, std::size_t index) {
  row << statement_id(index) << name_of(statement.kind) << name_of(statement.stance);
  add_party(row, statement.source);
  row << (statement.source.entity ? entity_id(*statement.source.entity) : "");
  row << (statement.cue ? statement.cue->text : "") << statement.content.text;
  if (statement.addressee)
    add_party(row, *statement.addressee);
  else
    row << "" << "" << "";
  add_relays(row, statement.via);
  add_channel_and_day(row, statement);
  row << (statement.parent ? statement_id(*statement.parent) : "") << short_probability(statement.confidence);
  add_places(row, statement);
}

void append_csv_header(std::string& out) {
  CsvRow row(out);
  add_csv_columns(row);
  row.end();
}

void append_csv(std::string& out, const Document& document, const Extraction& extraction) {
  for (std::size_t i = 0; i < extraction.statements.size(); ++i) {
    CsvRow row(out);
    add_csv_document(row, document);
    add_csv_statement(row, extraction.statements[i], i);
    row.end();
  }
}

}  // namespace sayso::formats
