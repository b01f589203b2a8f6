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
  interview,
  call,
  post,
  statement,
  press_conference,
  speech,
  testimony,
  filing,
  message,
  letter,
  broadcast,
  publication,
  meeting
};

// By what it was told who speaks.
enum class Basis : std::uint8_t {
  none,         // it was not: nobody is given, or people without a name
  name,         // the words hold the name
  pronoun,      // "she", "they", "it"
  role,         // "the senator": somebody is said to be one
  description,  // "the 34-year-old": another word for somebody just named
  body,         // "the company", "the bureau"
  owner,        // "her letter"
  named_later,  // brought in without the name, which follows
  speaker,      // "I", inside what somebody says
  hearer,       // "you", likewise
  inside,       // by the words of the one who tells it
  label,        // of a transcript's turn
  turn,         // whose turn it is in an exchange
  account,      // of a post
  previous,     // goes on with the statement before
  beside,       // stands beside the speaker, without a cue
  headline      // by who speaks in the story
};

// Words of the document: one or more pieces in order, and exactly what stands there, joined with " … ".
struct Passage {
  std::string text;
  std::vector<Span> spans;

  bool empty() const { return spans.empty(); }
};

// What was seen of a candidate, and what that counts: docs/statements.md has the features.
struct Evidence {
  std::string_view feature;
  double value = 0;
  double weight = 0;
};

// Somebody who may be meant.
struct Candidate {
  std::uint32_t entity = 0;  // index into Extraction::entities
  std::string name;
  double score = 0;                // the share of belief, 0 to 1
  std::vector<Evidence> evidence;  // empty where the place alone told; the share is an estimate then
};

// Who speaks, relays or is spoken to. A source that is not given has type none and an empty passage.
struct Party {
  Passage passage;
  std::optional<std::uint32_t> entity;  // index into Extraction::entities
  std::optional<std::string> name;      // the most complete one the document gives; none for anonymous
  SourceType type = SourceType::none;
  std::vector<std::uint32_t> entities;  // all who speak as one, in the order of the text; else the one or none
  Basis basis = Basis::none;
  std::vector<Candidate> candidates;  // where there was a choice, best first

  // Not told at all, though there was a choice, or told with a score below kSure.
  bool is_doubtful() const;
};

inline constexpr double kSure = 0.8;  // of those with more 97 in 100 are right, of the others 77 (models/README.md)

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

// Why a name is taken for an entity's.
enum class Link : std::uint8_t {
  first,       // named here for the first time, or in full as there
  fuller,      // a longer or shorter form of the full name
  surname,     // its last name
  given_name,  // its first
  short_form,  // a short form of the first name, or some words of a body's
  nickname,
  acronym,
  other_name,  // the text says that both are one's: "born", "known as"
  account      // follows the name in brackets, or spells it
};

// A name that was taken for one of an entity's other ones.
struct Merge {
  Span span;
  Link link = Link::first;
  std::vector<std::uint32_t> others;  // further entities that bear the name, indices into Extraction::entities
};

// A person, body, group or document of the text and the places where it is mentioned.
struct Entity {
  std::string name;
  SourceType type = SourceType::person;
  std::vector<std::string> aliases;  // distinct surface forms of its mentions, pronouns left out
  std::vector<Span> mentions;        // in text order, pronouns included
  std::vector<Merge> merges;         // in text order: the first of each wording, and each that others bear
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
std::string_view name_of(Basis);
std::string_view name_of(Link);

}  // namespace sayso
