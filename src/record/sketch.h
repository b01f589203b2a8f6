// What a document says of one entity, and what the record knows of one person or body: the union of such sketches.
//
// Plain data and pure functions; the store keeps sketches, identity.h compares them. Safe from any thread.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "sayso/document.h"
#include "sayso/statement.h"

namespace sayso::record {

struct Counted {
  std::string text;
  std::uint32_t count = 1;

  friend bool operator==(const Counted&, const Counted&) = default;
};
// Distinct texts, most frequent first, among equals the one seen first. At most kMaxCounts, whatever is added.
using Counts = std::vector<Counted>;
inline constexpr std::size_t kMaxCounts = 24;

struct Sketch {
  std::string name;                      // the most complete form, without titles: "Ann B. Cole"
  SourceType type = SourceType::person;
  std::string suffix;                    // "jr", "sr", "ii", …, or empty
  Counts forms;                           // names as written, without titles: "Ann Cole", "Cole"; `name` is one of them
  Counts other_names;                     // that share no word with the name: maiden and stage names, nicknames in marks
  Counts roles;                           // lower case, from titles and appositions: "senator", "foreign minister", "mayor of hill"
  Counts born;                            // years, from ages: "41" in 2019 is "1978"; right to one year
  Counts bodies;                          // organisations named near it, lower case
  Counts company;                         // people named in the same document, lower case, full names only
  Counts outlets;                         // that wrote of it
  std::uint32_t she = 0, he = 0;         // signs in the text ("Mrs", "she"): only to tell two people apart, never printed
  std::string first_day, last_day;       // ISO dates of publication, empty where unknown
  std::uint32_t documents = 1;
  bool listed = false;                   // in a list of known people: its names are meant to be found

  friend bool operator==(const Sketch&, const Sketch&) = default;
};

// One sketch an entity of the extraction, in its order. Linear in text and mentions together.
std::vector<Sketch> sketches(const Document& document, const Extraction& extraction);

// Adds what `mention` says to `person`: counts are summed, the name that most documents have stays, lists keep the most frequent.
void absorb(Sketch& person, const Sketch& mention);

// Adds one text to counts. One that is not among full counts takes the place of the last one.
void count(Counts& counts, std::string_view text, std::uint32_t times = 1);

}  // namespace sayso::record
