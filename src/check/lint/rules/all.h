// The rules, each defined in the file that is named after it.
#pragma once

#include "check/lint/rule.h"

namespace sayso::lint {

extern const Rule kMarks;            // Q001
extern const Rule kParagraphMarks;   // Q002
extern const Rule kNoAttribution;    // Q003
extern const Rule kLateAttribution;  // Q004
extern const Rule kDiffers;          // Q010
extern const Rule kEllipsis;         // Q011
extern const Rule kFragment;         // Q012
extern const Rule kDialect;          // Q013
extern const Rule kLoadedVerb;       // Q020
extern const Rule kMindReading;      // Q021
extern const Rule kNoSpeechVerb;     // Q022
extern const Rule kQuipped;          // Q023
extern const Rule kBeforeMarks;      // Q024
extern const Rule kCrime;            // Q030
extern const Rule kAnonymous;        // Q031
extern const Rule kHeadline;         // Q040
extern const Rule kScareQuotes;      // Q041
extern const Rule kRelayMissing;     // Q050
extern const Rule kOneOrigin;        // Q051
extern const Rule kWhenAndWhere;     // Q060

}  // namespace sayso::lint
