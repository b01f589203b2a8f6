// What the rules on verbs share.
#pragma once

#include <string>

#include "check/lint/draft.h"

namespace sayso::lint {

// Calls visit(statement, token) with the verb of each cue that the writer chose; those inside quotations are somebody else's.
template <class Visit>
void for_each_cue(const Draft& draft, Visit visit) {
  for (const Statement& statement : draft.said().statements) {
    const std::uint32_t verb = draft.cue_verb(statement);
    if (verb < draft.forms().size() && !draft.forms().is_quoted(verb)) visit(statement, verb);
  }
}

inline Span span_of_token(const Draft& draft, std::uint32_t token) { return draft.analysis().tokens[token].span(); }
inline std::string in_marks(std::string_view words) { return "“" + std::string(words) + "”"; }

}  // namespace sayso::lint
