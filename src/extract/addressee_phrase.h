// Which words of a sentence name the one spoken to: behind the verb, in "a letter to staff", "an interview with the
// Herald".
#pragma once

#include "extract/entities.h"
#include "extract/statement_frame.h"

namespace sayso {

// Somebody's name or description that begins at a token: up to the next preposition, clause or day.
TokenRange object_phrase(const WordForms& forms, std::uint32_t begin, std::uint32_t end);

// Empty where no words do.
TokenRange addressee_phrase(const WordForms& forms, const NameTable& names, const Attribution& attribution,
                            const StatementFrame& frame);

}  // namespace sayso
