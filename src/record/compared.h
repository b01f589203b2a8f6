// What judge() compares of a sketch, made ready once for one that is judged many times: the parts of its names, and numbers for those
// named near it.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
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

// One for each of the sketch's list, in its order. In one piece, as they are looked through again and again.
struct Hashes {
  std::array<std::uint32_t, kMaxCounts> of{};
  std::size_t size = 0;

  bool perhaps(std::uint32_t hash) const {
    bool out = false;
    for (const std::uint32_t one : of) out |= one == hash;  // several at a time
    return out;
  }
};

// Forms of a person or of a body, whichever the sketch is, a few of each.
struct Compared {
  std::vector<PersonForm> person;
  std::vector<BodyForm> body;
  std::uint64_t made_from = 0;  // a hash of the sketch's names
  std::string folded;           // the name
  Hashes bodies, company, outlets;
};

Compared compared(const Sketch& sketch);
// Of the sketch as it is now; forms are made anew only where its names have changed.
void renew(Compared& compared, const Sketch& sketch);
std::uint32_t compared_hash(std::string_view text);

}  // namespace sayso::record
