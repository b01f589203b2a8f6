#include <algorithm>
#include <unordered_map>

#include "record/names.h"
#include "text/words/word_set.h"

namespace sayso::record {
namespace {

using Spellings = std::unordered_map<std::string_view, std::string_view>;

// Abbreviations and British spellings: one word for each.
const Spellings& spellings() {
  static const Spellings map{
      {"dept", "department"}, {"univ", "university"}, {"intl", "international"}, {"natl", "national"}, {"assn", "association"},
      {"assoc", "association"}, {"bros", "brothers"}, {"govt", "government"}, {"comm", "committee"}, {"cttee", "committee"},
      {"inst", "institute"}, {"fed", "federal"}, {"co", "company"}, {"corp", "corporation"}, {"inc", "incorporated"},
      {"ltd", "limited"}, {"mfg", "manufacturing"}, {"tech", "technology"}, {"hosp", "hospital"}, {"st", "saint"}, {"mt", "mount"},
      {"ft", "fort"}, {"&", "and"}, {"1st", "first"}, {"2nd", "second"}, {"3rd", "third"}, {"centre", "center"},
      {"defence", "defense"}, {"labour", "labor"}, {"organisation", "organization"}, {"organisations", "organizations"},
      {"theatre", "theater"}, {"programme", "program"}, {"harbour", "harbor"}, {"harbours", "harbors"}, {"neighbourhood", "neighborhood"},
      {"airways", "airways"}, {"sch", "school"}, {"schs", "schools"}, {"ctr", "center"}, {"bd", "board"}, {"cmte", "committee"},
      {"gen", "general"}, {"mgmt", "management"}, {"svcs", "services"}, {"svc", "service"}, {"grp", "group"}, {"ministry", "ministry"}};
  return map;
}

bool is_dropped(std::string_view word) {
  static const WordSet set("the of and for in on at de la le du des del a an");
  return set.contains(word);
}

}  // namespace

bool is_form_word(std::string_view word) {
  static const WordSet set("incorporated limited plc llc llp company corporation holdings gmbh ag sa nv kg se ab oy fc afc cf club football motor motors "
                           "brands international enterprises");
  return set.contains(word);
}

std::vector<std::string> body_words(std::string_view name) {
  std::string folded = fold_name(name);
  std::ranges::replace(folded, '-', ' ');
  std::vector<std::string> out;
  bool letter_before = false;
  for_each_word(folded, [&](std::string_view word) {
    const auto found = spellings().find(word);
    if (found != spellings().end()) word = found->second;
    if (is_dropped(word)) return;
    // "U.S.": letters behind each other are one word.
    if (word.size() == 1 && letter_before) out.back() += word;
    else out.emplace_back(word);
    letter_before = word.size() == 1;
  });
  if (out.empty() && !folded.empty()) out.push_back(folded);
  return out;
}

}  // namespace sayso::record
