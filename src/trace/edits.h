// Differences -> typed edits, and what each does to the relation.
#pragma once

#include <vector>

#include "trace/comparison.h"
#include "trace/stretch.h"

namespace sayso::trace {

// The least relation that an edit makes; of a comparison the greatest of its edits counts.
struct TypedEdit {
  Edit edit;
  Relation makes = Relation::formatting;
  bool omission = false;  // nothing but words left out on one side
};

// Edits in text order: of agreements (case, punctuation, spelling, contractions) and of differences. Linear.
std::vector<TypedEdit> edits_of(const Words& a, const Words& b, const Shared& shared);

}  // namespace sayso::trace
