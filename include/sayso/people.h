// People and bodies of a record: who they are, and what a curator has decided about them. Asked through Record (record.h).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "sayso/counts.h"
#include "sayso/search.h"

namespace sayso {

using TextCount = std::pair<std::string, std::size_t>;

struct Decision {
  enum class Action { merge, split, rename, join };  // join: not a curator's, the program found that two are one
  std::int64_t id = 0;
  Action action = Action::merge;
  std::string made;                             // UTC
  std::int64_t person = 0, other = 0;           // merge, join: other became person; split: other is the new one
  std::string person_name, other_name;          // as they are called now
  std::string details;                          // rename: the name given; split: documents; join: why
  bool undone = false;
};

// What the record knows of one.
struct PersonPage {
  Person person;
  std::optional<std::string> wikidata, gender;  // only from a list of known people
  std::vector<TextCount> names;                 // variants, the most frequent first
  std::vector<TextCount> roles, bodies, company;  // named with it, by documents
  std::vector<Person> merged;                   // counted as this one
  std::vector<Decision> decisions;              // about it and those, undone ones too
  CountRow counts;
  std::vector<CountRow> outlets, months;        // as Counting by these
};

// Why a document's name is taken for this person.
struct Joining {
  std::int64_t document = 0;
  std::string name;                             // as the document has it
  std::optional<std::string> outlet, published, title;
  double score = 1;
  std::string reasons;                          // empty: it was the first of the name
};

// One of a list of known people.
struct ListedPerson {
  std::string name;
  std::vector<std::string> aliases;
  std::string type = "person";
  std::vector<std::string> roles, bodies;       // "senator", "Hill Council": tell those of one name apart
  std::optional<std::string> wikidata;
  std::optional<std::string> gender;            // female, male, or what the list says
  std::size_t line = 0;                         // where it stands in the list
};

struct Listed {
  std::size_t added = 0, matched = 0;           // new to the record; known to it
};

std::string_view name_of(Decision::Action);

}  // namespace sayso
