// html: a page with each document, its statements marked in the text, and a table of them beside it.
#include <fmt/format.h>

#include <iterator>

#include "formats/html_page.h"
#include "formats/html_text.h"
#include "formats/labels.h"
#include "formats/names_of_documents.h"
#include "formats/text_places.h"
#include "formats/write.h"

namespace sayso::formats {
namespace {

std::string escaped(std::string_view text) {
  std::string out;
  append_escaped(out, text);
  return out;
}

void add_fact(std::string& line, std::string_view fact) {
  if (!fact.empty()) line += (line.empty() ? "" : " · ") + escaped(fact);
}

// Only addresses of the web become links: a document could name "javascript:".
std::string link_to(std::string_view url) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return escaped(url);
  return fmt::format("<a href=\"{0}\" rel=\"noreferrer\">{0}</a>", escaped(url));
}

void append_heading(std::string& out, const Document& document) {
  std::string facts;
  if (document.outlet) add_fact(facts, *document.outlet);
  for (const std::string& author : document.authors) add_fact(facts, author);
  if (document.published) add_fact(facts, *document.published);
  if (document.title) add_fact(facts, document.path);
  if (document.url) facts += (facts.empty() ? "" : " · ") + link_to(*document.url);
  out += "<h1>" + escaped(document.title ? *document.title : document.path) + "</h1>\n";
  out += "<p class=\"facts\">" + facts + "</p>\n";
}

std::string who_cell(const Statement& statement) {
  std::string out = "<span class=\"who\">" + escaped(name_for_people(statement.source)) + "</span>";
  std::string small;
  if (const std::string called = called_in_text(statement.source); !called.empty()) add_fact(small, "“" + called + "”");
  if (statement.source.type != SourceType::none) add_fact(small, name_of(statement.source.type));
  if (statement.addressee) add_fact(small, "to " + name_for_people(*statement.addressee));
  for (const Party& relay : statement.via) add_fact(small, "via " + name_for_people(relay));
  return small.empty() ? out : out + "<br><span class=\"small\">" + small + "</span>";
}

std::string words_cell(const Statement& statement) {
  std::string small;
  if (statement.cue) add_fact(small, statement.cue->text);
  if (statement.stance != Stance::asserts) add_fact(small, name_of(statement.stance));
  if (statement.channel) add_fact(small, channel_for_people(*statement.channel));
  if (statement.said_at) add_fact(small, statement.said_at->date);
  if (statement.parent) add_fact(small, fmt::format("within {}", *statement.parent + 1));
  return fmt::format(
      "<span class=\"words\">{}</span><span class=\"small\"><span class=\"kind content {}\">{}</span> {}</span>",
      escaped(statement.content.text), name_of(statement.kind), name_of(statement.kind), small);
}

void append_row(std::string& out, const Statement& statement, std::size_t index, const std::string& prefix) {
  fmt::format_to(
      std::back_inserter(out),
      "<tr id=\"{0}-r{1}\" data-s=\"{1}\"{2}><td><a href=\"#{0}-s{1}\">{1}</a></td><td>{3}</td><td>{4}</td></tr>\n",
      prefix, index + 1, statement.parent ? " class=\"nested\"" : "", who_cell(statement), words_cell(statement));
}

void append_table(std::string& out, const Extraction& extraction, const std::string& prefix) {
  out += "<table>\n<caption>" + escaped(summary_of(extraction)) + "</caption>\n";
  if (!extraction.statements.empty())
    out += "<thead><tr><th scope=\"col\">No.</th><th scope=\"col\">Who</th><th scope=\"col\">Words</th></tr></thead>\n";
  out += "<tbody>\n";
  for (std::size_t i = 0; i < extraction.statements.size(); ++i) append_row(out, extraction.statements[i], i, prefix);
  out += "</tbody>\n</table>\n";
}

void append_warnings(std::string& out, const Document& document, const Extraction& extraction) {
  if (extraction.warnings.empty()) return;
  const TextPlaces places(document.text);
  out += "<ul class=\"doubts\">\n";
  for (const Warning& warning : extraction.warnings) {
    const TextPlace place = places.at(warning.span.begin);
    out += fmt::format("<li>line {}, column {}: {}</li>\n", place.line, place.column, escaped(warning.message));
  }
  out += "</ul>\n";
}

}  // namespace

void append_html_header(std::string& out) { out += kPageBegin; }
void append_html_footer(std::string& out) { out += kPageEnd; }

void append_html(std::string& out, const Document& document, const Extraction& extraction) {
  const std::string prefix = anchor_of(document);
  out += "<article>\n";
  append_heading(out, document);
  out += "<div class=\"columns\">\n<div class=\"text\" dir=\"auto\"";
  if (document.language) out += " lang=\"" + escaped(*document.language) + "\"";
  out += ">";
  append_marked_text(out, document, extraction, prefix);
  out += "</div>\n<div class=\"side\">\n";
  append_table(out, extraction, prefix);
  append_warnings(out, document, extraction);
  out += "</div>\n</div>\n</article>\n";
}

}  // namespace sayso::formats
