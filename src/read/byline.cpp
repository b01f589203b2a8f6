#include <algorithm>
#include <string>

#include "read/dates.h"
#include "read/plain.h"

namespace sayso {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n,;|";
  const auto begin = text.find_first_not_of(kSpace);
  if (begin == text.npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

bool starts_like_name(std::string_view word) {
  const char c = word[0];
  return (c >= 'A' && c <= 'Z') || (c & 0x80) != 0;
}

bool is_particle(std::string_view word) {
  for (const auto* particle : {"de", "van", "von", "der", "den", "la", "del", "da", "di", "al", "bin", "ibn", "le", "du"}) {
    if (word == particle) return true;
  }
  return false;
}

// Two to five words, all of them capitalized or particles, no digits.
bool is_name(std::string_view text) {
  if (text.empty() || text.size() > 60 || text.find_first_of("0123456789:@/()") != text.npos) return false;
  int words = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find(' ', at), text.size());
    const auto word = text.substr(at, end - at);
    at = end + 1;
    if (word.empty()) continue;
    if (!starts_like_name(word) && !(words > 0 && is_particle(word))) return false;
    ++words;
  }
  return words >= 2 && words <= 5;
}

// Cuts at the first of some separators; what is left goes on in `rest`.
std::string_view cut(std::string_view& rest, std::initializer_list<std::string_view> separators) {
  std::size_t at = rest.size();
  std::size_t size = 0;
  for (const auto separator : separators) {
    const auto found = rest.find(separator);
    if (found < at) at = found, size = separator.size();
  }
  const auto head = rest.substr(0, at);
  rest.remove_prefix(std::min(rest.size(), at + size));
  return head;
}

}  // namespace

std::vector<std::string> names_of_byline(std::string_view names) {
  names = names.substr(0, 300);
  if (const auto date = find_date(names)) names = names.substr(0, date->begin);
  names = cut(names, {"|", " - ", " – ", " — ", "•", "·", "\n", " for ", " in ", " at ", " Published", " Updated"});
  // Commas part names only in a list that an "and" ends; else an outlet or a role follows.
  const bool list = names.find(" and ") != names.npos || names.find(" & ") != names.npos;
  std::vector<std::string> found;
  while (!names.empty()) {
    const auto name = trimmed(cut(names, {", and ", " and ", " & ", ",", ";"}));
    const bool first = found.empty();
    if (!is_name(name)) break;
    if (first || list) found.emplace_back(name);
  }
  return found;
}

namespace {

// "Staff Writer", "Hill Herald": what stands behind a comma beside a name and is none.
bool is_role_or_outlet(std::string_view name) {
  const auto last = name.substr(name.rfind(' ') + 1);
  for (const auto* word : {"Writer", "Reporter", "Correspondent", "Editor", "Staff", "News", "Press", "Herald", "Times", "Post", "Courier", "Journal", "Tribune", "Gazette",
                           "Echo", "Chronicle", "Telegraph", "Mail", "Agency", "Magazine", "Media", "Desk", "Columnist", "Contributor", "Producer", "Service"}) {
    if (last == word) return true;
  }
  return false;
}

// "Ann Cole; Jo Reyes", "Ann Cole, Jo Reyes": nothing but names, or nothing.
std::vector<std::string> listed_names(std::string_view field) {
  std::vector<std::string> names;
  while (!field.empty()) {
    const auto name = trimmed(cut(field, {", and ", " and ", " & ", ",", ";"}));
    if (!is_name(name) || is_role_or_outlet(name)) return {};
    names.emplace_back(name);
  }
  return names;
}

}  // namespace

std::vector<std::string> names_in_field(std::string_view field) {
  if (field.starts_with("By ") || field.starts_with("by ")) field.remove_prefix(3);
  auto names = listed_names(field.substr(0, 2000));
  if (names.empty()) names = names_of_byline(field);
  return names.empty() ? std::vector<std::string>{std::string(field)} : names;
}

}  // namespace sayso
