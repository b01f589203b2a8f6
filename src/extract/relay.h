// Through whom the author has it: "told the Herald", "was quoted by HN as saying", "Reuters reported that Cole said".
#pragma once

#include <string>
#include <vector>

#include "extract/addressee.h"
#include "extract/own_outlet.h"

namespace sayso {

// What relays are told from, for one statement.
struct RelayPlace {
  const Attribution& attribution;
  const StatementFrame& frame;
  const FoundParty* addressee = nullptr;  // of this statement
  const Who* around = nullptr;            // the source of the statement around it
  const Attribution* outer = nullptr;     // that statement
  const FoundParty* last = nullptr;       // the story's last relay: "the same paper"
  const OwnOutlet& own;                   // the document's: no relay
};

// Nearest first. An outlet is a body that publishes; courts, councils and firms are none.
std::vector<FoundParty> find_relays(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                    const RelayPlace& place);

// "Messages … were published by the Ledger", "It was the Ledger that first printed the texts": who has got hold of a
// record.
std::vector<FoundParty> relays_of_record(const WordForms& forms, const NameTable& names, const Resolver& resolver,
                                         const RelayPlace& place, TokenRange told);

}  // namespace sayso
