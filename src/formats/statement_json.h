// The objects of the contract that json and jsonl share.
#pragma once

#include "formats/json_writer.h"
#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::formats {

std::string statement_id(std::size_t index);  // "s1" for 0
std::string entity_id(std::size_t index);     // "e1" for 0

// The keys of "doc" but for "text", without braces.
void write_document_keys(JsonWriter& json, const Document& document);
// The keys of a statement, without braces; with "reasons" in each party, and "merges" in each entity, where they are to
// explain.
void write_statement_keys(JsonWriter& json, const Statement& statement, std::size_t index, bool explain);
void write_entity(JsonWriter& json, const Entity& entity, std::size_t index, bool explain);
void write_set_off(JsonWriter& json, const SetOff& part);
void write_warning(JsonWriter& json, const Warning& warning);

}  // namespace sayso::formats
