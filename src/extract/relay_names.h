// Which names and descriptions are taken for relays: the outlets at given places of a sentence.
#pragma once

#include <vector>

#include "extract/relay.h"

namespace sayso {

class RelayNames {
 public:
  RelayNames(const WordForms& forms, const NameTable& names, const Resolver& resolver, const RelayPlace& place)
      : f_(forms), n_(names), r_(resolver), p_(place) {}

 protected:
  // What a name must be: an outlet's, of several words, a body's, any lone name.
  enum class Trust { sure, named, body, any };

  void add(std::uint32_t entity, TokenRange range);

  void add_at(std::uint32_t t, bool sure);

  // Whoever "reported" what somebody else said: an outlet, unless it is a body of another kind or a person.
  void add_reporter(std::uint32_t t);

  // "According to the Echo", "… to an internal memo".
  void add_according(std::uint32_t t);

  // A document that quotes somebody passes it on: "an internal memo", "court documents".
  bool add_document(std::uint32_t t);

  void add_nameless(TokenRange range, SourceType type);

  // "The website Grimewire", "the blog Fenwick Unbound", "Twang".
  void add_described(std::uint32_t t);

  // The words that name the one who quotes may be "the same paper": the last relay of the story.
  void add_carrier(std::uint32_t t, Trust trust);

  // Whoever asks the questions of an interview; also a lone name that is seen for the first time, and told by nothing
  // but that: "asked by Hushbox".
  void add_interviewer(std::uint32_t t);

  bool add_unnamed(std::uint32_t t);

  // "The podcast “Badge and Barrel”".
  bool add_title(std::uint32_t t);

  // “Fox News Sunday”, which no name was seen in.
  bool add_programme(std::uint32_t t);

  // "According to the newsletter Fenwick Post, Cole told …", "The Corriere del Monte reported that Cole had …": no name
  // that is known for an outlet's; "the Evening Marden" looks like a person's.
  bool does_as_outlets_do(const NamedEntity& entity, const Mention& mention) const;

  // "According to …", "… reported": whoever tells what others said.
  bool passes_on() const;

  bool tells() const;

  // "In a letter to the Herald": to it, and seen by those who tell of it.
  bool is_written() const;

  bool is_told() const;

  const WordForms& f_;
  const NameTable& n_;
  const Resolver& r_;
  const RelayPlace& p_;
  std::vector<FoundParty> out_;  // nearest first
};

}  // namespace sayso
