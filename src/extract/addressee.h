// To whom it was said: "told reporters", "advised West", "wrote to Cole", "was asked".
#pragma once

#include <optional>

#include "extract/resolve.h"
#include "extract/statement_frame.h"

namespace sayso {

struct FoundParty {
  Who who;
  TokenRange range;  // as written
};

// "Odell was asked whether …": the subject is spoken to, and does not speak.
bool is_passive_address(const WordForms& forms, TokenRange cue);

std::optional<FoundParty> find_addressee(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                     const Attribution& attribution, const StatementFrame& frame, const Who& source);

}  // namespace sayso
