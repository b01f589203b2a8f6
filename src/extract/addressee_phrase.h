// Which words of a sentence name the one spoken to: behind the verb, in "a letter to staff", "an interview with the
// Herald".
#pragma once

#include "extract/entities.h"
#include "extract/statement_frame.h"

namespace sayso {

// "Odell was asked whether …": the subject is spoken to, and does not speak.
bool is_passive_address(const WordForms& forms, TokenRange cue);

// Somebody's name or description that begins at a token: up to the next preposition, clause or day.
TokenRange object_phrase(const WordForms& forms, std::uint32_t begin, std::uint32_t end);

// "Cole | spoke | to reporters", "emailed | colleagues", "addressed | the crowd": whom a deed of speech is done to;
// empty for nobody.
TokenRange hearer_of_deed(const WordForms& forms, std::uint32_t verb, std::uint32_t end);

// Empty where no words do.
TokenRange addressee_phrase(const WordForms& forms, const NameTable& names, const Attribution& attribution,
                            const StatementFrame& frame);

}  // namespace sayso
