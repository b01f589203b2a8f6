// What of one statement holds for the next of the same source: to whom, through whom, on which day.
#pragma once

#include "extract/circumstances.h"
#include "extract/statement_frame.h"

namespace sayso {

// Whether the source of the statement before goes on: by name, as the one who "added", or by a second verb of one
// subject.
bool speaks_on(const WordForms& forms, const Attribution& before, const Who& who_before, const Attribution& a,
               const Who& who);

struct CarryOver {
  bool parties = false;  // addressee and relays
  bool day = false;      // over to the next paragraph; within one, occasions hold (passages.h)
};

// Of a source that speaks on: in its paragraph, and to a quotation that opens the next.
CarryOver what_carries_over(const WordForms& forms, const Attribution& before, const Who& who_before,
                            const Attribution& a, const Who& who, const StatementFrame& frame);

// Only all together, and where the statement gives none itself.
void carry_over(const WordForms& forms, const Circumstances& from, Circumstances& to);

}  // namespace sayso
