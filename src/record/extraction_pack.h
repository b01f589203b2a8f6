// What was found in a document -> the columns documents.said, documents.named and documents.people. Words that stand in
// the document's text are kept by their places alone. Unpacking throws SqlFailure where the bytes are damaged.
//
// said:      COUNT content{COUNT} statement{COUNT}; `content` is a passage (passage_pack.h), near the one before
// statement: KIND+STANCE FLAGS CONFIDENCE [cue] source via… [addressee] [channel] [said_at] [PARENT]; see
// put_statement() named:     COUNT entity{COUNT}, see put_entity() people:    COUNT person{COUNT}, one an entity
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "record/people_linker.h"
#include "sayso/statement.h"
#include "text/code_points.h"

namespace sayso::record {

inline constexpr double kSteps = 10'000;  // confidences and scores have four digits, as in JSON

struct NamedEntity {
  Entity entity;
  double score = 1;     // of joining it to a person that was there
  std::string reasons;  // empty where it made a new one
};

std::string pack_statements(const Extraction& extraction, const CodePoints& text);
std::vector<Statement> unpack_statements(std::string_view said, const std::vector<NamedEntity>& entities,
                                         const CodePoints& text);
// What one of them says, by its number; nothing where there is no such statement.
std::optional<std::string> unpack_content(std::string_view said, std::size_t number, const CodePoints& text);

std::string pack_entities(const std::vector<Entity>& entities, const std::vector<Linked>& linked,
                          const CodePoints& text);
std::vector<NamedEntity> unpack_entities(std::string_view named, const CodePoints& text);

std::string pack_people(const std::vector<std::int64_t>& people);
std::vector<std::int64_t> unpack_people(std::string_view people);

}  // namespace sayso::record
