// The names of a sketch in the parts that judge() compares: parsed once for one that is judged many times.
#pragma once

#include <string>
#include <vector>

#include "record/names.h"
#include "record/sketch.h"

namespace sayso::record {

struct PersonForm {
  PersonName name;
  std::string letters;  // of all words in their order
  bool other = false;   // a maiden or stage name, a nickname
};

struct BodyForm {
  std::vector<std::string> words;
  std::string acronym;  // folded, where the name is one word in capitals
  std::string initials, all_initials;
};

// Of a person or of a body, whichever the sketch is. A few of each.
struct ComparedNames {
  std::vector<PersonForm> person;
  std::vector<BodyForm> body;
};

ComparedNames compared_names(const Sketch& sketch);

}  // namespace sayso::record
