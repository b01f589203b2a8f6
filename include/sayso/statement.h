// Statements: who said what, as the text gives it, and the entities that they speak of.
//
// The definitions of every field are those of docs/statements.md. Plain data: the engine fills it, formats print it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"

namespace sayso {

enum class Kind : std::uint8_t { direct, indirect, mixed };
enum class SourceType : std::uint8_t { person, organization, group, document, anonymous, none };
enum class Stance : std::uint8_t { asserts, denies, asks, orders, promises, believes, intends, alleges };
enum class ChannelType : std::uint8_t {
  interview, call, post, statement, press_conference, speech, testimony, filing, message, letter, broadcast,
  publication, meeting
};

// Words of the document: one or more pieces in order, and exactly what stands there, joined with " … ".
struct Passage {
  std::string text;
  std::vector<Span> spans;

  bool empty() const { return spans.empty(); }
};

// Who speaks, relays or is spoken to. A source that is not given has type none and an empty passage.
struct Party {
  Passage passage;
  std::optional<std::uint32_t> entity;  // index into Extraction::entities
  std::optional<std::string> name;      // the most complete one the document gives; none for anonymous
  SourceType type = SourceType::none;
  std::vector<std::uint32_t> entities;  // all who speak as one, in the order of the text; else the one or none
};

struct Channel {
  ChannelType type = ChannelType::statement;
  Passage passage;
};

struct SaidAt {
  std::string date;  // ISO, YYYY-MM-DD
  Passage passage;
};

struct Statement {
  Kind kind = Kind::indirect;
  Passage content;
  std::optional<Passage> cue;
  Party source;
  std::vector<Party> via;  // nearest relay first
  std::optional<Party> addressee;
  std::optional<Channel> channel;
  std::optional<SaidAt> said_at;
  Stance stance = Stance::asserts;
  std::optional<std::uint32_t> parent;  // index into Extraction::statements
  double confidence = 0.0;              // calibrated probability that the statement is found rightly, 0 to 1
};

// A person, body, group or document of the text and the places where it is mentioned.
struct Entity {
  std::string name;
  SourceType type = SourceType::person;
  std::vector<std::string> aliases;  // distinct surface forms of its mentions, pronouns left out
  std::vector<Span> mentions;        // in text order, pronouns included
};

// What was found in one document. Identifiers in the formats are "s1", "e1": index plus one.
struct Extraction {
  std::vector<Entity> entities;
  std::vector<Statement> statements;  // in the order of their content's begin, then cue's
  std::vector<Warning> warnings;      // the reader's and the extractor's, in text order
};

// What came with a document (Document::given): found before, by this model.
struct Given {
  std::string model;
  Extraction extraction;
};

// The words of the contract: "direct", "press_conference", …
std::string_view name_of(Kind);
std::string_view name_of(SourceType);
std::string_view name_of(Stance);
std::string_view name_of(ChannelType);

}  // namespace sayso
