// Who is meant: from the words given as a source or addressee to an entity.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

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
  std::uint32_t written_small(TokenRange range) const;
  Who of_names(const SourcePhrase& phrase) const;
  void add_bearers(Who& who, std::uint32_t token) const;
  Who joined(Who who, std::span<const std::uint32_t> others) const;
  Who of_pronoun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_lone_pronoun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_single(std::uint32_t token, Gender gender, const PhrasePlace& place) const;
  bool goes_on_unnamed(std::uint32_t token, std::uint32_t entity) const;
  Who of_plural(std::uint32_t token, const PhrasePlace& place) const;
  Who of_thing(std::uint32_t token, const PhrasePlace& place) const;
  TokenRange thing_before(std::uint32_t token) const;
  TokenRange thing_phrase(std::uint32_t begin, std::uint32_t end) const;
  Who of_relative(std::uint32_t token) const;
  Who of_noun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_person_noun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  bool tells_apart(const SourcePhrase& phrase) const;
  bool stands_for_named(const SourcePhrase& phrase, std::string_view word) const;
  std::uint32_t named_soon(std::uint32_t token) const;
  bool is_byline(std::uint32_t token) const;
  Who of_body_noun(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who of_owner(const SourcePhrase& phrase, const PhrasePlace& place) const;
  Who unnamed(const SourcePhrase& phrase) const;
  Who chosen(std::vector<ScoredEntity> candidates, Basis basis) const;
  Who person_at(std::uint32_t token, Gender gender, const PhrasePlace& place, Basis basis) const;
  Who body_at(std::uint32_t token, const SourcePhrase& phrase, const PhrasePlace& place) const;

  struct Spoken {
    std::uint32_t token;
    Who who;
  };
  const Spoken* last_spoken(std::uint32_t token, const std::function<bool(const Who&)>& fits) const;

  const WordForms& f_;
  const NameTable& n_;
  const Roles& roles_;
  Salience& salience_;
  std::vector<Spoken> spoken_;
  std::uint32_t read_ = 0;          // tokens read on
  std::uint32_t first_person_ = 0;  // token of the first name of a person, bylines apart
};

Who anonymous(bool plural = false);
Who because(Basis basis, Who who);
bool is_body(const NamedEntity& entity);

// The words of a range as a name: white space of any kind made one space.
std::string name_text(const WordForms& forms, TokenRange range, TokenRange leave_out = {});

}  // namespace sayso
