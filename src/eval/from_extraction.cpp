#include "eval/from_extraction.h"

#include <fmt/format.h>

namespace sayso::eval {
namespace {

std::vector<Piece> pieces_of(const Passage& passage) {
  std::vector<Piece> out;
  for (const Span span : passage.spans) out.push_back({span.begin, span.end});
  return out;
}

PredictedParty party_of(const Party& party) {
  const bool named = party.name && !party.name->empty();
  return {std::string(name_of(party.type)), named ? *party.name : party.passage.text};
}

// Identifiers as they stand in the JSON format, quotes included.
std::string statement_id(std::size_t index) { return fmt::format("\"s{}\"", index + 1); }
std::string entity_id(std::size_t index) { return fmt::format("\"e{}\"", index + 1); }

PredictedStatement statement_of(const Statement& statement, std::size_t index) {
  PredictedStatement out;
  out.id = statement_id(index);
  out.kind = name_of(statement.kind);
  out.content = pieces_of(statement.content);
  out.source = party_of(statement.source);
  if (statement.addressee) out.addressee = party_of(*statement.addressee);
  for (const Party& relay : statement.via) out.via.push_back(party_of(relay));
  if (statement.channel) out.channel = name_of(statement.channel->type);
  if (statement.said_at) out.said_at = statement.said_at->date;
  out.parent = statement.parent ? statement_id(*statement.parent) : "null";
  return out;
}

}  // namespace

std::vector<RolePieces> attributions_of(const Extraction& extraction, std::u32string_view text) {
  std::vector<RolePieces> out;
  for (const Statement& statement : extraction.statements) {
    RolePieces attribution;
    attribution.of[kSource] = merged(pieces_of(statement.source.passage), text);
    if (statement.cue) attribution.of[kCue] = merged(pieces_of(*statement.cue), text);
    attribution.of[kContent] = merged(pieces_of(statement.content), text);
    if (!attribution.of[kCue].empty() || !attribution.of[kContent].empty()) out.push_back(std::move(attribution));
  }
  return out;
}

PredictedStory story_of(const Extraction& extraction) {
  PredictedStory out;
  for (std::size_t i = 0; i < extraction.statements.size(); ++i)
    out.statements.push_back(statement_of(extraction.statements[i], i));
  for (std::size_t i = 0; i < extraction.entities.size(); ++i) {
    const Entity& entity = extraction.entities[i];
    PredictedEntity& mine = out.entities.emplace_back(PredictedEntity{entity_id(i), {entity.name}});
    mine.names.insert(mine.names.end(), entity.aliases.begin(), entity.aliases.end());
  }
  return out;
}

}  // namespace sayso::eval
