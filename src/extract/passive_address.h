// "Odell was asked whether …", "Asked by a reporter if she would go, Cole said": who is spoken to, and who asks.
#pragma once

#include "extract/entities.h"
#include "extract/word_forms.h"

namespace sayso {

// The cue's subject is spoken to, and does not speak.
bool is_passive_address(const WordForms& forms, TokenRange cue);

// "Asked by Cole whether …, Marsh laughed": Cole's question.
bool is_asked_by(const WordForms& forms, TokenRange cue);

// The one spoken to: the subject before such a cue, or behind the question where that opens the sentence.
TokenRange asked_person(const WordForms& forms, const NameTable& names, const Attribution& attribution);

// "Asked by a reporter whether …, Cole | said": across the question; empty where nobody is given as asking.
TokenRange asker_before(const WordForms& forms, TokenRange cue);

}  // namespace sayso
