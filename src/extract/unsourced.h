// Statements without words for their source: whose are they?
#pragma once

#include <span>

#include "extract/resolve.h"

namespace sayso {

// The statement before, in text order.
struct Previous {
  Who who;
  TokenRange extent;  // from its first token to its last, source and cue included
  bool known = false;
  bool quoted = false;  // begins with a quotation mark
};

// A quotation that stands beside its speaker without a cue: the statement before in the same paragraph goes on, or
// whoever the sentence before brings in, or the paragraph before, or the sentence or paragraph behind.
Who speaker_beside(const WordForms& forms, const NameTable& names, const Resolver& resolver, TokenRange content,
                   const Previous& previous);

// A cue without a source: "…, adding that" goes on with the statement before; "allegedly", "it is said" have none.
Who speaker_of_cue(const WordForms& forms, const Resolver& resolver, const NameTable& names, TokenRange cue, const Previous& previous);

// "it is said", "the court heard": the source only looks like one.
bool names_nobody(const WordForms& forms, const Attribution& attribution);

}  // namespace sayso
