// Which words of a sentence name the one spoken to: behind the verb, in "a letter to staff", "an interview with the Herald".
#pragma once

#include "extract/entities.h"
#include "extract/statement_frame.h"

namespace sayso {

// "Odell was asked whether …": the subject is spoken to, and does not speak.
bool is_passive_address(const WordForms& forms, TokenRange cue);

// Empty where no words do.
TokenRange addressee_phrase(const WordForms& forms, const NameTable& names, const Attribution& attribution, const StatementFrame& frame);

}  // namespace sayso
