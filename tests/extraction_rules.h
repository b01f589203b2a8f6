// What holds of every extraction, whatever the text: shared by tests and fuzz targets.
#pragma once

#include <string>

#include "sayso/document.h"
#include "sayso/statement.h"
#include "text/code_points.h"

namespace sayso {

namespace rules {

inline bool stands(const CodePoints& text, const Passage& passage) {
  std::string joined;
  std::uint32_t end = 0;
  for (const Span& span : passage.spans) {
    if (span.empty() || span.begin < end || span.end > text.size()) return false;
    if (!joined.empty()) joined += " … ";
    joined += text.slice(span);
    end = span.end;
  }
  return joined == passage.text;
}

inline bool fits(const CodePoints& text, const Party& party, std::size_t entities) {
  for (const Candidate& c : party.candidates)
    if (c.entity >= entities || c.name.empty() || !(c.score >= 0 && c.score <= 1.0001)) return false;
  return stands(text, party.passage) && (!party.entity || *party.entity < entities);
}

}  // namespace rules

// The first rule that is broken, or an empty string.
inline std::string broken_rule(const Document& document, const Extraction& found) {
  using namespace rules;
  const CodePoints text(document.text);
  for (const Entity& e : found.entities) {
    if (e.name.empty()) return "an entity has a name";
    for (const Span& m : e.mentions)
      if (m.empty() || m.end > text.size()) return "mentions lie in the text";
    for (const Merge& m : e.merges)
      for (const std::uint32_t other : m.others)
        if (m.span.end > text.size() || other >= found.entities.size()) return "others are entities";
  }
  std::uint32_t before = 0;
  for (std::size_t i = 0; i < found.statements.size(); ++i) {
    const Statement& s = found.statements[i];
    if (s.content.empty()) return "a statement has content";
    if (!stands(text, s.content)) return "content is what stands there";
    if (s.content.spans.front().begin < before) return "statements are in text order";
    before = s.content.spans.front().begin;
    if (s.cue && (s.cue->empty() || !stands(text, *s.cue))) return "a cue is what stands there";
    if (!fits(text, s.source, found.entities.size())) return "a source is what stands there";
    if (s.addressee && !fits(text, *s.addressee, found.entities.size())) return "an addressee is what stands there";
    for (const Party& p : s.via)
      if (!fits(text, p, found.entities.size())) return "a relay is what stands there";
    if (s.source.type == SourceType::none && (s.source.entity || s.source.name)) return "no source has no name";
    if (!(s.confidence >= 0 && s.confidence <= 1)) return "confidence is a probability";
    std::size_t steps = 0;
    for (auto parent = s.parent; parent; parent = found.statements[*parent].parent)
      if (*parent >= found.statements.size() || ++steps > found.statements.size()) return "parents form a tree";
  }
  for (const Warning& w : found.warnings)
    if (w.span.end > text.size() || w.code.empty()) return "warnings lie in the text";
  return {};
}

}  // namespace sayso
