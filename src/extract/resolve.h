// Who is meant: from the words given as a source or addressee to an entity.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/ages.h"
#include "extract/entities.h"
#include "extract/roles.h"
#include "extract/salience.h"
#include "extract/source_phrase.h"
#include "sayso/statement.h"

namespace sayso {

// The answer. A body, group or document that is not named has a name ("police", "February report") but no entity yet.
struct Who {
  SourceType type = SourceType::none;
  std::uint32_t entity = kNoEntity;   // of the NameTable
  std::string name;                   // empty for anonymous and none
  std::optional<TokenRange> pronoun;  // resolved as the entity: a mention of it
  TokenRange core;                    // where an unnamed one stands
  std::vector<std::uint32_t> joint;   // further entities that speak with it as one
  bool plural = false;
  Basis basis = Basis::none;             // by what it was told
  std::vector<ScoredEntity> candidates;  // where there was a choice: the best first, even if nobody was taken

  bool known() const { return type != SourceType::none; }
};

// Surely one: two without a name are not.
bool is_same(const Who& a, const Who& b);

// Where a phrase stands.
struct PhrasePlace {
  std::span<const TokenRange> content;  // what was said
  const Who* speaker = nullptr;         // of the statement around it: whom "I" means, and "he" does not
  const Who* sibling = nullptr;         // of the statement before, inside the same one
  const Who* hearer = nullptr;          // to whom the statement around it is said: whom "you" means
};

class Resolver {
 public:
  Resolver(const WordForms& forms, const NameTable& names, const Roles& roles, Salience& salience);

  // `phrase` is not empty and in text order.
  Who resolve(std::span<const TokenRange> phrase, const PhrasePlace& place) const;
  Who named(std::uint32_t entity) const;

  // Reads on to a token: "he" and "she" in running text before it keep whom they mean on the reader's mind.
  void read_on(std::uint32_t token);

  // A person who is taken without a word for it, right in `share` of such cases; beside whom others may be meant.
  Who taken_person(std::uint32_t entity, Basis basis, float share, std::uint32_t token) const;

  // Whom "he" or "she" at a token of running text may be, the best first.
  std::vector<ScoredEntity> candidates_at(std::uint32_t token) const;

  // Tells that somebody spoke at a token; tokens must not decrease.
  void spoke(std::uint32_t token, const Who& who);

  const Salience& salience() const { return salience_; }

 private:
  struct Spoken {
    std::uint32_t token;
    Who who;
  };
  // Somebody without a name whom a sentence of running text is about: "Her daughter does too."
  struct Subject {
    std::uint32_t token;
    Gender gender;
    bool hearer = false;  // only asked: "she asked a deputy"
  };
  std::uint32_t written_small(TokenRange range) const;
  Who of_names(const SourcePhrase& phrase) const;
  void add_bearers(Who& who, std::uint32_t token) const;
  Who joined(Who who, std::span<const std::uint32_t> others) const;
  Who of_pronoun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_lone_pronoun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_single(std::uint32_t token, Gender gender, const PhrasePlace& place) const;
  bool goes_on_unnamed(std::uint32_t token, std::uint32_t entity) const;
  bool is_answer_to(const Spoken& last, std::uint32_t token) const;
  bool is_unnamed_subject(Gender gender, std::uint32_t from) const;
  void note_description(std::uint32_t determiner);
  Who apposed(std::uint32_t noun) const;
  Who document_of(std::uint32_t noun) const;
  Who inscribed(std::uint32_t token) const;
  Gender gender_behind(std::uint32_t token) const;
  Who of_plural(std::uint32_t token, const PhrasePlace& place) const;
  Who of_thing(std::uint32_t token, const PhrasePlace& place) const;
  TokenRange thing_before(std::uint32_t token) const;
  TokenRange thing_phrase(std::uint32_t begin, std::uint32_t end) const;
  Who of_relative(std::uint32_t token) const;
  Who of_noun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_person_noun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  bool tells_apart(const SourcePhrase& phrase) const;
  bool stands_for_named(const SourcePhrase& phrase, std::string_view word) const;
  std::uint32_t named_later(const SourcePhrase& phrase, std::string_view word) const;
  std::uint32_t named_soon(const SourcePhrase& phrase) const;
  bool is_introduced_late(std::uint32_t mention) const;
  bool is_lead(std::uint32_t token) const;
  Who of_two(const SourcePhrase& phrase) const;
  bool is_treatise(const SourcePhrase& phrase) const;
  Who body_named_later(const SourcePhrase& phrase) const;
  bool is_learned(std::string_view noun, std::uint32_t entity) const;
  bool is_byline(std::uint32_t token) const;
  Who of_body_noun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_owner(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who unnamed(const SourcePhrase& phrase) const;
  Who chosen(std::vector<ScoredEntity> candidates, Basis basis) const;
  Who person_at(std::uint32_t token, Gender gender, const PhrasePlace& place, Basis basis,
                std::string_view age = {}) const;
  Who body_at(std::uint32_t token, const SourcePhrase& phrase, const PhrasePlace& place) const;

  const Spoken* last_spoken(std::uint32_t token, const std::function<bool(const Who&)>& fits) const;

  const WordForms& f_;
  const NameTable& n_;
  const Roles& roles_;
  Salience& salience_;
  const Ages ages_;
  std::vector<Spoken> spoken_;
  std::vector<Subject> subjects_;                                // in text order
  std::uint32_t read_ = 0;                                       // tokens read on
  std::unordered_map<std::string_view, std::uint32_t> learned_;  // "the widow" -> who the lead's widow turned out to be
  std::uint32_t treatise_ = kNoEntity;                           // token of the first paper that is no newspaper
  std::uint32_t lead_end_ = 0;                                   // token where the first paragraphs of the story end
};

Who anonymous(bool plural = false);
Who because(Basis basis, Who who);
bool is_body(const NamedEntity& entity);

// The words of a range as a name: white space of any kind made one space.
std::string name_text(const WordForms& forms, TokenRange range, TokenRange leave_out = {});

}  // namespace sayso
