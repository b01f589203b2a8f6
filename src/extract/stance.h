// What kind of act the cue names: asserting, denying, asking, ordering, promising, believing, intending, alleging.
#pragma once

#include "extract/analysis.h"
#include "extract/word_forms.h"
#include "sayso/statement.h"

namespace sayso {

Stance find_stance(const WordForms& forms, const Attribution& attribution);

}  // namespace sayso
