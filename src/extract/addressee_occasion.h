// Whom an occasion or a deed of speech names: "in an email to staff", "on a call with analysts", "spoke to reporters".
#pragma once

#include "extract/statement_frame.h"

namespace sayso {

// "In an email to staff", "a letter to Cole".
TokenRange by_message(const WordForms& forms, const StatementFrame& frame, TokenRange cue);

// "In an interview with the Herald", "on a call with analysts", "when asked by the Herald", "speaking to reporters".
TokenRange by_occasion(const WordForms& forms, const StatementFrame& frame);

// "interview | on Monday with | the Herald": one past "with"; 0 for none.
std::uint32_t behind_with(const WordForms& forms, std::uint32_t noun, std::uint32_t end);

// "Cole | spoke | to reporters", "emailed | colleagues", "addressed | the crowd": whom a deed of speech is done to;
// empty for nobody.
TokenRange hearer_of_deed(const WordForms& forms, std::uint32_t verb, std::uint32_t end);

}  // namespace sayso
