// What is an outlet: a body that publishes. Courts, councils and firms are none.
#pragma once

#include <string_view>

#include "extract/entities.h"

namespace sayso {

// A name with an outlet's word, a known one, or a lone name that no other body's word is in ("Volksbote"), also where
// the model took it for a person's, if the story calls it "the Alsterbote" or "Twang magazine".
bool is_outlet(const WordForms& forms, const NameTable& names, const NamedEntity& entity);

// Where nothing but the name speaks for it: by an outlet's word, or known.
bool is_sure_outlet(const NamedEntity& entity);

// "told Channel Six", "quoted by Rhyme Ledger": of several words, none of which is another body's.
bool may_be_told(const NamedEntity& entity, bool with_the);

// "podcast", "paper", "station".
bool is_outlet_noun(std::string_view word);

// "The podcast Sluice Talk", "the Two Towels podcast", "The Prompt Corner, a theatre podcast".
bool is_described_as_outlet(const WordForms& forms, const Mention& mention);

// "the Sunday | Ledger": with the day that belongs to the name.
TokenRange whole_name(const WordForms& forms, TokenRange name);

// "State media", "North Korea's state-run news agency", "a local paper": outlets without a name. Empty where `token`
// begins none.
TokenRange unnamed_media(const WordForms& forms, std::uint32_t token);

}  // namespace sayso
