// Text with its attributions marked: "{s1|Ann Cole} {c1|said} {t1|taxes will rise}." Braces may nest; a letter and a
// number may come again for further pieces.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/analyse.h"
#include "extract/statements.h"
#include "extract/who.h"

namespace sayso {

struct Annotated {
  std::unique_ptr<Document> document = std::make_unique<Document>();  // stays where the analysis views it
  std::optional<Analysis> analysis;
  std::vector<Attribution> attributions;
};

namespace annotated {

struct Mark {
  char role;
  int number;
  std::uint32_t begin;  // byte in the plain text
  std::uint32_t end;
};

inline std::string strip(std::string_view marked, std::vector<Mark>& marks) {
  std::string plain;
  std::vector<std::size_t> open;
  for (std::size_t i = 0; i < marked.size(); ++i) {
    if (marked[i] == '{') {
      const std::size_t bar = marked.find('|', i);
      open.push_back(marks.size());
      marks.push_back({marked[i + 1], std::stoi(std::string(marked.substr(i + 2, bar - i - 2))), static_cast<std::uint32_t>(plain.size()), 0});
      i = bar;
    } else if (marked[i] == '}') {
      marks[open.back()].end = static_cast<std::uint32_t>(plain.size());
      open.pop_back();
    } else {
      plain += marked[i];
    }
  }
  return plain;
}

inline TokenRange tokens_of(const Analysis& a, const Mark& mark) {
  TokenRange out;
  for (std::uint32_t t = 0; t < a.tokens.size(); ++t) {
    if (a.tokens[t].byte_end <= mark.begin || a.tokens[t].byte >= mark.end) continue;
    if (out.empty()) out.begin = t;
    out.end = t + 1;
  }
  return out;
}

}  // namespace annotated

inline Annotated annotate(std::string_view marked, std::string published = "") {
  Annotated out;
  std::vector<annotated::Mark> marks;
  out.document->text = annotated::strip(marked, marks);
  if (!published.empty()) out.document->published = published;
  out.analysis.emplace(analyse(*out.document));
  std::map<int, Attribution> found;
  for (const annotated::Mark& mark : marks) {
    const TokenRange range = annotated::tokens_of(*out.analysis, mark);
    Attribution& a = found[mark.number];
    if (range.empty()) continue;  // attributions hold no empty ranges
    if (mark.role == 's') a.source.push_back(range);
    if (mark.role == 'c') a.cue = range;
    if (mark.role == 't') a.content.push_back(range);
  }
  for (auto& [number, a] : found) {
    if (!a.content.empty()) out.attributions.push_back(std::move(a));
  }
  return out;
}

// Statements and entities of marked text.
inline Extraction extract_marked(std::string_view marked, std::string published = "", std::string outlet = "") {
  Annotated in = annotate(marked, std::move(published));
  if (!outlet.empty()) in.document->outlet = outlet;
  Extraction out;
  out.statements = build_statements(*in.analysis, in.attributions);
  resolve_sources(*in.analysis, WordForms(*in.analysis), *in.document, in.attributions, out);
  return out;
}

// "person Ann Cole", "anonymous", "none": a party in short.
inline std::string in_short(const Party& party) {
  std::string out(name_of(party.type));
  if (party.name) out += " " + *party.name;
  return out;
}

inline std::vector<std::string> sources(std::string_view marked) {
  std::vector<std::string> out;
  for (const Statement& s : extract_marked(marked).statements) out.push_back(in_short(s.source));
  return out;
}

}  // namespace sayso
