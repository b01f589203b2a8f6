// Names of people and bodies, brought into one spelling so that they can be compared.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sayso::record {

// Lower case, accents and apostrophes off, letters such as ø, ß, я as their usual Latin ones, full stops and commas as
// spaces, words one space apart, hyphens kept: "José Ibáñez-O’Shea, Jr." -> "jose ibanez-oshea jr". Scripts that are
// neither Latin, Greek nor Cyrillic stay as they are. `utf8` must be valid.
std::string fold_name(std::string_view utf8);

std::vector<std::string> split_words(std::string_view folded);
std::string letters_of(std::string_view folded);  // without spaces and hyphens: "minjaepark"
bool same_letters(std::string_view a, std::string_view b);  // letters_of(a) == letters_of(b)

// A person's name in its parts, folded.
struct PersonName {
  std::vector<std::string> given;  // given and middle names and initials, in order; empty for a name of one word
  std::string surname;             // with its particles: "van der berg"; the only word of a name of one
  std::string suffix;              // "jr", "sr", "ii", …; empty for none
  bool surname_first = false;      // written so, as in Kim Min-seok

  bool is_full() const { return !given.empty(); }
};

// Of a name as documents write it: titles before it are passed over, "Cole, Ann" is turned round.
PersonName parse_person(std::string_view name);

std::string without_titles(std::string_view name);  // "Sen. Ann Cole" -> "Ann Cole"; as it is where nothing else is left
bool is_initial(std::string_view word);             // one letter
bool is_common_surname(std::string_view word);      // in English-language news: two people of the name are no wonder
bool is_common_given(std::string_view word);

// One spelling for what transcribers write differently: "sergei", "sergey"; "youssef", "yusuf"; "kaelble", "kalble".
std::string respelled(std::string_view folded);

// Whether two different spellings of one word may be transcriptions of one name.
bool is_respelling(std::string_view a, std::string_view b);

// Consonants of the one spelling: equal for all words that are respellings of each other, and for some that are not.
std::string sound_of(std::string_view folded);

// Words that tell bodies apart: folded, without "the", "Inc.", "of"; abbreviations written out, one spelling for British
// and American words, "U.S." as "us". "The Dept. of Fisheries" -> department, fisheries.
std::vector<std::string> body_words(std::string_view name);

bool is_form_word(std::string_view word);  // "incorporated", "plc", "fc": a body's name has it or leaves it out

}  // namespace sayso::record
