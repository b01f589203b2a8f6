#include "record/names.h"

#include <unicode/uchar.h>
#include <unicode/unorm2.h>

#include <algorithm>

#include "text/code_points.h"
#include "text/person_names.h"
#include "text/words/given_names.h"
#include "text/words/titles.h"
#include "text/words/word_set.h"

namespace sayso::record {
namespace {

struct Letter {
  char32_t from;
  const char* to;
};

// Letters that no decomposition reaches, and Cyrillic and Greek as newspapers transcribe them.
constexpr Letter kLetters[] = {
    {0xDF, "ss"}, {0xE6, "ae"}, {0xF0, "d"}, {0xF8, "o"}, {0xFE, "th"}, {0x111, "d"}, {0x127, "h"}, {0x131, "i"}, {0x142, "l"},
    {0x153, "oe"}, {0x259, "a"}, {0x3B1, "a"}, {0x3B2, "v"}, {0x3B3, "g"}, {0x3B4, "d"}, {0x3B5, "e"}, {0x3B6, "z"},
    {0x3B7, "i"}, {0x3B8, "th"}, {0x3B9, "i"}, {0x3BA, "k"}, {0x3BB, "l"}, {0x3BC, "m"}, {0x3BD, "n"}, {0x3BE, "x"},
    {0x3BF, "o"}, {0x3C0, "p"}, {0x3C1, "r"}, {0x3C2, "s"}, {0x3C3, "s"}, {0x3C4, "t"}, {0x3C5, "y"}, {0x3C6, "f"},
    {0x3C7, "ch"}, {0x3C8, "ps"}, {0x3C9, "o"}, {0x430, "a"}, {0x431, "b"}, {0x432, "v"}, {0x433, "g"}, {0x434, "d"},
    {0x435, "e"}, {0x436, "zh"}, {0x437, "z"}, {0x438, "i"}, {0x43A, "k"}, {0x43B, "l"}, {0x43C, "m"}, {0x43D, "n"},
    {0x43E, "o"}, {0x43F, "p"}, {0x440, "r"}, {0x441, "s"}, {0x442, "t"}, {0x443, "u"}, {0x444, "f"}, {0x445, "kh"},
    {0x446, "ts"}, {0x447, "ch"}, {0x448, "sh"}, {0x449, "shch"}, {0x44A, ""}, {0x44B, "y"}, {0x44C, ""}, {0x44D, "e"},
    {0x44E, "yu"}, {0x44F, "ya"}, {0x454, "ye"}, {0x456, "i"}, {0x491, "g"}};

void append_letter(std::string& out, char32_t lower) {
  const auto found = std::ranges::lower_bound(kLetters, lower, {}, &Letter::from);
  if (found != std::end(kLetters) && found->from == lower) out += found->to;
  else append_utf8(out, lower);
}

void append_decomposed(std::string& out, char32_t c) {
  static const UNormalizer2* const nfkd = [] {
    UErrorCode error = U_ZERO_ERROR;
    return unorm2_getNFKDInstance(&error);
  }();
  UChar units[32];
  UErrorCode error = U_ZERO_ERROR;
  const bool reached = c < 0x2000 || (c >= 0xFB00 && c < 0xFB07) || (c >= 0xFF00 && c < 0xFF5F);  // not Hangul, not Kana
  const int32_t size = nfkd == nullptr || !reached ? -1 : unorm2_getRawDecomposition(nfkd, static_cast<UChar32>(c), units, 32, &error);
  // й is a letter of its own: и and a mark only to Unicode.
  if (c == 0x439 || c == 0x457) out += c == 0x439 ? "y" : "yi";
  else if (size <= 0 || U_FAILURE(error)) append_letter(out, c);
  else append_decomposed(out, units[0]);  // the mark goes; one level at a time, three at most
}

bool is_apostrophe(char32_t c) { return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2B9 && c <= 0x2BF) || c == 0x2018 || c == 0x2019; }
bool is_hyphen(char32_t c) { return c == '-' || (c >= 0x2010 && c <= 0x2015); }

void append_folded(std::string& out, char32_t c) {
  if (c < 0x80) {
    const char lower = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
    const bool kept = (lower >= 'a' && lower <= 'z') || (lower >= '0' && lower <= '9') || lower == '&' || lower == '-';
    if (kept) out += lower;
    else if (!is_apostrophe(c) && !out.empty() && out.back() != ' ') out += ' ';
    return;
  }
  if (is_apostrophe(c)) return;
  if (is_hyphen(c)) out += '-';
  else if (u_isalnum(static_cast<UChar32>(c))) append_decomposed(out, static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))));
  else if (u_getCombiningClass(static_cast<UChar32>(c)) == 0 && !out.empty() && out.back() != ' ') out += ' ';
}

bool is_particle(std::string_view word) {
  static const WordSet set("van von der den de da di du del della dos das la le al el bin ibn ben abu ter ten te zu af av st saint mac o");
  return set.contains(word);
}

// "JP Cole": two capitals that are no name.
bool is_pair_of_initials(std::string_view word, std::string_view folded) {
  const auto capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  return word.size() == 2 && capital(word[0]) && capital(word[1]) && !is_given_name(folded) && !is_name_suffix(folded);
}

// "al-harbi" as "al harbi".
std::string without_article(std::string folded) {
  if (folded.starts_with("al-") || folded.starts_with("el-")) folded[2] = ' ';
  return folded;
}

