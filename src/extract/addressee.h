// To whom it was said: "told reporters", "advised West", "wrote to Cole", "was asked".
#pragma once

#include <optional>
#include <string_view>

#include "extract/addressee_phrase.h"
#include "extract/resolve.h"
#include "extract/statement_frame.h"

namespace sayso {

struct FoundParty {
  Who who;
  TokenRange range;  // as written
};

// Where a statement stands: who "me" and "you" are.
struct AddressPlace {
  const Who* speaker = nullptr;   // of the statement around it; nullptr for none
  TokenRange speaker_words = {};  // that name it
  bool set_off = false;           // the one around is a turn or post, without marks
  const Who* hearer = nullptr;    // to whom the statement around it is said
  const Who* other = nullptr;     // who spoke last inside the same one and is not its speaker
  std::string_view author = {};   // of the document
  std::string_view outlet = {};   // of the document
};

std::optional<FoundParty> find_addressee(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                         const Attribution& attribution, const StatementFrame& frame, const Who& source,
                                         const AddressPlace& place = {});

// The same for words that are known to name the addressee.
std::optional<FoundParty> addressee_at(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                       TokenRange range, const Attribution& attribution, const Who& source,
                                       const AddressPlace& place);

}  // namespace sayso
