// How far a name runs: "Ann “Ace” Cole-Díaz", "J. R. O'Malley Jr.", "Bureau of Mines", "Kim Min-seok".
#pragma once

#include "extract/analysis.h"
#include "extract/capitals.h"
#include "extract/word_forms.h"

namespace sayso {

// Token ranges. `all` is the whole run as capitals and joints give it, `title` its beginning where that is a title
// ("House Speaker"), `name` the rest. A run that is only a title ("the President") has an empty name.
struct NameRun {
  TokenRange all;
  TokenRange title;
  TokenRange name;
  TokenRange nickname;      // the word or words between marks, without them; empty for none
  bool possessive = false;  // 's or ' follows
  std::uint32_t resume = 0; // where reading goes on
  bool adjective = false;   // "London-based", "Trump-backed": no mention of its own
};

// The run that begins at a token for which capitals.may_be_name holds. Looks at no token twice.
NameRun read_name(const WordForms& forms, const Capitals& capitals, std::uint32_t begin);

}  // namespace sayso