std::vector<std::string_view> raw_words(std::string_view name) {
  std::vector<std::string_view> out;
  for_each_word(name, [&](std::string_view word) { out.push_back(word); });
  return out;
}

bool is_title_word(std::string_view raw) {
  const std::string folded = fold_name(raw);
  return is_title(folded) && !is_given_name(folded);
}

// "Cole, Ann", but not "Cole, Jr." and not "Cole, Ann, Reyes".
std::string turned_round(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma == std::string_view::npos || name.find(',', comma + 1) != std::string_view::npos) return std::string(name);
  const std::string behind = fold_name(name.substr(comma + 1));
  if (behind.empty() || is_name_suffix(behind)) return std::string(name);
  return std::string(name.substr(comma + 1)) + " " + std::string(name.substr(0, comma));
}

}  // namespace

std::string fold_name(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size());
  for (std::size_t at = 0; at < utf8.size();) append_folded(out, decode(utf8, at));
  while (!out.empty() && (out.back() == ' ' || out.back() == '-')) out.pop_back();
  return out;
}

std::vector<std::string> split_words(std::string_view folded) {
  std::vector<std::string> out;
  for_each_word(folded, [&](std::string_view word) { out.emplace_back(word); });
  return out;
}

bool same_letters(std::string_view a, std::string_view b) {
  const auto skip = [](std::string_view text, std::size_t at) {
    while (at < text.size() && (text[at] == ' ' || text[at] == '-')) ++at;
    return at;
  };
  std::size_t i = skip(a, 0), k = skip(b, 0);
  for (; i < a.size() && k < b.size() && a[i] == b[k]; i = skip(a, i + 1)) k = skip(b, k + 1);
  return i == a.size() && k == b.size();
}

std::string letters_of(std::string_view folded) {
  std::string out;
  for (const char c : folded) {
    if (c != ' ' && c != '-') out += c;
  }
  return out;
}

std::string without_titles(std::string_view name) {
  const std::vector<std::string_view> words = raw_words(name);
  std::size_t first = 0;
  while (first + 1 < words.size() && is_title_word(words[first])) ++first;
  if (words.empty()) return {};
  const std::string_view last = words.back();
  if (first + 1 == words.size() && is_name_suffix(fold_name(last))) first = 0;
  return std::string(words[first].data(), last.data() + last.size());
}

PersonName parse_person(std::string_view name) {
  const std::string bare = turned_round(without_titles(name));
  std::vector<std::string> words;
  for (const std::string_view raw : raw_words(bare)) {
    const std::string folded = fold_name(raw);
    if (is_pair_of_initials(raw, folded)) words.push_back(folded.substr(0, 1)), words.push_back(folded.substr(1));
    else std::ranges::move(split_words(without_article(folded)), std::back_inserter(words));
  }
  PersonName out;
  if (words.size() > 1 && is_name_suffix(words.back())) out.suffix = std::move(words.back()), words.pop_back();
  if (words.empty()) return out;
  const std::string_view family = surname(words);
  if (words.size() > 1 && family.data() == words.front().data()) {
    out.surname_first = true;
    out.surname = words.front();
    out.given.assign(words.begin() + 1, words.end());
    return out;
  }
  std::size_t begin = words.size() - 1;
  while (begin > 1 && is_particle(words[begin - 1])) --begin;
  for (std::size_t i = begin; i < words.size(); ++i) out.surname += (i > begin ? " " : "") + words[i];
  out.given.assign(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(begin));
  return out;
}

bool is_initial(std::string_view word) { return word.size() == 1; }

bool is_common_surname(std::string_view word) {
  static const WordSet set(
      "smith johnson williams brown jones miller davis wilson anderson taylor thomas moore martin jackson thompson white lopez lee "
      "gonzalez harris clark lewis robinson walker perez hall young allen sanchez wright king scott green baker adams nelson hill "
      "ramirez campbell mitchell roberts carter phillips evans turner torres parker collins edwards stewart flores morris nguyen "
      "murphy rivera cook rogers morgan peterson cooper reed bailey bell gomez kelly howard ward cox diaz richardson wood watson "
      "brooks bennett gray james reyes cruz hughes price myers long foster sanders ross morales powell sullivan russell ortiz "
      "jenkins gutierrez perry butler barnes fisher henderson coleman simmons patterson jordan reynolds hamilton graham kim "
      "gonzales alexander ramos wallace griffin west cole hayes chavez gibson bryant ellis stevens murray ford marshall owens "
      "harrison fernandez kennedy wells vasquez tran rodriguez garcia martinez hernandez davies patel khan singh ali ahmed hussein hassan "
      "black marsh stone webb hunt shaw holmes mason knight rose dixon robertson chen wang li zhang liu yang huang wu park choi");
  return set.contains(word);
}

bool is_common_given(std::string_view word) {
  static const WordSet set(
      "james john robert michael william david richard joseph thomas charles christopher daniel matthew anthony mark donald steven paul "
      "andrew joshua kenneth kevin brian george edward ronald timothy jason jeffrey ryan jacob gary nicholas eric jonathan stephen larry "
      "justin scott frank peter mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra "
      "ashley kimberly emily donna michelle carol amanda melissa deborah stephanie rebecca laura helen sharon cynthia kathleen amy anna "
      "ann anne jane bill bob jim joe mike tom dan dave steve chris tony jack sam ben matt nick alex martin simon ali ahmed mohammed "
      "muhammad jose maria juan carlos wei min");
  return set.contains(word);
}

}  // namespace sayso::record
